"""Files that hurt, made on the spot: one for each line of the list of bad inputs."""

import io
import os
import zipfile
import zlib
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from reportlab.lib.pdfencrypt import StandardEncryption

from tests.core.importers.docx.making import (
    MAIN,
    NAMESPACES,
    OFFICE,
    cell,
    made,
    packed,
    paragraph,
    row,
    run,
    span,
    table,
)
from tests.core.importers.paper import Paper
from tests.core.importers.test_pdf import picture
from tests.core.importers.workbooks import by_hand, data_of, filled

TITLE = "柳河镇2024年政府信息公开工作年度报告"
HEADING = "一、总体情况"
WORDS = "全镇公开栏按季度更换，网站专栏由专人维护。"
ROWS = [[TITLE], [HEADING], [WORDS]]
PROSE = paragraph(TITLE) + paragraph(HEADING) + paragraph(WORDS)
PAGE = f"<h1>{TITLE}</h1><h2>{HEADING}</h2><p>{WORDS}</p>"
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
FILES = Path(__file__).resolve().parents[1] / "core" / "importers" / "files"
READ, REFUSED = 0, 3


@dataclass(frozen=True)
class Bad:
    """A file, and what the program makes of it: the status of the command and words of its sentence or its note."""

    number: str
    name: str
    make: Callable[[], bytes]
    status: int
    words: str


def document(body: str) -> dict[str, str | bytes]:
    """The parts of a Word file with that body."""
    return {"word/document.xml": f"<w:document {NAMESPACES}><w:body>{body}</w:body></w:document>"}


def doubled() -> bytes:
    """A Word file with two main parts."""
    out = io.BytesIO(packed(document(PROSE)))
    with zipfile.ZipFile(out, "a") as archive:
        archive.writestr("WORD/document.xml", document(PROSE)["word/document.xml"])
    return out.getvalue()


def crowded() -> bytes:
    """A Word file with very many parts."""
    out = io.BytesIO(packed(document(PROSE)))
    with zipfile.ZipFile(out, "a") as archive:
        for number in range(3_000):
            archive.writestr(f"word/{number}.xml", b"")
    return out.getvalue()


def bomb() -> bytes:
    """A Word file of some kilobytes that unpacks to very much."""
    return packed(document(PROSE) | {"word/media/image1.bmp": bytes(60 * 2**20)})


def tracked() -> bytes:
    """A Word file with a change by somebody else, and a remark."""
    change = f'<w:p><w:ins w:id="1" w:author="某">{run("增加的一句。")}</w:ins></w:p>'
    links = f'<Relationships><Relationship Id="c" Type="{OFFICE}/comments" Target="comments.xml"/></Relationships>'
    remarks = (
        f'<w:comments xmlns:w="{MAIN}"><w:comment w:id="1"><w:p>{run("改")}</w:p></w:comment></w:comments>'
    )
    reference = '<w:p><w:r><w:commentReference w:id="1"/></w:r></w:p>'
    parts = document(PROSE + change + reference)
    return packed(parts | {"word/_rels/document.xml.rels": links, "word/comments.xml": remarks})


def boxed() -> bytes:
    """A Word file with words in a box."""
    box = f"<w:pict><v:shape><v:textbox><w:txbxContent>{paragraph('框里的话')}</w:txbxContent></v:textbox></v:shape></w:pict>"
    return made(PROSE + f"<w:p><w:r>{box}</w:r></w:p>")


def reaching_out() -> bytes:
    """A Word file whose template is on somebody's server."""
    link = f'<Relationship Id="t" Type="{OFFICE}/attachedTemplate" Target="\\\\town.invalid\\x.dotm" TargetMode="External"/>'
    links = f'<Relationship Id="i" Type="{OFFICE}/image" Target="http://town.invalid/x.png" TargetMode="External"/>'
    return packed(
        document(PROSE) | {"word/_rels/document.xml.rels": f"<Relationships>{link}{links}</Relationships>"}
    )


def workbook(*rows: list[object]) -> bytes:
    """A workbook with the report's lines and these rows below."""
    return data_of(filled([*ROWS, *rows]))


def lines(*rows: str) -> str:
    """The rows of a sheet as XML: the report's lines, then these."""
    told = "".join(
        f'<row r="{number}"><c r="A{number}" t="inlineStr"><is><t>{text}</t></is></c></row>'
        for number, (text,) in enumerate(ROWS, 1)
    )
    return told + "".join(rows)


