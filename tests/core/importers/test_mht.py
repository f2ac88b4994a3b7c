"""Pages saved as one file come out like the pages themselves."""

import base64
import quopri
from email.header import Header

import pytest

from core import importers
from core.errors import InputError
from core.importers import mht
from core.importers.document import Document
from core.importers.keys import words_of_forms
from core.importers.kinds import Source
from core.template import built_in
from tests import samples
from tests.core.importers import html_pages as pages

LIBRARY = built_in()
KNOWN = words_of_forms(LIBRARY)
SENTENCE = "柳河镇全年在网站上发布各类政务消息八十六条，比上年多了十条。"
BOUNDARY = "----MultipartBoundary--x7--"


def part(data: bytes, location: str, *, how: str = "quoted-printable", kind: str = "text/html") -> bytes:
    """One part of the envelope, with its bytes written in that way."""
    written = {"quoted-printable": quopri.encodestring, "base64": base64.encodebytes, "8bit": bytes}[how](
        data
    )
    head = f"Content-Type: {kind}\r\nContent-Transfer-Encoding: {how}\r\nContent-Location: {location}\r\n\r\n"
    return head.encode("ascii") + written.replace(b"\r\n", b"\n").replace(b"\n", b"\r\n")


def chromium(*parts: bytes, location: str = "http://town/1.html") -> bytes:
    """The envelope of Chromium."""
    subject = Header("柳河镇年报", "utf-8").encode()
    head = (
        f"From: <Saved by Blink>\r\nSnapshot-Content-Location: {location}\r\nSubject: {subject}\r\nMIME-Version: 1.0\r\n"
        f'Content-Type: multipart/related;\r\n\ttype="text/html";\r\n\tboundary="{BOUNDARY}"\r\n\r\n'
    )
    return _enveloped(head.encode("ascii"), parts)


def explorer(*parts: bytes) -> bytes:
    """The envelope of Internet Explorer, whose head is in the encoding of the computer."""
    head = (
        "From: =?gb2312?B?08kgV2luZG93cyBJbnRlcm5ldCBFeHBsb3JlciA4ILGjtOY=?=\r\nSubject: 年报\r\n".encode(
            "gbk"
        )
        + b"Date: Mon, 9 Jan 2017 09:00:00 +0800\r\nMIME-Version: 1.0\r\n"
        + f'Content-Type: multipart/related;\r\n\ttype="text/html";\r\n\tboundary="{BOUNDARY}"\r\n'.encode(
            "ascii"
        )
        + b"X-MimeOLE: Produced By Microsoft MimeOLE\r\n\r\nThis is a multi-part message in MIME format.\r\n\r\n"
    )
    return _enveloped(head, parts)


def _enveloped(head: bytes, parts: tuple[bytes, ...]) -> bytes:
    mark = BOUNDARY.encode("ascii")
    return head + b"".join(b"\r\n--" + mark + b"\r\n" + one for one in parts) + b"\r\n--" + mark + b"--\r\n"


def read(data: bytes) -> Document:
    return mht.read(Source("年报.mht", data, "mht"), KNOWN)


def texts(data: bytes) -> list[str]:
    return [one.text for one in read(data).elements]


@pytest.mark.parametrize("how", ["quoted-printable", "base64", "8bit"])
@pytest.mark.parametrize(
    ("envelope", "kind", "encoding"),
    [
        (chromium, "text/html", "utf-8"),
        (chromium, 'text/html; charset="utf-8"', "utf-8"),
        (explorer, 'text/html;\r\n\tcharset="gb2312"', "gb18030"),
        (explorer, 'text/html;\r\n\tcharset="utf-8"', "gb18030"),
        (explorer, 'text/html;\r\n\tcharset="no-such"', "gb18030"),
    ],
)
@pytest.mark.parametrize("form", ["national-2021", "national-2014"])
def test_a_report_comes_out_of_either_browser_as_it_was_put_in(form, envelope, kind, encoding, how, tmp_path):
    # given
    template, report = samples.filled(LIBRARY, form, samples.IDS[form])
    page = (
        pages.page(template, report, "spans", "modern").replace('<meta charset="utf-8">', "").encode(encoding)
    )
    path = tmp_path / "年报.mht"
    picture = part(b"\x89PNG", "http://town/x.png", how="base64", kind="image/png")
    path.write_bytes(envelope(part(page, "http://town/1.html", how=how, kind=kind), picture))

    # when
    found = importers.read(path, LIBRARY)

    # then
    assert (found.template, found.year, found.title) == (form, report.year, report.title)
    assert found.values == report.values
    assert [one.paragraphs for one in found.sections] == [one.paragraphs for one in report.sections]


