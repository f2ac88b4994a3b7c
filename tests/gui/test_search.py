"""Search and replace as a clerk does them: keys, places over all pages, one step back."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QLabel, QLineEdit, QPushButton

from core.checks.model import CellPlace, TextPlace
from core.edits import SetCells
from core.report import Link, Paragraph
from core.store import ReportFile
from gui.panes.prose.sheet import Sheet
from tests.gui.conftest import OFFICE

SHIFT = Qt.KeyboardModifier.ShiftModifier
TEXTS = ("柳河镇公开信息７５条，柳河镇网站更新。", "另一段话。")


@pytest.fixture
def at_work(window, report, hands):
    """An open report with words in two sections."""
    report.section("overview").paragraphs = [Paragraph(text=text) for text in TEXTS]
    report.section("other").paragraphs = [Paragraph(text="柳河镇没有收费。")]
    report.section("preface").paragraphs = []
    window.desk.open(ReportFile(report), None)
    return hands


def session(hands):
    return hands.window.desk.session


def search_for(hands, words, command="find"):
    hands.command(command)
    field = hands.find("searchField", QLineEdit)
    field.setText(words)
    return field


def said(hands):
    return hands.find("searchCount", QLabel).text()


def place(hands):
    sheet = hands.window.desk.workspace.page.findChild(Sheet)
    return sheet.section_id, sheet.textCursor().block().blockNumber(), sheet.textCursor().selectedText()


def test_enter_and_shift_enter_go_round_over_all_pages(at_work, qtbot):
    # given: title, office, two of the first section, one of the last, the sign-off
    field = search_for(at_work, "柳河镇")

    # then
    assert said(at_work) == "第 3 处，共 6 处"
    assert place(at_work) == ("overview", 0, "柳河镇")

    # when
    qtbot.keyClick(field, Qt.Key.Key_Return)
    qtbot.keyClick(field, Qt.Key.Key_Return)

    # then
    assert said(at_work) == "第 5 处，共 6 处"
    assert place(at_work) == ("other", 0, "柳河镇")
    assert field.hasFocus()

    # when
    for _ in range(5):
        qtbot.keyClick(field, Qt.Key.Key_Return, SHIFT)

    # then
    assert said(at_work) == "第 6 处，共 6 处"
    assert place(at_work)[0] == "signature"


def test_f3_goes_on_after_the_bar_is_closed(at_work, qtbot):
    # given
    field = search_for(at_work, "柳河镇")
    qtbot.keyClick(field, Qt.Key.Key_Escape)

    # then
    sheet = at_work.window.desk.workspace.page.findChild(Sheet)
    assert not at_work.sees("searchPanel")
    assert sheet.hasFocus()

    # when
    at_work.command("findNext")

    # then
    assert said(at_work) == "第 4 处，共 6 处"
    assert sheet.hasFocus()

    # when
    at_work.command("findPrevious")

    # then
    assert said(at_work) == "第 3 处，共 6 处"


def test_closing_the_bar_after_an_undo_stays_where_that_led(at_work, qtbot):
    # given: all replaced, and taken back once another place was changed
    field = search_for(at_work, "柳河镇", "replace")
    at_work.find("replaceField", QLineEdit).setText("柳树镇")
    at_work.press("replaceAll")
    page = at_work.window.desk.workspace.page
    page.go_to(TextPlace("other", 0, 0, 0, ""))
    page.findChild(Sheet).textCursor().insertText("另：")
    at_work.command("undo")
    at_work.command("undo")
    before = place(at_work)

    # when
    field.setFocus()
    qtbot.keyClick(field, Qt.Key.Key_Escape)

    # then
    assert not at_work.sees("searchPanel")
    assert place(at_work) == before
    assert before[0] == "other"


def test_f3_without_words_asks_for_them(at_work):
    # when
    at_work.command("findNext")

    # then
    assert at_work.find("searchField", QLineEdit).hasFocus()


def test_title_and_office_are_selected_in_their_lines(at_work, qtbot):
    # given
    field = search_for(at_work, OFFICE)
    at_work.press("searchNext")
    assert said(at_work) == "第 1 处，共 3 处"

    # then
    assert at_work.find("reportTitle", QLineEdit).selectedText() == OFFICE

    # when
    qtbot.keyClick(field, Qt.Key.Key_Return)
    qtbot.keyClick(field, Qt.Key.Key_Escape)

    # then
    assert at_work.find("reportOffice", QLineEdit).selectedText() == OFFICE
    assert at_work.find("reportOffice", QLineEdit).hasFocus()


def test_nothing_found_is_said_calmly(at_work):
    # given
    search_for(at_work, "没有的词")

    # then
    assert said(at_work) == "整份报告里没有找到“没有的词”。"
    assert not at_work.find("searchNext", QPushButton).isEnabled()


def test_full_width_figures_count_as_the_same_unless_told_apart(at_work):
    # given
    search_for(at_work, "75条")
    assert said(at_work) == "第 1 处，共 1 处"

    # when
    at_work.find("searchLoose", QCheckBox).setChecked(False)

    # then
    assert said(at_work) == "整份报告里没有找到“75条”。"


def test_all_are_replaced_and_come_back_in_one_step(at_work):
    # given
    before = session(at_work).report.model_dump_json()
    search_for(at_work, "柳河镇", "replace")
    at_work.find("replaceField", QLineEdit).setText("柳树镇")

    # when
    at_work.press("replaceAll")

    # then
    assert session(at_work).undo_stack.undoText() == "全部替换 6 处"
    assert said(at_work) == "已全部替换 6 处，按 Ctrl+Z 可以撤销。"
    assert session(at_work).report.unit.name == "清溪县柳树镇人民政府"

    # when
    at_work.command("undo")

    # then
    assert session(at_work).report.model_dump_json() == before
    assert session(at_work).undo_stack.index() == 0


def test_enter_in_the_lower_line_replaces_one_and_goes_on(at_work, qtbot):
    # given
    search_for(at_work, "柳河镇", "replace")
    by = at_work.find("replaceField", QLineEdit)
    by.setText("柳河镇政府")
    by.setFocus()

    # when
    qtbot.keyClick(by, Qt.Key.Key_Return)

    # then: the words put in hold the words searched for, yet the next place is the next one
    assert session(at_work).report.section("overview").paragraphs[0].text.startswith("柳河镇政府公开")
    assert said(at_work) == "第 4 处，共 6 处"
    assert by.hasFocus()

    # when
    qtbot.keyClick(by, Qt.Key.Key_Return)

    # then
    assert session(at_work).report.section("overview").paragraphs[0].text == (
        "柳河镇政府公开信息７５条，柳河镇政府网站更新。"
    )
    assert session(at_work).undo_stack.count() == 2


def test_the_last_one_replaced_is_told_with_how_many_were_until_the_report_is_another(at_work, qtbot):
    # given: three places, replaced one by one
    search_for(at_work, "柳河镇公开", "replace")
    by = at_work.find("replaceField", QLineEdit)
    by.setText("本镇公开")
    assert said(at_work) == "第 1 处，共 1 处"

    # when: the only one
    at_work.press("replaceOne")

    # then
    assert said(at_work) == "已替换最后 1 处，没有别的了。按 Ctrl+Z 可以撤销。"

    # when: several of other words, by Enter
    search_for(at_work, "柳河镇", "replace")
    by.setText("柳树镇")
    by.setFocus()
    for left in (4, 3, 2, 1):
        qtbot.keyClick(by, Qt.Key.Key_Return)
        assert said(at_work).endswith(f"共 {left} 处")
    qtbot.keyClick(by, Qt.Key.Key_Return)

    # then: once more Enter says the same
    assert said(at_work) == "已替换最后 1 处，没有别的了，一共替换了 5 处。按 Ctrl+Z 可以撤销。"
    qtbot.keyClick(by, Qt.Key.Key_Return)
    assert said(at_work) == "已替换最后 1 处，没有别的了，一共替换了 5 处。按 Ctrl+Z 可以撤销。"

    # when: one is taken back, and replaced again
    at_work.command("undo")
    qtbot.waitUntil(lambda: said(at_work) == "共 1 处")
    at_work.press("replaceOne")

    # then: what was counted before is not counted on
    assert said(at_work) == "已替换最后 1 处，没有别的了。按 Ctrl+Z 可以撤销。"

    # when: other words are searched for
    at_work.find("searchField", QLineEdit).setText("没有的词")

    # then
    assert said(at_work) == "整份报告里没有找到“没有的词”。"


def test_a_round_of_single_replacements_never_comes_to_words_that_it_put_in_itself(at_work, qtbot):
    # given: new words that hold the old ones
    search_for(at_work, "柳河镇", "replace")
    by = at_work.find("replaceField", QLineEdit)
    by.setText("本柳河镇")
    by.setFocus()
    texts = [session(at_work).report.title, session(at_work).report.unit.name, *TEXTS, "柳河镇没有收费。"]

    def now():
        report = session(at_work).report
        paragraphs = (*report.section("overview").paragraphs, *report.section("other").paragraphs)
        return [report.title, report.unit.name, *(one.text for one in paragraphs)]

    # when: as often as there are places, and three times more
    for _ in range(6):
        qtbot.keyClick(by, Qt.Key.Key_Return)
    at_the_end = said(at_work)
    for _ in range(3):
        qtbot.keyClick(by, Qt.Key.Key_Return)

    # then
    assert now() == [text.replace("柳河镇", "本柳河镇") for text in texts]
    assert at_the_end == "已替换最后 1 处，没有别的了，一共替换了 6 处。按 Ctrl+Z 可以撤销。"
    assert said(at_work) == at_the_end
    assert session(at_work).undo_stack.count() == 6

    # when: all is asked for behind that
    at_work.press("replaceAll")

    # then
    assert session(at_work).undo_stack.count() == 6

    # when: the last one is taken back, and replaced again
    at_work.command("undo")
    for _ in range(3):
        qtbot.keyClick(by, Qt.Key.Key_Return)

    # then: that one, and no other
    assert now() == [text.replace("柳河镇", "本柳河镇") for text in texts]

    # when: the words are searched for anew
    search_for(at_work, "柳河", "replace")
    search_for(at_work, "柳河镇", "replace")
    at_work.press("replaceOne")

    # then
    assert now() != [text.replace("柳河镇", "本柳河镇") for text in texts]


def test_titles_replaced_one_by_one_reach_each_place_once(at_work):
    # given
    search_for(at_work, "清溪县", "replace")
    at_work.find("replaceField", QLineEdit).setText("本清溪县")
    assert said(at_work) == "第 3 处，共 3 处"
    at_work.press("searchNext")

    # when
    at_work.press("replaceOne")
    at_work.press("replaceOne")

    # then
    assert session(at_work).report.title.startswith("本清溪县柳河镇")
    assert session(at_work).report.unit.name == f"本{OFFICE}"


def test_fixed_titles_are_shown_but_stay(at_work):
    # given
    search_for(at_work, "其他需要报告的事项", "replace")

    # then
    assert said(at_work) == "第 1 处，共 1 处（这是格式固定的标题，不能替换）"
    assert not at_work.find("replaceOne", QPushButton).isEnabled()
    assert not at_work.find("replaceAll", QPushButton).isEnabled()
    assert place(at_work)[0] == "other"


def test_words_selected_on_the_sheet_are_searched_for(at_work):
    # given
    sheet = at_work.window.desk.workspace.page.findChild(Sheet)
    sheet.set_place(1, 0, 3)

    # when
    at_work.command("find")

    # then
    assert at_work.find("searchField", QLineEdit).text() == "另一段"
    assert said(at_work) == "第 1 处，共 1 处"


def test_the_count_follows_what_is_typed_in_the_report(at_work, qtbot):
    # given
    search_for(at_work, "另一段")
    sheet = at_work.window.desk.workspace.page.findChild(Sheet)

    # when
    sheet.set_place(0, 0, 0)
    sheet.textCursor().insertText("另一段。")

    # then
    qtbot.waitUntil(lambda: said(at_work) == "共 2 处")


def test_undo_keys_in_the_bar_take_back_the_report(at_work, qtbot):
    # given
    search_for(at_work, "柳河镇", "replace")
    by = at_work.find("replaceField", QLineEdit)
    by.setText("柳树镇")
    by.setFocus()
    at_work.press("replaceAll")

    # when
    qtbot.keyClick(by, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)

    # then
    assert session(at_work).report.unit.name == OFFICE
    assert by.text() == "柳树镇"


def test_searching_begins_behind_the_words_of_the_page_in_its_table(at_work, qtbot):
    # given
    window = at_work.window
    at_work.command("nextBlank")
    assert window.desk.workspace.page.here().cell.startswith("disclosure.")

    # when
    search_for(at_work, "柳河镇")

    # then
    assert said(at_work) == "第 5 处，共 6 处"


def test_linked_numbers_move_with_replaced_words_and_are_dropped_where_they_are_replaced(at_work):
    # given
    cell = next(one.id for one in session(at_work).template.cells.values() if not (one.group or one.sums))
    report = session(at_work).report
    report.values[cell] = "12"
    report.section("other").paragraphs = [
        Paragraph(text="柳河镇办理12件。", links=[Link(start=5, end=7, cell=cell)])
    ]

    # when
    search_for(at_work, "柳河镇", "replace")
    at_work.find("replaceField", QLineEdit).setText("镇政府机关")
    at_work.press("replaceAll")

    # then
    moved = report.section("other").paragraphs[0]
    assert [moved.text[one.start : one.end] for one in moved.links] == ["12"]

    # when
    search_for(at_work, "12件", "replace")
    at_work.find("replaceField", QLineEdit).setText("十余件")
    at_work.press("replaceAll")

    # then
    assert report.section("other").paragraphs[0].text == "镇政府机关办理十余件。"
    assert not report.section("other").paragraphs[0].links


def test_after_all_came_back_the_bar_counts_from_the_place_that_is_shown(at_work, qtbot):
    # given: the last of all places is shown, and all are replaced
    field = search_for(at_work, "柳河镇", "replace")
    qtbot.keyClick(field, Qt.Key.Key_Return)
    qtbot.keyClick(field, Qt.Key.Key_Return)
    assert said(at_work) == "第 5 处，共 6 处"
    shown = place(at_work)
    at_work.find("replaceField", QLineEdit).setText("柳树镇")
    at_work.press("replaceAll")

    # when
    at_work.command("undo")

    # then
    qtbot.waitUntil(lambda: said(at_work).endswith("共 6 处"))
    assert place(at_work)[:2] == shown[:2]

    # when
    at_work.command("findNext")

    # then
    assert said(at_work) == "第 6 处，共 6 处"


def test_the_second_place_of_a_paragraph_is_the_one_counted_after_undo(at_work, qtbot):
    # given: two places in one paragraph, the second is shown
    field = search_for(at_work, "柳河镇", "replace")
    qtbot.keyClick(field, Qt.Key.Key_Return)
    assert said(at_work) == "第 4 处，共 6 处"
    at_work.find("replaceField", QLineEdit).setText("柳树新镇")
    at_work.press("replaceAll")

    # when
    at_work.command("undo")

    # then
    qtbot.waitUntil(lambda: said(at_work).endswith("共 6 处"))
    at_work.command("findNext")
    assert said(at_work) == "第 5 处，共 6 处"


def test_where_no_place_is_chosen_any_more_only_their_number_is_said(at_work, qtbot):
    # given
    field = search_for(at_work, "柳河镇", "replace")
    qtbot.keyClick(field, Qt.Key.Key_Return)
    at_work.find("replaceField", QLineEdit).setText("柳树镇")
    at_work.press("replaceOne")
    assert said(at_work) == "第 4 处，共 5 处"

    # when: undo leads to the paragraph, and chooses nothing there
    at_work.command("undo")

    # then
    qtbot.waitUntil(lambda: said(at_work) == "共 6 处")
    assert place(at_work)[2] == ""

    # when
    at_work.command("findPrevious")

    # then
    assert said(at_work).startswith("第 ")


def test_the_place_chosen_keeps_its_number_while_the_report_changes_elsewhere(at_work, qtbot):
    # given: a title chosen in its line, then words in a paragraph
    field = search_for(at_work, "柳河镇")
    qtbot.keyClick(field, Qt.Key.Key_Return, SHIFT)
    assert said(at_work) == "第 2 处，共 6 处"

    # when
    session(at_work).edit(SetCells({"reviews.cases.review_total": "3"}))
    at_work.find("searchPanel")._refresh_timer.timeout.emit()

    # then
    assert said(at_work) == "第 2 处，共 6 处"

    # when
    qtbot.keyClick(field, Qt.Key.Key_Return)
    session(at_work).edit(SetCells({"reviews.cases.review_total": "4"}))
    at_work.find("searchPanel")._refresh_timer.timeout.emit()

    # then
    assert said(at_work) == "第 3 处，共 6 处"


def test_all_replaced_from_a_table_leaves_one_at_that_table_and_so_does_undo(at_work, qtbot):
    # given: the first place behind the table is in another section
    page = at_work.window.desk.workspace.page
    page.go_to(CellPlace("reviews.cases.review_total", ""))
    search_for(at_work, "柳河镇", "replace")
    assert place(at_work)[0] == "other"

    # when
    at_work.find("replaceField", QLineEdit).setText("柳树镇")
    at_work.press("replaceAll")

    # then
    assert page.here() == CellPlace("reviews.cases.review_total", "")
    assert at_work.window.desk.workspace.outline.current_page().tables == ("reviews",)

    # when
    at_work.command("undo")

    # then
    assert at_work.window.desk.workspace.outline.current_page().tables == ("reviews",)


def test_who_went_on_to_a_place_stays_there_when_all_are_replaced(at_work, qtbot):
    field = search_for(at_work, "柳河镇", "replace")
    qtbot.keyClick(field, Qt.Key.Key_Return)
    qtbot.keyClick(field, Qt.Key.Key_Return)

    at_work.press("replaceAll")

    assert place(at_work)[0] == "other"


def test_a_figure_of_a_table_is_found_and_shown_in_its_table(at_work, qtbot):
    # given
    session(at_work).edit(SetCells({"disclosure.penalties.decided": "757"}))

    # when
    field = search_for(at_work, "757", "replace")

    # then: the keys stay with the bar, the table shows the cell
    here = at_work.window.desk.workspace.page.here()
    assert isinstance(here, CellPlace)
    assert here.cell == "disclosure.penalties.decided"
    assert said(at_work) == "第 1 处，共 1 处（这是表格里的数，要改请在表格里改）"
    assert field.hasFocus()
    assert not at_work.find("replaceAll", QPushButton).isEnabled()


@pytest.mark.parametrize("goes_on", [False, True])
def test_all_replaced_leaves_nothing_chosen_and_the_cursor_behind_the_words_that_were(
    at_work, qtbot, *, goes_on
):
    # given: the second of two places in one paragraph is chosen, from before or by going there
    page = at_work.window.desk.workspace.page
    page.go_to(TextPlace("overview", 0, 0, 0, "") if goes_on else TextPlace("overview", 0, 11, 14, ""))
    field = search_for(at_work, "柳河镇", "replace")
    if goes_on:
        qtbot.keyClick(field, Qt.Key.Key_Return)
    assert place(at_work) == ("overview", 0, "柳河镇")

    # when
    at_work.find("replaceField", QLineEdit).setText("大柳河镇")
    at_work.press("replaceAll")
    page.focus_editor()
    qtbot.keyClicks(page.findChild(Sheet), "ok")

    # then
    changed = session(at_work).report.section("overview").paragraphs[0].text
    assert changed == "大柳河镇公开信息７５条，大柳河镇ok网站更新。"


def test_escape_in_the_page_puts_the_bar_away_and_the_keys_stay_there(at_work, qtbot):
    # given: replaced, looked at, taken back; the keys are in the sheet by then
    search_for(at_work, "柳河镇", "replace")
    at_work.find("replaceField", QLineEdit).setText("柳树镇")
    at_work.press("replaceAll")
    at_work.command("undo")
    at_work.command("redo")
    page = at_work.window.desk.workspace.page
    sheet = page.findChild(Sheet)
    page.go_to(TextPlace("overview", 1, 2, 2, ""))
    sheet.setFocus()
    assert at_work.sees("searchPanel")

    # when
    qtbot.keyClick(sheet, Qt.Key.Key_Escape)

    # then
    assert not at_work.sees("searchPanel")
    assert sheet.hasFocus()
    assert page.here() == TextPlace("overview", 1, 2, 2, "")


def test_escape_in_an_open_cell_is_the_cell_s_and_only_then_the_bar_s(at_work, qtbot):
    # given: half a figure in a cell, the bar above
    search_for(at_work, "柳河镇")
    page = at_work.window.desk.workspace.page
    page.go_to(CellPlace("reviews.cases.review_upheld", ""))
    view = page.table.view
    view.setFocus()
    qtbot.keyClick(view, Qt.Key.Key_7)
    editor = view.findChild(QLineEdit)
    assert editor.isVisible()

    # when
    qtbot.keyClick(editor, Qt.Key.Key_Escape)

    # then
    assert at_work.sees("searchPanel")
    assert session(at_work).report.text("reviews.cases.review_upheld") == ""

    # when
    qtbot.keyClick(view, Qt.Key.Key_Escape)

    # then
    assert not at_work.sees("searchPanel")
    assert page.here() == CellPlace("reviews.cases.review_upheld", "")


def test_alt_and_a_letter_replaces_all_and_closes_the_bar(at_work, qtbot):
    # given
    field = search_for(at_work, "柳河镇", "replace")
    at_work.find("replaceField", QLineEdit).setText("白石镇")
    qtbot.waitUntil(field.hasFocus)
    before = session(at_work).undo_stack.index()

    # when
    qtbot.keyClick(field, Qt.Key.Key_A, Qt.KeyboardModifier.AltModifier)

    # then
    qtbot.waitUntil(lambda: session(at_work).undo_stack.index() == before + 1)
    assert session(at_work).report.section("overview").paragraphs[0].text.count("白石镇") == 2

    # when
    qtbot.keyClick(field, Qt.Key.Key_Q, Qt.KeyboardModifier.AltModifier)

    # then
    qtbot.waitUntil(lambda: not at_work.sees("searchPanel"))


def test_alt_and_a_letter_goes_from_place_to_place_and_into_each_line(at_work, qtbot):
    # given
    field = search_for(at_work, "柳河镇", "replace")
    qtbot.waitUntil(field.hasFocus)
    alt = Qt.KeyboardModifier.AltModifier

    # when
    qtbot.keyClick(field, Qt.Key.Key_G, alt)

    # then
    qtbot.waitUntil(lambda: said(at_work) == "第 4 处，共 6 处")

    # when
    qtbot.keyClick(field, Qt.Key.Key_P, alt)

    # then
    qtbot.waitUntil(lambda: said(at_work) == "第 3 处，共 6 处")

    # when
    qtbot.keyClick(field, Qt.Key.Key_Y, alt)

    # then
    qtbot.waitUntil(at_work.find("replaceField", QLineEdit).hasFocus)
