"""The review page as a clerk uses it: look, accept, correct, assign, and only then go on."""

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QGuiApplication
from PySide6.QtWidgets import (
    QApplication,
    QComboBox,
    QInputDialog,
    QLabel,
    QLineEdit,
    QListWidget,
    QMessageBox,
    QPlainTextEdit,
    QPushButton,
    QSpinBox,
    QTabWidget,
    QTextEdit,
)
from reportlab.lib.pagesizes import A4
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas

from core.paths import RESOURCES
from core.report import blank
from core.store import ReportFile, read, write
from gui.panes.review_list import ReviewList
from gui.panes.review_source import SourceLines

OFFICE = "清溪县柳河镇人民政府"
MADE, VALID = "disclosure.rules.made", "disclosure.documents.valid"
TABLE = """| 第二十条第（一）项 | 第二十条第（一）项 | 第二十条第（一）项 | 第二十条第（一）项 |
| 信息内容 | 本年制发件数 | 本年废止件数 | 现行有效件数 |
| 规章 | 若干 | 0 | 0 |
| 行政规范性文件 | 3 | 1 | 7 |
"""
SOURCE = f"""网站首页 > 政府信息公开 > 年报
清溪县柳河镇人民政府2023年政府信息公开工作年度报告

根据条例规定，现公布本镇2023年政府信息公开工作年度报告。

一、总体情况
2023年，本镇公开信息37条。

二、主动公开政府信息情况

{TABLE}
五、存在的主要问题及改进情况
公开栏更新不够及时。

清溪县柳河镇人民政府
2024年1月12日
"""
SAMPLE = next((RESOURCES / "samples").glob("*年度报告.txt"))
PASTED_HTML = (
    "<table>"
    + "".join(
        "<tr>" + "".join(f"<td>{cell}</td>" for cell in line.strip("| ").split(" | ")) + "</tr>"
        for line in TABLE.replace("若干", "6").splitlines()
    )
    + "</table>"
)


@pytest.fixture
def source(tmp_path):
    path = tmp_path / "去年.txt"
    path.write_text(SOURCE, encoding="utf-8")
    return path


@pytest.fixture
def page(window, hands, qtbot, source):
    """The review of a file with a line left over and a figure that is none."""
    window.desk.opening.read(source, forward_first=True)
    return shown(hands, qtbot)


@pytest.fixture
def clipboard(qapp):
    yield QGuiApplication.clipboard()
    QGuiApplication.clipboard().clear()


def copied(text: str = "", html: str = "") -> QMimeData:
    data = QMimeData()
    if text:
        data.setText(text)
    if html:
        data.setHtml(html)
    return data


def shown(hands, qtbot):
    """Wait for the review page, with the window at the front again after the waiting dialog."""
    page = hands.find("reviewPage")
    hands.window.activateWindow()
    qtbot.waitUntil(lambda: QApplication.focusWidget() is not None)
    return page


def press(qtbot, key, modifier=Qt.KeyboardModifier.NoModifier) -> None:
    qtbot.keyClick(QApplication.focusWidget(), key, modifier)


def go_to(page, qtbot, target: str) -> None:
    """Press F8 until a place is at hand."""
    entries = page.findChild(ReviewList)
    for _ in page.review.places:
        if entries.target == target:
            return
        press(qtbot, Qt.Key.Key_F8)
    assert entries.target == target


def verdict(hands) -> str:
    return hands.find("reviewVerdict", QLabel).text()


def test_a_sure_reading_says_so_and_enter_goes_on(window, hands, qtbot):
    # given
    window.desk.opening.read(SAMPLE, forward_first=True)
    shown(hands, qtbot)

    # then
    assert verdict(hands) == "✓ 全部读到，没有拿不准的地方"
    assert "原文表格里 200 个数字，放进报告 200 个" in hands.find("reviewCounts", QLabel).text()

    # when
    qtbot.waitUntil(lambda: QApplication.focusWidget() is hands.find("forwardButton"))
    press(qtbot, Qt.Key.Key_Return)

    # then
    hands.find("workspace")
    assert window.desk.session.report.year == 2025
    assert not hands.sees("reviewPage")


