"""The prose editor: the sheet follows the report, every keystroke is an edit, undo brings back words and cursor."""

import random

import pytest
from PySide6.QtCore import QMimeData, QPoint, Qt, QUrl
from PySide6.QtGui import QGuiApplication, QInputMethodEvent, QKeySequence, QTextCursor
from PySide6.QtWidgets import QApplication, QPushButton, QStyle, QStyleOptionComboBox

from core import checks, report
from core.checks.model import Finding, Fix, TextPlace
from core.edits import SetCells, Splice, rewrite
from core.report import Decision, Paragraph
from core.store import ReportFile
from core.store.container import canonical, report_data
from gui.panes.prose import bars, paper
from gui.panes.prose.keystrokes import typed
from gui.panes.prose.qt_text import units
from gui.panes.prose.spans import spans
from gui.panes.prose_editor import ProseEditor
from gui.session import Session
from gui.theme import Theme
from gui.widgets.eliding_label import ElidingLabel
from gui.widgets.plain import plain
from tests.gui.editors import prose_editor

WORDS = (
    Paragraph(text="去年公开信息75条。", state="carried", origin="去年公开信息75条。"),
    Paragraph(text="（一）主动公开。通过公开栏公开5条。", level=2),
    Paragraph(text="全年没有收到申请。", state="carried", origin="全年没有收到申请。"),
)
CONTROL = Qt.KeyboardModifier.ControlModifier


def without_rules(library, template_id, _switched_on):
    return checks.Checker(library.get(template_id), [])


@pytest.fixture
def session(library, monkeypatch):
    monkeypatch.setattr(checks, "for_template", without_rules)
    blank = report.blank(library.get("national-2021"), 2023, "向阳镇人民政府")
    blank.section("overview").paragraphs = [one.model_copy() for one in WORDS]
    return Session(library, ReportFile(report=blank))


@pytest.fixture
def editor(session, qtbot):
    editor = ProseEditor(session, Theme.load("light"), "overview")
    qtbot.addWidget(editor)
    editor.resize(780, 560)
    with qtbot.waitExposed(editor):
        editor.show()
    return editor


@pytest.fixture
def sheet(editor):
    return editor.sheet


def _texts(session, section="overview"):
    return [one.text for one in session.report.section(section).paragraphs]


def _states(session):
    return [one.state for one in session.report.section("overview").paragraphs]


def _compose(sheet, words, preedit=""):
    """Type words as an input method hands them over; `preedit` is still being composed."""
    event = QInputMethodEvent(preedit, [])
    event.setCommitString(words)
    QApplication.sendEvent(sheet, event)


def _place(sheet):
    cursor = sheet.textCursor()
    return cursor.blockNumber(), cursor.positionInBlock()


def _in_step(session, sheet):
    return paper.texts(sheet.document()) == (_texts(session, sheet.section_id) or [""])


def test_the_sheet_shows_the_paragraphs_of_the_section(session, sheet):
    assert sheet.objectName() == "proseEditor"
    assert paper.texts(sheet.document()) == [one.text for one in WORDS]
    assert not sheet.isUndoRedoEnabled()
    assert not sheet.acceptRichText()


def test_typing_changes_the_report_and_undo_brings_back_words_and_state(session, editor, sheet, qtbot):
    editor.go_to(0, 8, 8)

    qtbot.keyClicks(sheet, "abc")

    assert _texts(session)[0] == "去年公开信息75abc条。"
    assert _states(session)[0] == "changed"
    assert session.undo_stack.count() == 1
    qtbot.keyClick(sheet, Qt.Key.Key_Z, CONTROL)
    assert _texts(session)[0] == WORDS[0].text
    assert _states(session)[0] == "carried"
    assert _in_step(session, sheet)
    assert _place(sheet) == (0, 8)
    qtbot.keyClick(sheet, Qt.Key.Key_Z, CONTROL | Qt.KeyboardModifier.ShiftModifier)
    assert _texts(session)[0] == "去年公开信息75abc条。"


