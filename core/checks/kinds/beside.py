"""Cells that need another: one that is 0 beside one that is not, and figures that prose must explain."""

from collections.abc import Iterator
from decimal import Decimal

from core import numbers
from core.checks.case import Case, clipped
from core.checks.entry import Entry, Find, cells_named, kind
from core.checks.kinds.cells import BesideEntry, CellsEntry
from core.checks.model import Finding, Place
from core.labels import short_label
from core.template import Template


def _is_none(case: Case, cell: str) -> bool:
    """Return whether a cell says none: 0, or blank where the form leaves such cells blank."""
    if case.is_unknown(cell):
        return False
    return case.number(cell) == 0 or (case.template.blank_means_none and case.is_blank(cell))


class PairEntry(BesideEntry):
    """A cell, and one beside it; with `both_ways` each needs the other."""

    both_ways: bool = False


@kind("needs", PairEntry, "cell value beside", reads="cells")
def needs(entry: PairEntry, template: Template) -> Find:
    """Require that the cell beside is not 0 where the cell is larger."""
    first, second = cells_named(template, (entry.cell, entry.beside))
    pairs = [(first, second), (second, first)] if entry.both_ways else [(first, second)]

    def find(case: Case) -> Iterator[Finding]:
        for cell, beside in pairs:
            value = case.number(cell.id)
            if not value or value < 0 or not _is_none(case, beside.id):
                continue
            said = case.report.text(beside.id).strip()
            message = entry.words(
                "{cell}是 {value}，“{beside}”" + (f"却是 {said}" if said else "却是空的") + "，请核对",
                cell=case.cell_name(cell),
                value=numbers.plain(value),
                beside=short_label(beside.row[-1]),
            )
            yield entry.finding(message, case.cell_places((cell.id, beside.id)), found=numbers.plain(value))

    return find


class ExplainedEntry(CellsEntry):
    """Cells that call for words in the text where one of them is larger than 0."""

    words_wanted: str


@kind("explained", ExplainedEntry, "place value")
def explained(entry: ExplainedEntry, template: Template) -> Find:
    """Require that the text has these words where one of the cells is larger than 0."""
    cells = cells_named(template, entry.cells)
    wanted = entry.late(entry.words_wanted)

    def find(case: Case) -> Iterator[Finding]:
        filled = [cell for cell in cells if (case.number(cell.id) or 0) > 0]
        if not filled or case.says(wanted):
            return
        message = entry.words(
            "{place}是 {value}，正文没有说明，请核对",
            place=case.cell_name(filled[0]),
            value=numbers.plain(case.number(filled[0].id) or 0),
        )
        yield entry.finding(message, case.cell_places(cell.id for cell in filled))

    return find


class SaidEntry(Entry):
    """A figure in the text, as the group `number`, that needs cells which are not all 0."""

    pattern: str
    cells: tuple[str, ...]


@kind("said_needs", SaidEntry, "spot quote cell")
def said_needs(entry: SaidEntry, template: Template) -> Find:
    """Require that one of the cells is larger than 0 where the text gives a figure of something that needs it."""
    cells = cells_named(template, entry.cells)
    pattern = entry.late(entry.pattern)

    def find(case: Case) -> Iterator[Finding]:
        if not all(case.number(cell.id) == 0 for cell in cells):
            return
        for passage in case.passages:
            for match in pattern.finditer(passage.text):
                if not (numbers.read(match["number"]) or Decimal(0)):
                    continue
                place = passage.place(*match.span())
                message = entry.words(
                    "{spot}写“{quote}”，而“{cell}”是 0，请核对",
                    spot=case.spot(passage),
                    quote=clipped(place.quote),
                    cell=short_label(cells[0].row[-1]),
                )
                where: tuple[Place, ...] = (place, *case.cell_places(cell.id for cell in cells))
                yield entry.finding(message, where, found=match["number"])

    return find
