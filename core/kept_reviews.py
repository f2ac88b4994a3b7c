"""What was read from a file and decided on it, kept aside until a report is made of it: at the next start it is gone on with.

In `paths.recovery()/reviews` each has a file: the reading whole, so that it is there where its source is not, what was
decided, the source with its fingerprint, and the process that has it open. Docs: docs/decisions/020-kept-reviews.md.
"""

import hashlib
import json
import os
import uuid
from collections.abc import Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass, field, replace
from datetime import datetime
from functools import cache
from pathlib import Path

from pydantic import TypeAdapter, ValidationError

from core import atomic, paths, processes
from core.autosave.notes import is_older
from core.errors import AutosaveError, InputError, OutputError
from core.importers.gate import LIMIT
from core.importers.recognise import Reading
from core.importers.reviewing import Review
from core.importers.reviewing.counts import corrections_in
from core.importers.reviewing.decisions import Decisions, FieldName, carried
from core.template import Template

_SUFFIX = ".json"
_GO_AFTER = 180 * 24 * 3600  # seconds: reports are written once a year
_DRAFTS_GO_AFTER = 24 * 3600  # seconds: then no process can still be writing one
_ELSEWHERE_FOR = 7 * 24 * 3600  # seconds: so long a review may be open on another computer
_NOT_NOW = "上次核对到一半的内容现在读不了，可能正被别的程序占用。内容还在，请过一会儿再试。"
_NOT_KEPT = "核对时改的在本机暂存不了：磁盘满了，或者不让写。原来的文件没有动。点“生成……年报告”或“只打开这份……”，改的就带进报告里。"


@dataclass(frozen=True, slots=True)
class Source:
    """What was read: a file with the fingerprint of what it held, or what was pasted, as `text` and `html`.

    `path` is "" of what was pasted. `forward_first` and `has_pages` say how its review is shown.
    """

    name: str
    path: str = ""
    sha256: str = ""
    forward_first: bool = False
    has_pages: bool = False
    text: str = ""
    html: str = ""


@dataclass(frozen=True, slots=True)
class _Owner:
    """The process that has a review open; on no computer none has."""

    pid: int = 0
    born: str = ""
    computer: str = ""


@dataclass(frozen=True, slots=True)
class HalfTyped:
    """What stands in the fields of an entry and was not adopted, each by its name; `first` is what was shown there first.

    `keys_in` is the name of the field that had the keys, "" where that is not known, and `at` the place of the cursor in
    it, -1 where that is not known.
    """

    target: str
    fields: Mapping[str, str]
    first: Mapping[str, str]
    keys_in: str = ""
    at: int = -1


@dataclass(frozen=True, slots=True)
class KeptReview:
    """A review as it stood at `time`: so many things corrected, so many places seen and found right.

    `next_year` is the year that the clerk wants to write, 0 where that is the one that was proposed. `here` is the target
    of the entry at which the clerk was, "" where it was none. `half` is what was typed and not adopted, None for nothing.
    """

    id: str
    source: Source
    time: datetime
    corrections: int
    seen: int
    reading: Reading
    decisions: Decisions
    proposed: dict[FieldName, str] = field(default_factory=dict)
    owner: _Owner = _Owner()
    next_year: int = 0
    here: str = ""
    half: HalfTyped | None = None

    def is_as(self, other: "KeptReview") -> bool:
        """Return whether both are the same state of the same review."""
        mine = (self.id, self.time, self.decisions, self.next_year, self.half)
        return mine == (other.id, other.time, other.decisions, other.next_year, other.half)

    def review(self, template: Template) -> Review:
        """Return the review of the reading that was kept."""
        return Review(self.reading, template, decisions=self.decisions, proposed=self.proposed)

    def review_of(self, reading: Reading, template: Template) -> Review:
        """Return the review of the same source as it is read now; decisions stay where the words are the same."""
        decisions = self.decisions
        if reading != self.reading:  # by another version of the program
            decisions = carried(decisions, self.reading, reading, template)
        return Review(reading, template, decisions=decisions, proposed=self.proposed)


@dataclass(frozen=True, slots=True)
class Known:
    """What is known of a source that is read: the review `kept` of it, or else one of the file as it was `before` it changed."""

    source: Source
    kept: KeptReview | None = None
    before: KeptReview | None = None


def of(
    review_id: str,
    source: Source,
    review: Review,
    next_year: int = 0,
    here: str = "",
    half: HalfTyped | None = None,
) -> KeptReview:
    """Return a review as it stands now, with the year that the clerk wants to write and the entry at which the clerk is.

    `half` is what is typed there and not adopted.
    """
    return KeptReview(
        review_id,
        source,
        datetime.now().replace(microsecond=0),
        review.corrections,
        len(review.decisions.accepted),
        review.reading,
        review.decisions,
        dict(review.proposed),
        next_year=next_year,
        here=here,
        half=half,
    )


def new_id() -> str:
    """Return the name under which a review is kept aside."""
    return uuid.uuid4().hex


