"""Titles, offices, years, sections, annex heads and table rows recognised by their words."""

import pytest

from core import importers
from core.errors import UsageError
from core.importers.document import Document, Grid, GridCell, Text
from core.importers.recognise import Reading, recognise, titles, years
from core.report import Report
from core.template import built_in

LIBRARY = built_in()
HEAD = "柳河镇2016年政府信息公开工作年度报告\n"
BODY = "一、概述\n今年工作平稳。\n二、存在的主要问题及改进措施\n宣传不够。\n"
TABLE_HEAD = "统计指标\t单位\t统计数\n"


def reading(text: str, tmp_path, **asked) -> Reading:
    path = tmp_path / "去年.txt"
    path.write_text(text, encoding="utf-8")
    return importers.read_with_counts(path, LIBRARY, **asked)


def imported(text: str, tmp_path, **asked) -> Report:
    found = reading(text, tmp_path, **asked)
    assert found.placed_characters == found.source_characters
    return found.report


def messages(report: Report) -> str:
    return " ".join(note.message + note.source for note in report.notes)


@pytest.mark.parametrize(
    ("lines", "title"),
    [
        (["柳河镇2016年政府信息公开工作年度报告"], "柳河镇2016年政府信息公开工作年度报告"),
        (["柳河镇人民政府", "2016年", "政府信息公开年度报告"], "柳河镇人民政府2016年政府信息公开年度报告"),
        (["首页 > 信息公开 > 年报", "2016年柳河镇政务公开年报"], "2016年柳河镇政务公开年报"),
        (["根据规定，现公布2016年政府信息公开年度报告"], ""),
    ],
)
def test_a_title_is_found_on_one_line_or_several(lines, title):
    assert titles.find([Text(number, line) for number, line in enumerate(lines)]).text == title


@pytest.mark.parametrize(
    ("title", "office"),
    [
        ("柳河镇人民政府2016年政府信息公开工作年度报告", "柳河镇人民政府"),
        ("2016年柳河镇人民政府信息公开年度报告", "柳河镇人民政府"),
        ("二〇一六年东湖街道办事处政务公开年度报告", "东湖街道办事处"),
        ("关于柳河镇2016年度政府信息公开工作的报告", "柳河镇"),
        ("ABC游戏柳河镇2016年政府信息公开年度报告", "柳河镇"),
    ],
)
def test_the_office_and_the_year_are_read_from_the_title(title, office, tmp_path):
    text = f"{title}\n现公布柳河镇2016年情况。\n{BODY}" if "ABC" in title else f"{title}\n{BODY}"

    report = imported(text, tmp_path)

    assert (report.unit.name, report.year) == (office, 2016)


@pytest.mark.parametrize(
    ("preface", "office"),
    [
        ("2016年的情况如下，如有疑问请联系清溪县柳河镇人民政府，电话见网站。", "清溪县柳河镇人民政府"),
        ("现公布清溪县柳河镇2016年的情况。", "清溪县柳河镇"),
        ("2016年的情况如下。", ""),
    ],
)
def test_without_a_title_the_text_names_the_office(preface, office, tmp_path):
    report = imported(f"{preface}\n{BODY}", tmp_path)

    assert report.unit.name == office
    assert ("没有找到报告单位" in messages(report)) == (not office)


def test_the_name_below_the_report_is_the_office_where_there_is_no_title(tmp_path):
    report = imported(f"2016年的情况如下。\n{BODY}清溪县柳河镇人民政府\n2017年1月9日\n", tmp_path)

    assert report.unit.name == "清溪县柳河镇人民政府"
    assert len(report.section("signature").paragraphs) == 2


@pytest.mark.parametrize(
    ("title", "texts", "year"),
    [
        ("二〇一五年年报", [], 2015),
        ("", ["统计期限为2022年1月1日起至2022年12月31日止", "2023年打算"], 2022),
        ("", ["2013年，我镇", "2013年与2012年相比"], 2013),
        ("", ["没有年份"], None),
    ],
)
def test_the_year_comes_from_the_title_then_the_period_then_the_most_frequent(title, texts, year):
    found = years.find(title, [], texts)

    assert (found.value if found else None) == year


