"""The items of the findings list: headings and findings, with the words for page and place."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QListWidgetItem

from core.checks.model import Finding
from gui.pages import page_of, title_of, words_for
from gui.panes.finding_delegate import LINE, FindingLine
from gui.session import Session

FINDING = Qt.ItemDataRole.UserRole + 1
_WHOLE = "全文"


def heading(line: FindingLine) -> QListWidgetItem:
    """Return the heading of a group; nobody can choose it."""
    item = QListWidgetItem()
    item.setFlags(Qt.ItemFlag.NoItemFlags)
    item.setData(LINE, line)
    item.setData(Qt.ItemDataRole.AccessibleTextRole, line.place)
    return item


def line(finding: Finding, shown: FindingLine, read_aloud: str) -> QListWidgetItem:
    """Return the item of a finding, with what a screen reader says of it."""
    item = QListWidgetItem()
    item.setData(LINE, shown)
    item.setData(Qt.ItemDataRole.AccessibleTextRole, read_aloud)
    item.setData(FINDING, finding)
    return item


def page_words(session: Session, finding: Finding) -> str:
    """Return the page on which a finding is listed, in the words of the outline."""
    if not finding.where:
        return _WHOLE
    template, report = session.template, session.report
    return title_of(template, report, page_of(template, report, finding.where[0]))


def place_words(session: Session, finding: Finding) -> str:
    """Return the first place that a finding speaks of."""
    return words_for(session.template, session.report, finding.where[0]) if finding.where else _WHOLE


def verb(finding: Finding) -> str:
    """Return what its remedy does, "" where it has none."""
    return finding.fix.label if finding.fix else ""
