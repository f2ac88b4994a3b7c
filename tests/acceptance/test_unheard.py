"""What a command prints when nobody can take it: no traceback, as with any other output that cannot be written."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from core import cli
from tests.acceptance.commands import ROOT

_COMMAND = (sys.executable, str(ROOT / "main.py"), "templates", "--json")


def test_a_reader_that_leaves_is_told_nothing_more():
    # given
    reading, writing = os.pipe()
    os.close(reading)

    # when
    with os.fdopen(writing, "wb") as closed:
        done = subprocess.run(_COMMAND, stdout=closed, stderr=subprocess.PIPE, text=True, check=False)

    # then
    assert done.stderr == ""
    assert done.returncode == 141


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="only there is a disk that is always full")
@pytest.mark.parametrize("words", [(), ("--json",)])
def test_a_full_disk_is_one_sentence(words):
    # when
    with Path("/dev/full").open("wb") as full:
        done = subprocess.run(
            (*_COMMAND[:3], *words), stdout=full, stderr=subprocess.PIPE, text=True, check=False
        )

    # then
    assert done.returncode == 4
    (line,) = done.stderr.splitlines()
    assert line.startswith("结果显示不出来")


_HELP = ("--help",), ("-h",), ("check", "--help")
_WRONG = ("check",), ("check", "--bla"), ("weg", "da"), ("--bla",)
_KEPT_BACK = {"PYTHONUNBUFFERED": ""}  # what is printed waits for the end, as on every clerk's computer
_AT_ONCE = {"PYTHONUNBUFFERED": "1"}
_needs_full = pytest.mark.skipif(
    not Path("/dev/full").exists(), reason="only there is a disk that is always full"
)


@pytest.mark.parametrize("buffering", [_KEPT_BACK, _AT_ONCE])
@pytest.mark.parametrize("words", _HELP)
def test_help_for_a_reader_that_leaves_is_told_nothing_more(words, buffering):
    # given
    reading, writing = os.pipe()
    os.close(reading)

    # when
    with os.fdopen(writing, "wb") as closed:
        done = _run(words, buffering, stdout=closed, stderr=subprocess.PIPE)

    # then
    assert (done.returncode, done.stderr) == (141, "")


@_needs_full
@pytest.mark.parametrize("buffering", [_KEPT_BACK, _AT_ONCE])
@pytest.mark.parametrize("words", _HELP)
def test_help_onto_a_full_disk_is_one_sentence(words, buffering):
    # when
    with Path("/dev/full").open("wb") as full:
        done = _run(words, buffering, stdout=full, stderr=subprocess.PIPE)

    # then
    assert done.returncode == 4
    (line,) = done.stderr.splitlines()
    assert line.startswith("结果显示不出来")


@_needs_full
@pytest.mark.parametrize("buffering", [_KEPT_BACK, _AT_ONCE])
@pytest.mark.parametrize("words", _WRONG)
def test_words_that_are_off_end_alike_where_nobody_can_be_told(words, buffering):
    # when
    with Path("/dev/full").open("wb") as full:
        done = _run(words, buffering, stdout=subprocess.PIPE, stderr=full)

    # then
    assert (done.returncode, done.stdout) == (2, "")


@pytest.mark.parametrize("words", [("--help",), ("export", "--help")])
def test_help_still_arrives_where_it_can(words):
    # when
    done = _run(words, _KEPT_BACK, stdout=subprocess.PIPE, stderr=subprocess.PIPE)

    # then
    assert (done.returncode, done.stderr) == (0, "")
    assert "导出文件" in done.stdout


def _run(words, buffering, **streams):
    return subprocess.run(
        (*_COMMAND[:2], *words), text=True, check=False, env=os.environ | buffering, **streams
    )


def test_a_report_is_made_where_there_is_no_standard_output_at_all(tmp_path):
    # given: as with pythonw, or `>&-` in a shell
    report = tmp_path / "新.nianbao"
    words = ("new", "--year", "2024", "--office", "示范市青禾镇人民政府", "-o", str(report))
    without = "import os, runpy, sys; sys.stdout = None; sys.argv = sys.argv[1:]; runpy.run_path(sys.argv[0], run_name='__main__')"

    # when
    done = subprocess.run(
        (sys.executable, "-c", without, *_COMMAND[1:2], *words),
        stderr=subprocess.PIPE,
        text=True,
        check=False,
    )

    # then
    assert (done.returncode, done.stderr) == (0, "")
    assert report.exists()


def test_a_fault_of_a_library_is_not_taken_for_a_full_disk(monkeypatch):
    # given: an error of the kind that files have, from a library, without a file and a number
    def fails(_: object) -> int:
        raise OSError("unknown file format")

    monkeypatch.setattr(cli.Command, "run", lambda self, arguments: fails(arguments))

    # then
    with pytest.raises(OSError, match="unknown file format"):
        cli.main(["templates"])
