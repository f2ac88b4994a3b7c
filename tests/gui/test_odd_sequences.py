"""What a clerk does in an odd order: half-typed cells, another look, another report, a fix right after a key."""

import datetime

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QInputMethodEvent
from PySide6.QtWidgets import QApplication, QDialog, QLineEdit, QPushButton, QSpinBox, QTextEdit, QWidget
from shiboken6 import isValid

from core.checks.model import CellPlace, TextPlace
from core.edits import SetCells, Splice
from core.report import Paragraph, blank
from core.store import ReportFile
from core.totals import with_totals
from gui.panes.guide_offer import GuideOffer
from gui.panes.search import SearchPanel
from tests.gui import at_once

RULES, REPEALED = "disclosure.rules.made", "disclosure.rules.repealed"
OFFICE = "清溪县柳河镇人民政府"
CONTROL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def desk(window, qtbot, report):
    """A report with two paragraphs, opened in the window that has the keyboard."""
    report.section("overview").paragraphs = [
        Paragraph(text="本镇设公开栏一处。"),
        Paragraph(text="本镇另设一处，，方便群众。"),
    ]
    window.desk.open(ReportFile(report), None)
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    return window.desk


def key(qtbot, name: Qt.Key, modifier=Qt.KeyboardModifier.NoModifier) -> None:
    qtbot.keyClick(QApplication.focusWidget(), name, modifier)


def said(window) -> str:
    return window.statusBar().currentMessage()


def texts(desk) -> list[str]:
    return [one.text for one in desk.session.report.section("overview").paragraphs]


def half_type(desk, qtbot, cell: str, words: str) -> None:
    desk.workspace.page.go_to(CellPlace(cell, ""))
    qtbot.keyClicks(QApplication.focusWidget(), words)
    assert QApplication.focusWidget().objectName() == "cellLine"


def test_the_next_blank_cell_comes_after_the_one_being_typed_in(desk, qtbot):
    # given
    half_type(desk, qtbot, RULES, "5")

    # when
    key(qtbot, Qt.Key.Key_F6)

    # then
    assert desk.session.report.text(RULES) == "5"
    assert desk.workspace.page.here() == CellPlace(REPEALED, "")


def test_a_blank_cell_is_passed_over_and_the_last_one_is_named(desk, window, qtbot):
    # given
    desk.workspace.page.go_to(CellPlace(RULES, ""))

    # when
    key(qtbot, Qt.Key.Key_F6)
    after = desk.workspace.page.here()
    session = desk.session
    cells = session.template.cells.values()
    zeros = {one.id: "0" for one in cells if not (one.group or one.sums) and one.id != REPEALED}
    session.edit(SetCells(with_totals(session.template, session.report, zeros), "填 0"))
    key(qtbot, Qt.Key.Key_F6)

    # then
    assert after == desk.workspace.page.here() == CellPlace(REPEALED, "")
    assert said(window) == "只剩这一格空着。"


@pytest.mark.parametrize("name", ["nextFinding", "previousFinding", "nextToLookAt", "applyFix", "checkAll"])
def test_a_command_that_leads_away_takes_over_what_is_half_typed(desk, hands, qtbot, name):
    # given
    half_type(desk, qtbot, RULES, "5")

    # when
    hands.command(name)

    # then
    assert desk.session.report.text(RULES) == "5"


def test_f2_in_an_open_cell_leaves_it_open(desk, qtbot):
    # given
    half_type(desk, qtbot, RULES, "5")

    # when
    key(qtbot, Qt.Key.Key_F2)
    qtbot.wait(10)
    qtbot.keyClicks(QApplication.focusWidget(), "7")
    key(qtbot, Qt.Key.Key_Return)

    # then
    assert desk.session.report.text(RULES) == "57"


def test_commands_one_after_the_other_on_an_open_cell_close_it_once(desk, hands, qtbot, qtlog):
    # given
    half_type(desk, qtbot, RULES, "5")

    # when: no time passes, so that the line of the cell is still there
    for name in ("clearCells", "checkAll", "zerosRow"):
        hands.command(name)

    # then
    assert desk.session.report.text(RULES) == "0"
    assert [one.message for one in qtlog.records if "commitData" in one.message] == []


def test_a_fix_right_after_a_key_keeps_what_was_typed(desk, hands, qtbot):
    # given: the doubled comma is chosen, and at once a paragraph is put in above it
    chosen = next(one for one in desk.session.findings if one.fix and "，，" in str(one.where))
    while desk.workspace.findings.chosen() != chosen:
        hands.command("nextFinding")
    desk.workspace.page.go_to(TextPlace("overview", 0, 9, 9, ""))
    prose = hands.find("proseEditor", QTextEdit)
    key(qtbot, Qt.Key.Key_Return)
    qtbot.keyClicks(prose, "x")

    # when: the checks have not looked yet
    hands.command("applyFix")

    # then
    assert texts(desk) == ["本镇设公开栏一处。", "x", "本镇另设一处，方便群众。"]


