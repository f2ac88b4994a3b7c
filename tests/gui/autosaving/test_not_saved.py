"""What cannot be saved when it is left is kept aside and says why; what can be kept nowhere is asked about once."""

from pathlib import Path

import pytest
from PySide6.QtWidgets import QMessageBox

from core import autosave, store
from core.errors import AutosaveError
from core.store import ReportFile, history, read
from tests.gui.autosaving.conftest import CELL, boxes, kept, kept_cell, other_report, refuse, type_cell, words

FULL = "刚才的修改在本机暂存不了：磁盘空间不足。请按 Ctrl+S 保存。"


def keep_nothing(monkeypatch) -> None:
    """Let nothing be kept aside any more."""

    def full(*_: object) -> None:
        raise AutosaveError(FULL)

    monkeypatch.setattr(autosave, "write", full)
    monkeypatch.setattr(autosave, "leave", full)


@pytest.mark.parametrize("way", ["read only", "saved elsewhere", "renamed", "folder away", "torn"])
def test_what_cannot_be_saved_is_kept_aside_and_its_card_says_why(
    window, hands, monkeypatch, opened, start, way
):
    # given
    reason = {
        "read only": "此位置是只读的",
        "saved elsewhere": "又被别的窗口或别人保存过，里面有这里没有的修改。",
        "renamed": "现在不在原来的文件夹里了",
        "folder away": "所在的文件夹现在找不到了",
        "torn": "里面现在是别的内容",
    }[way]
    if way == "read only":
        refuse(monkeypatch, opened)
    elif way == "saved elsewhere":
        theirs = read(opened)
        theirs.report.values[CELL] = "7"
        store.write(theirs, opened)
    elif way == "renamed":
        opened.rename(opened.with_name("改了名.nianbao"))
    elif way == "torn":
        opened.write_bytes(b"PK torn")
    else:
        monkeypatch.setattr(Path, "is_dir", _is_away(opened.parent))
    before = opened.read_bytes() if opened.exists() else b""

    # when
    window.close()

    # then: what lies there is as it was
    assert boxes(window) == []
    assert not window.isVisible()
    assert (opened.read_bytes() if opened.exists() else b"") == before
    assert kept_cell() == "3"

    # when
    again, at_home = start()
    at_home.find("recoveryCard")

    # then
    assert words(at_home, "recoveryWords").startswith("上次没能存进文件：柳河镇 2024 年报告（停在 ")
    assert reason in words(at_home, "recoveryWhy")
    assert words(at_home, "recoveryWhy").endswith(f"。修改没有丢。（{opened}）")
    assert "？" not in words(at_home, "recoveryWhy")
    at_home.press("recoverButton")
    at_home.find("workspace")
    assert again.desk.session.report.text(CELL) == "3"
    assert again.desk.session.path == (None if way in ("saved elsewhere", "torn") else opened)


def test_a_file_marked_read_only_is_not_written_by_leaving(window, hands, opened):
    # given: the clerk has put it under lock, as what was handed in
    opened.chmod(0o444)
    before = opened.read_bytes()

    # when
    hands.command("goHome")

    # then
    assert words(hands, "recoveryWhy") == f"这个文件是只读的，没有动它。修改没有丢。（{opened}）"
    assert boxes(window) == []
    assert opened.read_bytes() == before
    assert kept_cell() == "3"

    # when: the clerk means it
    hands.press("recoverButton")
    hands.find("workspace")
    hands.command("save")

    # then
    assert read(opened).report.text(CELL) == "3"


def _is_away(folder: Path):
    whole = Path.is_dir
    return lambda self: False if self == folder else whole(self)


def test_where_another_report_comes_in_its_place_one_sentence_says_so(
    window, hands, qtbot, monkeypatch, library, opened, tmp_path
):
    # given
    folder = tmp_path / "别处"
    folder.mkdir()
    other = other_report(library, folder)
    refuse(monkeypatch, opened)

    # when
    window.open_path(other)

    # then
    text = hands.find("noticeBox", QMessageBox).text()
    assert window.desk.session.path == other
    assert "“柳河镇2024年报告.nianbao”" in text
    assert "此位置是只读的" in text
    assert "修改没有丢，留在首页上" in text
    hands.find("noticeBox", QMessageBox).close()


