"""The line that offers the zero-report guide goes once there is nothing left for it to fill in."""

import datetime

import pytest
from PySide6.QtWidgets import QWidget

from core import approval
from core.edits import SetCells
from core.stages import IN_REVIEW
from core.store import ReportFile
from gui.pages import blank_cells, pages_of

SETTLING_MS = 60


@pytest.fixture
def at_work(window, hands, report):
    """The window on a blank report, with the line."""
    window.desk.open(ReportFile(report), None)
    hands.find("guideOffer")
    window.desk.session.check()
    yield window.desk.session
    window.desk.close()


def top_of(page: QWidget) -> int:
    """Return how far down in the window a page begins."""
    return page.mapTo(page.window(), page.rect().topLeft()).y()


def fill(session, *, but: str = "") -> None:
    """Fill in all, but for one cell and the totals that wait for it."""
    while cells := [cell for cell in blank_cells(session) if cell != but]:
        session.edit(SetCells(dict.fromkeys(cells, "0")))
    session.check()


def test_the_offer_stays_while_one_cell_is_blank(at_work, hands):
    # when
    fill(at_work, but=next(blank_cells(at_work)))

    # then
    assert hands.sees("guideOffer")


def test_the_offer_goes_with_the_last_blank_cell(at_work, hands):
    # when
    fill(at_work)

    # then
    assert not hands.sees("guideOffer")


def test_the_page_stays_where_it_is_until_it_is_left_when_the_offer_goes(at_work, window, hands, qtbot):
    # given
    page = window.desk.workspace.page
    session = window.desk.session
    first, other, *_ = pages_of(session.template, session.report)
    page.show_page(first)
    qtbot.wait(SETTLING_MS)
    before = top_of(page)

    # when
    fill(at_work)
    qtbot.wait(SETTLING_MS)

    # then
    assert not hands.sees("guideOffer")
    assert top_of(page) == before

    # when
    page.show_page(other)
    qtbot.wait(SETTLING_MS)

    # then
    assert top_of(page) < before


def test_another_look_does_not_bring_it_back(at_work, window, hands):
    # given
    fill(at_work)

    # when
    window._dress()

    # then
    at_work.check()
    assert not hands.sees("guideOffer")


def test_in_another_look_it_goes_just_the_same(at_work, window, hands):
    # given
    window._dress()
    hands.find("guideOffer")
    at_work.check()

    # when
    fill(at_work)

    # then
    assert not hands.sees("guideOffer")


def test_a_report_on_its_way_out_is_offered_no_guide(window, hands, report):
    # given: blank all the same
    approval.marking(report, IN_REVIEW, datetime.date(2025, 1, 9)).apply(report)

    # when
    window.desk.open(ReportFile(report), None)

    # then
    hands.find("workspace")
    assert not hands.sees("guideOffer")
    window.desk.close()
