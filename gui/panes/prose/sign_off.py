"""What stands under the sheet of the sign-off: name and date that are missing are put in with one click each.

What is done stays in its place and cannot be pressed, so that a second click hits no other button.
"""

import datetime
from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QPushButton, QVBoxLayout, QWidget

from core import signing
from core.edits import Edit, Splice
from core.report import SIGNATURE
from gui.session import Session
from gui.widgets.plain_label import plain_label

_DATE_LETTERS = 9
_AROUND = 24


class SignOffLine(QWidget):
    """Offers what is missing under the report; it is there on the page of the sign-off alone.

    Signals:
        filled(): something was put in.
    """

    filled = Signal()

    def __init__(
        self,
        session: Session,
        parent: QWidget,
        today: Callable[[], datetime.date] = datetime.date.today,
    ) -> None:
        super().__init__(parent)
        self.setObjectName("signOffLine")
        self._session = session
        self._today = today
        self._offered = ""
        self._section = ""
        self._words = _centred("signOffOffered")
        self._words.setProperty("quiet", True)
        self._office = QPushButton("填单位全称")
        self._office.setObjectName("signOffOffice")
        self._make_day()
        self._date = QPushButton("填日期")
        self._date.setObjectName("signOffDate")
        self._no_day = _centred("signOffNoDay")
        self._no_day.setProperty("signal", "warning")
        self._arrange()
        self._office.clicked.connect(lambda: self._put(signing.with_office(session.report)))
        self._date.clicked.connect(self._put_date)
        self._day.returnPressed.connect(self._put_date)
        self._day.textChanged.connect(self._look_at_day)
        session.edited.connect(self._follow)
        self.hide()

    def _arrange(self) -> None:
        """Put what is offered above the buttons, where a long name has the room, and what is wrong below them."""
        row, layout = QHBoxLayout(), QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(4)
        layout.addWidget(self._words)
        layout.addLayout(row)
        layout.addWidget(self._no_day)
        row.setSpacing(8)
        row.addStretch(1)
        for widget in (self._office, self._day, self._date):
            row.addWidget(widget, 0, Qt.AlignmentFlag.AlignVCenter)
        row.addStretch(1)
        kept = self._no_day.sizePolicy()
        kept.setRetainSizeWhenHidden(True)  # nothing moves when it comes
        self._no_day.setSizePolicy(kept)
        self._no_day.setText(signing.why_no_date("?"))
        self._no_day.hide()

    def _make_day(self) -> None:
        self._day = QLineEdit()
        self._day.setObjectName("signOffDay")
        self._day.setAccessibleName("落款日期")
        wide = self._day.fontMetrics().horizontalAdvance("国" * _DATE_LETTERS)
        self._day.setFixedWidth(wide + _AROUND)

    def show_for(self, section: str) -> None:
        """Show what is missing where that section is the sign-off."""
        self._section = section
        for widget in (self._office, self._day, self._date):
            widget.hide()
        self._offer_day()
        self._show_missing()

    def _offer_day(self) -> None:
        """Offer today; before the report's year has ended, which no date of a report may lie in, show an example."""
        year, today = self._session.report.year, self._today()
        self._day.setPlaceholderText(f"如：{year + 1}年1月15日")
        self._day.setToolTip(f"写成 {year + 1}-1-15 也行")
        offered = signing.written(today) if today.year > year else ""
        if self._day.text() == self._offered:
            self._day.setText(offered)
        self._offered = offered

    def _show_missing(self) -> None:
        report = self._session.report
        at_end = self._section == SIGNATURE
        office = at_end and signing.with_office(report) is not None
        date = at_end and not signing.is_dated(report)
        name = f"单位全称“{report.unit.name}”"
        self._office.setAccessibleName(f"填{name}")
        for widget, is_missing in ((self._office, office), (self._day, date), (self._date, date)):
            widget.setVisible(is_missing or not widget.isHidden())
            widget.setEnabled(is_missing)
        offered = [
            words for widget, words in ((self._office, name), (self._day, "日期")) if not widget.isHidden()
        ]
        self._words.setText(f"落款还可以填{'和'.join(offered)}：")
        self._look_at_day()
        self.setVisible(office or date)

    def _look_at_day(self) -> None:
        """Let a date be put in that is one, and say why another is none."""
        why = signing.why_no_date(self._day.text()) if self._day.isEnabled() else ""
        if why:
            self._no_day.setText(why)
        self._no_day.setVisible(bool(why) and not self._day.isHidden())
        self._day.setAccessibleDescription(why)
        self._date.setEnabled(self._day.isEnabled() and bool(signing.date_words(self._day.text())))

    def _follow(self, edit: Edit) -> None:
        if edit.sections & {SIGNATURE, ""}:
            self._show_missing()

    def _put_date(self) -> None:
        if words := signing.date_words(self._day.text()):
            self._put(signing.with_date(self._session.report, words))

    def _put(self, edit: Splice | None) -> None:
        """Put in what was clicked, as one step."""
        if edit is not None:
            self._session.end_stroke()
            self._session.edit(edit)
            self._session.end_stroke()
            self.filled.emit()


def _centred(name: str) -> QLabel:
    label = plain_label(name)
    label.setAlignment(Qt.AlignmentFlag.AlignCenter)
    return label
