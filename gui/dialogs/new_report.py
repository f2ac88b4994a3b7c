"""A blank report: for which year, of which office, on which form."""

import datetime
from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import (
    QComboBox,
    QCompleter,
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from core.report import Report, blank
from core.template import Library
from core.template.model import FIRST_YEAR
from gui.widgets.eliding_box import ElidingBox
from gui.widgets.eliding_line import ElidingLine
from gui.widgets.fitting_area import fitting_height, room_for
from gui.widgets.still_boxes import ChoiceBox

_WORK_BEGINS = 10
_LEAST_LETTERS = 12


class NewReportDialog(QDialog):
    """Asks for year, office and form; of several `known` offices, newest first, one can be chosen from a list.

    Signals:
        report_made(Report): the blank report asked for.
    """

    report_made = Signal(object)

    def __init__(self, library: Library, office: str, known: Sequence[str], parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("newReportDialog")
        self.setWindowTitle("新建空白报告")
        self._library = library
        year = year_to_report(datetime.datetime.now().astimezone().date())
        self._year = ChoiceBox()
        self._year.setObjectName("newYear")
        for one in range(year + 1, FIRST_YEAR - 1, -1):
            self._year.addItem(str(one), one)
        self._year.setCurrentText(str(year))
        self._office = ElidingLine(office)
        self._office.setObjectName("newOffice")
        self._office.setPlaceholderText("单位全称，如：某某县某某镇人民政府")
        self._office.setMinimumWidth(360)
        self._offices = _choice_of(known, self._office) if {*known} - {office} else self._office
        names = (template.name for template in library.newest_first())
        self._form = ElidingBox("newTemplate", "报告格式", least=_LEAST_LETTERS, holds=tuple(names))
        self._basis = QLabel()
        self._basis.setProperty("quiet", True)
        self._basis.setWordWrap(True)
        self._buttons = QDialogButtonBox()
        self._make = QPushButton("新建(&N)")
        self._make.setObjectName("makeReport")
        self._make.setProperty("primary", True)
        self._buttons.addButton(self._make, QDialogButtonBox.ButtonRole.AcceptRole)
        self._buttons.addButton("取消", QDialogButtonBox.ButtonRole.RejectRole)
        self._arrange()
        self._connect()
        self._offer_forms()
        self._allow()
        self.resize(self.sizeHint().boundedTo(room_for(self)))  # Qt would leave a third of the screen free

    def _arrange(self) -> None:
        form = QFormLayout()
        form.setVerticalSpacing(12)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 20, 20, 16)
        layout.setSpacing(16)
        layout.addLayout(form)
        form.addRow("报告年度(&Y)：", self._year)
        form.addRow("单位全称(&U)：", self._offices)
        form.addRow("报告格式(&F)：", self._form)
        form.addRow("", self._basis)
        layout.addWidget(self._buttons)

    def _connect(self) -> None:
        self._year.currentIndexChanged.connect(self._offer_forms)
        self._office.textChanged.connect(self._allow)
        self._form.currentIndexChanged.connect(self._explain)
        self._buttons.accepted.connect(self._finish)
        self._buttons.rejected.connect(self.reject)

    def _offer_forms(self) -> None:
        """Offer the forms that serve the year, the usual one chosen."""
        year: int = self._year.currentData()
        usual = self._library.for_year(year)
        self._form.clear()
        for template in self._library.newest_first():
            if template.serves(year):
                self._form.addItem(template.name, template.id)
        self._form.setCurrentIndex(self._form.findData(usual.id))

    def _explain(self) -> None:
        template = self._library.templates.get(self._form.currentData() or "")
        self._basis.setText(f"依据：{template.basis}" if template else "")
        if self.isVisible():  # of some forms it takes a second line; nothing moves back under the mouse
            self.resize(self.width(), max(self.height(), fitting_height(self)))

    def _allow(self) -> None:
        self._make.setEnabled(bool(self._office.text().strip()))

    def _finish(self) -> None:
        template = self._library.get(self._form.currentData())
        report: Report = blank(template, self._year.currentData(), self._office.text().strip())
        self.accept()
        self.report_made.emit(report)


def _choice_of(known: Sequence[str], field: QLineEdit) -> QComboBox:
    """Return a list of the offices known, with the field in which another one can be typed."""
    box = ChoiceBox()
    box.setObjectName("newOfficeList")
    box.setAccessibleName("单位全称")
    typed = field.text()
    box.setEditable(True)
    box.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
    box.setLineEdit(field)
    # its own would write a known name to the end behind a shorter one that is typed
    box.setCompleter(QCompleter(list(known), box))
    box.addItems(list(known))
    box.setCurrentIndex(box.findText(typed))
    field.setText(typed)
    return box


def year_to_report(today: datetime.date) -> int:
    """Return the year that offices report on at that time: from October on the year itself, before it the last."""
    return today.year if today.month >= _WORK_BEGINS else today.year - 1
