"""Words cut or copied on the sheet and pasted there: they stay as unread and as linked as they were."""

import pytest
from PySide6.QtCore import QMimeData, Qt
from PySide6.QtGui import QImage, QTextCursor
from PySide6.QtWidgets import QApplication, QLabel

from core.carry import to_look_at
from core.edits import SetCells
from core.pasting_own import MIME
from core.report import Link, Paragraph
from core.store import ReportFile
from gui.pages import pages_of
from gui.panes.prose.sheet import Sheet

NEW = "applications.new.total"
TEXT = "全年收到政府信息公开申请29件。"
AT = TEXT.index("29")
OLD = "村务公开栏每季度更换一次。"
CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def desk(window, report, hands):
    """An open report: a linked sentence, one of last year that waits, one of this year."""
    report.values[NEW] = "29"
    report.section("overview").paragraphs = [
        Paragraph(text=TEXT, links=(Link(start=AT, end=AT + 2, cell=NEW),)),
        Paragraph(text=OLD, state="carried", origin=OLD),
        Paragraph(text="末段。"),
    ]
    return open_report(hands, report)


def open_report(hands, report):
    window = hands.window
    window.desk.open(ReportFile(report), None)
    show(window, "overview")
    return window.desk


def show(window, section):
    session, page = window.desk.session, window.desk.workspace.page
    page.show_page(next(one for one in pages_of(session.template, session.report) if one.section == section))
    sheet_of(window).setFocus()


def sheet_of(window):
    return window.desk.workspace.page.findChild(Sheet)


def select(sheet, first, start, last, end):
    """Select from a character of a paragraph up to one of another, as the mouse does."""
    blocks = sheet.document()
    cursor = sheet.textCursor()
    cursor.setPosition(blocks.findBlockByNumber(first).position() + start)
    cursor.setPosition(blocks.findBlockByNumber(last).position() + end, QTextCursor.MoveMode.KeepAnchor)
    sheet.setTextCursor(cursor)


@pytest.fixture
def press(window, qtbot):
    return lambda key: qtbot.keyClick(sheet_of(window), key, CTRL)


def paragraphs(desk, section="overview"):
    return desk.session.report.section(section).paragraphs


def linked(paragraph):
    return [paragraph.text[one.start : one.end] for one in paragraph.links]


def test_a_sentence_that_is_cut_and_pasted_still_follows_the_table_and_one_undo_takes_it_back(
    desk, window, hands, press
):
    # given
    sheet = sheet_of(window)
    select(sheet, 0, 2, 0, len(TEXT))
    press(Qt.Key.Key_X)

    # when
    sheet.set_place(2, 3, 3)
    press(Qt.Key.Key_V)

    # then
    assert paragraphs(desk)[2].text == "末段。" + TEXT[2:]
    assert linked(paragraphs(desk)[2]) == ["29"]
    assert desk.session.undo_stack.undoText() == "粘贴文字"
    assert sheet.textCursor().atEnd()
    desk.session.edit(SetCells({NEW: "31"}))
    assert paragraphs(desk)[2].text == "末段。" + TEXT[2:].replace("29", "31")
    desk.session.undo_stack.undo()
    desk.session.undo_stack.undo()
    assert paragraphs(desk)[2] == Paragraph(text="末段。")
    desk.session.undo_stack.undo()
    assert linked(paragraphs(desk)[0]) == ["29"]


def test_what_is_typed_behind_a_pasted_sentence_is_a_step_of_its_own(desk, window, press, qtbot):
    # given
    sheet = sheet_of(window)
    select(sheet, 0, 0, 0, len(TEXT))
    press(Qt.Key.Key_C)
    sheet.set_place(2, 3, 3)
    press(Qt.Key.Key_V)

    # when
    qtbot.keyClicks(sheet, "ab")
    desk.session.undo_stack.undo()

    # then
    assert paragraphs(desk)[2].text == "末段。" + TEXT


def test_a_paragraph_of_last_year_moved_with_its_line_break_still_waits(desk, window, press, qtbot):
    # given
    sheet, session = sheet_of(window), desk.session
    before = [one.words for one in to_look_at(session.template, session.report)]
    select(sheet, 1, 0, 2, 0)
    press(Qt.Key.Key_X)
    assert [one.text for one in paragraphs(desk)] == [TEXT, "末段。"]

    # when
    sheet.set_place(1, 3, 3)
    qtbot.keyClick(sheet, Qt.Key.Key_Return)
    press(Qt.Key.Key_V)

    # then
    assert [one.text for one in paragraphs(desk)] == [TEXT, "末段。", OLD]
    assert (paragraphs(desk)[2].state, paragraphs(desk)[2].origin) == ("carried", OLD)
    assert [one.words for one in to_look_at(session.template, session.report)] == before


