"""Several years of an office's own figures, by what they mean, whatever form each year was reported on.

A year without a report, and a cell that is blank or no count, is a gap: nothing is ever taken for 0. Figures that a
report states in its prose alone are not read.
"""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from core import numbers

if TYPE_CHECKING:  # the process that sets pages draws trends and knows no reports
    from core.report import Report

MOST_YEARS = 10  # the newest: more do not fit into a picture
MOST_SERIES = 4  # that can be told apart in print without colour
BARS, LINES = "bars", "lines"


@dataclass(frozen=True, slots=True)
class Measure:
    """A figure that each year has: its name, and where the forms have it.

    `sources` are sums of cells, the form in use first; a report has its figure in the first of which any is filled.
    """

    id: str
    name: str
    unit: str
    sources: tuple[tuple[str, ...], ...]


def _form(*rows: str) -> tuple[str, ...]:
    return tuple(f"applications.{row}.total" for row in rows)


def _list(*rows: str) -> tuple[str, ...]:
    return tuple(f"statistics.{row}.value" for row in rows)


# The statistics of 2014 count what was public already, and what was not the office's or did not exist, on rows of
# their own; the form of 2019 puts the former under 予以公开 and the latter under 本机关不掌握.
MEASURES = (
    Measure("published", "主动公开信息", "条", (_list("published"),)),
    Measure("received", "收到申请", "件", (_form("new"), _list("received"))),
    Measure("closed", "办理结果总计", "件", (_form("total"), _list("closed"))),
    Measure("granted", "予以公开", "件", (_form("granted"), _list("answered_public", "answered_granted"))),
    Measure("partial", "部分公开", "件", (_form("partial"), _list("answered_partial"))),
    Measure(
        "refused",
        "不予公开",
        "件",
        (
            _form(
                "secret",
                "forbidden",
                "stability",
                "third_party",
                "internal",
                "process",
                "case_files",
                "inquiries",
            ),
            _list("answered_refused"),
        ),
    ),
    Measure(
        "unavailable",
        "无法提供",
        "件",
        (_form("not_held", "not_ready", "unclear"), _list("answered_not_ours", "answered_none")),
    ),
    Measure("reviews", "行政复议", "件", (("reviews.cases.review_total",), _list("reviews"))),
    Measure(
        "suits",
        "行政诉讼",
        "件",
        (("reviews.cases.direct_total", "reviews.cases.after_total"), _list("suits")),
    ),
)


@dataclass(frozen=True, slots=True)
class Series:
    """A figure over the years; None where it is not known."""

    id: str
    name: str
    unit: str
    values: tuple[int | None, ...]

    @property
    def is_empty(self) -> bool:
        """Whether no year has it."""
        return all(value is None for value in self.values)


@dataclass(frozen=True, slots=True)
class Trend:
    """Figures over consecutive years, oldest first; `doubts` says which could not be read, in sentences."""

    years: tuple[int, ...]
    series: tuple[Series, ...]
    doubts: tuple[str, ...] = ()

    def pick(self, ids: Iterable[str]) -> "Trend":
        """Return the trend of those series alone, in the order of the form, and of the years that they span."""
        wanted = set(ids)
        series = [one for one in self.series if one.id in wanted]
        known = [at for at in range(len(self.years)) if any(one.values[at] is not None for one in series)]
        span = slice(known[0], known[-1] + 1) if known else slice(0)
        picked = tuple(replace(one, values=one.values[span]) for one in series)
        return replace(self, years=self.years[span], series=picked)

    @property
    def known_years(self) -> tuple[int, ...]:
        """The years for which any figure is known."""
        return tuple(
            year
            for at, year in enumerate(self.years)
            if any(one.values[at] is not None for one in self.series)
        )

    @property
    def objection(self) -> str:
        """Why there is nothing to draw, as a sentence; "" where there is."""
        if not self.series:
            return "还没有选要画的数字，请至少选一项。"
        if len(self.series) > MOST_SERIES:
            return f"一张图最多画 {MOST_SERIES} 项，再多就分不清了，请去掉几项。"
        if len(self.known_years) < 2:
            return "这些数字只有一年有，还画不出走势。打开前几年的报告后，这里就会有图。"
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


def read(reports: Iterable["Report"]) -> Trend:
    """Return what the reports say of all measures; of two on one year the first one counts."""
    known: dict[int, Report] = {}
    for report in reports:
        known.setdefault(report.year, report)
    if not known:
        return Trend((), ())
    last = max(known)
    years = tuple(range(max(min(known), last - MOST_YEARS + 1), last + 1))
    doubts: list[str] = []
    series = (
        Series(one.id, one.name, one.unit, tuple(_figure(known.get(year), one, doubts) for year in years))
        for one in MEASURES
    )
    return Trend(years, tuple(one for one in series if not one.is_empty), tuple(doubts))


def of(report: "Report") -> Trend:
    """Return what a report and those of the years before, which it knows, say."""
    return read([report, *(one for one in report.earlier if one.year < report.year)])


def _figure(report: "Report | None", measure: Measure, doubts: list[str]) -> int | None:
    """Return the figure of a year; None where a part of it is blank or no count."""
    if report is None:
        return None
    for cells in measure.sources:
        texts = [report.text(cell) for cell in cells]
        if all(numbers.is_blank(text) for text in texts):
            continue
        wrong = next((one for one in texts if not numbers.is_blank(one) and not numbers.is_count(one)), None)
        if wrong is not None:
            doubts.append(f"{report.year} 年的“{measure.name}”里写着“{wrong}”，不是件数，这一年没有画。")
        return _sum(texts)
    return None


def _sum(texts: list[str]) -> int | None:
    found = [numbers.read(text) for text in texts if numbers.is_count(text)]
    return int(sum(one for one in found if one is not None)) if len(found) == len(texts) else None
