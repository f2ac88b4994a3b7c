"""What is kept aside is found after its process has ended, and only then; nothing damaged keeps the rest away."""

import errno
import json
import os
import platform
import random
import subprocess
import sys
import threading
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from core import atomic, autosave, paths, places, processes, store
from core.autosave import Origin
from core.errors import AutosaveError, InputError
from core.places import Spot
from core.store import ReportFile, container
from tests.samples import filled

ROOT = Path(__file__).resolve().parents[2]

OTHER = """
import sys
from pathlib import Path
from core import autosave, store
from core.autosave import Origin
kept, own = sys.argv[1], Path(sys.argv[2]) if sys.argv[2] else None
autosave.write(kept, store.content(store.read(Path(sys.argv[3]))), Origin(own))
print("written", flush=True)
sys.stdin.readline()
"""


@pytest.fixture
def file(library) -> ReportFile:
    """A filled report with last year's beside it."""
    report = filled(library, "national-2021", 2024)[1]
    report.earlier = [filled(library, "national-2021", 2023)[1]]
    return ReportFile(report, others={"history/odd": b"kept"})


@pytest.fixture
def other(file, tmp_path):
    """Return a function that starts another process which keeps the report aside, and waits."""
    source = tmp_path / "source.nianbao"
    store.write(file, source)
    running: list[subprocess.Popen[bytes]] = []

    def start(kept: str, own: Path | str = "") -> subprocess.Popen[bytes]:
        process = subprocess.Popen(
            [sys.executable, "-c", OTHER, kept, str(own), str(source)],
            cwd=ROOT,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
        )
        running.append(process)
        assert process.stdout is not None
        assert process.stdout.readline() == b"written\n"
        return process

    yield start
    for process in running:
        process.kill()
        process.communicate()


def killed(process: "subprocess.Popen[bytes]") -> None:
    process.kill()
    process.communicate()


def older(file: ReportFile, path: Path) -> Path:
    """Write the report into the clerk's own file as it was before the last change."""
    before = file.report.model_copy(deep=True, update={"title": "上一次保存时的题目"})
    store.write(ReportFile(before), path)
    return path


def noted_by(pid: int, kept: str) -> None:
    """Write into the note that another process has the report open."""
    note = paths.recovery() / f"{kept}.json"
    told = json.loads(note.read_text("utf-8")) | {"pid": pid, "born": processes.born(pid)}
    note.write_text(json.dumps(told), "utf-8")


def refusing(monkeypatch, name: str, method: str, number: int = errno.EACCES) -> None:
    """Let the file of that name refuse, as one does that another program holds."""
    whole = getattr(Path, method)

    def refuse(self: Path, *args: object, **options: object) -> object:
        if self.name == name:
            raise OSError(number, "held", str(self))
        return whole(self, *args, **options)

    monkeypatch.setattr(Path, method, refuse)


def names() -> list[str]:
    return sorted(one.name for one in paths.recovery().iterdir())


def test_a_start_with_nothing_kept_finds_nothing_and_makes_nothing(own_home):
    # then
    assert autosave.found() == []
    assert list(own_home.iterdir()) == []


def test_what_a_killed_process_kept_is_found_whole(file, other, tmp_path):
    # given
    own = older(file, tmp_path / "柳河镇.nianbao")

    # when
    killed(other("a" * 32, own))
    [left] = autosave.found()

    # then
    assert (left.id, left.path) == ("a" * 32, own)
    assert left.file.report == file.report
    assert left.file.doc_id == file.doc_id
    assert left.file.others == file.others
    assert not left.is_overtaken()


def test_where_the_clerk_was_is_found_with_it_and_stays_with_who_takes_it(file):
    # given
    autosave.write("a" * 32, store.content(file), Origin(None), Spot("overview", 3, 5, 7))
    noted_by(999_999_999, "a" * 32)

    # when
    [left] = autosave.found()
    taken = autosave.take(left)

    # then
    assert left.spot == Spot("overview", 3, 5, 7)
    assert taken is not None
    assert taken.spot == left.spot
    told = json.loads((paths.recovery() / f"{taken.id}.json").read_text("utf-8"))
    assert places.spot_of(told["spot"]) == left.spot


