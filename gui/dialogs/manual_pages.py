"""A page of the manual on paper: it is parted between its lines and rows, and no heading stands alone at the foot."""

from collections.abc import Iterator
from dataclasses import dataclass

from PySide6.QtCore import QRectF, QSizeF, Qt
from PySide6.QtGui import (
    QAbstractTextDocumentLayout,
    QPagedPaintDevice,
    QPainter,
    QPalette,
    QTextBlock,
    QTextDocument,
    QTextTable,
)
from PySide6.QtPrintSupport import QPrinter

_MARGIN = 20  # mm, from the edge of the sheet
_INCH = 25.4
_SCREEN = 96  # the dots of an inch in which frames are measured


@dataclass(frozen=True, slots=True)
class _Piece:
    """What is not parted: a line, or a row of a table; one that is `held` stays with the next."""

    top: float
    bottom: float
    held: bool


def draw(document: QTextDocument, device: QPagedPaintDevice) -> None:
    """Paint a document on as many pages as it needs, numbered at the foot where there are several.

    Of a printer only the pages that the clerk asked for.
    """
    painter = QPainter(device)
    if not painter.isActive():
        return
    page = QRectF(device.pageLayout().fullRectPixels(painter.device().logicalDpiX()))
    margin = _MARGIN / _INCH * painter.device().logicalDpiX()
    area = page.adjusted(margin, margin, -margin, -margin)
    made = document.clone()
    made.documentLayout().setPaintDevice(painter.device())
    made.setPageSize(QSizeF(area.width(), -1))
    slices = parted(made, area.height())
    painter.translate(-device.pageLayout().paintRectPixels(painter.device().logicalDpiX()).topLeft())
    wanted = _wanted(device, len(slices))
    for number in wanted:
        if number > wanted.start:
            device.newPage()
        _draw_slice(painter, made, area, *slices[number - 1])
        if len(slices) > 1:
            foot = QRectF(area.left(), area.bottom(), area.width(), margin)
            painter.drawText(foot, Qt.AlignmentFlag.AlignCenter, str(number))
    painter.end()


def _wanted(device: QPagedPaintDevice, count: int) -> range:
    """Return the numbers of the pages to print."""
    if isinstance(device, QPrinter) and device.printRange() == QPrinter.PrintRange.PageRange:
        return range(max(1, device.fromPage()), min(count, device.toPage() or count) + 1)
    return range(1, count + 1)


def _draw_slice(painter: QPainter, made: QTextDocument, area: QRectF, top: float, bottom: float) -> None:
    painter.save()
    painter.translate(area.left(), area.top() - top)
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


def parted(made: QTextDocument, height: float) -> list[tuple[float, float]]:
    """Return the top and the end of each page of a document that is laid out as one long page."""
    pieces = list(_pieces(made))
    slices: list[tuple[float, float]] = []
    first = 0
    while first < len(pieces):
        last = first
        while last + 1 < len(pieces) and pieces[last + 1].bottom - pieces[first].top <= height:
            last += 1
        end = last
        while last + 1 < len(pieces) and end > first and pieces[end].held:
            end -= 1
        end = last if pieces[end].held else end  # nothing but headings: they are parted after all
        slices.append((pieces[first].top, pieces[end].bottom))
        first = end + 1
    return slices


def _pieces(made: QTextDocument) -> Iterator[_Piece]:
    """Yield the lines and rows from above, headings held by what is below them."""
    for child in made.rootFrame():  # type: ignore[attr-defined]
        frame = child.currentFrame()
        if isinstance(frame, QTextTable):
            yield from _rows(made, frame)
        elif child.currentBlock().isValid():
            yield from _lines(made, child.currentBlock())


def _lines(made: QTextDocument, block: QTextBlock) -> Iterator[_Piece]:
    whole = made.documentLayout().blockBoundingRect(block)
    held = block.blockFormat().headingLevel() > 0
    for index in range(block.layout().lineCount()):
        line = block.layout().lineAt(index).rect().translated(block.layout().position())
        yield _Piece(line.top(), line.bottom(), held)
    if not block.layout().lineCount():
        yield _Piece(whole.top(), whole.bottom(), held)


def _rows(made: QTextDocument, table: QTextTable) -> Iterator[_Piece]:
    """Yield the rows of a table, parted half way between what stands in them; the first, its head, is held."""
    box = made.documentLayout().blockBoundingRect
    tops, ends = [], []
    for row in range(table.rows()):
        cells = [table.cellAt(row, column) for column in range(table.columns())]
        tops.append(min(box(one.firstCursorPosition().block()).top() for one in cells))
        ends.append(max(box(one.lastCursorPosition().block()).bottom() for one in cells))
    between = min((top - end for end, top in zip(ends, tops[1:], strict=False)), default=0) / 2
    for row, top in enumerate(tops):
        below = tops[row + 1] - between if row + 1 < len(tops) else ends[row] + between
        yield _Piece(top - between, below, row == 0)
