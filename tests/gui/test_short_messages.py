"""Where little room is left for a problem, the place that is named beside it is not named again."""

import pytest
from PySide6.QtCore import QSize
from PySide6.QtWidgets import QApplication, QLabel

from core import cell_names
from core.checks.model import CellPlace
from core.edits import SetCells
from core.settings import Settings
from core.store import ReportFile
from gui.models.short_messages import without_place
from gui.panes.finding_delegate import LINE
from tests.gui.conftest import Hands
from tests.samples import filled

TOTAL = "applications.new.total"
SUM = "差"


@pytest.mark.parametrize(
    ("message", "place", "short"),
    [
        ("表四 · 行政复议：1+1=2，总计填的是 5", "表四 · 件数 · 行政复议 · 总计", "1+1=2，总计填的是 5"),
        ("表二 · 规章 · 本年制发件数填的是 1；应当填 0", "表二 · 规章 · 本年制发件数", "填的是 1；应当填 0"),
        ("一、总体情况第 2 段写“2件”，表二填的是 1", "一、总体情况 · 第 2 段", "写“2件”，表二填的是 1"),
        ("标题写的是“2023年”，请改正", "标题", "写的是“2023年”，请改正"),
        ("文末没有成文日期", "落款 · 第 1 段", "文末没有成文日期"),
        ("表三有 3 个单元格是空的：甲、乙；没有的请填 0", "表三 · 甲 · 商业企业", "表三有 3 个单元格是空的：甲、乙；没有的请填 0"),
        ("标题", "标题", "标题"),
    ],
)  # fmt: skip
def test_what_stands_beside_a_message_is_taken_from_its_beginning(message, place, short):
    # then
    assert without_place(message, place) == short


@pytest.mark.parametrize(
    ("message", "short"),
    [
        ("表三 · 法人或其他组织 · 商业企业：1+1=2，办理结果 3，差 1", "1+1=2，办理结果 3，差 1"),
        ("表三 · 上年结转政府信息公开申请数量 · 法人或其他组织 · 商业企业填的是 3", "填的是 3"),
        ("表三 · 科研机构：1+1=2，差 1", "表三 · 科研机构：1+1=2，差 1"),
    ],
)
def test_a_cell_is_known_by_its_short_name_and_by_its_official_labels(library, message, short):
    # given
    form = library.get("national-2021")
    cell = form.cells["applications.carried_in.business"]
    names = cell_names.brief(form, cell), cell_names.in_table(form, cell)

    # then
    assert without_place(message, *names) == short


@pytest.fixture
def at_wrong_total(window_on, library, qtbot):
    """Return a function that opens a report with a wrong total and goes to it by the key of the problems."""

    def opened(scale: int) -> Hands:
        _, report = filled(library, "national-2021", 2024)
        window = window_on(QSize(1366, 728), Settings(scale=scale))
        window.desk.open(ReportFile(report), None)
        window.desk.session.edit(SetCells({TOTAL: "999"}))
        window.desk.session.check()
        hands = Hands(window, qtbot)
        window.desk.workspace.show_error()
        window.desk.workspace.page.go_to(CellPlace(TOTAL, ""))
        QApplication.processEvents()
        return hands

    return opened


@pytest.mark.parametrize("scale", [100, 200])
def test_at_every_size_the_sum_of_a_wrong_total_can_be_read_beside_the_list_and_below_the_form(
    at_wrong_total, qtbot, scale
):
    # when
    hands = at_wrong_total(scale)
    findings = hands.window.desk.workspace.findings
    shown = findings._list
    wrong = findings.chosen()

    # then: below the form
    below = hands.find("cellProblem", QLabel)
    assert SUM in "".join(below.shown())
    assert wrong.message in below.text()

    # then: in the list
    item = shown.currentItem()
    parts = shown._delegate._parts(item.data(LINE), shown.viewport().width(), True)
    assert SUM in "".join(parts[1][0])
    assert not parts[1][0][-1].endswith("…")
    assert scale == 100 or not parts[1][0][0].startswith("表三")

    # then: where it has room the line above the buttons begins with what is wrong
    assert hands.sees("chosenFinding") == (scale == 100)
    named = findings.findChild(QLabel, "chosenFinding")
    assert named.text()[:6] in without_place(wrong.message, item.data(LINE).place.split(" ", 1)[1])