def test_what_is_asked_for_is_believed_rather_than_the_file(tmp_path):
    report = imported(HEAD + BODY, tmp_path, template_id="national-2014", year=2015)

    assert (report.template, report.year) == ("national-2014", 2015)


@pytest.mark.parametrize(
    ("year", "form"), [(2009, "plain-2008"), (2018, "plain-2008"), (2022, "national-2021")]
)
def test_a_report_without_tables_takes_the_form_of_its_year(year, form, tmp_path):
    assert imported((HEAD + BODY).replace("2016", str(year)), tmp_path).template == form


@pytest.mark.parametrize("year", [-4, 0, 2100, 20240])
def test_a_year_that_nobody_reports_on_is_named_and_nothing_read(year, tmp_path):
    with pytest.raises(UsageError, match=f"没有 {year} 年"):
        imported(HEAD + BODY, tmp_path, year=year)


def test_a_year_without_a_form_takes_the_nearest_with_a_note(tmp_path):
    report = imported((HEAD + BODY).replace("2016", "2005"), tmp_path)

    assert report.template == "plain-2008"
    assert "没有 2005 年的报告格式" in messages(report)


def test_sections_are_known_by_their_meaning_and_unknown_ones_are_kept(tmp_path):
    text = HEAD + (
        "一、工作概况\n好。\n二、因政府信息公开申请行政复议、提起行政诉讼的情况\n没有。\n"
        "三、村务公开\n按季公开。\n四、工作中的不足\n慢。\n"
    )

    report = imported(text, tmp_path)

    found = [(one.id, one.number, one.source_title) for one in report.sections[1:-1]]
    assert found == [
        ("overview", "一", "工作概况"),
        ("reviews", "二", "因政府信息公开申请行政复议、提起行政诉讼的情况"),
        ("extra1", "三", "村务公开"),
        ("problems", "四", "工作中的不足"),
    ]
    assert "村务公开" in messages(report)


def test_a_fixed_form_has_all_its_sections_in_its_order(tmp_path):
    text = "柳河镇2022年政府信息公开工作年度报告\n一、总体情况\n好。\n五、存在的主要问题及改进情况\n慢。\n"

    report = imported(text, tmp_path)

    ids = ["preface", "overview", "disclosure", "applications", "reviews", "problems", "other", "signature"]
    assert [one.id for one in report.sections] == ids
    assert "没有找到“其他需要报告的事项”" in messages(report)


@pytest.mark.parametrize("form", ["第{}部分 {}", "{}、{}"])
def test_headings_may_be_numbered_in_several_ways(form, tmp_path):
    lines = [form.format("一", "概述"), "好。", form.format("二", "主动公开政府信息情况"), "三条。"]

    assert [one.id for one in imported(HEAD + "\n".join(lines), tmp_path).sections[1:-1]] == [
        "overview",
        "disclosure",
    ]


def test_figures_number_sections_only_when_they_count_through(tmp_path):
    counted = HEAD + "1.概述\n好。\n2.主动公开政府信息情况\n三条。\n3.收费及减免情况\n没有。\n"
    listed = HEAD + "一、概述\n1.主动公开\n2.收费\n3.问题\n"

    assert [one.id for one in imported(counted, tmp_path).sections[1:-1]] == [
        "overview",
        "disclosure",
        "fees",
    ]
    assert [one.level for one in imported(listed, tmp_path).section("overview").paragraphs] == [3, 3, 3]


def test_a_numbered_sentence_inside_a_section_opens_none(tmp_path):
    text = (
        HEAD
        + "一、概述\n好。\n二、主动公开政府信息情况\n一、村里的公开\n两次。\n（1）网站\n三、收费及减免情况\n没有。\n"
    )

    report = imported(text, tmp_path)

    levels = [paragraph.level for paragraph in report.section("disclosure").paragraphs]
    assert levels == [1, 0, 4]


def test_remains_of_the_page_become_notes(tmp_path):
    text = f"县政府网\n{HEAD}来源：镇办公室\n{HEAD}引言。\n{BODY}【打印本页】\n上一篇：没有了\n"

    report = imported(text, tmp_path)

    assert [paragraph.text for paragraph in report.section("preface").paragraphs] == ["引言。"]
    assert len(report.notes) == 5