def fingerprint(path: Path) -> str:
    """Return the fingerprint of a file, "" of what cannot be read, or is too large to be read as a report."""
    try:
        if not path.is_file() or path.stat().st_size > LIMIT:
            return ""
        return hashlib.sha256(path.read_bytes()).hexdigest()
    except OSError:
        return ""


def fingerprint_of(text: str, html: str) -> str:
    """Return the fingerprint of what was pasted."""
    return hashlib.sha256(f"{text}\0{html}".encode("utf-8", "replace")).hexdigest()


def write(kept: KeptReview, *, is_open: bool) -> None:
    """Keep a review aside, open in this process or left; AutosaveError says why that cannot be."""
    pid = os.getpid()
    owner = _Owner(pid, processes.born(pid), processes.computer()) if is_open else _Owner()
    data = _adapter().dump_python(replace(kept, owner=owner), mode="json")
    text = json.dumps(data, ensure_ascii=False)
    try:
        atomic.save(_file_of(kept.id), text.encode("utf-8", "surrogatepass"))
    except OutputError as error:
        raise AutosaveError(_NOT_KEPT) from error


def forget(review_id: str) -> None:
    """Let a review go; nothing happens where it is gone already."""
    with suppress(OSError):
        _file_of(review_id).unlink(missing_ok=True)


def found() -> list[KeptReview]:
    """Return the reviews that no window has open, newest first; those of half a year ago go."""
    _sweep()
    free = (one for one in _all() if not _runs(one))
    return sorted(free, key=lambda one: one.time, reverse=True)


def again(review_id: str) -> KeptReview | None:
    """Return a review as it lies there by now; None where another window has it, or it is gone."""
    kept = _read(_file_of(review_id))
    return kept if kept and _is_free(kept) else None


def take(review_id: str, name: str = "") -> KeptReview | None:
    """Make a review this process's own under a `name` of its own, and return it; None as `again` says.

    Of several windows that want it at the same moment the system lets one rename it. InputError where the system lets
    none: it stays where it is.
    """
    kept = again(review_id)
    if kept is None:
        return None
    mine = replace(kept, id=name or new_id())
    try:
        _file_of(kept.id).rename(_file_of(mine.id))
    except FileNotFoundError:
        return None
    except OSError as error:
        raise InputError(_NOT_NOW) from error
    with suppress(OutputError):  # a full disk must not keep the clerk from what was found
        write(mine, is_open=True)
    return mine


def known_of(source: Source) -> Known:
    """Return what is known of a source."""
    fits = [one for one in _all() if source.sha256 and one.source.sha256 == source.sha256 and _is_free(one)]
    kept = max(fits, key=lambda one: one.time, default=None)
    return Known(source, kept, None if kept or not source.path else _before(source.path))


def _before(path: str) -> KeptReview | None:
    fits = [one for one in _all() if _is_same(one.source.path, path) and _is_free(one)]
    return max(fits, key=lambda one: one.time, default=None)


def _is_same(known: str, path: str) -> bool:
    return os.path.normcase(known) == os.path.normcase(path)


def _all() -> Iterator[KeptReview]:
    for path in sorted(_folder().glob(f"*{_SUFFIX}")):
        kept = _read(path)
        if kept:
            yield kept


def _read(path: Path) -> KeptReview | None:
    """Return what a file holds, under the name of the file; None where it is gone, spoilt, or kept otherwise.

    Corrections are counted anew: another version may have counted otherwise.
    """
    try:
        kept = _adapter().validate_python(json.loads(path.read_bytes().decode("utf-8", "surrogatepass")))
        return replace(kept, id=path.stem, corrections=corrections_in(kept.decisions, kept.proposed))
    except (OSError, ValueError, ValidationError, RecursionError):
        return None


def _is_free(kept: KeptReview) -> bool:
    """Return whether no other process has it open."""
    is_own = (kept.owner.computer, kept.owner.pid) == (processes.computer(), os.getpid())
    return is_own or not _runs(kept)


def _runs(kept: KeptReview) -> bool:
    """Return whether the process that keeps it still runs; nobody can ask another computer, so there a young one does."""
    owner = kept.owner
    if not owner.computer:
        return False
    if owner.computer != processes.computer():
        return not is_older(_file_of(kept.id), _ELSEWHERE_FOR)
    return processes.runs(owner.pid, owner.born)


def _sweep() -> None:
    for pattern, age in ((f"*{_SUFFIX}", _GO_AFTER), (".*.tmp", _DRAFTS_GO_AFTER)):
        for path in _folder().glob(pattern):
            with suppress(OSError):
                if is_older(path, age):
                    path.unlink()


def _folder() -> Path:
    return paths.recovery() / "reviews"


def _file_of(review_id: str) -> Path:
    return _folder() / f"{review_id}{_SUFFIX}"


@cache
def _adapter() -> TypeAdapter[KeptReview]:
    return TypeAdapter(KeptReview)
