"""What is typed lies on the disk a moment later, and goes when it is saved or not wanted."""

import pytest
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QComboBox, QLineEdit

from core import paths, settings
from core.store import ReportFile, read
from tests.gui.autosaving.conftest import CELL, kept, kept_cell, type_cell, words


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


def test_one_who_pauses_is_kept_at_once(window, hands, qtbot, saved, monkeypatch):
    # given: what goes on without a pause would wait for minutes
    monkeypatch.setattr("gui.autosaving._LATEST_MS", 600_000)
    window.open_path(saved)
    hands.find("workspace")

    # when
    type_cell(window, "7")

    # then
    qtbot.waitUntil(lambda: kept_cell() == "7")


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
def test_who_leaves_before_it_was_kept_leaves_nothing_behind(window, hands, qtbot, saved, how):
    # given
    window.open_path(saved)
    hands.find("workspace")
    type_cell(window, "7")

    # when
    window.close() if how == "close" else hands.command("goHome")

    # then
    qtbot.waitUntil(lambda: not hands.sees("workspace"))
    assert kept() == []
    assert read(saved).report.text(CELL) == "7"


@pytest.mark.parametrize("how", ["goHome", "close"])
def test_who_leaves_after_it_was_kept_is_not_offered_it_again(window, hands, qtbot, saved, how):
    # given
    window.open_path(saved)
    hands.find("workspace")
    type_cell(window, "7")
    qtbot.waitUntil(lambda: kept_cell() == "7")

    # when
    window.close() if how == "close" else hands.command("goHome")

    # then
    qtbot.waitUntil(lambda: kept() == [])
    assert read(saved).report.text(CELL) == "7"


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
    hands.qtbot.waitUntil(lambda: settings.load().theme == "dark")
    hands.press("closeSettings")
