"""The rows of a table that stay together: a short table moves on, unless nearly a third of the page would stay white."""

from dataclasses import replace

import pytest

from core.blocks import Anchor, TableBlock
from core.export.rows import held
from core.grid import Grid, GridCell
from core.look import Look, with_look
from core.style import Style, standard
from core.template import Library, grid


def official(library: Library, template_id: str, table_id: str) -> TableBlock:
    """Return a blank table of a form."""
    known = library.get(template_id).tables_by_id[table_id]
    return TableBlock(known.name, grid.of(known), {}, Anchor("", table=table_id))


def plain(rows: int, label: str = "村务公开栏", figure: str = "0") -> TableBlock:
    """Return a table of two columns: a head and `rows` figures, all alike."""
    cells = [GridCell(0, 0, "项目", "head"), GridCell(0, 1, "件数", "head")]
    for row in range(1, rows + 1):
        cells += [GridCell(row, 0, label, "label"), GridCell(row, 1, "", "value", cell=f"t.{row}.value")]
    values = {f"t.{row}.value": figure for row in range(1, rows + 1)}
    return TableBlock("", Grid(rows + 1, 2, (50, 50), 1, tuple(cells), 1), values, Anchor("", table="t"))


def beginning(block: TableBlock, style: Style | None = None) -> int:
    """Return how many rows at the beginning of a table stay together."""
    together = held(block, style or standard())
    return next(row for row in range(block.grid.rows) if row not in together) + 1


@pytest.mark.parametrize("template_id", ["national-2021", "national-2019"])
def test_a_short_table_of_the_form_stays_together_to_its_last_row(library: Library, template_id: str) -> None:
    block = official(library, template_id, "reviews")

    assert beginning(block) == block.grid.rows


@pytest.mark.parametrize("above", [1, 2, 3])
@pytest.mark.parametrize("template_id", ["national-2021", "national-2019"])
def test_a_higher_table_is_divided_between_two_of_its_groups_alone(
    library: Library, template_id: str, above: int
) -> None:
    # given: under a heading, and under a heading with a sentence
    block = replace(official(library, template_id, "disclosure"), above=above)

    # when
    together = held(block, standard())

    # then
    starts = {cell.row for cell in block.grid.cells if cell.role == "caption"}
    free = set(range(block.grid.rows - 1)) - together
    assert {row + 1 for row in free} <= starts
    assert free


def test_fewer_groups_stay_together_under_more_lines(library: Library) -> None:
    block = official(library, "national-2021", "disclosure")

    assert (beginning(block), beginning(replace(block, above=3))) == (7, 4)


def test_a_group_too_high_for_the_rest_of_a_page_may_be_divided(library: Library) -> None:
    # given: three groups of ten rows each, more than a third of a page with what leads to the table
    block = plain(30)
    cells = tuple(replace(one, role="caption") if one.row in (0, 10, 20) else one for one in block.grid.cells)
    block = replace(block, grid=replace(block.grid, cells=cells, head_rows=0), above=3)

    # then
    assert 1 < beginning(block) < 10


def test_the_last_row_is_free_of_what_follows_the_table(library: Library) -> None:
    for template in library.templates.values():
        for table in template.tables:
            block = official(library, template.id, table.id)

            assert block.grid.rows - 1 not in held(block, standard())


def test_a_higher_table_may_be_broken_between_two_of_its_groups(library: Library) -> None:
    block = official(library, "national-2019", "disclosure")

    first = beginning(block)

    assert 0 < first < block.grid.rows
    assert first in {cell.row for cell in block.grid.cells if cell.role == "caption"}


@pytest.mark.parametrize(
    ("template_id", "table_id"),
    [("national-2021", "applications"), ("national-2019", "applications"), ("national-2014", "statistics")],
)
def test_a_table_about_as_high_as_a_page_holds_its_head_and_no_row_alone(
    library: Library, template_id: str, table_id: str
) -> None:
    block = official(library, template_id, table_id)

    head, rows = block.grid.head_rows, block.grid.rows
    assert held(block, standard()) == frozenset({*range(head + 1), rows - 2})


@pytest.mark.parametrize("pitch", [28.0, 28.95, 30.0])
@pytest.mark.parametrize("rows", range(1, 40))
def test_less_than_a_third_of_a_page_stays_white(rows: int, pitch: float) -> None:
    style = with_look(standard(), Look(line_pitch=pitch))
    block = plain(rows)

    together = beginning(block, style)

    needed = pitch + style.table.around + 16.5 + (together - 1) * 18
    assert needed <= style.page.lines * pitch / 3


@pytest.mark.parametrize("wordy", [{"label": "由镇里统一编号的村务公开栏" * 3}, {"figure": "没有发生" * 10}])
def test_fewer_rows_stay_together_where_they_have_more_lines(wordy: dict[str, str]) -> None:
    assert 2 < beginning(plain(7, **wordy)) < beginning(plain(7)) == 8


def test_a_label_over_several_rows_makes_them_higher() -> None:
    block = plain(10)
    side = GridCell(1, 0, "由镇里统一编号的村务公开栏" * 20, "label", row_span=5)
    kept = [cell for cell in block.grid.cells if not (cell.column == 0 and 1 <= cell.row <= 5)]

    higher = replace(block, grid=replace(block.grid, cells=(*kept, side)))

    assert beginning(higher) < beginning(block)


def test_heads_stay_with_the_rows_under_them_in_every_table() -> None:
    assert 0 in held(plain(500), standard())


@pytest.mark.parametrize(("rows", "together"), [(0, set()), (1, {0}), (2, {0, 1})])
def test_a_table_of_few_rows_is_one_piece(rows: int, together: set[int]) -> None:
    assert held(plain(rows), standard()) == frozenset(together)


@pytest.mark.parametrize("rows", [20, 34, 500])
def test_no_row_stands_alone_at_the_foot_or_the_head_of_a_page(rows: int) -> None:
    together = held(plain(rows), standard())

    assert {0, 1, rows - 1} <= together
    assert rows - 2 not in together


@pytest.mark.parametrize(("rows", "divided"), [(12, False), (20, False), (30, True), (34, True)])
def test_a_table_over_three_quarters_of_a_page_is_divided_as_it_comes(rows: int, divided: bool) -> None:
    assert (held(plain(rows), standard()) == frozenset({0, 1, rows - 1})) is divided


@pytest.mark.parametrize("at", range(2, 16))
def test_no_title_in_a_table_makes_more_of_the_page_white(at: int) -> None:
    # given: a second head among the rows
    style = standard()
    block = plain(20)
    cells = tuple(replace(one, role="head") if one.row == at else one for one in block.grid.cells)

    # when
    together = beginning(replace(block, grid=replace(block.grid, cells=cells)), style)

    # then: no row of figures is divided from the titles over it
    heads = 1 + (at < together)
    needed = style.page.line_pitch + style.table.around + heads * 16.5 + (together - heads) * 18
    assert needed <= 0.3 * style.page.lines * style.page.line_pitch
    assert together - 1 != at


def test_every_row_of_a_head_over_several_stays_with_the_next() -> None:
    # given: a table of more than a page, whose head is one cell over two rows
    block = plain(60)
    side = GridCell(0, 0, "项目", "head", row_span=2)
    kept = [one for one in block.grid.cells if one.column or one.row > 1]

    # then
    together = held(replace(block, grid=replace(block.grid, cells=(side, *kept))), standard())
    assert together == {0, 1, 2, 59}
