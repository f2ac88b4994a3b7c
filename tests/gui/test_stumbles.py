"""What a clerk stumbled over: where the next place is, where the focus falls, what moves under the mouse."""

import pytest
from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QFontMetrics, QGuiApplication
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QFileDialog,
    QLabel,
    QListWidget,
    QPlainTextEdit,
    QPushButton,
    QStatusBar,
    QTableView,
    QTextEdit,
)

from core.checks.model import CellPlace
from core.edits import SetCells
from core.importers import READERS
from core.paths import RESOURCES
from core.recent import RecentReport
from core.report import Paragraph, blank
from core.settings import Settings
from core.store import ReportFile, write
from gui import theme as themes
from gui.panes.home import KINDS, HomePage
from gui.progress import Progress
from gui.theme import Theme, interface_font

OFFICE = "清溪县柳河镇人民政府"
WRONG = {"reviews.cases.review_upheld": "1", "reviews.cases.review_total": "4"}
CONTROL = Qt.KeyboardModifier.ControlModifier


def carried(text: str) -> Paragraph:
    return Paragraph(text=text, state="carried", origin=text)


@pytest.fixture
def draft(library, tmp_path):
    """A draft with two paragraphs and three figures of last year that nobody has looked at, and an error."""
    last = blank(library.get("national-2021"), 2023, OFFICE)
    report = blank(library.get("national-2021"), 2024, OFFICE)
    for one in (last, report):
        one.section("overview").paragraphs.extend(
            [carried("本镇设公开栏一处。"), Paragraph(text="新写的一段。"), carried("全年没有收到申请。")]
        )
    cells = waiting_cells(library)
    report.values.update(dict.fromkeys(cells, "2") | WRONG)
    report.states.update(dict.fromkeys(cells, "carried"))
    report.earlier = [last]
    path = tmp_path / "柳河镇.nianbao"
    write(ReportFile(report), path)
    return path


def waiting_cells(library) -> list[str]:
    cells = [cell.id for cell in library.get("national-2021").cells.values() if cell.table == "disclosure"]
    return cells[:3]


@pytest.fixture
def work(window, hands, qtbot, draft):
    """The draft opened in the window that has the keyboard."""
    window.open_path(draft)
    hands.find("workspace")
    window.activateWindow()  # the screenless platform does not after a dialog
    qtbot.waitUntil(window.isActiveWindow)
    qtbot.waitUntil(lambda: QApplication.focusWidget() is not None)
    return window.desk.workspace


def key(qtbot, name: Qt.Key, modifier=Qt.KeyboardModifier.NoModifier) -> None:
    """Press a key where the keyboard is."""
    qtbot.waitUntil(lambda: QApplication.focusWidget() is not None)
    qtbot.keyClick(QApplication.focusWidget(), name, modifier)


def place(work) -> tuple[str, object]:
    here = work.page.here()
    return ("cell", here.cell) if isinstance(here, CellPlace) else (here.section, here.paragraph)


def said(hands) -> str:
    return hands.window.findChild(QStatusBar).currentMessage()


def test_the_next_place_follows_the_order_of_the_report_while_one_after_the_other_is_confirmed(
    work, hands, qtbot, library
):
    # given
    first, second, third = waiting_cells(library)

    # when
    passed = []
    key(qtbot, Qt.Key.Key_F7)
    for _ in range(5):
        passed.append(place(work))
        key(qtbot, Qt.Key.Key_Return, CONTROL)

    # then
    cells = [("cell", one) for one in (first, second, third)]
    assert passed == [("overview", 0), ("overview", 2), *cells]
    assert work.page._session.report.waiting() == 0
    assert said(hands).startswith("去年的内容都核对过了。接着按 F6 填空着的")


def test_the_next_place_counts_from_the_cursor(work, hands, qtbot, library):
    # given
    _, second, third = waiting_cells(library)
    work.page.go_to(CellPlace(second, ""))

    # when
    key(qtbot, Qt.Key.Key_F7)
    after_second = place(work)
    key(qtbot, Qt.Key.Key_F7)

    # then
    assert after_second == ("cell", third)
    assert place(work) == ("overview", 0)


