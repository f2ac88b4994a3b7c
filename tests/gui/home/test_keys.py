"""Back on the home page the keyboard stands at what is to be done next, however one came there."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QToolBar

from core import store
from core.report import blank
from core.settings import Settings
from core.store import ReportFile
from gui.panes.home import HomePage
from gui.theme import Theme
from tests.gui.home.conftest import OFFICE


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
