"""The old Word files of the tests: made by LibreOffice from Word files whose parts stand here.

`python -m tests.core.importers.doc_files` makes them again; the tests themselves need no LibreOffice.
"""

import io
import subprocess
import sys
import tempfile
import zipfile
from pathlib import Path

from core.report import section_title
from core.template import built_in, grid
from tests.core.importers.docx.making import (
    NAMESPACES,
    OFFICE,
    cell,
    field,
    made,
    paragraph,
    row,
    run,
    span,
    table,
)
from tests.samples import IDS, filled

FOLDER = Path(__file__).parent / "files"
_TYPES = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_PARTS = ("styles", "numbering", "footnotes", "comments")
_EDGES = (1200, 1800, 2600, 3200)
_PIXEL = bytes.fromhex(
    "89504e470d0a1a0a0000000d4948445200000001000000010802000000907753de0000000c49444154789c63f8cfc0000003010100"
    "c9fe92ef0000000049454e44ae426082"
)


def packaged(data):
    """The file with the parts that other programs ask for: types of parts, and where the main part is."""
    source = zipfile.ZipFile(io.BytesIO(data))
    files = {name: source.read(name) for name in source.namelist()}
    overrides = "".join(
        f'<Override PartName="/word/{part}.xml" ContentType="{_TYPES}.{part}+xml"/>' for part in _PARTS
    )
    files["[Content_Types].xml"] = (
        '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        '<Default Extension="xml" ContentType="application/xml"/><Default Extension="png" ContentType="image/png"/>'
        f'<Override PartName="/word/document.xml" ContentType="{_TYPES}.document.main+xml"/>{overrides}</Types>'
    )
    links = "http://schemas.openxmlformats.org/package/2006/relationships"
    files["_rels/.rels"] = (
        f'<Relationships xmlns="{links}"><Relationship Id="r1" Type="{OFFICE}/officeDocument" '
        'Target="word/document.xml"/></Relationships>'
    )
    inside = (
        files["word/_rels/document.xml.rels"]
        .decode()
        .replace("<Relationships>", f'<Relationships xmlns="{links}">')
    )
    if "word/comments.xml" in files:
        inside = inside.replace(
            "</Relationships>",
            f'<Relationship Id="rc" Type="{OFFICE}/comments" Target="comments.xml"/>'
            f'<Relationship Id="rp" Type="{OFFICE}/image" Target="media/a.png"/></Relationships>',
        )
    files["word/_rels/document.xml.rels"] = inside
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as container:
        for name, part in files.items():
            container.writestr(name, part)
    return buffer.getvalue()


def _level(at, form, text, more=""):
    return (
        f'<w:lvl w:ilvl="{at}"><w:start w:val="1"/><w:numFmt w:val="{form}"/>{more}<w:lvlText w:val="{text}"/>'
        "</w:lvl>"
    )


def _item(text, at=0, num=1, style=""):
    style = f'<w:pStyle w:val="{style}"/>' if style else ""
    return paragraph(
        text, properties=f'{style}<w:numPr><w:ilvl w:val="{at}"/><w:numId w:val="{num}"/></w:numPr>'
    )


_STYLES = (
    '<w:style w:type="paragraph" w:default="1" w:styleId="a"><w:name w:val="Normal"/></w:style>'
    '<w:style w:type="paragraph" w:styleId="1"><w:name w:val="heading 1"/><w:basedOn w:val="a"/>'
    '<w:pPr><w:outlineLvl w:val="0"/></w:pPr></w:style>'
    '<w:style w:type="paragraph" w:styleId="2"><w:name w:val="heading 2"/><w:basedOn w:val="a"/>'
    '<w:pPr><w:outlineLvl w:val="1"/></w:pPr></w:style>'
    '<w:style w:type="paragraph" w:styleId="n"><w:name w:val="numbered"/><w:basedOn w:val="a"/>'
    '<w:pPr><w:numPr><w:ilvl w:val="1"/><w:numId w:val="1"/></w:numPr></w:pPr></w:style>'
    '<w:style w:type="character" w:styleId="h"><w:name w:val="concealed"/><w:rPr><w:vanish/></w:rPr></w:style>'
)
_NUMBERS = (
    '<w:abstractNum w:abstractNumId="0"><w:multiLevelType w:val="multilevel"/>'
    + _level(0, "chineseCountingThousand", "%1、", '<w:suff w:val="nothing"/>')
    + _level(1, "chineseCountingThousand", "（%2）", '<w:suff w:val="nothing"/>')
    + _level(2, "decimal", "%3.")
    + _level(3, "decimalEnclosedCircle", "%4")
    + _level(4, "decimal", "%1.%3.%5", "<w:isLgl/>")
    + "</w:abstractNum>"
    '<w:abstractNum w:abstractNumId="1"><w:multiLevelType w:val="singleLevel"/>'
    + _level(0, "decimalFullWidth", "第%1条", '<w:suff w:val="space"/>')
    + "</w:abstractNum>"
    '<w:abstractNum w:abstractNumId="2"><w:multiLevelType w:val="singleLevel"/>'
    + _level(0, "bullet", "●")
    + "</w:abstractNum>"
    + "".join(f'<w:num w:numId="{one + 1}"><w:abstractNumId w:val="{one}"/></w:num>' for one in range(3))
    + '<w:num w:numId="4"><w:abstractNumId w:val="1"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="7"/>'
    "</w:lvlOverride></w:num>"
)


