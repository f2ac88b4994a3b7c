"""Where the clerk is in the panes of a report, to be found again where they are made anew in another look."""

from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication, QEvent, QPoint, QTimer
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QTextEdit

from core.checks.model import CellPlace, Place
from gui.panes.findings import FindingsPlace
from gui.panes.outline import Outline
from gui.panes.pane_room import PanesStanding
from gui.panes.prose.sheet import Sheet
from gui.panes.tables.view import FormView
from gui.panes.trend import TrendChoice
from gui.panes.workspace import Workspace

_KEEP = QTextCursor.MoveMode.KeepAnchor


@dataclass(frozen=True)
class _Spot:
    """What is held in sight: a row or a character, and how far down it stands, as a share of the height.

    It is what is at hand, or where that is out of sight what stands at the top.
    """

    at: int
    down: float
    at_hand: bool


@dataclass(frozen=True)
class SamePlace:
    """Panes in sight, cursors, chosen lines, what is drawn, how far all is scrolled; `find_again` brings them into others."""

    panes: PanesStanding
    tab: int
    here: Place
    cell: str
    cursor: tuple[int, int]
    sheet: _Spot
    table: _Spot | None
    outline: _Spot
    findings: FindingsPlace
    trend: TrendChoice

    def find_again(self, work: Workspace) -> None:
        """Show the same place in new panes of the same report, now and once they have their room."""
        work.room.stand_as(self.panes)
        work.trend.come_back(self.trend)
        work.side.setCurrentIndex(self.tab)
        if self.cell:
            work.page.go_to(CellPlace(self.cell, ""))
        work.page.go_to(self.here)
        _select(_sheet(work), *self.cursor)
        self._scroll(work)
        QTimer.singleShot(0, work, lambda: self._scroll(work))

    def _scroll(self, work: Workspace) -> None:
        QCoreApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest)  # so that everything has its room
        work.findings.come_back(self.findings)
        _scroll_outline(work.outline, self.outline)
        _scroll_sheet(_sheet(work), self.sheet)
        table = work.page.table_in_sight
        if table and self.table:
            _scroll_table(table.view, self.table)


def keep(work: Workspace) -> SamePlace:
    """Return where the clerk is in these panes."""
    sheet, table = _sheet(work), work.page.table_in_sight
    cursor = sheet.textCursor()
    return SamePlace(
        panes=work.room.standing(),
        tab=work.side.currentIndex(),
        here=work.page.here(),
        cell=table.current_cell if table else "",
        cursor=(cursor.anchor(), cursor.position()),
        sheet=_spot_of_sheet(sheet),
        table=_spot_of_table(table.view) if table else None,
        outline=_spot_of_outline(work.outline),
        findings=work.findings.keep_place(),
        trend=work.trend.keep_choice(),
    )


def _sheet(work: Workspace) -> Sheet:
    sheet = work.page.findChild(Sheet)
    assert isinstance(sheet, Sheet)
    return sheet


def _select(sheet: QTextEdit, anchor: int, position: int) -> None:
    cursor = sheet.textCursor()
    cursor.setPosition(anchor)
    cursor.setPosition(position, _KEEP)
    sheet.setTextCursor(cursor)


def _spot_of_sheet(sheet: QTextEdit) -> _Spot:
    cursor = sheet.textCursor()
    at_hand = sheet.viewport().rect().intersects(sheet.cursorRect(cursor))
    if not at_hand:
        cursor = sheet.cursorForPosition(QPoint(0, 0))
    down = sheet.cursorRect(cursor).top() / max(sheet.viewport().height(), 1)
    return _Spot(cursor.position(), down, at_hand)


def _scroll_sheet(sheet: QTextEdit, spot: _Spot) -> None:
    cursor = sheet.textCursor()
    cursor.setPosition(spot.at)
    bar = sheet.verticalScrollBar()
    bar.setValue(bar.value() + sheet.cursorRect(cursor).top() - round(spot.down * sheet.viewport().height()))
    if spot.at_hand:
        sheet.ensureCursorVisible()


def _spot_of_table(view: FormView) -> _Spot:
    index = view.currentIndex()
    at_hand = view.viewport().rect().intersects(view.visualRect(index))
    row = index.row() if at_hand else view.rowAt(0)
    return _Spot(row, view.rowViewportPosition(row) / max(view.viewport().height(), 1), at_hand)


def _scroll_table(view: FormView, spot: _Spot) -> None:
    bar = view.verticalScrollBar()
    bar.setValue(
        bar.value() + view.rowViewportPosition(spot.at) - round(spot.down * view.viewport().height())
    )
    if spot.at_hand:
        view.show_cell_at_hand()


def _spot_of_outline(outline: Outline) -> _Spot:
    seen = outline.viewport().rect().intersects(outline.visualItemRect(outline.currentItem()))
    return _Spot(outline.verticalScrollBar().value(), 0, seen)


def _scroll_outline(outline: Outline, spot: _Spot) -> None:
    outline.verticalScrollBar().setValue(spot.at)  # counted in lines, whatever their height
    if spot.at_hand:
        outline.scrollToItem(outline.currentItem())
