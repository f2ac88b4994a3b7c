"""The rows of a table that stay together: a short table moves on, unless too much of the page would stay white."""

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


@pytest.mark.parametrize("table_id", ["disclosure", "reviews"])
def test_a_short_table_of_the_form_stays_together_to_its_last_row(library: Library, table_id: str) -> None:
    block = official(library, "national-2021", table_id)

    assert beginning(block) == block.grid.rows


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
def test_a_table_about_as_high_as_a_page_holds_nothing_but_its_head(
    library: Library, template_id: str, table_id: str
) -> None:
    block = official(library, template_id, table_id)

    assert held(block, standard()) == frozenset(range(block.grid.head_rows))


@pytest.mark.parametrize("pitch", [28.0, 28.95, 30.0])
@pytest.mark.parametrize("rows", range(1, 40))
def test_less_than_half_a_page_stays_white(rows: int, pitch: float) -> None:
    style = with_look(standard(), Look(line_pitch=pitch))
    block = plain(rows)

    together = beginning(block, style)

    needed = pitch + style.table.around + 16.5 + (together - 1) * 18
    assert needed <= 0.46 * style.page.lines * pitch


@pytest.mark.parametrize("wordy", [{"label": "由镇里统一编号的村务公开栏" * 3}, {"figure": "没有发生" * 10}])
def test_fewer_rows_stay_together_where_they_have_more_lines(wordy: dict[str, str]) -> None:
    assert 2 < beginning(plain(12, **wordy)) < beginning(plain(12)) == 13


def test_a_label_over_several_rows_makes_them_higher() -> None:
    block = plain(10)
    side = GridCell(1, 0, "由镇里统一编号的村务公开栏" * 20, "label", row_span=5)
    kept = [cell for cell in block.grid.cells if not (cell.column == 0 and 1 <= cell.row <= 5)]

    higher = replace(block, grid=replace(block.grid, cells=(*kept, side)))

    assert beginning(higher) < beginning(block)


def test_heads_stay_with_the_rows_under_them_in_every_table() -> None:
    assert 0 in held(plain(500), standard())


def test_a_table_of_a_head_alone_holds_nothing() -> None:
    assert held(plain(0), standard()) == frozenset()


@pytest.mark.parametrize(("rows", "divided"), [(12, False), (20, False), (30, True), (34, True)])
def test_a_table_over_three_quarters_of_a_page_is_divided_as_it_comes(rows: int, divided: bool) -> None:
    assert (held(plain(rows), standard()) == frozenset({0})) is divided


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
    assert needed <= 0.46 * style.page.lines * style.page.line_pitch
    assert together - 1 != at


def test_every_row_of_a_head_over_several_stays_with_the_next() -> None:
    # given: a table of more than a page, whose head is one cell over two rows
    block = plain(60)
    side = GridCell(0, 0, "项目", "head", row_span=2)
    kept = [one for one in block.grid.cells if one.column or one.row > 1]

    # then
    assert held(replace(block, grid=replace(block.grid, cells=(side, *kept))), standard()) == frozenset(
        {0, 1}
    )
