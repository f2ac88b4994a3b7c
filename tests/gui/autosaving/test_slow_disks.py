"""Unsaved work is kept while the disk is slow, takes nothing, or does not answer."""

import threading
from pathlib import Path

from PySide6.QtWidgets import QMessageBox

from core import autosave
from core.errors import AutosaveError
from core.store import read
from tests.gui.autosaving.conftest import CELL, kept, kept_cell, left_behind, type_cell, words

FULL = "刚才的修改在本机暂存不了：磁盘空间不足。请按 Ctrl+S 保存。"


def test_it_is_never_written_twice_at_once_and_the_last_state_wins(window, hands, qtbot, saved, monkeypatch):
    # given: a slow disk
    begun, go_on = threading.Semaphore(0), threading.Semaphore(0)
    under_way: list[int] = []
    write = autosave.write

    def slow(kept_as, content, origin, spot) -> None:
        under_way.append(len(under_way))
        begun.release()
        go_on.acquire()
        write(kept_as, content, origin, spot)
        under_way.pop()

    monkeypatch.setattr(autosave, "write", slow)
    window.open_path(saved)
    hands.find("workspace")
    type_cell(window, "7")
    qtbot.waitUntil(lambda: begun.acquire(blocking=False))

    # when: more is typed meanwhile
    type_cell(window, "8")
    autosaving = window.desk.beside.autosaving
    qtbot.waitUntil(lambda: autosaving._is_wanted)
    type_cell(window, "9")

    # then
    assert under_way == [0]
    go_on.release()
    qtbot.waitUntil(lambda: begun.acquire(blocking=False))
    assert kept_cell() == "7"
    assert under_way == [0]
    go_on.release(50)
    qtbot.waitUntil(lambda: kept_cell() == "9")


def test_a_disk_that_takes_nothing_is_told_once_and_shown(window, hands, qtbot, saved, monkeypatch):
    # given
    tried: list[str] = []
    write = autosave.write

    def full(kept_as, content, origin, spot) -> None:
        tried.append(kept_as)
        raise AutosaveError(FULL)

    monkeypatch.setattr(autosave, "write", full)
    window.open_path(saved)
    hands.find("workspace")

    # when
    type_cell(window, "7")

    # then
    assert hands.find("noticeBox", QMessageBox).text() == FULL
    assert len(tried) == 2  # the first failure may pass
    assert words(hands, "statusSaved") == "有修改还没保存（暂存不了）"
    hands.find("noticeBox", QMessageBox).close()

    # when
    type_cell(window, "8")
    qtbot.waitUntil(lambda: len(tried) == 3)
    qtbot.wait(60)

    # then
    assert not hands.sees("noticeBox")

    # when: there is room again
    monkeypatch.setattr(autosave, "write", write)
    type_cell(window, "9")

    # then
    qtbot.waitUntil(lambda: "（已暂存 " in words(hands, "statusSaved"))
    assert kept_cell() == "9"


def test_a_failure_that_passes_is_not_told(window, hands, qtbot, saved, monkeypatch):
    # given
    write = autosave.write

    def held_once(kept_as, content, origin, spot) -> None:
        monkeypatch.setattr(autosave, "write", write)
        raise AutosaveError(FULL)

    monkeypatch.setattr(autosave, "write", held_once)
    window.open_path(saved)
    hands.find("workspace")

    # when: typed once
    type_cell(window, "7")

    # then: it is tried again all the same
    qtbot.waitUntil(lambda: "（已暂存 " in words(hands, "statusSaved"))
    assert kept_cell() == "7"
    assert not hands.sees("noticeBox")


def test_it_is_looked_for_while_the_windows_own_worker_is_busy(window, hands, report):
    # given
    left_behind(report)
    go_on = threading.Event()
    window.tasks.start(lambda _: go_on.wait(60), lambda _: None, window.messages.show)

    # when
    window.look_for_unsaved()

    # then
    try:
        hands.find("recoveryCard")
    finally:
        go_on.set()


def test_the_end_does_not_wait_for_a_disk_that_does_not_answer(window, hands, qtbot, monkeypatch, saved):
    # given: what is done beside the window with the place where reports are kept aside hangs
    begun, go_on = threading.Event(), threading.Event()

    def hanging(autosave_id: str, path: Path) -> bool:
        begun.set()
        go_on.wait(60)
        return False

    monkeypatch.setattr("core.autosave.mark", hanging)
    monkeypatch.setattr("gui.beside._WAIT_AT_END", 0.05)
    window.open_path(saved)
    hands.find("workspace")
    qtbot.waitUntil(begun.is_set)
    type_cell(window, "7")
    hands.command("save")
    pool = window.desk.beside._tasks._pool

    # when
    window.close()

    # then
    assert not window.isVisible()
    assert not go_on.is_set()
    go_on.set()
    pool.shutdown(wait=True)


