"""What a paste puts where: told before it is taken."""

import pytest

from core import pasting_cells, totals
from core.pasting_cells import Landing, Pasting
from core.report import blank
from core.template import grid

MADE, VALID = "disclosure.documents.made", "disclosure.documents.valid"
FEES = "disclosure.fees.amount"
AT_MADE, AT_FIRST = (3, 1), (3, 3)


@pytest.fixture
def form(library):
    return library.get("national-2021")


@pytest.fixture
def report(form):
    return blank(form, 2024, "清溪县柳河镇人民政府")


@pytest.fixture
def plan(form, report):
    def make(rows, table="disclosure", start=AT_MADE) -> Pasting:
        return pasting_cells.plan(form, form.tables_by_id[table], report, rows, start)

    return make


def test_a_block_of_figures_that_fits_needs_no_words(plan):
    # when
    pasting = plan([["１，２００", "1", "+2"]])

    # then
    assert pasting.fits
    assert pasting.texts == {MADE: "1200", "disclosure.documents.repealed": "1", VALID: "2"}


def test_old_and_new_figure_stand_side_by_side_and_blanks_change_nothing(plan, report):
    # given
    report.values |= {MADE: "7", VALID: "9"}

    # when
    pasting = plan([["3", "", " "]])

    # then
    assert pasting == Pasting((Landing(MADE, "7", "3", after="3"),))


def test_a_figure_with_the_mark_of_a_footnote_is_asked_about(plan, form, report):
    # when
    block, alone = plan([["12①", "3²", "4"]]), pasting_cells.into_all(form, report, [MADE], "12①")

    # then
    assert [one.why for one in block.landings] == ["no_number", "no_number", ""]
    assert block.texts == {VALID: "4"}
    assert not block.fits
    assert (alone.texts, alone.fits) == ({}, False)


def test_what_is_no_number_is_left_out(plan):
    # when
    pasting = plan([["无", "约12", "4"]])

    # then
    assert [one.why for one in pasting.landings] == ["no_number", "no_number", ""]
    assert pasting.texts == {VALID: "4"}
    assert not pasting.fits


@pytest.mark.parametrize(
    ("cell", "text", "odd"),
    [
        (MADE, "3.5", "fraction"),
        (MADE, "３．５", "fraction"),
        (MADE, "-2", "negative"),
        (MADE, "3.0", ""),
        (MADE, "-0", ""),
        (FEES, "3.5", ""),
        (FEES, "-3.5", "negative"),
    ],
)
def test_a_figure_that_the_checks_will_not_let_stand_is_told_and_taken(form, report, cell, text, odd):
    # given
    assert (form.cells[MADE].kind, form.cells[FEES].kind) == ("count", "amount")

    # when
    (landing,) = pasting_cells.into_all(form, report, [cell], text).landings

    # then
    assert (landing.why, landing.odd) == ("", odd)


def test_a_block_with_an_odd_figure_is_shown_first_and_one_figure_alone_is_not(plan, report):
    # when
    block, alone = plan([["3.5", "1"]]), plan([["3.5"]])

    # then
    assert (block.fits, alone.fits) == (False, True)
    assert block.texts == {MADE: "3.5", "disclosure.documents.repealed": "1"}

    # given: it stands there already
    report.values |= block.texts

    # then: the block brings nothing odd
    assert plan([["3.5", "1"]]).fits


def test_totals_are_left_to_be_computed(plan):
    # when
    pasting = plan([["1", "0", "0", "0", "0", "0", "1"]], "applications", AT_FIRST)

    # then
    assert pasting.landings[-1] == Landing("applications.new.total", "", "1", "computed", after="1")
    assert len(pasting.texts) == 6


def test_figures_that_find_no_cell_are_told(plan):
    # when
    pasting = plan([["1", "2", "3", "4"]])

    # then
    assert pasting.outside == ("4",)
    assert len(pasting.texts) == 3


def test_labels_of_the_form_say_where_the_figures_belong(plan):
    # given: copied with the names of two rows, the cursor stands elsewhere
    rows = [["规章", "0", "0", "1"], ["行政规范性文件", "3", "1", "12"]]

    # when
    pasting = plan(rows, start=(9, 2))

    # then
    assert pasting.labels == ("规章", "行政规范性文件")
    assert pasting.texts[VALID] == "12"
    assert pasting.texts["disclosure.rules.valid"] == "1"
    assert not pasting.outside


