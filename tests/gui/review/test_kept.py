"""What was decided on a review is kept by itself, whichever way it is left, and found again."""

import errno
import json
import os

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QMessageBox, QPushButton, QSpinBox

from core import atomic, kept_reviews, paths, recent, store
from core.recent import RecentReport
from core.report import blank
from core.settings import Settings
from core.store import ReportFile
from gui import review_keeping
from gui.panes.review_list import ReviewList
from gui.panes.review_source import SourceLines
from gui.theme import Theme
from gui.window import MainWindow
from tests.gui.conftest import Hands
from tests.gui.review.conftest import MADE, OFFICE, SOURCE, VALID, copied, go_to, press, shown


def kept_files() -> list:
    return sorted((paths.recovery() / "reviews").glob("*.json"))


def half_typed(page, hands, qtbot) -> None:
    """Correct one figure, and have another half-typed."""
    page.review.set_cells({VALID: "12"})
    go_to(page, qtbot, "disclosure.rules")
    qtbot.keyClicks(hands.find(f"figure_{MADE}", QLineEdit), "8")


def figures(page) -> tuple[str, str]:
    report = page.result()
    return report.text(MADE), report.text(VALID)


def words(hands) -> str:
    return hands.find("reviewKeptWords", QLabel).accessibleName()


def card_words(hands) -> str:
    return "".join(hands.find(name, QLabel).accessibleName() for name in ("recoveryWords", "recoveryFile"))


@pytest.fixture
def full(monkeypatch):
    """A disk that takes nothing; empty the list to let it."""
    refuses = [OSError(errno.ENOSPC, "full")]
    draft = atomic._write_draft

    def write(*told):
        if refuses:
            raise refuses[0]
        draft(*told)

    monkeypatch.setattr(atomic, "_write_draft", write)
    return refuses


@pytest.fixture
def next_start(qtbot, library):
    """A maker of the window of the next start, after the first was closed."""
    made = []

    def start() -> Hands:
        window = MainWindow(lambda: library, Settings(), Theme.load("light"))
        made.append(window)
        window.show()
        qtbot.waitExposed(window)
        window.look_for_unsaved()
        return Hands(window, qtbot)

    yield start
    for window in made:
        window._leaving = True
        window.close()
        window.deleteLater()
        # gone with its test: a timer that still runs would write into the folder of the next one
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


@pytest.mark.parametrize("way", ["cancelReview", "escape", "goHome"])
def test_whichever_way_home_asks_nothing_and_the_card_leads_back(page, hands, qtbot, way):
    # given
    half_typed(page, hands, qtbot)

    # when
    if way == "escape":
        hands.find("reviewList").setFocus()  # in a field it would give up what is typed there
        press(qtbot, Qt.Key.Key_Escape)
    elif way == "goHome":
        hands.command(way)
    else:
        hands.press(way)

    # then
    qtbot.waitUntil(lambda: hands.sees("homePage"))
    assert not hands.sees("leaveReviewBox")
    assert "核对到一半：去年.txt" in card_words(hands)
    assert "改了 2 处" in card_words(hands)

    # when
    hands.press("recoverButton")
    again = shown(hands, qtbot)

    # then
    assert again is not page
    assert figures(again) == ("8", "12")
    assert words(hands) == "上次的 2 处修改已经接着放好。"
    assert not hands.sees("homePage")
    assert hands.window.statusBar().currentMessage() == ""


def test_who_closes_the_window_finds_the_review_at_the_next_start(window, page, hands, qtbot, next_start):
    # given
    half_typed(page, hands, qtbot)

    # when
    window.close()

    # then
    qtbot.waitUntil(lambda: not window.isVisible())

    # when
    later = next_start()
    later.press("recoverButton")

    # then
    assert figures(shown(later, qtbot)) == ("8", "12")


