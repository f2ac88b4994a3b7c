"""One report in two windows, a place that refuses, a year that is there already: nothing is lost, and all is said calmly."""

import errno
import json
import os
from pathlib import Path

import pytest
from PySide6.QtWidgets import QFileDialog, QLabel, QMessageBox

from core import autosave, processes, store
from core.edits import SetCells
from core.errors import AutosaveError
from core.store import ReportFile, history
from tests.gui import at_once
from tests.gui.autosaving.conftest import refuse

CELL = "disclosure.rules.made"
MARK = "b" * 32


@pytest.fixture
def saved(report, tmp_path) -> Path:
    """A report in a file of the clerk's."""
    path = tmp_path / "柳河镇.nianbao"
    store.write(ReportFile(report), path)
    return path


@pytest.fixture
def opened(window, hands, saved) -> Path:
    """The report in the window, changed there."""
    window.open_path(saved)
    hands.find("workspace")
    type_cell(window, "3")
    yield saved
    window.desk.close()


def type_cell(window, text: str) -> None:
    window.desk.session.edit(SetCells({CELL: text}))


def saved_elsewhere(path: Path, text: str = "7") -> None:
    """Save another figure as another window does."""
    file = store.read(path)
    file.report.values[CELL] = text
    store.write(file, path)


def cell(path: Path) -> str:
    return store.read(path).report.text(CELL)


def test_what_another_window_saved_is_asked_about_and_cancel_changes_nothing(window, hands, opened):
    # given
    saved_elsewhere(opened)

    # when
    hands.command("save")
    box = hands.find("overtakenBox", QMessageBox)

    # then
    assert "又被别的窗口或别人保存过" in box.text()
    assert box.defaultButton().objectName() == "saveElsewhere"
    hands.press("cancelButton")
    assert cell(opened) == "7"
    assert not window.desk.session.is_clean


def test_covering_puts_theirs_among_the_versions_before(window, hands, opened):
    # given
    saved_elsewhere(opened)

    # when
    hands.command("save")
    hands.press("coverTheirs")

    # then
    assert cell(opened) == "3"
    file = store.read(opened)
    assert [history.read(file, one).text(CELL) for one in history.versions(file)] == ["3", "7"]
    assert window.desk.session.is_clean
    type_cell(window, "4")
    hands.command("save")
    assert cell(opened) == "4"


def test_saving_as_proposes_a_name_of_its_own_and_leaves_theirs(window, hands, opened):
    # given
    taken = opened.with_name("清溪县柳河镇人民政府2024年政府信息公开工作年度报告.nianbao")
    taken.write_bytes(opened.read_bytes())
    saved_elsewhere(opened)

    # when
    hands.command("save")
    hands.press("saveElsewhere")
    proposed = Path(hands.find("saveFileDialog", QFileDialog).selectedFiles()[0])
    hands.choose_file("saveFileDialog", proposed)

    # then
    assert proposed == taken.with_name(f"{taken.stem}（2）.nianbao")
    assert (cell(opened), cell(proposed)) == ("7", "3")
    assert window.desk.session.path == proposed


def test_leaving_covers_nothing_that_another_saved_and_keeps_what_is_here(window, hands, opened):
    # given
    saved_elsewhere(opened)

    # when
    hands.command("goHome")

    # then
    assert hands.sees("homePage")
    assert not hands.sees("overtakenBox")
    assert cell(opened) == "7"

    # when: gone on with, it is a report of its own
    hands.press("recoverButton")

    # then
    hands.find("workspace")
    assert "后来又改过" in hands.find("noticeBox", QMessageBox).text()
    assert window.desk.session.path is None
    assert window.desk.session.report.text(CELL) == "3"
    assert cell(opened) == "7"


