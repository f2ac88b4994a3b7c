"""Tables of PDFs: cells by their lines, whatever draws them; spans, doubts, boxes that are no tables."""

from itertools import pairwise

import pytest

from core.importers.pdf import aligned, cells, lines
from core.importers.pdf import grids as ruled_grids
from tests.core.importers.paper import (
    HEIGHT,
    LEFT,
    RIGHT,
    Paper,
    Side,
    dotted,
    double,
    grids,
    plain,
    read,
    ruled,
    sliver,
    stroke,
    texts,
    words_of,
)

XS = [80, 240, 340, 440]
YS = [200, 220, 240, 260]
ROWS = [["统计指标", "自然人", "总计"], ["收到申请数", "12", "30"], ["申请办结数", "9", "1,045"]]


def drawn(side: Side = stroke, cells_of=None, xs=XS, ys=YS, without=()) -> Paper:
    paper = Paper()
    paper.words(LEFT, 100, "本年度依申请公开的办理情况见下表。")
    ruled(paper, cells_of or plain(ROWS), xs, ys, side, without)
    return paper


@pytest.mark.parametrize("side", [stroke, sliver, double, dotted])
def test_a_table_is_read_however_its_lines_are_drawn(side: Side):
    document = read(drawn(side).done())

    assert [words_of(grid) for grid in grids(document)] == [ROWS]
    assert texts(document) == ["本年度依申请公开的办理情况见下表。"]


def test_a_table_in_a_form_object_is_read_in_its_place():
    paper = Paper()
    paper.canvas.beginForm("figures")
    ruled(paper, plain(ROWS), XS, YS)
    paper.canvas.endForm()
    paper.words(LEFT, 100, "本年度依申请公开的办理情况见下表。")
    paper.canvas.translate(20, -30)
    paper.canvas.scale(0.9, 0.9)
    paper.canvas.doForm("figures")

    document = read(paper.done())

    assert [words_of(grid) for grid in grids(document)] == [ROWS]


def test_merged_cells_carry_their_spans_and_appear_once():
    merged = {
        (0, 0, 2, 1): "本年度办理结果", (0, 1, 1, 2): "申请人情况",
        (1, 1, 1, 1): "自然人", (1, 2, 1, 1): "总计",
        (2, 0, 1, 1): "予以公开", (2, 1, 1, 1): "3", (2, 2, 1, 1): "3",
    }  # fmt: skip

    (grid,) = grids(read(drawn(cells_of=merged).done()))

    assert [[(one.text, one.row_span, one.column_span) for one in row] for row in grid.rows] == [
        [("本年度办理结果", 2, 1), ("申请人情况", 1, 2)],
        [("自然人", 1, 1), ("总计", 1, 1)],
        [("予以公开", 1, 1), ("3", 1, 1), ("3", 1, 1)],
    ]


def test_a_label_over_several_lines_of_a_cell_is_joined_without_blanks():
    wrapped = [["统计指标", "数"], ["1.属于国家\n秘密", "0"], ["2.重复\n申请", "4"]]
    xs, ys = [80, 140, 200], [200, 220, 250, 280]

    (grid,) = grids(read(drawn(cells_of=plain(wrapped), xs=xs, ys=ys).done()))

    assert words_of(grid) == [["统计指标", "数"], ["1.属于国家秘密", "0"], ["2.重复申请", "4"]]


def test_outer_sides_may_be_missing():
    sides = [(80, y0, 80, y1) for y0, y1 in pairwise(YS)]
    sides += [(440, y0, 440, y1) for y0, y1 in pairwise(YS)]

    (grid,) = grids(read(drawn(without=sides).done()))

    assert words_of(grid) == ROWS


def test_numbers_between_which_a_line_is_missing_are_parted_with_a_doubt():
    (grid,) = grids(read(drawn(without=[(340, 220, 340, 240)]).done()))

    assert words_of(grid) == ROWS
    assert [one.doubt for one in grid.rows[1]] == ["", ruled_grids.BROKEN_FRAME, ruled_grids.BROKEN_FRAME]


def test_two_numbers_in_one_cell_are_doubted():
    table = plain([["统计指标", "数"], ["收到申请数", "12  30"]])

    (grid,) = grids(read(drawn(cells_of=table, xs=[80, 240, 340], ys=YS[:3]).done()))

    assert (grid.rows[1][1].text, grid.rows[1][1].doubt) == ("12 30", lines.TWO_NUMBERS)


def test_a_table_of_shaded_cells_alone_is_read():
    paper = Paper()
    paper.words(LEFT, 100, "本年度依申请公开的办理情况见下表。")
    for row, words in enumerate(ROWS):
        for column, text in enumerate(words):
            left, top = XS[column], YS[row]
            paper.canvas.setFillGray(0.7 + 0.1 * (row % 2))
            paper.canvas.rect(left, HEIGHT - top - 20, XS[column + 1] - left, 20, stroke=0, fill=1)
            paper.canvas.setFillGray(0)
            paper.words(left + 3, top + 14, text, 10)

    assert [words_of(grid) for grid in grids(read(paper.done()))] == [ROWS]


