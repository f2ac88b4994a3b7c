"""A total typed by hand: which figure, and why it is not what its terms add up to."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QDialog,
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QVBoxLayout,
    QWidget,
)

from core import numbers, totals
from core.totals import BY_HAND
from gui.session import Session
from gui.widgets.named_button import named_button

_WIDTH = 26  # in letters
_NO_REASON = "请写明原因，再按回车。"
_NO_NUMBER = "合计数要写成数字，如 12。"


class TotalDialog(QDialog):
    """Asks for the figure of a total and the reason; both are needed.

    Signals:
        typed(str, str): the figure and the reason.
        automatic_wanted(): the total is to be computed again.
    """

    typed = Signal(str, str)
    automatic_wanted = Signal()

    def __init__(self, session: Session, cell: str, name: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("totalDialog")
        self.setWindowTitle(BY_HAND)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        known = session.report.typed_totals.get(cell)
        self._words = QLabel(f"{name}\n合计本来自动计算。手工填的数不再跟着各项变，检查时仍会核对。")
        self._words.setTextFormat(Qt.TextFormat.PlainText)
        self._words.setWordWrap(True)
        self.figure = self._line("totalFigure", "合计数", session.report.text(cell))
        self.reason = self._line("totalReason", "原因", known.reason if known else "")
        self.reason.setPlaceholderText("如：上级通知按此数填报")
        self._missing = QLabel()
        self._missing.setObjectName("totalMissing")
        self._missing.setTextFormat(Qt.TextFormat.PlainText)
        self._missing.setMinimumHeight(
            self.fontMetrics().height()
        )  # its room stays: nothing moves once it speaks
        self.take = named_button("按这个数填(&T)", "takeTotal")
        self.take.setProperty("primary", True)
        self.take.setDefault(True)
        self.automatic = named_button("改回自动计算(&A)", "automaticTotalButton")
        self.automatic.setVisible(not totals.follows(session.report, session.template.cells[cell]))
        self.leave = named_button("取消", "leaveTotal")
        self._lay_out()
        self.take.clicked.connect(self._take)
        self.automatic.clicked.connect(self._give_back)
        self.leave.clicked.connect(self.reject)
        self._enable()

    def _line(self, name: str, words: str, text: str) -> QLineEdit:
        line = QLineEdit(text)
        line.setObjectName(name)
        line.setAccessibleName(words)
        line.setMinimumWidth(_WIDTH * self.fontMetrics().height())
        line.textChanged.connect(self._enable)
        line.returnPressed.connect(self._say_missing)
        return line

    def _lay_out(self) -> None:
        form = QFormLayout()
        buttons = QHBoxLayout()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 16, 16, 16)
        layout.setSpacing(12)
        layout.addWidget(self._words)
        layout.addLayout(form)
        form.addRow("合计数(&S)", self.figure)
        form.addRow("原因(&R)", self.reason)
        layout.addWidget(self._missing)
        layout.addLayout(buttons)
        buttons.addWidget(self.automatic)
        buttons.addStretch(1)
        buttons.addWidget(self.take)
        buttons.addWidget(self.leave)
        self.figure.selectAll()

    def _enable(self) -> None:
        if hasattr(self, "take"):
            is_number = numbers.read(self.figure.text()) is not None
            self.take.setEnabled(is_number and bool(self.reason.text().strip()))
            self._missing.clear()

    def _say_missing(self) -> None:
        """Say what is needed where the key that takes the figure would do nothing, and go there."""
        if not self.take.isEnabled():
            is_number = numbers.read(self.figure.text()) is not None
            self._missing.setText(_NO_REASON if is_number else _NO_NUMBER)
            (self.reason if is_number else self.figure).setFocus()

    def _take(self) -> None:
        self.typed.emit(self.figure.text(), self.reason.text())
        self.accept()

    def _give_back(self) -> None:
        self.automatic_wanted.emit()
        self.accept()
