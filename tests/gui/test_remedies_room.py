"""What can be done about a finding has its room below the list, in every size of the interface."""

import pytest
from PySide6.QtCore import QSize
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel

from core.edits import SetCells, Splice
from core.report import Paragraph
from core.settings import Settings
from core.store import ReportFile
from tests.gui.conftest import Hands
from tests.samples import filled


@pytest.mark.parametrize("room", [QSize(1366, 728), QSize(1920, 1040)], ids=lambda one: str(one.width()))
@pytest.mark.parametrize("scale", [100, 150, 175, 200])
def test_neither_the_ground_of_a_finding_nor_a_button_is_squeezed(window_on, library, qtbot, room, scale):
    # given: findings with grounds of several lines, and with three buttons
    _, report = filled(library, "national-2021", 2024)
    window = window_on(room, Settings(scale=scale))
    window.desk.open(ReportFile(report), None)
    session, work = window.desk.session, window.desk.workspace
    session.edit(SetCells({"applications.new.total": "999"}))
    session.edit(Splice("overview", 0, 1, (Paragraph(text="2024年，本镇到外县石桥乡交流，没有收到申请。"),)))
    session.check()
    hands = Hands(window, qtbot)
    seen = 0

    # when
    for _ in range(len(session.findings)):
        hands.command("nextFinding")
        QApplication.processEvents()
        remedies = work.findings.remedies
        if remedies is None or not remedies.isVisible():
            continue

        # then
        for one in remedies.findChildren(QLabel):
            if one.isVisible() and one.wordWrap():
                assert one.height() >= one.heightForWidth(one.width())
                seen += 1
        for one in remedies.findChildren(QAbstractButton):
            assert not one.isVisible() or one.height() >= one.sizeHint().height()
        assert hands.find("findingsList").viewport().height() >= 2 * window.fontMetrics().height()
    assert seen
