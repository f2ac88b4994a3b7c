"""Findings kept with a reason: they survive edits elsewhere, and come back when what they spoke of changes."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from core import checks, store
from core.checks import kinds  # noqa: F401 - which register themselves
from core.checks.checker import Checker, is_ready
from core.checks.entry import KINDS
from core.checks.model import Finding
from core.edits import Decide, SetCells, Splice, rewrite
from core.report import Paragraph, Report, blank
from core.store import ReportFile
from core.template import built_in
from tests.core.checks.examples import OFFICE, small

LIBRARY = built_in()
TEMPLATE = LIBRARY.get("national-2014")
QUIET = st.sampled_from(["镇里开了一次会。", "公开栏换了新的玻璃。", "由专人维护，", "内容不变", ""])


def checker(severity: str = "warning") -> Checker:
    """Return a checker of one rule: a form's year must not be called "本年度"."""
    raw = {
        "id": "P12-year", "kind": "unnamed_year", "severity": severity, "basis": "写明年份",
        "pattern": "本年度", "fails": {},
    }  # fmt: skip
    return Checker(TEMPLATE, [KINDS["unnamed_year"](raw, TEMPLATE)])


def draft(*lines: str) -> Report:
    """Return a report whose introduction has these paragraphs."""
    report = blank(TEMPLATE, 2016, OFFICE)
    report.title = ""
    report.sections[0].paragraphs = [Paragraph(text=line) for line in lines]
    return report


def keep(report: Report, finding: Finding, reason: str = "已与县里核实") -> None:
    Decide(finding.key, reason).apply(report)


def spans(findings: list[Finding]) -> list[tuple[int, int]]:
    return [(one.where[0].paragraph, one.where[0].start) for one in findings]


def test_keeping_one_of_two_that_say_the_same_keeps_one():
    report = draft("现公布本年度情况。", "另附本年度大事记。")
    ours = checker()
    first, second = ours.run(report)

    keep(report, second)

    assert first.key != second.key
    assert spans(ours.run(report)) == spans([first])
    assert spans([one.finding for one in ours.kept(report)]) == spans([second])


def test_when_the_other_one_is_mended_the_kept_one_stays_kept():
    report = draft("现公布本年度情况。", "另附本年度大事记。")
    ours = checker()
    _, second = ours.run(report)
    keep(report, second)

    rewrite(report, "preface", 0, "现公布2016年情况。").apply(report)
    report.sections[0].paragraphs[0].text = "现公布情况。"

    assert ours.run(report) == []
    assert [one.reason for one in ours.kept(report)] == ["已与县里核实"]


def test_when_the_kept_one_is_mended_the_other_one_is_not_taken_for_it():
    report = draft("现公布本年度情况。", "另附本年度大事记。")
    ours = checker()
    first, second = ours.run(report)
    keep(report, first)

    report.sections[0].paragraphs[0].text = "现公布情况。"

    assert spans(ours.run(report)) == spans([second])
    assert ours.kept(report) == []


@settings(max_examples=60, deadline=None)
@given(before=st.lists(QUIET, max_size=3), lead=QUIET, tail=QUIET, after=st.lists(QUIET, max_size=3))
def test_edits_elsewhere_keep_it(before, lead, tail, after):
    report = draft("镇政府决定，现公布本年度情况如下，请监督。")
    ours = checker()
    keep(report, ours.run(report)[0])

    text = f"{lead}镇政府决定，现公布本年度情况如下，请监督。{tail}"
    lines = tuple(Paragraph(text=one) for one in (*before, text, *after))
    Splice("preface", 0, 1, lines).apply(report)
    report.values["statistics.published.value"] = "8"

    assert ours.run(report) == []
    assert len(ours.kept(report)) == 1


@pytest.mark.parametrize(
    "text",
    [
        "镇政府决定，现公布本年度里情况如下。",
        "镇政府决定，现公布本年度情况有变。",
        "决定现公布本年度情况如下。",
    ],
)
def test_an_edit_on_one_side_keeps_it(text: str):
    report = draft("镇政府决定，现公布本年度情况如下。")
    ours = checker()
    keep(report, ours.run(report)[0])

    rewrite(report, "preface", 0, text).apply(report)

    assert ours.run(report) == []


def test_it_can_be_taken_back_after_an_edit_beside_it():
    report = draft("镇政府决定，现公布本年度情况如下。")
    ours = checker()
    keep(report, ours.run(report)[0])
    rewrite(report, "preface", 0, "镇政府决定，现公布本年度情况有变。").apply(report)

    (kept,) = ours.kept(report)
    Decide(kept.finding.key, None).apply(report)

    assert report.decisions == []
    assert len(ours.run(report)) == 1


def test_other_words_around_it_bring_it_back():
    report = draft("镇政府决定，现公布本年度情况如下。")
    ours = checker()
    keep(report, ours.run(report)[0])

    rewrite(report, "preface", 0, "本报告所称“本年度”，是指编制报告的那一年。").apply(report)

    assert len(ours.run(report)) == 1


def test_an_error_that_the_clerk_has_verified_is_kept_with_the_reason():
    report = draft("现公布本年度情况。")
    ours = checker("error")
    (found,) = ours.run(report)
    assert not is_ready([found])

    keep(report, found)

    assert ours.run(report) == []
    assert [one.finding for one in ours.kept(report)] == [found]


@settings(max_examples=60, deadline=None)
@given(
    st.dictionaries(
        st.sampled_from(["documents_published", "documents_issued", "fund", "website"]), st.integers(0, 9)
    )
)
def test_figures_it_did_not_speak_of_keep_it_and_those_it_spoke_of_bring_it_back(values):
    ours, report = small(LIBRARY, "national-2014", 2016, documents_published="9", documents_issued="3")
    keep(report, next(one for one in ours.run(report) if one.rule == "T13"))

    SetCells({f"statistics.{row}.value": str(value) for row, value in values.items()}).apply(report)

    published = int(report.text("statistics.documents_published.value"))
    issued = int(report.text("statistics.documents_issued.value"))
    is_kept = "T13" in {one.finding.rule for one in ours.kept(report)}
    assert is_kept is ((published, issued) == (9, 3))
    assert ("T13" in {one.rule for one in ours.run(report)}) is (published > issued and not is_kept)


def test_a_decision_is_there_after_saving_and_reading(tmp_path):
    report = draft("现公布本年度情况。")
    ours = checker()
    keep(report, ours.run(report)[0])
    store.write(ReportFile(report), tmp_path / "report.nianbao")

    again = store.read(tmp_path / "report.nianbao").report

    assert ours.run(again) == []
    assert [one.reason for one in ours.kept(again)] == ["已与县里核实"]


def test_a_decision_of_an_older_program_still_counts():
    report = draft("现公布本年度情况。")
    ours = checker()
    (found,) = ours.run(report)

    Decide(found.key.partition(".")[0], "以前保留的").apply(report)

    assert [one.reason for one in ours.kept(report)] == ["以前保留的"]


@pytest.mark.parametrize("template", list(LIBRARY), ids=lambda template: template.id)
def test_no_two_findings_have_the_same_name(template):
    report = blank(template, template.first_year + 1, "")
    report.title = ""
    for section in report.sections:
        section.paragraphs = [Paragraph(text="全省共公开信息75条,截止年底。")] * 3

    found = checks.for_template(LIBRARY, template.id).run(report)

    assert len({one.key for one in found}) == len(found) > 3
