"""The zero-report guide in the window: asked by mouse and by keys, shown beside, filled in as one step."""

import pytest
from PySide6.QtCore import QPoint, QSize, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QLabel, QLineEdit, QPushButton, QRadioButton, QWidget

from core import guide
from core.carry import forward
from core.checks.model import CellPlace, TextPlace
from core.report import Paragraph, blank
from core.settings import Settings
from core.store import ReportFile, write
from gui.dialogs.guide import GuideDialog
from gui.theme import Theme
from tests.samples import filled

OFFICE = "清溪县柳河镇人民政府"
Key = Qt.Key


@pytest.fixture
def open_guide(make_session, qtbot):
    """Return a function that opens the guide over a report."""
    window = QWidget()
    qtbot.addWidget(window)

    def opened(report):
        session = make_session(report)
        asked = guide.for_template(session.library, session.template.id)
        dialog = GuideDialog(asked, session, Theme.load("light"), window)
        dialog.open()
        qtbot.waitExposed(dialog)
        qtbot.waitUntil(lambda: dialog.focusWidget() is not None)
        return dialog

    return opened


@pytest.fixture
def dialog(open_guide, report):
    """The guide over a blank report."""
    return open_guide(report)


def press(dialog, qtbot, *keys):
    for key in keys:
        qtbot.keyClick(dialog.focusWidget(), key)
        qtbot.wait(1)


def radio(dialog, name):
    return dialog.findChild(QRadioButton, name)


def lines(dialog):
    return [dialog._preview.item(row) for row in range(dialog._preview.count())]


def test_letters_and_figures_answer_and_the_preview_follows(dialog, qtbot):
    # when: no application, none carried in, a review, no lawsuit, no rules, 3 documents, none repealed
    press(
        dialog,
        qtbot,
        Key.Key_N,
        Key.Key_N,
        Key.Key_Y,
        Key.Key_N,
        Key.Key_N,
        Key.Key_3,
        Key.Key_Return,
        Key.Key_N,
    )

    # then
    assert dialog._questions.answers == {
        "applications": guide.NONE,
        "carried_in": guide.NONE,
        "reviews": guide.SOME,
        "lawsuits": guide.NONE,
        "rules": guide.NONE,
        "documents_made": guide.amount("3"),
        "documents_repealed": guide.NONE,
    }
    words = [item.text() for item in lines(dialog)]
    assert "表二 · 行政规范性文件制发：空 → 3" in words
    assert any("没有收到政府信息公开申请" in one for one in words)
    assert not any("行政复议" in one.split("：")[0] and "表四" in one for one in words)


def test_arrows_move_between_questions_and_behind_the_last_the_keys_go_to_the_button(dialog, qtbot):
    # given
    rows = dialog._questions.rows

    # when
    press(dialog, qtbot, Key.Key_Down, Key.Key_Down, Key.Key_Up)

    # then
    assert dialog.focusWidget() is rows[1].none
    assert dialog.findChild(QLabel, "guideHelp").text() == rows[1].question.help
    rows[-1].focus()
    press(dialog, qtbot, Key.Key_Down)
    assert dialog.focusWidget().objectName() == "guideRest"
    rows[-1].focus()
    press(dialog, qtbot, Key.Key_N)
    assert dialog.focusWidget().objectName() == "guideFill"


def test_a_figure_with_several_digits_is_typed_as_it_comes(dialog, qtbot):
    # given
    next(row for row in dialog._questions.rows if row.question.id == "permits").focus()

    # when
    press(dialog, qtbot, Key.Key_1, Key.Key_4, Key.Key_8)

    # then
    assert dialog.findChild(QLineEdit, "guideFigure_permits").text() == "148"
    assert dialog._questions.answers["permits"] == guide.amount("148")


