"""The heads over the columns of what is looked over: grouped as the form prints them, words broken at sensible places."""

from itertools import pairwise

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QApplication

from core.paths import RESOURCES
from core.template.model import leaves
from gui.panes.review_columns import Head, heads
from gui.panes.review_list import ReviewList
from gui.theme import interface_font

WRAPPED = int(Qt.TextFlag.TextWordWrap) | int(Qt.TextFlag.TextWrapAnywhere)
SAMPLE = next((RESOURCES / "samples").glob("*年度报告.txt"))


@pytest.fixture
def metrics(qapp) -> QFontMetrics:
    return QFontMetrics(interface_font(80))


def of_table(library, name: str):
    """The labels of the columns of a table, outermost first."""
    table = next(one for one in library.get("national-2021").tables if one.name == name)
    return [path for _, path in leaves(table.blocks[0].columns)]


def placed(paths, metrics, letters: float) -> list[Head]:
    """The heads in columns as wide as that many letters."""
    wide = round(letters * metrics.horizontalAdvance("国"))
    return heads(paths, [wide * number for number in range(len(paths) + 1)], metrics)


def one_of(found: list[Head], text: str) -> Head:
    return next(one for one in found if one.text == text)


def lines(one: Head, metrics: QFontMetrics) -> int:
    """In how many lines a label is drawn."""
    return round(metrics.boundingRect(one.words, WRAPPED, one.text).height() / metrics.lineSpacing())


def test_a_label_of_the_form_stands_once_over_all_its_columns(library, metrics):
    # when
    found = placed(of_table(library, "表四"), metrics, 3)

    # then
    texts = [one.text for one in found]
    assert [texts.count(text) for text in ("行政复议", "行政诉讼", "未经复议直接起诉", "复议后起诉")] == [
        1,
        1,
        1,
        1,
    ]
    over, under = one_of(found, "行政诉讼"), one_of(found, "复议后起诉")
    assert over.is_group
    assert under.is_group
    assert over.room.right() == under.room.right() == max(one.room.right() for one in found)
    assert over.room.bottom() < under.room.top()


def test_a_label_of_four_signs_breaks_in_its_middle(library, metrics):
    # when: three signs would fit
    found = placed(of_table(library, "表四"), metrics, 3.4)

    # then
    for text in ("结果维持", "尚未审结"):
        one = one_of(found, text)
        assert one.words.width() < 3 * metrics.horizontalAdvance("国") < one.room.width()
        assert lines(one, metrics) == 2


@pytest.mark.parametrize("name", ["表三", "表四"])
@pytest.mark.parametrize("letters", [1.6, 3, 4.5, 12])
def test_no_label_lies_on_another_and_each_has_room_for_its_words(library, metrics, name, letters):
    # when
    found = placed(of_table(library, name), metrics, letters)

    # then
    for number, one in enumerate(found):
        needed = metrics.boundingRect(QRect(0, 0, one.words.width(), 10_000), WRAPPED, one.text)
        assert needed.height() <= one.room.height(), one
        assert not any(one.room.intersects(other.room) for other in found[number + 1 :])


def test_labels_with_none_under_them_end_on_one_line(library, metrics):
    # when
    found = placed(of_table(library, "表三"), metrics, 4.5)

    # then
    assert len({one.room.bottom() for one in found if not one.is_group}) == 1
    assert one_of(found, "自然人").room.top() == one_of(found, "法人或其他组织").room.top() == 0


def test_over_the_figures_of_the_widest_table_its_name_and_all_heads_stay(window, hands, qtbot):
    # given
    window.resize(1366, 740)
    window.desk.opening.read(SAMPLE, forward_first=True)
    hands.find("reviewPage")
    entries = hands.find("reviewList", ReviewList)
    listed = entries._entries.entries
    table = next(row for row, one in enumerate(listed) if (one.kind, one.text) == ("table", "表四"))
    window.resize(1366, 595)
    QApplication.processEvents()

    # when: the name of the table has scrolled away
    entries.scrollTo(entries.model().index(table, 0), ReviewList.ScrollHint.PositionAtTop)
    bar = entries.verticalScrollBar()
    bar.setValue(bar.value() + entries.visualRect(entries.model().index(table, 0)).bottom())

    # then
    assert [one.kind for one in entries._pinned.entries] == ["table", "head"]


def test_heads_and_figures_stand_in_the_same_columns(window, hands, qtbot):
    # given
    window.desk.opening.read(SAMPLE, forward_first=True)
    hands.find("reviewPage")
    entries = hands.find("reviewList", ReviewList)
    delegate, listed = entries.itemDelegate(), entries._entries.entries
    head, row = next(
        pair for pair in pairwise(listed) if pair[0].kind == "head" and len(pair[0].columns) == 15
    )
    frame = QRect(0, 0, entries.viewport().width(), delegate.height(head, entries.viewport().width()))

    # then
    figures = delegate._stretches(row, frame)[-15:]
    words = [one for one in delegate._stretches(head, frame) if one[1] in ("结果维持", "总计")]
    for room, *_ in words:
        assert any(
            other.left() - 1 <= room.left() and room.right() <= other.right() + 1 for other, *_ in figures
        )
