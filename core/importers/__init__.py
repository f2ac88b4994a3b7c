"""Other people's files as reports: the registry of readers, each loaded at first use, and the recognition behind them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING

from core.importers.kinds import HTML_SUFFIXES, MHT_SUFFIXES, WRITTEN_AS_TEXT, Source

if TYPE_CHECKING:  # the home page lists the readers, and must not wait for the recognition behind them
    from core.importers.document import Document
    from core.importers.recognise import Reading
    from core.report import Report
    from core.template import Library


@dataclass(frozen=True, slots=True)
class Reader:
    """A kind of file that can be imported: its key (see `kinds`), its name for the clerk, its suffixes, its module.

    The module has `read(source: Source, known: frozenset[str]) -> Document` and is imported when it is first needed;
    `known` are the bare words of the forms' tables, for formats that do not mark their tables.
    """

    kind: str
    name: str
    suffixes: tuple[str, ...]
    module: str

    def read(self, source: Source, known: frozenset[str]) -> Document:
        """Return what stands in the file."""
        reader: Callable[[Source, frozenset[str]], Document] = import_module(self.module).read
        return reader(source, known)


READERS = (
    Reader("docx", "Word 文档", (".docx", ".docm"), "core.importers.docx"),
    Reader("doc", "旧版 Word 和 WPS 文档", (".doc", ".wps", ".wpt"), "core.importers.doc"),
    Reader("pdf", "PDF 文件", (".pdf",), "core.importers.pdf"),
    Reader("html", "网页", HTML_SUFFIXES, "core.importers.html"),
    Reader("mht", "单个网页文件", MHT_SUFFIXES, "core.importers.mht"),
    Reader("xlsx", "Excel 表格", (".xlsx", ".xlsm"), "core.importers.xlsx"),
    Reader("xls", "旧版 Excel 和 WPS 表格", (".xls", ".et"), "core.importers.xls"),
    Reader("text", "纯文本", (".txt", ".text", ".md", ".markdown"), "core.importers.text"),
)
SUFFIXES = tuple(suffix for reader in READERS for suffix in reader.suffixes)
SUFFIXES_OF_PROGRAMS = tuple(
    suffix for reader in READERS if reader.kind not in WRITTEN_AS_TEXT for suffix in reader.suffixes
)


def reader_of(kind: str) -> Reader:
    """Return the reader of a kind of file."""
    return next(reader for reader in READERS if reader.kind == kind)


def read(path: Path, library: Library, *, template_id: str | None = None, year: int | None = None) -> Report:
    """Return the report in a file, with notes on what was left over or unsure.

    InputError says why a file cannot be used; `template_id` and `year` are believed rather than the file.
    """
    return read_with_counts(path, library, template_id=template_id, year=year).report


def read_with_counts(
    path: Path, library: Library, *, template_id: str | None = None, year: int | None = None
) -> Reading:
    """Return the report in a file with the count of what was there and what found a place."""
    reading: Callable[..., Reading] = import_module("core.importers.reading").read
    return reading(path, library, template_id=template_id, year=year)