def test_a_numbered_paragraph_that_is_moved_takes_the_number_of_its_new_place_and_its_link_along(
    desk, window, press, report
):
    # given
    paragraphs(desk)[:] = [
        Paragraph(
            text="（一）收到申请29件。", level=2, links=(Link(start=7, end=9, cell=NEW),), state="carried"
        ),
        Paragraph(text="（二）乙。", level=2),
        Paragraph(text="（三）丙。", level=2),
    ]
    show(window, "problems")
    show(window, "overview")
    sheet = sheet_of(window)
    select(sheet, 0, 0, 1, 0)
    press(Qt.Key.Key_X)

    # when
    sheet.set_place(1, 0, 0)
    press(Qt.Key.Key_V)

    # then
    now = paragraphs(desk)
    assert [one.text for one in now] == ["（一）乙。", "（二）收到申请29件。", "（三）丙。"]
    assert [one.state for one in now] == ["", "carried", ""]
    assert linked(now[1]) == ["29"]
    assert desk.session.undo_stack.undoText().startswith("粘贴文字")


def test_a_whole_section_cut_and_pasted_is_as_it_was_without_a_question(desk, window, hands, press):
    # given
    before = [one.model_copy(deep=True) for one in paragraphs(desk)]
    press(Qt.Key.Key_A)
    press(Qt.Key.Key_X)
    assert [one.text for one in paragraphs(desk)] == [""]

    # when
    press(Qt.Key.Key_V)

    # then
    assert paragraphs(desk) == before
    assert not hands.sees("pasteTextDialog")
    assert desk.session.undo_stack.undoText() == "粘贴 3 段"


def test_it_goes_into_another_section_and_from_the_sign_off_comes_no_level(desk, window, press):
    # given
    paragraphs(desk)[1].level = 2
    sheet = sheet_of(window)
    select(sheet, 0, 0, 1, len(OLD))
    press(Qt.Key.Key_C)

    # when
    show(window, "signature")
    sheet_of(window).selectAll()
    press(Qt.Key.Key_V)

    # then
    assert [(one.text, one.level) for one in paragraphs(desk, "signature")] == [(TEXT, 0), (OLD, 0)]
    assert linked(paragraphs(desk, "signature")[0]) == ["29"]


def test_in_another_report_the_numbers_are_words_again(desk, window, hands, press, library):
    # given
    select(sheet_of(window), 0, 0, 0, len(TEXT))
    press(Qt.Key.Key_C)
    other = desk.session.report.model_copy(deep=True)

    # when
    elsewhere = open_report(hands, other)
    sheet_of(window).set_place(2, 3, 3)
    press(Qt.Key.Key_V)

    # then
    assert paragraphs(elsewhere)[2].text == "末段。" + TEXT
    assert paragraphs(elsewhere)[2].links == ()


def test_other_programs_get_plain_words(desk, window, press):
    # when
    select(sheet_of(window), 0, len(TEXT) - 2, 1, 4)
    press(Qt.Key.Key_C)

    # then
    data = QApplication.clipboard().mimeData()
    assert data.text() == "件。\n村务公开"
    assert data.hasFormat(MIME)


def test_damaged_paragraphs_of_ours_are_pasted_as_the_words_beside_them(desk, window):
    # given
    data = QMimeData()
    data.setText("外来的话。")
    data.setData(MIME, b"{broken")

    # when
    sheet_of(window).set_place(2, 0, 0)
    sheet_of(window).insertFromMimeData(data)

    # then
    assert paragraphs(desk)[2] == Paragraph(text="外来的话。末段。")


@pytest.mark.parametrize(
    ("text", "html", "paragraph"),
    [
        ("　　（一）主动公开。", "", ("（一）主动公开。", 2)),
        ("（一）\t主动公开", "", ("（一）主动公开", 2)),
        ("1.\u00a0 按月更换", "", ("1.按月更换", 3)),
        ("（1） 按季更换", "", ("（1）按季更换", 4)),
        ("公开\u200b信息\u00a0 75 条\u00ad。\u2060", "", ("公开信息 75 条。", 0)),
        ("主动公开\r\n", "", ("主动公开", 0)),
        ("\uf06c\t主动公开", "", ("主动公开", 0)),
        ("", "<p>只有网页</p><img src=x>", ("只有网页", 0)),
    ],
)
def test_a_single_paragraph_of_another_program_is_cleaned(desk, window, press, hands, text, html, paragraph):
    # given
    paragraphs(desk)[:] = [Paragraph(text="")]
    show(window, "problems")
    show(window, "overview")
    data = QMimeData()
    if text:
        data.setText(text)
    if html:
        data.setHtml(html)
    QApplication.clipboard().setMimeData(data)

    # when
    press(Qt.Key.Key_V)

    # then
    assert [(one.text, one.level) for one in paragraphs(desk)] == [paragraph]
    assert not hands.sees("pasteTextDialog")


