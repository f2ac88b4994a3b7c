"""A scene as SVG within a web page: no script, nothing remote."""

from core.export.chart.scene import Align, Label, Part, Rule, Scene, Shape
from core.export.markup import words

_ANCHORS: dict[Align, str] = {"left": "start", "center": "middle", "right": "end"}
_FONT = "SimSun,宋体,serif"


def svg(scene: Scene, said: str) -> str:
    """Return the picture as one element; `said` is what it shows, in words."""
    size = f"{scene.width:g} {scene.height:g}"
    head = (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {size}" role="img" '
        f'aria-label="{words(said)}" style="max-width:100%;height:auto;background:#fff" '
        f'width="{scene.width * 4 / 3:.0f}" height="{scene.height * 4 / 3:.0f}" font-family="{_FONT}">'
    )
    return "\n".join((head, *(_drawn(part) for part in scene.parts), "</svg>"))


def _drawn(part: Part) -> str:
    match part:
        case Rule(x1, y1, x2, y2, width, dash):
            dashed = f' stroke-dasharray="{dash[0]:g} {dash[1]:g}"' if dash else ""
            place = f'x1="{x1:.2f}" y1="{y1:.2f}" x2="{x2:.2f}" y2="{y2:.2f}"'
            return f'<line {place} stroke="#000" stroke-width="{width:g}"{dashed}/>'
        case Shape(points, grey, _, edge):
            level = round(grey * 255)
            corners = " ".join(f"{x:.2f},{y:.2f}" for x, y in points)
            fill = f"#{level:02x}{level:02x}{level:02x}"
            stroke = f' stroke="#000" stroke-width="{edge:g}"' if edge else ""
            return f'<polygon points="{corners}" fill="{fill}"{stroke}/>'
        case Label(x, y, text, size, align):
            anchor = _ANCHORS[align]
            return f'<text x="{x:.2f}" y="{y:.2f}" font-size="{size:g}" text-anchor="{anchor}">{words(text)}</text>'
