"""Folders of this computer as its system names them, and whether something is there now."""

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import QStandardPaths

PATIENCE = 0.05  # seconds: so long the window may stand still without anybody noticing

OPTIONS = "options"  # property of the window in which a dialog finds the folder opened last

Answer = TypeVar("Answer")


def documents() -> Path:
    """Return the clerk's folder for documents, or the home folder where the system names none that answers."""
    named = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
    return Path(named) if named and is_so(Path(named).is_dir) else Path.home()


def is_so(asked: Callable[[], bool]) -> bool:
    """Return what a disk answers within a moment; no where it has no answer by then, as a share that is off."""
    return soon(partial(says, asked), otherwise=False)


def soon(asked: Callable[[], Answer], otherwise: Answer) -> Answer:
    """Return what a disk answers within a moment, else what is taken instead.

    It is for a proposal, which may be either: what must be known is to be asked by `Questions`.
    """
    from gui.asking import Asking  # not before the first question

    try:
        return Asking(1).submit(asked).result(PATIENCE)
    except TimeoutError:
        return otherwise


def says(asked: Callable[[], bool]) -> bool:
    """Return what a disk answers, however long it takes; no where it has no answer, or for a name that none can have."""
    try:
        return asked()
    except (OSError, ValueError):
        return False
