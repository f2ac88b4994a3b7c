"""What is still to be done before a report can be handed in, in a few words."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass

from core.blanks import before, waiting_cells
from core.carry import with_source
from core.checks.checker import UNSEEN, counts, is_ready, is_unwritten, unwritten_words, verdict
from core.checks.model import Finding
from core.report import Report
from core.template import Template


@dataclass(frozen=True, slots=True)
class Standing:
    """Findings to mend, blank figures, places of last year nobody looked at, and whether it is ready with all that.

    `unwritten` is how many parts and places still wait for words, `unwritten_words` names them where that is the
    sign-off alone; `unseen_words` says of the carried ones, with the year that they are of, that they wait.
    """

    to_mend: int
    blank: int
    carried: int
    ready: bool
    unwritten: int = 0
    unseen_words: str = UNSEEN
    unwritten_words: str = ""

    @property
    def left(self) -> str:
        """What is left to do, one short sentence without its end; "" where the report can be handed in."""
        if self.ready:
            return ""
        parts = (
            (self.to_mend, "处必须改"),
            (self.blank, "格没填"),
            (self.unwritten, f"处没写完（{self.unwritten_words}）" if self.unwritten_words else "处没写完"),
            (self.carried, self.unseen_words),
        )
        return (
            "还有 " + "、".join(f"{count} {words}" for count, words in parts if count)
            if self._counted
            else "还没填完"
        )

    @property
    def state(self) -> str:
        """The state in which the report is handed on."""
        return f"草稿：{self.left}" if self.left else "可以报送"

    @property
    def _counted(self) -> bool:
        return bool(self.to_mend or self.blank or self.unwritten or self.carried)


def unseen_words(report: Report) -> str:
    """Return what is said of the places that nobody looked at yet, behind their number: of last year, or of which."""
    return UNSEEN.replace("处去年", with_source(report, "处"))


def verdict_on(report: Report, findings: Iterable[Finding]) -> str:
    """Return in one line whether a report can be handed in, by what the checks say of it."""
    return verdict(findings, report.waiting(), unseen_words(report))


def standing(template: Template, report: Report, findings: Collection[Finding]) -> Standing:
    """Return how a report stands, by what the checks say of it."""
    waiting = report.waiting()
    return Standing(
        to_mend=counts(findings)["error"],
        blank=sum(1 for _ in waiting_cells(template, report.text, last=before(report))),
        carried=waiting,
        ready=is_ready(findings, waiting),
        unwritten=sum(map(is_unwritten, findings)),
        unseen_words=unseen_words(report),
        unwritten_words=unwritten_words(findings),
    )
