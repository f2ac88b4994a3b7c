"""What a spreadsheet puts on the clipboard, as cells."""

import pytest

from core.blocks_of_cells import MOST_COLUMNS, MOST_ROWS, read

TABLE = """<html><head><style>td {mso-number-format:"0"}</style></head><body>
<!--StartFragment--><table><tr><td rowspan=2>规章</td><td colspan="2"><b>3</b></td><td>4</td></tr>
<tr><td>5<br>6</td><td>7</td><td></td></tr>
<tr style='display:none'><td width=72></td></tr></table><table><tr><td>9</td></tr></table></body></html>"""


@pytest.mark.parametrize(
    ("text", "rows"),
    [
        ("1\t2\r\n3\t4\r\n", [["1", "2"], ["3", "4"]]),
        ("1\r2", [["1"], ["2"]]),
        ('"第一行\n第二行"\t5', [["第一行 第二行", "5"]]),
        ('4"\t5', [['4"', "5"]]),
        ("\t7\n\t\n", [["", "7"]]),
        (" \n\t", []),
        ("", []),
    ],
)
def test_lines_with_tabs_are_rows_of_cells(text, rows):
    # then
    assert read(text) == rows


def test_merged_cells_of_a_table_stand_in_their_first_place_and_styles_are_no_words():
    # then
    assert read("别的", TABLE) == [["规章", "3", "", "4"], ["", "5 6", "7", ""]]


def test_a_page_without_a_table_is_read_from_its_words():
    # then
    assert read("12", "<meta charset='utf-8'><span>12</span>") == [["12"]]


@pytest.mark.parametrize(
    "html",
    [
        "<table><tr><td colspan=999999999 rowspan=-3>1</td><td rowspan='x'>2</td>",
        "<table>" * 3000 + "<td>1",
        "<td>1</td><td>2</td></table></table></tr>",
        "<table><tr><td><script>alert(1)</script>1<td><img src=http://example.invalid/x onerror=x>2",
        "<table><tr><td>&#x31;<td>&nbsp;2<![endif",
    ],
)
def test_a_torn_table_neither_raises_nor_brings_marks_along(html):
    # when
    rows = read("", html)

    # then
    assert all("<" not in item and "alert" not in item for row in rows for item in row)


def test_more_than_any_form_holds_is_cut():
    # when
    rows = read("\n".join(["\t".join("1" * (MOST_COLUMNS + 50))] * (MOST_ROWS + 50)))

    # then
    assert (len(rows), len(rows[0])) == (MOST_ROWS, MOST_COLUMNS)


@pytest.mark.parametrize(
    ("text", "rows"), [("5\r\n", [["5"]]), ("5\t\n", [["5", ""]]), ("5\n\n", [["5", ""]])]
)
def test_a_block_with_one_figure_is_told_from_a_cell_alone(text, rows):
    # then: a cell alone goes into each selected cell, a block into its own
    assert read(text) == rows
