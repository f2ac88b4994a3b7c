"""Last year's report from the clipboard, as a text, a table or a copied file."""

from PySide6.QtCore import QMimeData, Qt, QUrl
from PySide6.QtWidgets import QLabel, QLineEdit, QMessageBox, QPlainTextEdit

from gui.panes.review_list import ReviewList
from tests.gui.review.conftest import MADE, SAMPLE, SOURCE, TABLE, copied, shown

PASTED_HTML = (
    "<table>"
    + "".join(
        "<tr>" + "".join(f"<td>{cell}</td>" for cell in line.strip("| ").split(" | ")) + "</tr>"
        for line in TABLE.replace("若干", "6").splitlines()
    )
    + "</table>"
)


WITHOUT_TABLE = """清溪县柳河镇人民政府2016年政府信息公开工作年度报告
一、概述
本镇公开信息37条。
二、主动公开政府信息的情况
本镇及时公开信息。
清溪县柳河镇人民政府
2017年1月17日
"""
EARLIER_TABLE = """统计指标\t单位\t统计数
一、主动公开情况\t——\t
（一）主动公开政府信息数（不同渠道和方式公开相同信息计1条）\t条\t70
其中：主动公开规范性文件数\t条\t5
制发规范性文件总数\t件\t5
（二）通过不同渠道和方式公开政府信息的情况\t——\t
1.政府公报公开政府信息数\t条\t0
2.政府网站公开政府信息数\t条\t30
3.政务微博公开政府信息数\t条\t0
4.政务微信公开政府信息数\t条\t12
5.其他方式公开政府信息数\t条\t28
"""


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


def test_the_key_that_the_note_names_fills_the_figures_wherever_the_cursor_is(
    window, page, hands, qtbot, clipboard
):
    # given: the cursor in a field that would take the words of a plain paste
    notes = [note.message for note in page.review.reading.report.notes if note.kind == "no_table"]
    entries = hands.find("reviewList", ReviewList)
    row = next(row for row, one in enumerate(page.review.entries()) if one.target == "overview/0")
    entries.setCurrentIndex(entries.model().index(row, 0))
    field = hands.find("wordsText", QPlainTextEdit)
    field.setFocus()
    clipboard.setMimeData(copied(TABLE, PASTED_HTML))

    # when
    window.activateWindow()
    both = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
    qtbot.keyClick(field, Qt.Key.Key_V, both)

    # then
    qtbot.waitUntil(lambda: page.review.report().text(MADE) == "6", timeout=20_000)
    assert notes
    assert all("Ctrl+Shift+V" in note for note in notes)


def test_what_was_pasted_is_at_hand_in_the_list_and_beside_it(window, page, hands, qtbot, clipboard):
    # given: something else half typed
    entries = hands.find("reviewList", ReviewList)
    row = next(row for row, one in enumerate(page.review.entries()) if one.target == "overview/0")
    entries.setCurrentIndex(entries.model().index(row, 0))
    hands.find("wordsText", QPlainTextEdit).setPlainText("改过的一段。")
    clipboard.setMimeData(copied(TABLE, PASTED_HTML))

    # when
    hands.command("pasteReport")

    # then
    qtbot.waitUntil(lambda: page.review.report().text(MADE) == "6", timeout=20_000)
    assert entries.target == "disclosure.rules"
    assert hands.find(f"figure_{MADE}", QLineEdit).text() == "6"
    assert not hands.sees("wordsText")
    assert page.review.report().section("overview").paragraphs[0].text == "改过的一段。"


def test_a_table_pasted_where_the_form_has_none_is_told_which_form_has_it(
    window, hands, qtbot, clipboard, tmp_path
):
    # given: a report of 2016 without its table
    path = tmp_path / "柳河镇2016.txt"
    path.write_text(WITHOUT_TABLE, encoding="utf-8")
    window.desk.opening.read(path, forward_first=True)
    page = shown(hands, qtbot)
    assert not page.review.template.tables
    clipboard.setMimeData(copied(EARLIER_TABLE))

    # when
    hands.command("pasteReport")

    # then
    box = hands.find("noticeBox", QMessageBox)
    assert "没有统计表" in box.text()
    assert "按此重读" in box.text()
    assert "文件" not in box.text()
    box.close()
    assert hands.find("reviewPage") is page


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
    assert "“剪贴板”里没有找到报告的标题" in box.text()
    assert "文件" not in box.text()
    box.close()
    assert hands.sees("homePage")
