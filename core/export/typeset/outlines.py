"""A TrueType file read at once: the library reads each number of its tables by a call of its own, five times as slow."""

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
        scale = 1000 / self.unitsPerEm
        widths = [width * scale for width, _ in self.hmetrics]
        self.defaultWidth = widths[0]
        self.charWidths = {char: widths[glyph] for char, glyph in self.charToGlyph.items()}
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
            glyphs.update(zip(range(first, last + 1), range(glyph, glyph + last + 1 - first), strict=True))
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

    def _metrics(self) -> list[tuple[int, int]]:
        """Return width and left side of each glyph; those after the last width have that one."""
        (count,) = self._table("hhea", ">H", 34)
        numbers = self._table("hmtx", f">{2 * count}H")
        rest = self._table("hmtx", f">{self.numGlyphs - count}H", 4 * count)
        return [*zip(numbers[::2], numbers[1::2], strict=True), *((numbers[-2], left) for left in rest)]

    def _places(self) -> list[int]:
        """Return where the outline of each glyph begins, and where the last one ends."""
        (is_long,) = self._table("head", ">H", 50)
        count = self.numGlyphs + 1
        return (
            list(self._table("loca", f">{count}L"))
            if is_long
            else [2 * one for one in self._table("loca", f">{count}H")]
        )
