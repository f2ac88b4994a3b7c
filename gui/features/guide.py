"""The zero-report guide (Ctrl+Shift+0): each fact once, and tables and sentences follow."""

from collections.abc import Callable
from functools import partial

from core import guide
from gui.dialogs.guide import GuideDialog
from gui.features.desk import AtDesk
from gui.panes.guide_offer import GuideOffer
from gui.panes.workspace import Workspace
from gui.session import Session

_NOTHING_ASKED = "这种格式没有向导。"


def commands(desk: AtDesk) -> dict[str, Callable[[], object]]:
    """Return what the command of the guide does."""
    return {"zeroGuide": desk.with_session(partial(_ask, desk))}


def offer(desk: AtDesk) -> None:
    """Offer the guide above a report that was just opened, where nothing of this year stands in it yet."""
    if desk.session and guide.is_fresh(desk.session.template, desk.session.report):
        _put_offer(desk)


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
    desk.workspace.put_above(line)


def _ask(desk: AtDesk, session: Session) -> None:
    asked = guide.for_template(desk.library, session.template.id)
    if not asked.questions:
        desk.say_for_now(_NOTHING_ASKED)
        return
    dialog = GuideDialog(asked, session, desk.theme, desk.workspace or desk.window)
    dialog.filled.connect(desk.say)
    dialog.filled.connect(lambda _words: _take_offer_away(desk))
    dialog.finished.connect(lambda _result: _come_back(desk))
    dialog.open()


def _come_back(desk: AtDesk) -> None:
    """Bring the keys to the words or the table where the clerk was: the line that offered the guide may be gone."""
    if desk.workspace:
        desk.workspace.page.focus_editor()


def _take_offer_away(desk: AtDesk) -> None:
    """Offer the guide no more: it was used, from wherever it was opened."""
    line = desk.workspace.findChild(GuideOffer) if desk.workspace else None
    if line is not None:
        line.hide()
