"""A slow disk under a review: nothing waits for it while the clerk works, and who leaves waits in sight."""

import json
import os
from threading import Event

import pytest
from PySide6.QtWidgets import QLabel

from core import atomic, paths
from tests.gui.review.conftest import VALID

PATIENCE = 30  # seconds: so long a test waits for the disk at most


class Disk:
    """Takes nothing until it is let."""

    def __init__(self) -> None:
        self.is_asked = Event()
        self.let = Event()

    def __call__(self, *told: object) -> None:
        """Stand in for the writing of a draft."""
        self.is_asked.set()
        assert self.let.wait(PATIENCE)
        self.write(*told)


@pytest.fixture
def disk(monkeypatch):
    disk = Disk()
    disk.write = atomic._write_draft
    monkeypatch.setattr("gui.questions.PATIENCE", 0.01)
    monkeypatch.setattr(atomic, "_write_draft", disk)
    yield disk
    disk.let.set()


@pytest.fixture
def corrected(page):
    page.review.set_cells({VALID: "12"})
    return page


def kept_files() -> list:
    return sorted((paths.recovery() / "reviews").glob("*.json"))


def test_who_leaves_waits_in_sight_and_is_let_go_once_it_is_kept(corrected, hands, qtbot, disk):
    # when
    hands.press("cancelReview")

    # then
    waiting = hands.find("waitingDialog").findChild(QLabel)
    assert "正在把核对到一半的“去年.txt”暂存在本机" in waiting.text()
    assert hands.sees("reviewPage")

    # when
    disk.let.set()

    # then
    hands.find("recoveryCard")
    assert not hands.sees("reviewPage")
    assert len(kept_files()) == 1


def test_who_does_not_want_to_wait_stays_and_can_leave_later(corrected, hands, qtbot, disk):
    # given
    hands.press("cancelReview")

    # when
    hands.press("cancelWaiting")

    # then
    qtbot.waitUntil(lambda: not hands.sees("waitingDialog"))
    assert hands.sees("reviewPage")
    assert corrected.result().text(VALID) == "12"

    # when
    disk.let.set()
    corrected.review.set_cells({VALID: "13"})
    hands.press("cancelReview")
    hands.press("recoverButton")

    # then
    assert hands.find("reviewPage").result().text(VALID) == "13"


def owner() -> int:
    return json.loads(kept_files()[0].read_bytes())["owner"]["pid"]


def test_who_does_not_want_to_wait_keeps_it_from_other_windows(corrected, hands, qtbot, disk):
    # given
    hands.press("cancelReview")

    # when
    hands.press("cancelWaiting")
    disk.let.set()

    # then: nothing was decided since
    qtbot.waitUntil(lambda: bool(kept_files()) and owner() == os.getpid())
    assert hands.sees("reviewPage")

    # when
    hands.press("cancelReview")

    # then
    hands.find("recoveryCard")
    assert owner() == 0


def test_who_stays_where_the_next_file_is_no_report_keeps_it_from_other_windows(
    window, page, hands, qtbot, tmp_path
):
    # given
    page.review.set_cells({VALID: "12"})
    other = tmp_path / "通知.txt"
    other.write_text("关于放假的通知", encoding="utf-8")

    # when
    window.desk.opening.read(other, forward_first=True)

    # then
    hands.find("noticeBox").accept()
    qtbot.waitUntil(lambda: owner() == os.getpid())
    assert hands.sees("reviewPage")


def test_what_was_let_go_while_the_disk_was_slow_is_kept_again_once_it_is_back(corrected, hands, qtbot, disk):
    # given: dropped before the first writing of it has ended
    corrected.decided.emit()
    qtbot.waitUntil(disk.is_asked.is_set)
    corrected.review.begin_anew()
    corrected.decided.emit()
    keeping = hands.window.desk.opening.reviewing._keeping
    qtbot.waitUntil(lambda: not keeping._is_there)
    disk.let.set()
    qtbot.waitUntil(lambda: not (keeping._tasks._jobs or kept_files()))

    # when
    corrected.review.take_back()
    corrected.decided.emit()

    # then
    qtbot.waitUntil(lambda: bool(kept_files()))


def test_the_clerk_works_on_while_it_is_kept_and_the_last_state_counts(corrected, hands, qtbot, disk):
    # given: the disk is asked while the clerk is at work
    corrected.decided.emit()
    qtbot.waitUntil(disk.is_asked.is_set)

    # when
    corrected.review.set_cells({VALID: "13"})
    corrected.decided.emit()
    hands.press("cancelReview")
    disk.let.set()
    hands.press("recoverButton")

    # then
    assert hands.find("reviewPage").result().text(VALID) == "13"
    assert len(kept_files()) == 1
