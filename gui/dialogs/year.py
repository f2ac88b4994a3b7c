"""Asks of which year a report is that does not say so."""

from collections.abc import Callable

from PySide6.QtCore import QDate, Qt
from PySide6.QtWidgets import QInputDialog, QWidget

from core.template.model import FIRST_YEAR, LAST_YEAR


def ask_year(parent: QWidget, then: Callable[[int], object]) -> None:
    """Ask, with last year proposed, and call `then` with the answer."""
    dialog = QInputDialog(parent)
    dialog.setObjectName("yearDialog")
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.setWindowTitle("年报通")
    dialog.setInputMode(QInputDialog.InputMode.IntInput)
    dialog.setIntRange(FIRST_YEAR, LAST_YEAR)
    dialog.setIntValue(QDate.currentDate().year() - 1)
    dialog.setLabelText("里面没有写明是哪一年的报告。这份报告的年度是：")
    dialog.setOkButtonText("按这一年读入")
    dialog.setCancelButtonText("取消")
    dialog.intValueSelected.connect(then)
    dialog.open()
