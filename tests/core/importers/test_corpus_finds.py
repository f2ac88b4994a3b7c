"""What the corpus of files by other software brought to light, each as small as it can be told."""

import docx as python_docx
import pytest

from core import importers
from core.importers.recognise import lines, offices
from core.template import built_in

LIBRARY = built_in()
TITLE = "清溪县柳河镇人民政府2016年政府信息公开工作年度报告"


def imported(text: str, tmp_path, name: str = "报告.txt", **asked):
    path = tmp_path / name
    path.write_text(text, encoding="utf-8")
    return importers.read(path, LIBRARY, **asked)


def said(report) -> dict[str, list[str]]:
    return {one.id: [paragraph.text for paragraph in one.paragraphs] for one in report.sections}


def test_headings_that_end_in_a_full_stop_are_headings(tmp_path):
    # when
    report = imported(
        f"{TITLE}\n导语一句。\n一、概述。\n正文一句。\n二、主动公开政府信息情况。\n正文两句。\n三、存在的主要问题及改进措施。\n正文三句。",
        tmp_path,
    )

    # then
    assert said(report)["preface"] == ["导语一句。"]
    assert said(report)["overview"] == ["正文一句。"]
    assert said(report)["disclosure"] == ["正文两句。"]
    assert said(report)["problems"] == ["正文三句。"]


def test_a_colon_behind_a_heading_is_not_part_of_its_title(tmp_path):
    report = imported(f"{TITLE}\n一、工作概况：\n正文一句。\n二、其他事项：\n正文两句。", tmp_path)

    assert [one.source_title for one in report.sections if one.source_title] == ["工作概况", "其他事项"]


@pytest.mark.parametrize(
    "line",
    [
        "柳河镇人民政府　　2017年1月9日",
        "清溪县柳河镇 2017年1月9日",
        "东门街道办事处（盖章）　二〇一七年一月九日",
    ],
)
def test_office_and_date_on_one_line_are_a_signature(line, tmp_path):
    # when
    report = imported(
        f"{TITLE}\n一、概述\n正文一句。\n二、其他需要报告的事项\n正文两句。\n附件：统计表\n{line}", tmp_path
    )

    # then
    assert said(report)["other"] == ["正文两句。"]
    assert said(report)["signature"] == ["附件：统计表", line]


@pytest.mark.parametrize(
    "line", ["2017年1月9日", "按照要求，报送时间为2017年1月9日", "柳河镇人民政府于2017年1月9日"]
)
def test_a_date_at_the_end_of_a_sentence_signs_nothing(line):
    assert not lines.signer(line)


def test_the_office_of_a_title_on_something_is_the_office_alone():
    title = "清溪县柳河镇人民政府关于2016年度政府信息公开工作的报告"

    assert offices.find(title, [], "", [], []) == "清溪县柳河镇人民政府"


def test_the_marks_of_markdown_are_not_words(tmp_path):
    # when
    report = imported(
        f"# {TITLE}\n\n**导语**一句。\n\n## 一、概述\n\n### （一）平台建设\n\n正文一句。\n\n## 二、其他需要报告的事项\n\n- 正文两句。\n",
        tmp_path,
        "报告.md",
    )

    # then
    assert report.title == TITLE
    assert said(report)["preface"] == ["导语一句。"]
    assert said(report)["overview"] == ["（一）平台建设", "正文一句。"]
    assert said(report)["other"] == ["正文两句。"]


def test_a_head_repeated_where_it_could_be_merged_is_one_column(tmp_path):
    # given: the head stands twice, the figure once over both places
    document = python_docx.Document()
    document.add_paragraph("清溪县柳河镇人民政府2019年政府信息公开工作年度报告")
    document.add_paragraph("二、主动公开政府信息情况")
    table = document.add_table(4, 5)
    rows = (
        ("第二十条第（五）项",) * 5,
        ("信息内容", "上一年项目数量", "本年增/减", "本年增/减", "处理决定数量"),
        ("行政许可", "", "6", "", "7"),
        ("其他对外管理服务事项", "", "51", "", "45"),
    )
    for row, texts in zip(table.rows, rows, strict=True):
        for cell, text in zip(row.cells, texts, strict=True):
            cell.text = text
    for row in table.rows[2:]:
        row.cells[2].merge(row.cells[3])
    path = tmp_path / "报告.docx"
    document.save(str(path))

    # when
    report = importers.read(path, LIBRARY)

    # then
    assert report.values["disclosure.permits.change"] == "6"
    assert report.values["disclosure.services.change"] == "51"
    assert not [note.message for note in report.notes if "多出一些列" in note.message]


