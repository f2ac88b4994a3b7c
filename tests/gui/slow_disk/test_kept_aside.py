"""A draft without a file is left while the disk of what is kept aside takes its time."""

import threading
from pathlib import Path

import pytest
from PySide6.QtWidgets import QLabel, QMessageBox

from core import atomic, autosave
from core.errors import AutosaveError
from core.store import ReportFile
from tests.gui.slow_disk.conftest import CELL, boxes, cell, kept_aside, type_cell


@pytest.fixture
def slow(window, hands, monkeypatch, report):
    """The draft in the window, and what lets the disk take it; `refuses` is what it says instead."""
    monkeypatch.setattr("gui.leaving.PATIENCE", 0)
    window.desk.open(ReportFile(report), None)
    hands.find("workspace")
    type_cell(window, "3")
    go_on = threading.Semaphore(0)
    leave = autosave.leave

    def slow_leave(*told: object) -> autosave.Left:
        assert go_on.acquire(timeout=60)
        if slow_leave.refuses:
            raise slow_leave.refuses.pop()
        return leave(*told)

    slow_leave.refuses = []
    slow_leave.let = go_on.release
    monkeypatch.setattr(autosave, "leave", slow_leave)
    yield slow_leave
    go_on.release(50)


def test_who_leaves_sees_that_it_is_being_kept_and_is_away_once_it_is(window, hands, qtbot, slow):
    # when
    window.close()
    waiting = hands.find("waitingDialog")

    # then
    assert "暂存" in waiting.findChild(QLabel).text()
    assert window.isVisible()
    slow.let()
    qtbot.waitUntil(lambda: not window.isVisible())
    assert [one.file.report.text(CELL) for one in autosave.found()] == ["3"]


def test_who_does_not_want_to_wait_stays_and_what_is_typed_then_is_kept_again(window, hands, qtbot, slow):
    # given
    hands.command("goHome")
    hands.find("waitingDialog")

    # when
    hands.press("cancelWaiting")
    slow.let()
    type_cell(window, "4")

    # then
    assert hands.sees("workspace")
    qtbot.waitUntil(lambda: [cell(one) for one in kept_aside()] == ["4"])
    assert autosave.found() == []  # it is open here


def test_who_does_not_want_to_wait_has_it_open_and_no_other_window_finds_it(window, hands, qtbot, slow):
    # given
    hands.command("goHome")
    hands.find("waitingDialog")

    # when
    hands.press("cancelWaiting")
    slow.let()
    qtbot.waitUntil(lambda: len(kept_aside()) == 1)

    # then
    qtbot.waitUntil(lambda: autosave.found() == [])
    assert hands.sees("workspace")


def test_who_does_not_want_to_wait_has_it_lie_there_as_left_at_no_moment(
    window, hands, qtbot, monkeypatch, slow
):
    # given
    notes: list[Path] = []
    save = atomic.save

    def noting(path: Path, data: bytes) -> None:
        notes.append(path)
        save(path, data)

    monkeypatch.setattr(atomic, "save", noting)
    hands.command("goHome")
    hands.find("waitingDialog")

    # when
    hands.press("cancelWaiting")
    slow.let()

    # then: the note of nobody's alone is written by itself
    qtbot.waitUntil(lambda: kept_aside() != [])
    assert window.desk.beside._tasks.settle(60)
    assert notes == []
    assert autosave.found() == []


def test_who_does_not_want_to_wait_when_it_is_kept_already_has_it_open_again_at_once(
    window, hands, monkeypatch, slow
):
    # given: it lies there as left, and nobody heard of it yet
    go_on, is_kept = threading.Semaphore(0), threading.Event()
    leave = autosave.leave

    def late_leave(*told: object) -> autosave.Left:
        left = leave(*told)
        is_kept.set()
        assert go_on.acquire(timeout=60)
        return left

    monkeypatch.setattr(autosave, "leave", late_leave)
    slow.let()
    hands.command("goHome")
    hands.find("waitingDialog")
    assert is_kept.wait(60)
    assert len(autosave.found()) == 1

    # when
    hands.press("cancelWaiting")
    go_on.release()

    # then: nothing has to be typed first, and no time to pass
    assert window.desk.beside._tasks.settle(60)
    assert autosave.found() == []


def test_who_leaves_again_after_that_is_away(window, hands, qtbot, slow):
    # given
    hands.command("goHome")
    hands.find("waitingDialog")
    hands.press("cancelWaiting")

    # when
    hands.command("goHome")
    slow.let(2)

    # then
    hands.find("recoveryCard")
    assert [one.why for one in autosave.found()] == [""]


def test_what_is_typed_while_it_is_kept_is_kept_too(window, hands, qtbot, slow):
    # given
    hands.command("goHome")

    # when
    type_cell(window, "4")
    slow.let(2)

    # then
    hands.find("recoveryCard")
    assert [one.file.report.text(CELL) for one in autosave.found()] == ["4"]


def test_what_waited_to_be_kept_as_open_does_not_come_after_what_is_left(
    window, hands, qtbot, monkeypatch, slow
):
    # given: it is being kept aside, and was changed since
    go_on, is_asked = threading.Semaphore(0), threading.Event()
    write = autosave.write

    def slow_write(*told: object) -> None:
        is_asked.set()
        assert go_on.acquire(timeout=60)
        write(*told)

    monkeypatch.setattr(autosave, "write", slow_write)
    qtbot.waitUntil(is_asked.is_set)
    type_cell(window, "4")
    qtbot.waitUntil(lambda: window.desk.beside.autosaving._is_wanted)

    # when
    hands.command("goHome")
    go_on.release(50)
    slow.let()
    hands.find("recoveryCard")
    window.desk.beside._tasks.settle(60)

    # then: another window may go on with it
    [left] = autosave.found()
    assert (left.why, left.file.report.text(CELL)) == ("", "4")


def test_where_it_cannot_be_kept_after_a_while_it_is_asked_about_once(window, hands, qtbot, slow):
    # given
    hands.command("goHome")
    hands.find("waitingDialog")

    # when
    slow.refuses.append(AutosaveError("刚才的修改在本机暂存不了：磁盘空间不足。请按 Ctrl+S 保存。"))
    slow.let()

    # then
    assert "磁盘空间不足。现在离开" in hands.find("askToSaveBox", QMessageBox).text()
    assert not hands.sees("waitingDialog")
    assert boxes(window) == ["askToSaveBox"]
    hands.press("cancelButton")
    assert hands.sees("workspace")
