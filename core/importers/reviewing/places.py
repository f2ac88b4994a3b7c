"""The places of an import that want a look, each once: notes and unsure traces of the same thing are one place."""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby
from typing import Literal

from core.importers.recognise import Reading
from core.importers.recognise.trace import Trace
from core.importers.reviewing.decisions import left_target, row_of
from core.importers.reviewing.entries import heading_lines, section_title_of
from core.importers.reviewing.names import FACTS, section_name
from core.importers.reviewing.sums import BrokenSum, broken
from core.labels import unspaced
from core.report import Note, Section, absent_section, extra_section, meant_section
from core.template import Template

PlaceSign = Literal["check", "absent"]

_FAR = 10**9
_LISTED_FIRST = {"title": -2, "unit": -1}
_NO_TITLE = "原文里没有读到标题，请补上；不补的话，生成新报告时按官方的写法写。"


@dataclass(frozen=True, slots=True)
class Place:
    """Something to be looked at: what it is about, why, where in the source, and the notes that speak of it.

    `targets` are what it concerns: "title", "unit", "year", "section:ID", "table:ID", "TABLE.ROW",
    "SECTION/3", "left:5"; none where it concerns the whole report.
    """

    key: str
    targets: tuple[str, ...]
    title: str
    reason: str
    sign: PlaceSign = "check"
    lines: tuple[int, ...] = ()
    source: str = ""
    notes: tuple[int, ...] = ()


def places_of(reading: Reading, template: Template) -> tuple[Place, ...]:
    """Return all places, title and unit first as they are listed, then in the order of the source.

    What no line of it says stands at the end.
    """
    found = list(_Gathering(reading, template).places())
    return tuple(sorted(found, key=_order))


def count_before(places: Sequence[Place], line: int) -> int:
    """Return how many of places in their order stand before a line of the source."""
    return bisect_left(places, line, key=_order)


