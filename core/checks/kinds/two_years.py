"""Figures beside those of last year: none changed, stocks that do not follow, jumps that nobody explains."""

import re
from collections.abc import Iterator
from decimal import Decimal

from pydantic import Field

from core import numbers
from core.checks.case import Case
from core.checks.entry import Entry, Find, cells_named, kind
from core.checks.kept import read_once
from core.checks.kinds.sums import fill_in
from core.checks.late import Late
from core.checks.model import Finding
from core.report import Report
from core.template import Cell, Template

_MOST_PLACES = 20


class SameFiguresEntry(Entry):
    """How many figures make it no chance that all are last year's, or how large one of a few must be."""

    enough: int
    fewest: int
    large: int


@kind("same_figures", SameFiguresEntry, "count year", reads="cells")
def same_figures(entry: SameFiguresEntry, template: Template) -> Find:
    """Require that not every figure is last year's; totals and what stays from year to year do not count."""
    cells = [
        cell
        for cell in template.cells.values()
        if not cell.group and not cell.sums and not cell.carried_from and cell.kind != "text"
    ]
    if not cells:
        raise ValueError("格式里没有可比的数")

    def find(case: Case) -> Iterator[Finding]:
        last = case.year_before
        if last is None:
            return
        figures = {cell.id: value for cell in cells if (value := case.number(cell.id))}
        before = {cell.id: value for cell in cells if (value := numbers.read(last.text(cell.id)))}
        is_chance = len(figures) < entry.enough and (
            len(figures) < entry.fewest or max(figures.values()) < entry.large
        )
        if is_chance or figures != before:
            return
        message = entry.words(
            "表里 {count} 个不为 0 的数和 {year} 年的完全相同，请核对是不是照抄了去年的",
            count=len(figures),
            year=last.year,
        )
        yield entry.finding(message, case.cell_places(list(figures)[:_MOST_PLACES]))

    return find


class StockEntry(Entry):
    """A row that keeps a stock: what came, what went, what is left; `unless` are words that explain a gap."""

    made: str
    repealed: str
    valid: str
    unless: str


@kind(
    "stock",
    StockEntry,
    "place arithmetic value difference",
    cells=lambda entry: (entry.made, entry.repealed, entry.valid),
)
def stock(entry: StockEntry, template: Template) -> Find:
    """Require that what is in force is last year's, with this year's made and without this year's repealed."""
    made, repealed, valid = (
        cells_named(template, (cell,))[0] for cell in (entry.made, entry.repealed, entry.valid)
    )
    unless = entry.late(entry.unless)

    def find(case: Case) -> Iterator[Finding]:
        last = case.year_before
        before = numbers.read(last.text(valid.id)) if last else None
        now = case.number(valid.id)
        changes = [case.number(made.id), case.number(repealed.id)]
        if before is None or now is None or None in changes or case.says(unless):
            return
        came, went = (change or Decimal(0) for change in changes)
        wanted = before + came - went
        if now == wanted:
            return
        plain = numbers.plain
        message = entry.words(
            "{place}：去年 {arithmetic}，今年填的是 {value}，差 {difference}；如果清理过、有失效的，请在正文写明",
            place=case.cell_name(valid),
            arithmetic=f"{plain(before)}＋制发 {plain(came)}－废止 {plain(went)}＝{plain(wanted)}",
            value=plain(now),
            difference=plain(abs(wanted - now)),
        )
        where = case.cell_places((valid.id, made.id, repealed.id))
        fix = fill_in(valid.id, wanted) if wanted >= 0 else None
        yield entry.finding(message, where, expected=plain(wanted), found=plain(now), fix=fix)

    return find


class JumpEntry(Entry):
    """Cells, and how far one may go from last year's: both `percent` and `least` have to be exceeded.

    `change` are the words of a sentence that speaks of a change or its reason; together with words of the
    label, or of `subjects` by row, such a sentence explains the cell.
    """

    cells: tuple[str, ...]
    percent: int = 50
    least: int = 10
    change: str
    subjects: dict[str, str] = Field(default_factory=dict)


@kind("jump", JumpEntry, "place value last_value percent")
def jump(entry: JumpEntry, template: Template) -> Find:
    """Require that the text speaks of a figure that is far from last year's."""
    cells = cells_named(template, entry.cells)
    change = entry.late(entry.change)
    subjects = {row: Late(words) for row, words in entry.subjects.items()}

    @read_once
    def telling(text: str) -> list[str]:
        return [sentence for sentence in re.split("[。；;\n]", text) if change.search(sentence)]

    def find(case: Case) -> Iterator[Finding]:
        last = case.year_before
        if last is None:
            return
        explained = [sentence for passage in case.passages for sentence in telling(passage.text)]
        for cell in cells:
            before, now = numbers.read(last.text(cell.id)), case.number(cell.id)
            if before is None or now is None or not _is_jump(entry, before, now):
                continue
            about = subjects.get(cell.row_id)
            if about and any(about.search(sentence) for sentence in explained):
                continue
            yield _jumped(entry, case, cell, before, now, last)

    return find


def _is_jump(entry: JumpEntry, before: Decimal, now: Decimal) -> bool:
    far = abs(now - before)
    return far > entry.least and far * 100 > before * entry.percent


def _jumped(entry: JumpEntry, case: Case, cell: Cell, before: Decimal, now: Decimal, last: Report) -> Finding:
    word = "增加" if now > before else "减少"
    share = f"，{word} {abs(now - before) * 100 / before:.0f}%" if before else ""
    message = entry.words(
        f"{{place}}是 {{value}}，{last.year} 年是 {{last_value}}{share}，变化大，请核对或在正文说明原因",
        place=case.cell_name(cell),
        value=numbers.plain(now),
        last_value=numbers.plain(before),
        percent=share,
    )
    where = (case.cell_place(cell.id),)
    return entry.finding(message, where, expected=numbers.plain(before), found=numbers.plain(now))
