"""Leaving asks nothing: what has a file is saved there, all else stands on the home page and is gone on with from there."""

import pytest
from PySide6.QtWidgets import QLabel, QLineEdit, QPushButton, QTableView

from core import autosave, store
from core.checks.model import CellPlace, TextPlace
from core.edits import SetField
from core.report import Paragraph, blank
from core.store import ReportFile, history, read
from gui.panes.prose.sheet import Sheet
from tests.gui.autosaving.conftest import CELL, OTHER, boxes, kept, kept_cell, other_report, type_cell, words
from tests.gui.conftest import OFFICE

WAYS = ("goHome", "close", "quit")


@pytest.fixture
def draft(window, hands, report):
    """A draft that has no file, with something typed in it."""
    window.desk.open(ReportFile(report), None)
    hands.find("workspace")
    type_cell(window, "3")


def leave(window, hands, how: str = "goHome") -> None:
    window.close() if how == "close" else hands.command(how)


def cards(window) -> list[str]:
    """Return what the cards in sight say, from top to bottom."""
    shown = [one for one in window.findChildren(QLabel, "recoveryWords") if one.isVisible()]
    return [one.accessibleName() for one in sorted(shown, key=lambda one: one.parentWidget().y())]


# A report that has a file


@pytest.mark.parametrize("how", WAYS)
def test_a_report_with_a_file_is_saved_there_and_nothing_is_asked(window, hands, qtbot, opened, how):
    # when
    leave(window, hands, how)

    # then
    assert boxes(window) == []
    assert read(opened).report.text(CELL) == "3"
    assert window.isVisible() == (how == "goHome")
    qtbot.waitUntil(lambda: kept() == [])
    assert not hands.sees("recoveryCard")


@pytest.mark.parametrize("has_file", [True, False])
def test_the_system_that_shuts_down_hears_at_once_that_the_window_may_close(
    window, hands, monkeypatch, report, saved, has_file
):
    # given
    if has_file:
        window.open_path(saved)
    else:
        window.desk.open(ReportFile(report), None)
    hands.find("workspace")
    type_cell(window, "3")
    ended: list[bool] = []
    end = window.desk.end
    monkeypatch.setattr(window.desk, "end", lambda: ended.append(True) or end())

    # then
    assert window.close()
    assert ended == [True]


def test_what_was_opened_stands_among_the_versions_and_can_be_taken_back(window, hands, opened):
    # given: a file that was written without any version, as a command does
    assert history.versions(read(opened)) == []

    # when
    hands.command("goHome")

    # then
    file = read(opened)
    assert [history.read(file, one).text(CELL) for one in history.versions(file)] == ["3", ""]


def test_a_file_written_elsewhere_after_its_last_version_is_among_the_versions_as_it_was_opened(
    window, hands, report, saved
):
    # given: a save here, and another program that wrote the file since
    file = read(saved)
    file.others = history.kept(file, "save", file.saved)
    file.report.values[CELL] = "7"
    store.write(file, saved)
    window.open_path(saved)
    hands.find("workspace")

    # when
    type_cell(window, "3")
    hands.command("goHome")

    # then
    file = read(saved)
    assert [history.read(file, one).text(CELL) for one in history.versions(file)] == ["3", "7", ""]


def test_nothing_typed_leaves_the_file_as_it_was(window, hands, saved):
    # given
    before = saved.read_bytes()
    window.open_path(saved)
    hands.find("workspace")

    # when
    window.close()

    # then
    assert not window.isVisible()
    assert saved.read_bytes() == before


def test_a_figure_in_an_open_cell_is_saved_as_well(window, hands, qtbot, saved):
    # given
    window.open_path(saved)
    hands.find("workspace")
    window.desk.workspace.page.go_to(CellPlace(CELL, ""))
    qtbot.keyClick(hands.find("tableView", QTableView), "5")
    assert window.desk.session.report.text(CELL) == ""

    # when
    window.close()

    # then
    assert read(saved).report.text(CELL) == "5"


def test_another_report_is_opened_after_this_one_was_saved(window, hands, qtbot, library, opened, tmp_path):
    # given
    other = other_report(library, tmp_path)

    # when
    window.open_path(other)

    # then
    qtbot.waitUntil(lambda: window.desk.session is not None and window.desk.session.path == other)
    assert read(opened).report.text(CELL) == "3"
    assert boxes(window) == []


# A report that has none


@pytest.mark.parametrize("how", ["close", "quit"])
def test_a_draft_is_there_at_the_next_start_first_and_not_as_an_accident(
    window, hands, qtbot, draft, start, how
):
    # when
    leave(window, hands, how)

    # then
    assert boxes(window) == []
    assert not window.isVisible()
    again, at_home = start()
    at_home.find("recoveryCard")
    assert words(at_home, "recoveryWords").startswith("上次没保存到文件的草稿：柳河镇 2024 年报告（停在 ")
    assert "来得及" not in words(at_home, "recoveryWords")
    button = at_home.find("recoverButton", QPushButton)
    assert button.text() == "接着做(&J)"
    assert again.focusWidget() is button

    # when
    button.click()

    # then
    at_home.find("workspace")
    assert again.desk.session.report.text(CELL) == "3"
    assert again.desk.session.path is None


