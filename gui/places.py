"""Folders of this computer as its system names them, and whether something is there now."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QStandardPaths


def documents() -> Path:
    """Return the clerk's folder for documents, or the home folder where the system names none."""
    named = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
    return Path(named) if named and is_so(Path(named).is_dir) else Path.home()


def is_so(asked: Callable[[], bool]) -> bool:
    """Return what a disk answers; no where it has no answer, as on a share that is off or for a name that none can have."""
    try:
        return asked()
    except (OSError, ValueError):
        return False
