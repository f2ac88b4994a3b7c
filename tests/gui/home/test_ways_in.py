"""What else the home page asks and offers: the unit, a new report, a file dropped on it, the keys."""

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent
from PySide6.QtWidgets import QLabel, QLineEdit, QListWidget, QPushButton

from core import recent
from core.recent import DRAFT
from core.settings import Settings
from gui import theme
from gui.panes.home import HomePage
from gui.theme import Theme
from tests.gui.home.conftest import NEXT, OFFICE


@pytest.mark.parametrize("by_key", [True, False])
def test_the_first_start_asks_for_the_unit_and_a_new_report_has_it(window, hands, qtbot, by_key):
    # given
    field = hands.find("homeOffice", QLineEdit)
    assert not hands.find("homeOfficeTake").isEnabled()
    before = hands.find("homeLastYear").geometry(), hands.find("officeQuestion").geometry()

    # when
    field.insert(OFFICE)
    if by_key:
        qtbot.keyClick(field, Qt.Key.Key_Return)
    else:
        hands.press("homeOfficeTake")

    # then: the answer stands where the question was, and nothing has moved under the mouse
    assert OFFICE in hands.find("homeOfficeNoted", QLabel).text()
    assert not hands.sees("homeOffice")
    qtbot.wait(20)
    assert (hands.find("homeLastYear").geometry(), hands.find("officeQuestion").geometry()) == before
    hands.press("homeNew")
    assert hands.find("newOffice", QLineEdit).text() == OFFICE
    assert window._options.offices == [OFFICE]


def test_the_unit_need_not_be_said(window, hands):
    # when
    hands.press("homeOfficeSkip")

    # then
    assert not hands.sees("homeOffice")
    assert window._options.office == ""


def test_enter_in_an_empty_field_asks_on(hands, qtbot):
    # when
    qtbot.keyClick(hands.find("homeOffice", QLineEdit), Qt.Key.Key_Return)

    # then
    assert hands.sees("officeQuestion")


def test_who_is_known_is_not_asked(home):
    # when
    home.show_recent([])

    # then
    assert not any(field.isVisible() for field in home.findChildren(QLineEdit, "homeOffice"))


def test_a_file_that_does_not_name_its_unit_gets_the_known_one(window, hands, tmp_path):
    # given
    window._options.office = OFFICE
    source = tmp_path / "去年.txt"
    source.write_text(
        "2023年政府信息公开工作年度报告\n\n一、总体情况\n全年公开信息12条。\n", encoding="utf-8"
    )

    # when
    window._read(source)
    page = hands.find("reviewPage")

    # then
    assert page.result().unit.name == OFFICE
    assert "先填了" in window.statusBar().currentMessage()


def test_a_file_that_names_the_place_alone_gets_the_known_office_of_it(window, hands, tmp_path):
    # given
    window._options.office = "清溪县柳河镇人民政府"
    source = tmp_path / "去年.txt"
    source.write_text(
        "柳河镇2023年政府信息公开工作年度报告\n\n一、总体情况\n全年公开信息12条。\n", encoding="utf-8"
    )

    # when
    window._read(source)
    page = hands.find("reviewPage")

    # then
    assert page.result().unit.name == "清溪县柳河镇人民政府"
    assert "只写了“柳河镇”" in window.statusBar().currentMessage()


def test_the_tabulator_key_goes_from_top_to_bottom_whatever_came_last(qtbot, remembered):
    # given
    home = HomePage(Theme.load("light"), Settings(), has_sample=True)
    qtbot.addWidget(home)
    home.show()

    def order() -> list[str]:
        keys, widget = [], home.nextInFocusChain()
        while widget is not home:
            if widget.isVisible() and widget.focusPolicy() & Qt.FocusPolicy.TabFocus:
                keys.append(widget.objectName())
            widget = widget.nextInFocusChain()
        return keys

    # when
    home.show_recent([])
    first = order()
    home.show_recent([remembered(2024, state=DRAFT, next=NEXT)])
    then = order()

    # then
    choices, links = ["homeLastYear", "homeNew"], ["homeHelp", "homeSample"]
    assert first == ["homeOffice", "homeOfficeTake", "homeOfficeSkip", *choices, *links]
    assert then == ["homeContinue", *choices, "recentList", *links, "homeTakeOff"]


def test_what_explains_a_choice_stands_centred_under_it(qtbot, undressed):
    # given
    theme.apply(undressed, Theme.load("light"))
    home = HomePage(Theme.load("light"), Settings(office=OFFICE), has_sample=True)
    qtbot.addWidget(home)

    # when
    home.show_recent([])
    home.show()

    # then
    shown = [one for one in home.findChildren(QLabel) if one.property("place") == "below"]
    assert [one.alignment() for one in shown] == [
        Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop
    ] * 2


@pytest.mark.parametrize("name", ["recentList", "homeContinue", "homeNew"])
def test_a_file_can_be_dropped_anywhere_on_the_page(window, hands, qtbot, remembered, tmp_path, name):
    # given
    recent.remember(remembered(2024, state=DRAFT, next=NEXT))
    window._home.show_recent(recent.load())
    source = tmp_path / "去年.txt"
    source.write_text(
        f"{OFFICE}2023年政府信息公开工作年度报告\n\n一、总体情况\n公开信息12条。\n", encoding="utf-8"
    )
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(source))])
    target = hands.find(name)
    taker = target.viewport() if isinstance(target, QListWidget) else target

    # when: Qt asks what lies under the mouse and then what stands around it
    while not taker.acceptDrops() and taker is not window:
        taker = taker.parentWidget()
    event = QDropEvent(
        QPointF(4, 4),
        Qt.DropAction.CopyAction,
        data,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )
    taker.dropEvent(event)

    # then
    assert taker is window
    hands.find("reviewPage")


def test_no_letter_of_the_page_is_that_of_another_button_or_menu(window, hands, remembered):
    # given
    recent.remember(remembered(2024, state=DRAFT, next=NEXT))
    window._home.show_recent(recent.load())

    # when
    texts = [one.text() for one in window._home.findChildren(QPushButton)]
    texts += [one.text() for one in window._home.findChildren(QLabel)]
    texts += [one.text() for one in window.menuBar().actions()]
    letters = [text.split("(&")[1][0] for text in texts if "(&" in text]

    # then
    assert len(letters) > 10
    assert sorted(letters) == sorted(set(letters))


@pytest.mark.parametrize("name", [OFFICE, ""])
def test_when_the_unit_is_answered_the_keys_go_to_what_is_to_be_done_next(window, hands, qtbot, name):
    # given
    field = hands.find("homeOffice", QLineEdit)
    field.insert(name)

    # when
    if name:
        qtbot.keyClick(field, Qt.Key.Key_Return)
    else:
        hands.press("homeOfficeSkip")

    # then
    assert hands.find("homeLastYear").hasFocus()
