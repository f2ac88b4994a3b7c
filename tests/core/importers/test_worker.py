"""The child's last net, and the child that is started before there is anything to read."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from core.errors import InputError
from core.importers import child, sandbox, worker

ROOT = Path(__file__).resolve().parents[3]
SAMPLE = next((ROOT / "resources" / "samples").glob("*年度报告.txt"))
SECRET = "某人的话"


@pytest.fixture
def cold():
    """No child waits before the test, and none after it."""
    child._cool()
    yield
    child._cool()


@pytest.mark.parametrize(
    ("error", "words"),
    [(KeyError(SECRET), "无法安全读取"), (MemoryError(), "无法安全读取"), (RecursionError(SECRET), "嵌套过深"), (ValueError(SECRET), "无法安全读取")],
)  # fmt: skip
def test_whatever_a_reader_raises_is_a_sentence_with_nothing_of_the_file(error, words):
    # given
    def breaks(order):
        raise error

    # when
    said = worker.safely(breaks, {"path": "/文件夹/年报.doc"})

    # then
    assert said["error"].startswith("“年报.doc”")
    assert words in said["error"]
    assert SECRET not in json.dumps(said, ensure_ascii=False)
    assert "文件夹" not in said["error"]
    assert said["status"] == InputError.exit_status


def test_an_order_at_which_the_reading_breaks_down_ends_the_child_well(tmp_path):
    # given
    path = tmp_path / "年报.txt"
    path.write_bytes(b"x")
    order = {"path": str(path), "template": ["no", "name"], "year": "no year"}

    # when
    done = subprocess.run(
        [sys.executable, "-m", "core.importers.worker"],
        cwd=ROOT,
        input=b"read\n" + json.dumps(order).encode() + b"\n",
        capture_output=True,
        check=False,
    )

    # then
    assert done.returncode == 0
    assert done.stderr == b""
    assert "年报.txt" in json.loads(done.stdout)["error"]


def test_a_child_that_waited_reads_as_one_that_did_not(cold):
    # given
    expected = sandbox.read(SAMPLE).report

    # when
    child.warm()
    child.warm()

    # then
    assert len(child._waiting) == 1
    assert sandbox.read(SAMPLE).report == expected
    assert child._waiting == []


def test_a_child_that_waits_for_nothing_is_ended(cold):
    # given
    child.warm()
    waiting = child._waiting[0]._process

    # when
    child._cool()

    # then
    assert waiting.returncode is not None


def test_a_child_that_ended_while_it_waited_costs_nothing(cold):
    # given
    child.warm()
    waiting = child._waiting[0]._process
    waiting.kill()
    waiting.wait()

    # then
    assert sandbox.read(SAMPLE).report.year == 2024
    assert child._waiting == []


def test_a_child_that_ends_right_before_its_order_costs_nothing(cold, monkeypatch):
    # given: it looks alive to whoever asks, but its ear is closed
    child.warm()
    first = child._waiting[0]
    first._process.kill()
    first._process.wait()
    monkeypatch.setattr(first._process, "poll", lambda: None)

    # then
    assert sandbox.read(SAMPLE).report.year == 2024


def test_children_that_always_end_are_tried_once_more_and_no_oftener(cold, monkeypatch):
    # given
    begun = []
    begin = child.Child.__init__

    def counted(self, kind):
        begun.append(kind)
        begin(self, kind)

    monkeypatch.setattr(child, "command", lambda: [sys.executable, "-c", "raise SystemExit(3)"])
    monkeypatch.setattr(child.Child, "__init__", counted)
    child.warm()
    child._waiting[0]._process.wait()

    # then
    with pytest.raises(InputError, match="无法安全读取"):
        sandbox.read(SAMPLE)
    assert len(begun) == 2


def test_a_child_that_nobody_gives_an_order_ends_by_itself():
    done = subprocess.run(
        [sys.executable, "-m", "core.importers.worker"], cwd=ROOT, input=b"read\n", capture_output=True, check=False
    )  # fmt: skip

    assert (done.returncode, done.stdout, done.stderr) == (0, b"", b"")


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="the limits are Linux's")
@pytest.mark.skipif(hasattr(os, "geteuid") and os.geteuid() == 0, reason="root may start as many as it likes")
def test_the_child_starts_no_other_process():
    program = "from core.importers import limits; limits.confine(); import os; os.fork()"

    done = subprocess.run(
        [sys.executable, "-c", program], cwd=ROOT, capture_output=True, text=True, check=False
    )

    assert "BlockingIOError" in done.stderr