def test_the_first_place_is_at_hand_with_its_counterpart(page, hands):
    # then
    assert verdict(hands).startswith("? 还有 ")
    assert hands.find("sourceLines", SourceLines).marked() == ["网站首页 > 政府信息公开 > 年报"]
    assert hands.find("reviewList", ReviewList).target == "left:0"
    assert "没有放进报告的文字（第 1 行）" in hands.find("importNotes", QListWidget).currentItem().text()


def test_f8_goes_from_place_to_place_and_back(page, hands, qtbot):
    # when
    go_to(page, qtbot, "disclosure.rules")

    # then
    assert "若干" in "".join(hands.find("sourceLines", SourceLines).marked())
    assert "若干" in hands.find("importNotes", QListWidget).currentItem().text()

    # when
    press(qtbot, Qt.Key.Key_F8, Qt.KeyboardModifier.ShiftModifier)

    # then
    assert hands.find("reviewList", ReviewList).target == "left:0"


def test_a_click_on_a_line_of_the_source_shows_what_became_of_it(page, hands, qtbot):
    # given
    lines = hands.find("sourceLines", SourceLines)
    block = lines.document().find("本镇公开信息37条").block()
    spot = lines.blockBoundingGeometry(block).translated(lines.contentOffset()).center().toPoint()

    # when
    qtbot.mouseClick(lines.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(20, spot.y()))

    # then
    assert hands.find("reviewList", ReviewList).target == "overview/0"
    assert "37条" in hands.find("wordsText", QPlainTextEdit).toPlainText()


def test_a_click_on_what_was_read_shows_its_line(page, hands, qtbot):
    # given
    entries = hands.find("reviewList", ReviewList)
    entries.scrollToTop()
    row = next(row for row, one in enumerate(page.review.entries()) if one.target == "overview/0")
    spot = entries.visualRect(entries.model().index(row, 0)).center()

    # when
    qtbot.mouseClick(entries.viewport(), Qt.MouseButton.LeftButton, pos=spot)

    # then
    assert hands.find("sourceLines", SourceLines).marked() == ["2023年，本镇公开信息37条。"]


def test_all_places_can_be_accepted_by_key_alone(page, hands, qtbot):
    # when
    for _ in page.review.places:
        press(qtbot, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)

    # then
    assert verdict(hands) == "✓ 拿不准的地方都核对过了"
    assert QApplication.focusWidget() is hands.find("forwardButton")
    assert page.result() == page.review.reading.report

    # when
    press(qtbot, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)

    # then
    assert verdict(hands) == "? 还有 1 处请核对"


