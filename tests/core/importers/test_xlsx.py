"""Excel workbooks: what stands in their cells, and what is told about the rest."""

import io

import pytest
from openpyxl import Workbook
from openpyxl.cell.rich_text import CellRichText, TextBlock
from openpyxl.cell.text import InlineFont
from openpyxl.comments import Comment
from openpyxl.drawing.image import Image
from PIL import Image as Picture

from core.errors import InputError
from tests.core.importers import workbooks
from tests.core.importers.workbooks import (
    by_hand,
    document_of,
    doubts,
    filled,
    grids,
    replaced,
    said,
    texts,
    words,
)

TABLE = [["信息内容", "本年处理决定数量"], ["行政许可", 12], ["行政处罚", 3.0]]
_DRAWING = (
    '<xdr:wsDr xmlns:xdr="http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing"'
    ' xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"><xdr:twoCellAnchor><xdr:sp><xdr:txBody>'
    "<a:p><a:r><a:t>请在二月</a:t></a:r><a:r><a:t>底前报送。</a:t></a:r></a:p>"
    "</xdr:txBody></xdr:sp></xdr:twoCellAnchor></xdr:wsDr>"
)
_RELS = (
    '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
    '<Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/drawing"'
    ' Target="../drawings/drawing1.xml"/></Relationships>'
)


def test_numbers_words_and_blanks_are_a_table():
    # when
    document = document_of(filled([*TABLE, ["行政强制", None]]))

    # then
    (grid,) = grids(document)
    assert words(grid) == [
        ["信息内容", "本年处理决定数量"],
        ["行政许可", "12"],
        ["行政处罚", "3"],
        ["行政强制", ""],
    ]
    assert document.characters == 12 + 6 + 5 + 4
    assert document.remarks == ()


def test_merged_cells_appear_once_with_their_spans_and_a_blank_one_is_blank():
    # given
    workbook = filled(
        [["申请人情况", None, None], ["", "自然人", "总计"], ["", 1, 2], ["", None, None]], framed=True
    )
    sheet = workbook.worksheets[0]
    sheet.merge_cells("A1:C1")
    sheet.merge_cells("A2:A3")
    sheet.merge_cells("B4:C4")

    # when
    (grid,) = grids(document_of(workbook))

    # then
    spans = [[(cell.text, cell.row_span, cell.column_span) for cell in row] for row in grid.rows]
    assert spans == [
        [("申请人情况", 1, 3)],
        [("", 2, 1), ("自然人", 1, 1), ("总计", 1, 1)],
        [("1", 1, 1), ("2", 1, 1)],
    ]


def test_rich_text_is_joined_and_readings_over_the_characters_are_left_out():
    # given
    workbook = filled(TABLE)
    bold = TextBlock(InlineFont(b=True), "许可")
    workbook.worksheets[0]["A2"] = CellRichText("行政", bold)
    row = '<row r="1"><c r="A1" t="inlineStr"><is><t>吉昌</t><rPh sb="0" eb="2"><t>jichang</t></rPh></is></c></row>'

    # when
    (grid,) = grids(document_of(workbook))
    by_reading = texts(document_of(by_hand(row)))

    # then
    assert words(grid)[1] == ["行政许可", "12"]
    assert by_reading == ["吉昌"]


def test_escaped_and_control_characters_are_read_as_what_they_mean():
    row = '<row><c t="inlineStr"><is><t>甲_x000D_&#10;乙_x0001_丙_x005F_x0041_</t></is></c></row>'

    assert texts(document_of(by_hand(row))) == ["甲", "乙丙_x0041_"]


def test_a_formula_has_its_stored_value_and_one_without_is_blank_in_doubt():
    # given
    rows = (
        '<row r="5"><c r="A5" t="inlineStr"><is><t>总计</t></is></c><c r="B5"><f>1+2</f><v>3</v></c>'
        '<c r="C5"><f>1+2</f></c><c r="D5" t="str"><f>""</f><v></v></c><c r="E5" t="str"><f>"甲"</f><v>甲</v></c></row>'
    )

    # when
    document = document_of(by_hand(rows))

    # then
    assert words(grids(document)[0]) == [["总计", "3", "", "甲"]]
    assert "没有计算结果" in doubts(document)[""]
    assert "1 格是公式，但文件里没有计算结果" in said(document)
    assert "（C5）" in said(document)


