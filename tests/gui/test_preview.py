"""The preview as a clerk uses it: pages that follow the typing, turning, zooming, clicking."""

from itertools import pairwise

import pytest
from PySide6.QtCore import QPoint, QPointF, QSize, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QAbstractSlider, QApplication, QComboBox, QLabel, QPushButton, QTextEdit

from core.checks.model import TITLE, CellPlace, TextPlace
from core.export import pdf
from core.export.pictures import Pictures
from core.layout import lay_out
from core.report import Picture
from core.settings import Settings
from core.store import ReportFile
from gui.panes.preview_layout import A4, GAP, lay_pages, next_zoom
from gui.panes.preview_places import boxes_of, place_at
from gui.panes.preview_sheets import PreviewSheets
from gui.theme import Theme
from gui.widgets.pictures import image_of
from tests.samples import filled

CELL = "disclosure.documents.made"


@pytest.fixture
def window(window_on, request):
    """The window on the usual screen, in writing of that size in percent."""
    return window_on(QSize(1366, 728), Settings(scale=getattr(request, "param", 100)))


@pytest.fixture
def work(window, hands, library):
    """The open sample with its preview beside it, drawn."""
    _, report = filled(library, "national-2021", 2024)
    window.desk.open(ReportFile(report), None)
    hands.command("preview")
    wait_for_pages(hands)
    yield window.desk.workspace
    window.desk.end()


def wait_for_pages(hands) -> None:
    preview = hands.find("previewPane")
    hands.qtbot.waitUntil(
        lambda: (
            preview._rendering is not None
            and preview._maker._job is None
            and not preview._maker._timer.isActive()
            and not preview.sheets.lacking()
        ),
        timeout=60_000,
    )


def wheel(widget, steps: int) -> None:
    where = QPointF(widget.rect().center())
    event = QWheelEvent(
        where, where, QPoint(), QPoint(0, 120 * steps), Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.ControlModifier, Qt.ScrollPhase.NoScrollPhase, False,
    )  # fmt: skip
    QApplication.sendEvent(widget, event)


def shown(sheets, number: int):
    """The picture of a page as it stands on the screen."""
    rect = sheets._on_screen(number)
    return sheets.viewport().grab(rect.intersected(sheets.viewport().rect())).toImage()


def test_the_pages_are_those_of_the_exported_pdf(work, window):
    # given
    session = window.desk.session
    made = Pictures(pdf.write(lay_out(session.template, session.report)))

    # when
    sheets = work.preview.sheets
    scale, image = sheets._images[0]

    # then
    assert work.preview._rendering.pages == len(made.sizes)
    ours = image_of(made.draw(0, scale))
    ours.setDevicePixelRatio(image.devicePixelRatio())
    assert image == ours


def test_what_is_typed_shows_and_the_page_before_stays_meanwhile(work, window, hands, qtbot):
    # given
    work.page.go_to(TextPlace("overview", 0, 0, 0, ""))
    wait_for_pages(hands)
    sheets = work.preview.sheets
    page = boxes_of(work.preview._rendering, work.page.here())[0][0]
    before = sheets._images[page][1]

    # when
    qtbot.keyClicks(hands.find("proseEditor", QTextEdit), "2024")

    # then: nothing was waited for, and the sheet is not empty while the new one is made
    assert sheets._images[page][1] == before
    wait_for_pages(hands)
    assert sheets._images[page][1] != before


def test_typing_on_and_on_does_not_put_the_preview_off(work, window, hands, qtbot):
    # given
    work.page.go_to(TextPlace("overview", 0, 0, 0, ""))
    wait_for_pages(hands)
    begun = []
    work.preview._maker.begun.connect(lambda: begun.append(1))
    sheet = hands.find("proseEditor", QTextEdit)

    # when: a key comes before the wait after the one before is over, again and again
    def type_until_begun() -> bool:
        qtbot.keyClicks(sheet, "1")
        return bool(begun)

    # then
    qtbot.waitUntil(type_until_begun, timeout=30_000)
    wait_for_pages(hands)