def test_the_help_line_speaks_of_the_figure_as_it_is_typed(dialog, qtbot):
    # given: 3 documents, and the clerk comes back to that question
    field = dialog.findChild(QLineEdit, "guideFigure_documents_made")
    help_line = dialog.findChild(QLabel, "guideHelp")
    qtbot.keyClicks(field, "3")
    press(dialog, qtbot, Key.Key_Return)
    field.setFocus()
    said = [help_line.text()]

    # when: another digit, then none, then letters, then no documents at all
    for keys in (Key.Key_3, Key.Key_Backspace, Key.Key_Backspace, Key.Key_A, Key.Key_Backspace):
        press(dialog, qtbot, keys)
        said.append(help_line.text())
    qtbot.mouseClick(radio(dialog, "guideNone_documents_made"), Qt.MouseButton.LeftButton)
    said.append(help_line.text())

    # then
    asked = next(row for row in dialog._questions.rows if row.question.id == "documents_made").question
    answered = ["已答“有 3 件”", "已答“有 33 件”", "已答“有 3 件”", "", "", "", "已答“没有”"]
    assert said == [f"{words}，不改就按回车。{asked.help}" if words else asked.help for words in answered]


def test_an_answer_given_elsewhere_leaves_the_help_line(dialog, qtbot):
    # given: the keys are at the first question
    help_line = dialog.findChild(QLabel, "guideHelp")
    before = help_line.text()

    # when: another one is answered without them
    radio(dialog, "guideNone_permits").setChecked(True)

    # then
    assert dialog._questions.answers["permits"] == guide.NONE
    assert help_line.text() == before


def test_the_rest_is_none_with_one_click_and_one_undo_takes_all_back(dialog, qtbot):
    # given
    session = dialog._session
    before = session.report.model_dump_json()

    # when
    with qtbot.waitSignal(dialog.filled) as told:
        dialog.findChild(QPushButton, "guideRest").click()
        dialog.findChild(QPushButton, "guideFill").click()

    # then
    assert told.args == ["零报告向导填 199 格，写 6 句话，按 Ctrl+Z 可以撤销。"]
    assert session.undo_stack.undoText() == "零报告向导"
    assert session.report.text("reviews.cases.after_total") == "0"
    session.undo_stack.undo()
    assert session.report.model_dump_json() == before


def test_a_line_without_its_tick_is_left_out_and_stays_so_while_answers_change(dialog):
    # given
    dialog.findChild(QPushButton, "guideRest").click()
    item = next(one for one in lines(dialog) if one.text().startswith("表二 · 行政许可"))

    # when
    item.setCheckState(Qt.CheckState.Unchecked)
    radio(dialog, "guideSome_reviews").setChecked(True)
    dialog.findChild(QPushButton, "guideFill").click()

    # then
    report = dialog._session.report
    assert report.text("disclosure.permits.decided") == ""
    assert report.text("reviews.cases.review_total") == ""
    assert report.text("disclosure.penalties.decided") == "0"


def test_nothing_answered_means_nothing_to_fill_in(dialog):
    # then
    assert not dialog.findChild(QPushButton, "guideFill").isEnabled()
    assert dialog.findChild(QLabel, "guideCount").text().startswith("还没有要填的")
    assert dialog._session.undo_stack.count() == 0


def test_where_all_is_answered_and_filled_in_already_it_says_so(open_guide, report, qtbot):
    # given: a zero report filled in by the guide
    dialog = open_guide(report)
    dialog.findChild(QPushButton, "guideRest").click()
    radio(dialog, "guideNone_documents_valid").setChecked(True)
    dialog.findChild(QPushButton, "guideFill").click()

    # when
    asked = guide.for_template(dialog._session.library, "national-2021")
    again = GuideDialog(asked, dialog._session, Theme.load("light"), dialog.parentWidget())
    again.open()
    again.findChild(QPushButton, "guideRest").click()

    # then
    count = again.findChild(QLabel, "guideCount").text()
    assert count == "都答了，没有要再填的：该填的单元格已经填好，该写的话已经写明。"
    assert not again.findChild(QPushButton, "guideFill").isEnabled()


