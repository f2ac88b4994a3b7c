"""Linked numbers on the sheet: put in, offered, shown, taken away; the table changes them, undo brings all back."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QColor, QInputMethodEvent, QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QListWidget, QPushButton, QWidget

from core import links
from core.checks.model import CellPlace, TextPlace
from core.edits import SetCells
from core.report import Link, Paragraph
from core.store import ReportFile
from gui.dialogs.choose_cell import ChooseCellDialog
from gui.panes.prose import inserting, paper
from gui.panes.prose_editor import ProseEditor
from gui.session import Session
from gui.theme import Theme
from tests.gui.editors import prose_editor

NEW = "applications.new.total"
NATURAL = "applications.new.natural"
TEXT = "全年收到政府信息公开申请29件。"
AT = TEXT.index("29")
LINK = Link(start=AT, end=AT + 2, cell=NEW)
ALT = Qt.KeyboardModifier.AltModifier


@pytest.fixture
def session(report, make_session) -> Session:
    report.section("overview").paragraphs = [Paragraph(text=TEXT, links=(LINK,)), Paragraph(text="第二段。")]
    report.values[NEW] = "29"
    return make_session(report)


@pytest.fixture
def editor(session, qtbot) -> ProseEditor:
    return prose_editor(session, qtbot)


@pytest.fixture
def sheet(editor):
    return editor.sheet


def words(session: Session, index: int = 0) -> str:
    return session.report.section("overview").paragraphs[index].text


def linked(session: Session, index: int = 0) -> list[tuple[str, str]]:
    paragraph = session.report.section("overview").paragraphs[index]
    return [(paragraph.text[one.start : one.end], one.cell) for one in links.links_of(paragraph)]


def point_of(sheet, paragraph: int, at: int) -> QPoint:
    cursor = paper.select(sheet.document(), paragraph, at, at)
    return sheet.cursorRect(cursor).center()


def compose(sheet, text: str, preedit: str = "") -> None:
    event = QInputMethodEvent(preedit, [])
    event.setCommitString(text)
    QApplication.sendEvent(sheet, event)


def test_the_table_changes_the_sentence_and_one_undo_takes_both_back(session, sheet):
    # when
    session.edit(SetCells({NEW: "31"}, "填写单元格"))

    # then
    assert words(session) == "全年收到政府信息公开申请31件。"
    assert paper.texts(sheet.document())[0] == words(session)
    session.undo_stack.undo()
    assert (words(session), session.report.text(NEW), linked(session)) == (TEXT, "29", [("29", NEW)])
    session.undo_stack.redo()
    assert linked(session) == [("31", NEW)]


def test_a_computed_total_reaches_its_sentence(hands, session, qtbot):
    # given
    hands.window.desk.open(ReportFile(session.report), None)
    page, open_one = hands.window.desk.workspace.page, hands.window.desk.session
    columns = ("natural", "business", "research", "welfare", "legal", "others")
    open_one.edit(SetCells({NEW: ""} | {f"applications.new.{one}": "0" for one in columns}))
    page.go_to(CellPlace(NATURAL, ""))
    table = hands.find("tableView")

    # when
    qtbot.keyClick(table, "1")
    qtbot.keyClick(QApplication.focusWidget(), "2")
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return)

    # then
    assert open_one.report.text(NEW) == "12"
    assert words(open_one) == "全年收到政府信息公开申请12件。"


def test_typing_around_a_link_keeps_it_and_typing_into_it_ends_it(session, editor, sheet, qtbot):
    editor.go_to(0, 0, 0)
    qtbot.keyClicks(sheet, "ab")
    assert linked(session) == [("29", NEW)]

    editor.go_to(0, AT + 3, AT + 3)
    qtbot.keyClicks(sheet, "5")

    assert words(session) == "ab全年收到政府信息公开申请259件。"
    assert linked(session) == []
    session.edit(SetCells({NEW: "31"}))
    assert "259" in words(session)
    for _ in range(3):
        session.undo_stack.undo()
    assert (words(session), linked(session)) == (TEXT, [("29", NEW)])


def test_a_paragraph_split_and_joined_by_keys_keeps_its_link(session, editor, sheet, qtbot):
    editor.go_to(0, 2, 2)

    qtbot.keyClick(sheet, Qt.Key.Key_Return)
    assert linked(session, 1) == [("29", NEW)]
    qtbot.keyClick(sheet, Qt.Key.Key_Backspace)

    assert (words(session), linked(session)) == (TEXT, [("29", NEW)])


def test_a_link_is_pale_and_says_its_cell_on_hover(session, editor, sheet):
    marks = [one for one in sheet.extraSelections() if one.format.background().color() == linked_colour()]

    assert [one.cursor.selectedText() for one in marks] == ["29"]
    said = sheet.words_at(point_of(sheet, 0, AT + 1))
    assert "表三“本年新收政府信息公开申请数量·总计”" in said
    assert "29" in said
    assert sheet.words_at(point_of(sheet, 1, 2)) == ""


def linked_colour() -> QColor:
    return Theme.load("light").colour("linked")


def test_the_right_button_takes_a_link_away_or_goes_to_its_cell(session, editor, sheet, qtbot):
    # given
    menu = sheet.menu_at(point_of(sheet, 0, AT + 1))
    offers = {action.text().partition("：")[0]: action for action in menu.actions()}

    # when
    with qtbot.waitSignal(sheet.cell_wanted) as wanted:
        offers["到那一格"].trigger()
    offers["取消连接"].trigger()

    # then
    assert wanted.args == [CellPlace(NEW, "")]
    assert (words(session), linked(session)) == (TEXT, [])
    assert session.undo_stack.undoText() == "取消连接"


def test_elsewhere_the_right_button_offers_nothing_on_links(session, sheet):
    texts = [action.text() for action in sheet.menu_at(point_of(sheet, 1, 2)).actions()]

    assert "取消连接" not in texts


def test_a_number_just_typed_is_offered_and_linked_by_a_key(session, editor, sheet, qtbot):
    # given
    session.report.section("overview").paragraphs[0].links = ()
    offer = editor.findChild(QWidget, "linkOffer")
    editor.go_to(1, 0, 0)

    # when
    compose(sheet, "共收到政府信息公开申请29件，")

    # then
    qtbot.waitUntil(offer.isVisible)
    said = offer.findChild(QLabel, "linkOfferWords").text()
    assert said == "这个 29 与表三“本年新收政府信息公开申请数量·总计”相同，要连起来吗？"
    qtbot.keyClick(sheet, Qt.Key.Key_L, ALT)
    qtbot.waitUntil(lambda: linked(session, 1) == [("29", NEW)])
    assert not offer.isVisible()
    assert sheet.hasFocus()
    assert session.undo_stack.undoText() == "连接表格里的数"


def test_a_number_declined_once_is_not_offered_again(session, editor, sheet, qtbot):
    # given
    offer = editor.findChild(QWidget, "linkOffer")
    editor.go_to(1, 0, 0)
    compose(sheet, "共收到政府信息公开申请29件，")
    qtbot.waitUntil(offer.isVisible)

    # when
    offer.findChild(QPushButton, "leaveNumber").click()
    compose(sheet, "另外，")
    qtbot.wait(600)

    # then
    assert not offer.isVisible()
    assert linked(session, 1) == []


def test_the_offer_goes_when_the_cursor_leaves_the_paragraph(session, editor, sheet, qtbot):
    offer = editor.findChild(QWidget, "linkOffer")
    editor.go_to(1, 0, 0)
    compose(sheet, "共收到政府信息公开申请29件，")
    qtbot.waitUntil(offer.isVisible)

    editor.go_to(0, 0, 0)

    assert not offer.isVisible()


def test_a_cell_is_chosen_from_a_list_and_its_figure_put_in(hands, session, qtbot):
    # given
    hands.window.desk.open(ReportFile(session.report), None)
    hands.window.desk.workspace.page.go_to(TextPlace("overview", 1, 0, 0, ""))
    hands.command("insertNumber")
    dialog = hands.find("chooseCellDialog", ChooseCellDialog)
    field, shown = dialog.findChild(QLineEdit, "cellSearch"), dialog.findChild(QListWidget, "cellList")

    # when
    field.setText("新收 29")
    seen = [shown.item(row).text() for row in range(shown.count()) if not shown.item(row).isHidden()]
    qtbot.keyClick(field, Qt.Key.Key_Return)

    # then
    open_one = hands.window.desk.session
    assert seen == ["表三 · 一、本年新收政府信息公开申请数量 · 总计：29"]
    assert words(open_one, 1) == "29第二段。"
    assert linked(open_one, 1) == [("29", NEW)]
    assert open_one.undo_stack.undoText() == "插入表格里的数"


def test_the_arrows_move_in_the_list_while_words_are_typed(session, editor, qtbot):
    dialog = ChooseCellDialog(session, editor)
    field, shown = dialog.findChild(QLineEdit, "cellSearch"), dialog.findChild(QListWidget, "cellList")

    with qtbot.waitSignal(dialog.cell_chosen) as chosen:
        qtbot.keyClick(field, Qt.Key.Key_Down)
        qtbot.keyClick(field, Qt.Key.Key_Down)
        dialog.findChild(QPushButton, "insertCell").click()

    assert chosen.args == ["disclosure.rules.valid"]
    assert shown.count() == sum(not cell.group for cell in session.template.cells.values())


def test_where_nothing_fits_nothing_can_be_put_in(session, editor, qtbot):
    dialog = ChooseCellDialog(session, editor)
    qtbot.addWidget(dialog)

    dialog.findChild(QLineEdit, "cellSearch").setText("没有这样的格")

    assert not dialog.findChild(QPushButton, "insertCell").isEnabled()


def test_in_a_table_the_clerk_is_told_where_a_number_can_be_put(hands, session):
    # given
    hands.window.desk.open(ReportFile(session.report), None)
    said = []
    hands.window.desk.said.connect(said.append)
    hands.window.desk.workspace.page.go_to(CellPlace(NATURAL, ""))
    hands.find("tableView").setFocus()

    # when
    hands.command("insertNumber")

    # then
    assert said == ["请先把光标放到要写数的句子里，再插入表格里的数。"]


def test_a_blank_cell_is_put_in_as_a_place_to_fill(session, editor, sheet):
    editor.go_to(1, 0, 0)

    inserting.put_number(session, sheet, NATURAL)
    session.edit(SetCells({NATURAL: "4"}))

    assert words(session, 1) == "4第二段。"


def test_several_selected_paragraphs_are_not_replaced_by_a_number(session, editor, sheet):
    sheet.selectAll()

    inserting.put_number(session, sheet, NEW)

    assert (words(session), words(session, 1)) == (TEXT, "第二段。29")


def test_what_is_being_composed_outlives_a_check(session, editor, sheet):
    # given
    editor.go_to(1, 0, 0)
    compose(sheet, "", preedit="zhen")

    # when
    session.check()
    compose(sheet, "镇")

    # then
    assert words(session, 1) == "镇第二段。"
    assert session.undo_stack.count() == 1


def test_what_is_being_composed_outlives_a_change_of_the_table(session, editor, sheet):
    # given
    editor.go_to(1, 0, 0)
    compose(sheet, "", preedit="zhen")

    # when
    session.edit(SetCells({NEW: "30"}))
    compose(sheet, "镇")

    # then
    assert (words(session), words(session, 1)) == ("全年收到政府信息公开申请30件。", "镇第二段。")


def test_what_is_being_composed_is_no_words_when_the_focus_goes_and_its_commit_still_counts(
    session, editor, sheet, qtbot
):
    # given
    editor.go_to(1, 0, 0)
    compose(sheet, "", preedit="zhen")

    # when
    editor.still_right.setFocus()

    # then
    assert session.undo_stack.count() == 0
    assert words(session, 1) == "第二段。"
    compose(sheet, "镇")
    assert words(session, 1) == "镇第二段。"


@pytest.mark.parametrize(
    ("command", "level", "text"),
    [("levelTwo", 2, "（一）第二段。"), ("levelThree", 3, "1.第二段。"), ("levelFour", 4, "（1）第二段。")],
)
def test_a_level_is_given_by_a_key_and_its_number_mended_by_hand(hands, session, qtbot, command, level, text):
    # given
    hands.window.desk.open(ReportFile(session.report), None)
    open_one, page = hands.window.desk.session, hands.window.desk.workspace.page
    page.go_to(TextPlace("overview", 1, 0, 0, ""))

    # when
    hands.command(command)

    # then
    paragraph = open_one.report.section("overview").paragraphs[1]
    assert (paragraph.text, paragraph.level) == (text, level)
    page.go_to(TextPlace("overview", 1, 1, 2, "") if level != 3 else TextPlace("overview", 1, 0, 1, ""))
    sheet = hands.find("proseEditor")
    compose(sheet, {2: "三", 3: "3", 4: "3"}[level])
    mended = open_one.report.section("overview").paragraphs[1]
    assert (mended.text, mended.level) == (text.replace("一", "三").replace("1", "3"), level)
    hands.command("levelBody")
    assert open_one.report.section("overview").paragraphs[1].text == "第二段。"
    assert sheet.textCursor().movePosition(QTextCursor.MoveOperation.Start)


def test_of_several_equal_numbers_the_question_quotes_the_one_that_is_meant_and_the_sheet_marks_it(
    session, editor, sheet, qtbot
):
    # given
    offer = editor.findChild(QWidget, "linkOffer")
    said = offer.findChild(QLabel, "linkOfferWords")
    editor.go_to(1, 0, 0)

    # when
    compose(sheet, "本镇29个村，收到政府信息公开申请29件，")

    # then
    qtbot.waitUntil(offer.isVisible)
    assert said.text().startswith("“收到政府信息公开申请29件”里的 29 与表三“")
    at = words(session, 1).rindex("29")
    assert pointed_at(sheet) == [(1, at, "29")]

    # when: the cursor moves within the paragraph
    qtbot.keyClick(sheet, Qt.Key.Key_Left)

    # then
    assert offer.isVisible()
    assert pointed_at(sheet) == [(1, at, "29")]

    # when
    offer.findChild(QPushButton, "leaveNumber").click()

    # then
    assert not offer.isVisible()
    assert pointed_at(sheet) == []


def pointed_at(sheet) -> list[tuple[int, int, str]]:
    """Return what is underlined on a ground of its own: paragraph, place in it, words."""
    straight = QTextCharFormat.UnderlineStyle.SingleUnderline
    found = []
    for one in sheet.extraSelections():
        cursor = one.cursor  # it lives no longer than the mark
        if one.format.underlineStyle() == straight:
            start = cursor.selectionStart() - cursor.block().position()
            found.append((cursor.blockNumber(), start, cursor.selectedText()))
    return found


@pytest.mark.parametrize("leaves", ["types", "goes on in the table"])
def test_the_mark_goes_with_the_offer(session, editor, sheet, qtbot, leaves):
    # given
    offer = editor.findChild(QWidget, "linkOffer")
    editor.go_to(1, 0, 0)
    compose(sheet, "共收到政府信息公开申请29件，")
    qtbot.waitUntil(offer.isVisible)
    assert [one[2] for one in pointed_at(sheet)] == ["29"]

    # when
    if leaves == "types":
        editor.go_to(1, 0, 0)
        compose(sheet, "全年")
    else:
        editor.still_right.setFocus()
        session.edit(SetCells({NATURAL: "4"}))

    # then: nothing else is marked in its place
    marked = [one[2] for one in pointed_at(sheet)]
    assert marked in ([], ["29"]) if leaves == "types" else marked == []
