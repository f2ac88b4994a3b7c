"""The rules run on a report beside the window: what they compile for its words is there when the window looks."""

from core import checks, settings
from core.checks.standing import Standing, standing
from core.report import Report
from core.template import Library


def take(library: Library, report: Report) -> Standing:
    """Run the rules that the window will run, and return how the report stands by them.

    Patterns are compiled where words come that they may match.
    """
    checker = checks.for_template(library, report.template, settings.load().switched_on_rules)
    return standing(library.get(report.template), report, checker.run(report))
