"""Finding one's way: the search for commands and places, the manual at the place at hand, the list of keys."""

import re
import shutil
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtPrintSupport import QPrinter, QPrinterInfo
from PySide6.QtWidgets import QFileDialog, QLabel, QLineEdit, QListWidget, QMessageBox, QTextEdit, QTreeWidget

from core import recent
from core.paths import RESOURCES
from core.recent import RecentReport
from core.store import ReportFile
from gui import help_pages, keys
from gui.commands import COMMANDS, Command
from gui.dialogs.command_search import Entry, found
from gui.dialogs.manual import ManualDialog
from gui.panes.prose_editor import ProseEditor
from gui.panes.section_page import SectionPage
from gui.places import documents
from tests.gui.conftest import OFFICE


def entry(words: str, where: str = "文件", typed_keys: str = "") -> Entry:
    return Entry(words, where, lambda: None, typed_keys)


ENTRIES = [
    entry("导出"),
    entry("由这份报告生成下一年的报告"),
    entry("打开报告", typed_keys="Ctrl+O"),
    entry("表四", "去这张表"),
]


@pytest.mark.parametrize(
    ("typed", "words"),
    [
        ("导出", ["导出"]),
        ("报告", ["由这份报告生成下一年的报告", "打开报告"]),
        ("打 报", ["打开报告"]),
        ("dc", ["导出"]),
        ("DKBG", ["打开报告"]),
        ("bg", ["由这份报告生成下一年的报告", "打开报告"]),
        ("ctrl+o", ["打开报告"]),
        ("去这", ["表四"]),
        ("没有", []),
    ],
)
def test_what_was_typed_is_found_in_words_sounds_and_keys(typed, words):
    assert [one.words for one in found(ENTRIES, typed)] == words


def test_without_anything_typed_all_is_listed_in_its_order():
    assert found(ENTRIES, " ") == ENTRIES


def test_what_begins_with_the_words_comes_first():
    assert [one.words for one in found([entry("全部检查"), entry("检查")], "检查")] == ["检查", "全部检查"]


def open_report(hands, report) -> None:
    hands.window.desk.open(ReportFile(report), None)
    hands.find("workspace")


def search(hands, typed: str) -> QTreeWidget:
    hands.command("commandSearch")
    field = hands.find("commandField", QLineEdit)
    field.insert(typed)
    return hands.find("commandList", QTreeWidget)


def rows(found_list: QTreeWidget) -> list[list[str]]:
    items = [found_list.topLevelItem(row) for row in range(found_list.topLevelItemCount())]
    return [[item.text(column) for column in range(3)] for item in items]


def test_all_commands_are_listed_with_menu_and_keys_and_those_without_a_report_greyed(hands):
    # when
    listed = search(hands, "")

    # then
    by_words = {row[0]: row for row in rows(listed)}
    assert len(by_words) == len(COMMANDS) - 1
    assert by_words["导出"] == ["导出", "先打开一份报告", "Ctrl+E"]
    assert by_words["新建空白报告"] == ["新建空白报告", "文件", "Ctrl+N"]
    disabled = {
        listed.topLevelItem(row).text(0)
        for row in range(len(by_words))
        if listed.topLevelItem(row).isDisabled()
    }
    assert disabled == {keys.bare(one.text) for one in COMMANDS if one.needs_report}


def test_enter_runs_what_is_chosen(hands):
    # given
    search(hands, "xjkb")

    # when
    hands.qtbot.keyClick(hands.find("commandField"), Qt.Key.Key_Return)

    # then
    assert hands.find("newReportDialog")
    assert not hands.sees("commandSearch")


def test_arrows_walk_past_what_cannot_be_done_and_enter_on_nothing_does_nothing(hands):
    # given
    listed = search(hands, "")
    field = hands.find("commandField", QLineEdit)

    # when
    for _ in range(8):
        hands.qtbot.keyClick(field, Qt.Key.Key_Down)

    # then
    assert not listed.currentItem().isDisabled()
    assert listed.indexOfTopLevelItem(listed.currentItem()) > 8
    field.setText("没有这个")
    hands.qtbot.keyClick(field, Qt.Key.Key_Return)
    assert hands.find("commandNothing").text().startswith("没有找到")


