"""The line that offers the zero-report guide stands above a report at every opening, until it was used or sent away."""

import pytest
from PySide6.QtWidgets import QRadioButton

from core.carry import forward, to_look_at
from core.carry.looking import confirmed
from core.checks.model import CellPlace
from core.edits import SetCells, Splice
from core.report import Paragraph, blank
from core.store import ReportFile, read, write
from gui.pages import blank_cells
from tests.gui.conftest import OFFICE

STOCK = "disclosure.documents.valid"
FIRST = "disclosure.rules.made"


@pytest.fixture
def draft(library):
    """A draft of this year: one paragraph and one figure of last year, all other cells blank."""
    last = blank(library.get("national-2021"), 2023, OFFICE)
    last.values = {STOCK: "9"}
    last.section("overview").paragraphs = [Paragraph(text="2023年，柳河镇公开信息29条。")]
    return forward(library, last)


def reword(session) -> None:
    (before,) = session.report.section("overview").paragraphs
    new = before.model_copy(update={"text": "2024年，柳河镇公开信息31条。", "state": "changed"})
    session.edit(Splice("overview", 0, 1, (new,), "改写"))


def tick_off(session) -> None:
    session.edit(confirmed(session.report, to_look_at(session.template, session.report)))


def move_stock(session) -> None:
    session.edit(SetCells({STOCK: "11"}))


def type_figure(session) -> None:
    session.check()  # the figure is typed into what is on show, not into a page that is not painted yet
    session.edit(SetCells({FIRST: "1"}))


BEGUN = pytest.mark.parametrize("work", [reword, tick_off, move_stock, type_figure])


@BEGUN
def test_a_draft_left_in_no_file_offers_it_after_a_restart_too(window, hands, start, draft, work):
    # given: the clerk has begun with the words or with what came from last year, and leaves
    window.desk.open(ReportFile(draft), None)
    hands.find("guideOffer")
    work(window.desk.session)
    hands.command("goHome")
    hands.find("recoveryCard")
    window.close()

    # when
    anew, again = start()
    again.press("recoverButton")
    again.find("workspace")

    # then
    assert again.sees("guideOffer")
    assert anew.desk.session.path is None


@BEGUN
def test_a_report_in_a_file_offers_it_after_a_restart_and_after_it_was_saved_elsewhere(
    window, hands, start, qtbot, draft, tmp_path, work
):
    # given
    path, other = tmp_path / "柳河镇.nianbao", tmp_path / "柳河镇2.nianbao"
    write(ReportFile(draft), path)
    window.open_path(path)
    hands.find("guideOffer")
    work(window.desk.session)

    # when
    hands.command("saveAs")
    hands.choose_file("saveFileDialog", other)
    qtbot.waitUntil(lambda: window.desk.session.path == other and window.desk.session.is_clean)

    # then
    assert hands.sees("guideOffer")
    window.close()
    anew, again = start()
    anew.open_path(other)
    again.find("workspace")
    assert again.sees("guideOffer")


def test_a_figure_that_was_being_typed_on_the_way_home_takes_no_offer_away(window, hands, qtbot, draft):
    # given: the cell is open still
    window.desk.open(ReportFile(draft), None)
    hands.find("guideOffer")
    page = window.desk.workspace.page
    page.go_to(CellPlace(FIRST, ""))
    qtbot.waitUntil(lambda: window.desk.session.is_checked)
    qtbot.keyClicks(window.focusWidget(), "3")
    hands.command("goHome")

    # when
    hands.press("recoverButton")
    hands.find("workspace")

    # then
    assert window.desk.session.report.text(FIRST) == "3"
    assert hands.sees("guideOffer")


def test_where_no_cell_is_blank_any_more_coming_back_does_not_offer_it(window, hands, draft):
    # given
    window.desk.open(ReportFile(draft), None)
    hands.find("guideOffer")
    session = window.desk.session
    session.check()
    while cells := list(blank_cells(session)):
        session.edit(SetCells(dict.fromkeys(cells, "0")))
    hands.command("goHome")

    # when
    hands.press("recoverButton")
    hands.find("workspace")

    # then
    assert not hands.sees("guideOffer")


def test_sent_away_it_stays_away_for_that_report_wherever_it_is_found_again(
    window, hands, start, qtbot, draft, tmp_path
):
    # given
    window.desk.open(ReportFile(draft), None)
    hands.press("guideOfferAway")
    hands.command("goHome")
    window.close()

    # when: from its card
    anew, again = start()
    again.press("recoverButton")
    again.find("workspace")

    # then
    assert not again.sees("guideOffer")

    # when: from its file
    path = tmp_path / "柳河镇.nianbao"
    again.command("save")
    again.choose_file("saveFileDialog", path)
    qtbot.waitUntil(lambda: path.exists() and anew.desk.session.is_clean)
    again.command("goHome")
    anew.open_path(path)
    qtbot.waitUntil(lambda: anew.desk.session is not None and anew.desk.session.path == path)

    # then: of another report it is offered all the same
    assert not again.sees("guideOffer")
    anew.desk.open(ReportFile(draft.model_copy(deep=True)), None)
    assert again.sees("guideOffer")


def test_used_for_one_sentence_alone_it_is_not_offered_again(window, hands, qtbot, draft, tmp_path):
    # given: only the question that has no figures is answered
    path = tmp_path / "柳河镇.nianbao"
    write(ReportFile(draft), path)
    window.open_path(path)
    hands.press("guideOfferStart")
    hands.find("guideNone_other", QRadioButton).click()
    hands.press("guideFill")
    assert window.desk.session.report.values == {STOCK: "9"}

    # when
    hands.command("save")
    qtbot.waitUntil(lambda: window.desk.session.is_clean)
    hands.command("goHome")
    file = read(path)
    window.desk.open(file, path)

    # then
    hands.find("workspace")
    assert not hands.sees("guideOffer")


def test_closed_without_an_answer_it_is_offered_again(window, hands, draft, tmp_path):
    # given
    path = tmp_path / "柳河镇.nianbao"
    write(ReportFile(draft), path)
    window.open_path(path)
    hands.press("guideOfferStart")
    hands.press("guideCancel")

    # when
    window.desk.open(read(path), path)

    # then
    hands.find("workspace")
    assert hands.sees("guideOffer")
