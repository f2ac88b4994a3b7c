"""Tables copied out of a viewer: one cell a line with nothing drawn, often a blank line behind each."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from core import numbers
from core.importers.document import Element, GridCell, Stream, Text
from core.importers.keys import bare
from core.importers.recognise.figures import is_amount_or_unit, is_figure
from core.importers.recognise.lines import level

_NOTHING = re.compile(r"[-—－–―─/／]{1,4}|无")
_FEWEST_WORDS = 3
_FEWEST_FIGURES = 3
_MOST_PARTS = 3
_LONGEST_LABEL = 40


@dataclass
class LooseRun:
    """Cells on lines of their own that follow one another, up to line `end` of the source's list."""

    cells: list[GridCell] = field(default_factory=list)
    end: int = 0
    drawing: int = 0
    words: int = 0
    figures: int = 0

    @property
    def is_table(self) -> bool:
        """Whether there are words and figures enough for a table; if not, no part of the run is one either."""
        return self.words >= _FEWEST_WORDS and self.figures >= _FEWEST_FIGURES

    def elements(self, _known: frozenset[str]) -> list[Element]:
        """Return the run as one table whose rows are not known."""
        return [Stream(tuple(self.cells))]

    def add(self, text: str, line: int, end: int) -> None:
        """Take a cell in that ends before the line `end`."""
        self.cells.append(GridCell(text, line))
        self.end = end


def take(lines: Sequence[Text], start: int, known: frozenset[str]) -> LooseRun | None:
    """Return the run of cells that begins there with a label or head of a form, if one does, be it a table or not."""
    if level(lines[start].text.strip()) == 1 or _label_end(lines, start, known) is None:
        return None
    run = LooseRun(end=start)
    place = start
    while place < len(lines):
        if numbers.is_blank(lines[place].text):
            place += 1
            continue
        end = _take_cell(run, lines, place, known)
        if end is None:
            break
        place = end
    return run


def _take_cell(run: LooseRun, lines: Sequence[Text], place: int, known: frozenset[str]) -> int | None:
    """Add the cell that begins there and return where it ends; None where the table has ended."""
    text, number = lines[place].text.strip(), lines[place].line
    if is_content(text):
        run.figures += is_figure(text)
        run.add(text, number, place + 1)
        return place + 1
    end = _label_end(lines, place, known)
    if end is not None:
        run.words += 1
        run.add(_joined(lines, place, end), number, end)
        return end
    if _is_strange_label(lines, place):
        run.add(text, number, place + 1)
        return place + 1
    return None


def is_content(text: str) -> bool:
    """Return whether the line is what stands behind a label: a figure, a unit, a stroke for nothing."""
    return is_amount_or_unit(text) or bool(_NOTHING.fullmatch(text))


def _label_end(lines: Sequence[Text], start: int, known: frozenset[str]) -> int | None:
    """Return where the label of a form that begins there ends, wrapped over a few lines or not."""
    joined, parts = "", 0
    for place in range(start, min(start + 2 * _MOST_PARTS, len(lines))):
        text = lines[place].text.strip()
        if not text:
            continue
        if parts and (parts == _MOST_PARTS or is_content(text)):
            return None
        joined += text
        parts += 1
        if bare(joined) in known:
            return place + 1
    return None


def _joined(lines: Sequence[Text], start: int, end: int) -> str:
    return "".join(line.text.strip() for line in lines[start:end])


def _is_strange_label(lines: Sequence[Text], place: int) -> bool:
    """Return whether the line may be the label of a row that no form knows: short, and a figure or unit behind it."""
    text = lines[place].text.strip()
    if len(text) > _LONGEST_LABEL or text[-1] in "。；：:;" or level(text) == 1:
        return False
    after = (line.text.strip() for line in lines[place + 1 : place + 3])
    following = next((one for one in after if one), "")
    return bool(following) and is_content(following)
