"""The tables of Word files: spans, merges, deleted rows, tables in tables, and frames that are no tables."""

import pytest

from core.importers.document import Grid
from tests.core.importers.docx.making import (
    cell,
    grids,
    messages,
    paragraph,
    read,
    row,
    run,
    span,
    table,
    texts,
)

RESTART = '<w:vMerge w:val="restart"/>'
GOES_ON = "<w:vMerge/>"
PROSE = "本镇按照条例的规定，认真做好政府信息公开工作，主动回应群众关切。" * 13


def shape(document):
    """Text and spans of the cells of the first table."""
    grid = next(one for one in document.elements if isinstance(one, Grid))
    return [[(one.text, one.row_span, one.column_span) for one in cells] for cells in grid.rows]


def test_spans_are_those_of_the_source_and_merged_cells_stand_once():
    # given
    body = table(
        row(cell("甲", properties=RESTART), cell("乙", properties=span(2))),
        row(cell(properties='<w:vMerge w:val="continue"/>'), "1", "2"),
        row(cell(properties=GOES_ON), "3", "4"),
        row(cell("丙", properties=RESTART), "5", ""),
    )

    # then
    assert shape(read(body)) == [
        [("甲", 3, 1), ("乙", 1, 2)],
        [("1", 1, 1), ("2", 1, 1)],
        [("3", 1, 1), ("4", 1, 1)],
        [("丙", 1, 1), ("5", 1, 1), ("", 1, 1)],
    ]


def test_a_merge_that_nothing_began_is_a_cell_of_its_own():
    # given
    body = table(row("甲", "乙"), row(cell("1", properties=GOES_ON), "2"))

    # then
    assert grids(read(body)) == [[["甲", "乙"], ["1", "2"]]]


def test_a_merge_goes_on_only_below_a_cell_of_the_same_width():
    # given
    wide = cell("甲", properties=span(2) + RESTART)

    # then
    assert shape(read(table(row(wide, "乙"), row(cell("", properties=GOES_ON), "1", "2"))))[0][0] == (
        "甲",
        1,
        2,
    )


def test_words_under_a_merged_cell_are_told():
    # given
    body = table(row(cell("甲", properties=RESTART), "1"), row(cell("99", properties=GOES_ON), "2"))

    # when
    document = read(body)

    # then
    assert grids(document) == [[["甲", "1"], ["2"]]]
    assert "“99”" in document.elements[0].rows[0][0].doubt


def test_cells_merged_sideways_the_old_way_are_one():
    # given
    first = row(
        cell("甲", properties='<w:hMerge w:val="restart"/>'), cell(properties='<w:hMerge w:val="continue"/>')
    )

    # then
    assert shape(read(table(first, row("1", "2"))))[0] == [("甲", 1, 2)]


def test_a_row_that_begins_further_right_keeps_its_place():
    # given
    body = table(row("甲", "乙", "丙"), row("1", "2", properties='<w:gridBefore w:val="1"/>'))

    # then
    assert grids(read(body))[0][1] == ["", "1", "2"]


def test_deleted_rows_and_cells_are_gone_and_counted():
    # given
    body = table(
        row("甲", "1"),
        row("乙", "2", properties="<w:del/>"),
        row("丙", cell("旧", properties="<w:cellDel/>"), "3", properties="<w:ins/>"),
    )

    # when
    document = read(body)

    # then
    assert grids(document) == [[["甲", "1"], ["丙", "3"]]]
    assert "3 处修订" in messages(document)[0]


def test_paragraphs_and_breaks_of_a_cell_are_never_run_together():
    # given
    body = table(row(cell("1", "2"), cell(paragraph("3", "<w:r><w:br/></w:r>", "4")), cell("", "5", "")))

    # then
    assert grids(read(body + table(row("甲", "乙"))))[0] == [["1\n2", "3\n4", "5"]]


def test_rows_and_cells_are_read_through_every_wrapper():
    # given
    control = "<w:sdt><w:sdtPr/><w:sdtContent>{}</w:sdtContent></w:sdt>"
    body = table(
        control.format(row("甲", control.format(cell("1")))), f"<w:customXml>{row('乙', '2')}</w:customXml>"
    )

    # then
    assert grids(read(body)) == [[["甲", "1"], ["乙", "2"]]]


