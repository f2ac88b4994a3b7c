"""Paragraphs cut in two and joined while an import is looked over, and what follows them."""

import random

import pytest

from core import importers, kept_reviews
from core.importers.reviewing import OUT, Review, Words
from core.importers.reviewing.cutting import in_one, line_at, part_of
from core.kept_reviews import Source
from tests.core.importers.test_reviewing import SOURCE, entry, place, review

__all__ = ["review"]

FIRST, SECOND = "2023年，本镇公开信息37条。", "（一）依申请公开。全年收到申请2件，均已答复。"


def texts(review: Review, section: str = "overview") -> list[str]:
    return [one.text for one in review.report().section(section).paragraphs]


def levels(review: Review) -> list[int]:
    return [one.level for one in review.report().section("overview").paragraphs]


def cut(review: Review, target: str, text: str, level: int = 0) -> None:
    review.set_words(target, Words(text, level, "overview"))


def test_words_of_two_lines_are_two_paragraphs_each_with_the_level_of_its_number(review):
    # when
    cut(review, "overview/1", "（一）依申请公开。\n　1.全年收到申请2件\n，均已答复。", 2)

    # then
    assert texts(review) == [FIRST, "（一）依申请公开。", "1.全年收到申请2件", "，均已答复。"]
    assert levels(review) == [0, 2, 3, 0]
    listed = [one for one in review.entries() if one.target.startswith("overview/1")]
    assert len({one.target for one in listed}) == 3
    assert {one.lines for one in listed} == {entry(review, "overview/1").lines}
    assert {one.sign for one in listed} == {"changed"}


def test_what_was_cut_off_is_cut_again_corrected_and_left_out(review):
    # given
    cut(review, "overview/0", "甲。\n乙。丙。")
    part = "overview/0~1"

    # when
    cut(review, part, "乙。\n丙。")
    cut(review, part, "乙乙。")

    # then
    assert texts(review)[:3] == ["甲。", "乙乙。", "丙。"]

    # when
    review.set_words("overview/0~2", Words("丙。", 0, OUT))

    # then
    assert texts(review)[:2] == ["甲。", "乙乙。"]
    assert entry(review, "overview/0~2").kind == "left"
    assert review.report().section("overview").paragraphs[-1].text == SECOND


def test_a_cut_is_one_step_back(review):
    # given
    cut(review, "overview/0", "2023年，\n本镇公开信息37条。")

    # when
    assert review.take_back()

    # then
    assert review.report() == review.reading.report
    assert not review.is_begun

    # when
    assert review.do_again()

    # then
    assert texts(review)[:2] == ["2023年，", "本镇公开信息37条。"]
    assert not review.do_again()


def test_a_paragraph_is_joined_to_the_one_before_it_without_a_blank(review):
    # given
    lines = {*entry(review, "overview/0").lines, *entry(review, "overview/1").lines}

    # when
    found = review.join("overview/1")

    # then
    assert found == ("overview/0", len(FIRST))
    assert texts(review) == [FIRST + SECOND]
    assert levels(review) == [0]
    assert set(entry(review, "overview/0").lines) == lines
    assert review.shown_as("overview/1") == "overview/0"
    assert not [one for one in review.entries() if one.target == "overview/1"]
    assert review.counts() == review.renewed(review.reading, review.template).counts()
    assert review.counts().unplaced == Review(review.reading, review.template).counts().unplaced


def test_the_next_is_joined_to_a_paragraph_and_taken_back(review):
    # when
    assert review.join("overview/0", to_next=True) == ("overview/0", len(FIRST))

    # then
    assert texts(review) == [FIRST + SECOND]

    # when
    assert review.take_back()

    # then
    assert review.report() == review.reading.report


def test_there_is_nothing_to_join_at_either_end_of_a_section(review):
    # then
    assert review.join("overview/0") is None
    assert review.join("overview/1", to_next=True) is None
    assert review.join("left:0") is None
    assert not review.is_begun


def test_what_was_cut_and_joined_again_is_as_it_was_read(review):
    # given
    cut(review, "overview/0", "2023年，\n本镇公开信息37条。")

    # when
    review.join("overview/0~1")

    # then
    assert review.report() == review.reading.report
    assert not review.is_begun


