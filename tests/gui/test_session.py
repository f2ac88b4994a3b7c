"""The open report: every change through one door, back and forth, and typing undone in the steps of a person."""

from functools import partial

import pytest
from PySide6.QtCore import QTimer

from core import checks, settings
from core.checks import Watch
from core.edits import Decide, SetCells, SetField, Splice, rewrite
from core.report import PREFACE, SIGNATURE, Paragraph, blank
from core.store import ReportFile, read
from gui.session import Session
from tests.gui import at_once

CELL = "applications.new.natural"
SECTION = "overview"


class Clock:
    def __init__(self) -> None:
        self.now = 100.0

    def __call__(self) -> float:
        return self.now


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def session(report, make_session, clock):
    report.section(SECTION).paragraphs.append(Paragraph(text=""))
    return make_session(report, clock=clock)


def write(session, *texts: str) -> None:
    for text in texts:
        session.edit(rewrite(session.report, SECTION, 0, text))


def text(session) -> str:
    return session.report.section(SECTION).paragraphs[0].text


def test_undo_brings_back_the_old_value(session):
    # given
    session.edit(SetCells({CELL: "3"}))

    # when
    session.undo_stack.undo()

    # then
    assert session.report.text(CELL) == ""
    session.undo_stack.redo()
    assert session.report.text(CELL) == "3"


def test_typing_without_a_pause_is_one_step(session):
    # when
    write(session, "全", "全年", "全年公开", "全年公")

    # then
    assert session.undo_stack.count() == 1
    session.undo_stack.undo()
    assert text(session) == ""


def test_the_first_words_of_an_empty_section_are_one_step_both_ways(session):
    # given
    other = session.report.section("problems")
    session.edit(Splice("problems", 0, 0, (Paragraph(text="公"),)))

    # when
    session.edit(rewrite(session.report, "problems", 0, "公开"))
    session.edit(rewrite(session.report, "problems", 0, "公开栏"))

    # then
    assert session.undo_stack.count() == 1
    session.undo_stack.undo()
    assert other.paragraphs == []
    session.undo_stack.redo()
    assert [one.text for one in other.paragraphs] == ["公开栏"]


def test_a_pause_begins_a_new_step(session, clock):
    # given
    write(session, "全年")

    # when
    clock.now += 3
    write(session, "全年公开")

    # then
    session.undo_stack.undo()
    assert text(session) == "全年"


def test_typing_elsewhere_in_the_paragraph_begins_a_new_step(session):
    # given
    write(session, "全年公开")

    # when
    write(session, "去全年公开")

    # then
    session.undo_stack.undo()
    assert text(session) == "全年公开"


def test_a_moved_cursor_begins_a_new_step(session):
    # given
    write(session, "全年")

    # when
    session.end_stroke()
    write(session, "全年公开")

    # then
    session.undo_stack.undo()
    assert text(session) == "全年"


def test_a_long_paste_is_a_step_of_its_own(session):
    # given
    write(session, "全年")

    # when
    write(session, "全年" + "公开信息" * 20)

    # then
    session.undo_stack.undo()
    assert text(session) == "全年"


def test_typing_in_a_line_is_one_step_for_each_visit(session):
    # given
    before = session.report.title
    for title in ("年", "年报", "年度报告"):
        session.edit(SetField("title", title))

    # when
    session.end_stroke()
    session.edit(SetField("title", "报告"))

    # then
    assert session.undo_stack.count() == 2
    session.undo_stack.undo()
    session.undo_stack.undo()
    assert session.report.title == before


def test_nothing_typed_after_saving_joins_what_was_typed_before(session, tmp_path):
    # given
    write(session, "全年")
    at_once.save(session, tmp_path / "a.nianbao")

    # when
    write(session, "全年公开")

    # then
    assert not session.is_clean
    session.undo_stack.undo()
    assert session.is_clean


def test_checks_run_by_themselves_after_an_edit(session, qtbot):
    # when
    with qtbot.waitSignal(session.findings_changed):
        session.edit(SetCells({"reviews.cases.review_total": "2", "reviews.cases.review_upheld": "1"}))

    # then
    assert "T04" in {finding.rule for finding in session.findings}


