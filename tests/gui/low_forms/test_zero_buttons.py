"""The buttons that write zeros below a form: no word of them is cut, in whichever size and beside whichever pane."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMenu, QPushButton

from core.edits import Splice
from core.report import blank
from core.store import ReportFile
from tests.gui.low_forms.conftest import SETTLING_MS, show

BUTTONS = {"rowZeros": "本行空着的填 0", "blockZeros": "本部分空着的填 0", "tableZeros": "本表空着的填 0"}
TABLES = ("disclosure", "applications", "reviews")


def seen(hands, names) -> list[QPushButton]:
    return [hands.find(name, QPushButton) for name in names if hands.sees(name)]


@pytest.mark.parametrize("scale", [100, 150, 175, 200], ids=str)
def test_no_words_on_the_buttons_are_cut_beside_any_pane(draft, window, options, hands, scale):
    # given: a form alone on its page; with a carried figure at hand, as in one of them, there is one button more
    Splice("reviews", 0, 1, ()).apply(draft)
    draft.states |= {cell: "carried" for cell in window.desk.session.template.cells if "applications" in cell}
    found = 0

    for pane in ("", "toggleSide", "toggleOutline", "toggleSide"):
        if pane:
            hands.command(pane)
        for table in TABLES:
            # when
            show(window, options, scale, table)
            QTest.qWait(SETTLING_MS)

            # then
            for one in seen(hands, (*BUTTONS, "zeros", "stillRight")):
                assert one.width() >= one.sizeHint().width(), (pane, table, one.text())
                right = one.geometry().right()
                assert right < one.parentWidget().width(), (pane, table, one.text())
                found += 1
    assert found


def test_short_words_are_said_in_full_to_the_ear_and_under_the_mouse(draft, window, options, hands):
    # when: the panes beside the form make it narrow, and there is room below it
    Splice("reviews", 0, 1, ()).apply(draft)
    window.resize(900, 1100)
    show(window, options, 150, "reviews")
    if not hands.sees("sidePanel"):
        hands.command("toggleSide")
    QTest.qWait(SETTLING_MS)

    # then
    buttons = seen(hands, BUTTONS)
    assert [one.text() for one in buttons] == ["本行填 0", "部分填 0", "本表填 0"]
    assert [one.accessibleName() for one in buttons] == list(BUTTONS.values())
    assert [one.toolTip() for one in buttons] == list(BUTTONS.values())


def test_where_there_is_room_the_words_are_whole(draft, window, options, hands):
    # when
    show(window, options, 100, "reviews")

    # then
    assert [one.text() for one in seen(hands, BUTTONS)] == list(BUTTONS.values())


@pytest.mark.parametrize("scale", [150, 175, 200], ids=str)
def test_the_last_button_comes_and_goes_and_the_others_stay(draft, window, options, hands, scale):
    # given
    show(window, options, scale, "reviews")
    names = [*BUTTONS, "zeros"]
    table = window.desk.workspace.page.table_in_sight
    before = [one.geometry() for one in seen(hands, names)]
    assert before
    assert not hands.sees("stillRight")

    # when
    draft.states[table.current_cell] = "carried"
    table._describe()
    QTest.qWait(SETTLING_MS)

    # then
    assert hands.sees("stillRight")
    assert [one.geometry() for one in seen(hands, names)] == before


@pytest.mark.parametrize("scale", [125, 150, 175, 200], ids=str)
@pytest.mark.parametrize(
    ("form", "year"),
    [("national-2021", 2024), ("national-2019", 2020), ("national-2014", 2018), ("weihai-2012", 2012)],
)
def test_a_button_for_zeros_is_seen_below_every_form(window, library, options, hands, scale, form, year):
    # given
    template = library.get(form)
    window.desk.open(ReportFile(blank(template, year, "清溪县柳河镇人民政府")), None)

    for table in (one.id for one in template.tables):
        # when
        show(window, options, scale, table)

        # then
        buttons = seen(hands, (*BUTTONS, "zeros"))
        assert buttons, table
        for one in buttons:
            corner = one.mapTo(window, one.rect().bottomRight())
            assert window.rect().contains(corner), (table, one.text())


def test_the_one_button_offers_what_the_others_do_by_mouse_and_by_keys(draft, window, options, hands, qtbot):
    # given
    show(window, options, 175, "applications")
    view, button = hands.find("tableView"), hands.find("zeros", QPushButton)
    assert not hands.sees("rowZeros")
    known = window.desk.session.template.cells.values()
    last = [one for one in known if one.table == "applications" and not one.sums and not one.group][-1]
    cells = [one.id for one in known if one.table == "applications" and one.row == last.row]

    # when: Tab leads to it from the last cell of the form, and a press opens its menu
    view.go_to(last.id)
    QTest.keyClick(view, Qt.Key.Key_Tab)
    assert button.hasFocus()
    QTest.keyClick(button, Qt.Key.Key_Space)
    menu = hands.find("zerosMenu", QMenu)

    # then
    assert button.accessibleName() == "空着的填 0：本行、本部分或本表"
    assert [one.text().partition("(")[0] for one in menu.actions()] == list(BUTTONS.values())
    assert window.screen().availableGeometry().contains(menu.geometry())

    # when
    QTest.keyClick(menu, Qt.Key.Key_Down)
    QTest.keyClick(menu, Qt.Key.Key_Return)

    # then
    qtbot.waitUntil(lambda: {draft.text(one) for one in cells} == {"0"})
    assert view.hasFocus()
