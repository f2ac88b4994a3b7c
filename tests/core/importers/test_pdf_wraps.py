"""Where lines of a PDF are full: signs that hang over the margin, lines that end a little before it."""

import pytest

from core.importers.document import Text
from core.importers.pdf.paragraphs import CUT_OFF
from tests.core.importers.paper import LEFT, PER_LINE, Paper, read

CLOSE, APART = 24, 38  # from line to line, and from paragraph to paragraph
FULL = "镇里把公开的事项列成清单逐月对照检查凡是群众问得多的都写明在册"[:PER_LINE]
HANGING = f"{FULL}，"  # a full line, and the sign outside the margin
SENTENCE = "2016年我镇各村每月把公开的材料报到镇里全年公开重点领域的信息"  # the year is two characters wide and a bit less
REST = "息31条。"


def page(*paragraphs: tuple[str, ...]) -> list[Text]:
    """Return the texts read from a page of paragraphs without indents, each given as its lines."""
    paper = Paper()
    top = 100.0
    for lines in paragraphs:
        for line in lines:
            paper.words(LEFT, top, line)
            top += CLOSE
        top += APART - CLOSE
    return [one for one in read(paper.done()).elements if isinstance(one, Text)]


def test_signs_that_hang_over_the_margin_make_no_full_line_a_short_one():
    # given: three lines that end with a sign outside the margin, and one that ends a little before it
    hanging = (HANGING, HANGING, FULL, "都在栏里写明。")
    ragged = SENTENCE[: PER_LINE + 1]

    # when
    found = page(hanging, hanging, (ragged, REST))

    # then
    assert [one.text for one in found] == ["".join(hanging)] * 2 + [ragged + REST]
    assert not any(one.doubt for one in found)


@pytest.mark.parametrize("first", [HANGING, FULL])
def test_a_line_is_full_with_a_hanging_sign_and_without(first: str):
    hanging = (HANGING, HANGING, FULL, "都在栏里写明。")

    found = page(hanging, hanging, (first, "年底公开。"))

    assert found[-1].text == first + "年底公开。"


def test_a_sentence_parted_where_the_line_is_nearly_full_is_doubted():
    # given: a line that ends three characters before the margin, without a sign
    whole = (FULL, FULL, "都在栏里写明。")

    found = page(whole, whole, (FULL[:-3], REST))

    assert [one.text for one in found][2:] == [FULL[:-3], REST]
    assert [one.doubt for one in found] == ["", "", "", CUT_OFF]


@pytest.mark.parametrize(
    ("upper", "below"),
    [
        (FULL[:-4] + "。", REST),
        (FULL[:-9], REST),
        (FULL[:-4], "（二）年底公开"),
        ("青山县柳河镇二〇一六年政府信息公开年度工作报告", "（二〇一七年一月）"),
    ],
    ids=["ended", "far from full", "numbered", "title"],
)
def test_what_clearly_begins_a_paragraph_is_not_doubted(upper: str, below: str):
    whole = (FULL, FULL, "都在栏里写明。")

    found = page(whole, whole, (upper, below))

    assert [one.text for one in found][2:] == [upper, below]
    assert not any(one.doubt for one in found)


@pytest.mark.parametrize(
    "title",
    [
        "青山县清溪区柳河镇政府二〇一六年政府信息公开工作的报告",
        "青山县柳河镇二〇一六年政府信息公开年度工作报告",
    ],
    ids=["full", "nearly full"],
)
def test_a_title_as_large_as_the_text_takes_no_line_of_it(title: str):
    # given: the text begins right below it
    whole = (HANGING, HANGING, FULL, "都在栏里写明。")

    found = page((title, *whole), whole)

    # then
    assert [one.text for one in found] == [title, "".join(whole), "".join(whole)]
    assert not any(one.doubt for one in found)


@pytest.mark.parametrize("sign", [",", ";", ":", "，"])
def test_a_first_line_with_a_sign_of_a_sentence_in_it_is_no_title(sign: str):
    # given: a report without a title, its first line as full as the others, ending in a word of titles
    first = f"根据条例的规定和上级部署{sign}现公布柳河镇本年度工作情况{sign}本年报"
    whole = (FULL, FULL, "都在栏里写明。")

    found = page((first, "由六个部分组成。"), whole, whole)

    # then
    assert [one.text for one in found] == [f"{first}由六个部分组成。", "".join(whole), "".join(whole)]
    assert not any(one.doubt for one in found)


def test_an_address_takes_the_word_and_the_colon_before_it_to_the_next_line():
    # given: what would not be parted before the address does not find room on the line above
    upper = f"{FULL[:-6]}(网"
    below = "址:http://www.example.gov.cn/zwgk)公布。"
    whole = (FULL, FULL, "都在栏里写明。")

    found = page((FULL, upper, below), whole)

    # then
    assert [one.text for one in found] == [FULL + upper + below, "".join(whole)]