def test_a_figure_is_corrected_in_place_and_goes_into_the_report(window, page, hands, qtbot):
    # given
    go_to(page, qtbot, "disclosure.rules")

    # when
    field = hands.find(f"figure_{MADE}", QLineEdit)
    assert QApplication.focusWidget() is field
    qtbot.keyClicks(field, "12")
    press(qtbot, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    hands.press("openOnlyButton")

    # then
    hands.find("workspace")
    assert window.desk.session.report.text(MADE) == "12"
    assert not any("若干" in note.message for note in window.desk.session.report.notes)


def test_what_stands_half_typed_counts_when_the_clerk_goes_on(window, page, hands, qtbot):
    # given
    go_to(page, qtbot, "disclosure.rules")
    qtbot.keyClicks(hands.find(f"figure_{MADE}", QLineEdit), "8")

    # when
    hands.press("openOnlyButton")

    # then
    hands.find("workspace")
    assert window.desk.session.report.text(MADE) == "8"


def test_a_line_left_over_is_assigned_to_a_section(window, page, hands, qtbot):
    # when
    section = hands.find("wordsSection", QComboBox)
    assert QApplication.focusWidget() is section
    section.setCurrentIndex(section.findData("overview"))
    hands.press("acceptButton")
    hands.press("openOnlyButton")

    # then
    hands.find("workspace")
    overview = window.desk.session.report.section("overview")
    assert overview.paragraphs[0].text == "网站首页 > 政府信息公开 > 年报"


def test_a_line_left_over_is_assigned_to_a_row_of_a_table(page, hands):
    # when
    section, row = hands.find("wordsSection", QComboBox), page.findChild(QComboBox, "wordsRow")
    section.setCurrentIndex(section.findData("row"))
    row.setCurrentIndex(row.findData("disclosure.rules"))
    field = hands.find(f"figure_{MADE}", QLineEdit)
    field.setText("5")
    field.textEdited.emit("5")
    hands.press("acceptButton")

    # then
    assert page.result().text(MADE) == "5"


def test_words_typed_are_taken_over_by_key(page, hands, qtbot):
    # given
    entries = hands.find("reviewList", ReviewList)
    row = next(row for row, one in enumerate(page.review.entries()) if one.target == "overview/0")
    entries.setCurrentIndex(entries.model().index(row, 0))
    entries.setFocus()

    # when
    press(qtbot, Qt.Key.Key_F2)
    assert QApplication.focusWidget() is hands.find("wordsText")
    press(qtbot, Qt.Key.Key_X)
    press(qtbot, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)

    # then
    assert page.review.sign_of("overview/0") == "changed"
    assert page.review.report().section("overview").paragraphs[0].text == "x2023年，本镇公开信息37条。"


def test_a_paragraph_is_reworded_and_moved(page, hands, qtbot):
    # given
    entries = hands.find("reviewList", ReviewList)
    row = next(row for row, one in enumerate(page.review.entries()) if one.target == "overview/0")
    entries.setCurrentIndex(entries.model().index(row, 0))

    # when
    hands.find("wordsText", QPlainTextEdit).setPlainText("改过的一段。")
    section = hands.find("wordsSection", QComboBox)
    section.setCurrentIndex(section.findData("problems"))
    hands.press("acceptButton")

    # then
    report = page.result()
    assert report.section("overview").paragraphs == []
    assert report.section("problems").paragraphs[0].text == "改过的一段。"


def test_the_unit_is_corrected(page, hands, qtbot):
    # given
    entries = hands.find("reviewList", ReviewList)
    row = next(row for row, one in enumerate(page.review.entries()) if one.target == "unit")
    entries.setCurrentIndex(entries.model().index(row, 0))

    # when
    press(qtbot, Qt.Key.Key_F2)
    line = hands.find("factText", QLineEdit)
    line.selectAll()
    line.insert("清溪县柳河镇")

    # then
    assert page.result().unit.name == "清溪县柳河镇"


def test_cancel_leaves_everything_as_it_was(window, page, hands):
    # when
    hands.press("cancelReview")

    # then
    assert hands.sees("homePage")
    assert window.desk.session is None
    assert window.windowTitle() == "年报通"


def test_cancel_asks_where_something_was_corrected_and_names_how_much(window, page, hands, qtbot):
    # given: one figure corrected before, another still half-typed
    page.review.set_cells({VALID: "12"})
    go_to(page, qtbot, "disclosure.rules")
    qtbot.keyClicks(hands.find(f"figure_{MADE}", QLineEdit), "8")

    # when
    hands.press("cancelReview")

    # then
    assert "已经改了 2 处" in hands.find("leaveReviewBox", QMessageBox).text()

    # when
    hands.press("stayInReview")

    # then
    assert page.result().text(VALID) == "12"
    assert hands.sees("reviewPage")

    # when
    hands.press("cancelReview")
    hands.press("leaveReview")

    # then
    qtbot.waitUntil(lambda: hands.sees("homePage"))
    assert window.desk.session is None


def test_escape_leaves_a_review_at_once_only_where_nothing_was_changed(page, hands, qtbot):
    # given
    go_to(page, qtbot, "disclosure.rules")
    qtbot.keyClicks(hands.find(f"figure_{MADE}", QLineEdit), "8")

    # when
    press(qtbot, Qt.Key.Key_Escape)

    # then
    assert hands.sees("leaveReviewBox")
    hands.press("stayInReview")
    assert hands.sees("reviewPage")

    # when
    hands.find(f"figure_{MADE}", QLineEdit).clear()
    hands.find("importNotes").setFocus()
    press(qtbot, Qt.Key.Key_Escape)

    # then
    assert hands.sees("homePage")


def test_year_and_form_can_be_overruled(page, hands, qtbot):
    # given
    again = hands.find("rereadButton", QPushButton)
    assert not again.isEnabled()

    # when
    hands.find("reviewYear", QSpinBox).setValue(2020)
    forms = hands.find("reviewForm", QComboBox)
    forms.setCurrentIndex(forms.findData("national-2019"))
    again.click()

    # then
    qtbot.waitUntil(lambda: page.review.reading.report.year == 2020, timeout=20_000)
    assert page.review.reading.report.template == "national-2019"
    assert "生成 2021 年报告" in hands.find("forwardButton", QPushButton).text()


def test_the_draft_may_be_for_a_later_year_than_the_next(window, hands, qtbot):
    # given
    window.desk.opening.read(SAMPLE, forward_first=True)
    shown(hands, qtbot)
    year = hands.find("forwardYear", QSpinBox)
    before = hands.find("reviewYear", QSpinBox).value()

    # when
    year.setValue(before + 3)

    # then
    assert year.minimum() == before + 1
    assert hands.find("forwardButton", QPushButton).text() == f"生成 {before + 3} 年报告(&G)"
    hands.press("forwardButton")
    hands.find("workspace")
    report = window.desk.session.report
    assert report.year == before + 3
    assert report.carried_from().year == before


def test_a_review_over_an_open_report_gives_it_back_when_cancelled(window, hands, library, source):
    # given
    report = blank(library.get("national-2021"), 2024, OFFICE)
    window.desk.opening.opened.emit(ReportFile(report), None)
    work = hands.find("workspace")
    window.desk.opening.read(source)
    hands.find("reviewPage")
    assert not hands.action("save").isEnabled()

    # when
    hands.press("cancelReview")

    # then
    assert hands.find("workspace") is work
    assert hands.action("save").isEnabled()
    assert not hands.action("undo").isEnabled()
    assert "2024年报告" in window.windowTitle()


def test_a_report_file_as_last_years_is_shown_as_it_is(window, hands, library, tmp_path):
    # given
    path = tmp_path / "柳河镇.nianbao"
    write(ReportFile(blank(library.get("national-2021"), 2023, OFFICE)), path)

    # when
    window.desk.opening.read(path, forward_first=True)
    hands.find("reviewPage")

    # then
    assert "原样打开" in hands.find("reviewCounts", QLabel).text()
    assert not hands.sees("reviewSource")
    assert not hands.find("reviewYear", QSpinBox).isEnabled()

    # when
    hands.press("openOnlyButton")

    # then
    hands.find("workspace")
    assert window.desk.session.path == path.resolve()
    assert window.desk.is_clean()


def test_a_file_that_names_no_year_asks_for_it(window, hands, tmp_path):
    # given
    path = tmp_path / "没有年份.txt"
    path.write_text("一、总体情况\n本镇公开信息37条。\n", encoding="utf-8")
    window.desk.opening.read(path)

    # when
    dialog = hands.find("yearDialog", QInputDialog)
    dialog.setIntValue(2022)
    dialog.accept()

    # then
    assert hands.find("reviewPage").review.reading.report.year == 2022


def test_a_text_is_pasted_on_the_home_page(window, hands, qtbot, clipboard):
    # given
    clipboard.setMimeData(copied(SOURCE))

    # when
    window.activateWindow()
    qtbot.keyClick(window, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)

    # then
    page = hands.find("reviewPage")
    assert page.review.reading.report.year == 2023
    assert "剪贴板" in hands.find("reviewTitle", QLabel).text()


def test_a_table_pasted_into_the_review_fills_its_figures(window, page, hands, qtbot, clipboard):
    # given
    clipboard.setMimeData(copied(TABLE, PASTED_HTML))

    # when
    hands.command("pasteReport")

    # then
    qtbot.waitUntil(lambda: page.review.report().text(MADE) == "6", timeout=20_000)
    assert hands.sees("reviewPage")
    assert page.review.report().section("overview").paragraphs


def test_a_whole_text_pasted_into_the_review_is_a_review_of_its_own(window, page, hands, qtbot, clipboard):
    # given
    clipboard.setMimeData(copied(SAMPLE.read_text("utf-8")))

    # when
    hands.command("pasteReport")

    # then
    qtbot.waitUntil(lambda: hands.find("reviewPage") is not page, timeout=20_000)
    assert hands.find("reviewPage").review.reading.report.year == 2024


def test_a_file_copied_in_the_file_manager_is_read(window, hands, clipboard, source):
    # given
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(source))])
    clipboard.setMimeData(data)

    # when
    hands.command("pasteReport")

    # then
    assert hands.find("reviewPage").name == "去年.txt"