def test_error_values_are_left_blank_and_named():
    # given
    many = [["地区", *["#DIV/0!"] * 25], ["规章", *range(25)]]

    # when
    document = document_of(filled(many))

    # then
    assert set(words(grids(document)[0])[0][1:]) == {""}
    assert "工作表“Sheet”的 B1 是错误值 #DIV/0!，已留空待填。" in said(document)
    assert "有 5 格是错误值，已留空待填" in said(document)


def test_what_is_hidden_is_read_in_doubt_and_told():
    # given
    workbook = filled([*TABLE, ["行政强制", 7]])
    sheet = workbook.worksheets[0]
    sheet.row_dimensions[4].hidden = True
    old = workbook.create_sheet("往年")
    old["A1"] = "这一张已经作废。"
    old.sheet_state = "veryHidden"
    columns = filled(TABLE)
    columns.worksheets[0].column_dimensions["B"].hidden = True

    # when
    document = document_of(workbook)
    narrow = document_of(columns)

    # then
    assert "隐藏" in doubts(document)["7"]
    assert "有 1 行是隐藏的" in said(document)
    assert "工作表“往年”是隐藏的" in said(document)
    assert "有 1 列是隐藏的" in said(narrow)
    assert "隐藏" in doubts(narrow)["12"]


def test_a_hidden_fraction_is_never_rounded_away():
    # given
    workbook = filled(TABLE)
    workbook.worksheets[0]["B2"] = 2.6
    workbook.worksheets[0]["B2"].number_format = "0"

    # when
    document = document_of(workbook)

    # then
    assert words(grids(document)[0])[1] == ["行政许可", "2.6"]
    assert "1 格显示的小数位比实际存的少" in said(document)
    assert doubts(document)["2.6"]


def test_odd_cells_are_read_as_they_stand_and_in_doubt():
    # given
    rows = (
        '<row><c t="s"><v>77</v></c><c t="b"><v>1</v></c><c><v>nan</v></c><c><v>1e400</v></c>'
        '<c><v>123456789012345678</v></c><c t="d"><v>2024-01-15T00:00:00</v></c><c><v>三</v></c>'
        '<c t="str"><f>DISPIMG("a",1)</f><v>=DISPIMG("a",1)</v></c></row>'
    )

    # when
    document = document_of(by_hand(rows))

    # then
    shown = words(grids(document)[0])[0]
    assert shown == ["", "TRUE", "nan", "1e400", "123456789012345678", "2024-01-15", "三", ""]
    assert {"nan", "1e400", "123456789012345678", "三"} <= set(doubts(document))
    assert "1 个图片" in said(document)


def test_comments_pictures_and_text_boxes_are_told():
    # given
    picture = io.BytesIO()
    Picture.new("RGB", (4, 4)).save(picture, "PNG")
    workbook = filled(TABLE)
    sheet = workbook.worksheets[0]
    sheet["B2"].comment = Comment("待核", "甲")
    sheet.add_image(Image(picture), "D2")
    boxed = {
        "xl/drawings/drawing1.xml": _DRAWING.encode(),
        "xl/worksheets/_rels/sheet1.xml.rels": _RELS.encode(),
    }

    # when
    document = document_of(workbook)
    with_box = document_of(replaced(workbooks.data_of(filled(TABLE)), boxed))

    # then
    assert "1 条批注" in said(document)
    assert "1 个图片" in said(document)
    (remark,) = with_box.remarks
    assert "1 个文本框" in remark.message
    assert remark.source == "请在二月底前报送。"


def test_macros_and_other_files_are_left_alone_and_told():
    # given
    rels = (
        '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" '
        'Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/externalLinkPath" '
        'Target="file:///\\\\server\\share\\a.xlsx" TargetMode="External"/></Relationships>'
    )
    parts = {
        "xl/vbaProject.bin": b"\x00",
        "xl/externalLinks/externalLink1.xml": b"<externalLink/>",
        "xl/externalLinks/_rels/externalLink1.xml.rels": rels.encode(),
    }

    # when
    document = document_of(replaced(workbooks.data_of(filled(TABLE)), parts))

    # then
    assert "宏没有运行" in said(document)
    assert "没有联网" in said(document)


