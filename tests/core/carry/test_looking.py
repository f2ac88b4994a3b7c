"""The list of what came from last year and is to be looked at."""

import pytest

from core import checks, guide, links
from core.carry import confirmed, forward, led_to, to_look_at
from core.checks.mending import keeps_figures
from core.edits import SetCells, rewrite
from core.opening import load
from core.report import Link, Paragraph, Report, blank
from core.store import ReportFile, write

OFFICE = "示范市青禾镇人民政府"
BASE = "disclosure.documents.valid"
CARRIED_IN = "applications.carried_in.natural"


@pytest.fixture
def template(library):
    return library.get("national-2021")


@pytest.fixture
def draft(library, template) -> Report:
    last = blank(template, 2023, OFFICE)
    last.section("preface").paragraphs = []
    last.section("signature").paragraphs = []
    last.section("overview").paragraphs = [
        Paragraph(text="2023年，我镇公开信息80条，召开会议3次。"),
        Paragraph(text="栏目按时更新。"),
    ]
    last.values = {"applications.carried_out.natural": "3"}
    return forward(library, last)


def listed(template, report) -> list[tuple[str, str]]:
    return [(one.kind, one.words) for one in to_look_at(template, report)]


def test_every_paragraph_is_listed_with_what_may_have_changed_and_every_cell(template, draft):
    # then
    assert listed(template, draft) == [
        ("段落", "2024年，我镇公开信息80条，召开会议3次。"),
        ("年份", "2024年"),
        ("数字", "80"),
        ("数字", "3"),
        ("段落", "栏目按时更新。"),
        ("单元格", "3"),
    ]
    assert to_look_at(template, draft)[-1].cell == CARRIED_IN


@pytest.mark.parametrize(
    ("text", "led"),
    [
        ("2023年，我镇公开信息80条。", ["80"]),
        ("2023年，我镇认真落实各项要求，2024年继续做好。", []),
        ("统计期限为2023年1月1日至2023年12月31日。", []),
        ("（2024年1月17日）", ["2025年1月17日"]),
    ],
)
def test_years_that_the_program_moved_on_are_listed_but_none_is_led_to_them(library, template, text, led):
    # given
    last = blank(template, 2023, OFFICE)
    last.section("preface").paragraphs = [Paragraph(text=text)]

    # when
    draft = forward(library, last)

    # then
    (paragraph,) = draft.section("preface").paragraphs
    assert [one.words for one in led_to(draft, paragraph)] == led
    assert [kind for kind, _ in listed(template, draft)][:2] in (["段落", "年份"], ["段落", "日期"])


@pytest.mark.parametrize(
    ("before", "year"), [("national-2019", 2021), ("national-2014", 2019), ("weihai-2012", 2014)]
)
def test_in_a_preface_that_the_program_wrote_itself_one_is_led_to_no_year_or_date(library, before, year):
    # given: the form of that year words the preface anew
    last = blank(library.get(before), year - 1, OFFICE)
    last.section("preface").paragraphs = [Paragraph(text=f"现公布{year - 1}年度报告。")]

    # when
    draft = forward(library, last)

    # then: it waits as a whole
    preface = draft.section("preface").paragraphs[0]
    assert (preface.state, preface.origin) == ("carried", "")
    assert f"{year}年" in preface.text
    assert led_to(draft, preface) == ()
    own = [one for one in to_look_at(library.get(draft.template), draft) if one.section == "preface"]
    assert own[0].kind == "段落"


def test_a_year_that_is_not_this_one_is_led_to_also_in_a_paragraph_of_unknown_origin(draft):
    # given
    paragraph = Paragraph(text="2024年，本镇落实2019年修订的条例。", state="carried")

    # then
    assert [one.words for one in led_to(draft, paragraph)] == ["2019年"]


def test_an_edit_ticks_off_the_paragraph_but_the_old_figures_in_it_are_still_pointed_at(template, draft):
    # when
    rewrite(draft, "overview", 0, "2024年，我镇公开信息91条，召开会议3次。").apply(draft)

    # then
    items = [one for one in to_look_at(template, draft) if one.section and one.paragraph == 0]
    assert [(one.kind, one.edited) for one in items] == [("段落", True), ("数字", True)]
    assert items[1].words == "3"
    assert draft.waiting() == 2


def test_a_paragraph_written_anew_is_off_the_list(template, draft):
    # when
    rewrite(draft, "overview", 0, "今年换了做法。").apply(draft)

    # then
    assert [one.paragraph for one in to_look_at(template, draft) if one.section] == [1]


def test_several_places_are_ticked_off_in_one_step_that_can_be_undone(template, draft):
    # given
    before = draft.model_dump()

    # when
    edit = confirmed(draft, to_look_at(template, draft))
    back = edit.apply(draft)

    # then
    assert edit.label == "确认 3 处仍然正确"
    assert to_look_at(template, draft) == []
    assert draft.waiting() == 0
    back.apply(draft)
    assert draft.model_dump() == before


def test_what_is_left_in_an_edited_paragraph_can_be_confirmed(template, draft):
    # given
    rewrite(draft, "overview", 0, "2024年，我镇公开信息91条，召开会议3次。").apply(draft)
    hints = [one for one in to_look_at(template, draft) if one.edited]

    # when
    confirmed(draft, hints).apply(draft)

    # then
    assert draft.section("overview").paragraphs[0].state == "seen"
    assert not any(one.edited for one in to_look_at(template, draft))


def test_where_nothing_waits_nothing_is_confirmed(template, draft):
    # given
    items = to_look_at(template, draft)
    confirmed(draft, items).apply(draft)

    # then
    assert confirmed(draft, items) is None


