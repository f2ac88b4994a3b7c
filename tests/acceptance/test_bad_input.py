"""Bad input: each gets one Chinese line and its exit status, leaves no file and no change behind."""

import json
import os
import shutil
import subprocess
import zipfile
from pathlib import Path

import pytest

from tests.acceptance.commands import ROOT, Outcome, run

SAMPLE = ROOT / "resources" / "samples" / "青禾镇2024年政府信息公开工作年度报告.txt"
PNG = b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 4


def one_chinese_line(outcome: Outcome) -> bool:
    lines = outcome.err.splitlines()
    return len(lines) == 1 and any("\u4e00" <= char <= "\u9fff" for char in lines[0]) and outcome.out == ""


@pytest.fixture
def report(tmp_path) -> Path:
    path = tmp_path / "好.nianbao"
    assert run("new", "--year", 2024, "--office", "青禾镇人民政府", "-o", path).status == 0
    return path


def newer(path: Path) -> None:
    """Turn a report file into one that a later program wrote."""
    with zipfile.ZipFile(path) as archive:
        members = {name: archive.read(name) for name in archive.namelist()}
    manifest = json.loads(members["manifest.json"]) | {"format": 99, "min_reader": 99}
    members["manifest.json"] = json.dumps(manifest).encode()
    with zipfile.ZipFile(path, "w") as archive:
        for name, data in members.items():
            archive.writestr(name, data)


def spoil(kind: str, path: Path) -> None:
    match kind:
        case "empty":
            path.write_bytes(b"")
        case "directory":
            path.unlink()
            path.mkdir()
        case "picture":
            path.write_bytes(PNG)
        case "random":
            path.write_bytes(os.urandom(5000))
        case "truncated":
            path.write_bytes(path.read_bytes()[:-300])
        case "newer":
            newer(path)
        case "missing":
            path.unlink()


KINDS = ("missing", "empty", "directory", "picture", "random", "truncated", "newer")


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("command", ["show", "check", "export", "set", "forward", "import"])
def test_a_report_file_that_cannot_be_used(report, tmp_path, kind, command):
    # given
    spoil(kind, report)
    target = tmp_path / "新.nianbao"
    arguments = {
        "show": ["show", report, "--json"],
        "check": ["check", report],
        "export": ["export", report, "--to", "docx,pdf,xlsx", "--out", tmp_path / "out"],
        "set": ["set", report, "--cell", "规章@本年制发件数=0"],
        "forward": ["forward", report, "-o", target],
        "import": ["import", report, "-o", target],
    }[command]
    before = report.read_bytes() if report.is_file() else None

    # when
    outcome = run(*arguments)

    # then
    assert outcome.status == 3
    assert one_chinese_line(outcome)
    assert not target.exists()
    assert not (tmp_path / "out").exists()
    assert (report.read_bytes() if report.is_file() else None) == before


@pytest.mark.parametrize("kind", ["missing", "empty", "directory", "picture", "random"])
@pytest.mark.parametrize("suffix", [".txt", ".docx", ".pdf", ".html", ".xlsx", ".jpg", ""])
def test_a_foreign_file_that_cannot_be_used(tmp_path, kind, suffix):
    # given
    source = tmp_path / f"去年{suffix}"
    source.write_bytes(b"x")
    spoil(kind, source)
    target = tmp_path / "新.nianbao"

    # when
    outcome = run("import", source, "-o", target)

    # then
    assert outcome.status == 3
    assert one_chinese_line(outcome)
    assert not target.exists()


@pytest.fixture
def read_only(tmp_path) -> Path:
    """A folder nobody can write to, root neither; skips where it cannot be made."""
    folder = tmp_path / "readonly"
    folder.mkdir()
    mounted = subprocess.run(["mount", "-t", "tmpfs", "-o", "size=1m", "tmpfs", folder], capture_output=True)
    if mounted.returncode:
        pytest.skip("a file system of the test's own can be mounted by root alone")
    (folder / "旧.nianbao").write_bytes(b"old")
    subprocess.run(["mount", "-o", "remount,ro", folder], check=True, capture_output=True)
    yield folder
    subprocess.run(["umount", "-l", folder], check=True, capture_output=True)


@pytest.fixture
def full(tmp_path) -> Path:
    """A disk of 8 kB with an old file on it; skips where it cannot be made."""
    folder = tmp_path / "full"
    folder.mkdir()
    mounted = subprocess.run(["mount", "-t", "tmpfs", "-o", "size=8k", "tmpfs", folder], capture_output=True)
    if mounted.returncode:
        pytest.skip("a file system of the test's own can be mounted by root alone")
    (folder / "旧.nianbao").write_bytes(b"old")
    yield folder
    subprocess.run(["umount", "-l", folder], check=True, capture_output=True)


def writing_commands(target: Path, report: Path) -> list[list[object]]:
    return [
        ["import", SAMPLE, "-o", target],
        ["forward", SAMPLE, "-o", target],
        ["new", "--year", 2024, "--office", "青禾镇" * 2000, "-o", target],
        ["export", report, "--to", "docx,pdf,xlsx", "--out", target.parent],
    ]


@pytest.mark.parametrize("number", range(4), ids=["import", "forward", "new", "export"])
@pytest.mark.parametrize("disk", ["read_only", "full"])
def test_a_target_that_cannot_be_written(request, report, disk, number):
    # given
    folder = request.getfixturevalue(disk)
    target = folder / "旧.nianbao"

    # when
    outcome = run(*writing_commands(target, report)[number])

    # then
    assert outcome.status == 4
    assert one_chinese_line(outcome)
    assert [one.name for one in folder.iterdir()] == ["旧.nianbao"]
    assert target.read_bytes() == b"old"


@pytest.mark.parametrize("number", range(3), ids=["import", "forward", "new"])
def test_a_target_that_is_a_folder_or_has_too_long_a_name(tmp_path, report, number):
    for target in (tmp_path / "folder", tmp_path / ("长" * 200)):
        # given
        if target.name == "folder":
            target.mkdir()

        # when
        outcome = run(*writing_commands(target, report)[number])

        # then
        assert outcome.status == 4
        assert one_chinese_line(outcome)
    assert sorted(one.name for one in tmp_path.iterdir()) == ["folder", "好.nianbao"]


def test_a_set_that_fails_halfway_changes_nothing(report):
    # given
    before = report.read_bytes()

    # when
    outcome = run("set", report, "--cell", "规章@本年制发件数=0", "--cell", "没有@没有=1")

    # then
    assert outcome.status == 2
    assert report.read_bytes() == before


def test_a_copy_of_the_report_elsewhere_is_the_same_report(report, tmp_path):
    # given
    copy = tmp_path / "别处" / "改名了.bin"
    copy.parent.mkdir()
    shutil.copy(report, copy)

    # then
    assert run("show", copy, "--json").data == run("show", report, "--json").data
