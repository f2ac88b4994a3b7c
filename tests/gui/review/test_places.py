"""The review leads from place to place, and from what was read to its line and back."""

import pytest
from PySide6.QtCore import QPoint, QSize, Qt
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import (
    QApplication,
    QComboBox,
    QLabel,
    QLineEdit,
    QListWidget,
    QPlainTextEdit,
    QPushButton,
    QSpinBox,
)

from core import importers
from core.importers.reviewing import Review
from core.report import Note
from core.settings import Settings
from gui.panes.review_list import ReviewList
from gui.panes.review_places import ReviewPlaces
from gui.panes.review_source import SourceLines
from gui.theme import Theme
from tests.core.importers.test_reviewing import SOURCE
from tests.core.importers.test_reviewing_sums import review_of
from tests.gui.conftest import Hands
from tests.gui.review.conftest import SAMPLE, choose_entry, go_to, press, shown

PREFACE = "根据条例规定，现公布本镇2023年政府信息公开工作年度报告。"


def verdict(hands) -> str:
    return hands.find("reviewVerdict", QLabel).text()


def test_a_place_called_by_its_line_says_the_line_once(qtbot, library, tmp_path):
    # given: a remark on a line that nothing was made of
    path = tmp_path / "去年.txt"
    path.write_text(SOURCE, encoding="utf-8")
    reading = importers.read_with_counts(path, library)
    reading.report.notes.append(Note(message="这一行请核对。", source="没有的话", line=999))
    places = ReviewPlaces(Theme.load("light"))
    qtbot.addWidget(places)

    # when
    places.show_review(Review(reading, library.get(reading.report.template)))

    # then
    lines = [places.item(row).text() for row in range(places.count())]
    (said,) = [one for one in lines if "这一行请核对" in one]
    assert said.split("\n")[0].endswith("　这一行请核对。")  # why comes first
    assert said.split("\n")[1] == "原文第 999 行"
    assert all(one.count(" 行") <= 1 for one in (line.split("\n")[-1] for line in lines))


def test_a_sure_reading_says_so_and_enter_goes_on(window, hands, qtbot):
    # given
    window.desk.opening.read(SAMPLE, forward_first=True)
    shown(hands, qtbot)

    # then
    assert verdict(hands) == "✓ 全部读到，没有拿不准的地方"
    assert "原文表格里 200 个数字，放进报告 200 个" in hands.find("reviewCounts", QLabel).text()

    # when
    qtbot.waitUntil(lambda: QApplication.focusWidget() is hands.find("forwardButton"))
    press(qtbot, Qt.Key.Key_Return)

    # then
    hands.find("workspace")
    assert window.desk.session.report.year == 2025
    assert not hands.sees("reviewPage")


def test_the_first_place_is_at_hand_with_its_counterpart(page, hands):
    # then
    assert verdict(hands).startswith("? 还有 ")
    assert hands.find("sourceLines", SourceLines).marked() == ["网站首页 > 政府信息公开 > 年报"]
    assert hands.find("reviewList", ReviewList).target == "left:0"
    assert "没有放进报告的文字（第 1 行）" in hands.find("importNotes", QListWidget).currentItem().text()


def test_f8_goes_from_place_to_place_and_back(page, hands, qtbot):
    # when
    go_to(page, qtbot, "disclosure.rules")

    # then
    assert "若干" in "".join(hands.find("sourceLines", SourceLines).marked())
    assert "若干" in hands.find("importNotes", QListWidget).currentItem().text()

    # when
    press(qtbot, Qt.Key.Key_F8, Qt.KeyboardModifier.ShiftModifier)

    # then
    assert hands.find("reviewList", ReviewList).target == "left:0"


def test_f8_goes_on_from_the_paragraph_at_hand_and_after_the_last_place_to_the_first(page, hands, qtbot):
    # given: places before and behind the introduction, which is none
    choose_entry(hands, "paragraph", "根据条例")
    targets = [place.targets[:1] for place in page.review.places]
    entries = hands.find("reviewList", ReviewList)
    assert targets[:2] == [("left:0",), ("disclosure.rules",)]

    # when
    passed = []
    for _ in targets:
        press(qtbot, Qt.Key.Key_F8)
        passed.append(hands.find("importNotes", QListWidget).currentRow())

    # then
    assert passed == [*range(1, len(targets)), 0]

    # when: back from there
    choose_entry(hands, "paragraph", "根据条例")
    press(qtbot, Qt.Key.Key_F8, Qt.KeyboardModifier.ShiftModifier)

    # then
    assert entries.target == "left:0"


def test_f8_goes_on_from_what_has_no_line_of_its_own(page, hands, qtbot):
    # given: behind all places with a line
    entries = hands.find("reviewList", ReviewList)
    for key, row in (
        (Qt.KeyboardModifier.NoModifier, 2),
        (Qt.KeyboardModifier.ShiftModifier, 1),
    ):
        choose_entry(hands, "section", "落款")
        assert (entries.target, entries.entry().lines) == ("section:signature", ())

        # when
        press(qtbot, Qt.Key.Key_F8, key)

        # then: neither to the first nor to the last of the list
        assert hands.find("importNotes", QListWidget).currentRow() == row


def test_a_click_on_a_line_of_the_source_shows_what_became_of_it(page, hands, qtbot):
    # given
    lines = hands.find("sourceLines", SourceLines)
    block = lines.document().find("本镇公开信息37条").block()
    spot = lines.blockBoundingGeometry(block).translated(lines.contentOffset()).center().toPoint()

    # when
    qtbot.mouseClick(lines.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(20, spot.y()))

    # then
    assert hands.find("reviewList", ReviewList).target == "overview/0"
    assert "37条" in hands.find("wordsText", QPlainTextEdit).toPlainText()
    assert lines.marked() == ["2023年，本镇公开信息37条。"]


