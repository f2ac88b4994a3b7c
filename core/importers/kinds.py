"""What kind of file some bytes are, told by what stands in them; the suffix decides only between kinds of text."""

import re
from dataclasses import dataclass

HTML_SUFFIXES = (".html", ".htm", ".xhtml", ".shtml")
MHT_SUFFIXES = (".mht", ".mhtml")
UNREAD_SUFFIXES = (".rtf", ".ofd", ".odt", ".ods")  # of programs, and no reader takes them
WRITTEN_AS_TEXT = ("html", "mht", "text")

_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_PICTURES = (b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff", b"GIF87a", b"GIF89a", b"II*\x00", b"MM\x00*")
_ARCHIVES = (b"Rar!", b"7z\xbc\xaf", b"\x1f\x8b")
_ZIPS = (b"PK\x03\x04", b"PK\x05\x06")
_ZIP_END = b"PK\x05\x06"
_PACKAGE = b"[Content_Types].xml"
_IN_ZIP = (
    (b"word/document", "docx"),
    (b"xl/workbook", "xlsx"),
    (b"application/vnd.oasis.opendocument.text", "odt"),
    (b"application/vnd.oasis.opendocument.spreadsheet", "ods"),
    (b"OFD.xml", "ofd"),
)
_IN_OLE = (("EncryptedPackage", "locked"), ("WordDocument", "doc"), ("Workbook", "xls"), ("Book", "xls"))
_HTML = re.compile(rb"\s*(<\?xml[^>]*>\s*)?(<!--.*?-->\s*)*<(!doctype\s+html|html|head|body)\b", re.I | re.S)
_MHT = re.compile(rb"(from|subject|mime-version|date|content-type|snapshot-content-location)\s*:", re.I)
_PDF_WITHIN = 1024


@dataclass(frozen=True, slots=True)
class Source:
    """A file on its way in: its name, its bytes, and their kind."""

    name: str
    data: bytes
    kind: str


def kind_of(data: bytes, suffix: str) -> str:
    """Return the kind of file: the key of a reader, or that of something nobody reads (a picture, an archive)."""
    if data.startswith(_ZIPS):
        return _zipped(data, suffix)
    if data.startswith(_OLE):
        return next((kind for name, kind in _IN_OLE if name.encode("utf-16-le") in data), "ole")
    if b"%PDF-" in data[:_PDF_WITHIN]:
        return "pdf"
    if _is_picture(data):
        return "picture"
    if data.startswith(_ARCHIVES):
        return "archive"
    return _text_kind(data, suffix)


def _zipped(data: bytes, suffix: str) -> str:
    """Return what the names in an archive say it is; of an Office file cut short, the suffix tells what it was to be."""
    for name, kind in _IN_ZIP:
        if name in data:
            return kind
    if _ZIP_END in data and _PACKAGE not in data:  # whole, and of no Office program
        return "archive"
    return {".docx": "docx", ".xlsx": "xlsx"}.get(suffix, "archive")


def _is_picture(data: bytes) -> bool:
    webp = data[:4] == b"RIFF" and data[8:12] == b"WEBP"
    bitmap = data[:2] == b"BM" and data[6:10] == b"\x00\x00\x00\x00"
    return data.startswith(_PICTURES) or webp or bitmap


def _text_kind(data: bytes, suffix: str) -> str:
    if data.startswith(b"{\\rtf"):
        return "rtf"
    head = data[:4096].lstrip(b"\xef\xbb\xbf")
    mime = suffix in MHT_SUFFIXES or (_MHT.match(head) and b"mime-version" in head.lower())
    if mime and b"content-type" in head.lower():
        return "mht"
    if suffix in HTML_SUFFIXES or _HTML.match(head):
        return "html"
    return "text"
