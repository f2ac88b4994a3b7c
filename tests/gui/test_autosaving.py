"""What is typed lies on the disk a moment later, goes when it is saved or not wanted, and comes back after a crash."""

import json
import os
import threading
from pathlib import Path

import pytest
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QComboBox, QFrame, QLabel, QLineEdit, QMessageBox, QPushButton

from core import autosave, paths, processes, settings, store
from core.autosave import Origin
from core.edits import SetCells, SetField
from core.errors import AutosaveError, InputError
from core.report import Report
from core.store import ReportFile, read
from gui.tasks import Tasks

CELL = "disclosure.rules.made"
FULL = "刚才的修改在本机暂存不了：磁盘空间不足。请按 Ctrl+S 保存。"


@pytest.fixture
def saved(report: Report, tmp_path: Path) -> Path:
    """A report in a file of the clerk's."""
    path = tmp_path / "柳河镇2024年报告.nianbao"
    store.write(ReportFile(report), path)
    return path


def kept() -> list[Path]:
    return sorted(paths.recovery().glob("*.nianbao"))


def kept_cell() -> str:
    """Return what stands in the cell of the one report that is kept aside, "" where none is."""
    return read(kept()[0]).report.text(CELL) if kept() else ""


def type_cell(window, text: str) -> None:
    window.desk.session.edit(SetCells({CELL: text}))


def left_behind(
    report: Report, own: Path | None = None, *, cell: str = "7", at: str = "", name: str = "a"
) -> str:
    """Keep a report aside as a process did that has ended since; return its name there."""
    later = report.model_copy(deep=True)
    later.values[CELL] = cell
    kept_as = name * 32
    autosave.write(kept_as, store.content(ReportFile(later)), Origin(own))
    noted(kept_as, born="another time", **({"time": at} if at else {}))
    return kept_as


def noted(kept_as: str, **told: object) -> None:
    """Write something else into the note of what is kept aside."""
    note = paths.recovery() / f"{kept_as}.json"
    note.write_text(json.dumps(json.loads(note.read_text("utf-8")) | told), "utf-8")


def found(window, hands):
    """Let the window look, and wait for the card."""
    window.look_for_unsaved()
    hands.find("recoveryCard")


def words(hands, name: str) -> str:
    return hands.find(name, QLabel).accessibleName()


def test_what_is_typed_is_kept_and_the_line_says_so(window, hands, qtbot, saved):
    # given
    window.open_path(saved)
    hands.find("workspace")
    assert kept() == []

    # when
    type_cell(window, "7")

    # then
    qtbot.waitUntil(lambda: kept_cell() == "7")
    qtbot.waitUntil(lambda: "（已暂存 " in words(hands, "statusSaved"))
    assert words(hands, "statusSaved").startswith("有修改还没保存")
    assert read(saved).report.text(CELL) == ""


def test_one_who_never_stops_typing_is_kept_too(window, hands, qtbot, saved):
    # given
    window.open_path(saved)
    hands.find("workspace")
    typed = 0

    def goes_on_typing() -> bool:
        nonlocal typed
        typed += 1
        type_cell(window, str(typed))
        return bool(kept())

    # then
    qtbot.waitUntil(goes_on_typing)
    assert 0 < int(kept_cell()) <= typed


def test_saving_lets_go_of_what_was_kept(window, hands, qtbot, saved):
    # given
    window.open_path(saved)
    hands.find("workspace")
    type_cell(window, "7")
    qtbot.waitUntil(lambda: kept_cell() == "7")

    # when
    hands.command("save")

    # then
    qtbot.waitUntil(lambda: list(paths.recovery().iterdir()) == [])  # two files, gone one after the other
    assert words(hands, "statusSaved").startswith("已保存")
    assert read(saved).report.text(CELL) == "7"


