"""Last year's report from the clipboard, as a text, a table or a copied file."""

from PySide6.QtCore import QMimeData, Qt, QUrl
from PySide6.QtWidgets import QLabel, QMessageBox

from tests.gui.review.conftest import MADE, SAMPLE, SOURCE, TABLE, copied

PASTED_HTML = (
    "<table>"
    + "".join(
        "<tr>" + "".join(f"<td>{cell}</td>" for cell in line.strip("| ").split(" | ")) + "</tr>"
        for line in TABLE.replace("若干", "6").splitlines()
    )
    + "</table>"
)


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
