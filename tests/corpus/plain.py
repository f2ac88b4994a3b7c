"""Plain text of reports, with tables as tabs, pipes, one cell a line, cells parted by blank lines, or markdown."""

from collections.abc import Callable
from pathlib import Path
from random import Random

from tests.corpus.pieces import Drawn, Line, Set

ENCODINGS = ("utf-8", "utf-8-sig", "gbk", "utf-16", "gb18030")
_WIDTH = 36
Rows = list[list[str]]


def tabs(rows: Rows) -> list[str]:
    """A row a line, tabs between the cells."""
    return ["\t".join(row).rstrip("\t") for row in rows]


def pipes(rows: Rows) -> list[str]:
    """A row a line, pipes between the cells alone."""
    return [" | ".join(row) for row in rows]


def cells(rows: Rows) -> list[str]:
    """A cell a line behind a tab, a blank line behind each row."""
    return [line for row in rows for line in (*(f"\t{cell}" for cell in row), "")]


def parted(rows: Rows) -> list[str]:
    """A cell a line with a blank line behind each, blank cells left out as by copying from a viewer."""
    return [line for row in rows for cell in row if cell for line in (cell, "")]


def markdown(rows: Rows) -> list[str]:
    """Rows between pipes, a rule below the first."""
    lines = [f"| {' | '.join(row)} |" for row in rows]
    return ["", lines[0], "|" + " --- |" * len(rows[0]), *lines[1:], ""]


WAYS: dict[str, Callable[[Rows], list[str]]] = {
    one.__name__: one for one in (tabs, pipes, cells, parted, markdown)
}


def write(path: Path, report: Set, way: str, encoding: str, rng: Random) -> None:
    """Write the report as plain text with its tables in one of the WAYS."""
    end = "\r\n" if rng.random() < 0.5 else "\n"
    # Cut at a fixed width without indents, a line that ends a sentence tells nobody whether the paragraph goes on.
    wrapped = way != "markdown" and bool(report.layout.indent) and rng.random() < 0.25
    blank = rng.random() < 0.3
    lines: list[str] = []
    for piece in report.pieces:
        if isinstance(piece, Drawn):
            lines += WAYS[way](rows_of(piece))
        else:
            lines += _lines(piece, report, way, wrapped=wrapped)
            lines += [""] * blank
    path.write_bytes(end.join(lines).encode(encoding))


def _lines(line: Line, report: Set, way: str, *, wrapped: bool) -> list[str]:
    text = line.shown
    if way == "markdown":
        marks = {"title": "# ", "one": "## ", "two": "### "}
        return [f"{marks.get(line.role, '')}{text}", ""]
    if line.role == "body" and not line.depth:
        text = report.layout.indent.replace("\u00a0", " ") + text  # GBK has no hard space
    if not wrapped:
        return [text]
    return [text[at : at + _WIDTH] for at in range(0, len(text), _WIDTH)]


def rows_of(drawn: Drawn) -> Rows:
    """Return the rows of a table with every place, merged ones blank; a label stands on one line."""
    rows = [[""] * drawn.columns for _ in range(drawn.rows)]
    for one in drawn.cells:
        rows[one.row][one.column] = one.text.replace("\n", "")
    return rows