def test_undoing_all_lets_go_of_it_and_redoing_keeps_it_again(window, hands, qtbot, saved):
    # given
    window.open_path(saved)
    hands.find("workspace")
    type_cell(window, "7")
    qtbot.waitUntil(lambda: kept_cell() == "7")

    # when
    hands.command("undo")

    # then
    qtbot.waitUntil(lambda: kept() == [])

    # when
    hands.command("redo")

    # then
    qtbot.waitUntil(lambda: kept_cell() == "7")


def test_a_report_without_a_file_is_kept_before_anything_is_typed(window, hands, qtbot, report):
    # when
    window.desk.open(ReportFile(report), None)

    # then
    qtbot.waitUntil(lambda: len(kept()) == 1)
    qtbot.waitUntil(lambda: "（已暂存 " in words(hands, "statusSaved"))
    assert words(hands, "statusSaved").startswith("还没保存成文件")


@pytest.mark.parametrize("how", ["goHome", "close"])
def test_who_does_not_want_the_changes_is_not_offered_them_again(window, hands, qtbot, saved, how):
    # given
    window.open_path(saved)
    hands.find("workspace")
    type_cell(window, "7")
    qtbot.waitUntil(lambda: kept_cell() == "7")

    # when
    window.close() if how == "close" else hands.command("goHome")
    hands.press("discardButton")

    # then
    qtbot.waitUntil(lambda: kept() == [])


def test_who_saves_while_leaving_leaves_nothing_behind(window, hands, qtbot, saved):
    # given
    window.open_path(saved)
    hands.find("workspace")
    type_cell(window, "7")

    # when: before it was kept
    window.close()
    hands.press("saveButton")

    # then
    qtbot.waitUntil(lambda: not window.isVisible())
    assert kept() == []
    assert read(saved).report.text(CELL) == "7"


def test_the_answer_to_cancel_keeps_it(window, hands, qtbot, saved):
    # given
    window.open_path(saved)
    hands.find("workspace")
    type_cell(window, "7")
    qtbot.waitUntil(lambda: kept_cell() == "7")

    # when
    window.close()
    hands.press("cancelButton")

    # then
    assert kept_cell() == "7"


def test_it_is_never_written_twice_at_once_and_the_last_state_wins(window, hands, qtbot, saved, monkeypatch):
    # given: a slow disk
    begun, go_on = threading.Semaphore(0), threading.Semaphore(0)
    under_way: list[int] = []
    write = autosave.write

    def slow(kept_as, content, origin, spot) -> None:
        under_way.append(len(under_way))
        begun.release()
        go_on.acquire()
        write(kept_as, content, origin, spot)
        under_way.pop()

    monkeypatch.setattr(autosave, "write", slow)
    window.open_path(saved)
    hands.find("workspace")
    type_cell(window, "7")
    qtbot.waitUntil(lambda: begun.acquire(blocking=False))

    # when: more is typed meanwhile
    type_cell(window, "8")
    autosaving = window.desk.beside.autosaving
    qtbot.waitUntil(lambda: autosaving._is_wanted)
    type_cell(window, "9")

    # then
    assert under_way == [0]
    go_on.release()
    qtbot.waitUntil(lambda: begun.acquire(blocking=False))
    assert kept_cell() == "7"
    assert under_way == [0]
    go_on.release(50)
    qtbot.waitUntil(lambda: kept_cell() == "9")


def test_a_disk_that_takes_nothing_is_told_once_and_shown(window, hands, qtbot, saved, monkeypatch):
    # given
    tried: list[str] = []
    write = autosave.write

    def full(kept_as, content, origin, spot) -> None:
        tried.append(kept_as)
        raise AutosaveError(FULL)

    monkeypatch.setattr(autosave, "write", full)
    window.open_path(saved)
    hands.find("workspace")

    # when
    type_cell(window, "7")

    # then
    assert hands.find("noticeBox", QMessageBox).text() == FULL
    assert len(tried) == 2  # the first failure may pass
    assert words(hands, "statusSaved") == "有修改还没保存（暂存不了）"
    hands.find("noticeBox", QMessageBox).close()

    # when
    type_cell(window, "8")
    qtbot.waitUntil(lambda: len(tried) == 3)
    qtbot.wait(60)

    # then
    assert not hands.sees("noticeBox")

    # when: there is room again
    monkeypatch.setattr(autosave, "write", write)
    type_cell(window, "9")

    # then
    qtbot.waitUntil(lambda: "（已暂存 " in words(hands, "statusSaved"))
    assert kept_cell() == "9"


