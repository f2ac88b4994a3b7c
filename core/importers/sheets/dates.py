"""Dates of a sheet, stored as a count of days, written as their number format shows them."""

import re
from datetime import datetime, timedelta

_MARKS = re.compile(
    r'"(?P<quoted>[^"]*)"?|\\(?P<escaped>.)|_.|\*.|\[(?P<bracket>[^\]]*)\]'
    r"|(?P<noon>am/pm|a/p|上午/下午)|(?P<code>y+|m+|d+|h+|s+|a{3,4})|(?P<fraction>\.0+)|(?P<word>.)",
    re.I | re.S,
)
_LAST = 2_958_465  # 31 December 9999
_WEEKDAYS = "一二三四五六日"
_LEAP_1900 = 60  # sheets count a 29 February 1900 that never was


def written(days: float, code: str, *, from_1904: bool) -> str | None:
    """Return the date or time that a number is under a format; None where it is none of the calendar."""
    moment = _moment(days, from_1904=from_1904)
    if moment is None:
        return None
    marks = list(_MARKS.finditer(code))
    if any(mark["bracket"] and not mark["bracket"].lower().strip("hms") for mark in marks):
        return None  # a length of time, not a time of day
    half_days = any(mark["noon"] for mark in marks)
    return "".join(_piece(marks, at, moment, half_days=half_days) for at in range(len(marks))).strip()


def _moment(days: float, *, from_1904: bool) -> datetime | None:
    if not 0 <= days < _LAST:
        return None
    if from_1904:
        start = datetime(1904, 1, 1)
    else:
        start = datetime(1899, 12, 30) if days >= _LEAP_1900 else datetime(1899, 12, 31)
    return start + timedelta(seconds=round(days * 86_400))


def _piece(marks: list[re.Match[str]], at: int, moment: datetime, *, half_days: bool) -> str:
    """Return what one mark of the format writes."""
    mark = marks[at]
    code = (mark["code"] or "").lower()
    if code.startswith("m") and _is_minute(marks, at):
        return _figure(moment.minute, code)
    if code:
        return _coded(code, moment, half_days=half_days)
    if mark["noon"]:
        return "上午" if moment.hour < 12 else "下午"
    return mark["quoted"] or mark["escaped"] or mark["word"] or ""


def _is_minute(marks: list[re.Match[str]], at: int) -> bool:
    """Return whether an m stands for minutes: right behind hours, or right before seconds."""
    codes = [(place, _unit(mark)) for place, mark in enumerate(marks) if _unit(mark)]
    index = next(number for number, (place, _) in enumerate(codes) if place == at)
    before = codes[index - 1][1] if index else ""
    after = codes[index + 1][1] if index + 1 < len(codes) else ""
    return before == "h" or after == "s"


def _unit(mark: re.Match[str]) -> str:
    return (mark["code"] or "").lower()[:1]


def _coded(code: str, moment: datetime, *, half_days: bool) -> str:
    match code[0]:
        case "y":
            return f"{moment.year % 100:02d}" if len(code) <= 2 else str(moment.year)
        case "m":
            return _figure(moment.month, code) if len(code) <= 2 else f"{moment.month}月"
        case "d":
            return _figure(moment.day, code) if len(code) <= 2 else _weekday(moment, code)
        case "h":
            return _figure((moment.hour - 1) % 12 + 1 if half_days else moment.hour, code)
        case "s":
            return _figure(moment.second, code)
    return _weekday(moment, code)


def _weekday(moment: datetime, code: str) -> str:
    return ("星期" if len(code) == 4 else "周") + _WEEKDAYS[moment.weekday()]


def _figure(value: int, code: str) -> str:
    return f"{value:02d}" if len(code) == 2 else str(value)
