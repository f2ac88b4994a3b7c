"""How a finding is drawn in the list: sign and place, the sentence wrapped below, the rule small at the end."""

from dataclasses import dataclass

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from gui.theme import Theme
from gui.widgets.kept_pictures import KeptPictures
from gui.widgets.wrapping import Wrapping

LINE = Qt.ItemDataRole.UserRole

_MARGIN = 8
_GAP = 4
_SMALLER = 0.85
_MOST_LINES = 4
_MANY_LINES = 2  # of a sentence: longer, it does not name the place again that stands above it
_MOST_KEPT = 4096
_MOST_PICTURES = 32

Index = QModelIndex | QPersistentModelIndex


@dataclass(frozen=True)
class FindingLine:
    """What the list shows of a finding, or with nothing but `place` the heading of a group, or of a page in it.

    `short` is the message without the place.
    """

    role: str
    place: str
    message: str = ""
    rule: str = ""
    fix: str = ""
    of_page: bool = False
    short: str = ""

    @property
    def is_heading(self) -> bool:
        """Whether it heads a group."""
        return not self.message

    @property
    def tail(self) -> str:
        """The small words at the end: the remedy there is, and the rule."""
        return f"可以{self.fix}　{self.rule}" if self.fix else self.rule


class FindingDelegate(QStyledItemDelegate):
    """Draws the lines of the findings list as plain text, as tall as their words need at the list's width."""

    def __init__(self, view: QListView, theme: Theme) -> None:
        super().__init__(view)
        self._view = view
        self._theme = theme
        self._wrapping = Wrapping()
        self._fonts = _fonts(view.font())
        self._pictures = KeptPictures(_MOST_PICTURES)
        self._heights: dict[tuple[FindingLine, int, bool], int] = {}

    def height(self, line: FindingLine, width: int, chosen: bool) -> int:
        """Return the height that the words of a line need in that width."""
        if self._fonts[1] != self._view.font() or len(self._heights) >= _MOST_KEPT:
            self._fonts = _fonts(self._view.font())
            self._heights.clear()
            self._pictures.forget()
        key = line, width, chosen
        if key not in self._heights:
            parts = self._parts(line, width, chosen)
            words = sum(len(lines) * QFontMetrics(font).lineSpacing() + _GAP for lines, font, _ in parts)
            self._heights[key] = _MARGIN + words - _GAP + _MARGIN
        return self._heights[key]

    def _is_chosen(self, index: Index) -> bool:
        return self._view.currentIndex() == index

    def _parts(self, line: FindingLine, width: int, chosen: bool) -> list[tuple[tuple[str, ...], QFont, str]]:
        """Return each stretch of text in lines, with its font and role, from top to bottom.

        A long sentence, as one that lists many cells, is shown whole only while it is chosen.
        """
        bold, plain, small = self._fonts
        texts = [(line.place, bold, line.role, 0)]
        if not line.is_heading:
            most = 0 if chosen else _MOST_LINES
            whole = self._wrapping.lines(line.message, plain, width - 2 * _MARGIN)
            said = line.short if line.short and len(whole) > _MANY_LINES else line.message
            texts += [(said, plain, "text", most), (line.tail, small, "quiet_text", 0)]
        room = width - 2 * _MARGIN
        return [
            (self._wrapping.lines(text, font, room, most), font, role) for text, font, role, most in texts
        ]

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw the line; the chosen one on the ground of a selection."""
        line: FindingLine = index.data(LINE)
        rect: QRect = option.rect  # type: ignore[attr-defined] # missing in the stubs
        state: QStyle.StateFlag = option.state  # type: ignore[attr-defined] # missing in the stubs
        chosen, selected = self._is_chosen(index), bool(state & QStyle.StateFlag.State_Selected)
        look = line, chosen, selected
        self._pictures.draw(painter, rect, look, lambda inner: self._draw(inner, rect, *look))

    def _draw(self, painter: QPainter, rect: QRect, line: FindingLine, chosen: bool, selected: bool) -> None:
        painter.fillRect(rect, self._view.palette().base())
        if line.is_heading and not line.of_page:
            painter.fillRect(rect, self._theme.colour("window"))
        elif selected:
            painter.fillRect(rect, self._theme.colour("selection"))
        top = rect.top() + _MARGIN
        for words, font, role in self._parts(line, rect.width(), chosen):
            painter.setFont(font)
            painter.setPen(self._theme.colour(role))
            metrics = QFontMetrics(font)
            for one in words:  # as they were measured, one by one
                painter.drawText(rect.left() + _MARGIN, top + metrics.ascent(), one)
                top += metrics.lineSpacing()
            top += _GAP
        painter.setPen(self._theme.colour("line"))
        painter.drawLine(rect.bottomLeft(), rect.bottomRight())


def _fonts(plain: QFont) -> tuple[QFont, QFont, QFont]:
    """Return the writing of place, sentence and tail."""
    bold, small = QFont(plain), QFont(plain)
    bold.setBold(True)
    small.setPointSizeF(plain.pointSizeF() * _SMALLER)
    return bold, QFont(plain), small
