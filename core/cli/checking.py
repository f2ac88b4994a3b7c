"""The commands that check reports, and that say which forms and rules are there."""

import argparse
import sys
from collections.abc import Iterator
from pathlib import Path

from core import checks, opening, settings
from core.checks import Checker
from core.checks.model import Finding
from core.cli.answers import print_json, print_line
from core.errors import AppError, UsageError
from core.present.findings import findings_data
from core.report import Report
from core.template import Library, Template, installed

Arguments = argparse.Namespace

_SIGNS = {"error": "✖ 必须改", "warning": "! 请核对", "info": "· 提示"}


def templates(arguments: Arguments) -> int:
    """Print the forms that are known, and what of the clerk's own files cannot be used."""
    library = installed()
    forms = library.newest_first()
    data = [
        {"id": one.id, "name": one.name, "from": one.first_year, "to": one.last_year, "basis": one.basis}
        for one in forms
    ]
    problems = checks.problems(library)
    if arguments.json:
        print_json({"templates": data, "problems": problems})
    else:
        for one in forms:
            years = f"{one.first_year}—{one.last_year or ''}"
            print(f"{one.id:16}{years:12}{one.name}")
        print("".join(f"\n! {problem}" for problem in problems), end="\n" if problems else "")
    return 0


def check(arguments: Arguments) -> int:
    """Print the findings of a report, or of many one after the other; 1 where any has to be mended."""
    if arguments.last and len(arguments.report) > 1:
        raise UsageError("--last 是一份报告的去年，一次检查好几份时不能用。请逐份检查，或去掉 --last。")
    checkers = _Checkers(installed())
    last = opening.load(Path(arguments.last), checkers.library).report if arguments.last else None
    if len(arguments.report) == 1:
        checked = checkers.check(Path(arguments.report[0]), last)
        if arguments.json:
            print_json(findings_data(checked.template, checked.findings))
        else:
            _print(checked)
        return checked.status
    return max(_check_each(checkers, arguments.report, last, data=arguments.json))


def _check_each(checkers: "_Checkers", paths: list[str], last: Report | None, *, data: bool) -> Iterator[int]:
    """Check many reports, one line of data each; one that cannot be read is named, and the others go on."""
    for path in paths:
        try:
            checked = checkers.check(Path(path), last)
        except AppError as error:
            print(" ".join(str(error).split("\n")), file=sys.stderr)
            yield error.exit_status
            continue
        if data:
            print_line({"file": path, **findings_data(checked.template, checked.findings)})
        else:
            print(f"—— {path}")
            _print(checked)
        yield checked.status


class _Checked:
    """A report with what was found in it."""

    def __init__(self, template: Template, report: Report, checker: Checker, last: Report | None) -> None:
        self.template = template
        self.report = report
        self.findings: list[Finding] = checker.run(report, last)
        self.status = int(any(finding.severity == "error" for finding in self.findings))


class _Checkers:
    """The checker of each form, made when the first report of that form comes."""

    def __init__(self, library: Library) -> None:
        self.library = library
        self._switched_on = settings.load().switched_on_rules
        self._known: dict[str, Checker] = {}

    def check(self, path: Path, last: Report | None) -> _Checked:
        """Return the report in a file with its findings; AppError where it cannot be read."""
        report = opening.load(path, self.library).report
        template = self.library.get(report.template)
        if template.id not in self._known:
            self._known[template.id] = checks.for_template(self.library, template.id, self._switched_on)
        return _Checked(template, report, self._known[template.id], last)


def _print(checked: _Checked) -> None:
    for finding in checked.findings:
        hint = f"。{finding.hint}" if finding.hint else ""
        print(f"{_SIGNS[finding.severity]} {finding.message}{hint}（{finding.rule}）")
    print(checks.verdict_on(checked.report, checked.findings))
