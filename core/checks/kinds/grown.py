"""Figures in prose beside those in the same words of last year: ten times as much is likely a digit too many."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from core import numbers
from core.checks.case import Case, clipped
from core.checks.entry import Entry, Find, kind
from core.checks.kept import read_once
from core.checks.late import Late
from core.checks.model import Finding
from core.checks.reading.sentences import sentences
from core.template import Template

# A count has its unit behind it; years, dates, document numbers, shares, and parts of longer numbers are none.
_COUNT = Late(
    r"(?<![\dA-Za-z.,/〔\[第—-])\d[\d,]*(?:\.\d+)?(?=\s?[一-龥])(?!\s?余?[年月日号版时点分页楼室部第])"
)
_DIGITS = Late(r"\d[\d,.]*")
_HAN = Late(r"[一-龥]")
_CLAUSE_END = Late(r"[，,：:（(]|$")
_FEWEST_WORDS, _LONGEST = 4, 400


class GrownEntry(Entry):
    """How many `times` a figure may be another's, how large the larger one must be; `change` are words that explain it."""

    times: int = 10
    least: int = 100
    change: str


@dataclass(frozen=True, slots=True)
class _Count:
    """A number in a sentence: all words ahead of it and behind it in its clause, other numbers left out of them."""

    words: tuple[str, str]
    number: Decimal
    start: int
    end: int


@kind("grown", GrownEntry, "spot quote value last_value year", reads="prose")
def grown(entry: GrownEntry, template: Template) -> Find:
    """Require that a number is not ten times, or a tenth, of what the same words said last year."""
    change = entry.late(entry.change)

    def find(case: Case) -> Iterator[Finding]:
        last = case.year_before
        if last is None:
            return
        now, before = case.passages, case.beside(last).passages
        known = _alone((one.section, count) for one in before for count in _counts(one.text))
        told = _alone((one.section, count) for one in now for count in _counts(one.text))
        for passage in now:
            for count in _counts(passage.text):
                key = passage.section, count.words
                old = known.get(key) if key in told else None
                if old is None or not _is_far(entry, old.number, count.number) or change.search(passage.text):
                    continue
                place = passage.place(count.start, count.end)
                message = entry.words(
                    "{spot}写“{quote}”，{year} 年同样的话里是 {last_value}，相差十倍以上，请核对位数",
                    spot=case.spot(passage),
                    quote=clipped(_quote(count, passage.text)),
                    value=numbers.plain(count.number),
                    last_value=numbers.plain(old.number),
                    year=last.year,
                )
                yield entry.finding(message, (place,), expected=numbers.plain(old.number), found=place.quote)

    return find


def _is_far(entry: GrownEntry, before: Decimal, now: Decimal) -> bool:
    smaller, larger = sorted((before, now))
    return smaller > 0 and larger >= entry.least and larger >= smaller * entry.times


def _alone(counts: Iterator[tuple[str, _Count]]) -> dict[tuple[str, tuple[str, str]], _Count]:
    """Return by section and words what is counted there once: the same words said twice may be of two things."""
    every = list(counts)
    often = Counter((section, count.words) for section, count in every)
    return {(section, count.words): count for section, count in every if often[section, count.words] == 1}


@read_once
def _counts(text: str) -> tuple[_Count, ...]:
    return tuple(_read(text))


def _read(text: str) -> Iterator[_Count]:
    for begin, sentence in sentences(text):
        if len(sentence) > _LONGEST:
            continue
        for match in _COUNT.finditer(sentence):
            ends = _CLAUSE_END.search(sentence, match.end())
            behind = sentence[match.end() : ends.start() if ends else len(sentence)]
            ahead = _DIGITS.sub("#", sentence[: match.start()]).strip()
            number = numbers.read(match.group())
            if number is not None and len(_HAN.findall(ahead)) >= _FEWEST_WORDS:
                words = ahead, _DIGITS.sub("#", behind).strip()
                start = begin + match.start()
                yield _Count(words, number, start, begin + match.end())


def _quote(count: _Count, text: str) -> str:
    """Return the number with the last words ahead of it and its unit."""
    start = max(count.start - 8, text.rfind("，", 0, count.start) + 1, text.rfind("。", 0, count.start) + 1)
    return text[start : count.end + 1]
