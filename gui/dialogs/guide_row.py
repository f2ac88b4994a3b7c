"""A question of the guide with its controls: answered by mouse, by Y and N, or by typing a figure.

N answers and goes on; Enter goes on from an answer alone, so that keys pressed in a row skip no question.
"""

from PySide6.QtCore import QEvent, QObject, QRect, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractButton, QButtonGroup, QLabel, QLineEdit, QRadioButton, QWidget

from core import guide, numbers
from core.guide import Answer, Question

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_STEPS = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}
_FIGURE_CHARACTERS = 7
_LEAST_CHARACTERS = 8  # of a question in a line


class QuestionRow(QObject):
    """The controls of one question; they stand in the grid of all.

    Signals:
        answered(): the answer is another one.
        left(int): the clerk goes to the next row (1) or back (-1).
        done(): the clerk is done with the question.
        held(): the clerk wanted to go on without an answer, or typed a figure where none is asked.
        entered(): the focus came here.
    """

    answered = Signal()
    left = Signal(int)
    done = Signal()
    held = Signal()
    entered = Signal()

    def __init__(self, question: Question, unit: str, carried: str, as_before: str, parent: QWidget) -> None:
        """Stand for a question whose figure has a unit.

        `carried` are the figures of the report that the draft was made from in words, "" for none; `as_before` says that they
        go on ("照去年").
        """
        super().__init__(parent)
        self.question = question
        self.words = QLabel(question.ask)
        self.words.setTextFormat(Qt.TextFormat.PlainText)
        self.words.setWordWrap(True)
        self.words.setMinimumWidth(_LEAST_CHARACTERS * self.words.fontMetrics().horizontalAdvance("国"))
        self._group = QButtonGroup(self)
        self.none = self._choice("没有", "None", parent)
        self.some = self._choice("有", "Some", parent)
        self._kept_words = _kept_words(question, carried, as_before)
        self.kept = self._choice(self._kept_words, "Kept", parent) if carried else None
        self.figure = self._field(parent) if question.number else None
        self.unit = QLabel(unit if question.number else "")
        self._group.buttonToggled.connect(self._chosen)

    def _choice(self, words: str, name: str, parent: QWidget) -> QRadioButton:
        button = QRadioButton(words, parent)
        button.setObjectName(f"guide{name}_{self.question.id}")
        button.setAccessibleName(f"{self.question.ask} {words}")
        button.setAccessibleDescription(self.question.help)
        _say(button, words)
        button.installEventFilter(self)
        self._group.addButton(button)
        return button

    def _field(self, parent: QWidget) -> QLineEdit:
        field = QLineEdit(parent)
        field.setObjectName(f"guideFigure_{self.question.id}")
        field.setAccessibleName(f"{self.question.ask} 填数")
        field.setAccessibleDescription(self.question.help)
        field.setMaxLength(16)
        field.setFixedWidth(field.fontMetrics().horizontalAdvance("0" * _FIGURE_CHARACTERS) + 24)
        field.installEventFilter(self)
        field.textEdited.connect(self._typed)
        return field

    @property
    def controls(self) -> tuple[QWidget, ...]:
        """What takes the focus, in its order."""
        return tuple(one for one in (self.none, self.some, self.figure, self.kept) if one is not None)

    @property
    def answer(self) -> Answer | None:
        """The answer, None while there is none."""
        button = self._group.checkedButton()
        if button is None:
            return None
        if button is self.none:
            return guide.NONE
        if button is self.kept:
            return guide.CARRIED
        return guide.amount(self._typed_figure) if self._typed_figure else guide.SOME

    @property
    def said(self) -> str:
        """The answer in words, "" while there is none."""
        button = self._group.checkedButton()
        figure = (
            f" {self._typed_figure} {self.unit.text()}" if button is self.some and self._typed_figure else ""
        )
        return " ".join(f"{button.text()}{figure}".split()) if button and self.is_settled else ""

    @property
    def _typed_figure(self) -> str:
        """The figure in the field, "" where it is none."""
        typed = self.figure.text().strip() if self.figure else ""
        return typed if numbers.read(typed) is not None else ""

    @property
    def odd_figure(self) -> str:
        """What stands in the field and is no figure, "" where nothing does."""
        typed = self.figure.text().strip() if self.figure else ""
        return "" if self._typed_figure else typed

    @property
    def box(self) -> QRect:
        """Where the whole row stands on its ground."""
        found = self.words.geometry()
        for one in self.controls:
            found = found.united(one.geometry())
        return found

    @property
    def is_settled(self) -> bool:
        """Whether there is an answer, with its figure where one is asked."""
        return self.answer is not None and not (self.answer == guide.SOME and self.figure)

    def set_answer(self, answer: Answer) -> None:
        """Show an answer."""
        choices: dict[str, QAbstractButton | None] = {"none": self.none, "carried": self.kept}
        if self.figure and answer.number:
            self.figure.setText(answer.number)
        (choices.get(answer.kind) or self.some).setChecked(True)

    def propose(self, figure: str, why_not: str = "") -> None:
        """Say which figure last year's comes to, "" where that is not known yet, or why it comes to none."""
        if self.kept:
            more = f"：{figure} {self.unit.text()}" if figure else ""
            _say(self.kept, why_not.replace("，", "，\n", 1) or self._kept_words + more)

    def focus(self) -> None:
        """Bring the keys here."""
        button = self._group.checkedButton() or self.none
        button.setFocus(Qt.FocusReason.TabFocusReason)

    def _chosen(self, button: QAbstractButton, on: bool) -> None:
        """Tell of the answer; a figure stands beside "some" alone."""
        if on and self.figure and button is not self.some:
            self.figure.clear()
        if on:
            self.answered.emit()

    def _typed(self) -> None:
        if self.some.isChecked():
            self.answered.emit()
        self.some.setChecked(True)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take the keys of the guide: Y and N, figures, Enter and the arrows up and down."""
        if event.type() == QEvent.Type.FocusIn:
            self.entered.emit()
        if event.type() != QEvent.Type.KeyPress or not isinstance(event, QKeyEvent):
            return False
        if event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            return False
        return self._key(Qt.Key(event.key()), event.text(), in_field=watched is self.figure)

    def _key(self, key: Qt.Key, text: str, *, in_field: bool) -> bool:
        """Act on a key; return whether it is used up."""
        if key in _STEPS:
            self.left.emit(_STEPS[key])
        elif key in _ENTER:
            (self.done if self.is_settled else self.held).emit()
        elif key == Qt.Key.Key_N:
            self.none.setChecked(True)
            self.done.emit()
        elif key == Qt.Key.Key_Y:
            self._say_some()
        elif text.isdigit() and self.figure and not in_field:
            self.figure.setText(text)
            self._typed()
            QTimer.singleShot(0, self._go_to_figure)
        elif text.isdigit() and not in_field and not self.is_settled:
            self.held.emit()
        else:
            return False
        return True

    def _say_some(self) -> None:
        self.some.setChecked(True)
        if self.figure:
            self.figure.setFocus()
        else:
            self.done.emit()

    def _go_to_figure(self) -> None:
        if self.figure:
            self.figure.setFocus()
            self.figure.deselect()
            self.figure.end(False)


def _say(button: QRadioButton, words: str) -> None:
    """Give a button its words, and the room for them."""
    button.setText(words)
    metrics = button.fontMetrics()
    longest = max(metrics.horizontalAdvance(line) for line in words.split("\n"))
    button.setMinimumWidth(longest + 2 * metrics.height())


def _kept_words(question: Question, figure: str, as_before: str) -> str:
    """Return what it says to go on with an earlier figure: as it is, or last year's moved by what happened this year."""
    return f"按去年 {figure}推算" if question.plus or question.minus else f"{as_before}：{figure}"
