"""The panel of the years' figures: what it shows, what it puts into the report, and what it says where it cannot."""

import pytest
from PySide6.QtCore import QPoint, QSize, Qt
from PySide6.QtWidgets import QAbstractSlider, QCheckBox, QListWidget, QScrollArea, QTableWidget

from core import recent, store
from core.edits import SetCells
from core.export.chart.scene import Label
from core.report import Picture, blank
from core.settings import Settings
from core.store import ReportFile
from gui.panes.trend import TrendPanel
from gui.theme import Theme, apply
from gui.widgets.fitting_area import FittingArea
from tests.gui.conftest import Hands
from tests.samples import filled


@pytest.fixture
def report(library):
    _, report = filled(library, "national-2021", 2024)
    for year, received in ((2023, "78"), (2021, "20")):
        _, before = filled(library, "national-2021", year)
        before.values["applications.new.total"] = received
        report.earlier.append(before)
    return report


@pytest.fixture
def open_panel(make_session, qtbot):
    def made(report):
        session = make_session(report)
        panel = TrendPanel(session, Theme.load("light"))
        qtbot.addWidget(panel)
        panel.resize(300, 700)
        panel.show()
        qtbot.waitUntil(lambda: not panel.others.is_reading)
        return session, panel

    return made


def ticked(panel) -> list[str]:
    return [one.text() for one in panel.series.lines() if one.checkState() == Qt.CheckState.Checked]


def tick(panel, words: str, *, on: bool = True) -> None:
    item = next(
        one
        for one in panel.findChild(QListWidget, "trendSeries").findItems(words, Qt.MatchFlag.MatchStartsWith)
    )
    item.setCheckState(Qt.CheckState.Checked if on else Qt.CheckState.Unchecked)


def column(panel, words: str) -> list[str]:
    table = panel.findChild(QTableWidget, "trendTable")
    at = next(at for at in range(table.columnCount()) if table.horizontalHeaderItem(at).text() == words)
    return [table.item(row, at).text() for row in range(table.rowCount())]


def drawn(panel) -> list[str]:
    return [one.text for one in panel.picture.scene.parts if isinstance(one, Label)]


def test_the_figures_stand_as_picture_and_as_table(report, open_panel):
    # when
    _, panel = open_panel(report)

    # then
    assert ticked(panel) == ["收到申请（件）", "予以公开（件）", "不予公开（件）"]
    assert column(panel, "收到申请") == ["20", "—", "78", "39"]
    assert {"收到申请", "2021年", "2024年"} <= set(drawn(panel))
    assert "2023年78件" in panel.picture.accessibleDescription()


def test_the_picture_is_painted_in_the_colours_of_the_theme(report, open_panel):
    # given
    _, panel = open_panel(report)

    # when
    image = panel.picture.grab().toImage()
    colours = {
        image.pixelColor(x, y).name() for x in range(0, image.width(), 2) for y in range(0, image.height(), 2)
    }

    # then
    assert {Theme.load("light").colours["panel"].lower()} < colours


def test_other_series_and_lines_can_be_chosen_without_touching_the_report(report, open_panel):
    # given
    session, panel = open_panel(report)

    # when
    tick(panel, "不予公开", on=False)
    tick(panel, "行政复议")
    panel.kinds.setCurrentIndex(1)
    panel.kinds.activated.emit(1)

    # then
    assert ticked(panel) == ["收到申请（件）", "予以公开（件）", "行政复议（件）"]
    assert "行政复议" in drawn(panel)
    assert "—" not in drawn(panel)  # a gap in a line is no sign
    assert session.undo_stack.count() == 0


def test_the_switch_puts_the_picture_into_the_report_and_undo_takes_it_out(report, open_panel):
    # given
    session, panel = open_panel(report)
    switch = panel.findChild(QCheckBox, "trendInReport")

    # when
    switch.click()
    tick(panel, "予以公开", on=False)

    # then
    assert [one.series for one in session.report.pictures] == [["received", "refused"]]
    assert session.undo_stack.undoText() == "修改走势图"
    session.undo_stack.undo()
    assert ticked(panel) == ["收到申请（件）", "予以公开（件）", "不予公开（件）"]
    session.undo_stack.undo()
    assert session.report.pictures == []
    assert not switch.isChecked()


