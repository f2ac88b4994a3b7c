"""Two states of one report: what differs, and the edits that take it back."""

from copy import deepcopy

import pytest

from core.compare import compare
from core.edits import (
    Decide,
    Edit,
    SetCells,
    SetField,
    SetHead,
    SetLook,
    SetPictures,
    SetSectionTitle,
    Splice,
)
from core.links import join
from core.look import Look
from core.report import Head, Link, Paragraph, Picture, Report, blank
from core.store.container import canonical, report_data
from core.take_back import field_edit, section_edit, table_edit, whole_edit
from core.template import built_in

TEMPLATE = built_in().get("national-2021")
CELL = "applications.new.natural"


def draft() -> Report:
    report = blank(TEMPLATE, 2025, "青禾镇人民政府")
    report.section("overview").paragraphs = [
        Paragraph(text=words) for words in ("第一句。", "第二句。", "第三句。")
    ]
    report.values[CELL] = "3"
    report.states[CELL] = "carried"
    return report


def data(report: Report) -> bytes:
    return canonical(report_data(report))


def changed(*edits: Edit) -> tuple[Report, Report]:
    then = draft()
    now = deepcopy(then)
    for edit in edits:
        edit.apply(now)
    return then, now


def test_equal_reports_differ_in_nothing():
    then, now = changed()
    assert compare(TEMPLATE, then, now).is_empty


def test_paragraphs_stand_beside_those_they_became():
    # given
    then, now = changed(
        Splice("overview", 1, 1, (Paragraph(text="改过的第二句。"),)),
        Splice("overview", 3, 0, (Paragraph(text="添的一句。"),)),
    )

    # when
    (section,) = compare(TEMPLATE, then, now).sections

    # then
    assert section.section == "overview"
    assert section.count == 2
    assert [(p.then and p.then.text, p.now and p.now.text, p.differs) for p in section.pairs] == [
        ("第一句。", "第一句。", False),
        ("第二句。", "改过的第二句。", True),
        ("第三句。", "第三句。", False),
        (None, "添的一句。", True),
    ]


def test_cells_and_the_lines_above_a_table_are_told_with_both_texts():
    # given
    then, now = changed(SetCells({CELL: "4"}), SetHead("applications", Head(filler="李某")))

    # when
    (table,) = compare(TEMPLATE, then, now).tables

    # then
    assert [(one.name, one.then, one.now) for one in table.cells] == [(CELL, "3", "4")]
    assert [(one.name, one.then, one.now) for one in table.head] == [("filler", "", "李某")]
    assert table.count == 2


def test_title_office_and_what_has_no_words_are_told():
    # given
    then, now = changed(
        SetField("title", "新标题"),
        SetField("office", "新镇"),
        SetLook(Look(bold_level2=True)),
        Decide("k", "核实过"),
    )

    # when
    difference = compare(TEMPLATE, then, now)

    # then
    assert [one.name for one in difference.fields] == ["title", "office"]
    assert difference.more == ("decisions", "look")


def test_a_number_that_was_only_linked_is_told():
    # given
    then, now = changed()
    words = Splice("overview", 0, 1, (Paragraph(text="收到3件。"),))
    for report in (then, now):
        words.apply(report)
    join(now, "overview", 0, Link(start=2, end=3, cell=CELL)).apply(now)

    # when
    difference = compare(TEMPLATE, then, now)

    # then
    assert (difference.more, difference.is_empty) == (("links",), False)
    whole_edit(TEMPLATE, now, then, "取回").apply(now)
    assert compare(TEMPLATE, then, now).is_empty


def test_what_was_only_looked_at_is_told_as_progress():
    # given
    then, now = changed(SetCells({}, states={CELL: "seen"}))

    # when
    difference = compare(TEMPLATE, then, now)

    # then
    assert difference.progress
    assert not difference.is_empty
    assert (difference.sections, difference.tables) == ((), ())


ALL = (
    Splice("overview", 0, 2, (Paragraph(text="别的话。", level=2, state="seen"),)),
    SetSectionTitle("overview", "工作情况"),
    SetCells({CELL: "", "applications.carried_in.natural": "9"}),
    SetHead("applications", Head(filler="李某")),
    SetField("title", "新标题"),
    SetField("office", "新镇"),
    SetLook(Look(bold_level2=True)),
    SetPictures((Picture(series=["a"]),)),
    Decide("k", "核实过"),
)


def test_all_taken_back_gives_the_version_byte_for_byte_and_is_undone_in_one_step():
    # given
    then, now = changed(*ALL)
    now.ribbon = "red"
    last = data(now)

    # when
    undo = whole_edit(TEMPLATE, now, then, "全部回到旧版本").apply(now)
    back = data(now)
    undo.apply(now)

    # then
    assert back == data(then)
    assert data(now) == last


def test_one_section_or_one_table_is_taken_back_alone():
    # given
    then, now = changed(*ALL)

    # when
    section_edit(now, then, "overview", "取回").apply(now)
    table_edit(TEMPLATE, now, then, "applications", "取回").apply(now)

    # then
    difference = compare(TEMPLATE, then, now)
    assert (difference.sections, difference.tables, difference.progress) == ((), (), False)
    assert [one.name for one in difference.fields] == ["title", "office"]
    field_edit(then, "取回").apply(now)
    assert compare(TEMPLATE, then, now).fields == ()


def test_a_section_that_the_report_has_not_cannot_be_taken_back():
    # given
    then, now = changed()
    now.sections = [one for one in now.sections if one.id != "overview"]

    # then
    assert section_edit(now, then, "overview", "取回") is None
    assert [one.section for one in compare(TEMPLATE, then, now).sections] == ["overview"]


@pytest.mark.parametrize("edit", ALL, ids=lambda edit: type(edit).__name__)
def test_a_version_stays_as_it_was_whatever_is_done_after_it_was_taken_back(edit):
    # given
    then, now = changed(*ALL)
    before = data(then)
    whole_edit(TEMPLATE, now, then, "全部回到旧版本").apply(now)

    # when
    edit.apply(now)

    # then
    assert data(then) == before
