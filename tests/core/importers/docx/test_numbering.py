"""Automatic numbering: the labels that Word, WPS and LibreOffice show, as part of the text."""

import pytest

from core.importers.docx import numerals
from core.numbers import from_chinese
from tests.core.importers.docx.making import cell, messages, paragraph, read, row, table, texts


def level(at, form, text, *, start=1, more=""):
    """A level of a list."""
    return (
        f'<w:lvl w:ilvl="{at}"><w:start w:val="{start}"/><w:numFmt w:val="{form}"/>{more}'
        f'<w:lvlText w:val="{text}"/></w:lvl>'
    )


def lists(*levels, nums='<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'):
    """The numbering part with one kind of list."""
    return f'<w:abstractNum w:abstractNumId="0">{"".join(levels)}</w:abstractNum>{nums}'


def item(text, at=0, num=1):
    """A paragraph of a list."""
    return paragraph(text, properties=f'<w:numPr><w:ilvl w:val="{at}"/><w:numId w:val="{num}"/></w:numPr>')


OFFICIAL = lists(
    level(0, "chineseCounting", "%1、"),
    level(1, "chineseCountingThousand", "（%2）"),
    level(2, "decimal", "%3."),
    level(3, "decimalEnclosedCircle", "%4"),
    level(4, "decimal", "%1.%3.%5", more="<w:isLgl/>"),
)


@pytest.mark.parametrize(
    ("form", "values"),
    [
        ("decimal", {1: "1", 12: "12"}),
        ("decimalZero", {3: "03", 12: "12"}),
        ("decimalFullWidth", {12: "１２"}),
        ("decimalEnclosedCircle", {1: "①", 20: "⑳", 21: "㉑", 36: "㊱", 51: "51"}),
        ("decimalEnclosedParen", {2: "⑵"}),
        ("decimalEnclosedFullstop", {3: "⒊"}),
        ("chineseCounting", {1: "一", 10: "十", 11: "十一", 20: "二十", 21: "二十一"}),
        ("chineseCountingThousand", {101: "一百零一", 110: "一百一十", 1001: "一千零一", 1010: "一千零一十"}),
        ("japaneseCounting", {15: "十五"}),
        ("taiwaneseCountingThousand", {32: "三十二"}),
        ("ideographDigital", {10: "一〇"}),
        ("chineseLegalSimplified", {3: "叁", 11: "壹拾壹"}),
        ("ideographLegalTraditional", {3: "參"}),
        ("ideographEnclosedCircle", {3: "㊂", 11: "11"}),
        ("ideographTraditional", {1: "甲", 10: "癸", 11: "11"}),
        ("ideographZodiac", {12: "亥"}),
        ("ideographZodiacTraditional", {1: "甲子", 60: "癸亥"}),
        ("upperLetter", {1: "A", 27: "AA"}),
        ("lowerLetter", {26: "z"}),
        ("upperRoman", {4: "IV", 1999: "MCMXCIX"}),
        ("lowerRoman", {9: "ix"}),
        ("numberInDash", {1: "- 1 -"}),
        ("none", {1: ""}),
    ],
)
def test_numbers_are_written_as_word_writes_them(form, values):
    assert {value: numerals.render(value, form) for value in values} == values


def test_chinese_numerals_mean_the_number_they_are_made_of():
    assert all(
        from_chinese(numerals.render(value, "chineseCounting") or "") == value for value in range(1, 2_000)
    )


def test_official_lists_count_and_start_again_below_their_parent():
    # given
    body = (
        item("总体情况") + item("主动公开", 1) + item("公开数量", 2) + item("甲", 3) + item("乙", 3)
        + item("公开渠道", 2) + item("依申请公开", 1) + item("收到数", 2) + item("主要问题") + item("认识", 1)
    )  # fmt: skip

    # then
    assert texts(read(body, numbering=OFFICIAL)) == [
        "一、总体情况", "（一）主动公开", "1.公开数量", "①甲", "②乙",
        "2.公开渠道", "（二）依申请公开", "1.收到数", "二、主要问题", "（一）认识",
    ]  # fmt: skip


def test_a_level_in_figures_throughout_shows_its_parents_in_figures():
    # given
    body = item("甲") + item("乙") + item("丙", 2) + item("丁", 4)

    # then
    assert texts(read(body, numbering=OFFICIAL))[-1] == "2.1.1 丁"