def test_what_was_written_is_not_written_again_until_more_is_typed(window, hands, qtbot, saved, monkeypatch):
    # given: typed on while a slow disk writes
    monkeypatch.setattr("gui.autosaving._AFTER_MS", 5)
    go_on = threading.Semaphore(0)
    written: list[str] = []
    write = autosave.write

    def slow(kept_as, content, origin, spot) -> None:
        written.append(kept_as)
        go_on.acquire()
        write(kept_as, content, origin, spot)

    monkeypatch.setattr(autosave, "write", slow)
    window.open_path(saved)
    hands.find("workspace")
    type_cell(window, "7")
    qtbot.waitUntil(lambda: len(written) == 1)
    type_cell(window, "8")
    qtbot.wait(40)

    # when
    go_on.release(50)
    qtbot.waitUntil(lambda: kept_cell() == "8")
    qtbot.wait(80)

    # then
    assert len(written) == 2


def test_a_disk_that_takes_nothing_is_left_in_peace_for_a_while(window, hands, qtbot, saved, monkeypatch):
    # given
    monkeypatch.setattr("gui.autosaving._AFTER_MS", 5)
    tried: list[str] = []

    def full(kept_as, content, origin, spot) -> None:
        tried.append(kept_as)
        raise AutosaveError(FULL)

    monkeypatch.setattr(autosave, "write", full)
    window.open_path(saved)
    hands.find("workspace")

    # when
    type_cell(window, "7")
    hands.find("noticeBox", QMessageBox).close()
    qtbot.wait(80)

    # then
    assert len(tried) == 2


def test_who_left_meanwhile_hears_nothing_of_what_could_not_be_kept(window, hands, qtbot, saved, monkeypatch):
    # given: the disk refuses a first time, and takes its time over a second
    monkeypatch.setattr("gui.autosaving._AFTER_MS", 5)
    begun, go_on = threading.Semaphore(0), threading.Semaphore(0)
    write = autosave.write

    def full(kept_as, content, origin, spot) -> None:
        begun.release()
        go_on.acquire()
        raise AutosaveError(FULL)

    monkeypatch.setattr(autosave, "write", full)
    window.open_path(saved)
    hands.find("workspace")
    type_cell(window, "7")
    qtbot.waitUntil(lambda: begun.acquire(blocking=False))
    go_on.release()
    qtbot.waitUntil(lambda: begun.acquire(blocking=False))

    # when
    hands.command("goHome")
    hands.find("homePage")
    monkeypatch.setattr(autosave, "write", write)
    go_on.release()
    qtbot.wait(80)

    # then: nor is what is saved kept after all
    assert not hands.sees("noticeBox")
    assert kept() == []
    assert read(saved).report.text(CELL) == "7"


def test_failures_that_pass_each_time_are_not_told_and_one_spell_is_told_once(
    window, hands, qtbot, saved, monkeypatch
):
    # given: a disk that refuses as long as there is a refusal left
    monkeypatch.setattr("gui.autosaving._AFTER_MS", 5)
    monkeypatch.setattr("gui.autosaving._AGAIN_MS", 5)
    refusals: list[str] = []
    write = autosave.write

    def full_at_times(kept_as, content, origin, spot) -> None:
        if refusals:
            refusals.pop()
            raise AutosaveError(FULL)
        write(kept_as, content, origin, spot)

    monkeypatch.setattr(autosave, "write", full_at_times)
    window.open_path(saved)
    hands.find("workspace")

    # when: one at a time
    for text in ("7", "8"):
        refusals.append(FULL)
        type_cell(window, text)
        qtbot.waitUntil(lambda text=text: kept_cell() == text)

    # then
    assert not hands.sees("noticeBox")

    # when: two in a row
    refusals += [FULL] * 2
    type_cell(window, "9")

    # then
    hands.find("noticeBox", QMessageBox).close()
    qtbot.waitUntil(lambda: kept_cell() == "9")

    # when: two in a row once more
    refusals += [FULL] * 2
    type_cell(window, "10")
    qtbot.waitUntil(lambda: kept_cell() == "10")

    # then
    assert not hands.sees("noticeBox")