def test_a_power_cut_costs_no_more_than_a_moment(page, hands, qtbot):
    # given
    half_typed(page, hands, qtbot)

    # when: the clerk goes on, and the power goes a moment later
    page.finish_typing()

    # then: all lies on the disk, as open in this process
    qtbot.waitUntil(lambda: bool(kept_files()))
    kept = json.loads(kept_files()[0].read_text("utf-8"))
    assert kept["decisions"]["cells"] == {VALID: "12", MADE: "8"}
    assert kept_reviews.found() == []

    # when: that process is gone
    kept["owner"]["born"] = "another time"
    kept_files()[0].write_text(json.dumps(kept), encoding="utf-8")

    # then
    assert [one.corrections for one in kept_reviews.found()] == [2]


def test_another_file_takes_its_place_unasked_and_the_first_waits_at_home(
    window, page, hands, qtbot, tmp_path
):
    # given
    half_typed(page, hands, qtbot)
    other = tmp_path / "另一份.txt"
    other.write_text(SOURCE.replace("37条", "38条"), encoding="utf-8")

    # when
    window.desk.opening.read(other, forward_first=True)
    qtbot.waitUntil(lambda: hands.find("reviewPage") is not page)

    # then
    assert not hands.sees("leaveReviewBox")
    assert not hands.sees("reviewKept")
    assert figures(hands.find("reviewPage")) == ("", "7")

    # when
    hands.press("cancelReview")

    # then
    hands.find("homePage")
    assert "去年.txt" in card_words(hands)
    assert len(window.findChildren(QPushButton, "recoverButton")) == 1


def test_the_same_file_opened_again_has_the_corrections_and_no_card(window, page, hands, qtbot, source):
    # given
    half_typed(page, hands, qtbot)
    hands.press("cancelReview")
    hands.find("recoveryCard")

    # when: it lies elsewhere by now
    moved = source.rename(source.with_name("改了名.txt"))
    window.desk.opening.read(moved, forward_first=True)
    again = shown(hands, qtbot)

    # then
    assert figures(again) == ("8", "12")
    assert words(hands) == "上次的 2 处修改已经接着放好。"
    qtbot.waitUntil(lambda: not window._recovering.reviews.known)


def test_the_corrections_of_before_can_be_dropped_and_had_back(window, page, hands, qtbot, source):
    # given
    half_typed(page, hands, qtbot)
    hands.press("cancelReview")
    hands.press("recoverButton")
    again = shown(hands, qtbot)

    # when
    hands.press("dropKeptButton")

    # then
    assert figures(again) == ("", "7")
    assert "Ctrl+Z" in words(hands)
    qtbot.waitUntil(lambda: kept_files() == [])

    # when
    press(qtbot, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)

    # then
    assert figures(again) == ("8", "12")
    assert words(hands) == "上次的 2 处修改已经接着放好。"
    qtbot.waitUntil(lambda: len(kept_files()) == 1)


