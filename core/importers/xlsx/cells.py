"""The cells of a sheet: what they show, which are merged, and which rows and columns are hidden."""

import math
import re
from dataclasses import dataclass

from core.importers.packages import Element, Package
from core.importers.sheets import keeper, shown
from core.importers.sheets.keeper import Keeper
from core.importers.sheets.model import COLUMNS, Area, Place, Sheet
from core.importers.sheets.shown import Shown
from core.importers.xlsx import parts, strings
from core.importers.xlsx.styles import Styles

_PLACE = re.compile(r"\$?([A-Za-z]{1,3})\$?(\d{1,7})")
_NAMES = ("row", "c", "mergeCell", "col")
_TRUE = ("1", "true")
_DIGITS = 15
_LONGEST_ERROR = 20
_PICTURE = ("=DISPIMG(", "=_xlfn.DISPIMG(", "_xlfn.DISPIMG(")


@dataclass(frozen=True, slots=True)
class Ground:
    """What cells refer to: the keeper of the workbook, the shared words, the styles, the first day of the calendar."""

    keeper: Keeper
    words: tuple[str, ...]
    styles: Styles
    from_1904: bool


def fill(sheet: Sheet, package: Package, part: str, ground: Ground) -> None:
    """Fill a sheet from its part."""
    reader = _Reader(sheet, ground)
    for event, element in parts.stream(package, part, _NAMES):
        reader.take(event, element)
    keeper.close(sheet)


class _Reader:
    """Takes the elements of a sheet in their order; rows and cells without an address follow the last one."""

    def __init__(self, sheet: Sheet, ground: Ground) -> None:
        self._sheet = sheet
        self._ground = ground
        self._row = -1
        self._column = -1

    def take(self, event: str, element: Element) -> None:
        """Take an element in."""
        match parts.local_name(element), event:
            case "row", "start":
                self._begin_row(element)
            case "c", "end":
                self._take_cell(element)
            case "mergeCell", "end":
                self._merge(element.get("ref", ""))
            case "col", "end":
                self._hide_columns(element)

    def _begin_row(self, element: Element) -> None:
        number = element.get("r", "")
        self._row = int(number) - 1 if number.isdecimal() and 0 < len(number) < 8 else self._row + 1
        self._column = -1
        if element.get("hidden", "") in _TRUE:
            self._sheet.hidden_rows.add(self._row)

    def _hide_columns(self, element: Element) -> None:
        ends = (element.get("min", ""), element.get("max", ""))
        if element.get("hidden", "") in _TRUE and all(end.isdecimal() and len(end) < 8 for end in ends):
            self._sheet.hidden_columns |= set(range(int(ends[0]) - 1, min(int(ends[1]), COLUMNS)))

    def _merge(self, ref: str) -> None:
        area = _area(ref)
        if area is not None:
            keeper.merge(self._sheet, area)

    def _take_cell(self, element: Element) -> None:
        place = _place(element.get("r", "")) or (self._row, self._column + 1)
        self._column = place[1]
        style = element.get("s", "")
        number = int(style) if style.isdecimal() and len(style) < 8 else 0
        if number in self._ground.styles.framed and self._sheet.is_within(place):
            self._sheet.framed.add(place)
        if len(element):
            self._value(element, place, number)

    def _value(self, element: Element, place: Place, style: int) -> None:
        """Keep what a cell shows, if anything."""
        held = {parts.local_name(one): one for one in element}
        kind = element.get("t", "n")
        value = (held["v"].text or "") if "v" in held else ""
        found: Shown | None = None
        if kind == "inlineStr":
            found = _words(strings.text_of(held["is"])) if "is" in held else None
        elif value and kind == "e":
            self._ground.keeper.keep_error(self._sheet, place, value[:_LONGEST_ERROR])
        elif value:
            found = self._valued(kind, value, style)
        elif "f" in held and kind != "str":
            self._ground.keeper.keep_uncounted(self._sheet, place)
        if found is not None:
            self._ground.keeper.keep(self._sheet, place, found)

    def _valued(self, kind: str, value: str, style: int) -> Shown | None:
        code = self._ground.styles.format_of(style)
        match kind:
            case "s":
                at = int(value) if value.strip().isdecimal() and len(value) < 9 else -1
                if not 0 <= at < len(self._ground.words):
                    return Shown("", "这一格的文字在文件里找不到，已留空，请核对。")
                return _words(self._ground.words[at], code)
            case "str":
                return self._picture(strings.plain(value), code)
            case "b":
                return Shown("TRUE" if value in _TRUE else "FALSE")
            case "d":
                return Shown(value.removesuffix("Z").removesuffix("T00:00:00"))
        return _number(value, code, from_1904=self._ground.from_1904)

    def _picture(self, words: str, code: str) -> Shown | None:
        """Return the words of a formula; one that shows a picture in the cell has none."""
        if not words.startswith(_PICTURE):
            return _words(words, code)
        self._sheet.pictures += 1
        return Shown("", "这一格是图片，其中的文字没有读取，请核对。")


def _words(text: str, code: str = "") -> Shown | None:
    return shown.text(text, code) if text.strip() else None


def _number(value: str, code: str, *, from_1904: bool) -> Shown:
    """Return a stored number as it is shown; one with more digits than a sheet keeps stays as it is stored."""
    try:
        number = float(value)
    except ValueError:
        return Shown(value.strip(), "这一格存的不是数，已照原样读入，请核对。")
    if not math.isfinite(number):
        return Shown(value.strip(), "这一格的数超出范围，已照原样读入，请核对。")
    if value.strip().isdecimal() and len(value.strip().lstrip("0")) > _DIGITS:
        return Shown(value.strip(), "这一格的数位数过多，表格软件只保留前 15 位，请核对。")
    return shown.number(number, code, from_1904=from_1904)


def _place(name: str) -> Place | None:
    match = _PLACE.fullmatch(name)
    if match is None or int(match[2]) < 1:
        return None
    column = 0
    for letter in match[1].upper():
        column = column * 26 + ord(letter) - ord("A") + 1
    return int(match[2]) - 1, column - 1


def _area(ref: str) -> Area | None:
    first, _, last = ref.partition(":")
    begin, end = _place(first), _place(last or first)
    if begin is None or end is None:
        return None
    rows, columns = sorted((begin[0], end[0])), sorted((begin[1], end[1]))
    return Area(rows[0], columns[0], rows[1] + 1, columns[1] + 1)
