"""The new year's paragraphs beside last year's."""

import pytest

from core.carry import beside, change, change_of_carried, forward
from core.edits import Splice, rewrite
from core.report import Paragraph, Report, blank

OFFICE = "示范市青禾镇人民政府"
WORDS = (
    "2023年，我镇在公开栏张贴信息80条。",
    "（一）栏目按时更新，由专人负责。",
    "村务公开栏每季度更换一次。",
)


@pytest.fixture
def last(library) -> Report:
    report = blank(library.get("national-2021"), 2023, OFFICE)
    report.section("overview").paragraphs = [Paragraph(text=text) for text in WORDS]
    return report


@pytest.fixture
def draft(library, last) -> Report:
    return forward(library, last)


def told(draft: Report, last: Report) -> list[tuple[str, int | None, str]]:
    return [(one.kind, one.now, one.before) for one in beside(draft, last, "overview", WORDS)]


def test_what_was_only_carried_is_taken_over_although_the_year_moved_on(draft, last):
    # then
    assert told(draft, last) == [("same", index, text) for index, text in enumerate(WORDS)]


def test_changed_new_and_gone_paragraphs_stand_where_they_belong(draft, last):
    # when
    rewrite(draft, "overview", 0, "2024年，我镇在公开栏张贴信息95条。").apply(draft)
    Splice("overview", 1, 1, ()).apply(draft)
    Splice("overview", 2, 0, (Paragraph(text="今年开了三场说明会。"),)).apply(draft)

    # then
    assert told(draft, last) == [
        ("changed", 0, WORDS[0]),
        ("gone", None, WORDS[1]),
        ("same", 1, WORDS[2]),
        ("new", 2, ""),
    ]


def test_paragraphs_that_do_not_know_their_origin_are_paired_by_their_words(library, last):
    # given: two reports that were read from files
    now = blank(library.get("national-2021"), 2024, OFFICE)
    now.section("overview").paragraphs = [
        Paragraph(text="村务公开栏每个季度更换一次。"),
        Paragraph(text="今年开了三场说明会。"),
    ]

    # then
    assert told(now, last) == [
        ("gone", None, WORDS[0]),
        ("gone", None, WORDS[1]),
        ("changed", 0, WORDS[2]),
        ("new", 1, ""),
    ]


def test_each_paragraph_of_last_year_is_told_exactly_once(draft, last):
    # when: the order is turned round, and one paragraph stands there twice
    old = draft.section("overview").paragraphs
    Splice("overview", 0, 3, (old[2], old[0], old[1], old[0])).apply(draft)

    # then
    pairs = beside(draft, last, "overview", WORDS)
    assert sorted(one.before for one in pairs if one.now != 3) == sorted(WORDS)
    assert [one.now for one in pairs if one.now is not None] == [0, 1, 2, 3]


@pytest.mark.parametrize(
    ("before", "now", "kind"),
    [
        ("（一）更新目录。", "(二) 更新目录。", "same"),
        ("一、更新目录。", "三、更新目录。", "same"),
        ("1.5万元用于公开栏。", "2.5万元用于公开栏。", "changed"),
        ("（一）项所列的信息都公开了。", "（三）项所列的信息都公开了。", "changed"),
    ],
)
def test_the_number_of_a_paragraph_alone_may_be_another(draft, last, before, now, kind):
    # given
    draft.section("overview").paragraphs = [Paragraph(text=now, origin=before, state="carried")]

    # then
    assert [one.kind for one in beside(draft, last, "overview", [before])] == [kind]


def test_a_change_is_told_by_the_characters_gone_and_come():
    # when
    found = change("公开信息80条，开会3次。", "公开信息95条，开会3次，培训1次。")

    # then
    assert ["公开信息80条，开会3次。"[start:end] for start, end in found.gone] == ["80"]
    assert (found.removed, found.added) == (2, 7)


def test_a_very_long_change_is_told_as_a_whole():
    # when
    found = change("头" + "甲" * 900 + "尾", "头" + "乙" * 900 + "尾")

    # then
    assert found.gone == ((1, 901),)
    assert found.added == 900


def test_equal_texts_have_no_change():
    # then
    assert change("一样", "一样").gone == ()


@pytest.mark.parametrize(
    ("now", "is_punctuation", "count"),
    [
        ("2024年,我镇在公开栏张贴信息80条.", True, 2),
        ("2024年，我镇在公开栏贴出信息80条。", False, 1),
        ("2024年，我镇在公开栏张贴信息80条。", False, 0),
    ],
)
def test_what_was_done_to_a_carried_paragraph_leaves_the_year_aside(draft, last, now, is_punctuation, count):
    # given
    rewrite(draft, "overview", 0, now, unseen=True).apply(draft)

    # when
    found = change_of_carried(draft, last, beside(draft, last, "overview", WORDS)[0], now)

    # then
    assert (found.is_punctuation, found.added) == (is_punctuation, count)
