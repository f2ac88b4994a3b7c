"""What is typed into a field of the review and not adopted yet lies on the disk a moment later, and stands there again."""

import json
import os

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtWidgets import QApplication, QComboBox, QLabel, QLineEdit, QPlainTextEdit, QPushButton

from core import kept_reviews, paths
from core.settings import Settings
from gui.panes.review_list import ReviewList
from gui.theme import Theme
from gui.window import MainWindow
from tests.gui.conftest import Hands
from tests.gui.review.conftest import MADE, VALID, choose_entry, go_to, shown

SAID = "2023年，本镇公开信息37条。"
RULES_VALID = "disclosure.rules.valid"


def kept_files() -> list:
    return sorted((paths.recovery() / "reviews").glob("*.json"))


def half_kept() -> dict[str, str]:
    """Return the fields of what is kept as half-typed, none where nothing is."""
    held = [json.loads(path.read_text("utf-8"))["half"] for path in kept_files()]
    return held[0]["fields"] if held and held[0] else {}


def texts_kept() -> list[str]:
    return list(half_kept().values())


@pytest.fixture
def after_power_cut(qtbot, library):
    """A maker of the next start after the power went, on which what was left behind is gone on with."""
    made = []

    def start() -> Hands:
        for path in kept_files():
            held = json.loads(path.read_text("utf-8"))
            held["owner"] = {
                "pid": os.getpid(),
                "born": "another time",
                "computer": held["owner"]["computer"],
            }
            path.write_text(json.dumps(held), encoding="utf-8")
        window = MainWindow(lambda: library, Settings(), Theme.load("light"))
        made.append(window)
        window.show()
        qtbot.waitExposed(window)
        window.look_for_unsaved()
        hands = Hands(window, qtbot)
        hands.find("recoveryCard")
        return hands

    yield start
    for window in made:
        window._leaving = True
        window.close()
        window.deleteLater()
        # gone with its test: a timer that still runs would write into the folder of the next one
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def type_behind(hands, qtbot, words: str) -> QPlainTextEdit:
    """Type words behind those of the paragraph at hand, and adopt nothing."""
    box = hands.find("wordsText", QPlainTextEdit)
    box.setFocus()
    qtbot.keyClick(box, Qt.Key.Key_End, Qt.KeyboardModifier.ControlModifier)
    qtbot.keyClicks(box, words)
    return box


def button_words(hands) -> str:
    return hands.find("acceptButton", QPushButton).text()


def card_line(hands) -> str:
    return hands.find("recoveryFile", QLabel).accessibleName()


def test_words_of_a_paragraph_are_there_again_after_a_power_cut(page, hands, qtbot, after_power_cut):
    # given
    choose_entry(hands, "paragraph", "2023年")
    type_behind(hands, qtbot, "abc")
    decided = page.review.decisions

    # then
    qtbot.waitUntil(lambda: f"{SAID}abc" in texts_kept(), timeout=20_000)
    assert page.review.decisions == decided

    # when
    later = after_power_cut()

    # then
    assert "有一处改了还没采用" in card_line(later)

    # when
    later.press("recoverButton")
    again = shown(later, qtbot)

    # then: as half-typed, at the same row, and nothing of it counts
    assert later.find("reviewList", ReviewList).target == "overview/0"
    assert later.find("wordsText", QPlainTextEdit).toPlainText() == f"{SAID}abc"
    assert "采用修改" in button_words(later)
    assert again.review.decisions == decided
    told = later.find("reviewKeptWords", QLabel).accessibleName()
    assert told == "上次有一处改了还没采用，打开时放回了框里。"

    # when
    later.press("acceptButton")

    # then
    assert again.review.words_of("overview/0").text == f"{SAID}abc"
    qtbot.waitUntil(lambda: bool(kept_files()) and half_kept() == {}, timeout=20_000)


