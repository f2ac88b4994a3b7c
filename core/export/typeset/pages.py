"""Strips and tables stacked into pages, with page numbers and the places of the blocks."""

import math
from collections.abc import Sequence

from core.blocks import Anchor
from core.export.typeset.compose import Piece
from core.export.typeset.marks import Bookmark, Box, Mark, PageBreak, Place, Sheet, Strip
from core.export.typeset.setting import MM, Setter
from core.export.typeset.tables import LaidTable
from core.style import Role

_TINY = 0.01


class Pages:
    """The pages so far, and how far down the last one is filled."""

    def __init__(self, setter: Setter) -> None:
        page = setter.style.page
        self._setter = setter
        self._left, self._top = page.left * MM, page.top * MM
        self._pitch = page.line_pitch
        self._room = page.lines * page.line_pitch
        self._filled = self._grid = 0.0  # the lines of the page are counted from there
        self._marks: list[list[Mark]] = [[]]
        self._bookmarks: list[list[tuple[float, Bookmark]]] = [[]]
        self._boxes: dict[tuple[int, Anchor], Box] = {}

    def fill(self, pieces: Sequence[Piece]) -> None:
        """Stack the pieces of a document."""
        needs = self._needs(pieces)
        for piece, need in zip(pieces, needs, strict=True):
            match piece:
                case PageBreak():
                    self._turn()
                case Strip():
                    self._put(piece, need)
                case LaidTable():
                    self._put_table(piece)

    def sheets(self) -> list[Sheet]:
        """Return the finished pages, numbered."""
        return [
            Sheet(number, (*marks, *self._number(number)), tuple(bookmarks))
            for number, (marks, bookmarks) in enumerate(zip(self._marks, self._bookmarks, strict=True), 1)
        ]

    def places(self) -> tuple[Place, ...]:
        """Return where each block came to stand."""
        return tuple(Place(page, box, anchor) for (page, anchor), box in self._boxes.items())

    def _needs(self, pieces: Sequence[Piece]) -> list[float]:
        """Return for each piece the height that must be free: its own and that of what it is kept with."""
        needs = [_least(piece) for piece in pieces]
        for index in range(len(pieces) - 2, -1, -1):
            piece = pieces[index]
            if isinstance(piece, Strip) and piece.keep:
                needs[index] += needs[index + 1]
        return needs

    def _put(self, strip: Strip, need: float) -> None:
        if strip.on_grid:
            lines = math.ceil((self._filled - self._grid - _TINY) / self._pitch)
            self._filled = self._grid + lines * self._pitch
        together = need if need <= self._room else strip.height
        if self._filled and self._filled + together > self._room + _TINY:
            self._turn()
        if not strip.marks and not self._filled:
            return
        top = self._top + self._filled
        self._marks[-1] += [mark.moved(self._left, top) for mark in strip.marks]
        if strip.bookmark:
            self._bookmarks[-1].append((top, strip.bookmark))
        self._note(strip.anchor, strip.height)
        self._filled += strip.height
        if strip.starts_grid:
            self._grid = self._filled

    def _put_table(self, table: LaidTable) -> None:
        """Put a table where it begins to fit, which the strip above it has seen to, and on the pages after."""
        parts = table.divide(self._room - self._filled, self._room)
        for number, (height, marks) in enumerate(table.draw(parts)):
            if number:
                self._turn()
            self._marks[-1] += [mark.moved(self._left, self._top + self._filled) for mark in marks]
            self._note(table.anchor, height)
            self._filled += height

    def _turn(self) -> None:
        if self._filled:
            self._marks.append([])
            self._bookmarks.append([])
            self._filled = self._grid = 0.0

    def _note(self, anchor: Anchor | None, height: float) -> None:
        if anchor:
            key = (len(self._marks), anchor)
            top = self._top + self._filled
            left, right = self._left, self._left + self._setter.measure
            known = self._boxes.get(key)
            self._boxes[key] = (left, known[1] if known else top, right, top + height)

    def _number(self, number: int) -> tuple[Mark, ...]:
        """Return the page number: one character from the outer edge of the type area, or in the centre."""
        style = self._setter.style
        look = style.page_number
        text = f"{look.dash} {number} {look.dash}"
        line = self._setter.plain(text, Role(font=look.font, size=look.size))
        at_left = look.size
        at_right = self._setter.measure - look.size - line.width
        x = (at_left + at_right) / 2 if look.place == "center" else at_right if number % 2 else at_left
        below = (style.page.height - style.page.bottom + look.below) * MM
        return line.at(self._left + x, below + 0.7 * look.size)


def _least(piece: Piece) -> float:
    match piece:
        case Strip():
            return piece.height
        case LaidTable():
            return piece.least()
    return 0.0