def test_the_cells_of_a_table_each_on_a_line_of_its_own_are_a_table(tmp_path):
    # given: copied out of a viewer, a blank line behind each cell, a label wrapped, a row that no form knows
    cells = (
        "第二十条第（五）项", "信息内容", "本年处理决定数量", "行政许可", "148", "第二十条第（六）项", "信息内容",
        "本年处理决定数量", "行政处罚", "7", "行政\n强制", "0", "其他行政行为", "3",
    )  # fmt: skip
    text = "清溪县柳河镇人民政府2024年政府信息公开工作年度报告\n一、总体情况\n正文一句。\n二、主动公开政府信息情况\n"

    # when
    report = imported(text + "\n\n".join(cells) + "\n\n五、存在的主要问题及改进情况\n正文两句。\n", tmp_path)

    # then
    assert report.values == {
        "disclosure.permits.decided": "148", "disclosure.penalties.decided": "7", "disclosure.coercions.decided": "0",
    }  # fmt: skip
    assert any("其他行政行为" in note.source for note in report.notes)
    assert said(report)["disclosure"] == []
    assert said(report)["problems"] == ["正文两句。"]


def test_words_of_a_form_in_prose_make_no_table(tmp_path):
    report = imported(
        f"{TITLE}\n一、概述\n行政许可\n全年办理许可12件。\n行政处罚\n全年没有处罚。\n二、其他事项\n无。",
        tmp_path,
    )

    assert said(report)["overview"] == ["行政许可", "全年办理许可12件。", "行政处罚", "全年没有处罚。"]


@pytest.mark.parametrize("indent", ["　　", "    "])
def test_wrapped_paragraphs_of_two_lines_with_indents_are_joined(indent, tmp_path):
    # given
    paragraphs = [
        f"第{number}项工作由党政办公室牵头，各站所配合，全年共办理群众来信来访{number}件，全部按期答复，没有积压。"
        for number in range(11, 18)
    ]
    lines_ = [line for one in paragraphs for line in wrapped(indent + one)]

    # when
    report = imported("\n".join([TITLE, "一、概述", *lines_, "二、其他事项", f"{indent}无。"]), tmp_path)

    # then
    assert said(report)["overview"] == paragraphs


def wrapped(text: str, width: int = 34) -> list[str]:
    return [text[at : at + width] for at in range(0, len(text), width)]


def test_the_particulars_of_a_page_are_no_part_of_the_title(tmp_path):
    page = (
        "<html><body><ul><li>公开方式：主动公开</li></ul><h2>{t}</h2><div>[ 作者：管理员　点击数：120 ]</div>"
        "<p>清溪县柳河镇人民政府</p><p>2016年政府信息公开工作年度报告</p><p>导语一句。</p><p>一、概述</p><p>正文一句。</p>"
        "<p>二、其他事项</p><p>无。</p></body></html>"
    )

    # when
    report = imported(page.replace("{t}", TITLE), tmp_path, "报告.html")

    # then
    assert (report.title, report.unit.name) == (TITLE, "清溪县柳河镇人民政府")
    assert said(report)["preface"] == ["导语一句。"]


def test_styled_headings_below_those_of_sections_open_no_section(tmp_path):
    # given
    document = python_docx.Document()
    document.add_paragraph(TITLE)
    for level, text in (
        (1, "第一部分　概述"), (2, "一、回应社会关切"), (0, "正文一句。"), (1, "第二部分　其他需要报告的事项"), (0, "正文两句。"),
    ):  # fmt: skip
        document.add_heading(text, level) if level else document.add_paragraph(text)
    path = tmp_path / "报告.docx"
    document.save(str(path))

    # when
    report = importers.read(path, LIBRARY)

    # then
    assert said(report)["overview"] == ["一、回应社会关切", "正文一句。"]
    assert said(report)["other"] == ["正文两句。"]


