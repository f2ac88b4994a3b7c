"""The file dialog shows the names of reports whole, in every size of the interface."""

import pytest
from PySide6.QtCore import QSize
from PySide6.QtWidgets import QComboBox, QFileDialog, QTreeView

from core.report import blank
from core.settings import Settings
from core.store import ReportFile
from tests.gui.conftest import OFFICE, Hands

ROOM = QSize(1366, 728)
REPORT = "靖安县三爪仑乡2018年政府信息公开工作年度报告.nianbao"


@pytest.fixture
def folder(tmp_path, monkeypatch):
    """The clerk's own folder, with a report in it."""
    (tmp_path / REPORT).write_bytes(b"")
    for module in ("gui.opening", "gui.saving", "gui.dialogs.manual_folder"):
        monkeypatch.setattr(f"{module}.documents", lambda: tmp_path)
    return tmp_path


def room_for_names(dialog: QFileDialog) -> tuple[int, int]:
    """Return how wide the column of names is, and how much of it is in sight."""
    files = dialog.findChild(QTreeView, "treeView")
    assert isinstance(files, QTreeView)
    return files.header().sectionSize(0), files.viewport().width()


@pytest.mark.parametrize("scale", [100, 150, 200])
@pytest.mark.parametrize(
    ("command", "name"),
    [("openReport", "openFileDialog"), ("saveAs", "saveFileDialog"), ("keyList", "manualFileDialog")],
)
def test_names_stand_whole_in_the_file_dialog(window_on, library, qtbot, folder, scale, command, name):
    # given
    window = window_on(ROOM, Settings(scale=scale))
    hands = Hands(window, qtbot)
    window.desk.open(ReportFile(blank(library.get("national-2014"), 2018, OFFICE)), None)

    # when
    hands.command(command)
    if command == "keyList":
        hands.press("saveManual")
        (folder / REPORT).rename(folder / REPORT.replace(".nianbao", ".txt"))
    dialog = hands.find(name, QFileDialog)

    # then
    letters = dialog.fontMetrics().horizontalAdvance(REPORT.removesuffix(".nianbao"))
    qtbot.waitUntil(lambda: room_for_names(dialog)[0] > letters)
    column, seen = room_for_names(dialog)
    assert seen >= column
    kinds = dialog.findChild(QComboBox, "fileTypeCombo")
    assert kinds.width() > kinds.fontMetrics().horizontalAdvance("年报通报告 (*.nianbao)")
    assert dialog.frameGeometry().width() <= ROOM.width()
    assert dialog.frameGeometry().height() <= ROOM.height()
    dialog.reject()
