"""Linked numbers: they move with their characters, go when touched, and show what stands in the cell."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core import links, store
from core.carry import forward
from core.edits import SetCells, Splice, Together, rewrite
from core.report import Link, Paragraph, Report, blank
from core.searching import Query, find, replace_all
from core.store import ReportFile
from core.template import Template
from tests.core.linking import CLOSED, MADE, NEW, TEXT, data, first, linked, linked_report, words_of


@pytest.fixture(scope="module")
def template(library) -> Template:
    return library.get("national-2021")


@pytest.fixture
def report(template) -> Report:
    return linked_report(template)


LETTERS = st.text(alphabet="件0159，、a𠀀\n", max_size=8)


@given(
    before=LETTERS,
    gone=LETTERS,
    come=LETTERS,
    after=LETTERS,
    start=st.integers(0, 8),
    length=st.integers(1, 3),
)
def test_links_move_with_their_characters_and_go_when_these_are_touched(
    before, gone, come, after, start, length
):
    # given
    old, new = before + gone + after, before + come + after
    link = Link(start=start, end=start + length, cell=NEW)
    paragraph = Paragraph(text=old, links=(link,))

    # when
    kept = links.moved(links.links_of(paragraph), old, new)

    # then
    for one in kept:
        assert new[one.start : one.end] == old[link.start : link.end]
        assert one.start in (link.start, link.start + len(new) - len(old))


@given(
    before=LETTERS,
    after=LETTERS,
    come=st.text(alphabet="甲乙丙", min_size=1, max_size=4),
    at=st.integers(0, 30),
)
def test_a_link_lives_exactly_as_long_as_nothing_is_typed_into_it(before, after, come, at):
    # given
    text = before + "x29x" + after
    link = Link(start=len(before) + 1, end=len(before) + 3, cell=NEW)
    at = min(at, len(text))

    # when
    kept = links.moved((link,), text, text[:at] + come + text[at:])

    # then
    if at <= link.start:
        assert [(one.start, one.end) for one in kept] == [(link.start + len(come), link.end + len(come))]
    elif at >= link.end:
        assert kept == (link,)
    else:
        assert kept == ()


@pytest.mark.parametrize(
    "typed", ["收到申请295件，办结27件。", "收到申请129件，办结27件。", "收到申请29.5件，办结27件。"]
)
def test_a_digit_beside_a_link_ends_it(typed):
    kept = links.moved(linked(TEXT, ("29", NEW), ("27", CLOSED)).links, TEXT, typed)

    assert [typed[one.start : one.end] for one in kept] == ["27"]


def test_which_of_two_equal_numbers_was_deleted_is_never_guessed():
    # given
    old = linked("办结5件，受理5件", ("5", CLOSED))

    # when
    kept = links.moved(old.links, old.text, "办结5件")

    # then
    assert kept == ()


@pytest.mark.parametrize(
    ("value", "text"),
    [
        ("29", "29"),
        (" 1,234 ", "1234"),
        ("１２", "12"),
        ("0.50", "0.5"),
        ("3.5万元", "3.5万元"),
        ("", "〔待填〕"),
        ("无", "〔待填〕"),
    ],
)
def test_a_sentence_shows_numbers_and_amounts_and_nothing_else(value, text):
    assert links.shown(value) == text


def test_a_cell_that_changes_rewrites_its_sentences_in_the_same_step(report):
    # given
    before = data(report)
    edit = links.follow(report, SetCells({NEW: "1030"}, "填写"))

    # when
    undo = edit.apply(report)

    # then
    assert first(report).text == "收到申请1030件，办结27件。"
    assert words_of(first(report)) == [("1030", NEW), ("27", CLOSED)]
    assert (edit.label, edit.cells, edit.sections) == ("填写", {NEW}, {"overview"})
    undo.apply(report)
    assert data(report) == before


def test_asking_what_follows_changes_nothing(report):
    before = data(report)

    links.follow(report, Together((SetCells({NEW: ""}), SetCells({CLOSED: "1"}))))

    assert data(report) == before


def test_a_cell_that_nothing_is_linked_to_leaves_its_edit_alone(report):
    edit = SetCells({MADE: "1"})

    assert links.follow(report, edit) is edit


def test_an_emptied_cell_waits_for_its_number_and_gets_it(report):
    links.follow(report, SetCells({NEW: ""})).apply(report)
    assert first(report).text == "收到申请〔待填〕件，办结27件。"

    links.follow(report, SetCells({NEW: "3"})).apply(report)

    assert first(report).text == "收到申请3件，办结27件。"


def test_a_number_in_groups_of_three_stays_so(report):
    paragraph = linked("公开1,234条", ("1,234", NEW))

    assert links.refreshed(paragraph, {NEW: "5678"}.get).text == "公开5,678条"
    assert links.refreshed(paragraph, {NEW: "1234"}.get) is paragraph


@given(
    values=st.lists(st.sampled_from(["", "0", "7", "1234", "无"]), min_size=2, max_size=2),
    words=st.lists(st.text(alphabet="件，甲", min_size=1, max_size=4), min_size=3, max_size=3),
)
def test_whatever_the_cells_say_the_words_around_stay(values, words):
    # given
    text = f"{words[0]}1{words[1]}2{words[2]}"
    known = dict(zip((NEW, CLOSED), values, strict=True))

    # when
    new = links.refreshed(linked(text, ("1", NEW), ("2", CLOSED)), lambda cell: known[cell])

    # then
    one, two = (links.shown(value) for value in values)
    assert new.text == f"{words[0]}{one}{words[1]}{two}{words[2]}"
    assert words_of(new) == [(one, NEW), (two, CLOSED)]


def test_new_words_of_a_paragraph_take_its_links_along(report):
    edit = rewrite(report, "overview", 0, "全年" + TEXT)

    links.follow(report, edit).apply(report)

    assert words_of(first(report)) == [("29", NEW), ("27", CLOSED)]


def test_links_stay_with_their_words_when_a_paragraph_is_split_and_joined(report):
    # given
    whole = first(report)
    halves = (whole.model_copy(update={"text": TEXT[:9]}), Paragraph(text=TEXT[9:]))

    # when
    links.follow(report, Splice("overview", 0, 1, halves)).apply(report)
    parted = report.section("overview").paragraphs[:2]

    # then
    assert [words_of(one) for one in parted] == [[("29", NEW)], [("27", CLOSED)]]
    joined = parted[0].model_copy(update={"text": TEXT})
    links.follow(report, Splice("overview", 0, 2, (joined,))).apply(report)
    assert first(report) == whole


def test_several_edits_in_one_step_are_followed_one_after_the_other(report):
    # given
    before = data(report)
    edits = (
        Splice("overview", 0, 0, (Paragraph(text="新的第一段。"),)),
        SetCells({NEW: "5"}),
        Splice("overview", 1, 1, (first(report).model_copy(update={"text": "今年" + TEXT}),)),
    )

    # when
    undo = links.follow(report, Together(edits, "几处")).apply(report)

    # then
    assert report.section("overview").paragraphs[1].text == "今年收到申请5件，办结27件。"
    undo.apply(report)
    assert data(report) == before


def test_a_number_is_put_into_a_sentence_and_linked(report):
    # given
    report.values[MADE] = "4"

    # when
    links.follow(report, links.insert(report, "overview", 0, 0, 4, MADE)).apply(report)
    links.follow(report, links.insert(report, "overview", 9, 0, 0, MADE)).apply(report)

    # then
    assert first(report).text == "429件，办结27件。"
    assert words_of(first(report)) == [("4", MADE), ("29", NEW), ("27", CLOSED)]
    assert words_of(report.section("overview").paragraphs[-1]) == [("4", MADE)]


def test_a_link_is_made_and_taken_away_without_a_word_changed(report):
    # given
    link = Link(start=5, end=7, cell=NEW)

    # when
    links.follow(report, links.join(report, "overview", 1, link)).apply(report)
    made = report.section("overview").paragraphs[1]
    links.follow(report, links.part(report, "overview", 0, first(report).links[0])).apply(report)

    # then
    assert (made.text, words_of(made)) == ("没有连接的29件。", [("29", NEW)])
    assert (first(report).text, words_of(first(report))) == (TEXT, [("27", CLOSED)])


def test_a_link_beyond_the_words_of_a_damaged_file_is_none():
    bad = (Link(start=1, end=9, cell=NEW), Link(start=-1, end=1, cell=NEW), Link(start=1, end=1, cell=NEW))

    paragraph = Paragraph(
        text="29件", links=(*bad, Link(start=0, end=2, cell=NEW), Link(start=1, end=3, cell=NEW))
    )

    assert words_of(paragraph) == [("29", NEW)]


def test_a_link_of_words_that_no_cell_can_show_never_writes_over_them():
    paragraph = Paragraph(text="全年办结29件", links=(Link(start=2, end=5, cell=NEW),))

    assert links.refreshed(paragraph, {NEW: "5"}.get).text == "全年办结29件"


def test_links_are_stored_and_a_paragraph_without_any_is_stored_as_ever(report):
    # given
    stored = store.to_bytes(ReportFile(report, doc_id="1"))

    # when
    back = store.from_bytes(stored, "r.nianbao").report

    # then
    assert back.section("overview").paragraphs == report.section("overview").paragraphs
    assert "links" not in Paragraph(text="一").model_dump(mode="json")
    assert store.to_bytes(ReportFile(back, doc_id="1")) == stored


def test_next_year_the_number_waits_for_its_cell_and_the_paragraph_to_be_looked_at(library, report):
    # given
    report.values["disclosure.documents.valid"] = "6"
    valid = linked("2023年现行有效6件。", ("6", "disclosure.documents.valid"))
    report.section("overview").paragraphs.append(valid)

    # when
    draft = forward(library, report)

    # then
    said = draft.section("overview").paragraphs
    assert said[0].text == "收到申请〔待填〕件，办结〔待填〕件。"
    assert words_of(said[2]) == [("6", "disclosure.documents.valid")]
    assert said[2].text == "2024年现行有效6件。"
    assert (said[0].state, said[0].origin) == ("carried", TEXT)


def test_words_replaced_on_both_sides_of_a_link_leave_it_there(template, report):
    # given
    before = data(report)
    found = find(template, report, Query("件"))

    # when
    undo = links.follow(report, replace_all(template, report, found, "份申请")).apply(report)

    # then
    assert first(report).text == "收到申请29份申请，办结27份申请。"
    assert words_of(first(report)) == [("29", NEW), ("27", CLOSED)]
    undo.apply(report)
    assert data(report) == before


def test_a_form_without_the_cell_keeps_the_words_alone(library, report):
    assert links.carried(first(report), TEXT, library.get("plain-2008")) == ()


def test_words_that_bring_their_links_keep_them_where_none_was(library):
    # given
    report = blank(library.get("national-2021"), 2024, "清溪县柳河镇人民政府")
    cell = "disclosure.documents.made"
    report.values[cell] = "5"
    brought = Paragraph(text="制发5件。", links=(Link(start=2, end=3, cell=cell),))

    # when
    links.follow(report, Splice("overview", 0, 0, (brought,))).apply(report)

    # then
    assert report.section("overview").paragraphs[0].links == brought.links
