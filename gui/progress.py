"""How far the work on the open report is, and what the checks say of it in one sentence."""

from dataclasses import dataclass, replace

from core import approval, checks, stages
from core.checks.checker import UNSEEN
from core.checks.standing import unseen_words
from core.stages import HANDED_IN
from gui.pages import blank_cells
from gui.session import Session


@dataclass(frozen=True)
class Progress:
    """How far the work is: places of last year looked at and in all, blank figures, findings to mend.

    `unseen_words` says of those that wait, with the year that they are of, that they do; `characters` is how long the
    text is, spaces not counted; `unwritten` how many parts and places wait for words, `unwritten_words` names them
    where that is the sign-off alone.
    `told_step` says when the last step on the way out of the house was taken, "" for a draft; `is_out` whether the
    report was handed in, so that no day is waited for any more, `to_redo` that it is no longer what was signed or
    handed in, "" where it is.
    """

    looked_at: int
    carried: int
    blank: int
    to_mend: int
    characters: int = 0
    unwritten: int = 0
    unwritten_words: str = ""
    unseen_words: str = UNSEEN
    told_step: str = ""
    is_out: bool = False
    to_redo: str = ""

    @property
    def step(self) -> str:
        """The command of the step to take now."""
        if self.looked_at < self.carried:
            return "nextToLookAt"
        if self.blank:
            return "nextBlank"
        return "nextFinding" if self.to_mend or self.unwritten else "exportReport"

    @property
    def next(self) -> str:
        """What is to be done now, in one sentence."""
        return {
            "nextToLookAt": f"还有 {self.carried - self.looked_at} {self.unseen_words}",
            "nextBlank": f"还有 {self.blank} 格没填",
            "nextFinding": f"还有 {self.to_mend} 处必须改" if self.to_mend else f"还有 {self.told_unwritten}",
        }.get(self.step, "导出报送")

    @property
    def told_unwritten(self) -> str:
        """What waits for words, counted, and named where it is the sign-off alone."""
        return f"{self.unwritten} 处没写完{self.unwritten_words and '：'}{self.unwritten_words}"


def progress_of(session: Session) -> Progress:
    """Return how far the work on a report is."""
    report = session.report
    stage, changed_after = approval.stage_of(report), approval.changed_after(report)
    states = [one.state for _, _, one in report.paragraphs()] + list(report.states.values())
    carried = [state for state in states if state]
    return Progress(
        looked_at=sum(state != "carried" for state in carried),
        carried=len(carried),
        blank=sum(1 for _ in blank_cells(session)),
        to_mend=sum(one.severity == "error" for one in session.findings),
        unwritten=sum(map(checks.is_unwritten, session.findings)),
        unwritten_words=checks.unwritten_words(session.findings),
        unseen_words=unseen_words(report),
        characters=sum(len("".join(one.text.split())) for _, _, one in report.paragraphs()),
        told_step=approval.told(report, changed_after),
        is_out=stage == HANDED_IN,
        to_redo=stages.to_redo(stage, changed_after),
    )


@dataclass(frozen=True)
class Verdict:
    """What the checks say in one sentence: its words, the signal they are shown with, whether there are findings."""

    words: str
    signal: str
    has_findings: bool


def verdict_of(session: Session) -> Verdict:
    """Return what the checks say of a report."""
    waiting = session.report.waiting()
    errors = any(one.severity == "error" for one in session.findings)
    ready = checks.is_ready(session.findings, waiting)
    signal = "error" if errors else "ok" if ready else "warning"
    return Verdict(verdict_words(session), signal, bool(session.findings))


def verdict_words(session: Session) -> str:
    """Return the verdict in the words in which the window says what is left to look at."""
    return checks.verdict_on(session.report, session.findings)


def judged(session: Session) -> tuple[Verdict, Progress]:
    """Return what is told of a report, and how far it is: what became of it on its way out, else what the checks say."""
    progress = progress_of(session)
    return _on_its_way(verdict_of(session), progress), progress


def _on_its_way(verdict: Verdict, progress: Progress) -> Verdict:
    if verdict.signal != "ok":
        return verdict
    if progress.to_redo:
        return replace(verdict, words=progress.to_redo, signal="warning")
    return replace(verdict, words=stages.NAMES[HANDED_IN]) if progress.is_out else verdict
