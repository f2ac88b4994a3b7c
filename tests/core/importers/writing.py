"""Reports written as plain text, in each of the layouts in which offices keep them."""

from collections.abc import Callable

from core.report import SIGNATURE, Report, section_number, section_title
from core.template import Table, Template, grid

Rows = list[list[str]]
Layout = Callable[[Rows], list[str]]


def tab_cells(rows: Rows) -> list[str]:
    """One cell a line, led by a tab; a blank line behind each row; long labels wrapped."""
    lines = []
    for row in rows:
        for cell in row:
            head, bracket, tail = cell.partition("（不同")
            lines += [f"\t　　{head}", *([bracket + tail] if bracket else [])]
        lines.append("")
    return lines


def tab_rows(rows: Rows) -> list[str]:
    """A row a line, cells parted by tabs, blanks at the end cut off."""
    return ["\t".join(row).rstrip("\t") for row in rows]


def pipe_cells(rows: Rows) -> list[str]:
    """One cell a line with a pipe behind it; blank cells of a row share a line."""
    lines = []
    for row in rows:
        blanks = 0
        for cell in row:
            if cell:
                lines += ["|" * blanks] if blanks else []
                lines.append(f"{cell} |")
            blanks = 0 if cell else blanks + 1
        lines += ["|" * blanks] if blanks else []
    return lines


def pipe_rows(rows: Rows) -> list[str]:
    """Ordinary rows between pipes."""
    return [f"| {' | '.join(row)} |" for row in rows]


def markdown(rows: Rows) -> list[str]:
    """Rows between pipes with a rule below the first."""
    lines = pipe_rows(rows)
    return [lines[0], "|" + "---|" * len(rows[0]), *lines[1:]]


LAYOUTS: dict[str, Layout] = {
    one.__name__: one for one in (tab_cells, tab_rows, pipe_cells, pipe_rows, markdown)
}


def rows_of(table: Table, report: Report, *, behind: bool = False) -> Rows:
    """The printed rows of a table; merged places are blank where they are, or `behind` all others of the row."""
    drawn = grid.of(table)
    rows = [[""] * drawn.columns for _ in range(drawn.rows)]
    ends = [0] * drawn.rows
    for cell in drawn.cells:
        text = report.text(cell.cell) if cell.cell else cell.text
        rows[cell.row][ends[cell.row] if behind else cell.column] = text
        ends[cell.row] += 1
    return rows


def text_of(template: Template, report: Report, layout: Layout, *, behind: bool = False) -> str:
    """The whole report as plain text."""
    lines = [report.title, ""]
    for section in report.sections:
        if section.id in template.sections_by_id:
            lines.append(f"{section_number(template, report, section)}、{section_title(template, section)}")
        if section.id != SIGNATURE:
            lines += [f"　　{paragraph.text}" for paragraph in section.paragraphs]
        for table in template.tables:
            if table.section == section.id:
                lines += layout(rows_of(table, report, behind=behind))
    last = report.section(SIGNATURE)
    lines += [paragraph.text for paragraph in last.paragraphs] if last else []
    for table in template.tables:
        if table.is_annex:
            head = report.head(table)
            lines += [table.mark, head.title, head.period, f"{table.filler}{head.filler}"]
            lines += layout(rows_of(table, report, behind=behind))
    return "\n".join(lines)