def lists():
    """Headings and items with automatic numbers, in many writings."""
    return made(
        _item("总体情况", style="1") + _item("主动公开", 1, style="2") + _item("公开数量", 2) + _item("甲", 3)
        + _item("乙", 3) + _item("公开渠道", 2) + _item("依申请公开", 1) + _item("收到数", 2)
        + _item("主要问题", style="1") + paragraph("没有编号的一段。") + _item("认识", 1) + _item("数量", 2)
        + _item("并列", 4) + paragraph("按样式编号", properties='<w:pStyle w:val="n"/>')
        + _item("本办法从发布起施行", 0, 2) + _item("解释权在办公室", 0, 2) + _item("另起", 0, 4) + _item("再来", 0, 4)
        + _item("着重号", 0, 3)
        + paragraph("不编号了", properties='<w:pStyle w:val="n"/><w:numPr><w:numId w:val="0"/></w:numPr>'),
        styles=_STYLES,
        numbering=_NUMBERS,
    )  # fmt: skip


_CHANGE = 'w:id="{}" w:author="某" w:date="2026-01-05T08:00:00Z"'
_PICTURE = (
    '<w:r><w:drawing><wp:inline><wp:extent cx="90000" cy="90000"/><wp:docPr id="9" name="p"/><a:graphic>'
    '<a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/picture"><pic:pic '
    'xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture"><pic:nvPicPr><pic:cNvPr id="1" name="p"/>'
    '<pic:cNvPicPr/></pic:nvPicPr><pic:blipFill><a:blip r:embed="rp"/><a:stretch><a:fillRect/></a:stretch>'
    '</pic:blipFill><pic:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="90000" cy="90000"/></a:xfrm>'
    '<a:prstGeom prst="rect"/></pic:spPr></pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r>'
)
_BOX = (
    '<w:r><w:pict><v:shape id="b" type="#_x0000_t202" style="position:absolute;width:200pt;height:40pt">'
    f"<v:textbox><w:txbxContent>{paragraph('框里的一句话。')}</w:txbxContent></v:textbox></v:shape></w:pict></w:r>"
)


def changes():
    """Tracked changes, a comment, hidden words, fields, a footnote, a text box, a picture, breaks and signs."""
    deleted = f"<w:del {_CHANGE.format(1)}><w:r><w:delText>去年</w:delText></w:r></w:del>"
    inserted = f"<w:ins {_CHANGE.format(2)}>{run('今年')}</w:ins>"
    mark = f"<w:rPr><w:del {_CHANGE.format(3)}/></w:rPr>"
    comment = (
        '<w:commentRangeStart w:id="5"/>' + run("公开三条。") + '<w:commentRangeEnd w:id="5"/>'
        '<w:r><w:commentReference w:id="5"/></w:r>'
    )
    note = '<w:r><w:footnoteReference w:id="2"/></w:r>'
    body = (
        paragraph(deleted, inserted, run("公开二条，"), comment)
        + paragraph("这一段的段尾", properties=mark) + paragraph("已经删去。")
        + paragraph("明处", run("暗处", "<w:vanish/>"), run("又一处暗处", '<w:rStyle w:val="h"/>'), run("还是明处"))
        + paragraph("网址", field(' HYPERLINK "http://example.cn/" ', run("镇政府网站")), run("，共"), field(" =1+1 ", run("2")),
                    run("处"))
        + paragraph("有一处说明", note, run("。"))
        + paragraph("旁边有框", _BOX)
        + paragraph("图", _PICTURE)
        + paragraph(
            run("电话0631") + "<w:r><w:noBreakHyphen/></w:r>" + run("5201234") + "<w:r><w:br/></w:r>"
            + run("第二行𠮷") + '<w:r><w:br w:type="page"/></w:r>' + run("下一页") + "<w:r><w:tab/></w:r>" + run("末尾")
            + '<w:r><w:sym w:font="Wingdings" w:char="F0FE"/></w:r>'
        )
        + '<w:p><w:pPr><w:sectPr><w:pgSz w:w="16838" w:h="11906"/></w:sectPr></w:pPr></w:p>'
        + paragraph("横页之后")
    )  # fmt: skip
    notes = (
        '<w:footnote w:type="separator" w:id="0"><w:p><w:r><w:separator/></w:r></w:p></w:footnote>'
        '<w:footnote w:type="continuationSeparator" w:id="1"><w:p><w:r><w:continuationSeparator/></w:r></w:p>'
        f'</w:footnote><w:footnote w:id="2">{paragraph("<w:r><w:footnoteRef/></w:r>", run("脚注里的话。"))}</w:footnote>'
    )
    comments = f"<w:comments {NAMESPACES}><w:comment {_CHANGE.format(5)}>{paragraph('批注的话')}</w:comment></w:comments>"
    return made(
        body,
        styles=_STYLES,
        footnotes=notes,
        more={"word/comments.xml": comments, "word/media/a.png": _PIXEL},
    )


