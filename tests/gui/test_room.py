"""What gives way where the writing is large and the window small, and how it comes back."""

from datetime import datetime

import pytest
from PySide6.QtWidgets import QApplication, QComboBox, QListWidget, QPushButton

from core import totals
from core.checks.model import CellPlace
from core.edits import SetCells
from core.report import Paragraph
from core.settings import Settings
from core.store import ReportFile
from core.store.history import Version
from gui import theme as themes
from gui.dialogs.settings import SettingsDialog
from gui.dialogs.versions.dialog import VersionDialog
from gui.pages import pages_of
from gui.panes.finding_delegate import LINE
from gui.panes.steps import Steps
from gui.progress import Progress
from gui.widgets.scroll_bars import hide_idle

TOTAL = "applications.received.total"


@pytest.fixture
def desk(window, qtbot, report, undressed):
    """A report in writing of 150 % on the usual small screen."""
    themes.dress(Settings(scale=150))
    window.resize(1366, 768)
    report.section("overview").paragraphs = [
        Paragraph(text="本镇设公开栏一处。", state="carried", origin="本镇设公开栏一处。")
    ]
    window.desk.open(ReportFile(report), None)
    qtbot.waitUntil(lambda: window.desk.workspace.room.is_narrow)
    return window.desk


def total(desk) -> str:
    cells = desk.session.template.cells.values()
    return next(one.id for one in cells if one.table == "applications" and one.sums)


def test_six_rows_of_the_form_stand_beside_the_checks(desk, hands, qtbot):
    # given
    desk.workspace.page.go_to(CellPlace(total(desk), ""))

    # when
    desk.workspace.bring(desk.workspace.findings)

    # then
    view = hands.find("tableView")
    whole = view.viewport().rect()
    places = [one for one in view.form.grid.cells if one.role == "value"]

    def rows() -> set[int]:
        rects = ((one.row, view.visualRect(view.form.index(one.row, one.column))) for one in places)
        return {row for row, rect in rects if whole.contains(rect)}

    qtbot.waitUntil(lambda: len(rows()) >= 6)
    assert hands.sees("rowZeros")


def test_the_outline_gives_way_to_the_right_pane_and_comes_back_after_it(desk, hands):
    # given
    work = desk.workspace
    work.bring(work.findings)
    gave_way = work.outline.isHidden()

    # when
    hands.command("toggleSide")

    # then
    assert gave_way
    assert work.outline.isVisible()
    assert desk.options.left_shown


@pytest.mark.parametrize("name", ["edge_toggleSide", "edge_toggleOutline"])
def test_a_pane_that_is_folded_away_leaves_a_button_that_brings_it_back(desk, hands, name):
    # given
    work = desk.workspace
    pane = work.side if name == "edge_toggleSide" else work.outline
    if pane is work.outline:
        hands.command("toggleOutline")
    assert pane.isHidden()

    # when
    hands.find(name).click()

    # then
    assert pane.isVisible()
    assert not hands.sees(name)


def test_between_both_panes_state_and_count_of_a_paragraph_stay_whole(desk, hands, window, qtbot):
    # given: hardly more than the room that both need
    window.resize(1540, 768)
    work = desk.workspace
    work.page.show_page(pages_of(desk.session.template, desk.session.report)[1])
    assert hands.sees("proseCount")

    # when
    work.bring(work.findings)
    assert work.outline.isVisible()

    # then
    qtbot.waitUntil(lambda: hands.find("proseState").text() == "本段：照抄去年，未核对")
    count = hands.find("proseCount")
    assert count.width() >= count.sizeHint().width()


