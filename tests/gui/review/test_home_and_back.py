"""Who goes home from a review and comes back finds it as it was left: tab, page, row, what was scrolled to, and every step."""

import pytest
from PySide6.QtCore import QPoint, QRect, QSize
from PySide6.QtWidgets import QApplication, QCheckBox, QLabel, QListWidget, QScrollArea, QSpinBox, QTabWidget

from core.report import Note
from gui.panes.review_frames import FramedPicture
from gui.panes.review_list import ReviewList
from gui.panes.review_source import SourceLines
from gui.theme import Theme
from tests.gui.review.conftest import LONG, MADE, SOURCE, VALID, go_to, shown
from tests.gui.review.test_pages import pages, part_in_sight
from tests.gui.review.test_steps import choose

__all__ = ["pages"]

MANY = SOURCE.replace(
    "公开栏更新不够及时。", "\n".join(f"第{row}行，公开栏更新不够及时。" for row in range(200))
)


def go_home(hands) -> None:
    hands.command("goHome")
    hands.qtbot.waitUntil(lambda: hands.sees("homePage"))


def back_by_card(hands, qtbot):
    go_home(hands)
    hands.press("recoverButton")
    return shown(hands, qtbot)


def back_by_file(hands, qtbot, path):
    go_home(hands)
    hands.window.desk.opening.read(path, forward_first=True)
    return shown(hands, qtbot)


def can_step(hands) -> tuple[bool, bool]:
    return hands.action("undo").isEnabled(), hands.action("redo").isEnabled()


@pytest.mark.parametrize("way", ["card", "file"])
def test_every_step_can_be_taken_back_and_done_again(page, hands, qtbot, source, way):
    # given: three steps, one of them taken back
    before = page.review.report()
    page.review.accept(page.review.places[0])
    page.review.set_cells({MADE: "8"})
    page.review.set_cells({VALID: "12"})
    hands.action("undo").setEnabled(True)
    hands.command("undo")

    # when
    again = back_by_card(hands, qtbot) if way == "card" else back_by_file(hands, qtbot, source)

    # then
    assert again is not page
    assert again.review.report().text(MADE) == "8"
    assert can_step(hands) == (True, True)

    # when
    hands.command("redo")

    # then
    assert again.review.report().text(VALID) == "12"
    assert can_step(hands) == (True, False)

    # when
    for _ in range(3):
        hands.command("undo")

    # then
    assert again.review.report() == before
    assert can_step(hands) == (False, True)


def test_what_was_all_taken_back_can_still_be_done_again(page, hands, qtbot, source):
    # given
    page.review.set_cells({VALID: "12"})
    page.review.take_back()

    # when
    again = back_by_file(hands, qtbot, source)

    # then
    assert can_step(hands) == (False, True)

    # when
    hands.command("redo")

    # then
    assert again.review.report().text(VALID) == "12"


def test_a_report_made_of_it_ends_its_history(window, page, hands, qtbot, source):
    # given
    page.review.set_cells({VALID: "12"})
    hands.press("openOnlyButton")
    hands.find("workspace")

    # when
    window.desk.opening.read(source, forward_first=True)
    again = shown(hands, qtbot)

    # then
    assert not again.review.is_begun
    assert again.review.steps.can == (False, False)
    assert again.here == again.review.open_places()[0].targets[0]


def test_the_line_about_the_time_before_goes_with_what_it_tells_of(page, hands, qtbot):
    # given
    page.review.set_cells({VALID: "12"})
    back_by_card(hands, qtbot)
    told = hands.find("reviewKeptWords", QLabel).accessibleName()
    assert "1 处修改" in told

    # when
    hands.command("undo")

    # then
    assert not hands.sees("reviewKept")

    # when
    hands.command("redo")

    # then
    assert hands.find("reviewKeptWords", QLabel).accessibleName() == told
    assert hands.sees("dropKeptButton")


def test_the_page_of_the_source_is_in_sight_again_at_the_same_part(pages, hands, qtbot):
    # given: enlarged, and scrolled away from what is framed
    hands.find("pageNumber", QSpinBox).setValue(1)
    hands.find("pageFullSize", QCheckBox).click()
    qtbot.wait(30)
    area = hands.find("pagePictures").findChild(QScrollArea)
    area.verticalScrollBar().setValue(120)
    area.horizontalScrollBar().setValue(60)
    pages.review.accept(pages.review.places[0])
    before = part_in_sight(hands).topLeft()

    # when
    back_by_card(hands, qtbot)

    # then
    assert hands.find("sourceTabs", QTabWidget).currentIndex() == 1
    assert hands.find("pageFullSize", QCheckBox).isChecked()
    picture = hands.find("pagePicture", FramedPicture)
    qtbot.waitUntil(lambda: not picture.pixmap().isNull(), timeout=20_000)
    qtbot.waitUntil(lambda: part_in_sight(hands).topLeft() == before)

    # when: the clerk goes on, what is at hand leads again
    choose(hands.find("reviewList", ReviewList), "overview/0")
    qtbot.waitUntil(lambda: len(picture.frames()) == 1)

    # then
    (frame,) = picture.frames()
    qtbot.waitUntil(lambda: part_in_sight(hands).intersects(frame))


