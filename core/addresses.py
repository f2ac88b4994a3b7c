"""Cells named by their official labels: "ROW LABEL/…@COLUMN LABEL/…=VALUE"."""

from collections.abc import Sequence

from core.errors import UsageError
from core.labels import fold
from core.template import Cell, Template


def parse_assignment(text: str) -> tuple[list[str], list[str], str]:
    """Return row labels, column labels and value of an assignment; UsageError where it is none."""
    place, equals, value = text.partition("=")
    row, at, column = place.partition("@")
    if not (equals and at and row.strip() and column.strip()):
        raise UsageError(f"“{text}”不是“行/…@列/…=值”的写法，没有填写任何单元格。")
    return row.split("/"), column.split("/"), value


def find_cell(template: Template, row: Sequence[str], column: Sequence[str]) -> Cell:
    """Return the one cell that the labels name; the innermost must be given, outer ones where they are needed.

    UsageError where no cell or more than one has these labels, or where the row takes no figures.
    """
    found = [
        cell
        for cell in template.cells.values()
        if _leads_to(row, cell.row) and _leads_to(column, cell.column)
    ]
    name = f"{'/'.join(row)}@{'/'.join(column)}"
    exact = [cell for cell in found if len(cell.row) == len(row) and len(cell.column) == len(column)]
    if len(exact) == 1:
        found = exact
    if not found:
        raise UsageError(f"格式 {template.id} 里没有“{name}”这个单元格，没有填写任何单元格。")
    if len(found) > 1:
        places = "；".join("/".join(cell.row) + "@" + "/".join(cell.column) for cell in found[:3])
        raise UsageError(f"“{name}”指的不止一个单元格（{places}），请写全各级标签。没有填写任何单元格。")
    if found[0].group:
        raise UsageError(f"“{name}”是分组标题，不填数字。没有填写任何单元格。")
    return found[0]


def _leads_to(given: Sequence[str], path: Sequence[str]) -> bool:
    """Return whether the given labels stand in the path in that order, the last one at its end."""
    wanted = [fold(label) for label in given if label.strip()]
    have = [fold(label) for label in path]
    if not wanted or wanted[-1] != have[-1]:
        return False
    rest = iter(have)
    return all(label in rest for label in wanted)
