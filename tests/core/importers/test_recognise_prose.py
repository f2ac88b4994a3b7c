"""Titles, headings, levels and page remains in all the notations that reports are written in."""

import pytest

from core.importers.document import Document, Grid, GridCell, Text, size
from core.importers.recognise import Reading, frame, lines, numbered, outline, recognise, years
from core.report import Report
from core.template import built_in

LIBRARY = built_in()
TITLE = "柳河镇2022年政府信息公开工作年度报告"
OLD_TITLE = "柳河镇2012年政府信息公开工作年度报告"


def reading(*texts: str | Text) -> Reading:
    made = [one if isinstance(one, Text) else Text(at, one) for at, one in enumerate(texts, 1)]
    count = sum(size(one.text) for one in made)
    found = recognise(Document(tuple(made), (), count), LIBRARY, "报告")
    assert found.placed_characters == found.source_characters
    return found


def sections(report: Report) -> list[tuple[str, str, list[str]]]:
    return [(one.id, one.source_title, [p.text for p in one.paragraphs]) for one in report.sections[1:-1]]


@pytest.mark.parametrize(
    ("text", "level"),
    [
        ("一、加强领导", 1), ("十二、其他", 1), ("一．概述", 1), ("壹、概述", 1), ("Ⅱ、概述", 1), ("第一部分 概述", 1),
        ("（一）网站", 2), ("(一)网站", 2), ("（ 一 ）网站", 2), ("㈡网站", 2),
        ("1.网站", 3), ("１．网站", 3), ("1、网站", 3), ("1 . 网站", 3), ("⒉网站", 3),
        ("（1）网站", 4), ("(1)网站", 4), ("1）网站", 4), ("①网站", 4), ("⑵网站", 4), ("<1>网站", 4),
        ("一是抓学习", 0), ("第一，抓学习", 0), ("一年来，全镇平稳", 0), ("1.5万元用于维护", 0), ("2022年，全镇", 0),
        ("（略）", 0), ("（一）项所列的信息", 0), ("（一）项目", 2),
    ],
)  # fmt: skip
def test_every_notation_has_its_level(text, level):
    assert lines.level(text) == level


@pytest.mark.parametrize(
    "marks",
    [
        ("一、{}", "二、{}", "三、{}"),
        ("一．{}", "二．{}", "三．{}"),
        ("第一部分 {}", "第二部分 {}", "第三部分 {}"),
        ("第一章　{}", "第二章　{}", "第三章　{}"),
        ("壹、{}", "贰、{}", "叁、{}"),
        ("Ⅰ、{}", "Ⅱ、{}", "Ⅲ、{}"),
        ("I. {}", "II. {}", "III. {}"),
        ("1、{}", "2、{}", "3、{}"),
        ("１．{}", "２．{}", "３．{}"),
        ("{}", "{}", "{}"),
    ],
)
def test_sections_are_found_in_every_notation(marks):
    titles = ["基本情况", "主动公开政府信息的情况", "存在的不足和下一步打算"]
    texts = []
    for mark, title in zip(marks, titles, strict=True):
        texts += [mark.format(title), f"这里写{title[:2]}。"]

    report = reading(OLD_TITLE, *texts).report

    assert [one.id for one in report.sections] == [
        "preface",
        "overview",
        "disclosure",
        "problems",
        "signature",
    ]
    assert [len(one.paragraphs) for one in report.sections[1:-1]] == [1, 1, 1]
    assert [one.number for one in report.sections[1:-1]] in (["一", "二", "三"], ["", "", ""])


def test_lists_inside_the_parts_of_a_report_stay_paragraphs():
    report = reading(
        OLD_TITLE, "第一部分 概述", "一、组织领导", "成立了小组。", "二、制度建设", "修订两项。",
        "第二部分 主动公开政府信息情况", "一、公开数量", "三十条。", "第三部分 收费及减免情况", "没有收费。",
    ).report  # fmt: skip

    assert [one.id for one in report.sections[1:-1]] == ["overview", "disclosure", "fees"]
    assert [one.level for one in report.section("overview").paragraphs] == [1, 0, 1, 0]


def test_headings_without_numbers_are_told_by_their_style():
    report = reading(
        Text(1, OLD_TITLE, heading=1), Text(2, "概述", heading=2), Text(3, "好。"), Text(4, "村务公开", heading=2),
        Text(5, "一、按季度公开"), Text(6, "主动公开政府信息情况", heading=2), Text(7, "三条。"),
        Text(8, "存在的主要问题及改进措施", heading=2), Text(9, "慢。"),
    ).report  # fmt: skip

    assert [one.id for one in report.sections[1:-1]] == ["overview", "disclosure", "problems"]
    assert [one.text for one in report.section("overview").paragraphs] == [
        "好。",
        "村务公开",
        "一、按季度公开",
    ]