def test_lines_wrapped_at_one_width_are_joined(tmp_path):
    width = 24
    paragraph = "我镇把公开目录逐条过了一遍把过时的条目删去把缺少的补上再请各站所核对" * 6 + "。"
    wrapped = "\n".join(paragraph[start : start + width] for start in range(0, len(paragraph), width))

    report = imported(f"{HEAD}一、概述\n{wrapped}\n（一）公开栏\n换了。\n", tmp_path)

    assert [one.text for one in report.section("overview").paragraphs] == [
        paragraph,
        "（一）公开栏",
        "换了。",
    ]


def test_lines_of_many_lengths_are_left_alone(tmp_path):
    lines = ["这一行没有句号只是为了看看会不会被接到下一行上去" + "呀" * number for number in range(1, 60, 7)]

    report = imported(f"{HEAD}一、概述\n" + "\n".join(lines), tmp_path)

    assert [one.text for one in report.section("overview").paragraphs] == lines


def test_the_annex_head_names_the_office_in_full(tmp_path):
    text = (
        f"{HEAD}{BODY}附件1\n政府信息公开情况统计表\n（2016年度）\n填报单位（盖章）：清溪县柳河镇人民政府（盖章）\n{TABLE_HEAD}"
        "一、主动公开情况\n（一）主动公开政府信息数\n（不同渠道和方式公开相同信息计1条）\t条\t8\n其中：主动公开规范性文件数\t条\t\n"
        "制发规范性文件总数\t件\t１，２００\n填报人：张三\n2017年1月9日\n"
    )

    report = imported(text, tmp_path)

    assert report.unit.name == "清溪县柳河镇人民政府"
    assert report.heads["statistics"].period == "（2016年度）"
    assert report.values == {"statistics.published.value": "8", "statistics.documents_issued.value": "1200"}
    assert [one.text for one in report.section("signature").paragraphs] == ["2017年1月9日"]
    assert "填报人：张三" in messages(report)
    assert "原文的表格缺少这些行" in messages(report)


def test_an_extra_row_a_word_and_another_unit_are_noted(tmp_path):
    text = (
        f"{HEAD}{BODY}{TABLE_HEAD}（一）主动公开政府信息数\t条\t8\n其中：公开机构领导信息数\t条\t3\n"
        "制发规范性文件总数\t件\t约12\n1.政府公报公开政府信息数\t期\t4\n"
    )

    report = imported(text, tmp_path)

    assert report.text("statistics.published.value") == "8"
    assert report.text("statistics.documents_issued.value") == ""
    assert report.text("statistics.gazette.value") == "4"
    noted = {note.source.split()[0]: note.message for note in report.notes if note.source}
    assert "没有对应的行" in noted["其中:公开机构领导信息数"]
    assert "不是数字" in noted["制发规范性文件总数"]
    assert "单位与表样的“条”不同" in noted["1.政府公报公开政府信息数"]


def test_a_figure_in_a_heading_row_is_noted_and_not_placed(tmp_path):
    text = f"{HEAD}{BODY}{TABLE_HEAD}一、主动公开情况\t—\t5\n（一）主动公开政府信息数\t条\t8\n制发规范性文件总数\t件\t2\n"

    report = imported(text, tmp_path)

    assert "只是标题" in messages(report)
    assert len(report.values) == 2


def test_figures_under_other_heads_are_refused(tmp_path):
    text = (
        "柳河镇2022年政府信息公开工作年度报告\n二、主动公开政府信息情况\n| 信息内容 | 本年新制作数量 | 本年新公开数量 | 对外公开总数量 |\n"
        "| 规章 | 0 | 0 | 7 |\n| 行政规范性文件 | 1 | 2 | 3 |\n"
    )

    report = imported(text, tmp_path)

    assert report.values == {}
    assert "表头与表样不一致" in messages(report)


def test_a_row_with_too_few_figures_is_refused(tmp_path):
    text = (
        "柳河镇2022年政府信息公开工作年度报告\n二、主动公开政府信息情况\n"
        "| 信息内容 | 本年制发件数 | 本年废止件数 | 现行有效件数 |\n| 规章 | 0 | 7 |\n| 行政规范性文件 | 1 | 2 | 3 |\n"
    )

    report = imported(text, tmp_path)

    assert [report.text(f"disclosure.documents.{one}") for one in ("made", "repealed", "valid")] == [
        "1",
        "2",
        "3",
    ]
    assert "disclosure.rules.made" not in report.values
    assert "格数与表样的列数不符" in messages(report)


