"""The window as a clerk uses it, from last year's file to this year's."""

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDialog,
    QLabel,
    QLineEdit,
    QListWidget,
    QMessageBox,
    QTableView,
    QTextEdit,
)

from core import recent, settings
from core.checks.model import CellPlace
from core.edits import SetCells
from core.paths import RESOURCES
from core.report import Report, blank
from core.store import ReportFile, read, write
from gui import carried
from gui.window import MainWindow

OFFICE = "清溪县柳河镇人民政府"
TOTAL = "reviews.cases.review_total"
RULES = "disclosure.rules.made"
UPHELD = "reviews.cases.review_upheld"
LAST_YEAR = """清溪县柳河镇人民政府2023年政府信息公开工作年度报告

根据条例规定，现公布本镇2023年政府信息公开工作年度报告。

一、总体情况
2023年，本镇在公开栏张贴信息14条，在网站公开信息37条。
（一）依申请公开。全年收到申请2件，均已答复。

二、主动公开政府信息情况

三、收到和处理政府信息公开申请情况

四、政府信息公开行政复议、行政诉讼情况

| 行政复议 | 行政复议 | 行政复议 | 行政复议 | 行政复议 | 行政诉讼 | 行政诉讼 | 行政诉讼 | 行政诉讼 | 行政诉讼 | 行政诉讼 | 行政诉讼 | 行政诉讼 | 行政诉讼 | 行政诉讼 |
| 结果维持 | 结果纠正 | 其他结果 | 尚未审结 | 总计 | 未经复议直接起诉 | 未经复议直接起诉 | 未经复议直接起诉 | 未经复议直接起诉 | 未经复议直接起诉 | 复议后起诉 | 复议后起诉 | 复议后起诉 | 复议后起诉 | 复议后起诉 |
| 结果维持 | 结果纠正 | 其他结果 | 尚未审结 | 总计 | 结果维持 | 结果纠正 | 其他结果 | 尚未审结 | 总计 | 结果维持 | 结果纠正 | 其他结果 | 尚未审结 | 总计 |
| 0 | 0 | 0 | 0 | 0 | 0 | 0 | 0 | 0 | 0 | 0 | 0 | 0 | 0 | 0 |

五、存在的主要问题及改进情况
公开栏更新不够及时。今后每周检查一次。

六、其他需要报告的事项
本年度没有收取信息处理费。

清溪县柳河镇人民政府
2024年1月12日
"""


@pytest.fixture
def saved(report, tmp_path):
    """A report file with one mistake in 表四."""
    report.values.update(
        {UPHELD: "1", TOTAL: "4"}
        | {f"reviews.cases.review_{one}": "0" for one in ("corrected", "other", "pending")}
    )
    path = tmp_path / "柳河镇.nianbao"
    write(ReportFile(report), path)
    return path


def opened(hands, path) -> Report:
    hands.window.open_path(path)
    hands.find("workspace")
    return hands.window.desk.session.report


def words(hands, name: str) -> str:
    return hands.find(name, QLabel).text()


def test_it_begins_on_the_home_page(window, hands):
    # then
    assert hands.sees("homePage")
    assert not hands.sees("workspace")
    assert window.windowTitle() == "年报通"


