"""Tables drawn with tabs: rows of cells, and one cell a line with the tab before it, labels wrapped at will."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from core import numbers
from core.importers.document import Element, Grid, GridCell, Stream, Text
from core.importers.keys import bare
from core.importers.recognise.lines import level

Row = tuple[GridCell, ...]

_LONGEST_CELL = 120
_SHORTEST_LABEL = 5
_LONGEST_BRIDGE = 8
_LONGEST_GAP = 4
_PAGE = re.compile(r"\d{1,3}")
_HEAD_OF_CONTENTS = ["目录", "页码"]
_FEWEST_TITLES = 3
_MOST_AGAIN = 0.6


@dataclass(frozen=True, slots=True)
class Bridge:
    """Lines without tabs between tabbed ones: labels, the beginning of one that goes on, the place of the next row."""

    labels: tuple[Text, ...]
    begun: str
    end: int


@dataclass
class TabRun:
    """Lines with tabs that follow one another, up to line `end` of the source's list."""

    rows: list[Row] = field(default_factory=list)
    led: list[bool] = field(default_factory=list)
    end: int = 0
    drawing: int = 0

    @property
    def cells(self) -> list[GridCell]:
        """Every cell of the run in reading order."""
        return [cell for row in self.rows for cell in row]

    def is_contents(self, lines: frozenset[str]) -> bool:
        """Return whether it is a table of contents: titles with a page number behind, most of them lines too."""
        rows = [[cell.text for cell in row if not numbers.is_blank(cell.text)] for row in self.rows]
        named = [row for row in rows if row != _HEAD_OF_CONTENTS]
        if not all(len(row) == 2 and level(row[0]) == 1 and _PAGE.fullmatch(row[1]) for row in named):
            return False
        return len(named) >= _FEWEST_TITLES and sum(row[0] in lines for row in named) >= _MOST_AGAIN * len(
            named
        )

    def elements(self, known: frozenset[str]) -> list[Element]:
        """Return the lines before the first word of a form as texts, and the rest as one table."""
        first = next((i for i, row in enumerate(self.rows) if _knows(row, known)), 0)
        above = [cell for row in self.rows[:first] for cell in row]
        texts = [Text(cell.line, cell.text) for cell in above if not numbers.is_blank(cell.text)]
        rows = self.rows[first:]
        several = sum(len(row) > 1 for row in rows)
        alone = sum(led and len(row) == 1 for row, led in zip(rows, self.led[first:], strict=True))
        if several * 2 <= len(rows) and several <= alone:
            return [*texts, Stream(tuple(cell for row in rows for cell in row))]
        whole = [_whole(row, led) for row, led in zip(rows, self.led[first:], strict=True)]
        return [*texts, Grid(_even(whole), drawn=True)]

    def add(self, line: Text, wrapped: str = "") -> None:
        """Take a line in; `wrapped` is the beginning of its first cell from the line above.

        A tab at the beginning opens the cell where each stands on its own line; in a row it is a blank cell.
        """
        parts = _parts(line.text)
        led = not parts[0] and not wrapped and len(parts) > 1
        parts[0] = wrapped + parts[0]
        self.rows.append(tuple(GridCell(part, line.line) for part in parts[led:]))
        self.led.append(led)

    def lengthen(self, line: Text) -> None:
        """Add the rest of a wrapped label to the last cell."""
        *before, last = self.rows[-1]
        self.rows[-1] = (*before, GridCell(last.text + line.text.strip(), last.line))

    def ends_in_label(self) -> bool:
        """Return whether the last cell stands alone on its line and is long enough to be the beginning of a label."""
        row = self.rows[-1]
        last = row[-1].text
        return len(row) == 1 and len(last) >= _SHORTEST_LABEL and numbers.read(last) is None


