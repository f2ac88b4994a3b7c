"""What a command prints when nobody can take it: no traceback, as with any other output that cannot be written."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

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
