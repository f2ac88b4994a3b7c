"""Search and replace over the whole report: what is found where, and what one edit of all of it leaves."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from core.checks.model import CellPlace, HeadPlace, TextPlace
from core.edits import SetCells, SetHead
from core.report import Head, Paragraph, blank
from core.searching import Query, at_or_behind, find, replace_all, replace_one

OFFICE = "清溪县柳河镇人民政府"


@pytest.fixture
def template(library):
    return library.get("national-2021")


@pytest.fixture
def report(template):
    report = blank(template, 2024, OFFICE)
    report.section("overview").paragraphs = [
        Paragraph(text="柳河镇公开信息７５条，柳河镇网站更新。", state="carried"),
        Paragraph(text="无", level=2),
    ]
    report.section("other").paragraphs = [Paragraph(text="柳河镇没有收费。")]
    return report


def places(matches):
    return [(one.source.kind, one.source.key, one.start) for one in matches]


def test_words_are_found_everywhere_in_reading_order(template, report):
    # when
    found = find(template, report, Query("柳河镇"))

    # then
    assert places(found) == [
        ("title", "", 3),
        ("office", "preface", 3),
        *[
            ("paragraph", "preface", at)
            for at in _all(report.section("preface").paragraphs[0].text, "柳河镇")
        ],
        ("paragraph", "overview", 0),
        ("paragraph", "overview", 11),
        ("paragraph", "other", 0),
        ("paragraph", "signature", 3),
    ]


def test_figures_and_labels_of_tables_are_found_and_stay_as_they_are(template, report):
    # given: 757 in a cell and in a sentence
    SetCells({"disclosure.penalties.decided": "757"}).apply(report)
    report.section("overview").paragraphs = [Paragraph(text="行政处罚757件。")]

    # when
    figures, labels = (find(template, report, Query(words)) for words in ("757", "行政处罚"))

    # then: in the words of the report first; of a label each place of the form once
    assert [one.source.kind for one in figures] == ["paragraph", "figure"]
    assert figures[1].place == CellPlace("disclosure.penalties.decided", "757")
    assert [one.source.kind for one in labels] == ["paragraph", "label"]
    edit = replace_all(template, report, figures, "758")
    assert edit.label == "全部替换 1 处"
    assert replace_one(template, report, labels[1], "处罚") is None


def _all(text, words):
    return [at for at in range(len(text)) if text.startswith(words, at)]


def test_full_and_half_width_are_one_unless_told_apart(template, report):
    # then
    assert len(find(template, report, Query("75条,"))) == 1
    assert find(template, report, Query("75条,", exact=True)) == []
    assert [one.words for one in find(template, report, Query("75"))] == ["７５"]


def test_nothing_is_found_of_no_words(template, report):
    assert find(template, report, Query("")) == []


def test_titles_of_a_fixed_form_are_found_but_never_replaced(template, report):
    # given
    found = [one for one in find(template, report, Query("总体情况")) if one.source.kind != "paragraph"]

    # then
    assert [(one.source.kind, one.source.fixed) for one in found] == [("heading", True)]
    assert replace_all(template, report, found, "基本情况") is None
    assert replace_one(template, report, found[0], "基本情况") is None


def test_all_places_are_replaced_by_one_edit_that_can_be_taken_back(template, report):
    # given
    before = report.model_dump_json()
    found = find(template, report, Query("柳河镇"))

    # when
    edit = replace_all(template, report, found, "柳树镇")
    back = edit.apply(report)

    # then
    assert edit.label == f"全部替换 {len(found)} 处"
    assert "柳河镇" not in report.model_dump_json(exclude={"earlier"})
    assert report.section("overview").paragraphs[0].text == "柳树镇公开信息７５条，柳树镇网站更新。"
    assert report.section("overview").paragraphs[0].state == "carried"
    assert report.unit.name == "清溪县柳树镇人民政府"
    back.apply(report)
    assert report.model_dump_json() == before


def test_one_place_alone_is_replaced(template, report):
    # given
    second = [one for one in find(template, report, Query("柳河镇")) if one.source.key == "overview"][1]

    # when
    replace_one(template, report, second, "本镇").apply(report)

    # then
    assert report.section("overview").paragraphs[0].text == "柳河镇公开信息７５条，本镇网站更新。"


def test_who_replaces_one_place_has_looked_at_its_paragraph(template, report):
    # given
    first = next(one for one in find(template, report, Query("柳河镇")) if one.source.key == "overview")

    # when
    back = replace_one(template, report, first, "本镇").apply(report)

    # then
    assert report.section("overview").paragraphs[0].state == "changed"
    back.apply(report)
    assert report.section("overview").paragraphs[0].state == "carried"


def test_words_that_would_stay_are_not_counted_as_replaced(template, report):
    # given
    report.section("other").paragraphs = [Paragraph(text="A类ａ类a类")]
    found = find(template, report, Query("a类"))

    # then
    assert len(found) == 3
    assert replace_all(template, report, found, "a类").label == "全部替换 2 处"


def test_lines_above_one_table_are_replaced_together(library):
    # given
    template = library.get("national-2014")
    report = blank(template, 2016, OFFICE)
    table = next(one for one in template.tables if one.is_annex)
    head = Head(title="柳河镇统计表", period="2016年度柳河镇", filler="柳河镇")
    SetHead(table.id, head).apply(report)
    found = [one for one in find(template, report, Query("柳河镇")) if one.source.kind == "head"]

    # when
    replace_all(template, report, found, "柳树镇").apply(report)

    # then
    assert found[0].place == HeadPlace(table.id, "title", "柳河镇")
    assert report.heads[table.id] == Head(title="柳树镇统计表", period="2016年度柳树镇", filler="柳树镇")


def test_a_title_in_own_words_is_replaced(library):
    # given
    template = library.get("plain-2008")
    report = blank(template, 2016, OFFICE)
    section = report.sections[1]
    section.source_title = "柳河镇的概况"

    # when
    found = [one for one in find(template, report, Query("柳河镇")) if one.source.kind == "heading"]
    replace_all(template, report, found, "本镇").apply(report)

    # then
    assert section.source_title == "本镇的概况"


def test_searching_begins_at_the_place_at_hand_and_goes_round(template, report):
    # given
    found = find(template, report, Query("柳河镇"))

    # then
    here = at_or_behind(report, found, TextPlace("overview", 0, 3, 3, ""))
    assert places(found)[here] == ("paragraph", "overview", 11)
    assert at_or_behind(report, found, TextPlace("signature", 9, 0, 0, "")) == 0
    assert at_or_behind(report, [], TextPlace("overview", 0, 0, 0, "")) == 0


@settings(max_examples=60, deadline=None)
@given(
    words=st.text("柳河镇ａa,，7７", min_size=1, max_size=4), by=st.text("柳河a7", max_size=3), data=st.data()
)
def test_what_was_replaced_is_gone_unless_the_new_words_bring_it(library, words, by, data):
    # given
    template = library.get("national-2021")
    report = blank(template, 2024, "")
    texts = data.draw(st.lists(st.text("柳河镇ａa,，7７x", max_size=20), max_size=3))
    report.section("overview").paragraphs = [Paragraph(text=text) for text in texts]
    query = Query(words, exact=True)
    found = [one for one in find(template, report, query) if one.source.key == "overview"]

    # when
    edit = replace_all(template, report, found, by)

    # then
    if edit:
        back = edit.apply(report)
        assert [one.text for one in report.section("overview").paragraphs] == [
            text.replace(words, by) for text in texts
        ]
        back.apply(report)
    assert [one.text for one in report.section("overview").paragraphs] == texts
