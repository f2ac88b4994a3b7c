"""A report under watch: after any edits the findings are those of a full run."""

from collections.abc import Callable
from functools import lru_cache, partial

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from core import checks, renumbering
from core.checks.case import Case
from core.checks.checker import Checker
from core.checks.entry import Rule
from core.edits import (
    Decide,
    Edit,
    SetCells,
    SetField,
    SetHead,
    SetSectionTitle,
    Splice,
    Together,
    rewrite,
)
from core.report import Head, Paragraph, Report, TypedTotal
from core.template import Template, built_in
from core.totals import TypeTotal
from tests.core.checks.examples import report_of
from tests.core.checks.test_every_rule import RULES
from tests.samples import filled

LIBRARY = built_in()
FORMS = {"national-2021": 2023, "national-2014": 2016}
SENTENCES = (
    "2019年，全省共主动公开政府信息75条，网站公开信息42条。",
    "《中华人民共和国政府信息条例》（国务院令第492号）",
    "主要开展了以下五方面工作，一是更新目录；二是培训人员。",
    "未收到政府信息公开申请，截止年底,共收到申请3件",
    "制发行政规范性文件2件，废止1件，现行有效11件。",
    "",
)


@lru_cache(maxsize=8)
def ready(template_id: str) -> Checker:
    """Return a checker with every rule, those to be switched on among them."""
    first = checks.for_template(LIBRARY, template_id)
    return checks.for_template(LIBRARY, template_id, {rule.entry.rule for rule in first.idle})


def with_last(template_id: str) -> Report:
    """Return a filled report that knows last year's."""
    year = FORMS[template_id]
    _, report = filled(LIBRARY, template_id, year)
    _, last = filled(LIBRARY, template_id, year - 1)
    report.earlier = [last]
    return report


def edits(template_id: str) -> st.SearchStrategy[Edit]:
    """Return any edits of a filled report."""
    template = LIBRARY.get(template_id)
    sections = st.sampled_from([section.id for section in with_last(template_id).sections])
    words, cells = st.sampled_from(SENTENCES), st.sampled_from(sorted(template.cells))
    paragraphs = st.builds(Paragraph, text=words, level=st.sampled_from([0, 2]), state=st.just("carried"))
    values = st.sampled_from(["", "0", "7", "12", "一", "-1", "3件"])
    simple = st.one_of(
        st.builds(SetCells, st.dictionaries(cells, values, max_size=3)),
        st.builds(
            Splice,
            sections,
            st.integers(0, 4),
            st.integers(0, 2),
            st.lists(paragraphs, max_size=2).map(tuple),
        ),
        st.builds(SetField, st.sampled_from(["title", "office"]), st.sampled_from(["", "柳河镇2023年报告"])),
        st.builds(SetSectionTitle, sections, st.sampled_from(["", "工作完成得怎么样"])),
        st.builds(TypeTotal, cells, st.sampled_from([None, TypedTotal(text="7", reason="按县里的口径")])),
        st.builds(SetHead, st.just("statistics"), st.none() | st.builds(Head, filler=words)),
    )
    return st.one_of(simple, st.builds(Together, st.lists(simple, max_size=3).map(tuple)))


@pytest.mark.parametrize("template_id", FORMS)
@settings(max_examples=25, deadline=None)
@given(data=st.data())
def test_after_any_edits_the_findings_are_those_of_a_full_run(template_id: str, data):
    checker, report = ready(template_id), with_last(template_id)
    watch = checks.Watch(checker, report)

    for edit in data.draw(st.lists(edits(template_id), min_size=1, max_size=6)):
        undo = edit.apply(report)
        watch.update(edit)
        assert watch.findings == checker.run(report)
        if data.draw(st.booleans()):
            undo.apply(report)
            watch.update(undo)
            assert watch.findings == checker.run(report)


