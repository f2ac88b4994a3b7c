"""Cells on lines of their own that turn out to be no table."""

from collections.abc import Callable, Sequence

import pytest
from lxml import etree

from core.importers import in_lines, layout
from core.importers.document import Element, Grid, Stream, Text, cells_of
from core.importers.html.pieces import Piece, with_tables_in_lines

LABELS = ("规章", "行政规范性文件", "行政许可", "行政处罚")
Splitting = Callable[[Sequence[Text], frozenset[str]], Sequence[Element]]


class Asked(frozenset[str]):
    """Words of forms that count how often one was looked for."""

    times = 0

    def __contains__(self, word: object) -> bool:
        self.times += 1
        return super().__contains__(word)


def of_page(texts: Sequence[Text], known: frozenset[str]) -> list[Element]:
    """Return what a page with the lines is made of."""
    node = etree.Element("p")
    return [piece.element for piece in with_tables_in_lines([Piece(text, node) for text in texts], known)]


WAYS: dict[str, Splitting] = {
    "plain": lambda texts, known: layout.split(texts, known).elements,
    "any file": lambda texts, known: in_lines.split(texts, known).elements,
    "page": of_page,
}


def texts(*lines: str) -> list[Text]:
    return [Text(number, line) for number, line in enumerate(lines, 1)]


@pytest.mark.parametrize("way", WAYS)
def test_labels_without_figures_are_read_a_few_times_however_many_there_are(way: str):
    # given
    asked = {}
    for count in (50, 400):
        known = Asked(LABELS)

        # when
        found = WAYS[way](texts(*["规章"] * count), known)

        # then: every line stays one
        assert [one.text for one in found if isinstance(one, Text)] == ["规章"] * count
        asked[count] = known.times / count
    assert asked[400] <= asked[50] + 1


@pytest.mark.parametrize("way", WAYS)
def test_a_table_below_labels_that_make_none_is_found(way: str):
    # given
    table = ["规章", "3", "行政许可", "4", "行政处罚", "5"]

    # when
    found = WAYS[way](texts("规章", "行政许可", "以上两项由各科室分别填报。", *table), frozenset(LABELS))

    # then
    assert [one.text for one in found[:-1] if isinstance(one, Text)] == [
        "规章",
        "行政许可",
        "以上两项由各科室分别填报。",
    ]
    assert isinstance(found[-1], Stream)
    assert [cell.text for cell in cells_of(found[-1])] == table


@pytest.mark.parametrize("drawn", ["{}\t{}", "|{}|{}|"])
def test_a_drawn_table_right_below_such_labels_is_found(drawn: str):
    # given: the label looks like one that stands above the figure below it
    rows = [("行政许可", "3"), ("行政处罚", "4"), ("规章", "5")]
    lines = texts("规章", "规章", *(drawn.format(*row) for row in rows), "6")

    # when
    found = layout.split(lines, frozenset(LABELS)).elements

    # then
    (table,) = (one for one in found if isinstance(one, Grid))
    assert [tuple(cell.text for cell in row) for row in table.rows][-3:] == rows