@pytest.mark.parametrize(
    ("typed", "name"),
    [
        ("深色", "settings"),
        ("夜间", "settings"),
        ("大字", "settings"),
        ("字号", "settings"),
        ("打印", "print"),
        ("恢复", "versionHistory"),
        ("恢复", "redo"),
        ("备份", "versionHistory"),
        ("上报", "exportReport"),
        ("快捷键", "keyList"),
        ("word", "importFile"),
        ("自动保存", "save"),
    ],
)
def test_commands_are_found_by_everyday_words(hands, report, typed, name):
    # given
    open_report(hands, report)
    words = keys.bare(next(one.text for one in COMMANDS if one.name == name))

    # then
    assert any(row[0].startswith(words) for row in rows(search(hands, typed)))


PLAIN_WORDS = {
    "200": "settings",
    "150%": "settings",
    "缩放": "settings",
    "字太小": "settings",
    "字数上限": "settings",
    "交上去": "exportReport",
    "发邮件": "exportReport",
    "电子版": "exportReport",
    "压缩包": "exportReport",
    "自查表": "exportReport",
    "行距": "exportReport",
    "送领导": "signOff",
    "备案": "signOff",
    "错别字": "checkAll",
    "对不上": "nextFinding",
    "填0": "zerosTable",
    "填零": "zerosTable",
    "照着去年": "openLastYear",
    "空表": "newReport",
    "退回": "versionHistory",
    "交接": "saveAs",
    "加起来": "automaticTotal",
    "怎么用": "help",
    "1.": "levelThree",
}


def test_the_plain_words_of_clerks_lead_to_their_commands(hands, report):
    # given
    open_report(hands, report)
    listed = search(hands, "")
    field = hands.find("commandField", QLineEdit)
    words = {one.name: keys.bare(one.text) for one in COMMANDS}

    # when
    found_by = {}
    for typed in PLAIN_WORDS:
        field.setText(typed)
        found_by[typed] = [row[0] for row in rows(listed)]

    # then
    assert [typed for typed, name in PLAIN_WORDS.items() if words[name] not in found_by[typed]] == []


def test_the_levels_are_called_as_in_the_tools_above_the_words(hands, report):
    # given
    open_report(hands, report)
    levels = hands.window.desk.workspace.page.findChild(ProseEditor).levels

    # then
    assert [row[0] for row in rows(search(hands, "段落层级"))] == [
        f"段落层级：{levels.itemText(row)}" for row in range(levels.count())
    ]


def test_with_a_report_open_each_command_says_its_menu(hands, report):
    # given
    open_report(hands, report)

    # then: nothing to redo yet, which has nothing to do with a report
    where = {row[0]: row[1] for row in rows(search(hands, ""))}
    assert where["重做"] == "编辑"
    assert "先打开一份报告" not in where.values()


def test_what_can_be_done_while_a_report_is_looked_over_asks_for_none_to_be_opened(hands):
    # given: as in the review
    hands.action("goHome").setEnabled(True)

    # then
    where = {row[0]: row[1] for row in rows(search(hands, ""))}
    assert where["关闭报告，回首页"] == "文件"
    assert where["导出"] == "先打开一份报告"


def test_sections_and_tables_of_the_open_report_are_reached(hands, report):
    # given
    open_report(hands, report)
    page = hands.find("sectionPage", SectionPage)

    # when
    listed = search(hands, "表四")
    chosen = rows(listed)[0]
    hands.qtbot.keyClick(hands.find("commandField"), Qt.Key.Key_Return)

    # then
    assert chosen == ["表四", "去这张表", ""]
    hands.qtbot.waitUntil(lambda: getattr(page.here(), "cell", "").startswith("reviews."))
    search(hands, "总体情况")
    hands.qtbot.keyClick(hands.find("commandField"), Qt.Key.Key_Return)
    hands.qtbot.waitUntil(lambda: getattr(page.here(), "section", "") == "overview")


