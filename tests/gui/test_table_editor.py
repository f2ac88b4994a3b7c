"""The table editor: the official form, filled in as in a spreadsheet, every change an edit that can be undone."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QInputMethodEvent
from PySide6.QtWidgets import QApplication, QLineEdit, QTableView

from core import checks, report, totals
from core.checks.model import CellPlace, Finding, HeadPlace
from core.edits import SetCells
from core.report import Decision, Head
from core.store import ReportFile
from gui.models.cell_words import describe
from gui.models.table import SIGNAL, STATE, TableModel
from gui.panes.table_editor import TableEditor
from gui.panes.tables.cell_commands import TOTALS_FOLLOW
from gui.panes.tables.head_rows import HeadRows
from gui.session import Session
from gui.theme import Theme

MADE = "disclosure.documents.made"
VALID = "disclosure.documents.valid"
KINDS = ("natural", "business", "research", "welfare", "legal", "others")


def without_rules(library, template_id, _switched_on):
    return checks.Checker(library.get(template_id), [])


@pytest.fixture
def open_report(library, monkeypatch):
    monkeypatch.setattr(checks, "for_template", without_rules)

    def make(template="national-2021", year=2023):
        return Session(
            library, ReportFile(report=report.blank(library.get(template), year, "向阳镇人民政府"))
        )

    return make


@pytest.fixture
def session(open_report):
    return open_report()


@pytest.fixture
def editor(session, qtbot):
    return _shown(session, "disclosure", qtbot)


def _shown(session, table, qtbot, width=780):
    editor = TableEditor(session, Theme.load("light"), table)
    qtbot.addWidget(editor)
    editor.resize(width, 600)
    with qtbot.waitExposed(editor):
        editor.show()
    return editor


def _type(qtbot, editor, text, key=Qt.Key.Key_Return):
    """Type into the current cell and leave it by a key, as at the keyboard."""
    qtbot.keyClick(editor.view, text[0])
    line = editor.view.viewport().findChild(QLineEdit)
    qtbot.keyClicks(line, text[1:])
    qtbot.keyClick(line, key)


def _compose(line, words):
    """Type words as an input method hands them over."""
    event = QInputMethodEvent()
    event.setCommitString(words)
    QApplication.sendEvent(line, event)


def _current(editor):
    return editor.view.form.cell(editor.view.currentIndex()).id


def _clip(text):
    QGuiApplication.clipboard().setText(text)


@pytest.mark.parametrize(
    ("template", "table"),
    [
        ("national-2021", "disclosure"),
        ("national-2021", "applications"),
        ("national-2021", "reviews"),
        ("national-2014", "statistics"),
        ("weihai-2012", "statistics"),
    ],
)
def test_every_form_is_a_model_that_holds(open_report, qtmodeltester, template, table):
    model = TableModel(open_report(template), table)

    qtmodeltester.check(model, force_py=True)

    assert model.rowCount() == model.grid.rows


def test_the_form_stands_as_it_is_printed(editor):
    view = editor.view
    form = view.form

    assert view.objectName() == "tableView"
    assert form.index(0, 0).data() == "第二十条第（一）项"
    assert (view.rowSpan(0, 0), view.columnSpan(0, 0)) == (1, 4)
    assert view.columnSpan(*_place(form, "disclosure.permits.decided")) == 3
    assert not form.flags(form.index(0, 0)) & Qt.ItemFlag.ItemIsEditable


def _place(form, cell):
    index = form.index_of(cell)
    return index.row(), index.column()


def test_ten_columns_fit_without_scrolling_sideways_and_no_label_is_cut(session, qtbot):
    editor = _shown(session, "applications", qtbot, width=780)
    view = editor.view

    assert sum(view.columnWidth(column) for column in range(10)) <= view.viewport().width()
    assert view.horizontalScrollBar().maximum() == 0
    heights = [view.rowHeight(row) for row in range(view.form.grid.head_rows, view.form.grid.rows)]
    assert max(heights) < 5 * view.fontMetrics().height()


def test_the_head_of_a_long_form_stays_while_the_rows_scroll(session, qtbot):
    editor = _shown(session, "applications", qtbot)
    head = editor.view.findChild(QTableView)

    editor.go_to("applications.carried_out.total")

    assert editor.view.verticalScrollBar().value() > 0
    assert head.isVisible()
    assert head.indexAt(head.viewport().rect().center()).row() < editor.view.form.grid.head_rows


def test_typing_replaces_what_stood_there_and_enter_goes_down(session, editor, qtbot):
    session.edit(SetCells({MADE: "7"}))
    editor.go_to(MADE)

    _type(qtbot, editor, "12")

    assert session.report.text(MADE) == "12"
    assert _current(editor) == "disclosure.permits.decided"
    session.undo_stack.undo()
    assert session.report.text(MADE) == "7"


def test_tab_goes_right_and_arrows_go_over_merged_cells(session, editor, qtbot):
    editor.go_to(MADE)

    _type(qtbot, editor, "3", Qt.Key.Key_Tab)
    assert _current(editor) == "disclosure.documents.repealed"
    qtbot.keyClick(editor.view, Qt.Key.Key_Right)
    qtbot.keyClick(editor.view, Qt.Key.Key_Down)
    assert _current(editor) == "disclosure.permits.decided"
    qtbot.keyClick(editor.view, Qt.Key.Key_Up)
    assert _current(editor) == MADE
    qtbot.keyClick(editor.view, Qt.Key.Key_End)
    assert _current(editor) == VALID
    qtbot.keyClick(editor.view, Qt.Key.Key_Home)
    assert _current(editor) == MADE


def test_f2_edits_and_escape_leaves_the_cell_as_it_was(session, editor, qtbot):
    session.edit(SetCells({MADE: "7"}))
    editor.go_to(MADE)

    qtbot.keyClick(editor.view, Qt.Key.Key_F2)
    line = editor.view.viewport().findChild(QLineEdit)
    assert line.text() == "7"
    qtbot.keyClicks(line, "99")
    qtbot.keyClick(line, Qt.Key.Key_Escape)

    assert session.report.text(MADE) == "7"


def test_what_stands_in_an_open_cell_is_taken_over_before_leaving(session, editor, qtbot):
    editor.go_to(MADE)
    qtbot.keyClick(editor.view, "9")

    editor.show_table("reviews")

    assert session.report.text(MADE) == "9"
    assert editor.table_id == "reviews"


def test_full_width_figures_are_taken_as_figures(session, editor):
    editor.view.form.fill({MADE: " １，２３４ "})

    assert session.report.text(MADE) == "1234"


def test_a_text_that_is_no_number_is_kept_and_marked(session, editor):
    form = editor.view.form

    form.fill({MADE: "约12"})

    assert session.report.text(MADE) == "约12"
    assert form.index_of(MADE).data(SIGNAL) == "error"
    assert "约12" in form.index_of(MADE).data(Qt.ItemDataRole.ToolTipRole)


@pytest.mark.parametrize("text", ["12①", "3²", "5⑴"])
def test_a_figure_with_the_mark_of_a_footnote_stays_as_typed_and_is_marked(session, editor, qtbot, text):
    editor.go_to(MADE)

    qtbot.keyClick(editor.view, text[0])
    line = editor.view.viewport().findChild(QLineEdit)
    _compose(line, text[1:])
    qtbot.keyClick(line, Qt.Key.Key_Return)

    assert session.report.text(MADE) == text
    index = editor.view.form.index_of(MADE)
    assert index.data(SIGNAL) == "error"
    assert index.data(Qt.ItemDataRole.ToolTipRole) == f"“{text}”不是数字。请填数字，没有就填 0。"


def test_delete_empties_the_selected_cells_in_one_step(session, editor, qtbot):
    session.edit(SetCells({MADE: "1", "disclosure.documents.repealed": "2"}))
    editor.go_to(MADE)
    qtbot.keyClick(editor.view, Qt.Key.Key_Right, Qt.KeyboardModifier.ShiftModifier)

    qtbot.keyClick(editor.view, Qt.Key.Key_Delete)

    assert session.report.values == {}
    session.undo_stack.undo()
    assert session.report.values == {MADE: "1", "disclosure.documents.repealed": "2"}


def test_a_block_from_a_spreadsheet_goes_in_as_one_step(session, editor, qtbot):
    editor.go_to("disclosure.rules.made")
    _clip("０\t0\t0\r\n3\t1\t1,204\r\n")
    steps = session.undo_stack.count()

    qtbot.keyClick(editor.view, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)

    assert session.report.text(VALID) == "1204"
    assert len(session.report.values) == 6
    assert session.undo_stack.count() == steps + 1
    session.undo_stack.undo()
    assert session.report.values == {}


def test_one_figure_fills_every_selected_cell(session, editor, qtbot):
    editor.go_to(MADE)
    for _ in range(2):
        qtbot.keyClick(editor.view, Qt.Key.Key_Right, Qt.KeyboardModifier.ShiftModifier)
    _clip("0")

    qtbot.keyClick(editor.view, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)

    assert [session.report.text(f"disclosure.documents.{one}") for one in ("made", "repealed", "valid")] == [
        "0"
    ] * 3


def test_a_copied_block_reads_as_a_spreadsheet_writes_it(session, editor, qtbot):
    session.edit(SetCells({"disclosure.rules.made": "0", MADE: "3", "disclosure.documents.repealed": "1"}))
    editor.go_to("disclosure.rules.made")
    qtbot.keyClick(editor.view, Qt.Key.Key_Right, Qt.KeyboardModifier.ShiftModifier)
    qtbot.keyClick(editor.view, Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)

    qtbot.keyClick(editor.view, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)

    assert QGuiApplication.clipboard().text() == "0\t\n3\t1"


def test_a_total_follows_its_terms_and_undo_takes_both_back(session, qtbot):
    editor = _shown(session, "applications", qtbot)
    form = editor.view.form
    session.edit(SetCells({f"applications.new.{kind}": "1" for kind in KINDS[1:]}))

    form.fill({"applications.new.natural": "4"})
    assert session.report.text("applications.new.total") == "9"
    form.fill({"applications.new.natural": "5"})
    assert session.report.text("applications.new.total") == "10"
    session.undo_stack.undo()

    assert session.report.text("applications.new.natural") == "4"
    assert session.report.text("applications.new.total") == "9"


def test_a_total_that_was_the_sum_goes_when_a_term_goes(session, qtbot):
    editor = _shown(session, "applications", qtbot)
    editor.view.form.fill({f"applications.new.{kind}": "1" for kind in KINDS})

    editor.view.form.fill({"applications.new.natural": ""})

    assert session.report.text("applications.new.total") == ""


def test_a_total_typed_otherwise_stays(session, qtbot):
    editor = _shown(session, "applications", qtbot)
    form = editor.view.form
    form.fill({f"applications.new.{kind}": "1" for kind in KINDS})
    form.fill({"applications.new.total": "7"})

    form.fill({"applications.new.natural": "3"})

    assert session.report.text("applications.new.total") == "7"
    editor.go_to("applications.new.total")
    assert "各项相加是 8" in editor.description.text()


def test_zeros_for_the_whole_table_fill_the_totals_too(session, qtbot):
    editor = _shown(session, "applications", qtbot)
    session.edit(SetCells({"applications.new.natural": "2", "applications.granted.natural": "2"}))

    qtbot.mouseClick(editor.table_zeros, Qt.MouseButton.LeftButton)

    blank = [
        cell
        for cell in session.template.cells
        if cell.startswith("applications.") and not session.report.text(cell)
    ]
    assert blank == []
    assert session.report.text("applications.total.total") == "2"
    session.undo_stack.undo()
    assert len(session.report.values) == 2


@pytest.mark.parametrize(("year", "called"), [(2022, "去年"), (2021, " 2021 年")])
def test_zeros_where_last_year_had_figures_are_remarked(session, editor, qtbot, year, called):
    # given: a row that was a figure, a 0 and no number last year
    last = report.blank(session.template, year, "向阳镇人民政府")
    last.values = {MADE: "3", "disclosure.documents.repealed": "0", VALID: "约2"}
    session.report.earlier = [last]
    editor.go_to(MADE)

    # when
    with qtbot.waitSignal(editor.done) as told:
        qtbot.mouseClick(editor.row_zeros, Qt.MouseButton.LeftButton)

    # then
    assert told.args == [f"已填 3 格，其中 2 格{called}有数，请核对；按 Ctrl+Z 可以撤销。"]


def test_zeros_for_the_row_leave_the_other_rows_and_what_is_filled(session, editor, qtbot):
    session.edit(SetCells({MADE: "3"}))
    editor.go_to(MADE)

    qtbot.mouseClick(editor.row_zeros, Qt.MouseButton.LeftButton)

    assert session.report.values == {MADE: "3", "disclosure.documents.repealed": "0", VALID: "0"}


def test_findings_mark_their_cells_with_plain_words(session, editor, qtbot):
    form = editor.view.form
    editor.go_to(VALID)
    session.findings = [
        Finding("T01", "error", "表二 · <b>行政许可</b>：对不上。", (CellPlace(MADE, "3"),)),
        Finding("T02", "warning", "请核对。", (CellPlace(VALID, "9"),)),
    ]

    with qtbot.waitSignal(form.dataChanged):
        session.findings_changed.emit()

    assert form.index_of(MADE).data(SIGNAL) == "error"
    assert form.index_of(VALID).data(SIGNAL) == "warning"
    assert editor.problem.text() == "! 请核对。"
    words = form.index_of(MADE).data(Qt.ItemDataRole.ToolTipRole)
    assert "行政许可" in words
    assert "<" not in words


def test_several_findings_of_a_cell_are_numbered_so_that_none_is_overlooked(session, editor):
    # given
    editor.go_to(MADE)
    session.findings = [
        Finding("T01", "error", "第一处对不上。", (CellPlace(MADE, "3"),)),
        Finding("T02", "error", "第二处对不上。", (CellPlace(MADE, "3"),)),
    ]

    # when
    session.findings_changed.emit()

    # then
    assert editor.problem.text() == "✖（1/2）第一处对不上。\n✖（2/2）第二处对不上。"


def test_a_long_sum_marks_its_total_and_a_blank_cell_is_no_problem_yet(session, qtbot):
    editor = _shown(session, "applications", qtbot)
    total = CellPlace("applications.new.total", "5")
    terms = [CellPlace(f"applications.new.{kind}", "0") for kind in KINDS]
    session.findings = [
        Finding("T03", "error", "合计不对。", (total, *terms)),
        Finding("T19", "warning", "还没有填。", (CellPlace("applications.carried_in.natural", ""),)),
    ]

    session.findings_changed.emit()

    marked = [
        one.cell
        for one in editor.view.form.grid.cells
        if editor.view.form.index(one.row, one.column).data(SIGNAL)
    ]
    assert marked == ["applications.new.total"]


def test_a_form_opens_at_its_first_cell(session, qtbot):
    editor = _shown(session, "applications", qtbot)

    head = editor.view.findChild(QTableView)
    first = editor.view.visualRect(editor.view.currentIndex())

    assert _current(editor) == "applications.new.natural"
    assert editor.view.viewport().mapTo(editor.view, first.topLeft()).y() == head.geometry().bottom() + 1


def test_a_finding_kept_with_a_reason_marks_nothing(session, editor):
    finding = Finding("T01", "error", "对不上。", (CellPlace(MADE, "3"),))
    session.report.decisions = [Decision(key=finding.key, reason="已核实")]
    session.findings = [finding]

    session.findings_changed.emit()

    assert editor.view.form.index_of(MADE).data(SIGNAL) == ""


def test_the_line_below_names_the_cell_what_counts_and_last_year(session, editor):
    last = session.report.model_copy(deep=True, update={"year": 2022})
    last.values = {VALID: "3", "applications.carried_out.natural": "1"}
    session.report.earlier = [last]

    editor.go_to(VALID)

    said = editor.description.text()
    guidance = session.template.cells[VALID].guidance
    assert said == f"去年 3 件。本格：行政规范性文件 · 现行有效件数。填：{guidance}"
    carried_in = session.template.cells["applications.carried_in.natural"]
    whole = describe(session.template, session.report, carried_in)
    assert whole.startswith("去年结转 1 件。本格：二、上年结转政府信息公开申请数量 · 自然人。填：")
    assert whole.endswith("去年写在“四、结转下年度继续办理”。")
    brief = describe(session.template, session.report, carried_in, brief=True)
    assert brief.startswith("去年结转 1 件。上年结转政府信息公开申请数量 · 自然人。填：")


def test_in_short_the_name_comes_first_and_then_the_unit_where_last_year_has_no_figure(session):
    # given
    cell = session.template.cells[VALID]
    last = session.report.model_copy(deep=True, update={"year": 2022})

    # when
    without = describe(session.template, session.report, cell, brief=True)
    session.report.earlier = [last]
    blank = describe(session.template, session.report, cell, brief=True)

    # then
    assert without.startswith("行政规范性文件 · 现行有效件数。单位：件。填：")
    assert blank.startswith("行政规范性文件 · 现行有效件数。去年空着，单位：件。填：")


def test_what_is_seen_of_a_cell_is_read_aloud_too(session, editor, qtbot):
    # given
    form = TableModel(session, "applications")
    natural, total = "applications.granted.natural", "applications.granted.total"

    def spoken(cell):
        return form.index_of(cell).data(Qt.ItemDataRole.AccessibleTextRole)

    row = "三、本年度办理结果 · （一）予以公开"
    assert spoken(natural) == f"{row} · 自然人"
    assert spoken(total) == f"{row} · 总计。自动合计"

    # when
    session.edit(SetCells({natural: "7", total: "9"}, states={natural: "carried"}))
    session.edit(totals.by_hand(session.template, session.report, total, "9", "按通知。"))
    session.findings = [
        Finding("T01", "error", "各项相加是 7，差 2", (CellPlace(total, "9"),)),
        Finding("T02", "warning", "请看一看。", (CellPlace(total, "9"),)),
    ]
    session.findings_changed.emit()

    # then
    assert spoken(natural) == f"{row} · 自然人 7。去年的数，未核对"
    assert spoken(total) == (
        f"{row} · 总计 9。必须改：各项相加是 7，差 2。请看一看。手工填的合计，原因：按通知"
    )
    assert spoken("applications.granted.business") == f"{row} · 法人或其他组织 · 商业企业"


def test_a_unit_that_the_label_names_is_not_named_twice(session):
    # given
    fees = session.template.cells["disclosure.fees.amount"]

    # then
    said = describe(session.template, session.report, fees)
    assert said.startswith("本格：行政事业性收费 · 本年收费金额（单位：万元）。")


def test_a_carried_figure_is_marked_until_it_is_confirmed(session, editor, qtbot):
    session.edit(SetCells({VALID: "7"}, states={VALID: "carried"}))
    editor.go_to(VALID)
    assert editor.view.form.index_of(VALID).data(STATE) == "carried"

    qtbot.mouseClick(editor.still_right, Qt.MouseButton.LeftButton)

    assert session.report.states == {VALID: "seen"}
    assert not editor.still_right.isVisible()
    session.undo_stack.undo()
    assert session.report.states == {VALID: "carried"}


def test_the_same_figure_typed_again_counts_as_looked_at(session, editor, qtbot):
    session.edit(SetCells({VALID: "7"}, states={VALID: "carried"}))
    editor.go_to(VALID)

    _type(qtbot, editor, "7")

    assert session.report.states == {VALID: "seen"}


def test_group_rows_of_the_statistics_take_no_figure(open_report, qtbot):
    session = open_report("national-2014", 2016)
    editor = _shown(session, "statistics", qtbot)

    assert _current(editor) == "statistics.published.value"
    assert not editor.view.form.setData(editor.view.form.index_of("statistics.g1.value"), "1")


def test_the_head_of_an_annex_is_changed_in_place(open_report, qtbot):
    session = open_report("national-2014", 2016)
    editor = _shown(session, "statistics", qtbot)
    line = editor.findChild(QLineEdit)
    assert line.text() == "政府信息公开情况统计表"

    line.setFocus()
    line.selectAll()
    _compose(line, "统计表")

    assert session.report.heads["statistics"] == Head(
        title="统计表", period="（2016年度）", filler="向阳镇人民政府"
    )
    qtbot.keyClick(line, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert session.report.heads == {}
    assert line.text() == "政府信息公开情况统计表"
    line.insert("x")
    qtbot.keyClick(line, Qt.Key.Key_Backspace)
    assert session.report.heads == {}  # typed back to the form's own words
    session.findings = [Finding("H1", "warning", "年度不符。", (HeadPlace("statistics", "title", "统计表"),))]
    session.findings_changed.emit()
    assert line.property("signal") == "warning"


def test_a_click_on_a_label_moves_no_cursor(session, editor, qtbot):
    editor.go_to(MADE)
    label = editor.view.visualRect(editor.view.form.index(2, 0)).center()

    qtbot.mouseClick(editor.view.viewport(), Qt.MouseButton.LeftButton, pos=label)

    assert editor.view.cells.figures() in ([MADE], [])
    assert session.undo_stack.count() == 0


def test_a_cell_of_another_table_brings_that_table(session, editor):
    editor.go_to("reviews.cases.review_upheld")

    assert editor.table_id == "reviews"
    assert _current(editor) == "reviews.cases.review_upheld"


def test_tab_in_the_last_cell_leaves_the_form(session, editor, qtbot):
    editor.go_to("disclosure.fees.amount")

    qtbot.keyClick(editor.view, Qt.Key.Key_Tab)

    assert _current(editor) == "disclosure.fees.amount"
    assert not editor.view.hasFocus()


def test_a_wide_figure_stands_in_full_in_the_line_for_the_cell_at_hand(session):
    # given
    cell = session.template.cells["disclosure.documents.made"]

    # when
    session.edit(SetCells({cell.id: "12345678901"}))

    # then
    assert "填的是 12345678901。" in describe(session.template, session.report, cell)
    session.edit(SetCells({cell.id: "12"}))
    assert "填的是" not in describe(session.template, session.report, cell)


def test_the_head_is_as_wide_as_the_form_when_the_scroll_bar_has_gone(session, qtbot):
    # given: too low for the form at first
    editor = _shown(session, "reviews", qtbot, width=640)
    view = editor.view
    for height in (90, 120, 300, 600):
        # when
        editor.resize(640, height)
        QApplication.processEvents()

        # then: the last head stands in full over its column
        columns = sum(view.columnWidth(column) for column in range(view.form.columnCount()))
        assert view.findChild(HeadRows).width() == view.viewport().width() >= columns


def _at_hand(editor):
    """Return what an input method speaks to: the open line, else the table."""
    return editor.view.indexWidget(editor.view.currentIndex()) or editor.view


@pytest.mark.parametrize(("words", "figure"), [("3", "3"), ("１２", "12"), ("12", "12")])
def test_what_an_input_method_hands_over_at_once_is_not_lost(session, editor, words, figure):
    # given: a cell is at hand and not open; full-width digits come one by one, none composed before
    editor.go_to(MADE)

    # when
    for one in words:
        _compose(_at_hand(editor), one)
    editor.finish_typing()

    # then
    assert session.report.text(MADE) == figure


def test_what_is_composed_in_a_cell_takes_the_place_of_its_figure_once(session, editor):
    session.edit(SetCells({MADE: "7"}))
    editor.go_to(MADE)

    composing = QInputMethodEvent("shi", [])
    QApplication.sendEvent(editor.view, composing)
    _compose(editor.view, "10")
    assert session.report.text(MADE) == "7"
    editor.finish_typing()

    assert session.report.text(MADE) == "10"


def test_an_input_method_at_a_total_is_told_that_it_follows(session, editor):
    total = next(one.id for one in session.template.cells.values() if one.sums)
    editor.go_to(total)
    said = []
    editor.view.said.connect(said.append)

    _compose(editor.view, "3")

    assert said == [TOTALS_FOLLOW]
    assert session.report.text(total) == ""
