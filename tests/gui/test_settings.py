"""The settings: every choice counts at once, and costs nothing of the open report."""

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtWidgets import (
    QApplication,
    QComboBox,
    QDialog,
    QFileDialog,
    QPlainTextEdit,
    QPushButton,
    QSpinBox,
    QSplitter,
    QTabWidget,
)
from shiboken6 import isValid

from core import settings, store
from core.checks.model import CellPlace, TextPlace
from core.edits import SetCells, Splice
from core.paths import RESOURCES
from core.report import Paragraph
from core.settings import Settings
from core.store import ReportFile
from gui.theme import Theme
from gui.window import MainWindow

RULES = "disclosure.rules.made"
SAMPLE = next((RESOURCES / "samples").glob("*年度报告.txt"))


pytestmark = pytest.mark.usefixtures("undressed")


@pytest.fixture
def at_work(hands, report):
    """The hands at an open report, in its first section."""
    report.section("overview").paragraphs = [
        Paragraph(text="全年公开信息十二条。"),
        Paragraph(text="另有两条。"),
    ]
    hands.window.desk.open(ReportFile(report), None)
    return hands


def choose(hands, name: str, value: object) -> None:
    """Choose a look, and wait until the window shows it."""
    box = hands.find(name, QComboBox)
    with hands.qtbot.waitSignal(hands.find("settingsDialog", QDialog).look_changed):
        box.setCurrentIndex(box.findData(value))


def ask(hands) -> QDialog:
    hands.command("settings")
    return hands.find("settingsDialog", QDialog)


def test_another_theme_shows_at_once_everywhere(at_work, qapp):
    # given
    ask(at_work)

    # when
    choose(at_work, "settingsTheme", "dark")

    # then
    dark = Theme.load("dark")
    assert qapp.palette().window().color() == dark.colour("window")
    assert at_work.window.desk.theme == dark
    assert at_work.window.desk.workspace.isVisible()
    picture = at_work.window.desk.workspace.grab().toImage()
    assert picture.pixelColor(2, picture.height() - 4) == dark.colour("panel")


def test_keys_that_still_come_to_the_settings_after_they_were_shut_change_nothing(at_work):
    # given: what was struck while the window was busy comes to the dialog, which ends later
    dialog = ask(at_work)
    choose(at_work, "settingsTheme", "contrast")
    box = at_work.find("settingsTheme", QComboBox)

    # when
    dialog.reject()
    box.setCurrentIndex(box.findData("dark"))

    # then
    assert at_work.window.desk.theme == Theme.load("contrast")
    assert at_work.window.desk.options.theme == "contrast"


def test_the_keys_right_after_another_look_do_what_they_do_elsewhere(at_work, qtbot):
    # given: the preview is open
    at_work.command("preview")
    ask(at_work)
    choose(at_work, "settingsTheme", "contrast")
    choose(at_work, "settingsScale", 125)

    # when: nothing is waited for
    at_work.find("closeSettings", QPushButton).click()
    at_work.window.activateWindow()
    qtbot.waitUntil(lambda: QApplication.focusWidget() is not None)
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_O, Qt.KeyboardModifier.ControlModifier)

    # then
    dialog = at_work.find("openFileDialog", QFileDialog)
    assert dialog.isVisible()
    dialog.reject()


def test_another_look_loses_neither_words_nor_place_nor_history(at_work, qtbot):
    # given: the second paragraph at hand, a history with something undone, the guidance in sight
    desk = at_work.window.desk
    session = desk.session
    session.edit(SetCells({RULES: "3"}, "填写"))
    session.edit(Splice("overview", 1, 1, (Paragraph(text="另有三条。"),), "修改"))
    session.undo_stack.undo()
    desk.workspace.page.go_to(TextPlace("overview", 1, 2, 2, ""))
    desk.workspace.side.setCurrentWidget(desk.workspace.guidance)
    before = session.report.model_dump()

    # when
    ask(at_work)
    choose(at_work, "settingsScale", 150)
    choose(at_work, "settingsTheme", "contrast")

    # then
    assert desk.session is session
    assert session.report.model_dump() == before
    assert session.undo_stack.count() == 2
    assert session.undo_stack.canRedo()
    here = desk.workspace.page.here()
    assert isinstance(here, TextPlace)
    assert (here.section, here.paragraph) == ("overview", 1)
    assert desk.workspace.side.currentWidget() is desk.workspace.guidance
    at_work.command("redo")
    assert session.report.section("overview").paragraphs[1].text == "另有三条。"


