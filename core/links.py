"""Numbers in sentences that are linked to cells: they move with their characters and change with the table.

A link is dropped as soon as its characters are touched; the words stay as they are. A linked cell that holds no
number shows as 〔待填〕. Every edit of a report goes through `follow` once before it is made.
"""

import re
from collections.abc import Callable, Container, Iterator, Sequence
from dataclasses import replace

from core import edits, numbering, numbers
from core.edits import Edit, SetCells, Splice, Together
from core.report import Link, Paragraph, Report
from core.rewording import retyped
from core.template import Template

BLANK = "〔待填〕"
_DIGITS_AFTER = re.compile(r"[.．,]?\d")
_DIGITS_BEFORE = re.compile(r"\d[.．,]?$")


def shown(value: str) -> str:
    """Return what a sentence shows of a cell: its number or its amount, else that it is still to be filled in."""
    number = numbers.read(value)
    if number is not None:
        return numbers.plain(number)
    return BLANK if numbers.money(value) is None else numbers.clean(value)


def links_of(paragraph: Paragraph) -> tuple[Link, ...]:
    """Return the links of a paragraph in reading order.

    What a damaged file says beyond its words, or of words that no cell can show, is left out: these stay.
    """
    found: list[Link] = []
    for link in sorted(paragraph.links, key=lambda one: (one.start, one.end)):
        begin = found[-1].end if found else 0
        if begin <= link.start < link.end <= len(paragraph.text) and _may_be_shown(link, paragraph.text):
            found.append(link)
    return tuple(found)


def _may_be_shown(link: Link, text: str) -> bool:
    words = text[link.start : link.end]
    return words == BLANK or shown(words) != BLANK


def moved(links: Sequence[Link], before: str, after: str) -> tuple[Link, ...]:
    """Return the links of a text as they stand in it after a change; those that the change may have touched go."""
    if before == after:
        return tuple(links)
    first, last = _changed(before, after)
    by = len(after) - len(before)
    kept = []
    for link in links:
        if link.end <= first:
            new = link
        elif link.start >= last:
            new = link.model_copy(update={"start": link.start + by, "end": link.end + by})
        else:
            continue
        if is_alone(new, after) or not is_alone(link, before):
            kept.append(new)
    return tuple(kept)


def _changed(before: str, after: str) -> tuple[int, int]:
    """Return the span of a text that a change may have touched, whichever of equal characters it was."""
    shorter = min(len(before), len(after))
    head = next((i for i in range(shorter) if before[i] != after[i]), shorter)
    tail = next((i for i in range(shorter) if before[-1 - i] != after[-1 - i]), shorter)
    return min(head, shorter - tail), max(len(before) - tail, head + len(before) - shorter)


def is_alone(link: Link, text: str) -> bool:
    """Return whether no digit stands beside a link: with one it would be part of another number.

    The number that the paragraph begins with is none of these.
    """
    number = numbering.read(text)
    begin = number.end if number and number.end <= link.start else 0
    before, after = text[max(begin, link.start - 2) : link.start], text[link.end : link.end + 2]
    return not (_DIGITS_BEFORE.search(before) or _DIGITS_AFTER.match(after))


def refreshed(
    paragraph: Paragraph, text_of: Callable[[str], str], cells: Container[str] | None = None
) -> Paragraph:
    """Return a paragraph with its links showing what stands in the cells, of these `cells` where some are given."""
    parts: list[str] = []
    made: list[Link] = []
    at = length = 0
    for link in links_of(paragraph):
        old = paragraph.text[link.start : link.end]
        new = _like(old, shown(text_of(link.cell))) if cells is None or link.cell in cells else old
        parts += [paragraph.text[at : link.start], new]
        length += link.start - at + len(new)
        made.append(link.model_copy(update={"start": length - len(new), "end": length}))
        at = link.end
    text = "".join(parts) + paragraph.text[at:]
    if text == paragraph.text:
        return paragraph
    return paragraph.model_copy(update={"text": text, "links": tuple(made)})


def _like(old: str, new: str) -> str:
    """Return a number with its thousands parted where the one before it was; the same number stays as written."""
    number = numbers.read(new)
    if number is None:
        return new
    if numbers.read(old) == number:
        return old
    return f"{number:,}" if "," in old else new


def insert(report: Report, section_id: str, index: int, start: int, end: int, cell: str) -> Splice:
    """Return the edit that puts what stands in a cell in place of some characters, linked to it.

    Behind the last paragraph it begins one. KeyError where the report has no such section.
    """
    section = report.section(section_id)
    if section is None:
        raise KeyError(section_id)
    known = index < len(section.paragraphs)
    old = section.paragraphs[index] if known else Paragraph(text="")
    words = shown(report.text(cell))
    text = old.text[:start] + words + old.text[end:]
    cleared = _cleared(links_of(old), start, end, len(words))
    links = (*cleared, Link(start=start, end=start + len(words), cell=cell))
    new = retyped(old, text, old.level).model_copy(update={"links": _ordered(links)})
    return Splice(section_id, index, int(known), (new,), "插入表格里的数", knows_links=True)


def _cleared(links: Sequence[Link], start: int, end: int, length: int) -> Iterator[Link]:
    """Yield the links that a replaced span leaves alone, those behind it moved."""
    by = length - (end - start)
    for link in links:
        if link.end <= start:
            yield link
        elif link.start >= end:
            yield link.model_copy(update={"start": link.start + by, "end": link.end + by})


def join(report: Report, section_id: str, index: int, link: Link) -> Splice:
    """Return the edit that links characters of a paragraph to a cell; its words stay."""
    old = _paragraph(report, section_id, index)
    rest = [one for one in links_of(old) if one.end <= link.start or one.start >= link.end]
    return _with_links(section_id, index, old, _ordered((*rest, link)), "连接表格里的数")


