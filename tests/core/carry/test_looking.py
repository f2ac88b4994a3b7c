"""The list of what came from last year and is to be looked at."""

import pytest

from core.carry import confirmed, forward, to_look_at
from core.edits import SetCells, rewrite
from core.report import Paragraph, Report, blank

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
