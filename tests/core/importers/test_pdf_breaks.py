"""Tables of PDFs over page breaks: one table, one head, nothing glued that is not one."""

from itertools import pairwise

from core.importers.document import Grid
from tests.core.importers.paper import LEFT, Paper, grids, plain, read, ruled, words_of

XS = [80, 240, 340, 440]
ROWS = [["统计指标", "自然人", "总计"], ["收到申请数", "12", "30"], ["申请办结数", "9", "1,045"]]
HEAD = ["统计指标", "自然人", "总计"]


def broken(first: list[list[str]], second: list[list[str]], *, closed: bool = True, known: str = "") -> Grid:
    """Return the table read from two pages, the head on both."""
    paper = Paper()
    paper.words(LEFT, 80, "本年度依申请公开的办理情况见下表。")
    bottom = 780 - 20 * (len(first) + 1)
    ys = [bottom + 20 * row for row in range(len(first) + 2)]
    open_side = [] if closed else [(x0, ys[-1], x1, ys[-1]) for x0, x1 in pairwise(XS)]
    ruled(paper, plain([HEAD, *first]), XS, ys, without=open_side)
    paper.words(290, 815, "— 1 —", 10)
    paper.page()
    ruled(paper, plain([HEAD, *second]), XS, [60 + 20 * row for row in range(len(second) + 2)])
    paper.words(290, 815, "— 2 —", 10)
    found = grids(read(paper.done(), frozenset({known} - {""})))
    assert len(found) == 1
    return found[0]


def test_a_table_over_a_page_break_is_one_table_with_one_head():
    grid = broken([["收到申请数", "12", "30"]], [["申请办结数", "9", "1"], ["申请答复数", "8", "0"]])

    assert words_of(grid) == [
        HEAD, ["收到申请数", "12", "30"], ["申请办结数", "9", "1"], ["申请答复数", "8", "0"],
    ]  # fmt: skip
    assert not any(one.doubt for row in grid.rows for one in row)


def test_a_row_that_the_page_cuts_is_put_together_with_a_doubt():
    grid = broken(
        [["申请人逾期未按", "7", "8"]], [["通知缴纳费用", "", ""], ["其他", "2", "3"]], closed=False
    )

    assert words_of(grid) == [HEAD, ["申请人逾期未按通知缴纳费用", "7", "8"], ["其他", "2", "3"]]
    assert grid.rows[1][0].doubt


def test_a_cut_row_with_all_its_lines_is_known_by_the_label_of_the_form():
    rows = ([["申请人逾期未按", "7", "8"]], [["通知缴纳费用", "", ""], ["其他", "2", "3"]])

    grid = broken(*rows, known="申请人逾期未按通知缴纳费用")

    assert words_of(grid)[1] == ["申请人逾期未按通知缴纳费用", "7", "8"]
    assert not grid.rows[1][0].doubt


def test_rows_with_numbers_on_both_pages_are_never_put_together():
    grid = broken([["收到申请数", "1", "2"]], [["申请办结数", "3", "4"]], closed=False)

    assert words_of(grid) == [HEAD, ["收到申请数", "1", "2"], ["申请办结数", "3", "4"]]


def test_a_merged_label_goes_on_over_the_page_break():
    paper = Paper()
    paper.words(LEFT, 80, "本年度依申请公开的办理情况见下表。")
    above = {(0, 0, 2, 1): "不予处理", (0, 1, 1, 1): "重复申请", (0, 2, 1, 1): "1",
             (1, 1, 1, 1): "信访申请", (1, 2, 1, 1): "2"}  # fmt: skip
    ruled(paper, above, XS, [740, 760, 780])
    paper.page()
    below = {(0, 0, 1, 1): "", (0, 1, 1, 1): "其他申请", (0, 2, 1, 1): "3"}
    ruled(paper, below, XS, [60, 80])

    (grid,) = grids(read(paper.done()))

    assert words_of(grid) == [["不予处理", "重复申请", "1"], ["信访申请", "2"], ["其他申请", "3"]]
    assert grid.rows[0][0].row_span == 3


def test_two_tables_of_different_width_on_two_pages_stay_two():
    paper = Paper()
    paper.words(LEFT, 80, "本年度依申请公开的办理情况见下表。")
    ruled(paper, plain(ROWS), XS, [720, 740, 760, 780])
    paper.page()
    ruled(paper, plain([["行政复议", "行政诉讼"], ["1", "0"]]), [80, 180, 300], [60, 80, 100])

    assert len(grids(read(paper.done()))) == 2
