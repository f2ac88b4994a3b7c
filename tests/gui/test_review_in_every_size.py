"""The review page in every size of the writing: nothing is cut, nothing runs together, the place at hand is in sight."""

import pytest
from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QComboBox, QLabel, QLineEdit, QListView, QScrollArea, QWidget

from core.paths import RESOURCES
from core.settings import Settings
from gui.panes.review_list import ReviewList
from gui.panes.review_pinned import PinnedHeads
from gui.panes.review_source import SourceLines

SAMPLE = next((RESOURCES / "samples").glob("*年度报告.txt"))
SCREENS = {100: QSize(1366, 697), 125: QSize(1366, 697), 200: QSize(1920, 1009)}
LONG = "本镇按照要求逐项公开信息，把群众关心的事项放在前面，及时回应来电来访，并请村民代表评议。" * 3
OFFICE = "清溪县柳河镇人民政府"
EARLIER = f"""2016年政府信息公开工作年度报告
（2017年1月17日）
{LONG}
{LONG}
{LONG}
对本年报有疑问的，请与{OFFICE}办公室联系。
一、概述
{LONG}
二、主动公开政府信息的情况
{LONG}
三、依申请公开政府信息的情况
{LONG}
四、存在的主要问题
{LONG}
{OFFICE}
2017年1月17日
"""


@pytest.fixture(params=SCREENS)
def scale(request) -> int:
    return request.param


@pytest.fixture
def window(window_on, scale):
    """The window over the whole of a screen, written in some size."""
    return window_on(SCREENS[scale], Settings(scale=scale))


@pytest.fixture
def entries(window, hands, qtbot) -> ReviewList:
    """The list of a report whose tables are all filled."""
    window.desk.opening.read(SAMPLE, forward_first=True)
    hands.find("reviewPage")
    return hands.find("reviewList", ReviewList)


@pytest.fixture
def earlier(window, hands, qtbot, tmp_path):
    """The review of a report of its own headings, whose unit is to be looked at on its sixth line."""
    path = tmp_path / "柳河镇2016.txt"
    path.write_text(EARLIER, encoding="utf-8")
    window.desk.opening.read(path, forward_first=True)
    page = hands.find("reviewPage")
    qtbot.wait(50)
    return page


def choose(entries, qtbot, text: str) -> None:
    row = next(
        row for row, one in enumerate(entries._entries.entries) if (one.kind, one.text) == ("row", text)
    )
    entries.setCurrentIndex(entries.model().index(row, 0))
    qtbot.wait(30)


def rows_of(entries, table: str) -> range:
    """The rows below the name of a table, as far as they belong to it."""
    known = entries._entries.entries
    first = next(row for row, one in enumerate(known) if (one.kind, one.text) == ("table", table)) + 1
    last = next(row for row in range(first, len(known)) if known[row].kind in ("section", "table", "rest"))
    return range(first, last)


@pytest.mark.parametrize("row", ["1.属于国家秘密", "行政事业性收费", ""])
def test_every_field_of_a_row_and_its_name_stand_in_full(hands, entries, qtbot, row):
    # when
    choose(entries, qtbot, row)

    # then
    panel = hands.find("placePanel")
    room = panel.findChild(QScrollArea).viewport()
    parts = [*panel.findChildren(QLineEdit), *panel.findChildren(QLabel, "columnName")]
    assert len(parts) >= 2
    qtbot.waitUntil(lambda: all(stands_in_full(part, room) for part in parts))


def stands_in_full(part: QWidget, room: QWidget) -> bool:
    """Whether a field or a name lies within the width of the panel, a name with all of its lines."""
    left = part.mapTo(room, QPoint()).x()
    within = part.isVisible() and 0 <= left <= left + part.width() <= room.width()
    return within and (isinstance(part, QLineEdit) or part.height() >= part.heightForWidth(part.width()))


