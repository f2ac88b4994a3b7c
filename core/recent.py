"""The reports worked on lately, newest first, as the home page lists them."""

from collections.abc import Iterable
from dataclasses import asdict, dataclass
from pathlib import Path

from core import stages, stored
from core.stages import ACTS, HANDED_IN, IN_REVIEW, SIGNED

FILE_NAME = "recent.json"
MOST = 60
DRAFT, READY = "draft", "ready"  # what the checks say
_WAITS_FOR = {IN_REVIEW: "等领导审核签字", SIGNED: "报送并公开", HANDED_IN: ""}
_LOOK_AGAIN = "改过的地方请领导再看"


@dataclass(frozen=True, slots=True)
class RecentReport:
    """A report file with what the home page says of it, as it was when it was last opened or saved.

    `state` is DRAFT or READY by the checks, `next` the sentence on what to do next, `looked_at` and `carried` how many
    places of last year were looked at and in all, `carried_from` what that year is called, `exported` the day (1月12日) on which it was exported as it is,
    `exported_before` the day on which it was exported last where it was changed since. `stage` is how far it is on its
    way out of the house (`core.stages`), `since` the day of that step, `changed_after` the stage after which it was
    changed. "" and 0 where a list of an older program does not say.
    """

    path: str
    office: str
    year: int
    verdict: str
    state: str = ""
    next: str = ""
    looked_at: int = 0
    carried: int = 0
    exported: str = ""
    exported_before: str = ""
    stage: str = ""
    since: str = ""
    changed_after: str = ""
    carried_from: str = "去年"

    @property
    def told_looked_at(self) -> str:
        """How many of its places of last year were looked at."""
        return f"{self.carried_from}内容已核对 {self.looked_at}/{self.carried}"

    @property
    def is_out(self) -> bool:
        """Whether it was handed in: nobody waits for it any more."""
        return self.stage == HANDED_IN

    @property
    def is_draft(self) -> bool:
        """Whether no step on the way out was taken."""
        return self.stage not in ACTS

    @property
    def stage_name(self) -> str:
        """How far it is in a word, and whether it was changed since; "" where nothing is known of it."""
        name = stages.NAMES[stages.DRAFT if self.is_draft else self.stage] if self.state else ""
        return f"{name}，又改过" if self.changed_after in ACTS else name

    @property
    def told_verdict(self) -> str:
        """What the checks say; "" where nothing is to be mended and it was handed in, or is to go its way once more."""
        is_told = self.state != READY or not (self.is_out or self.changed_after)
        return self.verdict if is_told else ""

    @property
    def told_step(self) -> str:
        """The day of its last step, and whether it was changed after that or another; "" for a draft."""
        return stages.told(self.stage, self.since, self.changed_after)

    @property
    def told_export(self) -> str:
        """When it was exported, as a draft or not, and whether changed since; "" where never, or `to_do` says so."""
        if self.exported:
            what = "草稿" if self.state == DRAFT else ""
            return "" if self._only_has_to_go_out else f"已导出{what}：{self.exported}"
        return f"{self.exported_before} 导出后改过" if self.exported_before else ""

    @property
    def _only_has_to_go_out(self) -> bool:
        return self.is_draft and self.state == READY and bool(self.exported)

    @property
    def to_do(self) -> str:
        """What is to be done next; a report that was exported as it is only has to go on its way."""
        if self._only_has_to_go_out:
            return f"送审签发，再报送（已于 {self.exported} 导出）"
        if self.is_draft or (self.stage == IN_REVIEW and self.state == DRAFT):
            return self.next
        if self.changed_after not in ACTS:
            return _WAITS_FOR[self.stage]
        if self.state == DRAFT and self.next:
            return self.next  # what stands wrong in it now comes before signing it again
        return stages.again(self.stage) or _LOOK_AGAIN

    @property
    def is_unfinished(self) -> bool:
        """Whether there is something to go on with; not what waits for others, or is handed in, as it stands."""
        was_changed = self.changed_after in ACTS
        return was_changed or (self.state == DRAFT and self.stage not in (SIGNED, HANDED_IN))

    def is_to_export(self, awaited: int) -> bool:
        """Whether all is written and nothing has gone out of it yet: of the awaited year, or a later one."""
        return self.is_draft and self.state == READY and not self.exported and self.year >= awaited


def is_there(path: Path) -> bool:
    """Return whether a file is there now; one to which there is no way, as on a share that is off, is not."""
    try:
        return path.is_file()
    except OSError:
        return False


def state_of(*, is_ready: bool) -> str:
    """Return what the checks make of a report."""
    return READY if is_ready else DRAFT


def by_office(reports: Iterable[RecentReport]) -> dict[str, list[RecentReport]]:
    """Return the reports by office, the office worked on last first, each with its newest year first."""
    groups: dict[str, list[RecentReport]] = {}
    for one in reports:
        groups.setdefault(one.office, []).append(one)
    return {office: sorted(group, key=lambda one: -one.year) for office, group in groups.items()}


def to_continue(reports: Iterable[RecentReport], awaited: int) -> RecentReport | None:
    """Return the report to go on with: the newest year of an office, where that is unfinished; None where none is.

    That of the `awaited` year is to be gone on with until it was exported, or a step was taken, as it stands. Older
    years never count: they are opened to look something up.
    """
    newest = [group[0] for group in by_office(reports).values()]
    return next((one for one in newest if one.is_unfinished or one.is_to_export(awaited)), None)


def to_carry(reports: Iterable[RecentReport], year: int) -> RecentReport | None:
    """Return the report of the year before out of which that year's is to be made; None where one is there already.

    It is that of the office worked on last.
    """
    for group in by_office(reports).values():
        newest = group[0]
        if newest.year == year - 1:
            return newest
        if newest.year >= year:
            return None
    return None


def lacks(reports: Iterable[RecentReport], year: int) -> bool:
    """Return whether the office worked on last has reports, but none of that year or a later one."""
    newest = [group[0] for group in by_office(reports).values()][:1]
    return any(one.year < year for one in newest)


def load() -> list[RecentReport]:
    """Return the reports remembered, newest first; none where the list is missing or spoilt."""
    held = stored.read(FILE_NAME)
    known = (stored.as_kind(RecentReport, one) for one in (held if isinstance(held, list) else ()))
    return [report for report in known if report]


def remember(report: RecentReport) -> None:
    """Put the report at the head of the list; OutputError says why not."""
    _store([report, *_without(report.path)][:MOST])


def forget(path: str) -> None:
    """Take a report off the list, its file stays; OutputError says why not."""
    _store(_without(path))


def _without(path: str) -> list[RecentReport]:
    return [one for one in load() if one.path != path]


def _store(reports: list[RecentReport]) -> None:
    stored.write(FILE_NAME, [asdict(one) for one in reports])
