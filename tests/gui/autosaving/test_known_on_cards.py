"""A year's draft that lies in no file, on a card of the home page alone, is offered before another one is made."""

import pytest
from PySide6.QtWidgets import QMessageBox

from core import autosave
from core.report import blank
from core.store import ReportFile, write
from tests.gui.autosaving.conftest import CELL, OTHER, boxes, found, left_behind, type_cell


@pytest.fixture
def last(window, hands, library, tmp_path):
    """Last year's report in its file; this year's draft was begun of it and left in no file."""
    path = tmp_path / "柳河镇2023年报告.nianbao"
    write(ReportFile(blank(library.get("national-2021"), 2023, "清溪县柳河镇人民政府")), path)
    window.desk.options.open_folder = str(tmp_path)
    prepare(window, hands, path)
    hands.press("makeNextYear")
    hands.qtbot.waitUntil(lambda: window.desk.session.report.year == 2024)
    type_cell(window, "3")
    hands.command("goHome")
    hands.find("recoveryCard")
    return path


def prepare(window, hands, path) -> None:
    """Open last year's report and make this year's draft of it."""
    window.open_path(path)
    hands.qtbot.waitUntil(lambda: window.desk.session is not None and window.desk.session.path == path)
    hands.command("copyForward")


def test_it_is_said_and_opened_as_it_was_left(window, hands, qtbot, last):
    # when
    prepare(window, hands, last)
    box = hands.find("knownDraftBox", QMessageBox)

    # then
    assert box.text().startswith("2024 年的报告已经有一份，没存进文件，留在首页上（停在 ")
    assert box.defaultButton().objectName() == "openKnown"

    # when
    hands.press("openKnown")

    # then: it is left behind no more
    qtbot.waitUntil(lambda: window.desk.session.report.year == 2024)
    assert window.desk.session.report.text(CELL) == "3"
    assert window.desk.session.path is None
    assert autosave.found() == []


def test_out_of_last_years_file_looked_over_it_is_offered_too(window, hands, qtbot, last):
    # given
    window.desk.opening.read(last, forward_first=True)
    hands.press("forwardButton")

    # when
    hands.press("openKnown")

    # then
    qtbot.waitUntil(lambda: window.desk.session is not None)
    assert (window.desk.session.report.year, window.desk.session.report.text(CELL)) == (2024, "3")
    hands.find("workspace")
    assert not hands.sees("reviewPage")


def test_another_one_is_made_all_the_same_and_the_first_stays_on_its_card(window, hands, qtbot, last):
    # when
    prepare(window, hands, last)
    hands.press("makeAnother")

    # then
    qtbot.waitUntil(lambda: window.desk.session.report.year == 2024)
    assert window.desk.session.report.text(CELL) == ""
    assert [one.file.report.text(CELL) for one in autosave.found()] == ["3"]


def test_who_does_neither_stays_in_last_years_report(window, hands, last):
    # when
    prepare(window, hands, last)
    hands.press("cancelButton")

    # then
    assert window.desk.session.path == last
    assert len(autosave.found()) == 1


def test_of_a_program_that_broke_off_it_is_said_just_the_same(window, hands, report, library, qtbot):
    # given
    left_behind(report)
    found(window, hands)

    # when: last year's report has no file either
    window.desk.open(ReportFile(blank(library.get("national-2021"), 2023, report.unit.name)), None)
    hands.command("copyForward")
    hands.press("openKnown")

    # then
    qtbot.waitUntil(lambda: window.desk.session.report.year == 2024)
    assert window.desk.session.report.text(CELL) == "7"


def test_of_one_that_broke_off_in_a_file_at_another_place_the_file_is_named(
    window, hands, report, library, tmp_path
):
    # given: a file that is neither on the home page nor where a draft would be saved
    path = tmp_path / "别处" / "甲.nianbao"
    path.parent.mkdir()
    write(ReportFile(report), path)
    left_behind(report, path)
    window.desk.open(ReportFile(blank(library.get("national-2021"), 2023, report.unit.name)), None)

    # when
    hands.command("copyForward")

    # then
    text = hands.find("knownDraftBox", QMessageBox).text()
    assert text.startswith("2024 年的报告已经有一份，有修改还没存进“甲.nianbao”，留在首页上（停在 ")
    hands.press("cancelButton")


def test_of_another_office_or_year_nothing_is_said(window, hands, report, library):
    # given
    form = library.get("national-2021")
    left_behind(blank(form, 2024, OTHER))
    left_behind(blank(form, 2025, report.unit.name), name="b")
    window.desk.open(ReportFile(blank(form, 2023, report.unit.name)), None)

    # when
    hands.command("copyForward")
    hands.find("unfinishedBox")

    # then
    assert boxes(window) == ["unfinishedBox"]


def test_where_what_was_kept_cannot_be_read_a_draft_is_made(window, hands, report, library, monkeypatch):
    # given
    left_behind(report)
    window.desk.open(ReportFile(blank(library.get("national-2021"), 2023, report.unit.name)), None)

    def closed():
        raise OSError("closed")

    monkeypatch.setattr(autosave, "found", closed)

    # when
    hands.command("copyForward")

    # then
    hands.find("unfinishedBox")
    assert boxes(window) == ["unfinishedBox"]
