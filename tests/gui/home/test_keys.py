"""Back on the home page the keyboard stands at what is to be done next, however one came there."""

from pathlib import Path

import pytest
from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QApplication, QPushButton, QToolBar

from core import recent, store
from core.recent import DRAFT, READY
from core.report import blank
from core.settings import Settings
from core.store import ReportFile
from gui.panes.home import HomePage
from gui.theme import Theme
from tests.gui.conftest import Hands
from tests.gui.home.conftest import OFFICE, button


@pytest.fixture
def path(library, tmp_path):
    """The file of a draft."""
    path = tmp_path / f"draft{store.SUFFIX}"
    store.write(ReportFile(blank(library.get("national-2021"), 2024, OFFICE)), path)
    return path


def go_home_by_mouse(window, hands, qtbot) -> None:
    """Click the button of the tool bar, as after a look at the report."""
    button = window.findChild(QToolBar, "toolBar").widgetForAction(hands.action("goHome"))
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    hands.find("homePage")
    qtbot.wait(20)


def press(window, qtbot, key) -> None:
    focus = QApplication.focusWidget() or window.focusWidget()
    assert focus is not None
    qtbot.keyClick(focus, key)


@pytest.mark.parametrize("times", [1, 2])
def test_return_goes_on_with_the_draft_one_came_from(window, hands, qtbot, path, times):
    for _ in range(times):
        # given
        window.desk.open(store.read(path), path)
        hands.find("proseEditor").setFocus()
        window.desk.session.check()
        go_home_by_mouse(window, hands, qtbot)

        # when
        press(window, qtbot, Qt.Key.Key_Return)
        hands.find("workspace")

        # then
        assert window.desk.session.path == path


def test_return_opens_last_years_report_where_none_is_to_be_gone_on_with(window, hands, qtbot, report):
    # given: a report that was never saved, and left as it is
    window._options.office = OFFICE
    window.desk.open(ReportFile(report), None)
    hands.find("proseEditor").setFocus()
    window.desk.close()
    qtbot.wait(20)

    # when
    press(window, qtbot, Qt.Key.Key_Return)

    # then
    assert hands.find("openFileDialog")


def test_while_the_unit_is_asked_for_it_is_typed_at_once(qtbot):
    # given
    home = HomePage(Theme.load("light"), Settings(), has_sample=True)
    qtbot.addWidget(home)
    home.show_recent([])
    home.show()

    # when
    home.begin_on_top()

    # then
    assert home.focusWidget().objectName() == "homeOffice"


def test_the_keyboard_comes_to_the_draft_when_the_disk_is_slow_to_list_it(
    window, hands, qtbot, path, monkeypatch
):
    # given: closed before it was looked at, and the list is written after the page is shown
    monkeypatch.setattr("gui.keeping.PATIENCE", 0.0)
    window.desk.open(store.read(path), path)
    hands.find("proseEditor").setFocus()

    # when
    hands.command("goHome")
    going_on = hands.find("homeContinue")

    # then
    qtbot.waitUntil(lambda: window.focusWidget() is going_on)


def test_a_clerk_who_has_gone_elsewhere_is_left_there(home, remembered, qtbot):
    # given
    home.show_recent([remembered(2024, state=READY)])
    home.begin_on_top()
    sample = home.findChild(QPushButton, "homeSample")
    sample.setFocus()

    # when
    home.show_recent([remembered(2024, state=DRAFT)])

    # then
    assert home.focusWidget() is sample


def test_the_keyboard_follows_a_draft_that_is_not_there_and_is_there_after_all(home, remembered, qtbot):
    # given
    draft = remembered(2024, state=DRAFT)
    home.show_recent([draft])
    home.begin_on_top()
    Path(draft.path).unlink()

    # when
    home.show_recent([draft])
    qtbot.waitUntil(lambda: not button(home, "homeContinue").isVisible())
    without = home.focusWidget()
    Path(draft.path).write_bytes(b"")
    home.show_recent([draft])
    qtbot.waitUntil(lambda: button(home, "homeContinue").isVisible())

    # then
    assert without is button(home, "homeLastYear")
    assert home.focusWidget() is button(home, "homeContinue")


@pytest.mark.parametrize("primary", [True, False])
def test_after_a_key_nothing_but_the_frame_tells_where_the_keys_are(window_on, qtbot, remembered, primary):
    # given: a desktop paints a box of its own once a key was pressed
    if primary:
        recent.remember(remembered(2024, state=DRAFT))
    shown = window_on(QSize(1366, 728), Settings(office=OFFICE))
    chosen = Hands(shown, qtbot).find("homeContinue" if primary else "homeNew")
    chosen.setFocus()
    qtbot.waitUntil(chosen.hasFocus)
    before = chosen.grab().toImage()

    # when
    shown.setAttribute(Qt.WidgetAttribute.WA_KeyboardFocusChange)

    # then
    assert chosen.grab().toImage() == before
