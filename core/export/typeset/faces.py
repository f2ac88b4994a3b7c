"""The faces that text is set in: widths, and for each character the first face of the chain that has it."""

import contextlib
import re
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from reportlab.pdfbase.ttfonts import TTFError

from core import fonts
from core.export.characters import writable
from core.export.rendering import Substitution
from core.export.typeset.embedding import EmbeddedFont
from core.export.typeset.memory import Once
from core.fonts import FontChoice
from core.style import Style

MISSING = "□"
_INVISIBLE = re.compile(
    "[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff\ufe00-\ufe0f\U000e0000-\U000e0fff]"
)
_SPACES = re.compile("[\t\u00a0\u1680\u2000-\u200a\u202f\u205f]")


@dataclass(frozen=True, slots=True, eq=False)
class Glyph:
    """A character as printed: the face that has it, its width as a share of the size.

    The same fonts give the same object each time, so that texts are soon known to be set in the same glyphs.
    """

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


@dataclass(frozen=True, slots=True)
class _Found:
    """The glyph for a character with its font, which is named where it is not the one wanted, "" where none is."""

    glyph: Glyph
    font: EmbeddedFont
    instead: str | None = None


class _Chain:
    """Fonts to look in for a character, in order; what was `found` in them holds for every document."""

    def __init__(self, choices: tuple[FontChoice, ...]) -> None:
        self._choices = choices
        self.found = Once(self._find)

    def _find(self, char: str) -> _Found:
        """Return what stands for a character, which is a box where no font has it."""
        return self._look_up(char) or self._box()

    def _look_up(self, char: str) -> _Found | None:
        for number, choice in enumerate(self._choices):
            font = _open(choice.file, choice.index)
            if ord(char) in font.face.charToGlyph:
                instead = choice.name if number and char != MISSING else None
                return _Found(Glyph(char, font.fontName, font.face.width(ord(char)) / 1000), font, instead)
        return None

    def _box(self) -> _Found:
        box = self._look_up(MISSING)
        if box:
            return _Found(box.glyph, box.font, "")
        own = _open(self._choices[0].file, self._choices[0].index)
        return _Found(Glyph("?", own.fontName, 1.0), own, "")


_chain_of = cache(_Chain)


class Faces:
    """The fonts of a style, opened when first needed, with a record of what they lacked."""

    def __init__(self, style: Style, *, bundled_only: bool = False) -> None:
        self._style = style
        self.choices = fonts.choose(style, bundled_only=bundled_only)
        self._chains: dict[str, _Chain] = {}
        self._glyphs: dict[str, dict[str, Glyph]] = {}
        self._used: dict[str, EmbeddedFont] = {}
        self._substitutions: list[Substitution] = []

    @property
    def opened(self) -> dict[str, EmbeddedFont]:
        """The fonts that text was set in, by the names of their faces."""
        return self._used

    @property
    def substitutions(self) -> tuple[Substitution, ...]:
        """What was taken from another font or not found, each once, in the order of the text."""
        return tuple(self._substitutions)

    def glyphs(self, font_id: str, text: str) -> list[Glyph]:
        """Return the characters of a clean text in that font of the style."""
        known = self._glyphs.setdefault(font_id, {})
        for char in text:
            if char not in known:
                known[char] = self._glyph(font_id, char)
        return [known[char] for char in text]

    def _glyph(self, font_id: str, char: str) -> Glyph:
        """Return the glyph for a character that this document has not had in this font, and note where it is from."""
        found = self._chain(font_id).found[char]
        if found.instead is not None:
            self._substitutions.append(Substitution(char, self.choices[font_id].name, found.instead))
        self._used.setdefault(found.glyph.face, found.font)
        return found.glyph

    def _chain(self, font_id: str) -> _Chain:
        """Return the fonts to look in; one of the computer's own that turns out damaged gives way to its stand-in."""
        if font_id not in self._chains:
            own = self.choices[font_id]
            try:
                _open(own.file, own.index)
            except (OSError, TTFError):
                self.choices[font_id] = fonts.bundled(self._style, font_id)
            self._chains[font_id] = _chain_of(tuple(fonts.chain(self._style, self.choices, font_id)))
        return self._chains[font_id]
