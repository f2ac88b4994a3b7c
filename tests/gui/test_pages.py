"""The pages of a report, and where places stand."""

import pytest

from core.checks.model import NOTES, TITLE, CellPlace, Finding, HeadPlace, Place, TextPlace
from core.report import PREFACE, SIGNATURE, blank
from gui.pages import Page, blank_cells, finder, page_of, page_with, pages_of, title_of, words_for
from tests.samples import IDS, filled


def test_pages_follow_the_reading_order(library, report):
    # given
    template = library.get(report.template)

    # when
    titles = [title_of(template, report, page) for page in pages_of(template, report)]

    # then
    assert titles[:3] == ["标题与前言", "一、总体情况", "二、主动公开政府信息情况"]
    assert titles[-1] == "落款"


def test_an_annex_table_is_a_page_of_its_own(library):
    # given
    template = library.get("national-2014")
    report = blank(template, 2017, "柳河镇人民政府")

    # then
    assert pages_of(template, report)[-1] == Page("", ("statistics",))
    assert page_of(template, report, HeadPlace("statistics", "filler", "")) == Page("", ("statistics",))


def test_every_place_has_its_page(library, report):
    # given
    template = library.get(report.template)
    places = {
        TextPlace(TITLE, 0, 0, 1, "清"): PREFACE,
        TextPlace("problems", 0, 0, 1, "一"): "problems",
        TextPlace(SIGNATURE, 0, 0, 1, "清"): SIGNATURE,
        CellPlace("applications.new.natural", ""): "applications",
    }

    # then
    assert {place: page_of(template, report, place).section for place in places} == places


def test_a_place_is_named_in_the_words_of_the_form(library, report):
    # given
    template = library.get(report.template)

    # then
    cell = CellPlace("applications.secret.natural", "")
    assert words_for(template, report, cell) == "表三 · 1.属于国家秘密 · 自然人"
    assert words_for(template, report, TextPlace("overview", 1, 0, 1, "")) == "一、总体情况 · 第 2 段"
    assert words_for(template, report, TextPlace(TITLE, 0, 0, 1, "")) == "标题"


def test_a_finding_without_a_place_concerns_the_first_page(library, report):
    # given
    template = library.get(report.template)
    finding = Finding("P04", "error", "缺少一个部分。", ())

    # then
    assert page_with(finder(template, report), finding) == pages_of(template, report)[0]
    assert page_with(finder(template, report), finding).section == PREFACE


def test_every_finding_is_counted_at_a_page_of_the_outline(library, report):
    # given
    template = library.get(report.template)
    places = (
        TextPlace(TITLE, 0, 0, 1, ""),
        TextPlace(NOTES, 0, 0, 1, ""),
        TextPlace("nowhere", 0, 0, 1, ""),
        TextPlace("overview", 0, 0, 1, ""),
        CellPlace("nowhere.a.b", ""),
        CellPlace("applications.secret.natural", ""),
    )

    # when
    find = finder(template, report)
    found = [page_with(find, Finding("P04", "error", "有问题。", (place,))) for place in places]

    # then
    assert set(found) <= set(pages_of(template, report))
    assert [page.section for page in found] == [PREFACE] * 3 + ["overview", PREFACE, "applications"]


def test_totals_are_not_waited_for(report, make_session):
    # given
    session = make_session(report)

    # when
    waiting = list(blank_cells(session))

    # then
    assert "applications.new.natural" in waiting
    assert "applications.new.total" not in waiting


def holds(page: Page, place: Place) -> bool:
    """Return whether the table or the section of a place is one of the page."""
    match place:
        case CellPlace(cell, _):
            return cell.partition(".")[0] in page.tables
        case HeadPlace(table, _, _):
            return table in page.tables
        case _:
            return place.section == page.section or (place.section == TITLE and page.has_title)


@pytest.mark.parametrize("form", IDS)
def test_a_place_stands_on_the_page_that_holds_it(library, form):
    # given
    template, report = filled(library, form, IDS[form])
    known = pages_of(template, report)
    places = [
        *(CellPlace(cell, "") for cell in template.cells),
        *(HeadPlace(table, "title", "") for table in template.tables_by_id),
        *(TextPlace(section.id, 0, 0, 1, "") for section in report.sections),
        TextPlace(TITLE, 0, 0, 1, ""),
    ]

    # then
    assert len(places) > 3
    find = finder(template, report)
    for place in places:
        assert (
            find(place) == page_of(template, report, place) == next(one for one in known if holds(one, place))
        )
    assert page_of(template, report, CellPlace("no.such.cell", "")) == Page(PREFACE)
    assert page_of(template, report, TextPlace("nowhere", 0, 0, 1, "")) == Page(PREFACE)
    assert find(CellPlace("no.such.cell", "")) == find(TextPlace("nowhere", 0, 0, 1, "")) == Page(PREFACE)
