"""Every change has its inverse: undone it leaves no trace, redone it is the same."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from core.carry import Item, confirmed
from core.edits import (
    Decide,
    Edit,
    SetCells,
    SetField,
    SetHead,
    SetLook,
    SetPictures,
    Splice,
    Together,
    changes,
    rewrite,
)
from core.look import Look
from core.own_places import SetOwnPlaces
from core.report import Head, Paragraph, Picture, Report, Unedited, blank
from core.store.container import canonical, report_data
from core.template import built_in

LIBRARY = built_in()
TEMPLATE = LIBRARY.get("national-2014")
CELLS = st.sampled_from(sorted(TEMPLATE.cells))
WORDS = st.text(alphabet="甲乙丙丁，。12", max_size=6)
SECTIONS = st.sampled_from(["preface", "overview", "problems"])
PARAGRAPHS = st.builds(Paragraph, text=WORDS, level=st.sampled_from([0, 2, 3, 4]))
SIMPLE: st.SearchStrategy[Edit] = st.one_of(
    st.builds(SetCells, st.dictionaries(CELLS, WORDS, max_size=3)),
    st.builds(
        Splice, SECTIONS, st.integers(0, 3), st.integers(0, 2), st.lists(PARAGRAPHS, max_size=2).map(tuple)
    ),
    st.builds(SetField, st.sampled_from(["title", "office"]), WORDS),
    st.builds(SetHead, st.just("statistics"), st.none() | st.builds(Head, filler=WORDS)),
    st.builds(
        SetLook, st.builds(Look, line_pitch=st.sampled_from([28.0, 28.95, 30.0]), bold_level2=st.booleans())
    ),
    st.builds(
        SetPictures, st.lists(st.builds(Picture, series=st.lists(WORDS, max_size=2)), max_size=2).map(tuple)
    ),
    st.builds(SetOwnPlaces, st.lists(WORDS, max_size=2).map(tuple)),
    st.builds(Decide, st.sampled_from(["a", "b"]), st.none() | WORDS),
)
EDITS = st.one_of(SIMPLE, st.builds(Together, st.lists(SIMPLE, max_size=3).map(tuple)))


def draft() -> Report:
    return blank(TEMPLATE, 2016, "青禾镇人民政府")


@settings(max_examples=150, deadline=None)
@given(st.lists(EDITS, max_size=30))
def test_any_edits_undone_give_the_first_report_and_redone_the_last(edits):
    # given
    report = draft()
    first = canonical(report_data(report))

    # when
    inverses = [edit.apply(report) for edit in edits]
    last = canonical(report_data(report))
    again = [inverse.apply(report) for inverse in reversed(inverses)]
    undone = canonical(report_data(report))
    for edit in reversed(again):
        edit.apply(report)

    # then
    assert undone == first
    assert canonical(report_data(report)) == last


def test_a_carried_cell_counts_as_changed_once_it_is_filled_in():
    # given
    report = draft()
    report.values["statistics.offices.value"] = "1"
    report.states["statistics.offices.value"] = "carried"

    # when
    undo = SetCells({"statistics.offices.value": "2"}).apply(report)

    # then
    assert report.states["statistics.offices.value"] == "changed"
    undo.apply(report)
    assert report.states["statistics.offices.value"] == "carried"


def test_a_carried_paragraph_counts_as_changed_once_it_is_rewritten():
    # given
    report = draft()
    section = report.section("overview")
    section.paragraphs.append(Paragraph(text="去年的话。", state="carried"))

    # when
    rewrite(report, "overview", 0, "今年的话。").apply(report)

    # then
    assert (section.paragraphs[0].text, section.paragraphs[0].state) == ("今年的话。", "changed")


@pytest.mark.parametrize("state", ["carried", "seen"])
def test_words_typed_and_taken_away_again_leave_a_paragraph_as_it_was(state):
    # given
    report = draft()
    section = report.section("overview")
    section.paragraphs.append(Paragraph(text="去年的话。", state=state, origin="去年的话。"))
    before = canonical(report_data(report))

    # when
    for text in ("去年的话x。", "去年的xx。", "去年的话。"):
        rewrite(report, "overview", 0, text).apply(report)

    # then
    assert canonical(report_data(report)) == before


@pytest.mark.parametrize("state", ["carried", "seen"])
def test_last_years_words_that_nobody_looks_at_while_they_come_back_wait_as_they_did(state):
    # given: a word is typed otherwise, and replaced in the whole report by what it was
    report = draft()
    section = report.section("overview")
    section.paragraphs.append(Paragraph(text="去年的话。", state=state, origin="去年的话。"))
    before = canonical(report_data(report))
    rewrite(report, "overview", 0, "往年的话。").apply(report)

    # when
    inverse = rewrite(report, "overview", 0, "去年的话。", unseen=True).apply(report)

    # then
    assert canonical(report_data(report)) == before
    inverse.apply(report)
    assert (section.paragraphs[0].text, section.paragraphs[0].state) == ("往年的话。", "changed")


@pytest.mark.parametrize("state", ["", "carried", "seen", "changed"])
def test_other_words_that_nobody_looks_at_leave_the_state_as_it_is(state):
    # given
    report = draft()
    before = Unedited(text="去年的话。", state="carried") if state == "changed" else None
    paragraph = Paragraph(text="往年的话。", state=state, unedited=before)
    report.section("overview").paragraphs.append(paragraph)

    # when
    rewrite(report, "overview", 0, "前年的话。", unseen=True).apply(report)

    # then
    assert report.section("overview").paragraphs[0] == paragraph.model_copy(update={"text": "前年的话。"})


def test_words_confirmed_after_they_were_changed_do_not_wait_again():
    # given
    report = draft()
    section = report.section("overview")
    section.paragraphs.append(Paragraph(text="公开3条。", state="carried", origin="公开3条。"))
    rewrite(report, "overview", 0, "公开了3条。").apply(report)
    confirmed(report, [Item("段落", "公开了3条。", "overview")]).apply(report)

    # when
    rewrite(report, "overview", 0, "公开3条。").apply(report)

    # then
    assert section.paragraphs[0].state == "changed"


def test_a_paragraph_of_this_year_stays_one():
    # given
    report = draft()
    report.section("overview").paragraphs.append(Paragraph(text="今年的话。"))

    # when
    rewrite(report, "overview", 0, "今年的。").apply(report)

    # then
    assert report.section("overview").paragraphs[0] == Paragraph(text="今年的。")


def test_an_edit_says_what_it_touches():
    # given
    edit = Together((SetCells({"statistics.gazette.value": "1"}), Splice("overview", 0, 0, ())))

    # then
    assert edit.cells == {"statistics.gazette.value"}
    assert edit.sections == {"overview"}


@settings(max_examples=150, deadline=None)
@given(st.lists(EDITS, max_size=5), EDITS)
def test_what_changes_nothing_is_known_and_nothing_that_changes_something_is_missed(before, edit):
    # given
    report = draft()
    for one in before:
        one.apply(report)
    first = canonical(report_data(report))

    # when
    found = changes(report, edit)

    # then
    assert canonical(report_data(report)) == first
    edit.apply(report)
    assert found or canonical(report_data(report)) == first


@pytest.mark.parametrize(
    "edit",
    [
        SetCells({"statistics.offices.value": ""}),
        SetField("title", draft().title),
        Splice("overview", 0, 0, ()),
        Together((SetField("title", draft().title), Together((Decide("a", None),)))),
    ],
    ids=["cells", "field", "paragraphs", "together"],
)
def test_an_edit_to_what_stands_there_already_changes_nothing(edit):
    assert not changes(draft(), edit)