def test_where_every_tick_was_taken_off_it_says_that(dialog):
    # given
    dialog.findChild(QPushButton, "guideRest").click()

    # when
    for item in lines(dialog):
        if item.flags() & Qt.ItemFlag.ItemIsUserCheckable:
            item.setCheckState(Qt.CheckState.Unchecked)

    # then
    assert dialog.findChild(QLabel, "guideCount").text().startswith("右边没有勾选要填的")


def test_what_was_carried_is_offered_and_answered_already(library, open_guide):
    # given
    last = blank(library.get("national-2021"), 2023, OFFICE)
    last.values = {"disclosure.documents.valid": "9"}

    # when
    dialog = open_guide(forward(library, last))

    # then
    kept = radio(dialog, "guideKept_documents_valid")
    assert (kept.text(), kept.isChecked()) == ("按去年 9 件推算", True)
    assert radio(dialog, "guideKept_permits") is None


def test_marks_in_the_words_of_a_report_are_shown_as_they_are(report, open_guide):
    # given
    words = "今年<b>收到</b>政府信息公开申请5件。"
    report.section("overview").paragraphs.append(Paragraph(text=words))
    dialog = open_guide(report)

    # when
    radio(dialog, "guideNone_applications").setChecked(True)

    # then
    (line,) = [one.text() for one in lines(dialog) if "原来" in one.text()]
    assert words in line
    assert "今年填过，会换掉" in line


def test_every_control_has_a_name_and_can_be_reached_by_keys(dialog):
    # given
    controls = [
        one
        for one in dialog.findChildren(QWidget)
        if isinstance(one, QAbstractButton | QLineEdit) and one.isVisible()
    ]

    # then
    assert [one for one in controls if not one.objectName()] == []
    assert [
        one.objectName() for one in controls if not (one.accessibleName() or getattr(one, "text", str)())
    ] == []
    assert [one.objectName() for one in controls if one.focusPolicy() == Qt.FocusPolicy.NoFocus] == []


@pytest.fixture
def draft(library, tmp_path):
    last = blank(library.get("national-2021"), 2023, OFFICE)
    path = tmp_path / "柳河镇.nianbao"
    write(ReportFile(forward(library, last)), path)
    return path


def test_a_fresh_draft_offers_the_guide_in_a_line_that_goes_with_it(window, hands, draft):
    # given
    window.open_path(draft)

    # when
    hands.press("guideOfferStart")
    hands.press("guideRest")
    hands.press("guideFill")

    # then
    assert not hands.sees("guideOffer")
    report = window.desk.session.report
    assert report.text("applications.total.total") == "0"


def test_the_offer_goes_when_the_guide_was_used_by_its_command(window, hands, draft):
    # given
    window.open_path(draft)
    hands.find("guideOffer")

    # when
    hands.command("zeroGuide")
    hands.press("guideRest")
    hands.press("guideFill")

    # then
    assert not hands.sees("guideOffer")


def test_the_offer_goes_when_it_is_not_wanted_and_the_command_stays(window, hands, draft):
    # given
    window.open_path(draft)

    # when
    hands.press("guideOfferAway")
    hands.command("zeroGuide")

    # then
    assert not hands.sees("guideOffer")
    hands.press("guideCancel")
    assert window.desk.session.undo_stack.count() == 0


def test_a_report_with_figures_of_this_year_is_not_offered_the_guide(window, hands, library, draft):
    # given
    report = blank(library.get("national-2021"), 2024, OFFICE)
    report.values["disclosure.permits.decided"] = "1"
    write(ReportFile(report), draft)

    # when
    window.open_path(draft)

    # then
    hands.find("workspace")
    assert not hands.sees("guideOffer")


