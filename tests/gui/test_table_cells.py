"""The table filled in as in a spreadsheet: the way of the cursor, pasting after a look, totals typed by hand."""

import pytest
from PySide6.QtCore import QMimeData, QPoint, Qt
from PySide6.QtGui import QContextMenuEvent, QGuiApplication
from PySide6.QtWidgets import QApplication, QLineEdit, QMenu, QTableView, QTableWidget

from core import totals
from core.checks.model import CellPlace
from core.edits import SetCells
from core.report import blank
from core.store import ReportFile, write
from gui.models.table import BY_HAND, SIGNAL
from gui.panes.table_editor import TableEditor
from gui.panes.tables.menu import NAMES
from gui.session import Session
from gui.theme import Theme

MADE, REPEALED, VALID = (f"disclosure.documents.{one}" for one in ("made", "repealed", "valid"))
KINDS = ("natural", "business", "research", "welfare", "legal", "others")
NEW = [f"applications.new.{kind}" for kind in KINDS]
TOTAL = "applications.new.total"
CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
Key = Qt.Key


@pytest.fixture
def session(library):
    report = blank(library.get("national-2021"), 2024, "清溪县柳河镇人民政府")
    return Session(library, ReportFile(report))


@pytest.fixture
def editor_of(session, qtbot):
    def make(table):
        editor = TableEditor(session, Theme.load("light"), table)
        qtbot.addWidget(editor)
        editor.resize(780, 600)
        with qtbot.waitExposed(editor):
            editor.show()
        return editor

    return make


@pytest.fixture
def disclosure(editor_of):
    return editor_of("disclosure")


@pytest.fixture
def applications(editor_of):
    return editor_of("applications")


def press(qtbot, editor, *keys, modifier=Qt.KeyboardModifier.NoModifier):
    for key in keys:
        qtbot.keyClick(editor.view, key, modifier)


def clip(text, html=""):
    data = QMimeData()
    data.setText(text)
    if html:
        data.setHtml(html)
    QGuiApplication.clipboard().setMimeData(data)


def paste(qtbot, editor):
    press(qtbot, editor, Key.Key_V, modifier=CTRL)


def test_tab_passes_over_totals_and_enter_comes_back_under_the_first(applications, qtbot):
    # given
    applications.go_to("applications.new.legal")

    # when
    press(qtbot, applications, Key.Key_Tab, Key.Key_Tab)

    # then
    assert applications.current_cell == "applications.carried_in.natural"
    press(qtbot, applications, Key.Key_Tab, Key.Key_Return)
    assert applications.current_cell == "applications.granted.legal"


def test_tab_and_enter_work_the_same_out_of_an_open_cell(applications, session, qtbot):
    # given
    applications.go_to("applications.new.natural")

    # when
    for text, key in (("1", Key.Key_Tab), ("2", Key.Key_Return), ("3", Key.Key_Return)):
        qtbot.keyClick(applications.view, text)
        qtbot.keyClick(applications.view.viewport().findChild(QLineEdit), key)

    # then
    wanted = {"new.natural": "1", "new.business": "2", "carried_in.natural": "3"}
    assert {f"applications.{cell}": text for cell, text in wanted.items()} == session.report.values


def test_enter_at_the_foot_goes_to_the_next_column_and_back(applications, qtbot):
    # given
    applications.go_to("applications.carried_out.natural")

    # when
    press(qtbot, applications, Key.Key_Return)

    # then
    assert applications.current_cell == "applications.new.business"
    press(qtbot, applications, Key.Key_Return, modifier=SHIFT)
    assert applications.current_cell == "applications.carried_out.natural"


def test_enter_in_the_last_cell_stays_there(disclosure, qtbot):
    # given
    disclosure.go_to("disclosure.fees.amount")

    # when
    press(qtbot, disclosure, Key.Key_Return)

    # then
    assert disclosure.current_cell == "disclosure.fees.amount"


def test_all_cells_are_selected_and_copied_at_once(applications, session, qtbot):
    # given
    session.edit(SetCells(dict.fromkeys(NEW, "2")))
    applications.view.setFocus()

    # when
    press(qtbot, applications, Key.Key_A, modifier=CTRL)
    press(qtbot, applications, Key.Key_C, modifier=CTRL)

    # then
    first = QGuiApplication.clipboard().text().split("\n")[0]
    assert first == "\t".join(["2"] * 6 + [""])
    assert len(applications.view.cells.figures()) == 25 * 7


