"""The year of a report: from its title, its period, its tables, or the year it speaks of most."""

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from core import dates, numbers
from core.importers.recognise.trace import Sureness
from core.labels import unspaced

_YEAR = re.compile(r"(?<!\d)((?:19|20)\d\d)\s*年")
_PERIOD = re.compile(r"(?<!\d)(20\d\d)年1月1日")


@dataclass(frozen=True, slots=True)
class Year:
    """The year of the report, how sure it is, and why not more."""

    value: int
    sure: Sureness = "sure"
    reason: str = ""


def named(text: str) -> int | None:
    """Return the first year with its 年 that the text names, in figures or in Chinese; 2024-01-12 is only a day."""
    plain = unspaced(text)
    match = _YEAR.search(numbers.clean(plain))
    if match:
        return int(match[1])
    found = dates.find(plain)
    return next((one.year for one in found if "年" in plain[one.start : one.end]), None)


def find(title: str, heads: Iterable[str], texts: Iterable[str]) -> Year | None:
    """Return the year of the report, or None where no line names one."""
    known = named(title)
    if known:
        return Year(known)
    plain = [numbers.clean(unspaced(text)) for text in texts]
    period = next((match for text in plain if (match := _PERIOD.search(text))), None)
    if period:
        return Year(int(period[1]))
    for head in heads:
        known = named(head)
        if known:
            return Year(known, "likely", "标题里没有年份，取自正文里写明年度的一行")
    counted = Counter(year for text in plain for year in _YEAR.findall(text))
    counted += Counter(str(year) for text in plain if not _YEAR.search(text) and (year := named(text)))
    if not counted:  # the day of 2024-01-12 stands behind the year it reports on: it speaks last
        counted = Counter(str(one.year) for text in plain for one in dates.find(text))
    if not counted:
        return None
    return Year(
        int(counted.most_common(1)[0][0]), "unsure", "标题和统计期限里没有年份，取正文里出现最多的年份"
    )
