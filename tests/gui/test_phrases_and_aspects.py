"""The guidance beside the page: aspects that tick themselves, phrases put in at the cursor, the county's limit."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QListWidget, QPlainTextEdit

from core.edits import SetCells, Splice
from core.report import Paragraph
from core.settings import Settings
from core.store import ReportFile
from core.template import built_in
from gui.pages import Page
from gui.panes.prose.sheet import Sheet
from gui.theme import Theme
from gui.window import MainWindow
from tests.gui.conftest import Hands


@pytest.fixture
def at_work(window, report, hands):
    """An open report with a few words in its first section."""
    report.section("overview").paragraphs = [Paragraph(text="（一）主动公开。按月更换公开栏。", level=2)]
    window.desk.open(ReportFile(report), None)
    work = window.desk.workspace
    work.side.setCurrentWidget(work.guidance)
    return hands


def workspace(hands):
    return hands.window.desk.workspace


def sheet(hands):
    return workspace(hands).page.findChild(Sheet)


def ticked(hands):
    rows = hands.find("aspects", QListWidget)
    return [rows.item(row).text() for row in range(rows.count()) if rows.item(row).text().startswith("✓")]


def test_the_aspects_tick_themselves_while_the_clerk_types(at_work, qtbot):
    # given
    assert ticked(at_work) == ["✓ 主动公开"]
    assert at_work.find("aspectsTitle", QLabel).text() == "还差 4 个方面没有写"

    # when
    at = sheet(at_work)
    at.set_place(0, 99, 99)
    at.textCursor().insertText("\n（二）监督保障。")

    # then
    qtbot.waitUntil(lambda: ticked(at_work) == ["✓ 主动公开", "✓ 监督保障"])
    rows = at_work.find("aspects", QListWidget)
    assert rows.item(4).toolTip() == "文中写了“监督保障”"
    assert rows.item(1).toolTip() == "还没有写到这一方面"


def test_other_pages_have_no_aspects(at_work):
    # when
    workspace(at_work).page.show_page(Page("other"))

    # then
    assert not at_work.sees("aspectsList")
    assert at_work.sees("phrasesList")


@pytest.mark.parametrize(
    ("at", "number"),
    [(0, 0), (6, 1), (99, 1)],
)
def test_a_phrase_that_needs_a_paragraph_of_its_own_gets_one_and_ticks_its_aspect(at_work, qtbot, at, number):
    # given: the cursor before, within or behind the words of a paragraph
    session = at_work.window.desk.session
    sheet(at_work).set_place(0, at, at)

    # when
    at_work.command("insertPhrase")
    rows = at_work.find("phrasesList", QListWidget)
    titles = [rows.item(row).text() for row in range(rows.count())]
    rows.setCurrentRow(titles.index("政府信息管理"))
    words = at_work.find("phraseSentence", QPlainTextEdit).toPlainText()
    qtbot.keyClick(rows, Qt.Key.Key_Return)

    # then
    texts = [one.text for one in session.report.section("overview").paragraphs]
    assert texts.pop(number) == words
    assert texts == ["（一）主动公开。按月更换公开栏。"]
    assert workspace(at_work).page.here().paragraph == number
    qtbot.waitUntil(lambda: "✓ 政府信息管理" in ticked(at_work))

    # when
    at_work.command("undo")

    # then
    assert [one.text for one in session.report.section("overview").paragraphs] == texts


@pytest.mark.parametrize("words", ["", "（二）"])
def test_in_an_empty_paragraph_or_behind_a_bare_number_such_a_phrase_needs_no_other(at_work, qtbot, words):
    # given
    session = at_work.window.desk.session
    session.edit(Splice("overview", 1, 0, (Paragraph(text=words, level=2 if words else 0),)))
    sheet(at_work).set_place(1, 9, 9)

    # when
    at_work.command("insertPhrase")
    rows = at_work.find("phrasesList", QListWidget)
    titles = [rows.item(row).text() for row in range(rows.count())]
    rows.setCurrentRow(titles.index("平台建设"))
    qtbot.keyClick(rows, Qt.Key.Key_Return)

    # then
    texts = [one.text for one in session.report.section("overview").paragraphs]
    assert len(texts) == 2
    assert texts[1].startswith(f"{words}平台建设方面")


def test_a_phrase_is_put_in_at_the_cursor_by_keys_as_one_step(at_work, qtbot):
    # given
    sheet(at_work).set_place(0, 8, 8)
    before = at_work.window.desk.session.report.model_dump_json()

    # when
    at_work.command("insertPhrase")
    rows = at_work.find("phrasesList", QListWidget)
    titles = [rows.item(row).text() for row in range(rows.count())]
    rows.setCurrentRow(titles.index("没有新收到申请"))
    words = at_work.find("phraseSentence", QPlainTextEdit).toPlainText()
    qtbot.keyClick(rows, Qt.Key.Key_Return)

    # then
    session = at_work.window.desk.session
    assert "柳河镇" in words or "2024" in words
    assert "{" not in words
    assert session.report.section("overview").paragraphs[0].text == f"（一）主动公开。{words}按月更换公开栏。"
    assert session.report.section("overview").paragraphs[0].level == 2
    assert session.undo_stack.undoText() == "插入常用语"
    assert sheet(at_work).hasFocus()

    # when
    at_work.command("undo")

    # then
    assert session.report.model_dump_json() == before


@pytest.mark.parametrize("section", ["overview", "disclosure"])
def test_the_figures_of_a_phrase_follow_the_table(at_work, section):
    # given
    cell, title = {
        "overview": ("applications.new.total", "收到和办理申请的件数"),
        "disclosure": ("disclosure.permits.decided", "行政许可的件数"),
    }[section]
    session = at_work.window.desk.session
    session.edit(SetCells({cell: "29"}))
    if section != "overview":
        workspace(at_work).page.show_page(Page(section, (section,)))
    rows = at_work.find("phrasesList", QListWidget)
    rows.setCurrentRow([rows.item(row).text() for row in range(rows.count())].index(title))

    # when
    at_work.press("insertPhraseNow")
    session.edit(SetCells({cell: "31"}))

    # then
    said = session.report.section(section).paragraphs[0].text
    assert "31件" in said
    assert "29件" not in said


def test_a_phrase_begins_the_words_of_a_page_that_has_a_table_alone(at_work):
    # given
    page = workspace(at_work).page
    page.show_page(Page("disclosure", ("disclosure",)))
    rows = at_work.find("phrasesList", QListWidget)
    assert rows.count() > 0

    # when
    at_work.press("insertPhraseNow")

    # then
    session = at_work.window.desk.session
    words = [one.text for one in session.report.section("disclosure").paragraphs]
    assert words == [at_work.find("phraseSentence", QPlainTextEdit).toPlainText()]
    assert session.undo_stack.count() == 1
    assert sheet(at_work).section_id == "disclosure"
    assert sheet(at_work).toPlainText() == words[0]


def test_the_count_of_the_first_section_is_held_against_the_limit(qtbot, report):
    # given
    options = Settings(section_limit=20)
    window = MainWindow(built_in, options, Theme.load("light"))
    window.show()
    hands = Hands(window, qtbot)
    report.section("overview").paragraphs = [Paragraph(text="全年工作 正常。")]
    window.desk.open(ReportFile(report), None)
    count = hands.window.desk.workspace.page.findChild(QLabel, "proseCount")

    # then
    assert count.text() == "本部分 7 / 20 字"
    assert count.property("signal") == ""

    # when
    sheet(hands).set_place(0, 99, 99)
    sheet(hands).textCursor().insertText("公开栏按月更换，意见箱每周开启一次。")

    # then
    assert count.text() == "本部分 ！25 / 20 字，超出 5 字"
    assert count.property("signal") == "warning"

    # when
    window.desk.workspace.page.show_page(Page("other"))

    # then
    assert count.text() == "本部分 0 字"
    assert count.property("signal") == ""
    window._leaving = True
    window.close()
    window.deleteLater()


def test_esc_goes_from_the_phrases_back_to_the_place_in_the_words(at_work, qtbot):
    # given
    here = sheet(at_work)
    here.setFocus()
    here.set_place(0, 8, 8)
    before = here.toPlainText()
    at_work.command("insertPhrase")
    rows = at_work.find("phrasesList", QListWidget)
    qtbot.waitUntil(rows.hasFocus)

    # when
    qtbot.keyClick(rows, Qt.Key.Key_Down)
    qtbot.keyClick(rows, Qt.Key.Key_Escape)
    qtbot.waitUntil(here.hasFocus)
    qtbot.keyClicks(here, "7")

    # then: what is typed next stands where the cursor was
    assert here.toPlainText() == before[:8] + "7" + before[8:]
