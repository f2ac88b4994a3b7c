"""The reports worked on lately, newest first, as the home page lists them."""

from collections.abc import Iterable
from dataclasses import asdict, dataclass
from pathlib import Path

from core import stored

FILE_NAME = "recent.json"
MOST = 60
DRAFT, READY = "draft", "ready"
STATE_NAMES = {DRAFT: "草稿", READY: "可以报送"}


@dataclass(frozen=True, slots=True)
class RecentReport:
    """A report file with what the home page says of it, as it was when it was last opened or saved.

    `state` is a key of STATE_NAMES, `next` the sentence on what to do next, `looked_at` and `carried` how many places
    of last year were looked at and in all, `exported` the day (1月12日) on which it was exported as it is,
    `exported_before` the day on which it was exported last where it was changed since; "" and 0 where a list of an
    older program does not say.
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

    @property
    def told_export(self) -> str:
        """When it was exported, and whether it was changed since; "" where it never was, or `to_do` says so."""
        if self.exported:
            return "" if self.state == READY else f"已导出：{self.exported}"
        return f"{self.exported_before} 导出后改过" if self.exported_before else ""

    @property
    def to_do(self) -> str:
        """What is to be done next; a report that was exported as it is only has to be handed in."""
        done = self.state == READY and self.exported
        return f"报送（已于 {self.exported} 导出）" if done else self.next

    @property
    def exists(self) -> bool:
        """Whether the file is there now; it may lie on a stick that is not plugged in."""
        return is_there(Path(self.path))


def is_there(path: Path) -> bool:
    """Return whether a file is there now; one to which there is no way, as on a share that is off, is not."""
    try:
        return path.is_file()
    except OSError:
        return False


def state_of(*, is_ready: bool) -> str:
    """Return the state of a report, by what the checks say of it."""
    return READY if is_ready else DRAFT


def by_office(reports: Iterable[RecentReport]) -> dict[str, list[RecentReport]]:
    """Return the reports by office, the office worked on last first, each with its newest year first."""
    groups: dict[str, list[RecentReport]] = {}
    for one in reports:
        groups.setdefault(one.office, []).append(one)
    return {office: sorted(group, key=lambda one: -one.year) for office, group in groups.items()}


def to_continue(reports: Iterable[RecentReport]) -> RecentReport | None:
    """Return the report to go on with: the newest year of an office, where that is a draft; None where none is.

    Older years never count: they are opened to look something up.
    """
    newest = [group[0] for group in by_office(reports).values()]
    return next((one for one in newest if one.state == DRAFT), None)


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
