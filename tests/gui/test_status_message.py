"""What is told in passing stands on the status line alone, and the line is as before when it goes."""

from core.settings import Settings
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
