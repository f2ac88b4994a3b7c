"""A picture set into strips: the picture itself, then its number and title and where the figures are from."""

from collections.abc import Iterator

from core.blocks import Figure, Run
from core.export.chart.plot import draw
from core.export.chart.scene import FONT, Label, Part, Rule, Shape
from core.export.typeset.marks import Mark, Patch, Strip, Stroke
from core.export.typeset.setting import SetLine, Setter
from core.style import Role

_SHARES = {"left": 0.0, "center": 0.5, "right": 1.0}


def figure(setter: Setter, block: Figure) -> Iterator[Strip]:
    """Yield the strips of a picture, which stay on one page."""
    around = setter.style.table.around
    scene = draw(block.trend, block.kind, setter.measure)
    marks = tuple(mark for part in scene.parts for mark in _marks(setter, part))
    yield Strip(around, on_grid=False, keep=True)
    yield Strip(scene.height, marks, block.anchor, on_grid=False, keep=True)
    yield Strip(around, on_grid=False, keep=True)
    lines = [(line, "table_caption") for line in _lines(setter, block.caption, "table_caption")]
    lines += [(line, "table_label") for line in _lines(setter, block.trend.source, "table_label")]
    for number, (line, role) in enumerate(lines, 1):
        look = setter.style.roles[role]
        pitch = look.line_pitch or look.size
        words = line.at((setter.measure - line.width) / 2, setter.base_line(look, pitch))
        yield Strip(pitch, words, block.anchor, on_grid=False, keep=number < len(lines))
    yield Strip(around, on_grid=False, starts_grid=True)


def _lines(setter: Setter, text: str, role: str) -> Iterator[SetLine]:
    return setter.lines([Run(text, role)], setter.measure)


def _marks(setter: Setter, part: Part) -> Iterator[Mark]:
    match part:
        case Rule(x1, y1, x2, y2, width, dash):
            yield Stroke(x1, y1, x2, y2, width, dash)
        case Shape(points, grey, _, edge):
            yield Patch(points, grey, edge)
        case Label(x, y, text, size, align):
            line = setter.plain(text, Role(font=FONT, size=size))
            yield from line.at(x - line.width * _SHARES[align], y)
