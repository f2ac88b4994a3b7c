"""Sentences that should have a number and have none: "共件", "收到申请　　件", a section without any figure."""

from collections.abc import Iterator

from core import numbers
from core.checks.case import Case, clipped
from core.checks.entry import Entry, Find, cells_named, kind
from core.checks.kept import read_once
from core.checks.late import Late
from core.checks.model import Finding, TextPlace
from core.checks.reading.figures import figures
from core.labels import short_label
from core.template import Template


class GapEntry(Entry):
    """Words with a hole where a number belongs; `cell` is the one that has it, where there is one."""

    pattern: str
    cell: str = ""


@kind("gap", GapEntry, "spot quote", reads="passage")
def gap(entry: GapEntry, template: Template) -> Find:
    """Require that words that lead up to a number have one."""
    pattern = entry.late(entry.pattern)

    def find(case: Case) -> Iterator[Finding]:
        for passage in case.reported():
            for match in pattern.finditer(passage.text):
                place = passage.place(match.start(), match.end())
                message = entry.words(
                    "{spot}写“{quote}”，少了数字", spot=case.spot(passage), quote=clipped(place.quote)
                )
                yield entry.finding(message, (place,), found=place.quote)

    return find


@read_once
def _holes(pattern: Late, text: str) -> tuple[tuple[int, int], ...]:
    """Return where words with a hole stand in a paragraph, remembered while its words stay."""
    return tuple(match.span() for match in pattern.finditer(text))


@kind("gap_beside", GapEntry, "spot quote table cell value", cells=lambda entry: (entry.cell,))
def gap_beside(entry: GapEntry, template: Template) -> Find:
    """Require that words that lead up to the number of a cell have one."""
    pattern = entry.late(entry.pattern)
    (cell,) = cells_named(template, (entry.cell,))

    def find(case: Case) -> Iterator[Finding]:
        value = case.number(cell.id)
        if value is None:
            return
        for passage in case.reported():
            for start, end in _holes(pattern, passage.text):
                place = passage.place(start, end)
                message = entry.words(
                    "{spot}写“{quote}”，少了数字；{table}“{cell}”填的是 {value}",
                    spot=case.spot(passage),
                    quote=clipped(place.quote),
                    table=case.table_name(cell),
                    cell=case.name_in_table(cell),
                    value=numbers.plain(value),
                )
                where = (place, case.cell_place(cell.id))
                yield entry.finding(message, where, expected=numbers.plain(value), found=place.quote)

    return find


class FigureWantedEntry(Entry):
    """A section that must give a number in one of the units, or say that there is none; `cells` may give it too."""

    section: str
    units: str
    none: str
    cells: tuple[str, ...] = ()


@kind("figure_wanted", FigureWantedEntry, "section wanted")
def figure_wanted(entry: FigureWantedEntry, template: Template) -> Find:
    """Require that a section has a number, where no table of the report gives it."""
    if entry.section not in template.sections_by_id:
        raise ValueError(f"部分 {entry.section} 不存在")
    section = template.sections_by_id[entry.section]
    cells = cells_named(template, entry.cells) if entry.cells else ()
    none, units = entry.late(entry.none), entry.units.split("|")

    def find(case: Case) -> Iterator[Finding]:
        passages = [one for one in case.passages if one.section == entry.section]
        if not passages or any(not case.is_blank(cell.id) for cell in cells):
            return
        words = "".join(one.text for one in passages)
        if len(words) < 12 or none.search(words) or any(one.unit in units for one in figures(words)):
            return
        place: TextPlace = passages[0].whole
        message = entry.words(
            "{section}里没有一个数字，请写明数量；没有的写明没有",
            section=short_label(section.title),
            wanted="",
        )
        yield entry.finding(message, (place,), found=clipped(place.quote))

    return find
