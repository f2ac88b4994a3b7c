"""The label of a group of rows stands in whatever part of the group is in sight."""

import pytest
from PySide6.QtCore import QRect
from PySide6.QtGui import QFontMetrics, QImage
from PySide6.QtTest import QTest

from gui.panes.tables.measure import WRAPPED, cut_to_height, name_in
from gui.panes.tables.view import FormView
from tests.gui.low_forms.conftest import SETTLING_MS, show

_EDGE = 3  # pixels of lines around a cell


def groups_in_sight(view: FormView) -> dict[str, QRect]:
    """Return by its label what is in sight of each group of which there is a line of writing at least."""
    groups = [one for one in view.form.grid.cells if one.role == "label" and one.row_span > 1]
    parts = {
        one.text: view.visualRect(view.form.index(one.row, one.column)) & view.viewport().rect()
        for one in groups
    }
    return {text: part for text, part in parts.items() if part.height() > view.fontMetrics().height()}


def has_words(image: QImage, rect: QRect) -> bool:
    """Return whether anything is written within a rectangle."""
    inner = rect.adjusted(_EDGE, _EDGE, -_EDGE, -_EDGE)
    places = (
        (x, y) for y in range(inner.top(), inner.bottom()) for x in range(inner.left(), inner.right(), 2)
    )
    return len({image.pixel(x, y) for x, y in places}) > 1


@pytest.mark.parametrize("scale", [100, 150, 200], ids=str)
def test_a_group_is_named_however_little_of_it_is_in_sight(draft, window, options, hands, scale):
    # given
    show(window, options, scale, "applications")
    view = hands.find("tableView")
    bar = view.verticalScrollBar()

    # when
    unnamed, looked_at = [], 0
    for value in range(0, bar.maximum() + 1, view.fontMetrics().height() * 2 + 5):
        bar.setValue(value)
        QTest.qWait(1)
        image = view.viewport().grab().toImage()
        groups = groups_in_sight(view)
        looked_at += len(groups)
        unnamed += [(value, text) for text, part in groups.items() if not has_words(image, part)]

    # then
    assert looked_at
    assert unnamed == []


def test_the_mark_behind_the_number_of_a_group_stands_whole_in_its_narrow_column(
    draft, window, options, hands
):
    # given: "三、" is wider than the column, but the right half of the mark is blank
    show(window, options, 200, "applications")
    view = hands.find("tableView")
    part = next(part for text, part in groups_in_sight(view).items() if text.startswith("三、"))
    written = view.fontMetrics().tightBoundingRect("三、").right()
    assert view.fontMetrics().horizontalAdvance("三、") > part.width() > written

    # when
    image = view.viewport().grab().toImage()
    ground = image.pixel(part.right() - 2, part.bottom() - _EDGE)
    inked = [
        x
        for x in range(part.left() + 1, part.right())
        if any(image.pixel(x, y) != ground for y in range(part.top() + _EDGE, part.bottom() - _EDGE))
    ]

    # then
    assert max(inked) - part.left() >= written


def test_no_line_of_a_label_is_cut_through_where_its_row_begins_above_what_is_in_sight(
    draft, window, options, hands
):
    # given
    show(window, options, 200, "applications")
    view = hands.find("tableView")
    bar = view.verticalScrollBar()
    rows = [one for one in view.form.grid.cells if one.role == "label" and one.row_span == 1]

    # when
    through, looked_at = [], 0
    for value in range(0, bar.maximum() + 1, 7):
        bar.setValue(value)
        for one in rows:
            rect = view.visualRect(view.form.index(one.row, one.column))
            part = rect & view.viewport().rect()
            if not 0 < view.viewport().height() // 2 <= part.height() == rect.bottom() + 1 < rect.height():
                continue
            QTest.qWait(1)
            looked_at += 1
            below = QRect(part.left(), part.bottom() + 1 - 3 * _EDGE, part.width(), 3 * _EDGE)
            if has_words(view.viewport().grab().toImage(), below):
                through.append((value, one.text))

    # then
    assert looked_at
    assert through == []


def test_what_has_no_room_of_a_label_is_left_out_by_whole_lines(qapp):
    # given
    metrics = QFontMetrics(qapp.font())
    letter = metrics.horizontalAdvance("国")
    line = metrics.boundingRect(QRect(0, 0, 999, 999), WRAPPED, "国").height()

    # when
    cut = [
        cut_to_height("不予公开的", QRect(0, 0, 3 * letter + 1, lines * line + 1), metrics)
        for lines in (1, 2)
    ]
    single = cut_to_height("办理结果", QRect(0, 0, letter + 1, 2 * line + 1), metrics)

    # then
    assert cut == ["不予…", "不予公开的"]
    assert single == "办理"


def test_a_label_short_of_room_gives_up_its_number_before_a_word(qapp):
    # given: one line of four letters and a little more
    metrics = QFontMetrics(qapp.font())
    letter = metrics.horizontalAdvance("国")
    line = metrics.boundingRect(QRect(0, 0, 999, 999), WRAPPED, "国").height()
    room = QRect(0, 0, 4 * letter + letter // 2, line + 1)

    # when
    shown = [name_in(words, room, metrics) for words in ("（四）无法提供", "（四）无", "三、本年度办理结果")]

    # then: one that has room keeps it, one that has none without it either is cut as it stands
    assert shown == ["无法提供", "（四）无", cut_to_height("三、本年度办理结果", room, metrics)]


def test_the_first_group_is_named_at_first_sight(draft, window, options, hands):
    # when
    show(window, options, 150, "applications")
    QTest.qWait(SETTLING_MS)

    # then
    view = hands.find("tableView")
    image = view.viewport().grab().toImage()
    refused = next(part for text, part in groups_in_sight(view).items() if "不予公开" in text)
    assert has_words(image, refused)
