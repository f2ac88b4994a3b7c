"""The list of keys on paper: no row is parted, no heading stands alone at the foot, and nothing is lost."""

import pypdfium2
import pytest
from PySide6.QtCore import QBuffer, QIODevice, QSizeF
from PySide6.QtGui import QPdfWriter, QTextDocument
from PySide6.QtPrintSupport import QPrinter

from gui.dialogs import manual_pages
from gui.help_pages import pages

MARKDOWN = QTextDocument.MarkdownFeature


@pytest.fixture
def keys(qapp) -> QTextDocument:
    """The list of keys."""
    made = QTextDocument()
    words = next(page.text for page in pages() if page.id == "keys")
    made.setMarkdown(words, MARKDOWN.MarkdownDialectGitHub | MARKDOWN.MarkdownNoHTML)
    return made


def printed(document: QTextDocument) -> list[list[str]]:
    """Return the lines on each page of a document as a PDF file."""
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(buffer)
    manual_pages.draw(document, writer)
    del writer
    with pypdfium2.PdfDocument(bytes(buffer.data().data())) as file:
        texts = [page.get_textpage().get_text_bounded() for page in file]
    return [[line.strip() for line in text.splitlines() if line.strip()] for text in texts]


def test_no_page_ends_with_a_heading_or_the_head_of_a_table(keys):
    # when
    found = printed(keys)

    # then: each page ends with its number
    assert len(found) > 1
    assert [lines[-1] for lines in found] == [str(number) for number in range(1, len(found) + 1)]
    headings = {"表格里", "写文字时", "预览里", "文件", "编辑", "表格", "核对与检查", "显示", "帮助"}
    for lines in found:
        assert lines[-2] not in headings
        assert not lines[-2].startswith(("按键", "命令", "做什么"))


@pytest.mark.parametrize("height", [300, 420, 555, 700])
def test_pages_of_any_height_part_no_line_and_no_row(keys, height):
    # given
    keys.setPageSize(QSizeF(500, -1))
    pieces = list(manual_pages._pieces(keys))

    # when
    slices = manual_pages.parted(keys, height)

    # then
    assert all(bottom - top <= height for top, bottom in slices)
    on_page = [[one for one in pieces if top <= one.top and one.bottom <= bottom] for top, bottom in slices]
    assert [one for page in on_page for one in page] == pieces
    assert not any(page[-1].held for page in on_page)


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
