"""The home page in the largest writing on a low screen: nothing of it is cut, the list of reports alone scrolls."""

import pytest
from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtWidgets import QLabel, QListWidget, QPushButton

from core import autosave, recent, store
from core.autosave import Origin
from core.recent import DRAFT, READY
from core.settings import Settings
from core.stages import HANDED_IN
from core.store import ReportFile
from tests.gui.autosaving.conftest import CELL, found, left_behind
from tests.gui.autosaving.test_recovery_cards import cards, day_of
from tests.gui.conftest import Hands
from tests.gui.home.test_next_year import YEAR

ROOM = QSize(1366, 728)
UNDER_A_TITLE = QSize(1366, 697)  # the title of a window takes its part of the screen too
LONG_OFFICE = "清溪土家族苗族自治县经济开发区柳河镇人民政府"
GONE = "打开时还在，现在不在原来的文件夹里了，可能改了名、移走了或被删除。"
TO_DO = "还有 128 处去年内容没核对、165 格没填、3 处没写完"


@pytest.mark.parametrize("unsaved", ["", "broken off", "refused"])
def test_what_is_to_be_gone_on_with_is_told_whole(window_on, qtbot, report, remembered, tmp_path, unsaved):
    # given: a long name and much to do, beside what was not saved when the program ended
    for one in (remembered(2024, LONG_OFFICE, state=DRAFT, next=TO_DO), remembered(2023)):
        recent.remember(one)
    if unsaved:
        leave(unsaved, report, tmp_path)
    window = window_on(ROOM, Settings(scale=200, office=LONG_OFFICE))
    hands = Hands(window, qtbot)
    if unsaved:
        found(window, hands)
    qtbot.wait(50)
    home = hands.find("homePage")

    # then
    assert window.size() == ROOM
    assert window.minimumSizeHint().height() <= ROOM.height()
    told = told_below(home)
    assert any(TO_DO in one.text() for one in told)
    assert [one.text() for one in told if one.heightForWidth(one.width()) > one.height()] == []
    inside = QRect(QPoint(), home.size())
    shown = [one for one in home.findChildren(QPushButton) if one.isVisible()]
    assert all(inside.contains(QRect(one.mapTo(home, QPoint()), one.size())) for one in shown)
    cards = hands.find("recentList", QListWidget)
    assert cards.viewport().height() >= cards.fontMetrics().lineSpacing()
    assert cards.verticalScrollBar().maximum() > 0


@pytest.mark.parametrize("unsaved", ["", "broken off", "two", "refused"])
@pytest.mark.parametrize("units", [1, 3])
@pytest.mark.parametrize("scale", [150, 175, 200])
@pytest.mark.parametrize("room", [ROOM, UNDER_A_TITLE], ids=["whole", "titled"])
def test_one_report_is_in_sight_whole_with_its_unit_and_the_way_on(
    window_on, qtbot, report, remembered, tmp_path, room, scale, units, unsaved
):
    # given
    for number in range(units):
        recent.remember(remembered(2024, f"{LONG_OFFICE[: -2 - number]}政府", state=DRAFT, next=TO_DO))
        recent.remember(remembered(2023, f"{LONG_OFFICE[: -2 - number]}政府", state=READY))
    if unsaved:
        leave(unsaved, report, tmp_path)
    window = window_on(room, Settings(scale=scale, office=LONG_OFFICE))
    hands = Hands(window, qtbot)
    if unsaved:
        found(window, hands)
    qtbot.wait(50)

    # then
    assert window.size() == room
    list_of = hands.find("recentList", QListWidget)
    in_sight = [row for row in range(list_of.count()) if is_whole(list_of, row)]
    assert list_of.currentRow() in in_sight
    assert in_sight[0] == 0
    going_on = hands.find("homeContinue", QPushButton)
    assert going_on.property("primary")
    assert going_on.visibleRegion().boundingRect() == going_on.rect()


