"""The entries of the menu that name the next steps of the history."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction

if TYPE_CHECKING:  # the home page must not wait for what is needed with a report
    from PySide6.QtGui import QUndoStack

    from gui.panes.review import ReviewPage

_STEPS = {"undo": ("撤销", "(&U)"), "redo": ("重做", "(&R)")}


def follow_steps(actions: Mapping[str, QAction], history: QUndoStack) -> None:
    """Let the entries for undo and redo say what they would take back or do again, from now on, and whether they can."""
    forget_steps(actions)
    history.canUndoChanged.connect(actions["undo"].setEnabled)
    history.canRedoChanged.connect(actions["redo"].setEnabled)
    history.undoTextChanged.connect(_Namer(actions["undo"], history.undoText()).name)
    history.redoTextChanged.connect(_Namer(actions["redo"], history.redoText()).name)


def enable_steps(actions: Mapping[str, QAction], history: QUndoStack) -> None:
    """Let the entries be open to what the history has now, and name it."""
    actions["undo"].setEnabled(history.canUndo())
    actions["redo"].setEnabled(history.canRedo())
    for name, words in (("undo", history.undoText()), ("redo", history.redoText())):
        for namer in actions[name].findChildren(_Namer):
            namer.name(words)


def follow_review(actions: Mapping[str, QAction], page: ReviewPage) -> None:
    """Let the entries be open to what can be taken back in a review, as long as it is in sight; they name no step."""
    for name in _STEPS:
        for namer in actions[name].findChildren(_Namer):
            namer.name("")

    def enable() -> None:
        if page.isVisible():
            for name, can in zip(_STEPS, page.steps.can, strict=True):
                actions[name].setEnabled(can)

    page.steps.changed.connect(enable)
    enable()


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