def test_the_button_beside_a_figure_goes_on_to_the_next_one(work, qtbot, library):
    # given
    first, second, _ = waiting_cells(library)
    work.page.go_to(CellPlace(first, ""))

    # when
    qtbot.mouseClick(work.page.table_in_sight.still_right, Qt.MouseButton.LeftButton)

    # then
    assert work.page._session.report.states[first] == "seen"
    assert place(work) == ("cell", second)
    assert isinstance(QApplication.focusWidget(), QTableView)


def test_a_report_opens_with_the_cursor_in_its_words(work):
    # then
    assert QApplication.focusWidget().objectName() == "proseEditor"


def test_the_focus_never_falls_on_a_step(work, hands, qtbot, library):
    # given
    third = waiting_cells(library)[2]
    for number in range(3):
        work.page._session.edit(SetCells({}, states={waiting_cells(library)[number]: "carried"}))
    work.page.go_to(CellPlace(third, ""))

    # when: the last figure is confirmed with the mouse, and Space follows
    qtbot.mouseClick(work.page.table_in_sight.still_right, Qt.MouseButton.LeftButton)
    key(qtbot, Qt.Key.Key_Space)

    # then
    assert work.findChildren(QFileDialog) == hands.window.findChildren(QFileDialog) == []
    steps = [one for one in hands.window.findChildren(QPushButton) if one.objectName().startswith("step_")]
    assert {one.focusPolicy() for one in steps} == {Qt.FocusPolicy.NoFocus}


def test_after_a_reason_the_list_has_the_focus(work, hands, qtbot):
    # given
    work.show_finding(1)
    while work.findings.chosen().severity == "error":
        work.show_finding(1)

    # when
    qtbot.mouseClick(hands.find("keepButton", QPushButton), Qt.MouseButton.LeftButton)
    qtbot.keyClicks(QApplication.focusWidget(), "checked")
    key(qtbot, Qt.Key.Key_Return)

    # then
    assert [one.reason for one in work.page._session.report.decisions] == ["checked"]
    assert QApplication.focusWidget() is hands.find("findingsList")


def test_after_a_remedy_the_list_has_the_focus(work, hands, qtbot):
    # given
    work.show_finding(1)
    while not (work.findings.chosen().fix and work.findings.chosen().rule):
        work.show_finding(1)

    # when
    qtbot.mouseClick(hands.find("fixButton", QPushButton), Qt.MouseButton.LeftButton)

    # then
    assert QApplication.focusWidget() is hands.find("findingsList")


@pytest.fixture
def home(qtbot, tmp_path):
    home = HomePage(Theme.load("light"), Settings(), has_sample=False)
    qtbot.addWidget(home)
    path = tmp_path / "柳河镇终稿.nianbao"
    path.write_bytes(b"")
    home.show_recent([RecentReport(str(path), OFFICE, 2024, "可以报送")])
    home.resize(900, 600)
    home.show()
    return home, home.findChild(QListWidget, "recentList"), path


def test_one_click_chooses_and_a_double_click_opens_once(home, qtbot):
    # given
    page, shown, path = home
    middle = shown.visualItemRect(shown.item(0)).center()
    heard = []
    page.report_chosen.connect(heard.append)

    # when
    qtbot.mouseClick(shown.viewport(), Qt.MouseButton.LeftButton, pos=middle)
    after_click = list(heard)
    qtbot.mouseDClick(shown.viewport(), Qt.MouseButton.LeftButton, pos=middle)

    # then
    assert (after_click, heard) == ([], [path])
    qtbot.keyClick(shown, Qt.Key.Key_Return)
    assert heard == [path, path]


def test_a_recent_report_shows_its_file_and_its_folder(home):
    # given
    _, shown, path = home

    # then
    assert "柳河镇终稿.nianbao" in shown.item(0).text()
    assert str(path.parent) in shown.item(0).text()