def test_what_lies_there_and_cannot_be_kept_can_only_be_gone_round(hands, opened):
    # given
    opened.write_bytes(b"PK torn")

    # when
    hands.command("save")

    # then
    hands.find("overtakenBox", QMessageBox)
    assert not hands.sees("coverTheirs")
    hands.press("cancelButton")
    assert opened.read_bytes() == b"PK torn"


def test_a_report_without_changes_says_nothing_untrue_where_another_saved_it(window, hands, saved):
    # given
    window.open_path(saved)
    hands.find("workspace")
    saved_elsewhere(saved)

    # when
    hands.command("save")

    # then
    hands.press("cancelButton")
    assert "已经保存好" not in window.statusBar().currentMessage()
    window.desk.close()


def test_an_export_does_not_write_over_what_another_saved(window, hands, saved):
    # given
    window.open_path(saved)
    hands.find("workspace")
    saved_elsewhere(saved)
    before = saved.read_bytes()

    # when
    at_once.keep_exported(window.desk.session)

    # then
    assert saved.read_bytes() == before
    assert [one.why for one in history.versions(window.desk.session.file)] == ["export"]
    assert not window.desk.is_clean()  # that version is in no file yet

    # when: the clerk leaves
    hands.command("goHome")

    # then: theirs is not covered, and that version is kept aside
    assert saved.read_bytes() == before
    hands.find("recoveryCard")
    [left] = autosave.found()
    assert [one.why for one in history.versions(left.file)] == ["export"]


def test_the_same_export_twice_leaves_nothing_to_save(window, hands, saved):
    # given: it was exported, and the version stands in the file
    window.open_path(saved)
    hands.find("workspace")
    at_once.keep_exported(window.desk.session)
    saved_elsewhere(saved)

    # when
    at_once.keep_exported(window.desk.session)

    # then
    assert window.desk.is_clean()
    window.desk.close()


@pytest.mark.parametrize("answer", ["writeAgain", "saveElsewhere", "cancelButton"])
def test_a_file_renamed_outside_is_asked_about_and_written_where_the_clerk_says(
    window, hands, opened, answer
):
    # given
    renamed = opened.rename(opened.with_name("改了名.nianbao"))

    # when
    hands.command("save")
    box = hands.find("goneBox", QMessageBox)
    nothing_yet = not opened.exists()
    assert box.defaultButton().objectName() == "saveElsewhere"
    assert "“柳河镇.nianbao”打开时还在，现在不在原来的文件夹里了" in box.text()
    hands.press(answer)
    if answer == "saveElsewhere":
        hands.choose_file("saveFileDialog", renamed)

    # then
    assert nothing_yet
    assert opened.exists() == (answer == "writeAgain")
    assert cell(renamed) == ("3" if answer == "saveElsewhere" else "")
    assert window.desk.session.is_clean == (answer != "cancelButton")


def test_once_written_again_a_file_is_saved_on_and_on_without_a_word(hands, window, opened):
    # given
    opened.unlink()
    hands.command("save")
    hands.press("writeAgain")

    # when
    type_cell(window, "4")
    hands.command("save")

    # then
    assert cell(opened) == "4"
    assert not hands.sees("goneBox")


def test_a_name_chosen_in_the_dialog_is_not_asked_about_once_more(hands, opened):
    # given
    opened.unlink()

    # when
    hands.command("saveAs")
    hands.choose_file("saveFileDialog", opened)

    # then
    assert cell(opened) == "3"


def test_a_stick_that_was_pulled_out_is_told_and_its_folder_not_made_anew(window, hands, report, tmp_path):
    # given
    stick = tmp_path / "优盘"
    stick.mkdir()
    path = stick / "柳河镇.nianbao"
    store.write(ReportFile(report), path)
    window.open_path(path)
    hands.find("workspace")
    type_cell(window, "3")
    away = stick.rename(tmp_path / "拔下")

    # when
    hands.command("save")
    text = hands.find("notSavedBox", QMessageBox).text()

    # then
    assert "所在的文件夹现在找不到了" in text
    assert not stick.exists()
    assert not window.desk.session.is_clean
    hands.press("notSavedRead")

    # when: it is plugged in again
    away.rename(stick)
    hands.command("save")

    # then
    assert cell(path) == "3"
    window.desk.close()


