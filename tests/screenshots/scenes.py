"""The walk through the window: each page, each panel and each dialog that a command opens, with a real report."""

from collections.abc import Iterator
from pathlib import Path

from core import carry, opening
from core.edits import SetCells
from core.paths import RESOURCES
from core.report import Report
from core.store import ReportFile
from core.template import Library
from gui.commands import COMMANDS
from gui.pages import pages_of
from gui.window import MainWindow
from tests.screenshots.forms import of_other_forms
from tests.screenshots.stage import BREATH_MS, Scene, open_dialogs, open_in, settle, wait
from tests.screenshots.while_working import while_working

SAMPLE = next((RESOURCES / "samples").glob("*年度报告.txt"))

# What opens something is written with dots; a file dialog is Qt's and not ours.
_OPENS = "…"
_OPEN_AS_WELL = {"help", "keyList"}
_FILE_DIALOGS = {"openLastYear", "openReport", "importFile", "saveAs"}


def scenes(window: MainWindow, library: Library, folder: Path) -> Iterator[Scene]:
    """Yield each scene while it is on show; files go into `folder`."""
    last = opening.load(SAMPLE, library).report
    yield Scene("home-empty")
    yield from _dialogs(window, "home", needs_report=False)
    open_in(window, last, folder)
    yield from _at_desk(window, carry.forward(library, last), folder)
    yield from of_other_forms(window, library, folder)
    window.desk.close()
    settle()
    yield Scene("home-known")
    yield from _in_review(window)
    yield from _left_without_file(window, carry.forward(library, last))


def _left_without_file(window: MainWindow, draft: Report) -> Iterator[Scene]:
    """Yield the home page after a draft was left that has no file."""
    window.desk.open(ReportFile(draft), None)
    settle()
    window.desk.commands["goHome"]()
    wait(lambda: window.desk.session is None)
    settle()
    yield Scene("home-left")


def _at_desk(window: MainWindow, draft: Report, folder: Path) -> Iterator[Scene]:
    open_in(window, draft, folder)
    work, session = window.desk.workspace, window.desk.session
    assert work is not None
    assert session is not None
    row = [cell for cell in session.template.cells if cell.startswith("reviews.cases.review_")]
    session.edit(SetCells(dict.fromkeys(row, "1"), "填写"))  # the total cannot be right
    session.check()
    for number, page in enumerate(pages_of(session.template, session.report)):
        work.page.show_page(page)
        settle()
        yield Scene(f"page-{number}-{page.section or page.tables[0]}")
    work.page.show_page(pages_of(session.template, session.report)[1])
    for tab in range(work.side.count()):
        work.bring(work.side.widget(tab))
        settle()
        yield Scene(f"side-{tab}-{work.side.widget(tab).objectName()}")
    window.desk.commands["preview"]()
    wait(
        lambda: (
            work.preview is not None and work.preview.sheets.in_sight and not work.preview.sheets.lacking()
        )
    )
    yield Scene("preview")
    window.desk.commands["preview"]()
    yield from _dialogs(window, "desk", needs_report=True)
    yield from while_working(window)


def _dialogs(window: MainWindow, where: str, *, needs_report: bool) -> Iterator[Scene]:
    """Yield what the commands open: a dialog, else something within the window."""
    for command in COMMANDS:
        opens = command.text.endswith(_OPENS) or command.name in _OPEN_AS_WELL
        if not opens or command.name in _FILE_DIALOGS or command.needs_report != needs_report:
            continue
        before = open_dialogs(window)
        next(one for one in window.actions() if one.objectName() == command.name).trigger()
        settle()
        new = [one for one in open_dialogs(window) if one not in before]
        yield Scene(f"{where}-{command.name}", new[-1] if new else None)
        for dialog in new:
            dialog.close()
        wait(lambda: False, BREATH_MS)


def _in_review(window: MainWindow) -> Iterator[Scene]:
    window.open_path(SAMPLE)
    wait(lambda: window._over.page is not None)
    settle()
    yield Scene("review")
    window.desk.opening.reviewing.cancelled.emit()
