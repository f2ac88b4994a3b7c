"""How the words of a cell fit: the room is made for lines of even length."""

import pytest

from core.export.characters import width_of
from core.export.columns import of, widths
from core.export.fitting import fit
from core.grid import Grid, GridCell
from core.style import standard
from core.template import grid

MEASURE = 156 / 25.4 * 72
NARROW, LABEL = MEASURE * 0.084, MEASURE * 0.10


def lines(text: str, cell: GridCell, width: float) -> list[str]:
    """Return the text as a program breaks it that puts as many characters into a line as there is room for."""
    room = fit(text, cell, width, standard())
    taken = int((width - 2 * room.side - room.free) / room.size)
    return [text[at : at + taken] for at in range(0, len(text), taken)]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("自然人", ["自然人"]),
        ("商业企业", ["商业", "企业"]),
        ("科研机构", ["科研", "机构"]),
        ("社会公益组织", ["社会公", "益组织"]),
        ("法律服务机构", ["法律服", "务机构"]),
    ],
)
def test_a_head_never_leaves_a_character_alone(text: str, wanted: list[str]) -> None:
    assert lines(text, GridCell(0, 0, text, "head"), NARROW) == wanted


def test_there_is_room_to_spare_for_another_programs_reckoning() -> None:
    # given
    text = "商业企业"
    room = fit(text, GridCell(0, 0, text, "head"), NARROW, standard())

    # then: more than two characters, and a good deal less than three
    words = NARROW - 2 * room.side - room.free
    assert 2.3 < words / room.size < 2.5


def test_a_label_beside_its_rows_takes_less_padding_before_it_leaves_a_character_alone() -> None:
    # given
    cell = GridCell(0, 0, "（三）不予公开", "label", row_span=8)

    # then
    assert lines(cell.text, cell, LABEL) == ["（三）不", "予公开"]


def test_the_narrowest_column_holds_two_characters() -> None:
    # given
    columns = widths((4, 10, 26, 60), MEASURE, standard())
    cell = GridCell(0, 0, "本年结果", "label", row_span=25)

    # then
    assert sum(columns) == pytest.approx(MEASURE)
    assert lines(cell.text, cell, columns[0]) == ["本年", "结果"]


@pytest.mark.parametrize("template_id", ["national-2019", "national-2021"])
def test_the_label_beside_all_results_stands_in_even_lines(library, template_id) -> None:
    # given
    known = grid.of(library.get(template_id).tables_by_id["applications"])
    (cell,) = [one for one in known.cells if one.text == "三、本年度办理结果"]

    # then
    columns = of(known, MEASURE, standard())
    assert sum(columns) == pytest.approx(MEASURE)
    assert lines(cell.text, cell, columns[0]) == ["三、本", "年度办", "理结果"]


def test_figures_that_need_their_room_give_none_to_a_long_label() -> None:
    # given
    label = GridCell(1, 0, "三、本年度办理结果", "label", row_span=3)
    narrow = Grid(4, 15, (100 / 15,) * 15, 1, (label,), label_columns=1)

    # then
    assert of(narrow, MEASURE, standard()) == [pytest.approx(MEASURE / 15)] * 15


def test_a_column_gives_nothing_where_all_are_narrow() -> None:
    assert widths([1] * 30, MEASURE, standard()) == [pytest.approx(MEASURE / 30)] * 30


@pytest.mark.parametrize(
    ("figure", "size"), [("0", 10.5), ("12345", 10.5), ("1234567", 7.5), ("1234567890123456", 10.5)]
)
def test_a_figure_shrinks_as_long_as_it_can_be_read(figure: str, size: float) -> None:
    assert fit(figure, GridCell(0, 0, "", "value", cell="t.r.c"), NARROW, standard()).size == size


def test_figures_and_letters_are_half_as_wide() -> None:
    assert width_of("2024年A类") == 4.5
