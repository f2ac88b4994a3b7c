"""Tables of pages: real ones as grids, those that lay out the page as their contents, absurd ones not at all."""

import pytest

from core.importers import html
from core.importers.document import Document, Grid, Text
from core.importers.keys import words_of_forms
from core.importers.kinds import Source
from core.template import built_in

KNOWN = words_of_forms(built_in())
SENTENCE = "柳河镇全年在网站上发布各类政务消息八十六条，比上年多了十条。"


def read(markup: str) -> Document:
    page = f"<html><body><p>{SENTENCE}</p>{markup}<p>{SENTENCE}</p></body></html>"
    return html.read(Source("年报.html", page.encode("utf-8"), "html"), KNOWN)


def grids(markup: str) -> list[Grid]:
    return [one for one in read(markup).elements if isinstance(one, Grid)]


def words(markup: str) -> list[list[str]]:
    (grid,) = grids(markup)
    return [[cell.text for cell in row] for row in grid.rows]


def lines(markup: str) -> list[str]:
    return [one.text for one in read(markup).elements if isinstance(one, Text)][1:-1]


def test_merged_cells_keep_their_spans():
    (grid,) = grids(
        "<table><tr><td rowspan=2>总计<td colspan='2'>其他<tr><td>1<td>2<tr><td>规章<td>3<td>4</table>"
    )

    assert [[(cell.row_span, cell.column_span) for cell in row] for row in grid.rows] == [
        [(2, 1), (1, 2)],
        [(1, 1), (1, 1)],
        [(1, 1), (1, 1), (1, 1)],
    ]


@pytest.mark.parametrize(
    ("attributes", "spans"),
    [
        ("rowspan=99", (2, 1)),
        ("rowspan=0", (2, 1)),
        ("rowspan=-3 colspan=0", (1, 1)),
        ("rowspan=x colspan='2.0em'", (1, 2)),
        ("colspan=''", (1, 1)),
    ],
)
def test_broken_spans_are_understood_as_browsers_do(attributes, spans):
    (grid,) = grids(f"<table><tr><td {attributes}>总计<td>1<td>2<tr><td>其他<td>4<td>5</table>")

    assert (grid.rows[0][0].row_span, grid.rows[0][0].column_span) == spans


def test_a_caption_row_wider_than_the_table_is_cut_to_it():
    (grid,) = grids("<table><tr><td colspan=100>第二十条第（一）项<tr><td>规章<td>0<td>1<td>2</table>")

    assert grid.rows[0][0].column_span == 4


def test_rows_without_cells_go_and_spans_over_them_shrink():
    (grid,) = grids("<table><tr><td rowspan=3>总计<td>1</tr><tr></tr><tr><td>2</tr><tr><td>其他<td>3</table>")

    assert [[cell.text for cell in row] for row in grid.rows] == [["总计", "1"], ["2"], ["其他", "3"]]
    assert grid.rows[0][0].row_span == 2


def test_the_head_comes_first_and_the_foot_last_wherever_they_stand():
    markup = (
        "<table><tfoot><tr><td>总计<td>3</tfoot><tbody><tr><td>规章<td>1</tbody>"
        "<thead><tr><th>信息内容<th>本年制发件数</thead><tbody><tr><td>其他<td>2</tbody></table>"
    )

    assert [row[0] for row in words(markup)] == ["信息内容", "规章", "其他", "总计"]


def test_rows_within_a_form_and_cells_without_rows_are_found():
    assert words("<table><form><tr><td>总计<td>1</tr></form><tr><td>其他<td>2</tr></table>") == [
        ["总计", "1"],
        ["其他", "2"],
    ]
    assert words("<table><td>总计<td>其他</table>") == [["总计", "其他"]]


def test_missing_cells_are_not_invented():
    assert words("<table><tr><td>总计<td>1<td>2<tr><td>其他<tr><td>规章<td>3</table>") == [
        ["总计", "1", "2"],
        ["其他"],
        ["规章", "3"],
    ]


def test_cells_are_put_together_without_blank_paragraphs():
    markup = "<table><tr><td><p>&nbsp;</p><p><span>&nbsp;总</span>计</p><td><div><font>1</font><b>2</b></div><br><td>&nbsp;<td>其他</table>"

    assert words(markup) == [["总计", "12", "", "其他"]]


@pytest.mark.parametrize(
    "cell", ["1<br>2", "<p>1</p><p>2</p>", "<s>1</s>2", "1<sup>2</sup>", "1<sub>2</sub>"]
)
def test_pieces_of_a_cell_are_never_glued_to_one_number(cell):
    assert words(f"<table><tr><td>总计<td>{cell}<tr><td>其他<td>0</table>")[0][1].split() == ["1", "2"]


