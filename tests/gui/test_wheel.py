"""The wheel goes over a page: it changes no choice and no number that happens to lie under the pointer."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractSpinBox,
    QApplication,
    QComboBox,
    QScrollArea,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)

import gui
from gui.widgets.still_boxes import ChoiceBox, NumberBox
from tests.screenshots.scenes import scenes

_NOTCH = 120


def _turn(box: QWidget, notches: int) -> None:
    """Turn the wheel with the pointer over a box."""
    at = QPointF(box.rect().center())
    event = QWheelEvent(
        at,
        box.mapToGlobal(at),
        QPoint(),
        QPoint(0, _NOTCH * notches),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(box, event)


def _boxes(top: QWidget) -> Iterator[QWidget]:
    for widget in top.findChildren(QWidget):
        is_box = isinstance(widget, QComboBox | QAbstractSpinBox)
        if is_box and widget.isVisible() and widget.window() is top:
            yield widget


def _value(box: QWidget) -> str:
    return box.currentText() if isinstance(box, QComboBox) else box.text()


def _changed(box: QWidget) -> list[str]:
    """Return in which way the wheel changes a box: while the keyboard is elsewhere, or there."""
    found = []
    for focused in (False, True):
        box.setFocus() if focused else box.clearFocus()
        before = _value(box)
        for inside in (box, *box.findChildren(QWidget)):
            if inside.isVisible() and inside.window() is box.window():
                for notches in (-1, 1, 1, -1):
                    _turn(inside, notches)
                    if _value(box) != before:
                        found.append(f"{box.objectName() or box.accessibleName()}, focused: {focused}")
    return found


def test_no_box_of_any_page_or_dialog_is_changed_by_the_wheel(window, library, tmp_path):
    # given
    window.resize(1366, 768)

    # when
    changed: dict[str, list[str]] = {}
    looked_at = set()
    for scene in scenes(window, library, tmp_path):
        for box in _boxes(scene.dialog or window):
            looked_at.add(box.objectName() or box.accessibleName())
            if found := _changed(box):
                changed[scene.name] = found

    # then
    assert changed == {}
    assert {"段落层级", "lookLinePitch", "reviewForm", "reviewYear", "forwardYear"} <= looked_at
    assert {"trendKind", "previewZoom", "settingsTheme", "settingsLimit", "newYear"} <= looked_at


@pytest.mark.parametrize("kind", [ChoiceBox, NumberBox])
def test_the_page_around_a_box_is_scrolled(qtbot, kind):
    # given
    area, page, box = QScrollArea(), QWidget(), kind()
    if isinstance(box, QComboBox):
        box.addItems(["一", "二", "三"])
    column = QVBoxLayout(page)
    column.addWidget(box)
    page.setMinimumHeight(3000)
    area.setWidget(page)
    area.resize(300, 200)
    qtbot.addWidget(area)
    area.show()
    area.ensureWidgetVisible(box)
    begun = area.verticalScrollBar().value()

    # when
    QTest.wheelEvent(area.windowHandle(), QPointF(box.mapTo(area, box.rect().center())), QPoint(0, -_NOTCH))

    # then
    assert area.verticalScrollBar().value() > begun


def test_an_open_list_of_choices_is_scrolled(qtbot):
    # given
    box = ChoiceBox()
    box.addItems([f"{number} 磅" for number in range(200)])
    box.setMaxVisibleItems(5)
    qtbot.addWidget(box)
    box.show()
    box.showPopup()
    QApplication.processEvents()
    bar = box.view().verticalScrollBar()
    begun = bar.value()

    # when
    _turn(box.view().viewport(), -1)

    # then
    assert bar.maximum() > 0
    assert bar.value() > begun
    assert box.currentIndex() == 0
    box.hidePopup()


def test_the_arrow_keys_still_change_a_box(qtbot):
    # given
    box = ChoiceBox()
    box.addItems(["一", "二"])
    qtbot.addWidget(box)
    box.show()

    # when
    qtbot.keyClick(box, Qt.Key.Key_Down)

    # then
    assert box.currentText() == "二"


def test_the_test_finds_a_box_that_the_wheel_changes(qtbot):
    # given
    bare = QSpinBox()
    bare.setObjectName("bare")
    qtbot.addWidget(bare)
    bare.show()

    # then
    assert _changed(bare)


def test_no_module_makes_a_box_of_its_own():
    # given: those that no scene shows, too
    made = re.compile(r"\b(QComboBox|QFontComboBox|Q\w*SpinBox|Q\w*TimeEdit|QDateEdit)\(")
    modules = [one for one in Path(gui.__file__).parent.rglob("*.py") if one.name != "still_boxes.py"]

    # then
    assert [one.name for one in modules if made.search(one.read_text("utf-8"))] == []