@pytest.mark.parametrize("pause", [False, True])
def test_a_letter_typed_and_taken_away_leaves_the_paragraph_to_be_looked_at(
    session, editor, sheet, qtbot, pause
):
    # given
    before = canonical(report_data(session.report))
    editor.go_to(0, 4, 4)

    # when
    qtbot.keyClicks(sheet, "x")
    assert _states(session)[0] == "changed"
    if pause:
        session.end_stroke()
    qtbot.keyClick(sheet, Qt.Key.Key_Backspace)

    # then
    assert canonical(report_data(session.report)) == before
    assert editor.still_right.isVisible()
    assert editor.state.text() == "本段：照抄去年，未核对"
    while session.undo_stack.canUndo():
        session.undo_stack.undo()
    assert canonical(report_data(session.report)) == before


def test_a_letter_taken_away_again_leaves_a_confirmed_paragraph_confirmed(session, editor, sheet, qtbot):
    # given
    editor.go_to(0, 4, 4)
    editor.confirm()

    # when
    qtbot.keyClicks(sheet, "x")
    qtbot.keyClick(sheet, Qt.Key.Key_Backspace)

    # then
    assert _states(session)[0] == "seen"
    assert not editor.still_right.isVisible()


def test_what_is_being_composed_is_no_edit_until_it_is_done(session, editor, sheet):
    editor.go_to(2, 0, 0)

    _compose(sheet, "", preedit="zhen")
    assert session.undo_stack.count() == 0
    _compose(sheet, "镇")

    assert _texts(session)[2] == "镇全年没有收到申请。"
    assert session.undo_stack.count() == 1


def test_enter_splits_and_backspace_joins_again(session, editor, sheet, qtbot):
    editor.go_to(2, 4, 4)

    qtbot.keyClick(sheet, Qt.Key.Key_Return, Qt.KeyboardModifier.ShiftModifier)
    assert _texts(session)[2:] == ["全年没有", "收到申请。"]
    assert _states(session)[2:] == ["changed", "changed"]
    qtbot.keyClick(sheet, Qt.Key.Key_Backspace)
    assert session.report.section("overview").paragraphs == list(WORDS)
    session.undo_stack.undo()
    session.undo_stack.undo()

    assert session.report.section("overview").paragraphs == list(WORDS)
    assert _in_step(session, sheet)


def test_enter_at_the_ends_of_a_paragraph_leaves_its_state(session, editor, sheet, qtbot):
    editor.go_to(2, 9, 9)
    qtbot.keyClick(sheet, Qt.Key.Key_Return)
    editor.go_to(0, 0, 0)
    qtbot.keyClick(sheet, Qt.Key.Key_Return)

    assert _texts(session) == ["", *(one.text for one in WORDS), ""]
    assert _states(session) == ["", "carried", "", "carried", ""]


def test_deleting_over_several_paragraphs_is_one_step(session, editor, sheet, qtbot):
    sheet.selectAll()

    qtbot.keyClick(sheet, Qt.Key.Key_Delete)

    assert _texts(session) == [""]
    session.undo_stack.undo()
    assert session.report.section("overview").paragraphs == list(WORDS)
    assert _in_step(session, sheet)


def test_pasting_takes_plain_words_only_and_is_one_step(session, editor, sheet, qtbot):
    editor.go_to(2, 0, 9)
    data = QMimeData()
    data.setHtml("<b>第一段</b><p>第二段</p>")
    data.setText("　　第一段\r\n\r\n　　（二）第二段\n")
    QGuiApplication.clipboard().setMimeData(data)

    qtbot.keyClick(sheet, Qt.Key.Key_V, CONTROL)
    editor.findChild(QPushButton, "pasteNow").click()

    assert _texts(session)[2:] == ["第一段", "（二）第二段"]
    assert session.report.section("overview").paragraphs[3].level == 2
    session.undo_stack.undo()
    assert session.report.section("overview").paragraphs == list(WORDS)


def test_files_are_not_pasted_as_words(sheet):
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile("/a.docx")])

    assert not sheet.canInsertFromMimeData(data)
    assert not sheet.acceptDrops()


@pytest.mark.parametrize(
    ("number", "level"), [("（三）", 2), ("2.", 3), ("３．", 3), ("（1）", 4), ("1.5", 0), ("十", 0)]
)
def test_the_number_typed_at_the_start_gives_the_level(session, editor, sheet, number, level):
    editor.go_to(2, 0, 0)

    _compose(sheet, number)

    assert session.report.section("overview").paragraphs[2].level == level


def test_a_number_that_goes_takes_its_level_with_it(session, editor, sheet, qtbot):
    editor.go_to(1, 0, 3)

    qtbot.keyClick(sheet, Qt.Key.Key_Delete)

    assert session.report.section("overview").paragraphs[1].level == 0


