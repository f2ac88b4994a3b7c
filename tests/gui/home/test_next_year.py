"""The usual December: last year's report is known, this year's is not begun."""

import datetime
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QRect, QSize
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QLabel, QMessageBox

from core import recent, store
from core.deadline import awaited_year
from core.recent import DRAFT, READY, RecentReport
from core.report import blank
from core.settings import Settings
from core.stages import HANDED_IN
from core.store import ReportFile
from gui.panes.home_choice import Choice
from tests.gui.conftest import Hands
from tests.gui.home.conftest import OFFICE, OTHER, button, cards

YEAR = awaited_year(datetime.date.today())


@pytest.fixture
def last(remembered):
    return remembered(YEAR - 1, state=READY)


def _below(home) -> str:
    return button(home, "homeContinue").parentWidget().below.text()


def test_this_years_draft_is_offered_out_of_last_years_report_with_the_days_left(home, last, qtbot):
    # given
    home.show_recent([last])
    offer = button(home, "homeContinue")

    # then
    assert offer.text() == f"生成 {YEAR} 年报告(&N)"
    assert isinstance(offer.parentWidget(), Choice)
    assert _below(home).startswith(f"由{OFFICE} {YEAR - 1} 年报告生成\n")
    assert "1月31日" in _below(home)
    assert button(home, "homeLastYear").property("primary") is False

    # when
    with qtbot.waitSignal(home.next_wanted) as wanted:
        offer.click()

    # then
    assert str(wanted.args[0]) == last.path


@pytest.mark.parametrize(("state", "exported"), [(DRAFT, ""), (READY, ""), (READY, "1月12日 09:30")])
def test_where_this_years_is_there_nothing_is_to_be_made(home, last, remembered, state, exported):
    # when
    home.show_recent([last, remembered(YEAR, state=state, exported=exported)])

    # then
    assert "生成" not in button(home, "homeContinue").text()
    assert button(home, "homeContinue").isVisible() is (not exported)


def test_a_report_of_long_ago_or_one_whose_file_is_gone_offers_nothing(home, last, remembered, qtbot):
    # when
    home.show_recent([remembered(YEAR - 2, state=READY)])

    # then
    assert not button(home, "homeContinue").isVisible()

    # when
    home.show_recent([replace(last, path=f"{last.path}-gone")])

    # then
    qtbot.waitUntil(lambda: not button(home, "homeContinue").isVisible())


def test_of_several_offices_it_is_that_worked_on_last(home, last, remembered):
    # when
    home.show_recent([remembered(YEAR - 1, OTHER, state=READY), last])

    # then
    assert OTHER in _below(home)


def _due(home) -> str:
    label = home.findChild(QLabel, "homeDue")
    return label.text() if label.isVisible() else ""


def test_where_the_newest_is_older_than_last_years_it_is_still_said_what_is_due(
    home, last, remembered, qtbot
):
    # given: of what was handed in nothing is said, and nothing can be made out of it
    out = remembered(YEAR - 2, state=READY, stage=HANDED_IN)

    # when
    home.show_recent([out])

    # then
    assert _due(home).startswith(f"{YEAR} 年报告：")
    assert "1月31日" in _due(home)

    # when: the button says it, or the card
    home.show_recent([last])
    at_the_button = _due(home)
    home.show_recent([out, remembered(YEAR, state=DRAFT)])

    # then
    assert at_the_button == ""
    assert _due(home) == ""


def test_what_is_due_is_said_beside_an_older_draft_as_well(home, remembered):
    # when
    home.show_recent([remembered(YEAR - 1, state=DRAFT)])

    # then
    assert button(home, "homeContinue").text() == f"继续做 {YEAR - 1} 年报告(&N)"
    assert f"{YEAR} 年报告：" in _due(home)