def test_a_label_that_ends_in_a_letter_or_figure_is_set_off():
    # given
    numbering = lists(
        level(0, "chineseCounting", "第%1部分"), level(1, "decimal", "%2", more='<w:suff w:val="nothing"/>')
    )

    # then
    assert texts(read(item("总体情况") + item("条", 1), numbering=numbering)) == ["第一部分 总体情况", "1条"]


def test_lists_of_one_kind_count_on_unless_they_say_where_to_start():
    # given
    nums = (
        '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'
        '<w:num w:numId="2"><w:abstractNumId w:val="0"/></w:num>'
        '<w:num w:numId="3"><w:abstractNumId w:val="0"/>'
        '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride></w:num>'
    )
    numbering = lists(level(0, "decimal", "%1、"), nums=nums)
    body = item("甲") + item("乙", num=2) + item("丙", num=3) + item("丁", num=3)

    # then
    assert texts(read(body, numbering=numbering)) == ["1、甲", "2、乙", "1、丙", "2、丁"]


def test_a_list_may_write_a_level_in_its_own_way():
    # given
    nums = (
        '<w:num w:numId="1"><w:abstractNumId w:val="0"/><w:lvlOverride w:ilvl="0">'
        f"{level(0, 'chineseCounting', '（%1）', start=3)}</w:lvlOverride></w:num>"
    )

    # then
    assert texts(read(item("甲"), numbering=lists(level(0, "decimal", "%1、"), nums=nums))) == ["（三）甲"]


def test_a_level_may_never_start_again():
    # given
    numbering = lists(
        level(0, "decimal", "%1、"), level(1, "decimal", "（%2）", more='<w:lvlRestart w:val="0"/>')
    )

    # then
    assert texts(read(item("甲") + item("乙", 1) + item("丙") + item("丁", 1), numbering=numbering)) == [
        "1、甲", "（1）乙", "2、丙", "（2）丁",
    ]  # fmt: skip


STYLES = (
    '<w:style w:type="paragraph" w:styleId="1"><w:name w:val="heading 1"/>'
    '<w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>'
    '<w:style w:type="paragraph" w:styleId="2"><w:name w:val="heading 2"/>'
    '<w:pPr><w:numPr><w:ilvl w:val="1"/><w:numId w:val="1"/></w:numPr></w:pPr></w:style>'
    '<w:style w:type="paragraph" w:styleId="3"><w:name w:val="镇标题"/><w:basedOn w:val="2"/></w:style>'
    '<w:style w:type="paragraph" w:styleId="4"><w:name w:val="三"/>'
    '<w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>'
)


def test_styles_bring_their_lists_with_them():
    # given
    numbering = lists(
        level(0, "chineseCounting", "%1、", more='<w:pStyle w:val="1"/>'),
        level(1, "chineseCounting", "（%2）"),
        level(2, "decimal", "%3.", more='<w:pStyle w:val="4"/>'),
    )
    body = "".join(
        paragraph("文", properties=f'<w:pStyle w:val="{style}"/>{own}')
        for style, own in (
            ("1", ""), ("2", ""), ("3", ""), ("4", ""), ("1", ""),
            ("1", '<w:numPr><w:numId w:val="0"/></w:numPr>'), ("3", ""),
        )
    )  # fmt: skip

    # when
    document = read(body, numbering=numbering, styles=STYLES)

    # then
    assert texts(document) == ["一、文", "（一）文", "（二）文", "1.文", "二、文", "文", "（一）文"]
    assert [one.heading for one in document.elements] == [1, 2, 2, 0, 1, 1, 2]


def test_a_list_that_is_only_a_link_to_a_list_style_is_followed():
    # given
    numbering = (
        f'<w:abstractNum w:abstractNumId="0"><w:styleLink w:val="s"/>{level(0, "decimal", "%1、")}</w:abstractNum>'
        '<w:abstractNum w:abstractNumId="1"><w:numStyleLink w:val="s"/></w:abstractNum>'
        '<w:num w:numId="1"><w:abstractNumId w:val="1"/></w:num>'
    )

    # then
    assert texts(read(item("甲"), numbering=numbering)) == ["1、甲"]


def test_bullets_are_no_text():
    assert texts(read(item("甲"), numbering=lists(level(0, "bullet", "\uf0b7")))) == ["甲"]


def test_an_unknown_writing_becomes_figures_and_is_doubted():
    # when
    document = read(item("甲"), numbering=lists(level(0, "hebrew1", "%1、")))

    # then
    assert texts(document) == ["1、甲"]
    assert "不认识" in document.elements[0].doubt


