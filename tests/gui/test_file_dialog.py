"""The file dialog shows the names of reports whole, in every size of the interface."""

import os
from datetime import datetime
from pathlib import Path

import pytest
from PySide6.QtCore import QLocale, QSize, Qt, QTranslator
from PySide6.QtWidgets import (
    QComboBox,
    QFileDialog,
    QLineEdit,
    QStyleOptionViewItem,
    QTreeView,
)

from core import store
from core.report import blank
from core.settings import Settings
from core.store import ReportFile
from gui import app
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


@pytest.mark.parametrize(
    "name", ["柳河镇2023年报告.docx", "年报.pdf", "年报.html", "表.xls", "年报.txt", REPORT]
)
def test_whatever_can_be_opened_is_in_sight_when_a_report_is_to_be_opened(window, hands, qtbot, folder, name):
    # given: beside something that is no report
    (folder / name).write_bytes(b"")
    (folder / "照片.jpg").write_bytes(b"")

    # when
    hands.command("openReport")
    dialog = hands.find("openFileDialog", QFileDialog)
    files = dialog.findChild(QTreeView, "treeView")

    def shown() -> set[str]:
        top = files.rootIndex()
        return {files.model().index(row, 0, top).data() for row in range(files.model().rowCount(top))}

    # then
    qtbot.waitUntil(lambda: shown() == {name, REPORT})
    kinds = dialog.nameFilters()
    assert kinds[1] == "年报通报告 (*.nianbao)"
    assert kinds[-1] == "所有文件 (*)"

    # when: our own reports alone are wanted
    dialog.selectNameFilter(kinds[1])

    # then
    qtbot.waitUntil(lambda: shown() == {REPORT})
    dialog.reject()


def test_the_kinds_of_files_are_named_without_their_endings(window, hands, qtbot, folder):
    # when
    hands.command("openReport")
    dialog = hands.find("openFileDialog", QFileDialog)

    # then
    kinds = dialog.findChild(QComboBox, "fileTypeCombo")
    shown = [kinds.itemText(row) for row in range(kinds.count())]
    assert shown[:3] == ["各种报告文件", "年报通报告", "Word 文档"]
    assert "网页" in shown
    assert shown[-1] == "所有文件"
    assert not any("*" in one for one in shown)
    assert all(kinds.fontMetrics().horizontalAdvance(one) < kinds.width() for one in shown)
    dialog.reject()


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


@pytest.fixture
def in_chinese(qapp):
    """The words of Qt as the program sets them, taken out again behind the test."""
    before = QLocale()
    app._speak_chinese(qapp)
    yield
    for translator in qapp.findChildren(QTranslator):
        qapp.removeTranslator(translator)
        translator.deleteLater()
    QLocale.setDefault(before)


def test_day_and_size_of_a_file_are_written_as_here_whatever_language_the_system_has(
    in_chinese, window, hands, qtbot, folder
):
    # given
    (folder / REPORT).write_bytes(b"x" * 2560)
    day = datetime(2026, 11, 3, 9, 5).timestamp()
    os.utime(folder / REPORT, (day, day))
    hands.command("openReport")
    dialog = hands.find("openFileDialog", QFileDialog)
    files = dialog.findChild(QTreeView, "treeView")
    top = files.rootIndex()
    qtbot.waitUntil(lambda: files.model().rowCount(files.rootIndex()) == 1)

    # when
    shown = []
    for column in (0, 1, 3):
        option = QStyleOptionViewItem()
        files.itemDelegate().initStyleOption(option, files.model().index(0, column, top))
        shown.append(option.text)

    # then
    assert shown == [REPORT, "2.5 KB", "2026/11/3 09:05"]
    dialog.reject()


def test_the_columns_are_called_as_in_the_folders_of_the_system(in_chinese, window, hands, folder):
    # when
    hands.command("openReport")

    # then
    files = hands.find("openFileDialog", QFileDialog).findChild(QTreeView, "treeView")
    model = files.model()
    names = [model.headerData(column, Qt.Orientation.Horizontal) for column in range(model.columnCount())]
    assert names == ["名称", "大小", "类型", "修改日期"]
    hands.find("openFileDialog", QFileDialog).reject()


def test_the_proposed_name_stays_where_a_folder_is_typed(window, hands, qtbot, folder, library):
    # given
    (there := folder / "年报").mkdir()
    window.desk.open(ReportFile(blank(library.get("national-2021"), 2024, OFFICE)), None)
    hands.command("saveAs")
    dialog = hands.find("saveFileDialog", QFileDialog)
    line = dialog.findChild(QLineEdit, "fileNameEdit")
    proposed = line.text()
    assert proposed.endswith(".nianbao")

    # when: into it, up again, and to where one is already
    shown = []
    for typed in (str(there), "..", str(folder), str(there)):
        line.setText(typed)
        qtbot.wait(
            50
        )  # as long as it takes to type: Qt looks beside the window whether there is such a folder
        qtbot.keyClick(line, Qt.Key.Key_Return)
        shown.append((dialog.directory().absolutePath(), line.text(), dialog.isVisible()))

    # then
    places = [there, folder, folder, there]
    assert shown == [(str(place), proposed, True) for place in places]

    # when
    with qtbot.waitSignal(dialog.fileSelected) as chosen:
        qtbot.keyClick(line, Qt.Key.Key_Return)

    # then
    assert chosen.args == [str(there / proposed)]
    qtbot.waitUntil(lambda: window.desk.session.path == there / proposed)


def test_beside_a_file_where_none_may_be_written_no_other_is_proposed(
    window, hands, folder, library, tmp_path, monkeypatch
):
    # given: last year's report on a disk that only reads
    disk = folder / "光盘"
    disk.mkdir()
    path = disk / "柳河镇.nianbao"
    store.write(ReportFile(blank(library.get("national-2021"), 2024, OFFICE)), path)
    window.open_path(path)
    hands.find("workspace")
    may = os.access
    monkeypatch.setattr(os, "access", lambda where, how: where != disk and may(where, how))

    # when
    hands.command("saveAs")
    dialog = hands.find("saveFileDialog", QFileDialog)

    # then
    assert Path(dialog.directory().absolutePath()) == folder
