"""How many days are left until a report is due, in words."""

import datetime

from core.deadline import LONGEST_PAST, awaited_year, days_left, due_date
from core.settings import Settings


def awaited(options: Settings) -> int:
    """Return the year whose report the county waits for now."""
    today = datetime.datetime.now().astimezone().date()
    return awaited_year(today, options.due_month, options.due_day)


def due_words(report_year: int, options: Settings, today: datetime.date | None = None) -> str:
    """Return how far the county's day is for the report of a year, "" long after it."""
    now = today or datetime.datetime.now().astimezone().date()
    due = due_date(report_year, options.due_month, options.due_day)
    left = days_left(report_year, now, options.due_month, options.due_day)
    day = f"{due.month}月{due.day}日"
    if left > 0:
        return f"距 {day} 还有 {left} 天"
    if left == 0:
        return f"今天 {day} 到期"
    return f"{day} 已过 {-left} 天" if -left <= LONGEST_PAST else ""
