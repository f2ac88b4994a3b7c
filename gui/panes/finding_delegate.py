"""How a finding is drawn in the list: sign and place, the sentence wrapped below, the rule small at the end."""

from dataclasses import dataclass

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

Index = QModelIndex | QPersistentModelIndex


@dataclass(frozen=True)
class FindingLine:
    """What the list shows of a finding, or with nothing but `place` the heading of a group."""

    role: str
    place: str
    message: str = ""
    rule: str = ""
    fix: str = ""

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
        parts = self._parts(line, QRect(0, 0, width, _TALLEST))
        return QSize(width, parts[-1][0].bottom() + _MARGIN)

    def _parts(self, line: FindingLine, frame: QRect) -> list[tuple[QRect, str, QFont, str]]:
        """Return each stretch of text with its place, font and role, from top to bottom."""
        bold, plain, small = self._fonts()
        texts = [(line.place, bold, line.role)]
        if not line.is_heading:
            texts += [(line.message, plain, "text"), (line.tail, small, "quiet_text")]
        top = frame.top() + _MARGIN
        parts = []
        for text, font, role in texts:
            room = QRect(frame.left() + _MARGIN, top, frame.width() - 2 * _MARGIN, _TALLEST)
            height = QFontMetrics(font).boundingRect(room, _WRAP, text).height()
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
        if line.is_heading:
            painter.fillRect(rect, self._theme.colour("window"))
        elif state & QStyle.StateFlag.State_Selected:
            painter.fillRect(rect, self._theme.colour("selection"))
        for room, text, font, role in self._parts(line, rect):
            painter.setFont(font)
            painter.setPen(self._theme.colour(role))
            painter.drawText(room, _WRAP, text)
        painter.setPen(self._theme.colour("line"))
        painter.drawLine(rect.bottomLeft(), rect.bottomRight())
        painter.restore()
