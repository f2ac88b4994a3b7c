"""Text in the roles of the style sheet, set into lines of words ready to be placed."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate

from core.blocks import Run
from core.export.typeset.faces import Faces, Glyph, clean
from core.export.typeset.lines import Line, Paragraph, break_lines
from core.export.typeset.marks import Words
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


@dataclass(frozen=True, slots=True)
class _Type:
    """A text with the glyph, the size, the width and the weight of each of its characters."""

    texts: list[str]
    glyphs: list[Glyph]
    sizes: list[float]
    widths: list[float]
    bold: list[bool]

    @property
    def text(self) -> str:
        """The characters themselves."""
        return "".join(self.texts)


class Setter:
    """Sets text by a style in the faces given."""

    def __init__(self, style: Style, faces: Faces) -> None:
        page = style.page
        self.style = style
        self.faces = faces
        self.measure = (page.width - page.left - page.right) * MM
        self.pitch = self.measure / page.characters
        self._body = style.roles["body"].size

    def em(self, role: Role) -> float:
        """Return the width a Chinese character takes: text of the body's size stands on the grid of the page."""
        return self.pitch if role.size == self._body else role.size

    def base_line(self, role: Role, pitch: float) -> float:
        """Return how far below the top of a line of that height the base line of the role runs."""
        return (pitch - role.size) / 2 + _ASCENT * role.size

    def lines(
        self, runs: Sequence[Run], measure: float, *, indent: float = 0, justify: bool = False
    ) -> Iterator[SetLine]:
        """Yield the lines of a paragraph; a line end within the text starts a new paragraph."""
        roles = self.style.roles
        em = self.em(roles[runs[0].role]) if runs else self.pitch
        for part in _split(runs):
            setting = self._type(part)
            paragraph = Paragraph(setting.text, setting.widths, measure, em, indent, justify)
            for line in break_lines(paragraph):
                yield SetLine(tuple(_words(setting, line)), line.width)

    def title(self, text: str, role: str, measure: float) -> Iterator[SetLine]:
        """Yield the lines of a title, of even length."""
        for part in _split([Run(text, role)]):
            setting = self._type(part)
            em = self.em(self.style.roles[role])
            for start, end in balanced(setting.text, setting.widths, measure, em):
                yield from self.lines([Run(setting.text[start:end], role)], measure)

    def width(self, text: str, role: str) -> float:
        """Return how wide a short text is in a role."""
        return sum(self._type([Run(clean(text), role)]).widths)

    def plain(self, text: str, role: Role) -> SetLine:
        """Return a short text in a single line."""
        setting = self._glyphs([(text, role)])
        places = tuple(accumulate(setting.widths, initial=0.0))
        line = Line(0, len(text), places[:-1], places[-1])
        return SetLine(tuple(_words(setting, line)), line.width)

    def _type(self, runs: Iterable[Run]) -> _Type:
        return self._glyphs([(run.text, self.style.roles[run.role]) for run in runs])

    def _glyphs(self, texts: Iterable[tuple[str, Role]]) -> _Type:
        setting = _Type([], [], [], [], [])
        for text, role in texts:
            tracking = self.em(role) - role.size
            glyphs = self.faces.glyphs(role.font, text)
            setting.texts.append(text)
            setting.glyphs.extend(glyphs)
            setting.sizes.extend([role.size] * len(glyphs))
            setting.bold.extend([role.bold] * len(glyphs))
            setting.widths.extend(one.width * role.size + tracking if one.width else 0.0 for one in glyphs)
        return setting


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
