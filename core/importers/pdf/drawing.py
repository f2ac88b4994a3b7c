"""The straight lines and the pictures that a page draws, from the page objects of pdfium."""

import ctypes
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import pairwise
from typing import Any

from pypdfium2 import PdfPage, raw

from core.importers.pdf.sheet import Rule
from core.importers.pdf.view import Point, View

MOST_OBJECTS = 20_000
MOST_SEGMENTS = 60_000
_DEEPEST = 8
_CORNERS = 8  # a clip of more corners is no rectangle
_THIN = 3.0
_OBLONG = (4, 5, 6)  # places that the pen goes through
_SLANT = 1.0
_WHITE = 245
_SEEN = 20
_SMALLEST_PICTURE = 20.0

Box = tuple[float, float, float, float]
Matrix = tuple[float, float, float, float, float, float]
_SAME: Matrix = (1.0, 0.0, 0.0, 1.0, 0.0, 0.0)


@dataclass
class Drawing:
    """Lines across and down as seen, sides of shaded areas; how many pictures there are, and the share of the page that they cover.

    `segments` counts the strokes looked at; `full` says that there are more than any table has;
    `window` is the part of the page through which the object at hand is seen.
    """

    view: View
    across: list[Rule] = field(default_factory=list)
    down: list[Rule] = field(default_factory=list)
    shades_across: list[Rule] = field(default_factory=list)
    shades_down: list[Rule] = field(default_factory=list)
    pictures: int = 0
    covered: float = 0.0
    segments: int = 0
    full: bool = False
    window: Box = (0.0, 0.0, 0.0, 0.0)

    def add_line(self, start: Point, end: Point) -> None:
        """Take in a line between two places as seen, if it runs along an axis; only what the window shows of it."""
        left, top, right, bottom = self.window
        x0, x1 = max(min(start[0], end[0]), left), min(max(start[0], end[0]), right)
        y0, y1 = max(min(start[1], end[1]), top), min(max(start[1], end[1]), bottom)
        if x1 < x0 or y1 < y0:
            return
        if y1 - y0 <= _SLANT:
            self.across.append(Rule((y0 + y1) / 2, x0, x1))
        if x1 - x0 <= _SLANT:
            self.down.append(Rule((x0 + x1) / 2, y0, y1))

    def add_area(self, places: list[Point]) -> None:
        """Take in a filled area: a thin one is a line, another one shades a cell or more."""
        xs, ys = [x for x, _ in places], [y for _, y in places]
        left, right, top, bottom = min(xs), max(xs), min(ys), max(ys)
        if bottom - top <= _THIN:
            middle = (top + bottom) / 2
            self.add_line((left, middle), (right, middle))
        if bottom - top > _THIN and right - left > _THIN and len(places) in _OBLONG:
            self.shades_across += [Rule(top, left, right), Rule(bottom, left, right)]
            self.shades_down += [Rule(left, top, bottom), Rule(right, top, bottom)]
        if right - left <= _THIN:
            middle = (left + right) / 2
            self.add_line((middle, top), (middle, bottom))

    def add_picture(self, corner: Point, other: Point) -> None:
        """Count a picture that is large enough to be seen."""
        (x0, y0), (x1, y1) = self.view.clipped(corner), self.view.clipped(other)
        width, height = abs(x1 - x0), abs(y1 - y0)
        if width >= _SMALLEST_PICTURE and height >= _SMALLEST_PICTURE:
            self.pictures += 1
            self.covered += width * height / (self.view.width * self.view.height)


def drawn(page: PdfPage, view: View) -> Drawing:
    """Return what a page draws besides its text."""
    drawing = Drawing(view)
    for number, (item, matrix) in enumerate(_objects(page)):
        if number >= MOST_OBJECTS or drawing.segments > MOST_SEGMENTS:
            drawing.full = True
            break
        kind = raw.FPDFPageObj_GetType(item)
        if kind == raw.FPDF_PAGEOBJ_PATH:
            _add_path(item, matrix, drawing)
        elif kind == raw.FPDF_PAGEOBJ_IMAGE:
            box = [ctypes.c_float() for _ in range(4)]
            if raw.FPDFPageObj_GetBounds(item, *box):
                left, bottom, right, top = (one.value for one in box)
                drawing.add_picture(_seen(left, bottom, matrix, view), _seen(right, top, matrix, view))
    return drawing


def _objects(page: PdfPage) -> Iterator[tuple[Any, Matrix]]:
    """Yield the objects of a page and of the forms in it, each with the matrix of the forms around it."""
    handle = page.raw
    for index in range(raw.FPDFPage_CountObjects(handle)):
        yield from _inside(raw.FPDFPage_GetObject(handle, index), _SAME, 0)


