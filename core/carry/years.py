"""Years in prose moved on where they mean the report year, and left alone where they name something else.

Left alone: names in 《》, document numbers in 〔〕, dates of a day or month (those are last year's events),
spans such as 2021—2025年. Moved: 2023年, 2023年度, the first and last day of the year, the year to come,
and the year before where it is compared with.
"""

import re

from core import dates
from core.dates import Written

_NAMES = re.compile(r"《[^《》]{0,200}》|〈[^〈〉]{0,200}〉|[〔\[［][^〕\]］]{0,12}[〕\]］]")
_DECEMBER_ENDS = re.compile(r"\s*(?:31|底|末|份底)")
_JANUARY_TO_DECEMBER = re.compile(r"份?\s*[至到\-—–~～－]+\s*(?:12|１２|十二)\s*月")
_FOUR = r"[\d〇零○一二三四五六七八九]{4}"
_COMPARED = re.compile(r"[比较与同]\s*$")
_IN_SPAN = re.compile(rf"{_FOUR}\s*年?\s*[-—–~～－至到]\s*$")
_TO_SPAN = re.compile(rf"\s*年?\s*[-—–~～－至到]\s*{_FOUR}\s*年(?!\s*(?:12|十二)\s*月)")
# No month of the calendar, or none with such a day; it names something that happened all the same.
_ODD_DATE = re.compile(r"\s*(?:\d{1,2}|[元一二三四五六七八九十]{1,3})\s*月")
_DIGITS = 4


def roll(text: str, year: int, shift: int) -> str:
    """Return the text of a report on `year` as it reads in the report `shift` years later."""
    names = [match.span() for match in _NAMES.finditer(text)]
    parts: list[str] = []
    at = 0
    for one in dates.find(text) if shift else ():
        is_named = any(start <= one.start < end for start, end in names)
        if is_named or not _means_report(text, one, one.year - year):
            continue
        end = one.start + _DIGITS
        parts += text[at : one.start], dates.in_writing(one.year + shift, text[one.start : end])
        at = end
    return "".join((*parts, text[at:]))


def _means_report(text: str, written: Written, distance: int) -> bool:
    """Return whether a year that many years after the report year is one that moves on with the report."""
    behind = written.start + _DIGITS
    before, after = text[max(0, written.start - 8) : written.start], text[behind : behind + 16]
    if _IN_SPAN.search(before) or _TO_SPAN.match(after):
        return False
    if written.month is None and _ODD_DATE.match(text, written.end):
        return False
    if written.month is not None and not _bounds_year(written, text[written.end : written.end + 8]):
        return False
    return distance in (0, 1) or (distance == -1 and _COMPARED.search(before) is not None)


def _bounds_year(written: Written, after: str) -> bool:
    """Return whether a date is where a year begins or ends: its first or last day, its January up to December."""
    if written.day is not None:
        return (written.month, written.day) in ((1, 1), (12, 31))
    if written.month == 12:
        return _DECEMBER_ENDS.match(after) is not None
    return written.month == 1 and _JANUARY_TO_DECEMBER.match(after) is not None