@pytest.mark.parametrize(
    ("line", "rest"),
    [
        ("一、概述。2012年，柳河镇的公开工作平稳有序。", "2012年，柳河镇的公开工作平稳有序。"),
        ("一、基本情况：全镇十二个站所都有联络员。", "全镇十二个站所都有联络员。"),
        ("一、概述　2012年全镇公开信息九十条。", "2012年全镇公开信息九十条。"),
    ],
)
def test_a_heading_that_runs_into_its_text_is_parted_from_it(line, rest):
    found = reading(OLD_TITLE, line, "二、主动公开政府信息情况", "三条。")

    assert found.report.section("overview").paragraphs[0].text == rest
    trace = next(one for one in found.traces if one.target == "overview/0")
    assert (trace.lines, trace.sure) == ((2,), "likely")


def test_a_numbered_sentence_is_no_heading_that_runs_in():
    report = reading(
        OLD_TITLE, "一、概述", "二、我镇认真做好各项工作，公开及时。", "三、收费及减免情况", "无。"
    ).report

    assert "二、我镇认真做好各项工作，公开及时。" in [
        one.text for one in report.section("overview").paragraphs
    ]


@pytest.mark.parametrize(
    ("numbers_of", "ids"),
    [
        ("一二二四", ["overview", "disclosure", "applications", "problems"]),
        ("一三四五", ["overview", "disclosure", "applications", "problems"]),
        ("一二三三", ["overview", "disclosure", "applications", "problems"]),
    ],
)
def test_sections_numbered_wrongly_or_twice_are_still_sections(numbers_of, ids):
    titles = ["概述", "主动公开政府信息情况", "依申请公开政府信息情况", "存在的问题和改进"]
    texts = [
        text
        for number, title in zip(numbers_of, titles, strict=True)
        for text in (f"{number}、{title}", "好。")
    ]

    report = reading(OLD_TITLE, *texts).report

    assert [one.id for one in report.sections[1:-1]] == ids


def test_a_list_that_counts_past_its_section_does_not_take_the_next_number():
    report = reading(
        OLD_TITLE, "一、概述", "二、主动公开政府信息情况", "一、网站", "二、公开栏", "三、广播", "三、收费及减免情况", "没有。",
    ).report  # fmt: skip

    assert sections(report) == [
        ("overview", "", []),
        ("disclosure", "", ["一、网站", "二、公开栏", "三、广播"]),
        ("fees", "收费及减免情况", ["没有。"]),
    ]


@pytest.mark.parametrize(
    ("title", "section"),
    [
        ("总体情况", "overview"), ("概况", "overview"), ("工作开展情况", "overview"), ("主要做法", "overview"),
        ("2022年工作回顾", "overview"), ("主动公开情况", "disclosure"), ("依申请公开办理情况", "applications"),
        ("复议诉讼情况", "reviews"), ("主要问题和不足", "problems"), ("下一步打算", "problems"),
        ("今后努力方向", "problems"), ("需要说明的其他事项", "other"), ("附则", "other"),
    ],
)  # fmt: skip
def test_titles_are_understood_by_their_meaning(title, section):
    found = outline.headings({0: Text(1, f"一、{title}"), 1: Text(2, "好。")}, LIBRARY.get("national-2021"))

    assert [heading.section for heading in found.values()] == [section]


def test_a_section_found_by_other_words_is_likely_and_noted():
    found = reading(TITLE, "一、主要做法", "抓学习。", "二、主动公开政府信息情况", "见表。")

    assert next(one for one in found.traces if one.target == "overview/0").sure == "likely"
    assert any("主要做法" in note.message and "归入" in note.message for note in found.report.notes)


def test_a_table_of_contents_is_left_out_with_notes():
    names = ["一、总体情况", "二、主动公开政府信息情况", "三、收到和处理政府信息公开申请情况"]

    found = reading(
        TITLE,
        "目录",
        *[f"{name}……{page}" for page, name in enumerate(names, 1)],
        *[line for name in names for line in (name, "正文在这里。")],
    )

    assert found.report.section("overview").paragraphs[0].text == "正文在这里。"
    assert len([note for note in found.report.notes if "目录" in note.message]) == 4


@pytest.mark.parametrize(
    "line",
    [
        "您当前所在的位置：首页>政务公开>年报", "首页 > 信息公开 > 年度报告", "发布时间：2023-01-12 09:30 来源：党政办 浏览次数：102 次",
        "【字体：大 中 小】", "信息来源：柳河镇", "索引号：1234/2023-001", "2023-01-12 09:30", "视力保护色：",
    ],
)  # fmt: skip
def test_remains_above_the_text_of_a_page_are_kept_out(line):
    report = reading(TITLE, line, "引言。", "一、总体情况", "好。").report

    assert [one.text for one in report.section("preface").paragraphs] == ["引言。"]


@pytest.mark.parametrize(
    "line",
    [
        "【打印本页】 【关闭窗口】",
        "上一篇：没有了",
        "分享到：",
        "扫一扫在手机打开当前页",
        "相关附件：",
        "主办：柳河镇人民政府",
        "返回顶部",
    ],
)
def test_remains_below_the_text_of_a_page_are_kept_out(line):
    found = reading(TITLE, "一、总体情况", "好。", line)

    assert [one.text for one in found.report.section("overview").paragraphs] == ["好。"]
    assert [one.text for one in found.left_over] == [line]


