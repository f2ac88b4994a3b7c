"""Plain lines parted into texts and tables; a run of lines is a table when it holds words of a form or figures."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from core import numbers
from core.importers import loose, pipes, tabs
from core.importers.document import Element, Text
from core.importers.keys import bare

Run = pipes.PipeRun | tabs.TabRun | loose.LooseRun


@dataclass
class Split:
    """The lines taken apart: elements in order, and how many drawing characters of tables were left out."""

    elements: list[Element] = field(default_factory=list)
    drawing: int = 0


def split(lines: Sequence[Text], known: frozenset[str]) -> Split:
    """Return the texts and tables of the lines, every line in exactly one of them."""
    result = Split()
    alone = frozenset(line.text.strip() for line in lines)
    start = barren = 0
    while start < len(lines):
        run: Run | None = pipes.take(lines, start, known) or tabs.take(lines, start, known)
        if run is None and start >= barren:  # lines read in vain are not read again for each of them
            cells = loose.take(lines, start, known)
            barren = cells.end if cells else barren
            run = cells if cells and cells.is_table else None
        if run is None:
            _add_text(lines[start], result)
            start += 1
            continue
        is_contents = isinstance(run, tabs.TabRun) and run.is_contents(alone)
        if not is_contents and is_table((cell.text for cell in run.cells), known):
            result.elements += run.elements(known)
            result.drawing += run.drawing
        else:
            for line in lines[start : run.end]:
                _add_text(line, result)
        start = run.end
    return result


def _add_text(line: Text, result: Split) -> None:
    if not numbers.is_blank(line.text):
        result.elements.append(line)


def is_table(cells: Iterable[str], known: frozenset[str]) -> bool:
    """Return whether the cells hold two words of a form, or three figures."""
    words = figures = 0
    for cell in cells:
        words += bare(cell) in known
        figures += numbers.read(cell) is not None
        if words >= 2 or figures >= 3:
            return True
    return False
