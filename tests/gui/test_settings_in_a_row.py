"""Looks chosen in quick succession: the window is dressed once, and no key struck meanwhile is lost."""

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QComboBox, QDialog
from shiboken6 import isValid

from core import settings
from core.checks.model import TextPlace
from core.report import Paragraph
from core.store import ReportFile
from gui.dialogs.settings import PAUSE_MS
from gui.theme import Theme

pytestmark = pytest.mark.usefixtures("undressed")


@pytest.fixture
def dialog(hands, report, qtbot) -> QDialog:
    """The settings over an open report, whose first paragraph has the cursor at its beginning."""
    report.section("overview").paragraphs = [Paragraph(text="全年公开信息十二条。")]
    desk = hands.window.desk
    desk.open(ReportFile(report), None)
    desk.workspace.page.go_to(TextPlace("overview", 0, 0, 0, ""))
    hands.find("proseEditor").setFocus()
    hands.command("settings")
    dialog = hands.find("settingsDialog", QDialog)
    qtbot.waitUntil(dialog.isActiveWindow)
    return dialog


@pytest.fixture
def dressings(monkeypatch) -> list[str]:
    """The style sheets that the program is dressed in from now on."""
    seen: list[str] = []
    dress = QApplication.setStyleSheet
    monkeypatch.setattr(
        QApplication, "setStyleSheet", lambda app, sheet: (seen.append(sheet), dress(app, sheet))
    )
    return seen


def choose(hands, name: str, value: object) -> None:
    """Choose a look, and wait for nothing."""
    box = hands.find(name, QComboBox)
    box.setCurrentIndex(box.findData(value))


def first_paragraph(hands) -> str:
    return hands.window.desk.session.report.section("overview").paragraphs[0].text


def test_each_choice_dresses_the_program_once(hands, dialog, dressings, qtbot):
    # given
    hands.window.desk.commands["preview"]()

    # when
    for name, value in (("settingsTheme", "dark"), ("settingsScale", 125)):
        with qtbot.waitSignal(dialog.look_changed):
            choose(hands, name, value)

    # then
    assert len(dressings) == 2


def test_of_choices_in_quick_succession_the_last_alone_dresses_the_program(hands, dialog, dressings, qtbot):
    # when: an arrow key is held down
    with qtbot.waitSignal(dialog.look_changed):
        for scale in (125, 150, 175, 200, 175):
            choose(hands, "settingsScale", scale)

    # then
    assert len(dressings) == 1
    assert QApplication.font().pointSizeF() == pytest.approx(10.5 * 1.75)
    dialog.close()
    assert len(dressings) == 1


@pytest.mark.parametrize("way_out", ["reject", "accept", "close"])
def test_settings_shut_right_after_a_choice_dress_the_program_once(hands, dialog, dressings, qtbot, way_out):
    # given
    for theme in ("dark", "contrast", "dark"):
        choose(hands, "settingsTheme", theme)

    # when
    getattr(dialog, way_out)()

    # then: at once, and no more when the pause is over
    assert hands.window.desk.theme == Theme.load("dark")
    assert settings.load().theme == "dark"
    qtbot.waitUntil(lambda: not isValid(dialog))
    qtbot.wait(2 * PAUSE_MS)
    assert len(dressings) == 1


@pytest.mark.parametrize("shut", [False, True])
def test_the_look_before_chosen_again_right_away_dresses_nothing(hands, dialog, dressings, qtbot, shut):
    # when
    for theme in ("dark", "contrast", "light"):
        choose(hands, "settingsTheme", theme)
    if shut:
        dialog.reject()
    qtbot.wait(2 * PAUSE_MS)

    # then
    assert dressings == []
    assert hands.window.desk.theme == Theme.load("light")
    assert settings.load().theme == "light"


def test_nothing_is_dressed_under_an_open_list(hands, dialog, dressings, qtbot):
    # given
    box = hands.find("settingsTheme", QComboBox)
    choose(hands, "settingsTheme", "dark")

    # when
    box.showPopup()
    qtbot.wait(2 * PAUSE_MS)

    # then
    assert box.view().isVisible()
    assert dressings == []

    # when
    with qtbot.waitSignal(dialog.look_changed):
        box.hidePopup()

    # then
    assert len(dressings) == 1


def test_words_typed_right_after_the_settings_were_shut_arrive(hands, dialog, qtbot):
    # given
    hands.find("settingsScale", QComboBox).setFocus()

    # when: nothing is waited for
    for key in (Qt.Key.Key_Down, Qt.Key.Key_Down, Qt.Key.Key_Escape):
        qtbot.keyClick(dialog.windowHandle(), key)
    for letter in "2024":
        qtbot.keyClick(hands.window.windowHandle(), letter)

    # then
    assert QApplication.font().pointSizeF() == pytest.approx(10.5 * 1.5)
    assert first_paragraph(hands) == "2024全年公开信息十二条。"


def test_words_that_the_system_still_sent_to_the_settings_arrive_beneath(hands, dialog, qtbot):
    # given: they are typed while the window is being dressed
    handle = dialog.windowHandle()
    with qtbot.waitSignal(dialog.look_changed):
        choose(hands, "settingsScale", 125)

    # when
    dialog.reject()
    for letter in "2024":
        for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
            key = QKeyEvent(kind, ord(letter), Qt.KeyboardModifier.NoModifier, letter)
            QApplication.sendEvent(handle, key)

    # then
    assert first_paragraph(hands) == "2024全年公开信息十二条。"
    assert hands.window.desk.options.scale == 125
