"""What stands under a report: the full name of the unit and the date, each put in as one edit."""

import datetime

from core import dates
from core.edits import Splice
from core.report import SIGNATURE, Paragraph, Report

_OFFICE, _DAY = "落款：填单位全称", "落款：填日期"


def date_words(typed: str) -> str:
    """Return a date such as 2025-1-12 or 2025年1月12日 as it stands under a report; "" where it is no date."""
    found = dates.read(typed)
    day = found.whole() if found else None
    return written(day) if day else ""


def written(day: datetime.date) -> str:
    """Return a day as it is written under a report."""
    return f"{day.year}年{day.month}月{day.day}日"


def with_office(report: Report) -> Splice | None:
    """Return the edit that puts the full name of the unit above the date; None where it stands there."""
    name, texts = report.unit.name.strip(), _texts(report)
    if not name or name in texts:
        return None
    at = next((place for place, text in enumerate(texts) if not text or dates.read(text)), len(texts))
    is_blank = at < len(texts) and not texts[at]
    return Splice(SIGNATURE, at, int(is_blank), (Paragraph(text=name),), _OFFICE)


def with_date(report: Report, words: str) -> Splice | None:
    """Return the edit that puts a date in place of the last one that stands there, else below all else.

    None where it is that one.
    """
    texts = _texts(report)
    if words in texts:
        return None
    free = [place for place, text in enumerate(texts) if dates.read(text)]
    if not free and texts and not texts[-1]:
        free = [len(texts) - 1]
    at = free[-1] if free else len(texts)
    return Splice(SIGNATURE, at, int(bool(free)), (Paragraph(text=words),), _DAY)


def is_dated(report: Report) -> bool:
    """Return whether a whole date stands under a report."""
    found = [dates.read(text) for text in _texts(report)]
    return any(one is not None and one.day is not None for one in found)


def _texts(report: Report) -> list[str]:
    section = report.section(SIGNATURE)
    return [paragraph.text.strip() for paragraph in section.paragraphs] if section else []