def test_who_leaves_after_the_stick_was_pulled_out_finds_it_on_the_home_page(window, hands, report, tmp_path):
    # given
    stick = tmp_path / "优盘"
    stick.mkdir()
    path = stick / "柳河镇.nianbao"
    store.write(ReportFile(report), path)
    window.open_path(path)
    hands.find("workspace")
    type_cell(window, "3")
    away = stick.rename(tmp_path / "拔下")

    # when
    hands.command("goHome")

    # then
    assert "所在的文件夹现在找不到了" in hands.find("recoveryWhy", QLabel).accessibleName()
    assert not stick.exists()

    # when: it is plugged in again
    away.rename(stick)
    hands.press("recoverButton")
    hands.find("workspace")
    hands.command("goHome")

    # then
    assert cell(path) == "3"
    assert not hands.sees("recoveryCard")


def test_an_export_makes_no_folder_anew_and_writes_no_file_that_was_taken_away(
    window, hands, saved, tmp_path
):
    # given
    window.open_path(saved)
    hands.find("workspace")
    saved.unlink()

    # when
    at_once.keep_exported(window.desk.session)

    # then
    assert not saved.exists()
    assert window.desk.session.unsaved == "version"
    window.desk.close()


def test_a_report_open_in_another_window_is_told_once(window, hands, saved, own_home):
    # given
    autosave.mark(MARK, saved)
    mark = own_home / "open" / f"{MARK}.json"
    parent = os.getppid()
    told = json.loads(mark.read_text("utf-8")) | {"pid": parent, "born": processes.born(parent)}
    mark.write_text(json.dumps(told), "utf-8")

    # when
    window.open_path(saved)

    # then
    assert "“柳河镇.nianbao”在另一个窗口里也开着" in hands.find("noticeBox", QMessageBox).text()
    hands.find("noticeBox", QMessageBox).close()
    window.desk.close()


def test_a_report_that_is_put_away_leaves_no_mark(window, hands, qtbot, saved, own_home):
    # given
    window.open_path(saved)
    hands.find("workspace")
    qtbot.waitUntil(lambda: len(list((own_home / "open").glob("*.json"))) == 1)

    # when
    hands.command("goHome")

    # then
    qtbot.waitUntil(lambda: not list((own_home / "open").glob("*.json")))
    assert not hands.sees("noticeBox")


def test_a_place_that_refuses_leads_to_another_place(window, hands, opened, monkeypatch, tmp_path):
    # given
    refuse(monkeypatch, opened)

    # when
    hands.command("save")
    box = hands.find("notSavedBox", QMessageBox)

    # then
    assert "此位置是只读的" in box.text()
    assert box.defaultButton().objectName() == "saveElsewhere"
    hands.press("saveElsewhere")
    target = tmp_path / "镇" / "柳河镇.nianbao"
    hands.choose_file("saveFileDialog", target)
    assert cell(target) == "3"
    assert not hands.sees("homePage")


def test_what_can_be_kept_nowhere_is_named_by_its_file_or_as_the_draft_that_it_is(
    window, hands, report, opened, monkeypatch
):
    # given: no disk takes anything
    refuse(monkeypatch, opened)

    def full(*_: object) -> None:
        raise AutosaveError("刚才的修改在本机暂存不了：磁盘空间不足。请按 Ctrl+S 保存。")

    monkeypatch.setattr(autosave, "leave", full)

    # when
    hands.command("goHome")

    # then
    assert "“柳河镇.nianbao”" in hands.find("askToSaveBox", QMessageBox).text()
    hands.press("discardButton")

    # when
    window.desk.open(ReportFile(report), None)
    type_cell(window, "3")
    hands.command("goHome")

    # then
    text = hands.find("askToSaveBox", QMessageBox).text()
    assert text.startswith("“柳河镇2024年报告”还没有存成文件。")
    hands.press("discardButton")


