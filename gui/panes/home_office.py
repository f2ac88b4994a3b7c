"""The one question of the first start: the name of the unit."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import (
    QFrame,
    QGridLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QStackedLayout,
    QWidget,
)

_WHY = "填一次，以后新建报告、读入没写单位的文件时就用它，随时可以改。"
_NOTED = "单位：{}　（要改，在“显示 → 设置”里改）"
_LEFT = "单位以后再填，新建报告时也可以填。"


class OfficeQuestion(QFrame):
    """A field that may be left empty; Enter takes what stands in it. The answer stands in the room of the question.

    Signals:
        answered(str): the name of the unit, "" where the clerk does not want to say it now.
    """

    answered = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("officeQuestion")
        self.setProperty("panel", True)
        self._noted: QLabel | None = None
        self._label = QLabel("您的单位全称(&U)")
        self.field = QLineEdit()
        self.field.setObjectName("homeOffice")
        self.field.setAccessibleName("您的单位全称")
        self.field.setPlaceholderText("如：某某县某某镇人民政府")
        self._label.setBuddy(self.field)
        self.take = QPushButton("记下(&M)")
        self.take.setObjectName("homeOfficeTake")
        self.take.setEnabled(False)
        self._leave = QPushButton("先不填(&K)")
        self._leave.setObjectName("homeOfficeSkip")
        self._lay_out()
        self.field.textChanged.connect(lambda text: self.take.setEnabled(bool(text.strip())))
        self.field.returnPressed.connect(self._answer)
        self.take.clicked.connect(self._answer)
        self._leave.clicked.connect(lambda: self._end(""))

    @property
    def keys(self) -> tuple[QWidget, ...]:
        """What the tabulator key reaches here, in that order."""
        return self.field, self.take, self._leave

    def _lay_out(self) -> None:
        """Lay question and answer over each other, so that what stands below never moves under the mouse."""
        why = QLabel(_WHY)
        why.setProperty("quiet", True)
        why.setWordWrap(True)
        asked = QWidget()
        grid = QGridLayout(asked)
        grid.setContentsMargins(12, 12, 12, 12)
        grid.setSpacing(8)
        for column, widget in enumerate((self._label, self.field, self.take, self._leave)):
            grid.addWidget(widget, 0, column)
        grid.setColumnStretch(1, 1)
        grid.addWidget(why, 1, 0, 1, 4)
        self._pages = QStackedLayout(self)
        self._pages.addWidget(asked)

    @property
    def is_begun(self) -> bool:
        """Whether something was typed or answered: it stays in sight."""
        return self._noted is not None or bool(self.field.text())

    def go_on_from(self, before: OfficeQuestion) -> None:
        """Stand as the question of the page before: with what was typed, or with its answer."""
        if before._noted:
            self._note(before._noted.text())
        elif before.is_begun:
            self.field.setText(before.field.text())
            self.field.setModified(before.field.isModified())
            self.field.setCursorPosition(before.field.cursorPosition())

    def _answer(self) -> None:
        if name := self.field.text().strip():
            self._end(name)

    def _end(self, name: str) -> None:
        self.setFixedHeight(self.height())
        self._note(_told(name))
        self.answered.emit(name)

    def _note(self, words: str) -> None:
        """Show the answer in the room of the question."""
        self._noted = _noted()
        self._noted.setText(words)
        self._pages.addWidget(self._noted)
        self._pages.setCurrentWidget(self._noted)

    def tell(self, name: str) -> None:
        """Tell the unit, "" for none, where the question was answered."""
        if self._noted:
            self._noted.setText(_told(name))


def _told(name: str) -> str:
    return _NOTED.format(name) if name else _LEFT


def _noted() -> QLabel:
    from PySide6.QtCore import Qt

    noted = QLabel()
    noted.setObjectName("homeOfficeNoted")
    noted.setTextFormat(Qt.TextFormat.PlainText)
    noted.setProperty("quiet", True)
    noted.setWordWrap(True)
    noted.setContentsMargins(12, 0, 12, 0)
    return noted