def test_taking_the_picture_out_leaves_others_alone(report, open_panel):
    # given
    report.pictures = [Picture(series=["received"], kind="lines"), Picture(series=["partial"])]
    session, panel = open_panel(report)
    assert panel.kinds.currentText() == "折线图"

    # when
    panel.findChild(QCheckBox, "trendInReport").click()

    # then
    assert [one.series for one in session.report.pictures] == [["partial"]]


def test_a_new_figure_is_seen_at_once(report, open_panel):
    # given
    session, panel = open_panel(report)

    # when
    session.edit(SetCells({"applications.new.total": "若干"}))

    # then
    assert column(panel, "收到申请")[-1] == "—"
    assert "“若干”" in panel.words.text()


def test_with_one_year_it_says_so_instead_of_drawing(library, open_panel):
    # when
    _, panel = open_panel(filled(library, "national-2021", 2024)[1])

    # then
    assert panel.picture.scene is None
    assert "只有一年" in panel.words.text()
    assert not panel.findChild(QCheckBox, "trendInReport").isEnabled()


@pytest.fixture
def quiet(library):
    """A report of a small office and the one before: nobody applied for anything, some permits were given."""
    _, report = filled(library, "national-2021", 2024)
    _, before = filled(library, "national-2021", 2023)
    for one in (report, before):
        one.values |= {cell: "0" for cell in one.values if not cell.startswith("disclosure.permits")}
    report.earlier.append(before)
    return report


def test_at_first_it_draws_what_is_not_all_0(quiet, open_panel):
    # when
    _, panel = open_panel(quiet)

    # then
    assert ticked(panel) == ["行政许可（件）"]
    assert "148" in drawn(panel)
    assert "0" not in panel.words.text()


def test_figures_in_money_are_drawn_with_their_places(report, open_panel):
    # given
    for one in report.earlier:
        one.values["disclosure.fees.amount"] = "1.25"
    _, panel = open_panel(report)

    # when
    for words in ("收到申请", "予以公开", "不予公开"):
        tick(panel, words, on=False)
    tick(panel, "行政事业性收费")

    # then
    assert {"单位：万元", "1.25", "0.36"} <= set(drawn(panel))
    assert column(panel, "行政事业性收费") == ["1.25", "—", "1.25", "0.36"]


@pytest.mark.parametrize("answer", ["putAllZero", "leaveAllZero"])
def test_a_picture_of_nothing_but_0_is_asked_about_before_it_goes_in(quiet, open_panel, hands, answer):
    # given
    hands.window.desk.open(ReportFile(quiet), None)
    hands.command("trend")
    hands.find("trendPicture")
    panel = hands.find("trendPanel")
    tick(panel, "收到申请")
    tick(panel, "行政许可", on=False)

    # when
    said = panel.words.text()
    panel.in_report.click()
    hands.find("allZeroBox")
    asked_first = quiet.pictures == []
    hands.press(answer)

    # then
    assert "各年都是 0" in said
    assert asked_first
    assert [one.series for one in quiet.pictures] == ([["received"]] if answer == "putAllZero" else [])
    assert panel.in_report.isChecked() == (answer == "putAllZero")


def test_a_report_with_blank_tables_says_what_to_do(library, open_panel):
    # when
    _, panel = open_panel(blank(library.get("national-2021"), 2024, "清溪县柳河镇人民政府"))

    # then
    assert "表格还没有填" in panel.words.text()
    assert "没有选" not in panel.words.text()


def test_a_form_that_counts_nothing_over_the_years_says_so(library, open_panel):
    # given
    session, panel = open_panel(blank(library.get("national-2021"), 2024, "清溪县柳河镇人民政府"))

    # when
    session.template = session.template.model_copy(update={"measures": ()})
    panel.refresh()

    # then
    assert "格式里没有可以画走势的数字" in panel.words.text()


def test_what_nobody_chose_goes_on_to_be_proposed_until_the_clerk_ticks_something(quiet, open_panel):
    # given
    session, panel = open_panel(quiet)

    # when: an application came after all
    session.edit(SetCells({"applications.new.total": "2"}))
    proposed = ticked(panel)
    tick(panel, "行政许可")
    session.edit(SetCells({"applications.granted.total": "1"}))

    # then
    assert proposed == ["收到申请（件）"]
    assert ticked(panel) == ["行政许可（件）", "收到申请（件）"]


