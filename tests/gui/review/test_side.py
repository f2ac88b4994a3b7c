"""The right column of the review: one scroll bar, every field whole when it is reached, heights by what there is to show."""

import pytest
from PySide6.QtCore import QPoint, QPointF, QRect, QSize, Qt
from PySide6.QtGui import QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QApplication,
    QComboBox,
    QLabel,
    QLineEdit,
    QListWidget,
    QPlainTextEdit,
    QScrollArea,
    QWidget,
)

from core.settings import Settings
from gui.panes.review_choices import Choices
from gui.panes.review_side import ReviewSide
from gui.widgets.eliding_box import ElidingBox
from tests.gui.conftest import Hands
from tests.gui.review.conftest import LONG, OFFICE, SOURCE, choose_entry, go_to, press, shown
from tests.gui.test_whole_lines import cut_lines

LOW, WIDE = QSize(1366, 697), QSize(1920, 1009)
MANY = SOURCE.replace("公开栏更新不够及时。", f"{LONG}\n末段{LONG}")
CHOICES = ("wordsSection", "wordsLevel")


def area(hands) -> QScrollArea:
    return hands.find("placePanel").findChild(QScrollArea)


def in_sight(part: QWidget, room: QWidget) -> QRect:
    """What of a part stands within the room."""
    return QRect(part.mapTo(room, QPoint()), part.size()).intersected(room.rect())


def scrolls(view) -> bool:
    return view.verticalScrollBar().maximum() > 0


@pytest.mark.parametrize(("room", "scale"), [(LOW, 150), (LOW, 200), (WIDE, 200)])
def test_a_long_paragraph_has_one_scroll_bar_and_its_choices_are_in_sight(review_on, qtbot, room, scale):
    # given
    hands = review_on(room, scale, MANY)

    # when
    choose_entry(hands, "paragraph", "末段")
    words, panel = hands.find("wordsText", QPlainTextEdit), area(hands)

    # then: the form scrolls or the words do, never one in the other
    qtbot.waitUntil(lambda: scrolls(words) != scrolls(panel))
    for name in CHOICES:
        box = hands.find(name, QComboBox)
        assert in_sight(box, panel.viewport()).size() == box.size()
    assert in_sight(words, panel.viewport()).height() >= words.fontMetrics().lineSpacing()


@pytest.mark.parametrize("begins", ["末段", "2023年"])
@pytest.mark.parametrize(("room", "scale"), [(LOW, 125), (LOW, 150), (LOW, 175), (WIDE, 200)])
def test_words_that_scroll_end_with_a_whole_line(review_on, qtbot, room, scale, begins):
    # given
    hands = review_on(room, scale, MANY)

    # when
    choose_entry(hands, "paragraph", begins)

    # then
    words = hands.find("wordsText", QPlainTextEdit)
    qtbot.waitUntil(lambda: cut_lines(words) == [])
    assert not words.horizontalScrollBar().isVisible()
    assert in_sight(words, area(hands).viewport()).height() == words.height()


