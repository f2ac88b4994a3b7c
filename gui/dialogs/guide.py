"""The zero-report guide: the facts of the year on the left, what follows from them on the right."""

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QDialog, QGridLayout, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from core import guide
from core.carry import with_source
from core.guide import Guide, Question
from gui.dialogs.guide_preview import GuidePreview
from gui.dialogs.guide_rows import Questions
from gui.session import Session
from gui.theme import Theme
from gui.widgets.named_button import named_button

_INTRO = (
    "每件事只答一次：没有按 N，直接到下一题；有按 Y，问几件的填上数再按回车。"
    "想先跳过按 ↓，没有回答的，表里仍然空着。"
)
_NOTHING = "还没有要填的。回答左边的问题，这里会列出要填的单元格和要写的话。"
_ALL_DONE = "都答了，没有要再填的：该填的单元格已经填好，该写的话已经写明。"
_NONE_TICKED = "右边没有勾选要填的。勾上要填的，再填入报告。"
_REST_DONE = "没有回答的都按“没有”答了。看看右边，不对的在左边改，再填入报告。"
_REST_LEFT = "能答“没有”的都答了，还有 {count} 题要您自己填：{asked}不知道就先空着。看看右边，再填入报告。"
_SAID = "已答“{}”，不改就按回车。"
_HELD = "这一题还没答：没有按 N，有按 Y；先跳过按 ↓。"
_HELD_FIGURE = "这一题还没答：没有按 N，有就填上数再按回车；先跳过按 ↓。"
_HELD_ODD = "“{}”不是数：请改成数，如 12，再按回车；没有按 N。"
_WIDTH, _HEIGHT = 64, 38  # in heights of a line
_FRAME = (16, 48)
_SHARES = (4, 3)  # of the width: questions, preview


class GuideDialog(QDialog):
    """Asks, shows what would change, and changes it as one step.

    Signals:
        filled(str): it was done; the words say how much.
    """

    filled = Signal(str)

    def __init__(self, asked: Guide, session: Session, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("guideDialog")
        self.setWindowTitle("零报告向导")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        line = self.fontMetrics().height()
        room = self.screen().availableSize() - QSize(*_FRAME)
        self.resize(QSize(_WIDTH * line, _HEIGHT * line).boundedTo(room))
        self._guide = asked
        self._session = session
        self._questions = Questions(asked, session.report, session.guide_answers, theme.colour("accent"))
        self._preview = GuidePreview(theme, with_source(session.report, "照"))
        self._help = _label("guideHelp")
        self._count = _label("guideCount")
        self._open = _label("guideOpen")
        self._rest = named_button("其余都没有(&R)", "guideRest")
        self._fill = named_button("填入报告(&F)", "guideFill")
        self._fill.setProperty("primary", True)
        self._fill.setDefault(True)
        self._help.setMinimumHeight(2 * line)
        self._cancel = named_button("取消", "guideCancel")
        self._arrange()
        self._connect()
        self._show()
        self._questions.focus_first()

    def _arrange(self) -> None:
        intro = _label("guideIntro")
        intro.setText(_INTRO)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 12, 16, 12)
        layout.addWidget(intro)
        sides = QGridLayout()  # both boxes end on one line, however many lines there are below them
        layout.addLayout(sides, 1)
        sides.setHorizontalSpacing(12)
        sides.addWidget(self._questions, 0, 0)
        sides.addWidget(self._preview, 0, 1)
        sides.addWidget(self._help, 1, 0)
        sides.addWidget(self._count, 1, 1)
        below, buttons = QHBoxLayout(), QHBoxLayout()
        for column, line in enumerate((below, buttons)):
            sides.addLayout(line, 2, column)
            line.setSpacing(12)
        below.addWidget(self._rest)
        below.addWidget(self._open, 1)
        buttons.addStretch(1)
        buttons.addWidget(self._fill)
        buttons.addWidget(self._cancel)
        sides.setRowStretch(0, 1)
        for column, share in enumerate(_SHARES):
            sides.setColumnStretch(column, share)

    def _connect(self) -> None:
        self._questions.answered.connect(self._show)
        self._questions.finished.connect(self._go_on)
        self._questions.entered.connect(self._explain)
        self._questions.held.connect(self._ask_first)
        self._preview.ticked.connect(self._tell)
        self._rest.clicked.connect(self._answer_rest)
        self._fill.clicked.connect(self._finish)
        self._cancel.clicked.connect(self.reject)

    def _show(self) -> None:
        self._preview.show_lines(
            guide.preview(self._guide, self._session.report, self._questions.answers),
        )
        count = len(self._questions.open_rows)
        self._open.setText(f"还有 {count} 题没答。" if count else "都答了。")

    def _go_on(self) -> None:
        """Bring the keys to what comes after the last question."""
        button = self._fill if self._fill.isEnabled() else self._rest
        button.setFocus(Qt.FocusReason.TabFocusReason)

    def _answer_rest(self) -> None:
        """Answer what is open, show the outcome once, and leave one key to the end; what is open is told."""
        self._questions.blockSignals(True)
        self._questions.answer_rest()
        self._questions.blockSignals(False)
        self._show()
        self._go_on()
        left = self._questions.open_rows
        self._help.setText(
            _REST_LEFT.format(count=len(left), asked=left[0].question.ask) if left else _REST_DONE
        )

    def _explain(self, question: Question, said: str) -> None:
        """Say what is meant, and of what is answered already that Enter leaves it so."""
        self._help.setText((_SAID.format(said) if said else "") + question.help)

    def _ask_first(self, question: Question, odd: str) -> None:
        """Say how the question is answered that was to be left without an answer; `odd` is what is no figure."""
        held = _HELD_FIGURE if question.number else _HELD
        self._help.setText(_HELD_ODD.format(odd) if odd else held)

    def _tell(self) -> None:
        words = _how_much(self._preview)
        self._count.setText(f"将要{words}" if words else self._why_nothing())
        self._fill.setEnabled(bool(words))

    def _why_nothing(self) -> str:
        """Return why there is nothing to be filled in."""
        if self._preview.changes:
            return _NONE_TICKED
        return _NOTHING if self._questions.open_rows else _ALL_DONE

    def done(self, result: int) -> None:
        """Close, and know the answers when it is opened again: an interrupted clerk is asked nothing twice."""
        self._session.guide_answers = self._questions.answers
        super().done(result)

    def _finish(self) -> None:
        words = _how_much(self._preview)
        edit = guide.edit(self._session.template, self._session.report, self._preview.wanted)
        self.accept()
        if edit is not None:
            self._session.edit(edit)
            self.filled.emit(f"零报告向导{words}，按 Ctrl+Z 可以撤销。")


def _how_much(preview: GuidePreview) -> str:
    """Return in words how much the wanted lines change, "" for nothing."""
    cells = len({cell for line in preview.wanted for cell in line.values})
    sentences = sum(line.spot is not None for line in preview.wanted)
    parts = [f"填 {cells} 格" if cells else "", f"写 {sentences} 句话" if sentences else ""]
    return "，".join(part for part in parts if part)


def _label(name: str) -> QLabel:
    label = QLabel()
    label.setObjectName(name)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setWordWrap(True)
    label.setProperty("quiet", True)
    return label
