"""Old Word files as LibreOffice writes them (`doc_files` says how they were made): read as the newer ones they come from."""

import pytest

from core import importers
from core.importers import doc, docx
from core.importers.document import Grid, Text
from core.importers.kinds import Source, kind_of
from tests.core.importers import doc_files
from tests.core.importers.docx.making import grids, messages, texts
from tests.core.importers.docx.test_reports import compared

# LibreOffice writes fields of text boxes and symbols its own way, and knows no number in the legal writing.
LISTED = [
    "一、总体情况", "（一）主动公开", "1.公开数量", "①甲", "②乙", "2.公开渠道", "（二）依申请公开", "1.收到数",
    "二、主要问题", "没有编号的一段。", "（一）认识", "1.数量", "二.1.1 并列", "（二）按样式编号",
    "第１条 本办法从发布起施行", "第２条 解释权在办公室", "第７条 另起", "第１条 再来", "着重号", "不编号了",
]  # fmt: skip


def opened(stem):
    data = (doc_files.FOLDER / f"{stem}.doc").read_bytes()
    assert kind_of(data, ".doc") == "doc"
    assert len(data) < 60_000
    return doc.read(Source(f"{stem}.doc", data, "doc"), frozenset())


def its_newer_twin(stem):
    return docx.read(Source(f"{stem}.docx", doc_files.MADE[stem](), "docx"), frozenset())


def test_a_whole_report_with_merged_tables_and_automatic_numbers_is_read_without_a_fault(library):
    # given
    template, report = doc_files.whole_report()

    # when
    reading = importers.read_with_counts(doc_files.FOLDER / "report.doc", library)

    # then
    assert compared(reading.report, template) == compared(report, template)
    assert reading.report.notes == []
    assert reading.placed_numbers == reading.source_numbers == 200
    assert reading.placed_characters == reading.source_characters


def test_a_report_is_the_same_document_whichever_word_wrote_it():
    assert opened("report") == its_newer_twin("report")


def test_automatic_numbers_are_part_of_the_text():
    # when
    document = opened("lists")

    # then
    assert texts(document) == LISTED
    assert [one.heading for one in document.elements if isinstance(one, Text)][:10] == [
        1, 2, 0, 0, 0, 0, 0, 0, 1, 0
    ]  # fmt: skip


def test_changes_are_accepted_and_what_hangs_on_the_text_stands_behind_it():
    # when
    document = opened("changes")

    # then
    assert texts(document) == texts(its_newer_twin("changes"))
    assert texts(document)[:6] == [
        "今年公开二条，公开三条。", "这一段的段尾已经删去。", "明处还是明处", "网址镇政府网站，共2处", "有一处说明。", "脚注里的话。",
    ]  # fmt: skip
    assert messages(document) == messages(its_newer_twin("changes"))
    assert messages(document)[0] == "文件含 3 处修订、1 条批注。已按接受全部修订读取，批注没有读入。"
    assert document.characters == its_newer_twin("changes").characters


def test_doubts_are_those_of_newer_files():
    doubts = [
        [one.doubt for one in document.elements if isinstance(one, Text) and one.doubt]
        for document in (opened("changes"), its_newer_twin("changes"))
    ]

    assert doubts[0] == doubts[1]
    assert len(doubts[0]) == 3


def test_merged_cells_appear_once_with_their_spans():
    # when
    merged = next(one for one in opened("tables").elements if isinstance(one, Grid))

    # then
    assert [[(one.text, one.row_span, one.column_span) for one in row] for row in merged.rows] == [
        [("项目", 1, 2), ("数量", 1, 2)],
        [("合并的行", 3, 1), ("甲", 1, 1), ("1", 1, 1), ("2", 1, 1)],
        [("乙", 1, 1), ("3", 1, 2)],
        [("丙", 1, 2), ("4", 1, 1)],
        [("", 1, 1), ("靠右", 1, 1), ("5", 1, 1), ("6", 1, 1)],
    ]


def test_a_table_in_a_cell_is_a_doubt_and_a_box_round_text_is_no_table():
    # when
    document = opened("tables")

    # then
    assert len(grids(document)) == 2
    nested = document.elements[3].rows[0][1]
    assert nested.text == "格里还有表\n内一\n11\n内二\n22\n表后"
    assert "套着一个表格" in nested.doubt
    assert texts(document) == ["表前", "表间", "再隔开", "框里的第一段。", "框里的第二段。", "表后"]


@pytest.mark.parametrize("stem", ["report", "lists", "changes", "tables"])
def test_all_visible_characters_are_counted(stem):
    assert opened(stem).characters == its_newer_twin(stem).characters


def test_a_wps_file_is_read_as_the_word_file_that_it_is(library, tmp_path):
    # given
    path = tmp_path / "去年.wps"
    path.write_bytes((doc_files.FOLDER / "report.doc").read_bytes())

    # then
    assert importers.read(path, library).notes == []
