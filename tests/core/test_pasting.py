"""Words from other programs as paragraphs: levels, tables, nothing unseen, and where they are put in."""

import pytest

from core.fragments import level_of
from core.pasting import (
    Block,
    Gap,
    Line,
    Words,
    around,
    clean,
    end_of,
    insert,
    is_of_web_page,
    read,
    standing,
)
from core.renumbering import follow
from core.report import Link, Paragraph, blank

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


def test_lists_in_lists_go_down_a_level_and_are_numbered_by_their_depth():
    # given
    page = """<ol><li>主动公开<ol><li>财政信息<ol><li>预算</li></ol></li><li>民生信息</li></ol></li>
    <li>依申请公开<ul><li>渠道</li></ul></li></ol><ol start=3 style="list-style-type:cjk-ideographic"><li>平台</li></ol>"""

    # then
    assert clean("", page) == (
        Line("1.主动公开", 3),
        Line("（1）财政信息", 4),
        Line("①预算", 4),
        Line("（2）民生信息", 4),
        Line("2.依申请公开", 3),
        Line("渠道", 0),
        Line("三、平台", 1),
    )


def test_the_number_of_an_item_stands_before_its_paragraph():
    # given
    page = """<ol><li>
      <p>主动公开</p><p>又一段</p><ol><li><div>财政</div></li></ol></li><li><ol><li>孤零零</li></ol></li></ol><p>末段</p>"""

    # then
    assert [one.text for one in clean("", page)] == [
        "1.主动公开",
        "又一段",
        "（1）财政",
        "2.",
        "（1）孤零零",
        "末段",
    ]


MARK = "<p><span style='{}'><span style='mso-list:Ignore{}'>{}<span>&nbsp;&nbsp; </span></span></span>主动公开</p>"


@pytest.mark.parametrize(
    ("mark", "text"),
    [
        (MARK.format("", ";font-family:Wingdings", "l"), "主动公开"),
        (MARK.format("font-family:Wingdings", "", "Ø"), "主动公开"),
        (MARK.format("font-family: Symbol", "", "·"), "主动公开"),
        (MARK.format("font-family:Courier New", "", "o"), "主动公开"),
        (MARK.format("", "", "\uf06c"), "主动公开"),
        (MARK.format("font-family:仿宋", "", "l"), "l主动公开"),
        (MARK.format("", "", "①"), "①主动公开"),
        (MARK.format("font-family:Wingdings", "", "（一）"), "（一）主动公开"),
        ("<p>\uf06c\t主动公开</p>", "主动公开"),
    ],
)
def test_bullets_of_symbol_fonts_are_no_letters_and_numbers_stay(mark, text):
    (line,) = clean("", mark)
    assert line.text == text


def test_words_that_were_deleted_with_changes_tracked_are_left_out_and_counted():
    # given
    page = "<p>公开<del>70</del><ins>75</ins>条。<del> </del></p><p>末段。<del>旧话。</del></p>"

    # when
    found = read("公开7075条。\n末段。旧话。", page)

    # then
    assert found == Words((Line("公开75条。"), Line("末段。")), 2)


@pytest.mark.parametrize(
    ("raw", "text"),
    [
        ("（一）\t主动公开", "（一）主动公开"),
        ("1.\u2003按月", "1.按月"),
        ("一、 总体", "一、总体"),
        ("3. 5个百分点", "3. 5个百分点"),
        ("公开\u00ad信\u2066息\u202f75条", "公开信息 75条"),
        ("\uf0d8 依申请公开", "依申请公开"),
    ],
)
def test_blanks_behind_a_number_and_signs_that_nobody_sees_go(raw, text):
    (line,) = clean(raw)
    assert line.text == text


def test_links_stay_with_the_words_around_what_is_put_in(report):
    # given
    cell = "applications.new.total"
    report.section("overview").paragraphs[1] = Paragraph(
        text="收到29件，办结29件。", links=tuple(Link(start=at, end=at + 2, cell=cell) for at in (2, 8))
    )
    new = Paragraph(text="其中3件，", links=(Link(start=2, end=3, cell="applications.carried_in.total"),))

    # when
    insert(report, Gap("overview", 1, 1, "收到29件，", "办结29件。"), [new], "插入常用语").apply(report)

    # then
    now = report.section("overview").paragraphs[1]
    assert now.text == "收到29件，其中3件，办结29件。"
    assert [now.text[one.start : one.end] for one in now.links] == ["29", "3", "29"]


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
    assert end_of(report, gap, edit) == (1, 7)
    back.apply(report)
    assert report.model_dump_json() == before


def test_a_selection_is_replaced_and_the_first_takes_its_own_level(report):
    # given
    gap = Gap("overview", 0, 1, "", "")

    # when
    edit = insert(report, gap, [Paragraph(text="1.只有这段。", level=3)], "粘贴 1 段")
    edit.apply(report)

    # then
    assert texts(report) == [(3, "1.只有这段。")]
    assert end_of(report, gap, edit) == (0, 7)


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


