"""Which bare numbers at the edge of a page are its number, and which are figures of the report."""

from collections.abc import Callable
from pathlib import Path

import pytest

from core import importers
from core.importers.document import cells_of
from core.importers.keys import words_of_forms
from core.importers.pdf.furniture import ALONE, MAYBE
from core.importers.reading import Reading
from core.template import Library
from tests.core.importers.paper import HEIGHT, LEFT, RIGHT, SIZE, WIDTH, Paper, read, texts

TOP, FOOT = 70.0, 805.0
SAID = [
    "公开栏设在办事大厅，由专人更换。",
    "查阅点备有纸质文件和电脑。",
    "咨询电话由专人接听，当天答复。",
    "来信三天以内答复。",
]
FULL = "镇里把公开事项列成清单按月对照检查没有漏掉应当公开的内容凡是群众问得多的都同步公布"
ROWS = ["统计指标", "单位", "统计数", "（一）收到申请数", "件", "6", "（二）申请办结数", "件", "5", "（三）申请答复数", "件", "4"]  # fmt: skip

Put = Callable[[Paper, int], None]


def centred(words: str) -> Put:
    """Write the number of the page in the middle of its foot."""
    return lambda paper, page: paper.words(WIDTH / 2 - 5, FOOT, words.format(page), 10)


def some(*pages: int, foot: float = FOOT) -> Put:
    """Write the number of the page at the foot of these pages alone."""
    return lambda paper, page: paper.words(WIDTH / 2 - 5, foot, str(page) if page in pages else "", 10)


def outside(paper: Paper, page: int) -> None:
    """Write the number at the outer edge: on the right of odd pages, on the left of even ones."""
    paper.words(RIGHT - 6 if page % 2 else LEFT, FOOT, str(page), 10)


def roman(paper: Paper, page: int) -> None:
    """Write the number in small letters as prefaces have it."""
    paper.words(WIDTH / 2 - 5, FOOT, ("i", "ii", "iii", "iv")[page - 1], 10)


def on_top(paper: Paper, page: int) -> None:
    """Write the number in the right corner of the head."""
    paper.words(RIGHT - 6, 40, str(page), 10)


def all_but_the_first(paper: Paper, page: int) -> None:
    """Write the number on every page behind the cover."""
    if page > 1:
        paper.words(WIDTH / 2 - 5, FOOT, str(page), 10)


def from_the_seventh(paper: Paper, page: int) -> None:
    """Write the number of a page taken out of a larger file."""
    paper.words(WIDTH / 2 - 5, FOOT, str(page + 6), 10)


NUMBERED: dict[str, Put] = {
    "centre": centred("{}"),
    "dashes": centred("— {} —"),
    "of all": centred("{}/4"),
    "spoken": centred("第{}页 共4页"),
    "page": centred("{}页"),
    "outside": outside,
    "roman": roman,
    "on top": on_top,
    "cover": all_but_the_first,
    "excerpt": from_the_seventh,
    "from 0": lambda paper, page: centred("{}")(paper, page - 1),
    "Chinese": lambda paper, page: centred("第{}页")(paper, " 一二三四"[page]),
    "Chinese of all": lambda paper, page: centred("第{}页 共四页")(paper, " 一二三四"[page]),
    "all of it": centred("共4页 第{}页"),
}


def pages_of(said: list[str], put: Put) -> bytes:
    """Return a PDF with a paragraph on each page and what is put at its edge."""
    paper = Paper()
    for page, text in enumerate(said, 1):
        if page > 1:
            paper.page()
        paper.prose(100, text)
        put(paper, page)
    return paper.done()


def set_in_lines(lines: list[str], step: float, foot: float, put: Put | None = None) -> bytes:
    """Return a PDF of lines at even steps, as many on a page as reach its foot."""
    paper = Paper()
    top, page = TOP, 1
    for line in lines:
        if top > foot:
            if put:
                put(paper, page)
            paper.page()
            top, page = TOP, page + 1
        paper.words(LEFT, top, line, 10)
        top += step
    if put:
        put(paper, page)
    return paper.done()


@pytest.mark.parametrize("put", NUMBERED.values(), ids=NUMBERED)
def test_numbers_that_run_on_over_the_pages_are_left_out(put: Put):
    document = read(pages_of(SAID, put))

    assert texts(document) == SAID
    assert document.remarks == ()


@pytest.mark.parametrize(
    "figures", [("6", "0", "3", "3"), ("0", "0", "0", "0"), ("12", "5", "8", "2")], ids="-".join
)
def test_figures_at_the_foot_that_do_not_run_on_stay_with_a_doubt(figures: tuple[str, ...]):
    # given
    data = pages_of(SAID, lambda paper, page: paper.words(LEFT, FOOT, figures[page - 1], 10))

    # when
    document = read(data)

    # then
    found = [one for one in document.elements if getattr(one, "text", "") in figures]
    assert [getattr(one, "text", "") for one in found] == list(figures)
    assert [MAYBE in getattr(one, "doubt", "") for one in found] == [one != "0" for one in figures]


