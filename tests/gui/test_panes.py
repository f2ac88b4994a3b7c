"""The panes beside the editors: outline, findings, last year, guidance, steps."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QLineEdit, QListWidget, QPlainTextEdit, QPushButton

from core.carry import forward
from core.checks.model import CellPlace, Finding, TextPlace
from core.edits import SetCells, rewrite
from core.report import Paragraph
from gui.pages import Page
from gui.panes.finding_delegate import LINE
from gui.panes.findings import FindingsPanel
from gui.panes.guidance import GuidancePanel
from gui.panes.last_year import LastYearPanel
from gui.panes.outline import Outline, PageState, found_at, page_state
from gui.progress import progress_of
from gui.theme import Theme

OVERVIEW = Page("overview")
REVIEWS = Page("reviews", ("reviews",))
TOTAL = "reviews.cases.review_total"
WRONG = {
    "reviews.cases.review_upheld": "1",
    "reviews.cases.review_corrected": "0",
    "reviews.cases.review_other": "0",
    "reviews.cases.review_pending": "0",
    "reviews.cases.review_total": "5",
}


@pytest.fixture
def theme() -> Theme:
    return Theme.load("light")


@pytest.fixture
def session(report, make_session):
    report.section("overview").paragraphs.append(Paragraph(text="全年公开信息12条。", state="carried"))
    report.values.update(WRONG)
    session = make_session(report)
    session.check()
    return session


@pytest.fixture
def panel(session, theme, qtbot):
    panel = FindingsPanel(session, theme)
    qtbot.addWidget(panel)
    panel.resize(300, 600)
    panel.show()
    session.findings_changed.connect(panel.show_findings)
    return panel


def lines(panel) -> list:
    shown = panel.findChild(QListWidget, "findingsList")
    return [shown.item(row).data(LINE) for row in range(shown.count())]


def choose(panel, rule: str) -> None:
    shown = panel.findChild(QListWidget, "findingsList")
    row = next(row for row, line in enumerate(lines(panel)) if line.rule == rule)
    shown.setCurrentRow(row)


def test_the_outline_shows_what_is_wrong_and_what_nobody_looked_at(session, theme, qtbot):
    # given
    outline = Outline(session, theme)
    qtbot.addWidget(outline)

    # then
    assert page_state(session, REVIEWS, found_at(session)).sign == "✖"
    assert page_state(session, OVERVIEW, found_at(session)).words.endswith("去年内容已核对 0/1")
    texts = [outline.item(row).text() for row in range(outline.count())]
    assert any(text.startswith("✖ 四、") for text in texts)

    # when: nothing is said against an empty page
    session.findings = []
    outline.refresh()

    # then
    texts = [outline.item(row).text() for row in range(outline.count())]
    assert not any(text.startswith(("✖", "✓")) and "五、" in text for text in texts)


@pytest.mark.parametrize(
    ("words", "short"),
    [
        ("✖121 必须改 · !141 请核对 · 去年内容已核对 0/121", "✖121 · !141 · 去年内容 0/121"),
        ("!1 请核对 · 去年内容已核对 0/1", "!1 请核对 · 去年内容 0/1"),
        ("", ""),
    ],
)
def test_many_counts_of_a_page_stand_short_so_that_none_is_cut(words, short):
    assert PageState("✖", "error", words).short == short


def test_the_counts_of_a_page_stand_in_full_on_hover(session, theme, qtbot):
    # given: a page with an error, something to look at and a figure of last year
    session.report.states["reviews.cases.review_total"] = "carried"
    outline = Outline(session, theme)
    qtbot.addWidget(outline)

    # then
    item = next(outline.item(row) for row in range(outline.count()) if "四、" in outline.item(row).text())
    state = page_state(session, REVIEWS, found_at(session))
    assert item.text().endswith(state.short)
    assert item.toolTip().endswith(state.words)


@pytest.mark.parametrize(("weight", "sign"), [("error", "✖"), ("warning", "●")])
def test_a_page_with_a_marked_place_is_not_ticked_off_though_the_finding_is_counted_elsewhere(
    session, weight, sign
):
    # given: all is well but one sum over two pages
    session.edit(rewrite(session.report, "overview", 0, "全年公开信息12条，都已更新。"))
    wrong = Finding("X06", weight, "对不上", (TextPlace("overview", 0, 0, 2, ""), CellPlace(TOTAL, "5")))
    session.findings = [wrong]
    found = found_at(session)

    # then
    assert page_state(session, REVIEWS, found) == PageState(sign, weight, "问题列在别的部分")
    assert page_state(session, OVERVIEW, found).words.startswith(
        "✖1 必须改" if weight == "error" else "!1 请核对"
    )

    # when
    session.findings = []

    # then
    assert page_state(session, REVIEWS, found_at(session)).sign == "✓"


def test_the_outline_follows_the_findings(session, theme, qtbot):
    # given
    outline = Outline(session, theme)
    qtbot.addWidget(outline)
    session.findings_changed.connect(outline.refresh)

    # when
    session.edit(SetCells({"reviews.cases.review_total": "1"}))
    session.check()

    # then
    assert not any(outline.item(row).text().startswith("✖ 四、") for row in range(outline.count()))


def test_findings_are_grouped_and_name_their_place(panel):
    # then
    headings = [line.place for line in lines(panel) if line.is_heading and not line.of_page]
    assert headings[0].startswith("✖ 必须改（")
    assert headings[1].startswith("! 请核对（")
    wrong = next(line for line in lines(panel) if line.rule == "T04")
    assert wrong.place == "✖ 表四 · 件数 · 行政复议 · 总计"
    assert "5" in wrong.message


def test_a_click_on_a_finding_goes_to_its_place(panel, qtbot):
    # given
    choose(panel, "T04")
    shown = panel.findChild(QListWidget, "findingsList")

    # when
    with qtbot.waitSignal(panel.place_chosen) as heard:
        qtbot.keyClick(shown, Qt.Key.Key_Return)

    # then
    assert heard.args[0].cell == "reviews.cases.review_total"


def test_the_fix_is_a_button_and_can_be_undone(panel, session):
    # given
    choose(panel, "T04")

    # when
    panel.findChild(QPushButton, "fixButton").click()

    # then
    assert session.report.text("reviews.cases.review_total") == "1"
    assert "T04" not in {line.rule for line in lines(panel)}
    session.undo_stack.undo()
    assert session.report.text("reviews.cases.review_total") == "5"


def test_next_goes_round_and_previous_comes_back(panel, session):
    # given
    panel.step(1)
    first = panel.chosen()

    # when
    passed = []
    for _ in session.findings:
        panel.step(1)
        passed.append(panel.chosen())

    # then
    assert sorted(one.key for one in passed) == sorted(one.key for one in session.findings)
    assert panel.chosen() == first
    panel.step(-1)
    assert panel.chosen() == passed[-2]


def test_a_finding_is_kept_with_a_reason_and_taken_back(panel, session, qtbot):
    # given
    choose(panel, "P08")

    # when
    panel.findChild(QPushButton, "keepButton").click()
    reason = panel.findChild(QLineEdit, "keepReason")
    reason.insert("表还没有下发")
    qtbot.keyClick(reason, Qt.Key.Key_Return)

    # then
    assert [one.reason for one in session.report.decisions] == ["表还没有下发"]
    assert lines(panel)[-1].place == "▸ 已保留（1）"
    shown = panel.findChild(QListWidget, "findingsList")
    shown.setCurrentRow(shown.count() - 1)
    qtbot.keyClick(shown, Qt.Key.Key_Return)
    assert lines(panel)[-1].rule == "P08"
    choose(panel, "P08")
    panel.findChild(QPushButton, "keepButton").click()
    assert session.report.decisions == []


def test_a_total_that_has_to_stay_is_kept_until_its_figures_change(panel, session, qtbot):
    # given: the parts make another sum than the total
    choose(panel, "T04")
    keep = panel.findChild(QPushButton, "keepButton")
    assert keep.text() == "没有错，保留并说明原因"

    # when
    keep.click()
    reason = panel.findChild(QLineEdit, "keepReason")
    reason.insert("县里要求按系统导出的数填")
    qtbot.keyClick(reason, Qt.Key.Key_Return)

    # then
    assert "T04" not in {one.rule for one in session.findings}
    session.edit(SetCells({"reviews.cases.review_other": "1"}))
    session.check()
    assert "T04" in {one.rule for one in session.findings}


def test_an_empty_list_says_what_will_be_there(panel, session):
    # when
    session.findings = []
    panel.show_findings()

    # then
    assert "还没有发现问题" in panel._nothing.text()
    assert panel._nothing.isVisible()


def test_words_with_marks_in_them_are_shown_as_they_are(report, make_session, theme, qtbot):
    # given
    report.title = "<b>2023</b>年报"
    session = make_session(report)
    session.check()

    # when
    panel = FindingsPanel(session, theme)
    qtbot.addWidget(panel)
    panel.resize(300, 400)

    # then: drawn by our own delegate, as plain text
    assert any(
        "<b>" in line.message or line.place == "✖ 标题" or "标题" in line.place for line in lines(panel)
    )
    assert not panel.grab().isNull()


def test_last_year_shows_the_words_and_figures_of_the_page(report, make_session, library, theme, qtbot):
    # given
    report.section("overview").paragraphs.append(Paragraph(text="全年公开信息12条。"))
    report.values["reviews.cases.review_upheld"] = "3"
    panel = LastYearPanel(make_session(forward(library, report)), theme)
    qtbot.addWidget(panel)
    panel.show()
    text = panel.findChild(QPlainTextEdit, "lastYearText")

    # when
    panel.show_page(OVERVIEW)

    # then
    assert text.toPlainText() == "第 1 段　＝ 照抄去年，未核对\n全年公开信息12条。"
    assert panel.findChild(QLabel, "lastYearShare").text().endswith("本部分 100%，全文 100%")
    panel.show_page(REVIEWS)
    assert text.toPlainText() == "件数 · 行政复议 · 结果维持：3件"


def test_without_a_last_year_the_panel_says_how_to_get_one(session, theme, qtbot):
    # given
    panel = LastYearPanel(session, theme)
    qtbot.addWidget(panel)
    panel.show()

    # when
    panel.show_page(OVERVIEW)

    # then
    assert "打开去年的报告" in panel.findChild(QPlainTextEdit, "lastYearText").toPlainText()


def test_guidance_says_what_belongs_there_and_what_it_rests_on(session, theme, qtbot):
    # given
    panel = GuidancePanel(session, theme)
    qtbot.addWidget(panel)
    text = panel.findChild(QPlainTextEdit, "guidanceText")

    # then
    for page in (Page("preface"), OVERVIEW, REVIEWS, Page("signature")):
        panel.show_page(page)
        assert len(text.toPlainText().split("\n\n")) == 2
        assert session.template.basis in text.toPlainText()


def test_the_step_to_take_follows_the_work(session):
    # given
    report = session.report
    steps = [progress_of(session).step]

    # when
    report.section("overview").paragraphs[-1].state = "seen"
    steps.append(progress_of(session).step)
    report.values.update({cell: report.values.get(cell, "0") for cell in session.template.cells})
    steps.append(progress_of(session).step)
    report.values["reviews.cases.review_total"] = "1"
    session.findings = []
    steps.append(progress_of(session).step)

    # then
    assert steps == ["nextToLookAt", "nextBlank", "nextFinding", "exportReport"]
