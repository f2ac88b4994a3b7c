"""The words of a paragraph: stretches of one look, fields by their results, changes accepted, signs made readable."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from core.importers.doc import sprms
from core.importers.doc.binary import u16
from core.importers.doc.pages import Pages
from core.importers.doc.pieces import FILLER, Pieces
from core.importers.doc.sprms import Sprm
from core.importers.doc.styles import Styles
from core.importers.docx import symbols
from core.importers.docx.fields import Fields, is_outside
from core.importers.docx.inline import ART_DOUBT, CIRCLE_DOUBT, DOUBTED_FIELDS, FORMULA_DOUBT, SYMBOL_DOUBT
from core.importers.docx.tree import Loss, Paragraph

_BEGIN, _SEPARATE, _END = "\x13", "\x14", "\x15"
_MARK = re.compile(f"[{_BEGIN}{_SEPARATE}{_END}]")
_PICTURE, _COMMENT, _DRAWN = "\x01", "\x05", "\x08"
_SYMBOL = "("  # stands where a sign of another font is shown
_SHOWN = str.maketrans(
    {"\x0b": "\n", "\x0c": "\f", "\x0e": "\f", "\x1e": "-", FILLER: None, "\r": None, "\x07": None}
)
_UNSEEN = re.compile("[\x00-\x08\x10-\x1f\x7f\ufdd0-\ufdef\ufffe\uffff]")
_OF_SYMBOL_FONT = re.compile("[\uf020-\uf0ff]")
_HALF = re.compile("[\ud800-\udfff]")
_SIGNS = re.compile(f"([{_BEGIN}{_SEPARATE}{_END}{_PICTURE}{_COMMENT}{_DRAWN}])")
_AS_BELOW, _AGAINST = 0x80, 0x81
_EMBEDDED = "EMBED"


@dataclass(frozen=True, slots=True)
class Look:
    """What is read of the look of a stretch of text."""

    hidden: bool = False
    deleted: bool = False
    inserted: bool = False
    run_in: bool = False
    data: bool = False
    symbol: bytes = b""
    fonts: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Stretch:
    """Places of the text that have one look."""

    first: int
    last: int
    look: Look


class Looks:
    """The looks of characters: their style's, their own, those of a quick save."""

    def __init__(self, pieces: Pieces, pages: Pages, styles: Styles) -> None:
        self._pieces = pieces
        self._pages = pages
        self._styles = styles

    def between(self, first: int, last: int, style: int) -> Iterator[Stretch]:
        """Yield the stretches between two places of a paragraph that has that style."""
        base = self._of_style(style)
        for piece in self._pieces.within(first, last):
            at = piece.first
            while at < piece.last:
                offset = piece.offset + (at - piece.first) * piece.width
                page = self._pages.at(offset)
                end = min(at + max((page.end - offset) // piece.width, 1), piece.last)
                yield Stretch(at, end, self._look(base, [*sprms.each(page.properties), *piece.properties]))
                at = end

    def _of_style(self, number: int) -> list[tuple[int, bytes]]:
        return [one for part in self._styles.style(number).characters for one in sprms.each(part)]

    def _look(self, base: list[tuple[int, bytes]], own: list[tuple[int, bytes]]) -> Look:
        named = next((u16(operand, 0) for code, operand in own if code == Sprm.CHARACTER_STYLE), None)
        everything = [*base, *(self._of_style(named) if named is not None else ()), *own]
        values = dict(everything)
        return Look(
            hidden=_switched(Sprm.HIDDEN, everything),
            deleted=_switched(Sprm.DELETED, everything),
            inserted=_switched(Sprm.INSERTED, everything),
            run_in=_switched(Sprm.RUN_IN, everything),
            data=_switched(Sprm.DATA, everything),
            symbol=values.get(Sprm.SYMBOL, b""),
            fonts=tuple(u16(values[one], 0) for one in (Sprm.FONT, Sprm.FONT_OF_OTHERS) if one in values),
        )


def _switched(code: int, properties: list[tuple[int, bytes]]) -> bool:
    """Return whether a property is on; each style and the text itself may turn round what is below it."""
    value = False
    for one, operand in properties:
        if one == code and operand[0] != _AS_BELOW:
            value = not value if operand[0] == _AGAINST else operand[0] == 1
    return value


class Words:
    """Reads the words of paragraphs one after another; fields that are open go on from one to the next.

    `stories` are the texts one behind the other, each with fields of its own; `pictures` are the places at which
    drawn things show pictures, `art` the words of those at which words are drawn.
    """

    def __init__(
        self,
        text: str,
        stories: Iterable[tuple[int, int]],
        looks: Looks,
        fonts: tuple[str, ...],
        pictures: frozenset[int],
        art: dict[int, str],
    ) -> None:
        self._text = text
        self._looks = looks
        self._fonts = fonts
        self._pictures = pictures
        self._art = art
        self._marks = frozenset(at for first, last in stories for at in _matched(text, first, last))
        self._fields = Fields(sound=True)
        self._instructing: list[bool] = []
        self._embedded = False
        self._paragraph = Paragraph()
        self._pieces: list[str] = []
        self._change: tuple[bool, bool] = (False, False)

    def read(self, first: int, last: int, style: int) -> Paragraph:
        """Return the words between two places, with what was left out and what is doubtful."""
        self._paragraph = Paragraph()
        self._pieces = []
        self._change = (False, False)
        for stretch in self._looks.between(first, last, style):
            self._stretch(stretch)
        self._paragraph.text = _whole("".join(self._pieces))
        return self._paragraph

    def _stretch(self, stretch: Stretch) -> None:
        look = stretch.look
        self._note_change(look)
        at = stretch.first
        for part in _SIGNS.split(self._text[stretch.first : stretch.last]):
            if len(part) == 1 and _SIGNS.match(part):
                self._sign(part, at, look)
            elif part:
                self._plain(part, look)
            at += len(part)

    def _note_change(self, look: Look) -> None:
        """Count a tracked change once, however many stretches it runs over."""
        change = (look.deleted, look.inserted)
        if change != self._change and any(change):
            self._paragraph.losses.append(Loss("revision"))
        self._change = change

    def _plain(self, part: str, look: Look) -> None:
        if self._instructing and self._instructing[-1]:
            self._fields.instruct(part)
            return
        if look.symbol:
            part = part.replace(_SYMBOL, self._symbol(look.symbol))
        part = _UNSEEN.sub("", part.translate(_SHOWN))
        if look.fonts:
            part = _OF_SYMBOL_FONT.sub(
                lambda one: self._looking_like(look.fonts, ord(one[0])) or one[0], part
            )
        self._add(part, look)

    def _add(self, text: str, look: Look) -> None:
        if not text or look.deleted:
            return
        if self._fields.silent:
            if self._fields.in_contents:
                self._lose_once("contents")
        elif look.hidden:
            self._paragraph.losses.append(Loss("hidden", _whole(text)))
        else:
            self._pieces.append(text)

    def _sign(self, sign: str, at: int, look: Look) -> None:
        """Take a character that stands for something else."""
        if sign in (_BEGIN, _SEPARATE, _END):
            if at in self._marks:
                self._field_mark(sign, look)
        elif not look.deleted and not self._fields.silent:
            self._thing(sign, at, look)

    def _thing(self, sign: str, at: int, look: Look) -> None:
        """Note a comment, a picture in the line or something drawn; words as art are read."""
        if sign == _DRAWN and at in self._art:
            self._doubt(ART_DOUBT)
            self._add(_UNSEEN.sub("", self._art[at]), look)
        elif sign == _COMMENT:
            self._paragraph.losses.append(Loss("comment"))
        elif at in self._pictures or (sign == _PICTURE and not look.data and not self._embedded):
            self._paragraph.losses.append(Loss("picture"))

    def _field_mark(self, sign: str, look: Look) -> None:
        if sign == _BEGIN:
            self._fields.begin()
            self._instructing.append(True)
        elif sign == _SEPARATE:
            self._instructing[-1] = False
            self._mark_field(self._fields.separate())
        else:
            self._instructing.pop()
            self._embedded = False
            circled = self._fields.end()
            if circled and not look.deleted:
                self._doubt(CIRCLE_DOUBT)
                self._add(circled, look)

    def _mark_field(self, kind: str) -> None:
        if is_outside(kind):
            self._paragraph.losses.append(Loss("outside"))
        if kind in DOUBTED_FIELDS:
            self._doubt(FORMULA_DOUBT)
        if kind == _EMBEDDED:
            self._embedded = True
            self._paragraph.losses.append(Loss("object"))

    def _symbol(self, operand: bytes) -> str:
        """Return the character that looks like the sign of a font."""
        found = self._looking_like((u16(operand, 0),), u16(operand, 2))
        if found is None:
            self._doubt(SYMBOL_DOUBT)
        return found or symbols.UNKNOWN

    def _looking_like(self, numbers: Iterable[int], code: int) -> str | None:
        """Return the character that looks like a sign of the first of the fonts that has it, None where none has."""
        names = (self._fonts[one] for one in numbers if one < len(self._fonts))
        found = (symbols.character(name, f"{code:x}") for name in names if symbols.has(name))
        return next((one for one in found if one != symbols.UNKNOWN), None)

    def _doubt(self, reason: str) -> None:
        self._paragraph.doubt = self._paragraph.doubt or reason

    def _lose_once(self, kind: str) -> None:
        if Loss(kind) not in self._paragraph.losses:
            self._paragraph.losses.append(Loss(kind))


def _matched(text: str, first: int, last: int) -> set[int]:
    """Return the places of the marks of whole fields; marks that have no counterpart are nothing."""
    open_fields: list[list[int]] = []
    found: set[int] = set()
    for mark in _MARK.finditer(text, first, last):
        if mark[0] == _BEGIN:
            open_fields.append([mark.start()])
        elif open_fields and mark[0] == _END:
            found.update((*open_fields.pop(), mark.start()))
        elif open_fields and len(open_fields[-1]) == 1:
            open_fields[-1].append(mark.start())
    return found


def _whole(text: str) -> str:
    """Return a text without halves of characters; halves from two pieces that belong together become one."""
    if _HALF.search(text) is None:
        return text
    return text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")
