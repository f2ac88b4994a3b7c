"""What stands under a report: the full name of the unit and the date, each put in as one edit."""

import datetime
import re

from core import dates
from core.edits import Splice
from core.report import SIGNATURE, Paragraph, Report

_EIGHT = re.compile(r"\s*(\d{4})(\d\d)(\d\d)\s*")
_UNREAD = "日期没看懂，请写成 2025-1-12 这样。"
_NO_DAY = "日期要写到哪一日，请写成 2025-1-12 这样。"
_NO_SUCH_DAY = "{0.year}年{0.month}月没有{0.day}日，请改一下日期。"
_OFFICE, _DAY = "落款：填单位全称", "落款：填日期"


def day_typed(typed: str) -> datetime.date | None:
    """Return the day that a clerk typed, as 2025-1-12, 2025年1月12日 or 20250112; None where it is none."""
    found = _read(typed)
    return found.whole() if found else None


def date_words(typed: str) -> str:
    """Return a date such as 2025-1-12 or 2025年1月12日 as it stands under a report; "" where it is no date."""
    day = day_typed(typed)
    return written(day) if day else ""


def why_no_date(typed: str) -> str:
    """Return in one sentence why what was typed is no date; "" where it is one, or nothing was typed."""
    found = _read(typed)
    if not typed.strip() or (found and found.whole()):
        return ""
    if found is None:
        return _UNREAD
    return _NO_DAY if found.day is None else _NO_SUCH_DAY.format(found)


def _read(typed: str) -> dates.Written | None:
    """Read a date, here in eight figures too: in a document these may be any number."""
    eight = _EIGHT.fullmatch(typed)
    return dates.read("-".join(eight.groups()) if eight else typed)


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
