"""What the line below the form says of a cell: its full name, what counts in it, last year's figure."""

from typing import NamedTuple

from core import cell_names, numbers, trend
from core.carry import source_name, with_source
from core.checks.model import CellPlace, Finding
from core.labels import short_label
from core.report import Report
from core.template import Cell, Template
from core.totals import follows, reason_of, sums
from gui.session import Session
from gui.widgets.signs import WORDS

_MOST_MARKED = 4
_NO_TOTAL = "合计自动计算，各项填齐就有。"
_TOTAL_BRIEF = "各项填齐就有合计。"
_CARRIED_BRIEF = "照抄"
_WIDE = 5  # figures: a longer one may stand cut in its narrow column


class _Last(NamedTuple):
    """What is said of last year without a full stop.

    Whether it ends in a figure, where that one stood, and whether nearly all cells of the form say the same.
    """

    words: str = ""
    is_figure: bool = False
    stood_in: str = ""
    is_everywhere: bool = False


def describe(
    template: Template,
    report: Report,
    cell: Cell,
    last_form: Template | None = None,
    *,
    brief: bool = False,
    bare: bool = False,
) -> str:
    """Return the sentences on a cell: last year's figure with its unit, its name, what counts, the sum of its terms.

    Without a figure it begins with the name. To be `brief`, for want of room, it names the innermost row and column
    alone, the row only where there are several; `bare` is briefer still and without a name: row and column of the cell at hand
    are tinted above. `last_form` is the form of last year's report.
    """
    last = _last_year(template, report, cell, last_form)
    if brief or bare:
        said = "".join((*_parts(report, cell, _CARRIED_BRIEF), _unless_told(last, cell)))
        name = f"{_brief_name(template, cell)}。"
        said = _shortened(said, name)
        if bare:
            name, said = "", said.replace(_TOTAL_BRIEF, "")
        return _briefly(last, cell.unit, name, said)
    said = "".join((*_parts(report, cell), last.stood_in))
    name = cell_names.full(template, cell)
    if last.is_figure:
        return f"{_in_short(last, cell.unit)}本格：{name}。{said}"
    unit = f"（{cell.unit}）" if cell.unit and f"单位：{cell.unit}" not in name else ""
    return f"本格：{name}{unit}。{_sentence(last.words)}{said}"


def words_of(session: Session, cell: Cell, *, brief: bool = False, bare: bool = False) -> str:
    """Return the sentences on a cell of the open report."""
    return describe(session.template, session.report, cell, _last_form(session), brief=brief, bare=bare)


def whole_words_of(session: Session, cell: Cell) -> str:
    """Return all that there is to say of a cell, in lines: last year and the unit, what counts, its whole name."""
    template, report = session.template, session.report
    last = _last_year(template, report, cell, _last_form(session))
    said = "".join((*_parts(report, cell), last.stood_in))
    name = f"本格：{cell_names.full(template, cell)}。"
    return "\n".join(one for one in (_in_short(last, cell.unit), said, name) if one)


def _last_form(session: Session) -> Template | None:
    last = session.report.carried_from()
    return session.library.templates.get(last.template) if last else None


def _briefly(last: _Last, unit: str, name: str, said: str) -> str:
    """Return the sentences with what differs from cell to cell first: of a line with little room the end is cut."""
    if last.is_figure:
        return f"{_in_short(last, unit)}{name}{said}"
    if last.is_everywhere:
        return f"{name}{_in_short(_Last(), unit)}{said}{_sentence(last.words)}"
    return f"{name}{_in_short(last, unit)}{said}"


def _in_short(last: _Last, unit: str) -> str:
    """Return last year's figure with its unit, both one after the other where there is none."""
    if last.is_figure:
        return _sentence(f"{last.words} {unit}".strip())
    return _sentence("，".join(one for one in (last.words, unit and f"单位：{unit}") if one))


def _sentence(words: str) -> str:
    return f"{words}。" if words else ""


