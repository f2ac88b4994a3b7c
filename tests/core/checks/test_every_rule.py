"""Every rule of every form proves itself from its own entry: it can hold and it can fail."""

import pytest

from core import checks
from core.checks.entry import Rule
from core.template import Library, Template, built_in
from tests.core.checks.examples import findings_of, quotes_hold, report_of

LIBRARY = built_in()


def every_rule(template_id: str) -> tuple[Rule, ...]:
    """Return the rules of a form, those that have to be switched on among them."""
    checker = checks.for_template(LIBRARY, template_id)
    return checker.rules + checker.idle


def only_this(template: Template, rule: Rule) -> checks.Checker:
    """Return a checker of one rule, switched on."""
    return checks.Checker(template, [rule], switched_on={rule.entry.rule})


RULES = [
    pytest.param(template.id, rule, id=f"{template.id}-{rule.entry.id}")
    for template in LIBRARY
    for rule in every_rule(template.id)
]


@pytest.mark.parametrize("template", list(LIBRARY), ids=lambda template: template.id)
def test_no_entry_of_our_own_files_is_skipped(library: Library, template):
    assert checks.for_template(library, template.id).problems == ()


@pytest.mark.parametrize(("template_id", "rule"), RULES)
def test_a_rule_can_hold_and_can_fail(template_id: str, rule: Rule):
    template = LIBRARY.get(template_id)
    only = only_this(template, rule)
    good, bad = report_of(template, rule.entry.holds), report_of(template, rule.entry.fails)

    found = only.run(bad)

    assert only.run(good) == []
    assert found
    assert {finding.rule for finding in found} == {rule.entry.rule}
    assert all(quotes_hold(bad, finding) for finding in found)


@pytest.mark.parametrize(("template_id", "rule"), RULES)
def test_a_finding_speaks_to_the_clerk_and_says_where(template_id: str, rule: Rule):
    template = LIBRARY.get(template_id)

    found = only_this(template, rule).run(report_of(template, rule.entry.fails))

    for finding in found:
        assert finding.where
        assert finding.basis
        assert rule.entry.rule not in finding.message
        assert not set("{}") & set(finding.message)


@pytest.mark.parametrize(("template_id", "rule"), RULES)
def test_a_fix_mends_what_was_found(template_id: str, rule: Rule):
    template = LIBRARY.get(template_id)
    only = only_this(template, rule)
    report = report_of(template, rule.entry.fails)
    fixes = [finding.fix for finding in only.run(report) if finding.fix]

    for fix in fixes:
        fix.edit.apply(report)

    assert not fixes or only.run(report) == []


@pytest.mark.parametrize("template", list(LIBRARY), ids=lambda template: template.id)
def test_a_blank_report_has_no_error(library: Library, template):
    example = checks.for_template(library, template.id).rules[0].entry.holds
    report = report_of(template, example.model_copy(update={"title": None}))

    found = findings_of(checks.for_template(library, template.id), report)

    assert [finding.message for finding in found if finding.severity == "error"] == []