def _cell(text, *edges, more=""):
    width = sum(_EDGES[edges[0] : edges[1]])
    return cell(text, properties=f'<w:tcW w:w="{width}" w:type="dxa"/>{span(edges[1] - edges[0])}{more}')


def _sized(*rows):
    grid = "".join(f'<w:gridCol w:w="{one}"/>' for one in _EDGES)
    return table(*rows).replace("<w:tblGrid/>", f"<w:tblGrid>{grid}</w:tblGrid>")


def tables():
    """Merged cells, a row that begins later, a table in a cell, a box round text."""
    down, on = '<w:vMerge w:val="restart"/>', "<w:vMerge/>"
    later = '<w:gridBefore w:val="1"/><w:wBefore w:w="1200" w:type="dxa"/>'
    inner = table(row("内一", "11"), row("内二", "22")).replace(
        "<w:tblGrid/>", '<w:tblGrid><w:gridCol w:w="800"/><w:gridCol w:w="800"/></w:tblGrid>'
    )
    merged = _sized(
        row(_cell("项目", 0, 2), _cell("数量", 2, 4)),
        row(_cell("合并的行", 0, 1, more=down), _cell("甲", 1, 2), _cell("1", 2, 3), _cell("2", 3, 4)),
        row(_cell("", 0, 1, more=on), _cell("乙", 1, 2), _cell("3", 2, 4)),
        row(_cell("", 0, 1, more=on), _cell("丙", 1, 3), _cell("4", 3, 4)),
        row(_cell("靠右", 1, 2), _cell("5", 2, 3), _cell("6", 3, 4), properties=later),
    )
    nesting = _sized(
        row(_cell("甲", 0, 1), cell(paragraph("格里还有表"), inner, paragraph("表后")), _cell("7", 2, 4)),
        row(_cell("乙", 0, 1), _cell("平常", 1, 2), _cell("8", 2, 4)),
        row(_cell("丙", 0, 1), _cell("平常", 1, 2), _cell("9", 2, 4)),
    )
    box = table(row(cell(paragraph("框里的第一段。"), paragraph("框里的第二段。"))))
    return made(
        paragraph("表前")
        + merged
        + paragraph("表间")
        + nesting
        + paragraph("再隔开")
        + box
        + paragraph("表后")
    )


def _form(drawn, report):
    """A table of a form with the figures of a report, merged as it is printed."""
    rows = []
    for number in range(drawn.rows):
        cells = []
        for one in sorted(drawn.cells, key=lambda one: one.column):
            if not one.row <= number < one.row + one.row_span:
                continue
            first = number == one.row
            text = (report.text(one.cell) if one.cell else one.text) if first else ""
            merge = f'<w:vMerge w:val="{"restart" if first else "continue"}"/>' if one.row_span > 1 else ""
            width = f'<w:tcW w:w="{800 * one.column_span}" w:type="dxa"/>'
            cells.append(cell(text, properties=f"{width}{span(one.column_span)}{merge}"))
        rows.append(row(*cells))
    columns = '<w:gridCol w:w="800"/>' * drawn.columns
    return table(*rows).replace("<w:tblGrid/>", f"<w:tblGrid>{columns}</w:tblGrid>")


def report():
    """A whole report on the national form, its headings numbered by the program."""
    template, filled_in = whole_report()
    body = [paragraph(filled_in.title)]
    for section in filled_in.sections:
        if section.id in template.sections_by_id:
            body.append(_item(section_title(template, section), style="1"))
        body += [paragraph(f"　　{one.text}") for one in section.paragraphs]
        for one in template.tables:
            if one.section == section.id:
                body.append(_form(grid.of(one), filled_in))
    return made("".join(body), styles=_STYLES, numbering=_NUMBERS)


def whole_report():
    """The form and the report that stand in `report.doc`."""
    return filled(built_in(), "national-2021", IDS["national-2021"])


MADE = {"lists": lists, "changes": changes, "tables": tables, "report": report}


def main():
    """Make every file again."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        for stem, make in MADE.items():
            (folder / f"{stem}.docx").write_bytes(packaged(make()))
        profile = (folder / "profile").as_uri()
        words = [
            "soffice",
            "--headless",
            f"-env:UserInstallation={profile}",
            "--convert-to",
            "doc",
            "--outdir",
        ]
        sources = sorted(str(one) for one in folder.glob("*.docx"))
        subprocess.run([*words, str(FOLDER), *sources], check=True)


if __name__ == "__main__":
    sys.exit(main())