def test_a_draft_left_for_the_home_page_stands_there_at_once_and_opens_where_one_was(
    window, hands, qtbot, report
):
    # given: a draft with the cursor in its preface
    report.section("preface").paragraphs = [Paragraph(text="前言第一段。"), Paragraph(text="前言第二段。")]
    window.desk.open(ReportFile(report), None)
    hands.find("workspace")
    page = window.desk.workspace.page
    page.go_to(TextPlace("preface", 1, 0, 0, ""))
    qtbot.keyClicks(page.findChild(Sheet), "28")

    # when
    hands.command("goHome")

    # then
    hands.find("recoveryCard")
    assert boxes(window) == []
    assert words(hands, "recoveryFile") == "还没有存成文件"

    # when
    hands.press("recoverButton")

    # then
    hands.find("workspace")
    here = window.desk.workspace.page.here()
    assert (here.section, here.paragraph, here.start) == ("preface", 1, 2)
    assert window.desk.session.report.section("preface").paragraphs[1].text == "28前言第二段。"
    assert not hands.sees("recoveryCard")


def test_a_draft_left_for_another_report_is_told_in_passing_and_waits_on_the_home_page(
    window, hands, qtbot, library, draft, tmp_path
):
    # given
    other = other_report(library, tmp_path)
    told: list[str] = []
    window.desk.said.connect(told.append)

    # when
    window.open_path(other)
    qtbot.waitUntil(lambda: window.desk.session is not None and window.desk.session.path == other)

    # then
    assert boxes(window) == []
    assert "“柳河镇2024年报告”的草稿留在首页上，随时可以接着做。" in told

    # when
    hands.command("goHome")
    hands.press("recoverButton")

    # then
    qtbot.waitUntil(lambda: window.desk.session is not None and window.desk.session.path is None)
    assert window.desk.session.report.text(CELL) == "3"


def test_what_comes_after_a_draft_was_kept_and_before_it_is_away_does_not_cost_the_draft(
    window, hands, qtbot, draft
):
    # given: somebody who changes the report as it goes
    def change_and_close() -> None:
        type_cell(window, "4")
        window.desk.close()

    # when
    window.desk.leave_then(change_and_close)

    # then
    hands.find("recoveryCard")
    hands.press("recoverButton")
    hands.find("workspace")
    assert window.desk.session.report.text(CELL) == "3"


def test_a_draft_left_again_and_again_is_one_card(window, hands, qtbot, draft):
    # when
    for text in ("4", "5"):
        hands.command("goHome")
        hands.press("recoverButton")
        hands.find("workspace")
        type_cell(window, text)
    hands.command("goHome")

    # then
    hands.find("recoveryCard")
    assert len(cards(window)) == 1
    qtbot.waitUntil(lambda: len(kept()) == 1)
    assert kept_cell() == "5"


def test_two_drafts_are_two_cards_the_one_left_last_on_top(window, hands, qtbot, library, draft):
    # given
    hands.command("goHome")
    window.desk.open(ReportFile(blank(library.get("national-2021"), 2024, OTHER)), None)
    hands.find("workspace")
    window.desk.session.edit(SetField("title", "新的题目"))

    # when
    hands.command("goHome")
    qtbot.waitUntil(lambda: len(cards(window)) == 2)

    # then
    assert ["石桥乡" in one for one in cards(window)] == [True, False]


def test_a_draft_saved_after_it_was_gone_on_with_leaves_no_card(window, hands, qtbot, draft, tmp_path):
    # given
    hands.command("goHome")
    hands.press("recoverButton")
    hands.find("workspace")

    # when
    hands.command("save")
    hands.choose_file("saveFileDialog", tmp_path / "存了.nianbao")
    hands.command("goHome")

    # then
    hands.find("homePage")
    assert not hands.sees("recoveryCard")
    qtbot.waitUntil(lambda: kept() == [])
    assert read(tmp_path / "存了.nianbao").report.text(CELL) == "3"


def test_a_blank_report_that_nobody_touched_leaves_nothing(window, hands, qtbot):
    # given
    hands.command("newReport")
    hands.find("newOffice", QLineEdit).setText(OFFICE)
    hands.press("makeReport")
    hands.find("workspace")

    # when
    hands.command("goHome")

    # then
    hands.find("homePage")
    assert not hands.sees("recoveryCard")
    qtbot.waitUntil(lambda: kept() == [])


def test_what_was_read_and_not_changed_is_kept_too(window, hands, qtbot, report):
    # given: as last year's report out of Word, opened alone
    report.section("preface").paragraphs = [Paragraph(text="去年的话。")]
    window.desk.open(ReportFile(report), None)
    hands.find("workspace")

    # when
    hands.command("goHome")

    # then
    hands.find("recoveryCard")
    assert read(kept()[0]).report.section("preface").paragraphs[0].text == "去年的话。"


def test_another_window_finds_what_was_left_while_this_one_still_runs(window, hands, draft):
    # when
    hands.command("goHome")

    # then
    [left] = autosave.found()
    assert left.why == ""
    assert left.file.report.text(CELL) == "3"
