"""What a slow disk cannot simply take is asked about as if it were quick, and once."""

from PySide6.QtWidgets import QMessageBox

from core.store import ReportFile, read, write
from gui.session import Session
from tests.gui.slow_disk.conftest import CELL, cell, full, line, save, settled, type_cell


def saved_elsewhere(path, text: str = "7") -> None:
    """Save another figure as another window does."""
    file = read(path)
    file.report.values[CELL] = text
    write(file, path)


def test_a_full_disk_says_what_is_safe_and_nothing_counts_as_saved(window, hands, qtbot, disk, saving):
    # given
    before = saving.read_bytes()
    type_cell(window, "4")

    # when
    disk.refuses.append(full())
    disk.let()

    # then
    assert "修改都还在窗口里" in hands.find("notSavedBox", QMessageBox).text()
    assert line(hands).startswith("有修改还没保存")
    assert saving.read_bytes() == before
    hands.press("notSavedRead")

    # when: undone to what could not be written, and to what lies in the file
    stack = window.desk.session.undo_stack
    stack.undo()
    assert not window.desk.is_clean()
    stack.undo()

    # then
    assert window.desk.is_clean()


def test_what_another_window_saved_is_asked_about(window, hands, qtbot, disk, opened):
    # given
    saved_elsewhere(opened)

    # when
    hands.command("save")
    hands.press("coverTheirs")
    qtbot.waitUntil(disk.is_asked)
    disk.let()
    qtbot.waitUntil(window.desk.is_clean)

    # then
    assert cell(opened) == "3"
    assert disk.written == [opened]


def test_a_file_that_goes_is_asked_about(window, hands, qtbot, disk, opened):
    # given
    opened.unlink()

    # when
    hands.command("save")
    hands.press("writeAgain")
    disk.let()
    qtbot.waitUntil(window.desk.is_clean)

    # then
    assert cell(opened) == "3"


def test_who_saves_to_another_place_meanwhile_is_not_asked_for_one(window, hands, qtbot, disk, saving):
    # given: the stick does not answer, and another place is chosen
    target = saving.with_name("别处.nianbao")
    hands.command("saveAs")
    hands.choose_file("saveFileDialog", target)

    # when
    disk.refuses.append(full())
    disk.let(2)
    qtbot.waitUntil(window.desk.is_clean)

    # then
    assert not hands.sees("notSavedBox")
    assert cell(target) == "3"
    assert window.desk.session.path == target


def test_a_draft_saved_again_and_elsewhere_while_its_first_place_fails_is_asked_nothing(
    window, hands, qtbot, disk, report, tmp_path
):
    # given: on its way to a place, changed and saved again, and another place is chosen
    window.desk.open(ReportFile(report), None)
    hands.command("save")
    hands.choose_file("saveFileDialog", tmp_path / "一.nianbao")
    qtbot.waitUntil(disk.is_asked)
    qtbot.waitUntil(lambda: not hands.sees("saveFileDialog"))
    type_cell(window, "4")
    hands.command("save")
    hands.command("saveAs")
    hands.choose_file("saveFileDialog", tmp_path / "二.nianbao")

    # when
    disk.refuses.append(full())
    disk.let(3)
    qtbot.waitUntil(window.desk.is_clean)

    # then
    assert disk.written == [(tmp_path / "二.nianbao").resolve()]
    assert cell(tmp_path / "二.nianbao") == "4"
    assert window.findChild(QMessageBox) is None
    window.desk.close()


def test_another_place_that_fails_keeps_no_save_from_the_reports_own_file(window, hands, qtbot, disk, opened):
    # given
    hands.command("saveAs")
    hands.choose_file("saveFileDialog", opened.with_name("别处.nianbao"))
    qtbot.waitUntil(disk.is_asked)
    type_cell(window, "4")
    hands.command("save")

    # when
    disk.refuses.append(full())
    disk.let(2)

    # then
    hands.press("notSavedRead")
    qtbot.waitUntil(window.desk.is_clean)
    assert disk.written == [opened]
    assert cell(opened) == "4"


def test_nothing_is_said_of_no_changes_where_there_were_some(window, hands, qtbot, disk, saving):
    # given
    told: list[str] = []
    window.desk.said.connect(told.append)

    # when: a save that is joined to the one under way
    hands.command("save")
    disk.let()
    qtbot.waitUntil(window.desk.is_clean)

    # then
    assert not any("没有新的修改" in words for words in told)

    # when
    save(hands, disk)
    disk.let()
    qtbot.waitUntil(lambda: settled(window))

    # then
    assert told[-1] == "没有新的修改，报告已经保存好了。"


def test_an_export_that_cannot_be_kept_is_told(window, hands, qtbot, disk, saving):
    # given
    disk.let()
    qtbot.waitUntil(window.desk.is_clean)
    window.desk.saving._keep_exported(window.desk.session)

    # when
    disk.refuses.append(full())
    disk.let()

    # then
    assert "磁盘空间不足" in hands.find("noticeBox", QMessageBox).text()
    assert window.desk.is_clean()
    assert cell(saving) == "3"


def test_nothing_is_said_of_no_changes_to_who_typed_on(window, hands, qtbot, disk, saving):
    # given: saved once more without a change
    told: list[str] = []
    disk.let()
    qtbot.waitUntil(window.desk.is_clean)
    save(hands, disk)
    window.desk.said.connect(told.append)

    # when
    type_cell(window, "4")
    disk.let()
    qtbot.waitUntil(lambda: settled(window))

    # then
    assert window.desk.session.unsaved == "edits"
    assert not any("没有新的修改" in words for words in told)


def test_a_fault_over_one_save_keeps_no_other_waiting(window, hands, qtbot, monkeypatch, disk, saving):
    # given: one that waits
    type_cell(window, "4")
    hands.command("save")

    # when: the list of the home page is at fault over the first
    def no_card(*_: object) -> None:
        raise ZeroDivisionError

    with qtbot.captureExceptions() as faults, monkeypatch.context() as broken:
        broken.setattr("gui.saving.keeping.keep", no_card)
        disk.let(2)
        qtbot.waitUntil(lambda: settled(window))

    # then: it is told, and both are in the file
    assert {kind for kind, *_ in faults} == {ZeroDivisionError}
    assert cell(saving) == "4"
    assert window.desk.is_clean()


def test_what_cannot_even_be_taken_is_told_and_does_not_hold_the_report(
    window, hands, qtbot, monkeypatch, disk, opened
):
    # given
    def no_room(_: Session) -> ReportFile:
        raise MemoryError

    # when
    with monkeypatch.context() as full_memory:
        full_memory.setattr(Session, "hand_out", no_room)
        hands.command("save")

    # then
    hands.find("faultBox", QMessageBox).close()
    assert settled(window)
    assert window.desk.session.unsaved == "edits"

    # when
    save(hands, disk)
    disk.let()
    qtbot.waitUntil(window.desk.is_clean)

    # then
    assert cell(opened) == "3"


def test_a_question_goes_with_the_report_that_it_is_about(window, hands, qtbot, disk, saving):
    # given
    disk.refuses.append(full())
    disk.let()
    hands.find("notSavedBox")

    # when: another report takes its place
    window.desk.close()

    # then
    qtbot.waitUntil(lambda: not hands.sees("notSavedBox"))


def test_a_dialog_for_the_place_goes_with_the_report_that_is_to_be_saved(window, hands, qtbot, disk, opened):
    # given
    hands.command("saveAs")
    hands.find("saveFileDialog")

    # when
    window.desk.close()

    # then
    qtbot.waitUntil(lambda: not hands.sees("saveFileDialog"))
