"""The sheet of checks: every rule runs once, and each check is told what it read by itself."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import replace

import pytest

from core import checks
from core.checks import Checker
from core.checks.case import Case
from core.checks.entry import Rule
from core.checks.model import Finding
from core.checks.sheet import sheet
from core.report import Paragraph, Report
from core.template import Library, built_in
from tests.core.checks.test_watch import with_last
from tests.samples import IDS, filled

LIBRARY = built_in()


def test_each_rule_runs_once_for_a_sheet(library: Library) -> None:
    template, report = filled(library, "national-2021", 2024)
    runs: Counter[str] = Counter()
    known = checks.for_template(library, template.id).rules

    said = sheet(Checker(template, [_counted(rule, runs) for rule in known]), report)

    assert runs == {rule.entry.id: 1 for rule in known}
    assert said.findings == checks.for_template(library, template.id).run(report)


@pytest.mark.parametrize("template_id", IDS)
def test_a_check_has_the_same_line_as_when_it_runs_alone(library: Library, template_id: str) -> None:
    template, report = filled(library, template_id, library.get(template_id).first_year)
    known = checks.for_template(library, template.id)

    lines = {line.rule: line for line in sheet(known, report).lines}

    for name in dict.fromkeys(rule.entry.rule for rule in known.rules):
        alone = Checker(template, [rule for rule in known.rules if rule.entry.rule == name])
        line = next(line for line in sheet(alone, report).lines if line.rule == name)
        assert (lines[name].cells, lines[name].state) == (line.cells, line.state)


def test_a_check_of_blank_cells_is_told_with_the_cells_it_looked_at(library: Library) -> None:
    template, report = filled(library, "national-2021", 2024)

    line = next(
        one for one in sheet(checks.for_template(library, template.id), report).lines if one.rule == "T19"
    )

    assert line.state == "passed"
    assert line.cells == sum(not cell.group for cell in template.cells.values())


def lacking(report: Report, last: Report | None = None) -> dict[str, tuple[int, ...]]:
    """Return the checks that had no earlier report to compare with, each with the years whose reports they lacked."""
    made = sheet(checks.for_template(LIBRARY, report.template), report, last)
    return {line.rule: line.lacked for line in made.of("no_last_year")}


def test_a_check_that_had_no_report_to_compare_with_names_the_year():
    # given
    report = with_last("national-2014")
    report.earlier = []

    # when
    found = lacking(report)

    # then
    assert {found[rule] for rule in ("Y11", "Y13", "Y18", "Y19", "Y20")} == {(report.year - 1,)}
    assert found["L17"] == (report.year,)
    assert lacking(with_last("national-2014")) == {"L17": (report.year,)}  # two files of one report


@pytest.mark.parametrize("is_given", [False, True], ids=["in the file", "given by hand"])
def test_a_check_that_compared_with_an_older_report_is_not_told_as_one_that_did_not(is_given: bool):
    # given: the last report is two years older
    report = with_last("national-2014")
    (older,) = report.earlier
    older.year -= 1
    report.earlier = [] if is_given else [older]

    # when
    found = lacking(report, older if is_given else None)

    # then: telephones are compared with whatever is there, figures with last year's alone
    assert found["Y13"] == (report.year - 1,)
    assert "Y18" not in found
    assert "Y11" not in found


@pytest.mark.parametrize("is_given", [False, True], ids=["in the file", "given by hand"])
def test_a_check_beside_another_file_of_the_same_year_alone_is_told_as_one_that_lacked_last_years(
    is_given: bool,
):
    # given: the one other report is of this year
    report = with_last("national-2014")
    same = report.model_copy(deep=True, update={"earlier": []})
    report.earlier = [] if is_given else [same]

    # when
    found = lacking(report, same if is_given else None)

    # then: neither is it a copy of last year's as far as anybody knows, nor are its problems
    assert {found[rule] for rule in ("Y11", "Y13", "Y18")} == {(report.year - 1,)}
    assert "L17" not in found


def test_a_check_for_copies_beside_the_report_of_another_office_alone_is_told_as_one_that_compared_nothing():
    # given: the one earlier report was taken over from a neighbour
    report = with_last("national-2014")
    (last,) = report.earlier
    report.unit.name, last.unit.name = "清溪县柳河镇人民政府", "清溪县青山镇人民政府"

    # when
    found = lacking(report)

    # then: whose words these are is another check's matter
    assert {found[rule] for rule in ("Y11", "Y20")} == {(report.year - 1,)}
    assert "Y12" not in found


def test_a_change_since_a_year_whose_report_is_not_there_names_that_year():
    # given
    report = with_last("national-2014")
    said = f"全年主动公开政府信息85条，比{report.year - 4}年增加3条。"
    report.sections[1].paragraphs = [Paragraph(text=said)]

    # then
    assert lacking(report)["Y19"] == (report.year - 4,)


@pytest.mark.parametrize("said", ["", "全年主动公开政府信息85条，比上年增加3条。"], ids=["none", "one"])
def test_a_change_is_not_measured_by_the_report_of_another_office(said: str):
    # given: the one earlier report was taken over from a neighbour, whose figures are others
    report = with_last("national-2014")
    (last,) = report.earlier
    report.sections[1].paragraphs = [Paragraph(text=said)]
    last.sections[1].paragraphs = [Paragraph(text="全年主动公开政府信息20条。")]
    known = checks.for_template(LIBRARY, report.template)
    wrong = [one for one in known.run(report) if one.rule == "Y19"]

    # when
    report.unit.name, last.unit.name = "清溪县柳河镇人民政府", "清溪县青山镇人民政府"

    # then
    assert len(wrong) == bool(said)
    assert [one for one in known.run(report) if one.rule == "Y19"] == []
    assert lacking(report)["Y19"] == (report.year - 1,)


def _counted(rule: Rule, runs: Counter[str]) -> Rule:
    def find(case: Case) -> Iterator[Finding]:
        runs[rule.entry.id] += 1
        return rule.find(case)

    return replace(rule, find=find)
