"""What is at hand in the review, to be corrected: a fact, a paragraph, a row of figures, a line left over."""

from collections.abc import Mapping
from typing import cast

from PySide6.QtWidgets import QComboBox, QLabel, QVBoxLayout, QWidget

from core.importers.recognise.figures import is_figure
from core.importers.reviewing import OUT, Entry, Review, Words
from core.importers.reviewing.decisions import Level
from core.template import Template
from gui.panes.review_choices import LEAST_LETTERS, Choices
from gui.panes.review_editing import Editor
from gui.panes.review_row import RowEditor
from gui.panes.review_text import NameLine, WordsBox
from gui.widgets.eliding_box import ElidingBox
from gui.widgets.tab_order import chain

_ROW = "row"
_TEXT, _LEVEL, _SECTION = "text", "level", "section"
_LEVELS: tuple[tuple[str, Level], ...] = (("正文", 0), ("一、", 1), ("（一）", 2), ("1.", 3), ("（1）", 4))
_NAME_LETTERS, _LEVEL_LETTERS = 7, 4  # of so many it is known which part, row or level is meant
_ALL = 1000  # parts of the room that is left: the words take as much of it as they need


class FactEditor(Editor):
    """The title, or the name of the unit."""

    def __init__(self, entry: Entry) -> None:
        super().__init__()
        self._target, self._before = entry.target, entry.text
        self._line = NameLine(entry.text)
        self._line.setObjectName("factText")
        self._line.setAccessibleName(entry.label)
        label = QLabel(f"{entry.label}(&N)")
        label.setBuddy(self._line)
        layout = _column(self)
        layout.addWidget(label)
        layout.addWidget(self._line)
        self._line.textEdited.connect(self.touched)
        self._line.returnPressed.connect(self.entered)

    def commit(self, review: Review) -> None:
        """Correct the fact."""
        if self.is_touched():
            review.set_field(self._target, self._line.text())
            self._before = self._line.text()

    def is_touched(self) -> bool:
        """Whether the words differ."""
        return self._line.text() != self._before

    def state(self, *, first: bool = False) -> dict[str, str]:
        """Return the words."""
        return {_TEXT: self._before if first else self._line.text()}

    def show_state(self, state: Mapping[str, str]) -> None:
        """Show other words."""
        self._line.setText(state.get(_TEXT, self._line.text()))

    def focus(self) -> None:
        """Select the words."""
        self._line.setFocus()
        self._line.choose()


