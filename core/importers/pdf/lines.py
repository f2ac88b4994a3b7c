"""Characters put together into lines by their base lines, and lines into text: nothing glued, nothing torn apart."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from core.importers.pdf.sheet import Glyph

_SAME_LINE = 0.35
_TWICE = 0.12
_OVERLAP = 0.5
_WORD_GAP = 0.16
_COLUMN_GAP = 1.5
_FIGURE_GAP = 0.45
_ADDRESS = re.compile(r"[\w:/.@%?=&#-]*[/.@:][\w:/.@%?=&#-]*$", re.ASCII)
_FIGURE = re.compile(r"[\d.,，．]")

BROKEN_NUMBER = "数字在换行处断开，已接在一起"
TWO_NUMBERS = "这里像是两个数挨在一起"
OVERPRINTED = "这里有文字互相重叠"


@dataclass(frozen=True, slots=True)
class Line:
    """Characters on one base line from left to right; `doubt` says what is not sure of them."""

    glyphs: tuple[Glyph, ...]
    doubt: str = ""

    @property
    def text(self) -> str:
        """The words of the line."""
        return joined_glyphs(self.glyphs)

    @property
    def left(self) -> float:
        """Where it starts."""
        return self.glyphs[0].left

    @property
    def right(self) -> float:
        """Where it ends."""
        return self.glyphs[-1].right

    @property
    def base(self) -> float:
        """Where its characters stand."""
        return self.glyphs[0].base

    @property
    def size(self) -> float:
        """The size of most of its characters."""
        sizes = sorted(glyph.size for glyph in self.glyphs)
        return sizes[len(sizes) // 2]

    def pieces(self) -> list["Line"]:
        """Return the parts of the line between wide gaps."""
        parts: list[list[Glyph]] = [[self.glyphs[0]]]
        for before, glyph in pairwise(self.glyphs):
            if glyph.left - before.right > _COLUMN_GAP * max(before.size, glyph.size):
                parts.append([])
            parts[-1].append(glyph)
        return [Line(tuple(part)) for part in parts]


def lines_of(glyphs: Iterable[Glyph]) -> list[Line]:
    """Return the lines that the characters stand in, from top to bottom."""
    rows: list[list[Glyph]] = []
    for glyph in sorted(glyphs, key=lambda one: one.base):
        if rows and glyph.base - rows[-1][0].base <= _SAME_LINE * max(glyph.size, rows[-1][0].size):
            rows[-1].append(glyph)
        else:
            rows.append([glyph])
    return [_line(row) for row in rows]


def _line(row: Sequence[Glyph]) -> Line:
    """Return one line; a character struck twice for boldness is one, two different ones in a place are a doubt."""
    kept: list[Glyph] = []
    doubt = ""
    for glyph in sorted(row, key=lambda one: one.left):
        if any(_is_again(glyph, other) for other in kept[-3:]):
            continue
        if kept and kept[-1].right - glyph.left > _OVERLAP * min(_width(glyph), _width(kept[-1])):
            doubt = OVERPRINTED
        kept.append(glyph)
    return Line(tuple(kept), doubt)


def _is_again(glyph: Glyph, other: Glyph) -> bool:
    return glyph.text == other.text and abs(glyph.left - other.left) <= _TWICE * glyph.size


def _width(glyph: Glyph) -> float:
    return glyph.right - glyph.left


def joined_glyphs(glyphs: Sequence[Glyph]) -> str:
    """Return the words of characters on one line, with a blank where the source has one or a gap between words."""
    text = glyphs[0].text
    usual = _usual_gap(glyphs)
    for before, glyph in pairwise(glyphs):
        gap = glyph.left - before.right
        wide = gap > usual + _WORD_GAP * glyph.size and _is_latin(before) == _is_latin(glyph)
        if glyph.spaced or wide or gap > _COLUMN_GAP * glyph.size:
            text += " "
        text += glyph.text
    return text


def _usual_gap(glyphs: Sequence[Glyph]) -> float:
    gaps = sorted(after.left - before.right for before, after in pairwise(glyphs))
    return max(gaps[len(gaps) // 2], 0.0) if gaps else 0.0


def _is_latin(glyph: Glyph) -> bool:
    """Return whether it is a letter or digit beside which typesetters leave a gap in Chinese text."""
    return glyph.text.isascii() and glyph.text.isalnum()


def splits_figures(line: Line) -> bool:
    """Return whether a gap parts digits on the line, so that they may be two numbers."""
    for before, glyph in pairwise(line.glyphs):
        both = _FIGURE.match(before.text) and _FIGURE.match(glyph.text)
        gap = glyph.left - before.right
        if both and (glyph.spaced or gap > _FIGURE_GAP * glyph.size):
            return True
    return False


def joint(above: str, below: str) -> str:
    """Return what stands between a line and the one that goes on from it: a blank between words, else nothing."""
    if not (above and below and above[-1].isascii() and below[0].isascii()):
        return ""
    if not (above[-1].isalpha() and below[0].isalpha()):
        return " " if above[-1] in ",;" and below[0].isalpha() else ""
    return "" if _ADDRESS.search(above) else " "


def parts_figure(above: str, below: str) -> bool:
    """Return whether the end of a line falls within a number, or between two."""
    return bool(_FIGURE.match(above[-1:]) and below[:1].isdigit())
