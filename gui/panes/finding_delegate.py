"""How a finding is drawn in the list: sign and place, the sentence wrapped below, the rule small at the end."""

from bisect import bisect_left
from dataclasses import dataclass
from functools import lru_cache

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from gui.theme import Theme

LINE = Qt.ItemDataRole.UserRole

_MARGIN = 8
_GAP = 4
_WRAP = int(Qt.TextFlag.TextWordWrap) | int(Qt.TextFlag.TextWrapAnywhere)
_SMALLER = 0.85
_TALLEST = 10_000
_MOST_LINES = 4
_MORE = "……"

Index = QModelIndex | QPersistentModelIndex


@dataclass(frozen=True)
class FindingLine:
    """What the list shows of a finding, or with nothing but `place` the heading of a group, or of a page in it."""

    role: str
    place: str
    message: str = ""
    rule: str = ""
    fix: str = ""
    of_page: bool = False

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

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Return the list's width and the height that the words need in it."""
        line: FindingLine = index.data(LINE)
        width = self._view.viewport().width()
        parts = self._parts(line, QRect(0, 0, width, _TALLEST), self._is_chosen(index))
        return QSize(width, parts[-1][0].bottom() + _MARGIN)

    def _is_chosen(self, index: Index) -> bool:
        return self._view.currentIndex() == index

    def _parts(self, line: FindingLine, frame: QRect, chosen: bool) -> list[tuple[QRect, str, QFont, str]]:
        """Return each stretch of text with its place, font and role, from top to bottom.

        A long sentence, as one that lists many cells, is shown whole only while it is chosen.
        """
        bold, plain, small = self._fonts()
        texts = [(line.place, bold, line.role)]
        if not line.is_heading:
            width = frame.width() - 2 * _MARGIN
            message = line.message if chosen else _clipped(line.message, plain.toString(), width)
            texts += [(message, plain, "text"), (line.tail, small, "quiet_text")]
        top = frame.top() + _MARGIN
        parts = []
        for text, font, role in texts:
            room = QRect(frame.left() + _MARGIN, top, frame.width() - 2 * _MARGIN, _TALLEST)
            height = _height(text, font.toString(), room.width())
            room.setHeight(height)
            parts.append((room, text, font, role))
            top += height + _GAP
        return parts

    def _fonts(self) -> tuple[QFont, QFont, QFont]:
        plain = self._view.font()
        bold, small = QFont(plain), QFont(plain)
        bold.setBold(True)
        small.setPointSizeF(plain.pointSizeF() * _SMALLER)
        return bold, plain, small

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw the line; the chosen one on the ground of a selection."""
        line: FindingLine = index.data(LINE)
        rect: QRect = option.rect  # type: ignore[attr-defined] # missing in the stubs
        state: QStyle.StateFlag = option.state  # type: ignore[attr-defined] # missing in the stubs
        painter.save()
        if line.is_heading and not line.of_page:
            painter.fillRect(rect, self._theme.colour("window"))
        elif state & QStyle.StateFlag.State_Selected:
            painter.fillRect(rect, self._theme.colour("selection"))
        for room, text, font, role in self._parts(line, rect, self._is_chosen(index)):
            painter.setFont(font)
            painter.setPen(self._theme.colour(role))
            painter.drawText(room, _WRAP, text)
        painter.setPen(self._theme.colour("line"))
        painter.drawLine(rect.bottomLeft(), rect.bottomRight())
        painter.restore()


@lru_cache(maxsize=4096)
def _height(text: str, font_name: str, width: int) -> int:
    """Return how tall words are that wrap in a width: the list asks for all of its lines after each check."""
    font = QFont()
    font.fromString(font_name)
    return QFontMetrics(font).boundingRect(QRect(0, 0, width, _TALLEST), _WRAP, text).height()


@lru_cache(maxsize=512)
def _clipped(text: str, font_name: str, width: int) -> str:
    """Return as much of a sentence as a few lines of that width take."""
    font = QFont()
    font.fromString(font_name)
    metrics = QFontMetrics(font)
    most = _MOST_LINES * metrics.lineSpacing() + metrics.leading()

    def is_too_tall(size: int) -> bool:
        room = QRect(0, 0, width, _TALLEST)
        return metrics.boundingRect(room, _WRAP, text[:size] + _MORE).height() > most

    if not is_too_tall(len(text)):
        return text
    size = bisect_left(range(1, len(text)), x=True, key=is_too_tall)
    return text[:size] + _MORE
