"""Lines hold every character once, fit their measure, and begin and end as the rules ask."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from core.export.typeset.kinsoku import NO_END, NO_START
from core.export.typeset.lines import Line, Paragraph, break_lines

HAN = "镇政府公开信息办理申请村务财务栏目群众答复登记年度报告惠农补贴名单核对及时更新"
SIGNS = "，。、；：？！）》”（《“【】〔〕…—·％"
LATIN = "abcXYZ0123456789.,%/-"


def set_text(text: str, count: int = 28, *, indent: float = 0, em: float = 10.0) -> list[Line]:
    widths = [em if char >= "\u2000" else em / 2 for char in text]
    return break_lines(Paragraph(text, widths, count * em, em, indent))


def texts_of(text: str, lines: list[Line]) -> list[str]:
    return [text[line.start : line.end] for line in lines]


def fits(text: str, line: Line, measure: float, em: float = 10.0) -> bool:
    """Whether a line ends within its measure, or half a character beyond it with a hanging sign."""
    hangs = text[line.start : line.end].rstrip(" ")[-1:] in tuple("，。、；：,.")
    return line.width <= measure + (em / 2 if hangs else 0) + 0.01


def at_most(most: int) -> st.SearchStrategy[str]:
    word = st.one_of(
        st.text(HAN, min_size=1, max_size=9),
        st.sampled_from(SIGNS),
        st.text(LATIN + " ", min_size=1, max_size=8),
        st.sampled_from(
            ["国办发〔2014〕32号", "1,234件", "12.5%", "——", "……", "（一）", "”。", "。”", "》（", "》，《"]
        ),
    )
    return st.lists(word, max_size=most).map("".join)


@settings(max_examples=300, deadline=None)
@given(at_most(60), st.integers(2, 30), st.sampled_from([0, 2]))
def test_lines_hold_every_character_once_and_fit_the_measure(text, count, indent):
    lines = set_text(text, count, indent=indent * 10)

    assert "".join(texts_of(text, lines)) == text
    assert all(line.end > line.start for line in lines)
    assert all(fits(text, line, count * 10) for line in lines)


@settings(max_examples=200, deadline=None)
@given(st.text(max_size=200), st.integers(1, 12))
def test_any_text_at_all_is_set_without_loss(text, count):
    lines = set_text(text, count)

    assert "".join(texts_of(text, lines)) == text
    assert all(fits(text, line, count * 10) for line in lines)


@settings(max_examples=300, deadline=None)
@given(
    st.lists(
        st.tuples(st.text(HAN, min_size=2, max_size=9), st.sampled_from([*SIGNS, "”。", "》，《", "（"]))
    )
)
def test_no_line_begins_or_ends_with_the_wrong_sign(parts):
    text = "".join(words + sign for words, sign in parts)

    lines = texts_of(text, set_text(text))

    assert not [line for line in lines[1:] if line[0] in NO_START]
    assert not [line for line in lines[:-1] if line[-1] in NO_END]


@settings(max_examples=200, deadline=None)
@given(at_most(60))
def test_characters_stand_in_order_without_lying_on_each_other(text):
    for line in set_text(text):
        steps = [b - a for a, b in zip(line.places, line.places[1:], strict=False)]
        assert all(step >= -0.01 for step in steps)
        assert all(place >= -5.01 for place in line.places)


def test_full_lines_of_plain_text_hold_28_characters_on_the_grid():
    text = HAN * 4

    lines = set_text(text, indent=20)

    assert [line.end - line.start for line in lines[:2]] == [26, 28]
    assert lines[1].places == tuple(10.0 * index for index in range(28))


def test_a_comma_beyond_the_end_is_pulled_in_by_narrowing_it():
    text = HAN[:8] + "、" + HAN[:8] + "、" + HAN[:9] + "村，" + HAN[:10]

    first, _ = set_text(text)

    assert text[first.start : first.end].endswith("村，")
    assert first.width == pytest.approx(280)


def test_a_comma_that_narrowing_has_no_room_for_hangs_by_its_empty_half():
    text = HAN[:28] + "，" + HAN[:10]

    first, second = set_text(text)

    assert texts_of(text, [first, second]) == [HAN[:28] + "，", HAN[:10]]
    assert first.places == tuple(10.0 * index for index in range(29))


def test_nothing_hangs_where_lines_are_not_spread():
    text = HAN[:28] + "，" + HAN[:10]

    first = break_lines(Paragraph(text, [10.0] * len(text), 280, 10.0, justify=False))[0]

    assert text[: first.end] == HAN[:27]


def test_nothing_is_narrowed_where_signs_keep_their_width():
    text = HAN[:8] + "、" + HAN[:8] + "、" + HAN[:9] + "村，" + HAN[:10]

    first = break_lines(Paragraph(text, [10.0] * len(text), 280, 10.0, justify=False, narrow=False))[0]

    assert text[: first.end].endswith(HAN[:9])
    assert first.width == pytest.approx(270)


def test_an_opening_bracket_at_the_end_goes_down_with_what_it_opens():
    text = HAN[:4] + "、" + HAN[:4] + "，" + HAN[:17] + "《" + HAN[:9] + "》"

    first, second = set_text(text)

    assert texts_of(text, [first, second])[1].startswith("《")
    assert first.width == pytest.approx(280)


def test_signs_that_do_not_fit_even_narrowed_take_a_character_to_the_next_line():
    text = HAN[:28] + "！" + HAN[:10]

    first, second = set_text(text)

    assert texts_of(text, [first, second])[1].startswith(HAN[27] + "！")
    assert first.width == pytest.approx(280)


def test_a_line_that_lost_a_character_is_spread_evenly():
    text = HAN[:28] + "！" + HAN[:10]

    first = set_text(text)[0]

    steps = {round(b - a, 6) for a, b in zip(first.places, first.places[1:], strict=False)}
    assert len(steps) == 1


def test_the_last_line_is_not_spread():
    last = set_text(HAN[:28] + "村务")[-1]

    assert last.places == (0.0, 10.0)


def test_side_by_side_signs_are_narrowed_before_others():
    text = "（甲）”，" + HAN[:22] + "村。" + HAN[:9]

    first = set_text(text)[0]

    assert text[first.start : first.end].endswith("村。")


@pytest.mark.parametrize(
    "whole",
    [
        "国办发〔2014〕32号",
        "国办公开办函〔2021〕30号",
        "1,234件",
        "0.36万元",
        "12.5%",
        "2023年",
        "35人次",
        "www.liuhe.gov.cn",
        "第20条",
        "（十二）",
        "——",
        "……",
    ],
)
def test_what_belongs_together_is_never_divided(whole):
    for before in range(15, 29):
        text = "据" * before + whole + "据" * 30

        assert any(whole in line for line in texts_of(text, set_text(text)))


def test_an_address_longer_than_a_line_breaks_after_a_slash():
    text = "见http://www.liuhe.gov.cn/" + "/".join(["gongkai2024"] * 8) + "。"

    lines = texts_of(text, set_text(text))

    assert len(lines) == 3
    assert all(line.endswith("/") for line in lines[:-1])


def test_a_word_longer_than_a_line_is_broken_where_the_line_is_full():
    lines = texts_of("x" * 130, set_text("x" * 130))

    assert [len(line) for line in lines] == [56, 56, 18]


def test_a_loose_line_stays_ragged():
    text = "请见" + "www.liuhe-zhen.qingxi-xian.gov.cn/gongkai/2024/nianbao" + "网页"

    first = set_text(text)[0]

    assert first.places == (0.0, 10.0)


def test_spaces_hang_behind_a_line():
    text = HAN[:28] + "  " + HAN[:3]

    first, second = set_text(text)

    assert (first.end, first.width) == (30, 280)
    assert text[second.start] == HAN[0]


def test_straight_quotes_open_and_close_in_turn():
    text = HAN[:27] + '"' + HAN[:5] + '"' + HAN[:5]

    lines = texts_of(text, set_text(text, 28))

    assert lines[1].startswith('"')


def test_a_paragraph_of_a_hundred_thousand_characters_is_set():
    text = (HAN + "，") * 2440

    lines = set_text(text)

    assert "".join(texts_of(text, lines)) == text


def test_an_accent_stays_with_its_letter():
    text = HAN[:27] + "村\u0301" + HAN[:4]
    widths = [0.0 if char == "\u0301" else 10.0 for char in text]

    first = break_lines(Paragraph(text, widths, 280, 10.0))[0]

    assert text[: first.end].endswith("村\u0301")
    assert first.width == 280


def test_no_text_has_no_lines():
    assert set_text("") == []
