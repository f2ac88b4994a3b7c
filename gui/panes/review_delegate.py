"""How an entry of the review is drawn: headings, paragraphs and rows of figures, each with its sign and words."""

import re

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from core.importers.reviewing import Entry, Figure, Sign
from core.labels import as_printed
from gui.panes.review_columns import Head, heads, lines_between
from gui.theme import Theme

ENTRY = Qt.ItemDataRole.UserRole
SIGNS: dict[Sign, tuple[str, str]] = {
    "": ("", "text"),
    "sure": ("✓ 有把握", "ok"),
    "check": ("? 请核对", "warning"),
    "absent": ("✖ 没有读到", "error"),
    "seen": ("✓ 已核对", "ok"),
    "changed": ("✓ 已改", "ok"),
    "blank": ("空着", "quiet_text"),
}

_MARGIN, _GAP, _LABEL_SHARE = 6, 4, 0.34
_WIDEST = 11  # letters: few figures leave the room that they do not need to the label
_SHORTER = 4  # at both ends: the lines of neighbours under their groups do not meet
_WRAP = int(Qt.TextFlag.TextWordWrap)
_WRAP_ANYWHERE = _WRAP | int(Qt.TextFlag.TextWrapAnywhere)
_MIDDLE = _WRAP_ANYWHERE | int(Qt.AlignmentFlag.AlignCenter)
_UNBROKEN = re.compile("[!-~]{40,}")
_TALLEST = 10_000
_MANY = 8
_BOLD = ("section", "rest", "table")
_INDENT = {0: 0, 1: 0, 2: 0, 3: 1, 4: 2}

Index = QModelIndex | QPersistentModelIndex
Stretch = tuple[QRect, str, QFont, str, int]