def part(report: Report, section_id: str, index: int, link: Link) -> Splice:
    """Return the edit that takes a link away; its words stay."""
    old = _paragraph(report, section_id, index)
    rest = tuple(one for one in links_of(old) if one != link)
    return _with_links(section_id, index, old, rest, "取消连接")


def _paragraph(report: Report, section_id: str, index: int) -> Paragraph:
    section = report.section(section_id)
    if section is None:
        raise KeyError(section_id)
    return section.paragraphs[index]


def _with_links(section_id: str, index: int, old: Paragraph, links: tuple[Link, ...], label: str) -> Splice:
    new = old.model_copy(update={"links": links})
    return Splice(section_id, index, 1, (new,), label, knows_links=True)


def _ordered(links: Sequence[Link]) -> tuple[Link, ...]:
    return tuple(sorted(links, key=lambda one: one.start))


def carried(paragraph: Paragraph, text: str, template: Template) -> tuple[Link, ...]:
    """Return the links of last year's paragraph in its words of this year, as far as the form has their cells."""
    old = links_of(paragraph)
    if len(text) == len(paragraph.text):
        kept = [one for one in old if text[one.start : one.end] == paragraph.text[one.start : one.end]]
    else:
        kept = [*moved(old, paragraph.text, text)]
    cells = template.cells
    return tuple(one for one in kept if one.cell in cells and not cells[one.cell].group)


def refresh(report: Report) -> None:
    """Let every linked number of a new report show its cell; a report that is open changes through `follow`."""
    for section in report.sections:
        section.paragraphs = [refreshed(one, report.text) for one in section.paragraphs]


def follow(report: Report, edit: Edit) -> Edit:
    """Return the edit with all that it means for links: they move with their words, and show the new cells.

    An edit of a report without links comes back as it is.
    """
    if isinstance(edit, Splice):
        return _settled(report, edit, report.text)
    parts = list(edits.parts(edit))
    if not any(isinstance(one, Splice) for one in parts) and not (edit.cells and _has_links(report)):
        return edit
    made = _tried(report, parts, edit.cells)
    same = len(made) == len(parts) and all(new is old for new, old in zip(made, parts, strict=True))
    return edit if same else Together(tuple(made), edit.label)


def _has_links(report: Report) -> bool:
    return any(paragraph.links for _, _, paragraph in report.paragraphs())


def _tried(report: Report, parts: Sequence[Edit], cells: frozenset[str]) -> list[Edit]:
    """Return the parts of an edit with what follows from them: they are made one by one, and all taken back."""
    made: list[Edit] = []
    undo: list[Edit] = []
    later = {cell: text for one in parts if isinstance(one, SetCells) for cell, text in one.values.items()}

    def text_of(cell: str) -> str:
        return later[cell] if cell in later else report.text(cell)

    try:
        for one in parts:
            made.append(_settled(report, one, text_of) if isinstance(one, Splice) else one)
            undo.append(made[-1].apply(report))
        made += _rewritten(report, cells) if cells else ()
    finally:
        for back in reversed(undo):
            back.apply(report)
    return made


def _rewritten(report: Report, cells: frozenset[str]) -> Iterator[Splice]:
    """Yield the edits of all paragraphs that show one of these cells as it was."""
    for section, index, paragraph in report.paragraphs():
        new = refreshed(paragraph, report.text, cells) if paragraph.links else paragraph
        if new is not paragraph:
            yield Splice(section.id, index, 1, (new,))


def _settled(report: Report, edit: Splice, text_of: Callable[[str], str]) -> Splice:
    """Return the edit with the links of its paragraphs where their words are now.

    Those that come with their links show what stands in the cells once all is done; others go on with the links of
    the old ones.
    """
    section = report.section(edit.section)
    old = section.paragraphs[edit.at : edit.at + edit.removed] if section else []
    if not any(one.links for one in (*old, *edit.inserted)):
        return edit
    if edit.knows_links or not any(one.links for one in old):
        new = tuple(refreshed(one, text_of) for one in edit.inserted)
    elif all(_is_among(one, old) for one in edit.inserted):
        return edit
    else:
        new = tuple(_relinked(old, edit.inserted))
    same = all(one is before for one, before in zip(new, edit.inserted, strict=True))
    return edit if same else replace(edit, inserted=new)


def _is_among(paragraph: Paragraph, others: Sequence[Paragraph]) -> bool:
    return any(paragraph.text == one.text and paragraph.links == one.links for one in others)


def _relinked(old: Sequence[Paragraph], new: Sequence[Paragraph]) -> Iterator[Paragraph]:
    """Yield new paragraphs with the links of the old ones, both read as one text with its line breaks."""
    before, after = "\n".join(one.text for one in old), "\n".join(one.text for one in new)
    links = moved(tuple(_joint(old)), before, after)
    begin = 0
    for paragraph in new:
        end = begin + len(paragraph.text)
        own = tuple(_shifted(one, -begin) for one in links if begin <= one.start and one.end <= end)
        yield paragraph if own == paragraph.links else paragraph.model_copy(update={"links": own})
        begin = end + 1


def _joint(paragraphs: Sequence[Paragraph]) -> Iterator[Link]:
    begin = 0
    for paragraph in paragraphs:
        yield from (_shifted(link, begin) for link in links_of(paragraph))
        begin += len(paragraph.text) + 1


def _shifted(link: Link, by: int) -> Link:
    return link.model_copy(update={"start": link.start + by, "end": link.end + by})