def test_zoom_by_list_wheel_and_key_is_remembered(work, window, hands, qtbot):
    # given
    zoom = hands.find("previewZoom", QComboBox)
    sheets = work.preview.sheets
    assert zoom.currentText() == "适合宽度"

    # when
    zoom.setCurrentText("100%")

    # then: a page has the paper's own width
    assert sheets._layout.rects[0].width() == pytest.approx(210 / 25.4 * sheets.logicalDpiX(), abs=2)

    # when
    wheel(sheets.viewport(), 1)
    assert zoom.currentText() == "125%"
    wheel(sheets.viewport(), -1)
    qtbot.keyClick(window, Qt.Key.Key_Minus, Qt.KeyboardModifier.ControlModifier)

    # then
    assert zoom.currentText() == "90%"
    assert window._options.preview_zoom == 90
    wait_for_pages(hands)


@pytest.mark.parametrize("window", [150], indirect=True)
def test_in_a_large_writing_the_words_of_the_page_are_as_wide_as_the_preview(work, window, hands):
    # given
    window.resize(1200, 728)
    sheets = work.preview.sheets
    bar = sheets.horizontalScrollBar()

    # when
    work.page.go_to(TextPlace("overview", 0, 0, 0, ""))
    wait_for_pages(hands)

    # then: every line is in sight from end to end, half as large again as with the blank margins
    (page, box), *_ = boxes_of(work.preview._rendering, work.page.here())
    line, seen = sheets._in_viewport(page, box), sheets.viewport().width()
    assert line.left() >= 0
    assert 0.9 * seen <= line.right() <= seen
    assert not bar.isVisible()
    assert sheets._layout.rects[0].width() > 1.2 * seen

    # when
    hands.find("previewZoom", QComboBox).setCurrentText("33%")

    # then: the whole sheet is there for whoever wants it
    assert bar.maximum() == 0
    wait_for_pages(hands)


def test_in_the_usual_writing_the_whole_paper_is_in_sight(work):
    # given
    sheets = work.preview.sheets

    # then
    assert sheets.horizontalScrollBar().maximum() == 0
    assert sheets._layout.rects[0].left() >= GAP
    assert sheets._layout.rects[0].right() <= sheets.viewport().width() - GAP


def test_two_pages_stand_beside_each_other(work, window, hands):
    # when
    hands.press("previewTwoPages")

    # then
    first, second, third = work.preview.sheets._layout.rects[:3]
    assert first.top() == second.top() < third.top()
    assert second.left() == first.right() + 1 + GAP
    assert window._options.preview_two_pages
    wait_for_pages(hands)


def test_as_wide_as_there_is_room_two_pages_need_no_bar_below_at_any_width(qtbot):
    # given
    sheets = PreviewSheets(Theme.load("light"))
    qtbot.addWidget(sheets)
    sheets.show_pages([A4, A4, A4])
    sheets.set_two_pages(on=True)
    sheets.resize(600, 500)
    sheets.show()

    # when
    seen = []
    for width in range(560, 600):
        sheets.resize(width, 500)
        seen.append(sheets.horizontalScrollBar().isVisible())

    # then
    assert not any(seen)


def test_pages_are_sharp_again_after_another_size_and_back(work, hands, qtbot):
    # given
    sheets = work.preview.sheets
    two = hands.find("previewTwoPages", QPushButton)

    # when
    two.click()
    wait_for_pages(hands)
    two.click()
    wait_for_pages(hands)

    # then
    assert {sheets._images[number][0] for number in sheets.in_sight} == {sheets.scale}


def test_a_picture_that_comes_late_does_not_take_the_place_of_the_one_wanted(work, hands, qtbot):
    # given
    sheets = work.preview.sheets
    dropped = []
    sheets.dropped.connect(lambda *told: dropped.append(told))
    scale, image = sheets._images[0]

    # when
    sheets.put(0, scale / 2, image.copy())

    # then: and it may be asked for again
    assert sheets._images[0] == (scale, image)
    assert dropped == [(0, scale / 2)]


def test_pages_are_turned_by_buttons_and_both_ends_reached_by_keys(work, hands, qtbot):
    # given
    number = hands.find("previewPage", QLabel)
    work.preview.sheets.go_to_page(0)
    pages = work.preview._rendering.pages
    assert number.text() == f"1 / {pages}"

    # when
    hands.press("previewPageAfter")
    hands.press("previewPageAfter")
    assert number.text() == f"3 / {pages}"
    hands.press("previewPageBefore")
    hands.press("previewPageBefore")

    # then
    assert number.text() == f"1 / {pages}"
    qtbot.keyClick(work.preview.sheets, Qt.Key.Key_End)
    assert work.preview.sheets.page == pages - 1
    qtbot.keyClick(work.preview.sheets, Qt.Key.Key_Home)
    wait_for_pages(hands)


