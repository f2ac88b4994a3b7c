"""The program's own small files on a slow disk: options, the list of reports and the place are written beside the window."""

import threading
import time
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtWidgets import QListWidget, QMessageBox

from core import atomic, places, recent, settings
from core.recent import DRAFT, RecentReport
from core.store import ReportFile, write
from gui import keeping, remembered
from gui.tasks import Job, Tasks
from tests.gui.slow_disk.conftest import MANY, OTHER, PATIENCE, full


@dataclass
class Shelf:
    """Where the program's own files lie: takes each when it is let; `refuses` is what it says instead."""

    asked: list[str] = field(default_factory=list)
    written: list[str] = field(default_factory=list)
    refuses: list[Exception] = field(default_factory=list)
    let: threading.Semaphore = field(default_factory=lambda: threading.Semaphore(0))

    def save(self, path: Path, data: bytes) -> None:
        """Stand in for `atomic.save`."""
        self.asked.append(path.name)
        assert self.let.acquire(timeout=PATIENCE)
        if self.refuses:
            raise self.refuses.pop()
        _save(path, data)
        self.written.append(path.name)


_save = atomic.save


@pytest.fixture
def shelf(monkeypatch: pytest.MonkeyPatch, own_home: Path) -> Iterator[Shelf]:
    """The slow disk of the program's own files; the clerk's and the marks are on a quick one."""
    monkeypatch.setattr("gui.keeping.PATIENCE", 0)
    shelf = Shelf()

    def save(path: Path, data: bytes, *told: object) -> None:
        (shelf.save if path.parent == own_home else _save)(path, data, *told)

    monkeypatch.setattr(atomic, "save", save)
    yield shelf
    shelf.let.release(MANY)
    keeping.end()


def test_of_options_changed_again_and_again_the_last_state_is_written(window, qtbot, shelf):
    # given: one that is being written
    options = window._options
    options.scale = 110
    remembered.keep_options(options)
    qtbot.waitUntil(lambda: shelf.asked == [settings.FILE_NAME])

    # when
    for options.scale in (120, 130, 140):
        remembered.keep_options(options)
    options.scale = 150  # not kept yet
    shelf.let.release(MANY)
    keeping.end()

    # then
    assert settings.load().scale == 140
    assert len(shelf.written) == 2


def test_the_end_of_the_program_waits_for_the_options_and_not_for_ever(window, monkeypatch, shelf):
    # given
    monkeypatch.setattr("gui.keeping._WAIT_AT_END", 0.02)
    window._options.office = OTHER

    # when
    window.close()

    # then
    assert not window.isVisible()
    assert shelf.written == []

    # when: the disk answers after all
    monkeypatch.setattr("gui.keeping._WAIT_AT_END", PATIENCE)
    shelf.let.release(MANY)
    remembered.keep_options(window._options)
    keeping.end()

    # then
    assert settings.load().office == OTHER


def test_reports_come_into_the_list_in_the_order_in_which_they_were_opened(
    window, hands, qtbot, shelf, report, tmp_path
):
    # given
    paths = [tmp_path / f"{name}.nianbao" for name in ("一", "二")]
    for path in paths:
        write(ReportFile(report), path)

    # when
    for path in paths:
        window.open_path(path)
        qtbot.waitUntil(
            lambda path=path: (
                window.desk.session is not None
                and window.desk.session.path == path
                and window.desk.session.is_checked
            )
        )
    assert recent.load() == []
    shelf.let.release(MANY)

    # then
    qtbot.waitUntil(lambda: [one.path for one in recent.load()] == [str(path) for path in reversed(paths)])


def test_the_home_page_shows_the_card_once_it_is_in_the_list(window, hands, qtbot, shelf, report, tmp_path):
    # given
    path = tmp_path / "一.nianbao"
    write(ReportFile(report), path)
    window.open_path(path)
    qtbot.waitUntil(lambda: window.desk.session is not None and window.desk.session.is_checked)
    hands.command("goHome")
    hands.find("homePage")
    assert not hands.sees("recentList")

    # when
    shelf.let.release(MANY)

    # then
    assert hands.find("recentList", QListWidget).count() == 1


