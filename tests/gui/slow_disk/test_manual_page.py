"""A page of the manual on its way to a file on a share that takes its time."""

import errno

import pytest
from PySide6.QtPrintSupport import QPrinterInfo
from PySide6.QtWidgets import QLabel, QMessageBox


@pytest.fixture
def saving(hands, qtbot, share):
    """The list of keys, on its way to a file on the share."""
    share.go_off()
    hands.command("keyList")
    hands.press("saveManual")
    path = share.folder / "keys.txt"
    hands.choose_file("manualFileDialog", path)
    qtbot.waitUntil(share.is_asked)
    return path


def told(hands) -> str:
    return hands.find("manualTold", QLabel).text()


def test_a_page_is_written_beside_the_window_and_then_told_of(hands, qtbot, share, saving):
    # then
    assert told(hands) == f"正在存到 {saving}……"
    assert share.asked_by_window == []

    # when
    share.answer()

    # then
    qtbot.waitUntil(lambda: told(hands) == f"已存到 {saving}")
    assert "导出\tCtrl+E\n" in saving.read_text("utf-8-sig")


def test_a_page_as_pdf_is_written_beside_the_window(hands, qtbot, monkeypatch, share):
    # given
    monkeypatch.setattr(QPrinterInfo, "availablePrinterNames", staticmethod(list))
    share.go_off()
    hands.command("keyList")
    hands.press("printManual")
    hands.press("manualPdf")
    path = share.folder / "keys.pdf"

    # when
    hands.choose_file("manualFileDialog", path)
    qtbot.waitUntil(share.is_asked)

    # then
    assert share.asked_by_window == []
    share.answer()
    qtbot.waitUntil(lambda: told(hands) == f"已存到 {path}")
    data = path.read_bytes()
    assert data.startswith(b"%PDF")
    assert data.rstrip().endswith(b"%%EOF")


def test_who_closes_the_manual_meanwhile_hears_that_it_could_not_be_written(hands, share, saving):
    # given
    hands.press("closeManual")
    assert not hands.sees("manualDialog")

    # when
    share.fail(OSError(errno.ENOSPC, "full"))

    # then
    assert "磁盘空间不足" in hands.find("noticeBox", QMessageBox).text()
