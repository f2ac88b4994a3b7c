"""A page of the manual on paper: the same in every size of the interface, parted between its lines and rows.

No heading stands alone at the foot, and where a table goes on, its head stands above it again. Nor does one line of a
paragraph or one row of a table stand alone on a page, and the last page has a few lines at least.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from PySide6.QtCore import QRectF, QSizeF, Qt
from PySide6.QtGui import (
    QAbstractTextDocumentLayout,
    QBrush,
    QPagedPaintDevice,
    QPainter,
    QPalette,
    QTextBlock,
    QTextDocument,
    QTextFrameFormat,
    QTextLength,
    QTextTable,
)
from PySide6.QtPrintSupport import QPrinter

_MARGIN = 20  # mm, from the edge of the sheet
_INCH = 25.4
_SCREEN = 96  # the dots of an inch in which frames are measured
_POINTS = 12
_KEYS, _SHARE_OF_KEYS = "按键", 40  # percent of the width of a table; the other columns share the rest
_PADDING, _BEHIND_TABLE = 3, 10  # dots
_FEWEST = 3  # lines or rows on the last page


@dataclass(frozen=True, slots=True)
class _Piece:
    """What is not parted: a line, or a row of a table; one that is `held` stays with the next.

    `head` is the first row of the table in which a later one stands.
    """

    top: float
    bottom: float
    held: bool
    head: "_Piece | None" = None

    @property
    def height(self) -> float:
        """How high it is."""
        return self.bottom - self.top


@dataclass(frozen=True, slots=True)
class Slice:
    """What stands on one page: from `top` to `bottom` of the document, under the head of a table that goes on."""

    top: float
    bottom: float
    head: _Piece | None = None

    @property
    def height(self) -> float:
        """How high all of it is."""
        return self.bottom - self.top + (self.head.height if self.head else 0)


def fill(document: QTextDocument, markdown: str) -> None:
    """Put a page of the manual into a document; its margins follow the size of the letters in which it is shown."""
    known = QTextDocument.MarkdownFeature
    document.setMarkdown(markdown, known.MarkdownDialectGitHub | known.MarkdownNoHTML)


def draw(markdown: str, device: QPagedPaintDevice) -> None:
    """Paint a page of the manual on as many sheets as it needs, numbered at the foot where there are several.

    Of a printer only the pages that the clerk asked for.
    """
    painter = QPainter(device)
    if not painter.isActive():
        return
    page = QRectF(device.pageLayout().fullRectPixels(painter.device().logicalDpiX()))
    margin = _MARGIN / _INCH * painter.device().logicalDpiX()
    area = page.adjusted(margin, margin, -margin, -margin)
    made = on_paper(markdown)
    made.documentLayout().setPaintDevice(painter.device())
    made.setPageSize(QSizeF(area.width(), -1))
    slices = parted(made, area.height())
    painter.translate(-device.pageLayout().paintRectPixels(painter.device().logicalDpiX()).topLeft())
    wanted = _wanted(device, len(slices))
    for number in wanted:
        if number > wanted.start:
            device.newPage()
        _draw_slice(painter, made, area, slices[number - 1])
        if len(slices) > 1:
            foot = QRectF(area.left(), area.bottom(), area.width(), margin)
            painter.setFont(made.defaultFont())
            painter.drawText(foot, Qt.AlignmentFlag.AlignCenter, str(number))
    painter.end()


def on_paper(markdown: str) -> QTextDocument:
    """Return a page of the manual as it is printed: words of one size, tables as wide as the page, in like columns."""
    made = QTextDocument()
    font = made.defaultFont()
    font.setPointSizeF(_POINTS)
    made.setDefaultFont(font)
    made.setDocumentMargin(0)
    fill(made, markdown)
    for child in made.rootFrame().childFrames():
        if isinstance(child, QTextTable):
            _widen(child)
    return made


def _widen(table: QTextTable) -> None:
    heads = [
        table.cellAt(0, column).firstCursorPosition().block().text() for column in range(table.columns())
    ]
    others = 100 - _SHARE_OF_KEYS * heads.count(_KEYS)
    shares = [
        _SHARE_OF_KEYS if head == _KEYS else others / max(1, len(heads) - heads.count(_KEYS))
        for head in heads
    ]
    look = table.format()
    percent = QTextLength.Type.PercentageLength
    look.setWidth(QTextLength(percent, 100))
    look.setColumnWidthConstraints([QTextLength(percent, share) for share in shares])
    look.setBorderStyle(QTextFrameFormat.BorderStyle.BorderStyle_Solid)
    look.setBorderBrush(QBrush(Qt.GlobalColor.darkGray))
    look.setBorderCollapse(True)
    look.setCellPadding(_PADDING)
    look.setBottomMargin(_BEHIND_TABLE)
    table.setFormat(look)


def _wanted(device: QPagedPaintDevice, count: int) -> range:
    """Return the numbers of the pages to print."""
    if isinstance(device, QPrinter) and device.printRange() == QPrinter.PrintRange.PageRange:
        return range(max(1, device.fromPage()), min(count, device.toPage() or count) + 1)
    return range(1, count + 1)


def _draw_slice(painter: QPainter, made: QTextDocument, area: QRectF, shown: Slice) -> None:
    at = area.top()
    if shown.head:
        _draw_part(painter, made, area, at, shown.head.top, shown.head.bottom)
        at += shown.head.height
    _draw_part(painter, made, area, at, shown.top, shown.bottom)


def _draw_part(
    painter: QPainter, made: QTextDocument, area: QRectF, at: float, top: float, bottom: float
) -> None:
    """Paint what stands between two heights of a document, its top at a height of the page."""
    painter.save()
    painter.translate(area.left(), at - top)
    # what a row shares with the next, its frame, is painted with both; what only touches it is on another page
    frame = painter.device().logicalDpiX() / _SCREEN
    inner = QRectF(0, top + frame, area.width(), bottom - top - 2 * frame)
    context = QAbstractTextDocumentLayout.PaintContext()
    colours = QPalette(context.palette)  # type: ignore[attr-defined]
    colours.setColor(QPalette.ColorRole.Text, Qt.GlobalColor.black)
    context.palette = colours  # type: ignore[attr-defined]
    context.clip = inner  # type: ignore[attr-defined]
    painter.setClipRect(inner.adjusted(0, -2 * frame, 0, 2 * frame))
    made.documentLayout().draw(painter, context)
    painter.restore()


def parted(made: QTextDocument, height: float) -> list[Slice]:
    """Return what stands on each page of a document that is laid out as one long page."""
    pieces = list(_pieces(made))
    pieces[-_FEWEST:-1] = [replace(one, held=True) for one in pieces[-_FEWEST:-1]]
    slices: list[Slice] = []
    first = 0
    while first < len(pieces):
        head = pieces[first].head
        room = height - (head.height if head else 0)
        last = first
        while last + 1 < len(pieces) and pieces[last + 1].bottom - pieces[first].top <= room:
            last += 1
        end = last
        while last + 1 < len(pieces) and end > first and pieces[end].held:
            end -= 1
        end = last if pieces[end].held else end  # nothing but headings: they are parted after all
        slices.append(Slice(pieces[first].top, pieces[end].bottom, head))
        first = end + 1
    return slices


def _pieces(made: QTextDocument) -> Iterator[_Piece]:
    """Yield the lines and rows from above, headings held by what is below them.

    The empty line that Qt keeps behind each table takes no room: it is laid over the last row, which it would part.
    """
    for child in made.rootFrame():  # type: ignore[attr-defined]
        frame = child.currentFrame()
        if isinstance(frame, QTextTable):
            yield from _rows(made, frame)
        elif child.currentBlock().text():
            yield from _lines(made, child.currentBlock())


def _lines(made: QTextDocument, block: QTextBlock) -> Iterator[_Piece]:
    whole = made.documentLayout().blockBoundingRect(block)
    held = block.blockFormat().headingLevel() > 0
    count = block.layout().lineCount()
    for index in range(count):
        line = block.layout().lineAt(index).rect().translated(block.layout().position())
        yield _Piece(line.top(), line.bottom(), held or _is_at_an_end(index, count))
    if not count:
        yield _Piece(whole.top(), whole.bottom(), held)


def _is_at_an_end(index: int, count: int) -> bool:
    """Return whether a line or row must stay with the next: it is the first or the last but one."""
    return count > 1 and index in (0, count - 2)


def _rows(made: QTextDocument, table: QTextTable) -> Iterator[_Piece]:
    """Yield the rows of a table, parted half way between what stands in them; the first is its head, and held.

    So is the row below it, and the last but one.
    """
    box = made.documentLayout().blockBoundingRect
    tops, ends = [], []
    for row in range(table.rows()):
        cells = [table.cellAt(row, column) for column in range(table.columns())]
        tops.append(min(box(one.firstCursorPosition().block()).top() for one in cells))
        ends.append(max(box(one.lastCursorPosition().block()).bottom() for one in cells))
    between = min((top - end for end, top in zip(ends, tops[1:], strict=False)), default=0) / 2
    head = None
    for row, top in enumerate(tops):
        below = tops[row + 1] - between if row + 1 < len(tops) else ends[row] + between
        held = row == 0 or _is_at_an_end(row - 1, len(tops) - 1)
        piece = _Piece(top - between, below, held, head)
        head = head or piece
        yield piece
