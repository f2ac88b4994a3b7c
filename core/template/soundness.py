"""What must hold in a template beyond its words: ids that exist and exist once, sums without circles, a grid."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator

from core.template.model import Block, Cell, Row, Table, Template, leaves, walk

# Every report has these two around its sections.
_RESERVED = ("preface", "signature")
_PLACES = {"office": "柳河镇人民政府", "year": 2020}


def problems(template: Template) -> Iterator[str]:
    """Yield what is wrong with a template, each with the entry that it stands in."""
    if template.last_year is not None and template.last_year < template.first_year:
        yield f"last_year：{template.last_year} 比 first_year {template.first_year} 还早"
    for key in ("title", "preface"):
        yield from _placeholders(key, getattr(template, key))
    empty = list(_empty(template))
    yield from empty
    if not empty:
        yield from _filled(template)


def _empty(template: Template) -> Iterator[str]:
    """Yield lists that need at least one entry."""
    if not template.sections:
        yield "section：至少要有一个 [[section]]"
    for table in template.tables:
        if not table.blocks:
            yield f"表 {table.id}：至少要有一个 [[table.block]]"
        for block in table.blocks:
            if not block.rows or not block.columns:
                yield f"表 {table.id} 的 block {block.id}：至少要有一行、一列"


def _filled(template: Template) -> Iterator[str]:
    yield from _ids(template)
    yield from _sections(template)
    yield from _homes(template)
    for table in template.tables:
        yield from _table(table)
    yield from _carried(template.cells)
    yield from _sums(template.cells)
    yield from _measures(template)


def _ids(template: Template) -> Iterator[str]:
    yield from _doubled("部分", (section.id for section in template.sections))
    yield from _doubled("表", (table.id for table in template.tables))
    for table in template.tables:
        yield from _doubled(f"表 {table.id} 的 block", (block.id for block in table.blocks))
        for block in table.blocks:
            columns = [column.id for column, _ in leaves(block.columns)]
            yield from _doubled(f"表 {table.id} 的列", columns)
        rows = [row.id for block in table.blocks for row, _ in walk(block.rows)]
        yield from _doubled(f"表 {table.id} 的行", rows)


def _doubled(what: str, ids: Iterable[str]) -> Iterator[str]:
    for one, count in Counter(ids).items():
        if count > 1:
            yield f"{what}的编号 {one} 重复"


def _sections(template: Template) -> Iterator[str]:
    """Yield sections with ids that are taken, patterns that are none, or tables that there are not."""
    for section in template.sections:
        if section.id in _RESERVED:
            yield f"部分 {section.id}：这个编号留给报告的前言和落款，请换一个"
        try:
            re.compile(section.pattern)
        except re.error as error:
            yield f"部分 {section.id} 的 pattern：正则表达式写错了（{error}）"
        for table_id in section.tables:
            if table_id not in template.tables_by_id:
                yield f"部分 {section.id} 里的表 {table_id} 不存在"


def _homes(template: Template) -> Iterator[str]:
    """Yield tables that stand in a section that does not name them."""
    for table in template.tables:
        home = template.sections_by_id.get(table.section)
        if table.section and home is None:
            yield f"表 {table.id} 所在的部分 {table.section} 不存在"
        elif home and table.id not in home.tables:
            yield f"表 {table.id}：部分 {home.id} 的 tables 里没有列出它"


def _table(table: Table) -> Iterator[str]:
    for key in ("title", "period"):
        yield from _placeholders(f"表 {table.id} 的 {key}", getattr(table, key))
    spans = [_span(table, block) for block in table.blocks]
    if len(set(spans)) > 1:
        counts = "、".join(str(span) for span in spans)
        yield f"表 {table.id}：各 block 的列数不一样（{counts}），请用 width 补齐"
    if table.widths and (len(table.widths) != max(spans) or min(table.widths) <= 0):
        yield f"表 {table.id} 的 widths：应当是 {max(spans)} 个大于 0 的数，每列一个"
    for block in table.blocks:
        yield from _block(table, block)


def _span(table: Table, block: Block) -> int:
    labels = block.label_columns + (1 if table.layout == "list" else 0)
    return labels + sum(column.width for column, _ in leaves(block.columns))


def _block(table: Table, block: Block) -> Iterator[str]:
    place = f"表 {table.id} 的 block {block.id}"
    widths = [column.width for column, _ in leaves(block.columns)]
    depth = max(_depth(row) for row in block.rows)
    if table.layout == "list":
        if block.label_columns != 1 or len(widths) != 1:
            yield f"{place}：layout 是 list 的表只有一列名称、一列数字"
    elif block.label_columns == 0:
        if len(block.rows) != 1 or depth != 1:
            yield f"{place}：label_columns 是 0 的表只能有一行"
    elif depth > block.label_columns:
        yield f"{place}：行分了 {depth} 层，label_columns 至少是 {depth}"
    if block.figure_widths and (
        len(block.figure_widths) != len(widths) or sum(block.figure_widths) != sum(widths)
    ):
        yield f"{place} 的 figure_widths：应当是 {len(widths)} 个数，加起来是 {sum(widths)}"


def _depth(row: Row) -> int:
    return 1 + max((_depth(child) for child in row.rows), default=0)


def _placeholders(place: str, text: str) -> Iterator[str]:
    try:
        text.format(**_PLACES)
    except (KeyError, IndexError, ValueError, AttributeError):
        yield f"{place}：花括号里只能写 {{office}} 和 {{year}}"


def _carried(cells: dict[str, Cell]) -> Iterator[str]:
    for cell in cells.values():
        for source in cell.carried_from:
            if source not in cells:
                yield f"单元格 {cell.id} 的 carry：{source} 不存在"


def _sums(cells: dict[str, Cell]) -> Iterator[str]:
    """Yield sums over cells that there are not; only where there are none, sums that go round in a circle."""
    missing = [
        f"合计 {cell.id} 里的 {term} 不存在"
        for cell in cells.values()
        for terms in cell.sums
        for term in terms
        if term not in cells
    ]
    if missing:
        yield from missing
        return
    sound: set[str] = set()
    for cell_id in cells:
        if _goes_round(cell_id, cells, (), sound):
            yield f"合计 {cell_id} 绕成了圈"
            return


def _goes_round(cell_id: str, cells: dict[str, Cell], above: tuple[str, ...], sound: set[str]) -> bool:
    if cell_id in above:
        return True
    if cell_id in sound:
        return False
    here = (*above, cell_id)
    if any(_goes_round(term, cells, here, sound) for terms in cells[cell_id].sums for term in terms):
        return True
    sound.add(cell_id)
    return False


def _measures(template: Template) -> Iterator[str]:
    """Yield measures that count cells which the form has not, or none at all."""
    yield from _doubled("走势数字", (measure.id for measure in template.measures))
    for measure in template.measures:
        if not measure.sources:
            yield f"走势数字 {measure.id}：cells 和 elsewhere 至少要写一项"
        for cell in measure.cells:
            if cell not in template.cells:
                yield f"走势数字 {measure.id} 的 cells：{cell} 不存在"
