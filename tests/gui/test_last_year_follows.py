"""The pane of last year stays at the paragraph of the cursor while one after the other is confirmed or changed."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QPlainTextEdit

from core.checks.model import TextPlace
from core.report import Paragraph, blank
from core.store import ReportFile
from gui.panes.prose.sheet import Sheet

OFFICE = "清溪县柳河镇人民政府"
COUNT = 14


def told(number: int) -> str:
    return f"本镇第{number}项工作是更新公开栏，逐村走访，听取群众意见，并按时答复来信来访。" * 3


@pytest.fixture
def work(window, hands, qtbot, library):
    """A draft with many long paragraphs of last year in two sections, last year's words beside them."""
    last, report = (blank(library.get("national-2021"), year, OFFICE) for year in (2023, 2024))
    for section in ("overview", "problems"):
        texts = [told(number) for number in range(COUNT)]
        last.section(section).paragraphs = [Paragraph(text=one) for one in texts]
        report.section(section).paragraphs = [
            Paragraph(text=one, state="carried", origin=one) for one in texts
        ]
    report.section("overview").paragraphs.append(Paragraph(text="今年新写的一段。"))
    report.earlier = [last]
    window.resize(1364, 728)
    window.desk.open(ReportFile(report), None)
    hands.find("workspace")
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    work = window.desk.workspace
    work.bring(work.last_year)
    window.desk.session.check()
    return work


def pane(hands) -> QPlainTextEdit:
    return hands.find("lastYearText", QPlainTextEdit)


def is_led_to(hands, number: int) -> bool:
    """Return whether last year's words of a paragraph are marked, and in sight."""
    text = pane(hands)
    return marked(text) == told(number) and is_in_sight(text)


def marked(text: QPlainTextEdit) -> str:
    """Return the words marked as those of the place at hand, which nobody selected."""
    assert not text.textCursor().hasSelection()
    return text.led.selectedText() if text.led else ""


def is_in_sight(text: QPlainTextEdit) -> bool:
    return text.viewport().rect().contains(text.cursorRect().center())


def settle(hands, qtbot) -> None:
    """Let the checks say what they find of the report as it is now."""
    with qtbot.waitSignal(hands.window.desk.session.findings_changed, timeout=30_000):
        pass


def head(hands, number: int) -> str:
    """Return the line above last year's words of a paragraph."""
    lines = pane(hands).toPlainText().split("\n")
    return lines[lines.index(told(number)) - 1]


