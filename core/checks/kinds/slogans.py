"""Slogans, programmes and organs that had their years: named in a report of other years they are dated."""

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from core.checks.case import Case, Passage
from core.checks.entry import Entry, Find, kind
from core.checks.kept import read_once
from core.checks.landmarks import Marks, landmarks
from core.checks.late import Late
from core.checks.lexicon import Term, Words, term, terms
from core.checks.model import Finding
from core.checks.reading.sentences import sentences
from core.template import Template

_QUOTED = Late(r"《[^《》]{0,200}》|〈[^〈〉]{0,200}〉")
_NEVER = "(?!)"
_PAST = "原[\u4e00-\u9fff]{0,5}[省市县区旗州镇乡]|原[^，。；]{1,10}[、和与及][省市县区]?|(?:原|前|从|自)[我本全]?[省市县区]|原|前|时任|曾经|撤销(?:的)?|整合(?:了)?|合并(?:了)?|划转自|(?<!来)自|从|继|经过|经历|完成|圆满完成"
_MOVED = Late(
    r"[^，。；]{0,10}(?:划转|划入|转隶|移交|更名|改名|改为|改称|改组|并入|调整|整合|合并|撤并|变更|转到)"
)
_BEFORE, _AFTER = 12, 16


@term("slogan", "slogans")
class Slogan(Term):
    """Words that fit the report years `first_year` to `last_year` alone.

    `before`, `after` and `sentence` are the words around them, or in the same sentence, that make them right in
    any year. `instead` is what is said today.
    """

    words: Words
    first_year: int | None = None
    last_year: int | None = None
    before: Words = ""
    after: Words = ""
    sentence: Words = ""
    note: str
    instead: str = ""

    @property
    def key(self) -> str:
        """The words themselves."""
        return self.words

    def fits(self, year: int) -> bool:
        """Return whether a report on that year may say so."""
        first, last = self.first_year, self.last_year
        return (first is None or first <= year) and (last is None or year <= last)


@dataclass(frozen=True)
class _Ready:
    """A slogan with its patterns, each compiled when its words are first met: most never are."""

    slogan: Slogan
    marks: Marks

    @cached_property
    def words(self) -> Late:
        """The words themselves."""
        return Late(self.slogan.words)

    @cached_property
    def before(self) -> Late:
        """What makes them right where it stands before them."""
        return Late(f"(?:{self.slogan.before or _NEVER}|{_PAST})$")

    @cached_property
    def after(self) -> Late:
        """What makes them right where it stands after them."""
        return Late(self.slogan.after or _NEVER)

    @cached_property
    def sentence(self) -> Late:
        """What makes them right anywhere in the sentence."""
        return Late(self.slogan.sentence or _NEVER)

    def is_in(self, text: str) -> bool:
        """Return whether its words may stand in a paragraph."""
        return not self.marks or any(mark in text for mark in self.marks)

    def may_be_in(self, case: Case) -> bool:
        """Return whether its words may stand anywhere."""
        return not self.marks or case.may_have(self.marks)


@kind("slogans", Entry, "spot quote note", reads="passage")
def slogans(entry: Entry, template: Template) -> Find:
    """Require that the slogans, programmes and organs named are those of the report's year."""
    known = [_Ready(slogan, landmarks(slogan.words)) for slogan in terms(Slogan)]

    @read_once
    def dated_in(text: str, year: int) -> tuple[tuple[re.Match[str], Slogan], ...]:
        spans = [match.span() for match in _QUOTED.finditer(text)]
        dated = [one for one in known if not one.slogan.fits(year) and one.is_in(text)]
        found = ((next(_dated(one, text, spans), None), one.slogan) for one in dated)
        return tuple((match, slogan) for match, slogan in found if match)

    def find(case: Case) -> Iterator[Finding]:
        year = case.report.year
        if all(one.slogan.fits(year) or not one.may_be_in(case) for one in known):
            return  # one look at the whole text costs less than one at each paragraph
        for passage in case.passages:
            for match, slogan in dated_in(passage.text, year):
                yield _finding(entry, case, passage, match, slogan)

    return find


def _dated(one: _Ready, text: str, quoted: list[tuple[int, int]]) -> Iterator[re.Match[str]]:
    """Yield where the words stand without a reason beside them."""
    starts = [start for start, _ in quoted]
    for match in one.words.finditer(text):
        at = bisect_right(starts, match.start()) - 1
        if at >= 0 and match.start() < quoted[at][1]:
            continue
        before = text[max(0, match.start() - _BEFORE) : match.start()]
        after = text[match.end() : match.end() + _AFTER]
        if one.before.search(before) or one.after.match(after):
            continue
        if before.endswith("由") and _MOVED.match(text, match.end()):
            continue
        if not one.sentence.search(_sentence(text, match.start())):
            yield match


def _sentence(text: str, at: int) -> str:
    return next((words for start, words in sentences(text) if start <= at < start + len(words)), "")


def _finding(entry: Entry, case: Case, passage: Passage, match: re.Match[str], slogan: Slogan) -> Finding:
    place = passage.place(*match.span())
    message = entry.words(
        "{spot}写到“{quote}”，{note}，写进 {year} 年的报告请核对".replace("{year}", str(case.report.year)),
        spot=case.spot(passage),
        quote=place.quote,
        note=slogan.note,
    )
    if slogan.instead:
        message += f"；现在的说法是“{slogan.instead}”"
    return entry.finding(message, (place,), expected=slogan.instead, found=place.quote)
