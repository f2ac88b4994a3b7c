"""What a cell is called, in one place for every list, sentence and hint that names one.

| form | for | example |
|---|---|---|
| `full` | one cell at a time, all official labels | 三、本年度办理结果 · （一）予以公开 · 法人或其他组织 · 商业企业 |
| `short` | beside its table | 予以公开 · 法人或其他组织 · 商业企业 |
| `in_table` | sentences on several tables | 表三 · 予以公开 · 法人或其他组织 · 商业企业 |
| `brief` | narrow lists of places | 表三 · （一）予以公开 · 商业企业 |

A list has one column alone, which is never named. Of labels that a table has more than once (结果维持, 其他情形数)
`brief` and `short` give the outer ones too, so that no two cells of a form are called alike.
"""

import re
from functools import lru_cache

from core.template import Cell, Template

_NUMBERING = re.compile(
    r"^(?:其中：|[一二三四五六七八九十]{1,3}、|（[一二三四五六七八九十]{1,3}）|\d{1,2}[.．、])"
)
_NOTE = re.compile(r"（[^（）]{6,60}）$")
_BETWEEN = " · "


@lru_cache(maxsize=2048)
def short_label(label: str) -> str:
    """Return an official label without its number and its note in brackets."""
    plain = label
    while match := _NUMBERING.match(plain):
        plain = plain[match.end() :]
    return _NOTE.sub("", plain) or label


def columns(template: Template, cell: Cell) -> tuple[str, ...]:
    """Return the column labels of a cell, outermost first; none in a list."""
    return () if template.tables_by_id[cell.table].layout == "list" else cell.column


def column(template: Template, cell: Cell) -> str:
    """Return the innermost column label of a cell, all where the table has it more than once, "" in a list."""
    own = columns(template, cell)
    others = {one.column for one in template.cells.values() if one.table == cell.table}
    is_alone = sum(one[-1:] == own[-1:] for one in others) == 1
    return "".join(own[-1:]) if is_alone else _BETWEEN.join(own)


def row(template: Template, cell: Cell) -> tuple[str, ...]:
    """Return the innermost row label of a cell, and the ones above it as far as the table has it more than once."""
    name = short_label(cell.row[-1])
    twins = {
        one.row
        for one in template.cells.values()
        if one.table == cell.table and one.column_id == cell.column_id and short_label(one.row[-1]) == name
    }
    depth = 1
    while depth < len(cell.row) and sum(_tail(one, depth) == _tail(cell.row, depth) for one in twins) > 1:
        depth += 1
    return cell.row[-depth:]


def _tail(labels: tuple[str, ...], depth: int) -> tuple[str, ...]:
    return tuple(short_label(label) for label in labels[-depth:])


def full(template: Template, cell: Cell) -> str:
    """Return all row labels, then all column labels, without the caption of the block."""
    table = template.tables_by_id[cell.table]
    captioned = any(block.caption for block in table.blocks)
    return _BETWEEN.join((*(cell.row[1:] if captioned else cell.row), *columns(template, cell)))


def short(template: Template, cell: Cell) -> str:
    """Return the row and the columns, without numbers and notes."""
    labels = (*row(template, cell), *columns(template, cell))
    return _BETWEEN.join(short_label(label) for label in labels)


def in_table(template: Template, cell: Cell) -> str:
    """Return the table and the short name."""
    return _BETWEEN.join((template.tables_by_id[cell.table].name, short(template, cell)))


def brief(template: Template, cell: Cell) -> str:
    """Return the table, the row as it is numbered, and no more of the columns than is needed."""
    return _BETWEEN.join((template.tables_by_id[cell.table].name, *brief_labels(template, cell)))


def brief_labels(template: Template, cell: Cell) -> tuple[str, ...]:
    """Return the labels of the brief name without the table: the row's, then the column's."""
    own = column(template, cell)
    return (*row(template, cell), own) if own else row(template, cell)
