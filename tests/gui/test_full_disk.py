"""A disk that is full: another place is proposed, and the clerk hears what is safe."""

import errno
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

import pytest
from PySide6.QtWidgets import QFileDialog, QMessageBox

from core import atomic, store
from core.edits import SetCells
from core.store import ReportFile

CELL = "disclosure.rules.made"
GIGABYTE = 10**9


class Usage(NamedTuple):
    total: int
    used: int
    free: int


@pytest.fixture
def full(monkeypatch, tmp_path) -> tuple[Path, Callable[[], None]]:
    """A stick without room, and what makes it refuse all that is written from then on."""
    stick = tmp_path / "优盘"
    stick.mkdir()
    whole = atomic.save

    def save(target: Path, data: bytes, *told: object) -> None:
        if target.parent == stick:
            raise atomic.cannot_write(target, OSError(errno.ENOSPC, "no space"))
        whole(target, data, *told)

    def usage(path: Path) -> Usage:
        free = 0 if Path(path) == stick else GIGABYTE
        return Usage(GIGABYTE, GIGABYTE - free, free)

    monkeypatch.setattr(shutil, "disk_usage", usage)
    return stick, lambda: monkeypatch.setattr(atomic, "save", save)


@pytest.fixture
def documents(monkeypatch, tmp_path) -> Path:
    folder = tmp_path / "文档"
    folder.mkdir()
    monkeypatch.setattr("gui.saving.documents", lambda: folder)
    return folder


def test_the_box_says_what_is_safe_and_another_disk_is_proposed(
    window, hands, qtbot, report, full, documents
):
    # given: a report on the stick, a figure typed and kept aside
    stick, fill_up = full
    path = stick / "柳河镇.nianbao"
    store.write(ReportFile(report), path)
    window.open_path(path)
    hands.find("workspace")
    fill_up()
    window.desk.session.edit(SetCells({CELL: "3"}))
    qtbot.waitUntil(lambda: window.desk.beside.words.startswith("已暂存"), timeout=10_000)

    # when
    hands.command("save")
    box = hands.find("notSavedBox", QMessageBox)

    # then
    assert "磁盘空间不足" in box.text()
    assert "修改都还在窗口里（已暂存" in box.text()
    hands.press("saveElsewhere")
    dialog = hands.find("saveFileDialog", QFileDialog)
    assert Path(dialog.directory().absolutePath()) == documents
    dialog.close()
    window.desk.close()


def test_of_a_file_that_was_not_there_nothing_is_said(tmp_path):
    # given
    there = tmp_path / "有.docx"
    there.write_bytes(b"old")
    full = OSError(errno.ENOSPC, "no space")

    # then
    assert str(atomic.cannot_write(there, full)).endswith("原有文件没有变化。")
    assert str(atomic.cannot_write(tmp_path / "没有.docx", full)).endswith("请清理空间或换一个位置。")
