"""Words from other programs as paragraphs: levels, tables, nothing unseen, and where they are put in."""

import pytest

from core.pasting import Block, Gap, Line, clean, end_of, insert
from core.report import Paragraph, blank

WORD_PAGE = """<html><head><meta name=Generator content="Microsoft Word 15"><style>p.x{color:red}</style></head>
<body><!--StartFragment--><h2>平台建设</h2>
<p class=MsoNormal><span style='mso-list:Ignore'>（一）<span>&nbsp;&nbsp;</span></span>主动公开。全年在公开栏张贴
了各类事项。</p><p>1.按月更换。</p><script>alert(1)</script><p style="display:none">看不见的字</p>
<table><tr><td>项目</td><td>件数</td></tr><tr><td>许可</td><td>3</td></tr><tr><td>处罚</td><td>5</td></tr></table>
<p>表后的一段。</p><!--EndFragment--></body></html>"""


@pytest.fixture
def report(library):
    report = blank(library.get("national-2021"), 2024, "清溪县柳河镇人民政府")
    report.section("overview").paragraphs = [
        Paragraph(text="（一）原有的一段。", level=2, state="carried", origin="（一）原有的一段。"),
        Paragraph(text="第二段在这里。"),
    ]
    return report


def texts(report):
    return [(one.level, one.text) for one in report.section("overview").paragraphs]


def test_lines_get_the_levels_of_their_numbers():
    # when
    found = clean("　　一、总体\r\n\r\n（一）主动公开。\n\t1.按月更换。\n（2）按季。\n正文 \u200b一段\x07。")

    # then
    assert found == (
        Line("一、总体", 1),
        Line("（一）主动公开。", 2),
        Line("1.按月更换。", 3),
        Line("（2）按季。", 4),
        Line("正文 一段。", 0),
    )


def test_a_page_of_word_is_read_with_list_numbers_headings_and_tables():
    # when
    found = clean("", WORD_PAGE)

    # then
    assert [one.level for one in found if isinstance(one, Line)] == [2, 2, 3, 0]
    assert found[0] == Line("平台建设", 2)
    assert found[1].text.replace(" ", "") == "（一）主动公开。全年在公开栏张贴了各类事项。"
    assert found[3] == Block(("项目　件数", "许可　3", "处罚　5"), 2)
    assert found[3].name == "表格（3 行 2 列），开头是“项目　件数”"
    assert not any("alert" in str(one) or "看不见" in str(one) for one in found)


def test_plain_words_count_where_the_page_holds_less():
    assert clean("第一段。\n第二段。", "<p>第一段。</p>") == (Line("第一段。"), Line("第二段。"))


@pytest.mark.parametrize("html", ["<div>" * 400 + "深" + "</div>" * 400, "<", "x" * 2_100_000])
def test_a_page_that_cannot_be_read_leaves_the_plain_words(html):
    assert clean("只有这一句。", html) == (Line("只有这一句。"),)


def test_nothing_comes_of_an_empty_clipboard():
    assert clean("", "") == ()
    assert clean(" \n\u200b\n", "<p>&nbsp;</p>") == ()


def test_paragraphs_go_in_between_the_words_around_the_cursor(report):
    # given
    gap = Gap("overview", 0, 0, "（一）原有的", "一段。")
    new = [Paragraph(text="新的开头。"), Paragraph(text="（二）另一段，", level=2)]
    before = report.model_dump_json()

    # when
    edit = insert(report, gap, new, "粘贴 2 段")
    back = edit.apply(report)

    # then
    assert texts(report) == [
        (2, "（一）原有的新的开头。"),
        (2, "（二）另一段，一段。"),
        (0, "第二段在这里。"),
    ]
    assert [one.state for one in report.section("overview").paragraphs] == ["changed", "changed", ""]
    assert report.section("overview").paragraphs[0].origin == "（一）原有的一段。"
    assert end_of(gap, new) == (1, 7)
    back.apply(report)
    assert report.model_dump_json() == before


def test_a_selection_is_replaced_and_the_first_takes_its_own_level(report):
    # given
    gap = Gap("overview", 0, 1, "", "")

    # when
    insert(report, gap, [Paragraph(text="1.只有这段。", level=3)], "粘贴 1 段").apply(report)

    # then
    assert texts(report) == [(3, "1.只有这段。")]
    assert end_of(gap, [Paragraph(text="1.只有这段。")]) == (0, 7)


def test_the_first_words_of_an_empty_section_have_nothing_around_them(report):
    # given
    report.section("overview").paragraphs = []

    # when
    insert(report, Gap("overview", 0, 0), [Paragraph(text="第一句。")], "插入常用语").apply(report)

    # then
    assert texts(report) == [(0, "第一句。")]


def test_a_section_that_is_not_there_takes_nothing(report):
    with pytest.raises(KeyError):
        insert(report, Gap("nowhere", 0, 0), [Paragraph(text="字")], "粘贴")
