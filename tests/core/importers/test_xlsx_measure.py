"""Hostile and outsized workbooks: read within measure and told, or turned away; never read half without a word."""

import pytest

from core.errors import InputError
from core.importers import packages
from core.importers.xlsx import strings
from tests.core.importers import workbooks
from tests.core.importers.workbooks import by_hand, document_of, grids, replaced, said, texts

FIRST = '<row r="1"><c r="A1" t="inlineStr"><is><t>柳河镇</t></is></c></row>'


def test_a_single_cell_far_out_is_counted_and_left():
    # when
    document = document_of(by_hand(FIRST + '<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>'))

    # then
    assert texts(document) == ["柳河镇"]
    assert "只读取前 5000 行、200 列，其外有 1 个单元格没有读取（XFD1048576）" in said(document)


def test_a_merge_of_the_whole_sheet_leaves_that_sheet_out():
    # given
    data = by_hand(FIRST, '<mergeCells><mergeCell ref="A1:XFD1048576"/></mergeCells>')

    # then
    with pytest.raises(InputError, match="合并单元格不对"):
        document_of(data)


@pytest.mark.parametrize("ref", ["A1:XFD1", "A1:D1048576", "A1:C1", "坏", "A0:B1"])
def test_merges_of_whole_rows_and_columns_are_cut_to_what_is_used(ref):
    assert texts(document_of(by_hand(FIRST, f'<mergeCells><mergeCell ref="{ref}"/></mergeCells>'))) == [
        "柳河镇"
    ]


def test_a_flood_of_merges_leaves_the_sheet_out():
    # given
    many = "".join(f'<mergeCell ref="A{row}:B{row}"/>' for row in range(2, 20_010))

    # then
    with pytest.raises(InputError, match="合并单元格不对"):
        document_of(by_hand(FIRST, f"<mergeCells>{many}</mergeCells>"))


def test_merges_over_one_another_are_read_by_the_first():
    # given
    many = "".join(f'<mergeCell ref="B{row}:GQ{row + 2000}"/>' for row in range(2, 2000))
    rows = FIRST + '<row r="5000"><c r="GR5000"><v>1</v></c></row>'

    # then
    assert texts(document_of(by_hand(rows, f"<mergeCells>{many}</mergeCells>"))) == ["柳河镇", "1"]


def test_words_under_a_merged_cell_are_left_out_and_told():
    # given
    rows = '<row r="1"><c r="A1"><v>1</v></c><c r="B1"><v>2</v></c><c r="C1"><v>3</v></c></row>'

    # when
    document = document_of(by_hand(rows, '<mergeCells><mergeCell ref="A1:B1"/></mergeCells>'))

    # then
    assert [[cell.text for cell in row] for row in grids(document)[0].rows] == [["1", "3"]]
    assert "1 格被合并单元格盖住，看不见，没有读入（B1）" in said(document)


def test_hundreds_of_thousands_of_blank_rows_say_nothing():
    blank = "".join(f'<row r="{row}" spans="1:3"/>' for row in range(2, 300_000))

    assert texts(document_of(by_hand(FIRST + blank))) == ["柳河镇"]


def test_a_cell_with_more_words_than_a_sheet_holds_is_cut_and_told():
    # given
    long = "".join(chr(0x4E00 + number * 7919 % 9000) for number in range(40_000))

    # when
    document = document_of(by_hand(f'<row><c t="inlineStr"><is><t>{long}</t></is></c></row>'))

    # then
    assert document.characters == 32_767
    assert "文字过长" in said(document)


def test_more_words_than_any_report_has_are_turned_away():
    # given
    words = "".join(chr(0x4E00 + number * 7919 % 9000) for number in range(32_000))
    rows = "".join(
        f'<row><c t="inlineStr"><is><t>{number}{words}</t></is></c></row>' for number in range(100)
    )

    # then
    with pytest.raises(InputError, match="单元格或文字过多"):
        document_of(by_hand(rows))


def test_a_table_of_no_sane_size_is_left_out_and_told():
    # given
    first = "".join(f"<c><v>{number}</v></c>" for number in range(100))
    below = "".join(
        f'<row r="{row}"><c r="A{row}"><v>1</v></c><c r="B{row}"><v>2</v></c></row>' for row in range(2, 2500)
    )

    # when
    document = document_of(
        by_hand(f'<row r="1">{first}</row>{below}<row r="2600"><c r="A2600"><v>7</v></c></row>')
    )

    # then
    assert grids(document) == []
    assert texts(document) == ["7"]
    assert "表格过大，已跳过该表格" in said(document)


@pytest.mark.parametrize(
    ("rows", "words"),
    [
        ("<a>" * 300 + "</a>" * 300, "嵌套过深"),
        ("<row><c>", "已损坏"),
    ],
)
def test_a_broken_sheet_is_turned_away(rows, words):
    with pytest.raises(InputError, match=words):
        document_of(by_hand(rows))


def test_a_sheet_under_another_name_is_held_to_the_same_measure(monkeypatch):
    # given
    data = by_hand(FIRST)
    parts = workbooks.parts_of(data)
    sheet = parts[workbooks.SHEET_PART]
    links = parts["xl/_rels/workbook.xml.rels"].replace(b"sheet1.xml", b"sheet1.dat")
    named = {"xl/_rels/workbook.xml.rels": links, "xl/worksheets/sheet1.dat": sheet}
    declared = {**named, "xl/worksheets/sheet1.dat": b'<!DOCTYPE w [<!ENTITY e "1">]>' + sheet}

    # then
    assert texts(document_of(replaced(data, named))) == ["柳河镇"]
    with pytest.raises(InputError, match="不允许的外部引用"):
        document_of(replaced(data, declared))
    padded = {**named, "xl/worksheets/sheet1.dat": sheet + b" " * 100_000}
    monkeypatch.setattr(packages, "XML_BYTES", 50_000)
    with pytest.raises(InputError, match="过大"):
        document_of(replaced(data, padded))


def test_more_shared_words_than_any_report_has_are_turned_away(monkeypatch):
    # given
    monkeypatch.setattr(strings, "MOST_CHARACTERS", 3)
    shared = b"<sst><si><t>abcd</t></si></sst>"
    data = by_hand(FIRST)
    links = workbooks.parts_of(data)["xl/_rels/workbook.xml.rels"].replace(
        b"</Relationships>",
        b'<Relationship Id="rId99" Target="sharedStrings.xml" Type="x/sharedStrings"/></Relationships>',
    )

    # then
    with pytest.raises(InputError, match="过多"):
        document_of(replaced(data, {"xl/sharedStrings.xml": shared, "xl/_rels/workbook.xml.rels": links}))
