"""The versions before that a report file carries: kept at each save and each export, thinned, read again.

A version is a member `history/<number>-<time>-<why>.json.gz`: what it is stands in its name, so that a list needs
no reading, and it is packed once for all saves to come. Numbers tell the order, for a clock may be set back.
"""

import gzip
import re
import zlib
from collections.abc import Callable, Hashable, Iterable
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Literal

from core.errors import InputError
from core.report import Report
from core.store.container import HISTORY, PACKED, ReportFile, from_snapshot, snapshot

Why = Literal["save", "export"]

NEWEST = 20
EXPORTS = 20
DAYS = 30
MONTHS = 12
MOST_BYTES = 2**20
_SAFE = 5
_LEVEL = 6
_MOST_UNPACKED = 20 * 2**20
_TIME = "%Y%m%dT%H%M%S"
_NAME = re.compile(
    rf"{HISTORY}(?P<number>\d{{4,9}})-(?P<time>\d{{8}}T\d{{6}})-(?P<why>save|export)\.json{re.escape(PACKED)}"
)


@dataclass(frozen=True, slots=True)
class Version:
    """A version before: its number in the order, when and why it was kept, and the bytes it takes in the file."""

    number: int
    time: datetime
    why: Why
    size: int = 0

    @property
    def member(self) -> str:
        """The name of the member that holds it."""
        return f"{HISTORY}{self.number:04}-{self.time.strftime(_TIME)}-{self.why}.json{PACKED}"


def versions(file: ReportFile) -> list[Version]:
    """Return the versions that the file carries, newest first."""
    found = [_version(name, len(data)) for name, data in file.others.items()]
    return sorted((one for one in found if one), key=lambda one: one.number, reverse=True)


def _version(name: str, size: int) -> Version | None:
    match = _NAME.fullmatch(name)
    if match is None:
        return None
    try:
        time = datetime.strptime(match["time"], _TIME)
    except ValueError:
        return None
    version = Version(int(match["number"]), time, "export" if match["why"] == "export" else "save", size)
    return version if version.member == name else None


def kept(file: ReportFile, why: Why, time: datetime) -> dict[str, bytes]:
    """Return the other members of the file with the report as it is now among its versions, and these thinned.

    A report like the newest version is no version of its own; an export of it is noted there.
    """
    known = versions(file)
    newest = known[0] if known else None
    content = snapshot(file.report)
    packed = gzip.compress(content, _LEVEL, mtime=0)
    others = dict(file.others)
    if newest is not None and _holds(others[newest.member], content):
        if why == "save":
            return others
        del others[known.pop(0).member]
    number = newest.number + 1 if newest else 1
    added = Version(number, time.replace(microsecond=0, tzinfo=None), why, len(packed))
    others[added.member] = packed
    staying = thinned([added, *known])
    for one in known:
        if one not in staying:
            del others[one.member]
    return others


def ends_with(file: ReportFile, report: Report, why: Why | None = None) -> bool:
    """Return whether the newest version of the file is that report: it was read from it or written last.

    With `why` only where it was kept for that.
    """
    newest = next(iter(versions(file)), None)
    if newest is None or why not in (None, newest.why):
        return False
    return _holds(file.others[newest.member], snapshot(report))


def joined(file: ReportFile, other: ReportFile) -> dict[str, bytes]:
    """Return the other members of the file with the versions of another line of the same document among its own.

    What both have is there once. Where both counted on by themselves, their versions stand by number and time.
    """
    both = sorted(
        {(one, line.others[one.member]) for line in (file, other) for one in versions(line)},
        key=lambda pair: (pair[0].number, pair[0].time, pair[0].why),
    )
    numbered: dict[Version, bytes] = {}
    number = 0
    for one, data in both:
        number = max(number + 1, one.number)
        numbered[replace(one, number=number)] = data
    staying = thinned(sorted(numbered, key=lambda one: one.number, reverse=True))
    own = {one.member for line in (file, other) for one in versions(line)}
    rest = {name: data for name, data in (other.others | file.others).items() if name not in own}
    return rest | {one.member: numbered[one] for one in staying}


def exported(file: ReportFile) -> datetime | None:
    """Return when the report was exported as it is now; None where it never was, or is another than was exported last.

    What was changed since and put back as it was is what was exported, however often it was saved meanwhile.
    """
    last = _last_export(file)
    if last is None:
        return None
    return last.time if _holds(file.others[last.member], snapshot(file.report)) else None


def last_export(file: ReportFile) -> datetime | None:
    """Return when the report was exported last, as it is now or as it was then; None where no version tells of it."""
    last = _last_export(file)
    return last.time if last else None


def _last_export(file: ReportFile) -> Version | None:
    return next((one for one in versions(file) if one.why == "export"), None)


def _holds(packed: bytes, content: bytes) -> bool:
    try:
        return _unpacked(packed) == content
    except zlib.error:
        return False


def thinned(newest_first: list[Version]) -> list[Version]:
    """Return which versions stay: the newest ones, exports, the last of each day, the last of each month.

    Days and months count where something was saved, so that a file left alone for a year loses nothing. Where
    they take too much room together, the oldest go, never the newest few.
    """
    exports = [one for one in newest_first if one.why == "export"]
    wanted = {
        *newest_first[:NEWEST],
        *exports[:EXPORTS],
        *last_of_days(newest_first)[:DAYS],
        *_last_of_each(newest_first, lambda one: (one.time.year, one.time.month))[:MONTHS],
    }
    staying: list[Version] = []
    taken = 0
    for one in newest_first:
        if one in wanted and (taken + one.size <= MOST_BYTES or len(staying) < _SAFE):
            staying.append(one)
            taken += one.size
    return staying


def last_of_days(newest_first: Iterable[Version]) -> list[Version]:
    """Return the versions with which each day ended, newest first."""
    return _last_of_each(newest_first, lambda one: one.time.date())


def _last_of_each(newest_first: Iterable[Version], period: Callable[[Version], Hashable]) -> list[Version]:
    last: dict[Hashable, Version] = {}
    for one in newest_first:
        last.setdefault(period(one), one)
    return list(last.values())


def read(file: ReportFile, version: Version) -> Report:
    """Return the report as it was in that version; InputError where it cannot be read."""
    name = version.member
    try:
        unpacked = _unpacked(file.others[name])
        return from_snapshot(unpacked, name)
    except (InputError, zlib.error, KeyError) as error:
        time = f"{version.time:%Y-%m-%d %H:%M}"
        raise InputError(f"{time} 的版本已损坏，打不开。现在的报告没有变化，请看别的版本。") from error


def _unpacked(data: bytes) -> bytes:
    """Return what was packed, within bounds: a packed file may claim to be endless."""
    unpacker = zlib.decompressobj(16 + zlib.MAX_WBITS)
    content = unpacker.decompress(data, _MOST_UNPACKED)
    if not unpacker.eof:
        raise zlib.error("too long or torn")
    return content
