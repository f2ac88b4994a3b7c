"""What to do where a report cannot simply be written to its file: the place refuses, or somebody was at it since.

Each question returns its box, which is open.
"""

from collections.abc import Callable

from PySide6.QtWidgets import QMessageBox, QWidget

from core.errors import GoneError, OutputError, OvertakenError
from gui.messages import CANCEL, Choice, ask

Answer = Callable[[], object]


def ask_elsewhere(parent: QWidget, error: OutputError, safe: str, save_as: Answer) -> QMessageBox:
    """Say why a report was not saved and what is safe, and offer to save it to another place."""
    read = Choice("知道了", "notSavedRead", role="Reject")
    return ask(parent, f"{error}{safe}", "notSavedBox", _elsewhere(save_as), read)


def ask_over(parent: QWidget, error: OvertakenError, save_as: Answer, cover: Answer) -> QMessageBox:
    """Say that somebody saved the report since; offer another file, or to cover theirs where it can be kept."""
    over = Choice("用这一份盖住，那一份留在旧版本里(&O)", "coverTheirs", cover)
    choices = (_elsewhere(save_as), over, CANCEL) if error.can_keep else (_elsewhere(save_as), CANCEL)
    return ask(parent, str(error), "overtakenBox", *choices)


def ask_again(parent: QWidget, error: GoneError, save_as: Answer, write_again: Answer) -> QMessageBox:
    """Say that the file was taken away since; offer another one, or to write it once more under its old name."""
    again = Choice("照原名再存一份(&O)", "writeAgain", write_again)
    return ask(parent, str(error), "goneBox", _elsewhere(save_as), again, CANCEL)


def _elsewhere(save_as: Answer) -> Choice:
    return Choice("另存为(&A)…", "saveElsewhere", save_as, "Accept")