def test_a_table_of_contents_with_page_numbers_may_name_a_heading_otherwise(tmp_path):
    # given
    contents = "目　录\n一、概述……1\n二、主动公开政府信息情况……2\n三、存在的问题……5\n"
    body = (
        "一、概述\n正文一句。\n二、主动公开政府信息情况\n正文两句。\n三、存在的主要问题及改进措施\n正文三句。"
    )

    # when
    report = imported(f"{TITLE}\n{contents}导语一句。\n{body}", tmp_path)

    # then
    assert said(report)["preface"] == ["导语一句。"]
    assert said(report)["problems"] == ["正文三句。"]


def test_a_row_between_pipes_may_begin_and_end_with_blank_cells(tmp_path):
    # given: pipes stand between the cells only, so that a blank first cell leaves a pipe at the beginning
    rows = (
        "信息内容 | 本年制发件数 | 本年废止件数 | 现行有效件数",
        " |  |  | ",
        "规章 |  |  | ",
        "行政规范性文件 | 3 |  | 12",
    )
    text = "清溪县柳河镇人民政府2024年政府信息公开工作年度报告\n二、主动公开政府信息情况\n第二十条第（一）项 |  |  | \n"

    # when
    report = imported(text + "\n".join(rows) + "\n五、存在的主要问题及改进情况\n正文两句。\n", tmp_path)

    # then
    assert report.values == {"disclosure.documents.made": "3", "disclosure.documents.valid": "12"}


def test_a_figure_that_stands_in_one_column_whichever_way_it_is_read_is_placed(tmp_path):
    # given: the head is drawn over five columns, and only the last figure of a row is there
    cells = ("信息内容", "上一年项目数量", "本年增/减", "", "处理决定数量"), ("行政处罚", "", "", "", "47")
    text = "清溪县柳河镇人民政府2019年政府信息公开工作年度报告\n二、主动公开政府信息情况\n\t第二十条第（六）项\n\t\n\t\n\t\n\t\n\n"
    rows = "\n\n".join("\n".join(f"\t{cell}" for cell in row) for row in cells)

    # when
    report = imported(f"{text}{rows}\n\n五、存在的主要问题及改进情况\n正文两句。\n", tmp_path)

    # then
    assert report.values == {"disclosure.penalties.decided": "47"}


def test_rows_whose_blank_ends_were_cut_off_are_rows_all_the_same(tmp_path):
    # given: more lines with one cell than with several, and a last row of nothing but its label
    rows = (
        "第二十条第（一）项", "信息内容\t本年制发件数\t本年废止件数\t现行有效件数", "规章", "行政规范性文件\t\t\t6",
        "第二十条第（五）项", "信息内容\t本年处理决定数量", "行政许可",
    )  # fmt: skip
    text = "清溪县柳河镇人民政府2024年政府信息公开工作年度报告\n二、主动公开政府信息情况\n"

    # when
    report = imported(f"{text}{chr(10).join(rows)}\n五、存在的主要问题及改进情况\n正文两句。\n", tmp_path)

    # then
    assert report.values == {"disclosure.documents.valid": "6"}
    assert said(report)["problems"] == ["正文两句。"]


def test_units_set_apart_by_blanks_are_units(tmp_path):
    # given: the figure of the first row is blank, so that only its unit is left behind the label
    cells = (
        "统计指标",
        "单位",
        "统计数",
        "七、依申请公开信息收取的费用",
        "万 元",
        "（三）接受培训人员数",
        "人 次",
        "35",
        "（一）召开政府信息公开工作会议或专题会议数",
        "次",
        "3",
        "（二）举办各类培训班数",
        "次",
        "2",
    )
    text = "清溪县柳河镇人民政府2016年政府信息公开工作年度报告\n一、概述\n正文一句。\n附件\n政府信息公开情况统计表\n（2016年度）\n"

    # when
    report = imported(text + "\n\n".join(cells) + "\n", tmp_path)

    # then
    assert report.values == {
        "statistics.trainees.value": "35", "statistics.meetings.value": "3", "statistics.courses.value": "2",
    }  # fmt: skip
