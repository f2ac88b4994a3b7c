"""What is told in passing stands on the status line alone, and the line is as before when it goes."""

from core.edits import SetCells
from core.settings import Settings
from core.store import ReportFile
from gui.panes.status import StatusLine
from gui.progress import Verdict


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
