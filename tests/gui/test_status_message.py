"""What is told in passing stands on the status line alone, and the line is as before when it goes."""

import pytest
from PySide6.QtCore import QSize, Qt

from core.carry import forward
from core.checks.model import CellPlace, TextPlace
from core.edits import SetCells
from core.report import Paragraph, blank
from core.settings import Settings
from core.store import ReportFile
from gui.carried import after_last
from gui.panes.status import StatusLine
from gui.progress import Verdict
from tests.gui.conftest import OFFICE
from tests.samples import filled

_ELSEWHERE = TextPlace("overview", 0, 2, 2, "")


def test_the_keys_do_not_shine_through_a_message(qtbot):
    # given
    line = StatusLine(Settings())
    qtbot.addWidget(line)
    line.resize(1200, 40)
    line.show()
    line.showMessage("去年的内容都核对过了。")

    # when
    line.show_verdict(Verdict("还有 4 处必须改", "error", has_findings=True))

    # then
    hint = line.findChild(object, "verdictHint")
    assert hint.text() == "F8 下一处"
    assert hint.isHidden()
    line.clearMessage()
    assert hint.isVisible()


def test_the_verdict_stays_beside_a_message_even_where_that_is_long(qtbot):
    # given
    line = StatusLine(Settings())
    qtbot.addWidget(line)
    line.resize(900, 40)
    line.show()
    line.show_verdict(Verdict("还有 4 处必须改", "error", has_findings=True))

    # when
    line.showMessage("已粘贴 12 个单元格，可以撤销。" * 6)
    qtbot.wait(20)

    # then
    verdict, told = line.findChild(object, "verdict"), line.findChild(object, "statusMessage")
    assert verdict.text() == "✖ 还有 4 处必须改"
    assert verdict.geometry().right() < told.geometry().left()
    assert "…" in told.text()
    assert told.geometry().right() <= line.width()


def test_what_was_told_of_a_step_goes_with_the_next_change(window, hands, report):
    # given
    window.desk.open(ReportFile(report), None)
    window.desk.say("零报告向导填 120 格，可以撤销。")

    # when
    window.desk.session.edit(SetCells({"reviews.cases.review_total": "1"}))

    # then
    assert window.statusBar().currentMessage() == ""


@pytest.fixture
def at_words(window, report):
    """The cursor in words; what only acts on cells does nothing there."""
    report.section("overview").paragraphs = [Paragraph(text="一段话。"), Paragraph(text="又一段话。")]
    window.desk.open(ReportFile(report), None)
    page = window.desk.workspace.page
    page.go_to(TextPlace("overview", 0, 0, 0, ""))
    return page


@pytest.mark.parametrize(
    "act",
    [
        lambda page, hands: page.go_to(TextPlace("overview", 1, 0, 0, "")),
        lambda page, hands: page.go_to(CellPlace("reviews.cases.review_upheld", "")),
        lambda page, hands: hands.command("toggleSide"),
        lambda page, hands: hands.qtbot.keyClicks(page.prose.sheet, "a"),
    ],
    ids=["cursor", "page", "command", "typing"],
)
def test_why_nothing_came_of_a_command_goes_with_the_next_step(at_words, window, hands, act):
    # given
    hands.command("zerosRow")
    assert "请先点一个单元格" in window.statusBar().currentMessage()

    # when
    act(at_words, hands)

    # then
    assert window.statusBar().currentMessage() == ""


def test_f2_in_words_says_that_they_are_changed_by_typing(at_words, window, qtbot):
    # given
    window.activateWindow()
    at_words.prose.sheet.setFocus()
    qtbot.waitUntil(at_words.prose.sheet.hasFocus)

    # when
    qtbot.keyClick(at_words.prose.sheet, Qt.Key.Key_F2)

    # then
    assert window.statusBar().currentMessage() == "文字直接打字就能改；F2 用来改表格里的一格。"


@pytest.mark.parametrize("name", ["findingsList", "outline"])
def test_f2_in_a_list_says_that_it_changes_cells_alone(at_words, window, hands, qtbot, name):
    # given
    window.activateWindow()
    shown = hands.find(name)
    shown.setFocus()
    qtbot.waitUntil(shown.hasFocus)

    # when
    qtbot.keyClick(shown, Qt.Key.Key_F2)

    # then
    assert window.statusBar().currentMessage() == "F2 用来改表格里的一格；清单里的不能在这里改。"


def test_what_was_done_is_told_on_while_the_cursor_moves(at_words, window, hands):
    # given
    at_words.go_to(CellPlace("reviews.cases.review_upheld", ""))
    hands.command("zerosRow")
    told = window.statusBar().currentMessage()

    # when
    hands.qtbot.keyClick(hands.find("tableView"), Qt.Key.Key_Right)

    # then
    assert told.startswith("已填")
    assert window.statusBar().currentMessage() == told


def test_what_was_done_is_told_on_though_a_hint_was_told_before(at_words, window, hands):
    # given: the hint makes way for what is told next, and nobody asked it to go
    hands.command("zerosRow")
    window.desk.say("已导出到 D:\\年报（2 个文件）")

    # when
    at_words.go_to(CellPlace("reviews.cases.review_upheld", ""))

    # then
    assert window.statusBar().currentMessage() == "已导出到 D:\\年报（2 个文件）"


