"""Two versions of one report compared: what one says and the other does not, section by section and cell by cell."""

from dataclasses import dataclass
from difflib import SequenceMatcher

from core import numbers
from core.labels import fold
from core.report import SIGNATURE, Report


@dataclass(frozen=True, slots=True)
class Difference:
    """What two versions say at one place: paragraphs of a section, the title, or a cell by its address.

    `paragraph` is the place in the first version; "" is what one of them does not have.
    """

    section: str
    paragraph: int
    cell: str
    here: str
    there: str


def differences(one: Report, other: Report) -> list[Difference]:
    """Return where two reports differ; spaces and the width of characters do not count."""
    found = []
    if fold(one.title) != fold(other.title):
        found.append(Difference("title", 0, "", one.title, other.title))
    for section_id in dict.fromkeys([*_sections(one), *_sections(other)]):
        found += _of_section(
            section_id, _sections(one).get(section_id, []), _sections(other).get(section_id, [])
        )
    for cell in dict.fromkeys([*one.values, *other.values]):
        here, there = one.text(cell), other.text(cell)
        if numbers.canonical(here) != numbers.canonical(there):
            found.append(Difference("", 0, cell, here, there))
    return found


def _sections(report: Report) -> dict[str, list[str]]:
    return {
        section.id: [one.text for one in section.paragraphs]
        for section in report.sections
        if section.id != SIGNATURE or section.paragraphs
    }


def _of_section(section_id: str, here: list[str], there: list[str]) -> list[Difference]:
    """Return the paragraphs that differ; those moved by a line break or an inserted one are told once."""
    left = [fold(text) for text in here]
    right = [fold(text) for text in there]
    if "".join(left) == "".join(right):
        return []
    found = []
    for what, start, end, other_start, other_end in SequenceMatcher(
        None, left, right, autojunk=False
    ).get_opcodes():
        mine, others = "".join(left[start:end]), "".join(right[other_start:other_end])
        if what == "equal" or mine == others:
            continue
        size = max(end - start, other_end - other_start)
        for step in range(size):
            at, beside = start + step, other_start + step
            mine = here[at] if at < end else ""
            theirs = there[beside] if beside < other_end else ""
            if mine.strip() or theirs.strip():
                found.append(Difference(section_id, min(at, end), "", mine, theirs))
    return found