def test_without_a_fix_the_key_says_so(desk, hands, window):
    # when
    hands.command("applyFix")

    # then
    assert said(window).startswith("选中的这一处没有可以直接采用的修改")


def test_the_right_pane_folds_and_unfolds_at_each_key_whatever_brought_it_into_sight(desk, hands):
    # given
    side = desk.workspace.side
    hands.command("toggleSide")
    hands.command("nextFinding")
    brought = not side.isHidden()

    # when
    hands.command("toggleSide")
    folded = side.isHidden()
    hands.command("preview")
    hands.command("toggleSide")

    # then: the preview gives way, for there is no room for both
    assert (brought, folded, side.isHidden()) == (True, True, False)
    assert not desk.workspace.previews
    assert desk.options.right_shown


def test_in_a_narrow_window_the_preview_gives_way_to_the_outline(desk, hands, window, qtbot):
    # given
    window.resize(900, 600)
    qtbot.waitUntil(lambda: desk.workspace.room.is_narrow)
    hands.command("preview")
    covered = desk.workspace.outline.isHidden()

    # when
    hands.command("toggleOutline")

    # then
    assert covered
    assert desk.workspace.outline.isVisible()
    assert desk.options.left_shown


def test_another_look_keeps_the_search(desk, hands, window, qtbot, undressed):
    # given
    hands.command("replace")
    hands.find("searchField", QLineEdit).setText("公开栏")
    hands.find("replaceField", QLineEdit).setText("公示栏")
    old = desk.workspace

    # when
    desk.options.theme, desk.options.scale = "dark", 150
    window._dress()
    qtbot.waitUntil(lambda: not isValid(old))

    # then
    panel = desk.workspace.findChild(SearchPanel)
    assert panel.isVisible()
    assert (panel.field.text(), panel.by.text()) == ("公开栏", "公示栏")
    hands.press("replaceAll")
    assert texts(desk)[0] == "本镇设公示栏一处。"


@pytest.mark.parametrize("wanted", [True, False])
def test_another_look_keeps_the_offer_of_the_guide(window, hands, library, undressed, wanted):
    # given
    desk = window.desk
    desk.open(ReportFile(blank(library.get("national-2021"), 2024, OFFICE)), None)
    if not wanted:
        hands.press("guideOfferAway")

    # when
    desk.options.theme = "dark"
    window._dress()

    # then
    lines = desk.workspace.findChildren(GuideOffer)
    assert [one.isVisible() for one in lines] == ([True] if wanted else [])


def test_what_an_input_method_composes_counts_before_the_report_is_left(
    desk, hands, window, monkeypatch, undressed
):
    # given: an input method that, asked to, commits what it has
    prose = hands.find("proseEditor", QTextEdit)
    desk.workspace.page.go_to(TextPlace("overview", 0, 9, 9, ""))
    QApplication.sendEvent(prose, QInputMethodEvent("xin", []))

    class Method:
        def commit(self) -> None:
            done = QInputMethodEvent("", [])
            done.setCommitString("新")
            QApplication.sendEvent(prose, done)

    monkeypatch.setattr(QGuiApplication, "inputMethod", lambda: Method())

    # when
    clean = desk.is_clean()

    # then
    assert not clean
    assert texts(desk)[0] == "本镇设公开栏一处。新"


@pytest.mark.parametrize("name", ["versionHistory", "insertNumber", "zeroGuide"])
def test_a_dialog_on_a_report_goes_with_it(desk, hands, window, report, qtbot, name):
    # given
    desk.workspace.page.go_to(TextPlace("overview", 0, 0, 0, ""))
    hands.command(name)
    dialog = next(one for one in window.findChildren(QDialog) if one.isVisible())

    # when
    desk.open(ReportFile(report.model_copy(deep=True)), None)

    # then
    qtbot.waitUntil(lambda: not isValid(dialog))
    assert window.isActiveWindow() or QApplication.activeModalWidget() is None


def test_a_check_that_ends_over_a_review_leaves_the_review_alone(desk, hands, window, report, qtbot):
    # given: something was typed, and the review comes before the checks have looked
    desk.session.edit(Splice("overview", 0, 1, (Paragraph(text="改了。"),), "修改"))
    last = report.model_copy(deep=True, update={"year": 2023, "earlier": []})
    report.earlier = [last]
    hands.command("reviewLast")
    hands.find("reviewPage")
    step = next(one for one in window.findChildren(QPushButton) if one.objectName() == "step_reviewLast")

    # when
    with qtbot.waitSignal(desk.session.findings_changed, timeout=5_000):
        pass

    # then
    assert step.property("primary")
    assert window.findChild(QWidget, "verdict").text() == ""


def test_the_step_over_a_review_leads_to_the_button_that_makes_the_draft(desk, hands, window, report):
    # given
    report.earlier = [report.model_copy(deep=True, update={"year": 2023, "earlier": []})]
    hands.command("reviewLast")

    # when
    hands.press("step_reviewLast")

    # then
    assert QApplication.focusWidget().objectName() == "forwardButton"
    assert said(window).startswith("看过读到的内容，再点“生成 2024 年报告")


