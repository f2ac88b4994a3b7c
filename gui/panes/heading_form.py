"""The lines that stand above the introduction: the title of the report and the full name of the office."""

from PySide6.QtWidgets import QFormLayout, QWidget

from core.checks.model import TITLE, Finding, TextPlace
from core.edits import SetField
from gui.session import Session
from gui.widgets.field_line import FieldLine, FieldNote

_LINES, _MOST_LINES = 2, 6


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
        layout.addRow("", FieldNote((self._title, self._office), _LINES, _MOST_LINES))

    @property
    def in_order(self) -> tuple[QWidget, ...]:
        """What takes the keys, from the top to the bottom."""
        return self._title, self._office

    def refresh(self) -> None:
        """Show the words as they are now."""
        self._title.refresh()
        self._office.refresh()

    def show_findings(self) -> None:
        """Mark the title and the office where findings speak of them."""
        name = self._session.report.unit.name
        found = [one for one in self._session.findings if one.severity != "info" and _speaks_of_title(one)]
        of_office = [one for one in found if _speaks_of_office(one, name)]
        for line, own in (
            (self._title, [one for one in found if one not in of_office]),
            (self._office, of_office),
        ):
            worst = "error" if any(one.severity == "error" for one in own) else "warning"
            line.show_findings(worst if own else "", "\n".join(one.message for one in own))

    def go_to_title(self, start: int, end: int) -> None:
        """Select characters of the title."""
        self._title.setFocus()
        self._title.setSelection(start, end - start)


def _speaks_of_title(finding: Finding) -> bool:
    return any(isinstance(place, TextPlace) and place.section == TITLE for place in finding.where)


def _speaks_of_office(finding: Finding, name: str) -> bool:
    """Return whether it is the name of the office that is found fault with: what is told of it stands at the title."""
    return (
        bool(name)
        and finding.found == name
        and not any(isinstance(place, TextPlace) and place.quote for place in finding.where)
    )
