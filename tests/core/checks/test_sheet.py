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
from core.template import Library
from tests.samples import IDS, filled


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


def _counted(rule: Rule, runs: Counter[str]) -> Rule:
    def find(case: Case) -> Iterator[Finding]:
        runs[rule.entry.id] += 1
        return rule.find(case)

    return replace(rule, find=find)
