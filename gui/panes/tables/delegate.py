"""How a cell of the form is drawn and typed into."""

import re
from collections.abc import Hashable
from typing import NamedTuple

from PySide6.QtCore import (
    QAbstractItemModel,
    QEvent,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QRect,
    Qt,
    Signal,
)
from PySide6.QtGui import QColor, QFont, QKeyEvent, QPainter, QPen
from PySide6.QtWidgets import (
    QAbstractItemView,
    QLineEdit,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from core.grid import GridCell
from core.template import Cell
from gui.models.table import Shown, TableModel
from gui.panes.tables import figure
from gui.panes.tables.cell_line import CellLine
from gui.panes.tables.measure import (
    HEAD_PADDING,
    INDENT,
    PADDING,
    WRAPPED,
    balanced,
    fitting_name,
    name_in,
)
from gui.theme import Theme, scaled
from gui.widgets.alt_keys import is_alt_letter
from gui.widgets.has_keys import has_keys
from gui.widgets.kept_pictures import KeptPictures
from gui.widgets.signs import SIGNS

Index = QModelIndex | QPersistentModelIndex

HAND = "手"

_BAR = 4
_KEYS_HERE, _KEYS_ELSEWHERE = "accent", "frame"  # roles of the frame around the cell at hand
_WIDE = {_KEYS_HERE: 2, _KEYS_ELSEWHERE: 1}
_MOST_KEPT = 256  # pictures
_NUMBERED = re.compile(r"[（(]?[\d一二三四五六七八九十]+[）)、.]")
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_SELECTED = QStyle.StateFlag.State_Selected.value


class _Style(NamedTuple):
    """How a cell is drawn: the role of the colour behind it, the frame of the one at hand ("" for none), its writing."""

    ground: str
    frame: str
    font: QFont


class FormDelegate(QStyledItemDelegate):
    """Draws words, figures, marks and the cross of the current cell; edits figures in a plain line.

    Signals:
        left(CursorAction): the typing in a cell ended and the cursor goes on that way.
        entered(bool): it ended with Enter, the cursor goes to what is to be filled in next; True: to what was before.
        typed(): something else stands in an open cell.
    """

    left = Signal(object)
    entered = Signal(bool)
    typed = Signal()

    def __init__(self, theme: Theme, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.current: GridCell | None = None
        self.cross: frozenset[GridCell] = frozenset()
        self._labels, self._figures = KeptPictures(_MOST_KEPT), KeptPictures(_MOST_KEPT)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw a cell of the form."""
        form = index.model()
        shown = form.shown(index.row(), index.column()) if isinstance(form, TableModel) else None
        if shown is None:
            return
        rect, selected = _place(option)
        place = shown.place
        seen = rect if place.role == "value" else _visible(rect, place, _view(option))
        ground = self._ground(place, shown.cell, selected)
        frame = _frame_at_hand(_view(option)) if selected and place == self.current else ""
        look = (*_look(shown), ground, frame, seen.top() - rect.top(), seen.height())
        pictures = self._figures if place.role == "value" else self._labels
        pictures.draw(
            painter,
            rect,
            look,
            lambda inner: self._draw(inner, (rect, seen), shown, _Style(ground, frame, _font(option))),
        )

    def forget_pictures(self) -> None:
        """Draw every cell anew from here on: the writing is another."""
        self._labels.forget()
        self._figures.forget()

    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: Index) -> QWidget:
        """Return a plain line in the middle of the cell."""
        line = CellLine(str(index.data(Qt.ItemDataRole.AccessibleTextRole)), parent)
        line.textEdited.connect(self.typed)
        return line

    def setEditorData(self, editor: QWidget, index: Index) -> None:
        """Show the text to change."""
        if isinstance(editor, QLineEdit):
            editor.setText(str(index.data(Qt.ItemDataRole.EditRole)))

    def setModelData(self, editor: QWidget, model: QAbstractItemModel, index: Index) -> None:
        """Hand over what was typed."""
        if isinstance(editor, QLineEdit):
            model.setData(model.index(index.row(), index.column()), editor.text())

    def eventFilter(self, editor: QObject, event: QEvent) -> bool:
        """Let the keys that leave a cell take over what was typed and move the cursor, as in a spreadsheet."""
        if (
            event.type() == QEvent.Type.KeyPress
            and isinstance(event, QKeyEvent)
            and isinstance(editor, CellLine)
        ):
            key, way = event.key(), editor.way_out(event)
            if way is not None or key in _ENTER:
                self.commitData.emit(editor)
                self.closeEditor.emit(editor, QStyledItemDelegate.EndEditHint.NoHint)
                if way is None:
                    self.entered.emit(bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier))
                else:
                    self.left.emit(way)
                return True
            if is_alt_letter(event):
                event.ignore()
                return True
        return super().eventFilter(editor, event)

    def _ground(self, place: GridCell, cell: Cell | None, selected: bool) -> str:
        """Return the role of the colour behind a cell."""
        if selected and place.role == "value":
            return "selection"
        if cell and cell.sums:
            return "computed_cell"
        if place in self.cross and not (cell and cell.group):
            return "cross"
        return "head_cell" if cell is None or cell.group else "input_cell"

    def _draw(self, painter: QPainter, rects: tuple[QRect, QRect], shown: Shown, style: _Style) -> None:
        """Draw a cell in a place, of which the second rectangle is in sight."""
        rect, seen = rects
        place = shown.place
        painter.fillRect(rect, self._theme.colour(style.ground))
        painter.setPen(self._theme.colour("text"))
        painter.setFont(style.font)
        if place.role == "value":
            figure.draw(painter, rect, shown.text, self._signs(shown))
        else:
            self._draw_words(painter, seen, place, shown.text, whole=rect.height())
        self._draw_lines(painter, rect, place)
        self._draw_marks(painter, rect, shown)
        if style.frame:
            wide = scaled(_WIDE[style.frame]) if style.frame == _KEYS_HERE else _WIDE[style.frame]
            self._frame(painter, rect, self._theme.colour(style.frame), wide)

    def _draw_words(self, painter: QPainter, rect: QRect, place: GridCell, text: str, *, whole: int) -> None:
        """Draw a label where it is in sight; of a cell that is higher than that, so many pixels, in whole lines."""
        if place.role in ("caption", "head"):
            font = painter.font()
            font.setBold(True)
            painter.setFont(font)
            room = rect.adjusted(HEAD_PADDING, 0, -HEAD_PADDING - 1, 0)
            text = fitting_name(place, room, painter.fontMetrics())
            room = balanced(room, painter.fontMetrics(), text)
        else:
            room = rect.adjusted(PADDING + place.indent * INDENT, 0, -PADDING - 1, 0)
            if place.row_span > 1 or room.height() < whole:
                text = name_in(text, room, painter.fontMetrics())
        taken = painter.fontMetrics().boundingRect(room, WRAPPED, text)
        side = Qt.AlignmentFlag.AlignLeft if _is_entry(place) else Qt.AlignmentFlag.AlignHCenter
        if taken.width() > room.width():  # by a mark whose right half is blank, as in "三、"
            side = Qt.AlignmentFlag.AlignLeft
            room.setLeft(rect.left() + 1)
            room.setRight(rect.right() - 1)
        fits = taken.height() <= room.height()
        height = Qt.AlignmentFlag.AlignVCenter if fits else Qt.AlignmentFlag.AlignTop
        painter.drawText(room, side | height | WRAPPED, text)

    def _draw_lines(self, painter: QPainter, rect: QRect, place: GridCell) -> None:
        painter.setPen(self._theme.colour("line"))
        painter.drawLine(rect.bottomLeft(), rect.bottomRight())
        painter.drawLine(rect.topRight(), rect.bottomRight())
        if place.column == 0:
            painter.drawLine(rect.topLeft(), rect.bottomLeft())
        if place.row == 0:
            painter.drawLine(rect.topLeft(), rect.topRight())

    def _draw_marks(self, painter: QPainter, rect: QRect, shown: Shown) -> None:
        if shown.state == "carried":
            bar = QRect(rect.left() + 1, rect.top() + 1, _BAR, rect.height() - 2)
            painter.fillRect(bar, self._theme.colour("carried"))
        if shown.signal:
            self._frame(painter, rect, self._theme.colour(shown.signal), _WIDE[_KEYS_HERE])

    def _signs(self, shown: Shown) -> figure.Signs:
        """Return the signs at the left and at the right of a figure."""
        left = (HAND, self._theme.colour("accent")) if shown.reason else None
        right = (SIGNS[shown.signal], self._theme.colour(shown.signal)) if shown.signal else None
        return left, right

    @staticmethod
    def _frame(painter: QPainter, rect: QRect, colour: QColor, wide: int) -> None:
        painter.setPen(
            QPen(colour, wide, Qt.PenStyle.SolidLine, Qt.PenCapStyle.FlatCap, Qt.PenJoinStyle.MiterJoin)
        )
        first = wide // 2
        painter.drawRect(rect.adjusted(first, first, -max(2, first), -max(2, first)))


def _place(option: QStyleOptionViewItem) -> tuple[QRect, bool]:
    """Return where a cell to draw is, and whether it is selected."""
    rect: QRect = option.rect  # type: ignore[attr-defined]  # the stubs leave out the fields of style options
    state: QStyle.StateFlag = option.state  # type: ignore[attr-defined]  # as above
    return rect, bool(state.value & _SELECTED)  # as numbers: a hundred times a paint


def _font(option: QStyleOptionViewItem) -> QFont:
    font: QFont = option.font  # type: ignore[attr-defined]  # as above
    return font


def _view(option: QStyleOptionViewItem) -> QWidget | None:
    widget: QWidget | None = option.widget  # type: ignore[attr-defined]  # as above
    return widget


def _frame_at_hand(view: QWidget | None) -> str:
    """Return the role of the frame of the cell at hand: there is one sign in the window of where the keys are."""
    return _KEYS_HERE if view is None or has_keys(view) else _KEYS_ELSEWHERE


def _look(shown: Shown) -> tuple[Hashable, ...]:
    """Return all of a cell on which its look depends, the same for equal ones elsewhere in the form."""
    place = shown.place
    at_edge = place.row == 0, place.column == 0
    signs = shown.state, shown.signal, shown.reason != ""
    return shown.text, place.short, *signs, place.role, place.indent, place.row_span, *at_edge


def _is_entry(place: GridCell) -> bool:
    """Return whether a label is a numbered or indented entry, which stands at the left."""
    if place.role != "label" or place.row_span > 1:
        return False
    return place.indent > 0 or bool(_NUMBERED.match(place.text))


def _visible(rect: QRect, place: GridCell, widget: QWidget | None) -> QRect:
    """Return the part of a tall cell that is in sight, so that its words stay there too: of a group however little it is."""
    if not isinstance(widget, QAbstractItemView):
        return rect
    seen = rect & widget.viewport().rect()
    least = widget.fontMetrics().height() if place.row_span > 1 else widget.viewport().height() // 2
    return seen if seen.height() >= min(rect.height(), least) else rect