def test_undo_says_what_it_took_back_and_shows_where(work, hands, qtbot):
    # given: a word typed, and the clerk is elsewhere by now
    prose = hands.find("proseEditor", QTextEdit)
    qtbot.keyClicks(prose, "X")
    hands.find("outline", QListWidget).setCurrentRow(3)

    # when
    hands.command("undo")

    # then
    assert said(hands) == "已撤销：修改文字"
    assert place(work) == ("overview", 0)
    hands.find("outline", QListWidget).setCurrentRow(3)
    hands.command("redo")
    assert said(hands) == "已重做：修改文字"
    assert place(work) == ("overview", 0)


def test_undo_of_a_figure_goes_to_its_cell(work, hands, library):
    # given
    cell = waiting_cells(library)[1]
    work.page._session.edit(SetCells({cell: "9"}, "填写单元格"))

    # when
    hands.command("undo")

    # then
    assert place(work) == ("cell", cell)
    assert work.page._session.report.text(cell) == "2"
    assert said(hands) == "已撤销：填写单元格"


def test_undo_where_the_clerk_types_leaves_the_cursor_there(work, hands, qtbot):
    # given
    prose = hands.find("proseEditor", QTextEdit)
    work.page._prose.go_to(2, 4, 4)
    qtbot.keyClicks(prose, "X")

    # when
    key(qtbot, Qt.Key.Key_Z, CONTROL)

    # then
    cursor = prose.textCursor()
    assert (cursor.blockNumber(), cursor.positionInBlock()) == (2, 4)
    assert QApplication.focusWidget() is prose


def test_a_narrow_window_folds_the_right_pane_and_keeps_the_outline_readable(work, hands, qtbot):
    # when
    hands.window.resize(1024, 700)
    qtbot.waitUntil(lambda: hands.window.width() == 1024)

    # then
    assert not hands.sees("sidePanel")
    assert hands.find("outline").width() >= 160
    assert hands.find("sectionPage").width() >= 560

    # when: the clerk wants it nevertheless
    hands.command("toggleSide")

    # then
    assert hands.sees("sidePanel")
    assert hands.window.width() == 1024
    assert hands.find("outline").width() >= 160
    assert hands.find("sectionPage").width() >= 560
    hands.command("toggleSide")
    hands.window.resize(1366, 728)
    qtbot.waitUntil(lambda: hands.sees("sidePanel"))


@pytest.fixture
def dressed(qapp):
    """The program in the look and the writing of the clerk."""
    before = qapp.styleSheet(), qapp.palette(), qapp.font(), qapp.style().name()
    themes.apply(qapp, Theme.load("light"))
    yield
    qapp.setStyle(before[3])
    qapp.setStyleSheet(before[0])
    qapp.setPalette(before[1])
    qapp.setFont(before[2])


@pytest.mark.usefixtures("dressed")
def test_a_small_window_keeps_every_step_and_the_preview_in_sight(work, hands, qtbot):
    # given
    steps = hands.window._bars.steps

    # when
    hands.window.resize(960, 500)
    steps.show_progress(Progress(looked_at=103, carried=121, blank=158, to_mend=12))
    qtbot.wait(50)

    # then
    bar = hands.window._bars.tools
    preview = bar.widgetForAction(hands.window._actions["preview"])
    assert bar.rect().contains(preview.geometry())
    assert not bar.findChild(QAbstractButton, "qt_toolbar_ext_button").isVisible()
    wrong = [one for one in steps.findChildren(QPushButton) if one.width() < one.minimumSizeHint().width()]
    assert wrong == []


def test_a_small_window_leaves_room_for_what_was_read(window, hands, qtbot):
    # given
    window.resize(960, 500)

    # when
    window._read(window._samples[0])

    # then
    assert hands.find("reviewList").width() >= 380


def test_the_rows_of_the_outline_stay_where_they_are(work, hands):
    # given
    outline = hands.find("outline", QListWidget)
    before = [outline.visualItemRect(outline.item(row)).top() for row in range(outline.count())]

    # when
    hands.window.desk.session.edit(SetCells({"reviews.cases.review_total": "1"}))
    hands.window.desk.session.check()

    # then
    assert [outline.visualItemRect(outline.item(row)).top() for row in range(outline.count())] == before
    heights = {outline.visualItemRect(outline.item(row)).height() for row in range(outline.count())}
    assert len(heights) == 1


