"""A clerk at the window who has mouse and keys alone, and counts what they do.

A click, a key that is no content, and a chord of keys are one action each. Words and figures that are typed are
content: they are noted, not counted.
"""

import time
from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QInputMethodEvent, QKeySequence, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QCheckBox,
    QLabel,
    QMainWindow,
    QPushButton,
    QRadioButton,
    QScrollArea,
    QWidget,
)

_PATIENCE = 60.0
_LOOK_EVERY = 0.001  # seconds
_LOOK_AT_IT = 0.3  # seconds: longer than the pause before a check
_SHOWN = 24
_AT_MARK = 10
_NOTCH = 120


@dataclass(frozen=True)
class Deed:
    """Something done: in plain words, and whether it counts."""

    words: str
    counts: bool


class Clerk:
    """Drives a window; `done` is what was done so far, and `told` hears of each deed after it was done.

    Only clicks and keys are sent, each to what is in sight and has the focus, as the hands of a clerk would.
    """

    def __init__(self, window: QMainWindow, told: Callable[[Deed], object] | None = None) -> None:
        self._window = window
        self._told = told
        self.done: list[Deed] = []

    @property
    def actions(self) -> int:
        """How many actions there were."""
        return sum(deed.counts for deed in self.done)

    @property
    def account(self) -> str:
        """The numbered list of all that was done, content without a number."""
        lines, number = [], 0
        for deed in self.done:
            number += deed.counts
            lines.append(f"{number:3}. {deed.words}" if deed.counts else f"     {deed.words}")
        return "\n".join(lines)

    @property
    def front(self) -> QWidget:
        """The window's dialog in front, else the window; those of other windows are none of the clerk's."""
        modal = QApplication.activeModalWidget()
        above = modal
        while above is not None and above is not self._window:
            above = above.parentWidget()
        return modal if modal is not None and above is not None else self._window

    def click(self, name: str) -> None:
        """Click on the middle of a widget that is in sight, can be clicked, and is not behind another."""
        widget = self.see(name)
        self.wait(widget.isEnabled)
        place = _place_to_click(widget)
        self._scroll_to(widget, place)
        hit = widget.window().childAt(widget.mapTo(widget.window(), place))
        assert hit is widget or widget.isAncestorOf(hit), f"{name} lies behind {hit}"
        QTest.mouseClick(widget, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, place)
        self._note(f"点“{_words_of(widget) or name}”", counts=True)

    def press(self, keys: str) -> None:
        """Press a key or a chord where the focus is."""
        chord = QKeySequence(keys)[0]
        meaning = self._meaning(keys)
        QTest.keyClick(self._focus(), chord.key(), chord.keyboardModifiers())
        self._note(f"按 {keys}{'：' if meaning else ''}{meaning}", counts=True)

    def type(self, words: str) -> None:
        """Type content where the focus is: Chinese as an input method hands it over, the rest key by key."""
        for char in words:
            if char == "\n":
                self.press("Return")
            elif char.isascii():
                QTest.keyClicks(self._focus(), char)
            else:
                committed = QInputMethodEvent()
                committed.setCommitString(char)
                QApplication.sendEvent(self._focus(), committed)
            QApplication.processEvents()
        shown = words if len(words) <= _SHOWN else f"{words[:_SHOWN]}…（{len(words)} 字）"
        self._note(f"　输入：{shown}", counts=False)

    def see(self, name: str) -> QWidget:
        """Wait until a widget of that name is in sight, and painted if it was not, and return it."""
        if self._seen(name) is None:
            self.wait(lambda: self._seen(name) is not None)
            _pause()
        found = self._seen(name)
        assert found is not None
        return found

    def sees(self, name: str) -> bool:
        """Return whether a widget of that name is in sight."""
        return self._seen(name) is not None

    def read(self, name: str) -> str:
        """Return what a label or a button says."""
        return _words_of(self.see(name))

    def wait(self, done: Callable[[], bool]) -> None:
        """Wait until something is so."""
        latest = time.monotonic() + _PATIENCE
        while not done():
            assert time.monotonic() < latest, f"waited in vain after:\n{self.account}"
            _pause()

    def await_dialog(self, name: str) -> None:
        """Wait until the dialog of that name has the keys."""
        self.wait(lambda: self.front.objectName() == name)

    def await_checks(self) -> None:
        """Look at the report for as long as the checks take after the last key."""
        self.look_about(_LOOK_AT_IT)

    def look_about(self, seconds: float) -> None:
        """Take the hands off the keys for a while."""
        over = time.monotonic() + seconds
        self.wait(lambda: time.monotonic() > over)

    def _scroll_to(self, widget: QWidget, place: QPoint) -> None:
        """Turn the wheel over what scrolls until a place is in sight; that is one action, if it is any."""
        area: QWidget | None = widget
        while area is not None and not isinstance(area, QScrollArea):
            area = area.parentWidget()
        if area is None:
            return
        turned = False
        while not area.viewport().rect().contains(widget.mapTo(area.viewport(), place)):
            up = widget.mapTo(area.viewport(), place).y() < 0
            before = area.verticalScrollBar().value()
            _turn_wheel(area.viewport(), up=up)
            assert area.verticalScrollBar().value() != before, "the wheel does not bring it into sight"
            turned = True
        if turned:
            self._note("转动滚轮", counts=True)

    def _note(self, words: str, *, counts: bool) -> None:
        deed = Deed(words, counts)
        self.done.append(deed)
        QApplication.processEvents()
        if self._told:
            self._told(deed)

    def _focus(self) -> QWidget:
        """Return what the keys go to, after the front window has them: no window manager sees to that here."""
        if popup := QApplication.activePopupWidget():
            return popup
        if QApplication.activeWindow() is not self.front:
            self.front.activateWindow()
            self.wait(lambda: QApplication.activeWindow() is self.front)
        return QApplication.focusWidget() or self.front

    def _seen(self, name: str) -> QWidget | None:
        found = [one for one in self.front.findChildren(QWidget, name) if one.isVisible()]
        return found[-1] if found else None

    def _meaning(self, keys: str) -> str:
        """Return the words of the command that a chord gives, or of the button that has the focus."""
        wanted = QKeySequence(keys)
        if self.front is self._window:
            for action in self._window.actions():
                if action.isEnabled() and wanted in action.shortcuts():
                    return _plain(action.text())
        return _words_of(self._button_of_enter()) if keys == "Return" else ""

    def _button_of_enter(self) -> QWidget | None:
        """Return the button that Enter presses: the one with the focus, else that of the dialog."""
        focus = QApplication.focusWidget()
        if isinstance(focus, QPushButton):
            return focus
        return next((one for one in self.front.findChildren(QPushButton) if one.isDefault()), None)


def _pause() -> None:
    """Let the window work, and then the threads beside it: Qt's own waiting keeps them from that."""
    QApplication.processEvents()
    time.sleep(_LOOK_EVERY)


def _place_to_click(widget: QWidget) -> QPoint:
    """Return the middle; of a box or a round button the mark at its left end, for not all of its width takes clicks."""
    middle = widget.rect().center()
    if isinstance(widget, QCheckBox | QRadioButton):
        return QPoint(_AT_MARK, middle.y())
    return middle


def _turn_wheel(area: QWidget, *, up: bool) -> None:
    """Turn the wheel by one notch over the middle of an area."""
    place = QPointF(area.rect().center())
    turn = QWheelEvent(
        place,
        area.mapToGlobal(place),
        QPoint(),
        QPoint(0, _NOTCH if up else -_NOTCH),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(area, turn)


def _words_of(widget: QWidget | None) -> str:
    if isinstance(widget, QAbstractButton | QLabel):
        return _plain(widget.text())
    return ""


def _plain(words: str) -> str:
    """Return the words of a button or a command without the letter of its key."""
    return words.split("(&")[0].split("\n")[0].replace("&", "").strip()
