"""Words for other levels of government, foreign in the report of a township."""

from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from core.checks.case import Case, Passage
from core.checks.entry import Entry, Find, kind
from core.checks.landmarks import Marks, landmarks
from core.checks.late import Late
from core.checks.lexicon import Term, Words, read, term, terms
from core.checks.model import Finding
from core.template import Template

_TITLE = Late(r"《[^《》]{2,120}》|〈[^〈〉]{2,120}〉")
_NEVER = "(?!)"


@term("level", "levels")
class Level(Term):
    """A word for another level, its weight, and the words around it that make it right.

    One that is `anywhere` is no subject nor object of the level's own doing: it is wrong wherever it stands.
    """

    words: Words
    severity: Literal["error", "warning"]
    anywhere: bool = False
    before: Words = ""
    after: Words = ""

    @property
    def key(self) -> str:
        """The words themselves."""
        return self.words


@dataclass(frozen=True, slots=True)
class _Word:
    marks: Marks
    words: Late
    before: Late
    after: Late
    certain: bool
    anywhere: bool


class _Roles:
    """What makes a word for another level the one that acts, or that is acted on as by its own government."""

    def __init__(self) -> None:
        data = read("levels")
        self.subject = Late(data["subject"])
        self.acts = Late(data["acts"])
        self.steers = Late(data["steers"])
        self.wields = Late(data["wields"])
        self.events = Late(data["events"])
        self.counterpart = Late(data["counterpart"])

    def are_played(self, before: str, after: str) -> bool:
        """Return whether the words around make a word for another level speak of that level's own work."""
        if self.steers.search(before) and self.wields.match(after):
            return True
        if self.events.match(after) or self.counterpart.match(after):
            return False
        if self.steers.search(before):
            return True
        return bool(self.subject.search(before) and self.acts.match(after))


@kind("level_words", Entry, "spot quote", reads="passage")
def level_words(entry: Entry, template: Template) -> Find:
    """Require that a township does not speak as a county or a province."""
    office = Late(str(read("levels")["office"]))
    roles = _Roles()
    words = [
        _Word(
            landmarks(one.words),
            Late(one.words),
            Late(f"(?:{one.before or _NEVER})$"),
            Late(one.after or _NEVER),
            one.severity == "error",
            one.anywhere,
        )
        for one in terms(Level)
    ]

    def find(case: Case) -> Iterator[Finding]:
        if not office.search(case.report.unit.name.strip()):
            return
        for passage in case.passages:
            quoted = [match.span() for match in _TITLE.finditer(passage.text)]
            for word in words:
                if word.marks and not any(mark in passage.text for mark in word.marks):
                    continue
                yield from _foreign(entry, case, passage, word, quoted, roles)

    return find


def _foreign(
    entry: Entry,
    case: Case,
    passage: Passage,
    word: _Word,
    quoted: list[tuple[int, int]],
    roles: _Roles,
) -> Iterator[Finding]:
    starts = [start for start, _ in quoted]
    text = passage.text
    for match in word.words.finditer(text):
        at = bisect_right(starts, match.start()) - 1
        inside = at >= 0 and match.start() < quoted[at][1]
        before, after = text[max(0, match.start() - 16) : match.start()], text[match.end() : match.end() + 60]
        if inside or word.before.search(before) or word.after.match(after):
            continue
        if not word.anywhere and not roles.are_played(before, after):
            continue
        place = passage.place(match.start(), match.end())
        message = entry.words(
            "{spot}写到“{quote}”，不像是乡镇（街道）的报告，可能是从上级材料里留下来的",
            spot=case.spot(passage),
            quote=place.quote,
        )
        severity = entry.severity if word.certain else "warning"
        yield entry.finding(message, (place,), found=place.quote, severity=severity)
