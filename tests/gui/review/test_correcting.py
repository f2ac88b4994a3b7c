"""What was read wrong is put right in the review, and that is what goes into the report."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QComboBox, QLineEdit, QPlainTextEdit, QPushButton, QSpinBox

from core.store import read
from gui.panes.review_list import ReviewList
from tests.gui import at_once
from tests.gui.review.conftest import MADE, SAMPLE, go_to, press, shown


def test_a_figure_is_corrected_in_place_and_goes_into_the_report(window, page, hands, qtbot):
    # given
    go_to(page, qtbot, "disclosure.rules")

    # when
    field = hands.find(f"figure_{MADE}", QLineEdit)
    assert QApplication.focusWidget() is field
    qtbot.keyClicks(field, "12")
    press(qtbot, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    hands.press("openOnlyButton")

    # then
    hands.find("workspace")
    assert window.desk.session.report.text(MADE) == "12"
    assert not any("若干" in note.message for note in window.desk.session.report.notes)


def test_enter_leads_from_figure_to_figure_and_then_to_the_next_place(page, hands, qtbot):
    # given
    go_to(page, qtbot, "disclosure.rules")
    first = hands.find(f"figure_{MADE}", QLineEdit)
    fields = [one for one in page.findChildren(QLineEdit) if one.objectName().startswith("figure_disclosure")]
    assert len(fields) == 3
    assert fields[0] is first

    # when
    for number, field in enumerate(fields):
        assert QApplication.focusWidget() is field
        qtbot.keyClicks(field, str(number))
        press(qtbot, Qt.Key.Key_Return)

    # then: the figures count, and another place is at hand
    report = page.review.report()
    assert [report.text(f"disclosure.rules.{one}") for one in ("made", "repealed", "valid")] == list("012")
    assert hands.find("reviewList", ReviewList).target != "disclosure.rules"


def test_figures_typed_in_the_list_choose_no_other_row(page, hands, qtbot):
    # given
    go_to(page, qtbot, "disclosure.rules")
    entries = hands.find("reviewList", ReviewList)
    entries.setFocus()

    # when
    qtbot.keyClicks(entries, "20")

    # then
    assert entries.target == "disclosure.rules"


def test_what_stands_half_typed_counts_when_the_clerk_goes_on(window, page, hands, qtbot):
    # given
    go_to(page, qtbot, "disclosure.rules")
    qtbot.keyClicks(hands.find(f"figure_{MADE}", QLineEdit), "8")

    # when
    hands.press("openOnlyButton")

    # then
    hands.find("workspace")
    assert window.desk.session.report.text(MADE) == "8"


def test_a_line_left_over_is_assigned_to_a_section(window, page, hands, qtbot):
    # when
    section = hands.find("wordsSection", QComboBox)
    assert QApplication.focusWidget() is section
    section.setCurrentIndex(section.findData("overview"))
    hands.press("acceptButton")
    hands.press("openOnlyButton")

    # then
    hands.find("workspace")
    overview = window.desk.session.report.section("overview")
    assert overview.paragraphs[0].text == "网站首页 > 政府信息公开 > 年报"


def test_a_line_left_over_is_assigned_to_a_row_of_a_table(page, hands):
    # when
    section, row = hands.find("wordsSection", QComboBox), page.findChild(QComboBox, "wordsRow")
    section.setCurrentIndex(section.findData("row"))
    row.setCurrentIndex(row.findData("disclosure.rules"))
    field = hands.find(f"figure_{MADE}", QLineEdit)
    field.setText("5")
    field.textEdited.emit("5")
    hands.press("acceptButton")

    # then
    assert page.result().text(MADE) == "5"


def test_words_typed_are_taken_over_by_key(page, hands, qtbot):
    # given
    entries = hands.find("reviewList", ReviewList)
    row = next(row for row, one in enumerate(page.review.entries()) if one.target == "overview/0")
    entries.setCurrentIndex(entries.model().index(row, 0))
    entries.setFocus()

    # when
    press(qtbot, Qt.Key.Key_F2)
    assert QApplication.focusWidget() is hands.find("wordsText")
    press(qtbot, Qt.Key.Key_X)
    press(qtbot, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)

    # then
    assert page.review.sign_of("overview/0") == "changed"
    assert page.review.report().section("overview").paragraphs[0].text == "x2023年，本镇公开信息37条。"


def test_a_paragraph_is_reworded_and_moved(page, hands, qtbot):
    # given
    entries = hands.find("reviewList", ReviewList)
    row = next(row for row, one in enumerate(page.review.entries()) if one.target == "overview/0")
    entries.setCurrentIndex(entries.model().index(row, 0))

    # when
    hands.find("wordsText", QPlainTextEdit).setPlainText("改过的一段。")
    section = hands.find("wordsSection", QComboBox)
    section.setCurrentIndex(section.findData("problems"))
    hands.press("acceptButton")

    # then
    report = page.result()
    assert report.section("overview").paragraphs == []
    assert report.section("problems").paragraphs[0].text == "改过的一段。"


def test_the_unit_is_corrected(page, hands, qtbot):
    # given
    entries = hands.find("reviewList", ReviewList)
    row = next(row for row, one in enumerate(page.review.entries()) if one.target == "unit")
    entries.setCurrentIndex(entries.model().index(row, 0))

    # when
    press(qtbot, Qt.Key.Key_F2)
    line = hands.find("factText", QLineEdit)
    line.selectAll()
    line.insert("清溪县柳河镇")

    # then
    assert page.result().unit.name == "清溪县柳河镇"


def test_year_and_form_can_be_overruled(page, hands, qtbot):
    # given
    again = hands.find("rereadButton", QPushButton)
    assert not again.isEnabled()

    # when
    hands.find("reviewYear", QSpinBox).setValue(2020)
    forms = hands.find("reviewForm", QComboBox)
    forms.setCurrentIndex(forms.findData("national-2019"))
    again.click()

    # then
    qtbot.waitUntil(lambda: page.review.reading.report.year == 2020, timeout=20_000)
    assert page.review.reading.report.template == "national-2019"
    assert "生成 2021 年报告" in hands.find("forwardButton", QPushButton).text()


def test_the_forms_to_choose_from_begin_with_the_newest(page, hands):
    # given
    forms = hands.find("reviewForm", QComboBox)

    # then
    listed = [forms.itemData(row) for row in range(forms.count())]
    assert listed == ["national-2021", "national-2019", "national-2014", "plain-2008", "weihai-2012"]
    assert forms.currentData() == page.review.reading.report.template


def test_the_draft_may_be_for_a_later_year_than_the_next(window, hands, qtbot):
    # given
    window.desk.opening.read(SAMPLE, forward_first=True)
    shown(hands, qtbot)
    year = hands.find("forwardYear", QSpinBox)
    before = hands.find("reviewYear", QSpinBox).value()

    # when
    year.setValue(before + 3)

    # then
    assert year.minimum() == before + 1
    assert hands.find("forwardButton", QPushButton).text() == f"生成 {before + 3} 年报告(&G)"
    hands.press("forwardButton")
    hands.find("workspace")
    report = window.desk.session.report
    assert report.year == before + 3
    assert report.carried_from().year == before


def test_the_corrected_report_is_what_is_saved(window, page, hands, qtbot, tmp_path):
    # given
    go_to(page, qtbot, "disclosure.rules")
    qtbot.keyClicks(hands.find(f"figure_{MADE}", QLineEdit), "2")
    hands.press("openOnlyButton")
    hands.find("workspace")

    # when
    path = tmp_path / "存好.nianbao"
    at_once.save(window.desk.session, path)

    # then
    assert read(path).report.text(MADE) == "2"
