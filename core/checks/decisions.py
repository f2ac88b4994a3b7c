"""Findings kept with a reason: told apart where they say the same, and known again after edits elsewhere.

The key of a finding names what it speaks of; its mark, which follows in the key after a point, names what stands
beside it: the characters before, those after, and which of several like it this is. A decision goes with the
finding of its key, or, once one side was edited, with one whose other side is as it was.

A finding on a whole text has no words beside it: its mark begins with how far it went when it was kept, and the
decision goes with it until it goes much further.
"""

import hashlib
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import replace
from functools import lru_cache, partial

from core.checks.late import Late
from core.checks.model import TITLE, Finding, TextPlace
from core.report import Decision, Report

_BESIDE = 8
_MUCH_FURTHER = 5  # percent
_LONGEST = 9  # digits of an extent
_SPOT = Late(r"第 ?\d{1,6} ?段")


def marked(report: Report, findings: Iterable[Finding]) -> list[Finding]:
    """Return the findings with their marks."""
    seen: Counter[tuple[str, str]] = Counter()
    found = []
    for finding in findings:
        sides = f"{finding.extent}." if finding.about else _beside(report, finding)
        name = (finding.key, sides)
        seen[name] += 1
        found.append(finding.marked(f"{sides}.{seen[name]}"))
    return found


def _beside(report: Report, finding: Finding) -> str:
    """Return the digests of the characters on both sides of the first words quoted; without any, that of its sentence."""
    place = finding.first_quoted
    if place is None:
        return finding.beside(finding.message, _of_sentence)
    return finding.beside(_text(report, place), partial(_of_sides, place))


def _of_sentence(message: str) -> str:
    return f"{_digest(_SPOT.sub('', message))}."


def _of_sides(place: TextPlace, text: str) -> str:
    before, after = text[max(0, place.start - _BESIDE) : place.start], text[place.end : place.end + _BESIDE]
    return f"{_digest(before)}.{_digest(after)}"


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
        waiting.setdefault(_name_of(decision.key), []).append(decision)
    if not waiting:
        return {}
    found: dict[int, Decision] = {}
    for agree in (_is_same, _still_holds):
        for index, finding in enumerate(findings):
            if index in found:
                continue
            known = (one for name in _names(finding) for one in waiting.get(name, ()))
            fitting = next((one for one in known if agree(finding, one)), None)
            if fitting:
                waiting[_name_of(fitting.key)].remove(fitting)
                found[index] = fitting
    return found


def as_decided(finding: Finding, decision: Decision) -> Finding:
    """Return a finding with the key of the decision on it, which takes that back."""
    about = finding.about if _name_of(decision.key) == _name_of(finding.key) else ""
    return replace(finding, mark=mark_of(decision), about=about)


def mark_of(decision: Decision) -> str:
    """Return the mark of the finding that was kept."""
    return decision.key.partition(".")[2]


def _name_of(key: str) -> str:
    return key.partition(".")[0]


def _names(finding: Finding) -> tuple[str, ...]:
    """Return the names under which there may be a decision on a finding."""
    name = _name_of(finding.key)
    return (name, finding.quoted_name) if finding.about else (name,)


def _is_same(finding: Finding, decision: Decision) -> bool:
    return finding.key == decision.key


def _still_holds(finding: Finding, decision: Decision) -> bool:
    """Return whether a decision of one of its names goes with a finding that has another mark."""
    mark = mark_of(decision)
    if not finding.about:
        return _has_a_side(finding.mark, mark)
    is_of_old = _name_of(decision.key) != _name_of(finding.key)
    return not mark or is_of_old or finding.extent <= _extent_of(mark) + _MUCH_FURTHER


def _extent_of(mark: str) -> int:
    """Return how far a finding went when it was kept; what no program of ours has written is 0."""
    extent = mark.partition(".")[0]
    return int(extent) if extent.isdecimal() and len(extent) <= _LONGEST else 0


def _has_a_side(mark: str, other: str) -> bool:
    """Return whether one side is as it was; where nothing stood on a side, that alone says nothing."""
    if not other:
        return True
    sides, others = mark.split(".")[:2], other.split(".")[:2]
    return sides == others or any(one and one == two for one, two in zip(sides, others, strict=False))
