"""The reason for the pin of PySide6, as a probe: some versions lose references to None at each emitted signal."""

import sys

from PySide6.QtCore import QObject, Signal


class _Bell(QObject):
    rung = Signal(bool)


def test_emitting_a_signal_loses_no_reference_to_none_and_true(qtbot):
    # given
    bell = _Bell()
    heard: list[bool] = []
    bell.rung.connect(heard.append)
    before = sys.getrefcount(None), sys.getrefcount(True)

    # when
    for _ in range(2000):
        bell.rung.emit(True)
        bell.setObjectName("bell")
    heard.clear()
    after = sys.getrefcount(None), sys.getrefcount(True)

    # then
    assert abs(after[0] - before[0]) < 200
    assert abs(after[1] - before[1]) < 200
