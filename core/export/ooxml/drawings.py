"""Pictures in the text of a Word file: as wide as the type area, with what they show in words."""

from collections.abc import Iterator

from lxml import etree

from core.blocks import Figure
from core.export.characters import writable
from core.export.chart.plot import draw
from core.export.chart.png import png
from core.export.chart.scene import Scene
from core.export.ooxml import parts
from core.export.ooxml.markup import R, paragraph, run, twips, w
from core.export.ooxml.package import Element
from core.style import Style

_PLACE = "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"
_DRAWING = "http://schemas.openxmlformats.org/drawingml/2006/main"
_PICTURE = "http://schemas.openxmlformats.org/drawingml/2006/picture"
_POINT = 12700  # of the unit of drawings
_SINGLE = 240  # a line as high as what stands in it


def figure(block: Figure, style: Style) -> Iterator[Element]:
    """Yield the paragraphs of a picture: itself, its number and title, and where the figures are from."""
    around = twips(style.table.around)
    open_line = w("spacing", before=around, after=around, line=_SINGLE, lineRule="auto")
    drawing = w("r", w("drawing", _inline(block, _scene(block, style))))
    yield paragraph("table_caption", drawing, properties=(w("snapToGrid", val=0), open_line))
    yield paragraph("table_caption", run(block.caption, "table_caption", style))
    below = (w("spacing", after=around), w("jc", val="center"))
    yield paragraph("table_label", run(block.trend.source, "table_label", style), properties=below)


def picture(block: Figure, style: Style) -> bytes:
    """Return the picture itself, as the part that the text leads to."""
    return png(_scene(block, style), style)


def _scene(block: Figure, style: Style) -> Scene:
    return draw(block.trend, block.kind, parts.text_width(style) / 20)


def _inline(block: Figure, scene: Scene) -> Element:
    width, height = round(scene.width * _POINT), round(scene.height * _POINT)
    inline = _new(_PLACE, "inline", distT=0, distB=0, distL=0, distR=0)
    _add(inline, _PLACE, "extent", cx=width, cy=height)
    said = writable(block.trend.words)
    _add(inline, _PLACE, "docPr", id=block.number, name=f"图{block.number}", descr=said)
    graphic = _add(inline, _DRAWING, "graphic")
    data = _add(graphic, _DRAWING, "graphicData", uri=_PICTURE)
    shown = _add(data, _PICTURE, "pic")
    about = _add(shown, _PICTURE, "nvPicPr")
    _add(about, _PICTURE, "cNvPr", id=block.number, name=f"图{block.number}", descr=said)
    _add(about, _PICTURE, "cNvPicPr")
    fill = _add(shown, _PICTURE, "blipFill")
    _add(fill, _DRAWING, "blip").set(f"{{{R}}}embed", parts.picture_relation(block.number))
    _add(_add(fill, _DRAWING, "stretch"), _DRAWING, "fillRect")
    shape = _add(shown, _PICTURE, "spPr")
    frame = _add(shape, _DRAWING, "xfrm")
    _add(frame, _DRAWING, "off", x=0, y=0)
    _add(frame, _DRAWING, "ext", cx=width, cy=height)
    _add(_add(shape, _DRAWING, "prstGeom", prst="rect"), _DRAWING, "avLst")
    return inline


def _new(namespace: str, tag: str, **attributes: str | int) -> Element:
    names = {"wp": _PLACE, "a": _DRAWING, "pic": _PICTURE, "r": R}
    element = etree.Element(f"{{{namespace}}}{tag}", nsmap=names)
    for name, value in attributes.items():
        element.set(name, str(value))
    return element


def _add(parent: Element, namespace: str, tag: str, **attributes: str | int) -> Element:
    child = _new(namespace, tag, **attributes)
    parent.append(child)
    return child