def take(lines: Sequence[Text], start: int, known: frozenset[str]) -> TabRun | None:
    """Return the run of tabbed lines that begins there, if one does."""
    if not _is_tabbed(lines[start].text) and not _heads_a_table(lines, start, known):
        return None
    run = TabRun(end=start)
    place = start
    while place < len(lines):
        if _is_tabbed(lines[place].text):
            run.add(lines[place])
            run.end = place + 1
        elif not numbers.is_blank(lines[place].text):
            last = _cross(run, lines, place, known)
            if last is None:
                break
            place = last
            run.end = place + 1
        place += 1
    return run


def _cross(run: TabRun, lines: Sequence[Text], place: int, known: frozenset[str]) -> int | None:
    """Add a line without tabs, and those that belong to it; return the last place, None where the table ends here.

    They are labels of a form, alone or going on in the next row, or the rest of a label in the last cell.
    """
    bridge = _bridge(lines, place, known)
    if bridge is None:
        if _is_blank_row(run, lines, place, known):
            run.add(lines[place])
        elif _lengthens(run, lines, place):
            run.lengthen(lines[place])
        else:
            return None
        return place
    for label in bridge.labels:
        run.add(label)
    if not bridge.begun:
        return bridge.end - 1
    run.add(lines[bridge.end], wrapped=bridge.begun)
    return bridge.end


def _is_blank_row(run: TabRun, lines: Sequence[Text], place: int, known: frozenset[str]) -> bool:
    """Return whether the line is a label of the form right below a row of cells: its own cells are blank and cut off."""
    close = lines[place].line == lines[place - 1].line + 1 and len(run.rows[-1]) > 1
    return close and bare(lines[place].text.strip()) in known


def _bridge(lines: Sequence[Text], start: int, known: frozenset[str]) -> Bridge | None:
    """Return the lines up to the next tabbed one as labels of a form; None where they are anything else."""
    labels: list[Text] = []
    begun, first = "", start
    for place in range(start, min(start + _LONGEST_BRIDGE, len(lines))):
        text = lines[place].text
        if _is_tabbed(text):
            whole = not begun or bare(begun + _parts(text)[0]) in known
            return Bridge(tuple(labels), begun, place) if whole else None
        first = first if begun else place
        begun += text.strip()
        if bare(begun) in known:
            labels.append(Text(lines[first].line, begun))
            begun = ""
    return None


def _heads_a_table(lines: Sequence[Text], start: int, known: frozenset[str]) -> bool:
    """Return whether the line is a label that stands alone in the first row of a table.

    Rows numbered like sections ("一、…") are never the first; a line like that is a heading.
    """
    text = lines[start].text.strip()
    return bare(text) in known and level(text) != 1 and _bridge(lines, start, known) is not None


def _lengthens(run: TabRun, lines: Sequence[Text], place: int) -> bool:
    """Return whether the line is the rest of a label that began in the last cell, and more cells follow."""
    text = lines[place].text.strip()
    if not run.ends_in_label() or len(text) > _LONGEST_CELL or text.endswith("。"):
        return False
    after = lines[place + 1 : place + 1 + _LONGEST_GAP]
    following = next((one for one in after if "\t" in one.text or not numbers.is_blank(one.text)), None)
    return following is not None and _is_tabbed(following.text)


def _whole(row: Row, led: bool) -> Row:
    """Return a row with the blank cell before a tab that leads it."""
    return (GridCell("", row[0].line), *row) if led else row


def _even(rows: Sequence[Row]) -> tuple[Row, ...]:
    """Return the rows with the blank cells at their ends, which editors cut off."""
    width = max(len(row) for row in rows)
    return tuple((*row, *[GridCell("", row[0].line)] * (width - len(row))) for row in rows)


def _is_tabbed(text: str) -> bool:
    """Return whether the line may be cells parted by tabs: none of them is a paragraph."""
    if "\t" not in text:
        return False
    return all(len(part) <= _LONGEST_CELL and not part.endswith("。") for part in _parts(text))


def _parts(text: str) -> list[str]:
    return [part.strip() for part in text.split("\t")]


def _knows(row: Row, known: frozenset[str]) -> bool:
    return any(bare(cell.text) in known for cell in row)