def test_other_years_of_the_office_are_offered_and_last_year_beside_the_work(hands, report, tmp_path):
    # given
    report.earlier = [report.model_copy(update={"year": report.year - 1})]
    recent.remember(RecentReport(str(tmp_path / "a.nianbao"), OFFICE, 2021, ""))
    recent.remember(RecentReport(str(tmp_path / "b.nianbao"), "别的镇人民政府", 2020, ""))
    open_report(hands, report)

    # when
    listed = rows(search(hands, "年报告"))

    # then
    assert ["打开 2021 年报告", OFFICE, ""] in listed
    assert not any("2020" in row[0] for row in listed)
    field = hands.find("commandField", QLineEdit)
    field.setText("2023 右栏")
    hands.qtbot.keyClick(field, Qt.Key.Key_Return)
    hands.qtbot.waitUntil(lambda: hands.sees("lastYearPanel"))


PAGES = {page.id: page for page in help_pages.pages()}


def test_every_page_of_the_folder_is_in_the_manual_and_has_a_title_and_words():
    assert {path.stem for path in help_pages.FOLDER.glob("*.md")} == set(help_pages.ORDER)
    for page in PAGES.values():
        assert page.text.startswith(f"# {page.title}\n")
        assert len(page.text) > 80


def test_the_pages_are_short_plain_markdown_without_html_or_links():
    for page in PAGES.values():
        assert re.findall(r"<[a-zA-Z/]|\]\(|https?:", page.text) == []
        assert len((help_pages.FOLDER / f"{page.id}.md").read_text("utf-8")) < 2500


def test_the_list_of_keys_names_every_command_and_every_key_of_the_table():
    # given
    text = PAGES["keys"].text

    # then
    for command in COMMANDS:
        assert f"| {keys.bare(command.text)} |" in text
        for key in filter(None, keys.key_words(command.shortcut).split(" 或 ")):
            assert key in text


def test_the_pages_name_only_keys_that_there_are():
    # given
    known = {key for one in COMMANDS for key in keys.key_words(one.shortcut).split(" 或 ")}
    known |= {
        "F2",
        "Ctrl+C",
        "Ctrl+V",
        "Ctrl+Home",
        "Ctrl+End",
        "Shift+回车",
        "Shift+空格",
        "Shift+Tab",
        "Shift+F10",
        "Ctrl+加号",
        "Ctrl+减号",
        "Ctrl+逗号",
        "Ctrl+滚轮",
    }

    # then
    for page in PAGES.values():
        named = set(re.findall(r"(?:Ctrl\+|Shift\+|Alt\+)+(?:F\d+|[A-Za-z]+|[\d.,]|\w\w)|\bF\d+", page.text))
        assert {key for key in named if key not in known and not key.startswith("Alt")} == set()


@pytest.mark.parametrize(
    ("shortcut", "words"),
    [
        ("", ""),
        ("Ctrl+Return", "Ctrl+回车"),
        ("F9; Ctrl+Shift+P", "F9 或 Ctrl+Shift+P"),
        ("Ctrl++", "Ctrl+加号"),
    ],
)
def test_keys_are_named_as_on_the_keyboard(shortcut, words):
    assert keys.key_words(shortcut) == words


def test_marks_in_keys_and_words_are_no_markdown():
    # when
    text = keys.as_markdown([Command("a", "甲(&A)", "乘&&除(&B)…", "Ctrl+*")])

    # then
    assert "| 乘&除 | Ctrl+\\* |" in text
    assert "## 甲\n" in text


def help_page(hands) -> str:
    hands.command("help")
    return hands.find("manualDialog", ManualDialog).page.id


def close_manual(hands) -> None:
    hands.press("closeManual")
    hands.qtbot.waitUntil(lambda: not hands.sees("manualDialog"))


def test_help_opens_at_the_place_at_hand(hands, report):
    # given
    assert help_page(hands) == "index"
    close_manual(hands)
    open_report(hands, report)

    # then
    for name, page in (("proseEditor", "prose"), ("findingsList", "findings"), ("outline", "findings")):
        hands.find(name).setFocus()
        assert help_page(hands) == page
        close_manual(hands)
    search(hands, "表四")
    hands.qtbot.keyClick(hands.find("commandField"), Qt.Key.Key_Return)
    hands.qtbot.waitUntil(lambda: hands.sees("tableView"))
    hands.find("tableView").setFocus()
    assert help_page(hands) == "table"