@pytest.mark.parametrize(
    ("new", "after"),
    [
        (["（二）强化培训。", "正文。"], [(2, "（三）强化培训。"), (0, "正文。")]),
        (["（二）强化培训。"], [(2, "（三）强化培训。")]),
        (["1.集中学习。"], [(3, "1.集中学习。")]),
        (["强化培训。"], [(2, "（三）强化培训。")]),
    ],
)
def test_where_only_a_number_stands_no_second_one_comes_behind_it(report, new, after):
    # given
    report.section("overview").paragraphs = [Paragraph(text="（三）", level=2)]
    pieces = [Paragraph(text=one, level=level_of(one)) for one in new]

    # when
    insert(report, Gap("overview", 0, 0, "（三）"), pieces, "粘贴").apply(report)

    # then
    assert texts(report) == after


@pytest.mark.parametrize(
    "text",
    [
        "【字体：大 中 小】 打印本页",
        "字体：[大 中 小]　打印　关闭",
        "发布时间：2024-01-10 来源：党政办",
        "首页 > 政务公开 > 年度报告",
    ],
)
def test_what_a_web_page_prints_around_a_text_is_known(text):
    assert is_of_web_page(text)


@pytest.mark.parametrize(
    "text",
    [
        "（一）政策宣传",
        "在网站首页设置年度报告专栏，并可打印本页",
        "（二）打印设备。群众可以打印本页。",
        "",
    ],
)
def test_words_of_a_report_are_none_of_a_web_page(text):
    assert not is_of_web_page(text)


def test_a_numbered_block_behind_the_end_of_a_paragraph_stands_by_itself(report):
    # given
    section = report.section("overview")
    before = [one.text for one in section.paragraphs]
    gap = Gap("overview", 0, 0, before[0], "")
    new = [Paragraph(text="（二）政策宣传。", level=2), Paragraph(text="正文。")]

    # when
    edit = insert(report, gap, new, "粘贴 2 段")
    inverse = edit.apply(report)

    # then
    assert [one.text for one in section.paragraphs] == [before[0], "（二）政策宣传。", "正文。", *before[1:]]
    assert end_of(report, gap, edit) == (2, 3)
    inverse.apply(report)
    assert [one.text for one in section.paragraphs] == before


def paragraphs_of(lines):
    return [Paragraph(text=one, level=level_of(one)) for one in lines]


@pytest.mark.parametrize(
    ("above", "last", "new", "below", "stands"),
    [
        (["(四)甲。"], "(五)", ["（一）宣传。", "（二）公开。"], [], ["(五)宣传。", "(六)公开。"]),
        (["（一）甲。"], "（五）", ["（一）宣传。", "（二）公开。"], [], ["（五）宣传。", "（六）公开。"]),
        (["（一）甲。"], "（二）", ["宣传。", "（一）公开。"], [], ["（二）宣传。", "（三）公开。"]),
        (["1.甲。"], "2.", ["5G建设", "1.公开。"], [], ["2. 5G建设", "3.公开。"]),
        (["（一）甲。"], "1.", ["（一）宣传。", "1.公开。"], ["（二）乙。"], ["（二）宣传。", "1.公开。"]),
        (
            ["(一)甲。"],
            "(二)乙。",
            ["（一）宣传。", "（二）公开。"],
            ["(三)丙。"],
            ["(三)宣传。", "(四)公开。"],
        ),
        (["(一)甲。"], "", ["正文。", "（一）宣传。"], ["(二)丙。"], ["正文。", "(二)宣传。"]),
    ],
)
def test_pasted_paragraphs_stand_in_the_report_as_they_were_shown(report, above, last, new, below, stands):
    # given
    section = report.section("overview")
    section.paragraphs = paragraphs_of([*above, last, *below])
    gap = Gap("overview", len(above), len(above), last)

    # when
    shown = standing(around(section.paragraphs, gap), paragraphs_of(new))

    # then
    assert [one.text for one in shown] == stands

    # when
    follow(report, insert(report, gap, shown, "粘贴")).apply(report)

    # then
    found = [(one.level, one.text) for one in section.paragraphs]
    assert found[-len(below) - len(new) :][: len(new)] == [(one.level, one.text) for one in shown]


def test_words_alone_take_a_bare_number_over_and_count_nothing_on(report):
    # given
    section = report.section("overview")
    section.paragraphs = paragraphs_of(["(一)甲。", "(二)"])
    gap = Gap("overview", 1, 1, "(二)")

    # when
    shown = standing(
        around(section.paragraphs, gap), paragraphs_of(["（一）宣传。", "（二）公开。"]), counts_on=False
    )

    # then
    assert [one.text for one in shown] == ["(二)宣传。", "（二）公开。"]
