"""Last year's report becomes this year's draft."""

import pytest

from core.carry import forward, led_to
from core.errors import UsageError
from core.layout import sign_off
from core.report import Head, Paragraph, Report, Section, blank

OFFICE = "示范市青禾镇人民政府"


def last_2023(library) -> Report:
    report = blank(library.get("national-2021"), 2023, OFFICE)
    report.section("overview").paragraphs = [
        Paragraph(text="2023年，我镇公开信息80条，按《2023年工作要点》办理。"),
        Paragraph(text="（一）主动公开。更新栏目。", level=2),
    ]
    report.section("signature").paragraphs = [Paragraph(text=OFFICE), Paragraph(text="2024年1月9日")]
    report.values = {
        "disclosure.documents.made": "2",
        "disclosure.documents.valid": "9",
        "applications.new.natural": "4",
        "applications.carried_out.natural": "3",
        "applications.carried_out.business": "0",
        "applications.carried_out.total": "3",
    }
    return report


def last_2017(library) -> Report:
    report = blank(library.get("national-2014"), 2017, OFFICE)
    report.sections = [
        Section(
            id="preface", paragraphs=[Paragraph(text="（2018年1月17日）"), Paragraph(text="由七部分组成。")]
        ),
        Section(
            id="overview", source_title="基本情况", paragraphs=[Paragraph(text="（一）加强领导", level=2)]
        ),
        Section(
            id="disclosure",
            paragraphs=[
                Paragraph(text="（一）公开内容", level=2),
                Paragraph(text="2017年公开161条。"),
                Paragraph(text="1、网站公开", level=3),
                Paragraph(text="2、公开栏公开", level=3),
                Paragraph(text="（二）公开形式", level=2),
            ],
        ),
        Section(id="fees", paragraphs=[Paragraph(text="没有收费。")]),
        Section(id="problems", paragraphs=[Paragraph(text="2018年要改进。")]),
        Section(id="signature", paragraphs=[Paragraph(text="附件：统计表"), Paragraph(text=OFFICE)]),
    ]
    report.values = {"statistics.website.value": "161", "statistics.offices.value": "1"}
    report.heads = {"statistics": Head(title="统计表", period="（2017年度）", filler=OFFICE)}
    return report


def test_the_year_after_is_the_default_and_the_title_follows(library):
    # when
    draft = forward(library, last_2023(library))

    # then
    assert draft.year == 2024
    assert draft.title == f"{OFFICE}2024年政府信息公开工作年度报告"
    assert draft.unit.name == OFFICE


def test_every_carried_paragraph_is_moved_on_marked_and_remembers_last_years_words(library):
    # when
    draft = forward(library, last_2023(library))

    # then
    first = draft.section("overview").paragraphs[0]
    assert first.text == "2024年，我镇公开信息80条，按《2023年工作要点》办理。"
    assert first.origin == "2023年，我镇公开信息80条，按《2023年工作要点》办理。"
    assert {one.state for _, _, one in draft.paragraphs()} == {"carried"}


def test_what_was_carried_out_comes_in_column_by_column(library):
    # when
    draft = forward(library, last_2023(library))

    # then
    assert draft.text("applications.carried_in.natural") == "3"
    assert draft.text("applications.carried_in.business") == "0"
    assert draft.text("applications.carried_in.total") == "3"
    assert draft.text("applications.carried_in.research") == ""
    assert draft.states["applications.carried_in.natural"] == "carried"


def test_flows_are_blank_and_stocks_stay_as_a_base(library):
    # when
    draft = forward(library, last_2023(library))

    # then
    assert draft.text("disclosure.documents.made") == ""
    assert draft.text("applications.new.natural") == ""
    assert draft.text("disclosure.documents.valid") == "9"
    assert draft.states["disclosure.documents.valid"] == "carried"


def test_last_years_date_is_left_out_with_a_note(library):
    # when
    draft = forward(library, last_2023(library))

    # then
    assert sign_off(draft) == {"office": OFFICE, "date": ""}
    assert any("2024年1月9日" in note.source for note in draft.notes)


def test_last_years_report_goes_with_the_draft(library):
    # given
    last = last_2023(library)

    # when
    draft = forward(library, last)
    after = forward(library, draft)

    # then
    assert draft.last() == last
    assert [one.year for one in after.earlier] == [2024, 2023]
    assert all(one.earlier == [] for one in after.earlier)


def test_the_report_it_came_from_stays_as_it_was(library):
    # given
    last = last_2023(library)
    before = last.model_copy(deep=True)

    # when
    draft = forward(library, last)
    draft.section("overview").paragraphs[0].text = "改了"
    draft.earlier[0].values.clear()

    # then
    assert last == before


def test_within_a_form_the_wording_of_titles_stays(library):
    # when
    draft = forward(library, last_2017(library))

    # then
    assert (draft.year, draft.template) == (2018, "national-2014")
    assert draft.section("overview").source_title == "基本情况"
    assert draft.text("statistics.website.value") == ""
    assert draft.text("statistics.offices.value") == "1"
    assert draft.head(library.get("national-2014").tables_by_id["statistics"]).period == "（2018年度）"