def test_a_figure_is_filled_down_and_to_the_right_in_one_step_each(applications, session, qtbot):
    # given
    session.edit(SetCells({NEW[0]: "4"}))
    applications.go_to(NEW[0])
    press(qtbot, applications, Key.Key_Down, Key.Key_Down, modifier=SHIFT)

    # when
    applications.view.cells.fill_on(down=True)
    applications.go_to(NEW[1])
    applications.view.cells.fill_on(down=False)

    # then
    assert session.report.text("applications.carried_in.natural") == "4"
    assert session.report.text("applications.granted.natural") == "4"
    assert session.report.text(NEW[1]) == "4"
    assert session.undo_stack.undoText() == "向右填充"
    session.undo_stack.undo()
    session.undo_stack.undo()
    assert session.report.values == {NEW[0]: "4"}


def test_a_block_that_simply_fits_goes_in_at_once(disclosure, session, qtbot):
    # given
    disclosure.go_to(MADE)
    clip("3\t1\t１，２０４\r\n")

    # when
    with qtbot.waitSignal(disclosure.done) as told:
        paste(qtbot, disclosure)

    # then
    assert session.report.values == {MADE: "3", REPEALED: "1", VALID: "1204"}
    assert session.undo_stack.undoText() == "粘贴 3 个单元格"
    assert told.args == ["已粘贴 3 个单元格，按 Ctrl+Z 可以撤销。"]


def test_a_block_that_stands_there_already_promises_no_undo(disclosure, session, qtbot):
    # given
    session.edit(SetCells({MADE: "3", REPEALED: "1"}, "填表"))
    disclosure.go_to(MADE)
    clip("3\t1")

    # when
    with qtbot.assertNotEmitted(disclosure.done):
        paste(qtbot, disclosure)

    # then
    assert disclosure.notice.text() == "剪贴板里的数和单元格里的一样，没有改动。"
    assert session.undo_stack.undoText() == "填表"


def test_a_block_that_would_cover_figures_is_shown_before_it_is_taken(disclosure, session, qtbot):
    # given: one of the two figures stands there already, the other is another
    session.edit(SetCells({MADE: "3", REPEALED: "9"}))
    disclosure.go_to(MADE)
    clip("3\t1")

    # when
    paste(qtbot, disclosure)

    # then
    preview = disclosure.findChild(object, "pastePreview")
    assert "会盖住 1 个已有的数" in preview.summary.text()
    assert session.report.values == {MADE: "3", REPEALED: "9"}

    # when
    qtbot.keyClick(preview.take, Key.Key_Return)

    # then
    assert session.report.values == {MADE: "3", REPEALED: "1"}


def test_one_figure_goes_over_another_at_once(disclosure, session, qtbot):
    # given
    session.edit(SetCells({MADE: "3"}))
    disclosure.go_to(MADE)
    clip("5")

    # when
    paste(qtbot, disclosure)

    # then
    assert session.report.values == {MADE: "5"}


def test_what_does_not_simply_fit_is_shown_before_it_is_taken(applications, session, qtbot):
    # given
    session.edit(SetCells({NEW[0]: "9"}))
    applications.go_to(NEW[0])
    clip("ignored", "<table><tr><td>2<td>无<td>0<td>0<td>0<td>1<td>3<td>88</table>")

    # when
    paste(qtbot, applications)

    # then
    preview = applications.findChild(object, "pastePreview")
    words = preview.summary.text()
    for said in ("5 个数会粘贴到表格里", "1 个合计不粘贴", "1 处不是数字", "没有对应的单元格，不粘贴：88"):
        assert said in words
    shown = preview.findChild(QTableWidget)
    assert shown.accessibleName() == "要粘贴的单元格"
    assert "不是数字，不粘贴" in shown.item(0, 3).text()  # what is left out stands first
    assert [shown.item(1, column).text() for column in (1, 2)] == ["9", "2"]
    assert session.report.values == {NEW[0]: "9"}

    # when
    qtbot.mouseClick(preview.take, Qt.MouseButton.LeftButton)

    # then
    assert session.report.text(NEW[0]) == "2"
    assert session.report.text(NEW[1]) == ""
    assert session.undo_stack.undoText() == "粘贴 5 个单元格"


