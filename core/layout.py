"""A report laid out as the finished document: its blocks in order, before any format."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from math import ceil

from core import dates, numbering, trend
from core.blocks import (
    Anchor,
    Annex,
    Block,
    Document,
    Figure,
    Heading,
    Paragraph,
    Run,
    SignOff,
    TableBlock,
    Title,
)
from core.look import with_look
from core.report import PREFACE, SIGNATURE, Report, Section, section_number, section_title
from core.run_in import heading_of
from core.style import standard
from core.template import Table, Template, grid

_ANNEX_NOTE = re.compile(r"(?P<mark>附件[：:]\s*)(?:(?P<n>\d{1,2})\s?[.．、]\s*)?\S")
_FURTHER_NOTE = re.compile(r"(?P<n>\d{1,2})\s?[.．、]\s*\S")
_LONGEST_SIGN_LINE = 30
_LONGEST_LEAD = 3  # lines: so many above a table go over to the next page with it
_INDENT = 2  # characters


def lay_out(template: Template, report: Report) -> Document:
    """Return the finished document of a report."""
    blocks: list[Block] = [Title(report.title)] if report.title else []
    for section in report.sections:
        blocks.extend(_signature(section) if section.id == SIGNATURE else _section(template, report, section))
    for table in template.tables:
        if table.is_annex:
            blocks.extend(_annex(report, table))
    style = with_look(standard(), report.look)
    return Document(report.title, report.unit.name, report.year, tuple(blocks), style)


def _section(template: Template, report: Report, section: Section) -> Iterator[Block]:
    if section.id != PREFACE:
        number = section_number(template, report, section)
        yield Heading(1, f"{number}、{section_title(template, section)}", Anchor(section.id))
    lines = list(_paragraphs(section, range(len(section.paragraphs))))
    known = template.sections_by_id.get(section.id)
    tables = known.tables if known else ()
    count, above = _lead(lines) if tables else (0, 0)
    end = len(lines) - count
    yield from lines[:end]
    yield from (replace(one, is_lead=True) for one in lines[end:])
    for place, table_id in enumerate(tables):
        yield _table(report, template.tables_by_id[table_id], section.id, 0 if place else above)
    if known and known is template.sections[0]:
        yield from _figures(template, report, section.id)


def _lead(words: Sequence[Paragraph]) -> tuple[int, int]:
    """Return how many paragraphs at the end lead to the table below, and about how many lines stay above it.

    One of these lines is that of a heading.
    """
    characters = standard().page.characters
    count = lines = 0
    for one in reversed(words):
        more = ceil((_INDENT + len(one.text)) / characters)
        if lines + more > _LONGEST_LEAD:
            break
        count, lines = count + 1, lines + more
    return count, lines + 1


def _figures(template: Template, report: Report, section: str) -> Iterator[Figure]:
    """Yield the pictures that are wanted and can be drawn."""
    if not report.pictures:
        return
    known = trend.of(template, report)
    number = 0
    for picture in report.pictures:
        picked = known.pick(picture.series)
        if not picked.objection:
            number += 1
            yield Figure(number, picked, picture.kind, Anchor(section))


def _paragraphs(section: Section, which: range) -> Iterator[Paragraph]:
    """Yield the paragraphs that say something; a number with nothing behind it is not printed."""
    notes = _annex_notes(section)
    for index in which:
        paragraph = section.paragraphs[index]
        if paragraph.text.strip() and not numbering.is_alone(paragraph.text):
            text = paragraph.text.strip()
            runs = (Run(text, "annex_note"),) if index in notes else tuple(_runs(text, paragraph.level))
            yield Paragraph(runs, paragraph.level, Anchor(section.id, index), under=notes.get(index, ""))


def _annex_notes(section: Section) -> dict[int, str]:
    """Return which paragraphs name an annex below the text, each with the words under whose end it begins.

    These are "" for one that begins with "附件：", and that of the first for a "2．" below "附件：1．".
    """
    found: dict[int, str] = {}
    mark, number = "", 0
    for index, paragraph in enumerate(section.paragraphs if section.id == SIGNATURE else ()):
        text = paragraph.text.strip()
        further = _FURTHER_NOTE.match(text)
        if first := _ANNEX_NOTE.match(text):
            found[index], mark, number = "", first["mark"], int(first["n"] or 0)
        elif further and number and int(further["n"]) == number + 1:
            found[index], number = mark, number + 1
        elif text and not numbering.is_alone(paragraph.text):
            number = 0
    return found


def _runs(text: str, level: int) -> Iterator[Run]:
    if level != 2:
        yield Run(text, "body")
        return
    head = heading_of(text)
    if head:
        yield Run(head, "heading2")
    if len(head) < len(text):
        yield Run(text[len(head) :], "body")


def _table(report: Report, table: Table, section: str, above: int = 1) -> TableBlock:
    printed = grid.of(table)
    values = {cell.cell: report.text(cell.cell) for cell in printed.cells if report.text(cell.cell)}
    title = table.title.replace("{year}", str(report.year))
    caption = table.name if table.is_annex else f"{table.name} {title}"
    return TableBlock(caption, printed, values, Anchor(section, table=table.id), above)


def _annex(report: Report, table: Table) -> Iterator[Block]:
    head = report.head(table)
    lines = tuple(line for line in (head.period, table.filler + head.filler) if line)
    yield Annex(table.mark, head.title, lines, Anchor("", table=table.id))
    yield _table(report, table, "")


def _signature(section: Section) -> Iterator[Block]:
    """Yield what stands after the last section: ordinary paragraphs, then name and date as the sign-off."""
    lines, notes = section.paragraphs, _annex_notes(section)
    end = len(lines)
    date = name = ""
    if end and _is_day(lines[end - 1].text):
        end -= 1
        date = lines[end].text.strip()
    if end and end - 1 not in notes and _is_name(lines[end - 1].text.strip()):
        end -= 1
        name = lines[end].text.strip()
    yield from _paragraphs(section, range(end))
    if name or date:
        yield SignOff(name, date, Anchor(SIGNATURE, end))


def _is_day(text: str) -> bool:
    written = dates.read(text)
    return written is not None and written.day is not None


def _is_name(text: str) -> bool:
    return 0 < len(text) <= _LONGEST_SIGN_LINE and not re.search(r"[。：:，；、]", text)


def sign_off(report: Report) -> dict[str, str]:
    """Return the office and the date that stand under the report, each "" where missing."""
    section = report.section(SIGNATURE)
    for block in _signature(section) if section else ():
        if isinstance(block, SignOff):
            return {"office": block.name, "date": block.date}
    return {"office": "", "date": ""}