class ReviewDelegate(QStyledItemDelegate):
    """Draws the entries as plain text, as tall as their words need at the list's width."""

    def __init__(self, view: QListView, theme: Theme) -> None:
        super().__init__(view)
        self._view = view
        self._theme = theme
        self._heights: dict[Entry, int] = {}
        self._heads: dict[Entry, list[Head]] = {}
        self._tall: dict[tuple[str, int, str, int], int] = {}  # most rows say the same few words and figures
        self._measured_at = (0, 0.0)

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Return the list's width and the height that the words need in it."""
        width = self._view.viewport().width()
        return QSize(width, self.height(index.data(ENTRY), width))

    def height(self, entry: Entry, width: int) -> int:
        """Return the height that an entry needs in a width."""
        measured_at = (width, self._view.font().pointSizeF())
        if self._measured_at != measured_at:
            self._heights.clear()
            self._heads.clear()
            self._tall.clear()
            self._measured_at = measured_at
        if entry not in self._heights:
            stretches = self._stretches(entry, QRect(0, 0, width, _TALLEST))
            self._heights[entry] = max(room.bottom() for room, *_ in stretches) + _MARGIN
        return self._heights[entry]

    def _stretches(self, entry: Entry, frame: QRect) -> list[Stretch]:
        """Return each stretch of text with its place, font, role and alignment."""
        font = self._font(entry)
        sign, role = SIGNS[entry.sign]
        inner = _inner(frame)
        beside = self._sign_width() if entry.kind != "head" else 0
        end = QRect(inner.right() - beside, inner.top(), beside, _TALLEST)
        stretches = [self._fitted(end, sign, self._view.font(), role)] if sign else []
        room = self._beside_sign(inner)
        if entry.figures:
            return stretches + self._figures(entry, room)
        step = QFontMetrics(font).horizontalAdvance("字")
        room.setLeft(room.left() + _INDENT[entry.level] * step)
        text = f"{entry.label}：{entry.text}" if entry.kind == "fact" else entry.text
        role = "quiet_text" if entry.kind in ("group", "left") else "text"
        return [*stretches, self._fitted(room, text or " ", font, role)]

    def _figures(self, entry: Entry, room: QRect) -> list[Stretch]:
        """Return label and figures of a row, or the heads over them, in columns of one width."""
        edges = self._edges(entry, room)
        font = self._font(entry)
        stretches = []
        if edges[0] > room.left():
            box = QRect(room.left(), room.top(), edges[0] - room.left() - _GAP, _TALLEST)
            stretches.append(self._fitted(box, entry.text or " ", font, "text"))
        if entry.columns:
            placed = self._placed(entry, room)
            return stretches + [(one.words, one.text, font, "quiet_text", _MIDDLE) for one in placed]
        for figure, left, right in zip(entry.figures, edges, edges[1:], strict=False):
            words, role = _words(figure)
            box = QRect(left, room.top(), right - left - 1, _TALLEST)
            stretches.append(self._fitted(box, words, font, role, _MIDDLE))
        return stretches

    def _fitted(self, room: QRect, text: str, font: QFont, role: str, flags: int = _WRAP) -> Stretch:
        """Return a stretch whose room is as tall as its words."""
        text = as_printed(text)
        if _UNBROKEN.search(text):
            flags |= _WRAP_ANYWHERE
        known = text, room.width(), font.key(), flags & _WRAP_ANYWHERE
        if known not in self._tall:
            self._tall[known] = QFontMetrics(font).boundingRect(room, flags & _WRAP_ANYWHERE, text).height()
        return QRect(room.left(), room.top(), room.width(), self._tall[known]), text, font, role, flags

    def _edges(self, entry: Entry, room: QRect) -> list[int]:
        """Return where each column begins, and where the last one ends."""
        many = len(entry.figures)
        label = round(room.width() * _LABEL_SHARE) if many < _MANY or entry.text else 0
        if many >= _MANY:
            label = min(label, room.width() // 4)
        wide = (room.width() - label) / many
        if label:
            wide = min(wide, _WIDEST * QFontMetrics(self._view.font()).horizontalAdvance("字"))
            label = round(room.width() - many * wide)
        return [room.left() + label + round(number * wide) for number in range(many + 1)]

    def _placed(self, entry: Entry, room: QRect) -> list[Head]:
        """Return the heads over columns in their places; how they lie is measured once for a width."""
        if entry not in self._heads:
            inner = room.translated(-room.topLeft())
            self._heads[entry] = heads(
                entry.columns, self._edges(entry, inner), QFontMetrics(self._font(entry))
            )
        return [one.moved(room.topLeft()) for one in self._heads[entry]]

    def _rules(self, entry: Entry, frame: QRect) -> list[QRect]:
        """Return the lines in the heads over columns: under those that have others under them, and between near ones."""
        if not entry.columns:
            return []
        placed = self._placed(entry, self._beside_sign(_inner(frame)))
        rooms = (one.room.adjusted(_SHORTER, 0, -_SHORTER, 0) for one in placed if one.is_group)
        under = [QRect(room.left(), room.bottom() + 2, room.width(), 1) for room in rooms]
        return under + lines_between(placed, QFontMetrics(self._font(entry)))

    def _beside_sign(self, inner: QRect) -> QRect:
        """Return the room for words and figures, in which they may be as tall as they need."""
        return QRect(inner.left(), inner.top(), inner.width() - self._sign_width() - _GAP, _TALLEST)

    def _font(self, entry: Entry) -> QFont:
        font = QFont(self._view.font())
        font.setBold(entry.kind in _BOLD)
        if entry.kind == "head":
            font.setPointSizeF(font.pointSizeF() * 0.8)
        return font

    def _sign_width(self) -> int:
        return QFontMetrics(self._view.font()).horizontalAdvance("✖ 没有读到") + _GAP

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw the entry; the chosen one on the ground of a selection."""
        entry: Entry = index.data(ENTRY)
        rect: QRect = option.rect  # type: ignore[attr-defined] # missing in the stubs
        state: QStyle.StateFlag = option.state  # type: ignore[attr-defined] # missing in the stubs
        if state & QStyle.StateFlag.State_Selected:
            self.draw(painter, entry, rect, "selection")
        else:
            self.draw(painter, entry, rect, "head_cell" if entry.kind in ("head", "table", "rest") else "")

    def draw(self, painter: QPainter, entry: Entry, rect: QRect, ground: str) -> None:
        """Draw an entry on a ground, "" for that of the list."""
        painter.save()
        if ground:
            painter.fillRect(rect, self._theme.colour(ground))
        for room, text, font, role, flags in self._stretches(entry, rect):
            painter.setFont(font)
            painter.setPen(self._theme.colour(role))
            painter.drawText(room, flags, text)
        painter.setPen(self._theme.colour("line"))
        for rule in self._rules(entry, rect):
            painter.fillRect(rule, self._theme.colour("line"))
        painter.drawLine(rect.bottomLeft(), rect.bottomRight())
        painter.restore()


def _inner(frame: QRect) -> QRect:
    return frame.adjusted(_MARGIN, _MARGIN, -_MARGIN, 0)


def _words(figure: Figure) -> tuple[str, str]:
    """Return what stands in a column, with the sign of a figure that wants a look."""
    sign, role = SIGNS[figure.sign]
    mark = f"{sign[0]} " if figure.sign in ("check", "absent", "changed") else ""
    return f"{mark}{figure.value}" or " ", role if mark else "text"


def spoken(entry: Entry) -> str:
    """Return an entry in words, for a screen reader and for searching."""
    figures = "，".join(f"{figure.label} {figure.value or '空'}" for figure in entry.figures)
    words = "：".join(part for part in (entry.label, entry.text, figures) if part)
    sign = SIGNS[entry.sign][0]
    return f"{words}；{sign}" if sign else words