def test_after_the_rest_is_answered_the_hint_speaks_of_what_is_next(dialog, qtbot):
    # given: the words on the question at hand
    press(dialog, qtbot, Key.Key_N)
    before = dialog.findChild(QLabel, "guideHelp").text()

    # when
    dialog.findChild(QPushButton, "guideRest").click()

    # then
    after = dialog.findChild(QLabel, "guideHelp").text()
    assert after != before
    assert "填入报告" in after


def test_blanks_among_zeros_are_said_to_be_filled_up(library, open_guide):
    # given: of the cells of one question some are 0 of last year, the others blank
    report = forward(library, blank(library.get("national-2021"), 2023, OFFICE))
    report.values["disclosure.rules.made"] = "0"
    report.states["disclosure.rules.made"] = "carried"

    # when
    dialog = open_guide(report)
    radio(dialog, "guideNone_rules").setChecked(True)

    # then
    assert lines(dialog)[0].text() == "表二 · 规章（3 格）：没填的补上 0"


def test_enter_after_n_skips_no_question(dialog, qtbot):
    # when
    press(dialog, qtbot, Key.Key_N, Key.Key_Return, Key.Key_N, Key.Key_Return)

    # then
    assert list(dialog._questions.answers) == ["applications", "carried_in"]
    assert dialog.focusWidget().objectName() == "guideNone_reviews"
    assert "这一题还没答" in dialog.findChild(QLabel, "guideHelp").text()


def test_enter_goes_on_from_a_figure_and_not_from_an_empty_field(dialog, qtbot):
    # given
    next(row for row in dialog._questions.rows if row.question.id == "documents_made").focus()

    # when
    press(dialog, qtbot, Key.Key_Y, Key.Key_Return)

    # then
    assert dialog.focusWidget().objectName() == "guideFigure_documents_made"
    press(dialog, qtbot, Key.Key_2, Key.Key_Return)
    assert dialog.focusWidget().objectName() == "guideNone_documents_repealed"


def test_a_question_answered_already_has_its_turn_and_says_so(library, open_guide, qtbot):
    # given
    last = blank(library.get("national-2021"), 2023, OFFICE)
    last.values = {"disclosure.documents.valid": "9"}
    dialog = open_guide(forward(library, last))
    next(row for row in dialog._questions.rows if row.question.id == "documents_repealed").focus()

    # when: one N a line
    press(dialog, qtbot, Key.Key_N)

    # then
    assert dialog.focusWidget().objectName() == "guideKept_documents_valid"
    told = dialog.findChild(QLabel, "guideHelp").text()
    assert told.startswith("已答“按去年 9 件推算")
    assert "不改就按回车。" in told
    press(dialog, qtbot, Key.Key_N)
    assert dialog._questions.answers["documents_valid"] == guide.NONE
    assert dialog.focusWidget().objectName() == "guideNone_permits"


def test_the_question_that_hears_the_keys_has_a_frame(dialog, qtbot):
    # given
    ground = dialog._questions.widget()
    accent = Theme.load("light").colour("accent")

    for row in dialog._questions.rows[:3]:
        # when
        row.focus()
        picture = ground.grab().toImage()

        # then: around the whole line
        frame = ground.framed()
        assert frame.contains(row.words.geometry())
        assert frame.contains(row.none.geometry())
        left, right = frame.left() + 1, frame.right() - 1
        assert {picture.pixelColor(x, frame.top()).name() for x in (left, right)} == {accent.name()}

    # when
    dialog.findChild(QPushButton, "guideRest").setFocus()

    # then
    assert ground.framed().isEmpty()


def test_how_many_questions_are_open_is_told_all_the_time(dialog, qtbot):
    # given
    told = dialog.findChild(QLabel, "guideOpen")
    before = told.text()

    # when
    press(dialog, qtbot, Key.Key_N)

    # then
    assert (before, told.text()) == ("还有 15 题没答。", "还有 14 题没答。")
    dialog.findChild(QPushButton, "guideRest").click()
    assert told.text() == "还有 1 题没答。"
    assert dialog.focusWidget().objectName() == "guideFill"
    assert "年底现行有效几件？" in dialog.findChild(QLabel, "guideHelp").text()
    radio(dialog, "guideNone_documents_valid").setFocus()
    press(dialog, qtbot, Key.Key_6, Key.Key_Return)
    assert told.text() == "都答了。"
    assert dialog.focusWidget().objectName() == "guideFill"


