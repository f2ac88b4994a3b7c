"""Alt and a number bring a panel at the right into sight, whether the pane is there, folded, or short of room."""

import pytest
from PySide6.QtCore import QSize, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QListWidget

from core.settings import Settings
from core.store import ReportFile
from gui.widgets.tab_order import in_tab_order

ROOM = QSize(1366, 728)
ALT = Qt.KeyboardModifier.AltModifier
NAMES = ["检查", "去年", "说明", "走势", "待核对"]


@pytest.fixture
def at_work(window_on, report, qtbot):
    """Return a function that opens a report in a size, the keys in its page."""

    def opened(scale: int, room: QSize = ROOM):
        window = window_on(room, Settings(scale=scale))
        window.desk.open(ReportFile(report), None)
        window.activateWindow()
        qtbot.waitUntil(window.isActiveWindow)
        work = window.desk.workspace
        work.page.focus_editor()
        return work

    return opened


def press(number: int) -> None:
    QTest.keyClick(QApplication.focusWidget(), Qt.Key(ord(str(number))), ALT)


@pytest.mark.parametrize("scale", [100, 150, 200])
@pytest.mark.parametrize("is_folded", [False, True])
def test_each_number_brings_its_panel_and_the_keys_stay_in_the_page(at_work, scale, is_folded):
    # given
    work = at_work(scale)
    panels = [work.side.widget(tab) for tab in range(work.side.count())]
    here = QApplication.focusWidget()

    for number, panel in enumerate(panels, 1):
        # given
        if work.side.isVisible() == is_folded:
            work.room.turn_side()

        # when
        press(number)

        # then
        assert (work.side.isVisible(), work.side.currentWidget()) == (True, panel)
        assert QApplication.focusWidget() is here


def test_esc_brings_the_keys_back_from_every_control_of_every_panel(at_work, qtbot):
    # given
    work = at_work(100)
    work.show_findings()
    here = QApplication.focusWidget()
    left = []

    for panel in (work.side.widget(tab) for tab in range(work.side.count())):
        work.bring(panel)
        qtbot.wait(20)
        for part in [one for one in in_tab_order(work.side) if one.isVisible() and one.isEnabled()]:
            # when
            part.setFocus()
            QTest.keyClick(part, Qt.Key.Key_Escape)

            # then
            left.append(part.objectName())
            assert QApplication.focusWidget() is here, part.objectName()
    assert {"findingsList", "trendSeries", "trendTable", "trendKind", "guidanceText", "phrasesList"} <= set(
        left
    )


@pytest.mark.parametrize("scale", [100, 200])
@pytest.mark.parametrize("number", [1, 2, 3, 4, 5])
def test_pressed_again_the_number_puts_the_keys_into_the_panel_and_typing_between_them_does_not(
    at_work, qtbot, scale, number
):
    # given
    work = at_work(scale)
    panel = work.side.widget(number - 1)
    here = QApplication.focusWidget()

    # when: the clerk looks there, and types on
    press(number)
    QTest.keyClicks(here, "5")
    press(number)

    # then
    assert QApplication.focusWidget() is here

    # when
    press(number)

    # then
    assert work.side.isAncestorOf(QApplication.focusWidget())
    assert panel.isVisible()

    # when
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Escape)

    # then
    assert QApplication.focusWidget() is here


@pytest.mark.parametrize("scale", [100, 200])
@pytest.mark.parametrize("begins", ["page", "findings"])
def test_the_command_of_the_figures_over_the_years_puts_the_keys_there_and_esc_brings_them_back(
    at_work, scale, begins
):
    # given
    work = at_work(scale)
    here = QApplication.focusWidget()
    cursor = work.page.here()
    if begins == "findings":
        work.show_findings()
        work.findings.findChild(QListWidget, "findingsList").setFocus()

    # when
    next(one for one in work.window().actions() if one.objectName() == "trend").trigger()

    # then
    assert work.side.currentWidget() is work.trend
    assert work.trend.isAncestorOf(QApplication.focusWidget())

    # when
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Escape)

    # then
    assert QApplication.focusWidget() is here
    assert work.page.here() == cursor


