"""A TrueType file read at once: the library reads each number of its tables by a call of its own, five times as slow."""

from collections.abc import Sequence
from struct import calcsize, error, unpack_from

from reportlab.pdfbase.ttfonts import TTFError, TTFontFace

_WINDOWS = 3
_SEGMENTS, _GROUPS = 4, 12  # the formats of the table of characters that fonts of today have
_NO_CHARACTER = 0xFFFF


class Face(TTFontFace):
    """reportlab's face; what it cannot read at once, it reads the library's way."""

    _ttf_data: bytes

    def extractInfo(self, charInfo: int = 1) -> None:  # noqa: N802, N803 - reportlab calls it so
        """Read the tables; with `charInfo` those of the characters too; TTFError where the file is damaged."""
        try:
            super().extractInfo(charInfo=0)
            if charInfo:
                self._read_all()
        except (error, LookupError) as problem:
            raise TTFError(str(problem)) from problem

    def _read_all(self) -> None:
        try:
            self._read_characters()
        except (error, LookupError, ValueError):
            super().extractInfo(charInfo=1)

    def _read_characters(self) -> None:
        self.charToGlyph = self._characters()
        self.glyphToChar: dict[int, list[int]] = {}  # only for shaping, which Chinese does without
        space = self.charToGlyph.get(0x20) or self.charToGlyph.get(0xA0)
        if space:
            self.charToGlyph |= {0x20: space, 0xA0: space}
        self.hmetrics = self._metrics()
        self.charWidths = _Widths(self.charToGlyph, self.hmetrics, 1000 / self.unitsPerEm)
        self.defaultWidth = self.charWidths.of_glyph(0)
        self.glyphPos = self._places()

    def _table(self, tag: str, form: str, at: int = 0) -> tuple[int, ...]:
        """Return numbers from a table; LookupError where it is too short for them."""
        start, length = self.get_table_pos(tag)
        if at + calcsize(form) > length:
            raise LookupError(tag)
        return unpack_from(form, self._ttf_data, start + at)

    def _characters(self) -> dict[int, int]:
        """Return the glyph of each character; ValueError where the table is in a form of old."""
        _, count = self._table("cmap", ">2H")
        records = self._table("cmap", ">" + "2HL" * count, 4)
        places = [
            at for platform, at in zip(records[::3], records[2::3], strict=True) if platform == _WINDOWS
        ]
        if not places:
            raise ValueError("no table of Unicode characters")
        (form,) = self._table("cmap", ">H", places[-1])
        if form == _GROUPS:
            return self._from_groups(places[-1])
        if form == _SEGMENTS:
            return self._from_segments(places[-1])
        raise ValueError(f"table of characters in format {form}")

    def _from_groups(self, at: int) -> dict[int, int]:
        (count,) = self._table("cmap", ">L", at + 12)
        numbers = self._table("cmap", f">{3 * count}L", at + 16)
        glyphs: dict[int, int] = {}
        for first, last, glyph in zip(numbers[::3], numbers[1::3], numbers[2::3], strict=True):
            if first == last:  # the groups of Chinese fonts are mostly of one character
                glyphs[first] = glyph
            else:
                glyphs.update(
                    zip(range(first, last + 1), range(glyph, glyph + last + 1 - first), strict=True)
                )
        return self._known(glyphs)

    def _from_segments(self, at: int) -> dict[int, int]:
        count = self._table("cmap", ">H", at + 6)[0] // 2
        form = f">{count}H"
        lasts, firsts, deltas, offsets = (
            self._table("cmap", form, at + 14 + 2 * count * number + (2 if number else 0))
            for number in range(4)
        )
        glyphs: dict[int, int] = {}
        for number, (first, last, delta, offset) in enumerate(
            zip(firsts, lasts, deltas, offsets, strict=True)
        ):
            found: tuple[int, ...] | range = range(first, last + 1)
            if first == _NO_CHARACTER:
                continue
            if offset:
                place = at + 16 + 2 * (3 * count + number) + offset
                found = self._table("cmap", f">{last + 1 - first}H", place)
            shifted = ((glyph + delta) & 0xFFFF if glyph or not offset else 0 for glyph in found)
            glyphs.update(zip(range(first, last + 1), shifted, strict=True))
        return self._known(glyphs)

    def _known(self, glyphs: dict[int, int]) -> dict[int, int]:
        """Return the characters that have a glyph of their own."""
        return {char: glyph for char, glyph in glyphs.items() if 0 < glyph < self.numGlyphs}

    def _metrics(self) -> "_Metrics":
        """Return width and left side of each glyph; those after the last width have that one."""
        (count,) = self._table("hhea", ">H", 34)
        numbers = self._table("hmtx", f">{2 * count}H")
        return _Metrics(numbers, self._table("hmtx", f">{self.numGlyphs - count}H", 4 * count))

    def _places(self) -> Sequence[int]:
        """Return where the outline of each glyph begins, and where the last one ends."""
        (is_long,) = self._table("head", ">H", 50)
        count = self.numGlyphs + 1
        return (
            self._table("loca", f">{count}L")
            if is_long
            else [2 * one for one in self._table("loca", f">{count}H")]
        )


class _Metrics:
    """Width and left side of glyphs by their numbers; a document asks for a few hundred of thirty thousand."""

    def __init__(self, pairs: tuple[int, ...], lefts: tuple[int, ...]) -> None:
        if not pairs:
            raise LookupError("hmtx")
        self._pairs = pairs
        self._lefts = lefts
        self._count = len(pairs) // 2

    def __getitem__(self, glyph: int) -> tuple[int, int]:
        """Return width and left side of a glyph; IndexError where there is no such glyph."""
        if glyph < self._count:
            return self._pairs[2 * glyph], self._pairs[2 * glyph + 1]
        return self._pairs[-2], self._lefts[glyph - self._count]


class _Widths:
    """Widths of characters in thousandths of the size."""

    def __init__(self, glyphs: dict[int, int], metrics: _Metrics, scale: float) -> None:
        self._glyphs = glyphs
        self._metrics = metrics
        self._scale = scale

    def of_glyph(self, glyph: int) -> float:
        """Return the width of a glyph."""
        return self._metrics[glyph][0] * self._scale

    def get(self, char: int, default: float) -> float:
        """Return the width of a character, or what is given where the font lacks it."""
        glyph = self._glyphs.get(char)
        return default if glyph is None else self.of_glyph(glyph)
