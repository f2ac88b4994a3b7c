"""Findings kept with a reason: told apart where they say the same, and known again after edits elsewhere.

The key of a finding names what it speaks of; its mark, which follows in the key after a point, names what stands
beside it: the characters before, those after, and which of several like it this is. A decision goes with the
finding of its key, or, once one side was edited, with one whose other side is as it was.
"""

import hashlib
from collections import Counter
from collections.abc import Iterable, Sequence
from functools import lru_cache

from core.checks.late import Late
from core.checks.model import TITLE, Finding, TextPlace
from core.report import Decision, Report

_BESIDE = 8
_SPOT = Late(r"第 ?\d{1,6} ?段")


def marked(report: Report, findings: Iterable[Finding]) -> list[Finding]:
    """Return the findings with their marks."""
    seen: Counter[tuple[str, str]] = Counter()
    found = []
    for finding in findings:
        sides = ".".join(_digest(side) for side in _sides(report, finding))
        name = (finding.key, sides)
        seen[name] += 1
        found.append(finding.marked(f"{sides}.{seen[name]}"))
    return found


def _sides(report: Report, finding: Finding) -> tuple[str, str]:
    """Return the characters on both sides of the first words quoted; without any, the sentence of the finding."""
    place = next((one for one in finding.where if isinstance(one, TextPlace) and one.quote), None)
    if place is None:
        return _SPOT.sub("", finding.message), ""
    text = _text(report, place)
    return text[max(0, place.start - _BESIDE) : place.start], text[place.end : place.end + _BESIDE]


def _text(report: Report, place: TextPlace) -> str:
    if place.section == TITLE:
        return report.title
    section = report.section(place.section)
    return section.paragraphs[place.paragraph].text if section else ""


@lru_cache(maxsize=1024)  # nearly all findings stay as they are after an edit
def _digest(text: str) -> str:
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:6] if text else ""


def decided(findings: Sequence[Finding], decisions: Iterable[Decision]) -> dict[int, Decision]:
    """Return by their places in the list the findings on which there is a decision, of whatever weight."""
    waiting: dict[str, list[Decision]] = {}
    for decision in decisions:
        waiting.setdefault(decision.key.partition(".")[0], []).append(decision)
    if not waiting:
        return {}
    found: dict[int, Decision] = {}
    for agree in (_is_same, _has_a_side):
        for index, finding in enumerate(findings):
            name = finding.key.partition(".")[0]
            if index in found or name not in waiting:
                continue
            fitting = [one for one in waiting[name] if agree(finding.mark, mark_of(one))]
            if fitting:
                waiting[name].remove(fitting[0])
                found[index] = fitting[0]
    return found


def mark_of(decision: Decision) -> str:
    """Return the mark of the finding that was kept."""
    return decision.key.partition(".")[2]


def _is_same(mark: str, other: str) -> bool:
    return mark == other


def _has_a_side(mark: str, other: str) -> bool:
    """Return whether one side is as it was; where nothing stood on a side, that alone says nothing."""
    if not other:
        return True
    sides, others = mark.split(".")[:2], other.split(".")[:2]
    return sides == others or any(one and one == two for one, two in zip(sides, others, strict=False))
