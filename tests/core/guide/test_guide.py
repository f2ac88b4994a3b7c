"""The zero-report guide: what follows from each answer, on every form, and that nothing else is touched."""

import re
from dataclasses import replace
from pathlib import Path

import pytest

from core import checks, guide, importers
from core.carry import forward
from core.guide import CARRIED, NONE, SOME, Conclusion, Question, amount
from core.paths import home
from core.phrases import Phrase
from core.report import Paragraph, Section, blank
from core.template import installed
from tests.core.template.test_template_format import HEADER
from tests.samples import IDS

OFFICE = "清溪县柳河镇人民政府"
NATIONAL = ("national-2021", "national-2019")


def all_none(asked):
    return {question.id: NONE for question in asked.questions}


def fresh(library, form):
    template = library.get(form)
    return blank(template, template.last_year or 2024, OFFICE)


def zero_report(library, form, year):
    """Last year's report: nothing happened, in other words than the guide's."""
    report = blank(library.get(form), year, OFFICE)
    report.values = {cell.id: "0" for cell in library.get(form).cells.values() if not cell.group}
    put(
        report,
        "overview",
        (2, f"（一）依申请公开。{year}年，我镇共收到政府信息公开申请2件。其中自然人2件。均已按时答复。"),
    )
    put(report, "overview", (2, "（二）监督保障。对站所的公开工作开展考核，听取群众评议。"))
    put(report, "reviews", (0, f"{year}年未发生行政复议和行政诉讼。"))
    return report


def put(report, section, *paragraphs):
    report.section(section).paragraphs.extend(Paragraph(level=level, text=text) for level, text in paragraphs)


def answered(library, report, answers):
    """Answer, and return the lines and the edit of all of them."""
    asked = guide.for_template(library, report.template)
    lines = guide.preview(asked, report, answers)
    return lines, guide.edit(asked.template, report, lines)


def text_of(report, section):
    return "".join(one.text for one in report.section(section).paragraphs)


@pytest.mark.parametrize("form", IDS)
def test_the_guide_of_every_form_is_sound_and_reaches_every_cell(library, form):
    # when
    asked = guide.for_template(library, form)

    # then
    reached = {cell for part in (*asked.questions, *asked.conclusions) for cell in asked.cells(part)}
    totals = {cell.id for cell in asked.template.cells.values() if cell.sums}
    assert asked.problems == ()
    assert {cell.id for cell in asked.template.cells.values() if not cell.group} - reached <= totals
    assert guide.load(asked.template).questions == asked.questions


@pytest.mark.parametrize("form", IDS)
def test_with_none_everywhere_a_fresh_report_is_full_and_no_check_of_figures_finds_an_error(library, form):
    # given
    report = fresh(library, form)
    before = report.model_dump_json()

    # when
    _, edit = answered(library, report, all_none(guide.for_template(library, form)))
    inverse = edit.apply(report)

    # then
    found = checks.for_template(library, form).run(report)
    cells = [cell.id for cell in library.get(form).cells.values() if not cell.group]
    assert [one.message for one in found if one.severity == "error"] == []
    assert [one.message for one in found if one.rule.startswith("X")] == []
    assert {report.text(cell) for cell in cells} <= {"0"}
    assert edit.label == "零报告向导"
    inverse.apply(report)
    assert report.model_dump_json() == before


@pytest.mark.parametrize("form", NATIONAL)
def test_in_a_draft_the_sentences_take_the_place_of_last_years(library, form):
    # given
    year = library.get(form).last_year or 2024
    report = forward(library, zero_report(library, form, year - 1))
    before = report.model_dump_json()

    # when
    lines, edit = answered(library, report, all_none(guide.for_template(library, form)))
    inverse = edit.apply(report)

    # then
    first, second = report.section("overview").paragraphs[:2]
    assert first.text == f"（一）依申请公开。{year}年，柳河镇没有收到政府信息公开申请，也没有上年结转的申请。"
    assert (first.state, second.state) == ("changed", "carried")
    assert text_of(report, "reviews") == f"{year}年未发生行政复议和行政诉讼。"
    assert [line.before for line in lines if not line.changes] == [f"{year}年未发生行政复议和行政诉讼。"]
    found = checks.for_template(library, form).run(report)
    assert [one.message for one in found if one.severity == "error" and one.rule[0] in "TX"] == []
    assert "carried" not in report.states.values()
    inverse.apply(report)
    assert report.model_dump_json() == before