def test_places_found_right_are_kept_as_well(page, hands, qtbot):
    # given
    places = len(page.review.open_places())
    press(qtbot, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert len(page.review.open_places()) == places - 1

    # when
    hands.press("cancelReview")
    hands.press("recoverButton")

    # then
    assert len(shown(hands, qtbot).review.open_places()) == places - 1
    assert words(hands) == "上次核对过的 1 处都还记着，接着往下看就行。"


def test_a_review_in_which_nothing_was_decided_leaves_nothing(page, hands, qtbot):
    # when
    hands.press("cancelReview")

    # then
    hands.find("homePage")
    assert not hands.sees("recoveryCard")
    assert kept_files() == []


def test_what_was_all_taken_back_leaves_nothing(page, hands, qtbot):
    # given
    page.review.set_cells({VALID: "12"})
    page.finish_typing()
    page.decided.emit()
    qtbot.waitUntil(lambda: len(kept_files()) == 1)

    # when
    hands.find("importNotes").setFocus()
    press(qtbot, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    hands.press("cancelReview")

    # then
    qtbot.waitUntil(lambda: kept_files() == [])
    assert not hands.sees("recoveryCard")


@pytest.mark.parametrize("button", ["forwardButton", "openOnlyButton"])
def test_once_it_was_taken_over_nothing_is_kept(window, page, hands, qtbot, source, button):
    # given
    half_typed(page, hands, qtbot)
    page.finish_typing()
    qtbot.waitUntil(lambda: len(kept_files()) == 1)

    # when
    hands.press(button)
    hands.find("workspace")

    # then
    qtbot.waitUntil(lambda: kept_files() == [])

    # when
    window.desk.opening.read(source, forward_first=True)

    # then
    assert figures(shown(hands, qtbot)) == ("", "7")
    assert not hands.sees("reviewKept")


def test_who_opens_the_draft_that_is_there_instead_has_taken_nothing_over(
    window, page, hands, qtbot, library, tmp_path
):
    # given: this year's report is there already
    known = tmp_path / "2024.nianbao"
    store.write(ReportFile(blank(library.get("national-2021"), 2024, OFFICE)), known)
    recent.remember(RecentReport(str(known), OFFICE, 2024, ""))
    half_typed(page, hands, qtbot)

    # when
    hands.press("forwardButton")
    hands.press("openKnown")
    hands.find("workspace")
    hands.command("goHome")

    # then
    assert "核对到一半：去年.txt" in card_words(hands)
    assert [one.corrections for one in kept_reviews.found()] == [2]


def test_a_changed_file_is_read_as_it_is_and_the_former_review_stays(window, page, hands, qtbot, source):
    # given
    half_typed(page, hands, qtbot)
    hands.press("cancelReview")
    hands.find("recoveryCard")
    source.write_text(SOURCE.replace("37条", "38条"), encoding="utf-8")

    # when
    window.desk.opening.read(source, forward_first=True)
    again = shown(hands, qtbot)

    # then
    assert figures(again) == ("", "7")
    assert words(hands) == "这个文件上次核对以后改过，上次的 2 处修改没有放上来，还留在首页上。"
    assert not hands.sees("dropKeptButton")

    # when: the clerk wants the former one
    hands.press("cancelReview")
    hands.press("recoverButton")
    again = shown(hands, qtbot)

    # then
    assert figures(again) == ("8", "12")
    assert "原来的文件后来改过" in words(hands)
    assert "37条" in again.result().section("overview").paragraphs[0].text


def test_a_changed_file_that_is_read_again_takes_the_review_with_it(window, page, hands, qtbot, source):
    # given
    page.review.set_cells({VALID: "12"})
    hands.press("cancelReview")
    hands.find("recoveryCard")
    source.write_text(SOURCE.replace("37条", "99条"), encoding="utf-8")
    hands.press("recoverButton")
    page = shown(hands, qtbot)
    assert "这里还是上次读到的内容" in words(hands)

    # when
    page.reread_wanted.emit(page.review.template.id, 2023)

    # then
    qtbot.waitUntil(lambda: not hands.sees("reviewKept"))
    assert "99条" in page.result().section("overview").paragraphs[0].text
    assert page.result().text(VALID) == "12"

    # when
    hands.press("cancelReview")
    hands.find("recoveryCard")
    window.desk.opening.read(source, forward_first=True)

    # then
    assert shown(hands, qtbot).result().text(VALID) == "12"
    assert words(hands) == "上次的 1 处修改已经接着放好。"


def test_a_file_that_is_away_is_gone_on_with_from_what_was_read(page, hands, qtbot, source):
    # given
    half_typed(page, hands, qtbot)
    hands.press("cancelReview")
    source.unlink()

    # when
    hands.press("recoverButton")

    # then
    assert figures(shown(hands, qtbot)) == ("8", "12")


def test_what_was_pasted_is_kept_with_its_text(window, hands, qtbot, clipboard):
    # given
    clipboard.setMimeData(copied(SOURCE))
    window.desk.opening.paste()
    page = shown(hands, qtbot)
    half_typed(page, hands, qtbot)

    # when
    hands.press("cancelReview")

    # then
    assert "从剪贴板读入" in card_words(hands)

    # when
    hands.press("recoverButton")

    # then
    assert figures(shown(hands, qtbot)) == ("8", "12")


def test_over_an_open_report_the_review_waits_at_home(window, hands, qtbot, library, source):
    # given
    window.desk.opening.opened.emit(ReportFile(blank(library.get("national-2021"), 2024, OFFICE)), None)
    work = hands.find("workspace")
    window.desk.opening.read(source)
    half_typed(shown(hands, qtbot), hands, qtbot)

    # when
    hands.press("cancelReview")

    # then
    assert hands.find("workspace") is work
    stays = "核对到一半的“去年.txt”留在首页上，随时可以接着核对。"
    qtbot.waitUntil(lambda: window.statusBar().currentMessage() == stays)
    hands.command("goHome")
    assert "核对到一半：去年.txt" in card_words(hands)


def test_form_and_year_that_the_clerk_chose_come_back(window, page, hands, qtbot, source):
    # given
    half_typed(page, hands, qtbot)
    hands.find("reviewYear", QSpinBox).setValue(2022)
    hands.press("rereadButton")
    qtbot.waitUntil(lambda: page.review.reading.report.year == 2022)
    hands.press("cancelReview")
    hands.find("recoveryCard")

    # when
    window.desk.opening.read(source, forward_first=True)
    again = shown(hands, qtbot)

    # then
    assert again.result().year == 2022
    assert figures(again) == ("8", "12")


def test_another_look_keeps_the_review_and_what_was_told(window, page, hands, qtbot, undressed):
    # given
    half_typed(page, hands, qtbot)
    hands.press("cancelReview")
    hands.press("recoverButton")
    shown(hands, qtbot)

    # when
    window._options.theme = "dark"
    window._dress()
    page = shown(hands, qtbot)

    # then
    assert words(hands) == "上次的 2 处修改已经接着放好。"
    assert not window._recovering.reviews.known

    # when
    hands.press("cancelReview")

    # then
    hands.find("recoveryCard")


def test_what_was_dropped_is_had_back_in_another_look_with_what_was_told_before(
    window, page, hands, qtbot, undressed
):
    # given
    half_typed(page, hands, qtbot)
    hands.press("cancelReview")
    hands.press("recoverButton")
    shown(hands, qtbot)
    hands.press("dropKeptButton")

    # when
    window._options.theme = "dark"
    window._dress()
    again = shown(hands, qtbot)

    # then
    assert "按 Ctrl+Z 可以找回" in words(hands)

    # when
    hands.find("reviewList").setFocus()
    press(qtbot, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)

    # then
    assert figures(again) == ("8", "12")
    assert words(hands) == "上次的 2 处修改已经接着放好。"
    assert hands.sees("dropKeptButton")


def test_of_two_windows_that_open_the_same_file_at_once_each_keeps_its_own_review(
    window, page, hands, qtbot, source, monkeypatch
):
    # given: this window has read what is kept of it, and has kept nothing of its own yet
    half_typed(page, hands, qtbot)
    hands.press("cancelReview")
    hands.find("recoveryCard")
    monkeypatch.setattr(review_keeping, "_AFTER_MS", 600_000)
    monkeypatch.setattr(review_keeping, "_LATEST_MS", 600_000)
    window.desk.opening.read(source, forward_first=True)
    again = shown(hands, qtbot)
    (theirs,) = kept_files()

    # when: another window is quicker
    held = json.loads(theirs.read_text("utf-8"))
    parent, now = os.getppid(), kept_reviews.processes
    held["owner"] = {"pid": parent, "born": now.born(parent), "computer": now.computer()}
    theirs.write_text(json.dumps(held), encoding="utf-8")
    again.review.set_cells({VALID: "13"})
    hands.press("cancelReview")

    # then
    hands.find("homePage")
    assert json.loads(theirs.read_text("utf-8")) == held
    assert [one.decisions.cells for one in kept_reviews.found()] == [{VALID: "13", MADE: "8"}]


def test_only_a_disk_that_takes_nothing_makes_the_window_ask(window, page, hands, qtbot, full):
    # given
    half_typed(page, hands, qtbot)

    # when
    assert not window.close()

    # then
    assert "已经改了 2 处，在本机暂存不了" in hands.find("leaveReviewBox", QMessageBox).text()
    hands.press("stayInReview")
    assert hands.sees("reviewPage")
    assert figures(page) == ("8", "12")
    assert kept_files() == []

    # when
    hands.command("goHome")
    hands.press("leaveReview")

    # then
    qtbot.waitUntil(lambda: hands.sees("homePage"))
    assert not hands.sees("recoveryCard")


def test_a_disk_that_takes_it_again_is_not_asked_about(page, hands, qtbot, full):
    # given
    half_typed(page, hands, qtbot)
    hands.press("cancelReview")
    hands.press("stayInReview")

    # when
    full.clear()
    hands.press("cancelReview")

    # then
    hands.find("recoveryCard")
    assert not hands.sees("leaveReviewBox")


def test_a_disk_that_takes_nothing_is_told_of_once_while_the_clerk_works(page, hands, qtbot, full):
    # when
    half_typed(page, hands, qtbot)
    page.finish_typing()

    # then
    assert "在本机暂存不了" in hands.find("noticeBox", QMessageBox).text()


def test_what_is_not_wanted_goes_once_that_is_said(page, hands, qtbot):
    # given
    half_typed(page, hands, qtbot)
    hands.press("cancelReview")

    # when
    hands.press("dropRecoveryButton")
    hands.press("keepButton")

    # then
    assert len(kept_files()) == 1

    # when
    hands.press("dropRecoveryButton")
    hands.press("dropButton")

    # then
    qtbot.waitUntil(lambda: not hands.sees("recoveryCard"))
    assert kept_files() == []


def test_a_card_of_what_another_window_has_tells_so(page, hands, qtbot):
    # given
    half_typed(page, hands, qtbot)
    hands.press("cancelReview")
    hands.find("recoveryCard")
    for one in kept_files():
        one.unlink()

    # when
    hands.press("recoverButton")

    # then
    assert "已经在另一个窗口里接着做" in hands.find("noticeBox", QMessageBox).text()
    qtbot.waitUntil(lambda: not hands.sees("recoveryCard"))


def test_a_review_let_go_while_its_file_was_looked_at_is_not_gone_on_with(page, hands, qtbot, monkeypatch):
    # given
    half_typed(page, hands, qtbot)
    hands.press("cancelReview")
    hands.find("recoveryCard")

    def let_go(_):
        for one in kept_files():
            one.unlink()
        return ""

    monkeypatch.setattr(kept_reviews, "fingerprint", let_go)

    # when
    hands.press("recoverButton")

    # then
    assert "或者已经不要了" in hands.find("noticeBox", QMessageBox).text()
    assert kept_files() == []


def test_who_goes_on_is_where_the_clerk_stopped_with_the_keys_on_the_list(page, hands, qtbot):
    # given: a paragraph far from the first place
    half_typed(page, hands, qtbot)
    entries = hands.find("reviewList", ReviewList)
    row = next(row for row, one in enumerate(page.review.entries()) if one.target == "problems/0")
    entries.setCurrentIndex(entries.model().index(row, 0))
    hands.press("cancelReview")
    qtbot.waitUntil(lambda: hands.sees("homePage"))

    # when
    hands.press("recoverButton")
    again = shown(hands, qtbot)

    # then
    entries = hands.find("reviewList", ReviewList)
    assert (again.here, again is page) == ("problems/0", False)
    qtbot.waitUntil(lambda: QApplication.focusWidget() is entries)
    assert entries.viewport().rect().intersects(entries.visualRect(entries.currentIndex()))
    assert hands.find("sourceLines", SourceLines).marked() == ["公开栏更新不够及时。"]


def test_a_place_that_is_no_more_there_leaves_the_review_at_the_first_place(
    window, page, hands, qtbot, next_start
):
    # given: kept by a version that did not know the place, or read otherwise since
    half_typed(page, hands, qtbot)
    window.close()
    qtbot.waitUntil(lambda: not window.isVisible())
    (file,) = kept_files()
    data = json.loads(file.read_bytes())
    data["here"] = "problems/9"
    file.write_text(json.dumps(data), encoding="utf-8")

    # when
    later = next_start()
    later.press("recoverButton")
    again = shown(later, qtbot)

    # then
    assert again.here == again.review.open_places()[0].targets[0]
