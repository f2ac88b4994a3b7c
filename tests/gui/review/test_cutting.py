"""Paragraphs are cut and joined in the review as in any editor, and by the menu; each goes on its own then."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QContextMenuEvent, QTextCursor
from PySide6.QtWidgets import QApplication, QComboBox, QLabel, QLineEdit, QMenu, QPlainTextEdit

from gui.panes.review_list import ReviewList
from tests.gui.review.conftest import copied, press, shown

FIRST = "2023年，本镇公开信息37条。"
SECOND = "（一）依申请公开。全年收到申请2件。"
CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def source(source):
    """The file of the other tests with a second paragraph in its first section."""
    source.write_text(
        source.read_text(encoding="utf-8").replace(FIRST, f"{FIRST}\n{SECOND}"), encoding="utf-8"
    )
    return source


@pytest.fixture
def entries(page, hands) -> ReviewList:
    """The list of the review, with its first paragraph at hand."""
    entries = hands.find("reviewList", ReviewList)
    choose(entries, "overview/0")
    entries.setFocus()
    return entries


def choose(entries: ReviewList, target: str) -> None:
    rows = (row for row in range(entries.model().rowCount()) if entries.target_in(row) == target)
    entries.setCurrentIndex(entries.model().index(next(rows), 0))


def texts(page) -> list[str]:
    return [one.text for one in page.review.report().section("overview").paragraphs]


def words(hands) -> QPlainTextEdit:
    return hands.find("wordsText", QPlainTextEdit)


def put_cursor(box: QPlainTextEdit, at: int) -> None:
    cursor = box.textCursor()
    cursor.setPosition(at)
    box.setTextCursor(cursor)


def menu_at(widget, hands, name: str) -> None:
    """Open the menu of a widget by key, and choose an entry."""
    at = widget.viewport().mapToGlobal(QPoint(5, 5))
    event = QContextMenuEvent(QContextMenuEvent.Reason.Keyboard, QPoint(5, 5), at)
    QApplication.sendEvent(widget.viewport(), event)
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    next(one for one in menu.actions() if one.text() == name).trigger()
    menu.close()


def test_enter_cuts_a_paragraph_in_two_when_it_is_taken_over(page, entries, hands, qtbot):
    # given
    press(qtbot, Qt.Key.Key_F2)
    put_cursor(words(hands), len("2023年，"))

    # when
    press(qtbot, Qt.Key.Key_Return)
    press(qtbot, Qt.Key.Key_Return, CTRL)

    # then
    assert texts(page) == ["2023年，", "本镇公开信息37条。", SECOND]
    listed = [entries.target_in(row) for row in range(entries.model().rowCount())]
    assert [one for one in listed if one.startswith("overview/")] == [
        "overview/0",
        "overview/0~1",
        "overview/1",
    ]
    choose(entries, "overview/0")
    assert words(hands).toPlainText() == "2023年，"


HOW = "光标放到要断开的地方，按回车断成两段；改好按 Ctrl+回车，不改了按 Esc。"


def told(page) -> str:
    label = page.findChild(QLabel, "reviewTold")
    return label.text() if label.isVisible() else ""


def test_who_is_to_change_or_cut_a_paragraph_is_told_how_until_it_is_let_go(page, entries, hands, qtbot):
    # when
    press(qtbot, Qt.Key.Key_F2)

    # then
    assert QApplication.focusWidget() is words(hands)
    assert told(page) == HOW

    # when
    press(qtbot, Qt.Key.Key_Escape)

    # then
    assert told(page) == ""

    # when: by the menu
    menu_at(entries, hands, "修改、断成两段（F2）")

    # then
    assert told(page) == HOW

    # when
    words(hands).insertPlainText("今年，")
    press(qtbot, Qt.Key.Key_Return, CTRL)

    # then
    assert texts(page)[0].startswith("今年，")
    assert told(page) == ""


def test_who_changes_no_paragraph_is_not_told_how_to_cut_one(page, entries, hands, qtbot):
    # given: the title
    choose(entries, "title")
    entries.setFocus()

    # when
    press(qtbot, Qt.Key.Key_F2)

    # then
    assert isinstance(QApplication.focusWidget(), QLineEdit)
    assert told(page) == ""


def test_several_lines_pasted_into_the_words_are_several_paragraphs(page, entries, hands, qtbot, clipboard):
    # given
    press(qtbot, Qt.Key.Key_F2)
    words(hands).selectAll()
    clipboard.setMimeData(copied("第一段。\r\n\r\n（一）第二段。\r\n"))

    # when
    press(qtbot, Qt.Key.Key_V, CTRL)
    press(qtbot, Qt.Key.Key_Return, CTRL)

    # then
    assert texts(page) == ["第一段。", "（一）第二段。", SECOND]
    assert page.review.report().section("overview").paragraphs[1].level == 2


def test_backspace_at_the_beginning_joins_with_the_paragraph_before(page, entries, hands, qtbot):
    # given
    choose(entries, "overview/1")
    press(qtbot, Qt.Key.Key_F2)
    words(hands).moveCursor(QTextCursor.MoveOperation.Start)

    # when
    press(qtbot, Qt.Key.Key_Backspace)

    # then: the keys are between the two, where they could be cut again
    assert texts(page) == [FIRST + SECOND]
    assert entries.target == "overview/0"
    box = words(hands)
    assert QApplication.focusWidget() is box
    assert box.toPlainText() == FIRST + SECOND
    assert box.textCursor().position() == len(FIRST)

    # when
    press(qtbot, Qt.Key.Key_Z, CTRL)

    # then
    assert texts(page) == [FIRST, SECOND]
    assert QApplication.focusWidget() is words(hands)


def test_delete_at_the_end_joins_with_the_paragraph_behind(page, entries, hands, qtbot):
    # given
    press(qtbot, Qt.Key.Key_F2)
    words(hands).moveCursor(QTextCursor.MoveOperation.End)

    # when
    press(qtbot, Qt.Key.Key_Delete)

    # then
    assert texts(page) == [FIRST + SECOND]
    assert words(hands).textCursor().position() == len(FIRST)


def test_who_would_join_the_first_paragraph_is_told_that_nothing_is_before_it(page, entries, hands, qtbot):
    # given
    press(qtbot, Qt.Key.Key_F2)
    words(hands).moveCursor(QTextCursor.MoveOperation.Start)

    # when
    press(qtbot, Qt.Key.Key_Backspace)

    # then
    assert texts(page) == [FIRST, SECOND]
    assert "第一段" in hands.find("reviewTold").text()

    # when
    choose(entries, "overview/1")

    # then
    assert not hands.sees("reviewTold")


def test_the_menu_of_the_list_joins(page, entries, hands):
    # given
    choose(entries, "overview/1")

    # when
    menu_at(entries, hands, "和上一段接起来")

    # then
    assert texts(page) == [FIRST + SECOND]
    assert QApplication.focusWidget() is entries


def test_the_menu_of_the_words_cuts_where_the_cursor_stands(page, entries, hands, qtbot):
    # given
    press(qtbot, Qt.Key.Key_F2)
    put_cursor(words(hands), len("2023年，"))

    # when
    menu_at(words(hands), hands, "从这里断成两段")

    # then: the clerk goes on in the second
    assert texts(page) == ["2023年，", "本镇公开信息37条。", SECOND]
    assert entries.target == "overview/0~1"
    assert QApplication.focusWidget() is words(hands)
    assert words(hands).textCursor().position() == 0


def test_what_was_cut_off_goes_to_another_section_alone(page, entries, hands, qtbot):
    # given
    press(qtbot, Qt.Key.Key_F2)
    put_cursor(words(hands), len("2023年，"))
    menu_at(words(hands), hands, "从这里断成两段")

    # when
    section = hands.find("wordsSection", QComboBox)
    section.setCurrentIndex(section.findData("problems"))
    press(qtbot, Qt.Key.Key_Return, CTRL)

    # then
    assert texts(page) == ["2023年，", SECOND]
    moved = page.review.report().section("problems").paragraphs
    assert "本镇公开信息37条。" in [one.text for one in moved]


@pytest.mark.parametrize("way", ["key", "menu"])
def test_a_name_pasted_from_two_lines_has_no_blank_in_it(page, entries, hands, qtbot, clipboard, way):
    # given
    choose(entries, "unit")
    press(qtbot, Qt.Key.Key_F2)
    clipboard.setMimeData(copied("清溪县柳河镇\n人民政府"))

    # when
    line = hands.find("factText", QLineEdit)
    line.selectAll()
    if way == "key":
        press(qtbot, Qt.Key.Key_V, CTRL)
    else:
        event = QContextMenuEvent(QContextMenuEvent.Reason.Keyboard, QPoint(5, 5), line.mapToGlobal(QPoint()))
        QApplication.sendEvent(line, event)
        menu = QApplication.activePopupWidget()
        next(one for one in menu.actions() if one.objectName() == "edit-paste").trigger()
        menu.close()

    # then
    assert line.text() == "清溪县柳河镇人民政府"


def test_a_cut_is_there_again_when_the_file_is_opened_again(window, page, entries, hands, qtbot, source):
    # given
    press(qtbot, Qt.Key.Key_F2)
    put_cursor(words(hands), len("2023年，"))
    menu_at(words(hands), hands, "从这里断成两段")
    hands.press("cancelReview")

    # when
    window.desk.opening.read(source, forward_first=True)
    again = shown(hands, qtbot)

    # then
    assert texts(again) == ["2023年，", "本镇公开信息37条。", SECOND]


def test_who_only_looks_at_words_with_an_unusual_blank_changes_nothing(window, hands, qtbot, source):
    # given
    text = source.read_text(encoding="utf-8").replace("公开信息37条", "公开\u00a0信息37条")
    source.write_text(text, encoding="utf-8")
    window.desk.opening.read(source, forward_first=True)
    page = shown(hands, qtbot)
    before = page.review.words_of("overview/0")
    entries = hands.find("reviewList", ReviewList)

    # when
    choose(entries, "overview/0")
    choose(entries, "overview/1")

    # then
    assert page.review.words_of("overview/0") == before
    assert not page.has_something


def test_what_a_key_told_stays_while_an_older_sentence_of_the_window_ends(
    window, page, entries, hands, qtbot
):
    # given
    window.statusBar().showMessage("已复制。")
    press(qtbot, Qt.Key.Key_F2)
    put_cursor(words(hands), 0)
    press(qtbot, Qt.Key.Key_Backspace)

    # when
    window.statusBar().clearMessage()

    # then
    assert "第一段" in hands.find("reviewTold").text()

    # when: a newer one takes its place, and ends
    window.statusBar().showMessage("已复制。")
    assert hands.find("reviewTold").text() == "已复制。"
    window.statusBar().clearMessage()

    # then
    assert not hands.sees("reviewTold")
