"""What is cut in a window as it stands: words without room whose whole nothing tells, and parts that reach out of theirs."""

import re
from collections.abc import Iterator

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractScrollArea,
    QAbstractSpinBox,
    QComboBox,
    QLabel,
    QLineEdit,
    QListView,
    QStyle,
    QStyleOptionComboBox,
    QStyleOptionFrame,
    QWidget,
)

from gui.widgets.eliding_box import ElidingBox
from gui.widgets.eliding_label import ElidingLabel
from gui.widgets.eliding_line import ElidingLine
from gui.widgets.lines_label import LinesLabel

_SLACK = 1  # pixels: letters are parts of one wider than measured
_AROUND_TEXT = 4  # what Qt keeps free at both sides of the words in a line
_INSIDES = (QComboBox, QAbstractSpinBox)


def cuts(top: QWidget) -> list[str]:
    """Return what is cut in a window or a dialog: each with its kind, its name and its words."""
    seen = [one for one in top.findChildren(QWidget) if one.isVisible() and one.window() is top]
    found = [f"{_name(one)}: {words}" for one in seen for words in _words_cut(one)]
    return found + [f"{_name(one)} reaches out of its place" for one in seen if _reaches_out(one)]


def _name(widget: QWidget) -> str:
    return f"{type(widget).__name__} {widget.objectName()}".strip()


def _words_cut(widget: QWidget) -> Iterator[str]:
    """Yield the words of a widget that have no room, where a tool tip does not tell them either."""
    if isinstance(widget, QListView):
        yield from _rows_cut(widget)
        return
    words, fits = _looked_at(widget)
    if not fits and _plain(words) not in _plain(widget.toolTip()):
        yield words


def _looked_at(widget: QWidget) -> tuple[str, bool]:
    """Return the words of a widget and whether they have room; of one that shows none, or says by itself what is cut, that they have."""
    match widget:
        case LinesLabel() | ElidingLabel():  # they end in dots and tell the whole on hover
            return "", True
        case QLabel() if not re.search(r"\w", widget.text()):
            return "", True
        case QLabel():
            return widget.text(), _label_fits(widget)
        case QAbstractButton() if widget.text():
            return widget.text(), widget.sizeHint().width() <= widget.width() + _SLACK
        case _:
            return _field_looked_at(widget)


def _field_looked_at(widget: QWidget) -> tuple[str, bool]:
    """Return the same of a line or a box of choices."""
    match widget:
        case QLineEdit() if not isinstance(widget.parent(), QAbstractSpinBox):
            words = widget.displayText()
            fits = _wide(widget, words) <= _line_room(widget)
            assert not isinstance(widget, ElidingLine) or fits == (widget.shown() == words)
            return words, fits
        case QComboBox() if not widget.isEditable():
            words = widget.currentText()
            shown = widget.shown() if isinstance(widget, ElidingBox) else words
            return words, shown == words and _wide(widget, words) <= _box_room(widget)
        case _:
            return "", True


def _rows_cut(view: QListView) -> Iterator[str]:
    """Yield the rows whose words end in dots and are told nowhere else."""
    model = view.model()
    for row in range(model.rowCount()):
        index = model.index(row, 0)
        words, told = (
            str(index.data(Qt.ItemDataRole.DisplayRole) or ""),
            index.data(Qt.ItemDataRole.ToolTipRole),
        )
        if words.endswith("…") and not told:
            yield words


def _plain(words: str) -> str:
    return re.sub(r"<[^>]*>|\s|&|\(.\)", "", words)


def _wide(widget: QWidget, words: str) -> int:
    return widget.fontMetrics().horizontalAdvance(words)


def _label_fits(label: QLabel) -> bool:
    if label.wordWrap():
        return label.heightForWidth(label.width()) <= label.height() + _SLACK
    return label.sizeHint().width() <= label.width() + _SLACK


def _line_room(line: QLineEdit) -> int:
    option = QStyleOptionFrame()
    line.initStyleOption(option)
    room = line.style().subElementRect(QStyle.SubElement.SE_LineEditContents, option, line)
    margins = line.textMargins()
    return room.width() - margins.left() - margins.right() - _AROUND_TEXT + _SLACK


def _box_room(box: QComboBox) -> int:
    option = QStyleOptionComboBox()
    box.initStyleOption(option)
    field = QStyle.SubControl.SC_ComboBoxEditField
    return box.style().subControlRect(QStyle.ComplexControl.CC_ComboBox, option, field, box).width()


def _reaches_out(widget: QWidget) -> bool:
    """Return whether a part of a widget lies where what it stands in shows nothing of it; what scrolls may."""
    parent = widget.parentWidget()
    if parent is None or widget.isWindow() or isinstance(parent, (QAbstractScrollArea, *_INSIDES)):
        return False
    if (
        isinstance(parent.parentWidget(), QAbstractScrollArea)
        and parent.objectName() == "qt_scrollarea_viewport"
    ):
        return False
    return not parent.rect().adjusted(-1, -1, 1, 1).contains(QRect(widget.pos(), widget.size())) and bool(
        QRect(QPoint(), widget.size()).isValid()
    )
