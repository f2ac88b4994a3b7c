"""A pasted block goes where its names say, a head says nothing of the rows, and what was copied comes back unchanged."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from core import pasting_cells
from core.blocks_of_cells import read
from core.report import blank
from core.template import built_in, grid

HEAD = ["自然人", "商业企业", "科研机构", "社会公益组织", "法律服务机构", "其他", "总计"]
KINDS = ("natural", "business", "research", "welfare", "legal", "others")
FIRST, SECOND = ["2", "1", "0", "0", "0", "0", "3"], ["4", "0", "0", "0", "0", "1", "5"]
HEAD_OF_ROWS = ["", *HEAD]
NAMED = [["（一）予以公开", *FIRST], ["（二）部分公开", *SECOND]]
TEXTS = ("", "", "0", "1", "23", "无", "约十件")
NAMES = ("其他", "自然人", "予以公开")
TEMPLATES = {
    name: built_in().get(name) for name in ("national-2021", "national-2019", "national-2014", "weihai-2012")
}


@pytest.fixture
def form(library):
    return library.get("national-2021")


@pytest.fixture
def report(form):
    return blank(form, 2024, "清溪县柳河镇人民政府")


@pytest.fixture
def at(form):
    def find(cell):
        table = form.tables_by_id[cell.split(".")[0]]
        return next((one.row, one.column) for one in grid.of(table).cells if one.cell == cell)

    return find


@pytest.fixture
def plan(form, report, at):
    def make(rows, cell):
        table = form.tables_by_id[cell.split(".")[0]]
        return pasting_cells.plan(form, table, report, rows, at(cell))

    return make


def figures(line, row):
    return {f"applications.{line}.{kind}": text for kind, text in zip(KINDS, row, strict=False)}


BOTH = figures("granted", FIRST) | figures("partial", SECOND)


def test_a_head_alone_tells_columns_and_the_cursor_the_rows(plan):
    # when
    pasting = plan([HEAD, FIRST, SECOND], "applications.granted.natural")

    # then
    assert pasting.texts == BOTH
    assert pasting.labels == tuple(HEAD)
    assert not pasting.elsewhere


def test_columns_in_another_order_go_to_their_heads(plan):
    # when
    pasting = plan([["商业企业", "自然人"], ["7", "8"]], "applications.granted.natural")

    # then
    assert pasting.texts == {"applications.granted.business": "7", "applications.granted.natural": "8"}


@pytest.mark.parametrize("head", [[], [["", *HEAD]], [["申请情况"], ["项目", *HEAD]]])
@pytest.mark.parametrize("cursor", ["granted", "new", "carried_out"])
def test_names_of_rows_tell_the_rows_wherever_the_cursor_stands(plan, head, cursor):
    # when
    pasting = plan([*head, *NAMED], f"applications.{cursor}.natural")

    # then
    assert pasting.texts == BOTH
    assert pasting.elsewhere == (cursor != "granted")
    assert pasting.strange == ()


def test_names_tell_the_rows_in_any_order_and_without_their_numbers(plan):
    # when
    pasting = plan([["1", "部分公开", *SECOND], ["2", "予以公开", *FIRST]], "applications.new.natural")

    # then
    assert pasting.texts == BOTH


def test_a_name_may_reach_over_the_columns_of_longer_names(plan):
    # given: rows copied from a page, without the head
    rows = [["三、本年度办理结果", "（一）予以公开", "", *FIRST], ["", "（二）部分公开", "", *SECOND]]

    # when
    pasting = plan(rows, "applications.granted.natural")

    # then
    assert pasting.texts == BOTH


def test_without_names_the_cursor_tells_all(plan):
    # when
    pasting = plan([FIRST, SECOND], "applications.granted.natural")

    # then
    assert pasting.texts == BOTH
    assert (pasting.elsewhere, pasting.strange) == (False, ())


def test_names_the_form_does_not_have_are_told_and_the_cursor_decides(plan):
    # when
    pasting = plan([["甲类", *FIRST], ["乙类", *SECOND]], "applications.granted.natural")

    # then
    assert pasting.texts == BOTH
    assert pasting.strange == ("甲类", "乙类")


def test_a_line_with_a_strange_name_goes_between_its_neighbours_alone(plan):
    # given
    named = ["1.属于国家秘密", "2.法律禁止公开的", "3.危及“三安全一稳定”", "备注说明"]
    rows = [[name, str(n)] for n, name in enumerate(named, 1)]

    # when: the cursor stands elsewhere, so nothing speaks for the last line
    pasting = plan(rows, "applications.new.natural")

    # then
    lines = ("secret", "forbidden", "stability")
    assert pasting.texts == {f"applications.{line}.natural": str(n) for n, line in enumerate(lines, 1)}
    assert pasting.strange == ("2.法律禁止公开的", "备注说明")
    assert pasting.outside == ("4",)


def test_of_two_lines_of_one_name_the_second_is_told_and_not_pasted(plan):
    # when
    pasting = plan([HEAD_OF_ROWS, *NAMED, ["（一）予以公开", *SECOND]], "applications.granted.natural")

    # then
    assert pasting.texts == BOTH
    assert pasting.outside == tuple(SECOND)


def test_heads_that_repeat_are_those_at_the_cursor(plan):
    # given
    head, row = ["结果维持", "结果纠正", "其他结果", "尚未审结", "总计"], ["1", "2", "3", "4", "10"]
    parts = ("upheld", "corrected", "other", "pending")

    for group in ("review", "direct", "after"):
        # when: the cursor stands in the middle of them
        pasting = plan([head, row], f"reviews.cases.{group}_other")

        # then
        wanted = {f"reviews.cases.{group}_{part}": text for part, text in zip(parts, row, strict=False)}
        assert pasting.texts == wanted


def test_a_head_over_heads_that_repeat_tells_which(plan):
    # given
    rows = [["复议后起诉", ""], ["结果维持", "结果纠正"], ["1", "2"]]

    # when
    pasting = plan(rows, "reviews.cases.review_upheld")

    # then
    assert pasting.texts == {"reviews.cases.after_upheld": "1", "reviews.cases.after_corrected": "2"}


def test_figures_that_give_way_are_counted(plan, report):
    # given
    report.values |= {"applications.granted.natural": "2", "applications.granted.business": "9"}

    # when
    pasting = plan([HEAD, FIRST], "applications.granted.natural")

    # then: one stays the same, the others were blank
    assert pasting.covered == 1


def test_a_whole_form_goes_to_its_own_cells_from_any_cursor_whatever_one_label_is_called(form, report, at):
    # given
    for table in form.tables:
        printed = grid.of(table)
        rows = [[""] * printed.columns for _ in range(printed.rows)]
        wanted = {}
        for number, one in enumerate(printed.cells):
            rows[one.row][one.column] = one.text or str(number)
            wanted |= {one.cell: str(number)} if one.cell and not form.cells[one.cell].sums else {}
        for item in range(len(rows)):
            rows[item] = [
                text.replace("一、本年新收政府信息公开申请数量", "本年收到的") for text in rows[item]
            ]

        for cell in wanted:
            # when
            pasting = pasting_cells.plan(form, table, report, rows, at(cell))

            # then
            assert pasting.texts == wanted


@pytest.mark.parametrize("name", TEMPLATES)
@settings(max_examples=60, deadline=None)
@given(st.data())
def test_what_was_copied_and_is_pasted_at_the_same_place_changes_nothing(name, data):
    # given: a form with figures, words and blanks, and any rectangle of it, with its labels or without
    template = TEMPLATES[name]
    table = template.tables[data.draw(st.integers(0, len(template.tables) - 1))]
    printed = grid.of(table)
    report = blank(template, 2024, "清溪县柳河镇人民政府")
    values = [one for one in printed.cells if one.cell and not template.cells[one.cell].group]
    with_labels = data.draw(st.booleans())
    known = st.sampled_from(TEXTS if with_labels else TEXTS + NAMES)
    texts = data.draw(st.lists(known, min_size=len(values), max_size=len(values)))
    report.values |= {one.cell: text for one, text in zip(values, texts, strict=True)}
    corners = st.integers(0, len(values) - 1)
    start, end = values[data.draw(corners)], values[data.draw(corners)]
    top, bottom = sorted((start.row, end.row))
    left, right = sorted((start.column, end.column))
    if with_labels:
        left = 0
        top = 0 if data.draw(st.booleans()) else top
    inside = [one for one in values if top <= one.row <= bottom and left <= one.column <= right]
    cursor = min(one.row for one in inside), min(one.column for one in inside)
    labels = {(one.row, one.column): one.text for one in printed.cells if one.text and with_labels}
    said = labels | {(one.row, one.column): report.text(one.cell) for one in values}
    rows = [
        [said.get((row, column), "") for column in range(left, right + 1)] for row in range(top, bottom + 1)
    ]

    # when
    block = read("".join("\t".join(row) + "\n" for row in rows))
    pasting = pasting_cells.plan(template, table, report, block, cursor) if block else None

    # then
    taken = pasting.texts if pasting else {}
    assert taken == {cell: report.text(cell) for cell in taken}
