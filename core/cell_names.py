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

from core.labels import short_label
from core.template import Cell, Template

_BETWEEN = " · "


def columns(template: Template, cell: Cell) -> tuple[str, ...]:
    """Return the column labels of a cell, outermost first; none in a list."""
    return () if template.tables_by_id[cell.table].layout == "list" else cell.column


def column(template: Template, cell: Cell) -> str:
    """Return the innermost column label of a cell, all where the table has it more than once, "" in a list."""
    own = columns(template, cell)[-template.column_depths[cell.id] :]
    return _BETWEEN.join(own)


def row(template: Template, cell: Cell) -> tuple[str, ...]:
    """Return the innermost row label of a cell, and the ones above it as far as the table has it more than once."""
    return cell.row[-template.row_depths[cell.id] :]


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
