"""Years and days: the date of a report, and years that were left standing from an earlier one."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from core import dates
from core.checks.case import Case, Passage
from core.checks.entry import Entry, Find, kind
from core.checks.kept import read_once
from core.checks.late import Late
from core.checks.model import Finding, Fix, HeadPlace, TextPlace
from core.divisions import TOWN_ENDINGS
from core.edits import rewrite
from core.labels import unspaced
from core.report import PREFACE, SIGNATURE
from core.template import Template

_HALF = str.maketrans("０１２３４５６７８９", "0123456789")
_YEAR = Late(rf"(?<!\d)(?P<y>{dates.IN_FIGURES}|{dates.IN_CHINESE})\s?年")
_QUOTED = Late(r"《[^《》]{0,200}》|〈[^〈〉]{0,200}〉|“[^“”]{0,60}”|[〔\[（(]\d{4}[〕\]）)]")
_LONGEST_DATE_LINE = 60
_LAST_LINES = 3
LATE_YEARS = 3  # a date of the report later than that is no late one: its year is wrong
_OFFICE = Late(
    rf"[\u4e00-\u9fff]{{2,24}}(?:人民政府|政府|办事处|办公室|委员会|党委|局|{TOWN_ENDINGS})(?:（[盖公签]?章?）?)?"
)
_WORDS_OF_DATE = Late(r"(?:成文|发布|发文|公布|编制|签发|印发|制作|填报|报告|生成|落款)?(?:日期|时间)")
_CLAUSE_END = "，。；;,：:！？"


@dataclass(frozen=True, slots=True)
class Dated:
    """A line that is a date and nothing else, with its place and its day."""

    passage: Passage
    place: TextPlace
    day: date

    @property
    def plain(self) -> str:
        """The day as it is written in a report."""
        return f"{self.day.year}年{self.day.month}月{self.day.day}日"


def dated_lines(case: Case) -> list[Dated]:
    """Return the dates that stand alone on a line, or beside the office, ahead of the sections or at the end."""
    found = []
    last = len(case.passages) - _LAST_LINES
    for number, passage in enumerate(case.passages):
        text = passage.text
        if passage.section not in (PREFACE, SIGNATURE) and number < last:
            continue
        written = _written(text) if len(text.strip()) <= _LONGEST_DATE_LINE else None
        day = written.whole() if written else None
        if written and day and _is_alone(text[: written.start], text[written.end :]):
            found.append(Dated(passage, passage.place(written.start, written.end), day))
    return found


def _written(text: str) -> dates.Written | None:
    """Return the first day in a line, or the date that it is or ends with, itself or ahead of the office.

    The date may be short of a sign.
    """
    if day := next((one for one in dates.find(text) if one.day), None):
        return day
    office = _OFFICE.search(text)
    ends = (text, text[: office.start()]) if office else (text,)
    return next((found for one in ends if (found := dates.read(one) or dates.ending(one))), None)


def _is_alone(before: str, after: str) -> bool:
    """Return whether nothing but the office and the word for date stands beside a date."""
    around = unspaced(before + after).strip("（）()［］[]【】：:。")
    return not around or bool(_WORDS_OF_DATE.sub("", _OFFICE.sub("", around)).strip("：:（）()") == "")


@kind("dated", Entry, reads="prose")
def dated(entry: Entry, template: Template) -> Find:
    """Require that the date of the report lies after the report year, and is the same wherever it stands."""

    def find(case: Case) -> Iterator[Finding]:
        lines = dated_lines(case)
        early = [line for line in lines if line.day.year <= case.report.year]
        where = tuple(line.place for line in lines)
        if len({line.day for line in lines}) > 1:
            listed = "，".join(f"{case.spot(line.passage)}写“{line.place.quote}”" for line in lines)
            message = f"报告的日期不一致：{listed}"
            if early:
                message += f"；其中“{early[0].place.quote}”在 {case.report.year} 年结束以前"
            yield entry.finding(message, where, found=early[0].plain if early else "", fix=_mend(case, lines))
        elif early:
            quote = early[0].place.quote
            message = f"{case.spot(early[0].passage)}的日期“{quote}”在 {case.report.year} 年结束以前"
            yield entry.finding(message, where, found=early[0].plain, fix=_next_year(case, early))

    return find


def _mend(case: Case, lines: list[Dated]) -> Fix | None:
    """Return the fix for a date that differs in its year alone from one that can be right."""
    right = [line for line in lines if line.day.year == case.report.year + 1]
    wrong = [line for line in lines if line.day.year <= case.report.year]
    if len(right) != 1 or len(wrong) != 1:
        return None
    same_day = (right[0].day.month, right[0].day.day) == (wrong[0].day.month, wrong[0].day.day)
    return _replace(case, wrong[0], right[0].plain) if same_day else None


def _next_year(case: Case, early: list[Dated]) -> Fix | None:
    """Return the fix for a day of January to March with the report year for the one after it."""
    line = early[0]
    if len(early) != 1 or line.day.year != case.report.year or line.day.month > 3:
        return None
    return _replace(case, line, f"{line.day.year + 1}年{line.day.month}月{line.day.day}日")


def _replace(case: Case, line: Dated, words: str) -> Fix:
    place, text = line.place, line.passage.text
    new = text[: place.start] + words + text[place.end :]
    return Fix(f"改为 {words}", rewrite(case.report, place.section, place.paragraph, new))


class YearsEntry(Entry):
    """What makes another year right: words just before it, just after it, or in its clause.

    `ahead` stands before a year yet to come ("到2030年"). Quoted titles and document numbers are always right.
    """

    before: str
    ahead: str
    after: str
    clause: str


@dataclass(frozen=True, slots=True)
class _Allowed:
    """The words that make another year right, compiled."""

    before: Late
    ahead: Late
    after: Late
    clause: Late

    def has_reason(self, text: str, match: re.Match[str], *, ahead: bool) -> bool:
        """Return whether the words around a year say why it is another."""
        before = text[max(0, match.start() - 12) : match.start()]
        if self.before.search(before) or (ahead and self.ahead.search(before)):
            return True
        after = text[match.end() : match.end() + 24]
        return bool(self.after.match(after) or self.clause.search(_clause(text, match)))


@kind("years", YearsEntry, "spot year report_year", reads="prose")
def years(entry: YearsEntry, template: Template) -> Find:
    """Require that every year named is the report's or the next, unless its words say why it is another."""
    allowed = _Allowed(
        entry.late(f"(?:{entry.before})$"),
        entry.late(f"(?:{entry.ahead})$"),
        entry.late(entry.after),
        entry.late(entry.clause),
    )

    def find(case: Case) -> Iterator[Finding]:
        late = {line.passage for line in dated_lines(case) if is_late(line, case.report.year)}
        for passage in (case.title, *case.passages):
            stale = () if passage in late else _stale(passage.text, case.report.year, allowed)
            if stale:
                yield _stale_years(entry, case, passage, stale)
        yield from _stale_heads(entry, case)

    return find