def test_a_decision_takes_effect_at_once_and_can_be_withdrawn():
    checker, report = ready("national-2014"), with_last("national-2014")
    SetCells({"statistics.documents_published.value": "9"}).apply(report)
    watch = checks.Watch(checker, report)
    finding = next(one for one in watch.findings if one.rule == "T13")

    for reason in ("按县里的口径", None):
        edit = Decide(finding.key, reason)
        edit.apply(report)
        watch.update(edit)

        assert watch.findings == checker.run(report)
        assert [one.reason for one in watch.kept] == ([reason] if reason else [])
        assert (finding in watch.findings) is (reason is None)


def test_only_the_paragraph_that_changed_is_looked_at_again(monkeypatch):
    checker, report = ready("national-2021"), with_last("national-2021")
    watch = checks.Watch(checker, report)
    seen = []
    monkeypatch.setattr(
        "core.checks.watch.Case", lambda *words, only: seen.extend(only) or Case(*words, only)
    )

    edit = rewrite(report, "problems", 1, "下一步，镇里每季度开一次会。")
    edit.apply(report)
    watch.update(edit)

    assert [(one.section, one.index) for one in seen] == [("problems", 1)]


def test_a_finding_of_a_paragraph_says_the_title_that_its_section_has_now():
    checker, report = ready("national-2014"), with_last("national-2014")
    section = next(one for one in report.sections if one.paragraphs and one.id != "preface")
    rewrite(report, section.id, 0, "《中华人民共和国政府信息条例》（国务院令第492号）").apply(report)
    watch = checks.Watch(checker, report)
    edit = SetSectionTitle(section.id, "工作完成得怎么样")

    edit.apply(report)
    watch.update(edit)

    assert watch.findings == checker.run(report)
    assert any("工作完成得怎么样" in one.message for one in watch.findings)


@pytest.mark.parametrize(("template_id", "rule"), [one for one in RULES if one.values[1].reads == "passage"])
def test_a_rule_that_reads_paragraphs_one_by_one_says_the_same_of_each_alone(template_id: str, rule: Rule):
    template = LIBRARY.get(template_id)

    for report in _reports(template, rule):
        case = Case(template, report, report.last())
        alone = [Case(template, report, report.last(), only=(passage,)) for passage in case.passages]
        assert list(rule.find(case)) == [finding for one in alone for finding in rule.find(one)]


def _reports(template: Template, rule: Rule) -> list[Report]:
    examples = [report_of(template, example) for example in (rule.entry.holds, rule.entry.fails)]
    mixed = report_of(template, rule.entry.fails)
    for section in mixed.sections:
        section.paragraphs += [Paragraph(text=text) for text in SENTENCES]
    return [*examples, mixed]


class Deaf(Case):
    """A case that does not let its text be read."""

    @property
    def passages(self):
        raise AssertionError("this rule says that it reads cells alone")


class Blind(Case):
    """A case that does not let its cells be read."""

    def number(self, cell):
        raise AssertionError("this rule says that it reads the text alone")

    is_blank = is_odd = cell_place = number


def heard(kind_of_case: Callable[..., Case], template: Template, rule: Rule) -> list[object]:
    """Return what the rule says of its own examples as that kind of case, and of each as a whole one."""
    reports = [report_of(template, example) for example in (rule.entry.holds, rule.entry.fails)]
    return [list(rule.find(kind_of_case(template, report, report.last()))) for report in reports]


@pytest.mark.parametrize(("template_id", "rule"), [one for one in RULES if one.values[1].reads == "cells"])
def test_a_rule_that_reads_cells_needs_no_text(template_id: str, rule: Rule):
    template = LIBRARY.get(template_id)

    assert heard(Deaf, template, rule) == heard(Case, template, rule)


class Narrow(Case):
    """A case that lets none but some cells be read."""

    def __init__(self, *words, cells) -> None:
        super().__init__(*words)
        self.open = cells

    def number(self, cell):
        assert cell in self.open, "this rule says that it reads other cells alone"
        return super().number(cell)

    def is_blank(self, cell):
        assert cell in self.open, "this rule says that it reads other cells alone"
        return super().is_blank(cell)

    def cell_place(self, cell):
        assert cell in self.open, "this rule says that it reads other cells alone"
        return super().cell_place(cell)


