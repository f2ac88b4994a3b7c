"""The words of Word files: runs and what may wrap them, breaks, outline levels, hidden text, tracked changes."""

import pytest

from core.importers.document import Text
from tests.core.importers.docx.making import field, messages, paragraph, read, row, run, table, texts

STYLES = (
    '<w:style w:type="paragraph" w:default="1" w:styleId="a"><w:name w:val="Normal"/></w:style>'
    '<w:style w:type="paragraph" w:styleId="1"><w:name w:val="heading 1"/><w:basedOn w:val="a"/></w:style>'
    '<w:style w:type="paragraph" w:styleId="x"><w:name w:val="镇标题"/><w:basedOn w:val="1"/></w:style>'
    '<w:style w:type="paragraph" w:styleId="y"><w:name w:val="圈"/><w:basedOn w:val="y"/>'
    '<w:pPr><w:outlineLvl w:val="1"/></w:pPr></w:style>'
    '<w:style w:type="character" w:styleId="h"><w:name w:val="藏"/><w:rPr><w:vanish/></w:rPr></w:style>'
    '<w:style w:type="paragraph" w:styleId="hp"><w:name w:val="藏段"/><w:rPr><w:vanish/></w:rPr></w:style>'
)


@pytest.mark.parametrize(
    "contents",
    [
        run("公开") + run("信息"),
        f'<w:hyperlink r:id="r9">{run("公开")}</w:hyperlink>{run("信息")}',
        f"<w:smartTag><w:smartTagPr/>{run('公开')}</w:smartTag>{run('信息')}",
        f"<w:sdt><w:sdtPr><w:text/></w:sdtPr><w:sdtContent>{run('公开信息')}</w:sdtContent></w:sdt>",
        f"<w:customXml>{run('公开')}</w:customXml><w:bdo>{run('信息')}</w:bdo>",
        f"<wpsCustomData:any>{run('公开信息')}</wpsCustomData:any>",
        f'<w:fldSimple w:instr=" TITLE ">{run("公开信息")}</w:fldSimple>',
        field(' HYPERLINK "http://example.cn" ', run("公开信息")),
        run("公开")
        + '<w:bookmarkStart w:id="1"/><w:proofErr/><w:r><w:lastRenderedPageBreak/></w:r>'
        + run("信息"),
        (
            "<w:r><w:ruby><w:rubyPr/><w:rt><w:r><w:t>gong</w:t></w:r></w:rt>"
            f"<w:rubyBase>{run('公开')}</w:rubyBase></w:ruby></w:r>{run('信息')}"
        ),
    ],
)
def test_words_are_read_through_every_wrapper(contents):
    # when
    document = read(paragraph(contents))

    # then
    assert texts(document) == ["公开信息"]
    assert document.characters == 4


def test_lines_count_the_paragraphs_of_the_source_blank_ones_too():
    # when
    document = read(paragraph("甲") + paragraph() + paragraph("乙") + table(row("丙", "丁"), row("戊", "己")))

    # then
    assert [one.line for one in document.elements if isinstance(one, Text)] == [1, 3]
    assert [cells[0].line for cells in document.elements[-1].rows] == [4, 5]


def test_hyphens_tabs_and_symbols_are_characters():
    # given
    contents = (
        run("0631")
        + "<w:r><w:noBreakHyphen/></w:r>"
        + run("12")
        + "<w:r><w:tab/></w:r>"
        + '<w:r><w:sym w:font="Wingdings" w:char="F0FE"/><w:sym w:font="Wingdings" w:char="F082"/></w:r>'
        + '<w:r><w:sym w:font="Symbol" w:char="F0B3"/><w:sym w:font="宋体" w:char="2460"/></w:r>'
    )

    # when
    document = read(paragraph(contents))

    # then
    assert texts(document) == ["0631-12\t☑②≥①"]
    assert document.elements[0].doubt == ""


def test_a_symbol_nobody_knows_is_shown_and_doubted():
    # when
    document = read(paragraph("甲" + "乙", '<w:r><w:sym w:font="奇怪" w:char="F123"/></w:r>'))

    # then
    assert texts(document) == ["甲乙〓"]
    assert "读不出来" in document.elements[0].doubt


