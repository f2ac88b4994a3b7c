"""A report shown out of sight beside the home page: what the first showing of each part costs once is paid then.

Qt loads fonts and letters, PySide wraps classes, and the style sheet is matched; a third of the time between the
click and the first report was that.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QSize, QTimer
from PySide6.QtWidgets import QWidget

from core import guide
from core.importers.recognise import Reading
from core.importers.reviewing import Review
from core.store import ReportFile
from gui.dialogs.guide import GuideDialog
from gui.panes.review import ReviewPage
from gui.panes.workspace import Workspace
from gui.session import Session

if TYPE_CHECKING:
    from core.report import Report
    from gui.desk import Desk
    from gui.window import MainWindow

_done: list[str] = []  # by name: once for all windows of the program


def begin(window: MainWindow, report: Report, then: Callable[[], object]) -> None:
    """Show a report out of sight, piece by piece, each in a turn of its own; a click waits for one piece at most."""
    _go_on(window, iter(()) if _done else _all_pieces(window, report), then)
    _done.append(report.template)


def _go_on(window: MainWindow, pieces: Iterator[QObject], then: Callable[[], object]) -> None:
    if not window.isVisible():
        return
    if window.desk.session is not None or next(pieces, None) is None:  # the clerk was faster, or all is done
        then()
        return
    # at 0 Qt takes the next before all input
    QTimer.singleShot(1, window, lambda: _go_on(window, pieces, then))


def _all_pieces(window: MainWindow, report: Report) -> Iterator[QObject]:
    """Yield after each piece; the bars stay too, out of sight until a page is shown to which they belong."""
    yield window.make_bars().status
    yield from _pieces(window.desk, report, window.size())


def _pieces(desk: Desk, report: Report, size: QSize) -> Iterator[QObject]:
    """Yield after each piece of work what it was done on; the desk itself stays."""
    yield desk
    made: list[QObject] = []
    try:
        yield from _pages(desk, report, size, made)
    finally:  # also where the clerk was faster
        for one in made:
            one.deleteLater()


def _pages(desk: Desk, report: Report, size: QSize, made: list[QObject]) -> Iterator[QObject]:
    template = desk.library.get(report.template)
    review = Review(Reading.of(report), template)
    page = ReviewPage("", review, desk.library, desk.theme, forward_first=True, leave_then=lambda _: None)
    made.append(page)
    yield page
    page.lay_out(size)
    yield page
    _paint(page, size)
    yield page
    session = Session(desk.library, ReportFile(report))
    work = Workspace(session, desk.theme)
    session.setParent(work)  # goes with it, also where the window is gone
    made.append(work)
    yield work
    _paint(work, size)
    yield work
    session.check()
    yield work
    asked = guide.for_template(desk.library, template.id)
    dialog = GuideDialog(asked, session, desk.theme, work)  # goes with its parent
    yield dialog


def _paint(part: QWidget, size: QSize) -> None:
    """Let a part that nobody sees give everything in it its place, and paint itself."""
    part.resize(size)
    part.grab()
