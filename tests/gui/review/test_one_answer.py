"""A double click on the button that answers for a place, or its key held down, is one answer."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QShortcut
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton


def test_a_double_click_answers_for_one_place(window, page, hands):
    # given
    before = len(page.review.open_places())
    assert before > 1
    button = hands.find("acceptButton", QPushButton)

    # when
    QTest.mouseDClick(
        window.windowHandle(),
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
        button.mapTo(window, button.rect().center()),
    )

    # then
    assert len(page.review.open_places()) == before - 1


def test_the_keys_that_answer_do_so_once_for_each_press(page):
    # given: what Qt sends again while a key is held never comes from a test, so the shortcuts are asked
    wanted = {"Ctrl+Return", "Ctrl+Enter", "Ctrl+Shift+Return"}

    # when
    answers = [one for one in page.findChildren(QShortcut) if one.key().toString() in wanted]

    # then
    assert {one.key().toString() for one in answers} == wanted
    assert not any(one.autoRepeat() for one in answers)
