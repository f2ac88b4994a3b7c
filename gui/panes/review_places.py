"""The places of a review that want a look, one under the other, with what was decided on each."""

import math

from PySide6.QtCore import (
    QModelIndex,
    QPersistentModelIndex,
    QPoint,
    QPointF,
    QRect,
    QSignalBlocker,
    QSize,
    Qt,
)
from PySide6.QtGui import QBrush, QFocusEvent, QFont, QPainter, QResizeEvent, QTextLayout, QTextOption
from PySide6.QtWidgets import (
    QListWidget,
    QListWidgetItem,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
)

from core.importers.reviewing import Place, Review, Sign
from core.importers.reviewing.places import count_before
from core.labels import as_printed
from gui.panes.review_delegate import SIGNS
from gui.theme import Theme

_LEAST_LINES = 2

Index = QModelIndex | QPersistentModelIndex


class _NoteDelegate(QStyledItemDelegate):
    """Measures and draws a note in the same width: beside the scroll bar, whether that is there or not.

    Qt lays the notes out in that, but asks for their rooms in the width of the whole list: the last line would be lost.
    """

    def __init__(self, view: QListWidget, theme: Theme) -> None:
        super().__init__(view)
        self._view = view
        self._theme = theme

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Return the room of all lines."""
        measured = QStyleOptionViewItem(option)
        self.initStyleOption(measured, index)
        words = self._words(measured, index)
        last = words.lineAt(words.lineCount() - 1)
        return QSize(self._view.viewport().width() // 2, math.ceil(last.y() + last.height()))

    def _words(self, option: QStyleOptionViewItem, index: Index) -> QTextLayout:
        view = self._view
        beside = 2 * self._beside(option) + 2 * view.spacing() + view.verticalScrollBar().sizeHint().width()
        font: QFont = option.font  # type: ignore[attr-defined] # missing in the stubs
        return _laid_out(index.data(), font, view.maximumViewportSize().width() - beside)

    def _beside(self, option: QStyleOptionViewItem) -> int:
        """Return how far from the edge Qt writes."""
        return self._view.style().pixelMetric(QStyle.PixelMetric.PM_FocusFrameHMargin, option, self._view) + 1

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw the ground as Qt does, and the words on it."""
        style = self._view.style()
        ground = QStyleOptionViewItem(option)
        self.initStyleOption(ground, index)
        ground.text = ""  # type: ignore[attr-defined] # missing in the stubs
        style.drawControl(QStyle.ControlElement.CE_ItemViewItem, ground, painter, self._view)
        rect: QRect = option.rect  # type: ignore[attr-defined] # missing in the stubs
        state: QStyle.StateFlag = option.state  # type: ignore[attr-defined] # missing in the stubs
        written: QBrush = index.data(Qt.ItemDataRole.ForegroundRole)
        is_chosen = bool(state & QStyle.StateFlag.State_Selected)
        painter.save()
        painter.setPen(self._theme.colour("selection_text") if is_chosen else written.color())
        self._words(ground, index).draw(painter, rect.topLeft() + QPoint(self._beside(ground), 0))
        painter.restore()


def _laid_out(text: str, font: QFont, width: int) -> QTextLayout:
    """Return words in lines of so many pixels, one below the other."""
    layout = QTextLayout(text.replace("\n", "\u2028"), font)
    wrap = QTextOption()
    wrap.setWrapMode(QTextOption.WrapMode.WordWrap)
    layout.setTextOption(wrap)
    layout.beginLayout()
    height = 0.0
    while (line := layout.createLine()).isValid():
        line.setLineWidth(width)
        line.setPosition(QPointF(0, height))
        height += line.height()
    layout.endLayout()
    return layout


