"""A scene as PNG, for formats that take no drawing of lines; in the bundled font, so it is the same everywhere."""

import math
from collections.abc import Iterator
from io import BytesIO

from PIL import Image, ImageDraw, ImageFont

from core import fonts
from core.export.chart.scene import FONT, Align, Label, Rule, Scene, Shape
from core.style import Style

DPI = 300
_FINER = 2  # drawn larger and made smaller, so that slanting lines are smooth
_ANCHORS: dict[Align, str] = {"left": "ls", "center": "ms", "right": "rs"}


def png(scene: Scene, style: Style) -> bytes:
    """Return the picture at 300 points an inch, in grey."""
    scale = DPI / 72
    size = (math.ceil(scene.width * scale), math.ceil(scene.height * scale))
    image = Image.new("L", (size[0] * _FINER, size[1] * _FINER), 255)
    painter = _Painter(ImageDraw.Draw(image), scale * _FINER, style)
    for part in scene.parts:
        painter.draw(part)
    out = BytesIO()
    image.resize(size, Image.Resampling.BOX).save(out, "PNG", dpi=(DPI, DPI), optimize=True)
    return out.getvalue()


class _Painter:
    """Draws parts so many times as large."""

    def __init__(self, canvas: ImageDraw.ImageDraw, scale: float, style: Style) -> None:
        self._canvas = canvas
        self._scale = scale
        self._file = str(fonts.bundled(style, FONT).file)

    def draw(self, part: Rule | Shape | Label) -> None:
        """Draw a part."""
        scale = self._scale
        match part:
            case Rule(x1, y1, x2, y2, width, _):
                for start, end in _dashes(part):
                    ends = [_between(part, start), _between(part, end)] if part.dash else [(x1, y1), (x2, y2)]
                    places = [(x * scale, y * scale) for x, y in ends]
                    self._canvas.line(places, fill=0, width=max(1, round(width * scale)))
            case Shape(points, grey, _, edge):
                corners = [(x * scale, y * scale) for x, y in points]
                outline = 0 if edge else None
                thick = max(1, round(edge * scale))
                self._canvas.polygon(corners, fill=round(grey * 255), outline=outline, width=thick)
            case Label(x, y, text, size, align):
                font = ImageFont.truetype(self._file, size * scale)
                place = (x * scale, y * scale)
                self._canvas.text(place, text, fill=0, font=font, anchor=_ANCHORS[align])


def _length(rule: Rule) -> float:
    return math.hypot(rule.x2 - rule.x1, rule.y2 - rule.y1)


def _between(rule: Rule, way: float) -> tuple[float, float]:
    share = way / (_length(rule) or 1)
    return rule.x1 + (rule.x2 - rule.x1) * share, rule.y1 + (rule.y2 - rule.y1) * share


def _dashes(rule: Rule) -> Iterator[tuple[float, float]]:
    """Yield the pieces of a rule that are drawn, as ways from its start."""
    length = _length(rule)
    if rule.dash is None:
        yield 0.0, length
        return
    start = 0.0
    while start < length:
        yield start, min(length, start + rule.dash[0])
        start += sum(rule.dash)