@pytest.mark.parametrize("room", [LOW, QSize(1366, 728)])
def test_where_the_form_scrolls_the_words_end_with_a_whole_line_and_the_edge_of_their_frame(
    review_on, qtbot, room
):
    # given
    hands = review_on(room, 200, MANY)
    choose_entry(hands, "paragraph", "末段")
    words, panel = hands.find("wordsText", QPlainTextEdit), area(hands)
    bar = panel.verticalScrollBar()
    assert scrolls(panel)

    for to in (0, bar.maximum() // 2, bar.maximum()):
        # when
        bar.setValue(to)
        QApplication.processEvents()

        # then: below the last whole line there is white up to the frame
        seen = words.visibleRegion().boundingRect()
        image, middle = words.grab().toImage(), range(12, words.width() - 12)
        rows = [{image.pixel(x, y) for x in middle} for y in range(seen.top(), seen.bottom() + 1)]
        line = words.fontMetrics().lineSpacing()
        assert len(rows) >= line
        if to < bar.maximum():
            assert len(rows[-1]) == 1
            assert rows[-1] != rows[-4] == {image.pixel(12, seen.bottom() - 4)}
            assert any(len(row) > 1 for row in rows)
        else:
            assert seen.bottom() == words.height() - 1


def test_in_twice_the_size_the_line_that_is_typed_in_stays_in_sight(review_on, qtbot):
    # given
    hands = review_on(LOW, 200, MANY)
    choose_entry(hands, "paragraph", "末段")
    words, panel = hands.find("wordsText", QPlainTextEdit), area(hands)
    words.setFocus()
    qtbot.wait(30)
    assert panel.verticalScrollBar().value() == 0

    for key in (Qt.Key.Key_End, Qt.Key.Key_Home):
        # when
        press(qtbot, key, Qt.KeyboardModifier.ControlModifier)
        qtbot.keyClicks(words, "a")
        qtbot.wait(30)

        # then
        line = words.cursorRect().translated(words.viewport().mapTo(panel.viewport(), QPoint()))
        assert 0 <= line.top() <= line.bottom() <= panel.viewport().height()


@pytest.mark.parametrize("scale", [150, 200])
def test_the_first_key_moves_nothing_in_the_column(review_on, qtbot, scale):
    # given
    hands = review_on(LOW, scale, MANY)
    choose_entry(hands, "paragraph", "末段")
    words, side = hands.find("wordsText", QPlainTextEdit), hands.find("reviewPage").findChild(ReviewSide)
    words.setFocus()
    words.moveCursor(QTextCursor.MoveOperation.Start)
    before = side.sizes(), hands.find("wordsLevel").mapTo(hands.window, QPoint()), area(hands).height()
    assert not hands.sees("acceptButton")

    # when
    qtbot.keyClicks(words, "a")
    qtbot.wait(30)

    # then
    assert hands.sees("acceptButton")
    now = side.sizes(), hands.find("wordsLevel").mapTo(hands.window, QPoint()), area(hands).height()
    assert now == before


def test_the_wheel_over_words_shown_whole_scrolls_the_form(review_on):
    # given
    hands = review_on(LOW, 200, MANY)
    choose_entry(hands, "paragraph", "末段")
    over, panel = hands.find("wordsText", QPlainTextEdit).viewport(), area(hands)
    assert scrolls(panel)

    # when
    spot = over.mapTo(hands.window, QPoint(10, 10))
    QTest.wheelEvent(hands.window.windowHandle(), QPointF(spot), QPoint(0, -120))

    # then
    assert panel.verticalScrollBar().value() > 0


@pytest.mark.parametrize("target", ["disclosure.rules", "left:0"])
def test_in_twice_the_size_each_field_reached_by_the_tab_key_is_whole(review_on, qtbot, target):
    # given
    hands = review_on(LOW, 200, MANY)
    go_to(hands.find("reviewPage"), qtbot, target)
    panel = area(hands)
    if target == "left:0":
        box = hands.find("wordsSection", QComboBox)
        box.setCurrentIndex(box.findText("表格的一行"))
    qtbot.wait(30)
    reached = set()

    # when
    while panel.isAncestorOf(field := QApplication.focusWidget()) and field not in reached:
        # then
        qtbot.wait(20)
        if not isinstance(field, QPlainTextEdit):
            assert in_sight(field, panel.viewport()).size() == field.size(), field.objectName()
        reached.add(field)
        press(qtbot, Qt.Key.Key_Tab)
    assert len(reached) >= 3


@pytest.mark.parametrize(("scale", "room"), [(100, LOW), (150, LOW), (200, WIDE)])
def test_the_note_at_hand_stands_whole_and_nothing_above_it_is_empty(review_on, qtbot, scale, room):
    # given
    hands = review_on(room, scale, MANY)
    notes, page = hands.find("importNotes", QListWidget), hands.find("reviewPage")

    for _ in page.review.places:
        # when
        press(qtbot, Qt.Key.Key_F8)
        qtbot.wait(30)

        # then: a note is cut only where it is higher than what the fields leave
        note = notes.visualItemRect(notes.currentItem())
        least, _ = page._panel.heights()
        column = page.findChild(ReviewSide)
        left = column.height() - column.handleWidth() - least
        is_whole = 0 <= note.top() <= note.bottom() <= notes.viewport().height()
        assert is_whole or note.height() > left - 2 * notes.spacing() - 4
        assert page._panel.height() <= max(least, 0.6 * column.height() + 1) or not scrolls(notes)


@pytest.mark.parametrize(("scale", "room"), [(100, LOW), (150, LOW), (200, WIDE)])
def test_a_note_on_the_name_of_the_unit_stands_whole_above_a_long_quotation(
    window_on, qtbot, tmp_path, scale, room
):
    # given: the name is taken from a long paragraph
    path = tmp_path / "去年.txt"
    titled = MANY.replace(f"{OFFICE}2023年政府", "2023年政府")
    path.write_text(titled.replace("现公布本镇", f"{LONG}现公布{OFFICE}"), encoding="utf-8")
    window = window_on(room, Settings(scale=scale))
    window.desk.opening.read(path, forward_first=True)
    hands = Hands(window, qtbot)
    page, notes = shown(hands, qtbot), hands.find("importNotes", QListWidget)

    # when
    go_to(page, qtbot, "unit")
    qtbot.wait(30)

    # then
    note = notes.visualItemRect(notes.currentItem())
    assert 0 <= note.top() <= note.bottom() <= notes.viewport().height()
    assert notes.height() > notes.minimumHeight()
    line = hands.find("factText", QLineEdit)
    assert in_sight(line, area(hands).viewport()).size() == line.size()
    assert hands.sees("placeSource")


def test_a_line_that_the_clerk_moved_stays_where_it_is(review_on, qtbot):
    # given
    hands = review_on(LOW, 100, MANY)
    side = hands.find("reviewPage").findChild(ReviewSide)
    choose_entry(hands, "fact")

    # when
    side.moveSplitter(100, 1)
    choose_entry(hands, "paragraph", "末段")

    # then
    assert side.sizes()[0] == 100


def test_the_column_is_wider_in_a_large_writing(review_on):
    # when
    hands = review_on(LOW, 200, MANY)
    choose_entry(hands, "fact")

    # then
    field = hands.find("factText", QLineEdit)
    assert field.width() >= 13 * field.fontMetrics().horizontalAdvance("年")


def test_a_name_without_room_beside_its_box_stands_above_it(qtbot):
    # given
    box = ElidingBox("wordsSection", "放到哪一部分", least=5)
    choices = Choices([("放到(&D)", box, 7)])
    qtbot.addWidget(choices)
    choices.show()
    label = choices.findChild(QLabel)

    # when
    choices.resize(500, 200)
    qtbot.wait(20)

    # then
    assert label.geometry().right() < box.geometry().left()

    # when
    narrow = box.sizeHint().width() + label.sizeHint().width()
    choices.resize(narrow, 200)
    qtbot.wait(20)

    # then
    assert label.geometry().bottom() < box.geometry().top()
    assert box.width() == choices.width()
    assert label.buddy() is box