def _inside(item: Any, matrix: Matrix, depth: int) -> Iterator[tuple[Any, Matrix]]:  # noqa: ANN401 (a C pointer)
    if raw.FPDFPageObj_GetType(item) != raw.FPDF_PAGEOBJ_FORM:
        yield item, matrix
        return
    if depth >= _DEEPEST:
        return
    inner = _times(_matrix_of(item), matrix)
    for index in range(raw.FPDFFormObj_CountObjects(item)):
        yield from _inside(raw.FPDFFormObj_GetObject(item, index), inner, depth + 1)


def _matrix_of(item: Any) -> Matrix:  # noqa: ANN401 (a C pointer)
    own = raw.FS_MATRIX()
    if not raw.FPDFPageObj_GetMatrix(item, own):
        return _SAME
    return own.a, own.b, own.c, own.d, own.e, own.f


def _times(first: Matrix, then: Matrix) -> Matrix:
    a, b, c, d, e, f = first
    g, h, i, j, k, m = then
    return a * g + b * i, a * h + b * j, c * g + d * i, c * h + d * j, e * g + f * i + k, e * h + f * j + m


def _seen(x: float, y: float, matrix: Matrix, view: View) -> Point:
    a, b, c, d, e, f = matrix
    return view.place(a * x + c * y + e, b * x + d * y + f)


def _add_path(item: Any, around: Matrix, drawing: Drawing) -> None:  # noqa: ANN401 (a C pointer)
    fill, stroke = ctypes.c_int(), ctypes.c_int()
    if not raw.FPDFPath_GetDrawMode(item, fill, stroke):
        return
    stroked = bool(stroke.value) and _shows(raw.FPDFPageObj_GetStrokeColor, item)
    filled = bool(fill.value) and _shows(raw.FPDFPageObj_GetFillColor, item)
    if not (stroked or filled):
        return
    segments = raw.FPDFPath_CountSegments(item)
    drawing.segments += segments
    if drawing.segments > MOST_SEGMENTS:
        return
    drawing.window = _window(item, around, drawing.view)
    for places in _strokes(item, segments, _times(_matrix_of(item), around), drawing.view):
        if stroked:
            for start, end in pairwise(places):
                drawing.add_line(start, end)
        elif len(places) > 1:
            drawing.add_area(places)


def _window(item: Any, around: Matrix, view: View) -> Box:  # noqa: ANN401 (a C pointer)
    """Return the part of the page as seen to which an object is clipped."""
    left, top, right, bottom = 0.0, 0.0, view.width, view.height
    clip = raw.FPDFPageObj_GetClipPath(item)
    x, y = ctypes.c_float(), ctypes.c_float()
    for path in range(min(raw.FPDFClipPath_CountPaths(clip), _DEEPEST) if clip else 0):
        places: list[Point] = []
        for index in range(min(raw.FPDFClipPath_CountPathSegments(clip, path), _CORNERS)):
            segment = raw.FPDFClipPath_GetPathSegment(clip, path, index)
            raw.FPDFPathSegment_GetPoint(segment, x, y)
            places.append(_seen(x.value, y.value, around, view))
        if places and len(places) < _CORNERS:
            left, top = max(left, min(x for x, _ in places)), max(top, min(y for _, y in places))
            right, bottom = min(right, max(x for x, _ in places)), min(bottom, max(y for _, y in places))
    return left, top, right, bottom


def _shows(ask: Any, item: Any) -> bool:  # noqa: ANN401 (C functions and pointers)
    """Return whether the colour is one that stands out from white paper."""
    colour = [ctypes.c_uint() for _ in range(4)]
    if not ask(item, *colour):
        return True
    red, green, blue, alpha = (one.value for one in colour)
    return alpha > _SEEN and min(red, green, blue) < _WHITE


def _strokes(item: Any, segments: int, matrix: Matrix, view: View) -> list[list[Point]]:  # noqa: ANN401 (a C pointer)
    """Return the places that a path goes through, one list for each time the pen is put down; curves part it."""
    found: list[list[Point]] = []
    x, y = ctypes.c_float(), ctypes.c_float()
    for index in range(segments):
        segment = raw.FPDFPath_GetPathSegment(item, index)
        raw.FPDFPathSegment_GetPoint(segment, x, y)
        place = _seen(x.value, y.value, matrix, view)
        kind = raw.FPDFPathSegment_GetType(segment)
        if kind == raw.FPDF_SEGMENT_LINETO and found:
            found[-1].append(place)
        else:
            found.append([place])
        if raw.FPDFPathSegment_GetClose(segment):
            found[-1].append(found[-1][0])
    return found