def test_a_figure_that_is_to_be_mended_stands_first_in_the_preview_and_says_why(disclosure, session, qtbot):
    # given
    disclosure.go_to(MADE)
    clip("2\t3.5\t-1")

    # when
    paste(qtbot, disclosure)

    # then
    preview = disclosure.findChild(object, "pastePreview")
    assert preview.summary.text() == (
        "3 个数会粘贴到表格里，空着的格不动。其中 2 个不是整数或是负数，粘贴后要改。"
    )
    shown = preview.findChild(QTableWidget)
    lines = [[shown.item(row, column).text() for column in (1, 2, 3)] for row in range(shown.rowCount())]
    assert lines == [
        ["（空）", "3.5", "“3.5”不是整数，粘贴后要改"],
        ["（空）", "-1", "“-1”是负数，粘贴后要改"],
        ["（空）", "2", ""],
    ]

    # when
    qtbot.keyClick(preview.take, Key.Key_Return)

    # then
    assert session.report.values == {MADE: "2", REPEALED: "3.5", VALID: "-1"}


def test_a_total_in_the_preview_has_the_figure_that_it_will_have(applications, session, qtbot):
    # given: six kinds and their total are 0, the block brings others
    session.edit(SetCells(dict.fromkeys([*NEW, TOTAL], "0")))
    applications.go_to(NEW[0])
    clip("3\t3\t3\t3\t3\t3\t18")

    # when
    paste(qtbot, applications)

    # then
    preview = applications.findChild(object, "pastePreview")
    shown = preview.findChild(QTableWidget)
    heads = [shown.horizontalHeaderItem(column).text() for column in range(shown.columnCount())]
    assert heads == ["单元格", "原来", "粘贴后", "说明"]
    assert [shown.item(6, column).text() for column in (1, 2)] == ["0", "18"]

    # when
    qtbot.mouseClick(preview.take, Qt.MouseButton.LeftButton)

    # then
    assert session.report.text(TOTAL) == "18"


def test_a_paste_that_is_left_changes_nothing(disclosure, session, qtbot):
    # given
    disclosure.go_to(VALID)
    clip("5\t6")
    paste(qtbot, disclosure)

    # when
    qtbot.mouseClick(disclosure.findChild(object, "pastePreview").leave, Qt.MouseButton.LeftButton)

    # then
    assert session.report.values == {}


def test_the_preview_says_that_names_lead_away_from_the_cursor_and_what_gives_way(
    applications, session, qtbot
):
    # given: a figure stands where the name leads
    session.edit(SetCells({"applications.granted.natural": "9"}))
    applications.go_to(NEW[0])
    clip("（一）予以公开\t2\t1\t0\t0\t0\t0\t3\n自拟的一行\t1\t0\t0\t0\t0\t0\t1\n")

    # when
    paste(qtbot, applications)

    # then
    preview = applications.findChild(object, "pastePreview")
    for said in (
        "会盖住 1 个已有的数",
        "不从光标所在的单元格开始",
        "表里没有“自拟的一行”，请看清这些数粘贴到了哪一格",
    ):
        assert said in preview.summary.text()

    # when
    qtbot.keyClick(preview.take, Key.Key_Return)

    # then
    assert session.report.text("applications.granted.natural") == "2"
    assert session.report.text(NEW[0]) == session.report.text("applications.partial.natural") == ""


def test_a_block_copied_and_pasted_where_it_stands_changes_nothing(applications, session, qtbot):
    # given: of nine selected cells the first alone is filled in
    session.edit(SetCells({NEW[0]: "5"}))
    for keys in ((Key.Key_Right, Key.Key_Right), (Key.Key_Down,), (Key.Key_Right, Key.Key_Down)):
        applications.go_to(NEW[0])
        press(qtbot, applications, *keys, modifier=SHIFT)

        # when
        press(qtbot, applications, Key.Key_C, Key.Key_V, modifier=CTRL)

        # then
        assert session.report.values == {NEW[0]: "5"}


