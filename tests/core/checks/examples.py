"""Reports made from the examples of the rules, and small reports of our own."""

from fnmatch import fnmatchcase

from core import checks
from core.checks.checker import Checker
from core.checks.entry import Example
from core.checks.model import Finding, TextPlace
from core.report import Note, Paragraph, Report, Section, blank
from core.template import Library, Template

OFFICE = "清溪县柳河镇人民政府"


def report_of(template: Template, example: Example) -> Report:
    """Return a blank report with what the example puts in."""
    office = OFFICE if example.office is None else example.office
    report = blank(template, example.year or template.first_year, office)
    if example.title is not None:
        report.title = example.title
    for pattern, value in example.values.items():
        report.values.update(dict.fromkeys(_cells(template, pattern), value))
    report.values = {cell: value for cell, value in report.values.items() if value}
    _put_sections(report, example)
    if example.filler is not None:
        for table in template.tables:
            head = report.head(table).model_copy(update={"filler": example.filler})
            report.heads[table.id] = head
    report.notes = [Note(message=one.source, **one.model_dump()) for one in example.notes]
    _put_beside(report, example)
    return report


def _put_sections(report: Report, example: Example) -> None:
    for section_id, lines in example.text.items():
        write(report, section_id, *lines)
    for section in report.sections:
        section.source_title = example.titles.get(section.id, "")
    report.sections = [section for section in report.sections if section.id not in example.without]


def _put_beside(report: Report, example: Example) -> None:
    """Give the report last year's, and another version of itself, where the example has them."""
    if example.last or example.last_text:
        last = Report(template=report.template, year=report.year - 1, values=dict(example.last))
        last.sections = [Section(id="signature")]
        for section_id, lines in example.last_text.items():
            write(last, section_id, *lines)
        report.earlier = [last]
    if example.other_version:
        other = report.model_copy(deep=True)
        for section_id, lines in example.other_version.items():
            write(other, section_id, *lines)
        report.earlier.append(other)


def _cells(template: Template, pattern: str) -> list[str]:
    """Return the cells meant; "{count}" is any one cell that counts."""
    fillable = [cell for cell in template.cells.values() if not cell.group]
    if pattern == "{count}":
        return [next(cell.id for cell in fillable if cell.kind == "count")]
    found = [cell.id for cell in fillable if fnmatchcase(cell.id, pattern)]
    assert found, pattern
    return found


def write(report: Report, section_id: str, *lines: str) -> None:
    """Put paragraphs in place of those of a section, which is made where the report has none."""
    section = report.section(section_id)
    if section is None:
        section = Section(id=section_id)
        report.sections.insert(-1, section)
    section.paragraphs = [Paragraph(text=line) for line in lines]


def findings_of(checker: Checker, report: Report, *rules: str) -> list[Finding]:
    """Return the findings of some rules (of all where none is named)."""
    return [finding for finding in checker.run(report) if not rules or finding.rule in rules]


def small(
    library: Library, template_id: str, year: int, *lines: str, **values: str
) -> tuple[Checker, Report]:
    """Return a checker and a report with these lines in the section on publishing and these statistics."""
    report = blank(library.get(template_id), year, OFFICE)
    write(report, "overview", *lines)
    report.values = {f"statistics.{row}.value": value for row, value in values.items()}
    return checks.for_template(library, template_id), report


def quotes_hold(report: Report, finding: Finding) -> bool:
    """Return whether every quoted place of a finding stands in the report word by word."""
    return all(_holds(report, place) for place in finding.where if isinstance(place, TextPlace))


def _holds(report: Report, place: TextPlace) -> bool:
    if place.section == "title":
        return report.title[place.start : place.end] == place.quote
    if place.section == "notes":
        return report.notes[place.paragraph].source[place.start : place.end] == place.quote
    section = report.section(place.section)
    if section is None or not section.paragraphs:
        return place.quote == ""
    return section.paragraphs[place.paragraph].text[place.start : place.end] == place.quote
