"""Where a draft stands otherwise than last year's report: one line says so, and what was left behind can be taken over."""

from collections.abc import Callable
from functools import partial

from core import sent_away
from core.carry import source_name
from core.report import PREFACE
from gui import keeping
from gui.dialogs.left_behind import LeftBehindDialog
from gui.features.desk import AtDesk
from gui.moved_words import moves_of, tells
from gui.pages import Page
from gui.panes.form_change import FormChange
from gui.panes.workspace import Workspace
from gui.session import Session

_NAME = "formChange"
_NONE = "这份报告不是由以前的报告生成的，没有换了地方的内容。"


def commands(desk: AtDesk) -> dict[str, Callable[[], object]]:
    """Return what brings the list again once the line above the draft is gone."""
    return {"moved": desk.with_session(partial(_show_again, desk))}


def tell(desk: AtDesk) -> None:
    """Tell above a draft that was just opened what changed since last year, as long as there is anything to tell."""
    session = desk.session
    if session and not sent_away.is_away(session.file.doc_id, _NAME) and tells(session, moves_of(session)):
        _put_line(desk, session)


def carry_over(desk: AtDesk, before: Workspace) -> None:
    """Go on telling where it was told before."""
    line = before.findChild(FormChange)
    if desk.session and line is not None and not line.isHidden():
        _put_line(desk, desk.session)


def _put_line(desk: AtDesk, session: Session) -> None:
    line = FormChange(session)
    line.wanted.connect(desk.with_session(partial(_show, desk)))
    line.sent_away.connect(lambda: keeping.keep(partial(sent_away.remember, session.file.doc_id, _NAME)))
    if desk.workspace:
        desk.workspace.put_above(line)


def _show_again(desk: AtDesk, session: Session) -> None:
    """Show the list, as the line does; of a report that was made from none it says that there is nothing."""
    if session.report.carried_from():
        _show(desk, session)
    else:
        desk.say_for_now(_NONE)


def _show(desk: AtDesk, session: Session) -> None:
    dialog = LeftBehindDialog(session, desk.theme, desk.workspace or desk.window)
    dialog.taken.connect(partial(_show_taken, desk, source_name(session.report)))
    dialog.open()


def _show_taken(desk: AtDesk, source: str, count: int) -> None:
    """Show the preface with what was put below it."""
    if desk.workspace:
        desk.workspace.page.show_page(Page(PREFACE))
    desk.say(f"{source}的话已放到前言后面（{count} 处），请核对；按 Ctrl+Z 可以撤销。")
