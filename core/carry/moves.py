"""Where last year's report went in this year's: its paragraphs one by one, its parts, its title, its figures.

All is read off the two reports, so that it stays true while the clerk goes on moving and deleting.
"""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from core.carry.years import roll
from core.numbering import bare
from core.report import PREFACE, SIGNATURE, Report, Section, section_number, section_title
from core.template import Cell, Template

Spot = tuple[str, int]  # the id of a section, and the place of a paragraph in it

_UNNUMBERED = {PREFACE: "前言", SIGNATURE: "落款"}


@dataclass(frozen=True, slots=True)
class Part:
    """A part of last year's report: its number and title, and where its paragraphs stand this year.

    `now` are the number and title of each section that has some of them, `heading` the line they stand under where
    they were put below others, `gone` how many of all `count` stand nowhere. `into` is the first of `now` that is
    another section, "" where none is; `is_renamed`: what stayed has another number or title.
    """

    title: str
    count: int
    gone: int
    now: tuple[str, ...] = ()
    heading: str = ""
    into: str = ""
    is_renamed: bool = False

    @property
    def is_moved(self) -> bool:
        """Whether some of it stands in another section."""
        return bool(self.into)

    @property
    def is_as_it_was(self) -> bool:
        """Whether all of it stands under the number and title it had."""
        return not self.gone and self.now == (self.title,)


@dataclass(frozen=True, slots=True)
class Moves:
    """What became of last year's report: its parts, the parts that are new and blank, its figures without a place.

    `titles` are last year's title with this year in it and the one that stands there instead, where they differ;
    `tables` are the parts of tables alone that are still parts with tables, under the number and title they had.
    """

    parts: tuple[Part, ...]
    added: tuple[str, ...]
    figures: tuple[tuple[Cell, str], ...]
    titles: tuple[str, str] | None
    tables: tuple[str, ...] = ()


def whereabouts(report: Report, last: Report) -> dict[Spot, Spot]:
    """Return for paragraphs of last year where each stands now: by what a paragraph was made from, else by its words."""
    free: defaultdict[str, list[Spot]] = defaultdict(list)
    for section, index, paragraph in report.paragraphs():
        free[_key(paragraph.origin or paragraph.text)].append((section.id, index))
    before = [
        ((section.id, index), paragraph.text)
        for section, index, paragraph in last.paragraphs()
        if paragraph.text.strip()
    ]
    found: dict[Spot, Spot] = {}
    for at_home in (True, False):
        for spot, text in before:
            if spot in found:
                continue
            for key in _keys(text, last.year, report.year):
                fit = next((one for one in free.get(key, ()) if not at_home or one[0] == spot[0]), None)
                if fit:
                    free[key].remove(fit)
                    found[spot] = fit
                    break
    return found


@lru_cache(maxsize=2048)
def _key(text: str) -> str:
    """Return by what a paragraph is known again: its words without the number, which moves."""
    return bare(text).strip() or text.strip()


@lru_cache(maxsize=2048)
def _keys(text: str, last_year: int, year: int) -> tuple[str, str]:
    """Return the same of a paragraph of last year: as it was, and with the year moved on."""
    return _key(text), _key(roll(text, last_year, year - last_year))


def of_section(
    template: Template, report: Report, last: Report, section_id: str
) -> Iterator[tuple[str, Spot | None]]:
    """Yield last year's paragraphs that a section of this year is compared with, and where one stands that is elsewhere.

    They are its own, those that were moved into it, and what belongs in it where the form was another.
    """
    known = template.sections_by_id.get(section_id)
    meant = known.meanings if known and last.template != template.id else ()
    now = whereabouts(report, last)
    for section, index, paragraph in last.paragraphs():
        spot = now.get((section.id, index))
        is_here = spot is not None and spot[0] == section_id
        is_lost = spot is None and section.id in meant
        if paragraph.text.strip() and (section.id == section_id or is_here or is_lost):
            yield paragraph.text, None if is_here else spot


