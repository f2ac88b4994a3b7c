"""The tables of a source read into the cells of a form, with a note on everything that was not certain."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from core import numbers
from core.importers.document import Element, GridCell, Text, cells_of, size
from core.importers.keys import column_labels, keys
from core.importers.recognise import fit, wording
from core.importers.recognise.places import Place, Places
from core.importers.recognise.scan import Scanner, Segment
from core.report import Note
from core.template import Cell, Template

# A row that the form has and the source has not weighs less than one found: local forms leave rows out.
_MISSING_WEIGHT = 0.25
_HEADING_FILLED = "这一行在表样里只是标题，不填数字，其后的内容未放入表格。"
_NO_UNITS = frozenset({"", "—", "-", "--", "——", "/", "－"})


@dataclass
class Match:
    """What a form takes from the tables: values, notes, which tables stand in which element, and how well."""

    template: Template
    values: dict[str, str] = field(default_factory=dict)
    notes: list[Note] = field(default_factory=list)
    tables_at: dict[int, set[str]] = field(default_factory=dict)
    found: int = 0
    missing: list[str] = field(default_factory=list)
    numbers_seen: int = 0
    numbers_placed: int = 0
    characters: int = 0

    @property
    def score(self) -> float:
        """How well the tables are those of the form."""
        return self.found - _MISSING_WEIGHT * len(self.missing)


def match(elements: Sequence[Element], template: Template) -> Match:
    """Return what the form takes from the tables among the elements."""
    scanner = Scanner(Places(template))
    for number, element in enumerate(elements):
        if not isinstance(element, Text):
            scanner.scan(number, element)
    reader = _Reader(template, scanner.segments)
    reader.read()
    reader.finish(elements)
    reader.result.notes += wording.notes(template, scanner, reader.result.tables_at)
    return reader.result


class _Reader:
    """Turns segments into values and notes."""

    def __init__(self, template: Template, segments: Sequence[Segment]) -> None:
        self.result = Match(template)
        self._segments = segments
        self._units = frozenset(cell.unit for cell in template.cells.values()) | _NO_UNITS
        self._places = Places(template).all
        self._done: set[int] = set()
        self._unplaced: list[tuple[Note, int]] = []
        self._ways = {one.id: self._ways_of(one.id) for one in template.tables if one.layout == "form"}

    def _ways_of(self, table_id: str) -> tuple[int, ...]:
        """Return in which ways the figures of the table stand in the source."""
        return fit.ways(
            (one.cells, one.place.ways(len(one.cells)))
            for one in self._segments
            if one.place and one.place.table.id == table_id and one.place.printed
        )

    def read(self) -> None:
        """Read every segment."""
        for segment in self._segments:
            self.result.characters += _size(segment)
            if segment.kind == "loose":
                self._note("表格中这些内容在表样里没有对应的行，未放入表格。", segment, "extra_row")
            elif segment.kind == "head":
                self._read_below_head(segment)
            elif segment.place is not None:
                self._mark(segment.place, segment)
                self._read_row(segment.place, segment)

    def finish(self, elements: Sequence[Element]) -> None:
        """Count the figures, and name the rows of the form that the source does not have."""
        result = self.result
        touched = set().union(*result.tables_at.values())
        missing: list[Place] = []
        for place in self._places:
            if place.table.id in touched and place.printed and place.index not in self._done:
                result.missing.append(place.row.label)
                missing.append(place)
        result.found = len(self._done)
        if missing:
            message = f"原文的表格缺少这些行：{'；'.join(result.missing)}。"
            about = [place.address for place in missing]
            result.notes.append(Note(message=message, kind="missing_row", about=about))
        for note, at in self._unplaced:
            note.about = sorted(result.tables_at.get(at, ()))
        wording.tell_renamed(result.notes, missing)
        for element in elements:
            if not isinstance(element, Text):
                result.numbers_seen += sum(numbers.read(cell.text) is not None for cell in cells_of(element))

    def _mark(self, place: Place, segment: Segment) -> None:
        self.result.tables_at.setdefault(segment.element, set()).add(place.table.id)
        if place.printed:
            self._done.add(place.index)

    def _read_row(self, place: Place, segment: Segment) -> None:
        if not place.printed:
            if segment.filled:
                self._note(_HEADING_FILLED, segment, "heading_filled")
        elif place.table.layout == "list":
            self._read_list_row(place, segment)
        elif not _heads_hold(place, segment.heads):
            if segment.filled:
                message = "表头与表样不一致，这一行的数字未放入表格，请手工填写。"
                self._note(message, segment, "foreign_head")
        else:
            self._fill(place, segment)

    def _read_below_head(self, segment: Segment) -> None:
        """Read the figures under a head: the one row of a table without labels, or nothing the form knows."""
        if not segment.filled:
            return
        for place in self._places:
            if place.labelled or place.index in self._done or not _heads_hold(place, segment.heads):
                continue
            self._mark(place, segment)
            self._fill(place, segment)
            return
        self._note("表头后面的这些内容没有对应的行，未放入表格。", segment, "extra_row")

    def _fill(self, place: Place, segment: Segment) -> None:
        both = place.ways(len(segment.cells))
        chosen = [both[number] for number in self._ways[place.table.id]] or both
        fitted = fit.to_columns(segment.cells, chosen, exact=segment.exact)
        if fitted is None:
            self._note(
                "这一行的格数与表样的列数不符，无法确定各数属于哪一列，未放入表格，请手工填写。", segment
            )
            return
        for column, cell in zip(place.columns, fitted.cells, strict=False):
            self._put(place.cell(column), cell, segment)
        self._note_left(fitted.left)

    def _read_list_row(self, place: Place, segment: Segment) -> None:
        fitted = fit.to_list(segment.cells, self._units)
        if fitted is None:
            self._note("这一行的格数与表样的列数不符，未放入表格，请手工填写。", segment)
            return
        unit = place.row.unit if place.row.unit is not None else place.table.unit
        if fitted.unit not in _NO_UNITS and fitted.unit != unit and not place.row.group:
            self._note(f"这一行的单位与表样的“{unit}”不同，数字照原样放入，请核对。", segment)
        if fitted.figure is not None:
            self._put_listed(place, fitted.figure, segment)
        self._note_left(fitted.left)

    def _put_listed(self, place: Place, figure: GridCell, segment: Segment) -> None:
        if not place.row.group:
            self._put(place.cell(place.columns[0]), figure, segment)
        elif numbers.clean(figure.text) not in _NO_UNITS:
            self._note(_HEADING_FILLED, segment, "heading_filled")

    def _put(self, address: str, cell: GridCell, segment: Segment) -> None:
        if numbers.is_blank(cell.text):
            return
        value = numbers.canonical(cell.text)
        self.result.values[address] = value
        if numbers.read(cell.text) is None:
            if not _takes_words(self.result.template.cells[address], value):
                self._note("这里填的不是数字，照原样放入，请核对。", segment)
            return
        self.result.numbers_placed += 1
        if value != numbers.clean(cell.text).removeprefix("+"):
            self._note(f"“{cell.text.strip()}”读作 {value}。", segment)

    def _note_left(self, left: Sequence[GridCell]) -> None:
        if left:
            words = " ".join(numbers.clean(cell.text) for cell in left)
            message = "表格中这些内容在表样里没有对应的行，未放入表格。"
            self.result.notes.append(Note(message=message, source=words, line=left[0].line or None))

    def _note(self, message: str, segment: Segment, kind: str = "") -> None:
        at = segment.label or segment.filled[0]
        about = [segment.place.address] if segment.place else []
        note = Note(message=message, source=segment.words, line=at.line or None, kind=kind, about=about)
        self.result.notes.append(note)
        if not about:
            self._unplaced.append((note, segment.element))


def _takes_words(cell: Cell, text: str) -> bool:
    """Return whether the cell is not for a bare number: words, or an amount together with its unit."""
    return cell.kind == "text" or (
        cell.kind == "amount" and not cell.unit and numbers.money(text) is not None
    )


def _size(segment: Segment) -> int:
    """Return how many characters of the source the segment holds."""
    shown = [segment.label, *segment.cells] if segment.label else segment.cells
    return sum(size(cell.text) for cell in shown)


def _heads_hold(place: Place, heads: frozenset[str]) -> bool:
    """Return whether the columns above the row are those of the form; of many, one may be worded otherwise."""
    wanted = {keys(label)[1] for label in _head_labels(place)}
    seen = sum(key in heads for key in wanted)
    return seen >= len(wanted) - (1 if len(wanted) >= 4 else 0)


def _head_labels(place: Place) -> list[str]:
    """Return the heads that tell the columns: those of the figures, and all where no label stands beside them."""
    if place.labelled:
        return [column.label for column in place.columns]
    return column_labels(place.block.columns)
