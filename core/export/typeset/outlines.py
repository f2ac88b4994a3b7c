"""A TrueType file read at once: the library reads each number of its tables by a call of its own, five times as slow."""

from bisect import bisect_right
from collections.abc import Callable, Iterator, Mapping, Sequence
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

    def width(self, char: int) -> float:
        """Return the width of a character in thousandths of the size; that of the box where the font lacks it."""
        return float(self.charWidths.get(char, self.defaultWidth))

    def _read_all(self) -> None:
        try:
            self._read_characters()
        except (error, LookupError, ValueError):
            super().extractInfo(charInfo=1)

    def _read_characters(self) -> None:
        self.charToGlyph = self._characters()
        self.glyphToChar: dict[int, list[int]] = {}  # only for shaping, which Chinese does without
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

    def _characters(self) -> "_Glyphs":
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
            return _Glyphs(*self._groups(places[-1]), self.numGlyphs)
        if form == _SEGMENTS:
            return _Glyphs(*self._segments(places[-1]), self.numGlyphs)
        raise ValueError(f"table of characters in format {form}")

    def _groups(self, at: int) -> tuple[Sequence[int], Sequence[int], "_Find"]:
        """Return first and last characters of the groups, and how the glyph of one in a group is found."""
        (count,) = self._table("cmap", ">L", at + 12)
        numbers = self._table("cmap", f">{3 * count}L", at + 16)
        firsts, starts = numbers[::3], numbers[2::3]
        return firsts, numbers[1::3], lambda group, char: starts[group] + char - firsts[group]

    def _segments(self, at: int) -> tuple[Sequence[int], Sequence[int], "_Find"]:
        """Return first and last characters of the segments, and how the glyph of one in a segment is found."""
        count = self._table("cmap", ">H", at + 6)[0] // 2
        form = f">{count}H"
        lasts, firsts, deltas, offsets = (
            self._table("cmap", form, at + 14 + 2 * count * number + (2 if number else 0))
            for number in range(4)
        )

        def find(segment: int, char: int) -> int:
            glyph = char
            if offsets[segment]:
                place = at + 16 + 2 * (3 * count + segment) + offsets[segment]
                (glyph,) = self._table("cmap", ">H", place + 2 * (char - firsts[segment]))
            return (glyph + deltas[segment]) & 0xFFFF if glyph or not offsets[segment] else 0

        return firsts, lasts, find

    def _metrics(self) -> "_Metrics":
        """Return width and left side of each glyph; those after the last width have that one."""
        (count,) = self._table("hhea", ">H", 34)
        pairs = self._numbers("hmtx", "H", 2 * count)
        return _Metrics(pairs, self._numbers("hmtx", "H", self.numGlyphs - count, 4 * count))

    def _places(self) -> "_Numbers":
        """Return where the outline of each glyph begins, and where the last one ends."""
        (is_long,) = self._table("head", ">H", 50)
        count = self.numGlyphs + 1
        return self._numbers("loca", "L", count) if is_long else self._numbers("loca", "H", count, scale=2)

    def _numbers(self, tag: str, form: str, count: int, at: int = 0, scale: int = 1) -> "_Numbers":
        """Return a list of numbers in a table; LookupError where it is too short for them."""
        start, length = self.get_table_pos(tag)
        numbers = _Numbers(self._ttf_data, ">" + form, start + at, count, scale)
        if count < 0 or at + numbers.size > length or start + length > len(self._ttf_data):
            raise LookupError(tag)
        return numbers


_Find = Callable[[int, int], int]


class _Glyphs(Mapping[int, int]):
    """The glyphs of characters, looked for where they are asked for: a document has a few hundred of thirty thousand.

    `firsts` and `lasts` bound runs of characters in rising order; `find(run, character)` gives a glyph.
    """

    def __init__(self, firsts: Sequence[int], lasts: Sequence[int], find: _Find, count: int) -> None:
        self._firsts, self._lasts, self._find, self._count = firsts, lasts, find, count
        self._known: dict[int, int] = {}
        space = self._look(0x20) or self._look(0xA0)
        self._known |= dict.fromkeys((0x20, 0xA0), space)

    def _look(self, char: int) -> int:
        """Return the glyph of a character, 0 where the font has none."""
        known = self._known.get(char)
        if known is None:
            known = self._known[char] = self._found(char)
        return known

    def _found(self, char: int) -> int:
        run = bisect_right(self._firsts, char) - 1
        if run < 0 or char > self._lasts[run] or char == _NO_CHARACTER:
            return 0
        glyph = self._find(run, char)
        return glyph if glyph < self._count else 0

    def __getitem__(self, char: int) -> int:
        """Return the glyph of a character; KeyError where the font has none."""
        glyph = self._look(char)
        if not glyph:
            raise KeyError(char)
        return glyph

    def __contains__(self, char: object) -> bool:
        """Return whether the font has a glyph for a character."""
        return isinstance(char, int) and self._look(char) > 0

    def __iter__(self) -> Iterator[int]:
        """Yield all characters in rising order."""
        runs = zip(self._firsts, self._lasts, strict=True)
        own = {char for first, last in runs for char in range(first, last + 1)}
        return iter(sorted(char for char in own | {0x20, 0xA0} if char in self))

    def __len__(self) -> int:
        """Return how many characters the font has."""
        return sum(1 for _ in self)


class _Numbers:
    """Numbers of a font file one after the other; a document asks for a few hundred of thirty thousand."""

    def __init__(self, data: bytes, form: str, start: int, count: int, scale: int) -> None:
        self._data, self._form, self._start = data, form, start
        self._count, self._scale = count, scale
        self._step = calcsize(form)
        self.size = self._count * self._step

    def __len__(self) -> int:
        """Return how many there are."""
        return self._count

    def __getitem__(self, index: int) -> int:
        """Return one of them; IndexError where there are not that many."""
        if not 0 <= index < self._count:
            raise IndexError(index)
        (number,) = unpack_from(self._form, self._data, self._start + index * self._step)
        return int(number) * self._scale


class _Metrics:
    """Width and left side of glyphs by their numbers."""

    def __init__(self, pairs: _Numbers, lefts: _Numbers) -> None:
        if not pairs:
            raise LookupError("hmtx")
        self._pairs = pairs
        self._lefts = lefts
        self._count = len(pairs) // 2

    def __getitem__(self, glyph: int) -> tuple[int, int]:
        """Return width and left side of a glyph; IndexError where there is no such glyph."""
        if glyph < self._count:
            return self._pairs[2 * glyph], self._pairs[2 * glyph + 1]
        return self._pairs[2 * self._count - 2], self._lefts[glyph - self._count]


class _Widths:
    """Widths of characters in thousandths of the size."""

    def __init__(self, glyphs: _Glyphs, metrics: _Metrics, scale: float) -> None:
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