def test_the_page_that_the_envelope_names_is_the_main_one():
    first, second = (part(f"<p>{SENTENCE}{n}</p>".encode(), f"http://town/{n}.html") for n in (1, 2))

    assert texts(chromium(first, second, location="http://town/2.html")) == [f"{SENTENCE}2"]
    assert texts(explorer(first, second)) == [f"{SENTENCE}1"]


def test_a_report_within_a_frame_is_found_and_the_rest_is_said():
    outer = part(
        "<p>清溪县人民政府</p><iframe src='http://town/2.html'></iframe>".encode(), "http://town/1.html"
    )
    inner = part(f"<p>{SENTENCE}</p>".encode(), "http://town/2.html")

    document = read(chromium(outer, inner))

    assert [one.text for one in document.elements] == [SENTENCE]
    assert any("1 个内嵌网页，共 7 个字" in one.message for one in document.remarks)


def test_pages_of_frames_alone_are_read():
    outer = part(b"<frameset><frame src=2.html></frameset>", "http://town/1.html")

    assert texts(chromium(outer, part(f"<p>{SENTENCE}</p>".encode(), "http://town/2.html"))) == [SENTENCE]


@pytest.mark.parametrize("cut", [len(BOUNDARY) + 6, 200])
def test_a_file_that_breaks_off_is_read_with_a_remark(cut):
    whole = chromium(part(f"<p>{SENTENCE}</p>{'<p>a</p>' * 99}".encode(), "http://town/1.html"))

    document = read(whole[:-cut])

    assert document.elements[0].text == SENTENCE
    assert "不完整" in document.remarks[0].message


def test_a_single_page_in_its_envelope_is_read():
    data = b"MIME-Version: 1.0\r\nContent-Type: text/html; charset=gbk\r\n\r\n" + f"<p>{SENTENCE}</p>".encode(
        "gbk"
    )

    assert texts(data) == [SENTENCE]


@pytest.mark.parametrize(
    "data",
    [
        chromium(),
        chromium(part(b"words", "http://town/1.txt", kind="text/plain")),
        chromium(part(b"  ", "http://town/1.html")),
        b"MIME-Version: 1.0\r\nContent-Type: multipart/related\r\n\r\n",
        b"\xff\xfe\x00\x01",
    ],
)
def test_an_envelope_without_a_page_is_refused(data):
    with pytest.raises(InputError, match=r"“年报\.mht”.*网页"):
        read(data)


def test_envelopes_in_envelopes_without_end_are_refused():
    data = b"".join(
        f"Content-Type: multipart/mixed; boundary=b{n}\r\nMIME-Version: 1.0\r\n\r\n--b{n}\r\n".encode()
        for n in range(2000)
    )

    with pytest.raises(InputError, match=r"年报\.mht"):
        read(data)


def test_very_many_parts_are_refused():
    with pytest.raises(InputError, match="过于庞大"):
        read(chromium(*[part(b"x", f"http://town/{n}.png", kind="image/png") for n in range(2100)]))


def test_a_page_nested_too_deeply_in_an_envelope_is_refused_as_such():
    with pytest.raises(InputError, match="嵌套过深"):
        read(chromium(part(b"<div>" * 400 + b"x", "http://town/1.html")))