def test_a_table_that_no_form_knows_becomes_notes(tmp_path):
    report = imported(f"{HEAD}{BODY}甲类\t1\t2\n乙类\t3\t4\n", tmp_path)

    assert report.values == {}
    assert "乙类 3 4" in messages(report)


def test_tabs_that_indent_paragraphs_make_no_table(tmp_path):
    text = "\n".join(f"\t{line}" for line in (HEAD + BODY).splitlines())

    report = imported(text, tmp_path)

    assert [one.id for one in report.sections] == ["preface", "overview", "problems", "signature"]


def test_a_grid_with_true_spans_keeps_blank_cells_in_their_columns():
    # given: a row as a Word file has it, the merged label once and no cell for its blanks
    heads = ["", "自然人", "商业企业", "科研机构", "社会公益组织", "法律服务机构", "其他", "总计"]
    figures = ["一、本年新收政府信息公开申请数量", "", "4", "", "", "", "", "4"]
    rows = tuple(tuple(GridCell(text) for text in row) for row in (heads, figures))
    document = Document((Text(1, "柳河镇2022年政府信息公开年度报告"), Grid(rows)))

    # when
    report = recognise(document, LIBRARY, "报告.docx", template_id="national-2021").report

    # then
    assert report.values == {"applications.new.business": "4", "applications.new.total": "4"}


def test_invisible_and_control_characters_are_named(tmp_path):
    report = imported(HEAD + BODY.replace("平稳", "平\x01稳\u200b"), tmp_path)

    assert report.section("overview").paragraphs[0].text == "今年工作平稳\u200b。"
    assert [note.line for note in report.notes] == [3, 3]


def test_a_table_of_another_year_keeps_its_form_and_says_so(tmp_path):
    rows = "（一）主动公开政府信息数\t条\t8\n制发规范性文件总数\t件\t2\n1.政府公报公开政府信息数\t条\t0\n"

    report = imported(f"{HEAD}{BODY}{TABLE_HEAD}{rows}".replace("2016", "2020"), tmp_path)

    assert report.template == "national-2014"
    assert "与报告年份 2020 年不一致" in messages(report)


def test_a_year_named_only_above_the_table_counts(tmp_path):
    rows = "（一）主动公开政府信息数\t条\t8\n制发规范性文件总数\t件\t2\n1.政府公报公开政府信息数\t条\t0\n"

    report = imported(f"{BODY}政府信息公开情况统计表\n（2015年度）\n{TABLE_HEAD}{rows}", tmp_path)

    assert (report.year, report.heads["statistics"].period) == (2015, "（2015年度）")


def test_a_label_wrapped_before_its_pipe_is_put_together(tmp_path):
    text = (
        f"{HEAD}{BODY}统计指标 | 单位 | 统计数 |\n（一）主动公开政府信息数\n（不同渠道和方式公开相同信息计1条） | 条 | 8 |\n"
        "制发规范性文件总数 | 件 | 2 |\n"
    )

    assert imported(text, tmp_path, template_id="national-2014").text("statistics.published.value") == "8"


def test_figures_beside_a_heading_of_a_form_and_below_a_foreign_head_are_noted(tmp_path):
    text = (
        "柳河镇2022年政府信息公开工作年度报告\n三、收到和处理政府信息公开申请情况\n"
        "| （三）不予公开 | 5 | 6 |\n| 科研机构 | 7 | 8 |\n| （一）予以公开 | 1 | 2 |\n"
    )

    report = imported(text, tmp_path, template_id="national-2021")

    assert report.values == {}
    assert all(figures in messages(report) for figures in ("5 6", "7 8", "1 2"))


def test_titles_of_the_form_open_sections_without_numbers(tmp_path):
    text = "柳河镇2022年政府信息公开工作年度报告\n总体情况\n好。\n存在的主要问题及改进情况\n慢。\n"

    report = imported(text, tmp_path)

    assert [one.text for one in report.section("overview").paragraphs] == ["好。"]
    assert [one.text for one in report.section("problems").paragraphs] == ["慢。"]
