"""The list of keys on paper: no row is parted, no heading stands alone at the foot, and nothing is lost."""

from itertools import pairwise
from unicodedata import normalize

import pypdfium2
import pytest
from PySide6.QtCore import QBuffer, QIODevice, QSizeF
from PySide6.QtGui import QPdfWriter, QTextTable
from PySide6.QtPrintSupport import QPrinter

from gui import theme
from gui.commands import COMMANDS
from gui.dialogs import manual_pages
from gui.help_pages import pages
from gui.keys import bare
from gui.theme import Theme


@pytest.fixture
def keys(qapp) -> str:
    """The list of keys."""
    return next(page.text for page in pages() if page.id == "keys")


def printed(words: str) -> list[list[str]]:
    """Return the lines on each sheet of a page of the manual as a PDF file."""
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(buffer)
    manual_pages.draw(words, writer)
    del writer
    with pypdfium2.PdfDocument(bytes(buffer.data().data())) as file:
        texts = [normalize("NFKC", page.get_textpage().get_text_bounded()) for page in file]
    return [[line.strip() for line in text.splitlines() if line.strip()] for text in texts]


def test_no_page_ends_with_a_heading_or_the_head_of_a_table(keys):
    # when
    found = printed(keys)

    # then: each page ends with its number
    assert len(found) > 1
    assert [lines[-1] for lines in found] == [str(number) for number in range(1, len(found) + 1)]
    headings = {
        "表格里",
        "写文字时",
        "核对读到的时",
        "预览里",
        "文件",
        "编辑",
        "表格",
        "核对与检查",
        "显示",
        "帮助",
    }
    for lines in found:
        assert lines[-2] not in headings
        assert not lines[-2].startswith(("按键", "命令", "做什么"))


@pytest.mark.parametrize("height", [300, 420, 555, 700])
def test_pages_of_any_height_part_no_line_and_no_row(keys, height):
    # given
    made = manual_pages.on_paper(keys)
    made.setPageSize(QSizeF(500, -1))
    pieces = list(manual_pages._pieces(made))

    # when
    slices = manual_pages.parted(made, height)

    # then
    assert all(one.height <= height for one in slices)
    on_page = [
        [one for one in pieces if page.top <= one.top and one.bottom <= page.bottom] for page in slices
    ]
    assert [one for page in on_page for one in page] == pieces
    assert all(one.bottom <= two.top + 0.01 for one, two in pairwise(pieces))
    assert not any(page[-1].held for page in on_page)
    heads = [one for one in pieces if one.held and one.head is None]
    assert all(one.head == page[0].head for one, page in zip(slices, on_page, strict=True))
    assert any(one.head in heads for one in slices)


def test_a_table_that_goes_on_has_its_head_above_it_again(keys):
    # when
    found = printed(keys)

    # then: each page begins with words, a heading, or the head of the table that goes on there
    titles = {
        "按键一览",
        "表格里",
        "写文字时",
        "核对读到的时",
        "预览里",
        *(bare(one.menu) for one in COMMANDS),
    }
    assert all(lines[0] in titles or lines[0].startswith(("命令", "按键 做")) for lines in found)
    assert any(lines[0].startswith(("命令", "按键 做")) for lines in found)


LINE = "这一行把一页填满。"


@pytest.mark.parametrize("lines", range(20, 60))
@pytest.mark.parametrize(
    "end", ["最后一句。", LINE * 8, "| 按键 | 做什么 |\n|---|---|\n" + "| F2 | 修改 |\n" * 4]
)
def test_no_line_and_no_row_stands_alone_on_a_page(qapp, lines, end):
    # given: what the page ends with comes anywhere
    made = manual_pages.on_paper("\n\n".join([LINE] * lines + [end]))
    made.setPageSize(QSizeF(500, -1))
    pieces = list(manual_pages._pieces(made))

    # when
    slices = manual_pages.parted(made, 700)
    on_page = [
        [one for one in pieces if page.top <= one.top and one.bottom <= page.bottom] for page in slices
    ]

    # then
    assert [one for page in on_page for one in page] == pieces
    assert len(on_page[-1]) >= 3
    together = pieces[lines + end.startswith("|") :]
    found = [sum(one in together for one in page) for page in on_page]
    assert len(together) == 1 or 1 not in found


def test_no_page_of_the_manual_ends_with_a_line_alone_on_a_sheet(qapp):
    for page in pages():
        sheets = printed(page.text)

        # the last line is the number of the sheet, where there are several
        assert len(sheets) == 1 or all(len(lines) > 3 for lines in sheets), page.id


@pytest.mark.parametrize("look", ["dark", "contrast"])
def test_paper_is_the_same_in_every_size_and_look(undressed, keys, look):
    # when
    found = []
    for name, scale in (("light", 100), (look, 150), (look, 200)):
        theme.apply(undressed, Theme.load(name), scale=scale)
        found.append([[len(line) for line in lines] for lines in printed(keys)])

    # then: the same lines on the same pages
    assert found[0] == found[1] == found[2]


def test_tables_are_as_wide_as_the_page_and_their_keys_begin_at_one_of_two_places(keys):
    # given
    wide = 500
    made = manual_pages.on_paper(keys)
    made.setPageSize(QSizeF(wide, -1))

    # when
    tables = [one for one in made.rootFrame().childFrames() if isinstance(one, QTextTable)]
    boxes = [made.documentLayout().frameBoundingRect(one) for one in tables]
    seconds = {
        round(
            made.documentLayout().blockBoundingRect(one.cellAt(0, 1).firstCursorPosition().block()).left()
            / wide,
            1,
        )
        for one in tables
    }

    # then
    assert all(box.width() == pytest.approx(wide, abs=2) for box in boxes)
    assert seconds == {0.4, 0.6}


def test_only_the_pages_asked_for_are_printed(keys, tmp_path):
    # given
    printer = QPrinter()
    printer.setOutputFileName(str(tmp_path / "按键.pdf"))
    printer.setPrintRange(QPrinter.PrintRange.PageRange)
    printer.setFromTo(2, 2)

    # when
    manual_pages.draw(keys, printer)

    # then
    with pypdfium2.PdfDocument(tmp_path / "按键.pdf") as file:
        assert len(file) == 1
        assert file[0].get_textpage().get_text_bounded().split()[-1] == "2"