def is_late(line: Dated, year: int) -> bool:
    """Return whether a date of the report may be right, but is later than that of a report in time."""
    return year + 1 < line.day.year <= year + LATE_YEARS


def _stale_years(entry: YearsEntry, case: Case, passage: Passage, stale: Sequence[re.Match[str]]) -> Finding:
    places = tuple(passage.place(*match.span()) for match in stale)
    named = "、".join(dict.fromkeys(place.quote for place in places))
    is_ahead = all((dates.year_of(match["y"]) or 0) > case.report.year for match in stale)
    advice = "年份写得太晚，请核对" if is_ahead else "如果是往年留下的，请改正"
    message = entry.words(
        f"{{spot}}写的是“{{year}}”，报告年份是 {{report_year}} 年；{advice}",
        spot=case.spot(passage),
        year=named,
        report_year=case.report.year,
    )
    return entry.finding(message, places, expected=f"{case.report.year}年", found=named)


@read_once
def _stale(text: str, year: int, allowed: _Allowed) -> tuple[re.Match[str], ...]:
    return tuple(_other_years(text, year, allowed))


def _other_years(text: str, year: int, allowed: _Allowed) -> Iterator[re.Match[str]]:
    quoted = [match.span() for match in _QUOTED.finditer(text)]
    at = 0
    for match in _YEAR.finditer(text.translate(_HALF)):
        while at < len(quoted) and quoted[at][1] <= match.start():
            at += 1
        inside = at < len(quoted) and quoted[at][0] < match.start()
        named = dates.year_of(match["y"]) or 0
        if named in (year, year + 1) or inside or allowed.has_reason(text, match, ahead=named > year):
            continue
        yield match


def _clause(text: str, match: re.Match[str]) -> str:
    """Return the clause around a year, at most 60 characters to each side."""
    before, after = text[max(0, match.start() - 60) : match.start()], text[match.end() : match.end() + 60]
    start = max(before.rfind(mark) for mark in _CLAUSE_END) + 1
    ends = [place for mark in _CLAUSE_END if (place := after.find(mark)) >= 0]
    return before[start:] + after[: min(ends, default=len(after))]


def _stale_heads(entry: YearsEntry, case: Case) -> Iterator[Finding]:
    for table in case.template.tables:
        head = case.report.heads.get(table.id)
        for field in ("title", "period") if head else ():
            words = str(getattr(head, field))
            for match in _YEAR.finditer(words):
                if dates.year_of(match["y"]) != case.report.year:
                    message = f"{table.name}上方写的是“{words.strip()}”，报告年份是 {case.report.year} 年"
                    expected, found = f"{case.report.year}年", match.group()
                    place = HeadPlace(table.id, field, words)
                    yield entry.finding(message, (place,), expected=expected, found=found)


class UnnamedYearEntry(Entry):
    """How an introduction speaks of its year without naming it."""

    pattern: str


@kind("unnamed_year", UnnamedYearEntry, "spot quote", reads="prose")
def unnamed_year(entry: UnnamedYearEntry, template: Template) -> Find:
    """Require that the title or the introduction names the year where the introduction says "this year" alone."""
    pattern = entry.late(entry.pattern)

    def find(case: Case) -> Iterator[Finding]:
        if str(case.report.year) in case.report.title:
            return
        for passage in case.passages:
            match = pattern.search(passage.text) if passage.section == PREFACE else None
            if match:
                place = passage.place(match.start(), match.end())
                message = entry.words(
                    "{spot}写“{quote}”，标题里也没有年份，看不出是哪一年的报告",
                    spot=case.spot(passage),
                    quote=place.quote,
                )
                yield entry.finding(message, (place,), expected=f"{case.report.year}年", found=place.quote)

    return find
