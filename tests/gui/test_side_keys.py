"""Alt and a number bring a panel at the right into sight, whether the pane is there, folded, or short of room."""

import pytest
from PySide6.QtCore import QSize, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QListWidget

from core.settings import Settings
from core.store import ReportFile

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


@pytest.mark.parametrize("is_at_side", [False, True], ids=["keys in the page", "keys in a panel"])
def test_the_command_of_the_figures_over_the_years_leaves_the_keys_where_its_number_does(at_work, is_at_side):
    # given
    work = at_work(100)
    begin = work.findings.findChild(QListWidget, "findingsList") if is_at_side else QApplication.focusWidget()
    command = next(one for one in work.window().actions() if one.objectName() == "trend")
    ends = []

    for bring in (lambda: press(4), command.trigger):
        # given
        work.show_findings()
        begin.setFocus()

        # when
        bring()

        # then
        assert work.side.currentWidget() is work.trend
        ends.append(QApplication.focusWidget())
    assert ends[0] is ends[1]
    assert work.trend.isAncestorOf(ends[0]) == is_at_side


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
        f"{name}（Alt+{number}）" for number, name in enumerate(NAMES, 1)
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