@pytest.mark.parametrize("stored", [None, 3, {"paragraph": "3"}, {"start": -1}])
def test_one_kept_by_an_older_program_or_spoilt_there_is_found_without_a_place(file, stored):
    # given
    autosave.write("a" * 32, store.content(file), Origin(None))
    noted_by(999_999_999, "a" * 32)
    note = paths.recovery() / f"{'a' * 32}.json"
    told = json.loads(note.read_text("utf-8"))
    assert "spot" not in told
    if stored is not None:
        note.write_text(json.dumps(told | {"spot": stored}), "utf-8")

    # then
    [left] = autosave.found()
    assert left.spot is None
    assert left.file.report == file.report


def test_what_another_window_has_open_is_not_offered(other):
    # given
    process = other("a" * 32)

    # then
    assert autosave.found() == []
    killed(process)
    assert [one.id for one in autosave.found()] == ["a" * 32]


def test_what_this_process_has_open_is_not_offered(file):
    # when
    autosave.write("a" * 32, store.content(file), Origin(None))

    # then
    assert autosave.found() == []


def test_the_number_of_an_ended_process_given_out_again_hides_nothing(file):
    # given: this very process stands in the note, but as one that began at another time
    autosave.write("a" * 32, store.content(file), Origin(None))
    note = paths.recovery() / f"{'a' * 32}.json"
    told = json.loads(note.read_text("utf-8"))

    # when
    note.write_text(json.dumps(told | {"born": told["born"] + "1"}), "utf-8")

    # then
    assert [one.id for one in autosave.found()] == ["a" * 32]


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


def test_the_newest_comes_first(other):
    # given
    for number, kept in enumerate(("a" * 32, "b" * 32, "c" * 32)):
        killed(other(kept))
        note = paths.recovery() / f"{kept}.json"
        told = json.loads(note.read_text("utf-8")) | {
            "time": f"2026-01-0{3 if number == 1 else 1}T0{number}:00:00"
        }
        note.write_text(json.dumps(told), "utf-8")

    # then
    assert [one.id[0] for one in autosave.found()] == ["b", "c", "a"]


def test_a_file_changed_since_is_told_and_one_that_is_away_is_not(file, other, tmp_path):
    # given
    own = older(file, tmp_path / "柳河镇.nianbao")
    killed(other("a" * 32, own))
    [left] = autosave.found()

    # then
    file.report.title = "后来的题目"
    store.write(file, own)
    assert left.is_overtaken()
    own.unlink()
    assert not left.is_overtaken()


def test_what_stands_in_the_clerks_own_file_is_not_offered(file, other, tmp_path):
    # given: killed when it was saved, before it was forgotten
    own = older(file, tmp_path / "柳河镇.nianbao")
    killed(other("a" * 32, own))
    store.write(file, own)

    # then
    assert autosave.found() == []
    assert names() == []


def test_a_report_stays_what_it_was_when_it_was_taken(file):
    # given
    content = store.content(file)
    before = store.to_bytes(file)

    # when
    file.report.values["disclosure.rules.made"] = "99"
    file.report.sections[1].paragraphs[0].text = "改过的一段。"
    file.report.earlier[0].title = "改过的题目"
    file.others["history/more"] = b""

    # then
    assert store.packed(content) == before


@pytest.mark.parametrize(
    "note", [None, b"", b"[]", b"{", b'{"pid": "x", "path": 3, "time": "gestern", "computer": 3}', b"\xff"]
)
def test_a_report_without_its_note_is_found_all_the_same(file, other, note):
    # given
    killed(other("a" * 32, "weg.nianbao"))
    path = paths.recovery() / f"{'a' * 32}.json"
    path.unlink() if note is None else path.write_bytes(note)

    # when
    [left] = autosave.found()

    # then
    assert (left.path, left.sha256) == (None, "")
    assert left.file.report == file.report


def test_a_note_without_its_report_is_swept_away(other):
    # given: killed while it wrote for the first time
    killed(other("a" * 32))
    (paths.recovery() / f"{'a' * 32}.nianbao").unlink()

    # then
    assert autosave.found() == []
    assert names() == []


