"""What stands below a form: the words on the cell at hand, and the buttons that write zeros or leave a figure as it is."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QSizePolicy, QSpacerItem, QVBoxLayout, QWidget

from gui.models.short_messages import without_place
from gui.panes.tables.below import CLOSE, LINES, SPACING, Shape, told
from gui.panes.tables.zero_buttons import ZeroButton, ZeroMenu, fit_row
from gui.widgets.kept_room import keep_room
from gui.widgets.lines_label import LinesLabel
from gui.widgets.named_button import named_button
from gui.widgets.one_answer import answers_once
from gui.widgets.plain_label import plain_label
from gui.widgets.signs import SIGNS
from gui.widgets.style_properties import set_style_properties


class Foot(QWidget):
    """The words in a fixed number of lines, so that the form never moves; below or beside them the buttons.

    Signals:
        refused(str): why nothing came of a command, where there is no room for that here.
    """

    refused = Signal(str)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.shape = Shape(LINES, has_row=True)
        self.description = LinesLabel("cellWords", LINES)
        self.problem = LinesLabel("cellProblem", LINES)
        self.notice = plain_label("tableNotice")
        self.notice.setProperty("quiet", True)
        self.notice.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self.row_zeros = ZeroButton("本行空着的填 0", "本行填 0", "rowZeros")
        self.block_zeros = ZeroButton("本部分空着的填 0", "部分填 0", "blockZeros")
        self.table_zeros = ZeroButton("本表空着的填 0", "本表填 0", "tableZeros")
        self.zeros = ZeroMenu(self)
        self.still_right = named_button("仍然正确", "stillRight")
        answers_once(self.still_right)
        keep_room(self.still_right)
        self._strut = QSpacerItem(0, 0)
        self._lay_out()

    @property
    def in_order(self) -> tuple[QWidget, ...]:
        """What takes the keys, from the left to the right."""
        return *self.zero_buttons, self.still_right, self.zeros

    @property
    def button_height(self) -> int:
        """The height of a button."""
        return self.row_zeros.sizeHint().height()

    def take(self, shape: Shape) -> None:
        """Stand in a shape."""
        if shape != self.shape:
            self.shape = shape
            for label in (self.description, self.problem):
                label.take_lines(shape.lines)
            self._place_buttons()
        if shape.has_row:
            fit_row(self.zero_buttons, self.still_right, self.width())

    def show_words(self, words: str, signal: str, problems: str, names: Sequence[str] = ()) -> None:
        """Say what the cell at hand is, or in place of that what is wrong with it: lines, with a signal.

        Where these have no room they do without the `names` of the cell, then some of them are but counted.
        """
        self.description.setText(words)
        each = problems.split("\n") if signal else []
        short = [without_place(one, *names) for one in each]
        self.problem.show_words(*told(SIGNS[signal] if signal else "", each, short))
        hidden, shown = (self.description, self.problem) if signal else (self.problem, self.description)
        hidden.hide()  # before the other is shown: with both the form would be laid out for a moment
        shown.show()
        set_style_properties(self.problem, signal=signal)

    def tell(self, words: str) -> None:
        """Say why nothing came of a command, "" takes that away."""
        wanted = self.notice.fontMetrics().horizontalAdvance(words)
        fits = self.shape.has_row and wanted <= self.notice.width()
        self.notice.setText(words if fits else "")
        if words and not fits:
            self.refused.emit(words)

    @property
    def zero_buttons(self) -> tuple[ZeroButton, ZeroButton, ZeroButton]:
        """The buttons for the row, the part and the table."""
        return self.row_zeros, self.block_zeros, self.table_zeros

    def _lay_out(self) -> None:
        whole, words = QVBoxLayout(self), QHBoxLayout()
        self._buttons, self._beside = QHBoxLayout(), QBoxLayout(QBoxLayout.Direction.TopToBottom)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(SPACING)
        for row in (words, self._buttons):
            whole.addLayout(row)
            row.setSpacing(SPACING)
        words.addSpacerItem(self._strut)
        for label in (self.description, self.problem):
            words.addWidget(label, 1)
        words.addLayout(self._beside)
        for button in (*self.zero_buttons, self.still_right):
            self._buttons.addWidget(button)
        self._buttons.addWidget(self.notice, 1, Qt.AlignmentFlag.AlignVCenter)
        self.zeros.hide()

    def _place_buttons(self) -> None:
        """Put the buttons where the shape has them."""
        shape = self.shape
        for widget in (*self.zero_buttons, self.notice):
            widget.setHidden(not shape.has_row)
        # where the words are short of room they have what a button beside them gives up
        keep_room(self.still_right, keep=shape.has_row or shape.stacked)
        self._strut.changeSize(0, 0 if shape.has_row else self.button_height)
        if shape.has_row:
            self._beside.removeWidget(self.zeros)
            self._buttons.insertWidget(self._buttons.indexOf(self.notice), self.still_right)
        else:
            way = QBoxLayout.Direction
            self._beside.setDirection(way.TopToBottom if shape.stacked else way.LeftToRight)
            self._beside.setSpacing(CLOSE if shape.stacked else SPACING)
            for button in (self.still_right, self.zeros):
                self._beside.addWidget(button)
        self.zeros.setHidden(shape.has_row)
