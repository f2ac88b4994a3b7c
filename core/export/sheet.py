"""The check sheet as a document: what is open, what was kept with its reason, and every check with its result."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from core.blocks import Anchor, Block, Document, Heading, Paragraph, Run, TableBlock, Title
from core.checks.catalogue import groups
from core.checks.model import Finding
from core.checks.sheet import Line, Sheet
from core.export import columns
from core.export.characters import width_of
from core.export.naming import file_stem
from core.grid import Grid, GridCell
from core.look import with_look
from core.style import Style, standard

_ANCHOR = Anchor("")
_NAME = "自查表"
_OWN = "其他"  # checks of a county's own
_SIGN = ("自查人：　　　　　　　　审核人：", "日　期：　　　　年　　月　　日")
_TOGETHER = len(_SIGN) + 1  # no page carries these alone
_LONGEST_FIGURE = 12
_CAPITAL = 1.6  # how much wider than half a character a capital or a figure is in the widest fonts
_WEIGHTS = {"error": "必须改", "warning": "请核对", "info": "提示"}
_Row = Sequence[str]


def document(sheet: Sheet) -> Document:
    """Return the check sheet, named as its file is."""
    title = file_stem(sheet.report, sheet.report_name) + _NAME
    style = with_look(standard(), sheet.report.look)
    blocks: list[Block] = [Title(title), *map(_paragraph, _summary(sheet))]
    for number, (name, table) in zip("一二三四", _tables(sheet, style), strict=False):
        blocks += [Heading(1, f"{number}、{name}", _ANCHOR), table]
    blocks += _closing((*_outside(sheet), *_SIGN))
    return Document(title, sheet.report.unit.name, sheet.report.year, tuple(blocks), style)


def _paragraph(text: str) -> Paragraph:
    return Paragraph((Run(text, "body"),), 0, _ANCHOR)


def _closing(lines: Sequence[str]) -> Iterator[Paragraph]:
    """Yield what stands below the tables; the last paragraph of it stays with who signs, and with the day."""
    for left, text in zip(range(len(lines) - 1, -1, -1), lines, strict=True):
        yield replace(_paragraph(text), is_held=0 < left < _TOGETHER)


def _summary(sheet: Sheet) -> Iterator[str]:
    counts = sheet.counts
    run = sheet.of("passed", "found", "kept")
    yield (
        f"按“{sheet.form}”检查 {len(run)} 项，通过 {len(sheet.of('passed'))} 项。"
        f"必须改 {counts['error']} 处，请核对 {counts['warning']} 处，提示 {counts['info']} 处，"
        f"已核实保留 {len(sheet.kept)} 处。结论：{sheet.verdict}。"
    )


def _tables(sheet: Sheet, style: Style) -> Iterator[tuple[str, TableBlock]]:
    if sheet.findings:
        open_ones = ([one.rule, _WEIGHTS[one.severity], one.message, _figures(one)] for one in sheet.findings)
        yield (
            "还要处理的",
            _listed(("编号", "程度", "内容", "应为 / 报告里"), (9, 13, 58, 20), open_ones, style),
        )
    if sheet.kept:
        kept = ([one.finding.rule, one.finding.message, one.reason] for one in sheet.kept)
        yield "已核实、保留的", _listed(("编号", "内容", "保留的原因"), (9, 55, 36), kept, style)
    if sheet.hand_totals:
        typed = ([one.name, one.text, one.reason] for one in sheet.hand_totals)
        yield "手工填的合计", _table(("合计", "填的数", "原因"), (45, 13, 42), typed)
    every = (_line(line) for line in sheet.of("passed", "found", "kept"))
    yield "各项检查的结果", _listed(("编号", "检查内容", "比较的格数", "结果"), (8, 60, 12, 20), every, style)


def _figures(finding: Finding) -> str:
    """Return the two figures compared; words that are compared stand in the message."""
    said = (finding.expected, finding.found)
    return " / ".join(said) if all(0 < len(one) <= _LONGEST_FIGURE for one in said) else ""


def _line(line: Line) -> _Row:
    return line.rule, line.title, str(line.cells or ""), _result(line)


def _result(line: Line) -> str:
    parts = [f"{len(line.findings)} 处"] if line.findings else []
    parts += [f"已核实保留 {len(line.kept)} 处"] if line.kept else []
    return "，".join(parts) or "通过"


def _outside(sheet: Sheet) -> Iterator[str]:
    """Yield why some checks say nothing, and what they would have looked at."""
    reasons = [(_uncompared(line, sheet.report.year), line) for line in sheet.of("no_last_year")]
    reasons += [("可选的检查，没有打开", line) for line in sheet.of("switched_off")]
    for reason in dict.fromkeys(words for words, _ in reasons):
        named = (f"{line.title}（{line.rule}）" for words, line in reasons if words == reason)
        yield f"{reason}：{'；'.join(named)}。"
    if others := sheet.of("not_of_this_form"):
        yield f"这种格式的报告不适用：{_grouped(others)}。"


def _grouped(lines: Iterable[Line]) -> str:
    """Return the numbers of many checks by what they look at: their titles would fill a page.

    Spaces part them: LibreOffice takes "T01、T02、T03" for one long word, which it moves to the next line or cuts anywhere.
    """
    known = groups()
    found: dict[str, list[str]] = {name: [] for name in (*known.values(), _OWN)}
    for line in lines:
        found[known.get(line.rule, _OWN)].append(line.rule)
    return "；".join(f"{name} {' '.join(rules)}" for name, rules in found.items() if rules)


def _uncompared(line: Line, year: int) -> str:
    """Return which reports a check would have been compared with."""
    if line.lacked == (year,):
        return "没有这份报告的另一个文件，没有比较"
    return f"没有本单位 {'、'.join(map(str, line.lacked))} 年的报告，没有比较"


def _listed(head: _Row, widths: Sequence[float], rows: Iterable[_Row], style: Style) -> TableBlock:
    """Return a table that begins with the numbers of checks; the widest column gives room for the longest of them."""
    lines = list(rows)
    found = list(widths)
    lacking = max((_share(line[0], style) for line in lines), default=0.0) - found[0]
    if lacking > 0:
        found[found.index(max(found))] -= lacking
        found[0] += lacking
    return _table(head, found, lines)


def _share(number: str, style: Style) -> float:
    """Return the percentage of the measure that a number needs to stand in one line, whatever the font."""
    size = style.roles[columns.ROLES["label"]].size
    measure = (style.page.width - style.page.left - style.page.right) * 72 / 25.4
    return 100 * (width_of(number) * size * _CAPITAL + 2 * style.table.side) / measure


def _table(head: _Row, widths: Sequence[float], rows: Iterable[_Row]) -> TableBlock:
    lines = list(rows)
    cells = [GridCell(0, column, text, "head") for column, text in enumerate(head)]
    cells += [
        GridCell(row, column, text, "label")
        for row, line in enumerate(lines, 1)
        for column, text in enumerate(line)
    ]
    grid = Grid(len(lines) + 1, len(head), tuple(widths), 1, tuple(cells))
    return TableBlock(_NAME, grid, {}, _ANCHOR)
