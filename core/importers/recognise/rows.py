"""Segments of tables turned into values, each with its trace, and into notes where anything was not certain."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from core import numbers
from core.importers.document import GridCell, size
from core.importers.keys import column_labels, keys
from core.importers.recognise import figures, filling, fit
from core.importers.recognise.filling import Filling
from core.importers.recognise.places import Place
from core.importers.recognise.scan import Segment
from core.importers.recognise.trace import Sureness, Trace
from core.report import Note
from core.template import Template

_EXTRA_ROW = "表格中这些内容在表样里没有对应的行，未放入表格。"
_EXTRA_COLUMN = "原文的表多出一些列，这些内容在表样里没有对应的列，未放入表格。"
_HEADING_FILLED = "这一行在表样里只是标题，不填数字，其后的内容未放入表格。"
_FOREIGN_HEAD = "表头与表样不一致，这一行的数字未放入表格，请手工填写。"
_BELOW_HEAD = "表头后面的这些内容没有对应的行，未放入表格。"
_STRANGE_HEAD = "表头里的这些内容在表样里没有，请核对各列的数字。"
_NO_HEADS = "这张表没有表头，数字按表样各列的次序放入，请核对。"
_NO_UNITS = frozenset({"", "—", "-", "--", "——", "/", "－"})
_OTHER_LABEL = "行名的写法与表样不完全相同"
_PARTED = "表格在原文里被分成几段，这一段的表头取自上一段"
_LONGEST_SOURCE = 500


@dataclass(frozen=True, slots=True)
class _Origin:
    """What a value came from: the segment, the cell, and what makes it less than sure."""

    segment: Segment
    cell: GridCell
    reason: str = ""
    ordered: bool = False


@dataclass
class Rows:
    """Reads the segments of all tables into values, traces and notes."""

    template: Template
    places: tuple[Place, ...]
    segments: Sequence[Segment]
    values: dict[str, str] = field(default_factory=dict)
    traces: dict[str, Trace] = field(default_factory=dict)
    notes: list[Note] = field(default_factory=list)
    tables_at: dict[int, set[str]] = field(default_factory=dict)
    done: set[int] = field(default_factory=set)
    unplaced: list[tuple[Note, int]] = field(default_factory=list)
    placed_lines: set[int] = field(default_factory=set)
    lost_lines: set[int] = field(default_factory=set)
    headless: set[int] = field(default_factory=set)
    continued: set[int] = field(default_factory=set)
    extra_columns: dict[int, Note] = field(default_factory=dict)
    numbers_placed: int = 0
    characters: int = 0

    def read(self) -> None:
        """Read every segment."""
        self._units = frozenset(cell.unit for cell in self.template.cells.values()) | _NO_UNITS
        self._ways = {one.id: self._ways_of(one.id) for one in self.template.tables if one.layout == "form"}
        for segment in self.segments:
            self.characters += _size(segment)
            if segment.kind == "loose":
                self._read_loose(segment)
            elif segment.kind == "head":
                self.placed_lines |= set(segment.lines)
                self._read_below_head(segment)
            elif segment.place is not None:
                self._mark(segment.place, segment)
                self._read_row(segment.place, segment)

    def _read_loose(self, segment: Segment) -> None:
        """Note what stands before the first label: the number of the row, or a row that no form knows."""
        filled = segment.filled
        if (
            segment.stack
            and len(filled) == 1
            and figures.is_figure(filled[0].text)
            and len(segment.slots) == 1
        ):
            self._note_left(filled, segment)
        else:
            self._note(_EXTRA_ROW, segment, "extra_row")

    def _ways_of(self, table_id: str) -> tuple[int, ...]:
        """Return in which ways the figures of the table stand in the source."""
        return fit.ways(
            (one.cells, one.place.ways(len(one.cells)))
            for one in self.segments
            if one.place and one.place.table.id == table_id and one.place.printed
        )

    def _mark(self, place: Place, segment: Segment) -> None:
        self.tables_at.setdefault(segment.element, set()).add(place.table.id)
        if place.printed:
            self.done.add(place.index)

    def _read_row(self, place: Place, segment: Segment) -> None:
        if not place.printed:
            self.placed_lines |= set(segment.lines)
            if segment.filled:
                self._note(_HEADING_FILLED, segment, "heading_filled")
        elif place.table.layout == "list":
            self._read_list_row(place, segment)
        else:
            self._read_form_row(place, segment)

    def _read_form_row(self, place: Place, segment: Segment) -> None:
        if filling.heads_found(place, segment) or _heads_hold(place, segment.heads):
            self._fill(place, segment)
        elif segment.filled:
            bare = filling.in_order(place, segment) if segment.headless else None
            if bare is None:
                self._note(_FOREIGN_HEAD, segment, "foreign_head")
                return
            if segment.element not in self.headless:
                self.headless.add(segment.element)
                self._note(_NO_HEADS, segment, "foreign_head")
            self._place(place, segment, bare)

    def _read_below_head(self, segment: Segment) -> None:
        """Read the figures under a head: the one row of a table without labels, or nothing the form knows."""
        if not any(figures.is_figure(cell.text) for cell in segment.filled):
            if segment.filled:
                self._note(_STRANGE_HEAD, segment)
            return
        for place in self.places:
            if place.labelled or place.index in self.done:
                continue
            if filling.heads_found(place, segment) or _heads_hold(place, segment.heads):
                self._mark(place, segment)
                self._fill(place, segment)
                return
        self._note(_BELOW_HEAD, segment, "extra_row")

    def _fill(self, place: Place, segment: Segment) -> None:
        both = place.ways(len(segment.cells))
        chosen = [both[number] for number in self._ways[place.table.id]] or both
        self._place(place, segment, filling.of_form(place, segment, chosen))

    def _place(self, place: Place, segment: Segment, filled: Filling) -> None:
        """Put the cells into their columns, and name what is left over."""
        if filled.refusal:
            self._note(filled.refusal, segment, "foreign_head")
            return
        self.placed_lines |= set(segment.lines)
        for column in place.columns:
            cell = filled.cells.get(column.id)
            if cell is not None:
                reason = filled.reasons.get(column.id, "")
                self._put(place.cell(column), _Origin(segment, cell, reason, filled.ordered))
        self._note_left(filled.left, segment)

    def _read_list_row(self, place: Place, segment: Segment) -> None:
        fitted = filling.of_list(place, segment, self._units)
        if isinstance(fitted, str):
            self._note(fitted, segment)
            return
        self.placed_lines |= set(segment.lines)
        unit = place.row.unit if place.row.unit is not None else place.table.unit
        if fitted.unit not in _NO_UNITS and fitted.unit != unit and not place.row.group:
            self._note(f"这一行的单位与表样的“{unit}”不同，数字照原样放入，请核对。", segment)
        if fitted.figure is not None:
            self._put_listed(place, fitted.figure, segment)
        self._note_left(fitted.left, segment)

    def _put_listed(self, place: Place, figure: GridCell, segment: Segment) -> None:
        if not place.row.group:
            self._put(place.cell(place.columns[0]), _Origin(segment, figure))
        elif numbers.clean(figure.text) not in _NO_UNITS:
            self._note(_HEADING_FILLED, segment, "heading_filled")

    def _put(self, address: str, origin: _Origin) -> None:
        if numbers.is_blank(origin.cell.text):
            if (
                origin.cell.doubt and address not in self.values
            ):  # a formula without a result: nobody can be sure that it is blank
                self.traces[address] = _trace(address, origin, figures.Figure(""))
            return
        figure = figures.understand(origin.cell.text, self.template.cells[address])
        if figure.note:
            self._note(figure.note, origin.segment)
        if not figure.value:
            return
        self.values[address] = figure.value
        self.numbers_placed += figures.is_figure(figure.value) or numbers.money(figure.value) is not None
        self.traces[address] = _trace(address, origin, figure)
        self._tell(origin.segment, origin.cell)

    def _tell(self, segment: Segment, cell: GridCell) -> None:
        """Note what a reader doubted, and the table whose heads stand above a page break."""
        doubt = cell.doubt or (segment.label.doubt if segment.label else "")
        if doubt:
            self._note(f"{doubt.rstrip('。')}，请核对。", segment)
        if segment.is_continued and segment.element not in self.continued:
            self.continued.add(segment.element)
            self._note(f"{_PARTED}，请核对。", segment)

    def _note_left(self, left: Sequence[GridCell], segment: Segment) -> None:
        """Note what no column or row takes; extra columns of a table share one note."""
        label = segment.label.text if segment.label else ""
        left = [cell for cell in left if not label or cell.text != label]  # unmerged cells repeat their label
        if not left:
            return
        words = " ".join(numbers.clean(cell.text) for cell in left)
        if segment.stack and (before := self.extra_columns.get(segment.element)):
            before.source += f"；{words}"
            return
        message = _EXTRA_COLUMN if segment.stack else _EXTRA_ROW
        note = Note(message=message, source=words, line=left[0].line or None)
        self.notes.append(note)
        if segment.stack:
            self.extra_columns[segment.element] = note

    def _note(self, message: str, segment: Segment, kind: str = "") -> None:
        at = segment.label or segment.filled[0]
        about = [segment.place.address] if segment.place else []
        note = Note(message=message, source=segment.words, line=at.line or None, kind=kind, about=about)
        self.notes.append(note)
        self.lost_lines |= set(segment.lines)
        if not about:
            self.unplaced.append((note, segment.element))


def _trace(address: str, origin: _Origin, figure: figures.Figure) -> Trace:
    """Return where the value came from; the first thing that makes it unsure is the reason."""
    segment, cell = origin.segment, origin.cell
    label_doubt = (segment.label.doubt if segment.label else "") or (_PARTED if segment.is_continued else "")
    worst = (
        cell.doubt or (origin.reason if origin.ordered else "") or (figure.note if figure.doubtful else "")
    )
    worst = worst or (segment.repaired if segment.is_ambiguous else "")
    other = segment.repaired or label_doubt or origin.reason or figure.note or _label_doubt(segment)
    sure: Sureness = "unsure" if worst else "likely" if other else "sure"
    label_lines = {segment.label.line} if segment.label else set()
    lines = tuple(sorted({*label_lines, cell.line} - {0}))
    return Trace(address, lines, sure, (worst or other).rstrip("。"), segment.words[:_LONGEST_SOURCE])


def _label_doubt(segment: Segment) -> str:
    """Return what is to say of a label that is not word for word the form's or one known to stand for it."""
    if segment.label is None or segment.place is None or not segment.place.labelled:
        return ""
    row = segment.place.row
    found = keys(segment.label.text)
    known = [keys(label) for label in (row.label, *row.aliases)]
    return "" if any(found[1] == one[1] or found[2] == one[2] for one in known) else _OTHER_LABEL


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