def test_none_clears_the_figure_beside_it_and_a_figure_says_some(dialog, qtbot):
    # given
    next(row for row in dialog._questions.rows if row.question.id == "documents_made").focus()
    press(dialog, qtbot, Key.Key_2)
    field = dialog.findChild(QLineEdit, "guideFigure_documents_made")

    # when
    qtbot.mouseClick(radio(dialog, "guideNone_documents_made"), Qt.MouseButton.LeftButton)

    # then
    assert field.text() == ""
    assert dialog._questions.answers["documents_made"] == guide.NONE
    qtbot.keyClicks(field, "5")
    assert radio(dialog, "guideSome_documents_made").isChecked()
    assert dialog._questions.answers["documents_made"] == guide.amount("5")


def test_what_is_no_figure_is_not_taken_for_one(dialog, qtbot):
    # when
    qtbot.keyClicks(dialog.findChild(QLineEdit, "guideFigure_permits"), "abc")

    # then
    assert dialog._questions.answers["permits"] == guide.SOME


def test_what_is_no_figure_is_said_to_be_none_and_its_question_stays_open(dialog, qtbot):
    # given
    told, help_line = (dialog.findChild(QLabel, name) for name in ("guideOpen", "guideHelp"))
    before = told.text()
    field = dialog.findChild(QLineEdit, "guideFigure_permits")
    field.setFocus()

    # when
    qtbot.keyClicks(field, "12a4")
    qtbot.keyClick(field, Key.Key_Return)

    # then
    assert help_line.text() == "“12a4”不是数：请改成数，如 12，再按回车；没有按 N。"
    assert dialog.focusWidget() is field
    assert told.text() == before

    # when
    field.clear()
    qtbot.keyClicks(field, "124")
    qtbot.keyClick(field, Key.Key_Return)

    # then
    assert dialog._questions.answers["permits"] == guide.amount("124")
    assert told.text() != before


@pytest.mark.parametrize("scale", [100, 200])
def test_the_question_at_hand_is_in_sight_as_a_whole(library, window_on, qtbot, scale):
    # given: one with a line for last year's figures below it
    window = window_on(QSize(1366, 728), Settings(scale=scale))
    last = filled(library, "national-2021", 2024)[1]
    draft = forward(library, last)
    window.desk.open(ReportFile(draft), None)
    session = window.desk.session
    dialog = GuideDialog(guide.for_template(library, draft.template), session, Theme.load("light"), window)
    dialog.open()
    qtbot.waitExposed(dialog)
    questions = dialog._questions
    seen = []

    # when
    questions.rows[0].none.setFocus()
    for _ in range(4 * len(questions.rows)):
        QTest.keyClick(dialog.focusWidget(), Key.Key_Tab)
        row = next((one for one in questions.rows if dialog.focusWidget() in one.controls), None)
        if row is None:
            break
        seen.append(row.question.id)
        parts = [one for one in (row.words, *row.controls) if one.isVisible()]
        view = questions.viewport()
        tops = [one.mapTo(view, QPoint()).y() for one in parts]

        # then
        assert min(tops) >= 0, row.question.id
        assert max(top + one.height() for top, one in zip(tops, parts, strict=True)) <= view.height(), (
            row.question.id
        )
    assert len(set(seen)) >= 5
    dialog.close()


