"""While a slow disk saves the clerk types on: what is typed meanwhile is unsaved, and what was saved is found by undo."""

from PySide6.QtWidgets import QMessageBox

from core import autosave, paths, recent
from core.edits import SetField, Splice
from core.report import Paragraph
from core.store import ReportFile, history, read
from gui.tasks import Tasks
from tests.gui.slow_disk.conftest import cell, line, save, settled, type_cell


def test_the_line_says_that_it_is_saved_once_it_is(window, hands, qtbot, disk, saving):
    # then
    assert line(hands).startswith("正在保存…")
    assert not window.desk.is_clean()
    hands.find("savingProgress")

    # when
    disk.let()

    # then
    qtbot.waitUntil(lambda: line(hands).startswith("已保存 "))
    assert cell(saving) == "3"
    assert window.desk.is_clean()
    assert not hands.sees("savingProgress")


def test_what_is_typed_meanwhile_is_unsaved_and_goes_with_the_next_save(window, hands, qtbot, disk, saving):
    # when
    type_cell(window, "4")
    disk.let()
    qtbot.waitUntil(lambda: settled(window))

    # then
    assert cell(saving) == "3"
    assert window.desk.session.unsaved == "edits"
    assert line(hands).startswith("有修改还没保存")

    # when
    save(hands, disk)
    disk.let()
    qtbot.waitUntil(window.desk.is_clean)

    # then
    assert cell(saving) == "4"
    assert not hands.sees("overtakenBox")


def test_undone_up_to_what_was_saved_nothing_is_left_to_save(window, qtbot, disk, saving):
    # given
    type_cell(window, "4")
    disk.let()
    qtbot.waitUntil(lambda: settled(window))

    # when
    window.desk.session.undo_stack.undo()

    # then
    assert window.desk.session.report.text("disclosure.rules.made") == cell(saving) == "3"
    assert window.desk.is_clean()


def test_undone_below_what_is_being_saved_it_is_changed_until_it_is_redone(window, qtbot, disk, saving):
    # when
    window.desk.session.undo_stack.undo()
    disk.let()
    qtbot.waitUntil(lambda: settled(window))

    # then: before, this was the state in the file
    assert not window.desk.is_clean()
    window.desk.session.undo_stack.redo()
    assert window.desk.is_clean()


def test_what_is_being_saved_and_was_replaced_meanwhile_is_found_by_no_undo(window, qtbot, disk, saving):
    # when
    session = window.desk.session
    session.undo_stack.undo()
    type_cell(window, "4")
    disk.let()
    qtbot.waitUntil(lambda: settled(window))

    # then
    assert not session.is_clean
    session.undo_stack.undo()
    assert not session.is_clean


def test_no_keystroke_joins_what_is_being_saved(window, hands, qtbot, disk, opened):
    # given
    session = window.desk.session
    typed = "全年公开"
    session.edit(Splice("overview", 0, 0, (Paragraph(text=typed[:2]),)))
    save(hands, disk)

    # when: the sentence goes on at once
    session.edit(Splice("overview", 0, 1, (Paragraph(text=typed),)))
    disk.let()
    qtbot.waitUntil(lambda: settled(window))
    session.undo_stack.undo()

    # then
    assert session.report.section("overview").paragraphs[0].text == typed[:2]
    assert session.is_clean


def test_saved_twice_without_a_change_it_is_written_once(window, hands, qtbot, disk, saving):
    # when
    hands.command("save")
    hands.command("save")
    disk.let(3)
    qtbot.waitUntil(window.desk.is_clean)

    # then
    assert disk.written == [saving]


def test_saved_again_after_a_change_the_last_state_is_written_last(window, hands, qtbot, disk, saving):
    # when: two saves wait for the disk, with what is typed until their turn comes
    type_cell(window, "4")
    hands.command("save")
    type_cell(window, "5")
    hands.command("save")
    disk.let(3)
    qtbot.waitUntil(window.desk.is_clean)

    # then
    assert disk.written == [saving, saving]
    assert cell(saving) == "5"
    versions = history.versions(window.desk.session.file)
    kept = [history.read(read(saving), one).text("disclosure.rules.made") for one in versions]
    assert kept == ["5", "3", ""]