def test_after_another_report_of_a_unit_was_chosen_it_is_in_sight_whole(window_on, qtbot, report, remembered):
    # given: the heading of the second unit, and three years under it
    recent.remember(remembered(2024, "石桥乡人民政府", state=DRAFT, next=TO_DO))
    for year in (2022, 2023, 2024):
        recent.remember(remembered(year, LONG_OFFICE, state=DRAFT, next=TO_DO))
    left_behind(report)
    window = window_on(ROOM, Settings(scale=200, office=LONG_OFFICE))
    hands = Hands(window, qtbot)
    found(window, hands)
    list_of = hands.find("recentList", QListWidget)
    list_of.setFocus()

    for key in (*[Qt.Key.Key_Down] * 3, *[Qt.Key.Key_Up] * 3):
        # when
        qtbot.keyClick(list_of, key)

        # then
        assert is_whole(list_of, list_of.currentRow())


def is_whole(list_of: QListWidget, row: int) -> bool:
    return list_of.viewport().rect().contains(list_of.visualItemRect(list_of.item(row)))


def test_what_a_way_in_takes_is_said_on_hover_where_there_is_no_room_for_it(window_on, qtbot, remembered):
    # given
    recent.remember(remembered(2024, LONG_OFFICE, state=DRAFT, next=TO_DO))
    hands = Hands(window_on(ROOM, Settings(scale=200, office=LONG_OFFICE)), qtbot)

    # then
    last_year = hands.find("homeLastYear", QPushButton)
    assert "Word、WPS、PDF" in last_year.toolTip()
    assert "Word、WPS、PDF" in last_year.accessibleDescription()
    assert "Word、WPS、PDF" not in words_below(hands)
    assert TO_DO in words_below(hands)


def test_with_nothing_to_go_on_with_it_is_said_what_files_may_be_opened(window_on, qtbot, remembered):
    # given: this year's is out of the house
    recent.remember(remembered(YEAR, LONG_OFFICE, state=READY, stage=HANDED_IN))
    hands = Hands(window_on(ROOM, Settings(scale=200, office=LONG_OFFICE)), qtbot)

    # then
    assert hands.find("homeLastYear", QPushButton).property("primary")
    assert "Word、WPS、PDF" in words_below(hands)


def test_on_a_screen_with_room_each_way_in_says_what_it_takes(window_on, qtbot, remembered):
    # given
    recent.remember(remembered(2024, LONG_OFFICE, state=DRAFT, next=TO_DO))
    hands = Hands(window_on(ROOM, Settings(scale=150, office=LONG_OFFICE)), qtbot)

    # then
    assert "Word、WPS、PDF" in words_below(hands)
    assert "没有去年的电子文件时" in words_below(hands)
    assert TO_DO in words_below(hands)
    assert hands.find("homeLastYear", QPushButton).toolTip() == ""


def told_below(home) -> list[QLabel]:
    """Return the explanations of the choices that are in sight: below each, or below all."""
    shown = [one for one in home.findChildren(QLabel) if one.isVisible()]
    return [one for one in shown if one.property("place") in ("below", "top")]


def words_below(hands: Hands) -> str:
    return "\n".join(one.text() for one in told_below(hands.find("homePage")))


def leave(unsaved: str, report, folder) -> None:
    """Leave a report behind in one of the ways, or two of them."""
    if unsaved == "refused":
        own = Origin(folder / f"{LONG_OFFICE}.nianbao", seen="as it was")
        autosave.leave("a" * 32, store.content(ReportFile(report)), own, None, f"“{own.path.name}”{GONE}")
        return
    left_behind(report, at="2026-01-09T14:32:00")
    if unsaved == "two":
        left_behind(report, cell="8", at="2026-01-08T14:32:00", name="b")


