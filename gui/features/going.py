"""The commands that lead to the next place: of last year, blank, or found by the checks."""

from collections.abc import Callable
from functools import partial

from core.blanks import left_blank
from gui.carried import after_last
from gui.features.desk import AtDesk
from gui.panes.remedies import Remedies
from gui.panes.workspace import Workspace
from gui.progress import judged
from gui.session import Session

_NO_FINDINGS = "没有要看的问题。"
_NONE_CHOSEN = "还没有选中问题，请先按 F8 选一处。"
_NO_OTHER_PLACE = "这个问题只有这一处；按 F8 到下一处问题。"
_NOT_KEPT = "这是记下的本单位地名，不用保留。"
_NO_FIX = "选中的这一处没有可以直接采用的修改，请按 F8 选一处，或者自己改。"
_ONE_BLANK, _NO_BLANK = "只剩这一格空着。", "表格都填好了，没有空着的格了。"
_ONE_WANTED = "要填的只剩这一格，另有 {} 格空着：这种表空着就是没有。"
_NONE_WANTED = "要填的格都填了，还有 {} 格空着：这种表空着就是没有，有数的请填上。"


def commands(desk: AtDesk) -> dict[str, Callable[[], object]]:
    """Return what the commands do; what is half-typed counts before one leads away from it."""

    def after_typing(work: Callable[[AtDesk, Session, Workspace], object]) -> Callable[[], object]:
        return desk.with_session(
            lambda session: work(desk, session, desk.workspace) if desk.workspace else None
        )

    return {
        "nextToLookAt": after_typing(_show_next_carried),
        "confirm": desk.with_workspace(lambda work: work.page.confirm()),
        "nextBlank": after_typing(_show_next_blank),
        "checkAll": after_typing(_check_all),
        "nextFinding": after_typing(partial(_show_finding, show=lambda work: work.show_finding(1))),
        "previousFinding": after_typing(partial(_show_finding, show=lambda work: work.show_finding(-1))),
        "nextError": after_typing(partial(_show_finding, show=Workspace.show_error)),
        "applyFix": after_typing(_apply_fix),
        "nextPlace": after_typing(partial(_use_remedy, use=Remedies.go_on, refusal=_NO_OTHER_PLACE)),
        "keepFinding": after_typing(partial(_use_remedy, use=Remedies.keep, refusal=_NOT_KEPT)),
    }


def _show_next_carried(desk: AtDesk, session: Session, work: Workspace) -> None:
    if not work.show_next_carried():
        desk.say_for_now(after_last(session))


def _show_next_blank(desk: AtDesk, session: Session, work: Workspace) -> None:
    left = work.page.go_to_next_blank()
    if left < 2:
        desk.say_for_now(_last_blank(session, left))


def _last_blank(session: Session, left: int) -> str:
    """Return the sentence where at most one cell waits; of the cells that stand blank beside it nothing is hidden."""
    others = left_blank(session.template, session.report.text) - left
    if others > 0:
        return (_ONE_WANTED if left else _NONE_WANTED).format(others)
    return _ONE_BLANK if left else _NO_BLANK


def _check_all(desk: AtDesk, session: Session, work: Workspace) -> None:
    session.check()
    work.show_findings()
    desk.say_for_now(f"检查完了：{judged(session)[0].words}")


def _show_finding(
    desk: AtDesk, session: Session, work: Workspace, *, show: Callable[[Workspace], bool]
) -> None:
    if not session.is_all_seen:
        session.check()
    if not show(work):
        desk.say_for_now(_NO_FINDINGS)


def _apply_fix(desk: AtDesk, _: Session, work: Workspace) -> None:
    if not work.findings.apply_fix():
        desk.say_for_now(_NO_FIX)


def _use_remedy(
    desk: AtDesk, _: Session, work: Workspace, *, use: Callable[[Remedies], bool], refusal: str
) -> None:
    """Do something about the chosen finding, with the list in sight, or say why that cannot be."""
    work.show_findings()
    remedies = work.findings.remedies
    if remedies is None or not use(remedies):
        desk.say_for_now(refusal if remedies else _NONE_CHOSEN)
