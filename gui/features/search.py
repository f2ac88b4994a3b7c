"""Search and replace over the whole report (Ctrl+F, Ctrl+H, F3)."""

from collections.abc import Callable
from dataclasses import replace
from functools import partial

from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from core.checks.model import CellPlace, HeadPlace, Place, TextPlace
from core.report import PREFACE
from core.searching import Match
from core.template import Template
from gui.features.desk import AtDesk
from gui.pages import page_of
from gui.panes.search import SearchPanel
from gui.panes.section_page import SectionPage
from gui.panes.tables.head_lines import HeadLines
from gui.panes.workspace import Workspace
from gui.session import Session

_LONGEST = 40
_BEHIND = 1_000_000  # behind every paragraph of a section


def commands(desk: AtDesk) -> dict[str, Callable[[], object]]:
    """Return what the commands of searching do."""
    return {
        "find": desk.with_session(partial(_begin, desk, replacing=False)),
        "replace": desk.with_session(partial(_begin, desk, replacing=True)),
        "findNext": desk.with_workspace(partial(_go_on, desk, 1)),
        "findPrevious": desk.with_workspace(partial(_go_on, desk, -1)),
    }


def _begin(desk: AtDesk, session: Session, *, replacing: bool) -> None:
    if desk.workspace:
        page = desk.workspace.page
        panel = _panel(page, session)
        here = page.here()
        panel.begin(_text_place(session.template, here), _selected(page), replacing=replacing, origin=here)


def _go_on(desk: AtDesk, by: int, work: Workspace) -> None:
    """Go to the next place of the words searched for last; without any, ask for words."""
    panel = work.page.findChild(SearchPanel)
    if panel is None or not panel.field.text():
        desk.with_session(partial(_begin, desk, replacing=False))()
        return
    panel.show()
    panel.step(by)


def _panel(page: SectionPage, session: Session) -> SearchPanel:
    """Return the bar above the page, made at its first use."""
    known = page.findChild(SearchPanel)
    if known is not None:
        return known
    panel = SearchPanel(session, partial(_is_chosen, page, session), lambda: _stands_at(page, panel), page)
    panel.match_chosen.connect(partial(_show, page, panel))
    panel.left_again.connect(partial(_go_back, page, panel))
    panel.closed.connect(partial(_close, page, panel))
    layout = page.layout()
    if isinstance(layout, QVBoxLayout):
        layout.insertWidget(0, panel)
    return panel


def carry_over(desk: AtDesk, before: Workspace) -> None:
    """Go on searching where the panes are made anew."""
    known = before.page.findChild(SearchPanel)
    if known is not None and desk.workspace and desk.session:
        page = desk.workspace.page
        _panel(page, desk.session).take_over(known)


def _show(page: SectionPage, panel: SearchPanel, match: Match) -> None:
    """Show a place; the keys stay with the bar if they were there."""
    focus = _key_holder(page, panel)
    page.go_to(match.place)
    line = _line_of(page, match)
    if focus:
        focus.setFocus()
    elif line:
        line.setFocus()
    if line:
        line.setSelection(match.start, match.end - match.start)


def _is_chosen(page: SectionPage, session: Session, match: Match) -> bool:
    """Return whether words found are still chosen on the page; a section's title is where its page is shown."""
    line, here, place = _line_of(page, match), page.here(), match.place
    if match.source.kind == "heading":
        return page_of(session.template, session.report, here).section == match.source.key
    if line:
        chosen = (line.selectedText(), line.selectionStart()) == (match.words, match.start)
        return chosen and line.isVisible()
    if isinstance(here, CellPlace) and isinstance(place, CellPlace):
        return here.cell == place.cell
    return isinstance(here, TextPlace) and replace(here, quote=match.words) == place


def _key_holder(page: SectionPage, panel: SearchPanel) -> QWidget | None:
    """Return what in the bar has the keys, None where they are elsewhere."""
    is_in_bar = panel.isVisible() and panel.isAncestorOf(page.focusWidget())
    return panel.focusWidget() if is_in_bar else None


def _stands_at(page: SectionPage, panel: SearchPanel) -> Place | None:
    """Return where the clerk is, None at words found in a line of text: those are chosen in the line alone."""
    return None if panel.match and _line_of(page, panel.match) else page.here()


def _go_back(page: SectionPage, panel: SearchPanel, place: Place) -> None:
    """Show again where the clerk was before all was replaced; the keys stay with the bar."""
    focus = _key_holder(page, panel)
    page.go_to(place)
    if focus:
        focus.setFocus()


def _line_of(page: SectionPage, match: Match) -> QLineEdit | None:
    """Return the line of text in which a place stands, None where it is no line."""
    source = match.source
    match source.kind:
        case "title":
            return page.findChild(QLineEdit, "reportTitle")
        case "office":
            return page.findChild(QLineEdit, "reportOffice")
        case "head":
            return next((head.lines[source.field] for head in page.findChildren(HeadLines)), None)
    return None


def _close(page: SectionPage, panel: SearchPanel) -> None:
    """Put the bar away and stay where one is: at the words found, or wherever one went since."""
    had_keys = _key_holder(page, panel) is not None
    panel.hide()
    line = _line_of(page, panel.match) if panel.match else None
    if not had_keys:
        return
    if line and line.isVisible():
        line.setFocus()
    else:
        page.focus_editor()


def _selected(page: SectionPage) -> str:
    """Return the words selected on the sheet, as far as they can be searched for."""
    words = page.selected_words()
    return words if len(words) <= _LONGEST else ""


def _text_place(template: Template, here: Place) -> TextPlace:
    """Return a place in words that comes as early in the report as the one at hand."""
    match here:
        case TextPlace():
            return here
        case CellPlace(cell, _):
            table = template.cells[cell].table
        case HeadPlace(table, _, _):
            pass
    return TextPlace(template.tables_by_id[table].section or PREFACE, _BEHIND, 0, 0, "")