def test_a_figure_typed_anew_is_off_the_list(template, draft):
    # when
    SetCells({CARRIED_IN: "2"}).apply(draft)

    # then
    assert not any(one.cell for one in to_look_at(template, draft))


# What nobody looked at meanwhile


def test_a_linked_number_that_follows_its_cell_leaves_the_paragraph_waiting(template, draft):
    # given
    draft.section("overview").paragraphs[0].links = (Link(start=12, end=14, cell=BASE),)

    # when
    edit = links.follow(draft, SetCells({BASE: "9"}))
    back = edit.apply(draft)

    # then
    paragraph = draft.section("overview").paragraphs[0]
    assert (paragraph.text, paragraph.state) == ("2024年，我镇公开信息9条，召开会议3次。", "carried")
    back.apply(draft)
    assert draft.section("overview").paragraphs[0].text == "2024年，我镇公开信息80条，召开会议3次。"


def test_a_remedy_for_many_paragraphs_leaves_them_waiting(library, template, draft):
    # given
    words = ("公开信息80条,召开会议3次。", "栏目按时更新,没有停更。", "今年写的,不是去年的。")
    states = ("carried", "seen", "")
    section = draft.section("overview")
    section.paragraphs = [
        Paragraph(text=text, state=state) for text, state in zip(words, states, strict=True)
    ]
    before = draft.model_dump()

    # when
    found = checks.for_template(library, template.id).run(draft)
    fix = next(one.fix for one in found if one.fix and one.fix.label.startswith("全部改为全角标点"))
    back = fix.edit.apply(draft)

    # then
    assert [one.text for one in section.paragraphs] == [one.replace(",", "，") for one in words]
    assert tuple(one.state for one in section.paragraphs) == states
    back.apply(draft)
    assert draft.model_dump() == before


@pytest.mark.parametrize(
    ("words", "right"),
    [
        ("公开信息80条，召开会议3次，布署工作。", "部署"),  # a slip
        ("贯彻《信息公开条例》，公开信息80条。", "《政府信息公开条例》"),  # the name of a law
        ("按照《中华人民共和国政府信息公开条例》（国务院令第492号），公开信息80条。", "国务院令第711号"),
    ],
)
@pytest.mark.parametrize("state", ["carried", "seen", ""])
def test_a_remedy_for_words_leaves_the_rest_waiting(library, template, draft, words, right, state):
    # given
    section = draft.section("overview")
    section.paragraphs = [Paragraph(text=words, state=state, origin=words if state else "")]
    before = draft.model_dump()

    # when
    found = checks.for_template(library, template.id).run(draft)
    fix = next(one.fix for one in found if one.fix and one.fix.label == f"改为 {right}")
    back = fix.edit.apply(draft)

    # then
    assert section.paragraphs[0].text != words
    assert section.paragraphs[0].state == state
    back.apply(draft)
    assert draft.model_dump() == before


def test_a_remedy_for_a_figure_counts_as_an_edit_of_it(library, template, draft):
    # given: the table has another figure than the words of last year
    words = "全年收到政府信息公开申请3件，栏目按时更新。"
    draft.values.pop(CARRIED_IN)
    draft.states.clear()
    draft.values |= {"applications.new.natural": "5", "applications.new.total": "5"}
    draft.section("overview").paragraphs = [Paragraph(text=words, state="carried", origin=words)]

    # when
    found = checks.for_template(library, template.id).run(draft)
    next(one.fix for one in found if one.fix and one.fix.label == "改为 5").edit.apply(draft)

    # then
    (paragraph,) = draft.section("overview").paragraphs
    assert (paragraph.text, paragraph.state) == (words.replace("3", "5"), "changed")


@pytest.mark.parametrize(
    ("before", "after", "same"),
    [
        ("公开80条,开会 3次.", "公开８０条，开会3次。", True),
        ("公开80条。", "公开81条。", False),
        ("公开二十条。", "公开三十条。", False),
        ("帐号", "账号", True),
    ],
)
def test_words_punctuation_and_widths_are_no_figures(before, after, same):
    # then
    assert keeps_figures(before, after) is same


# Computed totals


def staff(library, total: str) -> Report:
    last = blank(library.get("national-2014"), 2016, OFFICE)
    last.values = {
        "statistics.staff.value": total,
        "statistics.staff_full.value": "1",
        "statistics.staff_part.value": "3",
    }
    return forward(library, last)


def test_a_computed_total_does_not_wait_but_its_terms_do(library):
    # when
    report = staff(library, "4")

    # then
    assert sorted(report.states) == ["statistics.staff_full.value", "statistics.staff_part.value"]
    assert report.text("statistics.staff.value") == "4"
    assert guide.is_fresh(library.get("national-2014"), report)


def test_a_total_that_is_not_the_sum_of_its_terms_waits(library):
    # then
    assert staff(library, "5").states["statistics.staff.value"] == "carried"


def test_in_a_file_of_before_a_computed_total_counts_as_looked_at(library, tmp_path):
    # given
    report = staff(library, "4")
    report.states["statistics.staff.value"] = "carried"
    path = tmp_path / "去年.nianbao"
    write(ReportFile(report), path)

    # when
    opened = load(path, library).report

    # then
    assert "statistics.staff.value" not in opened.states
    assert opened.waiting() == report.waiting() - 1


def test_the_guide_takes_a_computed_total_along_with_its_terms(library):
    # given
    report = staff(library, "4")
    asked = guide.for_template(library, "national-2014")

    # when
    answers = guide.presets(asked, report) | {"staff_part": guide.amount("2")}
    guide.edit(asked.template, report, guide.preview(asked, report, answers)).apply(report)

    # then
    assert report.text("statistics.staff.value") == "3"
    assert "statistics.staff.value" not in report.states
    assert not any("（合计）" in one.where for one in guide.preview(asked, report, answers) if one.changes)