def test_the_keys_walk_on_through_lines_that_became_one_paragraph_and_choose_words(
    window, hands, qtbot, tmp_path
):
    # given: a title of two lines
    path = tmp_path / "两行.txt"
    both = ["清溪县柳河镇人民政府", "2023年政府信息公开工作年度报告"]
    path.write_text(SOURCE.replace("".join(both), "\n".join(both)), encoding="utf-8")
    window.desk.opening.read(path, forward_first=True)
    page = shown(hands, qtbot)
    lines = hands.find("sourceLines", SourceLines)
    lines.setFocus()
    lines.moveCursor(QTextCursor.MoveOperation.Start)

    # when
    passed = []
    for _ in range(3):
        press(qtbot, Qt.Key.Key_Down)
        passed.append((page.here, lines.textCursor().block().text(), lines.marked()))

    # then
    assert passed[:2] == [("title", line, both) for line in both]
    assert passed[2] == ("preface/0", PREFACE, [PREFACE])

    # when
    press(qtbot, Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)

    # then
    assert lines.textCursor().hasSelection()


def test_a_click_on_what_was_read_shows_its_line(page, hands, qtbot):
    # given
    entries = hands.find("reviewList", ReviewList)
    entries.scrollToTop()
    row = next(row for row, one in enumerate(page.review.entries()) if one.target == "overview/0")
    spot = entries.visualRect(entries.model().index(row, 0)).center()

    # when
    qtbot.mouseClick(entries.viewport(), Qt.MouseButton.LeftButton, pos=spot)

    # then
    assert hands.find("sourceLines", SourceLines).marked() == ["2023年，本镇公开信息37条。"]


def test_all_places_can_be_accepted_by_key_alone(page, hands, qtbot):
    # when
    for _ in page.review.places:
        press(qtbot, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)

    # then
    assert verdict(hands) == "✓ 拿不准的地方都核对过了"
    assert QApplication.focusWidget() is hands.find("forwardButton")
    assert page.result() == page.review.reading.report

    # when
    press(qtbot, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)

    # then
    assert verdict(hands) == "? 还有 1 处请核对"


def test_every_control_has_a_name_for_the_ear_and_one_for_the_tests(page):
    # given
    controls = [
        one
        for kind in (QPushButton, QComboBox, QSpinBox, QLineEdit, QPlainTextEdit, QListWidget)
        for one in page.findChildren(kind)
        if one.objectName() != "qt_spinbox_lineedit"
    ]

    # then
    assert controls
    assert [one for one in controls if not one.objectName()] == []
    assert [
        one.objectName() for one in controls if not (one.accessibleName() or getattr(one, "text", str)())
    ] == []


def test_the_list_tells_a_sum_by_the_figures_as_they_stand(library, qtbot):
    # given: 3+1 is not 5
    form = library.get("national-2021")
    cells = [cell for cell in form.cells if cell.startswith("applications.new.")]
    review = review_of(library, dict(zip(cells, "3100005", strict=True)))
    listed = ReviewPlaces(Theme.load("light"))
    qtbot.addWidget(listed)
    listed.show_review(review)
    (row,) = [at for at, one in enumerate(review.places) if one.key.startswith("sum:")]
    read = listed.item(row).text()

    # when
    review.set_cells({cells[1]: "4"})
    listed.refresh()
    corrected = listed.item(row).text()
    review.set_cells({cells[-1]: "7"})
    listed.refresh()

    # then
    assert "3+1=4，总计却是 5" in read
    assert "3+4=7，总计却是 5" in corrected
    assert "加不起来" not in listed.item(row).text()


def test_a_row_that_needs_no_look_leaves_the_next_open_place_in_sight(window_on, qtbot, source):
    # given: the first places are settled, and there is room for few of them
    window = window_on(QSize(1366, 697), Settings(scale=200))
    window.desk.opening.read(source, forward_first=True)
    hands = Hands(window, qtbot)
    page = shown(hands, qtbot)
    notes, entries = hands.find("importNotes", QListWidget), hands.find("reviewList", ReviewList)
    for _ in range(3):
        press(qtbot, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)

    # when: the clerk goes to what was settled first, at the end of the list, and on to a sure row above it
    entries.setFocus()
    press(qtbot, Qt.Key.Key_End)
    assert notes.currentRow() == 0
    press(qtbot, Qt.Key.Key_Up)
    qtbot.wait(30)

    # then
    assert notes.currentItem() is None
    first = next(row for row, one in enumerate(page.review.places) if page.review.is_open(one))
    assert first == 3
    top = notes.visualItemRect(notes.item(first)).top()
    assert 0 <= top < notes.viewport().height()


@pytest.mark.parametrize("scale", [100, 125, 150, 175, 200])
def test_each_note_takes_the_room_that_it_was_laid_out_in(window_on, qtbot, source, scale):
    # given: more notes than have room
    window = window_on(QSize(1366, 697), Settings(scale=scale))
    window.desk.opening.read(source, forward_first=True)
    hands = Hands(window, qtbot)
    shown(hands, qtbot)
    notes = hands.find("importNotes", QListWidget)
    qtbot.waitUntil(lambda: notes.verticalScrollBar().maximum() > 0)

    # when
    rooms = [notes.visualItemRect(notes.item(row)) for row in range(notes.count())]

    # then: one begins where the one before it ends, or its last line would be lost
    apart = 2 * notes.spacing()
    assert [room.bottom() + 1 + apart for room in rooms[:-1]] == [room.top() for room in rooms[1:]]
    line = notes.fontMetrics().lineSpacing()
    assert all(room.height() >= 2 * line - 2 for room in rooms)
