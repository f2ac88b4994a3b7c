"""From a finding to its place: the page follows the hand, F8 begins with what must be mended, words are not chosen."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QKeySequence, QTextFormat
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QListWidget, QPushButton, QTextEdit

from core.checks import is_unwritten
from core.checks.model import CellPlace, Finding, Fix, TextPlace
from core.edits import Decide, SetCells, SetField
from core.report import Paragraph
from core.store import ReportFile
from gui.pages import words_for
from gui.panes.finding_items import FINDING, FOLD
from gui.panes.findings import FindingsPanel
from gui.panes.remedies import Remedies
from gui.theme import Theme

TOTAL, UPHELD = "reviews.cases.review_total", "reviews.cases.review_upheld"
LINE = "办理申请3件,答复及时"
LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def work(hands, report):
    """The panes of an open report with two errors behind a few pages, and more to look at than the list has room for."""
    report.section("overview").paragraphs = [
        Paragraph(text=f"{number}月，本镇公开信息{number}条，{LINE}。") for number in range(2, 9)
    ]
    report.values.update({UPHELD: "1", TOTAL: "5", "disclosure.permits.decided": "若干"})
    hands.window.resize(1366, 720)
    hands.window.desk.open(ReportFile(report), None)
    hands.window.desk.session.check()
    QApplication.processEvents()
    return hands.window.desk.workspace


def listed(hands) -> QListWidget:
    return hands.find("findingsList", QListWidget)


def items(hands, severity: str) -> list:
    shown = listed(hands)
    every = [shown.item(row) for row in range(shown.count())]
    return [one for one in every if one.data(FINDING) and one.data(FINDING).severity == severity]


def chosen(hands) -> Finding:
    return hands.window.desk.workspace.findings.chosen()


def cut_off(hands, item) -> QPoint:
    """Scroll so that only the first pixels of a line are in sight at the bottom; return a point on them."""
    shown = listed(hands)
    rect = shown.visualItemRect(item)
    bar = shown.verticalScrollBar()
    bar.setValue(bar.value() + rect.top() - shown.viewport().height() + 14)
    QApplication.processEvents()
    at = QPoint(40, shown.viewport().height() - 7)
    assert shown.itemAt(at) is item
    assert shown.visualItemRect(item).bottom() > shown.viewport().height()
    return at


def press_and_release(hands, qtbot, at: QPoint, *, moved: int = 0) -> None:
    """Click as a hand does: the button stays down for a moment, in which the list may move."""
    view = listed(hands).viewport()
    qtbot.mousePress(view, LEFT, pos=at)
    qtbot.wait(60)
    if moved:
        QTest.mouseMove(view, at + QPoint(0, moved))
        qtbot.wait(20)
    qtbot.mouseRelease(view, LEFT, pos=at + QPoint(0, moved))
    qtbot.wait(20)


def click_on(hands, qtbot, item) -> None:
    listed(hands).scrollToItem(item)
    QApplication.processEvents()
    press_and_release(hands, qtbot, listed(hands).visualItemRect(item).topLeft() + QPoint(40, 10))


# a. The page follows the hand


@pytest.mark.parametrize("moved", [0, 3])
def test_a_click_on_a_line_cut_off_at_the_bottom_leads_to_its_place(work, hands, qtbot, moved):
    # given: the page stands elsewhere
    item = next(one for one in items(hands, "warning") if _cell(one).startswith("reviews."))
    work.page.go_to(TextPlace("overview", 0, 0, 0, ""))
    at = cut_off(hands, item)
    heard = []
    work.findings.place_chosen.connect(heard.append)

    # when
    press_and_release(hands, qtbot, at, moved=moved)

    # then
    assert chosen(hands) == item.data(FINDING)
    assert heard == [item.data(FINDING).where[0]]
    assert work.page.here().cell == _cell(item)


def test_with_the_arrow_keys_the_page_follows_and_the_keys_stay_in_the_list(work, hands, qtbot):
    # given
    first, second = items(hands, "error")
    click_on(hands, qtbot, first)
    hands.window.activateWindow()
    qtbot.waitUntil(hands.window.isActiveWindow)
    listed(hands).setFocus()

    # when
    while chosen(hands) != second.data(FINDING):
        qtbot.keyClick(listed(hands), Qt.Key.Key_Down)

    # then
    assert QApplication.focusWidget() is listed(hands)
    assert work.page.table_in_sight.current_cell == _cell(second)


def test_what_was_kept_unfolds_with_a_click_where_its_line_is_cut_off(work, hands, qtbot):
    # given
    listed(hands).setCurrentItem(items(hands, "warning")[-1])
    hands.press("keepButton")
    hands.find("keepReason").setText("checked")
    qtbot.keyClick(hands.find("keepReason"), Qt.Key.Key_Return)
    shown = listed(hands)
    fold = shown.item(shown.count() - 1)
    assert fold.data(FOLD)
    before = shown.count()
    shown.setCurrentItem(items(hands, "error")[0])
    qtbot.wait(50)

    # when
    at = cut_off(hands, fold)
    press_and_release(hands, qtbot, at)

    # then
    assert shown.count() == before + 1


def _cell(item) -> str:
    place = item.data(FINDING).where[0]
    return place.cell if isinstance(place, CellPlace) else ""


# b. What must be mended comes first


def test_from_a_line_chosen_by_hand_the_key_leads_to_what_must_be_mended(work, hands, qtbot):
    # given
    click_on(hands, qtbot, items(hands, "warning")[3])

    # when
    hands.command("nextFinding")
    QApplication.processEvents()
    QApplication.processEvents()

    # then: it is in sight, in the list and on the page
    first = items(hands, "error")[0]
    assert chosen(hands) == first.data(FINDING)
    assert listed(hands).viewport().rect().contains(listed(hands).visualItemRect(first).topLeft())
    assert work.page.here().cell == _cell(first)


def test_the_key_goes_round_errors_warnings_hints_and_shift_goes_back(work, hands, qtbot):
    # given
    click_on(hands, qtbot, items(hands, "warning")[2])
    every = [one.data(FINDING) for kind in ("error", "warning", "info") for one in items(hands, kind)]

    # when
    passed = []
    for _ in [*every, None]:
        hands.command("nextFinding")
        passed.append(chosen(hands))

    # then
    assert passed == [*every, every[0]]
    hands.command("previousFinding")
    assert chosen(hands) == every[-1]


def test_after_a_remedy_for_what_was_chosen_by_hand_the_key_leads_to_what_must_be_mended(work, hands, qtbot):
    # given
    click_on(hands, qtbot, next(one for one in items(hands, "warning") if one.data(FINDING).fix))

    # when
    hands.press("fixButton")
    hands.command("nextFinding")

    # then
    assert chosen(hands).severity == "error"


def test_an_error_that_came_meanwhile_is_next(work, hands, qtbot):
    # given: one has stepped past all errors
    session = hands.window.desk.session
    for _ in range(4):
        hands.command("nextFinding")
    assert chosen(hands).severity == "warning"

    # when
    session.edit(SetCells({"disclosure.documents.made": "many"}))
    session.check()
    hands.command("nextFinding")

    # then
    assert chosen(hands).severity == "error"


def test_the_step_of_checks_leads_to_what_must_be_mended_and_on_to_the_next_of_these(work, hands, qtbot):
    # given: one has stepped past all errors
    for _ in range(4):
        hands.command("nextFinding")
    first, second = (one.data(FINDING) for one in items(hands, "error"))

    # when
    passed = []
    for _ in range(3):
        hands.press("step_nextFinding")
        passed.append(chosen(hands))

    # then
    assert passed == [first, second, first]


@pytest.fixture
def without_errors(work, hands):
    session = hands.window.desk.session
    session.edit(SetCells({UPHELD: "0", TOTAL: "0", "disclosure.permits.decided": "0"}))
    session.check()
    assert not items(hands, "error")
    return session


def test_the_step_of_checks_leads_to_what_is_not_written_where_nothing_must_be_mended(without_errors, hands):
    # given
    warnings = [one.data(FINDING) for one in items(hands, "warning")]
    unwritten = [one for one in warnings if is_unwritten(one)]
    assert len(unwritten) > 1

    # when
    passed = []
    for _ in range(len(unwritten) + 1):
        hands.press("step_nextFinding")
        passed.append(chosen(hands))

    # then
    assert passed == [*unwritten, unwritten[0]]


def test_the_step_of_checks_leads_to_the_next_finding_where_all_is_written(without_errors, hands):
    # given
    for one in (item.data(FINDING) for item in items(hands, "warning")):
        if is_unwritten(one):
            without_errors.edit(Decide(one.key, "县里没有要求"))
    without_errors.check()

    # when
    hands.press("step_nextFinding")
    first = chosen(hands)
    hands.press("step_nextFinding")

    # then
    assert first == items(hands, "warning")[0].data(FINDING)
    assert chosen(hands) == items(hands, "warning")[1].data(FINDING)


def test_a_click_on_the_verdict_leads_to_what_must_be_mended(work, hands, qtbot):
    # given
    click_on(hands, qtbot, items(hands, "warning")[3])
    verdict = hands.find("verdict", QLabel)
    assert verdict.cursor().shape() == Qt.CursorShape.PointingHandCursor

    # when
    qtbot.mouseClick(verdict, LEFT)

    # then
    assert chosen(hands) == items(hands, "error")[0].data(FINDING)


# c., f. What stands below the list


def panel_with(session, qtbot, finding: Finding) -> FindingsPanel:
    """The panel with that one finding, chosen."""
    session.findings = [finding]
    panel = FindingsPanel(session, Theme.load("light"))
    qtbot.addWidget(panel)
    panel.resize(300, 600)
    panel.show()
    panel.step(1)
    return panel


@pytest.mark.parametrize(
    ("message", "label", "words"),
    [
        ("全文等 75 处用了半角标点", "全部改为全角标点（75 处）", "这个问题的下一处"),
        ("表三还没有填，144 个单元格都是空的", "", "这个问题的下一处"),
        ("全文等 5 处用了半角标点", "全部改为全角标点（5 处）", "这个问题的下一处（1/5）"),
        ("两处说的是同一件事", "", "这个问题的下一处（1/5）"),
    ],
)
def test_where_not_all_places_are_listed_no_other_number_of_them_is_said(
    report, make_session, qtbot, message, label, words
):
    # given
    places = tuple(TextPlace("overview", number, 0, 1, "") for number in range(5))
    fix = Fix(label, SetField("title", "")) if label else None

    # when
    panel = panel_with(make_session(report), qtbot, Finding("L05", "warning", message, places, fix=fix))

    # then
    assert panel.findChild(QPushButton, "nextPlaceButton").text() == words


def test_what_can_be_done_names_the_finding_that_it_belongs_to(work, hands, qtbot):
    # given
    item = next(one for one in items(hands, "error") if one.data(FINDING).fix)

    # when
    click_on(hands, qtbot, item)
    bar = listed(hands).verticalScrollBar()
    bar.setValue(bar.maximum())
    qtbot.wait(20)

    # then
    named = hands.find("chosenFinding", QLabel)
    assert named.text().rstrip("…") in item.data(FINDING).message
    assert len(named.text()) > 6
    assert named.geometry().bottom() < hands.find("fixButton").geometry().top()


# d. A key must not wipe what one was led to


def sheet_of(hands) -> QTextEdit:
    return hands.find("proseEditor", QTextEdit)


def lead_to(hands, *spans: tuple[int, int]) -> None:
    """Choose a finding that speaks of characters of the second paragraph."""
    session = hands.window.desk.session
    text = session.report.section("overview").paragraphs[1].text
    where = tuple(TextPlace("overview", 1, start, end, text[start:end]) for start, end in spans)
    session.findings = [Finding("P20", "info", "说了两遍", where)]
    session.findings_changed.emit()
    hands.command("nextFinding")


def pointed_at(hands) -> list[str]:
    return [
        one.cursor.selectedText()
        for one in sheet_of(hands).extraSelections()
        if one.format.hasProperty(QTextFormat.Property.BackgroundBrush)
    ]


def test_a_short_stretch_that_a_finding_speaks_of_is_selected(work, hands):
    # when
    lead_to(hands, (3, 9))

    # then
    assert sheet_of(hands).textCursor().selectedText() == "本镇公开信息"
    assert pointed_at(hands) == []
    assert hands.window.statusBar().currentMessage() == ""


@pytest.mark.parametrize("text", [f"本镇今年公开信息二十六条，{LINE}，群众满意。", "没有。"])
def test_a_long_stretch_or_a_whole_paragraph_is_shown_but_not_selected(work, hands, qtbot, text):
    # given
    session = hands.window.desk.session
    session.report.section("overview").paragraphs[1] = Paragraph(text=text)
    work.page.prose.show_section("overview")
    span = (2, 24) if len(text) > 20 else (0, len(text))

    # when
    lead_to(hands, span)

    # then
    cursor = sheet_of(hands).textCursor()
    assert (cursor.selectedText(), cursor.blockNumber(), cursor.positionInBlock()) == ("", 1, span[0])
    assert pointed_at(hands) == [text[slice(*span)]]
    assert hands.window.statusBar().currentMessage() == (
        "说的是标着底色的字，光标在最前面；没有选中，按错一个键也不会丢。"
    )

    # when
    qtbot.keyClicks(sheet_of(hands), "x")

    # then: nothing is lost, and what was shown is shown no more
    assert session.report.section("overview").paragraphs[1].text == f"{text[: span[0]]}x{text[span[0] :]}"
    assert pointed_at(hands) == []
    assert hands.window.statusBar().currentMessage() == ""


def test_a_whole_line_of_the_sign_off_is_selected_and_a_paste_takes_its_place(work, hands):
    # given
    session = hands.window.desk.session
    lines = ["清溪县柳河镇人民政府", "2026年11月23日"]
    session.report.section("signature").paragraphs = [Paragraph(text=one) for one in lines]
    session.findings = [Finding("L16", "warning", "日期不对", (TextPlace("signature", 1, 0, 11, lines[1]),))]
    session.findings_changed.emit()

    # when
    hands.command("nextFinding")

    # then
    sheet = sheet_of(hands)
    assert sheet.textCursor().selectedText() == lines[1]
    assert pointed_at(hands) == []

    # when
    QApplication.clipboard().setText("2025年1月15日")
    sheet.paste()

    # then
    assert [one.text for one in session.report.section("signature").paragraphs] == [lines[0], "2025年1月15日"]


def test_the_whole_title_is_not_selected_either(work, hands):
    # given
    session = hands.window.desk.session
    session.findings = [
        Finding("Y01", "info", "标题里的年份不对", (TextPlace("title", 0, 0, len(session.report.title), ""),))
    ]
    session.findings_changed.emit()

    # when
    hands.command("nextFinding")

    # then
    line = hands.find("reportTitle")
    assert (line.selectedText(), line.cursorPosition()) == ("", 0)
    assert hands.window.statusBar().currentMessage() == (
        "说的是整个标题，光标在最前面；没有选中，按错一个键也不会丢。"
    )


# g. Out of sight it waits


def test_out_of_sight_the_list_follows_when_it_is_asked_or_shown(work, hands):
    # given
    session = hands.window.desk.session
    work.bring(work.guidance)
    shown = work.findings.findChild(QListWidget, "findingsList")
    before = shown.count()

    # when
    session.edit(SetCells({UPHELD: "0", TOTAL: "0", "disclosure.permits.decided": "0"}))
    session.check()

    # then
    assert shown.count() == before
    work.show_findings()
    assert shown.count() < before
    assert items(hands, "error") == []


def test_of_a_number_that_differs_from_its_cell_the_number_alone_is_selected(work, hands):
    # given
    session = hands.window.desk.session
    session.report.section("overview").paragraphs[1] = Paragraph(
        text="本镇全年收到政府信息公开申请4件，均已答复。"
    )
    session.report.values["applications.new.total"] = "7"
    work.page.prose.show_section("overview")
    session.check()
    QApplication.processEvents()
    (found,) = [one for one in session.findings if one.rule == "X05"]
    session.findings = [found]
    session.findings_changed.emit()

    # when
    hands.command("nextFinding")

    # then
    assert sheet_of(hands).textCursor().selectedText() == "4"


@pytest.mark.parametrize("wide", [400, 260, 120])
def test_an_ampersand_of_the_report_is_a_letter_on_the_button(qtbot, wide):
    # given: words of a report
    words = "改为 “R&D中心”和“A&B科创园”"
    remedies = Remedies()
    qtbot.addWidget(remedies)
    remedies.resize(wide, 200)
    remedies.show()

    # when
    remedies.show_finding(Finding("T10", "warning", "名称写错。", (), fix=Fix(words, SetCells({}))))
    button = remedies.findChild(QPushButton, "fixButton")
    shown = button.text()

    # then
    assert QKeySequence.mnemonic(shown).isEmpty()
    assert button.accessibleName() == words
    assert shown.replace("&&", "").count("&") == 0
    assert shown.replace("&&", "&") == words or ("…" in shown and button.toolTip())


def test_a_key_of_the_program_stays_one(qtbot):
    # given
    remedies = Remedies()
    qtbot.addWidget(remedies)
    remedies.resize(400, 200)
    remedies.show()

    # when
    found = Finding("T10", "warning", "是别处的地名。", (), other_place="A&B镇")
    remedies.show_finding(found)

    # then
    assert (
        QKeySequence.mnemonic(remedies.findChild(QPushButton, "ownPlaceButton").text()).toString() == "Alt+O"
    )


def test_keeping_a_finding_and_taking_that_back_are_told_with_its_place(work, hands, qtbot):
    # given
    listed(hands).setCurrentItem(items(hands, "warning")[-1])
    finding = work.findings.chosen()
    session = hands.window.desk.session
    spot = words_for(session.template, session.report, finding.where[0])
    bottom = hands.window.statusBar()

    # when
    hands.press("keepButton")
    hands.find("keepReason").setText("checked")
    qtbot.keyClick(hands.find("keepReason"), Qt.Key.Key_Return)

    # then
    assert bottom.currentMessage() == f"已保留：{spot}，原因已记下。"

    # when
    fold = next(row for row in range(listed(hands).count()) if listed(hands).item(row).data(FOLD))
    work.findings._chosen_by_hand(listed(hands).item(fold))
    listed(hands).setCurrentRow(fold + 1)
    hands.press("keepButton")

    # then
    assert bottom.currentMessage() == f"已撤回保留：{spot}。"