def test_the_names_of_columns_in_a_group_stand_under_the_name_of_the_group(hands, entries, qtbot):
    # when
    choose(entries, qtbot, "1.属于国家秘密")

    # then
    panel = hands.find("placePanel")
    assert [one.text() for one in panel.findChildren(QLabel, "columnGroup")] == ["法人或其他组织"]
    names = [one.text() for one in panel.findChildren(QLabel, "columnName")]
    assert names == ["自然人", "商业企业", "科研机构", "社会公益组织", "法律服务机构", "其他", "总计"]
    spoken = [one.accessibleName() for one in panel.findChildren(QLineEdit)]
    assert spoken[:2] == ["自然人", "法人或其他组织 商业企业"]


def test_on_opening_the_line_of_the_first_place_is_in_sight_with_what_stands_above(earlier, hands):
    # then
    lines = hands.find("sourceLines", SourceLines)
    assert lines.marked() == [f"对本年报有疑问的，请与{OFFICE}办公室联系。"]
    assert lines.viewport().rect().contains(lines.cursorRect())
    above = lines.cursorRect().top() // lines.fontMetrics().lineSpacing()
    assert lines.verticalScrollBar().value() == 0 or above >= 3


def test_the_line_marked_stays_in_sight_where_the_window_gets_another_size(earlier, window, hands, qtbot):
    # given
    lines = hands.find("sourceLines", SourceLines)

    # when
    for size in (QSize(1100, 640), window.size()):
        window.resize(size)
        qtbot.wait(30)

        # then
        assert lines.viewport().rect().intersects(lines.cursorRect())


def test_a_line_scrolled_away_is_not_fetched_by_another_size_of_the_window(earlier, window, hands, qtbot):
    # given
    lines = hands.find("sourceLines", SourceLines)
    bar = lines.verticalScrollBar()
    bar.setValue(bar.maximum())

    # when
    window.resize(window.width(), window.height() - 40)
    qtbot.wait(30)

    # then
    assert not lines.viewport().rect().intersects(lines.cursorRect())


def test_a_unit_longer_than_its_field_shows_its_beginning(earlier, hands, qtbot):
    # given
    field = hands.find("factText", QLineEdit)
    assert field.text() == OFFICE

    # then
    assert field.cursorPosition() == 0
    assert field.selectedText() == OFFICE

    # when: come back to by the tabulator
    hands.find("importNotes").setFocus()
    field.setFocus(Qt.FocusReason.TabFocusReason)

    # then
    assert field.cursorPosition() == 0
    assert field.selectedText() == OFFICE


def test_the_name_of_a_form_stands_in_full_or_ends_in_dots_and_is_said_on_hover(
    earlier, window, hands, qtbot
):
    # given
    form = hands.find("reviewForm", QComboBox)

    for template in range(form.count()):
        # when
        form.setCurrentIndex(template)

        # then
        whole = form.shown() == form.currentText()
        assert form.toolTip() == ("" if whole else form.currentText())
        assert whole or form.shown().endswith("…")

    # when
    window.resize(5000, window.height())
    qtbot.wait(30)

    # then
    for template in range(form.count()):
        form.setCurrentIndex(template)
        assert form.shown() == form.currentText()
    assert form.width() < 2500


def test_labels_of_columns_beside_each_other_do_not_touch(entries):
    # given
    delegate, known = entries.itemDelegate(), entries._entries.entries
    frame = QRect(0, 0, entries.viewport().width(), 10_000)

    for head in (one for one in known if one.kind == "head" and len(one.columns) == 7):
        # when
        words = [one for one in delegate._stretches(head, frame) if one[1]]
        letter = entries.fontMetrics().horizontalAdvance("国") * 0.8
        drawn = [drawn_in(*one) for one in words]

        # then
        for one in drawn:
            beside = [other for other in drawn if other.left() - one.left() >= 0 and other is not one]
            near = [other for other in beside if other.top() <= one.bottom() and one.top() <= other.bottom()]
            assert all(other.left() - one.right() >= letter / 3 for other in near)


def test_labels_without_room_for_a_gap_have_a_line_between(entries):
    # given
    delegate, known = entries.itemDelegate(), entries._entries.entries
    head = next(one for one in known if one.kind == "head" and len(one.columns) == 15)
    letter = round(entries.fontMetrics().horizontalAdvance("国") * 0.8)

    for wide in (2.1, 6):
        # when: a column is as wide as that many letters
        frame = QRect(0, 0, round(15 * wide * letter) + delegate._sign_width() + 16, 10_000)
        delegate.height(head, frame.width())
        uprights = [one for one in delegate._rules(head, frame) if one.width() == 1]

        # then
        assert len(uprights) == (14 if wide < 3 else 0)


