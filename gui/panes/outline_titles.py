"""The long titles of the outline: in two lines where there is room for it, else with dots at their end."""

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, QPersistentModelIndex
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from gui.widgets.wrapping import Wrapping

INDENT = "     "  # below a sign
LINE_END = "\u2028"  # the only one that is drawn as one
_BEYOND = 1  # pixel: letters are parts of one wider than measured
_MOST_KNOWN = 256


class TitleLines(QStyledItemDelegate):
    """Draws the rows of a list whose first line is a title; `wrap` says which titles take two lines."""

    def __init__(self, view: QListView) -> None:
        super().__init__(view)
        self._view = view
        self._wrapping = Wrapping()
        self._wrapped: dict[int, str] = {}
        self._known: dict[tuple[str, int, str], tuple[str, str] | None] = {}

    def wrap(self, rows: Sequence[str], spare: int) -> frozenset[int]:
        """Break the titles that do not stand in one line, the first ones first, as far as so many lines are to spare.

        Returns the rows whose titles take two.
        """
        before, self._wrapped = self._wrapped, {}
        margin = self._view.style().pixelMetric(QStyle.PixelMetric.PM_FocusFrameHMargin, None, self._view) + 1
        room, font = self._view.viewport().width() - 2 * margin - _BEYOND, self._view.font().key()
        for row, words in enumerate(rows):
            if len(self._wrapped) >= spare:
                break
            title, *below = words.split("\n")
            if two := self._in_two(title, room, font):
                self._wrapped[row] = LINE_END.join((*two, *below))
        if (
            self._wrapped.keys() != before.keys()
        ):  # where other words stand in a row it is painted anew anyway
            self._view.viewport().update()
        return frozenset(self._wrapped)

    def _in_two(self, title: str, room: int, font: str) -> tuple[str, str] | None:
        """Return a title in two lines, None where one is enough or two are not; measured once, for titles stay."""
        key = title, room, font
        if key not in self._known:
            if len(self._known) >= _MOST_KNOWN:
                self._known.clear()
            self._known[key] = self._broken(title, room)
        return self._known[key]

    def _broken(self, title: str, room: int) -> tuple[str, str] | None:
        metrics = self._view.fontMetrics()
        if metrics.horizontalAdvance(title) <= room:
            return None
        first = self._wrapping.lines(title, self._view.font(), room)[0]
        rest = INDENT + title.removeprefix(first).lstrip()
        is_whole = title.startswith(first) and metrics.horizontalAdvance(rest) <= room
        return (first, rest) if is_whole else None

    def initStyleOption(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Take the words as they are broken."""
        super().initStyleOption(option, index)
        if index.row() in self._wrapped:
            option.text = self._wrapped[index.row()]  # type: ignore[attr-defined] # missing in the stubs
