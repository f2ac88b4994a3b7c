"""What stands under a report: the full name of the unit and the date, each put in as one edit."""

import datetime
import re

from core.edits import Splice
from core.report import SIGNATURE, Paragraph, Report

_DATE = re.compile(
    r"\s*(?P<year>\d{4})\s?(?:年|[-./])\s?(?P<month>\d{1,2})\s?(?:月|[-./])\s?(?P<day>\d{1,2})\s?日?\s*"
)
_DATE_ALONE = re.compile(r"[（(]?\s*[\d一二三四五六七八九十〇零○]{2,4}\s?年[^，。；]{0,8}日?\s*[）)]?")
_WHOLE = re.compile(r"日\s*[）)]?$|\d$")
_OFFICE, _DAY = "落款：填单位全称", "落款：填日期"


def date_words(typed: str) -> str:
    """Return a date such as 2025-1-12 or 2025年1月12日 as it stands under a report; "" where it is no date."""
    match = _DATE.fullmatch(typed)
    try:
        return written(datetime.date(*map(int, match.group("year", "month", "day")))) if match else ""
    except ValueError:
        return ""


def written(day: datetime.date) -> str:
    """Return a day as it is written under a report."""
    return f"{day.year}年{day.month}月{day.day}日"


def with_office(report: Report) -> Splice | None:
    """Return the edit that puts the full name of the unit above the date; None where it stands there."""
    name, texts = report.unit.name.strip(), _texts(report)
    if not name or name in texts:
        return None
    at = next((place for place, text in enumerate(texts) if not text or _is_date(text)), len(texts))
    is_blank = at < len(texts) and not texts[at]
    return Splice(SIGNATURE, at, int(is_blank), (Paragraph(text=name),), _OFFICE)


def with_date(report: Report, words: str) -> Splice | None:
    """Return the edit that puts a date below all else, in place of one that stands there; None where it is that one."""
    texts = _texts(report)
    if words in texts:
        return None
    last = len(texts) - 1
    is_free = last >= 0 and (not texts[last] or _is_date(texts[last]))
    return Splice(SIGNATURE, last if is_free else len(texts), int(is_free), (Paragraph(text=words),), _DAY)


def is_dated(report: Report) -> bool:
    """Return whether a whole date stands under a report."""
    return any(_is_date(text) and _WHOLE.search(text) for text in _texts(report))


def _is_date(text: str) -> bool:
    """Return whether a line is a date and nothing else, in figures or Chinese numerals, whole or not."""
    return bool(date_words(text) or _DATE_ALONE.fullmatch(text))


def _texts(report: Report) -> list[str]:
    section = report.section(SIGNATURE)
    return [paragraph.text.strip() for paragraph in section.paragraphs] if section else []
