"""The versions before: listed with what they changed, set beside now, taken back as one step."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QListWidget, QTextEdit

from core import export, store
from core.edits import SetCells, SetField, Splice
from core.errors import OutputError
from core.export.naming import DRAFT
from core.report import Link, Paragraph
from core.store import ReportFile, history
from core.store.container import canonical, report_data
from gui.dialogs.versions import dialog as versions_dialog
from tests.gui import at_once

CELL = "applications.new.natural"


@pytest.fixture
def session(hands, report, tmp_path):
    """An open report in a file without versions that was saved with a sentence and a figure: as opened, and as now."""
    path = tmp_path / "报告.nianbao"
    report.title = "先前的标题"
    store.write(ReportFile(report), path)
    hands.window.open_path(path)
    hands.qtbot.waitUntil(lambda: hands.sees("workspace"))
    session = hands.window.desk.session
    session.edit(Splice("overview", 0, 0, (Paragraph(text="后来写的<b>话</b>。"),)))
    session.edit(SetCells({CELL: "3"}))
    hands.command("save")
    return session


def data(session) -> bytes:
    return canonical(report_data(session.report))


def items(hands, name: str) -> list[str]:
    box = hands.find(name, QListWidget)
    return [box.item(row).text() for row in range(box.count())]


def choose(hands, name: str, row: int) -> None:
    hands.find(name, QListWidget).setCurrentRow(row)


def open_versions(hands) -> None:
    hands.command("versionHistory")
    hands.qtbot.waitUntil(lambda: all("\n" in text for text in items(hands, "versionList")))


def test_each_save_is_listed_with_what_it_changed(hands, session):
    # when
    open_versions(hands)

    # then
    newest, oldest = items(hands, "versionList")
    assert "保存（当天最后）" in newest
    assert "改了：一、总体情况、" in newest
    assert "最早的版本" in oldest
    assert "这一版和现在一样" in hands.find("versionCompare", QTextEdit).toPlainText()
    assert not hands.find("takeBackAll").isEnabled()


def test_a_version_stands_beside_now_in_plain_text(hands, session):
    # when
    open_versions(hands)
    choose(hands, "versionList", 1)

    # then
    assert items(hands, "differenceList") == [
        "一、总体情况　1 处",
        session.template.tables_by_id["applications"].name + "　1 处",
    ]
    shown = hands.find("versionCompare", QTextEdit).toPlainText()
    assert "后来写的<b>话</b>。" in shown
    choose(hands, "differenceList", 1)
    shown = hands.find("versionCompare", QTextEdit).toPlainText()
    assert "（空）" in shown
    assert "3" in shown


def test_a_section_is_taken_back_in_one_step_that_can_be_undone(hands, session):
    # given
    before = data(session)
    open_versions(hands)
    choose(hands, "versionList", 1)

    # when
    hands.press("takeBackPart")

    # then
    assert session.report.section("overview").paragraphs == []
    assert session.report.text(CELL) == "3"
    assert session.undo_stack.undoText().startswith("取回“一、总体情况”（")
    assert "Ctrl+Z" in hands.find("versionNote", QLabel).text()
    assert len(items(hands, "differenceList")) == 1
    hands.press("closeVersions")
    hands.command("undo")
    assert data(session) == before


def test_a_section_that_differs_in_a_linked_number_alone_is_taken_back_once(hands, report, tmp_path):
    # given: saved while the figure was still to be filled in; the figure and a sentence came since
    path = tmp_path / "报告.nianbao"
    report.section("overview").paragraphs = [
        Paragraph(text="收到申请〔待填〕件。", links=(Link(start=4, end=8, cell=CELL),))
    ]
    store.write(ReportFile(report), path)
    hands.window.open_path(path)
    hands.qtbot.waitUntil(lambda: hands.sees("workspace"))
    session = hands.window.desk.session
    hands.command("save")
    session.edit(SetCells({CELL: "0"}))
    session.edit(Splice("overview", 1, 0, (Paragraph(text="后来写的话。"),)))
    before = data(session)
    open_versions(hands)
    choose(hands, "versionList", 0)

    # when
    hands.press("takeBackPart")

    # then: the sentence shows the figure of now, so nothing is left of the section
    assert [one.text for one in session.report.section("overview").paragraphs] == ["收到申请0件。"]
    assert items(hands, "differenceList") == [session.template.tables_by_id["applications"].name + "　1 处"]
    hands.press("closeVersions")
    hands.command("undo")
    assert data(session) == before


def test_all_is_taken_back_in_one_step_that_can_be_undone(hands, session):
    # given
    before = data(session)
    open_versions(hands)
    choose(hands, "versionList", 1)
    oldest = history.versions(session.file)[-1]
    wanted = canonical(report_data(history.read(session.file, oldest)))

    # when
    hands.press("takeBackAll")

    # then
    assert data(session) == wanted
    assert not hands.find("takeBackAll").isEnabled()
    assert not hands.find("takeBackPart").isEnabled()
    session.undo_stack.undo()
    assert data(session) == before


def test_a_damaged_version_is_said_and_nothing_is_offered(hands, session):
    # given
    oldest = history.versions(session.file)[-1]
    session.file.others[oldest.member] = b"nothing"
    session.file.lost = 2

    # when
    open_versions(hands)
    choose(hands, "versionList", 1)

    # then
    assert "已损坏，打不开" in items(hands, "versionList")[1]
    assert "现在的报告没有变化" in hands.find("versionCompare", QTextEdit).toPlainText()
    assert not hands.find("takeBackAll").isEnabled()
    assert "有 2 个旧版本已损坏" in hands.find("versionNote", QLabel).text()


def test_a_report_without_versions_says_how_they_come(hands, report):
    # given
    hands.window.desk.open(ReportFile(report), None)

    # when
    hands.command("versionHistory")

    # then
    assert "每次保存、每次导出" in hands.find("versionCompare", QTextEdit).toPlainText()
    assert not hands.find("takeBackPart").isEnabled()


def test_a_version_of_another_form_can_only_be_looked_at(hands, session):
    # given
    session.report.template = "national-2019"
    open_versions(hands)

    # when
    choose(hands, "versionList", 1)

    # then
    assert "另一种格式" in hands.find("versionCompare", QTextEdit).toPlainText()
    assert not hands.find("takeBackAll").isEnabled()


def test_an_export_adds_a_version_and_a_saved_report_keeps_it_in_its_file(hands, session, tmp_path):
    # given
    folder = tmp_path / "out"
    hands.command("exportReport")
    for box in ("format_docx", "format_pdf", "format_xlsx", "format_package"):
        hands.find(box).setChecked(False)
    hands.find("format_html").setChecked(True)
    hands.find("exportFolder").setText(str(folder))

    # when
    hands.press("startExport")
    hands.qtbot.waitUntil(lambda: hands.find("exportedFiles", QListWidget).count() > 0, timeout=60_000)

    # then
    stored = history.versions(store.read(session.path))
    assert [one.why for one in stored] == ["export", "save"]
    assert session.is_clean
    stem = export.file_stem(session.report, session.template.report_name)
    assert (folder / f"{stem}{DRAFT}.html").exists()


def test_an_export_of_unsaved_work_is_kept_for_the_next_save(session):
    # given
    session.edit(SetCells({CELL: "9"}))

    # when
    at_once.keep_exported(session)

    # then
    assert history.versions(session.file)[0].why == "export"
    assert len(history.versions(store.read(session.path))) == 2
    at_once.save(session)
    assert [one.why for one in history.versions(store.read(session.path))] == ["export", "save", "save"]


def test_a_save_that_fails_adds_no_version(session, tmp_path):
    # given
    session.edit(SetCells({CELL: "9"}))
    before = dict(session.file.others)

    # then
    with pytest.raises(OutputError):
        at_once.save(session, tmp_path)
    assert session.file.others == before
    assert session.path == tmp_path / "报告.nianbao"


def test_a_time_of_another_year_says_the_year():
    # given
    now = versions_dialog.datetime.now()

    # then
    assert versions_dialog.when(now.replace(month=3, day=5, hour=8, minute=7)) == "3月5日 08:07"
    assert (
        versions_dialog.when(now.replace(year=2019, month=3, day=5, hour=8, minute=7)) == "2019年3月5日 08:07"
    )


def test_the_lists_are_walked_with_the_keys(hands, session):
    # given
    open_versions(hands)
    box = hands.find("versionList", QListWidget)
    box.setFocus()

    # when
    hands.qtbot.keyClick(box, Qt.Key.Key_Down)

    # then
    assert box.currentRow() == 1
    assert hands.find("takeBackAll").isEnabled()
    assert Path(session.path).exists()


@pytest.fixture
def long_part(hands, report, tmp_path):
    """An open report whose first part was long when it was saved; the 30th and the last paragraph are new since."""
    path = tmp_path / "长报告.nianbao"
    report.section("overview").paragraphs = [
        Paragraph(text=f"第{number}段，公开各类信息，办理依申请公开。" * 3) for number in range(60)
    ]
    store.write(ReportFile(report), path)
    hands.window.open_path(path)
    hands.qtbot.waitUntil(lambda: hands.sees("workspace"))
    session = hands.window.desk.session
    session.edit(SetField("title", "标题"))
    hands.command("save")
    for at in (30, 59):
        session.edit(Splice("overview", at, 1, (Paragraph(text=f"第{at}段，后来改写过。"),)))
    open_versions(hands)
    choose(hands, "versionList", 0)
    return session


def is_in_sight(hands, words: str) -> bool:
    """Return whether words of the comparison can be seen."""
    view = hands.find("versionCompare", QTextEdit)
    line = view.cursorRect(view.document().find(words))
    return view.viewport().rect().contains(line.center())


def test_a_part_opens_at_its_first_change_and_a_click_leads_back_there(hands, long_part):
    # then
    hands.qtbot.waitUntil(lambda: is_in_sight(hands, "第30段，后来改写过"))
    assert hands.find("versionPlace", QLabel).text() == "不同之处：第 1 处，共 2 处"

    # when
    view = hands.find("versionCompare", QTextEdit)
    view.verticalScrollBar().setValue(0)
    parts = hands.find("differenceList", QListWidget)
    assert not is_in_sight(hands, "第30段，后来改写过")
    hands.qtbot.mouseClick(
        parts.viewport(), Qt.MouseButton.LeftButton, pos=parts.visualItemRect(parts.item(0)).center()
    )

    # then
    assert is_in_sight(hands, "第30段，后来改写过")


def test_the_next_change_is_reached_by_button_and_by_key(hands, long_part):
    # when
    hands.press("nextChange")

    # then
    assert is_in_sight(hands, "第59段，后来改写过")
    assert hands.find("versionPlace", QLabel).text() == "不同之处：第 2 处，共 2 处"

    # when
    hands.qtbot.keyClick(hands.find("versionHistory"), Qt.Key.Key_F8, Qt.KeyboardModifier.ShiftModifier)

    # then
    assert is_in_sight(hands, "第30段，后来改写过")

    # when: behind the last comes the first
    hands.press("previousChange")

    # then
    assert hands.find("versionPlace", QLabel).text() == "不同之处：第 2 处，共 2 处"


def test_a_part_with_one_change_has_nowhere_to_go_on(hands, session):
    # when
    open_versions(hands)
    choose(hands, "versionList", 1)

    # then
    assert not hands.find("nextChange").isEnabled()
    choose(hands, "versionList", 0)
    assert hands.find("versionPlace", QLabel).text() == ""