def test_the_keys_are_where_they_were_typing_after_a_power_cut(page, hands, qtbot, after_power_cut):
    # given: words in the middle of the paragraph
    choose_entry(hands, "paragraph", "2023年")
    box = hands.find("wordsText", QPlainTextEdit)
    box.setFocus()
    qtbot.keyClick(box, Qt.Key.Key_Home, Qt.KeyboardModifier.ControlModifier)
    qtbot.keyClicks(box, "abc")
    qtbot.waitUntil(lambda: f"abc{SAID}" in texts_kept(), timeout=20_000)

    # when
    later = after_power_cut()
    later.press("recoverButton")
    shown(later, qtbot)

    # then: who types on goes on there
    again = later.find("wordsText", QPlainTextEdit)
    assert QApplication.focusWidget() is again
    qtbot.keyClicks(QApplication.focusWidget(), "d")
    assert again.toPlainText() == f"abcd{SAID}"


def test_where_it_is_not_known_where_the_cursor_was_it_stands_behind_the_words(
    page, hands, qtbot, after_power_cut
):
    # given: kept by the version before
    choose_entry(hands, "paragraph", "2023年")
    type_behind(hands, qtbot, "abc")
    qtbot.waitUntil(lambda: f"{SAID}abc" in texts_kept(), timeout=20_000)
    path = kept_files()[0]
    held = json.loads(path.read_text("utf-8"))
    del held["half"]["keys_in"], held["half"]["at"]
    path.write_text(json.dumps(held), encoding="utf-8")

    # when
    later = after_power_cut()
    later.press("recoverButton")
    shown(later, qtbot)
    qtbot.keyClicks(QApplication.focusWidget(), "d")

    # then
    assert later.find("wordsText", QPlainTextEdit).toPlainText() == f"{SAID}abcd"


def test_the_keys_are_in_the_figure_that_was_being_typed(page, hands, qtbot, after_power_cut):
    # given: not the first of its row
    go_to(page, qtbot, "disclosure.rules")
    field = hands.find(f"figure_{RULES_VALID}", QLineEdit)
    field.setFocus()
    field.end(False)
    qtbot.keyClicks(field, "5")
    qtbot.waitUntil(lambda: half_kept().get(RULES_VALID) == "05", timeout=20_000)

    # when
    later = after_power_cut()
    later.press("recoverButton")
    shown(later, qtbot)

    # then: nothing is selected, and no key wipes what stands there
    again = later.find(f"figure_{RULES_VALID}", QLineEdit)
    assert QApplication.focusWidget() is again
    qtbot.keyClicks(again, "1")
    assert again.text() == "051"


def test_a_name_and_what_was_decided_before_are_there_again(page, hands, qtbot, after_power_cut):
    # given
    page.review.set_cells({VALID: "12"})
    choose_entry(hands, "fact", "清溪县")
    field = hands.find("factText", QLineEdit)
    field.setFocus()
    field.selectAll()
    qtbot.keyClicks(field, "Liuhe")
    qtbot.waitUntil(lambda: "Liuhe" in texts_kept(), timeout=20_000)

    # when
    later = after_power_cut()
    later.press("recoverButton")
    again = shown(later, qtbot)

    # then
    assert later.find("factText", QLineEdit).text() == "Liuhe"
    assert again.review.decisions.fields == page.review.decisions.fields
    assert again.review.report().text(VALID) == "12"
    told = later.find("reviewKeptWords", QLabel).accessibleName()
    assert told == "上次的 1 处修改已经接着放好。有一处改了还没采用，也放回了框里。"


def test_a_figure_is_there_again(page, hands, qtbot, after_power_cut):
    # given
    go_to(page, qtbot, "disclosure.rules")
    qtbot.keyClicks(hands.find(f"figure_{MADE}", QLineEdit), "8")
    qtbot.waitUntil(lambda: half_kept().get(MADE) == "8", timeout=20_000)

    # when
    later = after_power_cut()
    later.press("recoverButton")
    again = shown(later, qtbot)

    # then
    assert later.find(f"figure_{MADE}", QLineEdit).text() == "8"
    assert again.review.report().text(MADE) == ""


