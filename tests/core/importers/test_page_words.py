"""Lines of a source found on a page by their words."""

from pathlib import Path

import pytest
from reportlab.lib.pagesizes import A4
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas

from core.importers import sandbox
from core.importers.recognise import SourceLine
from core.importers.reviewing.on_page import boxes_of, plain
from core.paths import RESOURCES

WORDS = ["一、总体情况", "2023年，本镇公开信息37条。", "公开栏更新不够及时。"]


def boxes(signs: str) -> list[tuple[float, float, float, float]]:
    """One line of signs, each a hundredth of the page wide."""
    return [(at / 100, 0.1, (at + 1) / 100, 0.2) for at in range(len(signs))]


def spans(lines, signs: str, *wanted: int) -> list[tuple[int, int]]:
    """The first sign and the last of each line wanted."""
    found = boxes_of(wanted, lines, signs, boxes(signs))
    return [(round(left * 100), round(right * 100) - 1) for left, _, right, _ in found]


def test_words_that_stand_twice_are_each_found_in_their_own_place():
    # given
    lines = [SourceLine(1, "公开 信息"), SourceLine(2, "其他"), SourceLine(3, "公开信息")]

    # then
    assert spans(lines, "公开信息其他公开信息", 1) == [(0, 3)]
    assert spans(lines, "公开信息其他公开信息", 3) == [(6, 9)]


def test_a_row_of_a_table_is_found_by_all_its_cells_or_by_its_label():
    # given
    row = [SourceLine(1, "行政规范性文件 | 3 | 1 | 7", table=True)]

    # then
    assert spans(row, "规章000行政规范性文件317", 1) == [(5, 14)]
    assert spans(row, "3行政规范性文件717", 1) == [(1, 7)]


def test_a_paragraph_that_goes_on_on_the_next_page_is_found_as_far_as_it_stands_here():
    # given
    lines = [SourceLine(1, "本镇按照要求逐项公开信息，及时回应来电。")]

    # then
    assert spans(lines, "一总体情况本镇按照要求逐项公开12", 1) == [(5, 14)]


@pytest.mark.parametrize("signs", ["", "别的话"])
def test_what_does_not_stand_there_has_no_box(signs):
    assert boxes_of([1, 7], [SourceLine(1, "公开信息")], signs, boxes(signs)) == []


def test_signs_of_full_width_are_the_same_as_others():
    assert plain("（ 3７ 条）") == "(37条)"


@pytest.mark.parametrize("turned", [0, 90, 180, 270])
def test_a_page_tells_where_its_words_are_seen(tmp_path: Path, turned):
    # given: three lines at a tenth, at the half, and at the end of a page, however it is turned
    path = tmp_path / "去年.pdf"
    pdfmetrics.registerFont(TTFont("Song", str(RESOURCES / "fonts" / "NianbaoSong.ttf")))
    width, height = A4 if turned in (0, 180) else reversed(A4)  # reportlab turns the page's box too
    canvas = Canvas(str(path), pagesize=A4)
    canvas.setPageRotation(turned)
    canvas.setFont("Song", 12)
    for words, down in zip(WORDS, (0.1, 0.5, 0.9), strict=True):
        canvas.drawString(0.1 * width, (1 - down) * height, words)
    canvas.showPage()
    canvas.save()

    # when
    page = sandbox.picture(path, 0, 72)

    # then
    lines = [SourceLine(number, words, page=1) for number, words in enumerate(WORDS)]
    found = boxes_of(range(3), lines, page.signs, page.boxes)
    assert len(found) == 3
    along = {0: 3, 90: 0, 180: 1, 270: 2}[turned]  # the edge that lies on the line that the words stand on
    seen = [box[along] for box in found]
    wanted = [0.1, 0.5, 0.9] if turned in (0, 270) else [0.9, 0.5, 0.1]
    assert seen == pytest.approx(wanted, abs=0.02)
    assert sandbox.picture(path, 1, 72) is None