def test_what_was_joined_can_be_cut_elsewhere_and_go_out_whole(review):
    # given
    review.join("overview/1")

    # when
    cut(review, "overview/0", "2023年，\n本镇公开信息37条。（一）依申请公开。")
    review.join("overview/0~1")
    before = review.counts()
    review.set_words("overview/0", Words("甲", 0, OUT))

    # then
    assert texts(review) == []
    read = sum(len("".join(one.split())) for one in (FIRST, SECOND))
    assert review.counts().unplaced == before.unplaced + read


def test_a_doubt_is_settled_by_cutting_and_by_joining(library, tmp_path):
    # given: a text of which a paragraph has a character that cannot be printed
    path = tmp_path / "去年.txt"
    path.write_text(SOURCE.replace("全年收到", "全年\ue004收到"), encoding="utf-8")
    reading = importers.read_with_counts(path, library)
    review = Review(reading, library.get(reading.report.template))
    doubt = place(review, "overview/1")
    assert review.is_open(doubt)

    # when
    review.join("overview/1")

    # then
    assert not review.is_open(doubt)
    assert review.place_of("overview/0") == doubt

    # when
    review.take_back()

    # then
    assert review.is_open(doubt)


def test_cuts_and_joints_are_kept_with_a_review(review, library):
    # given
    cut(review, "overview/0", "2023年，\n本镇公开信息37条。")
    review.join("overview/1")
    kept_reviews.write(kept_reviews.of("一份", Source("去年.txt"), review), is_open=False)

    # when
    kept = kept_reviews.found()[0]

    # then
    again = kept.review(library.get(kept.reading.report.template))
    assert texts(again) == ["2023年，", "本镇公开信息37条。" + SECOND]
    assert again.decisions == review.decisions


@pytest.mark.parametrize(("old", "new"), [("依申请公开", "申请公开"), ("信息37条", "信息38条")])
def test_what_is_read_otherwise_the_next_time_keeps_no_half_of_a_joint(review, library, tmp_path, old, new):
    # given
    review.join("overview/1")
    path = tmp_path / "改过.txt"
    path.write_text(SOURCE.replace(old, new), encoding="utf-8")
    reading = importers.read_with_counts(path, library)

    # when
    renewed = review.renewed(reading, review.template)

    # then
    assert renewed.report() == reading.report


def test_lines_are_put_in_one_with_blanks_between_latin_words_alone():
    # then
    assert in_one("在\n镇政府") == "在镇政府"
    assert in_one("Windows\r\nServer 版") == "Windows Server 版"
    assert in_one("共12\n 条") == "共12条"


@pytest.mark.parametrize("seed", range(6))
def test_whatever_is_cut_and_joined_no_character_is_lost_and_all_can_be_taken_back(review, seed):
    # given
    chance, whole, counts = random.Random(seed), "".join(texts(review)), review.counts()

    # when
    states = [review.report()]
    for _ in range(30):
        here = [one for one in review.entries() if one.target.startswith("overview/")]
        one = chance.choice(here)
        if chance.random() < 0.5 and len(one.text) > 1:
            at = chance.randrange(1, len(one.text))
            cut(review, one.target, f"{one.text[:at]}\n{one.text[at:]}", one.level)
        elif review.join(one.target, to_next=chance.random() < 0.5) is None:
            continue
        states.append(review.report())
        assert "".join(texts(review)) == whole
        assert review.counts() == counts

    # then
    while len(states) > 1:
        assert review.report() == states.pop()
        assert review.take_back()
    assert review.report() == review.reading.report
    assert not review.is_begun


@pytest.mark.parametrize(
    ("above", "line"),
    [("", 0), ("甲", 0), ("甲\n", 1), ("甲\n\n　", 1), ("甲\n\n　乙", 1), ("甲\n\n　乙\n", 1), ("\n", 0)],
)
def test_of_several_lines_those_without_words_do_not_count(above, line):
    text = f"{above}丙" if above == "\n" else "甲\n\n　乙\n"
    assert line_at(text, above) == line


def test_each_line_is_found_again_as_the_paragraph_that_it_became(review):
    # given: what was cut off before stands behind
    cut(review, "overview/0", "甲。\n丁。")
    cut(review, "overview/0", "甲。\n乙。\n丙。")

    # then
    found = [part_of(review.decisions, "overview/0", line) for line in range(3)]
    assert [review.words_of(target).text for target in found] == ["甲。", "乙。", "丙。"]

    # when
    cut(review, found[1], "乙。\n乙乙。")

    # then
    assert review.words_of(part_of(review.decisions, found[1], 1)).text == "乙乙。"
    assert part_of(review.decisions, "overview/1", 2) == "overview/1"
