"""The year of a report: from its title, its period, its tables, or the year it speaks of most."""

import re
from collections import Counter
from collections.abc import Iterable

from core import numbers

_YEAR = re.compile(r"(?<!\d)((?:19|20)\d\d)\s*年")
_CHINESE_YEAR = re.compile(r"(?:二[〇零○Ｏ]|一九)[〇零○Ｏ一二三四五六七八九]{2}(?=年)")
_PERIOD = re.compile(r"(?<!\d)(20\d\d)\s*年\s*1\s*月\s*1\s*日")


def named(text: str) -> int | None:
    """Return the first year that the text names, in figures or in Chinese."""
    plain = numbers.clean(text)
    match = _YEAR.search(plain)
    if match:
        return int(match[1])
    chinese = _CHINESE_YEAR.search(text)
    return numbers.from_chinese(chinese[0]) if chinese else None


def find(title: str, heads: Iterable[str], texts: Iterable[str]) -> int | None:
    """Return the year of the report, or None where no line names one."""
    known = named(title)
    if known:
        return known
    plain = [numbers.clean(text) for text in texts]
    period = next((match for text in plain if (match := _PERIOD.search(text))), None)
    if period:
        return int(period[1])
    for head in heads:
        known = named(head)
        if known:
            return known
    counted = Counter(year for text in plain for year in _YEAR.findall(text))
    return int(counted.most_common(1)[0][0]) if counted else None
