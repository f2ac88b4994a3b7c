"""Several years of an office's own figures, by what they mean, whatever form each year was reported on.

What can be drawn, and in which cells it stands, is data of the form (`measure` in its template.toml). A year
without a report, and a cell that is blank or no figure, is a gap: nothing is ever taken for 0. Figures that a report
states in its prose alone are not read.
"""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import TYPE_CHECKING

from core import numbers

if TYPE_CHECKING:  # the process that sets pages draws trends and knows no reports
    from core.report import Report
    from core.template import Measure, Template

MOST_YEARS = 10  # the newest: more do not fit into a picture
MOST_SERIES = 4  # that can be told apart in print without colour
_AT_FIRST = 3  # series: more make a crowded picture
BARS, LINES = "bars", "lines"


@dataclass(frozen=True, slots=True)
class Series:
    """A figure over the years; None where it is not known. `first`: usually drawn, where the clerk has not chosen."""

    id: str
    name: str
    unit: str
    values: tuple[int | Decimal | None, ...]
    first: bool = False

    @property
    def is_empty(self) -> bool:
        """Whether no year has it."""
        return all(value is None for value in self.values)

    @property
    def is_zero(self) -> bool:
        """Whether it is 0 in every year that has it, so that there is nothing to see in a picture."""
        return not any(self.values)

    @property
    def is_drawable(self) -> bool:
        """Whether at least two years have it."""
        return sum(value is not None for value in self.values) > 1


@dataclass(frozen=True, slots=True)
class Trend:
    """Figures over consecutive years, oldest first; `doubts` says which could not be read, in sentences.

    `older` are the years before them of which there are reports too, but no room.
    """

    years: tuple[int, ...]
    series: tuple[Series, ...]
    doubts: tuple[str, ...] = ()
    older: tuple[int, ...] = ()

    def pick(self, ids: Iterable[str]) -> "Trend":
        """Return the trend of those series alone, in the order of the form, and of the years that they span."""
        wanted = set(ids)
        series = [one for one in self.series if one.id in wanted]
        known = [at for at in range(len(self.years)) if any(one.values[at] is not None for one in series)]
        span = slice(known[0], known[-1] + 1) if known else slice(0)
        picked = tuple(replace(one, values=one.values[span]) for one in series)
        return replace(self, years=self.years[span], series=picked)

    @property
    def at_first(self) -> list[str]:
        """The ids of the series to begin with: the usual ones, as far as they are not all 0, else others that are not."""
        usual = [one.id for one in self.series if one.first]
        told = [one for one in self.series if not one.is_zero]
        told = [one for one in told if one.is_drawable] or told
        alike = [one.id for one in told if one.unit == told[0].unit][:_AT_FIRST]
        return [one.id for one in told if one.first] or alike or usual

    @property
    def is_zero(self) -> bool:
        """Whether every figure known is 0."""
        return all(one.is_zero for one in self.series)

    @property
    def known_years(self) -> tuple[int, ...]:
        """The years for which any figure is known."""
        return tuple(
            year
            for at, year in enumerate(self.years)
            if any(one.values[at] is not None for one in self.series)
        )

    @property
    def words_on_older(self) -> str:
        """Which years have no room, as a sentence; "" where all have."""
        if not self.older:
            return ""
        return f"走势只放最近 {MOST_YEARS} 年，{'、'.join(_spans(self.older))} 年的数字没有放进来。"

    @property
    def objection(self) -> str:
        """Why there is nothing to draw, as a sentence; "" where there is."""
        if not self.series:
            return "还没有选要画的数字，请至少选一项。"
        if len(self.series) > MOST_SERIES:
            return f"一张图最多画 {MOST_SERIES} 项，再多就分不清了，请去掉几项。"
        if len(self.known_years) < 2:
            return "这些数字只有一年有，还画不出走势。填好今年的表，或者打开前几年的报告，这里就会有图。"
        return ""

    @property
    def unit(self) -> str:
        """The unit of all series, "" where they differ."""
        units = {one.unit for one in self.series}
        return units.pop() if len(units) == 1 else ""

    @property
    def title(self) -> str:
        """What the picture of it shows, as it stands under the picture."""
        return f"{self.years[0]}—{self.years[-1]}年{'、'.join(one.name for one in self.series)}情况"

    @property
    def source(self) -> str:
        """Where the figures are from."""
        years = "、".join(f"{one}年" for one in _spans(self.known_years))
        return f"数据来源：本机关{years}政府信息公开工作年度报告。"

    @property
    def words(self) -> str:
        """All figures in one sentence, for those who cannot see the picture."""
        return "；".join(self._said(one) for one in self.series) + "。"

    def _said(self, series: Series) -> str:
        figures = (
            f"{year}年{'没有数字' if value is None else f'{value}{series.unit}'}"
            for year, value in zip(self.years, series.values, strict=True)
        )
        return f"{series.name}：{'，'.join(figures)}"


def _spans(years: tuple[int, ...]) -> list[str]:
    """Return years as they are written: those that follow one another as first and last."""
    spans: list[list[int]] = []
    for year in years:
        if spans and year == spans[-1][-1] + 1:
            spans[-1].append(year)
        else:
            spans.append([year])
    return [str(one[0]) if len(one) == 1 else f"{one[0]}—{one[-1]}" for one in spans]


def read(template: "Template", reports: Iterable["Report"]) -> Trend:
    """Return what the reports say of all that a form measures; of two on one year the first one counts."""
    known: dict[int, Report] = {}
    for report in reports:
        known.setdefault(report.year, report)
    if not known:
        return Trend((), ())
    last = max(known)
    years = tuple(range(max(min(known), last - MOST_YEARS + 1), last + 1))
    doubts: list[str] = []
    series = []
    for one in template.measures:
        values = tuple(_figure(known.get(year), one, doubts) for year in years)
        series.append(Series(one.id, one.name, one.unit, values, one.first))
    older = tuple(sorted(year for year in known if year < years[0]))
    return Trend(years, tuple(one for one in series if not one.is_empty), tuple(doubts), older)


def of(template: "Template", report: "Report") -> Trend:
    """Return what a report and those of the years before, which it knows, say."""
    return read(template, [report, *(one for one in report.earlier if one.year < report.year)])


def figure(report: "Report", measure: "Measure") -> int | Decimal | None:
    """Return the figure of one report, on whatever form; None where a part of it is blank or no figure."""
    return _figure(report, measure, [])


def _figure(report: "Report | None", measure: "Measure", doubts: list[str]) -> int | Decimal | None:
    """Return the figure of a year; None where a part of it is blank or no figure."""
    if report is None:
        return None
    for cells in measure.sources:
        texts = [text for text in map(report.text, cells) if not numbers.is_blank(text)]
        if not texts:
            continue
        found = [_number(text, measure) for text in texts]
        known = [one for one in found if one is not None]
        if len(known) < len(texts):
            what = "金额" if measure.kind == "amount" else "件数"
            wrong = texts[found.index(None)]
            doubts.append(f"{report.year} 年的“{measure.name}”里写着“{wrong}”，不是{what}，这一年没有画。")
        return _sum(known) if len(known) == len(cells) else None
    return None


def _number(text: str, measure: "Measure") -> Decimal | None:
    if measure.kind == "count" and not numbers.is_count(text):
        return None
    number = numbers.read(text)
    return number if number is not None and number >= 0 else None


def _sum(figures: list[Decimal]) -> int | Decimal:
    """Return the sum as it is said: 12, and 0.36 without zeros at its end."""
    whole = Decimal(numbers.plain(sum(figures, Decimal())))
    return int(whole) if whole == whole.to_integral_value() else whole
