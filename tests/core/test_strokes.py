"""What is typed in one go is one step of the history; what is more, elsewhere or a paragraph of its own is not."""

import pytest

from core import strokes
from core.edits import Edit, SetField, SetHead, Splice
from core.report import Paragraph, Report, Section


@pytest.fixture
def report():
    return Report(
        template="national-2021",
        year=2024,
        sections=[Section(id="overview", paragraphs=[Paragraph(text="公开")])],
    )


def typed(report: Report, edit: Edit) -> strokes.Stroke | None:
    return strokes.of(edit.apply(report), edit)


def line(text: str, *, at: int = 0, removed: int = 1, level: int = 0) -> Splice:
    return Splice("overview", at, removed, (Paragraph(text=text, level=level),))


def test_characters_typed_one_after_the_other_are_one_stroke(report):
    first, second = typed(report, line("公开信")), typed(report, line("公开信息"))

    assert first
    assert second
    assert first.goes_on(second)


def test_characters_taken_away_backwards_are_one_stroke(report):
    first, second = typed(report, line("公")), typed(report, line(""))

    assert first
    assert second
    assert first.goes_on(second)


def test_after_the_mark_that_ends_a_clause_begins_another_stroke(report):
    word, mark, next_word = (typed(report, line(text)) for text in ("公开信", "公开信，", "公开信，咨"))

    assert word
    assert mark
    assert next_word
    assert word.goes_on(mark)
    assert not mark.goes_on(next_word)


def test_a_character_elsewhere_begins_another_stroke(report):
    first, second = typed(report, line("公开信")), typed(report, line("主公开信"))

    assert first
    assert second
    assert not first.goes_on(second)


def test_a_new_paragraph_begins_another_stroke_which_goes_on(report):
    before = typed(report, line("公开。"))
    first = typed(report, line("一", at=1, removed=0))
    second = typed(report, line("一是", at=1))

    assert before
    assert first
    assert second
    assert not before.goes_on(first)
    assert first.goes_on(second)


@pytest.mark.parametrize(
    "edit",
    [line("公开" + "信" * 41), line("公开", level=1), Splice("overview", 0, 1, ())],
    ids=["much at once", "another level", "a paragraph gone"],
)
def test_what_is_more_than_typing_is_no_stroke(report, edit):
    assert typed(report, edit) is None


def test_the_same_field_or_head_goes_on_and_another_does_not(report):
    title, again = (typed(report, SetField("title", words)) for words in ("年", "年度"))
    head = typed(report, SetHead("disclosure", None))

    assert title
    assert again
    assert head
    assert title.goes_on(again)
    assert not title.goes_on(head)


def test_joined_strokes_remove_what_the_first_removed(report):
    first, second = line("公开信"), line("公开信息", removed=1)

    both = strokes.joined(first, second)

    assert isinstance(both, Splice)
    assert both.removed == first.removed
    assert both.inserted[0].text == "公开信息"
