"""Who leaves a review loses nothing unasked."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QMessageBox

from core.edits import SetCells
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


def test_the_key_that_closes_a_report_leaves_a_review_for_the_home_page(window, page, hands, qtbot):
    # when
    press(qtbot, Qt.Key.Key_W, Qt.KeyboardModifier.ControlModifier)

    # then
    qtbot.waitUntil(lambda: hands.sees("homePage"))
    assert window.windowTitle() == "年报通"
    assert not hands.action("goHome").isEnabled()


def test_the_way_home_asks_before_corrections_go(page, hands, qtbot):
    # given
    _half_typed(page, hands, qtbot)

    # when
    hands.command("goHome")
    hands.press("stayInReview")

    # then
    assert hands.sees("reviewPage")
    assert page.result().text(MADE) == "8"

    # when
    hands.command("goHome")
    hands.press("leaveReview")

    # then
    qtbot.waitUntil(lambda: hands.sees("homePage"))


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


def _half_typed(page, hands, qtbot):
    go_to(page, qtbot, "disclosure.rules")
    qtbot.keyClicks(hands.find(f"figure_{MADE}", QLineEdit), "8")


def test_who_closes_the_window_is_asked_before_corrections_go(window, page, hands, qtbot):
    # given
    _half_typed(page, hands, qtbot)

    # when
    assert not window.close()

    # then
    assert "已经改了 1 处" in hands.find("leaveReviewBox", QMessageBox).text()
    hands.press("stayInReview")
    assert hands.sees("reviewPage")
    assert page.result().text(MADE) == "8"

    # when
    window.close()
    hands.press("leaveReview")

    # then
    qtbot.waitUntil(lambda: not window.isVisible())


def test_another_file_takes_the_place_of_corrections_only_where_that_is_wanted(
    window, page, hands, source, qtbot
):
    # given
    _half_typed(page, hands, qtbot)

    # when: another file is dropped, or opened, and the clerk thinks better of it
    window.desk.opening.read(source)
    hands.press("stayInReview")

    # then
    assert hands.find("reviewPage") is page
    assert page.result().text(MADE) == "8"

    # when
    window.desk.opening.read(source)
    hands.press("leaveReview")

    # then
    qtbot.waitUntil(lambda: hands.find("reviewPage") is not page)


def test_a_file_opened_over_a_review_in_which_nothing_was_corrected_is_not_asked_for(
    window, page, hands, source, qtbot
):
    # when
    window.desk.opening.read(source)

    # then
    qtbot.waitUntil(lambda: hands.find("reviewPage") is not page)
    assert not hands.sees("leaveReviewBox")
