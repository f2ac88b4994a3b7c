"""Why a finding is kept is typed once: nothing that was typed is thrown away, by mouse or by keys."""

import pytest
from PySide6.QtCore import QPoint, QSize, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QListWidget, QPushButton

from core.checks.model import Finding
from core.edits import Decide
from core.report import Paragraph
from core.settings import Settings
from core.store import ReportFile
from gui.pages import SIGNATURE, Page
from gui.panes.finding_items import FINDING
from gui.panes.findings import FindingsPanel
from gui.theme import Theme
from tests.gui.conftest import Hands

LEFT = Qt.MouseButton.LeftButton
TYPED = "asked the county"


@pytest.fixture
def panel(session, qtbot):
    session.check()
    panel = FindingsPanel(session, Theme.load("light"))
    qtbot.addWidget(panel)
    panel.resize(300, 700)
    with qtbot.waitExposed(panel):
        panel.show()
    panel.activateWindow()
    qtbot.waitUntil(panel.isActiveWindow)
    session.findings_changed.connect(panel.show_findings)
    click_on(panel, first(panel))
    return panel


def listed(panel) -> QListWidget:
    return panel.findChild(QListWidget, "findingsList")


def found(panel) -> list[Finding]:
    return [item.data(FINDING) for item in listed(panel).finding_items()]


def first(panel) -> Finding:
    return found(panel)[0]


def second(panel) -> Finding:
    return found(panel)[1]


def click_on(panel, finding: Finding) -> None:
    shown = listed(panel)
    item = next(one for one in shown.finding_items() if one.data(FINDING) == finding)
    shown.scrollToItem(item)
    QApplication.processEvents()
    QTest.mouseClick(shown.viewport(), LEFT, pos=shown.visualItemRect(item).topLeft() + QPoint(40, 10))
    QApplication.processEvents()
    assert panel.chosen() == finding


def press_keep(panel) -> None:
    button = panel.findChild(QPushButton, "keepButton")
    assert button.isVisible()
    QTest.mouseClick(button, LEFT, pos=button.rect().center())
    QApplication.processEvents()


def reason_of(panel) -> QLineEdit:
    return panel.findChild(QLineEdit, "keepReason")


def said(panel) -> str:
    words = panel.findChild(QLabel, "reasonNeeded")
    return words.text() if words.isVisible() else ""


def type_reason(panel) -> None:
    QTest.keyClicks(reason_of(panel), TYPED)


def kept(session) -> list[tuple[str, str]]:
    return [(one.finding.key, one.reason) for one in session.kept()]


def test_the_second_press_keeps_the_finding_with_the_reason_typed(panel, session):
    # given
    wanted = first(panel)
    press_keep(panel)
    assert reason_of(panel).hasFocus()
    type_reason(panel)

    # when
    press_keep(panel)

    # then
    assert kept(session) == [(wanted.key, TYPED)]
    assert not reason_of(panel).isVisible()


def test_with_nothing_typed_the_second_press_says_that_a_reason_is_needed(panel, session):
    # given
    press_keep(panel)
    assert said(panel) == ""

    # when
    press_keep(panel)

    # then
    assert "原因" in said(panel)
    assert reason_of(panel).hasFocus()
    assert kept(session) == []

    # when: it goes once something is typed
    type_reason(panel)

    # then
    assert said(panel) == ""


def test_with_blanks_alone_the_enter_key_says_so_too(panel, session):
    # given
    press_keep(panel)
    QTest.keyClicks(reason_of(panel), "  ")

    # when
    QTest.keyClick(reason_of(panel), Qt.Key.Key_Return)

    # then
    assert "原因" in said(panel)
    assert kept(session) == []


def test_who_looks_at_another_finding_and_comes_back_finds_what_was_typed(panel, session):
    # given
    one, other = first(panel), second(panel)
    press_keep(panel)
    type_reason(panel)

    # when
    click_on(panel, other)

    # then: it belongs to the first alone
    assert not reason_of(panel).isVisible()
    press_keep(panel)
    assert reason_of(panel).text() == ""

    # when
    click_on(panel, one)

    # then
    assert (reason_of(panel).isVisible(), reason_of(panel).text()) == (True, TYPED)
    press_keep(panel)
    assert kept(session) == [(one.key, TYPED)]


def test_a_check_meanwhile_leaves_the_typing_as_it_is(panel, session):
    # given
    press_keep(panel)
    type_reason(panel)
    reason_of(panel).setCursorPosition(2)

    # when
    session.check()
    QApplication.processEvents()

    # then
    assert (reason_of(panel).text(), reason_of(panel).cursorPosition()) == (TYPED, 2)
    assert reason_of(panel).hasFocus()


def test_a_check_meanwhile_leaves_the_empty_field_open(panel, session):
    # given
    press_keep(panel)

    # when
    session.check()
    QApplication.processEvents()

    # then
    assert reason_of(panel).hasFocus()


def test_who_gives_it_up_drops_what_was_typed(panel, session):
    # given
    one, other = first(panel), second(panel)
    press_keep(panel)
    type_reason(panel)

    # when
    QTest.keyClick(reason_of(panel), Qt.Key.Key_Escape)

    # then
    assert not reason_of(panel).isVisible()
    click_on(panel, other)
    click_on(panel, one)
    assert not reason_of(panel).isVisible()
    press_keep(panel)
    assert reason_of(panel).text() == ""
    assert kept(session) == []


