"""The lines and the tables of a sheet: a title across a table is a line, a caption that the form knows is a row."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from core import numbers
from core.importers.document import Element, Text
from core.importers.keys import bare
from core.importers.sheets import prose, tables
from core.importers.sheets.groups import Filled, Group, Plan, groups
from core.importers.sheets.model import Sheet

_LONG = 60
_FEWEST_LABELS = 3
_HEADING = re.compile(
    r"[一二三四五六七八九十]{1,3}\s*、|第\s*[一二三四五六七八九十]{1,3}\s*(部分|章)|附\s*[件表]|表\s*[一二三四五\d]"
)
_COLON = re.compile(r"[:：]")


@dataclass(frozen=True, slots=True)
class Run:
    """Groups that follow one another and are all lines, or all rows of one table."""

    is_table: bool
    groups: tuple[Group, ...]


def elements(sheet: Sheet, known: frozenset[str]) -> list[Element]:
    """Return what stands on the sheet, in reading order; lines are numbered by the rows of the sheet, from 1."""
    plan = Plan(sheet)
    hidden = plan.hidden_below()
    for place in hidden:
        sheet.tell("被合并单元格盖住，看不见，没有读入", place)
    found: list[Element] = []
    for run in _joined([run for band in groups(plan) for run in _runs(band, known)]):
        found += _table(plan, run, known) if run.is_table else _lines(run.groups)
    return found


def _joined(runs: Sequence[Run]) -> list[Run]:
    """Return the runs with tables of the same columns put together that one blank row parts."""
    joined: list[Run] = []
    for run in runs:
        last = joined[-1] if joined else None
        if last and last.is_table and run.is_table and _goes_on(last, run):
            joined[-1] = Run(is_table=True, groups=(*last.groups, *run.groups))
        else:
            joined.append(run)
    return joined


def _goes_on(above: Run, below: Run) -> bool:
    near = below.groups[0].top - above.groups[-1].bottom <= 1
    return near and _columns(above.groups) == _columns(below.groups)


def _columns(band: Sequence[Group]) -> tuple[int, int]:
    """Return the first column in use and the one behind the last."""
    sides = [group.columns for group in band]
    return min(left for left, _ in sides), max(right for _, right in sides)


def _runs(band: Sequence[Group], known: frozenset[str]) -> Iterator[Run]:
    """Yield the lines and tables of a band, where nothing but their looks parts them."""
    left, right = _columns(band)
    begun: list[Group] = []
    for at, group in enumerate(band):
        if _parts(group, right - left, known, at, band):
            yield from _edged(begun, known)
            yield Run(is_table=False, groups=(group,))
            begun = []
        else:
            begun.append(group)
    yield from _edged(begun, known)


def _parts(group: Group, width: int, known: frozenset[str], at: int, band: Sequence[Group]) -> bool:
    """Return whether the group is a line wherever it stands: one cell, and words that no table holds so."""
    if len(group.filled) != 1:
        return False
    one = group.filled[0]
    text = one.cell.text.strip()
    if bare(text) in known:
        return False
    across = one.area.right - one.area.left >= width
    inside = 0 < at < len(band) - 1 and len(band[at - 1].filled) > 1 and len(band[at + 1].filled) > 1
    if not across and _is_drawn(group) and inside:
        return False
    if len(text) > _LONG or text.endswith("。") or _HEADING.match(text):
        return True
    return across and not group.framed and not inside


def _edged(band: Sequence[Group], known: frozenset[str]) -> Iterator[Run]:
    """Yield groups that may be a table with lines above and below it."""
    framed = any(len(group.framed) > 1 for group in band)
    first = next((at for at, one in enumerate(band) if not _is_above(one, known, framed=framed)), len(band))
    last = len(band)
    while last > first and _is_below(band[last - 1], known, framed=framed):
        last -= 1
    rows = band[first:last]
    labels = sum(_is_label(group, known) for group in rows)
    if labels < _FEWEST_LABELS and not any(len(group.filled) > 1 for group in rows):
        first = last = len(band)
    for is_table, part in ((False, band[:first]), (True, band[first:last]), (False, band[last:])):
        if part:
            yield Run(is_table, tuple(part))


def _is_drawn(group: Group) -> bool:
    """Return whether blank cells with a frame stand beside the one that is filled."""
    return len(group.framed) > group.filled[0].area.right - group.filled[0].area.left


def _is_label(group: Group, known: frozenset[str]) -> bool:
    """Return whether the group is a row of a form whose figures are all blank."""
    return len(group.filled) == 1 and _is_drawn(group) and bare(group.filled[0].cell.text) in known


def _is_above(group: Group, known: frozenset[str], *, framed: bool) -> bool:
    """Return whether the first group over a table is a line: a title, 填报单位, a unit."""
    if len(group.filled) == 1:
        return bare(group.filled[0].cell.text) not in known
    return _is_line(group, known, framed=framed)


def _is_below(group: Group, known: frozenset[str], *, framed: bool) -> bool:
    """Return whether the last group under a table is a line: a note, who filled it in; not a row left blank."""
    if len(group.filled) == 1:
        return bare(group.filled[0].cell.text) not in known and not _is_drawn(group)
    return _is_line(group, known, framed=framed)


def _is_line(group: Group, known: frozenset[str], *, framed: bool) -> bool:
    """Return whether cells side by side are a line ("填报单位：…  单位：件"); nothing stands in a blank group."""
    if any(bare(one.cell.text) in known or _is_number(one) for one in group.filled):
        return False
    if framed and not group.framed:
        return True
    return not group.framed and any(_COLON.search(one.cell.text) for one in group.filled)


def _is_number(one: Filled) -> bool:
    return numbers.read(one.cell.text) is not None


def _lines(band: Sequence[Group]) -> list[Element]:
    """Return the groups as lines; cells side by side are one line, as they are in a document."""
    found: list[Element] = []
    for group in band:
        rows: dict[int, list[Filled]] = {}
        for one in group.filled:
            rows.setdefault(one.area.top, []).append(one)
        for row, cells in rows.items():
            doubt = next((one.cell.doubt for one in cells if one.cell.doubt), "")
            found += [Text(row + 1, text, doubt=doubt) for text in prose.paragraphs(_side_by_side(cells))]
    return found


def _side_by_side(cells: Sequence[Filled]) -> str:
    words = ""
    for one in cells:
        gap = "" if not words or words.endswith(("：", ":")) else "　"
        words += gap + one.cell.text.strip()
    return words


def _table(plan: Plan, run: Run, known: frozenset[str]) -> list[Element]:
    """Return the tables of a run; columns of words and sentences are prose."""
    found: list[Element] = []
    for piece in tables.pieces(plan, run.groups, known):
        if not piece.is_table:
            found += _lines(piece.groups)
            continue
        grid = tables.grid(plan, piece)
        as_prose = prose.of_columns(grid) if grid else None
        if as_prose is not None:
            found += as_prose
        elif grid:
            found.append(grid)
    return found