@pytest.mark.parametrize("known", ["on the home page", "at the proposed place"])
@pytest.mark.parametrize("choice", ["openKnown", "makeAnother"])
def test_a_year_that_is_there_already_is_offered_first(
    window, hands, qtbot, opened, report, tmp_path, known, choice
):
    # given
    later = report.model_copy(deep=True, update={"year": 2025})
    name = "清溪县柳河镇人民政府2025年政府信息公开工作年度报告.nianbao"
    path = tmp_path / ("明年.nianbao" if known == "on the home page" else name)
    store.write(ReportFile(later), path)
    hands.command("save")
    if known == "on the home page":
        window.open_path(path)
        qtbot.waitUntil(lambda: window.desk.session.path == path and window.desk.session.is_checked)
        window.open_path(opened)
        qtbot.waitUntil(lambda: window.desk.session.path == opened)
    else:
        window.desk.options.open_folder = str(tmp_path)

    # when
    hands.command("copyForward")
    box = hands.find("knownDraftBox", QMessageBox)

    # then
    assert box.text() == f"2025 年的报告已经有一份：\n{path}"
    assert box.defaultButton().objectName() == "openKnown"
    hands.press(choice)
    wanted = path if choice == "openKnown" else None
    qtbot.waitUntil(lambda: window.desk.session.path == wanted)
    assert window.desk.session.report.year == 2025


def test_the_open_report_opened_once_more_shows_what_was_saved_on_the_way(window, hands, qtbot, opened):
    # given: read from its file first, then saved there because it is left
    before = window.desk.session

    # when
    window.open_path(opened)
    qtbot.waitUntil(lambda: window.desk.session is not before)

    # then
    assert window.desk.session.report.text(CELL) == "3"
    type_cell(window, "4")
    hands.command("save")
    assert not hands.sees("overtakenBox")
    assert cell(opened) == "4"


def test_the_first_save_of_another_draft_proposes_no_name_that_is_taken(window, hands, opened, tmp_path):
    # given
    hands.command("save")
    taken = tmp_path / "清溪县柳河镇人民政府2024年政府信息公开工作年度报告.nianbao"
    taken.write_bytes(opened.read_bytes())
    window.desk.options.open_folder = str(tmp_path)
    window.desk.open(ReportFile(window.desk.session.report.model_copy(deep=True)), None)

    # when
    hands.command("save")

    # then
    dialog = hands.find("saveFileDialog", QFileDialog)
    assert Path(dialog.selectedFiles()[0]) == taken.with_name(f"{taken.stem}（2）.nianbao")
    dialog.reject()


def test_a_folder_to_which_there_is_no_way_keeps_no_draft_from_being_made(
    window, hands, qtbot, opened, monkeypatch
):
    # given
    hands.command("save")
    there = Path.is_file

    def is_file(path: Path) -> bool:
        if path.suffix == ".nianbao":
            raise OSError(errno.EHOSTDOWN, "Host is down")
        return there(path)

    monkeypatch.setattr(Path, "is_file", is_file)

    # when
    hands.command("copyForward")
    hands.press("makeNextYear")

    # then
    qtbot.waitUntil(lambda: window.desk.session.report.year == 2025)


def test_a_report_without_changes_that_covers_another_says_not_that_nothing_was_saved(
    window, hands, saved, qtbot
):
    # given: a version of an export that is in no file yet
    window.open_path(saved)
    hands.find("workspace")
    told: list[str] = []
    window.desk.said.connect(told.append)
    saved_elsewhere(saved)

    # when
    hands.command("save")
    hands.press("coverTheirs")

    # then
    assert cell(saved) != "7"
    assert not any("没有新的修改" in words for words in told)