def moves(old: Template | None, new: Template, report: Report) -> Moves:
    """Return what became of last year's report, on the form `old`, in this year's; nothing where it is not known."""
    last = report.carried_from()
    if last is None or old is None:
        return Moves((), (), (), None)
    rolled = roll(last.title, last.year, report.year - last.year)
    is_titled_anew = bool(rolled.strip()) and rolled.strip() != report.title.strip()
    return Moves(
        parts=tuple(_parts(old, new, report, last)),
        added=tuple(_added_parts(new, report)),
        figures=tuple(_without_place(old, new, last)),
        titles=(rolled, report.title) if is_titled_anew else None,
        tables=tuple(_of_tables_alone(old, new, report, last)),
    )


def _titled(template: Template, report: Report, section: Section) -> str:
    """Return the number and the title of a section."""
    return f"{section_number(template, report, section)}、{section_title(template, section).strip()}"


def _parts(old: Template, new: Template, report: Report, last: Report) -> Iterator[Part]:
    now = whereabouts(report, last)
    titles = {section.id: _titled(new, report, section) for section in _numbered(report)} | _UNNUMBERED
    for section in _numbered(last):
        told = [index for index, one in enumerate(section.paragraphs) if one.text.strip()]
        spots = [spot for index in told if (spot := now.get((section.id, index)))]
        homes = tuple(dict.fromkeys(spot[0] for spot in spots))
        into = next((titles[one] for one in homes if one != section.id), "")
        title = _titled(old, last, section)
        if told:
            yield Part(
                title=title,
                count=len(told),
                gone=len(told) - len(spots),
                now=tuple(titles[one] for one in homes),
                heading=_heading(old, report, last, section, spots),
                into=into,
                is_renamed=section.id in homes and titles[section.id] != title,
            )


def _of_tables_alone(old: Template, new: Template, report: Report, last: Report) -> Iterator[str]:
    """Yield the number and title of each part that had tables and no words, and whose tables stand there still."""
    now = {section.id: _titled(new, report, section) for section in _with_tables(new, report)}
    for section in _with_tables(old, last):
        title = _titled(old, last, section)
        if now.get(section.id) == title and not any(one.text.strip() for one in section.paragraphs):
            yield title


def _with_tables(template: Template, report: Report) -> Iterator[Section]:
    """Yield the numbered sections that have tables on their form."""
    for section in _numbered(report):
        known = template.sections_by_id.get(section.id)
        if known and known.tables:
            yield section


def _heading(old: Template, report: Report, last: Report, section: Section, spots: list[Spot]) -> str:
    """Return the heading that was put above the words of a section when they went into another, "" where there is none."""
    title = roll(section_title(old, section), last.year, report.year - last.year).removesuffix("。")
    homes = {spot[0] for spot in spots} - {section.id}
    for home, _, paragraph in report.paragraphs():
        if home.id in homes and paragraph.level == 2 and paragraph.origin == title:
            return paragraph.text.strip()
    return ""


def _added_parts(template: Template, report: Report) -> Iterator[str]:
    """Yield the number and title of each part of the form that last year's report did not have and that is still blank."""
    last = report.carried_from()
    if last is None:
        return
    had = {section.id for section in last.sections}
    for section in _numbered(report):
        known = template.sections_by_id.get(section.id)
        is_blank = not any(one.text.strip() for one in section.paragraphs)
        if is_blank and known and not known.optional and not known.tables and section.id not in had:
            yield _titled(template, report, section)


def _without_place(old: Template, new: Template, last: Report) -> Iterator[tuple[Cell, str]]:
    """Yield last year's filled cells, in the order of their form, that are no cell of the other form.

    A cell of the same address is the same on every form.
    """
    if old.id == new.id:
        return
    used = {source for cell in new.cells.values() for source in cell.carried_from}
    for cell in old.cells.values():
        value = last.text(cell.id).strip()
        if value and cell.id not in new.cells and cell.id not in used:
            yield cell, value


def _numbered(report: Report) -> list[Section]:
    """Return the sections that have a number."""
    return [section for section in report.sections if section.id not in _UNNUMBERED]
