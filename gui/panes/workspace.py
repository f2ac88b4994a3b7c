"""The open report: outline at the left, the page in the middle, checks, last year and guidance at the right."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSplitter, QTabWidget, QVBoxLayout, QWidget

from gui.pages import pages_of
from gui.panes.findings import FindingsPanel
from gui.panes.guidance import GuidancePanel
from gui.panes.last_year import LastYearPanel
from gui.panes.outline import Outline
from gui.panes.section_page import SectionPage
from gui.session import Session
from gui.theme import Theme

_LEFT, _MIDDLE, _RIGHT = 252, 794, 300
_LEFT_LEAST, _MIDDLE_LEAST = 160, 560
_NARROW = 1150


class Workspace(QWidget):
    """All panes of one open report, made anew for each."""

    def __init__(self, session: Session, theme: Theme) -> None:
        super().__init__()
        self.setObjectName("workspace")
        self._session = session
        self._side_wanted = True
        self.is_narrow = False
        self.outline = Outline(session, theme)
        self.page = SectionPage(session, theme)
        self.findings = FindingsPanel(session, theme)
        self.last_year = LastYearPanel(session)
        self.guidance = GuidancePanel(session)
        self.side = QTabWidget()
        self.side.setObjectName("sidePanel")
        self.side.setDocumentMode(True)
        for panel, words in (
            (self.findings, "检查(&1)"),
            (self.last_year, "去年(&2)"),
            (self.guidance, "说明(&3)"),
        ):
            self.side.addTab(panel, words)
        self._arrange()
        self._connect()
        self.page.show_page(pages_of(session.template, session.report)[_first_section(session)])

    def _arrange(self) -> None:
        splitter = QSplitter(Qt.Orientation.Horizontal)
        self.outline.setMinimumWidth(_LEFT_LEAST)
        self.page.setMinimumWidth(_MIDDLE_LEAST)
        for widget in (self.outline, self.page, self.side):
            splitter.addWidget(widget)
        splitter.setStretchFactor(1, 1)
        splitter.setCollapsible(1, False)
        splitter.setSizes([_LEFT, _MIDDLE, _RIGHT])
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(splitter)

    def _connect(self) -> None:
        session = self._session
        session.edited.connect(self.page.refresh)
        session.findings_changed.connect(self.outline.refresh)
        session.findings_changed.connect(self.findings.show_findings)
        session.findings_changed.connect(self.page.show_findings)
        self.outline.page_chosen.connect(self.page.show_page)
        self.findings.place_chosen.connect(self.page.go_to)
        self.page.page_shown.connect(self.outline.mark)
        self.page.page_shown.connect(self.last_year.show_page)
        self.page.page_shown.connect(self.guidance.show_page)
        self.page.origin_changed.connect(self.last_year.show_origin)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fold the right pane when the window gets narrow, and unfold it when there is room again."""
        super().resizeEvent(event)
        narrow = self.width() < _NARROW
        if narrow != self.is_narrow:
            self.is_narrow = narrow
            self.side.setVisible(self._side_wanted and not narrow)

    def show_panes(self, *, left: bool, right: bool) -> None:
        """Show the panes at the sides that are wanted; the right one in a narrow window only when unfolded there."""
        self._side_wanted = right
        self.outline.setVisible(left)
        self.side.setVisible(right and not self.is_narrow)

    def turn_side(self) -> None:
        """Fold or unfold the right pane of a narrow window, for as long as the window stays so."""
        self.side.setVisible(self.side.isHidden())

    def show_findings(self) -> None:
        """Bring the list of findings into sight."""
        self.side.setCurrentWidget(self.findings)
        self.side.show()

    def show_next_finding(self) -> None:
        """Go to the next finding, with the list in sight."""
        self.show_findings()
        self.findings.choose_next()

    def show_previous_finding(self) -> None:
        """Go to the finding before, with the list in sight."""
        self.show_findings()
        self.findings.choose_previous()

    def show_next_carried(self) -> bool:
        """Go to the next place of last year nobody has looked at, with last year in sight."""
        found = self.page.go_to_next_carried()
        if found:
            self.side.setCurrentWidget(self.last_year)
        return found


def _first_section(session: Session) -> int:
    """Return the number of the page to begin with: the first section, behind title and preface."""
    return min(1, len(pages_of(session.template, session.report)) - 1)
