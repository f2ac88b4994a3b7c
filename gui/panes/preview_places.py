"""From a place in the report to where it stands on paper, and back."""

import math
from typing import TYPE_CHECKING

from core.checks.model import TITLE, CellPlace, HeadPlace, Place, TextPlace
from core.template import Template

if TYPE_CHECKING:  # the typesetter is heavy and waits for its first use
    from core.export.rendering import Rendering
    from core.export.typeset.marks import Box
    from core.export.typeset.marks import Place as Printed

    Boxes = list[tuple[int, Box]]


def boxes_of(rendering: "Rendering", place: Place) -> "Boxes":
    """Return the pages, from 0, and the boxes in which a place is printed; none where it is not."""
    match place:
        case CellPlace(cell, _):
            return [(one.page - 1, one.box) for one in rendering.cells if one.cell == cell]
        case HeadPlace(table, _, _):
            return [(one.page - 1, one.box) for one in rendering.anchors if one.anchor.table == table][:1]
        case TextPlace(section, paragraph, _, _, _):
            return _paragraph_boxes(rendering, section, paragraph)


def _paragraph_boxes(rendering: "Rendering", section: str, paragraph: int) -> "Boxes":
    """Return the boxes of a paragraph, or of the last one printed before it where it has none of its own."""
    printed = [one for one in rendering.anchors if one.anchor.section == section and not one.anchor.table]
    before = [one.anchor.paragraph for one in printed if one.anchor.paragraph <= paragraph]
    last = max(before, default=None)
    return [(one.page - 1, one.box) for one in printed if one.anchor.paragraph == last]


def place_at(rendering: "Rendering", template: Template, page: int, x: float, y: float) -> Place | None:
    """Return the place printed at a point of a page (from 0, in pt from its top left), None at its edges."""
    for cell in rendering.cells:
        if cell.page - 1 == page and _holds(cell.box, x, y):
            return CellPlace(cell.cell, "")
    here = [one for one in rendering.anchors if one.page - 1 == page]
    for one in here:
        if _holds(one.box, x, y):
            return _place_of(rendering, template, one, (x, y))
    if page == 0 and here and y < min(one.box[1] for one in here):
        return TextPlace(TITLE, 0, 0, 0, "")
    return None


def _place_of(
    rendering: "Rendering", template: Template, printed: "Printed", point: tuple[float, float]
) -> Place:
    """Return the place of a block: of words in a table the cell next to them, of a picture the paragraph above it."""
    anchor = printed.anchor
    if anchor.table:
        here = [
            one
            for one in rendering.cells
            if one.page == printed.page and template.cells[one.cell].table == anchor.table
        ]
        if here:
            return CellPlace(min(here, key=lambda one: _distance(one.box, *point)).cell, "")
        first = next(cell.id for cell in template.cells.values() if cell.table == anchor.table)
        return CellPlace(first, "")
    if anchor.paragraph >= 0:
        return TextPlace(anchor.section, anchor.paragraph, 0, 0, "")
    above = rendering.anchors[: rendering.anchors.index(printed)]
    paragraphs = [one.anchor.paragraph for one in above if one.anchor.section == anchor.section]
    return TextPlace(anchor.section, max([0, *paragraphs]), 0, 0, "")


def _distance(box: "Box", x: float, y: float) -> float:
    left, top, right, bottom = box
    return math.hypot(max(left - x, 0, x - right), max(top - y, 0, y - bottom))


def _holds(box: "Box", x: float, y: float) -> bool:
    left, top, right, bottom = box
    return left <= x <= right and top <= y <= bottom