def fees(value: str) -> bytes:
    """A text with the table on permits of the form, one figure in it written that way."""
    return "\n".join(
        [TITLE, HEADING, WORDS, "二、主动公开政府信息情况", "| 第二十条第（一）项 | | | |",
         "| 信息内容 | 本年制发件数 | 本年废止件数 | 现行有效件数 |", "| 规章 | 0 | 0 | 0 |",
         f"| 行政规范性文件 | {value} | 1 | 12 |", "| 第二十条第（五）项 | | | |",
         "| 信息内容 | 本年处理决定数量 | | |", "| 行政许可 | 148 | | |"]
    ).encode()  # fmt: skip


def scan(encrypt: StandardEncryption | None = None) -> bytes:
    """A PDF that is one picture."""
    paper = Paper(encrypt)
    paper.canvas.drawImage(picture(), 0, 0, 595, 842)
    return paper.done()


def printed(encrypt: StandardEncryption | None = None) -> bytes:
    """A PDF of the report's lines."""
    paper = Paper(encrypt)
    for number, (text,) in enumerate(ROWS):
        paper.words(80, 100 + 40 * number, text)
    return paper.done()


def looped() -> bytes:
    """A PDF whose pages lead in a circle."""
    return (
        b"%PDF-1.4\n1 0 obj\n<</Type/Catalog/Pages 2 0 R>>\nendobj\n"
        b"2 0 obj\n<</Type/Pages/Kids[3 0 R]/Count 2>>\nendobj\n"
        b"3 0 obj\n<</Type/Pages/Kids[2 0 R]/Count 2/Parent 2 0 R>>\nendobj\ntrailer<</Root 1 0 R/Size 4>>\n%%EOF\n"
    )


def endless() -> bytes:
    """A PDF of some kilobytes with a page of very many drawings."""
    drawn = zlib.compress(b"1 0 0 1 0 0 cm " * (4 * 2**20))
    return (
        b"%%PDF-1.4\n1 0 obj\n<</Type/Catalog/Pages 2 0 R>>\nendobj\n2 0 obj\n<</Type/Pages/Kids[3 0 R]/Count 1>>\nendobj\n"
        b"3 0 obj\n<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R>>\nendobj\n"
        b"4 0 obj\n<</Filter/FlateDecode/Length %d>>\nstream\n%s\nendstream\nendobj\ntrailer<</Root 1 0 R/Size 5>>\n%%%%EOF\n"
        % (len(drawn), drawn)
    )


def coded() -> bytes:
    """A PDF whose font does not say which characters its glyphs are."""
    rows = b" ".join(
        b"BT /F 16 Tf 80 %d Td <%s> Tj ET" % (800 - 30 * at, bytes(range(0x21, 0x59)).hex().encode())
        for at in range(12)
    )
    objects = (
        b"<</Type/Catalog/Pages 2 0 R>>", b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
        b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R/Resources<</Font<</F 5 0 R>>>>>>",
        b"<</Length %d>>stream\n%s\nendstream" % (len(rows), rows),
        b"<</Type/Font/Subtype/Type0/BaseFont/AAAAAA+Song/Encoding/Identity-H/DescendantFonts[6 0 R]>>",
        b"<</Type/Font/Subtype/CIDFontType2/BaseFont/AAAAAA+Song/DW 1000/FontDescriptor 7 0 R/CIDSystemInfo 8 0 R>>",
        b"<</Type/FontDescriptor/FontName/AAAAAA+Song/Flags 4/FontBBox[0 0 1000 1000]/Ascent 800/Descent -200/StemV 80>>",
        b"<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>",
    )  # fmt: skip
    body = b"".join(b"%d 0 obj\n%s\nendobj\n" % (number, one) for number, one in enumerate(objects, 1))
    return b"%PDF-1.4\n" + body + b"trailer<</Root 1 0 R/Size 9>>\n%%EOF\n"


def text(*more: str) -> bytes:
    """A plain text with these lines below."""
    return "\n".join([TITLE, HEADING, WORDS, *more]).encode()


SECRET = StandardEncryption("secret", "owner", strength=128)
DOCTYPE = '<!DOCTYPE a [<!ENTITY b "哈哈"><!ENTITY c "&b;&b;&b;">]>'
DEEP = "<w:ins>" * 300 + "</w:ins>" * 300
WIDE = PROSE + table(row("信息内容", cell("1", properties=span(100_000_000))))
LAST = '<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>'
WHOLE = '<mergeCells count="1"><mergeCell ref="A1:XFD1048576"/></mergeCells>'

