"""The day on which the county wants the report: by rule the 31st of January after the year reported on."""

import datetime

DUE_MONTH, DUE_DAY = 1, 31
LONGEST_PAST = 90  # days; after that nobody waits for the report any more


def due_date(report_year: int, month: int = DUE_MONTH, day: int = DUE_DAY) -> datetime.date:
    """Return the day on which the report of that year is due; a day the month does not have is its last."""
    first = datetime.date(report_year + 1, month, 1)
    next_month = (first + datetime.timedelta(days=31)).replace(day=1)
    return min(first + datetime.timedelta(days=day - 1), next_month - datetime.timedelta(days=1))


def days_left(report_year: int, today: datetime.date, month: int = DUE_MONTH, day: int = DUE_DAY) -> int:
    """Return how many days are left until the report of that year is due: 0 on the day itself, below it after."""
    return (due_date(report_year, month, day) - today).days


def awaited_year(today: datetime.date, month: int = DUE_MONTH, day: int = DUE_DAY) -> int:
    """Return the year whose report is to be handed in next: last year's until nobody waits for it any more."""
    past = today.year - 1
    return past if days_left(past, today, month, day) >= -LONGEST_PAST else today.year
