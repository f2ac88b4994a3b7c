"""The window: every import of PySide6 is in this package."""
