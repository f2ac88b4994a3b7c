"""How far the work is: the line of progress counts the cells that the rules speak of."""

import pytest

from core.edits import SetCells
from core.report import blank
from gui.pages import blank_cells
from gui.progress import progress_of


@pytest.fixture
def weihai(library, make_session):
    form = library.get("weihai-2012")
    report = blank(form, 2012, "清溪县柳河镇人民政府")
    return make_session(report)


def test_a_form_where_blank_means_none_waits_for_no_figure_once_it_is_begun(weihai):
    # given: nothing filled in at all
    weihai.check()
    assert progress_of(weihai).step == "nextBlank"

    # when
    weihai.edit(SetCells({"statistics.points.value": "1"}))
    weihai.check()

    # then
    assert progress_of(weihai).blank == 0
    assert list(blank_cells(weihai)) == []
    assert progress_of(weihai).step != "nextBlank"
    assert "没填" not in progress_of(weihai).next


def test_a_wide_space_fills_no_cell(report, make_session):
    # given
    session = make_session(report)
    before = progress_of(session).blank
    cell = next(blank_cells(session))

    # when
    session.report.values[cell] = "\u3000"

    # then
    assert before > 1
    assert progress_of(session).blank == before
