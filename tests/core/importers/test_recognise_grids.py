"""Tables with spans in all the shapes that offices give them: every figure in its cell, or in a note, never elsewhere."""

import random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from core.importers.document import Document, Grid, GridCell, Text
from core.importers.recognise import Reading, recognise
from core.report import Report
from core.template import Table, Template, built_in
from tests import samples
from tests.core.importers import gridding
from tests.core.importers.gridding import Cells

LIBRARY = built_in()
FORMS = pytest.mark.parametrize("form", sorted(set(samples.IDS) - {"plain-2008"}))


def case(form: str, seed: int = 3) -> tuple[Template, Report]:
    """A report with another figure in every cell."""
    template, report = samples.filled(LIBRARY, form, samples.IDS[form])
    figures = iter(random.Random(seed).sample(range(1000, 99999), len(report.values)))
    report.values = {cell: str(next(figures)) for cell in report.values}
    return template, report


def read(
    template: Template, report: Report, change: gridding.Change = lambda _, rows: [rows], **asked
) -> Reading:
    return recognise(gridding.document_of(template, report, change), LIBRARY, "报告", **asked)


def words_of(reading: Reading) -> str:
    return " ".join(note.message + note.source for note in reading.report.notes)


def sureness(reading: Reading) -> set[str]:
    """How sure the cells are; the texts are another matter."""
    return {trace.sure for trace in reading.traces if trace.target in reading.report.values}