def test_last_years_stock_says_what_it_comes_to(library, open_guide, qtbot):
    # given
    last = blank(library.get("national-2021"), 2023, OFFICE)
    last.values = {"disclosure.documents.valid": "9"}
    dialog = open_guide(forward(library, last))
    next(row for row in dialog._questions.rows if row.question.id == "documents_made").focus()

    # when
    press(dialog, qtbot, Key.Key_2, Key.Key_Return, Key.Key_N, Key.Key_Return)

    # then
    assert radio(dialog, "guideKept_documents_valid").text() == "按去年 9 件推算：11 件"
    assert "表二 · 行政规范性文件现行有效：9 → 11" in [item.text() for item in lines(dialog)]
    assert dialog.focusWidget().objectName() == "guideNone_permits"


def test_opened_again_it_knows_what_was_answered_and_begins_where_nothing_was(dialog, qtbot):
    # given: all but one is answered, three of them by sentences alone, one with "some"
    session = dialog._session
    left, *rows = dialog._questions.rows[::-1]
    for row in rows:
        row.set_answer(guide.SOME if row.question.id == "applications" else guide.NONE)
    answers = dialog._questions.answers
    dialog.findChild(QPushButton, "guideFill").click()

    # when
    again = GuideDialog(dialog._guide, session, Theme.load("light"), dialog.parentWidget())
    again.open()
    qtbot.waitExposed(again)

    # then
    assert again._questions.answers == answers
    assert [row.question.id for row in again._questions.open_rows] == [left.question.id]
    assert again.focusWidget() is again._questions.open_rows[0].none
    assert not again.findChild(QPushButton, "guideFill").isEnabled()


def test_answers_are_known_after_an_interruption_too(dialog):
    # given
    session = dialog._session
    radio(dialog, "guideSome_other").setChecked(True)

    # when
    dialog.findChild(QPushButton, "guideCancel").click()

    # then
    again = GuideDialog(dialog._guide, session, Theme.load("light"), dialog.parentWidget())
    assert again._questions.answers == {"other": guide.SOME}
    assert not session.report.values
    again.close()


def test_a_stock_that_cannot_be_reckoned_says_why(library, open_guide, qtbot):
    # given
    last = blank(library.get("national-2021"), 2023, OFFICE)
    last.values = {"disclosure.documents.valid": "0"}
    dialog = open_guide(forward(library, last))
    next(row for row in dialog._questions.rows if row.question.id == "documents_made").focus()

    # when: none made, two repealed
    press(dialog, qtbot, Key.Key_N, Key.Key_2, Key.Key_Return)

    # then
    kept = radio(dialog, "guideKept_documents_valid")
    assert kept.text() == "去年 0 件，\n不够减 2 件，请核对"
    why = "表二 · 行政规范性文件现行有效\n没有填：去年 0 件，不够减 2 件，请核对"
    assert why in [item.text() for item in lines(dialog)]


def test_a_stock_that_comes_to_last_years_figure_is_said_to_be_reckoned(library, open_guide, qtbot):
    # given
    last = blank(library.get("national-2021"), 2023, OFFICE)
    last.values = {"disclosure.documents.valid": "9"}
    dialog = open_guide(forward(library, last))
    next(row for row in dialog._questions.rows if row.question.id == "documents_made").focus()

    # when: two made, two repealed
    press(dialog, qtbot, Key.Key_2, Key.Key_Return, Key.Key_2, Key.Key_Return)

    # then
    assert "表二 · 行政规范性文件现行有效：按去年推算 9" in [item.text() for item in lines(dialog)]


@pytest.mark.parametrize("button", ["guideFill", "guideCancel"])
@pytest.mark.parametrize(
    "place", [TextPlace("overview", 0, 0, 0, ""), CellPlace("disclosure.permits.decided", "")]
)
def test_once_the_guide_is_closed_the_keys_are_where_the_clerk_was(
    window, hands, draft, qtbot, button, place
):
    # given: the offer had the keys
    window.open_path(draft)
    hands.find("guideOffer")
    window.desk.workspace.page.go_to(place)
    before = window.focusWidget()
    hands.find("guideOfferStart", QAbstractButton).setFocus()
    hands.press("guideOfferStart")
    hands.press("guideRest")

    # when
    hands.press(button)

    # then
    qtbot.waitUntil(lambda: window.focusWidget() is before)


