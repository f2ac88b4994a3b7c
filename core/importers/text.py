"""Reads plain text and Markdown: finds the encoding, the lines and the tables in them."""

import re

from core import numbers
from core.errors import InputError
from core.importers import SUFFIXES_OF_PROGRAMS, encoding, gate, layout, markdown
from core.importers.document import Document, Remark, Text, size
from core.importers.kinds import UNREAD_SUFFIXES, Source
from core.importers.packages import damaged

_BREAK = re.compile(r"\r\n|\n|\r")
_PAGE_BREAK = re.compile(r"[\f\v\x1c-\x1e\x85\u2028\u2029]")
_CONTROL = re.compile(r"[\x00-\x08\x0e-\x1b\x1f\x7f-\x84\x86-\x9f]")
_MOST_CONTROLS = 20
_OF_PROGRAMS = (*SUFFIXES_OF_PROGRAMS, *UNREAD_SUFFIXES)


def read(source: Source, known: frozenset[str]) -> Document:
    """Return what stands in a text file; `known` are the bare words of the forms' tables."""
    text = encoding.decode(source.data)
    if text is None or len(_CONTROL.findall(text)) > _MOST_CONTROLS:
        if source.name.lower().endswith(_OF_PROGRAMS):  # it has not even the beginning of such a file
            raise damaged(source.name)
        raise InputError(
            f"“{source.name}”不是文字文件，或者无法判断它的文字编码，没有读入。请用记事本打开，另存为 UTF-8 编码的 .txt 再试。"
        )
    if numbers.is_blank(text):
        raise gate.empty(source.name)
    return of(text, known)


def of(text: str, known: frozenset[str]) -> Document:
    """Return the document of a text."""
    remarks: list[Remark] = []
    lines: list[Text] = []
    for number, raw in enumerate(_BREAK.split(text), 1):
        clean = _CONTROL.sub("", raw)
        remarks += _remarks(number, raw, clean)
        lines += [Text(number, part) for part in _PAGE_BREAK.split(clean)]
    lines = markdown.without_marks(lines)
    result = layout.split(lines, known)
    characters = sum(size(line.text) for line in lines) - result.drawing
    return Document(tuple(result.elements), tuple(remarks), characters, parted=True)


def _remarks(number: int, raw: str, clean: str) -> list[Remark]:
    """Return what is said about control characters, which go."""
    return [Remark("这一行有看不见的控制字符，已去掉。", clean.strip(), number)] if clean != raw else []
