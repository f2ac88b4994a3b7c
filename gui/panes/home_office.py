"""The one question of the first start: the name of the unit."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QGridLayout, QLabel, QLineEdit, QPushButton


class OfficeQuestion(QFrame):
    """A field that may be left empty; Enter takes what stands in it.

    Signals:
        answered(str): the name of the unit, "" where the clerk does not want to say it now.
    """

    answered = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("officeQuestion")
        self.setProperty("panel", True)
        label = QLabel("您的单位全称(&U)")
        self.field = QLineEdit()
        self.field.setObjectName("homeOffice")
        self.field.setAccessibleName("您的单位全称")
        self.field.setPlaceholderText("如：某某县某某镇人民政府")
        label.setBuddy(self.field)
        self.take = QPushButton("记下(&M)")
        self.take.setObjectName("homeOfficeTake")
        self.take.setEnabled(False)
        leave = QPushButton("先不填(&K)")
        leave.setObjectName("homeOfficeSkip")
        why = QLabel("填一次，以后新建报告、读入没写单位的文件时就用它，随时可以改。")
        why.setProperty("quiet", True)
        why.setWordWrap(True)
        layout = QGridLayout(self)
        layout.setContentsMargins(12, 12, 12, 12)
        layout.setSpacing(8)
        for column, widget in enumerate((label, self.field, self.take, leave)):
            layout.addWidget(widget, 0, column)
        layout.setColumnStretch(1, 1)
        layout.addWidget(why, 1, 0, 1, 4)
        self.field.textChanged.connect(lambda text: self.take.setEnabled(bool(text.strip())))
        self.field.returnPressed.connect(self._answer)
        self.take.clicked.connect(self._answer)
        leave.clicked.connect(lambda: self.answered.emit(""))

    def _answer(self) -> None:
        if name := self.field.text().strip():
            self.answered.emit(name)
