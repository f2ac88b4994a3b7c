"""Words that must not stand in a report, or not like that: looked up in the word lists of the lexicon."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property, lru_cache
from typing import Self

from pydantic import model_validator

from core.checks.case import Case, Passage, clipped
from core.checks.entry import Entry, Find, kind
from core.checks.landmarks import landmarks, pairs_of
from core.checks.late import Late
from core.checks.lexicon import Term, Words, term, terms
from core.checks.mending import Slip, mend, places_of, spots_of
from core.checks.model import NOTES, Finding, Fix, Severity
from core.edits import Splice
from core.template import Template

_BEFORE, _AFTER, _LONGEST_LINE, _MOST_SLIPS = 16, 24, 80, 200
_MOST_READ = 4096
_NEVER = "(?!)"
_LATIN = Late(r"[A-Za-z]{2}")
_WEIGHTS: tuple[Severity, ...] = ("error", "warning", "info")


class Wrong(Term):
    """Words that are wrong, as they stand or as a pattern, and the right ones where these are certain.

    A pattern is tried where one of its `keys` stands in the paragraph, or with `latin` where it has Latin letters. `before` and `after` are the words around
    it that make it right. `severity` is its own weight where it is not that of the rule.
    """

    words: tuple[str, ...] = ()
    pattern: Words = ""
    keys: tuple[str, ...] = ()
    latin: bool = False
    right: str | None = None
    before: Words = ""
    after: Words = ""
    severity: Severity | None = None

    @property
    def key(self) -> str:
        """The words, or the pattern."""
        return self.pattern or "、".join(self.words)

    @model_validator(mode="after")
    def _has_one_of_both(self) -> Self:
        if bool(self.words) == bool(self.pattern):
            raise ValueError("words 和 pattern 要写一样，只写一样")
        return self


@term("serious", "serious")
class Serious(Wrong):
    """A damaged name of state, organs or doctrine."""


@term("typo", "typos")
class Typo(Wrong):
    """A slip of the keyboard or of grammar."""


@term("spam", "spam")
class Spam(Wrong):
    """Words that others put into a hijacked page."""


@term("remain", "web")
class Remain(Wrong):
    """What web pages print around a text."""


@term("secret", "secret")
class Secret(Wrong):
    """A marking or a turn of internal papers."""


@term("fragment", "fragments")
class Fragment(Wrong):
    """A turn that lacks a part of the sentence."""


@term("unit", "units")
class UnitSlip(Wrong):
    """A count with another unit than the form's."""


_LISTS: dict[str, type[Wrong]] = {
    "serious": Serious,
    "typos": Typo,
    "spam": Spam,
    "web": Remain,
    "secret": Secret,
    "fragments": Fragment,
    "units": UnitSlip,
}


@dataclass(frozen=True)
class _Ready:
    """A word with its patterns, each compiled when its `keys` are first met: most never are."""

    word: Wrong
    keys: tuple[str, ...]

    @cached_property
    def openings(self) -> frozenset[str]:
        """The first two characters of its keys; none where it may stand in any text."""
        return (
            frozenset(key[:2] for key in self.keys) if all(len(key) > 1 for key in self.keys) else frozenset()
        )

    @cached_property
    def pattern(self) -> Late:
        """The word itself."""
        literal = "|".join(re.escape(one) for one in sorted(self.word.words, key=len, reverse=True))
        return Late(literal or self.word.pattern)

    @cached_property
    def before(self) -> Late:
        """What must not stand right before it."""
        return Late(f"(?:{self.word.before or _NEVER})$")

    @cached_property
    def after(self) -> Late:
        """What must not stand right after it."""
        return Late(self.word.after or _NEVER)

    def is_in(self, text: str) -> bool:
        """Return whether it may stand in a paragraph."""
        if self.word.latin and not _LATIN.search(text):
            return False
        return not self.keys or any(key in text for key in self.keys)

    def hits(self, text: str) -> Iterator["_Hit"]:
        """Yield where it stands in a text."""
        for match in self.pattern.finditer(text):
            if self.before.search(text[max(0, match.start() - _BEFORE) : match.start()]):
                continue
            if self.after.match(text[match.end() : match.end() + _AFTER]):
                continue
            right = self.word.right
            yield _Hit(*match.span(), None if right is None else match.expand(right), self.word)


@dataclass(frozen=True, slots=True)
class _Hit:
    """A word of a list in a text: from where to where, what should stand there, and the word."""

    start: int
    end: int
    right: str | None
    word: Wrong


@lru_cache(maxsize=2048)  # what one form has compiled serves the others
def _ready(word: Wrong) -> _Ready:
    return _Ready(word, word.words or word.keys or landmarks(word.pattern))


class WordsEntry(Entry):
    """A word list by the name of its file.

    With `remains` the lines that the import left out are looked at, too, and what stands there alone has the
    weight `quiet`. With `lines` the remedy is to take the whole line away.
    """

    lexicon: str
    remains: bool = False
    lines: bool = False
    quiet: Severity = "info"