def test_words_marked_with_colour_in_a_cell_do_not_part_it():
    paper = Paper()
    paper.words(LEFT, 100, "本年度依申请公开的办理情况见下表。")
    paper.canvas.setFillColorRGB(1, 1, 0)
    paper.canvas.rect(243, HEIGHT - 238, 12, 14, stroke=0, fill=1)
    paper.canvas.setFillGray(0)
    ruled(paper, plain(ROWS), XS, YS)

    assert [words_of(grid) for grid in grids(read(paper.done()))] == [ROWS]


def test_lines_outside_their_window_are_not_seen():
    paper = Paper()
    paper.words(LEFT, 40, "1/9/25, 3:04 PM", 8)
    clip = paper.canvas.beginPath()
    clip.rect(0, 0, 595, HEIGHT - 60)
    paper.canvas.saveState()
    paper.canvas.clipPath(clip, stroke=0)
    ruled(paper, plain(ROWS), XS, [20, 80, 100, 120])
    paper.canvas.restoreState()

    assert "1/9/25, 3:04 PM" not in str(grids(read(paper.done()))[0])


def test_numbers_below_one_another_in_one_cell_are_doubted():
    (grid,) = grids(read(drawn(without=[(240, 240, 340, 240)]).done()))

    glued = next(one for row in grid.rows for one in row if one.text.startswith("12"))
    assert (glued.text, glued.doubt) == ("129", lines.BROKEN_NUMBER)


def test_places_of_which_lines_are_missing_in_a_crooked_way_are_doubted():
    (grid,) = grids(read(drawn(without=[(240, 240, 340, 240), (340, 240, 340, 260)]).done()))

    twelve = next(one for row in grid.rows for one in row if one.text == "12")
    assert twelve.doubt == ruled_grids.BROKEN_FRAME


def test_a_number_that_runs_over_a_line_is_doubted_on_both_sides():
    paper = drawn(cells_of=plain([["指标", "甲", "乙"], ["数", "", ""], ["计", "1", "2"]]))
    paper.words(325, 234, "123456", 10)

    (grid,) = grids(read(paper.done()))

    pieces = list(grid.rows[1][1:])
    assert "".join(one.text for one in pieces) == "123456"
    assert all(one.doubt == cells.ON_THE_LINE for one in pieces)


def test_two_numbers_printed_over_one_another_are_doubted():
    paper = drawn()
    paper.words(243.5, 234, "88", 10)

    (grid,) = grids(read(paper.done()))

    assert grid.rows[1][1].doubt


def test_words_struck_twice_to_look_bold_are_read_once():
    paper = drawn()
    for text, left, base in (("统计指标", 83, 214), ("12", 243, 234)):
        paper.words(left + 0.4, base, text, 10)
        paper.words(left, base + 0.2, text, 10)

    (grid,) = grids(read(paper.done()))

    assert words_of(grid) == ROWS
    assert not any(one.doubt for row in grid.rows for one in row)


def test_a_shaded_head_changes_nothing():
    paper = Paper()
    paper.canvas.setFillGray(0.85)
    paper.canvas.rect(80, 842 - 220, 360, 20, stroke=0, fill=1)
    paper.canvas.setFillGray(0)
    ruled(paper, plain(ROWS), XS, YS)
    paper.words(LEFT, 100, "本年度依申请公开的办理情况见下表。")

    assert [words_of(grid) for grid in grids(read(paper.done()))] == [ROWS]


def test_a_box_round_the_text_is_no_table_but_the_table_in_it_is():
    paper = drawn()
    paper.canvas.rect(60, 60, 480, 740)

    document = read(paper.done())

    assert [words_of(grid) for grid in grids(document)] == [ROWS]
    assert texts(document) == ["本年度依申请公开的办理情况见下表。"]


def test_a_rule_below_the_title_and_underlined_words_are_no_table():
    paper = Paper()
    paper.words(200, 100, "柳河镇政务公开年报")
    paper.canvas.line(LEFT, 842 - 110, RIGHT, 842 - 110)
    paper.words(LEFT, 150, "填报单位：柳河镇人民政府")
    paper.canvas.line(160, 842 - 153, 300, 842 - 153)

    assert grids(read(paper.done())) == []


def test_rows_and_columns_without_lines_are_a_table_with_doubts():
    paper = Paper()
    paper.words(LEFT, 100, "本年度依申请公开的办理情况如下。")
    for row, base in zip(ROWS, (140, 165, 190), strict=True):
        for left, text in zip((80, 250, 380), row, strict=True):
            paper.words(left, base, text)

    (grid,) = grids(read(paper.done()))

    assert words_of(grid) == ROWS
    assert all(one.doubt == aligned.NO_LINES for row in grid.rows for one in row)
