"""A process is known again, even where its number was given out anew."""

import os
import subprocess
import sys

from core import processes


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
