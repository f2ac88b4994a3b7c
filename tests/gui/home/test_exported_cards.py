"""A card of the home page says when a report was exported, and whether it was changed since."""

import datetime

import pytest
from PySide6.QtWidgets import QListWidget

from core import recent
from core.edits import SetField
from core.recent import DRAFT, READY
from core.store import ReportFile, write
from gui.panes.home_card_delegate import CARD
from tests.gui.home.conftest import NEXT, cards
from tests.samples import filled


@pytest.mark.parametrize(
    ("known", "told"),
    [
        ({"state": DRAFT, "exported": "11月22日"}, "还没填完　·　已导出草稿：11月22日"),
        ({"state": DRAFT, "exported_before": "11月22日"}, "还没填完　·　11月22日 导出后改过"),
        ({"state": READY, "exported_before": "11月22日"}, "✓ 还没填完　·　11月22日 导出后改过"),
        ({"state": READY, "exported": "11月22日"}, "✓ 还没填完"),
        ({"state": DRAFT}, "还没填完"),
    ],
    ids=["draft", "draft changed", "ready changed", "ready", "never"],
)
def test_a_card_says_when_it_was_exported(home, remembered, known, told):
    # when
    home.show_recent([remembered(2024, next=NEXT, **known)])

    # then: on its first line, and to a screen reader; what is ready says so where it says what comes next
    item = cards(home).item(0)
    first, following = (words for _, words in item.data(CARD).lines[:2])
    assert first == told
    assert ("11月22日" in first + following) == ("11月22日" in item.text()) == (len(known) > 1)


def test_a_draft_that_was_exported_says_so_on_the_home_page(window, hands, report, tmp_path):
    # given
    path = tmp_path / "柳河镇.nianbao"
    write(ReportFile(report), path)
    window.open_path(path)
    hands.find("workspace")
    hands.qtbot.waitUntil(lambda: bool(recent.load()))
    window.desk.saving._keep_exported(window.desk.session)

    # when
    hands.command("goHome")

    # then
    today = datetime.date.today()
    card = hands.find("recentList", QListWidget).item(0).data(CARD)
    assert card.report.state == DRAFT
    assert card.lines[0][1].endswith(f"已导出草稿：{today.month}月{today.day}日")


def test_a_report_changed_after_its_export_says_so(window, hands, library, tmp_path):
    # given: a report that can be handed in, exported
    _, report = filled(library, "national-2021", 2024)
    path = tmp_path / "柳河镇.nianbao"
    write(ReportFile(report), path)
    window.open_path(path)
    hands.find("workspace")
    hands.qtbot.waitUntil(lambda: bool(recent.load()))
    window.desk.saving._keep_exported(window.desk.session)

    # when
    window.desk.session.edit(SetField("title", "另一个标题"))
    hands.command("save")

    # then
    known, today = recent.load()[0], datetime.date.today()
    assert (known.exported, known.exported_before) == ("", f"{today.month}月{today.day}日")