def test_from_last_years_file_to_this_years_files(window, hands, qtbot, tmp_path):
    # given
    source = tmp_path / "去年.txt"
    source.write_text(LAST_YEAR, encoding="utf-8")

    # when: last year's file is opened and carried forward
    hands.press("homeLastYear")
    hands.choose_file("openFileDialog", source)
    hands.press("forwardButton")

    # then
    hands.find("workspace")
    assert window.windowTitle() == "年报通 ─ 柳河镇 · 2024年报告"
    assert window.desk.workspace.outline.current_page().section == "preface"  # where something waits first
    assert "2024年" in hands.find("proseEditor", QTextEdit).toPlainText()
    assert "还没保存" in words(hands, "statusSaved")

    # when: a figure is typed that no township can have
    session = window.desk.session
    hands.find("outline", QListWidget).setCurrentRow(2)
    table = hands.find("tableView", QTableView)
    window.desk.workspace.page.go_to(CellPlace(RULES, ""))
    qtbot.keyClicks(table, "3")
    qtbot.keyClick(table.viewport().focusWidget() or table.focusWidget() or table, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: "T17" in {one.rule for one in session.findings})
    assert session.report.text(RULES) == "3"

    # then: the finding is reached by key, and its remedy taken
    for _ in session.findings:
        hands.command("nextFinding")
        if window.desk.workspace.findings.chosen().rule == "T17":
            break
    hands.command("applyFix")
    assert session.report.text(RULES) == "0"
    assert "T17" not in {one.rule for one in session.findings}

    # when: the report is exported
    hands.command("exportReport")
    dialog = hands.find("exportDialog", QDialog)
    hands.find("exportFolder", QLineEdit).setText(str(tmp_path / "报送"))
    hands.press("startExport")

    # then
    qtbot.waitUntil(lambda: hands.sees("exportedFiles"), timeout=60_000)
    names = sorted(path.name for path in (tmp_path / "报送").iterdir())
    stem = "清溪县柳河镇人民政府2024年政府信息公开工作年度报告"
    assert names == [f"{stem}（草稿）.docx", f"{stem}（草稿）.pdf"]  # not all of it was looked at
    dialog.close()


def test_a_report_file_opens_at_once_and_says_its_verdict(window, hands, saved):
    # when
    opened(hands, saved)
    hands.qtbot.waitUntil(lambda: words(hands, "verdict") != "")  # the pages are painted before the check

    # then
    assert words(hands, "verdict").startswith("✖ 还有 1 处必须改")
    assert "已保存" in words(hands, "statusSaved")
    assert hands.sees("outline")
    assert hands.sees("findingsPanel")


def test_saving_writes_the_file_and_says_so(window, hands, saved):
    # given
    opened(hands, saved)
    window.desk.session.edit(SetCells({TOTAL: "1"}))
    assert "还没保存" in words(hands, "statusSaved")

    # when
    hands.command("save")

    # then
    assert read(saved).report.text(TOTAL) == "1"
    assert "已保存" in words(hands, "statusSaved")


def test_a_cell_still_being_typed_in_is_saved_too(window, hands, qtbot, saved):
    # given
    opened(hands, saved)
    hands.find("outline", QListWidget).setCurrentRow(2)
    table = hands.find("tableView", QTableView)
    window.desk.workspace.page.go_to(CellPlace(RULES, ""))

    # when: the figure is typed, and no Enter follows
    qtbot.keyClicks(table, "3")
    hands.command("save")

    # then
    assert read(saved).report.text(RULES) == "3"


def test_a_new_report_is_made_saved_and_listed(window, hands, tmp_path):
    # given
    path = tmp_path / "新.nianbao"

    # when
    hands.press("homeNew")
    assert not hands.find("makeReport").isEnabled()
    hands.find("newOffice", QLineEdit).setText(OFFICE)
    hands.find("newYear", QComboBox).setCurrentText("2017")
    hands.press("makeReport")
    hands.find("workspace")
    hands.command("save")
    hands.choose_file("saveFileDialog", path)

    # then
    assert (read(path).report.year, read(path).report.template) == (2017, "national-2014")
    hands.command("goHome")
    shown = hands.find("recentList", QListWidget)
    assert [shown.item(row).text().split("\n")[0] for row in range(shown.count())] == [
        f"{OFFICE}　2017 年报告"
    ]


def test_undo_and_redo_are_offered_while_there_is_something(window, hands, saved):
    # given
    opened(hands, saved)
    offered = [hands.action("undo").isEnabled()]

    # when
    window.desk.session.edit(SetCells({TOTAL: "1"}))
    offered.append(hands.action("undo").isEnabled())
    hands.command("undo")
    offered += [hands.action("undo").isEnabled(), hands.action("redo").isEnabled()]

    # then
    assert offered == [False, True, False, True]
    assert window.desk.session.report.text(TOTAL) == "4"


