"""Characters that cannot be printed or seen, named line by line: they hide in names and figures and travel into exports."""

import unicodedata
from collections.abc import Iterator

from core.importers.document import Document, GridCell, Remark, Text, cells_of
from core.labels import as_printed

_Words = tuple[str, str]  # what a line has, and what comes of it

_UNSEEN = frozenset({"Cf", "Cn"})
_MOST = 10
_PRINTED_AS_BOX = (
    "印不出来的字符",
    "纸上是方框，这里写成“□”；先照原样读入，以后“检查”会指出来，那时再删。",
)
_NOT_SEEN = ("看不见的字符", "先照原样读入；印出来看不到，不删也行。")


def remarks(document: Document) -> list[Remark]:
    """Return what is said about lines with invisible or private characters; many of them share one remark."""
    found: dict[_Words, dict[int, str]] = {}
    for one in _pieces(document):
        if words := _words_for(one.text):
            found.setdefault(words, {}).setdefault(one.line, one.text.strip())
    return [remark for words, lines in found.items() for remark in _told(words, lines)]


def _told(words: _Words, lines: dict[int, str]) -> Iterator[Remark]:
    """Yield a remark on each line, or where they are many one on all of them."""
    what, then = words
    for line, text in lines.items():
        if len(lines) > _MOST:
            yield Remark(f"有 {len(lines)} 行有{what}，第一处如下；{then}", text, line or None)
            return
        yield Remark(f"这一行有{what}，{then}", text, line or None)


def _words_for(text: str) -> _Words | None:
    """Return what a line has, and what comes of it; None where all of it is printed."""
    if text.isascii():
        return None
    if as_printed(text) != text:
        return _PRINTED_AS_BOX
    return _NOT_SEEN if any(unicodedata.category(char) in _UNSEEN for char in text) else None


def _pieces(document: Document) -> Iterator[Text | GridCell]:
    for element in document.elements:
        if isinstance(element, Text):
            yield element
        else:
            yield from cells_of(element)
