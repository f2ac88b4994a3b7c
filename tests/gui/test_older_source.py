"""A draft made from a report of several years ago: what was copied is said to be of that year, not of last year."""

from pathlib import Path

import pytest
from PySide6.QtWidgets import QLabel, QPlainTextEdit, QRadioButton, QWidget

from core import checks, guide
from core.carry import forward
from core.checks.standing import standing
from core.edits import rewrite
from core.report import Paragraph, blank
from core.store import ReportFile
from gui.carried import after_last, state_words
from gui.dialogs.guide import GuideDialog
from gui.models.cell_words import describe
from gui.panes.home_card_delegate import Card
from gui.progress import progress_of, verdict_of
from gui.recent_report import recent_of
from gui.theme import Theme

VALID = "disclosure.documents.valid"
SAME, OLD = "本镇设公开栏一处。", "全年公开信息12条，召开会议3次。"


@pytest.fixture(params=[2021, 2023])
def year(request) -> int:
    return request.param


@pytest.fixture
def name(year) -> str:
    """What that year is called in the draft of 2024."""
    return "去年" if year == 2023 else " 2021 年"


@pytest.fixture
def work(hands, library, year):
    """The panes of the draft of 2024 made from the report of that year."""
    last = blank(library.get("national-2021"), year, "清溪县柳河镇人民政府")
    last.section("overview").paragraphs = [Paragraph(text=SAME), Paragraph(text=OLD)]
    last.values[VALID] = "7"
    hands.window.resize(1366, 768)
    hands.window.desk.open(ReportFile(forward(library, last, 2024)), None)
    hands.window.desk.session.check()
    return hands.window.desk.workspace


def test_the_state_of_a_paragraph_names_the_year(work, hands, name):
    # given
    report = hands.window.desk.session.report
    paragraph = report.section("overview").paragraphs[0]

    # then
    assert hands.find("proseState").text().startswith(f"本段：照抄{name}，未核对")
    assert state_words(report, paragraph) == f"照抄{name}，未核对"


def test_what_is_left_in_an_edited_paragraph_names_the_year(work, hands, qtbot, name):
    # given
    session = hands.window.desk.session

    # when
    session.edit(rewrite(session.report, "overview", 1, OLD.replace("12", "15")))
    hands.command("nextToLookAt")
    work.side.setCurrentWidget(work.to_look_at)
    qtbot.waitUntil(lambda: "改过" in hands.find("toLookAtHead", QLabel).text())

    # then
    head = hands.find("toLookAtHead", QLabel).text()
    assert head.startswith(f"照抄{name}的内容已核对 1/")
    assert head.endswith(f"还留着{name}的数或日期。")


def test_the_report_beside_names_the_year(work, hands, name):
    # when
    work.side.setCurrentWidget(work.last_year)

    # then
    shown = hands.find("lastYearText", QPlainTextEdit).toPlainText()
    assert f"＝ 照抄{name}，未核对" in shown
    assert f"，{name.strip()}正文里也有的" in hands.find("lastYearShare", QLabel).toolTip()


def test_the_line_below_the_form_names_the_year(work, hands, name):
    # given
    session = hands.window.desk.session
    cell = session.template.cells[VALID]

    # then
    said = describe(session.template, session.report, cell)
    assert f"这个数照抄{name}，请核对。" in said
    figure = session.report.carried_from().text(VALID)
    assert said.startswith(f"{name.strip()} {figure} 件。本格：")


def test_an_older_figure_is_not_said_to_be_carried_in_from_last_year(work, hands, name):
    # given
    session = hands.window.desk.session
    cell = session.template.cells["applications.carried_in.natural"]
    session.report.carried_from().values |= {"applications.carried_out.natural": "4", cell.id: "2"}

    # then
    said = describe(session.template, session.report, cell)
    expected = "去年结转 4" if name == "去年" else f"{name.strip()} 2"
    assert said.startswith(f"{expected} 件。本格：")


def test_what_is_left_to_do_names_the_year_or_none(work, hands, name):
    # given
    session = hands.window.desk.session
    waiting = session.report.waiting()

    # then
    assert (
        f"{waiting} 处{name}内容没核对" in standing(session.template, session.report, session.findings).left
    )
    assert progress_of(session).next == f"还有 {waiting} 处{name}内容没核对"
    assert checks.verdict_on(session.report, []) == f"还有 {waiting} 处{name}内容没核对"
    assert after_last(session).startswith(f"{name.strip()}的内容都核对过了。")


def test_the_verdict_says_it_in_the_words_of_the_card_of_the_home_page(work, hands, name):
    # given: nothing is found
    session = hands.window.desk.session
    session.findings = []
    known = recent_of(session, Path("柳河镇.nianbao"))

    # then
    assert verdict_of(session).words == known.verdict == known.next
    assert known.next == f"还有 {session.report.waiting()} 处{name}内容没核对"
    assert (
        f"{name.strip()}内容已核对 0/{known.carried}"
        in Card(known, "", "", is_there=True, is_next=True).words
    )


def test_the_guide_names_the_year_whose_figures_it_keeps(library, make_session, qtbot, year, name):
    # given: applications of that year were not answered by its end
    form = library.get("national-2021")
    last = blank(form, year, "清溪县柳河镇人民政府")
    last.values = {cell: "0" for cell in form.cells if cell.startswith("applications.carried_out.")}
    last.values |= {"applications.carried_out.natural": "1", "applications.carried_out.total": "1"}
    session = make_session(forward(library, last, 2024))

    # when
    window = QWidget()
    qtbot.addWidget(window)
    dialog = GuideDialog(guide.for_template(library, form.id), session, Theme.load("light"), window)

    # then
    kept = dialog.findChild(QRadioButton, "guideKept_carried_in")
    assert kept.text() == f"照{name}：自然人 1，其余 0"
    shown = [dialog._preview.item(row).text() for row in range(dialog._preview.count())]
    assert any(one.endswith(f"：照{name} 0") for one in shown)


def test_what_was_left_behind_names_the_year(library, year, name):
    # given
    last = blank(library.get("national-2021"), year, "清溪县柳河镇人民政府")
    last.section("signature").paragraphs = [Paragraph(text=f"{year + 1}年1月10日")]

    # when
    draft = forward(library, last, 2024)

    # then
    (message,) = [one.message for one in draft.notes]
    assert message.startswith(f"{name.strip()}的日期“{year + 1}年1月10日”没有带过来")
