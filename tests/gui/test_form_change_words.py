"""What is told above a draft on another form stays true while paragraphs go and move, and names the year it comes from."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QListWidget, QPushButton

from core.carry import forward, pieces
from core.edits import Splice
from core.report import PREFACE, Paragraph, blank
from core.store import ReportFile
from gui.pages import Page

OFFICE = "清溪县柳河镇人民政府"
CONTACT = "联系地址：柳河镇中心街1号，电话：0100-1234567。"


def words_of(hands) -> str:
    return hands.find("formChangeWords", QLabel).text()


@pytest.fixture
def older(library):
    """A report of 2016, on the form of its time, that says how to reach the office."""
    older = blank(library.get("national-2014"), 2016, OFFICE)
    older.section(PREFACE).paragraphs = [Paragraph(text=CONTACT)]
    older.values = {"statistics.offices.value": "1"}
    return older


@pytest.fixture
def from_older(window, library, older):
    """The draft of 2024 made from it."""
    window.desk.open(ReportFile(forward(library, older, 2024)), None)
    yield window
    window.desk.close()


@pytest.fixture
def renewed(window, library):
    """The draft of 2021 on its new form, beside a report of 2020 with two paragraphs in each of four parts."""
    last = blank(library.get("national-2019"), 2020, OFFICE)
    for section in ("overview", "disclosure", "problems", "other"):
        last.section(section).paragraphs = [
            Paragraph(text=f"{section}先说这一件。"),
            Paragraph(text=f"{section}再说那一件。"),
        ]
    window.desk.open(ReportFile(forward(library, last)), None)
    yield window
    window.desk.close()


def test_deleting_paragraphs_changes_no_number_and_the_line_does_not_say_so(renewed, hands):
    # given
    session = renewed.desk.session
    session.edit(Splice(PREFACE, 0, 0, (Paragraph(text="另写一段。"),)))
    before = words_of(hands)

    # when
    session.edit(Splice("overview", 1, 1, ()))
    session.edit(Splice("problems", 0, 2, ()))

    # then
    assert words_of(hands) == before
    assert "标题或编号变了" not in before


@pytest.mark.parametrize(("home", "name"), [("other", "六、其他需要报告的事项"), (PREFACE, "前言")])
def test_a_part_of_which_one_paragraph_was_moved_went_into_the_other_part(renewed, hands, home, name):
    # given
    session = renewed.desk.session
    moved = session.report.section("problems").paragraphs[0]

    # when
    session.edit(Splice("problems", 0, 1, ()))
    session.edit(Splice(home, 0, 0, (moved,)))

    # then
    assert f"去年的五并到“{name}”" in words_of(hands)


@pytest.fixture
def added(window, library):
    """The draft of 2024, to which the form added the last part, beside a report of 2023 on the same form."""
    last = blank(library.get("national-2021"), 2023, OFFICE)
    last.sections = [one for one in last.sections if one.id != "other"]
    last.section("overview").paragraphs = [Paragraph(text="先说这一件。"), Paragraph(text="再说那一件。")]
    window.desk.open(ReportFile(forward(library, last)), None)
    yield window
    window.desk.close()


def test_deleting_below_an_added_part_does_not_say_that_numbers_moved(added, hands):
    # when
    added.desk.session.edit(Splice("overview", 1, 1, ()))

    # then
    assert words_of(hands) == "去年没有“六、其他需要报告的事项”，已按格式添上，请写。"


def test_the_button_that_sends_the_line_away_is_read_aloud_as_what_it_is_on_any_form(
    added, hands, library, older
):
    # then
    assert hands.find("formChangeAway", QPushButton).accessibleName() == "不再提示和去年的不同"

    # when
    added.desk.open(ReportFile(forward(library, older, 2024)), None)

    # then
    assert hands.find("formChangeAway", QPushButton).accessibleName() == "不再提示和 2016 年的不同"


def test_where_nothing_can_be_put_back_enter_closes_the_list(added, hands, qtbot):
    # given
    hands.press("formChangeShow")
    shown = hands.find("movedList", QListWidget)
    assert hands.find("leftBehindClose", QPushButton).isDefault()

    # when
    qtbot.keyClick(shown, Qt.Key.Key_Return)

    # then
    qtbot.waitUntil(lambda: not hands.sees("leftBehindDialog"))


def test_where_words_can_be_put_back_enter_does_so_and_closes_once_all_are_back(from_older, hands, qtbot):
    # given
    report = from_older.desk.session.report
    hands.press("formChangeShow")

    # when
    qtbot.keyClick(hands.find("leftBehindList", QListWidget), Qt.Key.Key_Return)

    # then: what was put back comes from a year that was not the last one
    assert report.section(PREFACE).paragraphs[-1].text == CONTACT
    assert "2016 年的话已放到前言后面（1 处），请核对" in hands.find("statusMessage", QLabel).text()

    # when
    hands.press("formChangeShow")
    qtbot.keyClick(hands.find("leftBehindList", QListWidget), Qt.Key.Key_Return)

    # then
    qtbot.waitUntil(lambda: not hands.sees("leftBehindDialog"))


def test_the_panel_beside_a_draft_from_an_older_report_names_its_year(from_older, hands):
    # given
    work = from_older.desk.workspace
    work.bring(work.last_year)

    # when
    from_older.desk.session.edit(
        Splice("overview", 0, 0, (Paragraph(text="全年工作平稳，各项公开都按时完成。"),))
    )
    work.page.show_page(Page("overview"))

    # then
    told = hands.find("lastYearShare", QLabel).text()
    assert told == "2016 年的这一部分　文字和 2016 年相同：本部分 0%，全文 0%"


@pytest.mark.parametrize("is_wide", [True, False], ids=["full-width alone", "half-width too"])
def test_words_taken_over_have_the_marks_of_the_draft(window, hands, library, older, is_wide):
    # given: the preface of then has half-width marks, those of the draft were put right meanwhile or not
    contact = "联系地址:柳河镇中心街1号,电话:0100-1234567。"
    older.section(PREFACE).paragraphs = [Paragraph(text=contact)]
    draft = forward(library, older, 2024)
    kept = "已办结，全部公开。" if is_wide else "已办结,全部公开。"
    draft.section("overview").paragraphs = [Paragraph(text=kept)]
    window.desk.open(ReportFile(draft), None)

    # when
    hands.press("formChangeShow")
    hands.press("leftBehindTake")

    # then: one that was all put right stays so, and the words count as taken over either way
    report = window.desk.session.report
    taken = report.section(PREFACE).paragraphs[-1]
    assert taken.text == (CONTACT if is_wide else contact)
    assert (taken.state, taken.origin) == ("carried", contact)
    assert [one.is_taken for one in pieces(report)] == [True]
    window.desk.close()
