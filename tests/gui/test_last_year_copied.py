"""Words copied from the pane of last year count as taken over from last year, and wait to be looked at."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QContextMenuEvent, QTextCursor
from PySide6.QtWidgets import QApplication, QPlainTextEdit

from core.carry import to_look_at
from core.checks.model import CellPlace, TextPlace
from core.edits import Splice
from core.pasting_own import MIME, of_last_year
from core.report import Paragraph, blank
from core.store import ReportFile
from gui.panes.prose.sheet import Sheet
from tests.gui.test_list_menus import menu_at, press, words

CTRL = Qt.KeyboardModifier.ControlModifier
OLD = "2023年更换公开栏12处，联系电话0531-1234567。"
HEADED = "（一）平台建设。网站已经改版。"
NEW = "今年新写的一段。"


@pytest.fixture
def work(window, hands, library, qtbot):
    """A report with a paragraph of its own, last year's two paragraphs and a figure beside it."""
    last, report = (
        blank(library.get("national-2021"), year, "清溪县柳河镇人民政府") for year in (2023, 2024)
    )
    last.section("overview").paragraphs = [Paragraph(text=OLD), Paragraph(text=HEADED, level=2)]
    report.section("overview").paragraphs = [Paragraph(text=NEW)]
    report.earlier = [last]
    window.desk.open(ReportFile(report), None)
    hands.find("workspace")
    work = window.desk.workspace
    work.page.go_to(TextPlace("overview", 0, 0, 0, ""))
    work.bring(work.last_year)
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    return work


def pane(hands):
    return hands.find("lastYearText", QPlainTextEdit)


def select(text, first, last):
    """Select from the beginning of some words of the pane to the end of others, as the mouse does, the keys with it."""
    text.setFocus()
    said = text.toPlainText()
    cursor = text.textCursor()
    cursor.setPosition(said.index(first))
    cursor.setPosition(said.index(last) + len(last), QTextCursor.MoveMode.KeepAnchor)
    text.setTextCursor(cursor)


def copy_and_paste(work, hands, qtbot, at):
    qtbot.keyClick(pane(hands), Qt.Key.Key_C, CTRL)
    sheet = work.page.findChild(Sheet)
    sheet.set_place(0, at, at)
    qtbot.keyClick(sheet, Qt.Key.Key_V, CTRL)


def paragraphs(hands):
    return hands.window.desk.session.report.section("overview").paragraphs


def waiting(hands):
    session = hands.window.desk.session
    return [one.words for one in to_look_at(session.template, session.report)]


def test_a_paragraph_of_last_year_that_is_pasted_waits_with_all_its_details(work, hands, qtbot):
    # given
    sheet = work.page.findChild(Sheet)
    sheet.set_place(0, len(NEW), len(NEW))
    qtbot.keyClick(sheet, Qt.Key.Key_Return)
    select(pane(hands), OLD, OLD)

    # when
    qtbot.keyClick(pane(hands), Qt.Key.Key_C, CTRL)
    qtbot.keyClick(sheet, Qt.Key.Key_V, CTRL)

    # then
    assert paragraphs(hands)[1] == Paragraph(text=OLD, state="carried", origin=OLD)
    assert {OLD, "12", "0531-1234567"} <= set(waiting(hands))
    assert work.page.prose.state.text() == "本段：照抄去年，未核对"
    hands.command("undo")
    assert [one.text for one in paragraphs(hands)] == [NEW, ""]


def test_some_words_of_last_year_make_the_paragraph_they_come_into_wait(work, hands, qtbot):
    # given
    select(pane(hands), "更换公开栏12处", "更换公开栏12处")

    # when
    copy_and_paste(work, hands, qtbot, 4)

    # then
    [pasted] = paragraphs(hands)
    assert (pasted.text, pasted.state, pasted.origin) == (
        NEW[:4] + "更换公开栏12处" + NEW[4:],
        "carried",
        OLD,
    )
    assert "12" in waiting(hands)


def test_what_the_pane_says_of_the_paragraphs_is_not_pasted(work, hands, qtbot):
    # given: from within one paragraph to within the next, with the lines between them
    select(pane(hands), "联系电话", "网站")

    # when
    copy_and_paste(work, hands, qtbot, len(NEW))

    # then
    assert [one.text for one in paragraphs(hands)] == [
        NEW + "联系电话0531-1234567。",
        "（一）平台建设。网站",
    ]
    assert [(one.level, one.state, one.origin) for one in paragraphs(hands)] == [
        (0, "carried", OLD),
        (2, "carried", HEADED),
    ]


def test_other_programs_get_the_words_of_the_report_and_nothing_that_is_said_of_them(work, hands, qtbot):
    # when
    select(pane(hands), "联系电话", "网站")
    qtbot.keyClick(pane(hands), Qt.Key.Key_C, CTRL)

    # then
    assert clipboard() == "联系电话0531-1234567。\n（一）平台建设。网站"


@pytest.mark.parametrize("page", ["overview", "reviews"])
def test_all_that_stands_there_goes_to_other_programs_as_the_words_of_the_report_or_as_its_figures(
    work, hands, qtbot, page
):
    # given: under one part words, under the other a figure alone
    session = hands.window.desk.session
    session.report.earlier[0].values["reviews.cases.review_total"] = "3"
    place = CellPlace("reviews.cases.review_total", "") if page == "reviews" else TextPlace(page, 0, 0, 0, "")
    work.page.go_to(place)
    text = pane(hands)
    text.setFocus()

    # when
    text.selectAll()
    qtbot.keyClick(text, Qt.Key.Key_C, CTRL)

    # then
    assert clipboard() == (f"{OLD}\n{HEADED}" if page == "overview" else text.toPlainText())
    assert page == "overview" or "3件" in clipboard()


