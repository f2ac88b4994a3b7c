"""The questions of the guide under the headings of their groups: a row each."""

from collections.abc import Iterator

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QGridLayout, QLabel, QScrollArea, QWidget

from core import guide
from core.carry import with_source
from core.guide import Answer, Answers, Guide, Question
from core.report import Report
from gui.dialogs.guide_ground import Ground
from gui.dialogs.guide_row import QuestionRow

_GAP = 4
_COLUMNS = 4  # beside the question: none, some, the figure, its unit


class Questions(QScrollArea):
    """All questions of a form, under the headings of their groups; `before` are answers given when it was open before.

    The question at hand has a frame in that colour.

    Signals:
        answered(): an answer is another one.
        finished(): the clerk went on behind the last question.
        entered(Question, str): the focus came to a question, or its answer changed there; the words of that, "" for none.
        held(Question, str): the clerk wanted to go on from a question without an answer; what was typed that is no figure.
    """

    answered = Signal()
    finished = Signal()
    entered = Signal(object, str)
    held = Signal(object, str)

    def __init__(self, asked: Guide, report: Report, before: Answers, frame: QColor) -> None:
        super().__init__()
        self.setObjectName("guideQuestions")
        self.setAccessibleName("零报告向导的问题")
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._guide = asked
        self._report = report
        self._ground = inner = Ground(self.viewport(), frame)
        self._grid = QGridLayout(inner)
        self._grid.setVerticalSpacing(_GAP)
        self._grid.setColumnStretch(0, 1)
        standing = guide.presets(asked, report)
        self.rows = [
            self._row(question, report, inner, is_none=standing.get(question.id) == guide.NONE)
            for question in asked.questions
        ]
        self._arrange()
        self.setWidget(inner)
        edges = self.verticalScrollBar().sizeHint().width() + 2 * self.frameWidth()
        self.setMinimumWidth(inner.minimumSizeHint().width() + edges)
        for name, answer in guide.answered(asked, report, before).items():
            next(row for row in self.rows if row.question.id == name).set_answer(answer)
        self.answered.connect(self.propose)
        self.propose()

    def _row(self, question: Question, report: Report, inner: QWidget, *, is_none: bool) -> QuestionRow:
        known = self._guide.template.cells.get(question.number)
        unit = known.unit if known else ""
        offered = guide.is_carried(self._guide, question, report) and not is_none
        words = guide.carried_words(self._guide, question, report) if offered else ""
        row = QuestionRow(question, unit, words, with_source(report, "照"), inner)
        row.answered.connect(self.answered)
        row.answered.connect(lambda: self._show_again(row))
        row.left.connect(lambda step: self._go(row, step))
        row.done.connect(lambda: self._go_on(row))
        row.held.connect(lambda: self.held.emit(row.question, row.odd_figure))
        row.entered.connect(lambda: self._show(row))
        return row

    def _arrange(self) -> None:
        group = ""
        for row in self.rows:
            at = self._grid.rowCount()
            if row.question.group != group:
                group = row.question.group
                self._grid.addWidget(_heading(group), at, 0, 1, 1 + _COLUMNS)
                at += 1
            self._grid.addWidget(row.words, at, 0)
            for column, widget in self._columns(row):
                self._grid.addWidget(widget, at, column, Qt.AlignmentFlag.AlignLeft)
            if row.kept:  # under the others, for beside them it would squeeze the questions
                self._grid.addWidget(row.kept, at + 1, 1, 1, _COLUMNS, Qt.AlignmentFlag.AlignLeft)
            self._ground.add_row((row.words, row.none, *([row.kept] if row.kept else [])), row.controls)
        self._grid.setRowStretch(self._grid.rowCount(), 1)

    @staticmethod
    def _columns(row: QuestionRow) -> Iterator[tuple[int, QWidget]]:
        places = enumerate((row.none, row.some, row.figure, row.unit), 1)
        return ((column, widget) for column, widget in places if widget is not None)

    @property
    def answers(self) -> dict[str, Answer]:
        """The answers given, by the ids of their questions."""
        return {row.question.id: row.answer for row in self.rows if row.answer is not None}

    @property
    def open_rows(self) -> list[QuestionRow]:
        """The questions without an answer, or without the figure that belongs to it."""
        return [row for row in self.rows if not row.is_settled]

    def answer_rest(self) -> None:
        """Answer what is open with none, but for what that does not answer."""
        answers = guide.rest_none(self._guide, self.answers)
        for row in self.open_rows:
            if row.answer is None and row.question.id in answers:
                row.set_answer(answers[row.question.id])
        self.propose()

    def propose(self) -> None:
        """Say beside last year's figures what they come to with what happened this year."""
        answers = self.answers
        for row in self.rows:
            if row.kept and (row.question.plus or row.question.minus):
                moved = guide.base(self._guide, row.question, answers, self._report)
                why_not = guide.too_little(self._guide, row.question, answers, self._report)
                row.propose("、".join((moved or {}).values()), why_not)

    def focus_first(self) -> None:
        """Bring the keys to the first open question."""
        (*self.open_rows, self.rows[0])[0].focus()

    def _go_on(self, row: QuestionRow) -> None:
        """Go on to the next question in sight, answered or not, so that no key lands elsewhere; behind all once none is open."""
        if self.open_rows:
            self._go(row, 1)
        else:
            self.finished.emit()

    def _go(self, row: QuestionRow, step: int) -> None:
        at = self.rows.index(row) + step
        if at >= len(self.rows):
            self.finished.emit()
        else:
            self.rows[max(at, 0)].focus()

    def _show(self, row: QuestionRow) -> None:
        self._bring(row)
        self.entered.emit(row.question, row.said)

    def _show_again(self, row: QuestionRow) -> None:
        """Tell of the answer of now where the keys are: what was told of the one before is over."""
        if self.window().focusWidget() in row.controls:
            self.entered.emit(row.question, row.said)

    def _bring(self, row: QuestionRow) -> None:
        """Bring the whole of a row into sight."""
        box = row.box
        self.ensureVisible(box.center().x(), box.center().y(), 0, box.height() // 2 + _GAP)

    def focusNextPrevChild(self, following: bool) -> bool:
        """Bring the row into sight after Tab: Qt goes by the control alone, and may push the words out."""
        is_led = super().focusNextPrevChild(following)
        for row in self.rows:
            if self.focusWidget() in row.controls:
                self._bring(row)
        return is_led


def _heading(words: str) -> QLabel:
    label = QLabel(words)
    font = label.font()
    font.setBold(True)
    label.setFont(font)
    return label
