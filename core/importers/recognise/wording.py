"""How the labels of a source differ from those of the form: worded otherwise, in another order, left out."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from difflib import SequenceMatcher

from core import numbers
from core.importers.keys import keys
from core.importers.recognise.places import Place
from core.importers.recognise.scan import Scanner, Segment
from core.report import Note
from core.template import Table, Template, grid

_ALIKE = 0.6
_LONGEST_LABEL = 80


def notes(template: Template, scanner: Scanner, tables_at: Mapping[int, set[str]]) -> list[Note]:
    """Return the notes on the labels of tables with official wording and order; lists differ by region."""
    found = [note for segment in scanner.segments if (note := _renamed(segment))]
    for table in (one for one in template.tables if one.layout == "form"):
        alone = [element for element, ids in sorted(tables_at.items()) if table.id in ids]
        rows = [one for one in scanner.segments if one.element in alone and _is_of(one, table)]
        found += _moved_rows(table, rows)
        if alone and all(len(tables_at[element]) == 1 for element in alone):
            found += _heads(table, [key for element in alone for key in scanner.heads_at.get(element, [])])
    return found


def _is_of(segment: Segment, table: Table) -> bool:
    return segment.place is not None and segment.place.table.id == table.id and segment.place.printed


def _renamed(segment: Segment) -> Note | None:
    place, label = segment.place, segment.label
    if place is None or label is None:
        return None
    if segment.repaired:
        return _repaired(place, segment)
    if place.table.layout != "form":
        return None
    if keys(label.text)[1] == keys(place.row.label)[1]:
        return None
    words = numbers.clean(label.text)
    message = f"原文的“{words}”一行在表样里是“{place.row.label}”，数字已放在这一行。"
    return Note(message=message, source=words, line=label.line or None, kind="renamed", about=[place.address])


def _repaired(place: Place, segment: Segment) -> Note:
    """Return the note on a row that was not found by its label alone."""
    words = numbers.clean(segment.label.text) if segment.label else ""
    message = f"原文的“{words}”一行放在表样的“{place.row.label}”一行：{segment.repaired}，请核对。"
    line = segment.lines[0] if segment.lines else None
    return Note(message=message, source=segment.words, line=line, kind="renamed", about=[place.address])


def _moved_rows(table: Table, rows: Sequence[Segment]) -> Iterator[Note]:
    highest = -1
    for segment in rows:
        if segment.place is None or segment.label is None:
            continue
        if segment.place.index < highest:
            words = numbers.clean(segment.label.text)
            message = f"原文{table.name}里“{words}”一行的次序与表样不同，数字已放在表样的这一行。"
            yield Note(
                message=message,
                source=words,
                line=segment.label.line or None,
                kind="reordered",
                about=[segment.place.address],
            )
        highest = max(highest, segment.place.index)


def _heads(table: Table, seen: Sequence[str]) -> Iterator[Note]:
    """Yield a note where a table head lacks a word of the form, or has the same words in another order."""
    cells = sorted(grid.of(table).cells, key=lambda cell: (cell.row, cell.column))
    printed = [cell.text for cell in cells if cell.role in ("head", "caption") and cell.text]
    wanted = [keys(text)[1] for text in printed]
    lacking = Counter(wanted) - Counter(seen)
    if lacking:
        named = "、".join(dict.fromkeys(f"“{text}”" for text in printed if keys(text)[1] in lacking))
        message = f"原文{table.name}的表头里没有{named}，或者写法不同，请核对各列的数字。"
        yield Note(message=message, source="", kind="renamed_head", about=[table.id])
    elif len(wanted) == len(seen) and wanted != list(seen):
        message = f"原文{table.name}的表头次序与表样不同，请核对各列的数字。"
        yield Note(message=message, source="", kind="reordered", about=[table.id])


def tell_renamed(found: Sequence[Note], missing: Sequence[Place]) -> None:
    """Mark the notes on rows that the form does not know where they are likely a missing row worded otherwise."""
    for note in found:
        if note.kind != "extra_row":
            continue
        label = next((word for word in note.source.split(" ") if numbers.read(word) is None), "")
        alike = [place for place in missing if label and _is_alike(label, place.row.label)]
        if alike:
            note.kind = "renamed"
            note.about = [alike[0].address]


def _is_alike(words: str, label: str) -> bool:
    first, second = keys(words)[3], keys(label)[3]
    if not first or not second or len(words) > _LONGEST_LABEL:
        return False
    return SequenceMatcher(None, first, second, autojunk=False).ratio() >= _ALIKE
