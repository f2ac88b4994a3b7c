"""Where one is led to: the whole paragraph in sight, the words chosen in it seen, the finding of it in the list."""

import pytest
from PySide6.QtCore import QRect
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QApplication, QListWidget, QPushButton

from core.checks.model import CellPlace, TextPlace
from core.report import Paragraph
from core.store import ReportFile
from gui import theme
from gui.panes.finding_items import FINDING
from gui.panes.findings import FindingsPanel
from gui.panes.prose import bars
from gui.panes.prose.sheet import Sheet
from gui.theme import Theme

LONG = "本镇及时公开各类政府信息，群众可以在网站和公开栏查阅。" * 6
ENDLESS = "本镇及时公开各类政府信息，群众可以在网站和公开栏查阅。" * 60


@pytest.fixture
def page(window, report, hands):
    """A page with a screenful of long paragraphs and a very long one."""
    texts = [*[LONG] * 12, ENDLESS + "最后5条。", LONG]
    report.section("overview").paragraphs = [Paragraph(text=text) for text in texts]
    window.resize(1366, 768)
    window.desk.open(ReportFile(report), None)
    hands.find("proseEditor", Sheet)
    return window.desk.workspace.page


def box(sheet: Sheet, number: int) -> QRect:
    return bars.box_of(sheet, number)


def whole(sheet: Sheet, number: int) -> bool:
    return sheet.viewport().rect().contains(box(sheet, number))


def settled(qtbot, page) -> Sheet:
    sheet = page.findChild(Sheet)
    qtbot.waitUntil(lambda: sheet.verticalScrollBar().maximum() > 0)
    QApplication.processEvents()
    return sheet


@pytest.mark.parametrize("number", [0, 5, 11, 13])
def test_the_whole_paragraph_is_in_sight_with_room_around_it(page, qtbot, number):
    # when
    page.go_to(TextPlace("overview", number, 2, 4, ""))
    sheet = settled(qtbot, page)

    # then
    assert whole(sheet, number)
    assert box(sheet, number).top() > 0
    assert box(sheet, number).bottom() < sheet.viewport().height()


def test_from_below_the_paragraph_is_in_sight_too(page, qtbot):
    # given
    page.go_to(TextPlace("overview", 13, 0, 0, ""))
    sheet = settled(qtbot, page)

    # when
    page.go_to(TextPlace("overview", 4, len(LONG) - 3, len(LONG), ""))

    # then
    assert whole(sheet, 4)


def test_from_a_table_the_paragraph_is_in_sight_too(page, qtbot):
    # given
    page.go_to(CellPlace("applications.new.natural", ""))
    QApplication.processEvents()

    # when
    page.go_to(TextPlace("overview", 11, 2, 4, ""))
    sheet = settled(qtbot, page)

    # then
    assert whole(sheet, 11)


def test_of_a_paragraph_taller_than_the_sheet_the_beginning_or_the_words_are_in_sight(page, qtbot):
    # when
    page.go_to(TextPlace("overview", 12, 0, 2, ""))
    sheet = settled(qtbot, page)

    # then
    assert 0 < box(sheet, 12).top() < sheet.fontMetrics().lineSpacing()

    # when
    page.go_to(TextPlace("overview", 12, len(ENDLESS) + 2, len(ENDLESS) + 4, ""))

    # then
    assert sheet.viewport().rect().contains(sheet.cursorRect())


def test_the_paragraph_stays_in_sight_where_the_room_gets_less_unless_one_scrolled_away(page, qtbot, window):
    # given
    page.go_to(TextPlace("overview", 6, 0, 2, ""))
    sheet = settled(qtbot, page)

    # when
    window.resize(1366, 600)
    qtbot.waitUntil(lambda: window.height() == 600)
    QApplication.processEvents()

    # then
    assert whole(sheet, 6)

    # when
    sheet.verticalScrollBar().setValue(0)
    window.resize(1366, 640)
    QApplication.processEvents()

    # then
    assert sheet.verticalScrollBar().value() == 0


@pytest.mark.parametrize("name", theme.names())
def test_chosen_words_are_seen_on_the_ground_of_their_paragraph_without_the_keys_too(
    undressed, name, report, make_session, qtbot
):
    # given
    look = Theme.load(name)
    theme.apply(undressed, look)
    sheet = Sheet(make_session(report), look)
    qtbot.addWidget(sheet)

    # when
    sheet.show()
    sheet.ensurePolished()

    # then: in test_theme it is tested against "cross", and "accent_text" against it; with the keys see test_focus_frames
    for group in (QPalette.ColorGroup.Active, QPalette.ColorGroup.Inactive):
        assert sheet.palette().color(group, QPalette.ColorRole.Highlight) == look.colour("quiet_text")
        assert sheet.palette().color(group, QPalette.ColorRole.HighlightedText) == look.colour("accent_text")


# The findings


@pytest.fixture
def panel(report, make_session, qtbot):
    report.section("overview").paragraphs = [
        Paragraph(text=f"公开公开信息{number}条，办理办理了{number + 1}件,都已办结。") for number in range(14)
    ]
    report.values = {"reviews.cases.review_upheld": "十一件", "disclosure.permits.decided": "若干"}
    session = make_session(report)
    session.check()
    panel = FindingsPanel(session, Theme.load("light"))
    qtbot.addWidget(panel)
    panel.resize(300, 420)
    panel.show()
    session.findings_changed.connect(panel.show_findings)
    return panel


def listed(panel) -> QListWidget:
    return panel.findChild(QListWidget, "findingsList")


def test_each_finding_that_one_steps_to_is_whole_in_the_list(panel, qtbot):
    # given
    shown = listed(panel)
    count = len(listed(panel).finding_items())
    assert shown.verticalScrollBar().maximum() > 0

    # when
    for _ in range(count):
        panel.step(1)
        QApplication.processEvents()
        QApplication.processEvents()

        # then
        frame = shown.visualItemRect(shown.currentItem())
        room = shown.viewport().height()
        assert frame.top() >= 0
        assert frame.bottom() <= room or frame.top() == 0


def severities(panel) -> list[str]:
    return [item.data(FINDING).severity for item in listed(panel).finding_items()]


def test_after_an_error_was_mended_the_other_errors_come_before_warnings(panel):
    # given: the last of the errors is chosen, and goes
    assert severities(panel).count("error") > 1
    session = panel._session
    last = severities(panel).count("error") - 1
    listed(panel).setCurrentItem(listed(panel).finding_items()[last])
    key = panel.chosen().key

    # when
    session.findings = [one for one in session.findings if one.key != key]
    panel.show_findings()
    panel.show_findings()
    panel.step(1)

    # then
    assert panel.chosen() is not None
    assert panel.chosen().severity == "error"


def test_what_only_has_the_keys_is_not_chosen_and_nothing_is_offered_for_it(panel, qtbot):
    # given
    shown = listed(panel)
    panel.step(1)
    remedies = panel.findChild(QPushButton, "keepButton").parentWidget()
    assert remedies.isVisible()

    # when: the list holds the focus on a line that is not marked
    shown.clearSelection()
    shown.setFocus()

    # then
    assert panel.chosen() is None
    assert not remedies.isVisible()
