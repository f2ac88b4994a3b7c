"""Fields, tables of contents and prompts in Word files: only what a reader would see as text is read."""

import pytest

from tests.core.importers.docx.making import cell, field, messages, paragraph, read, row, run, table, texts


def test_only_the_result_of_a_field_is_read():
    # given
    nested = field(f" IF {field(' X ', run('1'))} = 1 ", run("是"))

    # then
    assert texts(read(paragraph("答：", nested))) == ["答：是"]


def test_a_formula_field_is_doubted():
    # when
    document = read(table(row("合计", cell(paragraph(field(" =SUM(ABOVE) ", run("12"))))), row("甲", "乙")))

    # then
    assert document.elements[0].rows[0][1].text == "12"
    assert "没有更新" in document.elements[0].rows[0][1].doubt


def test_a_field_that_reaches_outside_is_told():
    # when
    document = read(paragraph(field(" DDEAUTO excel x y ", run("12"))))

    # then
    assert texts(document) == ["12"]
    assert "引用了外部的文件或程序" in messages(document)[0]


def test_a_circled_character_is_read_out_of_its_field():
    # given
    circled = (
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>eq \\o\\ac(○,三)</w:instrText></w:r>'
        '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    )

    # when
    document = read(paragraph(circled, "其他"))

    # then
    assert texts(document) == ["三其他"]
    assert "带圈" in document.elements[0].doubt


def test_a_table_of_contents_is_left_out_and_told():
    # given
    begin = (
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>TOC \\o "1-3"</w:instrText></w:r>'
        '<w:r><w:fldChar w:fldCharType="separate"/></w:r>'
    )
    end = '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    entries = paragraph(begin, run("一、总体情况1")) + paragraph("二、其他2") + paragraph(end)

    # when
    document = read(entries + paragraph("一、总体情况"))

    # then
    assert texts(document) == ["一、总体情况"]
    assert "目录没有读入" in messages(document)[0]


def test_a_table_of_contents_in_its_own_frame_is_left_out_too():
    # given
    contents = (
        '<w:sdt><w:sdtPr><w:docPartObj><w:docPartGallery w:val="Table of Contents"/></w:docPartObj></w:sdtPr>'
        f"<w:sdtContent>{paragraph('一、总体情况1')}</w:sdtContent></w:sdt>"
    )

    # then
    assert texts(read(contents + paragraph("一、总体情况"))) == ["一、总体情况"]


def test_a_field_that_is_never_closed_swallows_nothing():
    # given
    open_field = '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>TOC</w:instrText></w:r>'

    # then
    assert texts(read(paragraph(open_field, "甲") + paragraph("乙"))) == ["甲", "乙"]


def test_a_prompt_that_nobody_filled_in_is_no_text():
    # given
    control = "<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent>{}</w:sdtContent></w:sdt>"
    body = control.format(paragraph("单击此处输入文字")) + paragraph("甲", control.format(run("请选择日期")))

    # when
    document = read(body)

    # then
    assert texts(document) == ["甲"]
    assert document.remarks[0].source == "单击此处输入文字\n请选择日期"


def test_a_formula_is_read_with_doubt():
    # when
    document = read(paragraph("增长", "<m:oMath><m:r><m:t>5%</m:t></m:r></m:oMath>"))

    # then
    assert texts(document) == ["增长5%"]
    assert document.elements[0].doubt


def test_a_long_text_is_no_prompt_even_where_its_control_says_so():
    # given
    words = "本镇按照条例的规定，认真做好政府信息公开工作。" * 5
    control = (
        f"<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent>{paragraph(words)}</w:sdtContent></w:sdt>"
    )

    # then
    assert texts(read(control)) == [words]


def test_marks_of_fields_that_never_began_are_no_harm():
    # given
    marks = "".join(f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>' for kind in ("separate", "end", "odd"))

    # then
    assert texts(read(paragraph("<w:r><w:instrText>X</w:instrText></w:r>", marks, "甲"))) == ["甲"]


@pytest.mark.parametrize("instruction", ["", "eq", "eq \\f(1,2)", "eq \\o(○,)", "PAGE"])
def test_a_field_without_result_shows_nothing(instruction):
    # given
    marks = (
        f'<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>{instruction}</w:instrText></w:r>'
        '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    )

    # then
    assert texts(read(paragraph("甲", marks))) == ["甲"]


def test_a_table_of_contents_in_a_simple_field_is_left_out():
    # when
    document = read(
        paragraph(f'<w:fldSimple w:instr="TOC">{run("一、总体情况1")}</w:fldSimple>') + paragraph("甲")
    )

    # then
    assert texts(document) == ["甲"]
    assert messages(document) == ["原文的目录没有读入。"]