def test_reports_of_the_home_page_are_shown_and_those_that_are_spoilt_left_out(
    library, report, open_panel, tmp_path
):
    # given: two more years of the same office, one of another, and a spoilt file
    office = report.unit.name
    for year, name in ((2022, office), (2020, office), (2019, "别处的镇人民政府")):
        _, other = filled(library, "national-2019" if year < 2021 else "national-2021", year)
        path = tmp_path / f"{year}{store.SUFFIX}"
        store.write(ReportFile(other), path)
        recent.remember(recent.RecentReport(str(path), name, year, ""))
    spoilt = tmp_path / f"spoilt{store.SUFFIX}"
    spoilt.write_bytes(b"PK\x03\x04")
    recent.remember(recent.RecentReport(str(spoilt), office, 2018, ""))

    # when
    _, panel = open_panel(report)

    # then
    assert column(panel, "收到申请") == ["39", "20", "39", "78", "39"]
    assert "2021—2024 年" in panel.words.text()  # what the report brings along itself


def test_the_command_brings_the_panel_into_sight(library, report, hands, tmp_path):
    # given
    path = tmp_path / f"report{store.SUFFIX}"
    store.write(ReportFile(report), path)
    hands.window.desk.open(ReportFile(report), path)

    # when
    hands.command("trend")

    # then
    assert hands.find("trendPicture").scene is not None
    assert hands.find("trendTable").accessibleName() == "各年的数字"


def with_permits(report, *years: int) -> None:
    """Let a report bring along reports of those years, on which there is a figure."""
    for year in years:
        before = report.model_copy(
            deep=True, update={"year": year, "values": {"disclosure.permits.decided": "7"}}
        )
        report.earlier.append(before)


def remembered(report, folder) -> None:
    """Let the home page know a report."""
    path = folder / f"{report.year}{store.SUFFIX}"
    store.write(ReportFile(report), path)
    recent.remember(recent.RecentReport(str(path), report.unit.name, report.year, ""))


@pytest.mark.parametrize("filled_in", [False, True])
def test_a_draft_that_brings_the_figures_of_one_year_says_which_and_what_is_missing(
    library, open_panel, tmp_path, filled_in
):
    # given: an older figure is known to the home page alone
    draft = blank(library.get("national-2021"), 2024, "清溪县柳河镇人民政府")
    remembered(
        draft.model_copy(update={"year": 2022, "values": {"disclosure.permits.decided": "6"}}), tmp_path
    )
    with_permits(draft, 2023)
    if filled_in:  # this year's figure, and last year's report has none
        draft.values["disclosure.permits.decided"] = "8"
        draft.earlier[0].values.clear()

    # when
    _, panel = open_panel(draft)
    said = panel.words.text()

    # then
    assert panel.picture.scene is not None
    assert not panel.in_report.isEnabled()
    assert "没有带着" not in said
    assert f"这份报告只有 {2024 if filled_in else 2023} 年的" in said
    assert ("填好今年的表" in said) != filled_in


def test_a_draft_that_brings_no_year_along_says_so(library, open_panel, tmp_path):
    # given
    draft = blank(library.get("national-2021"), 2024, "清溪县柳河镇人民政府")
    for year in (2022, 2023):
        remembered(
            draft.model_copy(update={"year": year, "values": {"disclosure.permits.decided": "6"}}), tmp_path
        )

    # when
    _, panel = open_panel(draft)

    # then
    assert "没有带着前几年的报告" in panel.words.text()


def test_years_for_which_there_is_no_room_are_named(library, open_panel):
    # given
    draft = blank(library.get("national-2021"), 2024, "清溪县柳河镇人民政府")
    with_permits(draft, *range(2012, 2024))

    # when
    _, panel = open_panel(draft)

    # then
    assert panel.table.rowCount() == 10
    assert panel.words.text() == "走势只放最近 10 年，2012—2014 年的数字没有放进来。"


@pytest.mark.parametrize("width", [300, 460])
def test_the_columns_of_a_few_figures_use_the_room_there_is(library, open_panel, width):
    # given: two figures alone
    draft = blank(library.get("national-2021"), 2024, "清溪县柳河镇人民政府")
    with_permits(draft, 2022, 2023)
    draft.values["applications.new.total"] = "5"
    _, panel = open_panel(draft)

    # when
    panel.resize(width, 700)
    table = panel.table

    # then
    columns = [table.columnWidth(column) for column in range(table.columnCount())]
    assert len(columns) == 2
    assert sum(columns) == table.viewport().width()


