"""The home page in the largest writing on a low screen: nothing of it is cut, the list of reports alone scrolls."""

import pytest
from PySide6.QtCore import QPoint, QRect, QSize
from PySide6.QtWidgets import QLabel, QListWidget, QPushButton

from core import autosave, recent, store
from core.autosave import Origin
from core.recent import DRAFT
from core.settings import Settings
from core.store import ReportFile
from tests.gui.autosaving.conftest import found, left_behind
from tests.gui.conftest import Hands

ROOM = QSize(1366, 728)
LONG_OFFICE = "清溪土家族苗族自治县经济开发区柳河镇人民政府"
GONE = "打开时还在，现在不在原来的文件夹里了，可能改了名、移走了或被删除。"
TO_DO = "还有 128 处去年内容没核对、165 格没填、3 处没写完"


@pytest.mark.parametrize("unsaved", ["", "broken off", "refused"])
def test_what_is_to_be_gone_on_with_is_told_whole(window_on, qtbot, report, remembered, tmp_path, unsaved):
    # given: a long name and much to do, beside what was not saved when the program ended
    for one in (remembered(2024, LONG_OFFICE, state=DRAFT, next=TO_DO), remembered(2023)):
        recent.remember(one)
    if unsaved == "broken off":
        left_behind(report)
    elif unsaved:
        own = Origin(tmp_path / f"{LONG_OFFICE}.nianbao", seen="as it was")
        autosave.leave("a" * 32, store.content(ReportFile(report)), own, None, f"“{own.path.name}”{GONE}")
    window = window_on(ROOM, Settings(scale=200, office=LONG_OFFICE))
    hands = Hands(window, qtbot)
    if unsaved:
        found(window, hands)
    qtbot.wait(50)
    home = hands.find("homePage")

    # then
    assert window.size() == ROOM
    assert window.minimumSizeHint().height() <= ROOM.height()
    told = [one for one in home.findChildren(QLabel) if one.property("place") == "below" and one.isVisible()]
    assert any(TO_DO in one.text() for one in told)
    assert [one.text() for one in told if one.heightForWidth(one.width()) > one.height()] == []
    inside = QRect(QPoint(), home.size())
    shown = [one for one in home.findChildren(QPushButton) if one.isVisible()]
    assert all(inside.contains(QRect(one.mapTo(home, QPoint()), one.size())) for one in shown)
    cards = hands.find("recentList", QListWidget)
    assert cards.viewport().height() >= cards.fontMetrics().lineSpacing()
    assert cards.verticalScrollBar().maximum() > 0
