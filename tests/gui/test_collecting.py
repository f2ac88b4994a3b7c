"""Garbage with timers of Qt in it goes on the screen's thread, whichever thread makes the most of it."""

import gc
import threading
import weakref

from PySide6.QtCore import QCoreApplication, QObject, QTimer

from gui import collecting


class Ring(QObject):
    """Garbage as a report left behind is: it holds itself, and a timer."""

    def __init__(self, gone_on: list[threading.Thread]) -> None:
        super().__init__()
        self.itself = self
        self.timer = QTimer(self)
        weakref.finalize(self, lambda: gone_on.append(threading.current_thread()))


def _much() -> None:
    for _ in range(200):
        [[one] for one in range(2000)]


def test_a_worker_that_makes_much_takes_nothing_of_qt_apart(qapp, qtbot):
    # given
    gone_on: list[threading.Thread] = []
    over = QObject()
    collecting.begin(over)
    for _ in range(50):
        Ring(gone_on)

    # when
    worker = threading.Thread(target=_much)
    worker.start()
    worker.join()

    # then
    assert gone_on == []
    gc.collect()
    assert gone_on == [threading.main_thread()] * 50


def test_it_is_collected_while_the_window_waits(qapp, qtbot, monkeypatch):
    # given
    monkeypatch.setattr(collecting, "_LOOK_EVERY_MS", 1)
    gone_on: list[threading.Thread] = []
    over = QObject()
    collecting.begin(over)

    # when
    Ring(gone_on)
    kept = [[one] for one in range(gc.get_threshold()[0] + 1)]

    # then
    qtbot.waitUntil(lambda: gone_on == [threading.main_thread()])
    assert kept
    assert QCoreApplication.instance() is qapp
