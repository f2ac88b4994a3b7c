"""Reads saved web pages: finds the report within the page of a county's site, its lines and its tables."""

import re

from lxml import etree

from core.errors import InputError
from core.importers.document import Document, Element, Remark, Text, cells_of, size
from core.importers.html import article, charset, flow, pieces, tree
from core.importers.html.article import Article
from core.importers.html.pieces import Piece
from core.importers.html.tags import words
from core.importers.kinds import Source
from core.importers.recognise import titles, years

_SITE_NAME = re.compile(r"\s*[_|｜\-–—－]+\s*[^_|｜\-–—－]*$")
_TITLE_DOUBT = "正文里没有标题，这一行取自网页的标题栏或信息栏。"


def read(source: Source, known: frozenset[str]) -> Document:
    """Return the report that stands in a saved page; `known` are the bare words of the forms' tables."""
    return of(source.data, source.name, known)


def of(data: bytes, name: str, known: frozenset[str], *, declared: str = "") -> Document:
    """Return the report in the bytes of a page; `declared` is the encoding that stands outside of it, if any."""
    decoded = charset.decode(data, declared)
    if decoded is None:
        raise InputError(
            f"“{name}”的文字编码无法判断，没有读入；原文件没有改动。请用浏览器打开它，把正文复制到 Word 后再读入。"
        )
    root, broken = tree.parse(decoded.text, name)
    try:
        page = flow.page_of(root, known)
    except RecursionError as error:
        raise tree.too_deep(name) from error
    if not page.pieces:
        raise InputError(
            f"“{name}”这个网页里没有文字，正文可能在另一个网页里，或者要联网才显示。请用浏览器打开它，把正文复制到 Word 后再读入。"
        )
    found = article.find(pieces.with_tables_in_lines(page.pieces, known), known)
    elements = pieces.numbered([*_missing_title(root, found), *found.pieces])
    remarks = [*decoded.remarks, *broken, *_frame(found), *pieces.remarks(page.passed, found.pieces)]
    characters = sum(size(text) for one in elements for text in _words(one))
    return Document(elements, tuple(remarks), characters)


def _missing_title(root: etree._Element, found: Article) -> list[Piece]:
    """Return the title as a line where the report itself has none, but the site's particulars or the page's head do."""
    if article.title_at(found.pieces) is not None:
        return []
    metas = [
        one.get("content", "") for one in root.iter("meta") if one.get("name", "").lower() == "articletitle"
    ]
    heads = [words(one) for one in root.iter("title")]
    candidates = [
        *metas,
        article.listed_title(found.frame),
        *heads,
        *(_SITE_NAME.sub("", one) for one in heads),
    ]
    for candidate in candidates:
        plain = " ".join(candidate.split())
        if years.named(plain) and titles.find([Text(0, plain)]).text:
            return [Piece(Text(0, plain, heading=1, doubt=_TITLE_DOUBT), root)]
    return []


def _frame(found: Article) -> list[Remark]:
    """Return the remark on what was left out as the frame of the page."""
    count = sum(piece.size for piece in found.frame)
    if not count:
        return []
    message = f"网页的导航、页眉页脚等页面框架共 {count} 个字，不是报告正文，没有读入。"
    return [Remark(message, pieces.sample([text for piece in found.frame for text in piece.texts]))]


def _words(element: Element) -> list[str]:
    if isinstance(element, Text):
        return [element.text]
    return [cell.text for cell in cells_of(element)]


__all__ = ["of", "read"]
