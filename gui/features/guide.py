"""The zero-report guide (Ctrl+Shift+0): each fact once, and tables and sentences follow."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Qt

from core import guide, sent_away
from core.approval import stage_of
from core.stages import DRAFT
from gui import keeping
from gui.dialogs.guide import GuideDialog
from gui.features.desk import AtDesk
from gui.pages import blank_cells
from gui.panes.guide_offer import GuideOffer
from gui.panes.workspace import Workspace
from gui.session import Session

_NAME = "guideOffer"
_ONCE = Qt.ConnectionType.SingleShotConnection
_NOTHING_ASKED = "这种格式没有向导。"


def commands(desk: AtDesk) -> dict[str, Callable[[], object]]:
    """Return what the command of the guide does."""
    return {"zeroGuide": desk.with_session(partial(_ask, desk))}


def offer(desk: AtDesk) -> None:
    """Offer the guide above a draft that was just opened, as long as it has all of it before it.

    Where it was offered before it is offered again while there is something left for it to fill in; not above a report
    where it was sent away, or used.
    """
    session = desk.session
    if session is None or stage_of(session.report) != DRAFT or sent_away.is_away(session.file.doc_id, _NAME):
        return
    if guide.is_fresh(session.template, session.report):
        # once it was looked over: opening it must not wait for that
        session.findings_changed.connect(partial(_note_offered, session), _ONCE)
        _put_offer(desk)
    elif sent_away.was_told(session.file.doc_id, _NAME) and _has_some_left(session):
        _put_offer(desk)


def _has_some_left(session: Session) -> bool:
    """Return whether a cell waits for a figure; a form without cells has words alone, which the guide may ask for."""
    return not session.template.cells or any(True for _ in blank_cells(session))


def _note_offered(session: Session) -> None:
    """Store that the guide was offered above this report, if that is not known yet."""
    if not sent_away.was_told(session.file.doc_id, _NAME):
        keeping.keep(partial(sent_away.note_told, session.file.doc_id, _NAME))


def carry_over(desk: AtDesk, before: Workspace) -> None:
    """Go on offering the guide where it was offered before."""
    line = before.findChild(GuideOffer)
    if line is not None and not line.isHidden():
        _put_offer(desk)


def _put_offer(desk: AtDesk) -> None:
    if not (desk.workspace and desk.session):
        return
    line = GuideOffer(desk.session)
    line.wanted.connect(desk.with_session(partial(_ask, desk)))
    line.sent_away.connect(partial(_remember, desk.session))
    desk.workspace.page.page_shown.connect(line.give_room)
    desk.workspace.put_above(line)


def _ask(desk: AtDesk, session: Session) -> None:
    asked = guide.for_template(desk.library, session.template.id)
    if not asked.questions:
        desk.say_for_now(_NOTHING_ASKED)
        return
    dialog = GuideDialog(asked, session, desk.theme, desk.workspace or desk.window)
    dialog.filled.connect(desk.say)
    dialog.filled.connect(lambda _words: _take_offer_away(desk, session))
    dialog.finished.connect(lambda _result: _come_back(desk))
    dialog.open()


def _come_back(desk: AtDesk) -> None:
    """Bring the keys to the words or the table where the clerk was: the line that offered the guide may be gone."""
    if desk.workspace:
        desk.workspace.page.focus_editor()


def _take_offer_away(desk: AtDesk, session: Session) -> None:
    """Offer the guide no more: it was used, from wherever it was opened."""
    _remember(session)
    line = desk.workspace.findChild(GuideOffer) if desk.workspace else None
    if line is not None:
        line.hide()


def _remember(session: Session) -> None:
    """Store that the guide is not to be offered above this report any more."""
    keeping.keep(partial(sent_away.remember, session.file.doc_id, _NAME))
