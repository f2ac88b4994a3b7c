"""Two hundred edits of every kind: undone they leave no trace, redone they are the same, and each has a name to read."""

import importlib
import inspect
import pkgutil
import re

import pytest

import core
from core.edits import Edit
from core.report import Paragraph, Report, blank
from core.store.container import canonical, report_data
from core.template import built_in
from tests.edits import Chance

TEMPLATES = {template.id: template for template in built_in()}
FLAWED = re.compile(r"[A-Za-z_{}]")


def draft(template) -> Report:
    report = blank(template, max(template.first_year, 2012), "青禾镇人民政府")
    report.sections[1].paragraphs = [Paragraph(text="去年的话。", state="carried", origin="去年的话。")]
    return report


def data(report: Report) -> bytes:
    return canonical(report_data(report))


@pytest.mark.parametrize("template", TEMPLATES.values(), ids=TEMPLATES)
@pytest.mark.parametrize("seed", range(8))
def test_two_hundred_edits_undone_give_the_first_report_and_redone_the_last(template, seed):
    # given
    report = draft(template)
    first = data(report)

    # when
    inverses = [edit.apply(report) for edit in Chance(template, seed).edits(report, 200)]
    last = data(report)
    again = [inverse.apply(report) for inverse in reversed(inverses)]
    undone = data(report)
    for edit in reversed(again):
        edit.apply(report)

    # then
    assert undone == first
    assert data(report) == last != first


def kinds_of_edits() -> set[type]:
    """Return every class of core that can be applied to a report."""
    modules = [
        importlib.import_module(f"core.{one.name}") for one in pkgutil.iter_modules(core.__path__) if not one.ispkg
    ]  # fmt: skip
    return {
        kind
        for module in modules
        for _, kind in inspect.getmembers(module, inspect.isclass)
        if hasattr(kind, "apply") and kind is not Edit
    }


def test_every_kind_of_edit_is_among_them():
    assert set(Chance(TEMPLATES["national-2021"], 0).kinds) == kinds_of_edits()


def test_each_edit_and_its_inverse_have_a_name_in_plain_chinese():
    # given
    template = TEMPLATES["national-2021"]
    report = draft(template)
    names: set[str] = set()

    # when
    for edit in Chance(template, 3).edits(report, 400):
        names |= {edit.label, edit.apply(report).label}

    # then
    assert [name for name in names if not name or FLAWED.search(name)] == []