def test_the_level_box_numbers_the_paragraph(session, editor, sheet, qtbot):
    editor.go_to(2, 0, 0)
    assert editor.levels.currentText() == "正文"

    editor.levels.setCurrentIndex(1)
    editor.levels.activated.emit(1)

    assert _texts(session)[2] == "（二）全年没有收到申请。"
    assert editor.levels.currentText() == "（一）"
    editor.set_level(0)
    assert _texts(session)[2] == WORDS[2].text
    assert session.report.section("overview").paragraphs[2].level == 0


def test_points_are_counted_within_their_heading(session, editor):
    points = [Paragraph(text="（三）村务", level=2), Paragraph(text="1.甲", level=3), Paragraph(text="乙")]
    session.edit(Splice("overview", 3, 0, tuple(points)))
    editor.go_to(5, 0, 0)

    editor.set_level(3)
    assert _texts(session)[5] == "2.乙"
    editor.set_level(4)
    assert _texts(session)[5] == "（1）乙"


@pytest.mark.parametrize("seed", range(5))
def test_whatever_is_typed_sheet_and_report_say_the_same_and_all_can_be_undone(
    session, editor, sheet, qtbot, seed
):
    chance = random.Random(seed)
    keys = (Qt.Key.Key_Return, Qt.Key.Key_Backspace, Qt.Key.Key_Delete, Qt.Key.Key_A)

    for _ in range(40):
        text = sheet.toPlainText()
        places = sorted(units(text[: chance.randrange(len(text) + 1)]) for _ in range(2))
        cursor = QTextCursor(sheet.document())
        cursor.setPosition(chance.choice(places))
        cursor.setPosition(places[1], QTextCursor.MoveMode.KeepAnchor)
        sheet.setTextCursor(cursor)
        if chance.random() < 0.3:
            _compose(sheet, chance.choice(("镇", "（二）", "𬭎村", "1.")))
        elif chance.random() < 0.2:
            session.undo_stack.undo()
        else:
            qtbot.keyClick(sheet, chance.choice(keys))
        assert _in_step(session, sheet)

    while session.undo_stack.canUndo():
        session.undo_stack.undo()
        assert _in_step(session, sheet)
    assert session.report.section("overview").paragraphs == list(WORDS)


@pytest.mark.parametrize(
    "change",
    [
        lambda one: rewrite(one, "overview", 1, "改过的话。"),
        lambda one: Splice("overview", 0, 1, ()),
        lambda one: Splice("overview", 2, 1, ()),
        lambda one: Splice("overview", 0, 3, ()),
        lambda one: Splice("overview", 1, 0, (Paragraph(text="新"), Paragraph(text=""))),
        lambda one: Splice("overview", 3, 0, (Paragraph(text=""), Paragraph(text="末"))),
        lambda one: Splice("overview", 0, 3, (Paragraph(text="𬭎新\n行"), Paragraph(text="乙"))),
    ],
)
def test_the_sheet_follows_edits_from_elsewhere_and_back(session, editor, sheet, change):
    session.edit(change(session.report))
    assert typed(session.report, "overview", paper.texts(sheet.document())) is None
    session.undo_stack.undo()

    assert paper.texts(sheet.document()) == [one.text for one in WORDS]
    assert session.report.section("overview").paragraphs == list(WORDS)


def test_edits_of_other_sections_and_cells_leave_the_cursor(session, editor, sheet):
    editor.go_to(1, 2, 2)

    session.edit(rewrite(session.report, "preface", 0, "前言。"))
    session.edit(SetCells({"disclosure.documents.made": "3"}))

    assert _place(sheet) == (1, 2)


def test_a_rare_character_counts_as_one(session, editor, sheet, qtbot):
    session.edit(rewrite(session.report, "overview", 0, "𬭎村公开75条。"))

    editor.go_to(0, 4, 6)

    assert sheet.textCursor().selectedText() == "75"
    qtbot.keyClicks(sheet, "8")
    assert _texts(session)[0] == "𬭎村公开8条。"


def test_a_paragraph_is_confirmed_in_one_step(session, editor, sheet, qtbot):
    assert editor.state.text() == "本段：照抄去年，未核对"

    with qtbot.waitSignal(editor.confirmed):
        qtbot.mouseClick(editor.still_right, Qt.MouseButton.LeftButton)

    assert _states(session) == ["seen", "", "carried"]
    session.undo_stack.undo()
    assert _states(session) == ["carried", "", "carried"]