def test_the_page_that_was_turned_to_is_the_one_in_sight_again(pages, hands, qtbot):
    # given
    hands.find("pageNumber", QSpinBox).setValue(2)
    pages.review.accept(pages.review.places[0])
    here = pages.here

    # when
    again = back_by_card(hands, qtbot)

    # then
    assert hands.find("pageNumber", QSpinBox).value() == 2
    assert again.here == here


def rows_in_sight(hands) -> list[tuple[int, int]]:
    """The rows of the list in sight, each with its place."""
    entries = hands.find("reviewList", ReviewList)
    rows = range(entries.model().rowCount())
    room = entries.viewport().rect()
    places = [(row, entries.visualRect(entries.model().index(row, 0))) for row in rows]
    return [(row, place.top()) for row, place in places if room.intersects(QRect(place))]


def first_line_in_sight(hands) -> int:
    return hands.find("sourceLines", SourceLines).cursorForPosition(QPoint(0, 2)).blockNumber()


@pytest.mark.parametrize("scale", [100, 175])
@pytest.mark.parametrize("target", ["problems/150", "disclosure.rules"])
def test_what_was_scrolled_to_is_in_sight_again_and_the_row_at_hand(review_on, qtbot, scale, target):
    # given: the row at hand may be scrolled away
    hands = review_on(QSize(1366, 697), scale, MANY)
    page = hands.find("reviewPage")
    choose(hands.find("reviewList", ReviewList), target)
    page.review.set_cells({VALID: "12"})
    hands.find("reviewList", ReviewList).verticalScrollBar().setValue(2345)
    hands.find("sourceLines", SourceLines).verticalScrollBar().setValue(77)
    qtbot.wait(30)
    rows, line = rows_in_sight(hands), first_line_in_sight(hands)

    # when
    again = back_by_card(hands, qtbot)
    qtbot.wait(50)

    # then
    assert again.here == target
    assert QApplication.focusWidget() is hands.find("reviewList")
    assert rows_in_sight(hands)[:2] == rows[:2]  # a line that tells of the time before may take height below
    assert first_line_in_sight(hands) == line


def test_a_doubt_about_the_whole_report_is_at_hand_again(page, hands, qtbot):
    # given
    reading = page.review.reading
    reading.report.notes.append(Note(message="整份报告请核对。"))
    page.show_review(page.review.renewed(reading, page.review.template))
    page.review.set_cells({VALID: "12"})
    notes = hands.find("importNotes", QListWidget)
    row = next(row for row in range(notes.count()) if "整份报告请核对" in notes.item(row).text())
    notes.setCurrentRow(row)

    # when
    again = back_by_card(hands, qtbot)

    # then
    assert again.here == ""
    assert hands.find("importNotes", QListWidget).currentRow() == row
    assert "整份报告请核对" in hands.find("placePanel").accessibleDescription()


def test_in_other_colours_the_page_of_the_source_stays_in_sight(window, pages, hands, qtbot):
    # given
    hands.find("pageNumber", QSpinBox).setValue(2)

    # when
    window.desk.opening.reviewing.dress(Theme.load("dark"))

    # then
    assert hands.find("reviewPage") is not pages
    assert hands.find("sourceTabs", QTabWidget).currentIndex() == 1
    assert hands.find("pageNumber", QSpinBox).value() == 2


def test_of_a_file_that_was_only_looked_at_the_row_is_at_hand_again(page, hands, qtbot, source):
    # given
    go_to(page, qtbot, "disclosure.rules")
    assert not page.has_something

    # when
    again = back_by_file(hands, qtbot, source)

    # then
    assert again.here == "disclosure.rules"


def test_in_a_row_higher_than_the_list_nothing_moves(review_on, qtbot):
    # given: its middle is in sight
    hands = review_on(QSize(1366, 697), 175, SOURCE.replace("公开栏更新不够及时。", 6 * LONG))
    entries = hands.find("reviewList", ReviewList)
    choose(entries, "problems/0")
    hands.find("reviewPage").review.set_cells({VALID: "12"})
    entries.verticalScrollBar().setValue(entries.verticalScrollBar().value() + 150)
    qtbot.wait(30)
    ((row, top),) = rows_in_sight(hands)
    assert top < 0

    # when: something is told below the list
    hands.window.statusBar().showMessage("已经填入。")
    qtbot.waitUntil(lambda: hands.sees("reviewTold"))
    qtbot.wait(30)

    # then
    assert rows_in_sight(hands) == [(row, top)]

    # when
    back_by_card(hands, qtbot)
    qtbot.wait(50)

    # then
    assert rows_in_sight(hands) == [(row, top)]