def test_esc_elsewhere_in_the_panel_shuts_the_field_and_loses_nothing(panel, session):
    for elsewhere in (listed(panel), panel.findChild(QPushButton, "keepButton")):
        # given
        press_keep(panel)
        type_reason(panel)
        elsewhere.setFocus()

        # when
        QTest.keyClick(elsewhere, Qt.Key.Key_Escape)

        # then
        assert not reason_of(panel).isVisible()
        press_keep(panel)
        assert reason_of(panel).text() == TYPED
        reason_of(panel).clear()
        QTest.keyClick(reason_of(panel), Qt.Key.Key_Escape)
    assert kept(session) == []


@pytest.mark.parametrize("typed", ["", TYPED], ids=["nothing typed", "a reason begun"])
def test_at_the_next_place_of_a_finding_an_empty_field_is_gone(panel, typed):
    # given: it has two places
    two = next(one for one in found(panel) if len(one.where) > 1)
    click_on(panel, two)
    press_keep(panel)
    QTest.keyClicks(reason_of(panel), typed)

    # when
    assert panel.remedies.go_on()

    # then
    assert reason_of(panel).isVisible() == bool(typed)
    assert reason_of(panel).text() == typed


def test_what_was_kept_and_taken_back_is_asked_for_anew(panel, session):
    # given
    wanted = first(panel)
    press_keep(panel)
    type_reason(panel)
    press_keep(panel)

    # when
    session.edit(Decide(wanted.key, None))
    session.check()
    click_on(panel, wanted)

    # then
    assert not reason_of(panel).isVisible()
    press_keep(panel)
    assert reason_of(panel).text() == ""


def test_the_panel_in_another_look_has_what_was_typed(panel, session, qtbot):
    # given
    press_keep(panel)
    type_reason(panel)

    # when
    other = FindingsPanel(session, Theme.load("dark"))
    qtbot.addWidget(other)
    with qtbot.waitExposed(other):
        other.show()
    other.come_back(panel.keep_place())

    # then
    assert (reason_of(other).isVisible(), reason_of(other).text()) == (True, TYPED)


def test_by_the_keys_alone_one_comes_back_to_what_was_typed(panel, session):
    # given
    wanted = first(panel)
    press_keep(panel)
    type_reason(panel)
    panel.step(1)
    panel.step(-1)
    listed(panel).setFocus()

    # when: the key leads to the field, and keeps once one stands in it
    assert panel.remedies.keep()

    # then
    assert reason_of(panel).hasFocus()
    assert kept(session) == []
    assert panel.remedies.keep()
    assert kept(session) == [(wanted.key, TYPED)]


def test_where_all_is_looked_at_the_keys_go_from_the_reason_to_the_list(window_on, qtbot, report):
    # given: nothing of last year waits, and a reason is being typed
    report.section("overview").paragraphs = [Paragraph(text="本镇公开信息12条,公开栏3处.")]
    window = window_on(QSize(1366, 728), Settings(scale=100))
    hands = Hands(window, qtbot)
    window.desk.open(ReportFile(report), None)
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    hands.command("nextFinding")
    hands.command("keepFinding")
    field = hands.find("keepReason", QLineEdit)
    qtbot.waitUntil(field.hasFocus)
    QTest.keyClicks(field, TYPED)

    # when
    hands.command("nextToLookAt")

    # then
    findings = window.desk.workspace.findings
    assert not field.isVisible()
    assert findings.chosen() is None
    assert QApplication.focusWidget() is listed(findings)
    assert list(findings.keep_place()[2].values()) == [TYPED]


def test_a_reason_is_asked_for_beside_the_place_it_is_about(window_on, qtbot, report):
    # given: a finding was looked at, and another page was gone to since
    report.section("overview").paragraphs = [Paragraph(text="本镇公开信息12条,公开栏3处.")]
    window = window_on(QSize(1366, 728), Settings(scale=100))
    hands = Hands(window, qtbot)
    window.desk.open(ReportFile(report), None)
    work = window.desk.workspace
    shown: list[Page] = []
    work.page.page_shown.connect(lambda page: shown.append(page))
    work.page.show_page(Page(SIGNATURE))
    hands.command("nextFinding")
    looked_at = shown[-1]
    work.page.show_page(Page(SIGNATURE))
    assert shown == [Page(SIGNATURE), looked_at, Page(SIGNATURE)]

    # when
    hands.command("keepFinding")

    # then
    assert shown[-1] == looked_at
    qtbot.waitUntil(hands.find("keepReason", QLineEdit).hasFocus)


@pytest.mark.parametrize("scale", [100, 125, 150, 200])
def test_the_example_stands_whole_in_the_field(window_on, qtbot, report, scale):
    # given
    window = window_on(QSize(1366, 728), Settings(scale=scale))
    hands = Hands(window, qtbot)
    window.desk.open(ReportFile(report), None)
    window.desk.session.check()
    hands.command("nextFinding")

    # when
    hands.command("keepFinding")
    field = hands.find("keepReason", QLineEdit)
    qtbot.waitUntil(lambda: field.width() > 100)

    # then: also with the frame around it and the cursor before it
    example = field.placeholderText()
    assert "回车" in example
    assert field.fontMetrics().horizontalAdvance(example) + 24 <= field.width()
