"""Pages are read in the encoding they are in, whatever they declare."""

import codecs

import pytest

from core.errors import InputError
from core.importers import html
from core.importers.document import Document
from core.importers.kinds import Source

WORDS = "柳河镇把公开工作列入议题，由党政综合办公室牵头办理，十二个站所各有一名联络员。"


def read(data: bytes) -> Document:
    return html.read(Source("年报.htm", data, "html"), frozenset())


def page(declared: str = "", words: str = WORDS) -> str:
    meta = declared and f'<meta http-equiv="Content-Type" content="text/html; charset={declared}">'
    return f"<html><head>{meta}<title>年报</title></head><body><p>{words}</p></body></html>"


def text(document: Document) -> str:
    return "".join(one.text for one in document.elements)


@pytest.mark.parametrize(
    ("declared", "encoding", "mark"),
    [
        ("utf-8", "utf-8", b""),
        ("UTF8", "utf-8", codecs.BOM_UTF8),
        ("", "utf-8", b""),
        ("", "gb18030", b""),
        ("gb2312", "gb2312", b""),
        ("gb2312", "gb18030", b""),
        ("GBK", "gbk", b""),
        ("gb18030", "gb18030", b""),
        ("utf-16", "utf-16-le", codecs.BOM_UTF16_LE),
        ("", "utf-16-be", codecs.BOM_UTF16_BE),
        ("", "utf-16-le", b""),
        ("unicode", "utf-16-le", codecs.BOM_UTF16_LE),
    ],
)
def test_a_declaration_that_holds_is_no_news(declared, encoding, mark):
    document = read(mark + page(declared).encode(encoding))

    assert text(document) == WORDS
    assert [one for one in document.remarks if declared != "unicode"] == []


@pytest.mark.parametrize(
    ("declared", "encoding"),
    [
        ("utf-8", "gb18030"),
        ("gb2312", "utf-8"),
        ("iso-8859-1", "gb18030"),
        ("iso-8859-1", "utf-8"),
        ("big5", "gb18030"),
        ("x-unknown", "gb18030"),
        ("utf-16", "utf-8"),
    ],
)
def test_a_wrong_declaration_is_overruled_and_said(declared, encoding):
    document = read(page(declared).encode(encoding))

    assert text(document) == WORDS
    assert any("编码与实际不符" in one.message for one in document.remarks)


@pytest.mark.parametrize("encoding", ["utf-8", "gb18030"])
@pytest.mark.parametrize("declared", ["utf-8", "gb2312", ""])
@pytest.mark.parametrize("stray", [b"\xff", b"\x80", b"\xff\xfe\xff"])
def test_stray_bytes_do_not_change_the_encoding_and_are_said(declared, encoding, stray):
    begin, end = page(declared, f"{WORDS}<br>{WORDS}<br>").encode(encoding).split(b"<br>", 1)

    document = read(begin + b"<br>" + stray + b"<br>" + end)

    assert text(document).count(WORDS) == 2
    assert any("数据已损坏" in one.message for one in document.remarks)


def test_control_characters_go_and_are_said():
    document = read(page("utf-8", WORDS + "\x00\x01").encode("utf-8"))

    assert text(document) == WORDS
    assert "2 个看不见的控制字符" in document.remarks[0].message


def test_rare_characters_of_names_are_kept():
    words = WORDS + "东垟村、㙍头村、𬭎鑫社区。"

    assert text(read(page("gb2312", words).encode("gb18030"))) == words


def test_a_declaration_in_a_comment_does_not_count():
    data = ("<!-- <meta charset=big5> -->" + page("utf-8")).encode("utf-8")

    assert read(data).remarks == ()


@pytest.mark.parametrize(
    "data", [b"\x81 \xff\xa0\x91\x7f" * 200, b"<html>\x00\x01" + b"\xd8\x00\xdc\xff" * 300]
)
def test_bytes_that_are_no_text_are_refused(data):
    with pytest.raises(InputError, match=r"年报\.htm"):
        read(data)
