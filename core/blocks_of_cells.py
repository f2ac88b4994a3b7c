"""A block of cells as the clipboard of a spreadsheet holds it: lines with tabs, or the first table of a web page."""

import contextlib
import csv
import re
from html.parser import HTMLParser

Rows = list[list[str]]

MOST_ROWS, MOST_COLUMNS = 500, 100
_MOST_CHARACTERS = 2_000_000
_SPACE = re.compile(r"[ \t\r\n\f]+")
_UNSEEN = ("script", "style")


def read(text: str, html: str = "") -> Rows:
    """Return the cells of what was copied; the table where there is one, for its cells may hold line breaks.

    A cell that reaches over several places stands in the first, the others are blank. Nothing is fetched,
    run or drawn.
    """
    return _trimmed(from_html(html)) or _trimmed(from_lines(text))


def from_lines(text: str) -> Rows:
    """Return lines of cells between tabs; a cell in quotes may hold tabs and line breaks."""
    lines = text[:_MOST_CHARACTERS].replace("\r\n", "\n").replace("\r", "\n").replace("\0", "").split("\n")
    lines = lines[:-1] if len(lines) > 1 and not lines[-1] else lines  # what ends a line begins none
    rows = [line.split("\t") for line in lines]
    if text.count('"') % 2 == 0:
        with contextlib.suppress(csv.Error):  # cells longer than any that is a figure
            rows = list(csv.reader((f"{line}\n" for line in lines), delimiter="\t"))
    return [[_SPACE.sub(" ", item) for item in row[:MOST_COLUMNS]] for row in rows[:MOST_ROWS]]


def from_html(html: str) -> Rows:
    """Return the cells of the first table, [] where there is none."""
    if "<t" not in html[:_MOST_CHARACTERS].lower():
        return []
    table = _FirstTable()
    table.feed(html[:_MOST_CHARACTERS])
    table.close()
    return table.rows


def _trimmed(rows: Rows) -> Rows:
    """Return the rows without blank ones and blank columns at the end; a block stays one, however little it holds."""
    is_block = len(rows) > 1 or any(len(row) > 1 for row in rows)
    while rows and not any(item.strip() for item in rows[-1]):
        rows = rows[:-1]
    width = max((n for row in rows for n, item in enumerate(row, 1) if item.strip()), default=0)
    if is_block and len(rows) == width == 1:
        return [[rows[0][0], ""]]
    return [row[:width] for row in rows]


class _FirstTable(HTMLParser):
    """Collects the words of the cells of the first table; tables inside of a cell are words of that cell."""

    def __init__(self) -> None:
        super().__init__()
        self.rows: Rows = []
        self._depth = 0
        self._done = False
        self._unseen = 0
        self._words: list[str] | None = None
        self._covered: dict[tuple[int, int], bool] = {}
        self._at = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Begin a table, a row or a cell."""
        if tag in _UNSEEN:
            self._unseen += 1
        elif tag == "table":
            self._depth += 1
        elif tag == "tr" and self._is_own:
            self._end_cell()
            self._begin_row()
        elif tag in ("td", "th") and self._is_own:
            self._end_cell()
            self._begin_cell(dict(attrs))
        elif tag == "br" and self._words is not None:
            self._words.append(" ")

    def handle_endtag(self, tag: str) -> None:
        """End what began."""
        if tag in _UNSEEN:
            self._unseen = max(0, self._unseen - 1)
        elif tag in ("td", "th", "tr") and self._is_own:
            self._end_cell()
        elif tag == "table" and self._depth:
            self._depth -= 1
            if not self._depth:
                self._end_cell()
                self._done = True

    def handle_data(self, data: str) -> None:
        """Take the words of a cell."""
        if self._words is not None and not self._unseen:
            self._words.append(data)

    @property
    def _is_own(self) -> bool:
        return self._depth <= 1 and not self._done

    def _begin_row(self) -> None:
        self.rows.append([])
        self._at = 0

    def _begin_cell(self, attrs: dict[str, str | None]) -> None:
        if not self.rows:
            self._begin_row()
        row = len(self.rows) - 1
        while self._covered.pop((row, self._at), False):
            self.rows[-1].append("")
            self._at += 1
        if row < MOST_ROWS and self._at < MOST_COLUMNS:
            self._words = []
            self._span(row, attrs)

    def _span(self, row: int, attrs: dict[str, str | None]) -> None:
        """Keep the places free that the cell reaches over."""
        down = min(_count(attrs.get("rowspan")), MOST_ROWS - row)
        across = min(_count(attrs.get("colspan")), MOST_COLUMNS - self._at)
        for r in range(row, row + down):
            for c in range(self._at, self._at + across):
                self._covered[r, c] = True
        self._covered.pop((row, self._at))

    def _end_cell(self) -> None:
        if self._words is not None:
            self.rows[-1].append(_SPACE.sub(" ", "".join(self._words)).strip())
            self._at += 1
            self._words = None


def _count(text: str | None) -> int:
    return max(1, int(text)) if text and text.isascii() and text.isdigit() and len(text) < 5 else 1
