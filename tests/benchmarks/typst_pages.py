"""The same text in the language of typst, a typesetting program that some have installed for a comparison."""

from collections.abc import Iterator

from core.blocks import Document, Heading, Paragraph, SignOff, TableBlock, Title
from core.grid import GridCell

_PAGE = """#set page(width: 210mm, height: 297mm, margin: (top: 37mm, left: 28mm, right: 26mm, bottom: 35mm),
  footer: context align(center, text(14pt, font: "Nianbao Song")[— #counter(page).display() —]))
#set text(16pt, font: "Nianbao FangSong", lang: "zh", region: "cn")
#set par(first-line-indent: (amount: 2em, all: true), justify: true, leading: 12.95pt, spacing: 12.95pt)
#show heading: it => par(text(16pt, font: "Nianbao Hei", weight: "regular", it.body))
"""
_SIGNS = frozenset("\\#$*_`<>@[]{}~/=-+'\"")


def source(document: Document) -> str:
    """Return the document in typst's language."""
    return _PAGE + "\n\n".join(part for block in document.blocks for part in _parts(block))


def _parts(block: object) -> Iterator[str]:
    match block:
        case Title(text):
            yield f'#align(center, text(22pt, font: "Nianbao BiaoSong")[{_plain(text)}])'
        case Heading(_, text):
            yield f"= {_plain(text)}"
        case Paragraph():
            yield _plain(block.text)
        case SignOff(name, date):
            yield f"#align(right)[{_plain(name)} \\ {_plain(date)}]"
        case TableBlock():
            yield _table(block)


def _table(block: TableBlock) -> str:
    columns = ", ".join(f"{width}fr" for width in block.grid.widths)
    cells = ",\n".join(_cell(block, cell) for cell in block.grid.cells)
    return f"#text(10.5pt, table(columns: ({columns}), inset: 3pt,\n{cells}))"


def _cell(block: TableBlock, cell: GridCell) -> str:
    text = block.values.get(cell.cell, "") if cell.role == "value" else cell.text
    place = f"x: {cell.column}, y: {cell.row}, colspan: {cell.column_span}, rowspan: {cell.row_span}"
    return f"table.cell({place})[{_plain(text)}]"


def _plain(text: str) -> str:
    return "".join(f"\\{char}" if char in _SIGNS else char for char in text)
