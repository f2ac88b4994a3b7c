"""Garbage is collected on the screen's thread alone: a QObject that is taken apart on a worker takes the program with it."""

import gc

from PySide6.QtCore import QObject, QTimer

_LOOK_EVERY_MS = 500


def begin(parent: QObject) -> None:
    """Look for garbage from now on, as long as the parent lives; Python does not on threads of its own choice any more."""
    gc.disable()
    timer = QTimer(parent)
    timer.setInterval(_LOOK_EVERY_MS)
    timer.timeout.connect(collect_what_is_due)
    timer.start()


def collect_what_is_due() -> None:
    """Collect the oldest generation whose threshold is passed, and with it the younger ones."""
    due = [
        n
        for n, (count, most) in enumerate(zip(gc.get_count(), gc.get_threshold(), strict=True))
        if count > most
    ]
    if due:
        gc.collect(due[-1])
