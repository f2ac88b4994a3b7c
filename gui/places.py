"""Folders of this computer as its system names them."""

from pathlib import Path

from PySide6.QtCore import QStandardPaths


def documents() -> Path:
    """Return the clerk's folder for documents, or the home folder where the system names none."""
    named = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
    return Path(named) if named and Path(named).is_dir() else Path.home()