def test_the_zero_report_of_a_real_office_goes_on_as_one(library, seeds):
    # given
    report = forward(library, importers.read(seeds["002"], library))
    asked = guide.for_template(library, report.template)

    # when
    answers = guide.rest_none(asked, guide.presets(asked, report))
    _, edit = answered(library, report, answers)
    edit.apply(report)

    # then
    found = checks.for_template(library, report.template).run(report)
    assert [one.message for one in found if one.severity == "error" and one.rule[0] in "TX"] == []
    assert all(report.text(cell.id) == "0" for cell in asked.template.cells.values())


def test_what_is_not_answered_stays_blank(library):
    # given
    report = fresh(library, "national-2021")

    # when
    lines, edit = answered(library, report, {"applications": NONE, "permits": amount("12"), "reviews": SOME})
    edit.apply(report)

    # then: without the other half of the question nothing is concluded
    assert {cell.split(".")[1] for cell in report.values} == {"new", "permits"}
    assert report.text("disclosure.permits.decided") == "12"
    assert [line.after for line in lines if line.spot] == ["2024年，柳河镇没有新收到政府信息公开申请。"]


def test_nothing_is_left_to_do_once_it_is_done(library):
    # given
    report = fresh(library, "national-2014")
    asked = guide.for_template(library, "national-2014")
    answered(library, report, all_none(asked))[1].apply(report)

    # when
    lines, edit = answered(library, report, guide.presets(asked, report) | all_none(asked))

    # then
    assert edit is None
    assert {line.after for line in lines} == {"已经写明，不用改"}


def test_a_typed_figure_goes_only_where_its_own_line_is_wanted(library):
    # given
    report = fresh(library, "national-2021")
    report.values["reviews.cases.review_upheld"] = "3"

    # when
    lines, _ = answered(library, report, {"reviews": NONE})
    (typed,) = [line for line in lines if line.overwrites]
    template = library.get(report.template)
    guide.edit(template, report, [line for line in lines if line is not typed]).apply(report)

    # then
    assert (typed.where, typed.before, typed.after) == ("表四 · 件数 · 行政复议 · 结果维持", "3", "0")
    assert report.text("reviews.cases.review_upheld") == "3"
    assert report.text("reviews.cases.review_other") == "0"


def test_words_of_this_year_are_named_before_they_go(library):
    # given
    report = fresh(library, "national-2021")
    put(report, "overview", (0, "工作平稳。今年收到政府信息公开申请5件；另有来电咨询若干。"))

    # when
    lines, edit = answered(library, report, {"applications": NONE})
    edit.apply(report)

    # then
    (line,) = [line for line in lines if line.spot]
    assert (line.overwrites, line.before) == (True, "今年收到政府信息公开申请5件；")
    assert (
        text_of(report, "overview")
        == "工作平稳。2024年，柳河镇没有新收到政府信息公开申请；另有来电咨询若干。"
    )


@pytest.mark.parametrize(
    ("state", "typed"), [("carried", False), ("seen", False), ("changed", True), ("", True)]
)
def test_words_of_last_year_that_were_only_looked_at_are_not_called_this_years(library, state, typed):
    # given
    report = fresh(library, "national-2021")
    put(report, "overview", (0, "今年收到政府信息公开申请5件。"))
    report.section("overview").paragraphs[-1].state = state

    # when
    lines, _ = answered(library, report, {"applications": NONE})

    # then
    (line,) = [line for line in lines if line.spot]
    assert (line.overwrites, line.before) == (typed, "今年收到政府信息公开申请5件。")


def test_sentences_of_problems_and_of_procedure_are_left_alone(library):
    # given
    report = fresh(library, "national-2021")
    put(report, "problems", (0, "受理申请2件时经验不足。"))
    put(report, "overview", (0, "收到申请后由窗口统一登记。对无正当理由不答复申请人的，予以通报。"))

    # when
    lines, _ = answered(library, report, {"applications": NONE})

    # then
    assert [line.where for line in lines if line.spot] == ["一、总体情况 · 新的一段"]


