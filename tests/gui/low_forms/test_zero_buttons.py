"""The buttons that write zeros below a form: no word of them is cut, in whichever size and beside whichever pane."""

import pytest
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton

from core.edits import Splice
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
            for one in seen(hands, (*BUTTONS, "stillRight")):
                assert one.width() >= one.sizeHint().width(), (pane, table, one.text())
                right = one.geometry().right()
                assert right < one.parentWidget().width(), (pane, table, one.text())
                found += 1
    assert found


def test_short_words_are_said_in_full_to_the_ear_and_under_the_mouse(draft, window, options, hands):
    # when: the pane beside the form makes it narrow
    Splice("reviews", 0, 1, ()).apply(draft)
    show(window, options, 200, "reviews")
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


def test_the_last_button_comes_and_goes_and_the_others_stay(draft, window, options, hands):
    # given
    show(window, options, 175, "reviews")
    names = list(BUTTONS)
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
