"""What the guide makes of figures: those typed, those of last year, and the lines that would change them."""

import pytest

from core import guide
from core.carry import forward
from core.guide import CARRIED, NONE, SOME, amount
from core.guide.answers import is_open
from core.report import Paragraph, blank

OFFICE = "清溪县柳河镇人民政府"
VALID = "disclosure.documents.valid"
PERMITS = "disclosure.permits.decided"
NO_FEE = "2024年，柳河镇没有收取政府信息处理费。"


@pytest.fixture
def went_on(library):
    """Make a draft from a report of a former year with so many documents in force."""

    def make(year: int, valid: str):
        last = blank(library.get("national-2021"), year, OFFICE)
        last.values = {VALID: valid}
        return forward(library, last, 2024)

    return make


def question(asked, name: str):
    return next(one for one in asked.questions if one.id == name)


@pytest.mark.parametrize("text", ["1204", "1,204", "１２０４", " 1204 "])
def test_a_figure_is_the_same_answer_however_it_is_typed(text):
    assert amount(text) == amount("1204")


def test_words_of_this_year_leave_the_tables_to_the_guide(asked, report):
    # given
    assert guide.is_fresh(asked.template, report)

    # when
    report.section("overview").paragraphs = [Paragraph(text="今年的第一句话。")]

    # then: a cell with a space in it is as blank as the others
    assert guide.is_fresh(asked.template, report)
    report.values["disclosure.permits.decided"] = " "
    assert guide.is_fresh(asked.template, report)
    report.values["disclosure.permits.decided"] = "0"
    assert not guide.is_fresh(asked.template, report)


def test_words_of_this_year_make_a_report_without_tables_no_fresh_one(library):
    # given: a draft on a form that has no cells
    form = library.get("plain-2008")
    last = blank(form, 2015, OFFICE)
    last.section("overview").paragraphs = [Paragraph(text="2015年公开信息29条。")]
    report = forward(library, last, 2016)
    assert not form.cells
    assert guide.is_fresh(form, report)

    # when
    report.section("overview").paragraphs[0].state = "changed"

    # then
    assert not guide.is_fresh(form, report)


@pytest.mark.parametrize("state", ["carried", "seen", "changed"])
def test_what_became_of_last_years_figures_is_no_figure_that_was_blank(library, state):
    # given: two figures of last year with their total
    form = library.get("national-2014")
    last = blank(form, 2015, OFFICE)
    last.values = {f"statistics.{row}.value": "2" for row in ("staff_full", "staff_part")}
    last.values["statistics.staff.value"] = "4"
    report = forward(library, last, 2016)

    # when
    report.states = dict.fromkeys(report.states, state)

    # then
    assert set(report.values) > set(report.states)
    assert guide.is_fresh(form, report)


def test_some_of_several_figures_are_some(asked, report):
    # given
    cells = asked.cells(question(asked, "reviews"))
    report.values = dict.fromkeys(cells, "0") | {cells[0]: "1"}

    # then
    assert guide.presets(asked, report) == {"reviews": SOME}


@pytest.mark.parametrize(
    ("year", "valid", "answers"),
    [(2023, "9", {"documents_valid": CARRIED}), (2023, "0", {"documents_valid": CARRIED}), (2022, "9", {})],
)
def test_a_stock_is_carried_from_the_year_before_alone_and_0_is_no_none(asked, went_on, year, valid, answers):
    assert guide.presets(asked, went_on(year, valid)) == answers


def test_after_a_gap_a_figure_that_nothing_moves_stays_and_a_typed_one_counts(asked, went_on):
    # given
    report = went_on(2022, "9")
    report.values |= {PERMITS: "4", VALID: "8"}
    report.states = {PERMITS: "carried"}

    # then
    assert guide.presets(asked, report) == {"permits": CARRIED, "documents_valid": amount("8")}


def test_a_total_need_not_be_carried_itself_and_nothing_is_not(asked, report):
    # given
    cells = asked.cells(question(asked, "carried_in"))
    report.values = dict.fromkeys(cells, "0") | {cells[0]: "2", "applications.carried_in.total": "2"}
    report.states = dict.fromkeys((cell for cell in cells if not cell.endswith(".total")), "carried")

    # then
    assert guide.presets(asked, report) == {"carried_in": CARRIED}
    assert not guide.is_carried(asked, question(asked, "other"), report)


def test_a_stock_of_which_all_went_is_0(asked, went_on):
    # when
    answers = {"documents_valid": CARRIED, "documents_made": NONE, "documents_repealed": amount("9")}
    lines = guide.preview(asked, went_on(2023, "9"), answers)

    # then
    assert [(one.before, one.after, one.reckoned) for one in lines if VALID in one.values] == [
        ("9", "0", True)
    ]
    assert not [one for one in lines if one.key.startswith("stuck")]


def test_a_stock_that_was_counted_is_not_reckoned_at_all(asked, went_on):
    # when
    answers = {"documents_valid": amount("1"), "documents_made": NONE, "documents_repealed": amount("12")}
    lines = guide.preview(asked, went_on(2023, "9"), answers)

    # then
    assert [one.after for one in lines if VALID in one.values] == ["1"]
    assert not [one for one in lines if one.key.startswith("stuck")]


