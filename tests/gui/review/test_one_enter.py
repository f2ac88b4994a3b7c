"""One Enter in a field of the review takes what was typed, and presses nothing of what comes after."""

from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton

from tests.gui.review.conftest import OFFICE, shown

NAMELESS = """2023年政府信息公开工作年度报告

一、总体情况
2023年，本镇公开信息37条。
"""


def test_the_last_place_is_taken_and_no_report_is_made_of_it_unasked(window, hands, qtbot, tmp_path):
    # given: all but the name of the unit was looked at
    path = tmp_path / "去年.txt"
    path.write_text(NAMELESS, encoding="utf-8")
    window.desk.opening.read(path, forward_first=True)
    page = shown(hands, qtbot)
    for place in page.review.open_places():
        if place.key != "unit":
            page.review.accept(place)
    page.show_review(page.review)
    page.go_to("unit")
    pressed = []
    page.forward_wanted.connect(lambda *_: pressed.append("forward"))
    for button in window.findChildren(QPushButton):
        button.clicked.connect(partial(pressed.append, button.objectName()))
    field = hands.find("factText")
    field.setFocus()
    field.selectAll()
    field.insert(OFFICE)

    # when
    qtbot.keyClick(field, Qt.Key.Key_Return)

    # then
    assert list(page.review.open_places()) == []
    assert "forward" not in pressed
    assert "forwardButton" not in pressed
    assert window.desk.opening.reviewing.page is page