def test_from_the_2017_form_to_the_2021_form_prose_follows_its_meaning(library):
    # when
    draft = forward(library, last_2017(library), 2024)

    # then
    assert draft.template == "national-2021"
    assert [one.id for one in draft.sections] == [
        "preface",
        *(one.id for one in library.get("national-2021").sections),
        "signature",
    ]
    assert [one.text for one in draft.section("overview").paragraphs] == [
        "（一）加强领导",
        "（二）主动公开政府信息情况",
        "1.公开内容",
        "2024年公开161条。",
        "（1）网站公开",
        "（2）公开栏公开",
        "2.公开形式",
    ]
    assert [one.text for one in draft.section("other").paragraphs] == ["没有收费。"]
    assert [one.text for one in draft.section("problems").paragraphs] == ["2025年要改进。"]
    assert draft.values == {}


def test_the_points_of_a_law_keep_their_numbers_in_another_section(library):
    # given
    last = last_2017(library)
    lines = ["第十条规定，下列信息应当公开：", "（三）规划；", "（五）统计信息。", "1.5万元列入预算。"]
    last.section("disclosure").paragraphs = [
        Paragraph(text=text, level=2 * text.startswith("（")) for text in lines
    ]

    # when
    draft = forward(library, last, 2024)

    # then
    texts = [one.text for one in draft.section("overview").paragraphs]
    assert texts == ["（一）加强领导", "（二）主动公开政府信息情况", *lines]


def test_behind_ninety_nine_headings_another_one_comes_without_a_number(library):
    # given
    last = last_2017(library)
    last.section("overview").paragraphs = [Paragraph(text="事项", level=2)] * 99

    # when
    draft = forward(library, last, 2024)

    # then
    assert draft.section("overview").paragraphs[99].text == "主动公开政府信息情况"


def test_nothing_is_dropped_without_a_note(library):
    # given
    last = last_2017(library)

    # when
    draft = forward(library, last, 2024)

    # then
    origins = {one.origin for _, _, one in draft.paragraphs()} | {note.source for note in draft.notes}
    texts = {one.text for section in last.sections for one in section.paragraphs} - {OFFICE}
    assert texts <= origins


def test_an_earlier_year_is_refused(library):
    with pytest.raises(UsageError, match="2023"):
        forward(library, last_2023(library), 2023)


@pytest.mark.parametrize("template", ["plain-2008", "weihai-2012"])
def test_the_old_local_forms_go_over_into_the_national_one(library, template):
    # given
    last = blank(library.get(template), 2013, OFFICE)
    last.section("overview").paragraphs.append(Paragraph(text="2013年情况。"))

    # when
    draft = forward(library, last, 2022)

    # then
    assert draft.template == "national-2021"
    assert draft.section("overview").paragraphs[0].text == "2022年情况。"


@pytest.mark.parametrize(
    "date",
    ["2024年1月12日", " 2024 年 1 月 12 日", "2024.1.12", "2024-01-12", "2024/1/12", "2024年1月", "二〇二四年一月十二日", "二零二四年元月十二日", "２０２４年", "（2024-1-12）", "2024年 月 日"],
)  # fmt: skip
def test_the_date_under_last_years_report_stays_behind_however_it_is_written(library, date):
    # given
    last = last_2023(library)
    last.section("signature").paragraphs = [Paragraph(text=OFFICE), Paragraph(text=date)]

    # when
    draft = forward(library, last)

    # then
    assert [one.text for one in draft.section("signature").paragraphs] == [OFFICE]
    assert [one.source for one in draft.notes] == [date.strip()]


def test_a_year_alone_ahead_of_the_sections_is_that_of_the_report(library):
    # given
    last = last_2023(library)
    last.section("preface").paragraphs = [Paragraph(text="（2023年）")]

    # when
    draft = forward(library, last)

    # then
    assert [one.text for one in draft.section("preface").paragraphs] == ["（2024年）"]


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("（2024年1月17日）", "（2025年1月17日）"),
        (" 2024.1.12", " 2025.1.12"),
        ("二〇二四年一月十二日", "二〇二五年一月十二日"),
        ("（2024年1月）", "（2025年1月）"),
    ],
)
def test_the_date_line_under_the_title_stays_with_the_year_moved_on_to_be_looked_at(library, before, after):
    # given
    last = last_2023(library)
    last.section("preface").paragraphs = [Paragraph(text=before), Paragraph(text="现公布2023年度报告。")]

    # when
    draft = forward(library, last)

    # then
    line = draft.section("preface").paragraphs[0]
    assert (line.text, line.state, line.origin) == (after, "carried", before)
    assert [one.words for one in led_to(draft, line)] == [after.strip(" （）")]


def test_a_day_that_no_year_after_has_stays_behind_with_a_note(library):
    # given
    last = last_2023(library)
    last.section("preface").paragraphs = [Paragraph(text="（2024年2月29日）")]

    # when
    draft = forward(library, last)

    # then
    assert draft.section("preface").paragraphs == []
    assert "（2024年2月29日）" in [one.source for one in draft.notes]


def test_a_point_that_begins_with_a_figure_stays_apart_from_its_number_one_level_further_in(library):
    # given
    last = last_2017(library)
    last.section("disclosure").paragraphs = [
        Paragraph(text=text, level=2) for text in ("（一）5G建设", "（二）网站建设")
    ]

    # when
    draft = forward(library, last, 2024)

    # then
    points = [one.text for one in draft.section("overview").paragraphs if one.level == 3]
    assert [text for text in points if "建设" in text] == ["1. 5G建设", "2.网站建设"]
