"""The way of a report out of the house: in review, signed, handed in (Ctrl+Shift+D)."""

from collections.abc import Callable
from functools import partial

from core import approval, stages
from core.report import Report
from core.stages import ACTS
from gui.dialogs.sign_off import SignOffDialog
from gui.features.desk import AtDesk
from gui.session import Session


def commands(desk: AtDesk) -> dict[str, Callable[[], object]]:
    """Return what the command of the way out does."""
    return {"signOff": desk.with_session(partial(_ask, desk))}


def tell(desk: AtDesk) -> None:
    """Tell of a report that was just opened that it is signed or handed in: who changes it has to know."""
    words = _told(desk.session.report) if desk.session else ""
    if words:
        desk.say(words)


def _told(report: Report) -> str:
    stage = approval.stage_of(report)
    if stage not in stages.AGAIN:
        return ""
    changed, day = stages.to_redo(stage, approval.changed_after(report)), approval.day_of(report, stage)
    if changed:
        return f"这份报告{changed}。"
    on = f" {approval.short(day)} " if day else ""
    return f"这份报告{on}已{ACTS[stage]}；再改的话，要{stages.AGAIN[stage]}。"


def _ask(desk: AtDesk, session: Session) -> None:
    """Ask for the stage, with what the checks say of the report as it stands."""
    if not session.is_all_seen:
        session.check()
    dialog = SignOffDialog(session, desk.workspace or desk.window)
    dialog.marked.connect(desk.telling.until_saved)
    dialog.open()