@pytest.mark.parametrize(
    "frame",
    [
        table(row(cell("甲", "乙"))),
        table(row("甲"), row("乙")),
        table(row(cell(table(row(cell("甲", "乙")))))),
        table(row(cell("甲", properties=span(3))), row("乙")),
    ],
)
def test_a_frame_round_text_is_no_table(frame):
    # when
    document = read(paragraph("前") + frame + paragraph("后"))

    # then
    assert texts(document) == ["前", "甲", "乙", "后"]
    assert grids(document) == []


def test_every_paragraph_in_a_frame_has_its_own_line():
    assert [one.line for one in read(table(row(cell("甲", "乙", "丙")))).elements] == [1, 2, 3]


def test_a_layout_round_text_and_table_gives_both_in_order():
    # given
    inner = table(row("指标", "数"), row("公开", "12"))
    layout = table(row("左栏", cell("正文一。", inner, "正文二。")))

    # when
    document = read(layout)

    # then
    assert texts(document) == ["左栏", "正文一。", "正文二。"]
    assert grids(document) == [[["指标", "数"], ["公开", "12"]]]
    assert isinstance(document.elements[2], Grid)


def test_a_layout_with_a_long_text_in_it_is_no_table():
    assert texts(read(table(row("概述", PROSE), row("机关", "日期")))) == ["概述", PROSE, "机关", "日期"]


def test_a_table_of_figures_stays_one_though_a_long_text_stands_in_it():
    # given
    body = table(row("甲", "1"), row("乙", "2"), row("丙", "3"), row("说明", PROSE))

    # then
    assert len(grids(read(body))[0]) == 4


def test_a_small_table_in_a_cell_is_joined_to_it_with_doubt():
    # given
    body = table(row("甲", "1"), row("乙", cell(table(row("2", "3")))), row("丙", "4"))

    # when
    document = read(body)

    # then
    assert grids(document) == [[["甲", "1"], ["乙", "2\n3"], ["丙", "4"]]]
    assert "套着一个表格" in document.elements[0].rows[1][1].doubt


@pytest.mark.parametrize(
    "bad",
    [
        table(row(cell("甲", properties=span(100_000_000)), "1")),
        table(row(cell("甲", properties=span(64)), "1")),
        table(row(*["1"] * 201)),
        table(row("甲", properties='<w:gridBefore w:val="99999"/>')),
        table(*["<w:tr><w:tc><w:p/></w:tc><w:tc><w:p/></w:tc></w:tr>"] * 5_001),
    ],
)
def test_a_table_beyond_all_measure_is_passed_over_and_told(bad):
    # when
    document = read(paragraph("前") + bad + paragraph("后"))

    # then
    assert texts(document) == ["前", "后"]
    assert grids(document) == []
    assert [(one.message[:10], one.line) for one in document.remarks] == [("这个表格的行或列太多", 2)]


@pytest.mark.parametrize("value", ["0", "-3", "x", "", "9" * 5_000])
def test_a_span_that_is_no_number_is_one(value):
    assert shape(read(table(row(cell("甲", properties=span(value)), "1"))))[0] == [("甲", 1, 1), ("1", 1, 1)]


def test_a_picture_in_a_cell_is_told_with_the_line_of_its_row():
    # given
    picture = paragraph('<w:r><w:drawing><a:blip r:embed="r1"/></w:drawing></w:r>')

    # when
    document = read(table(row("甲", "1"), row("乙", cell(picture))))

    # then
    assert [(one.message[:7], one.line) for one in document.remarks] == [("有 1 张图片", 2)]


def test_doubtful_words_make_their_cell_doubtful():
    # given
    doubtful = cell(paragraph(run("1"), '<w:r><w:sym w:font="奇怪" w:char="F123"/></w:r>'))

    # then
    assert read(table(row("甲", doubtful))).elements[0].rows[0][1].doubt


def test_two_tables_that_follow_each_other_stay_two():
    assert len(grids(read(table(row("甲", "1")) + table(row("乙", "2"))))) == 2


def test_a_frame_in_a_cell_is_only_its_text():
    # given
    body = table(row("甲", "1"), row("乙", cell(table(row("2")))))

    # when
    document = read(body)

    # then
    assert grids(document) == [[["甲", "1"], ["乙", "2"]]]
    assert document.elements[0].rows[1][1].doubt == ""
