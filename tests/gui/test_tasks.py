"""Slow work beside the window."""

import subprocess
import sys
import threading

import pytest

from gui.tasks import Tasks


@pytest.fixture
def tasks(qapp):
    tasks = Tasks()
    yield tasks
    tasks.close()


def test_the_answer_comes_back_on_the_screens_thread(tasks, qtbot):
    # given
    heard = []

    # when
    tasks.start(
        lambda _tell: 6 * 7, lambda answer: heard.append((answer, threading.current_thread())), heard.append
    )

    # then
    qtbot.waitUntil(lambda: bool(heard))
    assert heard == [(42, threading.main_thread())]


def test_an_error_comes_back_as_it_was_raised(tasks, qtbot):
    # given
    error = ValueError("no")
    heard = []

    def work(_tell):
        raise error

    # when
    tasks.start(work, lambda _: None, heard.append)

    # then
    qtbot.waitUntil(lambda: heard == [error])


def test_progress_is_told_before_the_answer(tasks, qtbot):
    # given
    heard = []

    def work(tell):
        tell("Word", 1, 2)
        return "done"

    # when
    tasks.start(work, heard.append, heard.append, lambda *news: heard.append(news))

    # then
    qtbot.waitUntil(lambda: "done" in heard)
    assert heard == [("Word", 1, 2), "done"]


def test_cancelled_work_ends_at_its_next_sign_of_progress_and_is_not_heard_of(tasks, qtbot):
    # given
    begun, go_on, ended, heard = threading.Event(), threading.Event(), threading.Event(), []

    def work(tell):
        begun.set()
        go_on.wait(5)
        try:
            tell("", 1, 1)
        finally:
            ended.set()

    job = tasks.start(work, heard.append, heard.append)
    assert begun.wait(5)

    # when
    job.cancel()
    go_on.set()

    # then
    assert ended.wait(5)
    tasks.start(lambda _: "next", heard.append, heard.append)
    qtbot.waitUntil(lambda: heard == ["next"])


def test_an_answer_that_is_waited_for_is_passed_on_at_once_and_once(tasks, qtbot):
    # given
    heard = []
    tasks.start(lambda _tell: "before", heard.append, heard.append)
    job = tasks.start(lambda _tell: "now", heard.append, heard.append)

    # when
    is_done = tasks.wait(job, 30)

    # then
    assert (is_done, heard) == (True, ["now"])
    qtbot.waitUntil(lambda: heard == ["now", "before"])


def test_who_waits_in_vain_hears_the_answer_later(tasks, qtbot):
    # given
    go_on, heard = threading.Event(), []
    job = tasks.start(lambda _tell: go_on.wait(30), heard.append, heard.append)

    # when
    is_done = tasks.wait(job, 0)

    # then
    assert (is_done, heard) == (False, [])
    go_on.set()
    qtbot.waitUntil(lambda: heard == [True])


def test_an_answer_may_wait_for_another_one(tasks, qtbot):
    # given: what the first one's answer does, all in one turn
    heard = []
    second = []

    def first_done(answer) -> None:
        heard.append(answer)
        tasks.wait(second[0], 30)

    first = tasks.start(lambda _tell: 1, first_done, heard.append)
    second.append(tasks.start(lambda _tell: 2, heard.append, heard.append))

    # when
    tasks.wait(second[0], 0)
    tasks.wait(first, 30)

    # then
    qtbot.waitUntil(lambda: sorted(heard) == [1, 2])


def test_several_workers_do_not_wait_for_one_another(qapp, qtbot):
    # given
    tasks, go_on, heard = Tasks(workers=2), threading.Event(), []
    tasks.start(lambda _tell: go_on.wait(30), heard.append, heard.append)

    # when
    tasks.start(lambda _tell: "quick", heard.append, heard.append)

    # then
    qtbot.waitUntil(lambda: heard == ["quick"])
    go_on.set()
    tasks.finish(30)


_ENDS = """
import sys, threading
from PySide6.QtCore import QCoreApplication
from gui.tasks import Tasks

app = QCoreApplication([])
asked = threading.Event()

def ask(_tell):
    asked.set()
    threading.Event().wait()

tasks = Tasks(workers=2, only_asked=True)
tasks.start(ask, print, print)
asked.wait()
tasks.close()
print("ended")
"""


def test_the_process_does_not_wait_for_what_is_only_asked():
    # when: it would wait for ever
    ended = subprocess.run([sys.executable, "-c", _ENDS], capture_output=True, timeout=120, text=True)

    # then
    assert (ended.returncode, ended.stdout.strip()) == (0, "ended")


def test_several_are_asked_at_a_time_and_each_answer_comes_once(qapp, qtbot):
    # given
    tasks = Tasks(workers=2, only_asked=True)
    let, heard, at_once = threading.Event(), [], threading.Barrier(2)

    def work(number):
        if number < 2:
            at_once.wait(60)  # goes on only where two are asked at a time
        else:
            let.wait(60)
        return number

    # when
    for number in range(6):
        tasks.start(lambda _, number=number: work(number), heard.append, heard.append)
    qtbot.waitUntil(lambda: len(heard) == 2)
    let.set()

    # then
    qtbot.waitUntil(lambda: sorted(heard) == list(range(6)))
    tasks.close()


def test_what_goes_wrong_where_it_is_only_asked_comes_back(qapp, qtbot):
    # given
    tasks, heard, error = Tasks(only_asked=True), [], OSError("off")

    def work(_tell):
        raise error

    # when
    tasks.start(work, lambda _: None, heard.append)

    # then
    qtbot.waitUntil(lambda: heard == [error])
    tasks.close()
