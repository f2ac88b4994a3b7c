"""How much of a text was taken over from an earlier one, as one number that anybody can compute again.

The number: leave out figures, punctuation and spaces. Take every run of five characters of a paragraph, each once.
The share is how many of all these runs also stand somewhere in the body of the other report, over how many there
are; the body is everything between introduction and signature. Figures are left out so that new numbers in old
words do not make them new. The cost grows with the length alone.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from sys import intern

from core.report import PREFACE, SIGNATURE, Report

_MASKED = re.compile(
    r"[\d０-９〇零一二三四五六七八九十百千万两,.，、。；：:;！？!?“”\"'（）()《》〈〉\s\u3000%％—–-]{1,400}"
)
_RUN = 5
_ROUNDING = 1e-9  # 29 of 100 are 28.999999999999996 %


@lru_cache(maxsize=1024)
def masked(text: str) -> str:
    """Return the words of a text alone: no figures, no marks, no spaces."""
    return _MASKED.sub("", text)


@lru_cache(maxsize=1024)
def runs(text: str) -> frozenset[str]:
    """Return all runs of a few characters in the words of a text; texts that are nearly the same share theirs."""
    words = masked(text)
    return (
        frozenset(intern(words[at : at + _RUN]) for at in range(max(1, len(words) - _RUN + 1)))
        if words
        else frozenset()
    )


def words_of(report: Report) -> list[str]:
    """Return the paragraphs of the body of a report."""
    return [one.text for section, _, one in report.paragraphs() if section.id not in (PREFACE, SIGNATURE)]


def known_runs(report: Report) -> frozenset[str]:
    """Return all runs in the body of a report."""
    return frozenset().union(*(runs(text) for text in words_of(report)))


def share_of(text: str, known: frozenset[str]) -> float:
    """Return which share of a text's runs is known."""
    return share([text], known)


def share(texts: Iterable[str], known: frozenset[str]) -> float:
    """Return which share of all runs of some texts is known, each run counted as often as a text has it."""
    return _ratio(*_counts(texts, known))


def _counts(texts: Iterable[str], known: frozenset[str]) -> tuple[int, int]:
    """Return how many runs of some texts are known, and how many there are."""
    total = shared = 0
    for text in texts:
        own = runs(text)
        total += len(own)
        shared += len(own & known)
    return shared, total


def _ratio(shared: int, total: int) -> float:
    return shared / total if total else 0.0


def percent(share: float) -> str:
    """Return a share as it is told: in whole percents, never more than it is."""
    return f"{whole_percent(share)}%"


def whole_percent(share: float) -> int:
    """Return a share in whole percents, never more than it is."""
    return int(share * 100 + _ROUNDING)


@dataclass(frozen=True, slots=True)
class Shares:
    """Which share of a report stood in the one before: of the whole body, and of each section that has words."""

    overall: float
    sections: dict[str, float]


def shares(report: Report, last: Report) -> Shares:
    """Return which share of a report's words stood in an earlier one."""
    known = known_runs(last)
    body = [one for one in report.sections if one.id not in (PREFACE, SIGNATURE)]
    counts = [(one.id, *_counts((words.text for words in one.paragraphs), known)) for one in body]
    overall = _ratio(sum(shared for _, shared, _ in counts), sum(total for _, _, total in counts))
    return Shares(overall, {name: _ratio(shared, total) for name, shared, total in counts if total})
