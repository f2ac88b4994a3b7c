"""Slow work beside the window."""

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