def test_a_sentence_is_put_under_its_heading_and_before_the_closing_words(library):
    # given
    report = fresh(library, "national-2021")
    put(
        report,
        "overview",
        (2, "（一）依申请公开"),
        (0, "完善了办理流程。"),
        (2, "（二）平台建设"),
        (0, "更新了专栏。"),
    )
    put(report, "other", (0, "没有其他需要报告的事项。"))

    # when
    _, edit = answered(library, report, {"applications": NONE, "information_fee": NONE})
    edit.apply(report)

    # then
    overview = [one.text[:9] for one in report.section("overview").paragraphs]
    assert overview.index("2024年，柳河镇") == 2
    assert text_of(report, "other") == "2024年，柳河镇没有收取政府信息处理费。没有其他需要报告的事项。"


def test_a_new_sentence_before_one_that_is_replaced_leaves_both_in_their_places(library):
    # given
    report = fresh(library, "national-2021")
    put(report, "other", (0, "无"))

    # when
    _, edit = answered(library, report, {"information_fee": NONE, "other": NONE})
    edit.apply(report)

    # then
    assert [one.text for one in report.section("other").paragraphs] == [
        "2024年，柳河镇没有收取政府信息处理费。",
        "除上述情况外，2024年没有其他需要报告的事项。",
    ]


def test_what_a_report_tells_in_two_sentences_is_not_told_twice_in_one(library):
    # given
    report = fresh(library, "national-2021")
    put(report, "overview", (0, "收到行政复议2件。"), (0, "被提起行政诉讼1件。"))

    # when
    _, edit = answered(library, report, {"reviews": NONE, "lawsuits": NONE})
    edit.apply(report)

    # then
    assert [one.text for one in report.section("overview").paragraphs] == [
        "2024年，柳河镇没有因政府信息公开工作被申请行政复议。",
        "2024年，柳河镇没有因政府信息公开工作被提起行政诉讼。",
    ]


def test_the_fee_of_former_years_gives_way_to_that_of_now(library):
    # given
    report = fresh(library, "national-2021")
    put(report, "other", (0, "我镇没有对依申请提供的信息收取成本费用。"))

    # when
    _, edit = answered(library, report, {"information_fee": NONE})
    edit.apply(report)

    # then
    assert text_of(report, "other") == "2024年，柳河镇没有收取政府信息处理费。"


def test_stocks_go_on_from_last_year_and_are_moved_by_what_happened(library):
    # given
    last = blank(library.get("national-2021"), 2023, OFFICE)
    last.values = {"disclosure.documents.valid": "9", "applications.carried_out.natural": "2"}
    report = forward(library, last)
    asked = guide.for_template(library, "national-2021")

    # when
    presets = guide.presets(asked, report)
    answers = presets | {"documents_made": amount("3"), "documents_repealed": amount("1")}
    _, edit = answered(library, report, answers)
    edit.apply(report)

    # then
    assert presets == {"documents_valid": CARRIED}
    assert report.text("disclosure.documents.valid") == "11"
    assert report.states["disclosure.documents.valid"] == "changed"
    assert report.states["applications.carried_in.natural"] == "carried"


def test_a_stock_waits_until_it_is_known_what_moved_it(library):
    # given
    last = blank(library.get("national-2021"), 2023, OFFICE)
    last.values = {"disclosure.documents.valid": "1"}
    report = forward(library, last)

    # then
    for made, repealed in ((SOME, NONE), (NONE, amount("2"))):
        answers = {"documents_valid": CARRIED, "documents_made": made, "documents_repealed": repealed}
        lines, _ = answered(library, report, answers)
        assert "disclosure.documents.valid" not in {cell for line in lines for cell in line.values}


def test_a_figure_that_stays_counts_as_looked_at_and_its_total_follows(library):
    # given
    last = blank(library.get("national-2014"), 2016, OFFICE)
    last.values = {"statistics.staff_part.value": "4", "statistics.staff_full.value": "0"}
    report = forward(library, last)
    asked = guide.for_template(library, "national-2014")

    # when
    _, edit = answered(library, report, guide.presets(asked, report))
    edit.apply(report)

    # then
    assert report.text("statistics.staff.value") == "4"
    assert report.states == {"statistics.staff_part.value": "seen", "statistics.staff_full.value": "seen"}