def test_figures_of_last_year_that_differ_say_which_is_which(library, open_guide):
    # given: one of a person was carried in last year, none else
    last = blank(library.get("national-2021"), 2023, OFFICE)
    cells = [
        cell for cell in library.get("national-2021").cells if cell.startswith("applications.carried_out.")
    ]
    last.values = dict.fromkeys(cells, "0") | {cells[0]: "1", cells[-1]: "1"}

    # when
    dialog = open_guide(forward(library, last))

    # then
    assert radio(dialog, "guideKept_carried_in").text() == "照去年：自然人 1，其余 0"
    words = [item.text() for item in lines(dialog)]
    assert "表三 · 上年结转申请（自然人、总计）：照去年 1" in words
    assert "表三 · 上年结转申请（5 格）：照去年 0" in words


def test_what_is_added_is_said_where_still_more_went(library, open_guide, qtbot):
    # given
    last = blank(library.get("national-2021"), 2023, OFFICE)
    last.values = {"disclosure.documents.valid": "9"}
    dialog = open_guide(forward(library, last))
    next(row for row in dialog._questions.rows if row.question.id == "documents_made").focus()

    # when: one made, twenty repealed
    press(dialog, qtbot, Key.Key_1, Key.Key_Return, Key.Key_2, Key.Key_0, Key.Key_Return)

    # then
    said = radio(dialog, "guideKept_documents_valid").text().replace("\n", "")
    assert said == "去年 9 件加今年 1 件，不够减 20 件，请核对"
    assert f"表二 · 行政规范性文件现行有效\n没有填：{said}" in [item.text() for item in lines(dialog)]


def test_both_boxes_end_on_one_line(dialog):
    # when: the words below them take as many lines as they like
    dialog.findChild(QPushButton, "guideRest").click()
    dialog.findChild(QLabel, "guideCount").setText("写。" * 200)
    dialog.layout().activate()

    # then
    left, right = dialog._questions, dialog._preview
    assert left.geometry().bottom() == right.geometry().bottom()
    assert left.geometry().top() == right.geometry().top()


def test_on_the_form_of_weihai_each_answer_counts_down_too(library, open_guide, qtbot):
    # given: a draft in which some stocks of last year answer their questions already
    form = library.get("weihai-2012")
    last = blank(form, 2012, OFFICE)
    last.values = dict.fromkeys(form.cells, "3")
    dialog = open_guide(forward(library, last, 2013))
    told = dialog.findChild(QLabel, "guideOpen")
    seen = [told.text()]

    # when: a figure, none, some without a figure, and one that is answered already
    answers = {
        "published": (Key.Key_5,),
        "gazette": (Key.Key_N,),
        "press": (Key.Key_Y,),
        "offices": (Key.Key_N,),
    }
    for name, keys in answers.items():
        next(row for row in dialog._questions.rows if row.question.id == name).focus()
        press(dialog, qtbot, *keys)
        seen.append(told.text())

    # then
    assert seen == [f"还有 {count} 题没答。" for count in (24, 23, 22, 21, 21)]


def test_a_figure_where_none_is_asked_says_how_to_answer(dialog, qtbot):
    # given: whether there was an application
    row = dialog._questions.rows[0]
    assert row.figure is None
    help_line = dialog.findChild(QLabel, "guideHelp")

    # when
    press(dialog, qtbot, Key.Key_0)

    # then
    assert row.answer is None
    assert help_line.text() == "这一题还没答：没有按 N，有按 Y；先跳过按 ↓。"

    # when: it is answered
    press(dialog, qtbot, Key.Key_N)
    row.focus()
    before = help_line.text()
    press(dialog, qtbot, Key.Key_0)

    # then
    assert help_line.text() == before
