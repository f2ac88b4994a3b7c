"""Correct reports: no more than one false finding in each."""

from collections import Counter
from functools import cache

from core import checks
from core.checks.model import Finding
from core.report import Report
from core.template import built_in
from tests.faults.clean import LENGTH, clean_reports

LIBRARY = built_in()
COUNT = 110


@cache
def found() -> list[tuple[Report, list[Finding]]]:
    """Return correct reports with what was found in them."""
    checkers = {template.id: checks.for_template(LIBRARY, template.id) for template in LIBRARY}
    return [(report, checkers[report.template].run(report)) for report in clean_reports(LIBRARY, COUNT)]


def test_correct_reports_are_of_full_length():
    lengths = [sum(len(one.text) for _, _, one in report.paragraphs()) for report, _ in found()]

    assert min(lengths) >= LENGTH


def test_a_correct_report_has_at_most_one_finding():
    rules = Counter(finding.rule for _, findings in found() for finding in findings)
    worst = {len(findings): findings for _, findings in found() if len(findings) > 1}

    assert not worst, (rules.most_common(), [one.message for one in worst[max(worst)]])


def test_two_correct_reports_are_never_the_same():
    assert len({"".join(one.text for _, _, one in report.paragraphs()) for report, _ in found()}) == COUNT
