"""A line of words that never widens its window: what has no room is cut, its less important end first."""

import re

from PySide6.QtCore import QEvent, QSize, Qt, QTimer
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QLabel, QSizePolicy

from gui.widgets.plain import plain

_LEAST_TAIL = 6  # letters: a shorter rest says nothing
_LEAST_BEFORE = 3  # letters before the end that is kept: a bracket and the sign that something is left out
_LEAST_NAME = 14  # letters: of a shorter rest of its name no file is known
_CLAUSE = re.compile("[，；。：]")


class ElidingLabel(QLabel):
    """Shows `head` and behind it `tail`: where room is short the middle of the tail goes, or its last clauses, then all of it.

    The end of the tail that is to be kept, as the name of a file, is cut last, and goes where too little of it is left.
    The head gives way only where it is longer than `widest` letters. All of both is said on hover, and by screen
    readers.
    """

    def __init__(self, name: str, *, widest: int = 40) -> None:
        super().__init__()
        self.setObjectName(name)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self._head = self._tail = self._keep = self._short = ""
        self._by_clause = False
        self._widest = widest
        self._widths: dict[str, int] = {}
        self._least: int | None = None  # asked for again and again at each new layout of the window

    def show_words(
        self, head: str, tail: str = "", *, keep: str = "", by_clause: bool = False, short: str = ""
    ) -> None:
        """Show other words; `keep` is the end of the tail that is to stay whole, `by_clause` cuts between its clauses.

        `short` says the same in fewer words: it is shown where not all has room and it has.
        """
        if (head, tail) != (self._head, self._tail):
            self._head, self._tail, self._keep, self._by_clause = head, tail, keep, by_clause
            self._short = short
            self._forget()
            self.setAccessibleName(head + tail)
            self.setText(head + tail)
            self.setToolTip("")
            self.updateGeometry()
            QTimer.singleShot(0, self, self._elide)  # once the layout has given it its room

    def sizeHint(self) -> QSize:
        """Ask for room for all words."""
        return QSize(self._wide(self._head + self._tail) + self._around(), super().sizeHint().height())

    def minimumSizeHint(self) -> QSize:
        """Ask for room for the head at least."""
        return QSize(self.least_width(), super().sizeHint().height())

    def least_width(self) -> int:
        """Return the room that the head takes at least."""
        if self._least is None:
            head = min(self._wide(self._head), self._widest * self._wide("年"))
            self._least = head + self._around() if head else 0
        return self._least

    def _forget(self) -> None:
        """Measure anew."""
        self._widths.clear()
        self._least = None

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Show as much as fits now."""
        super().resizeEvent(event)
        self._elide()

    def changeEvent(self, event: QEvent) -> None:
        """Measure anew where the writing has another size."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self._forget()
            self._elide()

    def _elide(self) -> None:
        whole = self._head + self._tail
        if not whole:  # fonts are slow to load: not before there is something to measure
            return
        room = self.width() - self._around()
        shown = whole if self._wide(whole) <= room else self._cut(room)
        if shown != self.text():
            self.setText(shown)
        self.setToolTip(plain(whole) if shown != whole else "")

    def _cut(self, room: int) -> str:
        """Return what of the words fits."""
        measure = self.fontMetrics()
        if self._short and self._wide(self._short) <= room:
            return self._short
        rest = room - self._wide(self._head)
        if rest < _LEAST_TAIL * self._wide("年"):
            return (
                self._head if rest >= 0 else measure.elidedText(self._head, Qt.TextElideMode.ElideRight, room)
            )
        if self._keep:
            return self._head + self._cut_before_name(rest)
        if self._by_clause and (clauses := self._whole_clauses(rest)):
            return self._head + clauses
        return self._head + measure.elidedText(self._tail, Qt.TextElideMode.ElideMiddle, rest)

    def _whole_clauses(self, room: int) -> str:
        """Return the first clauses of the tail, as many as fit; "" where that is little, or where there are none."""
        ends = [f"{self._tail[: stop.start()]}…" for stop in _CLAUSE.finditer(self._tail)]
        longest = next((one for one in reversed(ends[:-1]) if self._wide(one) <= room), "")
        return longest if self._wide(longest) * 2 >= room else ""

    def _cut_before_name(self, room: int) -> str:
        """Return what of the tail fits: what stands before the end that is to be kept goes first."""
        measure, letter = self.fontMetrics(), self._wide("年")
        before = room - self._wide(self._keep)
        if before >= _LEAST_BEFORE * letter:
            start = self._tail.removesuffix(self._keep)
            return measure.elidedText(start, Qt.TextElideMode.ElideRight, before) + self._keep
        if room < _LEAST_NAME * letter:
            return ""
        return measure.elidedText(f"{self._tail[:1]}…{self._keep}", Qt.TextElideMode.ElideMiddle, room)

    def _wide(self, text: str) -> int:
        """Return how wide a text is; asked for again and again at each new layout of the window."""
        if text and text not in self._widths:
            self._widths[text] = self.fontMetrics().horizontalAdvance(text)
        return self._widths.get(text, 0)

    def _around(self) -> int:
        margins = self.contentsMargins()
        return margins.left() + margins.right() + 2
