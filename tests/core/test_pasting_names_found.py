"""Where each row and column of a pasted block goes: single names, names that the form has twice, lines without any."""

import pytest

from core.pasting_names import find
from core.template import built_in, grid

REVIEWS, DISCLOSURE, APPLICATIONS = "reviews", "disclosure", "applications"
LOCAL = "statistics"
FORMS = {LOCAL: built_in().get("weihai-2012")}
NATIONAL = built_in().get("national-2021")


def ways(table: str, start: tuple[int, int], *rows: str):
    """Return where a block goes; its items stand between bars."""
    form = FORMS.get(table, NATIONAL).tables_by_id[table]
    return find(form, grid.of(form), [row.split("|") for row in rows], start)


@pytest.mark.parametrize(
    ("start", "columns"),
    [((3, 4), {0: 1, 1: 2, 2: 3}), ((3, 6), {0: 6, 1: 7, 2: 8}), ((3, 14), {0: 11, 1: 12, 2: 13})],
)
def test_heads_that_the_form_has_three_times_are_the_ones_nearest_to_the_cursor(start, columns):
    # when
    found = ways(REVIEWS, start, "结果纠正|其他结果|尚未审结", "7|7|7")

    # then
    assert found.columns == columns
    assert found.named


def test_a_head_alone_over_a_word_for_a_figure_is_no_name_of_a_row():
    # when
    found = ways(REVIEWS, (3, 6), "尚未审结|总计", "总计|7")

    # then
    assert (found.columns, found.left, found.strange) == ({0: 8, 1: 9}, 0, ())


def test_a_head_said_twice_takes_its_place_once():
    # when
    found = ways(REVIEWS, (3, 7), "结果维持|结果纠正|其他结果|总计|总计", "7|7|7|7|7")

    # then
    assert found.columns == {0: 5, 1: 6, 2: 7, 3: 9}


def test_a_column_without_a_head_lies_between_two_that_agree_and_nowhere_where_they_do_not():
    assert ways(APPLICATIONS, (21, 3), "自然人||科研机构", "7|7|7").columns == {0: 3, 1: 4, 2: 5}
    assert ways(APPLICATIONS, (21, 3), "自然人||商业企业", "7|7|7").columns == {0: 3, 2: 4}
    assert ways(APPLICATIONS, (21, 3), "自然人||法律服务机构", "7|7|7").columns == {0: 3, 2: 7}


@pytest.mark.parametrize(
    ("start", "rows", "columns"),
    [
        ((25, 6), ("自然人|", "7|7"), {0: 3, 1: 4}),  # it begins where the figures of the form do
        ((25, 6), ("其他|", "7|7"), {0: 8, 1: 9}),  # it ends where the form does
        ((25, 5), ("科研机构|", "7|7"), {0: 5, 1: 6}),  # it begins at the cursor
        ((25, 6), ("科研机构|", "7|7"), {0: 5}),
    ],
)
def test_a_column_at_the_edge_without_a_head_follows_where_the_place_of_the_block_is_sure(
    start, rows, columns
):
    assert ways(APPLICATIONS, start, *rows).columns == columns


def test_columns_without_heads_are_counted_each_from_its_own_neighbours():
    # when: one head of the form is left out
    found = ways(APPLICATIONS, (14, 7), "商业企业||社会公益组织|法律服务机构||总计", "7|7|7|7|7|7")

    # then
    assert found.columns == {0: 4, 1: 5, 2: 6, 3: 7, 4: 8, 5: 9}


@pytest.mark.parametrize(
    ("start", "rows", "places"),
    [
        ((13, 1), ("信息内容|本年收费金额（单位：万元）", "行政事业性收费|7", "另一类|7"), {1: 13, 2: 14}),  # from the cursor
        ((12, 1), ("信息内容|本年收费金额（单位：万元）", "行政事业性收费|7", "另一类|7"), {1: 13}),
    ],
)  # fmt: skip
def test_a_row_of_another_name_behind_the_last_follows_only_from_the_cursor(start, rows, places):
    # when
    found = ways(DISCLOSURE, start, *rows)

    # then
    assert found.rows == places
    assert found.strange == ("另一类",)