def test_a_sheet_of_a_chart_is_told():
    # given
    workbook = filled(TABLE)
    workbook.create_chartsheet("图")

    # when
    document = document_of(workbook)

    # then
    assert "工作表“图”是图表或宏" in said(document)


def test_strict_workbooks_are_read_too():
    # given
    data = workbooks.data_of(filled(TABLE))
    old, new = (
        b"http://schemas.openxmlformats.org/spreadsheetml/2006/main",
        b"http://purl.oclc.org/ooxml/spreadsheetml/main",
    )
    strict = {name: part.replace(old, new) for name, part in workbooks.parts_of(data).items()}

    # when
    document = document_of(replaced(data, strict))

    # then
    assert words(grids(document)[0])[1] == ["行政许可", "12"]


def test_a_workbook_without_a_word_is_empty():
    with pytest.raises(InputError, match="是空的"):
        document_of(Workbook())


def test_a_binary_workbook_is_turned_away_with_the_way_out():
    # given
    rels = (
        '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" '
        'Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" '
        'Target="xl/workbook.bin"/></Relationships>'
    )
    data = replaced(workbooks.data_of(Workbook()), {"_rels/.rels": rels.encode(), "xl/workbook.bin": b"\x83"})

    # then
    with pytest.raises(InputError, match="xlsb"):
        document_of(data)


def test_shared_words_are_read_with_their_runs_and_without_readings():
    # given
    shared = (
        '<sst xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><si><t>行政许可</t></si>'
        "<si><r><rPr><b/></rPr><t>行政</t></r><r><t>处罚</t></r><rPh><t>xingzheng</t></rPh></si><si/></sst>"
    )
    rows = (
        '<row><c t="s"><v>0</v></c><c><v>1</v></c></row><row><c t="s"><v>1</v></c><c t="s"><v>2</v></c></row>'
    )
    data = by_hand(rows)
    links = workbooks.parts_of(data)["xl/_rels/workbook.xml.rels"].replace(
        b"</Relationships>",
        b'<Relationship Id="rId99" Target="sharedStrings.xml" Type="http://schemas.openxmlformats.org/'
        b'officeDocument/2006/relationships/sharedStrings"/></Relationships>',
    )

    # when
    document = document_of(
        replaced(data, {"xl/sharedStrings.xml": shared.encode(), "xl/_rels/workbook.xml.rels": links})
    )

    # then
    assert words(grids(document)[0]) == [["行政许可", "1"], ["行政处罚", ""]]


def test_a_sheet_that_the_file_lacks_is_told():
    # given
    workbook = filled(TABLE)
    workbook.create_sheet("表三")
    data = workbooks.data_of(workbook)
    links = workbooks.parts_of(data)["xl/_rels/workbook.xml.rels"].replace(b"sheet2.xml", b"sheet9.xml")

    # when
    document = document_of(replaced(data, {"xl/_rels/workbook.xml.rels": links}))

    # then
    assert "工作表“表三”在文件里找不到" in said(document)


def test_objects_in_a_sheet_are_counted_and_blank_shapes_are_not():
    # given
    kind = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
    rels = _RELS.replace(
        "</Relationships>",
        f'<Relationship Id="r2" Type="{kind}oleObject" Target="../embeddings/a.bin"/>'
        f'<Relationship Id="r3" Type="{kind}hyperlink" Target="http://a.example" TargetMode="External"/>'
        f'<Relationship Id="r4" Type="{kind}printerSettings" Target="../embeddings/a.bin"/></Relationships>',
    )
    parts = {
        "xl/drawings/drawing1.xml": _DRAWING.replace("请在二月", "").replace("底前报送。", "").encode(),
        "xl/worksheets/_rels/sheet1.xml.rels": rels.encode(),
        "xl/embeddings/a.bin": b"\x00",
    }

    # when
    document = document_of(replaced(workbooks.data_of(filled(TABLE)), parts))

    # then
    assert [remark.message for remark in document.remarks] == [
        "工作表“Sheet”有 1 个图片、图表或对象，其中的文字没有读取，请核对。"
    ]