def test_the_numbers_of_a_pasted_block_are_offered_to_be_linked_one_by_one(desk, window, hands, press):
    # given
    desk.session.edit(SetCells({"disclosure.documents.made": "3"}))
    QApplication.clipboard().setText("全年收到政府信息公开申请29件。\n制发行政规范性文件3件。\n末尾一段。")
    sheet_of(window).set_place(2, 3, 3)

    # when
    press(Qt.Key.Key_V)
    hands.press("pasteNow")

    # then: the cursor stands in the third, and the words say which number is meant
    said = hands.find("linkOfferWords", QLabel)
    assert said.text().startswith("“全年收到政府信息公开申请29件”的数与表三")
    hands.press("linkNumber")
    assert said.text().startswith("“制发行政规范性文件3件”的数与表二")
    hands.press("linkNumber")
    assert [linked(one) for one in paragraphs(desk)[2:]] == [["29"], ["3"], []]
    assert not hands.sees("linkOffer")


def test_of_a_pasted_block_nothing_is_offered_once_the_cursor_is_elsewhere(desk, window, hands, press):
    # given
    QApplication.clipboard().setText("全年收到政府信息公开申请29件。\n末尾一段。")
    sheet_of(window).set_place(2, 3, 3)
    press(Qt.Key.Key_V)
    hands.press("pasteNow")
    hands.find("linkOffer")

    # when
    sheet_of(window).set_place(0, 0, 0)

    # then
    assert not hands.sees("linkOffer")


def test_in_the_middle_of_a_paragraph_a_cleaned_line_is_words_alone(desk, window, press):
    # given
    QApplication.clipboard().setText("　　（二）\t依申请公开")

    # when
    sheet_of(window).set_place(2, 2, 2)
    press(Qt.Key.Key_V)

    # then
    assert paragraphs(desk)[2] == Paragraph(text="末段（二）依申请公开。")


def picture():
    data = QMimeData()
    data.setImageData(QImage(5, 5, QImage.Format.Format_RGB32))
    return data


def file():
    data = QMimeData()
    data.setUrls(["file:///somewhere/photo.png"])
    return data


def framed_picture():
    data = QMimeData()
    data.setHtml("<p><img src='photo.png'></p>")
    return data


@pytest.mark.parametrize(
    ("source", "words"),
    [(picture, "只有图片"), (framed_picture, "只有图片"), (file, "是文件"), (QMimeData, "没有文字")],
)
def test_where_there_are_no_words_to_paste_one_sentence_says_so(desk, window, hands, source, words):
    # given
    said = []
    desk.said.connect(said.append)
    QApplication.clipboard().setMimeData(source())

    # when
    hands.command("pasteCells")

    # then
    (sentence,) = said
    assert words in sentence
    assert "报告没有改动" in sentence
    assert not desk.session.undo_stack.canUndo()


def test_a_numbered_paragraph_pasted_behind_the_number_of_enter_bears_one_number(
    desk, window, press, qtbot, report
):
    # given
    paragraphs(desk)[:] = [Paragraph(text=f"（{one}）{one}段。", level=2) for one in "一二三四"]
    show(window, "problems")
    show(window, "overview")
    sheet = sheet_of(window)
    select(sheet, 1, 0, 2, 0)
    press(Qt.Key.Key_X)

    # when
    press(Qt.Key.Key_End)
    qtbot.keyClick(sheet, Qt.Key.Key_Return)
    assert paragraphs(desk)[-1].text == "（四）"
    press(Qt.Key.Key_V)

    # then
    assert [one.text for one in paragraphs(desk)] == [
        "（一）一段。",
        "（二）三段。",
        "（三）四段。",
        "（四）二段。",
    ]
    assert sheet.textCursor().atEnd()


def test_a_numbered_line_of_another_program_takes_the_number_that_enter_made(desk, window, qtbot):
    # given
    paragraphs(desk)[:] = [Paragraph(text="（一）甲。", level=2), Paragraph(text="（二）", level=2)]
    show(window, "problems")
    show(window, "overview")
    sheet_of(window).set_place(1, 3, 3)
    words = QMimeData()
    words.setText("（五）强化培训。")

    # when
    sheet_of(window).insertFromMimeData(words)

    # then
    assert [one.text for one in paragraphs(desk)] == ["（一）甲。", "（二）强化培训。"]


def test_a_heading_keeps_its_font_when_the_empty_paragraph_before_it_goes(desk, window, qtbot):
    # given
    paragraphs(desk)[:] = [
        Paragraph(text="甲。"),
        Paragraph(text=""),
        Paragraph(text="（一）平台建设", level=2),
    ]
    show(window, "problems")
    show(window, "overview")
    sheet = sheet_of(window)

    def lettered():
        formats = sheet.document().lastBlock().layout().formats()
        return sum(one.length for one in formats if one.format.fontFamilies())

    assert lettered() == 7
    sheet.set_place(1, 0, 0)

    # when
    qtbot.keyClick(sheet, Qt.Key.Key_Backspace)

    # then
    assert [one.text for one in paragraphs(desk)] == ["甲。", "（一）平台建设"]
    assert lettered() == 7
