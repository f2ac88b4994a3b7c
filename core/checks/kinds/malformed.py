"""Dates that are none: too many figures, a blank in the middle, a day that does not exist."""

import re
from calendar import monthrange
from collections.abc import Iterator

from core import dates, numbers
from core.checks.case import Case, Passage
from core.checks.entry import Entry, Find, kind
from core.checks.kept import read_once
from core.checks.late import Late
from core.checks.mending import Slip, mend
from core.checks.model import Finding, HeadPlace
from core.template import Template

_HALF = str.maketrans("０１２３４５６７８９", "0123456789")
_BLANK = r"[\s_＿×xXＸ*＊—-]"
_CHINESE = "一二三四五六七八九十"
# What is never right, whatever the numbers say; the group `keep` is what a certain remedy puts there instead.
_SHAPES = tuple(
    Late(one)
    for one in (
        r"(?<![\d.])\d{5,8}年(?!以?[前来]|历史)",
        r"(?<![\d.〔\[第])20[0-4]年(?=[\d，。,；度我全本])",
        rf"(?<!\d)(?:[\dxXＸ×]{{2,4}}{_BLANK}{{0,4}})年{_BLANK}{{0,8}}月{_BLANK}{{0,8}}日(?!期)",
        rf"年{_BLANK}{{1,8}}月{_BLANK}{{0,8}}日(?!期)|^\s{{0,20}}年{_BLANK}{{0,8}}月{_BLANK}{{0,8}}日\s{{0,4}}$",
        rf"(?<!\d)\d{{2,4}}{_BLANK}{{0,4}}年{_BLANK}{{0,8}}月(?!份?底|份?末|度)",
        rf"(?<!\d)\d{{1,2}}月{_BLANK}{{0,8}}日(?!均|常|报|程|期|志|工)",
        rf"(?<![{_CHINESE}])[{_CHINESE}元正腊]{{1,2}}月{_BLANK}{{1,8}}日",
        r"年\s{2,8}月|(?<=[，。（(自至到])\s{1,8}年\s{1,8}月",
        rf"(?<![\d.]){dates.IN_FIGURES}\s?年{_BLANK}{{1,8}}月",
        r"(?<![A-Za-z\d])(?P<mixed>(?=[\d]{0,3}[OoОl])[12][\dOoОl]{3})年",
        r"(?<!\d)(?:19|20)\d{2,4}月",
        r"(?<!\d)(?:2\s0\s?\d\s?\d|20\s\d\s?\d|20\d\s\d)\s?年",
        rf"(?<![\d.]){dates.IN_FIGURES}\s{{0,2}}(?<!\d\d\d\d\d)(?=1?\d月\d{{1,2}}日)",
        r"(?P<year>\d{4}年)年(?=[\d，。；我本全])",
        r"(?P<month>\d{1,2}月)月(?=[\d，。；])",
        r"(?P<day>\d{1,2}月\d{1,2}日)日(?!常|均|报)",
        r"\d{1,2}月\d{1,2}月(?=[起止至到，。；—\d])",
        r"(?P<sun>\d{1,2}月\d{1,2})(?:曰|目|月日)",
        r"(?<!\d)\d{1,2}日\d{1,2}月",
    )
)
_NO_DAY = Late(
    r"(?P<month>(?<![\d.])\d{1,2})月(?P<day>\d{1,2})(?![\d日号.])"
    r"(?=止|起|至\s?(?:\d{1,2}月|\d{4}年)|到\s?(?:\d{1,2}月|\d{4}年)|[—–-]{1,2}(?:\d{1,2}月|\d{4}年)|以前|前[，。；]|截止|，|。|；|）|\)|\s{0,4}$)"
)
_DAY = Late(
    rf"(?:(?<!\d)(?P<y>{dates.IN_FIGURES})\s?[年./-]\s?)(?P<m>\d{{1,2}})\s?[月./-]\s?(?P<d>\d{{1,3}})(?![\d.年月])"
    r"|(?<![\d.年])(?P<m2>\d{1,2})\s?月\s?(?P<d2>\d{1,3})\s?[日号]"
)
_MONTH = Late(r"(?:年度?\s?)(?P<m>\d{1,3})\s?月(?![龄均])")
_IN_CHINESE = Late(
    rf"(?<![{_CHINESE}零〇○])(?:(?P<y>[一二][零〇○OＯ{_CHINESE}]{{3}})\s?年\s?)?(?P<m>[{_CHINESE}]{{1,3}})月(?P<d>[{_CHINESE}]{{1,4}})日"
)
_FOUR = Late(r"(?<![\d.])(?P<y>\d{4})年(?!以?[前来]|历史|的?历史|树龄|古)")
_MOST = 200


