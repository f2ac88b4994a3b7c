"""Dialogs that may have much or little to show begin as large as what there is."""

import pytest
from PySide6.QtCore import QSize
from PySide6.QtWidgets import QApplication, QComboBox, QDialog, QLineEdit, QListWidget

from core import store
from core.carry import forward
from core.edits import SetField
from core.report import PREFACE, Paragraph, blank
from core.settings import Settings
from core.store import ReportFile
from gui.dialogs.new_report import NewReportDialog
from tests.gui.cuts import cuts

OFFICE = "清溪县柳河镇人民政府"
CONTACT = "联系地址：柳河镇中心街1号，邮编：100000，电话：0100-1234567。"


@pytest.fixture
def window(window_on):
    """The window on the usual small screen."""
    return window_on(QSize(1366, 728), Settings())


def dialog(hands, name: str) -> QDialog:
    found = hands.find(name, QDialog)
    QApplication.processEvents()
    return found


def saved(hands, report, tmp_path):
    """Open a report from a file that has no version before yet, and return the session."""
    path = tmp_path / "报告.nianbao"
    store.write(ReportFile(report), path)
    hands.window.open_path(path)
    hands.qtbot.waitUntil(lambda: hands.sees("workspace"))
    return hands.window.desk.session


def test_versions_begin_small_where_there_is_none_and_large_where_there_is_much_to_compare(
    window, hands, report, tmp_path
):
    # given
    session = saved(hands, report, tmp_path)
    sizes: list[QSize] = []

    # when: no version, the last one as now, the last one otherwise than now
    for step in ("none", "same", "other"):
        if step == "same":
            session.edit(SetField("title", "先前的标题"))
            hands.command("save")
            hands.qtbot.waitUntil(lambda: session.is_clean)
        if step == "other":
            session.edit(SetField("title", "后来的标题"))
        hands.command("versionHistory")
        shown = dialog(hands, "versionHistory")
        sizes.append(shown.size())
        assert hands.sees("versionList") == (step != "none")
        assert hands.sees("closeVersions")
        shown.accept()
        hands.qtbot.waitUntil(lambda: not hands.sees("versionHistory"))

    # then
    none, same, other = sizes
    assert none.height() < same.height() < other.height()
    assert none.width() < same.width() == other.width()


def test_versions_grow_on_their_screen_once_there_is_something_to_compare(window, hands, report, tmp_path):
    # given: the newest is as now
    session = saved(hands, report, tmp_path)
    session.edit(SetField("title", "先前的标题"))
    hands.command("save")
    hands.qtbot.waitUntil(lambda: session.is_clean)
    hands.command("versionHistory")
    shown = dialog(hands, "versionHistory")
    before = shown.size()
    shown.move(shown.x(), 728 - before.height())

    # when
    hands.find("versionList", QListWidget).setCurrentRow(1)
    QApplication.processEvents()

    # then
    assert shown.height() > before.height()
    assert shown.frameGeometry().bottom() < 728


def shown_left(window, hands, library, sentences: int) -> QDialog:
    """Open a draft on another form with so many sentences without a place, and show what went where."""
    last = blank(library.get("national-2014"), 2016, OFFICE)
    words = [
        CONTACT,
        *(f"第{at}件没有带过来的事，写得长一些，好占满一行半的地方。" * 2 for at in range(sentences - 1)),
    ]
    last.section(PREFACE).paragraphs = [Paragraph(text=one) for one in words]
    window.desk.open(ReportFile(forward(library, last, 2024)), None)
    hands.press("formChangeShow")
    return dialog(hands, "leftBehindDialog")


def test_what_went_where_begins_as_high_as_its_lines_and_no_higher_than_the_screen(window, hands, library):
    # given
    heights = []

    for sentences in (1, 4, 60):
        # when
        shown = shown_left(window, hands, library, sentences)
        heights.append(shown.height())
        lists = [one for one in shown.findChildren(QListWidget) if one.isVisible()]

        # then: few lines are all in sight, with no more white than a few lines
        if sentences < 60:
            for box in lists:
                last = box.visualItemRect(box.item(box.count() - 1))
                assert last.bottom() < box.viewport().height()
                assert box.viewport().height() - last.bottom() < 4 * box.fontMetrics().lineSpacing()
        shown.reject()
        hands.qtbot.waitUntil(lambda: not hands.sees("leftBehindDialog"))
        window.desk.close()

    assert heights[0] < heights[1] < heights[2] <= 728


@pytest.mark.parametrize("scale", [100, 125, 150, 175, 200])
def test_in_a_new_report_every_form_of_every_year_is_read_whole(window_on, library, qtbot, scale):
    # given
    window = window_on(QSize(1366, 728), Settings(scale=scale))
    dialog = NewReportDialog(library, OFFICE, [], window)
    qtbot.addWidget(dialog)
    dialog.show()
    year, form = dialog.findChild(QComboBox, "newYear"), dialog.findChild(QComboBox, "newTemplate")
    width, shown = dialog.width(), set()

    for at in range(year.count()):
        # when
        year.setCurrentIndex(at)
        for one in range(form.count()):
            form.setCurrentIndex(one)
            QApplication.processEvents()

            # then
            assert cuts(dialog) == []
            assert form.shown() == form.currentText()
            shown.add(form.currentText())
    assert shown == {one.name for one in library.newest_first()}
    assert dialog.width() == width <= 1366


def test_an_office_longer_than_its_line_ends_in_dots_and_is_said_on_hover_until_the_keys_are_there(
    window, library, qtbot
):
    # given
    name = "内蒙古自治区呼伦贝尔市莫力达瓦达斡尔族自治旗尼尔基镇人民政府" * 2
    dialog = NewReportDialog(library, name, [], window)
    qtbot.addWidget(dialog)
    dialog.show()
    dialog.activateWindow()
    line = dialog.findChild(QLineEdit, "newOffice")
    QApplication.processEvents()

    # then
    assert line.shown().endswith("…")
    assert line.toolTip() == line.text() == name
    without = line.grab().toImage()

    # when
    line.setFocus()
    line.setCursorPosition(len(name))
    QApplication.processEvents()

    # then
    assert line.grab().toImage() != without
    dialog.resize(4000, dialog.height())
    QApplication.processEvents()
    assert line.toolTip() == ""