def test_of_two_that_were_left_one_card_is_in_sight_whole_and_the_other_a_key_away(
    window_on, qtbot, report, remembered
):
    # given
    for year in (2024, 2023):
        recent.remember(remembered(year, LONG_OFFICE, state=DRAFT, next=TO_DO))
    left_behind(report, at="2026-01-09T14:32:00")
    left_behind(report, cell="8", at="2026-01-08T14:32:00", name="b")
    window = window_on(ROOM, Settings(scale=200, office=LONG_OFFICE))
    hands = Hands(window, qtbot)
    found(window, hands)
    qtbot.wait(50)

    # then
    assert whole_cards(window) == ["9日"]
    assert hands.find("otherRecoveries", QPushButton).text() == "还有 1 份(&Y)"

    # when
    qtbot.waitUntil(window.isActiveWindow)
    qtbot.keyClick(window.focusWidget(), Qt.Key.Key_Y, Qt.KeyboardModifier.AltModifier)

    # then
    qtbot.waitUntil(lambda: "8日" in whole_cards(window))
    assert not hands.sees("otherRecoveries")
    assert window.focusWidget().text() == "接着没存的做"
    assert cards(window)[1].isAncestorOf(window.focusWidget())


def test_coming_home_again_begins_at_the_first_card_which_the_keyboard_is_at(window_on, qtbot, report):
    # given: the others were asked for, and one of them opened
    for day, name in ((9, "a"), (8, "b"), (7, "c")):
        left_behind(report, cell=str(day), at=f"2026-01-0{day}T14:32:00", name=name)
    window = window_on(ROOM, Settings(scale=200, office=LONG_OFFICE))
    hands = Hands(window, qtbot)
    found(window, hands)
    qtbot.waitUntil(window.isActiveWindow)
    qtbot.keyClick(window.focusWidget(), Qt.Key.Key_Y, Qt.KeyboardModifier.AltModifier)
    qtbot.waitUntil(lambda: not hands.sees("otherRecoveries"))
    for _ in range(2):
        qtbot.keyClick(window.focusWidget(), Qt.Key.Key_Tab)
    qtbot.keyClick(window.focusWidget(), Qt.Key.Key_Return)
    hands.find("workspace")
    assert window.desk.session.report.text(CELL) == "7"

    # when
    hands.command("goHome")

    # then
    hands.find("homePage")
    qtbot.waitUntil(lambda: hands.sees("otherRecoveries"))
    qtbot.wait(50)
    first, *rest = cards(window)
    assert first.visibleRegion().boundingRect() == first.rect()
    assert all(one.visibleRegion().isEmpty() for one in rest)
    assert first.isAncestorOf(window.focusWidget())
    assert "&" in window.focusWidget().text()


def whole_cards(window) -> list[str]:
    """Return the days of the cards of which something is in sight, which is all of it."""
    shown = [one for one in cards(window) if not one.visibleRegion().isEmpty()]
    assert all(one.visibleRegion().boundingRect() == one.rect() for one in shown)
    return [day_of(one) for one in shown]


def test_the_letter_of_a_button_presses_that_of_the_newest_card(window, hands, qtbot, report):
    # given
    left_behind(report, at="2026-01-09T14:32:00")
    left_behind(report, cell="8", at="2026-01-08T14:32:00", name="b")
    found(window, hands)
    qtbot.waitUntil(window.isActiveWindow)

    # when
    qtbot.keyClick(window.focusWidget(), Qt.Key.Key_J, Qt.KeyboardModifier.AltModifier)

    # then
    hands.find("workspace")
    assert window.desk.session.report.text(CELL) == "7"


def test_the_heading_of_a_unit_stays_with_its_card(window_on, qtbot, remembered):
    # given: two units, of which little is in sight
    recent.remember(remembered(2024, LONG_OFFICE, state=DRAFT, next=TO_DO))
    recent.remember(remembered(2024, "石桥乡人民政府", state=DRAFT, next=TO_DO))
    window = window_on(ROOM, Settings(scale=200, office=LONG_OFFICE))
    list_of = Hands(window, qtbot).find("recentList", QListWidget)
    list_of.setFocus()

    for key in (Qt.Key.Key_End, Qt.Key.Key_Up, Qt.Key.Key_Down):
        # when
        qtbot.keyClick(list_of, key)

        # then
        heading = list_of.visualItemRect(list_of.item(list_of.currentRow() - 1))
        assert list_of.currentRow() in (1, 3)
        assert list_of.viewport().rect().contains(heading)