def test_a_failure_that_passes_is_not_told(window, hands, qtbot, saved, monkeypatch):
    # given
    write = autosave.write

    def held_once(kept_as, content, origin, spot) -> None:
        monkeypatch.setattr(autosave, "write", write)
        raise AutosaveError(FULL)

    monkeypatch.setattr(autosave, "write", held_once)
    window.open_path(saved)
    hands.find("workspace")

    # when: typed once
    type_cell(window, "7")

    # then: it is tried again all the same
    qtbot.waitUntil(lambda: "（已暂存 " in words(hands, "statusSaved"))
    assert kept_cell() == "7"
    assert not hands.sees("noticeBox")


def test_over_a_review_the_line_keeps_its_peace(window, hands, qtbot, saved):
    # given
    window.open_path(saved)
    hands.find("workspace")
    type_cell(window, "7")
    source = saved.with_name("去年.txt")
    source.write_text(
        "柳河镇2023年政府信息公开工作年度报告\n一、总体情况\n本镇公开了信息。", encoding="utf-8"
    )

    # when
    window.desk.opening.read(source)
    hands.find("reviewPage")
    qtbot.waitUntil(lambda: kept_cell() == "7")
    qtbot.waitUntil(lambda: window.desk.beside.words != "")

    # then
    assert "核对读到的" in window.windowTitle()


def test_a_start_after_which_nothing_was_left_shows_nothing(window, hands, qtbot):
    # when
    window.look_for_unsaved()

    # then
    assert not any(one._jobs for one in window.findChildren(Tasks))
    assert not hands.sees("recoveryCard")


def test_what_was_left_is_offered_and_not_opened(window, hands, report, saved):
    # given
    left_behind(report, saved, at="2026-01-09T14:32:00")

    # when
    found(window, hands)

    # then
    assert words(hands, "recoveryWords") == "上次没来得及保存：柳河镇 2024 年报告（停在 1月9日 14:32）"
    assert words(hands, "recoveryFile") == str(saved)
    assert not hands.sees("workspace")


def test_going_on_opens_it_as_the_clerks_file_with_its_changes_unsaved(window, hands, qtbot, report, saved):
    # given
    left_behind(report, saved)
    found(window, hands)

    # when
    hands.press("recoverButton")

    # then
    hands.find("workspace")
    session = window.desk.session
    assert session.report.text(CELL) == "7"
    assert session.path == saved
    assert window.windowTitle() == "年报通 ─ 柳河镇 · 2024年报告"
    assert words(hands, "statusSaved").startswith("有修改还没保存")
    assert not hands.action("undo").isEnabled()
    assert read(saved).report.text(CELL) == ""

    # when: it goes on, a step back and forth
    session.edit(SetField("title", "新的题目"))
    hands.command("undo")

    # then: undone as far as it goes it is still not what stands in the file
    assert not session.is_clean
    qtbot.waitUntil(lambda: autosave.found() == [] and kept_cell() == "7")

    # when
    hands.command("save")

    # then
    assert read(saved).report.text(CELL) == "7"
    qtbot.waitUntil(lambda: kept() == [])
    hands.command("goHome")
    assert not hands.sees("recoveryCard")


def test_leaving_what_came_back_asks_first(window, hands, qtbot, report, saved):
    # given
    left_behind(report, saved)
    found(window, hands)
    hands.press("recoverButton")
    hands.find("workspace")

    # when
    hands.command("goHome")
    hands.press("discardButton")

    # then
    hands.find("homePage")
    qtbot.waitUntil(lambda: kept() == [])


