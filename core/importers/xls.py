"""Reads old Excel workbooks and WPS tables (xls, et; BIFF5 and BIFF8) through xlrd: nothing run, nothing fetched.

`docs/decisions/007-old-excel.md` says why xlrd.
"""

import io
import struct
from collections.abc import Iterator
from contextlib import suppress

import xlrd
from xlrd.biffh import XLRDError, error_text_from_code
from xlrd.book import Book as OldBook
from xlrd.compdoc import CompDocError
from xlrd.formatting import XFBorder
from xlrd.formula import FormulaError
from xlrd.sheet import Sheet as OldSheet

from core.importers import packages, sheets
from core.importers.document import MACROS_IGNORED, OUTSIDE_IGNORED, Document, Remark
from core.importers.kinds import Source
from core.importers.sheets import errors, keeper, shown
from core.importers.sheets.keeper import Keeper
from core.importers.sheets.model import COLUMNS, Area, Book, Place, Sheet
from core.importers.sheets.shown import Shown
from core.importers.sheets.words import plain

# What xlrd lets out where a file is not what it says; it checks little before it reads.
_BROKEN = (
    XLRDError, CompDocError, FormulaError, struct.error, AssertionError, LookupError, ValueError, TypeError, AttributeError,
    ArithmeticError, EOFError, RecursionError, NotImplementedError,
)  # fmt: skip
_GBK = "gb18030"
_BIFF8 = 80
_CHINESE_CODEPAGES = (936, 54936, 950)
_LOCAL_FORMATS = frozenset({14, 22, *range(27, 37), *range(50, 59)})
_MACROS = "_VBA_PROJECT".encode("utf-16-le")
_OBJECT, _EXTERNAL = 0x5D, 0x1AE
_LOOKED_AT = (_OBJECT, _EXTERNAL)
_OWN_LINKS = (b"\x01\x04", b"\x01\x3a")
_CHART, _TEXT_BOX, _PICTURE = 5, 6, 8


def read(source: Source, known: frozenset[str]) -> Document:
    """Return what stands in a workbook; `known` are the bare words of the forms' tables."""
    return sheets.document(book(source), source.name, known)


def book(source: Source) -> Book:
    """Return the sheets of a workbook; InputError says why there are none."""
    try:
        try:
            return _book(source, "")
        except (UnicodeError, LookupError):
            return _book(source, _GBK)
    except MemoryError as error:
        raise errors.too_much(source.name) from error
    except _BROKEN as error:
        locked = "encrypted" in str(error)
        raise (errors.locked(source.name) if locked else packages.damaged(source.name)) from error


def _book(source: Source, encoding: str) -> Book:
    """Return the sheets, with the words of an old workbook in that encoding, or in its own for ""."""
    old = xlrd.open_workbook(
        file_contents=source.data,
        logfile=io.StringIO(),
        formatting_info=True,
        on_demand=True,
        ragged_rows=True,
        encoding_override=encoding or None,
    )
    if old.biff_version < _BIFF8 and not encoding and old.codepage not in _CHINESE_CODEPAGES:
        # Old Chinese programs wrote GBK and named another code page, or none.
        with suppress(UnicodeError):
            return _book(source, _GBK)
    remarks = tuple(_remarks(old, source.data))
    reader = _Reader(old, Keeper(source.name))
    return Book(tuple(reader.sheet(number) for number in range(old.nsheets)), remarks)


class _Reader:
    """Reads the sheets of a workbook that is open."""

    def __init__(self, old: OldBook, cells: Keeper) -> None:
        self._old = old
        self._cells = cells
        self._formats = [_format(old, style.format_key) for style in old.xf_list]
        self._framed = {
            at for at, style in enumerate(old.xf_list) if style.border and _is_drawn(style.border)
        }

    def sheet(self, number: int) -> Sheet:
        """Return a sheet with its cells, merged areas and what is hidden."""
        source = self._old.sheet_by_index(number)
        sheet = Sheet(source.name, hidden=source.visibility != 0, comments=len(source.cell_note_map))
        for row in range(source.nrows):
            for column in range(source.row_len(row)):
                self._take(sheet, source, (row, column))
        for top, bottom, left, right in source.merged_cells:
            keeper.merge(sheet, Area(top, left, bottom, right))
        sheet.hidden_rows = {row for row, info in source.rowinfo_map.items() if info.hidden}
        hidden = (column for column, info in source.colinfo_map.items() if info.hidden)
        sheet.hidden_columns = {column for column in hidden if column < COLUMNS}
        keeper.close(sheet)
        self._old.unload_sheet(number)
        return sheet

    def _take(self, sheet: Sheet, source: OldSheet, place: Place) -> None:
        """Keep what a cell shows, if anything."""
        kind = source.cell_type(*place)
        if kind == xlrd.XL_CELL_EMPTY:
            return
        style = source.cell_xf_index(*place)
        if style in self._framed and sheet.is_within(place):
            sheet.framed.add(place)
        value = source.cell_value(*place)
        code = self._formats[style] if style < len(self._formats) else ""
        if kind == xlrd.XL_CELL_ERROR:
            words = error_text_from_code.get(int(value), "#N/A")
            self._cells.keep_error(sheet, place, words)
        elif kind == xlrd.XL_CELL_BOOLEAN:
            self._cells.keep(sheet, place, Shown("TRUE" if value else "FALSE"))
        elif isinstance(value, str):
            if value.strip():
                self._cells.keep(sheet, place, shown.text(plain(value), code))
        else:
            self._cells.keep(sheet, place, shown.number(value, code, from_1904=self._old.datemode == 1))


def _format(old: OldBook, key: int) -> str:
    """Return a number format; of those that each country has its own way of, the Chinese one."""
    if key in _LOCAL_FORMATS:
        return shown.BUILT_IN[key]
    known = old.format_map.get(key)
    return known.format_str if known else shown.BUILT_IN.get(key, "")


def _is_drawn(border: XFBorder) -> bool:
    sides = (border.top_line_style, border.bottom_line_style, border.left_line_style, border.right_line_style)
    return any(sides)


def _remarks(old: OldBook, data: bytes) -> Iterator[Remark]:
    """Yield what is said of macros, of links to other files, and of what lies over the cells."""
    if _MACROS in data:
        yield MACROS_IGNORED
    things = {_CHART: 0, _TEXT_BOX: 0, _PICTURE: 0}
    external = False
    for record, content in _records(old):
        if record == _OBJECT and len(content) >= 6:
            (thing,) = struct.unpack_from("<H", content, 4)
            things = {**things, thing: things.get(thing, 0) + 1}
        elif record == _EXTERNAL:
            external |= len(content) > 4 and content[2:4] not in _OWN_LINKS
    if external:
        yield OUTSIDE_IGNORED
    pictures = things[_CHART] + things[_PICTURE]
    drawn = [(things[_TEXT_BOX], "个文本框"), (pictures, "个图片或图表")]
    words = "、".join(f"{count} {what}" for count, what in drawn if count)
    if words:
        yield Remark(f"文件里有 {words}，其中的文字没有读取，请核对。")


def _records(old: OldBook) -> Iterator[tuple[int, bytes]]:
    """Yield the records of the workbook with their contents, in their order."""
    stream = bytes(old.mem or b"")
    at, end = old.base, min(old.base + old.stream_len, len(stream))
    while at + 4 <= end:
        record, length = struct.unpack_from("<HH", stream, at)
        if record in _LOOKED_AT:
            yield record, stream[at + 4 : at + 4 + length]
        at += 4 + length