class ReviewPlaces(QListWidget):
    """The places in the order of the source; one may be at hand."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.setObjectName("importNotes")
        self.setAccessibleName("请核对的地方")
        self.setWordWrap(True)
        self.setTextElideMode(Qt.TextElideMode.ElideNone)  # its rows are as tall as their words
        self.setSpacing(2)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QListWidget.ScrollMode.ScrollPerPixel)
        # its scroll bar alone would ask for more than a low window with large writing has
        self.setMinimumHeight(_LEAST_LINES * self.fontMetrics().lineSpacing())
        self._theme = theme
        self.setItemDelegate(_NoteDelegate(self, theme))
        self._review: Review | None = None
        self._passed = 0  # how many places are before the clerk where none is at hand

    def show_review(self, review: Review) -> None:
        """List the places of a review; none is at hand."""
        with QSignalBlocker(self):
            self.clear()
            self._review, self._passed = review, 0
            for _ in review.places:
                self.addItem(QListWidgetItem())
            self.refresh()
        self.setVisible(bool(review.places))

    def refresh(self) -> None:
        """Show how each place stands now."""
        if review := self._review:
            for row, place in enumerate(review.places):
                self._dress(self.item(row), place, review.reason_now(place))

    def _dress(self, item: QListWidgetItem, place: Place, reason: str) -> None:
        sign = self._sign(place)
        is_open = sign == place.sign
        words, role = SIGNS[sign]
        line = f"（第 {place.lines[0]} 行）" if place.lines and place.targets else ""
        text = f"{words}　{reason}\n{as_printed(place.title)}{line}"  # why comes first: two lines may be all there is
        if item.text() != text:  # setting it makes Qt measure all items anew
            item.setText(text)
            item.setForeground(self._theme.colour(role if is_open else "quiet_text"))

    def _sign(self, place: Place) -> Sign:
        review = self._review
        if review is None or review.is_open(place):
            return place.sign
        changed = any(review.sign_of(target) == "changed" for target in place.targets)
        return "changed" if changed else "seen"

    def whole_height(self) -> int:
        """Return the height in which every note stands in full."""
        return self.verticalScrollBar().maximum() + self.viewport().height() + 2 * self.frameWidth()

    def note_height(self) -> int:
        """Return the height in which the note at hand stands in full, 0 where there is none."""
        item = self.currentItem()
        around = 2 * (self.frameWidth() + self.spacing())
        return self.visualItemRect(item).height() + around if item else 0

    def place(self) -> Place | None:
        """Return the place at hand."""
        places = self._review.places if self._review else ()
        row = self.currentRow()
        return places[row] if 0 <= row < len(places) else None

    def point_at(self, place: Place | None, line: int = 0) -> None:
        """Take a place at hand without telling; None takes none, the clerk is at that line of the source then."""
        places = self._review.places if self._review else ()
        self._passed = count_before(places, line)
        with QSignalBlocker(self):
            self.setCurrentRow(places.index(place) if place else -1)
        self.show_at_hand()

    def show_at_hand(self) -> None:
        """Bring the place at hand into sight, or where none is the first that is still open."""
        review, hint = self._review, QListWidget.ScrollHint.EnsureVisible
        item = self.currentItem()
        if item is None and review:
            rows = (row for row, one in enumerate(review.places) if review.is_open(one))
            item, hint = self.item(next(rows, -1)), QListWidget.ScrollHint.PositionAtTop
        if item:
            self.scrollToItem(item, hint)

    def point_at_next(self, *, back: bool) -> bool:
        """Take the next open place at hand, or the one before; return whether there is one."""
        review, here = self._review, self.currentRow()
        first, last = (here + 1, here) if here >= 0 else (self._passed, self._passed)
        rows = [row for row, one in enumerate(review.places) if review.is_open(one)] if review else []
        if not rows or review is None:
            return False
        if back:
            row = next((one for one in reversed(rows) if one < last), rows[-1])
        else:
            row = next((one for one in rows if one >= first), rows[0])
        self.point_at(review.places[row])
        return True

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Take no place at hand for getting the keyboard alone, as Qt would; an arrow key or a click does."""
        is_chosen = self.currentRow() >= 0
        with QSignalBlocker(self):
            super().focusInEvent(event)
            if not is_chosen:
                self.setCurrentRow(-1)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Lay the notes out anew in another width."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.scheduleDelayedItemsLayout()