@pytest.mark.parametrize(
    ("cell", "doubt"),
    [
        ("<del>1</del>2", "删除线"),
        ("<span style='text-decoration: line-through'>1</span>2", "删除线"),
        ("1<sup>2</sup>", "上标"),
        ("<img src=x.png>", "图片"),
        ("<input value=12>", "输入框"),
        ("<table><tr><td>1</table>", "套着表格"),
    ],
)
def test_doubtful_cells_say_why(cell, doubt):
    (grid,) = grids(f"<table><tr><td>总计<td>{cell}<tr><td>其他<td>0</table>")

    assert doubt in grid.rows[0][1].doubt
    assert grid.rows[1][1].doubt == ""


def test_figures_in_input_boxes_are_read():
    markup = "<table><tr><td>总计<td><input type=text value=12><input type=hidden value=9><tr><td>其他<td>0</table>"

    assert words(markup)[0] == ["总计", "12"]


def test_a_number_is_one_although_the_page_breaks_its_source_around_it():
    assert words("<table><tr><td>\n  总\n  计\n</td><td>\n\t\t12\n</td></tr><tr><td>其他<td>0</table>")[
        0
    ] == [
        "总计",
        "12",
    ]


def test_hidden_rows_and_cells_are_left_out():
    markup = "<table><tr style='display:none'><td>彩票<td>1<tr><td>总计<td>1<td style='display:none'>彩票<tr><td>其他<td>0</table>"

    assert words(markup) == [["总计", "1"], ["其他", "0"]]
    assert any("不显示" in one.message for one in read(markup).remarks)


@pytest.mark.parametrize(
    "markup",
    [
        "<table><tr><td>甲</td></tr></table>",
        "<table><tr><td><div>甲</div></td></tr></table>",
        "<table><tr><td><table><tr><td>甲</td></tr></table></td></tr></table>",
        "<table><tr><td>甲</td></tr><tr><td></td></tr></table>",
        "<table><caption>甲</caption></table>",
        "<table>甲<tr><td></td></tr></table>",
    ],
)
def test_a_frame_around_words_is_no_table(markup):
    assert lines(markup) == ["甲"]
    assert grids(markup) == []


def test_a_table_in_a_table_that_lays_out_the_page_is_found():
    inner = "<table><tr><td>总计<td>1<tr><td>其他<td>2</table>"

    assert words(f"<table><tr><td>左栏<td><p>甲</p>{inner}<p>乙</p></table>") == [
        ["总计", "1"],
        ["其他", "2"],
    ]
    assert lines(f"<table><tr><td>左栏<td><p>甲</p>{inner}<p>乙</p></table>") == ["左栏", "甲", "乙"]


def test_text_in_the_cells_of_a_layout_stays_in_order():
    markup = f"<table><tr><td colspan=2>甲<tr><td>{SENTENCE * 4}<td>乙<tr><td colspan=2>丙</table>"

    assert lines(markup) == ["甲", SENTENCE * 4, "乙", "丙"]


@pytest.mark.parametrize(
    "table",
    [
        "<table><tr><td colspan=100000000>总计<td>1<tr><td>其他<td>2</table>",
        "<table><tr><td colspan=64>总计<td>1<tr><td>其他<td>2</table>",
        f"<table><tr>{'<td colspan=50>总计' * 5}</table>",
        f"<table>{'<tr><td>总计<td>1' * 5001}</table>",
    ],
)
def test_absurd_tables_are_skipped_and_said(table):
    document = read(table)

    assert [type(one) for one in document.elements] == [Text, Text]
    assert any("行或列太多" in one.message and "手工填写" in one.message for one in document.remarks)


def test_a_caption_that_repeats_the_heading_is_not_read_twice():
    table = "<table><caption>表二 主动公开政府信息情况</caption><tr><td>总计<td>1<tr><td>其他<td>2</table>"

    assert lines(f"<h2>二、主动公开政府信息情况</h2>{table}") == ["二、主动公开政府信息情况"]
    assert lines(f"<h2>附件</h2>{table}") == ["附件", "表二 主动公开政府信息情况"]


def test_characters_count_every_word_of_lines_and_cells():
    document = read("<table><tr><td>总 计<td>12<tr><td>其他<td>&nbsp;</table>")

    assert document.characters == 2 * len(SENTENCE) + len("总计12其他")


def test_prose_in_a_row_of_its_own_is_text_between_two_tables():
    markup = (
        f"<table><tr><td>总计<td>1<tr><td colspan=2>{SENTENCE * 4}<tr><td>其他<td>2<tr><td>规章<td>3</table>"
    )

    assert lines(markup) == [SENTENCE * 4]
    assert [len(one.rows) for one in grids(markup)] == [1, 2]
