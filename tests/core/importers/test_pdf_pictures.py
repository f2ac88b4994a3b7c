"""Pages of a PDF as pictures."""

from io import BytesIO

import pytest
from PIL import Image

from core.errors import InputError
from core.importers.pdf.pictures import MOST_AT_ONCE, MOST_PIXELS, pages_as_png
from tests.core.importers.paper import Paper


def pages(count: int) -> bytes:
    paper = Paper()
    for number in range(count):
        paper.words(100, 100, f"第{number + 1}页的内容")
        paper.page()
    return paper.done()


def test_pages_are_drawn_in_the_size_asked_for():
    (picture,) = pages_as_png(pages(3), dpi=72, first=1, count=1)

    drawn = Image.open(BytesIO(picture))
    assert drawn.format == "PNG"
    assert abs(drawn.width - 595) <= 1
    assert abs(drawn.height - 842) <= 1
    assert drawn.convert("L").getextrema()[0] < 128


def test_no_more_pages_come_than_there_are():
    assert len(pages_as_png(pages(3), dpi=30, first=2, count=5)) == 2
    assert pages_as_png(pages(2), dpi=30, first=9) == []


def test_a_page_of_unusual_size_is_drawn_coarser():
    paper = Paper()
    paper.canvas.setPageSize((14_000, 14_000))

    picture = Image.open(BytesIO(pages_as_png(paper.done(), dpi=200, count=1)[0]))

    assert picture.width * picture.height <= MOST_PIXELS * 1.01


@pytest.mark.parametrize("wrong", [{"dpi": 2_000}, {"count": MOST_AT_ONCE + 1}, {"first": -1}])
def test_nobody_asks_for_more_than_a_window_shows(wrong: dict[str, int]):
    with pytest.raises(ValueError, match="pages from"):
        pages_as_png(pages(1), **wrong)


def test_a_broken_file_is_said_to_be_broken():
    with pytest.raises(InputError, match="已损坏"):
        pages_as_png(b"%PDF-1.4 nothing %%EOF")