FILES_OF_THE_LIST = (
    Bad("I01", "空.docx", lambda: b"", REFUSED, "是空的"),
    Bad("I02", "旧.docx", lambda: (FILES / "report.doc").read_bytes(), READ, "实际是旧版 Word"),
    Bad("I03", "锁.docx", lambda: OLE + bytes(504) + "EncryptedPackage".encode("utf-16-le"), REFUSED, "密码"),
    Bad("I04", "断.docx", lambda: made(PROSE)[:-400], REFUSED, "不完整"),
    Bad("I04", "断.xlsx", lambda: workbook()[:3000], REFUSED, "不完整"),
    Bad("I05", "乱.xlsx", lambda: bytes(range(256)) * 20, REFUSED, ""),
    Bad("I06", "实为.docx", printed, READ, "扩展名是 docx，实际是PDF"),
    Bad("I07", "弹.docx", bomb, REFUSED, "展开后过大"),
    Bad("I08", "多.docx", crowded, REFUSED, "里面的结构不对"),
    Bad("I09", "径.docx", lambda: packed(document(PROSE) | {"../../x.xml": "<a/>"}), REFUSED, "可疑路径"),
    Bad("I10", "重.docx", doubled, REFUSED, "重名"),
    Bad("I11", "实体.docx", lambda: packed({"word/document.xml": DOCTYPE + "<a>&c;</a>"}), REFUSED, "外部引用"),
    Bad("I12", "坏.docx", lambda: packed({"word/document.xml": f"<w:document {NAMESPACES}><w:body>"}), REFUSED, "已损坏"),
    Bad("I13", "深.docx", lambda: packed(document(DEEP)), REFUSED, "嵌套过深"),
    Bad("I13", "深.html", lambda: (PAGE + "<div>" * 200_000 + WORDS).encode(), REFUSED, "嵌套过深"),
    Bad("I14", "宽.docx", lambda: made(WIDE), READ, "没有读入，请手工填写"),
    Bad("I15", "远.xlsx", lambda: by_hand(lines(LAST)), READ, "只读取前 5000 行、200 列"),
    Bad("I16", "并.xlsx", lambda: by_hand(lines(), WHOLE), REFUSED, "合并单元格不对"),
    Bad("I17", "式.xlsx", lambda: workbook(["信息内容", "=1+1"]), READ, "公式"),
    Bad("I18", "错.xlsx", lambda: workbook(["信息内容", "#REF!"]), READ, "#REF!"),
    Bad("I19", "全角.txt", lambda: fees("１２"), READ, ""),
    Bad("I19", "约.txt", lambda: fees("约 12"), READ, "约 12"),
    Bad("I20", "负.txt", lambda: fees("-3"), READ, "-3"),
    Bad("I20", "极大.txt", lambda: fees("1e400"), READ, "1e400"),
    Bad("I21", "宏.docm", lambda: packed(document(PROSE) | {"word/vbaProject.bin": OLE}), READ, "宏没有运行"),
    Bad("I22", "修订.docx", tracked, READ, "处修订"),
    Bad("I23", "框.docx", boxed, READ, "文本框"),
    Bad("I24", "外.docx", reaching_out, READ, "没有联网"),
    Bad("I25", "网.html", lambda: (PAGE + '<script>x()</script><img src="file:////town.invalid/x.png"><iframe src="//town.invalid/y"></iframe>').encode(), READ, "没有联网"),
    Bad("I26", "码.html", lambda: f'<meta charset="utf-8">{PAGE}'.encode("gbk"), READ, "GB18030"),
    Bad("I27", "混.txt", lambda: text() + b"\n" + WORDS.encode("gbk") + b"\x00\xff\x00" * 90, REFUSED, "编码"),
    Bad("I28", "大.txt", lambda: text() + b"1" * (50 * 2**20), REFUSED, "超过 50 MB"),
    Bad("I29", "扫描.pdf", scan, REFUSED, "扫描图片"),
    Bad("I30", "密.pdf", lambda: printed(SECRET), REFUSED, "密码"),
    Bad("I31", "环.pdf", looped, REFUSED, "已损坏"),
    Bad("I31", "无尽.pdf", endless, REFUSED, ""),
    Bad("I32", "字形.pdf", coded, REFUSED, "乱码"),
    Bad("I35", "算式.txt", lambda: text("=cmd|'/c calc'!A1", "@SUM(1+1)*cmd|'/c calc'!A0"), READ, ""),
    Bad("I36", "隐.txt", lambda: text("公开\u202e信息\u200b很多。"), READ, "看不见"),
    Bad("random", "随机.pdf", lambda: b"%PDF-1.7\n" + os.urandom(9000), REFUSED, ""),
)  # fmt: skip
