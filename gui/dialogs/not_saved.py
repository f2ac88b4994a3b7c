"""What to do where a report cannot simply be written to its file: the place refuses, or somebody saved it since."""

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from core.errors import OutputError, OvertakenError
from gui.messages import plain_box

Answer = Callable[[], object]


def ask_elsewhere(parent: QWidget, error: OutputError, save_as: Answer) -> None:
    """Say why a report was not saved, and offer to save it to another place."""
    box = plain_box(parent, str(error), "notSavedBox")
    elsewhere = box.addButton("另存为(&A)…", box.ButtonRole.AcceptRole)
    elsewhere.setObjectName("saveElsewhere")
    read = box.addButton("知道了", box.ButtonRole.RejectRole)
    read.setObjectName("notSavedRead")
    box.setDefaultButton(elsewhere)
    box.setEscapeButton(read)
    elsewhere.clicked.connect(lambda: save_as())
    box.open()


def ask_over(parent: QWidget, error: OvertakenError, save_as: Answer, cover: Answer) -> None:
    """Say that somebody saved the report since; offer another file, or to cover theirs where it can be kept."""
    box = plain_box(parent, str(error), "overtakenBox")
    elsewhere = box.addButton("另存为(&A)…", box.ButtonRole.AcceptRole)
    elsewhere.setObjectName("saveElsewhere")
    if error.can_keep:
        over = box.addButton("用这一份盖住，那一份留在旧版本里(&O)", box.ButtonRole.ActionRole)
        over.setObjectName("coverTheirs")
        over.clicked.connect(lambda: cover())
    cancel = box.addButton("取消", box.ButtonRole.RejectRole)
    cancel.setObjectName("cancelButton")
    box.setDefaultButton(elsewhere)
    box.setEscapeButton(cancel)
    elsewhere.clicked.connect(lambda: save_as())
    box.open()