def test_after_many_edits_the_findings_are_those_of_a_full_run(session, library):
    # given
    session.check()

    # when
    session.edit(SetCells({"reviews.cases.review_total": "2"}))
    session.edit(Splice("overview", 0, 0, (Paragraph(text="全省共公开信息75条,截止年底。"),)))
    session.check()
    session.undo_stack.undo()
    session.edit(SetField("title", ""))
    session.check()

    # then
    checker = checks.for_template(library, session.template.id)
    assert session.findings == checker.run(session.report)
    assert "P12" in {finding.rule for finding in session.findings}


def test_a_rule_that_is_switched_on_in_the_settings_runs(library, monkeypatch):
    # given
    asked = []
    settings.save(settings.Settings(switched_on_rules=["P19"]))
    known = checks.for_template
    monkeypatch.setattr(checks, "for_template", lambda *words: asked.append(words[-1]) or known(*words))

    # when
    Session(library, ReportFile(blank(library.get("national-2021"), 2023, "向阳镇人民政府")))

    # then
    assert asked == [["P19"]]


def test_a_kept_finding_is_listed_with_its_reason_and_not_among_the_others(session):
    # given
    session.check()
    finding = next(one for one in session.findings if one.severity != "error")

    # when
    session.edit(Decide(finding.key, "已核对"))
    session.check()

    # then
    assert finding.key not in {one.key for one in session.findings}
    assert [one.reason for one in session.kept()] == ["已核对"]


def test_a_saved_report_is_read_back_whole(session, tmp_path):
    # given
    session.edit(SetCells({CELL: "3"}))
    path = tmp_path / "a.nianbao"

    # when
    at_once.save(session, path)

    # then
    assert session.is_clean
    assert read(path).report == session.report


def test_a_report_read_without_preface_and_sign_off_gets_a_place_for_them(report, make_session):
    # given
    report.sections = [one for one in report.sections if one.id not in (PREFACE, SIGNATURE)]

    # when
    session = make_session(report)

    # then
    assert [session.report.sections[0].id, session.report.sections[-1].id] == [PREFACE, SIGNATURE]


def test_a_total_of_last_year_is_looked_at_once_its_terms_give_it(library, make_session):
    # given: 专职 was blank last year, so that the total stood alone and came along
    report = blank(library.get("national-2014"), 2016, "清溪县柳河镇人民政府")
    total, full, part = (f"statistics.{row}.value" for row in ("staff", "staff_full", "staff_part"))
    report.values = {total: "3", part: "3"}
    report.states = {total: "carried", part: "carried"}
    session = make_session(report)

    # when
    session.edit(SetCells({full: "0"}))

    # then: as it is where the report is opened again
    assert report.states == {part: "carried"}
    session.undo_stack.undo()
    assert report.states == {total: "carried", part: "carried"}


def test_words_being_typed_wait_for_a_pause_after_the_report_was_looked_at_at_once(session, qtbot):
    # given
    session.check_soon()
    qtbot.waitUntil(lambda: session.is_all_seen)

    # when
    write(session, "全年")

    # then
    waiting = [one for one in session.findChildren(QTimer) if one.isActive()]
    assert len(waiting) == 1
    assert waiting[0].interval() > 0
    qtbot.waitUntil(lambda: session.is_all_seen)


def test_an_edit_that_changes_nothing_is_no_step_and_leaves_what_can_be_redone(session):
    # given
    session.edit(SetCells({CELL: "3"}))
    session.edit(SetCells({CELL: "4"}))
    session.undo_stack.undo()
    told = []
    session.edited.connect(told.append)

    # when
    session.edit(SetCells({CELL: "3"}, "填写"))

    # then: who shows the cell is told all the same
    assert (session.undo_stack.index(), session.undo_stack.count()) == (1, 2)
    assert [one.label for one in told] == ["填写"]
    session.undo_stack.redo()
    assert session.report.text(CELL) == "4"


def test_what_the_first_look_says_is_told_in_the_turn_after_of_the_report_as_it_stands_then(
    session, qtbot, monkeypatch
):
    # given
    looks, told = [], []

    def look(*args) -> Watch:
        looks.append(Watch(*args))
        QTimer.singleShot(0, partial(session.edit, SetCells({CELL: "若干"})))
        return looks[0]

    monkeypatch.setattr("gui.session.Watch", look)
    session.findings_changed.connect(lambda: told.append(session.is_all_seen))

    # when
    session.check_soon()
    qtbot.waitUntil(lambda: bool(told))

    # then
    assert len(looks) == 1
    assert told == [True]
    assert session.findings == Watch(session.checker, session.report).findings
    assert any(CELL in str(one.where) for one in session.findings)