@pytest.mark.parametrize(("template_id", "rule"), [one for one in RULES if one.values[1].cells is not None])
def test_a_rule_that_names_its_cells_looks_at_no_other(template_id: str, rule: Rule):
    template = LIBRARY.get(template_id)
    narrow = partial(Narrow, cells=rule.cells)

    assert heard(narrow, template, rule) == heard(Case, template, rule)
    for example in (rule.entry.holds, rule.entry.fails):
        report = report_of(template, example)
        before = list(rule.find(Case(template, report, report.last())))
        report.values.update(dict.fromkeys(template.cells.keys() - rule.cells, "7"))
        assert list(rule.find(Case(template, report, report.last()))) == before


@pytest.mark.parametrize(
    ("template_id", "rule"), [one for one in RULES if one.values[1].reads in ("prose", "passage")]
)
def test_a_rule_that_reads_text_needs_no_cells(template_id: str, rule: Rule):
    template = LIBRARY.get(template_id)

    assert heard(Blind, template, rule) == heard(Case, template, rule)
    for example in (rule.entry.holds, rule.entry.fails):
        report = report_of(template, example)
        before = list(rule.find(Case(template, report, report.last())))
        report.values = {} if report.values else dict.fromkeys(template.cells, "7")
        assert list(rule.find(Case(template, report, report.last()))) == before


def after_enter():
    """Return a watched report in which Enter has just made the number of a second point, the rest of which moved on."""
    checker, report = ready("national-2021"), with_last("national-2021")
    lines = ("（一）更新目录。", "（二）培训人员。")
    report.section("problems").paragraphs = [Paragraph(text=line, level=2) for line in lines]
    watch = checks.Watch(checker, report)
    number = Splice("problems", 1, 0, (Paragraph(text="（二）", level=2),), "增加段落")
    edit = renumbering.follow(report, number)
    undo = edit.apply(report)
    watch.update(edit, typing=True)
    return watch, report, undo


def alone(watch: checks.Watch) -> list[str]:
    """Return the numbers of which a watch says that nothing stands behind them."""
    return [one.found for one in watch.findings if one.rule == "P11"]


def test_a_number_that_was_just_made_is_not_told_while_the_clerk_goes_on_there():
    # given
    watch, report, _ = after_enter()
    assert (alone(watch), watch.holds_back) == ([], True)

    # when
    edit = rewrite(report, "problems", 1, "（二）开会三次。")
    edit.apply(report)
    watch.update(edit, typing=True)

    # then
    assert watch.findings == ready("national-2021").run(report)
    assert (alone(watch), watch.holds_back) == ([], False)


def test_a_number_left_alone_is_told_once_the_clerk_types_elsewhere():
    # given
    watch, report, _ = after_enter()

    # when
    edit = rewrite(report, "problems", 0, "（一）更新目录三次。")
    edit.apply(report)
    watch.update(edit, typing=True)

    # then
    assert watch.findings == ready("national-2021").run(report)
    assert (alone(watch), watch.holds_back) == (["（二）"], False)


def test_a_number_left_alone_is_told_once_all_is_looked_at():
    # given
    watch, report, _ = after_enter()

    # when
    watch.look()

    # then
    assert watch.findings == ready("national-2021").run(report)
    assert (alone(watch), watch.holds_back) == (["（二）"], False)


def test_a_number_alone_that_is_only_counted_on_stays_told():
    # given: one was left alone, and Enter above makes another
    watch, report, _ = after_enter()
    watch.look()
    edit = renumbering.follow(report, Splice("problems", 1, 0, (Paragraph(text="（二）", level=2),)))

    # when
    edit.apply(report)
    watch.update(edit, typing=True)

    # then
    assert alone(watch) == ["（三）"]