SPACE, SHIFT, PLAIN = Qt.Key.Key_Space, Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.NoModifier
SCREENFULS = {
    "page keys": ((Qt.Key.Key_PageDown, PLAIN), (Qt.Key.Key_PageUp, PLAIN)),
    "space": ((SPACE, PLAIN), (SPACE, SHIFT)),
}


@pytest.mark.parametrize("window", [200], indirect=True, ids=["200 %"])
@pytest.mark.parametrize("keys", SCREENFULS.values(), ids=SCREENFULS)
def test_one_reads_on_by_screenfuls_over_the_ends_of_pages(work, hands, qtbot, keys):
    # given: a screen shows a part of a page
    sheets = work.preview.sheets
    bar, room = sheets.verticalScrollBar(), sheets.viewport().height()
    (on, with_on), (back, with_back) = keys
    qtbot.keyClick(sheets, Qt.Key.Key_Home)
    seen = [bar.value()]

    # when
    while bar.value() < bar.maximum():
        qtbot.keyClick(sheets, on, with_on)
        assert bar.value() > seen[-1]
        seen.append(bar.value())

    # then: nothing is passed over, and little is seen twice
    steps = [after - before for before, after in pairwise(seen)]
    assert max(steps) < room
    assert min(steps[:-1]) > room * 2 // 3

    # when
    while bar.value():
        before = bar.value()
        qtbot.keyClick(sheets, back, with_back)
        assert 0 < before - bar.value() < room

    # then
    assert seen[0] == 0


@pytest.mark.parametrize("window", [200], indirect=True, ids=["200 %"])
def test_end_shows_the_end_of_the_last_page_and_home_the_very_beginning(work, hands, qtbot):
    # given
    bar = work.preview.sheets.verticalScrollBar()

    # when
    qtbot.keyClick(work.preview.sheets, Qt.Key.Key_End)

    # then
    assert bar.value() == bar.maximum() > 0

    # when
    qtbot.keyClick(work.preview.sheets, Qt.Key.Key_Home)

    # then
    assert bar.value() == 0


def test_with_the_keys_at_a_button_one_reads_on_as_well_and_space_presses_it(work, hands, qtbot):
    # given
    button, sheets = hands.find("previewPageAfter", QPushButton), work.preview.sheets
    bar = sheets.verticalScrollBar()
    button.setFocus()
    qtbot.keyClick(button, Qt.Key.Key_Home)
    assert bar.value() == 0

    # when
    qtbot.keyClick(button, Qt.Key.Key_PageDown)
    once = bar.value()
    qtbot.keyClick(button, Qt.Key.Key_End)
    at_end = bar.value()
    qtbot.keyClick(button, Qt.Key.Key_PageUp)

    # then
    assert 0 < once < sheets.viewport().height()
    assert once < bar.value() < at_end == bar.maximum()

    # when
    qtbot.keyClick(button, Qt.Key.Key_Home)
    qtbot.keyClick(button, SPACE)

    # then
    assert sheets.page == 1


@pytest.mark.parametrize("window", [100, 200], indirect=True, ids=["100 %", "200 %"])
@pytest.mark.parametrize("peeps", ["at the lower edge", "at the upper edge"])
def test_a_place_of_which_but_a_strip_is_in_sight_comes_into_sight_as_a_whole(work, hands, peeps):
    # given: a few points of it stand at the edge
    work.page.go_to(TextPlace("overview", 0, 0, 0, ""))
    sheets, place = work.preview.sheets, TextPlace("problems", 0, 0, 0, "")
    number, box = boxes_of(work.preview._rendering, place)[0]
    bar, room = sheets.verticalScrollBar(), sheets.viewport().height()
    at = sheets._in_viewport(number, box)
    bar.setValue(round(bar.value() + (at.top() - room + 4 if "lower" in peeps else at.bottom() - 4)))
    assert sheets._in_viewport(number, box).intersects(sheets.viewport().rect())

    # when
    work.page.go_to(place)
    if not work.previews:  # in its place stands the page now
        hands.command("preview")
        wait_for_pages(hands)

    # then: all of it, or where it is higher than the view its beginning
    seen = sheets._in_viewport(number, box)
    assert seen.top() >= 0
    assert seen.bottom() <= room or seen.top() <= room / 3