@pytest.mark.parametrize("form", ["national-2014", "weihai-2012"])
def test_a_total_of_totals_follows_wherever_it_stands_in_the_form(library, form):
    # given
    report = fresh(library, form)
    template = library.get(form)
    outer, inner = "statistics.answered.value", "statistics.answered_refused.value"
    terms = {term for one in (outer, inner) for term in template.cells[one].sums[0]} - {inner}
    asked = guide.for_template(library, form)
    question = Question(id="one", ask="有没有？", topic="各项", cells=tuple(sorted(terms)))
    asked = replace(asked, questions=(question,), conclusions=())

    # when
    lines = guide.preview(asked, report, {"one": NONE})
    guide.edit(asked.template, report, lines).apply(report)

    # then
    assert (report.text(inner), report.text(outer)) == ("0", "0")


def test_a_total_stays_blank_where_the_line_of_a_term_is_left_out(library):
    # given
    report = fresh(library, "national-2014")
    asked = guide.for_template(library, "national-2014")
    answers = {"staff_full": amount("3"), "staff_part": amount("1")}
    lines = guide.preview(asked, report, answers)
    total = next(line for line in lines if line.key == "total.statistics.staff.value")

    # when
    guide.edit(asked.template, report, [line for line in lines if "3" not in line.values.values()]).apply(
        report
    )

    # then
    assert total.after == "4"
    assert report.text("statistics.staff_part.value") == "1"
    assert report.text("statistics.staff.value") == ""


def test_the_rest_is_none_but_for_what_never_is(library):
    # given
    asked = guide.for_template(library, "national-2014")

    # when
    answers = guide.rest_none(asked, {"applications": SOME})

    # then
    assert answers["applications"] == SOME
    assert answers["complaints"] == NONE
    assert "published" not in answers


def test_review_and_lawsuit_are_told_apart_where_the_report_has_a_section_for_each(library):
    # given
    report = fresh(library, "national-2014")
    report.sections.insert(-1, Section(id="lawsuits"))
    put(report, "lawsuits", (0, "全年没有接到因政府信息公开工作提起的行政诉讼。"))

    # when
    _, edit = answered(library, report, {"reviews": NONE, "lawsuits": NONE})
    edit.apply(report)

    # then
    assert text_of(report, "reviews") == "2018年，柳河镇没有因政府信息公开工作被申请行政复议。"
    assert text_of(report, "lawsuits") == "全年没有接到因政府信息公开工作提起的行政诉讼。"


def test_only_a_draft_without_anything_of_this_year_is_fresh(library):
    # given
    report = forward(library, zero_report(library, "national-2021", 2023))

    # then
    form, plain = library.get("national-2021"), library.get("plain-2008")
    assert guide.is_fresh(form, report)
    assert guide.is_fresh(plain, fresh(library, "plain-2008"))
    report.values["disclosure.permits.decided"] = "1"
    assert not guide.is_fresh(form, report)


ROOT = Path(__file__).resolve().parents[3]
OWN = 'extends = "national-2021"\nid = "qingxi-2021"\nname = "清溪县格式"\n'


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("[[question]]\nid = ", "读不了"),
        ("[[questions]]\n", "没有这样的项"),
        ("question = 1\n", "应当写成 [[question]]"),
        ('[[question]]\nid = "own"\ntopic = "题"\n', "缺少这一项"),
        (
            '[[question]]\nid = "own"\ntopic = "题"\nask = "有吗？"\nphrase = "nowhere"\n',
            "没有编号为 nowhere 的常用语",
        ),
        ('[[question]]\nid = "own"\ntopic = "题"\nask = "有吗？"\nnumber = "a.b.c"\n', "单元格 a.b.c 不存在"),
        (
            '[[question]]\nid = "own"\ntopic = "题"\nask = "有吗？"\nplus = ["other_one"]\n',
            "没有编号为 other_one 的问题",
        ),
        ('[[conclusion]]\nid = "own"\ntopic = "题"\nnone = ["other_one"]\n', "没有编号为 other_one 的问题"),
    ],
)
def test_a_broken_guide_is_named_and_the_questions_of_the_form_stay(library, text, why):
    # given
    folder = home() / "templates" / "qingxi"
    folder.mkdir(parents=True)
    (folder / "template.toml").write_text(OWN, "utf-8")
    (folder / "guide.toml").write_text(text, "utf-8")

    # when
    mine = installed()
    asked = guide.for_template(mine, "qingxi-2021")

    # then
    (problem,) = checks.problems(mine)
    assert "guide.toml" in problem
    assert why in problem
    assert asked.questions == guide.for_template(library, "national-2021").questions


