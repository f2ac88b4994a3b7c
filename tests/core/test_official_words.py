"""Chinese taken apart into words that are common in reports."""

import pytest

from core.official_words import taken_apart


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("没有收到政府信息公开申请", ["没有", "收到", "政府信息公开", "申请"]),
        ("青禾镇党政办公室", ["青禾镇", "党政办公室"]),
        ("主动公开政府信息", ["主动公开", "政府", "信息"]),
        ("清理和规范", ["清理", "和", "规范"]),
        ("龘龘", ["龘龘"]),
        ("公", ["公"]),
        ("", []),
    ],
)
def test_a_text_is_taken_apart_into_known_words_and_what_is_left_between_them(text, words):
    assert [text[start:end] for start, end in taken_apart(text)] == words


def test_as_little_as_can_be_is_left_over():
    # when: the longest word from the left, "公开栏更新", would leave "不" over
    spans = taken_apart("公开栏更新不及时")

    # then
    assert spans == [(0, 3), (3, 8)]


@pytest.mark.parametrize("text", ["今年公开信息", "本镇𠮷村有公开栏"])
def test_nothing_is_lost_between_the_words(text):
    spans = taken_apart(text)

    assert "".join(text[start:end] for start, end in spans) == text
