"""The lines above an annex table, to be changed in place: title, period, who filled it in."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFormLayout, QWidget

from core.checks.model import Finding, HeadPlace
from core.edits import Edit, SetHead
from gui.session import Session
from gui.widgets.field_line import FieldLine, FieldNote

_LINES = (("title", "表名", "N"), ("period", "年度", "I"), ("filler", "填报单位", "U"))


class HeadLines(QWidget):
    """Three lines over an annex table; each keystroke is an edit of the report's head of that table.

    Signals:
        told(): what is found in them is new.
    """

    told = Signal()

    def __init__(self, session: Session, table_id: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._table = session.template.tables_by_id[table_id]
        layout = QFormLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setVerticalSpacing(4)
        self.lines = {field: self._line(field) for field, _, _ in _LINES}
        for field, label, letter in _LINES:
            self.lines[field].setAccessibleName(label)
            layout.addRow(f"{label}(&{letter})", self.lines[field])
        self._note = FieldNote(list(self.lines.values()))
        layout.addRow("", self._note)
        session.edited.connect(self._show_edit)
        session.findings_changed.connect(self._show_findings)
        self._show_findings()

    def be_low(self, low: bool) -> None:
        """Leave the form more room in a low window."""
        self._note.be_rare(low)

    @property
    def found(self) -> tuple[str, str]:
        """The worst severity of what is found in the lines, and all messages; two blank texts for nothing."""
        found = [line for line in self.lines.values() if line.severity]
        worst = min((line.severity for line in found), default="")  # "error" is before "warning"
        return worst, "\n".join(line.messages for line in found)

    def _line(self, field: str) -> FieldLine:
        return FieldLine(
            self._session, lambda: self._text(field), lambda text: self._changed(field, text), self
        )

    def _text(self, field: str) -> str:
        return str(getattr(self._session.report.head(self._table), field))

    def _changed(self, field: str, text: str) -> Edit:
        report = self._session.report
        head = report.head(self._table).model_copy(update={field: text})
        return SetHead(self._table.id, None if head == report.own_head(self._table) else head)

    def _show_edit(self, edit: Edit) -> None:
        if "" in edit.sections:
            for line in self.lines.values():
                line.refresh()

    def _show_findings(self) -> None:
        for field, line in self.lines.items():
            found = [one for one in self._session.findings if _speaks_of(one, self._table.id, field)]
            worst = "error" if any(one.severity == "error" for one in found) else "warning"
            line.show_findings(worst if found else "", "\n".join(one.message for one in found))
        self.told.emit()


def _speaks_of(finding: Finding, table: str, field: str) -> bool:
    return finding.severity != "info" and any(
        isinstance(place, HeadPlace) and (place.table, place.field) == (table, field)
        for place in finding.where
    )
