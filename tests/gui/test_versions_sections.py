"""A version before that had other sections: taken back whole, with the window at work on one that goes."""

from copy import deepcopy
from datetime import datetime

import pytest
from PySide6.QtWidgets import QListWidget

from core import store
from core.report import Paragraph, Section
from core.store import ReportFile, history
from core.store.container import canonical, report_data
from gui.pages import Page
from tests.gui.test_versions import choose, items, open_versions

EXTRA = Section(id="own-1", number="九", source_title="其他事项", paragraphs=[Paragraph(text="多出的一段。")])


@pytest.fixture
def opened(hands, report, tmp_path):
    """Return what opens a report of which a version had the extra section, or has it only since."""

    def opened(*, then: bool):
        before, now = deepcopy(report), report
        (before if then else now).sections.insert(3, deepcopy(EXTRA))
        file = ReportFile(before)
        others = history.kept(file, "save", datetime(2026, 1, 5, 9, 0))
        path = tmp_path / "报告.nianbao"
        store.write(ReportFile(now, others=others), path)
        hands.window.open_path(path)
        hands.qtbot.waitUntil(lambda: hands.sees("workspace"))
        return hands.window.desk.session, canonical(report_data(before))

    return opened


def pages(hands) -> list[str]:
    outline = hands.find("outline", QListWidget)
    return [outline.item(row).text() for row in range(outline.count())]


def has_extra(hands) -> bool:
    return any("其他事项" in text for text in pages(hands))


@pytest.mark.parametrize("then", [True, False], ids=["comes back", "goes"])
def test_all_of_it_is_taken_back_and_undone(hands, opened, then):
    # given: the window shows the section that goes
    session, version = opened(then=then)
    now = canonical(report_data(session.report))
    if not then:
        hands.window.desk.workspace.page.show_page(Page("own-1"))
    assert has_extra(hands) is not then
    open_versions(hands)
    choose(hands, "versionList", len(items(hands, "versionList")) - 1)

    # when
    hands.press("takeBackAll")
    hands.press("closeVersions")

    # then
    assert canonical(report_data(session.report)) == version
    hands.qtbot.waitUntil(lambda: has_extra(hands) is then)
    hands.command("undo")
    assert canonical(report_data(session.report)) == now
    hands.qtbot.waitUntil(lambda: has_extra(hands) is not then)
    hands.command("redo")
    assert canonical(report_data(session.report)) == version
