"""The list of what came from last year and is to be looked at, and the edit that ticks it off.

Every carried paragraph is on the list with all that may have changed in it. Of a paragraph that was edited since
the figures, dates and names are on it that still stand there as last year, until it is confirmed.
"""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Literal

from core.carry.details import Detail, DetailKind, details_of
from core.carry.left import is_of, still_of_last_year
from core.edits import Edit, SetCells, Splice, Together
from core.report import Paragraph, Report
from core.template import Template

ItemKind = Literal["段落", "单元格"] | DetailKind


@dataclass(frozen=True, slots=True)
class Item:
    """Something to look at: what it is, its words, and where it stands.

    It is a cell by its address, or the span in a paragraph of a section. `edited` says that the paragraph was
    edited already: what is left in it is a hint.
    """

    kind: ItemKind
    words: str
    section: str = ""
    paragraph: int = 0
    start: int = 0
    end: int = 0
    cell: str = ""
    edited: bool = False


def to_look_at(template: Template, report: Report) -> list[Item]:
    """Return what is to be looked at: paragraphs with their details in reading order, then cells in that of the form."""
    items = [
        item
        for section, index, paragraph in report.paragraphs()
        for item in _of_paragraph(report, section.id, index, paragraph)
    ]
    cells = [cell for cell in template.cells if report.states.get(cell) == "carried"]
    return items + [Item("单元格", report.text(cell), cell=cell) for cell in cells]


def _of_paragraph(report: Report, section: str, index: int, paragraph: Paragraph) -> Iterator[Item]:
    if not waits(report, paragraph):
        return
    edited = paragraph.state == "changed"
    yield Item("段落", paragraph.text, section, index, edited=edited)
    for one in left_in(report, paragraph):
        yield Item(one.kind, one.words, section, index, one.start, one.end, edited=edited)


def left_in(report: Report, paragraph: Paragraph) -> tuple[Detail, ...]:
    """Return what in a paragraph is to be looked at: all its details while it is carried, the old ones once edited.

    What stood in the words when they were confirmed is right for good; only what came since is asked about.
    """
    if paragraph.state == "carried":
        return details_of(paragraph.text)
    if paragraph.state != "changed" or not paragraph.origin:
        return ()
    left = still_of_last_year(report, paragraph)
    before = paragraph.unedited
    if before is None or before.state != "seen":
        return left
    right = Counter(one.words for one in details_of(before.text))
    return tuple(one for one in left if not _taken(right, one.words))


def led_to(report: Report, paragraph: Paragraph) -> tuple[Detail, ...]:
    """Return where in a paragraph one is led: to what stands there as last year, before what the program moved on itself.

    Where it moved on all of a carried paragraph, one is led to what may be another all the same, such as the day of a
    date. Years put right are on the list alone: the paragraph is looked at as one in which nothing may have changed.
    So is one that the program worded itself on another form, with this year in it.
    """
    left = left_in(report, paragraph)
    if paragraph.state != "carried":
        return left
    others = tuple(one for one in left if not is_of(report.year, one))
    if not paragraph.origin:
        return others
    return still_of_last_year(report, paragraph) or tuple(one for one in others if one.kind != "年份")


def _taken(words: Counter[str], one: str) -> bool:
    """Take a word out of some; return whether it was there."""
    words[one] -= 1
    return words[one] >= 0


def waits(report: Report, paragraph: Paragraph) -> bool:
    """Return whether a paragraph is on the list."""
    return paragraph.state == "carried" or bool(left_in(report, paragraph))


def confirmed(report: Report, items: Iterable[Item]) -> Edit | None:
    """Return the one edit that ticks off the paragraphs and cells of some items, None where none of them waits."""
    found = list(items)
    places = sorted({(one.section, one.paragraph) for one in found if not one.cell})
    edits: list[Edit] = [edit for place in places if (edit := _seen(report, *place))]
    cells = {one.cell for one in found if report.states.get(one.cell) == "carried"}
    if cells:
        edits.append(SetCells({}, "确认仍然正确", dict.fromkeys(sorted(cells), "seen")))
    count = len(edits) - bool(cells) + len(cells)
    return Together(tuple(edits), f"确认 {count} 处仍然正确") if edits else None


def _seen(report: Report, section_id: str, index: int) -> Splice | None:
    section = report.section(section_id)
    if section is None or index >= len(section.paragraphs) or not waits(report, section.paragraphs[index]):
        return None
    new = section.paragraphs[index].model_copy(update={"state": "seen", "unedited": None})
    return Splice(section_id, index, 1, (new,), "确认仍然正确")