def test_help_in_a_dialog_speaks_of_the_dialog(hands, report):
    # given
    open_report(hands, report)
    hands.command("exportReport")
    folder = hands.find("exportFolder")
    hands.find("exportDialog").activateWindow()
    folder.setFocus()
    hands.qtbot.waitUntil(folder.hasFocus)

    # when
    hands.qtbot.keyClick(folder, Qt.Key.Key_F1)

    # then
    assert hands.find("manualDialog", ManualDialog).page.id == "export"


def test_every_place_has_its_page(hands):
    assert set(help_pages.PLACES.values()) <= set(help_pages.ORDER)


def test_the_manual_is_searched_over_all_its_pages(hands):
    # given
    hands.command("help")
    field = hands.find("manualSearch", QLineEdit)
    pages = hands.find("manualPages", QListWidget)

    # when
    field.insert("没有这个词")
    none = [pages.item(row).isHidden() for row in range(pages.count())]
    said = hands.find("manualNothing", QLabel).text()
    field.clear()
    field.insert("先印单数页")

    # then
    assert all(none)
    assert said.startswith("没有找到“没有这个词”。")
    assert not hands.sees("manualNothing")
    shown = [pages.item(row).text() for row in range(pages.count()) if not pages.item(row).isHidden()]
    assert shown == [PAGES["preview"].title]
    text = hands.find("manualText")
    assert text.textCursor().selectedText() == "先印单数页"
    assert len(text.extraSelections()) == 1
    hands.qtbot.keyClick(field, Qt.Key.Key_Return)
    assert text.textCursor().selectedText() == "先印单数页"


@pytest.mark.parametrize("words", ["自动保存", "断电", "停电", "死机", "没保存"])
def test_one_search_leads_to_what_becomes_of_the_work_when_the_power_fails(hands, words):
    # given
    hands.command("help")
    text = hands.find("manualText", QTextEdit)

    # when
    hands.find("manualSearch", QLineEdit).insert(words)

    # then: the words are marked and in sight
    assert hands.find("manualDialog", ManualDialog).page.id == "saving"
    assert hands.find("manualPages", QListWidget).currentItem().text() == PAGES["saving"].title
    assert text.textCursor().selectedText() == words
    assert text.viewport().rect().contains(text.cursorRect())
    assert not hands.sees("manualNothing")


@pytest.mark.parametrize(
    ("words", "page"), [("复议", "zero"), ("旧版本", "versions"), ("Ctrl+S", "saving"), ("撤销", "prose")]
)
def test_a_search_leads_to_the_page_of_the_topic_before_those_of_all_topics(hands, words, page):
    # given
    hands.command("help")
    field = hands.find("manualSearch", QLineEdit)

    # when: letter by letter
    for letter in words:
        field.insert(letter)

    # then
    assert hands.find("manualDialog", ManualDialog).page.id == page


def test_the_list_of_keys_is_shown_printed_and_written(hands, tmp_path):
    # given
    hands.command("keyList")
    manual = hands.find("manualDialog", ManualDialog)
    printer = QPrinter()
    printer.setOutputFileName(str(tmp_path / "keys.pdf"))

    # when
    manual.print_to(printer)
    printed = hands.find("manualTold", QLabel).text()
    hands.press("saveManual")
    dialog = hands.find("manualFileDialog", QFileDialog)
    dialog.fileSelected.emit(str(tmp_path / "keys.txt"))
    dialog.close()

    # then
    assert manual.page.id == "keys"
    assert printed == f"已存到 {tmp_path / 'keys.pdf'}"
    assert hands.find("manualTold", QLabel).text() == f"已存到 {tmp_path / 'keys.txt'}"
    assert (tmp_path / "keys.pdf").read_bytes().startswith(b"%PDF")
    assert "导出\tCtrl+E\n" in (tmp_path / "keys.txt").read_text("utf-8-sig")


