"""The review in twice the size on a small screen: the counts and the field at hand stand in full; Enter goes on."""

import pytest
from PySide6.QtCore import QPoint, QSize, Qt
from PySide6.QtWidgets import QLabel, QLineEdit, QScrollArea

from core.settings import Settings
from tests.gui.conftest import Hands
from tests.gui.review.conftest import SOURCE, press, shown

ROOM = QSize(1366, 697)
TITLE = "清溪县柳河镇人民政府2023年政府信息公开工作年度报告"


@pytest.fixture(params=[100, 150, 200])
def untitled(request, window_on, qtbot, tmp_path):
    """The review of a file without a title, written in some size, and the hands before it."""
    window = window_on(ROOM, Settings(scale=request.param))
    path = tmp_path / "002_92ab445f77af6a12.txt"
    path.write_text(SOURCE.replace(f"{TITLE}\n", ""), encoding="utf-8")
    window.desk.opening.read(path, forward_first=True)
    hands = Hands(window, qtbot)
    page = shown(hands, qtbot)
    while not hands.sees("factText"):
        press(qtbot, Qt.Key.Key_F8)
    return page, hands


def test_the_counts_stand_in_full_in_few_lines(untitled):
    # given
    _, hands = untitled
    counts = hands.find("reviewCounts", QLabel)

    # then
    wanted = counts.heightForWidth(counts.width())
    assert counts.height() >= wanted
    assert wanted <= 2.5 * counts.fontMetrics().lineSpacing()


def test_the_window_stays_on_its_screen(untitled):
    # given
    _, hands = untitled

    # then
    wanted, size = hands.window.minimumSizeHint(), hands.window.size()
    assert max(wanted.width(), size.width()) <= ROOM.width()
    assert max(wanted.height(), size.height()) <= ROOM.height()


def test_the_field_at_hand_stands_in_full(untitled, qtbot):
    # given
    _, hands = untitled
    field = hands.find("factText", QLineEdit)
    room = hands.find("placePanel").findChild(QScrollArea).viewport()

    # then
    assert field.hasFocus()
    qtbot.waitUntil(lambda: 0 <= field.mapTo(room, QPoint()).y() <= room.height() - field.height())


def test_enter_in_the_title_takes_it_over_and_goes_on(untitled, qtbot):
    # given
    page, hands = untitled
    place = page._places.place()

    # when
    hands.find("factText", QLineEdit).insert(TITLE)
    press(qtbot, Qt.Key.Key_Return)

    # then
    assert page.review.report().title == TITLE
    assert not page.review.is_open(place)
    assert page._places.place() is not place