def drawn_in(room, text, font, role, flags) -> QRect:
    """Where words stand within their room."""
    return QFontMetrics(font).boundingRect(room, flags, text)


def test_the_name_of_a_row_takes_the_room_that_one_figure_leaves(entries):
    # given
    delegate, known = entries.itemDelegate(), entries._entries.entries
    row = next(one for one in known if one.text == "行政事业性收费")
    frame = QRect(0, 0, entries.viewport().width(), 10_000)

    # then
    name, figure = (
        next(one[0] for one in delegate._stretches(row, frame) if one[1] == text)
        for text in (row.text, row.figures[0].value)
    )
    assert name.width() > 1.2 * figure.width()


def test_heads_kept_at_the_top_belong_to_the_row_below_them(entries):
    # given
    line, known = entries.findChild(PinnedHeads), entries._entries.entries
    bar = entries.verticalScrollBar()
    first, last = (
        entries.model().index(row, 0) for row in (rows_of(entries, "表二")[0], rows_of(entries, "表二")[-1])
    )
    entries.scrollTo(last, QListView.ScrollHint.PositionAtTop)
    end = bar.value()
    entries.scrollTo(first, QListView.ScrollHint.PositionAtTop)

    for value in range(bar.value(), end, 3):
        # when
        bar.setValue(value)

        # then
        heads = [one for one in line.entries if one.kind == "head"] if line.isVisible() else []
        below = entries.indexAt(QPoint(5, line.geometry().bottom() + 2)).row()
        above = [one for one in known[: below + 1] if one.kind == "head"]
        assert not heads or (known[below].kind == "row" and above[-1] is heads[0])


def test_the_group_of_a_row_is_kept_at_the_top_until_it_ends(entries, scale):
    # given
    line, known = entries.findChild(PinnedHeads), entries._entries.entries
    rows = rows_of(entries, "表三")
    seen = {}

    for row in rows:
        # when
        entries.scrollTo(entries.model().index(row, 0), QListView.ScrollHint.PositionAtTop)

        # then
        groups = [one for one in line.entries if one.kind == "group"]
        below = entries.indexAt(QPoint(5, line.geometry().bottom() + 2)).row()
        assert all(known[below].path[: len(one.path)] == one.path for one in groups)
        seen[known[row].text] = [one.text for one in groups]

    # then
    if scale == 100:
        assert seen["（二）部分公开（区分处理的，只计这一情形，不计其他情形）"] == ["三、本年度办理结果"]
        assert seen["3.危及“三安全一稳定”"] == ["三、本年度办理结果 · （三）不予公开"]
    assert seen["四、结转下年度继续办理"] == []


@pytest.mark.parametrize("hint", [QListView.ScrollHint.EnsureVisible, QListView.ScrollHint.PositionAtTop])
def test_a_row_gone_to_stands_below_the_heads_of_its_columns(entries, scale, hint):
    # given
    line, known = entries.findChild(PinnedHeads), entries._entries.entries
    row = next(row for row in rows_of(entries, "表四") if known[row].kind == "row")

    # when
    entries.scrollToBottom()
    entries.scrollTo(entries.model().index(row, 0), hint)

    # then
    head = entries.visualRect(entries.model().index(row - 1, 0))
    in_place = head.top() >= line.geometry().bottom() - 1
    kept = [one.kind for one in line.entries] == ["table", "head"]
    height = sum(entries.visualRect(entries.model().index(one, 0)).height() for one in (row - 2, row - 1))
    assert in_place or kept or height > entries.viewport().height() / 3


def test_no_part_of_the_page_is_wider_than_its_place(earlier, hands):
    # then
    panel: QWidget = hands.find("placePanel")
    area = panel.findChild(QScrollArea)
    assert area.widget().width() <= area.viewport().width()