@pytest.mark.parametrize(
    ("text", "year"),
    [
        ("柳河镇2 0 2 2年年报", 2022), ("柳河镇２０２２年年报", 2022), ("二〇二二年年报", 2022), ("二○二二年", 2022),
        ("二O二二年", 2022), ("二0二二年", 2022), ("二零一九年度", 2019), ("没有年份", None),
    ],
)  # fmt: skip
def test_a_year_is_read_in_every_writing(text, year):
    assert years.named(text) == year


def test_roman_or_arabic_numbers_of_anything_else_make_no_sections():
    texts = {at: Text(at, text) for at, text in enumerate(["1.苹果", "2.梨", "3.桃"])}

    assert numbered.candidates(texts, LIBRARY.get("plain-2008")) == {}


@pytest.mark.parametrize(
    ("line", "office"),
    [
        ("示范市青禾镇人民政府", "示范市青禾镇人民政府"),
        ("示范市青禾镇人民政府 2025年1月12日", "示范市青禾镇人民政府"),
        ("示范市青禾镇人民政府（2025年1月12日）", "示范市青禾镇人民政府"),
        ("示范市青禾镇人民政府 2025.1.12", "示范市青禾镇人民政府"),
        ("示范市青禾镇人民政府二零二五年一月十二日", "示范市青禾镇人民政府"),
        ("2025年1月12日", ""),
        ("2025-01-12", ""),
        ("2025．1．12", ""),
    ],
)
def test_a_line_of_office_or_date_is_a_signature_in_any_writing(line, office):
    assert lines.is_signature(line)
    assert lines.signer(line) == office


@pytest.mark.parametrize(
    "line",
    ["2025年", "2025年1月", "共受理 2025-1", "2025年1月12日召开会议", "青禾镇人民政府2025年1月12日印发"],
)
def test_a_year_a_month_or_a_sentence_is_no_signature(line):
    assert not lines.is_signature(line)


ABOVE_ANNEXES = (TITLE, "一、总体情况", "全年公开信息3条。", "六、其他需要报告的事项", "无。")
SIGNED = ("柳河镇人民政府", "2023年1月9日")


@pytest.mark.parametrize(
    "annexes",
    [
        ("附件：1．统计表", "2．名单"),
        ("附件：1.统计表", "2.名单", "3.2022年办法"),
        ("附件: 1、统计表", "　　　　　2、名单"),
        ("附件：", "1．统计表", "2．名单"),
        ("附件：1．统计表", "2．" + "很长的名单" * 20),
        ("附件：统计表",),
        ("附件1：统计表", "附件2：名单"),
    ],
)
def test_the_annexes_named_below_the_text_stand_with_the_sign_off(annexes):
    # when
    report = reading(*ABOVE_ANNEXES, *annexes, *SIGNED).report

    # then
    named = [one.strip() for one in annexes]
    assert [one.text for one in report.section("signature").paragraphs] == [*named, *SIGNED]
    assert [one.text for one in report.section("other").paragraphs] == ["无。"]


@pytest.mark.parametrize(
    "points",
    [
        ("1．统计表", "2．名单"),
        ("附件：1．统计表", "3．名单"),
        ("附件：统计表", "2．名单"),
        ("附件：1．统计表", "联系电话：2156321", "2．名单"),
        ("附件：1．统计表", "2．名单", "全文完。"),
    ],
)
def test_numbered_lines_that_follow_no_annex_stay_in_the_section(points):
    # when
    report = reading(*ABOVE_ANNEXES, *points, *SIGNED).report

    # then
    assert [one.text for one in report.section("signature").paragraphs] == list(SIGNED)
    assert [one.text for one in report.section("other").paragraphs] == ["无。", *points]


def test_the_annexes_named_in_rows_below_a_form_are_lines_and_rows_of_the_form_are_none():
    # given: cells beside them that are empty, as a workbook has them
    words = ("合计", "1．其他", "附件：1．统计表", "2．名单", "3．办法", "5．其他")
    rows = tuple((GridCell(text, at), GridCell("", at)) for at, text in enumerate(words))

    # when
    found = list(frame.unframed([Grid(rows)], frozenset({"合计"})))

    # then
    assert [one.text for one in found if isinstance(one, Text)] == ["附件：1．统计表", "2．名单", "3．办法"]


@pytest.mark.parametrize(
    ("first", "second", "is_doubted"),
    [
        ("（一）改进作风抓落实，", "把公开工作做细。", True),
        ("公开了政策、预算、", "人事三类信息。", True),
        ("更新网站12次,", "回应关切3次。", True),
        ("公开政策3条，", "（二）公开预算1条。", False),
        ("公开政策3条，", "2.公开预算1条。", False),
        ("公开政策3条。", "公开预算1条。", False),
        ("主要做了以下工作：", "公开预算1条。", False),
    ],
)
def test_a_paragraph_that_ends_with_a_comma_may_go_on_in_the_next(first, second, is_doubted):
    read = reading(TITLE, "一、总体情况", first, second, "二、主动公开政府信息情况", "公开信息3条。")

    doubts = [one for one in read.traces if one.sure == "unsure" and "本是一段" in one.reason]
    assert [one.source for one in doubts] == ([first] if is_doubted else [])
