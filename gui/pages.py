"""The pages of a report as the outline lists them, and where in them a finding points."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from core import blanks, cell_names
from core.checks.model import TITLE, CellPlace, Finding, HeadPlace, Place
from core.labels import as_printed
from core.report import PREFACE, SIGNATURE, Report, section_number, section_title
from core.template import Template
from gui.session import Session


@dataclass(frozen=True, slots=True)
class Page:
    """A section with its tables, or an annex table alone; `section` is "" for the latter."""

    section: str
    tables: tuple[str, ...] = ()

    @property
    def has_title(self) -> bool:
        """Whether the title of the report and the name of the office stand here."""
        return self.section == PREFACE


Finder = Callable[[Place], Page]  # tells on which page of a report a place stands


def pages_of(template: Template, report: Report) -> list[Page]:
    """Return the pages in reading order: title and preface, sections, sign-off, annex tables."""
    ids = [section.id for section in report.sections if section.id not in (PREFACE, SIGNATURE)]
    pages = [Page(PREFACE), *(Page(one, _tables(template, one)) for one in ids)]
    if report.section(SIGNATURE):
        pages.append(Page(SIGNATURE))
    return pages + [Page("", (table.id,)) for table in template.tables if table.is_annex]


def _tables(template: Template, section_id: str) -> tuple[str, ...]:
    known = template.sections_by_id.get(section_id)
    return known.tables if known else ()


def title_of(template: Template, report: Report, page: Page) -> str:
    """Return the name of a page as the outline shows it, in signs that can be printed."""
    if page.section == PREFACE:
        return "标题与前言"
    if page.section == SIGNATURE:
        return "落款"
    if not page.section:
        table = template.tables_by_id[page.tables[0]]
        return table.name if table.name == table.title else f"{table.mark or '附表'} {table.name}".strip()
    section = report.section(page.section)
    if section is None:
        return ""
    number = section_number(template, report, section)
    return as_printed(f"{number}、{section_title(template, section)}")


def page_of(template: Template, report: Report, place: Place) -> Page:
    """Return the page on which a place stands; that of the title where the report has no such place."""
    match place:
        case CellPlace(cell, _):
            return _page_with(template, report, template.cells[cell].table if cell in template.cells else "")
        case HeadPlace(table, _, _):
            return _page_with(template, report, table)
    section = report.section(place.section)
    return Page(section.id, _tables(template, section.id)) if section else Page(PREFACE)


def _page_with(template: Template, report: Report, table_id: str) -> Page:
    table = template.tables_by_id.get(table_id)
    if table and table.is_annex:
        return Page("", (table.id,))
    if table and report.section(table.section):
        return Page(table.section, _tables(template, table.section))
    return Page(PREFACE)


def finder(template: Template, report: Report) -> Finder:
    """Return what tells the page of one place after the other, as `page_of` does; each part is looked up once."""
    known: dict[tuple[bool, str], Page] = {}

    def find(place: Place) -> Page:
        match place:
            case CellPlace(cell, _):
                part = False, template.cells[cell].table if cell in template.cells else ""
            case HeadPlace(table, _, _):
                part = False, table
            case _:
                part = True, place.section
        if part not in known:
            known[part] = page_of(template, report, place)
        return known[part]

    return find


def page_with(find: Finder, finding: Finding) -> Page:
    """Return the page at which a finding is counted: that of its first place, that of the title where it has none."""
    return find(finding.where[0]) if finding.where else Page(PREFACE)


def words_for(template: Template, report: Report, place: Place, title: str = "") -> str:
    """Return where a place is, in the words of the form; `title` is that of its page, where it is known."""
    match place:
        case CellPlace(cell_id, _):
            cell = template.cells.get(cell_id)
            if cell is None:
                return ""
            return cell_names.brief(template, cell)
        case HeadPlace(table, _, _):
            return f"{template.tables_by_id[table].name} · 表头"
    if place.section == TITLE:
        return "标题"
    title = title or title_of(template, report, page_of(template, report, place))
    return f"{title} · 第 {place.paragraph + 1} 段"


def blank_cells(session: Session) -> Iterator[str]:
    """Return the cells that still wait for a figure, in the order of the form; totals follow by themselves."""
    report = session.report
    waiting = blanks.waiting_cells(session.template, report.text, last=blanks.before(report))
    return (cell.id for cell in waiting)


def blanks_from(session: Session, here: Place, *, is_new: bool) -> list[str]:
    """Return the cells that still wait for a figure, from behind a cell on and round to it, from words the first on.

    One that `is_new` to the clerk was not gone to yet: it comes first itself.
    """
    order = {cell: number for number, cell in enumerate(session.template.cells)}
    at = order.get(here.cell, -1) - is_new if isinstance(here, CellPlace) else -1
    blank = list(blank_cells(session))
    return [one for one in blank if order[one] > at] + [one for one in blank if order[one] <= at]