def test_what_is_no_sentence_of_last_year_is_plain_words(work, hands, qtbot):
    # given
    select(pane(hands), "第 1 段", "第 1 段")

    # when
    copy_and_paste(work, hands, qtbot, 0)

    # then
    assert not QApplication.clipboard().mimeData().hasFormat(MIME)
    assert paragraphs(hands) == [Paragraph(text="第 1 段" + NEW)]


def test_a_figure_that_was_cut_is_copied_as_it_stands(library):
    report = blank(library.get("national-2021"), 2024, "清溪县柳河镇人民政府")
    said = "公开率提高12.5%,已落实."

    assert of_last_year(said, 0, said.index("5%"), report).text == "公开率提高12."
    assert of_last_year(said, 3, len(said), report).text == "提高12.5%，已落实。"


HALF = "(六)经费保障,年度经费已落实."


def test_half_width_marks_of_last_year_do_not_come_back_to_a_report_changed_over(work, hands, qtbot):
    # given: two numbered paragraphs, and one command made all marks full-width
    session = hands.window.desk.session
    own = [Paragraph(text=f"({n})网站改版,栏目更新.", level=2) for n in "一二"]
    session.edit(Splice("overview", 0, 1, tuple(own), "改写"))
    session.report.earlier[0].section("overview").paragraphs = [Paragraph(text=HALF, level=2)]
    session.check()
    session.mend(
        next(one for one in session.findings if one.fix and one.fix.label.startswith("全部改为全角标点"))
    )
    work.last_year.refresh()
    sheet = work.page.findChild(Sheet)
    sheet.set_place(1, len(own[1].text), len(own[1].text))
    qtbot.keyClick(sheet, Qt.Key.Key_Return)

    # when
    select(pane(hands), HALF, HALF)
    qtbot.keyClick(pane(hands), Qt.Key.Key_C, CTRL)
    qtbot.keyClick(sheet, Qt.Key.Key_V, CTRL)

    # then
    assert [one.text for one in paragraphs(hands)] == [
        "（一）网站改版，栏目更新。",
        "（二）网站改版，栏目更新。",
        "（三）经费保障，年度经费已落实。",
    ]
    assert (paragraphs(hands)[2].state, paragraphs(hands)[2].origin) == ("carried", HALF)
    assert not [one for one in session.findings if "全角" in one.message]


def spot_of(text, said):
    """Return a spot in the middle of the first line of some words of the pane."""
    cursor = text.textCursor()
    cursor.setPosition(text.toPlainText().index(said) + 2)
    return text.cursorRect(cursor).center()


def clipboard():
    return QApplication.clipboard().mimeData().text()


@pytest.fixture
def led(work, hands):
    """The pane, in which the place at hand is marked that is last year's first paragraph."""
    session = hands.window.desk.session
    carried = [Paragraph(text=one, state="carried", origin=one) for one in (OLD, HEADED)]
    session.edit(Splice("overview", 0, 1, tuple(carried), "改写"))
    session.check()
    work.last_year.refresh()
    work.page.go_to(TextPlace("overview", 1, 0, 0, ""))
    work.page.go_to(TextPlace("overview", 0, 0, 0, ""))
    text = pane(hands)
    assert text.led.selectedText() == OLD
    QApplication.clipboard().setText("before")
    return text


@pytest.mark.parametrize("said", [HEADED, "第 2 段"], ids=["its words", "the line above them"])
def test_the_right_button_copies_the_paragraph_under_the_mouse_and_no_other(led, said):
    # when
    menu = menu_at(led, spot_of(led, said))

    # then
    assert words(menu) == ["复制这一段", "全选"]
    assert [one.shortcut().toString() for one in menu.actions()] == ["Ctrl+C", "Ctrl+A"]
    assert led.textCursor().selectedText() == HEADED
    press(menu, "复制这一段")
    assert clipboard() == HEADED
    assert led.led.selectedText() == OLD


def test_the_right_button_on_words_selected_copies_these(led):
    # given
    select(led, "更换公开栏", "更换公开栏")

    # when
    menu = menu_at(led, spot_of(led, "更换公开栏"))

    # then
    press(menu, "复制")
    assert clipboard() == "更换公开栏"


def test_the_right_button_beside_words_selected_leaves_them(led):
    # given
    select(led, "更换公开栏", "更换公开栏")

    # when
    press(menu_at(led, spot_of(led, HEADED)), "复制这一段")

    # then
    assert clipboard() == HEADED


def test_the_menu_key_copies_the_paragraph_with_the_cursor(led):
    # when
    menu = menu_at(led, led.rect().bottomLeft(), QContextMenuEvent.Reason.Keyboard)

    # then
    press(menu, "复制这一段")
    assert clipboard() == OLD


def test_ctrl_c_takes_the_marked_paragraph_only_where_the_cursor_is_in_it(led, qtbot):
    # when: a click elsewhere, with nothing selected
    qtbot.mouseClick(led.viewport(), Qt.MouseButton.LeftButton, pos=spot_of(led, HEADED))
    qtbot.keyClick(led, Qt.Key.Key_C, CTRL)

    # then
    assert clipboard() == "before"

    # when
    qtbot.mouseClick(led.viewport(), Qt.MouseButton.LeftButton, pos=spot_of(led, OLD))
    qtbot.keyClick(led, Qt.Key.Key_C, CTRL)

    # then
    assert clipboard() == OLD
