"""The figures of a row in the review, each beside the name of its column, in whatever room there is."""

from collections.abc import Mapping
from itertools import groupby

from PySide6.QtWidgets import QGridLayout, QLineEdit, QSizePolicy

from core.importers.reviewing import Review
from gui.panes.review_editing import Editor
from gui.panes.review_text import WordsLine
from gui.widgets.one_line import OneLine

_LEAST_DIGITS = 5
_AROUND = 20  # frame and margins of a field
_INDENT, _GAP = 12, 6


class RowEditor(Editor):
    """A field for each figure by the address of its cell; columns of one group stand under its name."""

    def __init__(self, figures: Mapping[str, tuple[str, str]]) -> None:
        super().__init__()
        self._before = {cell: value for cell, (_, value) in figures.items()}
        self.fields = {cell: self._field(cell, label, value) for cell, (label, value) in figures.items()}
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(_GAP)
        self._grid.setVerticalSpacing(_GAP)
        self._grid.setColumnStretch(1, 1)
        labels = {cell: label for cell, (label, _) in figures.items()}
        for group, cells in groupby(labels, key=lambda cell: _group(labels[cell])):
            self._arrange(group, {cell: labels[cell] for cell in cells})

    def _field(self, cell: str, label: str, value: str) -> QLineEdit:
        field = WordsLine(value)
        field.setObjectName(f"figure_{cell}")
        field.setAccessibleName(label)
        field.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        field.setMinimumWidth(field.fontMetrics().horizontalAdvance("0" * _LEAST_DIGITS) + _AROUND)
        field.textEdited.connect(self.touched)
        field.returnPressed.connect(self._go_on)
        return field

    def _arrange(self, group: str, labels: Mapping[str, str]) -> None:
        """Put columns that stand beside each other into lines, under the name that several of them share."""
        shared = group if len(labels) > 1 else ""
        if shared:
            above = OneLine("columnGroup", shared)
            above.setProperty("quiet", True)
            self._grid.addWidget(above, self._grid.rowCount(), 0, 1, 2)
        for cell, label in labels.items():
            name = OneLine("columnName", label.removeprefix(shared).strip())
            name.setContentsMargins(_INDENT if shared else 0, 0, 0, 0)
            row = self._grid.rowCount()
            self._grid.addWidget(name, row, 0)
            self._grid.addWidget(self.fields[cell], row, 1)

    def _go_on(self) -> None:
        """Go to the next figure; from the last one the row is done."""
        fields = list(self.fields.values())
        at = next((number for number, one in enumerate(fields, 1) if one.hasFocus()), len(fields))
        if at == len(fields):
            self.entered.emit()
        else:
            fields[at].setFocus()
            fields[at].selectAll()

    def texts(self) -> dict[str, str]:
        """Return what stands in the fields that differ from what was shown first."""
        typed = {cell: field.text() for cell, field in self.fields.items()}
        return {cell: text for cell, text in typed.items() if text != self._before[cell]}

    def commit(self, review: Review) -> None:
        """Correct the figures."""
        texts = self.texts()
        if texts:
            review.set_cells(texts)
            self._before |= texts

    def state(self, *, first: bool = False) -> dict[str, str]:
        """Return the figures, by their cells."""
        return dict(self._before) if first else {cell: field.text() for cell, field in self.fields.items()}

    def show_state(self, state: Mapping[str, str]) -> None:
        """Show other figures."""
        for cell, field in self.fields.items():
            if state.get(cell, field.text()) != field.text():
                field.setText(state[cell])

    def is_touched(self) -> bool:
        """Whether a figure differs."""
        return bool(self.texts())

    def focus(self) -> None:
        """Select the first figure."""
        field = next(iter(self.fields.values()))
        field.setFocus()
        field.selectAll()


def _group(label: str) -> str:
    """Return the names above a column's own, "" where there are none."""
    return label.rpartition(" ")[0]