@pytest.mark.parametrize(
    ("rows", "places"),
    [
        (("另一类|件|7", "主动公开政府信息数|条|7"), {1: 1, 2: 2}),  # the first row of the form
        (("另一类|件|7", "又一类|件|7", "主动公开政府信息数|条|7"), {3: 2}),  # the form has no such place
    ],
)
def test_a_row_of_another_name_right_under_the_head_follows_from_the_head(rows, places):
    assert ways(LOCAL, (16, 2), "统计指标|单位|统计数", *rows, "制发规范性文件总数|件|7").rows == places | {
        len(rows) + 1: 4
    }


@pytest.mark.parametrize(
    ("rows", "places"),
    [
        (
            ("五、行政诉讼数量", "（三）其他情形数", "（二）被依法纠错数", "六、被举报投诉数量"),
            {0: 50, 1: 53, 2: 52, 3: 54},
        ),
        (("六、被举报投诉数量", "（三）其他情形数"), {0: 54, 1: 57}),
        (("（三）其他情形数", "五、行政诉讼数量"), {0: 49, 1: 50}),
        (
            ("五、行政诉讼数量", "（三）其他情形数", "（一）维持具体行政行为或者驳回原告诉讼请求数"),
            {0: 50, 1: 49, 2: 51},
        ),
    ],
)
def test_a_name_that_the_form_has_in_each_group_is_the_one_between_its_neighbours(rows, places):
    assert ways(LOCAL, (4, 2), *(f"{row}|件|7" for row in rows)).rows == places


def test_the_innermost_name_of_a_row_tells_it():
    # when
    found = ways(APPLICATIONS, (27, 3), "三、本年度办理结果|（一）予以公开|7|7|7|7|7|7|7")

    # then
    assert found.rows == {0: 5}
    assert ways(APPLICATIONS, (27, 3), "（七）总计|3.其他|7|7|7|7|7|7|7").rows == {0: 25}


def test_the_lowest_head_of_a_column_tells_it():
    # when
    found = ways(APPLICATIONS, (26, 4), "总计", "自然人", "7")

    # then
    assert (found.columns, found.heads) == ({0: 3}, frozenset({0, 1}))


@pytest.mark.parametrize(
    ("rows", "named", "strange"),
    [
        (("行政强制|7", "甲类|7", "乙类|7"), False, ("甲类", "乙类")),
        (("行政强制|7", "甲类|7"), True, ("甲类",)),  # half of them are enough
    ],
)
def test_names_of_rows_count_where_half_of_them_are_the_forms(rows, named, strange):
    # when
    found = ways(DISCLOSURE, (8, 2), *rows)

    # then
    assert (found.named, found.strange, found.left) == (named, strange, 1)
    assert found.rows[0] == (10 if named else 8)


@pytest.mark.parametrize(
    ("heads", "named", "strange"),
    [
        ("甲类|本年制发件数|乙类", False, ("甲类", "乙类")),
        ("甲类|本年制发件数", True, ("甲类",)),
    ],
)
def test_heads_of_columns_count_where_half_of_them_are_the_forms(heads, named, strange):
    # when
    found = ways(DISCLOSURE, (2, 2), heads, "|".join("7" * len(heads.split("|"))))

    # then
    assert (found.named, found.strange, found.heads) == (named, strange, frozenset({0}))
    assert found.columns[1] == (1 if named else 3)


@pytest.mark.parametrize(
    ("start", "rows", "columns"),
    [
        ((2, 2), ("7|7|7",), {0: 2, 1: 3, 2: 4}),  # as broad as the form, but without names: from the cursor
        ((12, 3), ("行政事业性收费|7|7",), {1: 3, 2: 4}),  # names, but not all columns: from the cursor
        ((12, 3), ("行政事业性收费|7|7|7",), {1: 1, 2: 2, 3: 3}),
    ],
)
def test_a_block_with_names_and_all_columns_begins_at_the_first_one(start, rows, columns):
    assert ways(DISCLOSURE, start, *rows).columns == columns