@pytest.mark.parametrize(
    ("first", "second", "expected"),
    [
        ("本镇通过政府网站和公示栏公开了全年的财政预算", "决算信息，方便群众查看。", 1),
        ("本镇通过政府网站和公示栏公开了全年的财政预算。", "另外还公开了决算。", 2),
        ("柳河镇人民政府", "2024年政府信息公开工作年度报告", 2),
        ("本镇通过政府网站和公示栏公开了全年的财政预算", "（二）依申请公开", 2),
        ("本镇通过政府网站和公示栏公开了全年的财政预算", "　　另外还公开了决算。", 2),
        ("东海省清溪县柳河镇人民政府政务公开工作办公室", "2025年1月8日", 2),
        ("本镇通过政府网站和公示栏公开了全年的预算共12", "34条。", 2),
    ],
)
def test_a_line_break_begins_a_paragraph_unless_it_only_wraps(first, second, expected):
    # when
    lines = texts(read(paragraph(first, "<w:r><w:br/></w:r>", second)))

    # then
    assert lines == ([first + second] if expected == 1 else [first, second])


def test_western_words_that_were_wrapped_get_their_space_back():
    # given
    first = "本镇在全国统一的政务公开平台上使用的系统是 Open"

    # then
    assert texts(read(paragraph(first, "<w:r><w:br/></w:r>", "Data 平台。"))) == [f"{first} Data 平台。"]


def test_tracked_changes_are_accepted_and_counted():
    # given
    body = paragraph(
        "全年公开",
        f"<w:del><w:r><w:delText>10</w:delText></w:r></w:del><w:ins>{run('12')}</w:ins>",
        f"<w:moveFrom>{run('旧')}</w:moveFrom><w:moveTo>{run('新')}</w:moveTo>",
        '<w:r><w:commentReference w:id="0"/></w:r>',
    )

    # when
    document = read(body)

    # then
    assert texts(document) == ["全年公开12新"]
    assert messages(document) == ["文件含 3 处修订、1 条批注。已按接受全部修订读取，批注没有读入。"]


def test_a_deleted_end_of_a_paragraph_joins_it_to_the_next():
    # given
    joined = paragraph("一句话的前半，", properties="<w:rPr><w:del/></w:rPr>")

    # then
    assert texts(read(joined + paragraph("后半。") + paragraph("另一段。"))) == [
        "一句话的前半，后半。",
        "另一段。",
    ]


def test_a_heading_that_runs_into_its_text_stays_on_its_line():
    # given
    heading = paragraph("（一）主动公开。", properties="<w:rPr><w:vanish/><w:specVanish/></w:rPr>")

    # then
    assert texts(read(heading + paragraph("全年公开十二条。"))) == ["（一）主动公开。全年公开十二条。"]


def test_hidden_text_is_left_out_and_told():
    # given
    body = paragraph(
        run("公开", "<w:vanish/>"), run("信息", '<w:vanish w:val="0"/>'), run("秘", '<w:rStyle w:val="h"/>')
    ) + paragraph(run("段"), run("见", '<w:vanish w:val="false"/>'), properties='<w:pStyle w:val="hp"/>')

    # when
    document = read(body, styles=STYLES)

    # then
    assert texts(document) == ["信息", "见"]
    assert messages(document) == ["有 3 处隐藏的文字，没有读入。"]
    assert document.remarks[0].source == "公开\n秘\n段"


@pytest.mark.parametrize(
    ("properties", "level"),
    [
        ('<w:pStyle w:val="1"/>', 1),
        ('<w:pStyle w:val="x"/>', 1),
        ('<w:pStyle w:val="y"/>', 2),
        ('<w:pStyle w:val="1"/><w:outlineLvl w:val="2"/>', 3),
        ('<w:pStyle w:val="1"/><w:outlineLvl w:val="9"/>', 0),
        ('<w:pStyle w:val="nobody"/>', 0),
        ("", 0),
    ],
)
def test_outline_levels_come_from_the_paragraph_or_its_styles(properties, level):
    assert read(paragraph("总体情况", properties=properties), styles=STYLES).elements[0].heading == level


@pytest.mark.parametrize("code", ["", "xyz", "F123", "0007", "DFFF"])
def test_a_code_that_is_no_character_is_doubted(code):
    assert read(paragraph(f'<w:r><w:sym w:font="宋体" w:char="{code}"/></w:r>')).elements[0].text == "〓"


def test_a_paragraph_whose_end_is_deleted_before_a_table_stays_before_it():
    # given
    first = paragraph("甲", properties="<w:rPr><w:del/></w:rPr>")

    # then
    assert texts(read(first + table(row("乙", "1")) + first)) == ["甲", "甲"]