def test_in_the_largest_writing_the_line_stands_whole_beside_the_heading(window_on, qtbot, remembered):
    # given
    recent.remember(remembered(YEAR - 2, state=READY, stage=HANDED_IN))

    # when
    window = window_on(QSize(1366, 728), Settings(scale=200, office=OFFICE))
    hands = Hands(window, qtbot)
    home, due = hands.find("homePage"), hands.find("homeDue", QLabel)

    # then
    assert window.size() == QSize(1366, 728)
    assert due.width() >= due.sizeHint().width()
    assert QRect(QPoint(), home.size()).contains(QRect(due.mapTo(home, QPoint()), due.size()))
    heading = next(one for one in home.findChildren(QLabel) if one.buddy() and one.isVisible())
    assert heading.width() >= heading.sizeHint().width()


def test_a_first_start_says_how_many_days_are_left(home):
    # when
    home.show_recent([])

    # then
    words = home.findChild(QLabel, "homeNothing").text()
    assert f"{YEAR} 年报告：" in words
    assert "1月31日" in words


def _offered(home, row: int) -> list[str]:
    """Return what the menu of the card in that row offers."""
    shown = cards(home)
    shown.setCurrentRow(row)
    return [action.text() for action in shown.actions() if action.isVisible()]


def test_the_menu_of_a_card_leads_to_the_year_after_where_nothing_is_left_to_do(home, remembered, qtbot):
    # given
    out = remembered(YEAR - 3, state=READY, stage=HANDED_IN)
    home.show_recent([remembered(YEAR - 2, state=DRAFT), out])

    # then: one that is to be gone on with is finished first
    assert _offered(home, 0) == ["打开这份报告", "从列表里去掉，文件不动"]
    assert _offered(home, 1) == [
        "打开这份报告",
        f"生成 {YEAR - 2} 年报告（已经有一份）",
        "从列表里去掉，文件不动",
    ]

    # when
    with qtbot.waitSignal(home.next_wanted) as wanted:
        home.findChild(QAction, "makeNextCard").trigger()

    # then
    assert str(wanted.args[0]) == out.path


def test_the_menu_of_a_card_whose_file_is_gone_leads_to_no_year_after(home, last, qtbot):
    # when
    home.show_recent([replace(last, path=f"{last.path}-gone")])

    # then
    qtbot.waitUntil(lambda: _offered(home, 0) == ["打开这份报告", "从列表里去掉，文件不动"])


def test_the_menu_of_a_card_tells_that_the_year_after_is_there(home, remembered):
    # given
    home.show_recent([remembered(YEAR - 1, state=READY), remembered(YEAR - 2, state=READY)])

    # then
    assert _offered(home, 0)[1] == f"生成 {YEAR} 年报告"
    assert _offered(home, 1)[1] == f"生成 {YEAR - 1} 年报告（已经有一份）"


@pytest.fixture
def two_years(window, hands, qtbot, library, tmp_path) -> list[Path]:
    """A report and that of the year after, on the home page, with the older one at hand."""
    paths = []
    for year in (2023, 2024):
        path = tmp_path / f"{year}.nianbao"
        store.write(ReportFile(blank(library.get("national-2021"), year, OFFICE)), path)
        recent.remember(RecentReport(str(path), OFFICE, year, "", state=READY, stage=HANDED_IN))
        paths.append(path)
    home = hands.find("homePage")
    home.show_recent(recent.load())
    row = next(at for at in range(cards(home).count()) if "2023" in cards(home).item(at).text())
    cards(home).setCurrentRow(row)
    return paths


def test_where_the_year_after_is_there_the_menu_of_a_card_asks_as_the_review_does(window, hands, two_years):
    # when
    hands.find("homePage").findChild(QAction, "makeNextCard").trigger()

    # then
    assert "2024 年的报告已经有一份" in hands.find("knownDraftBox", QMessageBox).text()

    # when
    hands.press("openKnown")

    # then
    hands.find("workspace")
    assert window.desk.session.path == two_years[1]


def test_who_wants_another_is_asked_once(window, hands, qtbot, two_years):
    # given
    hands.find("homePage").findChild(QAction, "makeNextCard").trigger()
    hands.press("makeAnother")
    hands.find("reviewPage")

    # when
    hands.press("forwardButton")

    # then
    hands.find("workspace")
    assert not hands.sees("knownDraftBox")
    assert (window.desk.session.report.year, window.desk.session.path) == (2024, None)
