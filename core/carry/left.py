"""What of last year still stands in an edited paragraph, and is not what it has to be this year anyhow."""

import re
from collections import Counter
from functools import lru_cache

from core import dates, links
from core.carry.details import Detail, details_of, still_there
from core.carry.years import roll
from core.report import Paragraph, Report

_BOUNDS = ((1, 1), (12, 31))
_BOUND = re.compile(r"0?1\s?月\s?0?1\s?日|12\s?月\s?31\s?日")


def still_of_last_year(report: Report, paragraph: Paragraph) -> tuple[Detail, ...]:
    """Return the details that stood in last year's words already and may be wrong this year.

    Right are this year itself, its first and last day, years that moved on with the report, and linked numbers.
    """
    last = report.carried_from()
    before = last.year if last else report.year - 1
    left = _left(paragraph.text, paragraph.origin, before, report.year)
    linked = links.links_of(paragraph) if paragraph.links else ()
    return tuple(
        one for one in left if not any(one.start < link.end and link.start < one.end for link in linked)
    )


@lru_cache(maxsize=512)
def _left(text: str, origin: str, last_year: int, year: int) -> tuple[Detail, ...]:
    moved = _moved(origin, last_year, year)
    left = []
    for one in still_there(text, origin):
        if moved[one.words]:
            moved[one.words] -= 1
        elif not is_of(year, one):
            left.append(one)
    return tuple(left)


def _moved(origin: str, last_year: int, year: int) -> Counter[str]:
    """Return the years and dates of last year's words as they moved on with the report."""
    pairs = zip(details_of(origin), details_of(roll(origin, last_year, year - last_year)), strict=False)
    return Counter(new.words for old, new in pairs if new.words != old.words)


def is_of(year: int, detail: Detail) -> bool:
    """Return whether a detail is that year, or its first or last day."""
    written = dates.read(detail.words.removesuffix("度"))
    if written is None:
        return detail.kind == "日期" and _BOUND.fullmatch(detail.words) is not None
    return written.year == year and (written.month is None or (written.month, written.day) in _BOUNDS)