def test_the_number_of_the_only_page_is_left_out_and_told():
    document = read(pages_of(SAID[:1], centred("{}")))

    assert texts(document) == SAID[:1]
    assert [(one.message, one.source) for one in document.remarks] == [(ALONE, "1")]


def test_the_number_of_the_second_of_two_pages_is_left_out_and_told():
    document = read(pages_of(SAID[:2], all_but_the_first))

    assert texts(document) == SAID[:2]
    assert [(one.message, one.source) for one in document.remarks] == [(ALONE, "2")]


def test_numbers_that_skip_pages_are_left_out_where_they_are_clearly_apart():
    said = [*SAID, *SAID[:2]]

    assert "".join(texts(read(pages_of(said, some(1, 6))))) == "".join(said)


@pytest.mark.parametrize("foot", [FOOT, 745.0])
def test_figures_that_skip_pages_stay_near_the_text_or_away_from_the_edge(foot: float):
    # given
    def put(paper: Paper, page: int) -> None:
        some(1, 6, foot=foot)(paper, page)
        if foot == FOOT:
            for number in range(3):
                paper.words(LEFT, FOOT - 18 * (number + 1), SAID[1], 10)

    # when
    found = texts(read(pages_of([SAID[0]] * 6, put)))

    # then
    assert ["1" in found, "6" in found] == [True, True]


def test_a_zero_on_the_first_page_that_nothing_follows_stays():
    data = pages_of(SAID, lambda paper, page: paper.words(LEFT, FOOT, "0" if page == 1 else "", 10))

    assert texts(read(data)) == [SAID[0], "0", *SAID[1:]]


def test_another_figure_on_the_only_page_stays():
    assert texts(read(pages_of(SAID[:1], centred("7")))) == [SAID[0], "7"]


def test_a_figure_that_looks_like_the_first_page_stays_in_its_column():
    paper = Paper()
    for number in range(12):
        words = FULL[:27] + "。" if number < 11 else "1"
        paper.words(LEFT, 805 - 26 * (11 - number), words, SIZE)

    document = read(paper.done())
    assert "".join(texts(document)).endswith("。1")
    assert document.remarks == ()


@pytest.mark.parametrize("step", [14.0, 20.0, 26.0, 31.0])
@pytest.mark.parametrize("shift", range(4))
@pytest.mark.parametrize("numbered", [False, True], ids=["bare", "numbered"])
def test_no_cell_is_lost_at_the_edge_of_a_page(step: float, shift: int, numbered: bool, library: Library):
    # given: cells at even steps, so that each in turn stands at the foot and the head of a page
    known = words_of_forms(list(library))
    said = ["村务公开栏按季度更换。"] * (shift + 40)
    above = [*[FULL] * 4, "到村里。", *said]
    foot = 785.0 if numbered else 812.0

    # when
    document = read(set_in_lines([*above, *ROWS], step, foot, centred("{}") if numbered else None), known)

    # then
    (table,) = (one for one in document.elements if hasattr(one, "cells"))
    assert [cell.text for cell in cells_of(table)] == ROWS
    assert texts(document) == [FULL * 4 + "到村里。", *said]
    assert document.remarks == ()


def test_units_that_stand_in_the_same_place_of_two_pages_are_no_running_head(library: Library):
    # given: the foot of both pages, and the head of the second and third, are the same word
    known = words_of_forms(list(library))
    lines = [*ROWS[:3], *ROWS[3:6] * 70]
    data = set_in_lines([*[FULL] * 4, "到村里。", *lines], 14, 70 + 14 * 53)

    # when
    document = read(data, known)

    # then
    (table,) = (one for one in document.elements if hasattr(one, "cells"))
    assert [cell.text for cell in cells_of(table)] == lines


def test_lines_at_the_foot_that_differ_in_a_figure_alone_are_no_running_foot():
    said = ["全年公开 6 条", "全年公开 0 条", "全年公开 3 条"]

    document = read(pages_of(said, lambda paper, page: paper.words(LEFT, FOOT, said[page - 1], 10)))

    assert texts(document) == [one for one in said for _ in (0, 1)]


@pytest.mark.parametrize("name", ["000", "001", "004"])
def test_a_seed_in_lines_keeps_every_figure(
    name: str, seeds: dict[str, Path], library: Library, tmp_path: Path
):
    # given: spaces between the lines as a word processor sets paragraphs, and no numbers of pages
    said = [line.strip() for line in seeds[name].read_text("utf-8").splitlines() if line.strip()]
    lines = [line[at : at + 40] for line in said for at in range(0, len(line), 40)]
    path = tmp_path / "去年的年报.pdf"
    path.write_bytes(set_in_lines(lines, 26, HEIGHT - 40))
    whole = importers.read_with_counts(seeds[name], library)

    # when
    reading: Reading = importers.read_with_counts(path, library)

    # then
    assert reading.source_numbers == whole.source_numbers
    assert reading.report.values == whole.report.values
