"""The folder for an export on a share that is off: the dialog lives, and another folder can be taken."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QCheckBox, QFileDialog, QLabel, QLineEdit, QListWidget, QMessageBox, QPushButton

from core import export_folders
from core.store import ReportFile, write
from gui.dialogs.export import result
from gui.places import documents
from tests.samples import filled

STEM = "清溪县柳河镇人民政府2024年政府信息公开工作年度报告"
LOOKING = "正在看这个文件夹里有什么……不想等，可以换一个文件夹。"


@pytest.fixture
def dialog(window, hands, library, share):
    """The dialog over a report, its folder on the share, which is off; a web page is to be made."""
    window.desk.open(ReportFile(filled(library, "national-2021", 2024)[1]), None)
    window._options.export_formats = ["html"]
    hands.command("exportReport")
    dialog = hands.find("exportDialog")
    share.go_off()
    hands.find("exportFolder", QLineEdit).setText(str(share.folder))
    yield dialog
    share.answer()
    if hands.sees("exportDialog"):
        dialog.close()


def note(hands) -> str:
    label = hands.window.findChild(QLabel, "exportNote")
    return label.text() if label.isVisible() else ""


def exported(hands) -> list[str]:
    listed = hands.find("exportedFiles", QListWidget)
    return [listed.item(row).text() for row in range(listed.count())]


def test_a_folder_that_does_not_answer_is_not_proposed(window, hands, library, monkeypatch, share, tmp_path):
    # given
    window.desk.open(ReportFile(filled(library, "national-2021", 2024)[1]), tmp_path / "甲.nianbao")
    export_folders.remember(window.desk.session.file.doc_id, str(share.folder))
    share.go_off()

    # when
    hands.command("exportReport")

    # then
    assert Path(hands.find("exportFolder", QLineEdit).text()) == tmp_path
    assert share.asked_by_window == []
    hands.find("exportDialog").close()


def test_while_the_folder_is_typed_the_window_asks_nothing_and_says_nothing_false(
    dialog, hands, qtbot, share
):
    # given
    (there := share.folder / f"{STEM}.html").touch()
    share.asked_by_window.clear()

    # when: what is typed goes on while nothing is answered
    QTest.keyClicks(hands.find("exportFolder", QLineEdit), "x")
    QTest.keyClick(hands.find("exportFolder", QLineEdit), Qt.Key.Key_Backspace)

    # then
    assert share.asked_by_window == []
    assert note(hands) == ""
    assert hands.find("startExport").isEnabled()

    # when
    share.answer()

    # then
    qtbot.waitUntil(lambda: there.name in note(hands))


def test_nothing_is_written_before_it_is_known_what_would_be_replaced(dialog, hands, qtbot, share):
    # given
    (there := share.folder / f"{STEM}.html").touch()
    share.asked_by_window.clear()

    # when
    hands.press("startExport")

    # then
    assert note(hands) == LOOKING
    assert hands.sees("progressBar")
    assert not hands.find("startExport").isEnabled()
    assert share.asked_by_window == []

    # when
    share.answer()

    # then
    assert there.name in hands.find("replaceBox", QMessageBox).text()
    hands.press("keepButton")
    assert there.read_bytes() == b""
    assert hands.find("startExport").isEnabled()
    assert not hands.sees("progressBar")


def test_nothing_begins_where_all_boxes_are_unticked_while_the_folder_is_asked(dialog, hands, qtbot, share):
    # given
    hands.press("startExport")
    qtbot.waitUntil(share.is_asked)

    # when
    box = hands.find("format_html", QCheckBox)
    box.click()
    share.answer()
    qtbot.waitUntil(lambda: note(hands) == "")

    # then
    assert not hands.sees("exportedFiles")
    assert not hands.sees("progressBar")
    assert not hands.find("startExport").isEnabled()

    # when
    box.click()
    hands.press("startExport")

    # then
    qtbot.waitUntil(lambda: hands.sees("exportedFiles"))
    assert exported(hands) == [f"{STEM}.html"]


def test_who_does_not_want_to_wait_takes_another_folder(dialog, hands, qtbot, share, tmp_path):
    # given
    (other := tmp_path / "本机").mkdir()
    hands.press("startExport")
    qtbot.waitUntil(share.is_asked)

    # when
    hands.find("exportFolder", QLineEdit).setText(str(other))

    # then
    assert note(hands) == ""
    hands.press("startExport")
    qtbot.waitUntil(lambda: hands.sees("exportedFiles"))
    assert exported(hands) == [f"{STEM}.html"]
    assert share.asked_by_window == []
    share.answer()
    qtbot.wait(50)
    assert list(share.folder.iterdir()) == []


def test_the_dialog_for_another_folder_does_not_begin_in_one_that_does_not_answer(dialog, hands, share):
    # when
    hands.press("chooseFolder")

    # then
    chooser = next(one for one in dialog.findChildren(QFileDialog) if one.isVisible())
    assert Path(chooser.directory().absolutePath()) == documents()
    assert share.asked_by_window == []
    chooser.close()


def test_a_file_that_does_not_answer_when_it_is_to_be_opened_is_told_of(
    dialog, hands, qtbot, monkeypatch, share
):
    # given
    opened: list[Path] = []
    monkeypatch.setattr(result, "show_outside", lambda path, _failed: opened.append(path))
    monkeypatch.setattr(result, "PATIENT_FOR", 0.02)
    share.answer()
    hands.press("startExport")
    qtbot.waitUntil(lambda: hands.sees("exportedFiles"))
    share.go_off()

    # when
    hands.find("openFolder", QPushButton).click()

    # then
    notice = hands.find("noticeBox", QMessageBox)
    assert "没有回音" in notice.text()
    assert share.asked_by_window == []
    notice.close()

    # when: it answers after all, but nobody waits for it any more
    share.answer()
    qtbot.wait(50)

    # then
    assert opened == []


def test_an_export_that_does_not_come_to_an_end_keeps_no_other_file_waiting(
    dialog, window, hands, qtbot, share, report, tmp_path
):
    # given: it goes off before files are written
    write(ReportFile(report), path := tmp_path / "柳河镇.nianbao")
    share.answer()
    (share.folder / f"{STEM}.html").touch()
    hands.press("startExport")
    hands.find("replaceBox")
    share.go_off()
    hands.press("replaceButton")
    qtbot.waitUntil(share.is_asked)

    # when
    hands.press("cancelExport")
    window.open_path(path)

    # then
    qtbot.waitUntil(lambda: window.desk.session is not None and window.desk.session.path == path)