def test_all_selected_paragraphs_are_confirmed_at_once(session, editor, sheet):
    sheet.selectAll()

    editor.confirm()

    assert _states(session) == ["seen", "", "seen"]
    assert session.undo_stack.count() == 1
    assert not editor.still_right.isVisible()


def test_a_paragraph_out_of_sight_is_shown_before_it_is_confirmed(session, editor, sheet, qtbot):
    many = tuple(Paragraph(text=f"第{number}件事已经办完。", state="carried") for number in range(40))
    session.edit(Splice("overview", 0, 3, many))
    sheet.set_place(0, 0, 0)
    sheet.verticalScrollBar().setValue(sheet.verticalScrollBar().maximum())

    with qtbot.waitSignal(editor.said):
        qtbot.mouseClick(editor.still_right, Qt.MouseButton.LeftButton)

    assert _states(session)[0] == "carried"
    assert sheet.shows_cursor()
    qtbot.mouseClick(editor.still_right, Qt.MouseButton.LeftButton)
    assert _states(session)[:2] == ["seen", "carried"]


def test_the_paragraph_at_hand_has_a_ground_of_its_own(editor, sheet):
    ground = Theme.load("light").colour("cross")

    def grounds() -> list[bool]:
        picture = sheet.viewport().grab().toImage()
        return [
            picture.pixelColor(2, bars.box_of(sheet, number).center().y()) == ground for number in range(3)
        ]

    sheet.set_place(1, 0, 0)
    first = grounds()
    sheet.set_place(2, 0, 0)

    assert (first, grounds()) == ([False, True, False], [False, False, True])


def test_the_empty_sign_off_says_what_stands_there(editor, sheet):
    editor.show_section("signature")

    assert sheet.placeholderText().strip() == "单位全称，换一行写年月日"


def test_the_longest_level_fits_its_box(editor):
    option = QStyleOptionComboBox()
    editor.levels.initStyleOption(option)
    room = editor.levels.style().subControlRect(
        QStyle.ComplexControl.CC_ComboBox, option, QStyle.SubControl.SC_ComboBoxEditField, editor.levels
    )

    assert room.width() >= editor.levels.fontMetrics().horizontalAdvance("（一）") + 4


def test_the_bars_tell_the_state_in_colour_and_words(session, editor, sheet):
    session.edit(rewrite(session.report, "overview", 2, "今年没有收到申请。"))
    theme = Theme.load("light")

    picture = sheet.viewport().grab().toImage()

    def middle(number):
        block = sheet.document().findBlockByNumber(number)
        return round(sheet.document().documentLayout().blockBoundingRect(block).center().y())

    assert picture.pixelColor(14, middle(0)) == theme.colour("carried")
    assert picture.pixelColor(14, middle(2)) == theme.colour("changed")
    assert picture.pixelColor(14, middle(1)) not in (theme.colour("carried"), theme.colour("changed"))
    assert sheet.words_at(QPoint(14, middle(0))) == "照抄去年，未核对"
    assert sheet.words_at(QPoint(14, middle(2))) == "已修改"
    assert sheet.words_at(QPoint(14, middle(1))) == ""


def _finding(session, **more):
    where = (TextPlace("overview", 0, 6, 9, "75条"),)
    return Finding("T01", "error", "一、第1段 “75条”<b>：表二是 70。", where, **more)


def _at(sheet, paragraph, character):
    cursor = QTextCursor(sheet.document().findBlockByNumber(paragraph))
    cursor.movePosition(QTextCursor.MoveOperation.Right, QTextCursor.MoveMode.MoveAnchor, character)
    return sheet.cursorRect(cursor).center()


def test_a_finding_is_underlined_where_its_words_stand_now(session, editor, sheet, qtbot):
    session.findings = [_finding(session)]
    session.findings_changed.emit()
    editor.go_to(0, 0, 0)

    qtbot.keyClicks(sheet, "x")

    (wave,) = sheet.extraSelections()
    assert wave.cursor.selectedText() == "75条"
    assert wave.format.underlineColor() == Theme.load("light").colour("error")
    assert "表二是 70" in sheet.words_at(_at(sheet, 0, 8))
    assert "<" not in sheet.words_at(_at(sheet, 0, 8))
    editor.go_to(0, 7, 9)
    qtbot.keyClick(sheet, Qt.Key.Key_Delete)
    assert sheet.extraSelections() == []


