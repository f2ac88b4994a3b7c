"""PDFs that cannot be read are turned away with the reason and the way out."""

import pytest
from reportlab.lib.pdfencrypt import StandardEncryption

from core.errors import InputError
from core.importers import pdf
from core.importers.kinds import Source
from core.importers.pdf.opening import MOST_PAGES
from tests.core.importers.paper import LEFT, Paper, read, texts
from tests.core.importers.test_pdf import FIRST, picture


def refused(data: bytes) -> str:
    with pytest.raises(InputError) as caught:
        read(data, name="年报.pdf")
    sentence = str(caught.value)
    assert sentence.startswith("“年报.pdf”")
    assert "\n" not in sentence
    return sentence


def whole(**options: StandardEncryption) -> bytes:
    paper = Paper(**options)
    paper.prose(100, FIRST)
    return paper.done()


def test_a_scan_without_text():
    paper = Paper()
    paper.canvas.drawImage(picture(), 0, 0, 595, 842)

    assert "扫描图片" in refused(paper.done())


def test_empty_pages():
    assert "没有可以读取的文字" in refused(Paper().done())


def test_a_password_to_open():
    assert "密码" in refused(whole(encrypt=StandardEncryption("secret", "owner", strength=128)))


def test_a_password_against_printing_alone_does_not_matter():
    data = whole(encrypt=StandardEncryption("", "owner", canPrint=0, canCopy=0, strength=128))

    assert texts(read(data)) == [FIRST]


@pytest.mark.parametrize(
    "data",
    [
        b"%PDF-1.7\n%%EOF",
        b"%PDF-1.4\n1 0 obj\n<</Type/Catalog/Pages 9 0 R>>\nendobj\ntrailer<</Root 1 0 R>>\n%%EOF",
        b"%PDF-1.4\n" + bytes(range(256)) * 40 + b"%%EOF",
    ],
)
def test_no_more_than_the_head_of_a_pdf(data: bytes):
    assert "已损坏" in refused(data)


def test_pages_that_lead_in_a_circle():
    loop = (
        b"%PDF-1.4\n1 0 obj\n<</Type/Catalog/Pages 2 0 R>>\nendobj\n"
        b"2 0 obj\n<</Type/Pages/Kids[3 0 R]/Count 2>>\nendobj\n"
        b"3 0 obj\n<</Type/Pages/Kids[2 0 R]/Count 2/Parent 2 0 R>>\nendobj\n"
        b"trailer<</Root 1 0 R/Size 4>>\n%%EOF\n"
    )

    assert refused(loop)


def test_a_file_cut_short():
    data = whole()

    assert "不完整" in refused(data[: len(data) * 9 // 10])


def test_too_many_pages():
    paper = Paper()
    for _ in range(MOST_PAGES + 1):
        paper.canvas.showPage()

    assert f"超过 {MOST_PAGES} 页" in refused(paper.done())


@pytest.mark.parametrize("rubbish", ["\ue021\ue114\ue0f3\ue201", "ǶɎʭ˘ȵΞ", "Kx#q!Vw"])
def test_codes_of_a_font_instead_of_text(rubbish: str, monkeypatch: pytest.MonkeyPatch):
    sheets = pdf.sheets_of

    def garbled(document, name):
        read_pages, unmapped = sheets(document, name)
        for sheet in read_pages:
            sheet.glyphs = [
                glyph._replace(text=rubbish[index % len(rubbish)])
                for index, glyph in enumerate(sheet.glyphs * 2)
            ]
        return read_pages, unmapped

    monkeypatch.setattr(pdf, "sheets_of", garbled)

    assert "乱码" in refused(whole())


def test_a_font_that_does_not_say_what_its_characters_are(monkeypatch: pytest.MonkeyPatch):
    sheets = pdf.sheets_of
    monkeypatch.setattr(pdf, "sheets_of", lambda document, name: (sheets(document, name)[0], 60))

    assert "乱码" in refused(whole())


def test_a_drawing_of_very_many_lines_is_no_table_and_named():
    paper = Paper()
    paper.words(LEFT, 60, "下图为全镇村庄分布示意，图中标注仅供参考。")
    for step in range(1_250):
        paper.canvas.line(step % 25 * 22, 100 + step // 25 * 13, step % 25 * 22 + 10, 100 + step // 25 * 13)

    document = pdf.read(Source("图.pdf", paper.done(), "pdf"), frozenset())

    assert texts(document) == ["下图为全镇村庄分布示意，图中标注仅供参考。"]
    assert ["线条太多" in one.message for one in document.remarks] == [True]
