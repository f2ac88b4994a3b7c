"""What differs between two texts: the stretches that each has alone, and no long wait for any text."""

from hypothesis import given
from hypothesis import strategies as st

from core.differing import difference, marks

TEXTS = st.text(alphabet="公开12，", max_size=12)


@given(before=TEXTS, after=TEXTS)
def test_outside_of_the_one_stretch_both_are_equal(before, after):
    # when
    found = difference(before, after)

    # then
    if found is None:
        assert before == after
        return
    start, end, after_end = found
    assert before[:start] == after[:start]
    assert before[end:] == after[after_end:]
    assert before[start:end] != after[start:after_end]


@given(before=TEXTS, after=TEXTS)
def test_without_the_stretches_that_each_has_alone_the_same_is_left(before, after):
    gone, come = marks(before, after)

    assert _without(before, gone) == _without(after, come)


def _without(text, spans):
    return "".join(char for at, char in enumerate(text) if not any(start <= at < end for start, end in spans))


def test_two_small_changes_far_apart_in_a_long_paragraph_are_told_as_two():
    # given
    words = "".join(chr(0x4E00 + number) for number in range(4000))

    # when
    found = marks("今" + words + "甲", "去" + words + "乙")

    # then
    assert found == ([(0, 1), (4001, 4002)], [(0, 1), (4001, 4002)])


def test_texts_that_repeat_themselves_without_end_are_told_as_one_stretch():
    # given
    before, after = "今" + "收到12件，" * 500 + "甲", "去" + "收到13件，" * 500 + "乙"

    # then
    assert marks(before, after) == ([(0, len(before))], [(0, len(after))])