def test_a_custom_writing_is_read_from_its_alternative():
    # given
    custom = (
        '<w:lvl w:ilvl="0"><w:start w:val="1"/><mc:AlternateContent><mc:Choice Requires="w14">'
        '<w:numFmt w:val="custom" w:format="001, 002"/></mc:Choice><mc:Fallback><w:numFmt w:val="decimal"/>'
        '</mc:Fallback></mc:AlternateContent><w:lvlText w:val="%1、"/></w:lvl>'
    )

    # then
    assert texts(read(item("甲"), numbering=lists(custom))) == ["1、甲"]


def test_a_number_without_words_is_told_and_counted():
    # when
    document = read(item("甲") + item("") + item("乙"), numbering=lists(level(0, "decimal", "%1、")))

    # then
    assert texts(document) == ["1、甲", "3、乙"]
    assert (document.remarks[0].source, document.remarks[0].line) == ("2、", 2)
    assert "只有自动编号" in messages(document)[0]


def test_an_automatic_number_alone_in_a_cell_is_doubted():
    # given
    numbering = lists(level(0, "decimal", "%1"))

    # when
    document = read(table(row(cell(item("")), "甲"), row(cell(item("")), "乙")), numbering=numbering)

    # then
    first = document.elements[0].rows[1][0]
    assert first.text.strip() == "2"
    assert "自动编号" in first.doubt


def test_a_deleted_paragraph_does_not_count():
    # given
    gone = (
        '<w:p><w:pPr><w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr><w:rPr><w:del/></w:rPr></w:pPr>'
        "<w:del><w:r><w:delText>旧</w:delText></w:r></w:del></w:p>"
    )

    # then
    assert texts(read(item("甲") + gone + item("乙"), numbering=OFFICIAL)) == ["一、甲", "二、乙"]


@pytest.mark.parametrize(
    "numbering",
    [
        "",
        '<w:num w:numId="1"/>',
        '<w:num w:numId="1"><w:abstractNumId w:val="7"/></w:num>',
        lists(),
        lists(level(0, "decimal", "")),
        lists(level("x", "decimal", "%1、")),
        lists('<w:lvl w:ilvl="0"/>'),
        lists(level(0, "decimal", "%7")),
    ],
)
def test_a_list_that_is_not_there_numbers_nothing(numbering):
    assert texts(read(item("甲"), numbering=numbering)) == ["甲"]


def test_a_file_as_wps_writes_it_is_read():
    # given
    numbering = (
        '<w:abstractNum w:abstractNumId="0" w15:restartNumberingAfterBreak="0" xmlns:w15="urn:w15">'
        '<w:nsid w:val="5A1B"/><w:multiLevelType w:val="singleLevel"/><w:tmpl w:val="5A1B"/>'
        '<w:lvl w:ilvl="0" w:tentative="0"><w:start w:val="1"/><w:numFmt w:val="chineseCounting"/>'
        '<w:suff w:val="nothing"/><w:lvlText w:val="%1、"/><w:lvlJc w:val="left"/></w:lvl></w:abstractNum>'
        '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'
    )
    heading = (
        '<w:p w14:paraId="1A2B" w:rsidR="00AB"><w:pPr><w:pStyle w:val="2"/><w:keepNext w:val="0"/>'
        '<w:pageBreakBefore w:val="0"/><w:wpsSpecial w:val="x"/><w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/>'
        '</w:numPr></w:pPr><w:bookmarkStart w:id="0" w:name="_GoBack"/><w:r><w:rPr><w:rFonts w:hint="eastAsia"/>'
        '<w:lang w:val="en-US" w:eastAsia="zh-CN"/></w:rPr><w:t>总体</w:t></w:r><w:bookmarkEnd w:id="0"/>'
        "<w:r><w:t>情况</w:t></w:r></w:p>"
    )
    more = {"customXml/item1.xml": "<wpsCustomData:a xmlns:wpsCustomData='urn:x'/>"}

    # when
    document = read(heading + paragraph("正文。"), numbering=numbering, more=more)

    # then
    assert texts(document) == ["一、总体情况", "正文。"]
    assert document.remarks == ()


def test_a_style_may_name_a_list_that_is_not_there():
    assert texts(read(paragraph("文", properties='<w:pStyle w:val="1"/>'), styles=STYLES)) == ["文"]
