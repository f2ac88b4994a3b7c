"""The reports worked on lately, newest first, as the home page lists them."""

import json
from dataclasses import asdict, dataclass, fields
from pathlib import Path

from core import atomic, paths

FILE_NAME = "recent.json"
MOST = 20


@dataclass(frozen=True, slots=True)
class RecentReport:
    """A report file with what the home page says of it: office, year and the last verdict."""

    path: str
    office: str
    year: int
    verdict: str

    @property
    def exists(self) -> bool:
        """Whether the file is there now; it may lie on a stick that is not plugged in."""
        return Path(self.path).is_file()


def _path() -> Path:
    return paths.home() / FILE_NAME


def load() -> list[RecentReport]:
    """Return the reports remembered, newest first; none where the list is missing or spoilt."""
    try:
        stored = json.loads(_path().read_text(encoding="utf-8"))
    except (OSError, ValueError, RecursionError):
        return []
    if not isinstance(stored, list):
        return []
    return [report for report in map(_read, stored) if report]


def _read(stored: object) -> RecentReport | None:
    if not isinstance(stored, dict):
        return None
    values = {one.name: stored.get(one.name) for one in fields(RecentReport)}
    year = values.pop("year")
    if type(year) is not int or not all(isinstance(value, str) for value in values.values()):
        return None
    return RecentReport(str(values["path"]), str(values["office"]), year, str(values["verdict"]))


def remember(report: RecentReport) -> None:
    """Put the report at the head of the list; OutputError says why not."""
    _store([report, *(one for one in load() if one.path != report.path)][:MOST])


def _store(reports: list[RecentReport]) -> None:
    text = json.dumps([asdict(one) for one in reports], ensure_ascii=False, indent=1)
    atomic.save(_path(), (text + "\n").encode("utf-8", "surrogatepass"))