def test_an_empty_clipboard_is_said(window, hands, clipboard):
    # given
    clipboard.clear()

    # when
    hands.command("pasteReport")

    # then
    box = hands.find("noticeBox", QMessageBox)
    assert "剪贴板里没有文字" in box.text()
    box.close()


def test_a_paste_that_is_no_report_is_said_and_nothing_changes(window, hands, clipboard):
    # given
    clipboard.setMimeData(copied("明天上午开会。"))

    # when
    hands.command("pasteReport")

    # then
    box = hands.find("noticeBox", QMessageBox)
    assert "没有找到报告的标题" in box.text()
    box.close()
    assert hands.sees("homePage")


def test_the_pages_of_a_pdf_are_drawn_when_wanted(window, hands, qtbot, tmp_path):
    # given
    path = tmp_path / "去年.pdf"
    pdfmetrics.registerFont(TTFont("Song", str(RESOURCES / "fonts" / "NianbaoSong.ttf")))
    canvas = Canvas(str(path), pagesize=A4)
    canvas.setFont("Song", 12)
    for number, text in enumerate(line for line in SAMPLE.read_text("utf-8").splitlines()[:10] if line):
        canvas.drawString(72, 760 - 24 * number, text[:36])
    canvas.showPage()
    canvas.save()
    window.desk.opening.read(path)
    page = hands.find("reviewPage")

    # when
    hands.find("sourceTabs", QTabWidget).setCurrentIndex(1)

    # then
    picture = hands.find("pagePicture", QLabel)
    qtbot.waitUntil(lambda: not picture.pixmap().isNull(), timeout=20_000)

    # when
    hands.press("pageAfter")

    # then
    number = hands.find("pageNumber", QSpinBox)
    qtbot.waitUntil(lambda: number.maximum() == 1, timeout=20_000)
    assert page.source.pictures.page == 0