class _Gathering:
    """Puts notes and traces together by what they speak of."""

    def __init__(self, reading: Reading, template: Template) -> None:
        self._reading = reading
        self._report = reading.report
        self._template = template
        self._rows = list(dict.fromkeys(row_of(cell) for cell in template.cells))
        self._by_target: dict[str, list[int]] = defaultdict(list)
        self._alone: list[int] = []
        self._traces: dict[str, list[Trace]] = defaultdict(list)
        for trace in reading.traces:
            self._traces[_target_of(trace)].append(trace)
        self._at_line = self._targets_at_lines()
        self._headings = heading_lines(reading)
        for index, note in enumerate(self._report.notes):
            target = self._target_of_note(note)
            if target:
                self._by_target[target].append(index)
            else:
                self._alone.append(index)

    def _targets_at_lines(self) -> dict[int, str]:
        """Return what was made of each line: left over comes first, then paragraphs and rows."""
        found = {line.line: left_target(i) for i, line in reversed([*enumerate(self._reading.left_over)])}
        for target, traces in self._traces.items():
            if target not in FACTS:
                for line in (line for trace in traces for line in trace.lines):
                    found.setdefault(line, target)
        return {line: target for line, target in found.items() if line}

    def _target_of_note(self, note: Note) -> str:
        """Return the one thing a note speaks of, "" where it is several or the whole report."""
        rows = [address for address in note.about if "." in address]
        if len(rows) == 1 and note.line:
            return rows[0]
        if note.line in self._at_line:
            return self._at_line[note.line] if not rows else ""
        for section in self._report.sections:
            if note.message in self._said_of(section):
                return f"section:{section.id}"
            if note.line and not note.about and _is_title_of(section, note.source):
                return f"section:{section.id}"
        unnamed = not (self._report.unit.name or note.line or note.about)
        return "unit" if unnamed and "单位的名称" in note.message else ""

    def _said_of(self, section: Section) -> tuple[str, ...]:
        """Return what a note may say of a section that names it, but no line."""
        title = section.source_title
        if known := self._template.sections_by_id.get(section.id):
            return absent_section(known.title).message, meant_section(title, known.title).message
        return (extra_section(title).message,)

    def places(self) -> Iterator[Place]:
        """Yield every place."""
        for target in FACTS:
            yield from self._fact(target)
        for section, index, _ in self._report.paragraphs():
            yield from self._paragraph(f"{section.id}/{index}", index)
        yield from self._sections()
        yield from self._table_rows()
        yield from (self._sum(one) for one in broken(self._template, self._report))
        yield from self._left()
        for index in self._alone:
            yield self._note(index)

    def _place(self, target: str, title: str, sign: PlaceSign = "check") -> Place:
        """Return the place of one thing from its notes and traces."""
        notes = [self._report.notes[index] for index in self._by_target.get(target, ())]
        traces = [trace for trace in self._traces.get(target, ()) if trace.sure != "sure"]
        reasons = [note.message for note in notes]
        said = "".join(reasons)
        reasons += [trace.reason for trace in traces if trace.reason and trace.reason not in said]
        lines = [line for trace in traces for line in trace.lines] + [note.line or 0 for note in notes]
        sources = [trace.source for trace in traces] + [note.source for note in notes]
        return Place(
            key=target,
            targets=(target,),
            title=title,
            reason="\n".join(dict.fromkeys(reason.rstrip("。") + "。" for reason in reasons)),
            sign=sign,
            lines=tuple(sorted({*lines} - {0})),
            source=next(iter(sources), ""),
            notes=tuple(self._by_target.get(target, ())),
        )

    def _doubted(self, target: str) -> bool:
        return bool(self._by_target.get(target)) or any(
            trace.sure == "unsure" for trace in self._traces.get(target, ())
        )

    def _fact(self, target: str) -> Iterator[Place]:
        unsure = any(trace.sure != "sure" for trace in self._traces.get(target, ()))
        if self._doubted(target) or unsure:
            absent = target == "unit" and not self._report.unit.name
            yield self._place(target, FACTS[target], "absent" if absent else "check")
        elif target == "title" and not self._report.title:
            yield Place(target, (target,), FACTS[target], _NO_TITLE, "absent")

    def _paragraph(self, target: str, index: int) -> Iterator[Place]:
        if self._doubted(target):
            yield self._place(target, f"{self._section_name(target.split('/')[0])} 第 {index + 1} 段")

    def _sections(self) -> Iterator[Place]:
        for section in self._report.sections:
            target = f"section:{section.id}"
            if self._doubted(target):
                known = self._template.sections_by_id.get(section.id)
                absent = absent_section(known.title).message if known else ""
                is_there = any(
                    self._report.notes[index].message != absent for index in self._by_target[target]
                )
                place = self._place(target, self._section_name(section.id), "check" if is_there else "absent")
                words = unspaced(section_title_of(self._template, section))
                lines = self._headings.get(words, ()) if is_there else ()
                yield replace(place, lines=place.lines or lines)

    def _section_name(self, section_id: str) -> str:
        section = self._report.section(section_id)
        if section is None:
            return section_id
        return section_name(self._template, self._report, section)

    def _table_rows(self) -> Iterator[Place]:
        """Yield the rows that want a look; neighbours that differ from the form in the same way are one place."""
        singles = [self._row(row) for row in self._rows if self._row_wants_look(row)]
        for (_, _, merges), group in groupby(singles, key=_likeness):
            places = list(group)
            yield from [_joined(places)] if merges and len(places) > 1 else places

    def _row_wants_look(self, row: str) -> bool:
        return self._doubted(row) or any(trace.sure != "sure" for trace in self._traces.get(row, ()))

    def _row(self, row: str) -> Place:
        filled = any(row_of(cell) == row for cell in self._report.values)
        cell = next(cell for cell in self._template.cells.values() if row_of(cell.id) == row)
        name = f"{self._template.tables_by_id[cell.table].name} · {cell.row[-1]}"
        return self._place(row, name, "check" if filled else "absent")

    def _sum(self, one: BrokenSum) -> Place:
        """Return the place of a total that does not hold, with the rows of all its cells."""
        rows = tuple(dict.fromkeys(map(row_of, one.cells)))
        traces = [trace for row in rows for trace in self._traces.get(row, ()) if trace.target in one.cells]
        lines = tuple(sorted({line for trace in traces for line in trace.lines}))
        of_total = (trace.source for trace in traces if trace.target == one.total)
        return Place(one.key, rows, one.name, one.words, "check", lines, next(of_total, ""))

    def _left(self) -> Iterator[Place]:
        """Yield the lines left over, but for those of a row that has a place already."""
        told = {
            self._report.notes[index].line
            for target, notes in self._by_target.items()
            if target in self._rows
            for index in notes
        }
        for index, line in enumerate(self._reading.left_over):
            target = left_target(index)
            if not self._by_target.get(target) and line.line in told:
                continue
            place = self._place(target, "表格里剩下的一行" if line.table else "没有放进报告的文字")
            reason = place.reason or "这一行没有放进报告。"
            yield Place(target, (target,), place.title, reason, "check", (line.line,), line.text, place.notes)

    def _note(self, index: int) -> Place:
        note = self._report.notes[index]
        rows = [address for address in note.about if address in self._rows]
        tables = [address for address in note.about if address in self._template.tables_by_id]
        named = {row.split(".")[0] for row in rows} | set(tables)
        names = "、".join(table.name for table in self._template.tables if table.id in named)
        lines = (note.line,) if note.line else ()
        before = sum(one.message == note.message for one in self._report.notes[:index])
        return Place(
            key=f"note:{before}:{note.message}",
            targets=(*rows, *(f"table:{table}" for table in tables)),
            title=names or (f"原文第 {note.line} 行" if note.line else "整份报告"),
            reason=note.message,
            sign="absent" if note.kind in ("no_table", "missing_row") else "check",
            lines=lines,
            source=note.source,
            notes=(index,),
        )


def _is_title_of(section: Section, words: str) -> bool:
    """Return whether words of the source are the title of a section, with its number before it."""
    title = unspaced(section.source_title)
    return bool(title) and unspaced(words).endswith(title)


def _order(place: Place) -> int:
    return _LISTED_FIRST.get(place.key) or min(place.lines, default=_FAR)


def _target_of(trace: Trace) -> str:
    return row_of(trace.target) if trace.target.count(".") == 2 else trace.target


def _likeness(place: Place) -> tuple[str, str, bool]:
    return place.targets[0].split(".")[0], place.reason, not place.notes


def _joined(places: Sequence[Place]) -> Place:
    first = places[0]
    lines: Iterable[int] = (line for place in places for line in place.lines)
    return Place(
        key=first.key,
        targets=tuple(target for place in places for target in place.targets),
        title=f"{first.title} 等 {len(places)} 行",
        reason=first.reason,
        sign=first.sign,
        lines=tuple(sorted(set(lines))),
        source=first.source,
    )