def test_editing_goes_on_after_the_old_panes_are_gone(at_work, qtbot):
    # given
    desk = at_work.window.desk
    desk.workspace.page.go_to(CellPlace(RULES, ""))
    old = desk.workspace
    ask(at_work)

    # when
    choose(at_work, "settingsTheme", "dark")
    qtbot.waitUntil(lambda: not isValid(old))

    # then
    assert desk.workspace.page.here() == CellPlace(RULES, "")
    desk.session.edit(SetCells({RULES: "7"}, "填写"))
    desk.session.check()
    at_work.command("undo")
    assert desk.session.report.text(RULES) == ""


def test_a_preview_on_show_stays_on_show(at_work):
    # given
    at_work.command("preview")
    ask(at_work)

    # when
    choose(at_work, "settingsTheme", "dark")

    # then
    assert at_work.window.desk.workspace.previews


def test_a_review_keeps_what_was_decided(hands, qtbot):
    # given
    hands.window.open_path(SAMPLE)
    page = hands.find("reviewPage")
    page.review.set_field("title", "另一个标题")
    ask(hands)

    # when
    choose(hands, "settingsTheme", "dark")

    # then
    again = hands.find("reviewPage")
    assert again is not page
    assert again.review is page.review
    assert again.result().title == "另一个标题"


def test_words_of_the_page_grow_by_themselves(at_work, qapp):
    # given
    before = at_work.find("proseEditor").font().pointSizeF()
    interface = qapp.font().pointSizeF()
    ask(at_work)

    # when
    choose(at_work, "settingsPage", 150)

    # then
    assert qapp.font().pointSizeF() == pytest.approx(10.5)
    assert at_work.find("proseEditor").font().pointSizeF() == pytest.approx(21)
    assert before == pytest.approx(interface * 4 / 3)


def test_the_home_page_takes_the_look_too(hands):
    # given
    ask(hands)

    # when
    choose(hands, "settingsScale", 200)

    # then
    assert hands.sees("homePage")
    assert hands.find("homeLastYear").font().pointSizeF() >= 21


def test_all_that_is_set_is_stored_when_the_dialog_closes(hands):
    # given
    dialog = ask(hands)
    choose(hands, "settingsTheme", "contrast")
    choose(hands, "settingsScale", 125)
    choose(hands, "settingsPage", 150)
    hands.find("settingsDueDay", QSpinBox).setValue(20)
    hands.find("settingsLimit", QSpinBox).setValue(1500)
    hands.find("settingsOffices", QPlainTextEdit).setPlainText(
        "柳河镇人民政府\n\n 青石乡人民政府 \n柳河镇人民政府"
    )

    # when
    dialog.close()

    # then
    stored = settings.load()
    assert (stored.theme, stored.scale, stored.page_scale) == ("contrast", 125, 150)
    assert (stored.due_month, stored.due_day, stored.section_limit) == (1, 20, 1500)
    assert stored.offices == ["柳河镇人民政府", "青石乡人民政府"]


def test_the_dialog_shows_what_is_set(hands):
    # given
    options = hands.window._options
    options.theme, options.due_month, options.due_day, options.offices = "dark", 2, 15, ["柳河镇人民政府"]

    # when
    ask(hands)

    # then
    assert hands.find("settingsTheme", QComboBox).currentData() == "dark"
    assert hands.find("settingsDueMonth", QSpinBox).text() == "2 月"
    assert hands.find("settingsDueDay", QSpinBox).text() == "15 日"
    assert hands.find("settingsLimit", QSpinBox).text() == "不限"
    assert hands.find("settingsOffices", QPlainTextEdit).toPlainText() == "柳河镇人民政府"


def test_a_scale_that_is_none_of_the_list_stays_until_another_is_chosen(hands):
    # given
    hands.window._options.scale = 110

    # when
    ask(hands)
    hands.find("settingsDueDay", QSpinBox).setValue(20)

    # then
    assert hands.window._options.scale == 110


