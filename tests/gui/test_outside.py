"""What was exported opens in a program of the system, and where there is none that is said."""

import os
import sys

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QDesktopServices
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QCheckBox, QLabel, QLineEdit, QListWidget, QMessageBox

from core.store import ReportFile, write
from gui.outside import show_outside
from tests.samples import filled

ON_LINUX = pytest.mark.skipif(sys.platform != "linux", reason="other systems answer at once")


@pytest.fixture
def desktop(tmp_path, monkeypatch):
    """Return a function that makes the program by which the desktop of Linux opens files: it notes which, and ends so."""
    folder, noted = tmp_path / "programs", tmp_path / "opened.txt"
    folder.mkdir()
    monkeypatch.setenv("PATH", str(folder))

    def make(status: int):
        program = folder / "xdg-open"
        program.write_text(f'#!/bin/sh\nprintf "%s" "$1" > "{noted}"\nexit {status}\n', encoding="utf-8")
        program.chmod(0o755)
        return noted

    return make


@pytest.fixture
def heard():
    """What was heard of failures."""
    return []


@ON_LINUX
def test_a_file_is_given_to_the_desktop_and_nothing_is_heard(desktop, heard, qtbot, tmp_path):
    # given
    noted = desktop(status=0)

    # when
    show_outside(tmp_path / "甲 乙.pdf", lambda: heard.append("failed"))

    # then
    qtbot.waitUntil(noted.exists)
    qtbot.wait(100)
    assert noted.read_text("utf-8") == str(tmp_path / "甲 乙.pdf")
    assert heard == []


@ON_LINUX
def test_a_desktop_that_knows_no_program_for_it_is_heard(desktop, heard, qtbot, tmp_path):
    # given
    desktop(status=3)

    # when
    show_outside(tmp_path / "a.pdf", lambda: heard.append("failed"))

    # then
    qtbot.waitUntil(lambda: heard == ["failed"])


@ON_LINUX
@pytest.mark.usefixtures("desktop")
def test_a_system_without_such_a_desktop_is_heard_at_once(heard, tmp_path):
    # when
    show_outside(tmp_path / "a.pdf", lambda: heard.append("failed"))

    # then
    assert heard == ["failed"]


@ON_LINUX
def test_a_desktop_that_cannot_be_started_is_heard(desktop, heard, qtbot, tmp_path):
    # given: of another kind of computer
    desktop(status=0)
    (tmp_path / "programs" / "xdg-open").write_bytes(b"\x7fELF")

    # when
    show_outside(tmp_path / "a.pdf", lambda: heard.append("failed"))

    # then
    qtbot.waitUntil(lambda: heard == ["failed"])


@pytest.mark.parametrize(("answer", "expected"), [(True, []), (False, ["failed"])])
def test_other_systems_answer_by_themselves(heard, monkeypatch, tmp_path, answer, expected):
    # given
    monkeypatch.setattr(sys, "platform", "win32")
    monkeypatch.setattr(QDesktopServices, "openUrl", staticmethod(lambda _url: answer))

    # when
    show_outside(tmp_path / "a.pdf", lambda: heard.append("failed"))

    # then
    assert heard == expected


@pytest.fixture
def exported(window, hands, library, tmp_path):
    """A report of the clerk's, saved long ago, that was just exported as Word; the dialog is still open."""
    own = tmp_path / "柳河镇.nianbao"
    _, report = filled(library, "national-2021", 2024)
    write(ReportFile(report), own)
    set_back(own)
    window.open_path(own)
    hands.find("workspace")
    before = hands.find("statusSaved", QLabel).accessibleName()
    hands.command("exportReport")
    hands.find("exportFolder", QLineEdit).setText(str(tmp_path))
    for name in ("format_docx", "format_pdf"):
        hands.find(name, QCheckBox).setChecked(name == "format_docx")
    hands.press("startExport")
    hands.qtbot.waitUntil(lambda: hands.sees("exportedFiles"), timeout=60_000)
    yield before
    if hands.sees("exportDialog"):
        hands.find("exportDialog").close()


def set_back(path) -> None:
    """Let a file look as old as can be told."""
    os.utime(path, (1_000_000_000, 1_000_000_000))


def test_after_an_export_the_line_names_the_time_at_which_the_file_was_written(exported, hands):
    # then: the export is kept in the clerk's own file as a version
    after = hands.find("statusSaved", QLabel).accessibleName()
    assert exported.startswith("已保存 9月9日")
    assert after.startswith("已保存 ")
    assert "9月9日" not in after


@ON_LINUX
def test_a_double_click_that_opens_nothing_says_what_to_do_with_the_file(exported, hands, desktop, tmp_path):
    # given
    desktop(status=3)
    listed = hands.find("exportedFiles", QListWidget)
    place = listed.visualItemRect(listed.item(0)).center()

    # when
    QTest.mouseClick(listed.viewport(), Qt.MouseButton.LeftButton, pos=place)
    QTest.mouseDClick(listed.viewport(), Qt.MouseButton.LeftButton, pos=place)

    # then
    notice = hands.find("noticeBox", QMessageBox)
    path = tmp_path / listed.item(0).text()
    assert notice.text() == (
        f"这台电脑上没有能打开这种文件的程序，文件已经导出好了，请拷贝到有 WPS 或 Word 的电脑上打开：{path}"
    )
    notice.close()
