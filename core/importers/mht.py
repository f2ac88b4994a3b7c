"""Reads a page saved as one file (mht): takes it out of its envelope, then reads it like any other page."""

import email
from collections.abc import Sequence
from dataclasses import dataclass, replace
from email.message import Message
from email.policy import compat32

from core.errors import InputError
from core.importers import html
from core.importers.document import Document, Remark
from core.importers.html.tree import too_deep
from core.importers.kinds import Source

_HTML_TYPES = ("text/html", "application/xhtml+xml")
_MOST_PARTS = 2000
_MOST_PAGES = 20
_CUT_SHORT = frozenset(
    {"CloseBoundaryNotFoundDefect", "StartBoundaryNotFoundDefect", "InvalidBase64PaddingDefect"}
)


@dataclass(frozen=True, slots=True)
class _Part:
    """A page in the envelope: its bytes, and the encoding and place that the envelope gives it."""

    data: bytes
    charset: str
    location: str
    id: str


def read(source: Source, known: frozenset[str]) -> Document:
    """Return the report in the main page of the file, or in the frame of it that holds the report."""
    message, parts, cut_short = _opened(source)
    if not parts:
        raise InputError(
            f"“{source.name}”里没有网页正文，没有读入任何内容。请用浏览器打开原网页，重新保存后再试。"
        )
    main = _main(message, parts)
    document = _best([main, *(part for part in parts if part is not main)][:_MOST_PAGES], source.name, known)
    remarks = list(document.remarks)
    if cut_short:
        remarks.insert(0, Remark("这个网页文件不完整，可能没有复制完，请核对最后的内容。"))
    return replace(document, remarks=tuple(remarks))


def _opened(source: Source) -> tuple[Message, list[_Part], bool]:
    """Return the envelope, the pages in it, and whether it breaks off; InputError for one nobody sane made."""
    try:
        message = email.message_from_bytes(source.data.lstrip(b"\xef\xbb\xbf \t\r\n"), policy=compat32)
        parts: list[_Part] = []
        defects: set[str] = set()
        for number, part in enumerate(message.walk()):
            if number >= _MOST_PARTS:
                raise too_deep(source.name)
            if part.get_content_type() in _HTML_TYPES and not part.is_multipart():
                parts.append(_part(part))
            defects |= {type(defect).__name__ for defect in part.defects}
    except (RecursionError, ValueError, LookupError, TypeError, AttributeError) as error:
        raise InputError(
            f"“{source.name}”已损坏，没有读入任何内容。请用浏览器打开原网页，重新保存后再试。"
        ) from error
    return message, [part for part in parts if part.data.strip()], bool(defects & _CUT_SHORT)


def _part(part: Message) -> _Part:
    payload = part.get_payload(decode=True)
    data = payload if isinstance(payload, bytes) else b""
    charset = str(part.get_param("charset", "") or "")
    return _Part(data, charset, _header(part, "Content-Location"), _header(part, "Content-ID").strip("<>"))


def _header(message: Message, name: str) -> str:
    return str(message.get(name, "") or "").strip()


def _main(message: Message, parts: Sequence[_Part]) -> _Part:
    """Return the page that the envelope names as the main one, else the first."""
    start = str(message.get_param("start", "") or "").strip("<> ")
    location = _header(message, "Snapshot-Content-Location") or _header(message, "Content-Location")
    for part in parts:
        if (start and part.id == start) or (location and part.location == location):
            return part
    return parts[0]


def _best(parts: Sequence[_Part], name: str, known: frozenset[str]) -> Document:
    """Return the document of the first page, unless a frame holds far more text of a report."""
    documents = _documents(parts, name, known)
    main = documents[0]
    best = max(documents, key=lambda one: one.characters)
    chosen = best if best.characters > 2 * main.characters else main
    others = sum(one.characters for one in documents if one is not chosen)
    if not others:
        return chosen
    remark = Remark(f"文件里还有 {len(documents) - 1} 个内嵌网页，共 {others} 个字，不是报告正文，没有读入。")
    return replace(chosen, remarks=(*chosen.remarks, remark))


def _documents(parts: Sequence[_Part], name: str, known: frozenset[str]) -> list[Document]:
    """Return what stands in each page that can be read; the error of the first one where none can."""
    documents: list[Document] = []
    errors: list[InputError] = []
    for part in parts:
        try:
            documents.append(html.of(part.data, name, known, declared=part.charset))
        except InputError as error:
            errors.append(error)
    if not documents:
        raise errors[0]
    return documents