@kind("words", WordsEntry, "spot quote right", reads="prose")
def words(entry: WordsEntry, template: Template) -> Find:
    """Require that no words of the list stand in title and text."""
    if entry.lexicon not in _LISTS:
        raise ValueError(f"没有叫 {entry.lexicon} 的词库")
    reader = _Reader([_ready(word) for word in terms(_LISTS[entry.lexicon])])

    def find(case: Case) -> Iterator[Finding]:
        passages = case.texts + (case.left_out if entry.remains else ())
        alike: dict[tuple[object, ...], list[tuple[Slip, Wrong]]] = {}
        for slip, word in reader.slips(passages):
            same = (slip.passage,) if entry.lines else (slip.place.quote, slip.right)
            alike.setdefault(same, []).append((slip, word))
        for same_slips in alike.values():
            yield _said(entry, same_slips[0][1], case, [slip for slip, _ in same_slips])

    return find


class _Reader:
    """Finds the words of a list in paragraphs, and remembers those it has read: a key changes one of them.

    What is remembered is never changed, only replaced.
    """

    def __init__(self, known: list[_Ready]) -> None:
        self._known = known
        self._read: dict[str, tuple[_Hit, ...]] = {}

    def slips(self, passages: tuple[Passage, ...]) -> Iterator[tuple[Slip, Wrong]]:
        """Yield the slips in the passages of a report."""
        read = self._read  # of this call: an export checks on a thread of its own while the window does
        fresh = [one.text for one in passages if one.text not in read]
        if fresh:  # one look at all their pairs costs less than one at each paragraph
            pairs = pairs_of("\n".join(fresh))
            possible = [one for one in self._known if not (one.openings and one.openings.isdisjoint(pairs))]
            read = {**read, **{text: tuple(_hits(possible, text)) for text in fresh}}
            self._read = read if len(read) <= _MOST_READ else {}
        for passage in passages:
            for hit in read[passage.text]:
                yield Slip(passage, hit.start, hit.end, hit.right), hit.word


def _hits(known: list[_Ready], text: str) -> Iterator[_Hit]:
    """Yield the hits of the first entry that speaks of some characters."""
    told: list[_Hit] = []
    for ready in known:
        if not ready.is_in(text):
            continue
        for hit in ready.hits(text):
            if len(told) < _MOST_SLIPS and not _is_told(hit, told):
                told.append(hit)
                yield hit


def _is_told(hit: _Hit, told: list[_Hit]) -> bool:
    """Return whether an earlier entry of the list spoke of the same characters."""
    return any(hit.start < one.end and one.start < hit.end for one in told)


def _said(entry: WordsEntry, word: Wrong, case: Case, slips: list[Slip]) -> Finding:
    inside = [slip for slip in slips if slip.passage.section != NOTES]
    severity = word.severity or entry.severity
    if not inside:
        severity = max(severity, entry.quiet, key=_WEIGHTS.index)
    fix = None
    if entry.lines:
        passage = slips[0].passage
        slips = [Slip(passage, min(slip.start for slip in slips), max(slip.end for slip in slips))]
        fix = _line_away(case, inside)
    return replaced(entry, case, slips, fix or _corrected(case, inside), severity)


def replaced(
    entry: Entry, case: Case, slips: list[Slip], fix: Fix | None, severity: Severity | None = None
) -> Finding:
    """Return what there is to say of the same slip in some places."""
    quote, right = slips[0].place.quote, slips[0].right
    default = "{spot}写“{quote}”"
    if right is not None:
        default += "，应当是“{right}”" if right else "，是多余的"
    message = entry.words(default, spot=spots_of(case, slips), quote=clipped(quote), right=right or "")
    where = places_of(slips)
    return entry.finding(message, where, expected=right or "", found=quote, fix=fix, severity=severity)


def _corrected(case: Case, slips: list[Slip]) -> Fix | None:
    if not slips:
        return None
    quote, right = slips[0].place.quote, slips[0].right
    return mend(case, slips, f"改为 {clipped(right)}" if right else f"删去 {clipped(quote)}")


def _line_away(case: Case, slips: list[Slip]) -> Fix | None:
    """Return the fix that takes a line away where it is one of a web page and nothing else."""
    if not slips or case.report.section(slips[0].passage.section) is None:
        return None
    passage = slips[0].passage
    if not _is_short(passage.text):
        return None
    return Fix("删去这一行", Splice(passage.section, passage.index, 1, (), "删去一行"))


def is_of_web_page(text: str) -> bool:
    """Return whether a line is what web pages print around a text, "【字体：大 中 小】 打印本页", and little else."""
    if not _is_short(text):
        return False
    hits = _hits([_ready(word) for word in terms(Remain)], text)
    told = "".join(text[hit.start : hit.end] for hit in hits)
    return len("".join(told.split())) * 2 > len("".join(text.split()))


def _is_short(text: str) -> bool:
    return len(text) <= _LONGEST_LINE and "。" not in text