LINES = {
    "reportTitle": ("preface", QLineEdit),
    "searchField": ("overview", QLineEdit),
    "proseEditor": ("overview", QTextEdit),
}


@pytest.mark.parametrize("name", LINES)
def test_the_keys_of_the_clipboard_work_on_the_words_where_the_cursor_stands(desk, hands, qtbot, name):
    # given
    page, kind = LINES[name]
    desk.workspace.page.go_to(CellPlace(RULES, ""))
    desk.session.edit(SetCells({RULES: "5"}, "填写"))
    desk.workspace.page.go_to(TextPlace(page, 0, 0, 0, ""))
    if name == "searchField":
        hands.command("find")
    line = hands.find(name, kind)
    line.setFocus()
    line.selectAll()
    key(qtbot, Qt.Key.Key_Delete)
    qtbot.keyClicks(line, "abc")
    clipboard = QGuiApplication.clipboard()

    def words() -> str:
        return line.text() if isinstance(line, QLineEdit) else line.toPlainText()

    # when
    line.selectAll()
    key(qtbot, Qt.Key.Key_C, CONTROL)
    copied = clipboard.text(), words()
    key(qtbot, Qt.Key.Key_X, CONTROL)
    cut = clipboard.text(), words()
    key(qtbot, Qt.Key.Key_V, CONTROL)
    key(qtbot, Qt.Key.Key_V, CONTROL)
    pasted = words()
    key(qtbot, Qt.Key.Key_A, CONTROL)
    key(qtbot, Qt.Key.Key_Delete)

    # then
    assert (copied, cut, pasted, words()) == (("abc", "abc"), ("abc", ""), "abcabc", "")
    assert desk.session.report.text(RULES) == "5"


def test_the_keys_of_the_clipboard_work_on_the_cells_where_the_cursor_stands(desk, qtbot):
    # given
    before = texts(desk)
    desk.session.edit(SetCells({RULES: "5"}, "填写"))
    desk.workspace.page.go_to(CellPlace(RULES, ""))
    clipboard = QGuiApplication.clipboard()

    # when
    key(qtbot, Qt.Key.Key_X, CONTROL)
    cut = clipboard.text(), desk.session.report.text(RULES)
    desk.workspace.page.go_to(CellPlace(REPEALED, ""))
    key(qtbot, Qt.Key.Key_V, CONTROL)
    pasted = desk.session.report.text(REPEALED)
    key(qtbot, Qt.Key.Key_C, CONTROL)
    key(qtbot, Qt.Key.Key_Delete)

    # then
    assert (cut, pasted, clipboard.text()) == (("5", ""), "5", "5")
    assert desk.session.report.text(REPEALED) == ""
    assert texts(desk) == before


@pytest.mark.parametrize("name", ["outline", "findingsList"])
def test_delete_in_a_list_touches_nothing(desk, hands, window, qtbot, name):
    # given
    desk.session.edit(SetCells({RULES: "5"}, "填写"))
    desk.workspace.page.go_to(CellPlace(RULES, ""))
    steps = desk.session.undo_stack.index()
    hands.find(name).setFocus()

    # when
    for one, modifier in (
        (Qt.Key.Key_Delete, Qt.KeyboardModifier.NoModifier),
        (Qt.Key.Key_X, CONTROL),
        (Qt.Key.Key_V, CONTROL),
    ):
        key(qtbot, one, modifier)

    # then
    assert desk.session.undo_stack.index() == steps
    assert "点一个单元格，再用这个命令。" in said(window)


def test_another_limit_and_another_date_count_at_once(window, hands, library):
    # given: a report that is still due
    report = blank(library.get("national-2021"), datetime.datetime.now().astimezone().year, OFFICE)
    report.section("overview").paragraphs = [Paragraph(text="本镇设公开栏一处。")]
    window.desk.open(ReportFile(report), None)
    hands.command("settings")

    # when
    hands.find("settingsLimit", QSpinBox).setValue(5)
    hands.find("settingsDueMonth", QSpinBox).setValue(3)

    # then
    assert hands.find("proseCount").text() == "本部分 ！9 / 5 字，超出 4 字"
    assert window.findChild(QWidget, "statusDue").accessibleName().startswith("距 3月31日")


@pytest.mark.parametrize(
    "name", ["versionHistory", "exportReport", "settings", "preview", "pasteReport", "openReport"]
)
def test_the_window_closes_over_a_dialog_and_over_work_under_way(desk, hands, window, qtbot, tmp_path, name):
    # given
    at_once.save(desk.session, tmp_path / "柳河镇.nianbao")
    QGuiApplication.clipboard().setText(
        "柳河镇2023年政府信息公开工作年度报告\n一、总体情况\n本镇设公开栏一处。"
    )
    hands.command(name)

    # when
    with qtbot.capture_exceptions() as faults:
        closed = window.close()
        qtbot.wait(200)

    # then
    assert (closed, window.isVisible(), faults) == (True, False, [])
