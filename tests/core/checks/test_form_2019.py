"""What is special about checking the trial form of 2019: signed changes, amounts with units, last year's items."""

import pytest

from core import checks
from core.report import Report, blank
from tests.core.checks.examples import OFFICE, findings_of


def found(library, rule: str, values: dict[str, str], last: dict[str, str] | None = None) -> list[str]:
    report = blank(library.get("national-2019"), 2020, OFFICE)
    report.values = {f"disclosure.{cell}": value for cell, value in values.items()}
    if last is not None:
        known = {f"disclosure.{cell}": value for cell, value in last.items()}
        report.earlier = [Report(template="national-2019", year=2019, values=known)]
    return [one.message for one in findings_of(checks.for_template(library, "national-2019"), report, rule)]


@pytest.mark.parametrize("text", ["+2", "-1", "0", "2", "＋３", "−4", "－1"])
def test_a_change_may_have_a_sign(library, text):
    assert found(library, "T18", {"permits.change": text}) == []


@pytest.mark.parametrize("text", ["增加2", "/", "1.5", "无", "±1"])
def test_a_change_is_a_whole_number(library, text):
    (message,) = found(library, "T18", {"permits.change": text})

    assert text in message
    assert "减少的填负数" in message


@pytest.mark.parametrize("cell", ["permits.before", "permits.decided", "documents.public"])
def test_a_count_may_not_be_below_nothing(library, cell):
    assert len(found(library, "T18", {cell: "-1"})) == 1


@pytest.mark.parametrize("text", ["251000元", "25.1万元", "0", "8,040元"])
def test_an_amount_without_a_printed_unit_is_written_with_one(library, text):
    assert found(library, "T18", {"procurement.amount": text}) == []


def test_words_are_no_amount(library):
    (message,) = found(library, "T18", {"procurement.amount": "很多"})

    assert "写上单位" in message


@pytest.mark.parametrize(
    ("now", "last", "said"),
    [
        ("21", {"permits.before": "23", "permits.change": "-2"}, 0),
        ("23", {"permits.before": "23", "permits.change": "-2"}, 1),
        ("23", {"permits.before": "23"}, 0),
    ],
)
def test_last_years_items_and_their_change_make_this_years_base(library, now, last, said):
    messages = found(library, "Y16", {"permits.before": now}, last)

    assert len(messages) == said
    assert all("“上一年项目数量＋本年增/减”是 21" in message for message in messages)


def test_a_township_has_no_rules_in_any_column(library):
    messages = found(library, "T17", {"rules.made": "0", "rules.published": "1", "rules.public": "3"})

    assert len(messages) == 2
