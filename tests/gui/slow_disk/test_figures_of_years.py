"""The figures of earlier years, some of them in files on a share that is off: what is known is drawn, the rest follows."""

import pytest
from PySide6.QtWidgets import QLabel, QTableWidget

from core import recent, store
from core.recent import RecentReport
from core.store import ReportFile
from gui.panes.trend import TrendPanel
from gui.theme import Theme
from tests.gui.slow_disk.conftest import PATIENCE
from tests.samples import filled


def put(library, folder, year: int) -> None:
    """Lay a report of a year there that the home page knows."""
    _, report = filled(library, "national-2021", year)
    path = folder / f"{year}{store.SUFFIX}"
    store.write(ReportFile(report), path)
    recent.remember(RecentReport(str(path), report.unit.name, year, ""))


@pytest.fixture
def panel(library, make_session, qtbot, monkeypatch, share) -> TrendPanel:
    """The panel over a report that knows its own year alone; last year's lies on the share."""
    monkeypatch.setattr("gui.panes.trend_others.LATE_MS", PATIENCE * 1000)
    put(library, share.folder, 2023)
    panel = TrendPanel(make_session(filled(library, "national-2021", 2024)[1]), Theme.load("light"))
    qtbot.addWidget(panel)
    panel.resize(300, 700)
    return panel


def years(panel) -> list[str]:
    table = panel.findChild(QTableWidget, "trendTable")
    return [table.verticalHeaderItem(row).text() for row in range(table.rowCount())]


def words(panel) -> str:
    label = panel.findChild(QLabel, "trendWords")
    return label.text() if label.isVisible() else ""


def test_what_is_known_stands_at_once_and_it_is_not_said_that_there_is_no_more(panel, share, qtbot):
    # given
    share.go_off()

    # when
    panel.show()
    qtbot.waitUntil(share.is_asked)

    # then
    assert years(panel) == ["2024年"]
    assert words(panel) == "正在读前几年的报告……"
    assert share.asked_by_window == []

    # when
    share.answer()
    qtbot.waitUntil(lambda: not panel.others.is_reading)

    # then
    assert years(panel) == ["2023年", "2024年"]
    assert "正在读" not in words(panel)
    assert panel.picture.scene is not None


def test_a_share_that_is_off_keeps_no_other_report_waiting_and_is_told_of(
    panel, library, share, qtbot, monkeypatch, tmp_path
):
    # given
    monkeypatch.setattr("gui.panes.trend_others.LATE_MS", 20)
    put(library, tmp_path, 2022)
    share.go_off()

    # when
    panel.show()

    # then
    qtbot.waitUntil(lambda: years(panel) == ["2022年", "2023年", "2024年"])
    qtbot.waitUntil(lambda: "还有 1 份报告没有读到，放它们的地方没有回音" in words(panel))
    assert share.asked_by_window == []

    # when: it is on again
    share.answer()

    # then
    qtbot.waitUntil(lambda: "没有回音" not in words(panel))


def test_nobody_hears_of_a_report_whose_panel_is_gone(window, hands, library, qtbot, share):
    # given
    put(library, share.folder, 2023)
    window.desk.open(ReportFile(filled(library, "national-2021", 2024)[1]), None)
    share.go_off()
    hands.command("trend")
    others = window.desk.workspace.trend.others
    told: list[None] = []
    others.changed.connect(lambda: told.append(None))
    qtbot.waitUntil(share.is_asked)

    # when
    window.desk.close()
    share.answer()
    qtbot.wait(50)

    # then
    assert told == []
