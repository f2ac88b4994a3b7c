"""Units of one installation: noted at the first start, corrected in the settings, chosen for a new report; and the room of the page."""

import pytest
from PySide6.QtCore import QPoint, QSize, Qt
from PySide6.QtWidgets import (
    QComboBox,
    QFormLayout,
    QLabel,
    QLineEdit,
    QListWidget,
    QPlainTextEdit,
    QPushButton,
    QSpinBox,
)

from core import recent, store
from core.recent import DRAFT, RecentReport
from core.settings import Settings
from core.store import ReportFile
from tests.gui.conftest import Hands
from tests.gui.home.conftest import NEXT, OFFICE, OTHER


def note(hands, name: str) -> None:
    hands.find("homeOffice", QLineEdit).setText(name)
    hands.press("homeOfficeTake")


def typed_into_settings(hands, qtbot, text: str) -> None:
    """Replace all that stands there, character by character."""
    hands.command("settings")
    field = hands.find("settingsOffices", QPlainTextEdit)
    field.selectAll()
    qtbot.keyClick(field, Qt.Key.Key_Delete)
    for character in text:
        field.insertPlainText(character)


# The line of the home page


def test_the_line_follows_a_unit_that_is_corrected_in_the_settings(window, hands, qtbot):
    # given
    note(hands, "吉民政府")

    # when
    typed_into_settings(hands, qtbot, OFFICE)

    # then: at once, while the box is open
    assert OFFICE in hands.find("homeOfficeNoted", QLabel).text()
    assert "吉民政府" not in hands.find("homeOfficeNoted", QLabel).text()
    assert window._options.office == OFFICE


def test_the_line_says_so_where_the_unit_was_struck_out(hands, qtbot):
    # given
    note(hands, OFFICE)

    # when
    typed_into_settings(hands, qtbot, "")

    # then
    assert hands.find("homeOfficeNoted", QLabel).text().startswith("单位以后再填")


@pytest.mark.parametrize("named", ["", OTHER])
def test_what_was_typed_into_the_line_outlasts_the_settings(window, hands, qtbot, named):
    # given: it is typed and not yet noted
    field = hands.find("homeOffice", QLineEdit)
    qtbot.keyClicks(field, "liuhe")

    # when: the settings are opened, the units there named or not, and what all are held against is changed
    hands.command("settings")
    if named:
        hands.find("settingsOffices", QPlainTextEdit).setPlainText(named)
    hands.find("settingsLimit", QSpinBox).setValue(900)
    hands.press("closeSettings")

    # then: it stands there still, and can be noted
    assert hands.find("homeOffice", QLineEdit).text() == "liuhe"
    hands.press("homeOfficeTake")
    assert window._options.office == "liuhe"


def in_another_look(hands, qtbot) -> None:
    """Choose another theme, and see the home page in it."""
    before = hands.find("homePage")
    hands.command("settings")
    box = hands.find("settingsTheme", QComboBox)
    box.setCurrentIndex(box.count() - 1)
    hands.press("closeSettings")
    qtbot.waitUntil(lambda: hands.sees("homePage") and hands.find("homePage") is not before)


@pytest.mark.usefixtures("undressed")
def test_what_was_typed_into_the_line_outlasts_another_look(window, hands, qtbot):
    # given
    qtbot.keyClicks(hands.find("homeOffice", QLineEdit), "liuhe")

    # when
    in_another_look(hands, qtbot)

    # then: it stands there still, and is typed on where it was
    field = hands.find("homeOffice", QLineEdit)
    assert window.focusWidget() is field
    qtbot.keyClicks(field, "zhen")
    hands.press("homeOfficeTake")
    assert window._options.office == "liuhezhen"


@pytest.mark.usefixtures("undressed")
@pytest.mark.parametrize("name", [OFFICE, ""])
def test_the_line_with_the_answer_outlasts_the_settings(window, hands, qtbot, name):
    # given
    if name:
        note(hands, name)
    else:
        hands.press("homeOfficeSkip")
    told = hands.find("homeOfficeNoted", QLabel).text()

    # when: what all are held against is changed, then the look
    hands.command("settings")
    hands.find("settingsLimit", QSpinBox).setValue(900)
    hands.press("closeSettings")

    # then
    assert hands.find("homeOfficeNoted", QLabel).text() == told
    in_another_look(hands, qtbot)
    assert hands.find("homeOfficeNoted", QLabel).text() == told


def test_of_several_units_the_one_in_use_follows_its_own_line(window, hands):
    # given: the second one is in use
    window._options.office, window._options.offices = "石桥乡", [OFFICE, "石桥乡"]
    hands.command("settings")

    # when
    hands.find("settingsOffices", QPlainTextEdit).setPlainText(f"{OFFICE}\n{OTHER}")

    # then
    assert window._options.office == OTHER