def test_where_one_was_is_remembered_beside_the_window(window, hands, qtbot, shelf, report, tmp_path):
    # given
    path = tmp_path / "一.nianbao"
    write(ReportFile(report), path)
    window.open_path(path)
    hands.find("workspace")
    known = window.desk.session.file.doc_id

    # when
    hands.command("goHome")
    hands.find("homePage")

    # then
    assert places.load(known) is None
    shelf.let.release(MANY)
    qtbot.waitUntil(lambda: places.load(known) is not None)


def test_a_card_is_off_the_list_once_the_disk_has_taken_it(
    window, hands, qtbot, monkeypatch, shelf, tmp_path
):
    # given
    for number in range(2):
        stored = RecentReport(
            str(tmp_path / f"{number}.nianbao"), "镇", 2023 + number, "还没填完", state=DRAFT
        )
        shelf.let.release()
        recent.remember(stored)
    window._home.show_recent(recent.load())
    shown = hands.find("recentList", QListWidget)
    shown.setCurrentRow(0)

    # when: a first time the disk refuses
    shelf.refuses += [full(), full()]
    shelf.let.release(2)
    hands.press("homeTakeOff")

    # then
    assert "磁盘空间不足" in hands.find("noticeBox", QMessageBox).text()
    hands.find("noticeBox", QMessageBox).close()
    assert shown.count() == 2

    # when
    hands.press("homeTakeOff")
    shelf.let.release(MANY)

    # then
    qtbot.waitUntil(lambda: shown.count() == 1)
    assert len(recent.load()) == 1


def test_a_card_taken_off_is_gone_from_the_page_in_another_look(
    undressed, window, hands, qtbot, shelf, tmp_path
):
    # given
    shelf.let.release(2)
    for number in range(2):
        path = str(tmp_path / f"{number}.nianbao")
        recent.remember(RecentReport(path, "镇", 2023 + number, "还没填完", state=DRAFT))
    window._home.show_recent(recent.load())
    hands.find("recentList", QListWidget).setCurrentRow(0)

    # when: the page is made anew before the disk has taken it
    hands.press("homeTakeOff")
    window._dress()
    shelf.let.release(MANY)

    # then
    qtbot.waitUntil(lambda: hands.find("recentList", QListWidget).count() == 1)
    assert len(recent.load()) == 1


def noted_waits(monkeypatch) -> list[float]:
    """Return a list that every wait of the window for a disk is added to, in seconds."""
    waited: list[float] = []
    wait = Tasks.wait

    def noted(self: Tasks, job: Job, seconds: float) -> bool:
        waited.append(seconds)
        return wait(self, job, seconds)

    monkeypatch.setattr(Tasks, "wait", noted)
    return waited


def test_a_disk_that_was_slow_is_not_waited_for_the_next_time_and_again_once_it_is_quick(qapp, monkeypatch):
    # given: a file that takes longer than the window waits for it
    monkeypatch.setattr("gui.keeping.PATIENCE", 0.01)
    waited = noted_waits(monkeypatch)
    keeping._worker().took = 0.0
    keeping.keep(partial(time.sleep, 0.03))
    keeping.end()

    # when
    keeping.keep(lambda: None)
    keeping.end()

    # then
    assert waited == [0.01, 0]

    # when: whatever the last one took is quick now, on a busy machine too
    monkeypatch.setattr("gui.keeping.PATIENCE", PATIENCE)
    keeping.keep(lambda: None)

    # then
    assert waited[2:] == [PATIENCE]


def test_behind_a_file_that_is_still_being_written_nothing_is_waited_for(qapp, monkeypatch):
    # given: a quick disk
    keeping.keep(lambda: None)
    keeping.end()
    keeping._worker().took = 0.0
    monkeypatch.setattr("gui.keeping.PATIENCE", 0.01)
    waited = noted_waits(monkeypatch)
    let = threading.Event()

    # when: it becomes slow, with the first of three files
    for _ in range(3):
        keeping.keep(partial(let.wait, PATIENCE))
    let.set()
    keeping.end()

    # then
    assert waited == [0.01, 0, 0]
