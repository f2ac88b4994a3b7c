"""Who leaves a review loses nothing unasked."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QMessageBox

from core.report import blank
from core.store import ReportFile
from tests.gui.review.conftest import MADE, OFFICE, VALID, go_to, press


def test_cancel_leaves_everything_as_it_was(window, page, hands):
    # when
    hands.press("cancelReview")

    # then
    assert hands.sees("homePage")
    assert window.desk.session is None
    assert window.windowTitle() == "年报通"


def test_cancel_asks_where_something_was_corrected_and_names_how_much(window, page, hands, qtbot):
    # given: one figure corrected before, another still half-typed
    page.review.set_cells({VALID: "12"})
    go_to(page, qtbot, "disclosure.rules")
    qtbot.keyClicks(hands.find(f"figure_{MADE}", QLineEdit), "8")

    # when
    hands.press("cancelReview")

    # then
    assert "已经改了 2 处" in hands.find("leaveReviewBox", QMessageBox).text()

    # when
    hands.press("stayInReview")

    # then
    assert page.result().text(VALID) == "12"
    assert hands.sees("reviewPage")

    # when
    hands.press("cancelReview")
    hands.press("leaveReview")

    # then
    qtbot.waitUntil(lambda: hands.sees("homePage"))
    assert window.desk.session is None


def test_escape_leaves_a_review_at_once_only_where_nothing_was_changed(page, hands, qtbot):
    # given
    go_to(page, qtbot, "disclosure.rules")
    qtbot.keyClicks(hands.find(f"figure_{MADE}", QLineEdit), "8")

    # when
    press(qtbot, Qt.Key.Key_Escape)

    # then
    assert hands.sees("leaveReviewBox")
    hands.press("stayInReview")
    assert hands.sees("reviewPage")

    # when
    hands.find(f"figure_{MADE}", QLineEdit).clear()
    hands.find("importNotes").setFocus()
    press(qtbot, Qt.Key.Key_Escape)

    # then
    assert hands.sees("homePage")


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