def test_a_file_that_went_on_since_is_left_alone(window, hands, report, saved):
    # given
    left_behind(report, saved)
    report.values[CELL] = "5"
    store.write(ReportFile(report), saved)
    found(window, hands)

    # when
    hands.press("recoverButton")

    # then
    hands.find("workspace")
    assert "后来又改过" in hands.find("noticeBox", QMessageBox).text()
    assert window.desk.session.path is None
    assert window.desk.session.report.text(CELL) == "7"
    assert words(hands, "statusSaved").startswith("还没保存成文件")
    assert read(saved).report.text(CELL) == "5"


def test_what_is_not_wanted_goes_after_one_question(window, hands, qtbot, report):
    # given
    left_behind(report)
    found(window, hands)

    # when
    hands.press("dropRecoveryButton")
    hands.press("keepButton")

    # then
    assert hands.sees("recoveryCard")
    assert len(kept()) == 1

    # when
    hands.press("dropRecoveryButton")
    hands.press("dropButton")

    # then
    assert not hands.sees("recoveryCard")
    assert kept() == []


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


@pytest.mark.parametrize("buttons", [["recoverButton"], ["dropRecoveryButton", "dropButton"]])
def test_what_cannot_be_read_now_stays_on_its_card(window, hands, monkeypatch, report, buttons):
    # given
    left_behind(report)
    found(window, hands)

    def held(_: object) -> None:
        raise InputError("现在读不了，内容还在。")

    monkeypatch.setattr(autosave, "again", held)

    # when
    for button in buttons:
        hands.press(button)

    # then
    assert "内容还在" in hands.find("noticeBox", QMessageBox).text()
    assert hands.sees("recoveryCard")
    assert kept_cell() == "7"


@pytest.mark.parametrize("fails", ["Desk._set_up", "Session", "features.opened"])
def test_what_could_not_be_opened_can_be_wanted_again(
    window, hands, qtbot, monkeypatch, report, saved, fails
):
    # given
    left_behind(report, saved)
    found(window, hands)

    def broken(*_: object, **__: object) -> None:
        raise RuntimeError("out of order")

    with monkeypatch.context() as fault, qtbot.captureExceptions() as faults:
        fault.setattr(f"gui.desk.{fails}", broken)

        # when
        for _ in range(2):
            hands.press("recoverButton")

        # then
        assert [str(fault[1]) for fault in faults] == ["out of order"] * 2
    assert hands.sees("recoveryCard")
    assert kept_cell() == "7"

    # when
    hands.press("recoverButton")

    # then
    hands.find("workspace")
    assert window.desk.session.report.text(CELL) == "7"
    assert not hands.sees("recoveryCard")
    type_cell(window, "8")
    qtbot.waitUntil(lambda: kept_cell() == "8")


def test_it_is_looked_for_while_the_windows_own_worker_is_busy(window, hands, report):
    # given
    left_behind(report)
    go_on = threading.Event()
    window.tasks.start(lambda _: go_on.wait(60), lambda _: None, window.messages.show)

    # when
    window.look_for_unsaved()

    # then
    try:
        hands.find("recoveryCard")
    finally:
        go_on.set()


def test_the_end_does_not_wait_for_a_disk_that_does_not_answer(window, hands, qtbot, monkeypatch, saved):
    # given: what is done beside the window with the place where reports are kept aside hangs
    begun, go_on = threading.Event(), threading.Event()

    def hanging(autosave_id: str, path: Path) -> bool:
        begun.set()
        go_on.wait(60)
        return False

    monkeypatch.setattr("core.autosave.mark", hanging)
    monkeypatch.setattr("gui.beside._WAIT_AT_END", 0.05)
    window.open_path(saved)
    hands.find("workspace")
    qtbot.waitUntil(begun.is_set)
    type_cell(window, "7")
    hands.command("save")
    pool = window.desk.beside._tasks._pool

    # when
    window.close()

    # then
    assert not window.isVisible()
    assert not go_on.is_set()
    go_on.set()
    pool.shutdown(wait=True)