def test_where_two_findings_speak_of_the_same_words_the_wave_of_the_heavier_is_seen(session, editor, sheet):
    # given
    error = _finding(session)
    warning = Finding("L01", "warning", "请核对这几个字。", error.where)
    hues = {one: Theme.load("light").colour(one).hue() for one in ("error", "warning")}

    def seen(*found):
        session.findings = list(found)
        session.findings_changed.emit()
        picture = sheet.viewport().grab().toImage()
        beside_bars = [(x, y) for x in range(40, picture.width()) for y in range(picture.height())]
        colours = [
            one for one in (picture.pixelColor(*spot) for spot in beside_bars) if one.saturation() > 60
        ]
        apart = {
            weight: min(abs((one.hue() - hue + 180) % 360 - 180) for one in colours)
            for weight, hue in hues.items()
        }
        return {weight for weight, hue in apart.items() if hue < 12}

    # then
    assert seen(warning) == {"warning"}
    assert seen(error, warning) == seen(warning, error) == {"error"}


def test_of_the_words_a_finding_quotes_the_wrong_ones_alone_are_underlined(session, editor, sheet, qtbot):
    # given: a half-width comma, quoted between its words
    session.edit(rewrite(session.report, "overview", 0, "按照规定,现公布目录。"))
    place = TextPlace("overview", 0, 0, 9, "按照规定,现公布目", (4, 5))
    session.findings = [Finding("L05", "warning", "用了半角标点", (place,))]

    # when
    session.findings_changed.emit()

    # then: hovering over the words around it tells of it all the same
    (wave,) = sheet.extraSelections()
    assert wave.cursor.selectedText() == ","
    assert "半角" in sheet.words_at(_at(sheet, 0, 2))

    # when: something is typed before it
    editor.go_to(0, 0, 0)
    qtbot.keyClicks(sheet, "x")

    # then
    (wave,) = sheet.extraSelections()
    assert wave.cursor.selectedText() == ","


def test_a_blank_too_much_is_underlined_with_its_neighbours(session):
    place = TextPlace("overview", 0, 0, 5, "公开 信息", (2, 3))
    found = Finding("L06", "warning", "有多余的空格", (place,))

    (span,) = spans(session.report, [found], "overview", ["公开 信息。"])

    assert span.wave == (1, 4)


def test_the_remedy_is_offered_under_the_right_button(session, sheet):
    fix = Fix("改为 70", rewrite(session.report, "overview", 0, "去年公开信息70条。"))
    session.findings = [_finding(session, fix=fix)]
    session.findings_changed.emit()

    words = {one.text(): one for one in sheet.menu_at(_at(sheet, 0, 7)).actions()}
    assert {"仍然正确", "剪切", "复制", "粘贴", "全选"} <= set(words)
    words["改为 70"].trigger()

    assert _texts(session)[0] == "去年公开信息70条。"
    assert _in_step(session, sheet)


def test_the_menu_names_the_keys_of_what_they_do_as_well(sheet):
    # when
    keys = {one.text(): one.shortcut() for one in sheet.menu_at(_at(sheet, 0, 7)).actions()}

    # then
    assert keys["剪切"].matches(QKeySequence("Ctrl+X")) == QKeySequence.SequenceMatch.ExactMatch
    assert keys["复制"].matches(QKeySequence("Ctrl+C")) == QKeySequence.SequenceMatch.ExactMatch
    assert keys["粘贴"].matches(QKeySequence("Ctrl+V")) == QKeySequence.SequenceMatch.ExactMatch
    assert keys["全选"].matches(QKeySequence("Ctrl+A")) == QKeySequence.SequenceMatch.ExactMatch


def test_a_finding_on_a_whole_paragraph_hides_none_of_those_on_its_words(session, sheet):
    # given: one finding on the whole of it, which has no remedy, and one on three characters, which has
    text = session.report.section("overview").paragraphs[0].text
    whole = Finding("P07", "warning", "没有写考核结果", (TextPlace("overview", 0, 0, len(text), text),))
    fix = Fix("改为 70", rewrite(session.report, "overview", 0, "去年公开信息70条。"))
    session.findings = [whole, _finding(session, fix=fix)]

    # when
    session.findings_changed.emit()

    # then: on the words both are told, the nearer first; elsewhere the one on the whole
    near, far = _at(sheet, 0, 7), _at(sheet, 0, 1)
    assert sheet.words_at(near).index("表二是 70") < sheet.words_at(near).index("没有写考核结果")
    assert sheet.words_at(far).strip() == "没有写考核结果"
    assert "改为 70" in [one.text() for one in sheet.menu_at(near).actions()]
    assert "改为 70" not in [one.text() for one in sheet.menu_at(far).actions()]


