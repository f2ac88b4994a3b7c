"""The same words twice in one report: a sentence, a paragraph, or a long clause."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

from core.checks.case import Case, Passage, clipped
from core.checks.entry import Entry, Find, kind
from core.checks.kept import read_once
from core.checks.late import Late
from core.checks.model import Finding, TextPlace
from core.report import SIGNATURE
from core.template import Template

_SENTENCE = Late(r"[^。！？!?；;\n]{4,2000}")
_CLAUSE = Late(r"[^。！？!?；;，,：:\n]{4,400}")
_TITLES = Late(r"《[^《》]{1,120}》")
_DROPPED = Late(r"[\s\u3000“”\"'‘’、（）()，,：:.．]")
_NUMBER = Late(
    r"^\s{0,8}(?:[（(][一二三四五六七八九十\d]{1,3}[）)]|\d{1,2}[.．、](?!\d)|[一二三四五六七八九十]是)"
)
_CONTACT = Late(r"地址|电话|邮编|邮政编码|网址|邮箱")
_GRAM, _MOST_AT, _LONG, _SAMPLE = 6, 6, 18, 3


class RepeatsEntry(Entry):
    """From how many characters a sentence, and a clause, must not stand twice; how alike two sentences may be."""

    sentence: int
    clause: int
    alike: float


@dataclass(frozen=True, slots=True)
class _Said:
    """A sentence or clause: where it stands, and its words as they are compared."""

    passage: Passage
    start: int
    end: int
    plain: str

    @property
    def place(self) -> TextPlace:
        return self.passage.place(self.start, self.end)


@kind("repeats", RepeatsEntry, "spot first quote", reads="prose")
def repeats(entry: RepeatsEntry, template: Template) -> Find:
    """Require that no sentence or long clause stands twice; nearly the same counts as the same."""

    def find(case: Case) -> Iterator[Finding]:
        passages = [
            one for one in case.passages if one.section != SIGNATURE and not _CONTACT.search(one.text)
        ]
        sentences = list(_parts(passages, _SENTENCE, entry.sentence))
        told = _Told()
        for first, again in _same(sentences):
            told.add(again)
            yield _finding(entry, case, first, again, "和")
        again_too = set(told.ids)
        left = [one for one in sentences if id(one) not in again_too]
        for first, again in _alike(left, entry.alike):
            told.add(again)
            yield _finding(entry, case, first, again, "和", nearly=True)
        clauses = _joined(list(_parts(passages, _CLAUSE, 6)), entry.clause)
        for first, again in _same(clauses):
            if not (told.covers(again) or told.covers(first)):
                told.add(again)
                yield _finding(entry, case, first, again, "和")

    return find


class _Told:
    """What was told already, by its paragraph: many repeats are many paragraphs, each with few."""

    def __init__(self) -> None:
        self.ids: set[int] = set()
        self._spans: dict[tuple[str, int], list[tuple[int, int]]] = {}

    def add(self, one: _Said) -> None:
        self.ids.add(id(one))
        self._spans.setdefault((one.passage.section, one.passage.index), []).append((one.start, one.end))

    def covers(self, one: _Said) -> bool:
        """Return whether the words lie within some that were told."""
        spans = self._spans.get((one.passage.section, one.passage.index), ())
        return any(start <= one.start and one.end <= end for start, end in spans)


def _parts(passages: list[Passage], pattern: Late, least: int) -> Iterator[_Said]:
    for passage in passages:
        for start, end, plain in _parts_in(passage.text, pattern):
            if len(plain) >= least:
                yield _Said(passage, start, end, plain)


@read_once
def _parts_in(text: str, pattern: Late) -> tuple[tuple[int, int, str], ...]:
    """Return the parts of a paragraph without their numbers: start, end, and the words as they are compared."""
    found = []
    for match in pattern.finditer(text):
        number = _NUMBER.match(match.group())
        start = match.start() + (number.end() if number else 0)
        start += len(text[start : match.end()]) - len(text[start : match.end()].lstrip())
        plain = _DROPPED.sub("", _TITLES.sub("", text[start : match.end()]))
        found.append((start, match.end(), plain))
    return tuple(found)


def _joined(clauses: list[_Said], least: int) -> list[_Said]:
    """Return the clauses that are long enough, and each with its next one where the two together are."""
    pairs = [
        _Said(one.passage, one.start, other.end, one.plain + other.plain)
        for one, other in pairwise(clauses)
        if len(one.plain) + len(other.plain) >= least
        and one.passage is other.passage
        and other.start - one.end <= 2
        and one.plain != other.plain
    ]
    return [*pairs, *(one for one in clauses if len(one.plain) >= least)]


def _same(parts: list[_Said]) -> Iterator[tuple[_Said, _Said]]:
    """Yield each part whose words stood before, with where they stood first."""
    first: dict[str, _Said] = {}
    for one in parts:
        known = first.setdefault(one.plain, one)
        if known is not one:
            yield known, one


def _alike(parts: list[_Said], least: float) -> Iterator[tuple[_Said, _Said]]:
    """Yield each long sentence that is nearly one before it.

    Which one that may be is told by some of the grams alone, and a gram looks at its first few sentences.
    """
    seen: dict[str, list[int]] = {}
    for number, one in enumerate(parts):
        samples = _samples(one.plain)
        shared = [other for gram in samples & seen.keys() for other in seen[gram]]
        if shared:
            often = Counter(shared)
            best = max(often, key=lambda other: (often[other], -other))
            if _likeness(parts[best].plain, one.plain) >= least:
                yield parts[best], one
        for gram in samples:
            where = seen.setdefault(gram, [])
            if len(where) < _MOST_AT:
                where.append(number)


def _likeness(one: str, other: str) -> float:
    """Return the share of their grams that two sentences have in common."""
    first, second = _grams(one), _grams(other)
    return len(first & second) / len(first | second)


@lru_cache(maxsize=512)
def _samples(plain: str) -> frozenset[str]:
    """Return about a third of the grams of a sentence, the same ones wherever it stands."""
    grams = _grams(plain)
    return frozenset(gram for gram in grams if ord(gram[0]) % _SAMPLE == 0) or grams


@lru_cache(maxsize=512)
def _grams(plain: str) -> frozenset[str]:
    """Return the runs of characters that a long sentence is made of, none of a short one."""
    if len(plain) < _LONG:
        return frozenset()
    return frozenset(plain[at : at + _GRAM] for at in range(len(plain) - _GRAM + 1))


def _finding(
    entry: Entry, case: Case, first: _Said, again: _Said, joint: str, *, nearly: bool = False
) -> Finding:
    same = "几乎一样" if nearly else "重复"
    message = entry.words(
        "{spot}“{quote}”{joint}{first}里的话{same}".replace("{joint}", joint).replace("{same}", same),
        spot=case.spot(again.passage),
        first=case.spot(first.passage),
        quote=clipped(again.place.quote),
    )
    return entry.finding(message, (again.place, first.place), found=again.place.quote)