def test_the_settings_say_how_several_units_are_written(hands):
    # when
    hands.command("settings")
    field = hands.find("settingsOffices", QPlainTextEdit)
    form = field.parentWidget().findChild(QFormLayout)
    label = form.labelForField(field)

    # then
    assert "每行写一个全称" in label.text()
    assert label.isVisible()
    assert label.buddy() is field


# A new report


def test_of_several_units_a_new_report_offers_them_all(window, hands, qtbot):
    # given: two from the settings, one from the reports worked on
    third = "清溪县城关街道办事处"
    window._options.office, window._options.offices = OFFICE, [OFFICE, OTHER]
    recent.remember(RecentReport("/nowhere/x.nianbao", third, 2023, "还没填完"))
    hands.command("newReport")
    box = hands.find("newOfficeList", QComboBox)
    assert [box.itemText(row) for row in range(box.count())] == [OFFICE, OTHER, third]
    assert hands.find("newOffice", QLineEdit).text() == OFFICE

    # when
    box.setFocus()
    qtbot.keyClick(box, Qt.Key.Key_Down)
    hands.press("makeReport")

    # then
    hands.find("workspace")
    assert window.desk.session.report.unit.name == OTHER
    window.desk.close()


def test_another_unit_than_those_of_the_list_can_be_typed(window, hands, qtbot):
    # given
    window._options.office, window._options.offices = OFFICE, [OFFICE, OTHER]
    hands.command("newReport")
    field = hands.find("newOffice", QLineEdit)

    # when
    field.selectAll()
    field.insert("某县某乡人民政府")
    hands.press("makeReport")

    # then
    hands.find("workspace")
    assert window.desk.session.report.unit.name == "某县某乡人民政府"
    window.desk.close()


@pytest.mark.parametrize("offices", [[], [OFFICE]])
def test_a_single_unit_needs_no_list(window, hands, offices):
    # given
    window._options.office, window._options.offices = OFFICE, offices

    # when
    hands.command("newReport")

    # then
    assert hands.find("newOffice", QLineEdit).text() == OFFICE
    assert not hands.sees("newOfficeList")


def test_a_report_that_names_no_unit_leaves_the_one_proposed(window, hands, report, tmp_path):
    # given
    window._options.office = OTHER
    report.unit.name = ""
    store.write(ReportFile(report), path := tmp_path / "无单位.nianbao")

    # when
    window.open_path(path)
    hands.find("workspace")
    window.desk.close()

    # then
    assert window._options.office == OTHER


# The room of the page


@pytest.mark.parametrize("scale", [100, 150, 200])
def test_heading_and_first_card_are_whole_in_sight_after_a_report(
    window_on, qtbot, report, remembered, scale
):
    # given: reports of two units, and a report that was open
    for one in (remembered(2023, OTHER), remembered(2024, state=DRAFT, next=NEXT)):
        recent.remember(one)
    window = window_on(QSize(1366, 728), Settings(scale=scale, office=OFFICE))
    hands = Hands(window, qtbot)
    hands.command("newReport")
    hands.press("makeReport")
    hands.find("workspace")

    # when
    hands.command("goHome")
    cards = hands.find("recentList", QListWidget)
    qtbot.wait(50)

    # then
    for row in (0, 1):
        shown = cards.visualItemRect(cards.item(row))
        assert cards.viewport().rect().contains(shown), row


def test_nothing_on_the_home_page_moves_when_something_is_told(window, hands, qtbot):
    # given
    link = hands.find("homeSample", QPushButton)
    qtbot.wait(50)
    before = link.mapTo(window, QPoint())

    # when
    note(hands, OFFICE)
    assert "已记下" in window.statusBar().currentMessage()
    qtbot.wait(50)
    told = link.mapTo(window, QPoint())
    window.statusBar().clearMessage()
    qtbot.wait(50)

    # then
    assert told == before
    assert link.mapTo(window, QPoint()) == before


def test_no_empty_line_stays_below_the_home_page_where_room_is_scarce(window_on, qtbot):
    # given
    window = window_on(QSize(1366, 728), Settings(scale=200))
    hands = Hands(window, qtbot)
    note(hands, OFFICE)
    assert window.statusBar().isVisible()
    assert "已记下" in window.statusBar().currentMessage()

    # when: what was told is over
    window.statusBar().clearMessage()

    # then
    assert not window.statusBar().isVisible()

    # when: with a report the line is there, and stays without a message
    hands.command("newReport")
    hands.press("makeReport")
    hands.find("workspace")
    window.statusBar().clearMessage()
    assert window.statusBar().isVisible()
    hands.command("goHome")

    # then
    hands.find("homePage")
    assert not window.statusBar().isVisible()