@pytest.mark.parametrize("text", ["无", "", "很多件"])
def test_a_paste_without_any_figure_says_so(disclosure, session, qtbot, text):
    # given
    disclosure.go_to(MADE)
    clip(text)
    told: list[str] = []
    disclosure.refused.connect(told.append)  # where there is no room for it below the form

    # when
    paste(qtbot, disclosure)

    # then
    assert session.report.values == {}
    assert (disclosure.notice.text() or told[-1]).startswith(("没有粘贴", "剪贴板里没有"))


def test_a_total_takes_nothing_but_says_how_it_comes_about(applications, session, qtbot):
    # given
    applications.go_to(TOTAL)

    # when
    qtbot.keyClick(applications.view, "7")
    press(qtbot, applications, Key.Key_Delete)

    # then
    assert session.undo_stack.count() == 0
    assert "F2" in applications.notice.text()
    assert "合计自动计算" in applications.description.text()
    assert applications.view.viewport().findChild(QLineEdit) is None


def test_a_total_is_typed_with_a_reason_and_given_back(applications, session, qtbot):
    # given
    applications.view.form.fill(dict.fromkeys(NEW, "1"))
    applications.go_to(TOTAL)
    before = session.report.model_dump_json()

    # when
    press(qtbot, applications, Key.Key_F2)
    dialog = applications.findChild(object, "totalDialog")
    dialog.figure.setText("7")
    assert not dialog.take.isEnabled()
    dialog.reason.setText("按系统里的数")
    qtbot.keyClick(dialog.reason, Key.Key_Return)

    # then
    index = applications.view.form.index_of(TOTAL)
    assert (index.data(), index.data(BY_HAND)) == ("7", "按系统里的数")
    assert session.undo_stack.undoText() == "手工填合计"
    assert "手工填的，原因：按系统里的数。各项相加是 6。" in applications.description.text()
    applications.view.form.fill({NEW[0]: "3"})
    assert session.report.text(TOTAL) == "7"
    qtbot.waitUntil(lambda: index.data(SIGNAL) == "error")

    # when
    applications.give_back_total()

    # then
    assert session.report.text(TOTAL) == "8"
    assert totals.reason_of(session.report, TOTAL) == ""
    while session.undo_stack.count() > 1 and session.undo_stack.index() > 1:
        session.undo_stack.undo()
    assert session.report.model_dump_json() == before


def test_two_clicks_on_a_total_ask_and_its_dialog_gives_it_back(applications, session, qtbot):
    # given
    session.edit(SetCells({TOTAL: "5"}))
    session.edit(totals.by_hand(session.template, session.report, TOTAL, "5", "通知如此"))
    applications.go_to(TOTAL)

    # when
    place = applications.view.visualRect(applications.view.currentIndex()).center()
    qtbot.mouseClick(applications.view.viewport(), Qt.MouseButton.LeftButton, pos=place)
    qtbot.mouseDClick(applications.view.viewport(), Qt.MouseButton.LeftButton, pos=place)
    dialog = applications.findChild(object, "totalDialog")
    assert dialog.reason.text() == "通知如此"
    qtbot.mouseClick(dialog.automatic, Qt.MouseButton.LeftButton)

    # then
    assert session.report.text(TOTAL) == ""
    applications.give_back_total()
    assert "不是手工填的" in applications.notice.text()


def test_zeros_for_a_part_of_the_form_leave_the_other_parts(
    disclosure, applications, editor_of, session, qtbot
):
    # when
    disclosure.go_to(MADE)
    qtbot.mouseClick(disclosure.block_zeros, Qt.MouseButton.LeftButton)

    # then
    assert len(session.report.values) == 6

    # when: all the results are one part, totals with it
    applications.go_to("applications.granted.natural")
    applications.fill_block()

    # then
    assert session.report.text("applications.total.total") == "0"
    assert session.report.text("applications.carried_out.natural") == ""

    # when: the one row of the reviews falls into its columns
    reviews = editor_of("reviews")
    reviews.go_to("reviews.cases.review_upheld")
    reviews.fill_block()

    # then
    filled = [cell for cell in session.report.values if cell.startswith("reviews.")]
    assert len(filled) == 5
    assert session.undo_stack.undoText() == "本部分空着的填 0"


def test_the_findings_of_a_cell_are_shown_as_soon_as_it_is_typed(disclosure, session, qtbot):
    # given
    session.check()
    disclosure.go_to("disclosure.rules.made")

    # when
    disclosure.view.form.fill({"disclosure.rules.made": "3"})
    QApplication.processEvents()

    # then
    assert disclosure.problem.text().startswith("✖")


