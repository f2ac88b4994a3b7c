"""The county's day."""

import datetime

from core.deadline import awaited_year, days_left, due_date


def test_by_rule_a_report_is_due_on_the_last_of_january_after_its_year():
    assert due_date(2024) == datetime.date(2025, 1, 31)


def test_the_county_sets_another_day():
    assert due_date(2024, 1, 20) == datetime.date(2025, 1, 20)
    assert days_left(2024, datetime.date(2025, 1, 11), 1, 20) == 9


def test_a_day_that_the_month_does_not_have_is_its_last():
    assert due_date(2024, 2, 31) == datetime.date(2025, 2, 28)
    assert due_date(2023, 2, 30) == datetime.date(2024, 2, 29)


def test_on_the_day_itself_none_is_left_and_after_it_fewer():
    assert days_left(2024, datetime.date(2025, 1, 31)) == 0
    assert days_left(2024, datetime.date(2025, 2, 2)) == -2
    assert days_left(2024, datetime.date(2024, 12, 31)) == 31


def test_last_years_report_is_waited_for_until_nobody_waits_any_more_then_this_years():
    assert awaited_year(datetime.date(2026, 11, 23)) == 2026
    assert awaited_year(datetime.date(2027, 1, 5)) == 2026
    assert awaited_year(datetime.date(2027, 5, 1)) == 2026  # 90 days past
    assert awaited_year(datetime.date(2027, 5, 2)) == 2027