def test_the_dialog_fits_the_smallest_screen_at_the_largest_size(hands, qapp):
    # given
    hands.window.resize(1366, 768)
    dialog = ask(hands)

    # when
    choose(hands, "settingsScale", 200)
    qapp.processEvents()

    # then
    assert dialog.height() <= 700
    assert dialog.width() <= 1300


def test_the_window_comes_back_where_it_stood(window, library, qtbot):
    # given
    window.setGeometry(QRect(40, 50, 700, 640))
    window.close()

    # when
    again = MainWindow(lambda: library, settings.load(), Theme.load("light"))
    qtbot.addWidget(again)

    # then
    assert again.geometry() == window.geometry()


def test_the_panel_at_the_right_comes_back_as_it_was_left(hands, library, report, qtbot, tmp_path):
    # given
    path = tmp_path / "报告.nianbao"
    store.write(ReportFile(report), path)
    hands.window.open_path(path)
    qtbot.waitUntil(lambda: hands.sees("workspace"))
    hands.find("sidePanel", QTabWidget).setCurrentIndex(3)
    hands.window.close()

    # when
    again = MainWindow(lambda: library, settings.load(), Theme.load("light"))
    qtbot.addWidget(again)
    again.desk.open(ReportFile(report), None)

    # then
    assert again.desk.workspace.side.currentWidget() is again.desk.workspace.trend


def test_a_window_from_a_larger_screen_is_brought_onto_this_one(library, qtbot, qapp):
    # given
    far = MainWindow(lambda: library, Settings(), Theme.load("light"))
    qtbot.addWidget(far)
    far.setGeometry(QRect(5000, 5000, 700, 600))
    options = Settings(geometry=far.saveGeometry().toBase64().toStdString())

    # when
    again = MainWindow(lambda: library, options, Theme.load("light"))
    qtbot.addWidget(again)

    # then
    assert qapp.primaryScreen().availableGeometry().intersects(again.frameGeometry())


@pytest.mark.parametrize("geometry", ["", "not geometry", "字", "AAAA"])
def test_a_spoilt_place_of_the_window_is_the_usual_one(library, qtbot, geometry):
    # when
    window = MainWindow(lambda: library, Settings(geometry=geometry), Theme.load("light"))
    qtbot.addWidget(window)

    # then
    assert window.size().width() == 1366


def test_the_panes_at_the_sides_grow_with_the_writing_where_there_is_room(at_work):
    # given
    at_work.window.resize(3000, 1000)
    before = at_work.window.desk.workspace.outline.width()
    ask(at_work)

    # when
    choose(at_work, "settingsScale", 200)

    # then
    work = at_work.window.desk.workspace
    at_work.qtbot.waitUntil(lambda: work.outline.width() == pytest.approx(2 * before, abs=4))
    assert work.side.isVisible()


def test_large_writing_in_a_small_window_leaves_the_room_to_the_page(at_work):
    # given
    at_work.window.resize(1920, 1000)
    ask(at_work)

    # when
    choose(at_work, "settingsScale", 200)

    # then
    work = at_work.window.desk.workspace
    at_work.qtbot.waitUntil(lambda: not work.side.isVisible())
    at_work.command("nextFinding")
    assert work.side.isVisible()


def test_the_panes_at_the_sides_come_back_as_wide_as_they_were(at_work, report):
    # given
    at_work.window.resize(1500, 768)
    splitter = at_work.window.desk.workspace.findChild(QSplitter)
    splitter.moveSplitter(300, 1)

    # when
    at_work.window.desk.open(ReportFile(report), None)

    # then
    assert at_work.window._options.left_width == 300
    again = at_work.window.desk.workspace
    at_work.qtbot.waitUntil(lambda: again.outline.mapTo(again, QPoint(again.outline.width(), 0)).x() == 300)


def test_the_unit_in_use_follows_its_correction(window, hands):
    # given
    window._options.office, window._options.offices = "柳河镇", ["柳河镇", "石桥乡"]
    hands.command("settings")

    # when
    hands.find("settingsOffices", QPlainTextEdit).setPlainText("清溪县柳河镇人民政府\n石桥乡")

    # then
    assert window._options.office == "清溪县柳河镇人民政府"
    hands.find("settingsDialog").close()
