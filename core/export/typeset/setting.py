"""Text in the roles of the style sheet, set into lines of words ready to be placed."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate
from typing import NamedTuple

from core.blocks import Run
from core.export.typeset.faces import Faces, Glyph, clean
from core.export.typeset.lines import Line, Paragraph, break_lines
from core.export.typeset.marks import Words
from core.export.typeset.memory import Memory
from core.export.typeset.titles import balanced
from core.style import Role, Style

MM = 72 / 25.4
_ASCENT = 0.86  # of a Chinese character above the base line
_EVEN = 0.005


@dataclass(frozen=True, slots=True)
class SetLine:
    """A line of words on a base line at 0; `width` from the left edge of the measure to its end."""

    words: tuple[Words, ...]
    width: float

    def at(self, x: float, y: float) -> tuple[Words, ...]:
        """Return the words at a place."""
        return tuple(one.moved(x, y) for one in self.words)


class _Stretch(NamedTuple):
    """A text in one role: its glyphs, their size and weight, and how much more room each takes than it is wide."""

    text: str
    glyphs: tuple[Glyph, ...]
    size: float
    tracking: float
    bold: bool

    def part(self, start: int, end: int) -> "_Stretch":
        """Return some of its characters."""
        return self._replace(text=self.text[start:end], glyphs=self.glyphs[start:end])

    def widths(self) -> list[float]:
        """Return the room that each character takes."""
        return [one.width * self.size + self.tracking if one.width else 0.0 for one in self.glyphs]


@dataclass(frozen=True, slots=True)
class _Type:
    """A text with the glyph, the size, the width and the weight of each of its characters."""

    text: str
    glyphs: list[Glyph]
    sizes: list[float]
    widths: list[float]
    bold: list[bool]

    @classmethod
    def of(cls, stretches: Sequence[_Stretch]) -> "_Type":
        """Return stretches as one text."""
        setting = cls("".join(one.text for one in stretches), [], [], [], [])
        for one in stretches:
            setting.glyphs.extend(one.glyphs)
            setting.sizes.extend([one.size] * len(one.glyphs))
            setting.widths.extend(one.widths())
            setting.bold.extend([one.bold] * len(one.glyphs))
        return setting


class Setter:
    """Sets text by a style in the faces given.

    What a text is set into hangs on its glyphs, their size and the room alone, so the memory of the last document
    may have it. The faces are asked all the same: they keep the record of what this document's fonts lack.
    """

    def __init__(self, style: Style, faces: Faces, memory: Memory | None = None) -> None:
        page = style.page
        self.style = style
        self.faces = faces
        self.measure = (page.width - page.left - page.right) * MM
        self.pitch = self.measure / page.characters
        self._memory = memory or Memory()
        self._body = style.roles["body"].size

    def em(self, role: Role) -> float:
        """Return the width a Chinese character takes: text of the body's size stands on the grid of the page."""
        return self.pitch if role.size == self._body else role.size

    def base_line(self, role: Role, pitch: float) -> float:
        """Return how far below the top of a line of that height the base line of the role runs."""
        return (pitch - role.size) / 2 + _ASCENT * role.size

    def lines(
        self,
        runs: Sequence[Run],
        measure: float,
        *,
        indent: float = 0,
        justify: bool = False,
        narrow: bool = True,
    ) -> Iterator[SetLine]:
        """Yield the lines of a paragraph; a line end within the text starts a new paragraph."""
        roles = self.style.roles
        em = self.em(roles[runs[0].role]) if runs else self.pitch
        for part in _split(runs):
            stretches = tuple(self._stretch(run.text, roles[run.role]) for run in part)
            yield from self._memory.of(_paragraph, stretches, measure, em, indent, justify, narrow)

    def title(self, text: str, role: str, measure: float) -> Iterator[SetLine]:
        """Yield the lines of a title, of even length."""
        look = self.style.roles[role]
        for (run,) in _split([Run(text, role)]):
            yield from self._memory.of(_title, self._stretch(run.text, look), measure, self.em(look))

    def width(self, text: str, role: str) -> float:
        """Return how wide a short text is in a role."""
        return sum(self._stretch(clean(text), self.style.roles[role]).widths())

    def plain(self, text: str, role: Role) -> SetLine:
        """Return a short text in a single line."""
        setting = _Type.of([self._stretch(text, role)])
        places = tuple(accumulate(setting.widths, initial=0.0))
        line = Line(0, len(text), places[:-1], places[-1])
        return SetLine(tuple(_words(setting, line)), line.width)

    def _stretch(self, text: str, role: Role) -> _Stretch:
        glyphs = tuple(self.faces.glyphs(role.font, text))
        return _Stretch(text, glyphs, role.size, self.em(role) - role.size, role.bold)


def _split(runs: Iterable[Run]) -> Iterator[list[Run]]:
    """Yield the runs of each line of text, cleaned, empty lines left out."""
    part: list[Run] = []
    for run in runs:
        first, *others = clean(run.text).split("\n")
        part.append(Run(first, run.role))
        for text in others:
            yield from _filled(part)
            part = [Run(text, run.role)]
    yield from _filled(part)


def _filled(part: list[Run]) -> Iterator[list[Run]]:
    if any(run.text.strip() for run in part):
        yield part


def _paragraph(
    stretches: tuple[_Stretch, ...], measure: float, em: float, indent: float, justify: bool, narrow: bool
) -> tuple[SetLine, ...]:
    """Return the lines of a paragraph."""
    setting = _Type.of(stretches)
    paragraph = Paragraph(setting.text, setting.widths, measure, em, indent, justify, narrow)
    return tuple(SetLine(tuple(_words(setting, line)), line.width) for line in break_lines(paragraph))


def _title(text: _Stretch, measure: float, em: float) -> tuple[SetLine, ...]:
    """Return the lines of a title."""
    parts = (text.part(*ends) for ends in balanced(text.text, text.widths(), measure, em))
    return tuple(
        line
        for part in parts
        if part.text.strip()
        for line in _paragraph((part,), measure, em, 0, False, True)
    )


def _words(setting: _Type, line: Line) -> Iterator[Words]:
    """Yield the words of a line: as long as face, size and spacing stay the same, they are one piece."""
    start = line.start
    spacing: float | None = None
    for index in range(line.start, line.end):
        if index == line.end - 1 or not _same_face(setting, index):
            yield _piece(setting, line, start, index + 1, spacing)
            start, spacing = index + 1, None
            continue
        extra = (
            line.places[index + 1 - line.start]
            - line.places[index - line.start]
            - setting.glyphs[index].width * setting.sizes[index]
        )
        if spacing is None:
            spacing = extra
        elif abs(extra - spacing) > _EVEN:
            yield _piece(setting, line, start, index + 1, spacing)
            start, spacing = index + 1, None


def _same_face(setting: _Type, index: int) -> bool:
    glyph, after = setting.glyphs[index], setting.glyphs[index + 1]
    same_type = (
        setting.sizes[index] == setting.sizes[index + 1] and setting.bold[index] == setting.bold[index + 1]
    )
    return glyph.face == after.face and same_type


def _piece(setting: _Type, line: Line, start: int, end: int, spacing: float | None) -> Words:
    text = "".join(glyph.char for glyph in setting.glyphs[start:end])
    face = setting.glyphs[start].face
    x = line.places[start - line.start]
    return Words(x, 0, text, face, setting.sizes[start], spacing or 0.0, setting.bold[start])
