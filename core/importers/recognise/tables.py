"""The tables of a source read into the cells of a form, with a note on everything that was not certain."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from core import numbers
from core.importers.document import Element, Grid, Stream, Text, cells_of, rows_of, size
from core.importers.keys import bare
from core.importers.recognise import twins, wording
from core.importers.recognise.figures import is_figure
from core.importers.recognise.heal import heal
from core.importers.recognise.places import Place, Places
from core.importers.recognise.rows import Rows
from core.importers.recognise.scan import Scanner
from core.importers.recognise.trace import Trace
from core.report import Note
from core.template import Template
from core.template.model import leaves

# A row that the form has and the source has not weighs less than one found: local forms leave rows out.
_MISSING_WEIGHT = 0.25
# Heads tell forms apart whose rows are the same.
_HEAD_WEIGHT = 0.1
# Smaller tables are read row by row even where no word is known: a scanner may have spoilt them.
_LARGE = 300
# All tables of the longest report have some 2,000 cells. What goes beyond is looked at for seconds, and is no report's.
_MOST_CELLS = 10_000
_LONGEST_SOURCE = 500


@dataclass
class Match:
    """What a form takes from the tables: values, notes, which tables stand in which element, and how well.

    `lost` are the lines from which nothing was placed, `strange` the tables in which no word of the form stands,
    `vast` those that are larger than all tables of any report.
    """

    template: Template
    values: dict[str, str] = field(default_factory=dict)
    traces: dict[str, Trace] = field(default_factory=dict)
    notes: list[Note] = field(default_factory=list)
    tables_at: dict[int, set[str]] = field(default_factory=dict)
    lost: set[int] = field(default_factory=set)
    strange: tuple[Grid | Stream, ...] = ()
    vast: tuple[Grid | Stream, ...] = ()
    found: int = 0
    rows: int = 0
    heads: int = 0
    missing: list[str] = field(default_factory=list)
    numbers_placed: int = 0
    characters: int = 0

    @property
    def score(self) -> float:
        """How well the tables are those of the form."""
        return self.found - _MISSING_WEIGHT * len(self.missing) + _HEAD_WEIGHT * self.heads

    @property
    def share(self) -> float:
        """How much of the form the source has, from 0 to 1."""
        return self.found / self.rows if self.rows else 0.0


def match(elements: Sequence[Element], template: Template) -> Match:
    """Return what the form takes from the tables among the elements."""
    places = Places(template)
    scanner = Scanner(places)
    strange: list[Grid | Stream] = []
    vast: list[Grid | Stream] = []
    room = _MOST_CELLS
    for number, element in enumerate(elements):
        if isinstance(element, Text):
            continue
        cells = sum(len(row) for row in rows_of(element))
        if cells > room:
            vast.append(element)
        elif cells >= _LARGE and _is_strange(element, places):
            strange.append(element)
        else:
            room -= cells
            scanner.scan(number, element)
    heal(scanner)
    twins.doubt(scanner)
    rows = Rows(template, places.all, scanner.segments)
    rows.read()
    result = Match(template, rows.values, rows.traces, rows.notes, rows.tables_at)
    result.characters, result.numbers_placed = rows.characters, rows.numbers_placed
    result.lost = {line for line in rows.lost_lines if line not in rows.placed_lines}
    result.found = len(rows.done)
    result.rows = sum(place.printed for place in places.all)
    result.heads = _heads_seen(scanner, template)
    _finish(result, rows, places.all)
    result.strange, result.vast = tuple(strange), tuple(vast)
    result.notes += wording.notes(template, scanner, result.tables_at)
    return result


def _heads_seen(scanner: Scanner, template: Template) -> int:
    """Return how many columns of figures of the form the source names."""
    seen = {key for keys_at in scanner.heads_at.values() for key in keys_at}
    labels = {
        column.label
        for table in template.tables
        for block in table.blocks
        for column, _ in leaves(block.columns)
    }
    return sum(bare(label) in seen for label in labels)


def _finish(result: Match, rows: Rows, places: Sequence[Place]) -> None:
    """Name the rows of the form that the source does not have."""
    touched = set().union(*result.tables_at.values())
    missing = [
        one for one in places if one.table.id in touched and one.printed and one.index not in rows.done
    ]
    result.missing = [place.row.label for place in missing]
    if missing:
        message = f"原文的表格缺少这些行：{'；'.join(result.missing)}。"
        about = [place.address for place in missing]
        result.notes.append(Note(message=message, kind="missing_row", about=about))
    for note, at in rows.unplaced:
        note.about = sorted(result.tables_at.get(at, ()))
    wording.tell_renamed(result.notes, missing)


def _is_strange(element: Grid | Stream, places: Places) -> bool:
    """Return whether a table holds no word of the form."""
    return not any(places.knows(text) for text in {cell.text for cell in cells_of(element)})


def leave_out_strange(result: Match) -> None:
    """Note each large table of something else as a whole."""
    for element in result.strange:
        _leave_out(result, element, "没有一处是表样里的名称")
    for element in result.vast:
        _leave_out(result, element, "比年度报告所有的表都大")


def _leave_out(result: Match, element: Grid | Stream, why: str) -> None:
    texts = [cell.text.strip() for cell in cells_of(element) if cell.text.strip()]
    lines = {cell.line for cell in cells_of(element) if cell.line}
    source = " ".join(texts[:_LONGEST_SOURCE])[:_LONGEST_SOURCE]
    message = f"这张表有 {len(texts)} 格，{why}，整张未放入报告。"
    result.notes.append(Note(message=message, source=source, line=min(lines, default=None), kind="extra_row"))
    result.lost |= lines
    result.characters += sum(size(text) for text in texts)


def figures_in(elements: Sequence[Element]) -> int:
    """Return how many figures stand in the tables, with or without a unit."""
    tables = [element for element in elements if not isinstance(element, Text)]
    texts = [cell.text for table in tables for cell in cells_of(table)]
    return sum(is_figure(text) or numbers.money(text) is not None for text in texts)
