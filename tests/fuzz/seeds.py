"""The sound files that the fuzzer damages: our own exports, files of other programs, and those of the corpus."""

import re
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path

import docx
import openpyxl

from core.export import FORMATS
from core.importers import SUFFIXES
from core.layout import lay_out
from core.template import built_in
from tests.core.importers.writing import LAYOUTS, text_of
from tests.samples import IDS, filled

_HERE = Path(__file__).resolve().parents[1]
FOLDERS = (_HERE / "core" / "importers" / "files", _HERE / "corpus" / "files")
MOST_BYTES = 600_000


@dataclass(frozen=True, slots=True)
class Seed:
    """A sound file: its suffix and its bytes."""

    suffix: str
    data: bytes


def seeds(*more: Path) -> list[Seed]:
    """Return all seeds, in the same order every time; those in further folders come last."""
    found = [*_exported(), *_written(), *_others()]
    for folder in (*FOLDERS, *more):
        if folder.is_dir():
            found += _in_folder(folder)
    return found


def _in_folder(folder: Path) -> Iterator[Seed]:
    for path in sorted(folder.rglob("*")):
        if path.suffix.lower() in SUFFIXES and 0 < path.stat().st_size <= MOST_BYTES:
            yield Seed(path.suffix.lower(), path.read_bytes())


def _exported() -> Iterator[Seed]:
    library = built_in()
    for form in ("national-2021", "weihai-2012"):
        template, report = filled(library, form, IDS[form])
        document = lay_out(template, report)
        for one in FORMATS:
            data = one.write(document)
            yield Seed(one.suffix, data)
            if one.suffix == ".pdf":
                yield Seed(one.suffix, inflated(data))


def _written() -> Iterator[Seed]:
    library = built_in()
    for number, (form, layout) in enumerate(zip(IDS, LAYOUTS.values(), strict=True)):
        template, report = filled(library, form, IDS[form])
        text = text_of(template, report, layout)
        yield Seed(".txt", text.encode("utf-8" if number % 2 else "gb18030"))
        if number == 0:
            yield Seed(".mht", _mht(text))


def _mht(text: str) -> bytes:
    """Return a page in its envelope, with a second part beside it."""
    page = "".join(f"<p>{line}</p>" for line in text.splitlines()).encode("utf-8").hex("=").upper()
    quoted = "\r\n".join(f"={page[i : i + 72]}".removesuffix("=") + "=" for i in range(0, len(page), 72))
    return (
        "From: <Saved by a browser>\r\nMIME-Version: 1.0\r\n"
        'Content-Type: multipart/related; type="text/html"; boundary="----=_Part"\r\n\r\n'
        "------=_Part\r\nContent-Type: text/html; charset=utf-8\r\n"
        f"Content-Transfer-Encoding: quoted-printable\r\nContent-Location: http://town/1.html\r\n\r\n{quoted}\r\n"
        "------=_Part\r\nContent-Type: image/png\r\nContent-Transfer-Encoding: base64\r\n\r\niVBORw0KGgo=\r\n"
        "------=_Part--\r\n"
    ).encode("ascii")


def _others() -> Iterator[Seed]:
    """Yield small files of other libraries, with what our own exports have not."""
    word = docx.Document()
    word.add_heading("柳河镇2024年政府信息公开工作年度报告", 0)
    for number in range(6):
        word.add_paragraph(f"第{number}项工作已经完成。", style="List Number")
    table = word.add_table(4, 5)
    table.cell(0, 0).merge(table.cell(1, 1)).text = "信息内容"
    table.cell(2, 2).add_table(2, 2).cell(0, 0).text = "12"
    out = BytesIO()
    word.save(out)
    yield Seed(".docx", out.getvalue())
    book = openpyxl.Workbook()
    sheet = book.active
    for row in (["柳河镇2024年政府信息公开工作年度报告"], ["规章", 1, "=B2+1"], ["行政许可", "１２", 3.0]):
        sheet.append(row)
    sheet.merge_cells("A1:D1")
    book.create_sheet("第二张").append(["无"])
    out = BytesIO()
    book.save(out)
    yield Seed(".xlsx", out.getvalue())


def inflated(pdf: bytes) -> bytes:
    """Return a PDF with its streams unpacked, so that damage reaches what is drawn."""
    return re.sub(rb"<<(?:(?!endobj).)*?stream\r?\n.*?endstream", _unpacked, pdf, flags=re.S)


def _unpacked(found: re.Match[bytes]) -> bytes:
    head, _, rest = found[0].partition(b"stream")
    body = rest.removesuffix(b"endstream").lstrip(b"\r\n")
    if b"/FlateDecode" not in head or b"ASCII85" in head:
        return found[0]
    try:
        plain = zlib.decompressobj().decompress(body)
    except zlib.error:
        return found[0]
    head = re.sub(rb"/Filter\s*\[?[^\]>/]*/FlateDecode\s*\]?", b"", head)
    head = re.sub(rb"/Length\s+\d+", b"/Length %d" % len(plain), head)
    return head + b"stream\n" + plain + b"\nendstream"
