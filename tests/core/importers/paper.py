"""PDFs drawn by hand with another library: words and lines put in their places, as programs of all kinds put them."""

from collections.abc import Callable, Sequence
from io import BytesIO

from reportlab.lib.pdfencrypt import StandardEncryption
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.cidfonts import UnicodeCIDFont
from reportlab.pdfgen.canvas import Canvas

from core.importers import pdf
from core.importers.document import Document, Grid, Text
from core.importers.kinds import Source

FONT = "STSong-Light"
WIDTH, HEIGHT = 595.0, 842.0
LEFT, RIGHT = 80.0, 522.0
SIZE = 16.0
STEP = 28.0
PER_LINE = int((RIGHT - LEFT) // SIZE)

Span = tuple[int, int, int, int]


class Paper:
    """A PDF in the making; places are in points from the top left corner of the page."""

    def __init__(self, encrypt: StandardEncryption | None = None) -> None:
        pdfmetrics.registerFont(UnicodeCIDFont(FONT))
        self._out = BytesIO()
        self.canvas = Canvas(self._out, pagesize=(WIDTH, HEIGHT), encrypt=encrypt)

    def words(self, left: float, base: float, text: str, size: float = SIZE) -> None:
        """Write words on a base line; letters of ASCII stand as wide as their font has them."""
        self.canvas.setFont(FONT, size)
        self.canvas.drawString(left, HEIGHT - base, text)

    def prose(self, top: float, text: str, indent: float = 2, step: float = STEP) -> float:
        """Write a paragraph broken at the width of the page; return where the next line goes."""
        first = PER_LINE - int(indent)
        self.words(LEFT + indent * SIZE, top, text[:first])
        rest = text[first:]
        while rest:
            top += step
            self.words(LEFT, top, rest[:PER_LINE])
            rest = rest[PER_LINE:]
        return top + step

    def page(self) -> None:
        """Begin the next page."""
        self.canvas.showPage()

    def done(self) -> bytes:
        """Return the file."""
        self.canvas.showPage()
        self.canvas.save()
        return self._out.getvalue()


Side = Callable[[Canvas, float, float, float, float], None]


def stroke(canvas: Canvas, x0: float, y0: float, x1: float, y1: float) -> None:
    """Draw a side of a cell as a line."""
    canvas.setLineWidth(0.5)
    canvas.line(x0, y0, x1, y1)


def sliver(canvas: Canvas, x0: float, y0: float, x1: float, y1: float) -> None:
    """Draw a side of a cell as a thin filled rectangle, as Word does."""
    canvas.rect(x0 - 0.24, y0 - 0.24, x1 - x0 + 0.48, y1 - y0 + 0.48, stroke=0, fill=1)


def double(canvas: Canvas, x0: float, y0: float, x1: float, y1: float) -> None:
    """Draw a side of a cell as a double line."""
    across = y0 == y1
    for shift in (-0.8, 0.8):
        stroke(
            canvas,
            x0 + shift * (not across),
            y0 + shift * across,
            x1 + shift * (not across),
            y1 + shift * across,
        )


def dotted(canvas: Canvas, x0: float, y0: float, x1: float, y1: float) -> None:
    """Draw a side of a cell as a row of dots."""
    steps = int(max(x1 - x0, y1 - y0))
    for step in range(steps + 1):
        x, y = x0 + (x1 - x0) * step / steps, y0 + (y1 - y0) * step / steps
        canvas.rect(x - 0.25, y - 0.25, 0.5, 0.5, stroke=0, fill=1)


def ruled(
    paper: Paper,
    cells: dict[Span, str],
    xs: Sequence[float],
    ys: Sequence[float],
    side: Side = stroke,
    without: Sequence[tuple[float, float, float, float]] = (),
) -> None:
    """Draw cells, each (row, column, rows, columns), between the places given; sides in `without` are left out."""
    for (row, column, rows, columns), text in cells.items():
        x0, x1 = xs[column], xs[column + columns]
        y0, y1 = ys[row], ys[row + rows]
        for line in ((x0, y0, x1, y0), (x0, y1, x1, y1), (x0, y0, x0, y1), (x1, y0, x1, y1)):
            if line not in without:
                side(
                    paper.canvas,
                    line[0],
                    HEIGHT - max(line[1], line[3]),
                    line[2],
                    HEIGHT - min(line[1], line[3]),
                )
        for number, part in enumerate(text.split("\n")):
            paper.words(x0 + 3, y0 + 14 + number * 12, part, 10)


def plain(rows: Sequence[Sequence[str]], top: int = 0) -> dict[Span, str]:
    """Return the cells of a table in which nothing is merged."""
    return {(top + r, c, 1, 1): text for r, row in enumerate(rows) for c, text in enumerate(row)}


def read(data: bytes, known: frozenset[str] = frozenset(), name: str = "报告.pdf") -> Document:
    """Return what the reader finds."""
    return pdf.read(Source(name, data, "pdf"), known)


def texts(document: Document) -> list[str]:
    """Return the paragraphs."""
    return [one.text for one in document.elements if isinstance(one, Text)]


def grids(document: Document) -> list[Grid]:
    """Return the tables."""
    return [one for one in document.elements if isinstance(one, Grid)]


def words_of(grid: Grid) -> list[list[str]]:
    """Return the words of a table, row by row."""
    return [[cell.text for cell in row] for row in grid.rows]
