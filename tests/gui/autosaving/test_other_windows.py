"""What was left behind, where another window works on it too."""

import os

from PySide6.QtWidgets import QMessageBox

from core import processes
from tests.gui.autosaving.conftest import CELL, found, kept, kept_cell, left_behind, noted, words


def test_what_another_window_goes_on_with_is_not_opened_twice(window, hands, report):
    # given
    kept_as = left_behind(report)
    found(window, hands)
    noted(kept_as, pid=os.getppid(), born=processes.born(os.getppid()))

    # when
    hands.press("recoverButton")

    # then
    assert "另一个窗口" in hands.find("noticeBox", QMessageBox).text()
    assert not hands.sees("workspace")
    assert not hands.sees("recoveryCard")
    assert len(kept()) == 1


def test_what_another_window_typed_on_and_left_again_opens_as_it_is_by_now(window, hands, report):
    # given
    left_behind(report)
    found(window, hands)
    left_behind(report, cell="8")

    # when
    hands.press("recoverButton")

    # then
    hands.find("workspace")
    assert window.desk.session.report.text(CELL) == "8"


def test_what_another_window_changed_since_is_not_dropped_but_shown_anew(window, hands, report):
    # given
    left_behind(report, at="2026-01-09T14:32:00")
    found(window, hands)
    hands.press("dropRecoveryButton")
    left_behind(report, cell="8", at="2026-01-09T15:10:00")

    # when
    hands.press("dropButton")

    # then
    box = hands.find("noticeBox", QMessageBox)
    assert "另一个窗口又改过" in box.text()
    assert kept_cell() == "8"
    assert words(hands, "recoveryWords").endswith("（停在 1月9日 15:10）")

    # when: seen and not wanted all the same
    box.close()
    hands.press("dropRecoveryButton")
    hands.press("dropButton")

    # then
    assert kept() == []
    assert not hands.sees("recoveryCard")
