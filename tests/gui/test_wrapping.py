"""Words that wrap: Chinese rules of line breaking hold, and what is cut says so."""

import pytest
from PySide6.QtGui import QFontMetrics

from gui.theme import interface_font
from gui.widgets.wrapping import MORE, Wrapping

SENTENCE = "正文有 100% 和 2024 年的报告相同（数字和年份不算），见《条例》第五十条“主动公开”，差 5+0 = 5 和 12345，请按实际改写。"
NEVER_LAST, NEVER_FIRST = "（《“", "）》”，。、"


@pytest.fixture
def font(qapp):
    """The writing of the window."""
    return interface_font(150)


def test_no_bracket_hangs_and_no_number_is_torn_at_any_width(font):
    letter = QFontMetrics(font).horizontalAdvance("国")
    for width in range(8 * letter, 30 * letter, 7):
        lines = Wrapping().lines(SENTENCE, font, width)

        assert not [one for one in lines if one.endswith(tuple(NEVER_LAST))], width
        assert not [one for one in lines if one.startswith(tuple(NEVER_FIRST))], width
        for whole in ("2024", "12345"):
            assert any(whole in one for one in lines), (width, whole)
        assert any("5+0\u00a0=\u00a05" in one.replace("\u2060", "") for one in lines), width


def test_no_word_is_lost_and_no_line_is_wider_than_its_room(font):
    metrics = QFontMetrics(font)
    lines = Wrapping().lines(SENTENCE, font, 300)

    said = "".join(lines).replace("\u2060", "").replace("\u00a0", "").replace(" ", "")
    assert said == SENTENCE.replace(" ", "")
    assert all(metrics.horizontalAdvance(one) <= 300 for one in lines)


def test_a_sentence_that_is_cut_ends_in_dots_within_its_room(font):
    lines = Wrapping().lines(SENTENCE * 3, font, 300, most=4)

    assert len(lines) == 4
    assert lines[-1].endswith(MORE)
    assert QFontMetrics(font).horizontalAdvance(lines[-1]) <= 300


def test_signs_beyond_the_first_plane_of_unicode_stay_whole(font):
    text = "𠮷" * 40

    assert "".join(Wrapping().lines(text, font, 200)) == text
