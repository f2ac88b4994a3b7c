"""Saving where the way to the file is not plain: long names, taken names, a choice that is taken back."""

from pathlib import Path

import pytest
from PySide6.QtWidgets import QCheckBox, QFileDialog

from core import recent, settings
from core.edits import SetCells, SetField
from core.recent import DRAFT, READY
from core.store import ReportFile, read, write
from tests.samples import filled


@pytest.fixture
def folder(window, tmp_path) -> Path:
    """The folder from which the clerk opened something last."""
    window._options.open_folder = str(tmp_path)
    return tmp_path


def proposed(hands) -> str:
    """Return the name that the file dialog proposes, and shut it."""
    dialog = hands.find("saveFileDialog", QFileDialog)
    name = Path(dialog.selectedFiles()[0]).name
    dialog.reject()
    hands.qtbot.waitUntil(lambda: not hands.sees("saveFileDialog"))
    return name


def test_a_name_that_is_taken_is_counted_on(window, hands, report, folder):
    # given
    window.desk.open(ReportFile(report), None)
    hands.find("workspace")

    # when
    names = []
    for _ in range(3):
        hands.command("save")
        names.append(proposed(hands))
        write(ReportFile(report), folder / names[-1])

    # then
    stem = names[0].removesuffix(".nianbao")
    assert names == [f"{stem}.nianbao", f"{stem}（2）.nianbao", f"{stem}（3）.nianbao"]


def test_where_nobody_can_tell_what_lies_in_the_folder_the_dialog_opens_all_the_same(
    window, hands, report, folder, monkeypatch
):
    # given: a share that went away, or a name longer than the disk takes
    window.desk.open(ReportFile(report), None)
    hands.find("workspace")
    exists = Path.exists

    def no_way(self: Path) -> bool:
        if self.suffix == ".nianbao" and self.parent == folder:
            raise OSError("no way to the folder")
        return exists(self)

    # when
    with monkeypatch.context() as away:
        away.setattr(Path, "exists", no_way)
        hands.command("save")

    # then
    assert "柳河镇" in proposed(hands)


def test_who_turns_back_from_the_file_dialog_has_neither_saved_nor_lost_anything(
    window, hands, report, folder
):
    # given
    window.desk.open(ReportFile(report), None)
    hands.find("workspace")
    window.desk.session.edit(SetField("title", "新的题目"))

    # when: asked for a name, and turned back from it
    hands.command("save")
    proposed(hands)

    # then
    assert hands.sees("workspace")
    assert window.desk.session.report.title == "新的题目"
    assert not window.desk.session.is_clean
    assert list(folder.glob("*.nianbao")) == []


def test_saving_under_another_name_leaves_the_former_file_and_goes_on_in_the_new_one(
    window, hands, report, folder
):
    # given
    former = folder / "柳河镇.nianbao"
    write(ReportFile(report), former)
    window.open_path(former)
    hands.find("workspace")
    window.desk.session.edit(SetField("title", "新的题目"))

    # when
    hands.command("saveAs")
    hands.choose_file("saveFileDialog", folder / "另一个.nianbao")
    window.desk.session.edit(SetField("title", "更新的题目"))
    hands.command("save")

    # then
    assert read(former).report.title == report.title
    assert read(folder / "另一个.nianbao").report.title == "更新的题目"
    assert window.desk.is_clean()


def test_the_next_file_is_looked_for_where_the_report_was_saved(window, hands, report, folder):
    # given: last year's was opened in another folder
    window.desk.open(ReportFile(report), None)
    hands.find("workspace")
    ours = folder / "年报"
    ours.mkdir()

    # when
    hands.command("save")
    hands.choose_file("saveFileDialog", ours / "柳河镇.nianbao")
    hands.qtbot.waitUntil(window.desk.is_clean)
    hands.command("openReport")

    # then
    dialog = hands.find("openFileDialog", QFileDialog)
    assert Path(dialog.directory().absolutePath()) == ours
    dialog.reject()
    assert settings.load().open_folder == str(ours)


def test_the_card_tells_what_is_wrong_with_what_was_saved_and_not_with_what_was_checked_before(
    window, hands, library, folder
):
    # given: a report in which all is right
    _, report = filled(library, "national-2021", 2024)
    path = folder / "柳河镇.nianbao"
    write(ReportFile(report), path)
    window.open_path(path)
    hands.find("workspace")
    hands.qtbot.waitUntil(lambda: bool(recent.load()))
    before = recent.load()[0]

    # when: saved in the moment in which it was typed
    window.desk.session.edit(SetCells({"reviews.cases.review_total": "999"}))
    hands.command("save")
    hands.command("goHome")

    # then
    hands.find("homePage")
    after = recent.load()[0]
    assert (before.state, after.state) == (READY, DRAFT)
    assert after.verdict != before.verdict


def test_a_list_of_reports_that_cannot_be_written_keeps_nobody_from_leaving(
    window, hands, report, folder, own_home
):
    # given
    path = folder / "柳河镇.nianbao"
    write(ReportFile(report), path)
    window.open_path(path)
    hands.find("workspace")
    hands.qtbot.waitUntil(lambda: bool(recent.load()))
    window.desk.session.edit(SetField("title", "新的题目"))
    (own_home / recent.FILE_NAME).unlink()
    (own_home / recent.FILE_NAME).mkdir()

    # when
    hands.command("goHome")

    # then
    hands.find("homePage")
    assert not hands.sees("noticeBox")
    assert read(path).report.title == "新的题目"
    assert recent.FILE_NAME in (own_home / "log" / "nianbao.log").read_text("utf-8")


def test_what_was_chosen_for_the_export_is_on_the_disk_at_once(window, hands, report, folder):
    # given
    path = folder / "柳河镇.nianbao"
    write(ReportFile(report), path)
    window.open_path(path)
    hands.find("workspace")
    window._options.export_formats = ["html"]
    hands.command("exportReport")
    hands.find("format_xlsx", QCheckBox).setChecked(True)

    # when
    hands.press("startExport")
    hands.find("exportedFiles")

    # then
    assert sorted(settings.load().export_formats) == ["html", "xlsx"]