def test_a_form_that_is_not_there_keeps_it_for_later(window, hands, report):
    # given
    report.template = "county-of-nowhere"
    left_behind(report)
    found(window, hands)

    # when
    hands.press("recoverButton")

    # then
    assert "county-of-nowhere" in hands.find("noticeBox", QMessageBox).text()
    assert hands.sees("recoveryCard")
    assert len(autosave.found()) == 1


def test_opening_the_file_by_itself_says_that_more_was_left(window, hands, report, saved):
    # given
    left_behind(report, saved)
    found(window, hands)

    # when
    window.open_path(saved)

    # then
    assert "首页" in hands.find("noticeBox", QMessageBox).text()


def test_a_file_opened_at_the_start_is_told_of_when_it_is_known(window, hands, report, saved):
    # given
    left_behind(report, saved)
    window.open_path(saved)
    hands.find("workspace")
    assert not hands.sees("noticeBox")

    # when
    window.look_for_unsaved()

    # then
    assert "首页" in hands.find("noticeBox", QMessageBox).text()


def test_many_are_scrolled_and_what_goes_makes_room(window, hands, qtbot, report):
    # given
    for number, name in enumerate("abcde"):
        left_behind(report, at=f"2026-01-0{number + 1}T10:00:00", name=name)

    # when
    found(window, hands)

    # then: newest first, three of them in sight
    assert listed(window) == ["5日", "4日", "3日", "2日", "1日"]
    assert in_sight(window) == ["5日", "4日", "3日"]

    # when: the last one in sight goes
    card = cards(window)[2]
    card.findChild(QPushButton, "dropRecoveryButton").click()
    hands.press("dropButton")

    # then
    qtbot.waitUntil(lambda: in_sight(window) == ["5日", "4日", "2日"])


def cards(window) -> list[QFrame]:
    found = [one for one in window.findChildren(QFrame, "recoveryCard") if one.isVisible()]
    return sorted(found, key=lambda one: one.y())


def day_of(card: QFrame) -> str:
    return card.findChild(QLabel, "recoveryWords").accessibleName().split("1月")[1].split(" ")[0]


def listed(window) -> list[str]:
    return [day_of(one) for one in cards(window)]


def in_sight(window) -> list[str]:
    return [day_of(one) for one in cards(window) if not one.visibleRegion().isEmpty()]


def test_another_look_keeps_the_cards(window, hands, report, undressed):
    # given
    left_behind(report)
    found(window, hands)

    # when
    window._options.theme = "dark"
    window._dress()

    # then
    hands.press("recoverButton")
    hands.find("workspace")


def test_the_keys_reach_the_cards_first(window, hands, report):
    # given
    left_behind(report)
    found(window, hands)
    buttons = [hands.find("recoverButton"), hands.find("dropRecoveryButton"), hands.find("homeLastYear")]

    # when
    buttons[0].setFocus()
    reached = []
    for _ in buttons:
        reached.append(window.focusWidget())
        window.focusNextChild()

    # then
    assert reached == buttons


def test_the_name_of_the_unit_is_on_the_disk_at_once(window, hands):
    # given
    hands.find("homeOffice", QLineEdit).setText("清溪县柳河镇人民政府")

    # when
    hands.press("homeOfficeTake")

    # then
    assert settings.load().office == "清溪县柳河镇人民政府"


def test_an_option_is_on_the_disk_before_its_dialog_is_closed(window, hands, undressed):
    # given
    action: QAction = hands.action("settings")
    action.trigger()

    # when
    choice = hands.find("settingsTheme", QComboBox)
    choice.setCurrentIndex(choice.findData("dark"))

    # then
    assert settings.load().theme == "dark"
    hands.press("closeSettings")