def test_old_drafts_are_swept_away_and_young_ones_stay(other):
    # given
    killed(other("a" * 32))
    old, young = (paths.recovery() / f".{name}.nianbao.1.tmp" for name in ("old", "young"))
    for draft in (old, young):
        draft.write_bytes(b"PK")
    os.utime(old, (1_000_000, 1_000_000))

    # when
    autosave.found()

    # then
    assert (old.exists(), young.exists()) == (False, True)


def test_damaged_ones_are_put_aside_and_the_others_found(other):
    # given
    for kept in ("a" * 32, "b" * 32, "c" * 32):
        killed(other(kept))
    torn, empty = (paths.recovery() / f"{kept * 32}.nianbao" for kept in ("a", "b"))
    torn.write_bytes(torn.read_bytes()[:-40])
    empty.write_bytes(b"")

    # then
    assert [one.id for one in autosave.found()] == ["c" * 32]
    assert sorted(one.name[0] + one.suffix for one in (paths.recovery() / "damaged").iterdir()) == [
        "a.json",
        "a.nianbao",
        "b.json",
        "b.nianbao",
    ]


@pytest.mark.parametrize("number", [errno.EACCES, errno.EIO])
def test_a_report_that_cannot_be_read_now_waits_for_the_next_start(other, monkeypatch, number):
    # given
    killed(other("a" * 32))
    [left] = autosave.found()

    with monkeypatch.context() as held:
        refusing(held, f"{left.id}.nianbao", "read_bytes", number)

        # then
        assert autosave.found() == []
        with pytest.raises(InputError, match="内容还在"):
            autosave.take(left)
    assert [one.id for one in autosave.found()] == [left.id]


def test_a_report_of_a_newer_program_waits_until_this_one_is_newer_too(other, monkeypatch):
    # given
    killed(other("a" * 32))
    [left] = autosave.found()
    path = paths.recovery() / f"{left.id}.nianbao"
    with monkeypatch.context() as newer:
        newer.setattr(container, "FORMAT", container.FORMAT + 1)
        path.write_bytes(store.to_bytes(left.file))

    # then
    assert autosave.found() == []
    assert path.exists()
    with pytest.raises(InputError, match="升级"):
        autosave.again(left)


def test_a_report_that_goes_while_it_is_looked_for_is_no_damage(other, monkeypatch):
    # given
    killed(other("a" * 32))
    refusing(monkeypatch, f"{'a' * 32}.nianbao", "read_bytes", errno.ENOENT)

    # then
    assert autosave.found() == []
    assert not (paths.recovery() / "damaged").exists()


def test_a_note_that_cannot_be_read_now_counts_as_open_and_stays(other, monkeypatch):
    # given: one with its report, one that was killed while it wrote for the first time
    killed(other("a" * 32))
    killed(other("b" * 32))
    [left] = [one for one in autosave.found() if one.id[0] == "a"]
    (paths.recovery() / f"{'b' * 32}.nianbao").unlink()
    for kept in ("a" * 32, "b" * 32):
        refusing(monkeypatch, f"{kept}.json", "read_bytes")

    # then
    assert autosave.found() == []
    assert [name[0] for name in names()] == ["a", "a", "b"]
    with pytest.raises(InputError):
        autosave.take(left)


@pytest.mark.parametrize("number", [errno.EACCES, errno.ENAMETOOLONG, errno.EIO])
def test_a_file_to_which_there_is_no_way_now_counts_as_away(file, other, tmp_path, monkeypatch, number):
    # given
    own = older(file, tmp_path / "柳河镇.nianbao")
    killed(other("a" * 32, own))
    [left] = autosave.found()

    # when
    refusing(monkeypatch, own.name, "exists", number)

    # then
    assert not left.is_overtaken()


def test_what_another_computer_has_open_is_not_offered_for_a_week(other):
    # given: the folder lies on a share
    killed(other("a" * 32))
    note = paths.recovery() / f"{'a' * 32}.json"
    told = json.loads(note.read_text("utf-8"))
    [left] = autosave.found()
    note.write_text(json.dumps(told | {"computer": "another one"}), "utf-8")

    # then
    assert autosave.found() == []
    assert autosave.take(left) is None

    # when
    a_week_ago = time.time() - 7 * 24 * 3600 - 60
    os.utime(note, (a_week_ago, a_week_ago))

    # then
    assert [one.id for one in autosave.found()] == [left.id]


