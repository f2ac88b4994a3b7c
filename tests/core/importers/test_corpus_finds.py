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
    "line", ["柳河镇人民政府　　2017年1月9日", "清溪县柳河镇 2017年1月9日", "东门街道办事处（盖章）　二〇一七年一月九日"]
)
def test_office_and_date_on_one_line_are_a_signature(line, tmp_path):
    # when
    report = imported(f"{TITLE}\n一、概述\n正文一句。\n二、其他需要报告的事项\n正文两句。\n附件：统计表\n{line}", tmp_path)

    # then
    assert said(report)["other"] == ["正文两句。"]
    assert said(report)["signature"] == ["附件：统计表", line]


@pytest.mark.parametrize("line", ["2017年1月9日", "按照要求，报送时间为2017年1月9日", "柳河镇人民政府于2017年1月9日"])
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