def test_each_remedy_of_the_words_under_the_right_button_is_offered_once(session, sheet):
    one, other = (rewrite(session.report, "overview", 0, text) for text in ("公开70条。", "公开信息70条。"))
    place = _finding(session).where
    session.findings = [
        Finding("X01", "error", "一", place, fix=Fix("改为 70", one)),
        Finding("X13", "error", "二", place, fix=Fix("改为 70", other)),
        Finding("X14", "error", "三", place, fix=Fix("改为 71", other)),
    ]
    session.findings_changed.emit()

    texts = [action.text() for action in sheet.menu_at(_at(sheet, 0, 7)).actions()]

    assert texts[:2] == ["改为 70", "改为 71"]


def test_a_finding_on_the_text_as_a_whole_underlines_nothing(session):
    # given: what is said of a report copied from last year names every paragraph
    texts = [f"第{number}段照抄了去年的话。" for number in range(6)]
    places = tuple(TextPlace("overview", number, 0, len(text), text) for number, text in enumerate(texts))
    copied = Finding("Y11", "error", "正文和去年相同", places)
    single = Finding("P20", "warning", "这一段重复了", places[:1])

    # then
    assert spans(session.report, [copied], "overview", texts) == []
    assert [one.paragraph for one in spans(session.report, [single], "overview", texts)] == [0]


def test_a_finding_kept_with_a_reason_is_not_underlined(session, sheet):
    session.findings = [_finding(session)]
    session.report.decisions = [Decision(key=session.findings[0].key, reason="已核实")]

    session.findings_changed.emit()

    assert sheet.extraSelections() == []


def test_an_empty_section_takes_its_first_words(session, editor, sheet, qtbot):
    editor.show_section("other")
    assert sheet.placeholderText().strip() == session.template.sections_by_id["other"].guidance

    _compose(sheet, "没有收取信息处理费。")

    assert _texts(session, "other") == ["没有收取信息处理费。"]
    session.undo_stack.undo()
    assert _texts(session, "other") == []
    assert _in_step(session, sheet)


def test_twenty_eight_characters_stand_on_a_line(session, editor, sheet):
    session.edit(rewrite(session.report, "overview", 0, "公" * 26 + "开" * 28 + "了"))

    layout = sheet.document().findBlockByNumber(0).layout()

    assert [layout.lineAt(n).textLength() for n in range(layout.lineCount())] == [26, 28, 1]


def test_the_words_of_section_and_report_are_counted(session, editor):
    here = sum(len(one.text) for one in WORDS)

    assert editor.count.text().startswith(f"本部分 {here} 字")


def test_the_name_of_the_office_under_the_report_stands_at_the_right(session, editor, sheet):
    editor.show_section("signature")

    assert sheet.document().firstBlock().blockFormat().alignment() == Qt.AlignmentFlag.AlignRight


def test_an_unknown_section_is_refused(editor):
    with pytest.raises(KeyError):
        editor.show_section("nowhere")
    assert editor.section_id == "overview"


@pytest.mark.parametrize("width", [320, 260])
def test_a_state_that_has_no_room_is_said_in_full_on_hover_and_to_screen_readers(session, qtbot, width):
    # given: an edited paragraph in which much of last year still stands
    old = "联系电话0631-5521234，受理申请129件，办结118件，2023年3月5日公布。"
    session.report.section("overview").paragraphs = [Paragraph(text=old, state="carried", origin=old)]
    editor = prose_editor(session, qtbot)
    editor.go_to(0, len(old), len(old))
    qtbot.keyClicks(editor.sheet, "x")

    # when
    editor.resize(width, 560)

    # then
    state = editor.findChild(ElidingLabel, "proseState")
    qtbot.waitUntil(lambda: "…" in state.text() or state.text() != state.accessibleName())
    assert state.accessibleName().startswith("本段：")
    assert "129" in state.accessibleName()
    assert state.toolTip() == plain(state.accessibleName())