def test_the_note_does_not_tell_the_name_of_the_computer(file, monkeypatch):
    # given
    here = processes.computer()
    monkeypatch.setattr(platform, "node", lambda: "the-clerks-own")

    # when
    autosave.write("a" * 32, store.content(file), Origin(None))

    # then
    note = (paths.recovery() / f"{'a' * 32}.json").read_text("utf-8")
    assert "the-clerks-own" not in note
    assert json.loads(note)["computer"] == processes.computer() != here


def test_no_damage_is_ever_raised(other):
    # given
    kept, dice = "a" * 32, random.Random(7)
    killed(other(kept))
    whole = {path: path.read_bytes() for path in paths.recovery().iterdir()}

    for _ in range(150):
        # when: some bytes of report or note are others
        for path, data in whole.items():
            spoilt = bytearray(data)
            for place in dice.sample(range(len(data)), dice.choice((0, 1, 3))):
                spoilt[place] = dice.randrange(256)
            path.write_bytes(spoilt)

        # then
        assert len(autosave.found()) <= 1


@pytest.mark.parametrize(
    ("number", "words"), [(errno.ENOSPC, "空间不足"), (errno.EROFS, "只读"), (errno.EIO, "写入出错")]
)
def test_a_disk_that_takes_nothing_is_one_kind_of_error_and_keeps_what_was_there(
    file, other, monkeypatch, number, words
):
    # given
    killed(other("a" * 32))
    before = {path.name: path.read_bytes() for path in paths.recovery().iterdir()}

    def refuse(*_: object) -> None:
        raise OSError(number, "no")

    monkeypatch.setattr(atomic, "_write_draft", refuse)

    # when
    with pytest.raises(AutosaveError, match=f"{words}.*Ctrl.S"):
        autosave.write("a" * 32, store.content(file), Origin(None))

    # then
    assert {path.name: path.read_bytes() for path in paths.recovery().iterdir()} == before


def test_a_folder_that_cannot_be_made_is_that_error_too(file, own_home):
    # given
    (own_home / "recovery").write_text("in the way")

    # then
    with pytest.raises(AutosaveError):
        autosave.write("a" * 32, store.content(file), Origin(None))
    assert autosave.found() == []


def test_a_disk_that_becomes_full_leaves_what_was_kept_before(file, tmp_path, monkeypatch):
    # given: room for the report as it is, not for a longer one beside it
    home = tmp_path / "home"
    home.mkdir()
    mounted = subprocess.run(["mount", "-t", "tmpfs", "-o", "size=120k", "tmpfs", home], capture_output=True)
    if mounted.returncode:
        pytest.skip("a file system of the test's own can be mounted by root alone")
    monkeypatch.setenv("NIANBAO_HOME", str(home))
    try:
        autosave.write("a" * 32, store.content(file), Origin(None))
        before = {path.name: path.read_bytes() for path in paths.recovery().iterdir()}
        file.report.sections[1].paragraphs[0].text = "很长的一段" * 20_000

        # when
        with pytest.raises(AutosaveError, match="空间不足"):
            autosave.write("a" * 32, store.content(file), Origin(None))

        # then
        assert {path.name: path.read_bytes() for path in paths.recovery().iterdir()} == before
    finally:
        subprocess.run(["umount", "-l", home], check=True, capture_output=True)


def test_a_process_is_known_by_its_number_and_when_it_began():
    # given
    process = subprocess.Popen([sys.executable, "-c", "input()"], stdin=subprocess.PIPE)
    began = processes.born(process.pid)

    # then
    assert processes.runs(process.pid, began)
    assert not processes.runs(process.pid, began + "0")
    assert not processes.runs(process.pid, "")

    # when: it has ended, its parent has not asked how yet
    process.kill()
    os.waitid(os.P_PID, process.pid, os.WEXITED | os.WNOWAIT)

    # then
    assert not processes.runs(process.pid, began)
    process.communicate()
    assert not processes.runs(process.pid, began)