def test_the_next_place_to_look_at_leads_through_all_that_was_carried(window, hands, saved, library):
    # given
    report = opened(hands, saved)
    report.section("problems").paragraphs.append(
        blank(library.get("plain-2008"), 2016, "某镇").sections[0].paragraphs[0]
    )
    hands.command("copyForward")
    hands.press("makeNextYear")
    hands.qtbot.waitUntil(lambda: window.desk.session.report is not report)
    draft = window.desk.session.report
    sections = [section.id for section, _, one in draft.paragraphs() if one.state == "carried"]
    places = len(carried.waiting(window.desk.session))

    # when
    shown = []
    for _ in range(places):
        hands.command("nextToLookAt")
        shown.append(window.desk.workspace.outline.current_page().section)

    # then: in reading order, from the first on
    assert [*dict.fromkeys(shown)] == [*dict.fromkeys(sections)]
    assert shown[0] == "preface"
    assert "problems" in shown
    assert hands.sees("lastYearPanel")


def test_leaving_with_unsaved_work_saves_it_and_asks_nothing(window, hands, saved):
    # given
    opened(hands, saved)
    window.desk.session.edit(SetCells({TOTAL: "1"}))

    # when
    hands.command("goHome")

    # then
    assert hands.sees("homePage")
    assert not any(box.isVisible() for box in window.findChildren(QMessageBox))
    assert read(saved).report.text(TOTAL) == "1"


def test_closing_with_unsaved_work_saves_it_and_closes(window, hands, saved):
    # given
    opened(hands, saved)
    window.desk.session.edit(SetCells({TOTAL: "1"}))

    # when
    window.close()

    # then
    assert not window.isVisible()
    assert read(saved).report.text(TOTAL) == "1"


def test_leaving_with_all_saved_asks_nothing(window, hands, saved):
    # given
    opened(hands, saved)

    # when
    hands.command("goHome")

    # then
    assert hands.sees("homePage")
    assert window.desk.session is None


def test_a_file_dropped_is_read_as_last_years(window, hands, tmp_path):
    # given
    source = tmp_path / "去年.txt"
    source.write_text(LAST_YEAR, encoding="utf-8")
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(source))])

    # when
    window.dropEvent(
        QDropEvent(
            QPointF(9, 9),
            Qt.DropAction.CopyAction,
            data,
            Qt.MouseButton.LeftButton,
            Qt.KeyboardModifier.NoModifier,
        )
    )

    # then
    hands.press("openOnlyButton")
    hands.find("workspace")
    assert window.desk.session.report.year == 2023


def test_a_file_that_cannot_be_used_is_a_notice_and_nothing_changes(window, hands, tmp_path):
    # given
    broken = tmp_path / "坏.nianbao"
    broken.write_bytes(b"PK\x03\x04 torn")

    # when
    window.open_path(broken)

    # then
    box = hands.find("noticeBox", QMessageBox)
    assert "坏.nianbao" in box.text()
    box.close()
    assert hands.sees("homePage")


def test_waiting_can_be_given_up(window, hands, tmp_path, monkeypatch):
    # given
    source = tmp_path / "去年.txt"
    source.write_text(LAST_YEAR, encoding="utf-8")

    # when
    window.desk.opening.read(source)
    assert hands.sees("progressBar")
    hands.press("cancelWaiting")

    # then
    assert not hands.sees("progressBar")
    window.open_path(RESOURCES / "samples" / "none.nianbao")
    hands.find("noticeBox", QMessageBox).close()
    assert not hands.sees("reviewPage")


def test_the_sample_can_be_tried(window, hands):
    # when
    hands.press("homeSample")
    hands.press("forwardButton")

    # then
    hands.find("workspace")
    assert window.desk.session.report.last() is not None


