"""What is half-typed, or still being composed by an input method, while a paragraph is cut or joined, or left: nothing is lost."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QInputMethodEvent
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit

from tests.gui.review.conftest import MADE, go_to, press
from tests.gui.review.test_cutting import (
    CTRL,
    FIRST,
    SECOND,
    choose,
    entries,
    menu_at,
    put_cursor,
    source,
    texts,
    words,
)
from tests.gui.review.test_cutting_half_typed import CUT, JOIN_BEFORE, JOIN_BEHIND, box

__all__ = ["box", "entries", "source"]


def compose(field, letters: str) -> None:
    """Type letters that an input method still holds."""
    QApplication.sendEvent(field, QInputMethodEvent(letters, []))


@pytest.fixture
def method(monkeypatch):
    """An input method that, asked to, hands over the words for what is being composed."""

    class Method:
        def commit(self) -> None:
            field = QApplication.focusWidget()
            layout = field.textCursor().block().layout() if isinstance(field, QPlainTextEdit) else None
            if layout is None or layout.preeditAreaText():
                done = QInputMethodEvent("", [])
                done.setCommitString("新")
                QApplication.sendEvent(field, done)

    monkeypatch.setattr(QGuiApplication, "inputMethod", lambda: Method())


def test_what_is_composed_is_cut_with_the_words(page, box, hands, method):
    # given
    put_cursor(box, len("2023年，"))
    compose(box, "xin")

    # when
    menu_at(box, hands, CUT)

    # then
    assert texts(page) == ["2023年，新", "本镇公开信息37条。", SECOND]


@pytest.mark.parametrize(("target", "name"), [("overview/0", JOIN_BEHIND), ("overview/1", JOIN_BEFORE)])
def test_what_is_composed_is_joined_with_the_words(page, entries, hands, qtbot, method, target, name):
    # given
    choose(entries, target)
    press(qtbot, Qt.Key.Key_F2)
    put_cursor(words(hands), 0)
    compose(words(hands), "xin")

    # when
    menu_at(words(hands), hands, name)

    # then
    both = f"新{FIRST}{SECOND}" if target == "overview/0" else f"{FIRST}新{SECOND}"
    assert texts(page) == [both]


def test_what_is_composed_counts_when_the_clerk_goes_on_by_key(page, box, qtbot, method):
    # given
    put_cursor(box, 0)
    compose(box, "xin")

    # when
    press(qtbot, Qt.Key.Key_F8)

    # then
    assert texts(page) == [f"新{FIRST}", SECOND]


def test_a_figure_composed_counts_when_the_review_is_left(page, hands, qtbot, method):
    # given
    go_to(page, qtbot, "disclosure.rules")
    field = hands.find(f"figure_{MADE}", QLineEdit)
    field.setFocus()
    field.clear()
    compose(field, "xin")

    # when
    page.finish_typing()

    # then
    assert page.review.decisions.cells[MADE] == "新"


def test_what_is_composed_is_taken_back_before_the_step_before_it(page, box, hands, method):
    # given: the tool bar leaves the keyboard where it is
    menu_at(box, hands, JOIN_BEHIND)
    compose(words(hands), "xin")
    hands.action("undo").setEnabled(True)

    # when
    hands.command("undo")

    # then
    assert words(hands).toPlainText() == FIRST + SECOND

    # when
    hands.command("undo")

    # then
    assert texts(page) == [FIRST, SECOND]


def test_backspace_within_what_is_composed_joins_nothing(page, entries, hands, qtbot):
    # given
    choose(entries, "overview/1")
    press(qtbot, Qt.Key.Key_F2)
    put_cursor(words(hands), 0)
    compose(words(hands), "xin")

    # when
    press(qtbot, Qt.Key.Key_Backspace)

    # then
    assert texts(page) == [FIRST, SECOND]


def test_the_cut_is_taken_back_first_then_what_was_typed_before_it(page, box, hands, qtbot):
    # given
    put_cursor(box, 0)
    qtbot.keyClicks(box, "ab")
    put_cursor(box, len("ab2023年，"))

    # when
    menu_at(box, hands, CUT)

    # then
    assert texts(page) == ["ab2023年，", "本镇公开信息37条。", SECOND]
    assert words(hands).toPlainText() == "本镇公开信息37条。"
    assert QApplication.focusWidget() is words(hands)

    # when
    press(qtbot, Qt.Key.Key_Z, CTRL)

    # then
    assert texts(page) == [f"ab{FIRST}", SECOND]

    # when
    press(qtbot, Qt.Key.Key_Z, CTRL)

    # then
    assert texts(page) == [FIRST, SECOND]
    assert not page.review.is_begun


@pytest.mark.parametrize(
    ("target", "name"), [("overview/0", JOIN_BEHIND), ("overview/1", JOIN_BEFORE), ("overview/1", "key")]
)
def test_the_join_is_taken_back_first_then_what_was_typed_before_it(
    page, entries, hands, qtbot, target, name
):
    # given
    choose(entries, target)
    press(qtbot, Qt.Key.Key_F2)
    put_cursor(words(hands), 0)
    qtbot.keyClicks(words(hands), "ab")
    typed = [f"ab{FIRST}", SECOND] if target == "overview/0" else [FIRST, f"ab{SECOND}"]

    # when
    if name == "key":
        put_cursor(words(hands), 0)
        press(qtbot, Qt.Key.Key_Backspace)
    else:
        menu_at(words(hands), hands, name)

    # then
    assert texts(page) == ["".join(typed)]

    # when
    press(qtbot, Qt.Key.Key_Z, CTRL)

    # then
    assert texts(page) == typed

    # when
    press(qtbot, Qt.Key.Key_Z, CTRL)

    # then
    assert texts(page) == [FIRST, SECOND]

    # when
    press(qtbot, Qt.Key.Key_Y, CTRL)
    press(qtbot, Qt.Key.Key_Y, CTRL)

    # then
    assert texts(page) == ["".join(typed)]


def test_where_nothing_can_be_cut_nothing_that_is_half_typed_counts(page, box, hands, qtbot):
    # given
    put_cursor(box, 0)
    qtbot.keyClicks(box, "ab")
    put_cursor(box, 0)

    # when
    menu_at(box, hands, CUT)

    # then
    assert texts(page) == [FIRST, SECOND]
    assert words(hands).toPlainText() == f"ab{FIRST}"
    assert "前后都有字" in hands.find("reviewTold").text()
