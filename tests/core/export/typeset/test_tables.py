"""Tables laid out: whole rows on each part, and every label somewhere however a table is divided."""

from dataclasses import replace

import pytest

from core import style
from core.blocks import Anchor, TableBlock
from core.export.typeset.faces import Faces
from core.export.typeset.marks import Frame, Words
from core.export.typeset.setting import Setter
from core.export.typeset.tables import LaidTable, lay_table
from core.template import grid


def laid(library, label: str = "三、本年度办理结果") -> LaidTable:
    """Return the table of the form of 2021, with other words beside all results."""
    look = style.standard()
    table = library.get("national-2021").tables_by_id["applications"]
    known = grid.of(table)
    cells = (replace(one, text=label) if one.text == "三、本年度办理结果" else one for one in known.cells)
    printed = replace(known, cells=tuple(cells))
    block = TableBlock(table.name, printed, {}, Anchor("applications", table="applications"))
    return lay_table(Setter(look, Faces(look, bundled_only=True)), block)


@pytest.fixture
def applications(library) -> LaidTable:
    return laid(library)


def texts(marks) -> str:
    return "".join(mark.text for mark in marks if isinstance(mark, Words))


def test_the_parts_hold_every_row_once_and_fit_their_room(applications):
    parts = applications.divide(200, 400)

    assert [row for first, last in parts for row in range(first, last)] == list(
        range(len(applications.heights))
    )
    heights = [height for height, _ in applications.draw(parts)]
    assert heights[0] <= 200
    assert all(height <= 400 for height in heights[1:])


def test_a_label_that_fits_on_no_part_is_set_smaller_on_the_highest(library):
    applications = laid(library, label="三、本年度办理结果，往年结转到本年度的也算")
    rows = len(applications.heights)
    parts = [(0, applications.head_rows), *((row, row + 1) for row in range(applications.head_rows, rows))]

    drawn = [texts(marks) for _, marks in applications.draw(parts)]

    assert sum("办理结果" in one for one in drawn) == 1
    sizes = {mark.size for _, marks in applications.draw(parts) for mark in marks if isinstance(mark, Words)}
    assert min(sizes) < 9


def test_every_part_is_framed_across_the_whole_measure(applications):
    for height, marks in applications.draw(applications.divide(300, 600)):
        frames = [mark for mark in marks if isinstance(mark, Frame)]
        assert min(one.x for one in frames) == 0
        assert max(one.x + one.width for one in frames) == pytest.approx(applications.setter.measure)
        assert max(one.y + one.height for one in frames) == pytest.approx(height)


def test_no_text_is_wider_than_its_cell(applications):
    for cell in applications.cells:
        assert all(line.width <= cell.width for line in cell.lines)


def test_a_blank_row_is_high_enough_to_write_in(library):
    # given
    look = style.standard()
    table = library.get("national-2021").tables_by_id["reviews"]
    setter = Setter(look, Faces(look, bundled_only=True))

    def heights(values: dict[str, str]) -> tuple[float, ...]:
        return lay_table(
            setter, TableBlock(table.name, grid.of(table), values, Anchor("", table="reviews"))
        ).heights

    # then
    assert heights({}) == heights({"reviews.cases.review_total": "0"})
