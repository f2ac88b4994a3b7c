"""A button with its words, and the name by which tests and style sheets find it."""

from PySide6.QtWidgets import QPushButton


def named_button(words: str, name: str) -> QPushButton:
    """Return a button."""
    button = QPushButton(words)
    button.setObjectName(name)
    return button