def test_a_line_left_over_that_goes_into_a_row_is_there_again(page, hands, qtbot, after_power_cut):
    # given
    choose_entry(hands, "left", "网站首页")
    section = hands.find("wordsSection", QComboBox)
    section.setCurrentIndex(section.findText("表格的一行"))
    row = hands.find("wordsRow", QComboBox)
    row.setCurrentIndex(row.findData("disclosure.documents"))
    qtbot.keyClicks(hands.find(f"figure_{VALID}", QLineEdit), "5")
    qtbot.waitUntil(lambda: half_kept().get(VALID) == "5", timeout=20_000)

    # when
    later = after_power_cut()
    later.press("recoverButton")
    shown(later, qtbot)

    # then
    assert later.find(f"figure_{VALID}", QLineEdit).text() == "5"
    assert later.find("wordsRow", QComboBox).currentData() == "disclosure.documents"


def test_what_an_input_method_still_holds_is_not_kept(page, hands, qtbot):
    # given
    choose_entry(hands, "paragraph", "2023年")
    box = type_behind(hands, qtbot, "a")

    # when
    QApplication.sendEvent(box, QInputMethodEvent("xin", []))

    # then
    qtbot.waitUntil(lambda: f"{SAID}a" in texts_kept(), timeout=20_000)
    assert not any("xin" in one for one in texts_kept())


def test_what_is_rubbed_out_again_leaves_nothing(page, hands, qtbot):
    # given
    choose_entry(hands, "paragraph", "2023年")
    box = type_behind(hands, qtbot, "a")
    qtbot.waitUntil(lambda: len(kept_files()) == 1, timeout=20_000)

    # when
    qtbot.keyClick(box, Qt.Key.Key_Backspace)

    # then
    qtbot.waitUntil(lambda: kept_files() == [], timeout=20_000)


def test_one_who_never_stops_typing_is_kept_too(page, hands, qtbot):
    # given
    choose_entry(hands, "paragraph", "2023年")
    box = type_behind(hands, qtbot, "a")

    def goes_on_typing() -> bool:
        qtbot.keyClicks(box, "a")
        return bool(kept_files())

    # then
    qtbot.waitUntil(goes_on_typing)
    assert all(one.startswith(f"{SAID}a") for one in texts_kept() if one.startswith("2023"))


def test_of_a_changed_file_the_half_typed_words_wait_at_home(window, page, hands, qtbot, source):
    # given
    choose_entry(hands, "paragraph", "2023年")
    type_behind(hands, qtbot, "abc")
    qtbot.waitUntil(lambda: len(kept_files()) == 1, timeout=20_000)
    kept = kept_reviews._read(kept_files()[0])

    # when: it was left behind by a program that broke off, and the file says something else by now
    other = kept_reviews.new_id()
    held = json.loads(kept_files()[0].read_text("utf-8")) | {"owner": {"pid": 0, "born": "", "computer": ""}}
    (paths.recovery() / "reviews" / f"{other}.json").write_text(json.dumps(held), encoding="utf-8")
    hands.press("cancelReview")
    source.write_text(source.read_text("utf-8").replace("37条", "38条"), encoding="utf-8")
    kept_reviews.forget(kept.id)
    window.desk.opening.read(source, forward_first=True)
    shown(hands, qtbot)

    # then
    told = hands.find("reviewKeptWords", QLabel).accessibleName()
    assert told == "这个文件上次核对以后改过，上次改了还没采用的一处没有放上来，还留在首页上。"


@pytest.mark.parametrize("level", ["", "None", "²", "7"])
def test_where_the_level_that_was_kept_is_none_the_words_are_there_again(
    page, hands, qtbot, after_power_cut, level
):
    # given
    choose_entry(hands, "paragraph", "2023年")
    type_behind(hands, qtbot, "abc")
    qtbot.waitUntil(lambda: f"{SAID}abc" in texts_kept(), timeout=20_000)
    before = hands.find("wordsLevel", QComboBox).currentText()
    path = kept_files()[0]
    held = json.loads(path.read_text("utf-8"))
    held["half"]["fields"]["level"] = level
    path.write_text(json.dumps(held), encoding="utf-8")

    # when
    later = after_power_cut()
    later.press("recoverButton")
    shown(later, qtbot)

    # then
    assert later.find("wordsText", QPlainTextEdit).toPlainText() == f"{SAID}abc"
    assert later.find("wordsLevel", QComboBox).currentText() == before
