"""How much of a source stands in the report while its paragraphs are cut, typed anew and left out."""

from core.importers.reviewing import OUT, Review, Words
from tests.core.importers.test_reviewing import review

__all__ = ["review"]

MORE = "又写了一段。" * 500


def cut(review: Review, target: str, text: str) -> None:
    review.set_words(target, Words(text, 0, "overview"))


def test_a_paragraph_typed_in_and_left_out_again_is_no_loss_of_the_source(review):
    # given
    read = review.counts()
    cut(review, "overview/0", "2023年，\n" + MORE)

    # when
    review.set_words("overview/0~1", Words(MORE, 0, OUT))

    # then: the source has no less of its words in the report than it had
    assert review.counts() == read


def test_a_line_left_over_placed_with_more_typed_below_it_counts_what_was_read(review):
    # given
    read, (left,) = review.counts(), review.reading.left_over

    # when
    review.set_words("left:0", Words(f"{left.text}\n{MORE}", 0, "overview"))

    # then
    assert review.counts().placed_characters == read.placed_characters + read.unplaced
    assert review.counts().placed_characters <= review.counts().characters
    assert review.counts().unplaced == 0


def test_half_of_a_paragraph_left_out_counts_that_half(review):
    # given
    read = review.counts()
    cut(review, "overview/0", "2023年，\n本镇公开信息37条。")

    # when
    review.set_words("overview/0~1", Words("本镇公开信息37条。", 0, OUT))

    # then
    assert review.counts().unplaced == read.unplaced + len("本镇公开信息37条。")
    assert review.counts().placed_characters == read.placed_characters - len("本镇公开信息37条。")


def test_a_join_and_a_cut_are_one_correction_each(review):
    # when
    review.join("overview/1")

    # then
    assert review.corrections == 1

    # when: elsewhere
    review.set_words("problems/0", Words("公开栏\n更新不够及时。", 0, "problems"))

    # then
    assert review.corrections == 2

    # when: what was cut off is corrected too
    review.set_words("problems/0~1", Words("更新得不够及时。", 0, "problems"))

    # then
    assert review.corrections == 2

    # when
    while review.take_back():
        pass

    # then
    assert review.corrections == 0


def test_three_paragraphs_from_one_are_two_corrections_and_a_word_in_another_one_more(review):
    # when
    cut(review, "overview/0", "2023年，\n本镇\n公开信息37条。")
    review.set_words("overview/1", Words("（一）依申请公开。", 2, "overview"))

    # then
    assert review.corrections == 3
