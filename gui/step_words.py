"""What a step of the history is called, and the entries of the menu that name the next ones."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction

if TYPE_CHECKING:  # the home page must not wait for what is needed with a report
    from PySide6.QtGui import QUndoStack

    from core.edits import Edit

_CELLS = "单元格"
_STEPS = {"undo": ("撤销", "(&U)"), "redo": ("重做", "(&R)")}


def step_words(edit: Edit) -> str:
    """Return the name of an edit; one of several cells says how many."""
    label = edit.label
    if len(edit.cells) > 1 and not any(char.isdigit() for char in label):
        return label.replace(_CELLS, f" {len(edit.cells)} 个{_CELLS}")
    return label


def name_steps(actions: Mapping[str, QAction], history: QUndoStack) -> None:
    """Let the entries for undo and redo say what they would take back or do again, from now on."""
    forget_steps(actions)
    history.undoTextChanged.connect(_Namer(actions["undo"], history.undoText()).name)
    history.redoTextChanged.connect(_Namer(actions["redo"], history.redoText()).name)


def forget_steps(actions: Mapping[str, QAction]) -> None:
    """Let the entries name no step: no report is open."""
    for name in _STEPS:
        for namer in actions[name].findChildren(_Namer):
            namer.name("")
            namer.setParent(None)
            namer.deleteLater()


class _Namer(QObject):
    """Names one entry; it goes with it, whatever the history still tells then."""

    def __init__(self, action: QAction, words: str) -> None:
        super().__init__(action)
        self._action = action
        self._words: str | None = None
        self.name(words)

    def name(self, words: str) -> None:
        """Let the entry name that step, "" for none; the history tells of each step, be it called as the last one."""
        if words == self._words:
            return
        self._words = words
        verb, letter = _STEPS[self._action.objectName()]
        whole = f"{verb}：{words}" if words else verb
        icon_words = self._action.iconText()
        self._action.setText(whole.replace("&", "&&") + letter)
        self._action.setIconText(icon_words)
        self._action.setToolTip(whole.replace("<", "＜"))