SHAPES = {
    "as printed": lambda table, rows: [rows],
    "unmerged": lambda table, rows: [gridding.unmerged(rows)],
    "spaced": lambda table, rows: [gridding.spaced(rows)],
    "one more column": lambda table, rows: [gridding.with_column(rows, "备注", "7")],
    "columns swapped": lambda table, rows: [gridding.swapped(rows)],
    "rows counted": lambda table, rows: [gridding.counted(rows)],
    "reviews turned": lambda table, rows: [gridding.turned(rows) if table.id == "reviews" else rows],
    "parted by a page": lambda table, rows: [rows[: len(rows) // 2], rows[len(rows) // 2 :]],
    "parted, unmerged": lambda table, rows: [
        gridding.unmerged(rows)[: len(rows) // 2],
        gridding.unmerged(rows)[len(rows) // 2 :],
    ],
    "a title row on top": lambda table, rows: [
        [[GridCell(table.title + "（本级）", rows[0][0].line, 1, 10)], *rows]
    ],
}


@FORMS
@pytest.mark.parametrize("shape", sorted(SHAPES))
def test_every_figure_of_a_table_in_another_shape_stands_in_its_cell(form, shape):
    # given
    template, report = case(form)

    # when
    reading = read(template, report, SHAPES[shape])

    # then
    assert reading.report.template == form
    assert reading.report.values == report.values


@FORMS
def test_a_label_repeated_in_the_places_it_was_merged_over_is_not_noted_as_left_over(form):
    # given
    template, report = case(form)

    # when
    reading = read(template, report, lambda _, rows: [gridding.repeated(rows)])

    # then
    assert reading.report.values == report.values
    assert reading.report.notes == []


@FORMS
def test_all_tables_in_one_grid_are_taken_apart(form):
    # given
    template, report = case(form)
    drawn: Cells = []
    for table in template.tables:
        drawn += gridding.unmerged(gridding.cells_of(table, report, 1 + len(drawn)))
    elements = (Text(0, report.title), Grid(tuple(tuple(row) for row in drawn)))

    # when
    reading = recognise(Document(elements), LIBRARY, "报告")

    # then
    assert reading.report.values == report.values


@FORMS
def test_a_table_read_as_printed_is_sure_and_silent(form):
    reading = read(*case(form))

    assert sureness(reading) == {"sure"}
    assert reading.report.notes == []
    assert reading.left_over == ()


@FORMS
def test_a_table_parted_by_a_page_says_so(form):
    reading = read(*case(form), SHAPES["parted by a page"])

    assert "likely" in sureness(reading)
    assert "分成几段" in words_of(reading)


@FORMS
def test_figures_without_any_head_are_in_order_unsure_and_noted(form):
    # given
    template, report = case(form)

    # when
    reading = read(template, report, lambda table, rows: [[row for row in rows if gridding.is_body(row)]])

    # then
    assert reading.report.values.items() <= report.values.items()
    if template.tables[0].layout == "form":
        assert sureness(reading) == {"unsure"}
        assert "没有表头" in words_of(reading)


@FORMS
@pytest.mark.parametrize("back", [1, 2, 3])
def test_a_missing_column_leaves_its_cells_blank_and_the_others_right(form, back):
    # given
    template, report = case(form)

    # when
    reading = read(
        template, report, lambda table, rows: [gridding.without_column(rows, back)], template_id=form
    )

    # then
    assert reading.report.values.items() <= report.values.items()


@FORMS
@settings(max_examples=25, deadline=None)
@given(seed=st.integers(0, 2**32))
def test_rows_left_out_and_letters_lost_never_move_a_figure(form, seed):
    # given
    template, report = case(form)
    dice = random.Random(seed)

    def damaged(table: Table, rows: Cells) -> list[Cells]:
        whole = gridding.slipped(gridding.unmerged(rows), dice, 0.3)
        return [[row for row in whole if dice.random() < 0.9]]

    # when
    reading = read(template, report, damaged, template_id=form, year=report.year)

    # then
    sure = {one.target for one in reading.traces if one.sure != "unsure"} & set(reading.report.values)
    assert {cell: reading.report.values[cell] for cell in sure}.items() <= report.values.items()


@FORMS
@settings(max_examples=25, deadline=None)
@given(seed=st.integers(0, 2**32))
def test_a_row_in_another_order_is_right_or_unsure_and_noted(form, seed):
    # given
    template, report = case(form)
    dice = random.Random(seed)

    def shuffled(table: Table, rows: Cells) -> list[Cells]:
        flat = gridding.unmerged(rows)
        if table.layout == "form":
            return [flat]
        body = flat[1:]
        dice.shuffle(body)
        return [flat[:1] + body]

    # when
    reading = read(template, report, shuffled, template_id=form, year=report.year)

    # then
    for trace in reading.traces:
        if trace.target in reading.report.values and trace.sure != "unsure":
            assert reading.report.values[trace.target] == report.values[trace.target]
        if trace.target in reading.report.values and trace.sure == "unsure":
            assert trace.reason in words_of(reading)


@FORMS
@settings(max_examples=15, deadline=None)
@given(seed=st.integers(0, 2**32), share=st.sampled_from([0.2, 0.6]))
def test_blank_cells_stay_blank_and_the_others_keep_their_places(form, seed, share):
    # given
    template, report = case(form)
    dice = random.Random(seed)
    report.values = {cell: value for cell, value in report.values.items() if dice.random() < share}

    # when
    printed = read(template, report, template_id=form, year=report.year)
    flat = read(template, report, SHAPES["unmerged"], template_id=form, year=report.year)

    # then
    assert printed.report.values == flat.report.values == report.values
    assert flat.source_numbers == flat.placed_numbers


def test_a_list_with_codes_and_remarks_takes_the_column_of_the_figures():
    # given
    rows = [
        ["统计指标", "单位", "代码", "统计数", "备注"],
        ["（一）主动公开政府信息数", "条", "01", "", "见台账"],
        ["制发规范性文件总数", "件", "02", "5", ""],
        ["1.政府公报公开政府信息数", "条", "03", "0", ""],
    ]

    # when
    report = recognise(grid_document(2016, rows), LIBRARY, "表").report

    # then
    assert report.values == {"statistics.documents_issued.value": "5", "statistics.gazette.value": "0"}


def test_a_list_with_two_columns_of_figures_is_refused():
    # given
    rows = [
        ["统计指标", "单位", "本期实际", "本年累计"],
        ["（一）主动公开政府信息数", "条", "3", "9"],
        ["制发规范性文件总数", "件", "1", ""],
        ["1.政府公报公开政府信息数", "条", "0", "4"],
    ]

    # when
    reading = recognise(grid_document(2016, rows), LIBRARY, "表")

    # then
    assert "statistics.published.value" not in reading.report.values
    assert "不止一列数字" in words_of(reading)


def grid_document(year: int, rows: list[list[str]]) -> Document:
    cells = tuple(tuple(GridCell(text, line) for text in row) for line, row in enumerate(rows, 10))
    return Document((Text(1, f"柳河镇人民政府{year}年政府信息公开工作年度报告"), Grid(cells)))


@pytest.mark.parametrize("cut", [4, 9, 14])
def test_a_label_broken_over_two_rows_is_joined_and_noted(cut):
    # given
    label = "5.要求行政机关确认或重新出具已获取信息"
    template, report = case("national-2021")

    def broken(table: Table, rows: Cells) -> list[Cells]:
        flat = gridding.unmerged(rows)
        found = [at for at, row in enumerate(flat) if any(cell.text == label for cell in row)]
        for at in found:
            column = [cell.text for cell in flat[at]].index(label)
            above, below = list(flat[at]), [GridCell("", 9000) for _ in flat[at]]
            above[column] = GridCell(label[:cut], above[column].line)
            below[column] = GridCell(label[cut:], 9000)
            flat[at : at + 1] = [above, below]
        return [flat]

    # when
    reading = read(template, report, broken)

    # then
    assert reading.report.values == report.values
    assert "断成了两行" in words_of(reading)


@pytest.mark.parametrize("words", ["2.不同意公开答复数", "2.不属于公开答复数"])
def test_a_label_that_says_the_contrary_is_no_slip(words):
    # given
    rows = [
        ["统计指标", "单位", "统计数"],
        ["（三）申请答复数", "件", "9"],
        ["1.属于已主动公开范围数", "件", "1"],
        [words, "件", "4"],
        ["3.同意部分公开答复数", "件", "2"],
    ]

    # when
    report = recognise(grid_document(2016, rows), LIBRARY, "表").report

    # then
    assert "statistics.answered_granted.value" not in report.values


def test_doubts_of_the_reader_reach_the_trace_and_the_notes():
    # given
    template, report = case("national-2014")

    def doubted(table: Table, rows: Cells) -> list[Cells]:
        rows[2][-1] = GridCell(rows[2][-1].text, rows[2][-1].line, doubt="这一格由两块文字拼成")
        return [rows]

    # when
    reading = read(template, report, doubted)

    # then
    unsure = [trace for trace in reading.traces if trace.sure == "unsure"]
    assert [trace.reason for trace in unsure] == ["这一格由两块文字拼成"]
    assert "两块文字拼成" in words_of(reading)


def test_a_large_table_of_something_else_is_left_out_as_a_whole():
    # given
    template, report = case("national-2014")
    drawn = gridding.document_of(template, report)
    strange = Grid(tuple(tuple(GridCell(f"台账{row}", 9000 + row) for _ in range(4)) for row in range(100)))

    # when
    reading = recognise(Document((*drawn.elements, strange)), LIBRARY, "报告")

    # then
    assert reading.report.values == report.values
    assert [note.line for note in reading.report.notes] == [9000]
    assert len(reading.left_over) == 100
