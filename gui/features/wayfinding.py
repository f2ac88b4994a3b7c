"""Finding one's way: the search for commands and places, and the list of keys."""

from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

from PySide6.QtGui import QKeySequence

from core import recent
from core.checks.model import CellPlace
from core.report import Report
from gui import help_key
from gui.commands import COMMANDS
from gui.dialogs.command_search import CommandSearch, Entry
from gui.features.desk import AtDesk
from gui.keys import bare, key_words
from gui.pages import Page, pages_of, title_of
from gui.panes.workspace import Workspace
from gui.session import Session

_OWN = "commandSearch"
_NO_REPORT = "先打开一份报告"


def commands(desk: AtDesk) -> dict[str, Callable[[], object]]:
    """Return what the commands of finding one's way do."""
    return {_OWN: partial(_search, desk), "keyList": lambda: help_key.show_keys(desk.window)}


def _search(desk: AtDesk) -> None:
    """Ask what is wanted. On another page than that of the open report its parts are not offered."""
    entries = list(_commands(desk))
    if desk.session and desk.workspace and desk.workspace.isVisible():
        entries += _places(desk.session, desk.workspace)
        entries += _years(desk, desk.session)
    CommandSearch(entries, desk.window).open()


def _commands(desk: AtDesk) -> Iterator[Entry]:
    actions = {action.objectName(): action for action in desk.window.actions()}
    for command in COMMANDS:
        if command.name != _OWN:
            action = actions[command.name]
            keys = key_words(QKeySequence.listToString(action.shortcuts()))
            menu, enabled = bare(command.menu), action.isEnabled()
            lacks_report = command.needs_report and desk.session is None and not enabled
            where = _NO_REPORT if lacks_report else menu
            also = f"{menu} {command.also}"
            yield Entry(bare(action.text()), where, action.trigger, keys, enabled, also)


def _places(session: Session, work: Workspace) -> Iterator[Entry]:
    """Yield the sections and tables of the open report."""
    for page in pages_of(session.template, session.report):
        yield Entry(title_of(session.template, session.report, page), "去这一页", partial(_go, work, page))
        for table in page.tables if page.section else ():
            cell = next(
                one.id for one in session.template.cells.values() if one.table == table and not one.group
            )
            go = partial(work.page.go_to, CellPlace(cell, ""))
            yield Entry(session.template.tables_by_id[table].name, "去这张表", go)


def _go(work: Workspace, page: Page) -> None:
    work.page.show_page(page)
    work.page.focus_editor()


def _years(desk: AtDesk, session: Session) -> Iterator[Entry]:
    """Yield last year's text beside the work, and the other reports of the office that were worked on lately."""
    report = session.report
    work = desk.workspace
    last = report.last()
    if last and work:
        yield Entry(f"{last.year} 年的报告，在右栏里看", "去年", partial(work.bring, work.last_year))
    for one in recent.load():
        if _is_other_year(one, report, session.path):
            yield Entry(
                f"打开 {one.year} 年报告", one.office, partial(desk.opening.open_path, Path(one.path))
            )


def _is_other_year(one: recent.RecentReport, report: Report, path: Path | None) -> bool:
    return one.office == report.unit.name and Path(one.path) != path