def test_every_finding_is_as_tall_as_its_words(desk, hands, qtbot):
    # given
    desk.session.edit(SetCells({TOTAL: "5"}, "填写"))
    desk.session.check()
    desk.workspace.bring(desk.workspace.findings)
    box = hands.find("findingsList", QListWidget)
    QApplication.processEvents()

    # when
    delegate, width = box.itemDelegate(), box.viewport().width()
    tall = {row: box.item(row).sizeHint().height() for row in range(box.count())}

    # then: a painted line takes exactly what was measured
    for row, height in tall.items():
        parts = delegate._parts(box.item(row).data(LINE), width, box.currentRow() == row)
        assert height > sum(len(lines) * box.fontMetrics().height() * 0.8 for lines, _, _ in parts)
        assert box.visualItemRect(box.item(row)).height() == height


def test_a_chosen_finding_is_shown_whole(desk, hands):
    # given
    desk.session.check()
    desk.workspace.bring(desk.workspace.findings)
    box = hands.find("findingsList", QListWidget)
    row = next(row for row in range(box.count()) if not box.item(row).data(LINE).is_heading)
    line = box.item(row).data(LINE)

    # when
    lines = box.itemDelegate()._parts(line, 150, True)[1][0]

    # then
    said = "".join(lines).replace("\u2060", "").replace("\u00a0", "")
    assert said.replace(" ", "") == line.message.replace(" ", "")


def test_the_command_for_totals_is_offered_on_a_typed_total_alone(desk, hands, qtbot):
    # given
    session, cell = desk.session, total(desk)
    desk.workspace.page.go_to(CellPlace(cell, ""))
    session.check()
    before = hands.action("automaticTotal").isEnabled()

    # when
    session.edit(totals.by_hand(session.template, session.report, cell, "7", "上级通知"))
    session.check()

    # then
    assert not before
    assert hands.action("automaticTotal").isEnabled()
    session.undo_stack.undo()
    assert not hands.action("automaticTotal").isEnabled()


def test_versions_of_one_minute_are_told_apart(desk, window, qtbot):
    # given
    dialog = VersionDialog(desk.session, desk.theme, window)
    qtbot.addWidget(dialog)
    versions = [
        Version(number, datetime(2020, 1, 5, 9, minute, 7), "save") for number, minute in ((1, 5), (2, 6))
    ]
    twin = Version(3, datetime(2020, 1, 5, 9, 6, 41), "save")

    # when
    dialog._count_minutes([*versions, twin])

    # then
    words = [dialog._words_for(one) for one in (*versions, twin)]
    assert words == ["2020年1月5日 09:05", "2020年1月5日 09:06:07", "2020年1月5日 09:06:41"]


@pytest.mark.parametrize("scale", [100, 150, 200])
def test_a_list_of_choices_opens_whole(qtbot, undressed, scale):
    # given
    themes.dress(Settings(scale=scale))
    dialog = SettingsDialog(Settings(), None)
    qtbot.addWidget(dialog)
    dialog.show()
    box = dialog.findChild(QComboBox, "settingsTheme")

    # when
    box.showPopup()

    # then
    view = box.view()
    qtbot.waitUntil(view.isVisible)
    last = view.visualRect(box.model().index(box.count() - 1, 0))
    assert view.viewport().rect().contains(last)
    box.hidePopup()


def test_steps_say_less_before_they_say_nothing(qtbot):
    # given
    steps = Steps()
    qtbot.addWidget(steps)
    steps.show_progress(Progress(looked_at=103, carried=121, blank=158, to_mend=12))
    steps.show()

    # when
    steps.resize(steps.sizeHint().width() - 8, steps.height())

    # then
    assert [one.text() for one in steps.findChildren(QPushButton)][:2] == ["① 打开", "② 核对读到的"]


def test_a_scroll_bar_with_nothing_to_scroll_shows_no_handle(qtbot):
    # given
    box = QListWidget()
    qtbot.addWidget(box)
    bar = box.verticalScrollBar()
    bar.setRange(0, 9)

    # when
    hide_idle(box)
    moves = bar.isEnabled()
    bar.setRange(0, 0)

    # then
    assert (moves, bar.isEnabled()) == (True, False)
