"""Which form a report follows: one of another year, rows and heads that are not the form's, tables that are gone."""

from collections.abc import Iterator

from core.checks.case import Case, clipped
from core.checks.entry import Entry, Find, cells_named, kind
from core.checks.model import NOTES, Finding, Place, Severity, TextPlace
from core.report import PREFACE, SIGNATURE, Note
from core.template import Table, Template


class EditionEntry(Entry):
    """From which year on another form is an error, and up to which it is but worth a word."""

    error_from: int
    hint_until: int


@kind("edition", EditionEntry, "form year")
def edition(entry: EditionEntry, template: Template) -> Find:
    """Require that the form is the one of the report year."""
    until = f"{template.first_year}—{template.last_year or ''}".rstrip("—")
    form = f"{template.name}（{until} 年{'' if template.last_year else '起'}）"

    def find(case: Case) -> Iterator[Finding]:
        year = case.report.year
        if template.serves(year):
            return
        weight: Severity = "warning"
        if year >= entry.error_from:
            weight = "error"
        elif year <= entry.hint_until:
            weight = "info"
        message = entry.words(
            "报告年份是 {year} 年，用的却是“{form}”，请换用当年的格式", form=form, year=year
        )
        tables = tuple(_place_of(case, table) for table in template.tables)
        yield entry.finding(
            message,
            (*tables, case.title.whole),
            found=template.id,
            severity=weight,
            about=f"{template.id}{year}",
        )

    return find


def _place_of(case: Case, table: Table) -> Place:
    """Return the place of the first cell of a table that is filled, or of its first one."""
    cells = [cell for cell in case.template.cells.values() if cell.table == table.id and not cell.group]
    filled = [cell for cell in cells if not case.is_blank(cell.id)]
    return case.cell_place((filled or cells)[0].id)


class NewerRowsEntry(Entry):
    """Rows that came with the form of a later year."""

    cells: tuple[str, ...]
    since: int


@kind("newer_rows", NewerRowsEntry, "names year", reads="cells")
def newer_rows(entry: NewerRowsEntry, template: Template) -> Find:
    """Require that rows of a later form are not filled in a report on an earlier year."""
    cells = cells_named(template, entry.cells)

    def find(case: Case) -> Iterator[Finding]:
        filled = [cell for cell in cells if not case.is_blank(cell.id)]
        if case.report.year >= entry.since or not filled:
            return
        message = entry.words(
            "{year} 年的统计表里填了“{names}”，这些行在后来的格式里才有，请核对表样的年份",
            names="、".join(case.name_in_table(cell) for cell in filled[:2]),
            year=case.report.year,
        )
        yield entry.finding(message, case.cell_places(cell.id for cell in filled))

    return find


class NotedEntry(Entry):
    """Kinds of notes that an import leaves, whose words have `pattern` and not `but`.

    With `while_blank` a row is spoken of only while nothing stands in it: filling it in is the remedy.
    """

    notes: tuple[str, ...]
    pattern: str = ""
    but: str = "(?!)"
    while_blank: bool = False


@kind("noted", NotedEntry, "words place")
def noted(entry: NotedEntry, template: Template) -> Find:
    """Require that the source had the rows and heads of the form, as the notes of the import tell."""
    pattern, but = entry.late(entry.pattern), entry.late(entry.but)

    def find(case: Case) -> Iterator[Finding]:
        for index, note in enumerate(case.report.notes):
            words = note.source or note.message
            if note.kind not in entry.notes or not pattern.search(words) or but.search(words):
                continue
            for about in _abouts(entry, note):
                places = _places_about(case, about)
                if not places or (entry.while_blank and not all(case.is_blank(one) for one in places)):
                    continue
                message = entry.words("{words}", words=clipped(words), place=_name(case, about))
                cited = TextPlace(NOTES, index, 0, len(note.source), note.source)
                where = (case.cell_place(places[0]), *((cited,) if note.source else ()))
                yield entry.finding(message, where, found=clipped(words))

    return find


def _abouts(entry: NotedEntry, note: Note) -> list[str]:
    """Return what a note speaks of: each of its rows where they are told one by one, else the first."""
    return note.about if entry.while_blank else note.about[:1]


def _places_about(case: Case, about: str) -> list[str]:
    return [cell.id for cell in case.template.cells.values() if f"{cell.id}.".startswith(f"{about}.")]


def _name(case: Case, about: str) -> str:
    """Return the short name of a table, and the label of the row where it is one."""
    cell = case.template.cells[_places_about(case, about)[0]]
    return f"{case.table_name(cell)}“{cell.row[-1]}”" if "." in about else case.table_name(cell)


class LostEntry(Entry):
    """Nothing more: the tables are those that stand inside the sections of the form."""


@kind("lost_tables", LostEntry, "table")
def lost_tables(entry: LostEntry, template: Template) -> Find:
    """Require that no table is empty in a report that was read in without it, or whose text is all written."""
    tables = [table for table in template.tables if table.section]
    if not tables:
        raise ValueError("格式里没有放在各部分里的表")

    def find(case: Case) -> Iterator[Finding]:
        lost = {about for note in case.report.notes if note.kind == "no_table" for about in note.about}
        written = _is_written(case)
        for table in tables:
            cells = [cell.id for cell in template.cells.values() if cell.table == table.id]
            if not all(case.is_blank(cell) for cell in cells) or not (written or table.id in lost):
                continue
            title = template.sections_by_id[table.section].title
            message = entry.words(
                "{table}一个数也没有；“" + title + "”下面要有表格，不能是图片，也不能略去",
                table=table.name,
            )
            yield entry.finding(message, case.cell_places(cells[:1]))

    return find


def _is_written(case: Case) -> bool:
    """Return whether every section without a table has text of this year, so that the tables alone are missing."""
    wanted = [one for one in case.template.sections if not one.tables and not one.optional]
    sections = [case.report.section(one.id) for one in wanted]
    return all(
        section and any(one.text.strip() and one.state != "carried" for one in section.paragraphs)
        for section in sections
    )


class AnnexEntry(Entry):
    """The years whose reports need a statistics table, and words that say it is kept elsewhere."""

    first_year: int
    last_year: int
    elsewhere: str


@kind("annex_wanted", AnnexEntry, "year")
def annex_wanted(entry: AnnexEntry, template: Template) -> Find:
    """Require that a report of the years with a statistics table is not written on the form without one."""
    if template.tables:
        raise ValueError("格式里有表，不用这条规则")
    elsewhere = entry.late(entry.elsewhere)

    def find(case: Case) -> Iterator[Finding]:
        if not entry.first_year <= case.report.year <= entry.last_year or case.says(elsewhere):
            return
        own = [
            section
            for section, _, paragraph in case.report.paragraphs()
            if section.id not in (PREFACE, SIGNATURE) and paragraph.text.strip() and not paragraph.state
        ]
        if own:
            message = entry.words(
                "{year} 年的报告要附《政府信息公开情况统计表》，这份报告里没有表", year=case.report.year
            )
            yield entry.finding(message, (case.title.whole,))

    return find
