"""The lines that stand above the introduction: the title of the report and the full name of the office."""

from PySide6.QtWidgets import QFormLayout, QWidget

from core.checks.model import TITLE, Finding, TextPlace
from core.edits import SetField
from gui.session import Session
from gui.widgets.field_line import FieldLine


class HeadingForm(QWidget):
    """Title and office, each in a line of its own; each keystroke is an edit."""

    def __init__(self, session: Session) -> None:
        super().__init__()
        self.setObjectName("headingForm")
        self._session = session
        self._title = FieldLine(session, lambda: session.report.title, lambda text: SetField("title", text))
        self._title.setObjectName("reportTitle")
        self._office = FieldLine(
            session, lambda: session.report.unit.name, lambda text: SetField("office", text)
        )
        self._office.setObjectName("reportOffice")
        layout = QFormLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setVerticalSpacing(8)
        layout.addRow("标题(&N)：", self._title)
        layout.addRow("单位全称(&U)：", self._office)

    def refresh(self) -> None:
        """Show the words as they are now."""
        self._title.refresh()
        self._office.refresh()

    def show_findings(self) -> None:
        """Mark the title where a finding speaks of it."""
        found = [one for one in self._session.findings if one.severity != "info" and _speaks_of_title(one)]
        worst = "error" if any(one.severity == "error" for one in found) else "warning"
        self._title.show_findings(worst if found else "", "\n".join(one.message for one in found))

    def go_to_title(self, start: int, end: int) -> None:
        """Select characters of the title."""
        self._title.setFocus()
        self._title.setSelection(start, end - start)


def _speaks_of_title(finding: Finding) -> bool:
    return any(isinstance(place, TextPlace) and place.section == TITLE for place in finding.where)