@pytest.mark.parametrize("key", ["right", "copy"])
def test_a_hint_below_the_form_goes_with_the_next_step(at_words, window, hands, key):
    # given
    at_words.go_to(CellPlace("reviews.cases.review_upheld", ""))
    view, notice = hands.find("tableView"), at_words.table.notice
    hands.qtbot.keyClick(view, Qt.Key.Key_Delete)
    assert notice.text() == "选中的单元格本来就空着。"

    # when
    if key == "right":
        hands.qtbot.keyClick(view, Qt.Key.Key_Right)
    else:
        hands.command("copyCells")

    # then
    assert notice.text() == ""


def test_what_was_undone_is_told_until_the_next_command_or_place(window, hands, report):
    # given
    report.section("overview").paragraphs = [Paragraph(text="公开信息29条。")]
    window.desk.open(ReportFile(report), None)
    total = SetCells({"reviews.cases.review_total": "1"}, "填写单元格")

    for go_on in (lambda: hands.command("find"), lambda: window.desk.workspace.page.go_to(_ELSEWHERE)):
        # given
        window.desk.session.edit(total)
        hands.command("undo")
        assert window.statusBar().currentMessage() == "已撤销：填写单元格"

        # when
        go_on()

        # then
        assert window.statusBar().currentMessage() == ""


def test_the_next_blank_cell_of_a_form_where_blank_means_none_is_one_with_a_figure_last_year(
    window, hands, library
):
    # given: three figures last year, of which one came along
    form = library.get("weihai-2012")
    last, report = blank(form, 2012, OFFICE), blank(form, 2013, OFFICE)
    last.values = {f"statistics.{row}.value": "3" for row in ("published", "meetings", "points")}
    report.values = {"statistics.points.value": "3"}
    report.earlier = [last]
    window.desk.open(ReportFile(report), None)
    gone_to, said = [], []

    # when: each is filled in, and once more
    for _ in range(5):
        hands.command("nextBlank")
        gone_to.append(window.desk.workspace.page.here().cell.split(".")[1])
        said.append(window.statusBar().currentMessage())
        window.desk.session.edit(SetCells({f"statistics.{gone_to[-1]}.value": "0"}))

    # then: the rest of a group follows, and it never says that the table is filled in
    assert gone_to[:4] == ["published", "meetings", "courses", "trainees"]
    assert said[3] == "要填的只剩这一格，另有 62 格空着：这种表空着就是没有。"
    assert said[4] == "要填的格都填了，还有 62 格空着：这种表空着就是没有，有数的请填上。"


def test_each_key_that_leads_on_says_where_there_is_nothing_left(window, hands, report):
    # given
    report.values = dict.fromkeys(window.desk.library.get(report.template).cells, "0")
    window.desk.open(ReportFile(report), None)
    window.desk.session.check()
    window.desk.session.findings = []
    window.desk.session.findings_changed.emit()

    said = []
    for name in ("nextBlank", "nextToLookAt", "nextFinding"):
        hands.command(name)
        said.append(window.statusBar().currentMessage())

    assert said[0] == "表格都填好了，没有空着的格了。"
    assert said[1] == "这份报告没有照抄的内容。没有必须改的地方，可以导出了（Ctrl+E）。"
    assert said[2] == "没有要看的问题。"


@pytest.mark.parametrize(
    ("name", "told"),
    [("nextToLookAt", "没有照抄的内容"), ("nextBlank", "只剩这一格空着"), ("checkAll", "检查完了")],
)
def test_what_a_key_that_leads_on_told_goes_with_the_jump_to_a_finding(window, hands, report, name, told):
    # given: a report with findings and one blank cell
    report.values = dict.fromkeys(window.desk.library.get(report.template).cells, "0")
    del report.values["disclosure.permits.decided"]
    window.desk.open(ReportFile(report), None)
    hands.command(name)
    hands.qtbot.wait(50)  # what follows of itself does not take it away
    assert told in window.statusBar().currentMessage()

    # when
    hands.command("nextFinding")

    # then
    assert window.desk.workspace.findings.remedies is not None
    assert window.statusBar().currentMessage() == ""


def test_what_comes_next_is_told_whole_in_the_largest_writing(window_on, library, make_session, qtbot):
    # given: figures that wait; then one that is wrong; then none that is
    draft = forward(library, filled(library, "national-2021", 2024)[1])
    session = make_session(draft)
    session.check()
    told = [after_last(session)]
    for cell in session.template.cells:
        draft.values.setdefault(cell, "0")
    draft.values["reviews.cases.review_total"] = "5"
    session.check()
    told.append(after_last(session))
    session.findings = []
    told.append(after_last(session))
    assert len(set(told)) == len(told)

    # when
    window = window_on(QSize(1366, 728), Settings(scale=200))
    window.desk.open(ReportFile(draft), None)
    line = window.findChild(StatusLine)
    shown = line.findChild(object, "statusMessage")
    line.show_verdict(Verdict("还有 12 处必须改", "error", has_findings=True))
    for words in told:
        line.showMessage(words)
        qtbot.wait(20)

        # then
        assert shown.text() == words
