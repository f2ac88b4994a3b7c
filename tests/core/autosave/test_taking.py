"""What was left behind is taken by one window alone, and nothing is lost on the way."""

import errno
import json
import os
import threading
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from core import atomic, autosave, paths, store
from core.autosave import Origin
from core.errors import InputError
from tests.core.autosave.conftest import killed, names, noted_by, older, refusing


def test_what_was_taken_is_offered_to_nobody_else(other):
    # given
    killed(other("a" * 32))
    [left] = autosave.found()

    # then: it has another name now, and under the old one nothing is to be had
    taken = autosave.take(left)
    assert taken is not None
    assert autosave.found() == []
    assert autosave.take(left) is None
    assert names() == [f"{taken.id}.json", f"{taken.id}.nianbao"]
    noted_by(os.getppid(), taken.id)
    assert autosave.take(taken) is None


def test_of_several_windows_that_want_it_at_the_same_moment_one_gets_it(other):
    # given
    killed(other("a" * 32))
    [left] = autosave.found()
    start = threading.Barrier(8)

    def want(_: int) -> "autosave.Left | None":
        start.wait()
        return autosave.take(left)

    # when
    with ThreadPoolExecutor(8) as windows:
        got = [one for one in windows.map(want, range(8)) if one is not None]

    # then: the others leave nothing behind
    [taken] = got
    assert taken.file.report == left.file.report
    assert names() == [f"{taken.id}.json", f"{taken.id}.nianbao"]


def test_one_who_comes_too_late_by_an_instant_is_told_so_and_leaves_nothing(other, monkeypatch):
    # given: another window takes it after this one has looked at it
    killed(other("a" * 32))
    [left] = autosave.found()
    save, first = atomic.save, []

    def slow(path: Path, data: bytes) -> None:
        save(path, data)
        if not first:
            first.append(True)
            first.append(autosave.take(left))

    monkeypatch.setattr(atomic, "save", slow)

    # when
    late = autosave.take(left)

    # then
    assert late is None
    assert names() == [f"{first[1].id}.json", f"{first[1].id}.nianbao"]


def test_a_report_that_another_program_holds_waits_for_the_next_try(other, monkeypatch):
    # given
    killed(other("a" * 32))
    [left] = autosave.found()
    before = names()

    # when
    with monkeypatch.context() as held:
        refusing(held, f"{left.id}.nianbao", "rename")
        with pytest.raises(InputError, match="内容还在"):
            autosave.take(left)

    # then
    assert names() == before
    assert autosave.take(left) is not None


def test_on_a_full_disk_it_can_be_taken_with_what_its_note_told(other, tmp_path, file, monkeypatch):
    # given
    own = older(file, tmp_path / "柳河镇.nianbao")
    killed(other("a" * 32, own))
    [left] = autosave.found()

    # when
    with monkeypatch.context() as full:
        full.setattr(atomic, "_write_draft", lambda *_: _full())
        taken = autosave.take(left)

    # then
    assert taken is not None
    assert names() == [f"{taken.id}.json", f"{taken.id}.nianbao"]
    assert [one.path for one in autosave.found()] == [own]


def _full() -> None:
    raise OSError(errno.ENOSPC, "no")


def test_what_was_taken_and_could_not_be_opened_can_be_taken_again(other):
    # given
    killed(other("a" * 32))
    [left] = autosave.found()
    taken = autosave.take(left)
    assert taken is not None

    # then
    again = autosave.take(taken)
    assert again is not None
    assert again.is_as(left)


def test_what_another_window_took_and_left_again_comes_as_that_left_it(file, other):
    # given: found by one window, gone on with in another, which ended too
    killed(other("a" * 32))
    [left] = autosave.found()
    file.report.title = "另一个窗口里的题目"
    autosave.write(left.id, store.content(file), Origin(None))
    note = paths.recovery() / f"{left.id}.json"
    note.write_text(json.dumps(json.loads(note.read_text("utf-8")) | {"born": "then"}), "utf-8")

    # when
    now = autosave.again(left)

    # then
    assert now is not None
    assert not now.is_as(left)
    assert now.file.report.title == "另一个窗口里的题目"
    taken = autosave.take(left)
    assert taken is not None
    assert taken.is_as(now)


def test_what_was_let_go_cannot_be_taken(other):
    # given
    killed(other("a" * 32))
    [left] = autosave.found()

    # when
    autosave.forget(left.id)

    # then
    assert autosave.take(left) is None
    assert names() == []


def test_forgetting_what_is_not_there_does_nothing(own_home):
    # when
    autosave.forget("a" * 32)

    # then
    assert list(own_home.iterdir()) == []


def test_a_former_note_that_another_program_holds_is_no_hindrance(other, file, monkeypatch):
    # given
    killed(other("a" * 32))
    [left] = autosave.found()

    # when
    with monkeypatch.context() as held:
        refusing(held, f"{left.id}.json", "unlink")
        taken = autosave.take(left)

    # then: it is swept away at the next start
    assert taken is not None
    assert taken.file.report == file.report
    autosave.found()
    assert names() == [f"{taken.id}.json", f"{taken.id}.nianbao"]
