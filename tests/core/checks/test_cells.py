"""Single cells: odd texts, blanks, regulations of a township, and what last year carried out."""

import pytest

from core import checks
from core.checks.model import CellPlace
from core.report import Report, blank
from tests.core.checks.examples import OFFICE, findings_of

NEW = "applications.new.natural"


def of(library, **kwargs):
    return checks.for_template(library, "national-2021"), blank(
        library.get("national-2021"), 2024, kwargs.get("office", OFFICE)
    )


@pytest.mark.parametrize("text", ["0", "12", "1,204", "１２", " 3 ", "7.0"])
def test_a_whole_number_is_a_count(library, text: str):
    checker, report = of(library)
    report.values[NEW] = text

    assert findings_of(checker, report, "T18") == []


@pytest.mark.parametrize(
    ("text", "fix"),
    [("/", ""), ("—", ""), ("无", ""), ("-1", ""), ("1.5", ""), ("约12", ""), ("1.5件", ""), ("3.0件", "改为 3"), ("3万元", ""), ("3件", "改为 3"), ("十二", "改为 12")],
)  # fmt: skip
def test_what_is_no_count_is_told_and_mended_where_certain(library, text: str, fix: str):
    checker, report = of(library)
    report.values[NEW] = text

    (found,) = findings_of(checker, report, "T18")

    assert found.where == (CellPlace(NEW, text),)
    assert (found.fix.label if found.fix else "") == fix


def test_an_amount_may_have_decimals_but_no_words(library):
    checker, report = of(library)
    report.values["disclosure.fees.amount"] = "0.36"
    assert findings_of(checker, report, "T18") == []

    report.values["disclosure.fees.amount"] = "3600元"

    (found,) = findings_of(checker, report, "T18", "T20")
    assert (found.rule, found.severity, found.expected) == ("T20", "error", "0.36")
    assert "单位是万元" in found.message
    assert found.fix
    assert found.fix.label == "改为 0.36"


def test_blanks_are_one_finding_a_table_with_the_first_few_named(library):
    checker, report = of(library)
    cells = [cell.id for cell in library.get("national-2021").cells.values() if cell.table == "applications"]
    report.values = dict.fromkeys(cells[5:], "0")

    (found,) = [one for one in findings_of(checker, report, "T19") if "表三" in one.message]

    assert found.message.startswith("表三有 5 个单元格是空的：本年新收政府信息公开申请数量 · 自然人")
    assert len(found.where) == 5


def test_a_table_all_blank_is_told_as_not_filled_with_no_more_than_fifty_places(library):
    checker, report = of(library)

    found = findings_of(checker, report, "T19")

    assert [one.message.partition("，")[0] for one in found] == [
        "表二还没有填",
        "表三还没有填",
        "表四还没有填",
    ]
    assert [len(one.where) for one in found] == [10, 50, 15]


@pytest.mark.parametrize(
    ("office", "speaks"),
    [
        ("清溪县柳河镇人民政府", True),
        ("清溪县柳河乡", True),
        ("城关街道办事处", True),
        ("清溪市人民政府", False),
        ("清溪县乡村振兴局", False),
    ],
)
def test_regulations_are_not_a_townships(library, office: str, speaks: bool):
    checker, report = of(library, office=office)
    report.values["disclosure.rules.made"] = "1"

    assert bool(findings_of(checker, report, "T17")) == speaks


def test_what_was_carried_out_last_year_is_carried_in_column_by_column(library):
    checker, report = of(library)
    last = Report(template="national-2021", year=2023, values={"applications.carried_out.natural": "2"})
    report.values["applications.carried_in.natural"] = "1"
    report.values["applications.carried_in.legal"] = "1"

    (found,) = [one for one in checker.run(report, last) if one.rule == "Y14"]

    assert found.message == (
        "表三 · 上年结转政府信息公开申请数量 · 自然人填的是 1，去年“四、结转下年度继续办理”是 2，差 1"
    )
    assert found.fix
    assert found.fix.label == "改为 2"


def test_the_report_carries_last_years_itself(library):
    checker, report = of(library)
    report.earlier = [
        Report(template="national-2021", year=2023, values={"applications.carried_out.natural": "2"})
    ]

    assert len(findings_of(checker, report, "Y14")) == 1


def test_last_years_report_without_that_table_says_nothing(library):
    checker, report = of(library)
    report.values["applications.carried_in.natural"] = "1"

    assert [
        one for one in checker.run(report, Report(template="plain-2008", year=2023)) if one.rule == "Y14"
    ] == []


def test_a_count_with_too_many_digits_is_to_be_looked_at(library):
    checker, report = of(library)
    report.values["disclosure.permits.decided"] = "12345678901"

    (found,) = findings_of(checker, report, "T18")

    assert found.severity == "warning"
    assert found.message == (
        "表二 · 行政许可 · 本年处理决定数量填的是 12345678901，有 11 位数，像是多打了数字，请核对"
    )


def test_a_total_is_not_told_for_the_digits_of_its_term(library):
    checker, report = of(library)
    report.values |= {NEW: "12345678", "applications.new.total": "12345680"}

    (found,) = findings_of(checker, report, "T18")

    assert found.where == (CellPlace(NEW, "12345678"),)


def test_a_figure_where_there_was_none_last_year_is_a_jump(library):
    checker, report = of(library)
    cell = "disclosure.permits.decided"
    report.values[cell] = "100"

    found = checker.run(report, Report(template=report.template, year=2023, values={cell: "0"}))

    assert [(one.rule, one.severity) for one in found if CellPlace(cell, "100") in one.where] == [
        ("Y17", "info")
    ]