def test_the_guide_is_read_again_only_where_one_of_its_files_is_new():
    # given
    folder = home() / "templates" / "qingxi"
    folder.mkdir(parents=True)
    (folder / "template.toml").write_text(OWN, "utf-8")
    mine = installed()
    before = guide.for_template(mine, "qingxi-2021")

    # when
    same = guide.for_template(mine, "qingxi-2021")
    own = '[[question]]\nid = "own"\ntopic = "题"\nask = "有吗？"\n'
    (folder / "guide.toml").write_text(own, "utf-8")
    after = guide.for_template(mine, "qingxi-2021")

    # then
    assert same is before
    assert [one.id for one in after.questions] == [*(one.id for one in before.questions), "own"]


def test_the_examples_of_the_documentation_work_as_they_stand():
    # given
    text = (ROOT / "docs" / "template-format.md").read_text("utf-8")
    blocks = re.findall(r"```toml\n(.*?)```", text, re.DOTALL)
    folder = home() / "templates" / "qingxi"
    folder.mkdir(parents=True)
    wanted = {
        "template.toml": ('id = "notes"', 'id = "work"'),
        "phrases.toml": ("[[phrase]]",),
        "guide.toml": ("[[question]]",),
    }
    for name, words in wanted.items():
        found = "".join(next(one for one in blocks if word in one) for word in words)
        (folder / name).write_text((HEADER if name == "template.toml" else "") + found, "utf-8")

    # when
    mine = installed()
    report = blank(mine.get("qingxi"), 2024, OFFICE)
    answered(mine, report, {"points": NONE})[1].apply(report)

    # then
    assert checks.problems(mine) == ()
    assert report.text("work.points.value") == "0"
    assert text_of(report, "notes") == "2024年，柳河镇没有设立查阅点。"


@pytest.mark.parametrize("model", [Phrase, Question, Conclusion])
def test_every_key_is_explained(model):
    text = (ROOT / "docs" / "template-format.md").read_text("utf-8")
    section = text[text.index("## phrases.toml") : text.index("## Word lists")]
    assert [name for name in model.model_fields if f"`{name}`" not in section] == []


def test_the_lines_stand_in_the_order_of_the_form(library):
    # given
    report = fresh(library, "national-2021")
    asked = guide.for_template(library, "national-2021")
    order = list(asked.template.cells)

    # when
    lines = guide.preview(asked, report, guide.rest_none(asked, {}))

    # then
    first = [min(order.index(cell) for cell in line.values) for line in lines if line.values]
    assert first == sorted(first)
    sections = [one.id for one in report.sections]
    spots = [(sections.index(one.spot.section), one.spot.paragraph) for one in lines if one.spot]
    assert spots == sorted(spots)
    assert [bool(line.values) for line in lines] == sorted(
        (bool(line.values) for line in lines), reverse=True
    )


@pytest.mark.parametrize("level", [0, 2])
def test_the_sentence_on_accountability_goes_under_supervision_not_before_it(library, level):
    # given: another heading speaks of 保障 too, and words of a run-in heading do
    report = fresh(library, "national-2021")
    put(
        report,
        "overview",
        (level, "（一）主动公开。加强监督保障和考核，公开 12 条信息。"),
        (level, "（二）平台建设和保障"),
        (0, "更新了专栏。"),
        (level, "（五）监督保障"),
        (0, "开展了一次检查。"),
    )

    # when
    _, edit = answered(library, report, {"accountability": NONE})
    edit.apply(report)

    # then
    texts = [one.text for one in report.section("overview").paragraphs]
    assert texts[-1] == "2024年，柳河镇没有因政府信息公开工作被责任追究的情形。"
    assert texts[-2] == "开展了一次检查。"


