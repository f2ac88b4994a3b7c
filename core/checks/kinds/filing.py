"""Filing: handed in on time, the right file for the year, and one text in all its versions."""

from collections.abc import Iterator
from datetime import date

from core import dates
from core.checks.case import Case, clipped
from core.checks.entry import Entry, Find, kind
from core.checks.kinds.dates import LATE_YEARS, dated_lines
from core.checks.kinds.same_text import Difference, differences
from core.checks.late import Late
from core.checks.mending import MOST_PLACES
from core.checks.model import CellPlace, Finding, HeadPlace, Place, TextPlace
from core.report import PREFACE
from core.template import Template

_YEAR = Late(rf"(?<!\d)({dates.IN_FIGURES})\s?年")
_WRITTEN = Late(rf"({dates.IN_CHINESE})\s?年")
_PERIOD = Late(
    rf"(?:统计|数据|所列|时限|期限|期间|内容涵盖)[^。；]{{0,40}}?(?<!\d)(?P<from>{dates.IN_FIGURES})\s?年\s?1\s?月\s?1\s?日起?\s?[至到—~～-]{{1,2}}\s?"
    rf"(?:(?P<to>{dates.IN_FIGURES})\s?年\s?)?12\s?月\s?31\s?日"
)


class DeadlineEntry(Entry):
    """The day by which a report has to be public, as month and day of the year after its own, and for which years."""

    deadline: str
    first_year: int = 0
    last_year: int = 9999


@kind("deadline", DeadlineEntry, "spot quote deadline year", reads="prose")
def deadline(entry: DeadlineEntry, template: Template) -> Find:
    """Require that the date of the report is not later than the day by which it has to be public."""
    month, day = (int(part) for part in entry.deadline.split("-"))

    def find(case: Case) -> Iterator[Finding]:
        year = case.report.year
        if not entry.first_year <= year <= entry.last_year:
            return
        latest = date(year + 1, month, day)
        late = [
            line for line in dated_lines(case) if line.day > latest and line.day.year <= year + LATE_YEARS
        ]
        if late:
            line = max(late, key=lambda one: one.day)
            last_day = f"{latest.year}年{latest.month}月{latest.day}日"
            message = entry.words(
                "{spot}的日期是“{quote}”，{year} 年度的报告一般在{deadline}前公开，请核对",
                spot=case.spot(line.passage),
                quote=line.place.quote,
                deadline=last_day,
                year=year,
            )
            yield entry.finding(message, (line.place,), expected=last_day, found=line.place.quote)

    return find


@kind("one_year", Entry, "years year", reads="prose")
def one_year(entry: Entry, template: Template) -> Find:
    """Require that title, period and the heads of tables name the year that the report is of."""

    def find(case: Case) -> Iterator[Finding]:
        named = list(_years_named(case))
        wrong = [(year, place) for year, place in named if year != case.report.year]
        if wrong:
            years = "、".join(f"{year}年" for year in dict.fromkeys(year for year, _ in wrong))
            message = entry.words(
                "标题、统计期限或表头写的是{years}，这份报告是 {year} 年的，请核对是不是放错了文件",
                years=years,
                year=case.report.year,
            )
            where = tuple(place for _, place in wrong)
            yield entry.finding(message, where, expected=f"{case.report.year}年", found=years)

    return find


def _years_named(case: Case) -> Iterator[tuple[int, Place]]:
    title = _YEAR.search(case.report.title) or _WRITTEN.search(case.report.title)
    if title:
        yield dates.year_of(title[1]) or 0, case.title.place(*title.span())
    yield from _years_of_period(case)
    yield from _years_of_heads(case)


def _years_of_period(case: Case) -> Iterator[tuple[int, Place]]:
    for passage in case.passages:
        if passage.section == PREFACE or passage is case.passages[0]:
            for match in _PERIOD.finditer(passage.text):
                for year in dict.fromkeys(int(match[part]) for part in ("from", "to") if match[part]):
                    yield year, passage.place(*match.span())


def _years_of_heads(case: Case) -> Iterator[tuple[int, Place]]:
    for table in case.template.tables:
        head = case.report.heads.get(table.id)
        for field in ("title", "period") if head else ():
            words = str(getattr(head, field))
            named = _YEAR.search(words)
            if named:
                yield int(named[1]), HeadPlace(table.id, field, words)


@kind("same_text", Entry, "count here there")
def same_text(entry: Entry, template: Template) -> Find:
    """Require that another version of the report, of the same year and office, has the same words and figures."""

    def find(case: Case) -> Iterator[Finding]:
        other = case.of_year(case.report.year)
        if other is None or not _is_same_office(case, other.unit.name):
            return
        found = differences(case.report, other)
        if found:
            message = entry.words(
                "同一年的两个文件有 {count} 处不一样，第一处这里是“{here}”，另一个文件是“{there}”",
                count=len(found),
                here=clipped(found[0].here) or "没有",
                there=clipped(found[0].there) or "没有",
            )
            where = tuple(_place(one) for one in found[:MOST_PLACES])
            yield entry.finding(message, where, expected=found[0].there, found=found[0].here)

    return find


def _is_same_office(case: Case, name: str) -> bool:
    here, there = case.report.unit.name.strip(), name.strip()
    return not here or not there or here.endswith(there) or there.endswith(here)


def _place(one: Difference) -> Place:
    if one.cell:
        return CellPlace(one.cell, one.here)
    return TextPlace(one.section, one.paragraph, 0, len(one.here), one.here)