@pytest.mark.parametrize(
    ("rows", "left"),
    [
        (("行政许可",), 0),  # a single column is no name
        (("甲类|7|",), 1),
        (("|",), 0),
        (("行政事业性收费|甲类||",), 1),  # a word in a cell for a figure
        (("信息内容|本年处理决定数量", "行政许可|7"), 1),
    ],
)
def test_so_many_columns_of_a_block_are_names(rows, left):
    assert ways(DISCLOSURE, (8, 1), *rows).left == left


def test_a_name_may_reach_over_blank_columns_and_not_over_figures():
    assert ways(APPLICATIONS, (19, 8), "2.重复申请|||7|7|7|7|7|7|7").left == 3
    assert ways(APPLICATIONS, (19, 3), "2.重复申请|7|7|7|7|7|7|7").left == 1


@pytest.mark.parametrize("word", ["无", "没有", "零", "/"])
def test_a_word_for_none_in_the_first_row_is_a_figure_and_a_word_of_ones_own_a_head(word):
    assert ways(LOCAL, (59, 2), word, "7").heads == frozenset()
    assert ways(LOCAL, (59, 2), "甲类", "7").heads == frozenset({0})


def test_a_row_with_one_word_among_figures_is_no_head():
    assert ways(APPLICATIONS, (14, 5), "7|件", "7|7").rows == {0: 14, 1: 15}


def test_names_of_the_form_under_a_line_of_ones_own_are_rows():
    # when
    found = ways(DISCLOSURE, (8, 1), "甲类|乙类", "行政强制|约十件", "行政处罚|约五件")

    # then
    assert (found.rows, found.heads) == ({1: 10, 2: 9}, frozenset({0}))


def test_a_head_of_two_rows_of_which_one_is_ones_own_is_left_out_as_a_whole():
    # when
    found = ways(APPLICATIONS, (9, 6), "其他", "申请情况", "7", "7")

    # then
    assert (found.rows, found.columns, found.heads) == ({2: 9, 3: 10}, {0: 8}, frozenset({0, 1}))


def test_an_amount_with_its_unit_in_the_first_row_is_no_head():
    assert ways(DISCLOSURE, (13, 1), "3万元", "7").heads == frozenset()


def test_a_head_without_figures_under_it_tells_its_column_and_no_row():
    # when
    found = ways(REVIEWS, (3, 13), "总计")

    # then
    assert (found.rows, found.columns, found.heads) == ({}, {0: 14}, frozenset({0}))


def test_the_head_over_the_names_of_rows_is_no_head_of_figures():
    assert ways(DISCLOSURE, (7, 2), "信息内容").heads == frozenset()


def test_a_row_without_a_name_under_the_last_but_one_of_the_form_is_its_last():
    assert ways(APPLICATIONS, (20, 4), "总计|无|", "7|7|7").rows == {0: 26, 1: 27}


def test_a_row_behind_names_in_another_order_is_not_counted_from_the_first_of_them():
    # when
    found = ways(DISCLOSURE, (7, 3), "行政强制|7", "行政处罚|7", "信息内容|本年处理决定数量", "另一类|")

    # then
    assert found.rows == {0: 10, 1: 9}


def test_a_head_that_the_form_prints_twice_over_one_column_is_that_column():
    # given
    table = built_in().get("national-2019").tables_by_id[DISCLOSURE]

    # then
    assert find(table, grid.of(table), [["处理决定数量"]], (16, 1)).columns == {0: 4}


def test_another_name_of_a_row_tells_it_too():
    assert (
        ways(DISCLOSURE, (12, 1), "规范性文件|7|7|7").rows
        == ways(DISCLOSURE, (12, 1), "行政规范性文件|7|7|7").rows
    )


def test_a_head_over_several_columns_is_a_head_though_it_tells_none():
    # when
    found = ways(REVIEWS, (3, 5), "行政复议|", "7|8")

    # then
    assert (found.heads, found.columns, found.strange) == (frozenset({0}), {0: 5, 1: 6}, ("行政复议",))