def test_the_check_sheet_can_go_with_the_report(window, hands, qtbot, saved, tmp_path):
    # given
    opened(hands, saved)
    hands.command("exportReport")
    hands.find("exportFolder", QLineEdit).setText(str(tmp_path / "报送"))
    for name in ("format_docx", "format_pdf"):
        hands.find(name, QCheckBox).setChecked(False)

    # when
    hands.find("format_sheet", QCheckBox).setChecked(True)
    hands.press("startExport")

    # then
    qtbot.waitUntil(lambda: hands.sees("exportedFiles"), timeout=60_000)
    names = sorted(path.name for path in (tmp_path / "报送").iterdir())
    ends = [name.rpartition("自查表")[1:] for name in names]
    assert ends == [("自查表", "（草稿）.docx"), ("自查表", "（草稿）.pdf")]  # a sum is wrong in it
    assert "sheet" in window._options.export_formats
    hands.find("exportDialog", QDialog).close()


def test_exporting_tells_which_files_it_would_replace(window, hands, saved, tmp_path):
    # given
    opened(hands, saved)
    (tmp_path / "清溪县柳河镇人民政府2024年政府信息公开工作年度报告（草稿）.docx").write_bytes(b"old")

    # when
    hands.command("exportReport")
    hands.find("exportFolder", QLineEdit).setText(str(tmp_path))

    # then
    assert ".docx" in words(hands, "exportNote")
    hands.press("cancelExport")


@pytest.mark.parametrize(
    "template", ["national-2021", "national-2019", "national-2014", "weihai-2012", "plain-2008"]
)
def test_every_page_of_every_form_can_be_shown(window, hands, library, template):
    # given
    year = library.get(template).last_year or 2024
    window.desk.open(ReportFile(blank(library.get(template), year, OFFICE)), None)
    outline = hands.find("outline", QListWidget)

    # when
    titles = []
    for row in range(outline.count()):
        outline.setCurrentRow(row)
        titles.append(hands.find("pageTitle", QLabel).text())

    # then
    assert len(set(titles)) == outline.count() >= 8


def test_what_was_chosen_is_remembered_for_the_next_time(window, hands, saved):
    # given
    opened(hands, saved)

    # when
    window.close()

    # then
    assert settings.load().office == OFFICE
    assert [one.path for one in recent.load()] == [str(saved.resolve())]
    assert isinstance(window, MainWindow)


def test_the_middle_keeps_its_width_on_a_small_screen(window, hands, saved):
    # given
    window.resize(1366, 728)

    # when
    opened(hands, saved)

    # then
    assert hands.find("sectionPage").width() >= 780
    assert 200 <= hands.find("outline").width() <= 260
    assert 280 <= hands.find("sidePanel").width() <= 330


def test_a_pane_folded_away_stays_away_for_the_next_report(window, hands, saved):
    # given
    opened(hands, saved)

    # when
    hands.command("toggleOutline")
    hands.command("goHome")
    opened(hands, saved)

    # then
    assert not hands.sees("outline")
    hands.command("toggleOutline")
    assert hands.sees("outline")


def test_the_findings_come_into_sight_with_the_key(window, hands, saved):
    # given
    opened(hands, saved)
    hands.command("toggleSide")

    # when
    hands.command("nextFinding")

    # then
    assert hands.sees("findingsPanel")


def test_the_keys_work_while_the_cursor_is_in_the_text(window, hands, qtbot, saved):
    # given
    opened(hands, saved)
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    prose = hands.find("proseEditor", QTextEdit)
    prose.setFocus()
    qtbot.keyClicks(prose, "abc")
    written = [window.desk.session.report.section("overview").paragraphs[0].text]

    # when
    qtbot.keyClick(prose, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    written.append(prose.toPlainText())
    qtbot.keyClick(prose, Qt.Key.Key_F8)

    # then
    assert written == ["abc", ""]
    assert window.desk.workspace.findings.chosen() is not None
    assert window.desk.workspace.outline.current_page().section == "reviews"


def test_words_before_a_table_leave_the_table_the_larger_part(window, hands, qtbot, saved):
    # given
    opened(hands, saved)
    hands.find("outline", QListWidget).setCurrentRow(3)
    assert not hands.sees("proseEditor")

    # when
    hands.press("addWords")

    # then
    prose = hands.find("proseEditor", QTextEdit)
    qtbot.waitUntil(lambda: hands.find("tableView").height() > prose.height())
    assert not hands.sees("addWords")
    hands.command("undo")
    assert not hands.sees("proseEditor")
    assert window.desk.session.is_clean
