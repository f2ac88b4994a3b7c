"""Which lines at the edges of pages are running heads and feet, and which are lines of the report."""

import pytest

from core.importers.document import Document, Text
from core.importers.pdf import furniture
from tests.core.importers.paper import LEFT, RIGHT, SIZE, WIDTH, Paper, read, texts

STEP = 26.0
LAST = 780.0
PARAGRAPHS = 13  # of two lines on a page
SAID = "镇里按月对照公开清单逐项检查应当公开的事项没有一件遗漏，并向村民说明。"
ADDRESS = "http://www.qingxi.gov.cn/zfxxgk/"


def pages_ending(words: list[str]) -> Paper:
    """Return pages full of paragraphs at even steps; the last line of each is given."""
    paper = Paper()
    for page, last in enumerate(words):
        if page:
            paper.page()
        top = LAST - 2 * PARAGRAPHS * STEP
        for _ in range(PARAGRAPHS):
            top = paper.prose(top, SAID, step=STEP)
        paper.words(LEFT + 2 * SIZE, top, last)
    return paper


def pages_with(words: list[str], base: float = 810, size: float = 10) -> Document:
    """Return what is read of pages with a paragraph each, and words put at the foot, "" for none."""
    paper = Paper()
    for page, text in enumerate(words):
        if page:
            paper.page()
        paper.prose(600, SAID)
        paper.words(WIDTH / 2 - 50, base, text, size)
    return read(paper.done())


def remarks(document: Document) -> list[tuple[str, str]]:
    return [(one.message, one.source) for one in document.remarks]


@pytest.mark.parametrize("base", [60.0, LAST], ids=["head", "foot"])
@pytest.mark.parametrize(
    "rest", ["查阅下载，如对本报告有疑", "年报.html", ""], ids=["sentence", "name", "bare"]
)
def test_a_line_of_the_text_that_begins_with_an_address_stays(base: float, rest: str):
    paper = Paper()
    paper.words(LEFT, base, ADDRESS + rest)
    paper.prose(300, SAID)

    assert ADDRESS + rest in texts(read(paper.done()))


@pytest.mark.parametrize("address", [ADDRESS + "2024.html", "file:///C:/年报.html"])
def test_an_address_with_the_number_of_the_page_is_left_out(address: str):
    paper = Paper()
    paper.prose(300, SAID)
    paper.words(30, 830, address, 8)
    paper.words(560, 830, "1/1", 8)

    assert texts(read(paper.done())) == [SAID]


def test_an_address_alone_at_the_foot_of_every_page_is_left_out():
    document = pages_with([ADDRESS + "zwgk/nb/2024/01/12/t20240112_1234567_liuhe.html"] * 2, size=8)

    assert texts(document) == [SAID] * 2
    assert document.remarks == ()


def test_what_happened_at_a_time_is_not_what_a_browser_prints():
    said = "2024年3月5日 9:30 镇里召开推进会"

    assert said in texts(read(pages_ending([said]).done()))


@pytest.mark.parametrize("end", "：？！:")
def test_a_line_that_leads_to_what_follows_is_no_running_foot(end: str):
    words = f"具体情况如下{end}"

    document = read(pages_ending([words] * 4).done())

    assert texts(document).count(words) == 4
    assert document.remarks == ()


@pytest.mark.parametrize("pages", [2, 3, 5, 9])
def test_a_short_line_of_the_text_at_the_foot_of_two_pages_stays(pages: int):
    words = "主要做法"

    document = read(pages_ending([words] * 2 + ["咨询电话由专人接听。"] * (pages - 2)).done())

    found = [one for one in document.elements if isinstance(one, Text) and one.text == words]
    assert [furniture.MAYBE_HEAD in one.doubt for one in found] == [pages < 4] * 2
    assert document.remarks == ()


def test_a_short_line_of_the_text_at_the_foot_of_all_pages_is_told():
    document = read(pages_ending(["主要做法"] * 3).done())

    assert "主要做法" not in texts(document)
    assert remarks(document) == [(furniture.HEAD, "主要做法")]


def test_a_foot_on_every_page_is_left_out_even_close_to_the_text():
    document = read(pages_ending(["柳河镇人民政府办公室"] * 5).done())

    assert texts(document) == [SAID] * (5 * PARAGRAPHS)
    assert document.remarks == ()


@pytest.mark.parametrize("on", [[1, 1], [0, 1, 1], [1, 1, 1, 0, 0, 0, 0]], ids=["both", "cover", "three"])
def test_a_foot_apart_from_the_text_is_left_out(on: list[int]):
    document = pages_with(["柳河镇人民政府办公室" * one for one in on])

    assert texts(document) == [SAID] * len(on)
    assert document.remarks == ()


def test_a_foot_on_two_of_many_pages_is_left_out_and_told():
    document = pages_with(["柳河镇人民政府办公室"] * 2 + [""] * 4)

    assert texts(document) == [SAID] * 6
    assert remarks(document) == [(furniture.HEAD, "柳河镇人民政府办公室")]


@pytest.mark.parametrize("mark", ["附件{}", "表{}", "附件"])
def test_the_marks_of_annexes_at_the_heads_of_pages_stay(mark: str):
    # given
    paper = Paper()
    marks = [mark.format(number) for number in (1, 2, 3)]
    for words in ["", *marks]:
        if words:
            paper.page()
            paper.words(LEFT, 70, words)
        paper.prose(130, SAID)

    # when
    found = "".join(texts(read(paper.done())))

    # then
    assert found == SAID + "".join(one + SAID for one in marks)


FEET = {
    "number above": [(790, WIDTH / 2 - 5, "{}"), (812, 200, "柳河镇人民政府办公室")],
    "number below": [(790, 200, "柳河镇人民政府办公室"), (812, WIDTH / 2 - 5, "{}")],
    "number within": [(40, 200, "柳河镇年度报告"), (56, RIGHT - 6, "{}")],
    "number on top": [(40, RIGHT - 6, "{}"), (56, 200, "柳河镇年度报告")],
}


@pytest.mark.parametrize("feet", FEET.values(), ids=FEET)
@pytest.mark.parametrize("pages", [2, 3, 6])
def test_a_number_beside_a_running_head_does_not_cut_a_sentence(
    feet: list[tuple[float, float, str]], pages: int
):
    # given: one sentence that runs over all pages, each line full
    paper = Paper()
    line = "镇里把公开事项列成清单按月对照检查没有漏掉应当公开内容，"[: int((RIGHT - LEFT) // SIZE)]
    for page in range(1, pages + 1):
        if page > 1:
            paper.page()
        for number in range(24):
            indent = 2 if page == 1 and number == 0 else 0
            paper.words(LEFT + indent * SIZE, 100 + 28 * number, line[indent:])
        for base, left, words in feet:
            paper.words(left, base, words.format(page), 10)

    # when
    document = read(paper.done())

    # then
    assert texts(document) == [(line * (24 * pages))[2:]]
    assert document.remarks == ()