@pytest.mark.parametrize("room", [260, 180])
def test_in_a_room_that_changes_the_place_shown_stays_in_sight_as_a_whole(work, hands, room):
    # given
    place = TextPlace("problems", 0, 0, 0, "")
    work.page.go_to(place)
    sheets = work.preview.sheets
    number, box = boxes_of(work.preview._rendering, place)[0]

    # when
    sheets.resize(sheets.width() * 2 // 3, room)

    # then
    assert sheets._in_viewport(number, box).top() >= 0
    assert sheets._in_viewport(number, box).bottom() <= room

    # when: the clerk reads on, that is left alone
    sheets.verticalScrollBar().triggerAction(QAbstractSlider.SliderAction.SliderToMinimum)
    sheets.resize(sheets.width(), room + 20)

    # then
    assert sheets.verticalScrollBar().value() == 0


def test_what_is_in_sight_stays_where_it_is(work, hands):
    # given
    place = TextPlace("problems", 0, 0, 0, "")
    work.page.go_to(place)
    sheets = work.preview.sheets
    bar = sheets.verticalScrollBar()
    bar.setValue(bar.value() + 40)
    before = bar.value()

    # when
    work.page.go_to(TextPlace("problems", 0, 2, 2, ""))

    # then
    assert bar.value() == before


@pytest.mark.parametrize(
    "place", [TextPlace("problems", 0, 0, 0, ""), CellPlace(CELL, "")], ids=["text", "cell"]
)
def test_a_click_on_a_page_goes_to_the_paragraph_or_the_cell(work, hands, qtbot, place):
    # given
    sheets = work.preview.sheets
    page, box = boxes_of(work.preview._rendering, place)[0]
    sheets.mark([(page, box)], follow=True)
    assert work.page.here() != place

    # when
    spot = sheets._in_viewport(page, box).center().toPoint()
    qtbot.mouseClick(sheets.viewport(), Qt.MouseButton.LeftButton, pos=spot)

    # then: the place is at hand, and tinted on the page
    assert work.page.here() == place
    assert sheets._marks[0] == (page, box)
    wait_for_pages(hands)


def test_every_paragraph_and_every_cell_is_found_again_where_it_is_printed(library):
    # given
    template, report = filled(library, "national-2021", 2024)
    rendering = pdf.render(lay_out(template, report))
    places = [
        TextPlace(section.id, index, 0, 0, "") for section, index, one in report.paragraphs() if one.text
    ]
    places += [CellPlace(cell, "") for cell in template.cells if not template.cells[cell].group]

    # when
    missed = []
    for place in places:
        page, (left, top, right, bottom) = boxes_of(rendering, place)[0]
        found = place_at(rendering, template, page, (left + right) / 2, (top + bottom) / 2)
        if found != place and not (isinstance(place, TextPlace) and place.section == "signature"):
            missed.append(place)

    # then
    assert missed == []
    assert place_at(rendering, template, 0, 300, 120) == TextPlace(TITLE, 0, 0, 0, "")
    assert place_at(rendering, template, 0, 5, 5) == TextPlace(TITLE, 0, 0, 0, "")
    assert place_at(rendering, template, 1, 5, 5) is None


def test_a_picture_leads_to_the_paragraph_above_it_and_a_heading_to_its_own_section(library):
    # given
    template, report = filled(library, "national-2021", 2022)
    report.earlier = [filled(library, "national-2021", 2021)[1]]
    report.pictures = [Picture(series=["received", "granted"])]
    rendering = pdf.render(lay_out(template, report))
    blocks = [one for one in rendering.anchors if one.anchor.section == "overview" and not one.anchor.table]
    heading, picture = (one for one in blocks if one.anchor.paragraph < 0)

    # when
    found = [
        place_at(
            rendering, template, one.page - 1, (one.box[0] + one.box[2]) / 2, (one.box[1] + one.box[3]) / 2
        )
        for one in (heading, picture)
    ]

    # then
    last = len(report.section("overview").paragraphs) - 1
    assert last > 0
    assert found == [TextPlace("overview", 0, 0, 0, ""), TextPlace("overview", last, 0, 0, "")]


def test_the_words_of_a_table_lead_to_the_cell_next_to_them(library):
    # given
    template, report = filled(library, "national-2021", 2024)
    rendering = pdf.render(lay_out(template, report))
    made, valid = ("disclosure.documents.made", "disclosure.rules.valid")
    (row,) = [one for one in rendering.cells if one.cell == made]
    (column,) = [one for one in rendering.cells if one.cell == valid]

    # when: the name of the row stands left of its first cell, the name of the column above its first one
    beside = place_at(rendering, template, row.page - 1, row.box[0] - 20, (row.box[1] + row.box[3]) / 2)
    above = place_at(
        rendering, template, column.page - 1, (column.box[0] + column.box[2]) / 2, column.box[1] - 4
    )

    # then
    assert (beside, above) == (CellPlace(made, ""), CellPlace(valid, ""))


def test_it_gives_way_to_the_findings_and_comes_back(work, window, hands):
    # given
    assert not hands.sees("findingsPanel")

    # when
    hands.command("nextFinding")

    # then
    assert hands.sees("findingsPanel")
    assert not hands.sees("previewPane")
    hands.command("preview")
    assert hands.sees("previewPane")
    wait_for_pages(hands)


def test_both_are_shown_where_there_is_room(work, window, hands, qtbot):
    # when
    window.resize(1920, 1000)

    # then
    qtbot.waitUntil(lambda: hands.sees("findingsPanel") and hands.sees("previewPane"))
    wait_for_pages(hands)


def test_it_is_remembered_and_put_away_again(work, window, hands, library):
    # given: another report is opened
    assert window._options.preview_shown
    _, report = filled(library, "weihai-2012", 2012)
    window.desk.open(ReportFile(report), None)
    wait_for_pages(hands)

    # when
    hands.press("previewClose")

    # then
    assert not hands.sees("previewPane")
    assert hands.sees("findingsPanel")
    assert not window._options.preview_shown


def test_what_goes_wrong_is_said_in_the_pane_and_mended_with_the_next_change(work, window, hands, qtbot):
    # given: the process that sets the pages is broken off
    work.preview._maker._typesetter.render = broken
    before = work.preview.sheets._images[0][1]
    state = hands.find("previewState", QLabel)

    # when
    work.page.go_to(TextPlace("overview", 0, 0, 0, ""))
    qtbot.keyClicks(hands.find("proseEditor", QTextEdit), "1")

    # then
    qtbot.waitUntil(lambda: "报告没有受影响" in state.text(), timeout=30_000)
    assert work.preview.sheets._images[0][1] == before
    assert not hands.sees("faultBox")

    # when
    del work.preview._maker._typesetter.render
    qtbot.keyClicks(hands.find("proseEditor", QTextEdit), "2")

    # then
    qtbot.waitUntil(lambda: "与导出的 PDF 一样" in state.text(), timeout=30_000)
    wait_for_pages(hands)


def broken(_document):
    raise RuntimeError("simulated")


def test_the_button_stands_at_the_right_of_the_tool_bar(work, window, hands):
    # given
    button = window._bars.tools.widgetForAction(hands.action("preview"))

    # then
    assert button.text() == "预览"
    assert button.geometry().right() > window.width() - 40


def test_pages_are_laid_out_in_whole_points_and_zoomed_by_the_steps_of_the_list():
    # when
    layout = lay_pages(((595.276, 841.89),) * 3, 0.7371, 1.0, 2, 1000)

    # then
    assert [rect.width() for rect in layout.rects] == [439] * 3
    assert layout.page_at(layout.rects[2].top() + 5) == 2
    assert layout.between(0, 20) == (0, 1)
    assert [next_zoom(68, larger=True), next_zoom(68, larger=False)] == [75, 67]
    assert [next_zoom(200, larger=True), next_zoom(33, larger=False)] == [200, 33]


def test_the_words_of_the_buttons_are_whole_at_twice_the_size(work, hands, qtbot):
    # when
    font = work.preview.font()
    font.setPointSizeF(font.pointSizeF() * 2)
    for button in work.preview.findChildren(QPushButton):
        button.setFont(font)
    work.preview.resize(work.preview.width() - 1, work.preview.height())

    # then
    qtbot.waitUntil(
        lambda: all(
            button.width() >= button.sizeHint().width() for button in work.preview.findChildren(QPushButton)
        )
    )
    wait_for_pages(hands)
