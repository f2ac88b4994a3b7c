"""What was left unsaved, on disks that take their time: the window goes on, and the clerk need not wait."""

import threading
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QLabel, QMessageBox

from core import autosave, paths, store
from core.autosave import Left
from core.store import read
from tests.gui.autosaving.conftest import left_behind
from tests.gui.slow_disk.conftest import CELL, PATIENCE, type_cell

OTHER = "b"


class Silence:
    """A disk that says nothing until it is let."""

    def __init__(self) -> None:
        self.asked = threading.Event()
        self.let = threading.Event()

    def before(self, work: Callable[..., object]) -> Callable[..., object]:
        """Return the work, done once the disk is let."""

        def wait(*told: object) -> object:
            self.asked.set()
            assert self.let.wait(PATIENCE)
            return work(*told)

        return wait


@pytest.fixture
def silence(monkeypatch) -> Iterator[Silence]:
    """A disk that does not answer, under a window that does not wait for it."""
    monkeypatch.setattr("gui.questions.PATIENCE", 0)
    silence = Silence()
    yield silence
    silence.let.set()


@pytest.fixture
def card(window, hands, report, saved) -> Path:
    """The home page with what was left of a report in a file."""
    left_behind(report, saved)
    window.look_for_unsaved()
    hands.find("recoveryCard")
    return saved


def kept() -> list[Path]:
    return sorted(paths.recovery().glob("*.nianbao"))


def figure(window) -> str:
    return window.desk.session.report.text(CELL)


def test_a_report_on_a_share_that_does_not_answer_opens_once_it_does(
    window, hands, qtbot, monkeypatch, silence, card
):
    # given
    monkeypatch.setattr(Left, "is_overtaken", silence.before(Left.is_overtaken))

    # when
    hands.press("recoverButton")

    # then: the window goes on, and tells what is waited for
    waiting = hands.find("waitingDialog")
    assert "柳河镇 2024 年报告" in waiting.findChild(QLabel).text()
    qtbot.waitUntil(silence.asked.is_set)
    assert window.desk.session is None
    silence.let.set()
    hands.find("workspace")
    assert figure(window) == "7"
    assert window.desk.session.path == card
    assert not hands.sees("waitingDialog")


def test_who_does_not_wait_for_it_is_back_at_the_card_and_can_want_it_again(
    window, hands, qtbot, monkeypatch, silence, card
):
    # given
    with monkeypatch.context() as off:
        off.setattr(autosave, "take", silence.before(autosave.take))
        before = kept()
        hands.press("recoverButton")
        hands.find("waitingDialog")
        qtbot.waitUntil(silence.asked.is_set)

        # when: given up, and the disk does it after all
        hands.press("cancelWaiting")
        silence.let.set()
        qtbot.waitUntil(lambda: kept() != before)
        qtbot.waitUntil(lambda: bool(window._recovering._taken))

    # then
    assert window.desk.session is None
    assert hands.sees("recoveryCard")

    # when
    hands.press("recoverButton")

    # then
    hands.find("workspace")
    assert figure(window) == "7"
    assert not hands.sees("noticeBox")


def give_up_on_a_share(hands, qtbot, monkeypatch, silence) -> None:
    """Want to go on with it, and not wait for the share with its file."""
    monkeypatch.setattr(Left, "is_overtaken", silence.before(Left.is_overtaken))
    hands.press("recoverButton")
    qtbot.waitUntil(silence.asked.is_set)
    silence.asked.clear()
    hands.press("cancelWaiting")


def test_who_wants_it_again_before_the_share_has_answered_gets_it(
    window, hands, qtbot, monkeypatch, silence, card
):
    # given
    give_up_on_a_share(hands, qtbot, monkeypatch, silence)

    # when
    hands.press("recoverButton")
    qtbot.waitUntil(silence.asked.is_set)
    silence.let.set()

    # then
    hands.find("workspace")
    assert figure(window) == "7"
    assert not hands.sees("noticeBox")


def test_who_does_not_want_it_after_all_is_rid_of_it_though_the_share_answers_later(
    window, hands, qtbot, monkeypatch, silence, card
):
    # given
    give_up_on_a_share(hands, qtbot, monkeypatch, silence)

    # when
    hands.press("dropRecoveryButton")
    hands.press("dropButton")
    qtbot.waitUntil(lambda: not hands.sees("recoveryCard"))
    silence.let.set()
    qtbot.wait(60)

    # then
    assert kept() == []
    assert not hands.sees("noticeBox")


def test_what_is_not_wanted_goes_beside_the_window(window, hands, qtbot, monkeypatch, silence, card):
    # given
    monkeypatch.setattr(autosave, "forget", silence.before(autosave.forget))

    # when
    hands.press("dropRecoveryButton")
    hands.press("dropButton")
    hands.find("waitingDialog")

    # then
    assert len(kept()) == 1
    silence.let.set()
    qtbot.waitUntil(lambda: not hands.sees("recoveryCard"))
    assert kept() == []


def test_whether_its_file_has_gone_on_is_asked_beside_the_window(
    window, hands, qtbot, monkeypatch, silence, card
):
    # given
    monkeypatch.setattr(Left, "is_overtaken", silence.before(Left.is_overtaken))
    opened: list[Path] = []

    # when
    window._recovering.ask_before(card, opened.append)
    hands.find("waitingDialog")

    # then
    assert not hands.sees("unsavedBox")
    silence.let.set()
    assert "没存进文件的内容" in hands.find("unsavedBox", QMessageBox).text()
    hands.press("openSaved")
    assert opened == [card]


def test_a_report_opened_by_itself_is_there_before_the_question_about_what_was_left(
    window, hands, qtbot, monkeypatch, silence, card
):
    # given
    monkeypatch.setattr(Left, "is_overtaken", silence.before(Left.is_overtaken))

    # when
    window.open_path(card)
    hands.find("workspace")
    qtbot.waitUntil(silence.asked.is_set)

    # then
    assert not hands.sees("unsavedBox")
    assert not hands.sees("waitingDialog")

    # when: left before the disk has answered
    hands.command("goHome")
    silence.let.set()
    qtbot.wait(60)

    # then
    assert not hands.sees("unsavedBox")


def test_what_is_left_now_is_on_the_home_page_while_a_share_holds_up_the_look_for_the_rest(
    window, hands, qtbot, monkeypatch, silence, report, saved
):
    # given: of a report that broke off the file is asked, on a share that is off
    left_behind(report, saved, name=OTHER)
    monkeypatch.setattr(store, "read", silence.before(read))
    window.look_for_unsaved()
    qtbot.waitUntil(silence.asked.is_set)
    window.desk.open(store.ReportFile(report), None)
    hands.find("workspace")
    type_cell(window, "3")

    # when
    hands.command("goHome")

    # then
    hands.find("recoveryCard")
    assert len(cards(window)) == 1

    # when: the share answers
    silence.let.set()

    # then
    qtbot.waitUntil(lambda: len(cards(window)) == 2)


def cards(window) -> list[QLabel]:
    return [one for one in window.findChildren(QLabel, "recoveryWords") if one.isVisible()]
