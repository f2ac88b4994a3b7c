"""Linked numbers whatever is done, and when a version before is taken back."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core import links
from core.compare import compare
from core.edits import Edit, SetCells, Splice
from core.report import Paragraph, Report, blank
from core.take_back import section_edit, told_now, whole_edit
from core.template import Template
from tests.core.linking import CLOSED, NEW, data, first, linked, linked_report, words_of


@pytest.fixture(scope="module")
def template(library) -> Template:
    return library.get("national-2021")


@pytest.fixture
def report(template) -> Report:
    return linked_report(template)


SET = st.builds(
    lambda cell, value: SetCells({cell: value}),
    st.sampled_from([NEW, CLOSED]),
    st.sampled_from(["", "3", "1204"]),
)
TYPED = st.tuples(
    st.integers(0, 9), st.integers(0, 30), st.integers(0, 3), st.text(alphabet="件5，\n", max_size=3)
)
BACK = st.sampled_from(["section", "whole"])


def typed(report: Report, index: int, start: int, gone: int, come: str) -> Splice:
    """Return the edit that types over some characters of a paragraph; a line break begins another."""
    paragraphs = report.section("overview").paragraphs
    old = paragraphs[index % len(paragraphs)]
    new = old.text[:start] + come + old.text[start + gone :]
    first_line, *others = new.split("\n")
    inserted = (old.model_copy(update={"text": first_line}), *(Paragraph(text=one) for one in others))
    return Splice("overview", index % len(paragraphs), 1, inserted)


def made(template: Template, report: Report, then: Report, step: object) -> Edit:
    """Return the edit of a step: figures set, words typed, or a version before taken back."""
    if step == "section":
        return section_edit(report, then, "overview", "取回") or SetCells({})
    if step == "whole":
        return whole_edit(template, report, then, "取回")
    return step if isinstance(step, SetCells) else typed(report, *step)


@given(steps=st.lists(st.one_of(SET, TYPED, BACK), max_size=12))
def test_whatever_is_done_every_link_shows_its_cell_and_all_can_be_taken_back(template, steps):
    # given
    report = linked_report(template)
    then = earlier(template)
    before, undo = data(report), []

    # when
    for step in steps:
        edit = made(template, report, then, step)
        undo.append(links.follow(report, edit).apply(report))
        shown = [
            (word, links.shown(report.text(cell)))
            for _, _, one in report.paragraphs()
            for word, cell in words_of(one)
        ]

        # then
        assert all(word.replace(",", "") == value for word, value in shown)
    for back in reversed(undo):
        back.apply(report)
    assert data(report) == before


def earlier(template: Template) -> Report:
    """Return a version before in which a number stands in groups of three."""
    then = blank(template, 2023, "清溪县柳河镇人民政府")
    text = "收到申请1,229件，办结27件。"
    then.section("overview").paragraphs = [linked(text, ("1,229", NEW), ("27", CLOSED))]
    then.values |= {NEW: "1229", CLOSED: "27"}
    return then


def test_words_taken_back_from_a_version_before_show_what_stands_in_the_cells_now(template):
    # given
    then, now = earlier(template), earlier(template)
    for link in first(now).links:
        links.follow(now, links.part(now, "overview", 0, link)).apply(now)
    links.follow(now, SetCells({NEW: "5"})).apply(now)

    # when
    links.follow(now, section_edit(now, then, "overview", "取回")).apply(now)

    # then
    assert first(now).text == "收到申请5件，办结27件。"
    assert words_of(first(now)) == [("5", NEW), ("27", CLOSED)]


def test_a_paragraph_taken_back_that_was_gone_shows_what_stands_in_the_cells_now(template):
    # given
    then, now = earlier(template), earlier(template)
    links.follow(now, Splice("overview", 0, 1, ())).apply(now)
    links.follow(now, SetCells({NEW: ""})).apply(now)

    # when
    links.follow(now, section_edit(now, then, "overview", "取回")).apply(now)

    # then
    assert first(now).text == "收到申请〔待填〕件，办结27件。"


def test_a_report_taken_back_whole_is_as_it_was_to_the_comma(template):
    # given
    then, now = earlier(template), earlier(template)
    links.follow(now, SetCells({NEW: ""})).apply(now)

    # when
    links.follow(now, whole_edit(template, now, then, "取回")).apply(now)

    # then
    assert data(now) == data(then)


def test_words_taken_back_from_before_they_were_linked_are_as_they_were(template, report):
    # given
    then = linked_report(template)
    then.section("overview").paragraphs = [Paragraph(text="收到申请29件，办结27件了。")]
    then.values = {}

    # when
    links.follow(report, whole_edit(template, report, then, "取回")).apply(report)

    # then
    assert data(report) == data(then)


def test_a_section_whose_linked_numbers_alone_differ_has_nothing_to_take_back(template):
    # given: the cell was filled in since, and the sentence with it
    then, now = earlier(template), earlier(template)
    before = data(then)
    links.follow(now, SetCells({NEW: "", CLOSED: "5"})).apply(now)

    # then
    difference = compare(template, told_now(now, then), now)
    assert section_edit(now, then, "overview", "取回") is None
    assert difference.sections == ()
    assert [one.table for one in difference.tables] == ["applications"]
    assert data(then) == before


def test_words_that_differ_beside_a_linked_number_are_taken_back_once(template):
    # given
    then, now = earlier(template), earlier(template)
    links.follow(now, SetCells({NEW: "0"})).apply(now)
    links.follow(now, Splice("overview", 1, 0, (Paragraph(text="后来写的。"),))).apply(now)

    # when
    edit = section_edit(now, then, "overview", "取回")
    links.follow(now, edit).apply(now)

    # then
    assert [one.text for one in now.section("overview").paragraphs] == ["收到申请0件，办结27件。"]
    assert section_edit(now, then, "overview", "取回") is None