def test_a_whole_form_copied_comes_back_to_its_own_cells(form, report, plan):
    # given
    grid = pasting_cells.grid.of(form.tables_by_id["applications"])
    rows = [[""] * grid.columns for _ in range(grid.rows)]
    figures = {}
    for number, one in enumerate(grid.cells):
        rows[one.row][one.column] = one.text or str(number)
        figures |= {one.cell: str(number)} if one.cell and not form.cells[one.cell].sums else {}

    # when
    pasting = plan(rows, "applications", (20, 4))

    # then
    assert pasting.texts == figures


@pytest.mark.parametrize("in_groups", ["", "—", "／"])
@pytest.mark.parametrize("name", ["national-2021", "national-2019", "national-2014", "weihai-2012"])
def test_of_a_form_copied_as_it_is_printed_nothing_is_told_as_strange(library, name, in_groups):
    # given: its captions, heads and units, and the sign that stands where a group has no figure
    template = library.get(name)
    report = blank(template, template.first_year, "清溪县柳河镇人民政府")
    for table in template.tables:
        printed = pasting_cells.grid.of(table)
        rows = [[""] * printed.columns for _ in range(printed.rows)]
        figures = {}
        for number, one in enumerate(printed.cells):
            is_group = bool(one.cell) and template.cells[one.cell].group
            rows[one.row][one.column] = in_groups if is_group else one.text or str(number)
            if one.cell and not is_group and not template.cells[one.cell].sums:
                figures[one.cell] = str(number)
        start = next((one.row, one.column) for one in printed.cells if one.cell in figures)

        # when
        pasting = pasting_cells.plan(template, table, report, rows, start)

        # then
        assert pasting.texts == figures
        assert (pasting.strange, pasting.outside) == ((), ())
        assert not {"—", "／"}.intersection(pasting.labels)


def test_a_strange_row_among_captions_of_the_form_is_told(plan):
    # given
    rows = [["第二十条第（五）项"], ["信息内容", "本年处理决定数量"], ["行政许可", "5"], ["自拟的一行", "7"]]

    # when
    pasting = plan(rows, start=(8, 1))

    # then
    assert pasting.strange == ("自拟的一行",)
    assert pasting.texts["disclosure.permits.decided"] == "5"


@pytest.mark.parametrize(
    ("beyond", "outside"), [("／", ()), ("无", ()), ("—", ()), ("5", ("5",)), ("零", ("零",))]
)
def test_a_sign_for_nothing_beyond_the_form_is_no_figure_without_a_cell(plan, beyond, outside):
    assert plan([["3", "1", "2", beyond]]).outside == outside


def test_heads_of_somebodys_own_are_passed_over(plan):
    # when
    pasting = plan([["类别", "新制发", "废止"], ["文件", "3", "1"]])

    # then
    assert pasting.labels == ("类别", "新制发", "废止", "文件")
    assert pasting.texts == {MADE: "3", "disclosure.documents.repealed": "1"}


def test_an_amount_whose_form_prints_no_unit_may_bring_it(library):
    # given
    cells = [cell for cell in library.get("national-2014").cells.values() if cell.kind == "amount"]
    without = [cell for cell in cells if not cell.unit]

    # then
    assert all(pasting_cells.is_figure(cell, "3.5万元") for cell in without)
    assert not any(pasting_cells.is_figure(cell, "3.5万元") for cell in cells if cell.unit)
    assert not any(pasting_cells.is_figure(cell, "很多") for cell in cells)


def test_one_text_goes_into_every_cell_but_totals(form, report):
    # when
    pasting = pasting_cells.into_all(form, report, [MADE, "applications.new.total"], "5")

    # then
    assert pasting.texts == {MADE: "5"}
    assert [one.why for one in pasting.landings] == ["", "computed"]


def test_a_total_that_says_something_else_than_its_terms_add_up_to_is_named(plan):
    # when
    other = plan([["1", "0", "0", "0", "0", "0", "2"]], "applications", AT_FIRST)
    same = plan([["1", "0", "0", "0", "0", "0", "1"]], "applications", AT_FIRST)

    # then
    assert other.landings[-1] == Landing("applications.new.total", "", "2", "computed", "1", after="1")
    assert same.landings[-1].differs == ""


def test_a_total_typed_by_hand_is_not_said_to_become_another(library):
    # given
    template = library.get("national-2021")
    report = blank(template, 2024, "清溪县柳河镇人民政府")
    total = template.cells["applications.new.total"]
    report.values.update(dict.fromkeys(total.sums[0], "2"))
    totals.by_hand(template, report, total.id, "99", "按系统里的数").apply(report)
    table = template.tables_by_id["applications"]
    row = next(one for one in grid.of(table).cells if one.cell == total.id)

    # when
    pasting = pasting_cells.plan(template, table, report, [["77"]], (row.row, row.column))

    # then
    assert [one.differs for one in pasting.landings] == [""]
