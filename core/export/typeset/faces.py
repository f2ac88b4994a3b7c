"""The faces that text is set in: widths, and for each character the first face of the chain that has it."""

import contextlib
import re
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from reportlab.pdfbase.ttfonts import TTFError

from core import fonts
from core.export.characters import writable
from core.export.typeset.embedding import EmbeddedFont
from core.fonts import FontChoice
from core.style import Style

MISSING = "□"
_INVISIBLE = re.compile(
    "[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff\ufe00-\ufe0f\U000e0000-\U000e0fff]"
)
_SPACES = re.compile("[\t\u00a0\u1680\u2000-\u200a\u202f\u205f]")


@dataclass(frozen=True, slots=True)
class Substitution:
    """A character that its font lacks: the font it was wanted in, the one it came from ("" where none has it)."""

    char: str
    wanted: str
    used: str


@dataclass(frozen=True, slots=True)
class Glyph:
    """A character as printed: the face that has it, its width as a share of the size."""

    char: str
    face: str
    width: float


def clean(text: str) -> str:
    """Return what can be seen of a text: no control or direction signs, every space an ordinary or a wide one."""
    return _SPACES.sub(" ", _INVISIBLE.sub("", writable(text)))


@cache
def _open(file: Path, index: int) -> EmbeddedFont:
    """Return a font file opened; the same one each time, since reading it is what takes long."""
    return EmbeddedFont(f"{file.stem}-{index}", file, index)


def open_all(style: Style) -> None:
    """Open the fonts of a style already; one that is damaged is told of when it is needed."""
    for choice in fonts.choose(style).values():
        with contextlib.suppress(OSError, TTFError):
            _open(choice.file, choice.index)


class Faces:
    """The fonts of a style, opened when first needed, with a record of what they lacked."""

    def __init__(self, style: Style, *, bundled_only: bool = False) -> None:
        self._style = style
        self.choices = fonts.choose(style, bundled_only=bundled_only)
        self._chains: dict[str, list[FontChoice]] = {}
        self._glyphs: dict[tuple[str, str], Glyph] = {}
        self._used: dict[str, tuple[EmbeddedFont, FontChoice]] = {}
        self._substitutions: list[Substitution] = []

    @property
    def opened(self) -> dict[str, EmbeddedFont]:
        """The fonts that text was set in, by the names of their faces."""
        return {name: font for name, (font, _) in self._used.items()}

    @property
    def substitutions(self) -> tuple[Substitution, ...]:
        """What was taken from another font or not found, each once, in the order of the text."""
        return tuple(self._substitutions)

    def glyphs(self, font_id: str, text: str) -> list[Glyph]:
        """Return the characters of a clean text in that font of the style."""
        known = self._glyphs
        found = []
        for char in text:
            glyph = known.get((font_id, char))
            if glyph is None:
                glyph = known[font_id, char] = self._glyph(font_id, char)
            found.append(glyph)
        return found

    def _glyph(self, font_id: str, char: str) -> Glyph:
        glyph = self._look_up(font_id, char)
        if glyph:
            return glyph
        self._substitutions.append(Substitution(char, self.choices[font_id].name, ""))
        return self._look_up(font_id, MISSING) or Glyph("?", self._name(self.choices[font_id]), 1.0)

    def _look_up(self, font_id: str, char: str) -> Glyph | None:
        chain = self._chain(font_id)
        for choice in chain:
            font = _open(choice.file, choice.index)
            if ord(char) in font.face.charToGlyph:
                if choice is not chain[0] and char != MISSING:
                    self._substitutions.append(Substitution(char, self.choices[font_id].name, choice.name))
                width = font.face.charWidths.get(ord(char), font.face.defaultWidth) / 1000
                return Glyph(char, self._name(choice), width)
        return None

    def _chain(self, font_id: str) -> list[FontChoice]:
        """Return the fonts to look in; one of the computer's own that turns out damaged gives way to its stand-in."""
        if font_id not in self._chains:
            own = self.choices[font_id]
            try:
                _open(own.file, own.index)
            except (OSError, TTFError):
                self.choices[font_id] = fonts.bundled(self._style, font_id)
            self._chains[font_id] = fonts.chain(self._style, self.choices, font_id)
        return self._chains[font_id]

    def _name(self, choice: FontChoice) -> str:
        """Return the name under which a face is registered for this document."""
        font = _open(choice.file, choice.index)
        self._used.setdefault(font.fontName, (font, choice))
        return str(font.fontName)
