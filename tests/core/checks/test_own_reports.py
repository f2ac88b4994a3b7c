"""Which earlier reports are this office's own, where one of another office is laid beside."""

from core.report import Report
from tests.core.checks.examples import OFFICE, small

NEIGHBOUR = "清溪县青山镇人民政府"
TOLD = "收到政府信息公开申请6件，比上年减少3件。"


def earlier(office: str, received: str) -> Report:
    """Return the report of an office of the year before."""
    report = Report(template="national-2021", year=2023, values={"applications.new.total": received})
    report.unit.name = office
    return report


def changes_told(library, own: Report, last: Report | None) -> list[str]:
    """Return what is said of a change since last year, with one report in the file and another beside it."""
    checker, report = small(library, "national-2021", 2024, TOLD)
    report.unit.name = OFFICE
    report.values["applications.new.total"] = "6"
    report.earlier = [own]
    return [one.rule for one in checker.run(report, last) if one.rule == "Y19"]


def test_a_neighbours_report_beside_does_not_hide_the_own_one_of_that_year(library):
    # given: 8 to 6 is 2 fewer, not 3
    own, neighbour = earlier(OFFICE, "8"), earlier(NEIGHBOUR, "9")

    # then
    assert changes_told(library, own, None) == ["Y19"]
    assert changes_told(library, own, neighbour) == ["Y19"]


def test_a_neighbours_report_alone_is_no_report_to_compare_with(library):
    assert changes_told(library, earlier(NEIGHBOUR, "8"), None) == []


def test_of_two_own_reports_of_a_year_the_one_beside_counts(library):
    assert changes_told(library, earlier(OFFICE, "8"), earlier(OFFICE, "9")) == []
