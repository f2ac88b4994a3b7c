"""The long titles of the outline: in two lines where there is room for it, else with dots at their end."""

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, QPersistentModelIndex
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from gui.widgets.wrapping import Wrapping

INDENT = "     "  # below a sign
LINE_END = "\u2028"  # the only one that is drawn as one
_BEYOND = 1  # pixel: letters are parts of one wider than measured


class TitleLines(QStyledItemDelegate):
    """Draws the rows of a list whose first line is a title; `wrap` says which titles take two lines."""

    def __init__(self, view: QListView) -> None:
        super().__init__(view)
        self._view = view
        self._wrapping = Wrapping()
        self._wrapped: dict[int, str] = {}

    def wrap(self, rows: Sequence[str], spare: int) -> frozenset[int]:
        """Break the titles that do not stand in one line, the first ones first, as far as so many lines are to spare.

        Returns the rows whose titles take two.
        """
        before, self._wrapped = self._wrapped, {}
        for row, words in enumerate(rows):
            if len(self._wrapped) >= spare:
                break
            if broken := self._broken(words):
                self._wrapped[row] = broken
        if self._wrapped != before:
            self._view.viewport().update()
        return frozenset(self._wrapped)

    def _broken(self, words: str) -> str:
        """Return the words of a row with its title in two lines, "" where one is enough or two are not."""
        title, *below = words.split("\n")
        margin = self._view.style().pixelMetric(QStyle.PixelMetric.PM_FocusFrameHMargin, None, self._view) + 1
        room, metrics = self._view.viewport().width() - 2 * margin - _BEYOND, self._view.fontMetrics()
        if metrics.horizontalAdvance(title) <= room:
            return ""
        first = self._wrapping.lines(title, self._view.font(), room)[0]
        rest = INDENT + title.removeprefix(first).lstrip()
        is_whole = title.startswith(first) and metrics.horizontalAdvance(rest) <= room
        return LINE_END.join((first, rest, *below)) if is_whole else ""

    def initStyleOption(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Take the words as they are broken."""
        super().initStyleOption(option, index)
        if index.row() in self._wrapped:
            option.text = self._wrapped[index.row()]  # type: ignore[attr-defined] # missing in the stubs
