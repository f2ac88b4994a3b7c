"""Reading in a child process: the same report as in this one, and a typed error for every way it can end."""

import sys
from pathlib import Path

import pytest

from core import importers
from core.errors import InputError
from core.importers import child, sandbox
from core.importers.recognise import Reading

SAMPLE = next((Path(__file__).parents[3] / "resources" / "samples").glob("*年度报告.txt"))


def child_that(monkeypatch, program: str) -> None:
    """Put another program in the place of the reading child."""
    words = [sys.executable, "-c", f"import sys, time; sys.stdin.read()\n{program}"]
    monkeypatch.setattr(child, "command", lambda: words)


def test_the_child_reads_what_this_process_would_read(library):
    # when
    reading = sandbox.read(SAMPLE)

    # then
    assert reading.report == importers.read(SAMPLE, library)
    assert reading.source_numbers == reading.placed_numbers == 200
    assert reading.placed_characters == reading.source_characters


def test_all_that_a_reading_knows_reaches_this_process(library):
    # given
    here = importers.read_with_counts(SAMPLE, library)

    # then
    assert here.traces
    assert here.template_scores
    assert sandbox.read(SAMPLE) == here


def test_a_reading_of_a_report_alone_has_nothing_of_a_source(library):
    # given
    report = importers.read(SAMPLE, library)

    # then
    assert Reading.of(report) == Reading(report, 0, 0, 0, 0)


def test_what_the_clerk_knows_better_reaches_the_child():
    assert sandbox.read(SAMPLE, year=2023).report.year == 2023


def test_what_the_reader_says_reaches_the_clerk(tmp_path):
    # given
    path = tmp_path / "空.txt"
    path.write_bytes(b"")

    # then
    with pytest.raises(InputError, match="是空的"):
        sandbox.read(path)


def test_a_child_that_takes_too_long_is_stopped(monkeypatch):
    # given
    child_that(monkeypatch, "time.sleep(600)")
    monkeypatch.setattr(child, "WALL_SECONDS", 0.3)

    # then
    with pytest.raises(InputError, match="时间过长"):
        sandbox.read(SAMPLE)


def test_a_child_that_grows_is_stopped(monkeypatch):
    # given
    child_that(monkeypatch, "held = bytearray(200 * 2**20); time.sleep(600)")
    monkeypatch.setattr(child, "RESIDENT_BYTES", 100 * 2**20)

    # then
    with pytest.raises(InputError, match="无法安全读取"):
        sandbox.read(SAMPLE)


@pytest.mark.parametrize(
    "program",
    [
        "import os; os.abort()",
        "sys.exit(1)",
        "print('no json')",
        "print('{}')",
        'print(\'{"report": {"year": "soon"}}\')',
        'print(\'{"reading": {"report": {"year": "soon"}}}\')',
        'print(\'{"reading": {"report": {"template": "a", "year": 1}, "traces": [{"target": 3}]}}\')',
        'print(\'{"reading": {"report": {"template": "a", "year": 1}, "source_numbers": "many"}}\')',
        "",
    ],
    ids=[
        "abort",
        "exit",
        "no json",
        "nothing in it",
        "no reading",
        "no report",
        "no trace",
        "no count",
        "silence",
    ],
)
def test_a_child_that_breaks_down_is_a_plain_sentence(monkeypatch, program):
    # given
    child_that(monkeypatch, program)

    # then
    with pytest.raises(InputError, match="无法安全读取"):
        sandbox.read(SAMPLE)


def test_an_answer_without_end_is_cut_off(monkeypatch):
    # given
    child_that(monkeypatch, "while True: sys.stdout.write('x' * 65536)")
    monkeypatch.setattr(child, "ANSWER_BYTES", 2**20)

    # then
    with pytest.raises(InputError, match="无法安全读取"):
        sandbox.read(SAMPLE)


def test_the_clerk_can_give_up(monkeypatch):
    # given
    child_that(monkeypatch, "time.sleep(600)")
    asked = iter([False, False, True])

    # then
    with pytest.raises(sandbox.GivenUpError, match="没有变化"):
        sandbox.read(SAMPLE, given_up=lambda: next(asked))


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="the limits are Linux's")
@pytest.mark.parametrize(
    ("deed", "error"),
    [
        ("bytearray(3 * 2**30)", "MemoryError"),
        ("[open('/dev/null') for _ in range(200)]", "OSError"),
        ("open(sys.argv[1], 'wb').write(b'x' * (60 * 2**20))", "OSError"),
    ],
    ids=["memory", "open files", "file size"],
)
def test_the_child_cannot_pass_its_limits(tmp_path, deed, error):
    # given
    import subprocess

    program = f"""
import signal, sys
from core.importers import limits
signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
limits.confine()
try:
    {deed}
except Exception as error:
    print([kind.__name__ for kind in type(error).__mro__])
"""

    # when
    done = subprocess.run(
        [sys.executable, "-c", program, str(tmp_path / "big")],
        cwd=Path(__file__).parents[3],
        capture_output=True,
        text=True,
        check=False,
    )

    # then
    assert error in done.stdout