@pytest.mark.parametrize("command", ["toggleSide", "toggleOutline", "preview"])
@pytest.mark.parametrize("scale", [100, 200])
def test_a_pane_that_folds_away_with_the_keys_in_it_gives_them_back_to_the_page(
    at_work, qtbot, scale, command
):
    # given
    work = at_work(scale)
    here = QApplication.focusWidget()
    turn = next(one for one in work.window().actions() if one.objectName() == command).trigger
    pane = {"toggleSide": work.side, "toggleOutline": work.outline}.get(command)
    if pane is None or not pane.isVisible():
        turn()
    inside = pane or work.preview
    qtbot.waitUntil(inside.isVisible)
    next(one for one in in_tab_order(inside) or [inside] if one.isVisible()).setFocus()

    # when
    turn()

    # then
    assert not inside.isVisible()
    assert QApplication.focusWidget() is here


def test_esc_in_the_preview_beside_the_page_gives_the_keys_back_to_the_page(at_work, qtbot):
    # given
    work = at_work(100)
    here = QApplication.focusWidget()
    next(one for one in work.window().actions() if one.objectName() == "preview").trigger()
    assert work.room.previews_beside
    work.preview.sheets.setFocus()

    # when
    QTest.keyClick(work.preview.sheets, Qt.Key.Key_Escape)

    # then
    assert not work.previews
    assert QApplication.focusWidget() is here


def test_esc_in_the_outline_brings_the_keys_back_to_the_page(at_work):
    # given
    work = at_work(100)
    here = QApplication.focusWidget()
    work.outline.setFocus()

    # when
    QTest.keyClick(work.outline, Qt.Key.Key_Escape)

    # then
    assert QApplication.focusWidget() is here


def test_a_panel_comes_in_place_of_the_preview_too(at_work):
    # given
    work = at_work(100)
    work.show_preview(Settings())
    assert work.side.isHidden()

    # when
    press(3)

    # then
    assert work.side.currentWidget() is work.guidance
    assert work.side.isVisible()


@pytest.mark.parametrize("scale", [100, 125, 150, 175, 200])
def test_the_names_of_all_panels_are_in_sight_in_every_size(at_work, qtbot, scale):
    # given
    work = at_work(scale)
    if work.side.isHidden():
        work.room.turn_side()
    bar = work.side.tabBar()

    # then
    qtbot.waitUntil(lambda: bar.tabRect(bar.count() - 1).right() <= work.side.width())
    assert bar.tabRect(0).left() >= 0
    texts = [bar.tabText(tab) for tab in range(bar.count())]
    assert [text.strip("(&12345)") for text in texts] == NAMES  # the words whole, and with each its key
    assert all(f"&{number}" in text for number, text in enumerate(texts, 1))
    assert [bar.tabToolTip(tab) for tab in range(bar.count())] == [
        f"{name}（Alt+{number}，再按一次光标进去）" for number, name in enumerate(NAMES, 1)
    ]
    assert all(text.endswith(f"(&{number})") for number, text in enumerate(texts, 1)) or scale > 150


def test_where_not_even_the_names_have_room_the_words_give_way_and_the_keys_stay(at_work, qtbot):
    # given
    work = at_work(200)
    work.room.turn_side()
    bar = work.side.tabBar()
    qtbot.waitUntil(lambda: bar.tabText(0) == "检查&1")

    # when
    work.side.setFixedWidth(bar.sizeHint().width() - 10)

    # then
    qtbot.waitUntil(lambda: bar.tabText(4) == "待核&5")
    assert bar.accessibleTabName(4) == "待核对"
    assert bar.tabRect(4).right() <= work.side.width()

    # when
    press(4)

    # then
    assert work.side.currentWidget() is work.trend


def test_the_letters_come_back_where_there_is_room_again(at_work, qtbot):
    # given
    work = at_work(200)
    work.room.turn_side()
    bar = work.side.tabBar()
    qtbot.waitUntil(lambda: bar.tabText(0) == "检查&1")

    # when
    work.side.resize(900, work.side.height())

    # then
    assert bar.tabText(0) == "检查(&1)"
