"""On a small screen, in every size of the writing: what is to be compared, and all that can be corrected, is in sight."""

import pytest
from PySide6.QtCore import QPoint, QSize, Qt
from PySide6.QtGui import QImage, QTextCursor
from PySide6.QtWidgets import (
    QComboBox,
    QLabel,
    QListWidget,
    QPlainTextEdit,
    QScrollArea,
    QStatusBar,
    QWidget,
)

from core.importers.sandbox import PagePicture
from core.report import Note
from gui.panes.review_list import ReviewList
from gui.panes.review_pictures import PagePictures
from gui.panes.review_source import SourceLines
from gui.theme import Theme
from gui.widgets.lines_label import LinesLabel
from tests.gui.review.conftest import LONG, SOURCE, choose_entry

ROOM = QSize(1366, 697)
MANY = SOURCE.replace("公开栏更新不够及时。", "\n".join([LONG] * 6 + [f"末段{LONG}"]))


@pytest.fixture(params=[100, 125, 150])
def hands(request, review_on):
    """The hands at the review of a report with long paragraphs, written in some size."""
    return review_on(ROOM, request.param, MANY)


def test_all_of_a_paragraph_in_the_source_is_marked_and_in_sight(hands, qtbot):
    # when
    choose_entry(hands, "paragraph", "末段")

    # then
    lines = hands.find("sourceLines", SourceLines)
    (mark,) = lines.extraSelections()
    assert mark.cursor.selectedText() == f"末段{LONG}"
    begin, end = QTextCursor(mark.cursor), QTextCursor(mark.cursor)
    begin.setPosition(mark.cursor.selectionStart())
    end.setPosition(mark.cursor.selectionEnd())
    room = lines.viewport().rect()
    assert room.contains(lines.cursorRect(begin))
    assert room.contains(lines.cursorRect(end)) or lines.cursorRect(begin).top() < room.height() / 3


def test_words_place_and_level_are_seen_together_without_a_second_scroll_bar(hands, qtbot):
    # when
    choose_entry(hands, "paragraph", "末段")
    hands.find("wordsText", QPlainTextEdit).insertPlainText("改")
    qtbot.wait(30)

    # then: also beside the button that takes the correction
    area = hands.find("placePanel").findChild(QScrollArea)
    assert not area.verticalScrollBar().isVisible()
    for part in (
        hands.find("wordsText"),
        *(hands.find(name, QComboBox) for name in ("wordsSection", "wordsLevel")),
    ):
        assert stands_in(part, area.viewport())
    text = hands.find("wordsText")
    assert text.height() >= 2 * text.fontMetrics().lineSpacing()


def stands_in(part: QWidget, room: QWidget) -> bool:
    top = part.mapTo(room, QPoint()).y()
    return 0 <= top <= top + part.height() <= room.height()


def test_a_large_panel_shows_all_words_of_a_paragraph(hands, qtbot):
    # given
    hands.window.resize(1920, 1600)

    # when
    choose_entry(hands, "paragraph", "末段")

    # then
    text = hands.find("wordsText", QPlainTextEdit)
    qtbot.waitUntil(lambda: text.verticalScrollBar().maximum() == 0)
    assert text.height() <= (text.document().size().height() + 1.5) * text.fontMetrics().lineSpacing()


def test_a_page_of_the_source_is_as_wide_as_its_place(hands, qtbot):
    # given
    pictures = PagePictures(Theme.load("light"))
    qtbot.addWidget(pictures)
    page = QImage(600, 850, QImage.Format.Format_RGB32)
    page.fill(Qt.GlobalColor.white)

    # when
    pictures.resize(420, 380)
    pictures.show()
    pictures.show_picture(0, PagePicture.model_construct(png=_png(page)))
    qtbot.wait(30)

    # then
    area = pictures.findChild(QScrollArea)
    assert area.verticalScrollBar().maximum() > 0
    assert area.horizontalScrollBar().maximum() == 0
    assert area.viewport().width() - area.widget().pixmap().deviceIndependentSize().width() <= 4


def _png(image: QImage) -> bytes:
    from PySide6.QtCore import QBuffer, QByteArray

    data = QByteArray()
    image.save(QBuffer(data), "PNG")
    return bytes(data)


def test_the_reason_of_a_doubt_stands_in_full(hands, qtbot):
    # given: as Qt draws them, words are cut where they are allowed to end in dots
    places = hands.find("importNotes", QListWidget)

    # then
    assert places.textElideMode() == Qt.TextElideMode.ElideNone


def test_what_is_told_in_passing_moves_nothing_that_is_clicked(hands, qtbot):
    # given: no empty line takes height below the buttons
    line = hands.window.findChild(QStatusBar)
    line.clearMessage()
    qtbot.wait(30)
    parts = [hands.find(name) for name in ("forwardButton", "acceptButton", "importNotes", "reviewList")]
    before = [part.mapTo(hands.window, QPoint()) for part in parts]
    assert not line.isVisible()

    # when
    line.showMessage("已经填入。")
    qtbot.wait(30)

    # then
    assert hands.find("reviewTold", QLabel).text() == "已经填入。"
    assert [part.mapTo(hands.window, QPoint()) for part in parts] == before
    assert not line.isVisible()

    # when
    line.clearMessage()

    # then
    assert not hands.sees("reviewTold")


def test_what_was_told_before_is_told_on_in_the_review_and_after_it(hands, qtbot):
    # given
    line = hands.window.findChild(QStatusBar)
    line.showMessage("已经填入。")

    # when
    hands.window.desk.opening.reviewing.dress(Theme.load("dark"))

    # then
    qtbot.waitUntil(lambda: hands.sees("reviewTold"))
    assert hands.find("reviewTold", QLabel).text() == "已经填入。"

    # when
    hands.press("cancelReview")
    hands.find("homePage")

    # then
    assert line.isVisible()
    assert line.currentMessage() == "已经填入。"


def test_a_doubt_about_the_whole_report_marks_nothing_in_the_list(hands, qtbot):
    # given
    page = hands.find("reviewPage")
    reading = page.review.reading
    reading.report.notes.append(Note(message="整份报告请核对。"))
    page.show_review(page.review.renewed(reading, page.review.template))
    choose_entry(hands, "paragraph", "末段")
    places = hands.find("importNotes", QListWidget)

    # when
    row = next(row for row in range(places.count()) if "整份报告请核对" in places.item(row).text())
    places.setCurrentRow(row)

    # then
    entries = hands.find("reviewList", ReviewList)
    assert entries.entry() is None
    assert entries.selectedIndexes() == []


def test_what_is_told_in_large_writing_is_there_to_its_last_word(review_on):
    # given
    hands = review_on(QSize(1366, 768), 200, SOURCE)
    words = "文件里只写了“柳河镇人民政府”，先填了“河北省清溪县柳河镇人民政府”，不对请改。"

    # when
    hands.find("reviewPage").tell(words)

    # then
    told = hands.find("reviewTold", LinesLabel)
    hands.qtbot.waitUntil(lambda: "".join(told.shown()) == words)
    assert told.height() >= len(told.shown()) * told.fontMetrics().lineSpacing()