def test_a_low_window_leaves_the_room_to_the_form(applications, qtbot):
    # given
    lines = applications.fontMetrics().height()
    applications.resize(780, 30 * lines)
    roomy = applications.description.height()

    # when
    applications.resize(780, 16 * lines)

    # then: the words keep their lines; lower still they take one, and one button stands for all that write zeros
    qtbot.waitUntil(lambda: applications.height() == 16 * lines)
    assert applications.description.height() == roomy
    assert applications.row_zeros.isVisible()
    applications.resize(780, 11 * lines)
    qtbot.waitUntil(lambda: applications.description.height() < roomy)
    assert applications.foot.zeros.isVisible()
    assert not applications.row_zeros.isVisible()
    applications.resize(780, 30 * lines)
    qtbot.waitUntil(lambda: applications.description.height() == roomy)
    assert applications.row_zeros.isVisible()
    assert not applications.foot.zeros.isVisible()


def test_what_is_wrong_stands_where_the_cell_is_described_and_moves_nothing(disclosure, session, qtbot):
    # given
    session.check()
    disclosure.go_to("disclosure.rules.made")
    QApplication.processEvents()
    height, place = disclosure.view.height(), disclosure.description.geometry()

    # when
    disclosure.view.form.fill({"disclosure.rules.made": "3"})
    QApplication.processEvents()

    # then
    qtbot.waitUntil(disclosure.problem.isVisible)
    assert not disclosure.description.isVisible()
    qtbot.waitUntil(lambda: disclosure.problem.geometry() == place)
    assert disclosure.view.height() == height


@pytest.fixture
def table(window, hands, tmp_path, library):
    path = tmp_path / "报告.nianbao"
    write(ReportFile(blank(library.get("national-2021"), 2024, "清溪县柳河镇人民政府")), path)
    window.open_path(path)
    hands.find("workspace")
    window.desk.workspace.page.go_to(CellPlace(MADE, ""))
    return hands.find("tableView", QTableView)


def test_the_commands_of_the_menu_work_on_cells(window, hands, table):
    # given
    report = window.desk.session.report
    clip("6")

    # when
    hands.command("pasteCells")
    hands.command("zerosRow")
    hands.command("copyCells")
    hands.command("clearCells")

    # then
    assert QGuiApplication.clipboard().text() == "6"
    assert report.values == {REPEALED: "0", VALID: "0"}
    hands.command("zerosBlock")
    hands.command("zerosTable")
    hands.command("fillDown")
    hands.command("fillRight")
    assert not hands.action("automaticTotal").isEnabled()
    assert len(report.values) == 10


def test_the_menu_at_the_mouse_offers_the_same_commands(table, qtbot):
    # when
    event = QContextMenuEvent(QContextMenuEvent.Reason.Mouse, QPoint(9, 9), table.mapToGlobal(QPoint(9, 9)))
    QApplication.sendEvent(table.viewport(), event)

    # then
    menu = table.findChild(QMenu, "cellMenu")
    names = [action.objectName() for action in menu.actions() if not action.isSeparator()]
    assert names == [name for name in NAMES if name]
    menu.close()


def test_in_words_copy_is_of_the_words_and_no_cell_is_touched(window, hands, table, qtbot):
    # given
    line = QLineEdit("几个字", window)
    line.show()
    line.setFocus()
    line.selectAll()

    # when
    hands.command("copyCells")
    hands.command("clearCells")

    # then
    assert QGuiApplication.clipboard().text() == "几个字"
    assert window.desk.session.undo_stack.count() == 0


def test_a_step_counts_the_cells_that_were_typed_not_the_totals_that_followed(applications, session):
    # given
    form = applications.view.form
    form.fill(dict.fromkeys(NEW, "1"), "向下填充")

    # when
    form.fill({NEW[0]: "2"})
    typed = session.undo_stack.undoText()
    form.fill(dict.fromkeys(NEW[:2], ""), "清空单元格")

    # then
    assert session.report.text(TOTAL) == ""
    assert (typed, session.undo_stack.undoText()) == ("填写单元格", "清空 2 个单元格")
