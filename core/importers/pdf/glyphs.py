"""The characters of a page with their places, from the text page of pdfium; what is no text of the page is left out."""

import ctypes
import math
import unicodedata
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import NamedTuple

from pypdfium2 import PdfPage, raw

from core.importers.pdf.sheet import Glyph
from core.importers.pdf.view import View

MOST_GLYPHS = 60_000
_HYPHEN = "\x02"  # what pdfium makes of a hyphen at the end of a line
_PALE_ALPHA = 160
_PALE_GREY = 185
_LARGE = 1.7
_RADICALS = str.maketrans(  # some fonts name a character by the radical that looks the same
    "⺟⺠⻁⻄⻅⻆⻉⻋⻓⻔⻘⻚⻛⻜⻝⻢⻣⻤⻥⻦⻧⻨⻩⻬⻮⻰⻳",
    "母民虎西见角贝车长门青页风飞食马骨鬼鱼鸟卤麦黄齐齿龙龟",
)
_WIDE_FROM = "\u2e80"
_UPRIGHT = 4  # degrees that a line of text may lean
_INVISIBLE = raw.FPDF_TEXTRENDERMODE_INVISIBLE


class _Raw(NamedTuple):
    """A character as pdfium gives it, in places of the file."""

    text: str
    x: float
    y: float
    x_end: float
    y_end: float
    size: float
    angle: float
    pale: bool
    hidden: bool
    spaced: bool


@dataclass(frozen=True, slots=True)
class Written:
    """The text of a page: its glyphs, the view in which they stand upright, words aslant or pale left out.

    `unmapped` counts characters for which the font does not say what they are; `guessed` says that most of the text
    is not painted but lies over a picture, as text recognition leaves it.
    """

    glyphs: list[Glyph]
    view: View
    turned: str
    unmapped: int
    guessed: bool


class _Probe:
    """Asks pdfium for one character after another, with the memory for its answers made once."""

    def __init__(self, text: object) -> None:
        self.unmapped = 0
        self.hidden = 0
        self._text = text
        self._x, self._y = ctypes.c_double(), ctypes.c_double()
        self._box, self._matrix = raw.FS_RECTF(), raw.FS_MATRIX()
        self._colour = [ctypes.c_uint() for _ in range(4)]

    def take(self, index: int, char: str, spaced: bool) -> _Raw:
        """Return the character of that number."""
        raw.FPDFText_GetCharOrigin(self._text, index, self._x, self._y)
        raw.FPDFText_GetLooseCharBox(self._text, index, self._box)
        raw.FPDFText_GetMatrix(self._text, index, self._matrix)
        a, b = self._matrix.a, self._matrix.b
        scale = math.hypot(self._matrix.c, self._matrix.d) or 1.0
        size = raw.FPDFText_GetFontSize(self._text, index) * scale
        x, y = self._x.value, self._y.value
        angle = math.degrees(math.atan2(b, a)) % 360
        wide = raw.FPDFText_GetFontSize(self._text, index) * math.hypot(a, b) if char >= _WIDE_FROM else 0.0
        x_end, y_end = self._end(angle, x, y, wide)
        self.unmapped += raw.FPDFText_HasUnicodeMapError(self._text, index) == 1
        hidden = self._is_hidden(index)
        self.hidden += hidden
        return _Raw(char, x, y, x_end, y_end, abs(size) or 1.0, angle, self._is_pale(index), hidden, spaced)

    def _end(self, angle: float, x: float, y: float, wide: float) -> tuple[float, float]:
        """Return where the character ends in the direction in which it is written.

        A Chinese one is as wide as its font is high, where pdfium knows no more than its strokes.
        """
        turns = round(angle / 90) % 4
        if turns % 2:
            return x, max(self._box.top, y + wide) if turns == 1 else min(self._box.bottom, y - wide)
        return min(self._box.left, x - wide) if turns == 2 else max(self._box.right, x + wide), y

    def _is_hidden(self, index: int) -> bool:
        written_as = raw.FPDFText_GetTextObject(self._text, index)
        return bool(raw.FPDFTextObj_GetTextRenderMode(written_as) == _INVISIBLE)

    def _is_pale(self, index: int) -> bool:
        if not raw.FPDFText_GetFillColor(self._text, index, *self._colour):
            return False
        red, green, blue, alpha = (part.value for part in self._colour)
        return alpha < _PALE_ALPHA or (min(red, green, blue) >= _PALE_GREY and alpha > 0)


def written(page: PdfPage, view: View) -> Written:
    """Return the text of a page; the direction that most of it has is upright."""
    text = page.get_textpage()
    try:
        probe = _Probe(text.raw)
        found = _characters(text.raw, probe)
    finally:
        text.close()
    turns = Counter(round(one.angle / 90) % 4 for one in found if _leans(one.angle) <= _UPRIGHT)
    view = replace(view, turns=turns.most_common(1)[0][0] if turns else 0)
    guessed = probe.hidden * 2 > len(found)
    pale_from = _usual_size(found) * _LARGE
    glyphs, left_out = [], ""
    for one in found:
        if one.hidden and not guessed:
            continue
        if not _is_upright(one, view.turns) or (one.pale and one.size > pale_from):
            left_out += one.text
        elif glyph := _glyph(one, view):
            glyphs.append(glyph)
    return Written(glyphs, view, left_out, probe.unmapped, guessed)


def _characters(text: object, probe: _Probe) -> list[_Raw]:
    found: list[_Raw] = []
    spaced = False
    for index in range(min(raw.FPDFText_CountChars(text), MOST_GLYPHS)):
        char = chr(raw.FPDFText_GetUnicode(text, index))
        if char == _HYPHEN:
            char = "-"
        elif "\u2f00" <= char <= "\u2fd5":
            char = unicodedata.normalize("NFKC", char)
        if char.isspace() or char == "\0":
            spaced = spaced or raw.FPDFText_IsGenerated(text, index) == 0
            probe.unmapped += char == "\0"
            continue
        found.append(probe.take(index, char.translate(_RADICALS), spaced))
        spaced = False
    return found


def _leans(angle: float) -> float:
    return abs((angle + 45) % 90 - 45)


def _is_upright(one: _Raw, turns: int) -> bool:
    return _leans(one.angle) <= _UPRIGHT and round(one.angle / 90) % 4 == turns


def _usual_size(found: Sequence[_Raw]) -> float:
    sizes = sorted(one.size for one in found)
    return sizes[len(sizes) // 2] if sizes else 1.0


def _glyph(one: _Raw, view: View) -> Glyph | None:
    """Return the character as seen, None where it lies outside the visible page."""
    left, base = view.place(one.x, one.y)
    right, _ = view.place(one.x_end, one.y_end)
    if not view.holds((left, base)):
        return None
    return Glyph(one.text, left, max(right, left + 0.1), base, one.size, one.spaced)