def test_a_long_remedy_does_not_widen_the_panel(work, hands, qtbot):
    # given
    work.show_finding(1)
    width = hands.find("sidePanel").width()
    fix = work.findings._remedies._fix

    # when
    fix.setVisible(True)
    fix.show_words("把“存在的主要问题及改进情况”里的一句话改成和表格一样的数，再把合计一起改过来")
    qtbot.wait(20)

    # then
    assert hands.find("sidePanel").width() == width
    assert "…" in fix.text()
    assert fix.text().endswith("改过来")
    assert fix.toolTip().startswith("把“存在")


def test_nothing_below_the_table_moves_from_cell_to_cell(work, qtbot, library):
    # given
    cells = [cell.id for cell in library.get("national-2021").cells.values() if cell.table == "reviews"]
    work.page.go_to(CellPlace(cells[0], ""))
    qtbot.wait(50)
    table = work.page.table_in_sight

    # when
    tops = {}
    for cell in cells:
        work.page.go_to(CellPlace(cell, ""))
        qtbot.wait(1)
        tops[cell] = (table.row_zeros.x(), table.row_zeros.y(), table.view.height())

    # then
    assert len(set(tops.values())) == 1
    assert table.still_right.isHidden()


def test_last_year_shows_the_paragraph_this_one_was_made_from(work, hands):
    # given
    work.side.setCurrentWidget(work.last_year)
    text = hands.find("lastYearText", QPlainTextEdit)

    # when
    work.page._prose.go_to(2, 0, 0)

    # then
    assert text.led.selectedText() == "全年没有收到申请。"
    work.page._prose.go_to(0, 0, 0)
    assert text.led.selectedText() == "本镇设公开栏一处。"


def test_the_manual_fits_the_screen(window, hands):
    # when
    hands.command("help")

    # then
    room: QSize = QGuiApplication.primaryScreen().availableSize()
    size = hands.find("manualDialog").size()
    assert size.width() <= room.width()
    assert size.height() <= room.height()


def test_the_manual_promises_the_files_that_can_be_read():
    # given
    page = (RESOURCES / "help" / "index.md").read_text("utf-8")
    first_step = next(line for line in page.splitlines() if line.startswith("1. "))

    # then
    promised = first_step.partition("去年的报告是")[0]
    assert [kind for kind in KINDS if kind not in promised] == []
    assert ".nianbao" in promised


def test_the_home_page_names_every_kind_of_file_that_can_be_read_and_no_other(home):
    # given
    page, _, _ = home
    shown = "\n".join(label.text() for label in page.findChildren(QLabel))

    # then
    assert "、".join(KINDS) in shown
    assert [reader.name for reader in READERS if not any(kind in reader.name for kind in KINDS)] == []
    assert [kind for kind in KINDS if not any(kind in reader.name for reader in READERS)] == []


def test_the_step_that_exports_is_named_in_the_readme_as_on_its_button(window, hands, report):
    # given
    readme = (RESOURCES.parent / "README.md").read_text("utf-8")

    # when
    window.desk.open(ReportFile(report), None)

    # then
    button = hands.find("step_exportReport", QAbstractButton)
    assert f"点“{button.text()}”" in readme or f"点“{button.toolTip()}”" in readme


def test_what_was_only_opened_is_left_without_talk_of_changes(window, hands, tmp_path):
    # given
    source = tmp_path / "去年.txt"
    source.write_text(
        f"{OFFICE}2023年政府信息公开工作年度报告\n\n一、总体情况\n2023年公开信息3条。\n", encoding="utf-8"
    )
    window.desk.opening.read(source)
    hands.press("openOnlyButton")
    hands.find("workspace")

    # when
    hands.command("goHome")

    # then
    assert hands.sees("homePage")
    assert "没保存到文件的草稿" in hands.find("recoveryWords", QLabel).accessibleName()
    assert not hands.sees("recoveryWhy")


def test_the_fifth_title_fits_the_outline(work, hands):
    # given
    outline = hands.find("outline", QListWidget)
    words = next(
        text for row in range(outline.count()) if "五、" in (text := outline.item(row).text().split("\n")[0])
    )

    # then
    assert QFontMetrics(interface_font()).horizontalAdvance(words) <= outline.viewport().width() - 8
