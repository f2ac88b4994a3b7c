"""A report set in a layout: lines and tables in their order for every writer, and the truth about them."""

from dataclasses import dataclass
from random import Random
from typing import Literal

from core import numbers
from core.report import PREFACE, SIGNATURE
from core.template import Table, grid
from tests.corpus.content import Chapter, Content, Item
from tests.corpus.layout import Layout
from tests.corpus.truth import Said, Truth

Role = Literal["above", "title", "small", "body", "one", "two", "sign", "annex", "below"]
_FORMAL = str.maketrans("一二三四五六七八九十", "壹贰叁肆伍陆柒捌玖拾")
_HALF = str.maketrans({"（": "(", "）": ")", "：": ":"})
_SHORT = "市县旗区"


@dataclass(frozen=True, slots=True)
class Line:
    """A line of text; `number` is one that the format counts by itself, `soft` hangs it on the line before.

    `depth` is its depth in an outline (1 section, 2 "（一）"), 0 outside.
    """

    text: str
    role: Role = "body"
    number: str = ""
    soft: bool = False
    depth: int = 0

    @property
    def shown(self) -> str:
        """The words with the number that is counted by the format."""
        return self.number + self.text


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell of a drawn table; `figure` where it takes one."""

    row: int
    column: int
    row_span: int
    column_span: int
    text: str
    figure: bool
    head: bool


@dataclass(frozen=True, slots=True)
class Drawn:
    """A drawn table; `head_rows` are repeated where it is cut, 0 where it has heads in between."""

    id: str
    rows: int
    columns: int
    head_rows: int
    cells: tuple[Cell, ...]
    annex: bool


Piece = Line | Drawn


@dataclass(frozen=True, slots=True)
class Set:
    """A report set: its pieces in order, the layout, the truth."""

    layout: Layout
    pieces: tuple[Piece, ...]
    truth: Truth


def laid(rng: Random, content: Content, layout: Layout) -> Set:
    """Return the report in the layout."""
    return _Setter(rng, content, layout).done()


class _Setter:
    """Sets a report piece by piece and writes down the truth with each."""

    def __init__(self, rng: Random, content: Content, layout: Layout) -> None:
        self._rng, self._content, self._layout = rng, content, layout
        self._pieces: list[Piece] = []
        self._said: list[Said] = []
        self._date = self._day()

    def done(self) -> Set:
        """Return the whole."""
        title = self._title()
        self._introduction()
        for number, chapter in enumerate(self._content.chapters, 1):
            self._chapter(chapter, number)
        if not self._layout.sign_last:
            self._signature()
        for table in self._content.template.tables:
            if table.is_annex:
                self._annex(table)
        if self._layout.sign_last:
            self._signature()
        return Set(self._layout, tuple(self._pieces), self._truth(title))

    def _truth(self, title: str) -> Truth:
        content = self._content
        cells = [cell for cell in content.template.cells.values() if not cell.group]
        values = {cell.id: self._true(content.values[cell.id]) for cell in cells}
        return Truth(content.template.id, content.year, content.office, title, values, tuple(self._said))

    def _true(self, value: str) -> str:
        return value if value != "0" or self._layout.zeros == "0" else ""

    def _day(self) -> str:
        month, day = self._rng.randint(1, 3), self._rng.randint(1, 28)
        if self._layout.title == "chinese-year":
            return f"{_chinese_year(self._content.year + 1)}年{numbers.to_chinese(month)}月{numbers.to_chinese(day)}日"
        return f"{self._content.year + 1}年{month}月{day}日"

    def _add(self, text: str, section: str, role: Role = "body", level: int = 0, **line: object) -> None:
        """Add a line that the report keeps."""
        made = Line(text, role, **line)  # type: ignore[arg-type]  # the fields of Line by name
        self._pieces.append(made)
        self._said.append(Said(section, level, made.shown))

    def _title(self) -> str:
        office, year = self._content.office, self._content.year
        if self._layout.head:
            self._pieces += [
                Line(f"{office}文件", "above"),
                Line(f"柳政发〔{year + 1}〕{self._rng.randint(1, 40)}号", "above"),
            ]
        parts = {
            "one": (f"{office}{year}年政府信息公开工作年度报告",),
            "two": (office, f"{year}年政府信息公开工作年度报告"),
            "two-soft": (f"{office}{year}年", "政府信息公开工作年度报告"),
            "three": (office, f"{year}年度", "政府信息公开工作年度报告"),
            "about": (f"{office}关于{year}年度政府信息公开工作的报告",),
            "year-first": (f"{year}年{office}政府信息公开年度报告",),
            "chinese-year": (f"{office}{_chinese_year(year)}年政府信息公开工作年度报告",),
        }[self._layout.title]
        soft = self._layout.title == "two-soft"
        self._pieces += [Line(part, "title", soft=bool(soft and at)) for at, part in enumerate(parts)]
        return "".join(parts)

    def _introduction(self) -> None:
        layout, content = self._layout, self._content
        if layout.dated:
            self._add(f"（{self._date}）", PREFACE, "small")
        if layout.contents:
            self._pieces.append(Line("目　录", "small"))
            for number, chapter in enumerate(content.chapters, 1):
                dots = "…" * self._rng.randint(6, 12)
                self._pieces.append(Line(f"{_numeral(layout, number)}{chapter.title}{dots}{number}"))
        if layout.addressed:
            end = max(content.office.find(one) for one in _SHORT) + 1
            self._add(f"{content.office[:end]}政务公开领导小组办公室：", PREFACE, "small")
        self._add(content.preface, PREFACE)

    def _chapter(self, chapter: Chapter, number: int) -> None:
        tables = [one for one in self._content.template.tables if one.section == chapter.id]
        items = list(chapter.items)
        first = items[0] if items and items[0].level == 0 else None
        run_in = (
            self._layout.heading == "run-in"
            and first is not None
            and not (tables and self._layout.table_first)
        )
        self._heading(chapter, number, first.text if run_in and first else "")
        if self._layout.table_first:
            self._pieces += [self._drawn(table) for table in tables]
        self._items(chapter.id, items[1:] if run_in else items)
        if not self._layout.table_first:
            self._pieces += [self._drawn(table) for table in tables]

    def _heading(self, chapter: Chapter, number: int, rest: str) -> None:
        layout = self._layout
        numeral = _numeral(layout, number)
        text = {
            "styled": chapter.title, "bare": chapter.title, "automatic": chapter.title,
            "colon": f"{numeral}{chapter.title}：", "stopped": f"{numeral}{chapter.title}。",
        }.get(layout.heading, numeral + chapter.title)  # fmt: skip
        if rest:
            self._pieces.append(Line(f"{text}。{rest}"))
            self._said.append(Said(chapter.id, 0, rest))
            return
        counted = f"{numbers.to_chinese(number)}、" if layout.heading == "automatic" else ""
        self._pieces.append(Line(text, "one", counted, depth=1))

    def _items(self, section: str, items: list[Item]) -> None:
        counts = {2: 0, 3: 0, 4: 0}
        before = -1
        for item in items:
            level = item.level
            if self._layout.heading == "arabic" and level:
                level = 4  # below "1." a clerk counts on with "（1）"
            if level:
                counts[level] += 1
                counts |= {lower: 0 for lower in counts if lower > level}
            self._item(section, item, level, counts.get(level, 0), before)
            before = item.level

    def _item(self, section: str, item: Item, level: int, count: int, before: int) -> None:
        layout = self._layout
        words = f"{item.head}。{item.text}" if item.head and item.text else item.head or item.text
        if not level:
            soft = layout.soft and before == 0 and self._rng.random() < 0.5
            self._add(words, section, soft=soft)
            return
        value = numbers.to_chinese(count) if level == 2 else str(count)
        if layout.heading == "automatic" and level == 2:
            self._add(words, section, "two", 2, number=f"（{value}）", depth=2)
            return
        notation = {2: layout.two, 3: layout.three, 4: layout.four}[level]
        true_level = 1 if notation == "{}、" and level == 2 else level
        is_head = level == 2 and not item.text
        self._add(
            notation.format(value) + words,
            section,
            "two" if is_head else "body",
            true_level,
            depth=2 * is_head,
        )

    def _signature(self) -> None:
        layout, office = self._layout, self._content.office
        annexes = [one for one in self._content.template.tables if one.is_annex]
        if annexes and not layout.sign_last and self._rng.random() < 0.5:
            self._add(f"附件：{annexes[0].title.format(year=self._content.year)}", SIGNATURE)
        if layout.sign == "one-line":
            self._add(f"{office}　　{self._date}", SIGNATURE, "sign")
        elif layout.sign != "none":
            seal = "（盖章）" if layout.sign == "sealed" else ""
            self._add(office + seal, SIGNATURE, "sign")
            if layout.sign != "name-only":
                self._add(self._date, SIGNATURE, "sign")

    def _annex(self, table: Table) -> None:
        year = self._content.year
        mark = self._rng.choice(("附件", "附件1", "附件：", "附表"))
        lines = [mark, table.title.format(year=year)]
        lines += [table.period.format(year=year)] if table.period else []
        lines.append(f"{table.filler or '填报单位：'}{self._content.office}")
        self._pieces += [Line(line, "annex") for line in lines]
        self._pieces.append(self._drawn(table))
        if self._layout.below:
            self._pieces.append(
                Line(f"单位负责人：王某　审核人：李某　填报人：张某　填报日期：{self._date}", "below")
            )

    def _drawn(self, table: Table) -> Drawn:
        printed = grid.of(table)
        cells = tuple(
            Cell(
                one.row, one.column, one.row_span, one.column_span,
                self._figure(one.cell) if one.cell else self._label(one.text), bool(one.cell),
                one.role in ("head", "caption"),
            )
            for one in printed.cells
        )  # fmt: skip
        return Drawn(table.id, printed.rows, printed.columns, printed.head_rows, cells, table.is_annex)

    def _figure(self, cell: str) -> str:
        if self._content.template.cells[cell].group:
            return ""
        value = self._content.values[cell]
        if value == "0":
            return self._layout.zeros
        if self._layout.grouped and value.isdecimal():
            return f"{int(value):,}"
        return value

    def _label(self, text: str) -> str:
        match self._layout.labels:
            case "half":
                return text.translate(_HALF)
            case "broken" if len(text) > 6:
                middle = len(text) // 2
                return f"{text[:middle]}\n{text[middle:]}"
            case "spaced":
                return " ".join(text) if 1 < len(text) < 5 else text
            case "points":
                return text.replace(".", "．", 1) if text[:1].isdecimal() else text
        return text


def _numeral(layout: Layout, number: int) -> str:
    value = numbers.to_chinese(number)
    return {
        "spaced": f"{value}、 ", "point": f"{value}．", "part": f"第{value}部分　", "arabic": f"{number}.",
        "formal": f"{value.translate(_FORMAL)}、", "styled": "", "bare": "",
    }.get(layout.heading, f"{value}、")  # fmt: skip


def _chinese_year(year: int) -> str:
    return "".join("〇一二三四五六七八九"[int(digit)] for digit in str(year))
