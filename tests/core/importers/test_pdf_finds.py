"""What the corpus brought to light of PDFs: line breaks of other typesetters, and what runs out below a table."""

from itertools import pairwise

from tests.core.importers.paper import (
    HEIGHT,
    LEFT,
    SIZE,
    STEP,
    Paper,
    grids,
    plain,
    read,
    ruled,
    stroke,
    texts,
    words_of,
)

FULL = "镇里把公开事项列成清单按月对照检查没有漏掉应当公开的内"  # 27 characters fill a line


def page(*lines: str, size: float = SIZE) -> list[str]:
    """Return the paragraphs of a page with these lines and enough full ones to show where lines end."""
    paper = Paper()
    for number, line in enumerate((FULL, FULL, FULL + "。", *lines)):
        paper.words(LEFT, 90 + number * STEP, line, size)
    return texts(read(paper.done()))


def test_a_word_that_stays_with_its_quote_breaks_the_line_early():
    # given: 项 cannot be parted from “户户, so that the line ends a character early
    found = page(FULL[:-1], "项“户户知晓”，接着说完这一句。")

    # then
    assert found[-1].endswith(FULL[:-1] + "项“户户知晓”，接着说完这一句。")


def test_a_figure_stays_with_the_sign_before_it():
    assert page(FULL[:-3] + "—", "村、240个小组，接着说完这一句。")[-1].endswith(
        "—村、240个小组，接着说完这一句。"
    )


def test_small_lines_of_a_table_do_not_part_the_lines_of_the_text():
    # given
    paper = Paper()
    top = 90.0
    for line in (FULL, FULL, "接着说完这一句。"):
        paper.words(LEFT, top, line)
        top += STEP
    for number in range(30):
        paper.words(LEFT, top + 12 * number, f"第{number}行", 9)

    # then
    assert texts(read(paper.done()))[0] == FULL + FULL + "接着说完这一句。"


def test_a_numbered_heading_never_goes_on_from_a_full_line_that_has_ended():
    assert page(FULL[:-1] + "。", "肆、依申请公开情况", FULL)[1:2] == ["肆、依申请公开情况"]


def test_a_label_that_runs_out_below_the_table_is_put_back():
    # given: a browser cut the cell at the foot of the page
    paper = Paper()
    paper.words(LEFT, 80, "办理情况见下表。")
    ruled(paper, plain([["统计指标", "数量"], ["（三）不予公", "7"]]), [80, 180, 260], [700, 730, 760])
    paper.words(83, 774, "开", 10)
    paper.page()
    ruled(paper, plain([["（四）无法提供", "2"]]), [80, 180, 260], [60, 90])

    # when
    document = read(paper.done(), frozenset({"三不予公开"}))

    # then
    assert [words_of(grid) for grid in grids(document)] == [
        [["统计指标", "数量"], ["（三）不予公开", "7"], ["（四）无法提供", "2"]]
    ]
    assert texts(document) == ["办理情况见下表。"]


def test_words_below_a_table_that_complete_no_label_stay_text():
    # given
    paper = Paper()
    ruled(
        paper,
        plain([["统计指标", "数量"], ["收到申请数", "7"], ["申请办结数", "8"]]),
        [80, 180, 260],
        [700, 720, 740, 760],
    )
    paper.words(83, 774, "注：不含结转", 10)

    # then
    assert texts(read(paper.done(), frozenset({"收到申请数", "申请办结数"}))) == ["注：不含结转"]


def test_a_signature_alone_on_the_last_page_keeps_its_lines():
    # given
    paper = Paper()
    for number in range(8):
        paper.prose(90 + number * 60, FULL + "接着说完这一句。")
    ruled(paper, plain([["指标", "数"], ["甲", "1"], ["乙", "2"]]), [80, 180, 260], [700, 720, 740, 760])
    paper.page()
    paper.words(362, 90, "和顺旗白音镇人民政府")
    paper.words(410, 90 + STEP, "2014年3月13日")

    # then
    assert texts(read(paper.done()))[-2:] == ["和顺旗白音镇人民政府", "2014年3月13日"]


def test_a_full_line_that_comes_twice_is_text_and_no_running_head():
    # given
    paper = Paper()
    for end in ("接着说完这一句。", "接着说完那一句话。"):
        paper.words(LEFT, 80, FULL)
        paper.words(LEFT, 80 + STEP, end)
        stroke(paper.canvas, 80, HEIGHT - 700, 90, HEIGHT - 700)
        paper.page()

    # then
    assert texts(read(paper.done())) == [FULL + "接着说完这一句。", FULL + "接着说完那一句话。"]


def test_the_last_digits_of_figures_cut_by_the_page_are_put_back_with_a_doubt():
    # given: narrow cells wrap their figures, and the page ends within the row
    paper = Paper()
    xs = [80, 140, 200, 260]
    ruled(paper, plain([["结果维持", "结果纠正", "总计"], ["", "671", "671"]]), xs, [720, 740, 760])
    paper.page()
    ruled(paper, plain([["", "3", "3"]]), xs, [60, 80])

    # when
    (grid,) = grids(read(paper.done()))

    # then
    assert words_of(grid)[1] == ["", "6713", "6713"]
    assert all(cell.doubt for cell in grid.rows[1] if cell.text)


def test_a_caption_at_the_head_of_a_page_belongs_to_no_row_above():
    # given: the last row of the first page is not closed, and a caption over all columns opens the next page
    paper = Paper()
    xs = [80, 180, 260]
    open_side = [(x0, 760, x1, 760) for x0, x1 in pairwise(xs)]
    ruled(
        paper,
        plain([["信息内容", "本年处理决定数量"], ["行政许可", "2"]]),
        xs,
        [720, 740, 760],
        without=open_side,
    )
    paper.page()
    ruled(
        paper,
        {(0, 0, 1, 2): "第二十条第（六）项", (1, 0, 1, 1): "行政处罚", (1, 1, 1, 1): "4"},
        xs,
        [60, 80, 100],
    )

    # when
    (grid,) = grids(read(paper.done(), frozenset({"第二十条第六项", "行政许可", "行政处罚"})))

    # then
    assert words_of(grid)[1:] == [["行政许可", "2"], ["第二十条第（六）项"], ["行政处罚", "4"]]