def test_figures_of_last_year_that_nothing_moves_stay_each_in_a_line_of_its_own(asked, report):
    # given
    cells = asked.cells(question(asked, "carried_in"))
    report.values = dict.fromkeys(cells, "0") | {cells[0]: "2", cells[1]: "1"}
    report.states = dict.fromkeys(cells, "carried")

    # when
    lines = guide.preview(asked, report, {"carried_in": CARRIED})

    # then
    assert {"0", "1", "2"} <= {one.after for one in lines}
    assert len({one.key for one in lines}) == len(lines)
    assert not any(one.reckoned for one in lines)


def test_what_is_typed_already_is_no_line(asked, report):
    # given
    report.values = {PERMITS: "1,204"}

    # then
    assert guide.preview(asked, report, {"permits": amount("1204")}) == ()


def test_blank_cells_share_a_line_that_counts_them_and_a_typed_one_has_its_own(asked, report):
    # given
    report.values = {"disclosure.rules.made": "3"}

    # when
    typed, blanks = guide.preview(asked, report, {"rules": NONE})

    # then
    assert (typed.before, typed.after, typed.overwrites) == ("3", "0", True)
    assert typed.where == "表二 · 规章 · 本年制发件数"
    assert (blanks.where.replace(" ", ""), blanks.before, blanks.after) == ("表二·规章（2格）", "空", "0")


def test_a_typed_cell_is_named_by_its_own_row_and_column(asked, report):
    # given
    report.values = {"applications.granted.natural": "3"}

    # when
    lines = guide.preview(asked, report, {"applications": NONE, "carried_in": NONE})

    # then
    (typed,) = [one for one in lines if one.overwrites]
    assert typed.where == "表三 · （一）予以公开 · 自然人"


def test_a_sentence_is_told_by_the_paragraph_that_it_replaces_and_a_new_one_as_new(asked, report):
    # given
    report.section("other").paragraphs = [
        Paragraph(text="村务公开栏按季更换。"),
        Paragraph(text="收取处理费3元。"),
    ]

    # when
    lines = guide.preview(asked, report, {"information_fee": NONE, "accountability": NONE})

    # then
    new, old = lines
    assert (new.where, new.before) == ("一、总体情况 · 新的一段", "（没有写）")
    assert (old.before, old.after) == ("收取处理费3元。", NO_FEE)
    assert old.where.replace(" ", "") == "六、其他需要报告的事项·第2段"
    assert old.overwrites


def test_two_sentences_on_one_thing_are_two_lines_in_the_order_of_the_report(asked, report):
    # given
    texts = ["上半年收取处理费3元。", "村务公开栏按季更换。", "下半年收取处理费5元。"]
    report.section("other").paragraphs = [Paragraph(text=text) for text in texts]

    # when
    lines = guide.preview(asked, report, {"information_fee": NONE})

    # then
    assert [one.before for one in lines] == [texts[0], texts[2]]
    assert len({one.key for one in lines}) == 2


@pytest.mark.parametrize("repealed", [None, SOME])
def test_a_stock_waits_for_what_went_and_needs_a_figure_to_begin_with(asked, went_on, report, repealed):
    # given
    answers = {"documents_valid": CARRIED, "documents_made": amount("3")}
    answers |= {"documents_repealed": repealed} if repealed else {}

    # then
    for draft in (went_on(2023, "9"), report):
        assert not [one for one in guide.preview(asked, draft, answers) if VALID in one.values]
    assert guide.preview(asked, report, answers | {"documents_repealed": NONE})


def test_a_computed_total_is_open_as_long_as_all_its_terms_are(asked, report):
    # given
    terms = [cell for cell in asked.cells(question(asked, "applications")) if not cell.endswith(".total")]
    total = "applications.new.total"
    report.values = dict.fromkeys(terms, "0") | {terms[0]: "3", total: "3"}
    report.states = dict.fromkeys(terms, "carried")
    assert is_open(asked.template, report, total)

    # when
    report.states[terms[0]] = ""

    # then
    assert not is_open(asked.template, report, total)


@pytest.mark.parametrize(
    ("total", "state", "line"),
    [
        ("9", "carried", [("9", "5")]),
        ("", "", [("空", "5")]),
        ("5", "carried", []),  # it is right
        ("9", "", []),  # somebody typed it
    ],
)
def test_a_total_of_last_year_or_a_blank_one_follows_its_terms_and_a_typed_one_stays(
    library, total, state, line
):
    # given: the one is of last year, the other was counted
    asked = guide.for_template(library, "national-2014")
    report = blank(library.get("national-2014"), 2017, OFFICE)
    report.values = {"statistics.staff_part.value": "4", "statistics.staff_full.value": "1"}
    report.states = {"statistics.staff_part.value": "carried"}
    if total:
        report.values["statistics.staff.value"] = total
        report.states["statistics.staff.value"] = state

    # when
    lines = guide.preview(asked, report, guide.presets(asked, report))

    # then
    assert [(one.before, one.after) for one in lines if "statistics.staff.value" in one.values] == line
