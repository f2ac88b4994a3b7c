"""The totals of a table as live formulas, and their values beside them in the finished sheet."""

from collections.abc import Iterable, Mapping, Sequence
from decimal import Decimal
from itertools import groupby

from lxml import etree
from openpyxl.utils import get_column_letter

from core import numbers
from core.export.ooxml.package import as_bytes

Place = tuple[int, int]  # row and column of a sheet, from 1
Number = int | float
Shown = Number | str  # what a formula shows

_SHEET = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
_DIGITS = 15  # what a sheet keeps of a number


def number(text: str) -> Number | None:
    """Return the number that the text is, or None where it is none, or a sheet would not keep all of it."""
    value = numbers.read(text)
    if value is None or len(value.normalize().as_tuple().digits) > _DIGITS or abs(value) >= 10**_DIGITS:
        return None
    return int(value) if value == value.to_integral_value() else float(value)


def number_format(text: str) -> str:
    """Return the format in which a number looks as it was typed: decimals, grouping, sign, zeros in front."""
    typed = numbers.clean(text).replace("，", ",")
    whole, _, places = typed.lstrip("+-−﹣–").partition(".")
    grouped = "," in whole
    before = "#,##0" if grouped else "0" * len(whole) if whole.startswith("0") else "0"
    code = before + ("." + "0" * len(places) if places else "")
    return f"+{code};-{code};{code}" if typed.startswith("+") else code


def formula(
    sums: Iterable[Sequence[str]], text: str, values: Mapping[str, str], places: Mapping[str, Place]
) -> str | None:
    """Return the formula of a total, or None where the figure that stands there is not what any of its sums makes.

    The typed figure goes before the arithmetic: a total that does not add up stays the number that was typed.
    Terms that are blank or no number count as 0, as SUM counts them.
    """
    typed = numbers.read(text)
    for terms in sums if typed is not None else ():
        if typed == sum((counted(values.get(term, "")) for term in terms), Decimal()):
            return f"=SUM({','.join(ranges([places[term] for term in terms]))})"
    return None


def counted(text: str) -> Decimal:
    """Return what SUM counts of a cell: its number, or 0."""
    value = numbers.read(text)
    return value if value is not None and number(text) is not None else Decimal()


def ranges(places: list[Place]) -> list[str]:
    """Return the places as ranges of neighbours, down a column or along a row."""
    along = len({row for row, _ in places}) == 1
    ordered = sorted(places, key=lambda place: place if along else place[::-1])
    runs = groupby(enumerate(ordered), key=lambda pair: _line_of(pair[1], pair[0], along=along))
    found = []
    for _, run in runs:
        members = [place for _, place in run]
        first, last = _name(members[0]), _name(members[-1])
        found.append(first if first == last else f"{first}:{last}")
    return found


def _line_of(place: Place, index: int, *, along: bool) -> Place:
    """Return what neighbours share: their line, and how far place and index are apart."""
    row, column = place
    return (row, column - index) if along else (column, row - index)


def _name(place: Place) -> str:
    row, column = place
    return f"{get_column_letter(column)}{row}"


def with_values(sheet: bytes, values: Mapping[str, Shown]) -> bytes:
    """Return the part of a sheet with the value of each formula beside it, a number or words."""
    root = etree.fromstring(sheet)
    for cell in root.iter(f"{_SHEET}c"):
        if cell.find(f"{_SHEET}f") is None:
            continue
        for empty in cell.findall(f"{_SHEET}v"):
            cell.remove(empty)
        value = values[cell.get("r", "")]
        if isinstance(value, str):
            cell.set("t", "str")
        etree.SubElement(cell, f"{_SHEET}v").text = str(value)
    return as_bytes(root)