@kind("malformed_dates", Entry, "spot quote", reads="prose")
def malformed_dates(entry: Entry, template: Template) -> Find:
    """Require that what looks like a date is one."""

    def find(case: Case) -> Iterator[Finding]:
        for passage in case.texts:
            slips = _slips_of(passage, case.report.year)
            for slip in slips:
                quote = slip.place.quote
                message = entry.words(
                    "{spot}的日期“{quote}”写得不对，请核对", spot=case.spot(passage), quote=quote.strip()
                )
                fix = mend(case, [slip], f"改为 {slip.right}") if slip.right else None
                yield entry.finding(message, (slip.place,), expected=slip.right or "", found=quote, fix=fix)
        yield from _heads(entry, case)

    return find


def _heads(entry: Entry, case: Case) -> Iterator[Finding]:
    for table in case.template.tables:
        head = case.report.heads.get(table.id)
        for field in ("title", "period") if head else ():
            words = str(getattr(head, field))
            for slip in _outermost(_slips(Passage("", 0, words), case.report.year)):
                message = f"{table.name}上方的日期“{slip.place.quote}”写得不对，请核对"
                yield entry.finding(message, (HeadPlace(table.id, field, words),), found=slip.place.quote)


@read_once
def _slips_of(passage: Passage, year: int) -> tuple[Slip, ...]:
    """Return what is wrong in a paragraph, each paragraph read once while it stays."""
    return tuple(_outermost(_slips(passage, year)))


def _outermost(slips: Iterator[Slip]) -> list[Slip]:
    """Return the slips in order without those that overlap an earlier one."""
    kept: list[Slip] = []
    for slip in sorted(slips, key=lambda one: (one.start, -one.end, one.right is None)):
        if not kept or slip.start >= kept[-1].end:
            kept.append(slip)
    return kept[:_MOST]


def _slips(passage: Passage, year: int) -> Iterator[Slip]:
    text = passage.text.translate(_HALF)
    if "年" not in text and "月" not in text and not any(char.isdecimal() for char in text):
        return
    for shape in _SHAPES:
        for match in shape.finditer(text):
            yield Slip(passage, *match.span(), _remedy(match, year))
    for match in _NO_DAY.finditer(text):
        if _is_day(None, int(match["month"]), int(match["day"])):
            yield Slip(passage, *match.span(), f"{match.group()}日")
    yield from _impossible(passage, text, year)


def _remedy(match: re.Match[str], year: int) -> str | None:
    """Return the right words for a shape where they are certain."""
    named = match.groupdict()
    for doubled in ("year", "month", "day"):
        if named.get(doubled):
            return named[doubled]
    if named.get("sun"):
        return f"{named['sun']}日"
    if named.get("mixed"):
        plain = re.sub("[OoО]", "0", named["mixed"]).replace("l", "1")
        return f"{plain}年" if int(plain) in (year, year + 1) else None
    figures = re.sub(r"\D", "", match.group())
    if match.group().endswith("年") and len(figures) != 3:
        right = [one for one in (year, year + 1) if figures == str(one) or _is_within(str(one), figures)]
        return f"{right[0]}年" if len(right) == 1 else None
    return None


def _is_within(short: str, long: str) -> bool:
    """Return whether the figures of a year stand in this order in a longer number."""
    rest = iter(long)
    return len(long) > len(short) and all(figure in rest for figure in short)


def _impossible(passage: Passage, text: str, year: int) -> Iterator[Slip]:
    yield from (Slip(passage, start, end) for start, end in _no_days(text))
    for match in _MONTH.finditer(text):
        if not 1 <= int(match["m"]) <= 12:
            yield Slip(passage, *match.span())
    for match in _FOUR.finditer(text):
        if _is_jumbled(match["y"], year):
            right = year if sorted(match["y"]) == sorted(str(year)) else None
            yield Slip(passage, *match.span(), f"{right}年" if right else None)


def _no_days(text: str) -> Iterator[tuple[int, int]]:
    """Yield the spans of days that are in no calendar."""
    for match in _DAY.finditer(text):
        named = int(match["y"]) if match["y"] else None
        if not _is_day(named, int(match["m"] or match["m2"]), int(match["d"] or match["d2"])):
            yield match.start(), match.end() + (text[match.end() : match.end() + 1] in ("日", "号"))
    for match in _IN_CHINESE.finditer(text):
        month, day = (numbers.from_chinese(match[part]) or 0 for part in "md")
        named = numbers.from_chinese(match["y"].replace("O", "〇")) if match["y"] else None
        if not _is_day(named, month, day):
            yield match.span()


def _is_day(year: int | None, month: int, day: int) -> bool:
    if not 1 <= month <= 12:
        return False
    known = year if year and 1 <= year <= 9999 else 2000  # a leap year where none is named
    return 1 <= day <= monthrange(known, month)[1]


def _is_jumbled(figures: str, year: int) -> bool:
    """Return whether four figures are no year of our time, but those of the report's year or of the next."""
    if dates.is_year(int(figures)):
        return False
    near = (str(year), str(year + 1), str(year - 1))
    alike = (sum(a != b for a, b in zip(figures, one, strict=True)) == 1 for one in near)
    return any(sorted(figures) == sorted(one) for one in near) or any(alike)