def test_what_looks_like_html_in_a_file_is_shown_as_it_stands(window, hands, tmp_path):
    # given
    path = tmp_path / "尖括号.txt"
    evil = "<img src='file:///etc/hostname'><b>粗</b>"
    path.write_text(f"{evil}\n{SOURCE}", encoding="utf-8")

    # when
    window.desk.opening.read(path)
    page = hands.find("reviewPage")

    # then
    assert evil in hands.find("sourceLines", SourceLines).toPlainText()
    assert page.findChildren(QTextEdit) == []
    labels = [one for one in page.findChildren(QLabel) if "<" in one.text()]
    assert all(one.textFormat() == Qt.TextFormat.PlainText for one in labels)


def test_a_file_dropped_on_the_words_of_an_open_report_is_read(window, hands, library, source):
    # given
    report = blank(library.get("national-2021"), 2024, OFFICE)
    window.desk.opening.opened.emit(ReportFile(report), None)
    sheet = hands.find("proseEditor", QTextEdit)
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(source))])
    how = (Qt.DropAction.CopyAction, data, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier)

    # when
    QApplication.sendEvent(sheet.viewport(), QDragEnterEvent(QPoint(5, 5), *how))
    QApplication.sendEvent(sheet.viewport(), QDropEvent(QPointF(5, 5), *how))

    # then
    assert hands.find("reviewPage").name == source.name
    assert source.name not in sheet.toPlainText()


def test_every_control_has_a_name_for_the_ear_and_one_for_the_tests(page):
    # given
    controls = [
        one
        for kind in (QPushButton, QComboBox, QSpinBox, QLineEdit, QPlainTextEdit, QListWidget)
        for one in page.findChildren(kind)
        if one.objectName() != "qt_spinbox_lineedit"
    ]

    # then
    assert controls
    assert [one for one in controls if not one.objectName()] == []
    assert [
        one.objectName() for one in controls if not (one.accessibleName() or getattr(one, "text", str)())
    ] == []


def test_the_corrected_report_is_what_is_saved(window, page, hands, qtbot, tmp_path):
    # given
    go_to(page, qtbot, "disclosure.rules")
    qtbot.keyClicks(hands.find(f"figure_{MADE}", QLineEdit), "2")
    hands.press("openOnlyButton")
    hands.find("workspace")

    # when
    path = tmp_path / "存好.nianbao"
    window.desk.session.save(path)

    # then
    assert read(path).report.text(MADE) == "2"