class WordsEditor(Editor):
    """The words of a paragraph or of a line left over, and where they go: a section, a row of a table, nowhere."""

    def __init__(self, review: Review, target: str) -> None:
        super().__init__()
        self._review, self._target = review, target
        self._before = review.words_of(target)
        self.words = self._text = WordsBox(self._before.text, joins=self._before.section != OUT)
        self._shown = self._text.toPlainText()
        self._section = ElidingBox("wordsSection", "放到哪一部分", least=LEAST_LETTERS)
        self._level = ElidingBox("wordsLevel", "段落的层级", least=LEAST_LETTERS)
        self._row = ElidingBox("wordsRow", "放进表格的哪一行", least=LEAST_LETTERS)
        self._figures: RowEditor | None = None
        self._fill()
        self._arrange()
        self._show_fields()
        self._text.textChanged.connect(self.touched)
        self._section.currentIndexChanged.connect(self._moved)
        self._level.currentIndexChanged.connect(self.touched)
        self._row.currentIndexChanged.connect(self._show_fields)

    def _arrange(self) -> None:
        """Put the choices above the words: in a large writing height is scarce, and words have no end."""
        self._choices = Choices(
            (
                ("放到(&D)", self._section, _NAME_LETTERS),
                ("层级(&L)", self._level, _LEVEL_LETTERS),
                ("哪一行(&R)", self._row, _NAME_LETTERS),
            )
        )
        self._layout = _column(self)
        self._layout.addWidget(self._choices)
        self._layout.addWidget(self._text, _ALL)
        self._layout.addStretch(1)
        chain(self._section, self._level, self._row, self._text)

    def _fill(self) -> None:
        for section, name in self._review.sections():
            self._section.addItem(name, section)
        if self._target.startswith("left:"):
            self._section.addItem("表格的一行", _ROW)
        self._section.addItem("不放进报告", OUT)
        self._section.setCurrentIndex(self._section.findData(self._before.section))
        for name, level in _LEVELS:
            self._level.addItem(name, level)
        self._level.setCurrentIndex(self._level.findData(self._before.level))
        for row, name in _rows(self._review.template):
            self._row.addItem(name, row)
            if name.split(" · ")[-1] in self._before.text and self._row.currentIndex() <= 0:
                self._row.setCurrentIndex(self._row.count() - 1)

    def _moved(self) -> None:
        self._show_fields()
        self.touched.emit()

    def _show_fields(self) -> None:
        """Show what is to be said of the place chosen: the level of a paragraph, the figures of a row."""
        in_row = self._section.currentData() == _ROW
        for box, shown in (
            (self._level, self._section.currentData() not in (_ROW, OUT)),
            (self._row, in_row),
        ):
            self._choices.show_box(box, shown)
        self._text.setReadOnly(in_row)
        if self._figures:
            self._layout.removeWidget(self._figures)
            self._figures.deleteLater()
            self._figures = None
        if in_row:
            self._figures = self._row_editor(self._row.currentData())
            self._figures.touched.connect(self.touched)
            self._layout.insertWidget(1, self._figures)
            chain(self._row, *self._figures.fields.values(), self._text)

    def _row_editor(self, row: str) -> RowEditor:
        """Return the fields of a row; as many figures as it has columns go in by their order."""
        columns = _columns(self._review.template, row)
        words = self._before.text.replace("|", " ").split()
        found = [word for word in words if is_figure(word)]
        editor = RowEditor({cell: (label, "") for cell, label in columns.items()})
        if len(found) == len(columns):
            for field, figure in zip(editor.fields.values(), found, strict=True):
                field.setText(figure)
        return editor

    def commit(self, review: Review) -> None:
        """Say what becomes of the words."""
        if not self.is_touched():
            return
        if self._figures:
            review.assign_row(self._target, self._figures.texts())
        else:
            review.set_words(self._target, self._words())
            self._before = review.words_of(self._target)
            self._text.show_words(self._before.text)  # what was behind it is a paragraph of its own
            self._shown = self._text.toPlainText()

    def _words(self) -> Words:
        text, level = self._text.toPlainText(), cast(Level, self._level.currentData())
        # Qt shows some signs as others, as a blank that does not break: what nobody touched stays as it was read
        text = self._before.text if text == self._shown else text
        return Words(text, level, self._section.currentData())

    def state(self, *, first: bool = False) -> dict[str, str]:
        """Return words, level and place, now also the row that they may go into and its figures."""
        words = self._before if first else self._words()
        shown = {_TEXT: words.text, _LEVEL: str(words.level), _SECTION: words.section}
        if not first:
            shown[_ROW] = str(self._row.currentData())
            shown |= self._figures.state() if self._figures else {}
        return shown

    def show_state(self, state: Mapping[str, str]) -> None:
        """Show others."""
        _choose(self._section, state.get(_SECTION))
        # by its words: a review that was kept may be damaged, or of a later version
        _choose(self._level, next((level for _, level in _LEVELS if str(level) == state.get(_LEVEL)), None))
        _choose(self._row, state.get(_ROW))
        if self._figures:
            self._figures.show_state(state)
        self._text.show_words(state.get(_TEXT, self._text.toPlainText()))

    def is_touched(self) -> bool:
        """Whether words, level or place differ."""
        if self._figures:
            return self._figures.is_touched()
        return self._words() != self._before

    def focus(self) -> None:
        """Put the cursor into the words, or of a line left over onto the choice of its place."""
        first = self._section if self._target.startswith("left:") else self._text
        first.setFocus()


def editor_for(review: Review, entry: Entry) -> Editor | None:
    """Return the editor of an entry, None where there is nothing to be corrected in it."""
    if review.fixed:
        return None
    if entry.kind == "fact":
        return FactEditor(entry)
    if entry.kind == "row":
        return RowEditor({one.cell: (one.label, one.value) for one in entry.figures})
    if entry.kind in ("paragraph", "left"):
        return WordsEditor(review, entry.target)
    return None


def _choose(box: QComboBox, data: object) -> None:
    """Choose what stands for that; a box that does not offer it stays as it is."""
    if (at := box.findData(data)) >= 0:
        box.setCurrentIndex(at)


def _column(widget: QWidget) -> QVBoxLayout:
    layout = QVBoxLayout(widget)
    layout.setContentsMargins(0, 0, 0, 0)
    layout.setSpacing(4)
    return layout


def _rows(template: Template) -> list[tuple[str, str]]:
    """Return address and name of every row that takes figures."""
    names = {
        f"{cell.table}.{cell.row_id}": f"{template.tables_by_id[cell.table].name} · {cell.row[-1]}"
        for cell in template.cells.values()
        if not cell.group
    }
    return list(names.items())


def _columns(template: Template, row: str) -> dict[str, str]:
    """Return the cells of a row with the names of their columns."""
    cells = (cell for cell in template.cells.values() if f"{cell.table}.{cell.row_id}" == row)
    return {cell.id: " ".join(cell.column) for cell in cells}
