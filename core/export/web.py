"""The finished document as one web page for the editor of the county's site: plain HTML, no script, nothing remote."""

from collections.abc import Iterator
from html import escape

from core.blocks import Annex, Block, Document, Heading, Paragraph, SignOff, TableBlock, Title
from core.export.characters import writable
from core.template.grid import Grid, GridCell

_BODY = "max-width:50em;margin:0 auto;padding:1em;line-height:1.8;color:#000;background:#fff"
_CENTRE = "text-align:center"
_INDENT = "text-indent:2em"
_RIGHT = "text-align:right"
_TABLE = "width:100%;border-collapse:collapse;line-height:1.4"
_CELL = "border:1px solid #000;padding:2px 4px"
_LABEL = f"{_CELL};font-weight:normal;text-align:left"
_HEAD = f"{_CELL};text-align:center"
_VALUE = f"{_CELL};text-align:center"


def write(document: Document) -> bytes:
    """Return the page in UTF-8."""
    title = _words(document.title)
    lines = [
        "<!DOCTYPE html>",
        '<html lang="zh-CN">',
        "<head>",
        '<meta charset="utf-8">',
        '<meta name="viewport" content="width=device-width, initial-scale=1">',
        f'<meta name="author" content="{_words(document.office)}">',
        f"<title>{title}</title>",
        "</head>",
        f'<body style="{_BODY}">',
        "<article>",
    ]
    for block in document.blocks:
        lines.extend(_block(block, document.year))
    lines += ["</article>", "</body>", "</html>", ""]
    return "\n".join(lines).encode("utf-8")


def _words(text: str) -> str:
    """Return the text as it may stand in a page or an attribute."""
    return escape(writable(text))


def _lines(text: str) -> str:
    return _words(text).replace("\n", "<br>")


def _block(block: Block, year: int) -> Iterator[str]:
    match block:
        case Title(text):
            yield f'<h1 style="{_CENTRE}">{_lines(text)}</h1>'
        case Heading(level, text):
            yield f"<h{level + 1}>{_lines(text)}</h{level + 1}>"
        case Paragraph():
            yield _paragraph(block)
        case Annex():
            yield from _annex(block)
        case TableBlock():
            yield from _table(block, year)
        case SignOff(name, date):
            yield from (f'<p style="{_RIGHT}">{_lines(line)}</p>' for line in (name, date) if line)


def _paragraph(block: Paragraph) -> str:
    """Return a heading where "（一）" stands alone, else a paragraph with what runs in stressed."""
    if block.level == 2 and len(block.runs) == 1:
        return f"<h3>{_lines(block.text)}</h3>"
    runs = (
        f"<strong>{_lines(run.text)}</strong>" if run.role == "heading2" else _lines(run.text)
        for run in block.runs
    )
    return f'<p style="{_INDENT}">{"".join(runs)}</p>'


def _annex(block: Annex) -> Iterator[str]:
    yield "<hr>"
    if block.mark:
        yield f"<p>{_lines(block.mark)}</p>"
    yield f'<h2 style="{_CENTRE}">{_lines(block.title)}</h2>'
    yield from (f"<p>{_lines(line)}</p>" for line in block.lines)


def _table(block: TableBlock, year: int) -> Iterator[str]:
    """Yield the table with the merges of its grid; the caption says which table of the form it is."""
    table, grid = block.table, block.grid
    caption = table.name if table.is_annex else f"{table.name} {table.title.replace('{year}', str(year))}"
    yield f'<table style="{_TABLE}">'
    yield f"<caption>{_words(caption)}</caption>"
    yield "<colgroup>"
    yield from (f'<col style="width:{100 * width / sum(grid.widths):.4g}%">' for width in grid.widths)
    yield "</colgroup>"
    if grid.head_rows:
        yield "<thead>"
        yield from _rows(block, range(grid.head_rows))
        yield "</thead>"
    yield "<tbody>"
    yield from _rows(block, range(grid.head_rows, grid.rows))
    yield "</tbody>"
    yield "</table>"


def _rows(block: TableBlock, which: range) -> Iterator[str]:
    by_row = _by_row(block.grid)
    for row in which:
        yield "<tr>"
        yield from (_cell(block, cell) for cell in by_row[row])
        yield "</tr>"


def _by_row(grid: Grid) -> list[list[GridCell]]:
    rows: list[list[GridCell]] = [[] for _ in range(grid.rows)]
    for cell in sorted(grid.cells, key=lambda cell: cell.column):
        rows[cell.row].append(cell)
    return rows


def _cell(block: TableBlock, cell: GridCell) -> str:
    text = _lines(block.values.get(cell.cell, "") if cell.cell else cell.text)
    spans = f' colspan="{cell.column_span}"' if cell.column_span > 1 else ""
    spans += f' rowspan="{cell.row_span}"' if cell.row_span > 1 else ""
    match cell.role:
        case "caption" | "head":
            scope = "colgroup" if cell.column_span > 1 else "col"
            return f'<th scope="{scope}"{spans} style="{_HEAD}">{text}</th>'
        case "label":
            scope = "rowgroup" if cell.row_span > 1 else "row"
            indent = f";padding-left:{cell.indent}em" if cell.indent else ""
            return f'<th scope="{scope}"{spans} style="{_LABEL}{indent}">{text}</th>'
    return f'<td{spans} style="{_VALUE}">{text}</td>'