def test_columns_that_need_more_than_the_room_stay_as_wide_as_their_words(report, open_panel):
    # given
    _, panel = open_panel(report)
    table = panel.table

    # then
    assert table.horizontalScrollBar().maximum() > 0
    assert all(table.columnWidth(at) >= table.sizeHintForColumn(at) for at in range(table.columnCount()))


def in_sight(panel, item) -> bool:
    series = panel.findChild(QListWidget, "trendSeries")
    return series.viewport().rect().contains(series.visualItemRect(item))


@pytest.mark.parametrize("high", [360, 700])
def test_what_is_drawn_is_in_sight_in_the_list(quiet, open_panel, qtbot, high):
    # given
    quiet.pictures = [Picture(series=["reviews", "suits"])]

    # when: the panel gets its size only after it was filled
    session, panel = open_panel(quiet)
    panel.resize(300, high)
    qtbot.wait(20)

    # then
    last = panel.series.lines()[-2:]
    assert ticked(panel) == [one.text() for one in last]
    assert all(in_sight(panel, one) for one in last)

    # given: the clerk reads on from the top
    panel.series.verticalScrollBar().triggerAction(QAbstractSlider.SliderAction.SliderToMinimum)

    # when
    session.edit(SetCells({"disclosure.permits.handled": "9"}))
    panel.resize(300, high + 40)
    qtbot.wait(20)

    # then: the list stays where it was put
    assert panel.series.verticalScrollBar().value() == 0


@pytest.mark.parametrize("in_front", [True, False])
def test_the_choice_stays_in_another_size(quiet, undressed, hands, qtbot, in_front):
    # given
    hands.window.desk.open(ReportFile(quiet), None)
    hands.command("trend")
    panel = hands.find("trendPanel")
    tick(panel, "收到申请")
    panel.kinds.setCurrentIndex(1)
    panel.kinds.activated.emit(1)
    chosen = ticked(panel)
    if not in_front:
        hands.window.desk.workspace.side.setCurrentIndex(0)

    # when: twice, the second time before it was seen again
    for scale in (125, 150):
        hands.window.desk.options.scale = scale
        hands.window._dress()
        qtbot.wait(20)
    hands.command("trend")
    panel = hands.find("trendPanel")

    # then
    assert sorted(chosen) == ["收到申请（件）", "行政许可（件）"]
    assert ticked(panel) == chosen
    assert panel.kinds.currentText() == "折线图"


def test_what_nobody_chose_is_proposed_anew_in_another_size(quiet, undressed, hands, qtbot):
    # given
    hands.window.desk.open(ReportFile(quiet), None)
    hands.command("trend")
    hands.find("trendPanel")

    # when
    hands.window.desk.options.scale = 125
    hands.window._dress()
    hands.window.desk.session.edit(SetCells({"applications.new.total": "2"}))
    hands.command("trend")

    # then
    assert ticked(hands.find("trendPanel")) == ["收到申请（件）"]


@pytest.mark.parametrize("scale", [100, 175, 200])
def test_the_panel_scrolls_and_the_window_stays_on_its_screen(report, window_on, qtbot, scale):
    # given
    room = QSize(1366, 697)
    window = window_on(room, Settings(scale=scale))
    window.desk.open(ReportFile(report), None)
    hands = Hands(window, qtbot)

    # when
    hands.command("trend")
    panel = hands.find("trendPanel", TrendPanel)
    qtbot.waitUntil(lambda: not panel.others.is_reading)
    qtbot.wait(50)

    # then
    assert window.minimumSizeHint().height() <= room.height()
    assert window.height() <= room.height()
    rows = [panel.table.visualItemRect(panel.table.item(row, 0)) for row in range(panel.table.rowCount())]
    assert len(rows) == 4
    assert all(panel.table.viewport().rect().contains(one.center()) for one in rows)


def test_by_the_keys_each_part_of_the_panel_comes_into_sight(report, open_panel, qtbot):
    # given
    _, panel = open_panel(report)
    panel.resize(300, 300)
    view = panel.findChild(QScrollArea).viewport()
    panel.kinds.setFocus()

    for part in (panel.series, panel.in_report, panel.table):
        # when
        qtbot.keyClick(panel.focusWidget(), Qt.Key.Key_Tab)
        qtbot.wait(20)

        # then
        assert panel.focusWidget() is part
        assert 0 <= part.mapTo(view, QPoint()).y() < view.height()