def test_an_export_meanwhile_is_kept_as_it_was_exported(window, qtbot, disk, saving):
    # when
    window.desk.saving._keep_exported(window.desk.session)
    type_cell(window, "4")
    disk.let(2)
    qtbot.waitUntil(lambda: settled(window))

    # then: what was typed on is not in the file, so the version waits for the next save
    session = window.desk.session
    newest, *_ = history.versions(session.file)
    assert (newest.why, history.read(session.file, newest).text("disclosure.rules.made")) == ("export", "3")
    assert session.unsaved == "edits"
    assert cell(saving) == "3"


def test_what_was_exported_and_then_undone_is_not_what_goes_into_the_file(window, qtbot, disk, saving):
    # given: changed and exported, while what is to be undone to is written
    type_cell(window, "4")
    window.desk.saving._keep_exported(window.desk.session)

    # when
    window.desk.session.undo_stack.undo()
    disk.let(2)
    qtbot.waitUntil(lambda: settled(window))

    # then
    session = window.desk.session
    newest = history.versions(session.file)[0]
    assert (newest.why, history.read(session.file, newest).text("disclosure.rules.made")) == ("export", "4")
    assert session.unsaved == "version"
    assert cell(saving) == "3"


def test_an_export_without_a_change_since_goes_into_the_file(window, qtbot, disk, saving):
    # when
    window.desk.saving._keep_exported(window.desk.session)
    disk.let(2)
    qtbot.waitUntil(lambda: settled(window))

    # then
    assert [one.why for one in history.versions(read(saving))] == ["export", "save"]
    assert window.desk.is_clean()


def test_the_card_tells_of_what_was_saved_and_not_of_what_was_typed_on(window, hands, qtbot, disk, saving):
    # when
    before = window.desk.session.report.unit.name
    window.desk.session.edit(SetField("office", "清溪县石桥乡人民政府"))
    disk.let()
    qtbot.waitUntil(lambda: settled(window))

    # then
    assert window.desk.session.report.unit.name != before
    assert recent.load()[0].office == before


def test_what_was_typed_on_is_kept_aside_as_a_change_of_the_new_file(
    window, hands, qtbot, monkeypatch, disk, saving
):
    # given
    monkeypatch.setattr("gui.autosaving._AFTER_MS", 5)
    type_cell(window, "4")
    (kept,) = _waited_for(qtbot, lambda: list(paths.recovery().glob("*.nianbao")))

    # when
    disk.let()
    qtbot.waitUntil(lambda: settled(window))

    # then
    now = autosave.notes.fingerprint(saving)
    qtbot.waitUntil(lambda: autosave.notes.told_by(kept.stem)["sha256"] == now, timeout=10_000)
    assert cell(kept) == "4"


def _waited_for(qtbot, found):
    qtbot.waitUntil(lambda: bool(found()), timeout=10_000)
    return found()


def test_a_draft_without_a_file_is_asked_for_its_file_once(window, hands, qtbot, disk, report, tmp_path):
    # given
    window.desk.open(ReportFile(report), None)
    hands.command("save")
    hands.choose_file("saveFileDialog", tmp_path / "新.nianbao")
    qtbot.waitUntil(disk.is_asked)
    qtbot.waitUntil(lambda: not hands.sees("saveFileDialog"))

    # when
    hands.command("save")

    # then
    assert not hands.sees("saveFileDialog")
    disk.let(2)
    qtbot.waitUntil(window.desk.is_clean)
    assert disk.written == [(tmp_path / "新.nianbao").resolve()]
    assert window.findChild(QMessageBox) is None
    window.desk.close()


def test_a_disk_that_was_slow_is_not_waited_for_with_the_next_save(
    window, hands, qtbot, disk, saving, monkeypatch
):
    # given: it took longer than the window waits for it, which is no time at all here
    disk.let()
    qtbot.waitUntil(window.desk.is_clean)
    waited: list[float] = []
    monkeypatch.setattr(Tasks, "wait", lambda _self, _job, seconds: bool(waited.append(seconds)))
    monkeypatch.setattr("gui.writing.PATIENCE", window.desk.saving.writing._took / 2)

    # when
    type_cell(window, "4")
    save(hands, disk)

    # then
    assert waited == [0]

    # when
    disk.let()

    # then
    qtbot.waitUntil(window.desk.is_clean)
    assert cell(saving) == "4"