def _brief_name(template: Template, cell: Cell) -> str:
    rows = {one.row for one in template.cells.values() if one.table == cell.table}
    labels = cell_names.brief_labels(template, cell)[len(rows) == 1 :] or cell.row[-1:]
    return " · ".join(short_label(one) for one in labels)


def _shortened(said: str, name: str) -> str:
    """Return what is said in fewer words; what a column means does without its name where the cell's name ends in it."""
    column = name.rpartition(" · ")[2].removesuffix("。")
    return said.replace(f"。{column}：", "。", 1).replace(_NO_TOTAL, _TOTAL_BRIEF)


def _unless_told(last: _Last, cell: Cell) -> str:
    """Return where last year's figure stood, "" where what counts in the cell names that row."""
    row = last.stood_in.partition("“")[2].partition("”")[0]
    return "" if row and short_label(row) in cell.guidance else last.stood_in


def _parts(report: Report, cell: Cell, carried: str = "这个数照抄") -> list[str]:
    parts = []
    if len(report.text(cell.id)) > _WIDE:
        parts.append(f"填的是 {report.text(cell.id)}。")
    if cell.guidance:
        parts.append(f"填：{cell.guidance}")
    if cell.sums:
        parts.append(_of_total(report, cell))
    if report.states.get(cell.id) == "carried":
        parts.append(with_source(report, carried) + "，请核对。")
    return parts


def _of_total(report: Report, cell: Cell) -> str:
    """Return how a total came about, and what its terms add up to where it is another figure."""
    if follows(report, cell):
        return "合计自动计算，要手工填请按 F2。" if report.text(cell.id) else _NO_TOTAL
    reason = reason_of(report, cell.id)
    how = f"这个合计是手工填的，原因：{reason.removesuffix('。')}。" if reason else "这个合计和各项对不上。"
    return how + "".join(f"各项相加是 {numbers.plain(one)}。" for one in sorted(sums(cell, report.text)))


def _last_year(template: Template, report: Report, cell: Cell, last_form: Template | None) -> _Last:
    """Return what last year's report says, or the newest of the years before, which it names by its year.

    On another form a cell of the same address, or all that counts the same, is the same.
    """
    last = report.carried_from()
    if last is None:
        return _Last()
    year = source_name(report)
    sources = cell.carried_from
    if last is report.last() and len(sources) == 1 and not cell.is_stock and last.text(sources[0]):
        where = f"去年写在“{template.cells[sources[0]].row[-1]}”。"
        return _Last(f"去年结转 {last.text(sources[0])}", is_figure=True, stood_in=where)
    if last.text(cell.id):
        return _Last(f"{year} {last.text(cell.id)}", is_figure=True)
    if last.template == report.template:
        return _Last(f"{year}空着")
    figure = _on_other_form(template, last, cell)
    if figure:
        return _Last(f"{year}{figure}", is_figure=True)
    if last_form is None:
        return _Last()
    if cell.id in last_form.cells:
        return _Last(f"{year}空着")
    return _Last(f"{year}的格式没有这一格", is_everywhere=True)


def _on_other_form(template: Template, last: Report, cell: Cell) -> str:
    """Return what another form says in other cells, as the trend takes them, "" for nothing."""
    for measure in template.measures:
        if measure.cells == (cell.id,):
            figure = trend.figure(last, measure)
            return "" if figure is None else f"（原表“{measure.name}”）是 {figure}"
    return ""


def spoken(report: Report, cell: Cell, mark: tuple[str, str]) -> list[str]:
    """Return what is seen of a cell besides its figure, in words for those who hear it.

    `mark` is the severity with the messages of what is found in it, two blank texts for nothing.
    """
    severity, messages = mark
    found = "。".join(one.removesuffix("。") for one in messages.split("\n"))
    parts = [f"{WORDS[severity]}：{found}"] if severity else []
    if report.states.get(cell.id) == "carried":
        parts.append(f"{source_name(report)}的数，未核对")
    if reason := reason_of(report, cell.id):
        parts.append(f"手工填的合计，原因：{reason.removesuffix('。')}")
    elif cell.sums and follows(report, cell):
        parts.append("自动合计")
    return parts


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