@pytest.mark.parametrize(("scale", "width", "letters"), [(100, 600, 1.0), (200, 600, 2.0), (200, 270, 4 / 3)])
def test_the_writing_in_the_picture_grows_with_that_around_it_as_far_as_there_is_room(
    report, open_panel, undressed, scale, width, letters
):
    # given: letters are drawn 1.35 times as large as in the exports, at the usual size
    apply(undressed, Theme.load("light"), scale=scale)
    _, panel = open_panel(report)
    picture = panel.picture

    # when
    picture.resize(width, picture.height())

    # then: the scene, in the units of the exports, fills the picture
    assert picture.scene.width == pytest.approx(width / (1.35 * letters))
    assert picture.height() == round(picture.scene.height * 1.35 * letters)


def test_in_the_largest_writing_the_panel_is_no_wider_than_its_pane(report, window_on, qtbot):
    # given
    window = window_on(QSize(1366, 728), Settings(scale=200))
    hands = Hands(window, qtbot)
    window.desk.open(ReportFile(report), None)

    # when
    hands.command("trend")
    picture, panel = hands.find("trendPicture"), hands.find("trendPanel")
    qtbot.waitUntil(lambda: 0 < picture.width() < panel.width())

    # then: and the picture is not either
    assert window.width() == 1366
    assert panel.mapTo(window, panel.rect().topRight()).x() < 1366
    assert picture.height() == round(picture.scene.height * picture.width() / picture.scene.width)


@pytest.mark.parametrize(("scale", "high"), [(100, 500), (150, 728), (200, 728), (200, 600)])
@pytest.mark.parametrize("key", [Qt.Key.Key_Tab, Qt.Key.Key_Backtab])
def test_in_a_low_pane_the_whole_table_is_in_sight_once_it_has_the_keys(
    window_on, report, qtbot, scale, high, key
):
    # given: the table stands below what is seen of the panel
    window = window_on(QSize(1366, high), Settings(scale=scale))
    window.desk.open(ReportFile(report), None)
    window.desk.workspace.show_trend()
    panel = window.desk.workspace.trend
    qtbot.waitUntil(lambda: not panel.others.is_reading)
    table, area = panel.table, panel.findChild(FittingArea)
    view = area.viewport()
    table.setFocus()
    qtbot.keyClick(table, Qt.Key.Key_Backtab if key == Qt.Key.Key_Tab else Qt.Key.Key_Tab)
    area.verticalScrollBar().setValue(0)
    assert window.focusWidget() is not table
    assert table.mapTo(view, table.rect().bottomLeft()).y() >= view.height()

    # when
    qtbot.keyClick(window.focusWidget(), key)

    # then: frame and all
    assert window.focusWidget() is table
    qtbot.waitUntil(lambda: table.mapTo(view, table.rect().bottomLeft()).y() < view.height())
    assert table.mapTo(view, QPoint()).y() >= 0


@pytest.mark.parametrize("scale", [100, 200])
def test_in_a_low_pane_the_figure_at_hand_is_in_sight_and_tab_leads_on(window_on, report, qtbot, scale):
    # given: in a large writing the table is higher than what is seen of the panel
    window = window_on(QSize(1366, 728), Settings(scale=scale))
    window.desk.open(ReportFile(report), None)
    window.desk.workspace.show_trend()
    panel = window.desk.workspace.trend
    qtbot.waitUntil(lambda: not panel.others.is_reading)
    table, view = panel.table, panel.findChild(FittingArea).viewport()

    def is_seen() -> bool:
        cell = table.visualItemRect(table.currentItem())
        at = table.viewport().mapTo(view, cell.topLeft())
        return cell.height() > 0 and at.y() >= 0 and at.y() + cell.height() <= view.height()

    # when
    panel.in_report.setFocus()
    qtbot.keyClick(panel.in_report, Qt.Key.Key_Tab)

    # then
    assert window.focusWidget() is table
    qtbot.waitUntil(is_seen)

    # when
    for _ in range(table.rowCount() - 1):
        qtbot.keyClick(table, Qt.Key.Key_Down)
        qtbot.waitUntil(is_seen)
    last = table.currentRow()
    qtbot.keyClick(table, Qt.Key.Key_Tab)

    # then
    assert last == table.rowCount() - 1
    assert window.focusWidget() is not table
