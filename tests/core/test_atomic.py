"""Files are written whole or not at all, whichever step fails."""

import errno
import os
import stat
import subprocess
import sys
from pathlib import Path

import pytest

from core import atomic
from core.errors import OutputError

STEPS = ("open", "write", "fsync", "read_bytes", "replace")


def fail(error: int):
    def step(*_args, **_kwargs):
        raise OSError(error, os.strerror(error))

    return step


def break_step(monkeypatch, step, error):
    match step:
        case "fsync":
            monkeypatch.setattr(os, "fsync", fail(error))
        case "write":
            monkeypatch.setattr(atomic, "_write_draft", fail(error))
        case _:
            monkeypatch.setattr(Path, step, fail(error))


@pytest.mark.parametrize("step", STEPS)
@pytest.mark.parametrize("error", [errno.ENOSPC, errno.EACCES, errno.EIO, errno.EROFS])
def test_a_failed_save_leaves_the_old_file_and_no_draft(tmp_path, monkeypatch, step, error):
    # given
    path = tmp_path / "报告.nianbao"
    path.write_bytes(b"old")
    with monkeypatch.context() as patch:
        break_step(patch, step, error)

        # when
        with pytest.raises(OutputError, match=r"报告\.nianbao"):
            atomic.save(path, b"new")

    # then
    assert path.read_bytes() == b"old"
    assert [one.name for one in tmp_path.iterdir()] == ["报告.nianbao"]


def test_several_files_are_written_all_or_none(tmp_path, monkeypatch):
    # given
    first, second = tmp_path / "a", tmp_path / "b"
    first.write_bytes(b"old")
    second.mkdir()

    # when
    with pytest.raises(OutputError, match="文件夹"):
        atomic.save_all([(first, b"new"), (second, b"new")])

    # then
    assert first.read_bytes() == b"old"
    assert sorted(one.name for one in tmp_path.iterdir()) == ["a", "b"]


def test_a_link_keeps_pointing_to_the_file(tmp_path):
    # given
    target, link = tmp_path / "target", tmp_path / "link"
    target.write_bytes(b"old")
    link.symlink_to(target)

    # when
    atomic.save(link, b"new")

    # then
    assert link.is_symlink()
    assert target.read_bytes() == b"new"


def test_a_killed_writer_leaves_the_old_or_the_new_file(tmp_path):
    # given
    path = tmp_path / "a"
    path.write_bytes(b"0" * 4096)
    program = (
        "import sys; from pathlib import Path; from core import atomic\n"
        "for number in range(10**6):\n"
        "    atomic.save(Path(sys.argv[1]), str(number % 10).encode() * 4096)\n"
        "    print(number, flush=True)\n"
    )

    # when
    for stop_after in range(1, 8):
        writer = subprocess.Popen(
            [sys.executable, "-c", program, str(path)], stdout=subprocess.PIPE, cwd=Path(__file__).parents[2]
        )
        for _ in range(stop_after):
            writer.stdout.readline()
        writer.kill()
        writer.communicate()

        # then
        content = path.read_bytes()
        assert len(content) == 4096
        assert len(set(content)) == 1


@pytest.mark.parametrize("links", [True, False], ids=["with links", "on a stick without links"])
def test_a_target_held_by_another_program_leaves_all_as_it_was(tmp_path, monkeypatch, links):
    # given: the third of three files is open in another program
    old, new, held = (tmp_path / name for name in ("旧.docx", "新.pdf", "开着.xlsx"))
    old.write_bytes(b"old")
    held.write_bytes(b"held")
    swap = Path.replace

    def replace(draft: Path, target: Path) -> Path:
        if target == held:
            raise PermissionError(errno.EACCES, "in use")
        return swap(draft, target)

    monkeypatch.setattr(Path, "replace", replace)
    if not links:
        monkeypatch.setattr(os, "link", fail(errno.EPERM))

    # when
    with pytest.raises(OutputError, match=r"开着\.xlsx.*其他程序占用"):
        atomic.save_all([(old, b"1"), (new, b"2"), (held, b"3")])

    # then
    assert {one.name: one.read_bytes() for one in tmp_path.iterdir()} == {
        "旧.docx": b"old",
        "开着.xlsx": b"held",
    }


def test_a_folder_whose_place_a_file_takes_is_named(tmp_path):
    (tmp_path / "out").write_bytes(b"file")
    with pytest.raises(OutputError, match="是一个文件"):
        atomic.save_all([(tmp_path / "out" / "a", b"1")])
    assert (tmp_path / "out").read_bytes() == b"file"


POSIX = pytest.mark.skipif(os.name != "posix", reason="modes are POSIX's")


def mode(path: Path) -> int:
    return stat.S_IMODE(path.stat().st_mode)


@POSIX
@pytest.mark.parametrize("before", [0o600, 0o640, 0o664, 0o444])
def test_who_may_read_a_file_stays_as_it_was(tmp_path, before):
    # given
    path, other = tmp_path / "a", tmp_path / "b"
    path.write_bytes(b"old")
    path.chmod(before)

    # when
    atomic.save_all([(path, b"new"), (other, b"new")])

    # then
    assert path.read_bytes() == b"new"
    assert mode(path) == before


@POSIX
def test_a_new_file_is_as_the_system_makes_them(tmp_path):
    # given
    (tmp_path / "a").write_bytes(b"")

    # when
    atomic.save(tmp_path / "b", b"new")

    # then
    assert mode(tmp_path / "b") == mode(tmp_path / "a")


@POSIX
def test_nobody_else_can_read_the_draft_of_a_private_file(tmp_path, monkeypatch):
    # given
    path = tmp_path / "a"
    path.write_bytes(b"old")
    path.chmod(0o600)
    modes = []
    fsync = os.fsync

    def looked_at(handle):
        modes.extend(mode(one) for one in tmp_path.iterdir())
        fsync(handle)

    monkeypatch.setattr(os, "fsync", looked_at)

    # when
    atomic.save(path, b"new")

    # then
    assert set(modes) == {0o600}


@POSIX
def test_a_disk_without_modes_is_no_hindrance(tmp_path, monkeypatch):
    # given
    path = tmp_path / "a"
    path.write_bytes(b"old")
    monkeypatch.setattr(os, "chmod", fail(errno.EPERM))
    monkeypatch.setattr(os, "fchmod", fail(errno.EPERM))

    # when
    atomic.save(path, b"new")

    # then
    assert path.read_bytes() == b"new"