def test_without_a_printer_one_hears_so_and_may_have_the_page_as_a_file_of_ones_folder(
    hands, tmp_path, monkeypatch
):
    # given
    monkeypatch.setattr(QPrinterInfo, "availablePrinterNames", staticmethod(list))
    hands.command("keyList")

    # when
    hands.press("printManual")
    said = hands.find("noPrinterBox", QMessageBox).text()
    hands.press("manualPdf")
    dialog = hands.find("manualFileDialog", QFileDialog)
    folder = dialog.directory().absolutePath()
    dialog.fileSelected.emit(str(tmp_path / "keys.pdf"))
    dialog.close()

    # then
    assert said == "这台电脑上还没有打印机。请先装好打印机，或者存成 PDF 拿到别处打印。"
    assert Path(folder) == documents()
    assert (tmp_path / "keys.pdf").read_bytes().startswith(b"%PDF")
    assert "已存到" in hands.find("manualTold", QLabel).text()


def test_without_a_printer_one_may_leave_it_at_that(hands, qtbot, monkeypatch):
    # given
    monkeypatch.setattr(QPrinterInfo, "availablePrinterNames", staticmethod(list))
    hands.command("keyList")
    hands.press("printManual")

    # when
    qtbot.keyClick(hands.find("noPrinterBox"), Qt.Key.Key_Escape)

    # then
    assert not hands.sees("manualFileDialog")
    assert hands.sees("manualDialog")


def folder_proposed(hands) -> Path:
    """Ask for a page as a text file, and give it up again; return the folder that was proposed."""
    hands.press("saveManual")
    dialog = hands.find("manualFileDialog", QFileDialog)
    folder = dialog.directory().absolutePath()
    dialog.reject()
    hands.qtbot.waitUntil(lambda: not hands.sees("manualFileDialog"))
    return Path(folder)


def test_the_first_page_is_proposed_for_the_folder_of_the_reports(window, hands, tmp_path):
    # given
    reports = tmp_path / "报告"
    reports.mkdir()
    window._options.open_folder = str(reports)

    # when
    hands.command("keyList")
    there = folder_proposed(hands)
    reports.rmdir()
    gone = folder_proposed(hands)

    # then
    assert there == reports
    assert gone == documents()


def test_the_next_page_is_proposed_for_the_folder_of_the_last_one_also_in_a_manual_opened_anew(
    hands, tmp_path
):
    # given
    hands.command("keyList")
    hands.press("saveManual")
    chosen = tmp_path / "说明"
    chosen.mkdir()
    hands.choose_file("manualFileDialog", chosen / "keys.txt")

    # when
    at_once = folder_proposed(hands)
    close_manual(hands)
    hands.command("help")
    anew = folder_proposed(hands)

    # then
    assert [at_once, anew] == [chosen, chosen]

    # when
    shutil.rmtree(chosen)

    # then
    assert folder_proposed(hands) == documents()


def test_the_arrow_keys_go_over_the_pages_from_the_search_field(hands, qtbot):
    # given
    hands.command("help")
    field = hands.find("manualSearch", QLineEdit)
    pages = hands.find("manualPages", QListWidget)
    field.setFocus()
    field.insert("保存")
    held = [row for row in range(pages.count()) if not pages.item(row).isHidden()]
    pages.setCurrentRow(held[0])

    # when
    qtbot.keyClick(field, Qt.Key.Key_Down)
    below = pages.currentRow()
    qtbot.keyClick(field, Qt.Key.Key_Up)

    # then
    assert len(held) > 1
    assert below == held[1]
    assert pages.currentRow() == held[0]
    assert hands.find("manualDialog").focusWidget() is field
    assert field.text() == "保存"


def test_a_list_that_cannot_be_written_ends_in_a_sentence(hands, tmp_path):
    # given
    hands.command("keyList")
    hands.press("saveManual")

    # when
    hands.choose_file("manualFileDialog", tmp_path)

    # then
    assert "无法写入" in hands.find("noticeBox").text()


def test_the_manual_opens_once_over_a_window(hands):
    # when
    hands.command("help")
    hands.command("keyList")

    # then
    manuals = [one for one in hands.window.findChildren(ManualDialog) if one.isVisible()]
    assert [one.page.id for one in manuals] == ["keys"]
    assert (RESOURCES / "help" / "keys.md").exists()