def test_a_computed_total_follows_what_a_left_out_term_keeps(library):
    # given
    report = fresh(library, "national-2021")
    asked = guide.for_template(library, "national-2021")
    template = asked.template
    total = template.cells["reviews.cases.direct_total"]
    for term in total.sums[0]:
        report.values[term] = "2"
    report.values[total.id] = "8"
    answers = guide.rest_none(asked, {})
    kept = total.sums[0][-1]

    # when
    lines = guide.preview(asked, report, answers)
    guide.edit(template, report, [one for one in lines if kept not in one.values]).apply(report)

    # then
    assert report.text(kept) == "2"
    assert report.text(total.id) == "2"


def test_a_stock_is_no_answer_of_the_rest_where_last_year_is_unknown(library):
    # given: two documents made in the year, and nobody says how many are in force
    report = fresh(library, "national-2021")
    asked = guide.for_template(library, "national-2021")

    # when
    answers = guide.rest_none(asked, {"documents_made": amount("2")})
    _, edit = answered(library, report, answers)
    edit.apply(report)

    # then
    assert "documents_valid" not in answers
    assert report.text("disclosure.documents.made") == "2"
    assert report.text("disclosure.documents.repealed") == "0"
    assert report.text("disclosure.documents.valid") == ""
    assert "T16-documents" not in {
        one.rule for one in checks.for_template(library, report.template).run(report)
    }


def test_a_stock_of_years_ago_is_not_moved_by_one_year_alone(library):
    # given
    last = blank(library.get("national-2021"), 2021, OFFICE)
    last.values = {"disclosure.documents.valid": "9"}
    report = forward(library, last, 2024)
    asked = guide.for_template(library, "national-2021")

    # when
    answers = guide.rest_none(asked, guide.presets(asked, report) | {"documents_made": amount("2")})

    # then
    assert "documents_valid" not in answers
    question = next(one for one in asked.questions if one.id == "documents_valid")
    assert not guide.is_carried(asked, question, report)


def test_a_stock_that_more_went_from_than_was_there_says_why_it_is_not_put_in(library):
    # given: nothing in force last year, none made, two repealed
    last = blank(library.get("national-2021"), 2023, OFFICE)
    last.values = {"disclosure.documents.valid": "0"}
    answers = {"documents_made": NONE, "documents_repealed": amount("2"), "documents_valid": CARRIED}

    # when
    lines, edit = answered(library, forward(library, last), answers)

    # then
    (why,) = [line for line in lines if not line.changes]
    assert why.where == "表二 · 行政规范性文件现行有效"
    assert why.before == "去年 0 件，不够减 2 件，请核对"
    assert "disclosure.documents.valid" not in edit.cells


def test_a_reckoned_figure_is_told_from_one_that_stays(library):
    # given
    last = blank(library.get("national-2021"), 2023, OFFICE)
    last.values = {"disclosure.documents.valid": "9"}
    answers = {"documents_made": amount("2"), "documents_repealed": amount("2"), "documents_valid": CARRIED}

    # when
    lines, _ = answered(library, forward(library, last), answers)

    # then
    assert [(line.after, line.reckoned) for line in lines if "现行有效" in line.where] == [("9", True)]


@pytest.mark.parametrize("form", NATIONAL)
def test_what_the_guide_wrote_counts_for_the_aspect_it_is_of(library, form):
    # given: all other aspects are there, under headings
    report = fresh(library, form)
    put(
        report,
        "overview",
        *(
            (2, f"（{n}）{title}。")
            for n, title in zip("一二三", ("主动公开", "政府信息管理", "平台建设"), strict=True)
        ),
    )

    # when
    _, edit = answered(library, report, all_none(guide.for_template(library, form)))
    edit.apply(report)

    # then
    assert not [one.message for one in checks.for_template(library, form).run(report) if one.rule == "P06"]
