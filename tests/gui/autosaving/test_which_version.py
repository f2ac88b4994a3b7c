"""A report of which something unsaved was left behind: whichever way it is opened, the clerk says which version is wanted."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QListWidget, QMessageBox, QPushButton

from core import autosave, recent, store
from core.errors import InputError
from core.recent import DRAFT, RecentReport
from core.store import ReportFile
from tests.gui.autosaving.conftest import CELL, found, left_behind, type_cell
from tests.gui.conftest import OFFICE

WAYS = ("homeContinue", "card")


@pytest.fixture
def known(window, hands, saved, report):
    """The home page with a report that was saved, and with what was typed since and left behind."""
    path = saved.resolve()
    recent.remember(RecentReport(str(path), OFFICE, 2024, "还没填完", state=DRAFT, next="填表"))
    left_behind(report, path, at="2026-01-09T14:32:00")
    window._home.show_recent(recent.load())
    found(window, hands)
    return path


def go(hands, qtbot, way: str) -> None:
    if way == "card":
        cards = hands.find("recentList", QListWidget)
        cards.setFocus()  # a report that was not saved is offered above, and has the keys
        qtbot.keyClick(cards, Qt.Key.Key_Return)
    else:
        hands.press(way)


def figure(window) -> str:
    return window.desk.session.report.text(CELL)


@pytest.mark.parametrize("way", WAYS)
def test_the_home_page_asks_which_and_enter_goes_on_with_what_was_unsaved(window, hands, qtbot, known, way):
    # given
    go(hands, qtbot, way)
    box = hands.find("unsavedBox", QMessageBox)
    assert "停在 1月9日 14:32" in box.text()
    assert not hands.sees("workspace")

    # when
    qtbot.keyClick(box, Qt.Key.Key_Return)

    # then
    hands.find("workspace")
    assert figure(window) == "7"
    assert window.desk.session.path == known
    assert not window.desk.session.is_clean
    assert not hands.sees("unsavedBox")


@pytest.mark.parametrize("way", WAYS)
def test_who_wants_what_was_saved_gets_it_and_is_not_asked_again(window, hands, qtbot, known, way):
    # given
    go(hands, qtbot, way)

    # when
    hands.press("openSaved")

    # then
    hands.find("workspace")
    assert figure(window) == ""
    qtbot.wait(50)
    assert not hands.sees("unsavedBox")

    # when: what was unsaved is still there the next time
    hands.command("goHome")
    hands.press("homeContinue")
    hands.press("goOnUnsaved")

    # then
    hands.find("workspace")
    assert figure(window) == "7"


def test_who_wants_neither_stays_on_the_home_page(window, hands, known):
    # when
    hands.press("homeContinue")
    hands.press("cancelButton")

    # then
    assert hands.sees("recoveryCard")
    assert window.desk.session is None


def test_opened_in_another_way_the_box_itself_brings_it_back(window, hands, known):
    # given: as by a double click in the file manager
    window.open_path(known)
    box = hands.find("unsavedBox", QMessageBox)
    assert "现在打开的是存过的那份" in box.text()

    # when
    hands.press("goOnUnsaved")

    # then
    hands.qtbot.waitUntil(lambda: figure(window) == "7")
    assert window.desk.session.path == known
    assert not hands.sees("askToSaveBox")
    assert autosave.found() == []


def test_opened_in_another_way_the_saved_one_can_be_kept(window, hands, known):
    # given
    window.open_path(known)

    # when
    hands.press("keepSaved")

    # then
    assert figure(window) == ""
    hands.command("goHome")
    assert hands.sees("recoveryCard")


def test_where_the_file_was_saved_since_enter_means_the_file(window, hands, qtbot, known, report):
    # given
    later = report.model_copy(deep=True)
    later.values[CELL] = "9"
    store.write(ReportFile(later), known)
    hands.press("homeContinue")
    box = hands.find("unsavedBox", QMessageBox)
    assert "又改过" in box.text()

    # when
    qtbot.keyClick(box, Qt.Key.Key_Return)

    # then
    hands.find("workspace")
    assert figure(window) == "9"


def test_what_was_typed_before_the_answer_is_saved_unasked(window, hands, saved, report):
    # given: the look for what was left comes late, the report is open and typed in
    path = saved.resolve()
    left_behind(report, path, at="2026-01-09T14:32:00")
    window.open_path(path)
    hands.find("workspace")
    type_cell(window, "3")

    # when
    window.look_for_unsaved()
    hands.press("goOnUnsaved")

    # then: the file has gone on by that, and what was left is a report of its own
    hands.qtbot.waitUntil(lambda: figure(window) == "7")
    assert window.desk.session.path is None
    assert store.read(path).report.text(CELL) == "3"


def test_of_two_that_were_left_of_one_report_the_one_opened_is_not_told_as_what_was_saved(
    window, hands, qtbot, known, report
):
    # given: another window ended with changes of its own
    left_behind(report, known, cell="8", at="2026-01-08T14:32:00", name="b")
    window.look_for_unsaved()
    qtbot.waitUntil(lambda: len(window.findChildren(QPushButton, "recoverButton")) == 2)

    # when
    window.findChildren(QPushButton, "recoverButton")[0].click()

    # then
    hands.find("workspace")
    assert figure(window) == "7"
    qtbot.wait(50)
    assert not hands.sees("unsavedBox")

    # when: the other one is still offered the next time
    hands.command("goHome")
    window.open_path(known)

    # then
    assert "停在 1月8日 14:32" in hands.find("unsavedBox", QMessageBox).text()
    hands.press("keepSaved")


def test_one_that_could_not_be_opened_leaves_the_question_for_the_next_time(
    window, hands, known, monkeypatch
):
    # given
    def fails(*_: object, **__: object) -> None:
        raise InputError("打不开。")

    monkeypatch.setattr(window.desk, "open", fails)
    with pytest.raises(InputError):
        window._recovering._recover(window._recovering._left[0])
    monkeypatch.undo()

    # when
    window.open_path(known)

    # then
    assert hands.find("unsavedBox", QMessageBox)
    hands.press("keepSaved")