def test_where_the_same_file_is_opened_anew_only_the_question_about_what_was_left_is_there(
    window, hands, qtbot, opened
):
    # given: it was saved elsewhere
    theirs = read(opened)
    theirs.report.values[CELL] = "7"
    store.write(theirs, opened)

    # when
    window.open_path(opened)
    hands.find("unsavedBox")

    # then
    assert boxes(window) == ["unsavedBox"]
    assert window.desk.session.report.text(CELL) == "7"
    hands.press("goOnUnsaved")
    qtbot.waitUntil(lambda: window.desk.session.report.text(CELL) == "3")


def test_what_another_hand_saved_is_among_the_versions_where_the_clerk_chooses_that_file_after_all(
    window, hands, opened
):
    # given: saved elsewhere meanwhile, left, and gone on with as a report of its own
    theirs = read(opened)
    theirs.report.values[CELL] = "7"
    store.write(theirs, opened)
    hands.command("goHome")
    hands.press("recoverButton")
    hands.find("workspace")
    hands.find("noticeBox", QMessageBox).close()
    assert window.desk.session.path is None

    # when
    hands.command("save")
    hands.choose_file("saveFileDialog", opened)

    # then
    file = read(opened)
    assert file.report.text(CELL) == "3"
    assert "7" in [history.read(file, one).text(CELL) for one in history.versions(file)]


def test_once_it_can_be_saved_it_is_saved_and_the_card_goes(window, hands, qtbot, monkeypatch, opened):
    # given
    with monkeypatch.context() as closed:
        refuse(closed, opened)
        hands.command("goHome")
        hands.find("recoveryCard")
    hands.press("recoverButton")
    hands.find("workspace")

    # when
    hands.command("goHome")

    # then
    hands.find("homePage")
    assert not hands.sees("recoveryCard")
    assert read(opened).report.text(CELL) == "3"
    qtbot.waitUntil(lambda: kept() == [])


def test_the_report_itself_opened_from_its_card_says_that_more_was_left(window, hands, monkeypatch, opened):
    # given
    with monkeypatch.context() as closed:
        refuse(closed, opened)
        hands.command("goHome")
        hands.find("recoveryCard")

    # when
    hands.press("homeContinue")

    # then
    assert "上次有没存进文件的内容" in hands.find("unsavedBox", QMessageBox).text()
    hands.press("goOnUnsaved")
    hands.find("workspace")
    assert window.desk.session.report.text(CELL) == "3"


# A report that can be kept nowhere


@pytest.mark.parametrize("has_file", [True, False])
def test_only_what_can_be_kept_nowhere_is_asked_about(
    window, hands, qtbot, monkeypatch, report, saved, tmp_path, has_file
):
    # given
    if has_file:
        window.open_path(saved)
    else:
        window.desk.open(ReportFile(report), None)
    hands.find("workspace")
    type_cell(window, "3")
    with monkeypatch.context() as broken:
        refuse(broken, saved)
        keep_nothing(broken)

        # when
        window.close()
        box = hands.find("askToSaveBox", QMessageBox)

        # then
        assert boxes(window) == ["askToSaveBox"]
        why = "此位置是只读的" if has_file else "“柳河镇2024年报告”还没有存成文件。"
        assert why in box.text()
        assert "刚才的修改在本机暂存不了：磁盘空间不足。现在离开，没存下来的内容会丢失。" in box.text()
        hands.press("cancelButton")
        assert window.isVisible()
        assert window.desk.session.report.text(CELL) == "3"

        # when
        window.close()
        hands.press("saveButton")

    # then: another place takes it, and the window closes
    hands.choose_file("saveFileDialog", tmp_path / "别处" / "柳河镇.nianbao")
    qtbot.waitUntil(lambda: not window.isVisible())
    assert read(tmp_path / "别处" / "柳河镇.nianbao").report.text(CELL) == "3"


def test_who_leaves_it_all_the_same_finds_what_was_kept_before(window, hands, qtbot, monkeypatch, report):
    # given
    window.desk.open(ReportFile(report), None)
    hands.find("workspace")
    type_cell(window, "3")
    qtbot.waitUntil(lambda: kept_cell() == "3")
    keep_nothing(monkeypatch)
    type_cell(window, "4")

    # when
    window.close()
    hands.press("discardButton")

    # then
    qtbot.waitUntil(lambda: not window.isVisible())
    assert kept_cell() == "3"
