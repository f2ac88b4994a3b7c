"""A draft on another form than last year's says so, and gives back what it had no place for."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QLabel, QListWidget

from core.carry import forward
from core.report import PREFACE, Paragraph, blank
from core.store import ReportFile
from gui.pages import Page
from gui.panes.outline import found_at, page_state
from gui.panes.prose.sheet import Sheet

OFFICE = "清溪县柳河镇人民政府"
CONTACT = "联系地址：柳河镇中心街1号，邮编：100000，电话：0100-1234567。"


@pytest.fixture
def last(library):
    last = blank(library.get("national-2014"), 2016, OFFICE)
    last.section(PREFACE).paragraphs = [Paragraph(text="由七部分组成。"), Paragraph(text=CONTACT)]
    return last


@pytest.fixture
def opened(window, library, last):
    """The draft of 2024 in the window, on the page of title and preface."""
    window.desk.open(ReportFile(forward(library, last, 2024)), None)
    window.desk.workspace.page.show_page(Page(PREFACE))
    yield window
    window.desk.close()


def test_one_line_says_what_changed_with_the_form(opened, hands):
    # then
    words = hands.find("formChangeWords", QLabel).text()
    assert (
        words
        == "今年用 2021 年起的国家统一格式，前言已按它写好；2016 年的地址、邮编、电话没有带过来，在“2016 年留下的话”里。"
    )
    assert page_state(opened.desk.session, Page(PREFACE), found_at(opened.desk.session)).sign == "●"
    sheet = hands.find("proseEditor", Sheet)
    assert sheet.words_at(QPoint(14, sheet.cursorRect().center().y())) == "按新格式写好，未核对"


def test_what_was_left_is_shown_and_put_below_the_preface_with_two_clicks(opened, hands):
    # given
    hands.press("formChangeShow")
    assert hands.find("leftBehindDialog").windowTitle() == "2016 年留下的话"
    shown = hands.find("leftBehindList", QListWidget)
    items = [shown.item(row) for row in range(shown.count())]
    ticks = {one.text(): one.checkState() == Qt.CheckState.Checked for one in items}

    # when
    hands.press("leftBehindTake")

    # then
    assert ticks == {"由七部分组成。": False, CONTACT: True}
    report = opened.desk.session.report
    assert report.section(PREFACE).paragraphs[-1].text == CONTACT
    hands.press("formChangeShow")
    assert "已在报告里" in hands.find("leftBehindList", QListWidget).item(1).text()
    assert not hands.find("leftBehindTake").isEnabled()
    hands.press("leftBehindClose")
    hands.command("undo")
    assert len(report.section(PREFACE).paragraphs) == 1


def test_the_line_goes_once_the_preface_was_looked_at_or_by_its_button(opened, hands, library, last):
    # when
    hands.command("confirm")

    # then
    assert opened.desk.session.report.section(PREFACE).paragraphs[0].state == "seen"
    assert not hands.sees("formChange")
    opened.desk.open(ReportFile(forward(library, last, 2024)), None)
    hands.press("formChangeAway")
    assert not hands.sees("formChange")


def test_a_draft_within_a_form_has_no_such_line(window, hands, library):
    # given
    draft = forward(library, blank(library.get("national-2021"), 2023, OFFICE))

    # when
    window.desk.open(ReportFile(draft), None)

    # then
    assert not hands.sees("formChange")
    window.desk.close()


def words_of(hands) -> str:
    return hands.find("formChangeWords", QLabel).text()


def test_the_line_tells_only_what_is_still_left(opened, hands):
    # when: how to reach the office is taken over
    hands.press("formChangeShow")
    hands.press("leftBehindTake")

    # then
    assert (
        words_of(hands)
        == "今年用 2021 年起的国家统一格式，前言已按它写好；2016 年没有带过来的，在“2016 年留下的话”里。"
    )
    hands.command("undo")
    assert "2016 年的地址、邮编、电话没有带过来" in words_of(hands)
    hands.command("redo")
    assert "电话" not in words_of(hands)


def test_the_line_goes_once_all_is_taken_over_and_comes_back_with_undo(window, hands, library, last):
    # given
    last.section(PREFACE).paragraphs = [Paragraph(text=CONTACT)]
    window.desk.open(ReportFile(forward(library, last, 2024)), None)

    # when
    hands.press("formChangeShow")
    hands.press("leftBehindTake")

    # then: nor does the draft tell of it when it is opened again
    assert not hands.sees("formChange")
    session = window.desk.session
    hands.command("undo")
    assert "2016 年的地址、邮编、电话没有带过来" in words_of(hands)
    hands.press("formChangeAway")
    hands.command("redo")
    hands.command("undo")
    assert not hands.sees("formChange")
    hands.command("redo")
    window.desk.open(ReportFile(session.report.model_copy(deep=True)), None)
    assert not hands.sees("formChange")
    window.desk.close()
