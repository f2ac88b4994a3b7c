"""What the line below the form says of a cell: its full name, what counts in it, last year's figure."""

from core import cell_names, numbers
from core.checks.model import CellPlace, Finding
from core.labels import short_label
from core.report import Report
from core.template import Cell, Template
from core.totals import follows, reason_of, sums

_MOST_MARKED = 4
_WIDE = 5  # figures: a longer one may stand cut in its narrow column


def describe(template: Template, report: Report, cell: Cell, *, brief: bool = False) -> str:
    """Return the sentences on a cell: name and unit, what counts, the sum of its terms, last year.

    To be `brief`, for want of room, it names the innermost row and column alone, the row only where there are several,
    and tells last year's figure, which is short, first.
    """
    said, last = "".join(_parts(report, cell)), _last_year(template, report, cell)
    name = _brief_name(template, cell) if brief else cell_names.full(template, cell)
    unit = f"（{cell.unit}）" if cell.unit and f"单位：{cell.unit}" not in name else ""
    if brief and last + said:
        return f"{name}{unit}：{last}{said}"
    return f"本格：{name}{unit}。{said}{last}"


def _brief_name(template: Template, cell: Cell) -> str:
    rows = {one.row for one in template.cells.values() if one.table == cell.table}
    labels = cell_names.brief_labels(template, cell)[len(rows) == 1 :] or cell.row[-1:]
    return " · ".join(short_label(one) for one in labels)


def _parts(report: Report, cell: Cell) -> list[str]:
    parts = []
    if len(report.text(cell.id)) > _WIDE:
        parts.append(f"填的是 {report.text(cell.id)}。")
    if cell.guidance:
        parts.append(f"填：{cell.guidance}")
    if cell.sums:
        parts.append(_of_total(report, cell))
    if report.states.get(cell.id) == "carried":
        parts.append("这个数照抄去年，请核对。")
    return parts


def _of_total(report: Report, cell: Cell) -> str:
    """Return how a total came about, and what its terms add up to where it is another figure."""
    if follows(report, cell):
        return "合计自动计算，要手工填请按 F2。" if report.text(cell.id) else "合计自动计算，各项填齐就有。"
    reason = reason_of(report, cell.id)
    how = f"这个合计是手工填的，原因：{reason.removesuffix('。')}。" if reason else "这个合计和各项对不上。"
    return how + "".join(f"各项相加是 {numbers.plain(one)}。" for one in sorted(sums(cell, report.text)))


def _last_year(template: Template, report: Report, cell: Cell) -> str:
    """Return last year's figure; on another form a cell of the same address is the same."""
    last = report.last()
    if last is None:
        return ""
    if len(cell.carried_from) == 1 and not cell.is_stock and last.text(cell.carried_from[0]):
        source = cell.carried_from[0]
        return f"去年“{template.cells[source].row[-1]}”是 {last.text(source)}。"
    if last.text(cell.id):
        return f"去年 {last.text(cell.id)}。"
    return "去年空着。" if last.template == report.template else ""


def marks(findings: list[Finding], report: Report) -> dict[str, tuple[str, str]]:
    """Return severity and messages for each cell that findings speak of.

    Findings kept with a reason are left out, and so are cells that still wait for a figure: a blank cell shows
    that itself.
    """
    kept = {decision.key for decision in report.decisions}
    found: dict[str, list[Finding]] = {}
    for finding in findings:
        if finding.severity == "info" or (kept and finding.key in kept):
            continue
        for cell in _marked(finding):
            found.setdefault(cell, []).append(finding)
    return {cell: _joined(of_cell) for cell, of_cell in found.items()}


def _marked(finding: Finding) -> list[str]:
    """Return the cells to mark: all of a few, of many (the terms of a long sum) the first, which names them."""
    places = [place for place in finding.where if isinstance(place, CellPlace)]
    cells = [place.cell for place in places if place.value or finding.severity == "error"]
    return cells if len(cells) <= _MOST_MARKED else cells[:1]


def _joined(findings: list[Finding]) -> tuple[str, str]:
    worst = "error" if any(finding.severity == "error" for finding in findings) else "warning"
    return worst, "\n".join(dict.fromkeys(finding.message for finding in findings))
