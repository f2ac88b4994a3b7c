"""Tables drawn with pipes: ordinary rows, Markdown, and one cell a line with the pipe behind it."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from core import numbers
from core.importers.document import Element, Grid, GridCell, Stream, Text, size
from core.importers.keys import bare

_RULE = frozenset("|:+- \t")


@dataclass
class PipeRun:
    """Lines with pipes that follow one another, up to line `end` of the source's list."""

    rows: list[tuple[GridCell, ...]] = field(default_factory=list)
    ends: list[tuple[bool, bool]] = field(default_factory=list)
    single: int = 0
    drawing: int = 0
    end: int = 0

    @property
    def cells(self) -> list[GridCell]:
        """Every cell of the run in reading order."""
        return [cell for row in self.rows for cell in row]

    def elements(self, _known: frozenset[str]) -> list[Element]:
        """Return the run as one table: its rows, or its cells where each stands on a line of its own."""
        filled = [row for row in self.rows if any(not numbers.is_blank(cell.text) for cell in row)]
        if self.single * 2 > len(filled):
            return [Stream(tuple(self.cells))]
        return [Grid(tuple(self._even()), drawn=True)]

    def _even(self) -> list[tuple[GridCell, ...]]:
        """Return the rows; where most have no pipe at an end, one that has it there has a blank cell before it."""
        framed = sum(led and ended for led, ended in self.ends) * 2 > len(self.ends)
        blank_first = not framed and sum(led for led, _ in self.ends) * 2 <= len(self.ends)
        blank_last = not framed and sum(ended for _, ended in self.ends) * 2 <= len(self.ends)
        rows = []
        for row, (led, ended) in zip(self.rows, self.ends, strict=True):
            blank = GridCell("", row[0].line)
            before = (blank,) if led and blank_first else ()
            after = (blank,) if ended and blank_last else ()
            rows.append((*before, *row, *after))
        return rows

    def add(self, line: Text, wrapped: str = "") -> None:
        """Take a line in; `wrapped` is the beginning of its first cell from the line above."""
        text = line.text.replace("｜", "|").strip()
        if "-" in text and set(text) <= _RULE:
            self.drawing += size(text)
            return
        row = _row(line.line, text, wrapped)
        self.drawing += text.count("|")
        self.rows.append(row)
        whole = bool(text.strip("| \t\u3000\u00a0"))
        self.ends.append((whole and text.startswith("|"), whole and text.endswith("|")))
        filled = sum(not numbers.is_blank(cell.text) for cell in row)
        self.single += filled == 1 and not text.startswith("|")


def take(lines: Sequence[Text], start: int, known: frozenset[str]) -> PipeRun | None:
    """Return the run of piped lines that begins there, if one does."""
    if not _is_piped(lines[start].text):
        return None
    run = PipeRun(end=start)
    place = start
    while place < len(lines):
        line = lines[place]
        after = lines[place + 1] if place + 1 < len(lines) else None
        if _is_piped(line.text):
            run.add(line)
            run.end = place + 1
        elif after is not None and _is_wrapped(line.text, after.text, known):
            run.add(after, wrapped=line.text.strip())
            place += 1
            run.end = place + 1
        elif not numbers.is_blank(line.text):
            break
        place += 1
    return run


def _is_piped(text: str) -> bool:
    plain = text.replace("｜", "|").strip()
    return plain.startswith("|") or plain.endswith("|") or plain.count("|") >= 2


def _is_wrapped(text: str, after: str, known: frozenset[str]) -> bool:
    """Return whether the line is the beginning of the first label of the next one."""
    if numbers.is_blank(text) or not _is_piped(after):
        return False
    first = _row(0, after.replace("｜", "|").strip(), text.strip())[0].text
    return bare(first) in known


def _row(number: int, text: str, wrapped: str) -> tuple[GridCell, ...]:
    if not text.strip("| \t\u3000\u00a0"):
        parts = [""] * text.count("|")
    else:
        parts = text.removeprefix("|").removesuffix("|").split("|")
    parts[0] = wrapped + parts[0].strip()
    return tuple(GridCell(part.strip(), number) for part in parts)