@pytest.mark.parametrize("section", ["overview", "problems"])
def test_ctrl_enter_leads_the_pane_along(work, hands, qtbot, section):
    # given
    sheet = work.page.findChild(Sheet)
    work.page.go_to(TextPlace(section, 0, 0, 0, ""))
    sheet.setFocus()

    for number in range(COUNT - 1):
        # when
        qtbot.keyClick(sheet, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
        settle(hands, qtbot)

        # then
        assert work.page.here().paragraph == number + 1
        assert is_led_to(hands, number + 1)
        assert "未核对" not in head(hands, number)


def test_the_button_leads_the_pane_along_and_undo_leads_it_back(work, hands, qtbot):
    # given
    work.page.go_to(TextPlace("overview", 3, 0, 0, ""))

    # when
    qtbot.mouseClick(work.page._prose.still_right, Qt.MouseButton.LeftButton)
    settle(hands, qtbot)

    # then
    assert is_led_to(hands, 4)

    # when
    hands.command("undo")
    settle(hands, qtbot)

    # then
    assert work.page.here().paragraph == 3
    assert is_led_to(hands, 3)
    assert "未核对" in head(hands, 3)


def test_a_click_on_the_sheet_leads_the_pane_and_typing_there_keeps_it(work, hands, qtbot):
    # given
    sheet = work.page.findChild(Sheet)
    work.page.go_to(TextPlace("overview", 7, 0, 0, ""))
    work.page.go_to(TextPlace("overview", 6, 0, 0, ""))
    spot = sheet.cursorRect().center()
    work.page.go_to(TextPlace("overview", 7, 0, 0, ""))

    # when
    qtbot.mouseClick(sheet.viewport(), Qt.MouseButton.LeftButton, pos=spot)

    # then
    assert is_led_to(hands, work.page.here().paragraph)
    number = work.page.here().paragraph

    # when
    qtbot.keyClicks(sheet, "28")
    settle(hands, qtbot)

    # then
    assert is_led_to(hands, number)
    assert "改" in head(hands, number)


def test_what_the_clerk_scrolled_to_in_the_pane_stays_while_the_lines_follow(work, hands, qtbot):
    # given: words just typed, of which the pane does not know yet
    work.page.go_to(TextPlace("overview", 2, 0, 0, ""))
    qtbot.keyClicks(work.page.findChild(Sheet), "28")
    text = pane(hands)
    text.verticalScrollBar().setValue(text.verticalScrollBar().maximum() // 2)
    top, before = text.firstVisibleBlock().text(), text.toPlainText()

    # when
    settle(hands, qtbot)

    # then
    assert text.toPlainText() != before
    assert text.firstVisibleBlock().text() == top
    assert marked(text) == told(2)


@pytest.fixture
def long_work(work, hands, qtbot):
    """The same draft with a paragraph, the fourth of its section, that is longer than the pane."""
    long = told(3) * 12
    last, report = work.page._session.report.carried_from(), hands.window.desk.session.report
    last.section("overview").paragraphs[3] = Paragraph(text=long)
    report.section("overview").paragraphs[3] = Paragraph(text=long, state="carried", origin=long)
    work.last_year.refresh()
    return work


def begins_in_sight(text: QPlainTextEdit, words: str) -> bool:
    """Return whether these words are marked, and their first line is in sight with the one above that says of them."""
    first = text.document().findBlock(text.led.selectionStart())
    return marked(text) == words and all(
        0 <= text.blockBoundingGeometry(one).translated(text.contentOffset()).top() < text.viewport().height()
        for one in (first.previous(), first)
    )


@pytest.mark.parametrize("before", [0, 8], ids=["from above", "from below"])
def test_a_paragraph_longer_than_the_pane_shows_its_beginning(long_work, hands, before):
    # given
    long_work.page.go_to(TextPlace("overview", before, 0, 0, ""))

    # when
    long_work.page.go_to(TextPlace("overview", 3, 0, 0, ""))

    # then
    assert begins_in_sight(pane(hands), told(3) * 12)


def test_a_paragraph_longer_than_the_pane_begins_there_when_the_pane_comes_into_sight(
    long_work, hands, qtbot
):
    # given
    long_work.bring(long_work.findings)
    long_work.page.go_to(TextPlace("overview", 3, 0, 0, ""))

    # when
    long_work.bring(long_work.last_year)

    # then
    qtbot.waitUntil(lambda: begins_in_sight(pane(hands), told(3) * 12))


def test_a_short_paragraph_stands_whole_in_the_pane(work, hands):
    for number in (9, 3):
        # when
        work.page.go_to(TextPlace("overview", number, 0, 0, ""))

        # then
        text = pane(hands)
        block = text.document().findBlock(text.led.selectionStart())
        room = text.blockBoundingGeometry(block).translated(text.contentOffset())
        assert begins_in_sight(text, told(number))
        assert room.bottom() <= text.viewport().height()


def test_a_paragraph_taken_out_above_keeps_the_pane_at_the_cursor(work, hands, qtbot):
    # given
    sheet = work.page.findChild(Sheet)
    work.page.go_to(TextPlace("overview", 9, 0, 0, ""))

    # when: the break before the paragraph goes, and with undo comes again
    qtbot.keyClick(sheet, Qt.Key.Key_Backspace)
    settle(hands, qtbot)
    hands.command("undo")
    settle(hands, qtbot)

    # then
    assert is_led_to(hands, work.page.here().paragraph)


def test_the_next_finding_leads_the_pane_along_and_another_page_begins_at_its_top(work, hands, qtbot):
    # when
    hands.command("nextFinding")
    work.bring(work.last_year)
    here = work.page.here()

    # then
    if isinstance(here, TextPlace) and here.section == "overview" and here.paragraph < COUNT:
        assert is_led_to(hands, here.paragraph)
    work.page.go_to(TextPlace("overview", 12, 0, 0, ""))
    assert is_led_to(hands, 12)

    # when
    work.page.go_to(TextPlace("problems", 0, 0, 0, ""))

    # then
    assert is_led_to(hands, 0)
    assert pane(hands).verticalScrollBar().value() == 0
    assert "2023" in hands.find("lastYearShare", QLabel).text()
