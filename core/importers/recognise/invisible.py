"""Characters nobody sees, named line by line: they hide in names and figures and travel into exports."""

import unicodedata
from collections.abc import Iterator

from core.importers.document import Document, GridCell, Remark, Text, cells_of

_KINDS = frozenset({"Co", "Cf", "Cn"})
_MOST = 10
_LATER = "先照原样读入；以后“检查”会指出来，那时再删。"


def remarks(document: Document) -> list[Remark]:
    """Return what is said about lines with invisible or private characters; many of them share one remark."""
    found: dict[int, Remark] = {}
    count = 0
    for one in _pieces(document):
        if not one.text.isascii() and any(unicodedata.category(char) in _KINDS for char in one.text):
            count += one.line not in found
            message = f"这一行有看不见或特殊的字符，{_LATER}"
            found.setdefault(one.line, Remark(message, one.text.strip(), one.line or None))
    if count <= _MOST:
        return list(found.values())
    first = next(iter(found.values()))
    message = f"有 {count} 行有看不见或特殊的字符，第一处如下；{_LATER}"
    return [Remark(message, first.source, first.line)]


def _pieces(document: Document) -> Iterator[Text | GridCell]:
    for element in document.elements:
        if isinstance(element, Text):
            yield element
        else:
            yield from cells_of(element)
