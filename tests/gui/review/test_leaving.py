"""Who leaves a review is asked nothing, and finds what was decided again on the home page."""

from PySide6.QtCore import Qt

from core.edits import SetCells
from core.report import blank
from core.store import ReportFile
from tests.gui.review.conftest import OFFICE, VALID, press


def test_cancel_leaves_everything_as_it_was(window, page, hands):
    # when
    hands.press("cancelReview")

    # then
    assert hands.sees("homePage")
    assert window.desk.session is None
    assert window.windowTitle() == "年报通"


def test_a_review_over_an_open_report_gives_it_back_when_cancelled(window, hands, library, source):
    # given
    report = blank(library.get("national-2021"), 2024, OFFICE)
    window.desk.opening.opened.emit(ReportFile(report), None)
    work = hands.find("workspace")
    window.desk.opening.read(source)
    hands.find("reviewPage")
    assert not hands.action("save").isEnabled()

    # when
    hands.press("cancelReview")

    # then
    assert hands.find("workspace") is work
    assert hands.action("save").isEnabled()
    assert not hands.action("undo").isEnabled()
    assert "2024年报告" in window.windowTitle()


def test_the_key_that_closes_a_report_leaves_a_review_for_the_home_page(window, page, hands, qtbot):
    # when
    press(qtbot, Qt.Key.Key_W, Qt.KeyboardModifier.ControlModifier)

    # then
    qtbot.waitUntil(lambda: hands.sees("homePage"))
    assert window.windowTitle() == "年报通"
    assert not hands.action("goHome").isEnabled()


def test_from_a_review_over_an_open_report_the_way_home_keeps_what_is_not_saved(
    window, hands, library, source, qtbot
):
    # given
    report = blank(library.get("national-2021"), 2024, OFFICE)
    window.desk.opening.opened.emit(ReportFile(report), None)
    hands.find("workspace")
    window.desk.session.edit(SetCells({VALID: "3"}))
    window.desk.opening.read(source)
    hands.find("reviewPage")

    # when
    hands.command("goHome")

    # then: the review is away, and the report waits there
    qtbot.waitUntil(lambda: hands.sees("homePage"))
    assert window.desk.session is None
    hands.press("recoverButton")
    hands.find("workspace")
    assert window.desk.session.report.text(VALID) == "3"


def test_a_file_opened_over_a_review_in_which_nothing_was_corrected_is_not_asked_for(
    window, page, hands, source, qtbot
):
    # when
    window.desk.opening.read(source)

    # then
    qtbot.waitUntil(lambda: hands.find("reviewPage") is not page)
    assert not hands.sees("leaveReviewBox")
