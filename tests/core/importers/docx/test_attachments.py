"""What hangs on the text of a Word file: text boxes, notes, pictures, drawn tables, other files."""

import pytest

from core.importers.document import Text
from tests.core.importers.docx.making import cell, messages, paragraph, read, row, table, texts

DRAWN_BOX = (
    '<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wps:txbx><w:txbxContent>{0}'
    "</w:txbxContent></wps:txbx></w:drawing></mc:Choice><mc:Fallback><w:pict><v:textbox><w:txbxContent>{0}"
    "</w:txbxContent></v:textbox></w:pict></mc:Fallback></mc:AlternateContent></w:r>"
)
OLD_BOX = (
    "<w:r><w:pict><v:shape><v:textbox><w:txbxContent>{0}</w:txbxContent></v:textbox></v:shape></w:pict></w:r>"
)
IN_FALLBACK = (
    '<w:r><mc:AlternateContent><mc:Choice Requires="x"><w:drawing/></mc:Choice><mc:Fallback><w:pict><v:textbox>'
    "<w:txbxContent>{0}</w:txbxContent></v:textbox></w:pict></mc:Fallback></mc:AlternateContent></w:r>"
)


def test_a_page_break_parts_what_stands_around_it():
    assert texts(read(paragraph("甲", '<w:r><w:br w:type="page"/></w:r>', "乙"))) == ["甲", "乙"]


@pytest.mark.parametrize("box", [DRAWN_BOX, OLD_BOX, IN_FALLBACK])
def test_a_text_box_is_read_once_behind_its_paragraph(box):
    # when
    document = read(paragraph("甲", box.format(paragraph("框里") + paragraph("的字"))) + paragraph("乙"))

    # then
    assert texts(document) == ["甲", "框里", "的字", "乙"]
    assert "有 1 个文本框" in messages(document)[0]
    assert "文本框" in document.elements[1].doubt


def test_a_text_box_in_a_cell_comes_behind_the_table():
    # given
    filled = cell(paragraph("1", DRAWN_BOX.format(paragraph("框"))))

    # when
    document = read(table(row("甲", filled), row("乙", "2")))

    # then
    assert document.elements[0].rows[0][1].text == "1"
    assert texts(document) == ["框"]


def test_words_drawn_as_art_are_read_and_doubted():
    # when
    document = read(
        paragraph('<w:r><w:pict><v:shape><v:textpath string="柳河镇文件"/></v:shape></w:pict></w:r>')
    )

    # then
    assert texts(document) == ["柳河镇文件"]
    assert "艺术字" in document.elements[0].doubt


def test_footnotes_and_endnotes_follow_their_paragraph():
    # given
    notes = (
        '<w:{0} w:type="separator" w:id="-1"><w:p><w:r><w:t>线</w:t></w:r></w:p></w:{0}>'
        '<w:{0} w:id="1"><w:p><w:r><w:{0}Ref/></w:r><w:r><w:t>{1}</w:t></w:r></w:p></w:{0}>'
    )
    body = paragraph(
        "甲",
        '<w:r><w:footnoteReference w:id="1"/></w:r><w:r><w:endnoteReference w:id="1"/></w:r>',
    )

    # when
    document = read(
        body + paragraph("乙"),
        footnotes=notes.format("footnote", "脚"),
        endnotes=notes.format("endnote", "尾"),
    )

    # then
    assert texts(document) == ["甲", "脚", "尾", "乙"]
    assert "脚注" in document.elements[1].doubt


@pytest.mark.parametrize(
    ("contents", "words"),
    [
        ('<w:r><w:drawing><a:blip r:embed="r1"/></w:drawing></w:r>' * 2, "有 2 张图片"),
        ('<w:r><w:pict><v:shape><v:imagedata r:id="r1"/></v:shape></w:pict></w:r>', "有 1 张图片"),
        (
            "<w:r><w:object><v:shape><v:imagedata/></v:shape><o:OLEObject/></w:object></w:r>",
            "有 1 个嵌入的对象",
        ),
        ("<w:r><w:drawing><c:chart/></w:drawing></w:r>", "有 1 个图表"),
    ],
)
def test_what_cannot_be_read_is_told_with_its_line(contents, words):
    # when
    document = read(paragraph("甲") + paragraph(contents))

    # then
    assert [(one.message[: len(words)], one.line) for one in document.remarks] == [(words, 2)]


def test_a_file_in_the_file_is_told():
    assert "夹着 1 份别的文件" in messages(read(paragraph("甲") + '<w:altChunk r:id="r1"/>'))[0]


def test_headers_and_footers_are_left_out_without_a_word():
    # given
    more = {"word/header1.xml": "<w:hdr/>", "word/footer1.xml": "<w:ftr/>"}

    # when
    document = read(paragraph("甲"), more=more)

    # then
    assert (texts(document), document.remarks) == (["甲"], ())


def test_a_table_drawn_with_tabs_becomes_a_table():
    # given
    lines = paragraph("甲数", "<w:r><w:tab/></w:r>", "12") + paragraph("乙数", "<w:r><w:tab/></w:r>", "3")

    # when
    document = read(lines + paragraph("说明。"), known=frozenset({"甲数", "乙数"}))

    # then
    assert [cells[1].text for cells in document.elements[0].rows] == ["12", "3"]
    assert texts(document) == ["说明。"]


def test_a_tab_that_indents_a_paragraph_is_no_cell():
    assert texts(read(paragraph("<w:r><w:tab/></w:r>", "甲数"))) == ["甲数"]


def test_alternatives_are_read_once_wherever_they_stand():
    # given
    choice = "<mc:AlternateContent><mc:Choice Requires='x'>{0}</mc:Choice><mc:Fallback>{0}</mc:Fallback></mc:AlternateContent>"
    rows = choice.format(row("甲", "1")) + row("乙", "2")
    box = choice.format(f"<w:txbxContent>{paragraph('框')}</w:txbxContent>")
    group = f"<w:r><w:pict>{box}</w:pict></w:r>"

    # when
    document = read(
        choice.format(paragraph("前")) + table(rows) + paragraph(group) + "<mc:AlternateContent/>"
    )

    # then
    assert texts(document) == ["前", "框"]
    assert [len(one.rows) for one in document.elements if not isinstance(one, Text)] == [2]


def test_a_note_in_hidden_text_and_a_note_that_is_missing_are_left_out():
    # given
    mark = '<w:footnoteReference w:id="1"/>'

    # then
    assert texts(
        read(paragraph("甲", f"<w:r><w:rPr><w:vanish/></w:rPr>{mark}</w:r>", f"<w:r>{mark}</w:r>"))
    ) == ["甲"]


def test_an_empty_text_box_needs_no_remark():
    assert read(paragraph("甲", OLD_BOX.format("<w:p/>"))).remarks == ()
