"""The heading of what is looked over stays in sight while its rows scroll."""

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QApplication, QListView

from core.paths import RESOURCES
from gui.panes.review_list import ReviewList
from gui.panes.review_pinned import PinnedHeads

SAMPLE = next((RESOURCES / "samples").glob("*年度报告.txt"))


@pytest.fixture
def entries(window, hands, qtbot) -> ReviewList:
    """The list of a long report, at its top."""
    window.desk.opening.read(SAMPLE, forward_first=True)
    hands.find("reviewPage")
    found = hands.find("reviewList", ReviewList)
    found.scrollToTop()
    qtbot.wait(20)
    return found


def row_of(entries, kind: str, text: str = "") -> int:
    return next(row for row, one in enumerate(listed(entries)) if one.kind == kind and text in one.text)


def listed(entries):
    return entries._entries.entries


def pinned(entries) -> list[str]:
    """What is kept at the top, "" for the heads of columns."""
    line = entries.findChild(PinnedHeads)
    if not line.isVisible():
        return []
    return ["" if one.kind == "head" else one.text for one in line.entries]


def scroll_to_top_of(entries, row: int) -> None:
    """Scroll so that a row begins at the top of the list, as with the bar."""
    bar = entries.verticalScrollBar()
    bar.setValue(bar.value() + entries.visualRect(entries.model().index(row, 0)).top())


def test_at_the_top_and_on_a_heading_in_sight_nothing_lies_over_the_list(entries):
    # then
    assert pinned(entries) == []
    scroll_to_top_of(entries, row_of(entries, "section", "总体情况"))
    assert pinned(entries) == []


def test_the_heading_of_the_section_stays_while_its_paragraphs_scroll(entries):
    # given
    heading = row_of(entries, "section", "总体情况")

    # when
    scroll_to_top_of(entries, heading + 2)

    # then
    assert pinned(entries) == [listed(entries)[heading].text]
    line = entries.findChild(PinnedHeads)
    assert line.geometry().topLeft() == entries.viewport().geometry().topLeft()
    assert line.width() == entries.viewport().width()
    assert line.grab().toImage().pixelColor(1, 1) == entries.itemDelegate()._theme.colour("head_cell")


def test_over_the_rows_of_a_table_its_name_and_the_heads_of_its_columns_stay(entries):
    # given
    table = row_of(entries, "table", "表三")
    row = next(at for at in range(table, len(listed(entries))) if listed(entries)[at].kind == "row")

    # when
    scroll_to_top_of(entries, row)

    # then
    assert pinned(entries) == [listed(entries)[table].text, ""]


def test_the_next_heading_pushes_the_one_before_out(entries):
    # given
    heading = row_of(entries, "section", "总体情况")
    following = next(
        at for at in range(heading + 1, len(listed(entries))) if listed(entries)[at].kind == "section"
    )
    line = entries.findChild(PinnedHeads)
    scroll_to_top_of(entries, heading + 1)
    whole = line.height()

    # when: the next heading stands half a line below the top
    scroll_to_top_of(entries, following)
    bar = entries.verticalScrollBar()
    bar.setValue(bar.value() - whole // 2)

    # then
    assert pinned(entries) == [listed(entries)[heading].text]
    assert line.height() == whole // 2


@pytest.mark.parametrize("hint", [QListView.ScrollHint.EnsureVisible, QListView.ScrollHint.PositionAtTop])
def test_no_entry_gone_to_lies_under_it(entries, hint):
    # given
    entries.scrollToBottom()
    line = entries.findChild(PinnedHeads)

    # then
    for row in range(len(listed(entries)) - 1, -1, -1):
        index = entries.model().index(row, 0)
        entries.scrollTo(index, hint)
        covered = line.height() if line.isVisible() else 0
        assert entries.visualRect(index).top() >= covered, listed(entries)[row]


def test_going_up_by_keys_shows_each_entry_whole(entries, qtbot):
    # given
    last = len(listed(entries)) - 1
    entries.setCurrentIndex(entries.model().index(last, 0))
    line = entries.findChild(PinnedHeads)

    # when
    for _ in range(last):
        qtbot.keyClick(entries, Qt.Key.Key_Up)

        # then
        covered = line.height() if line.isVisible() else 0
        assert entries.visualRect(entries.currentIndex()).top() >= covered
    assert pinned(entries) == []


def test_a_click_on_it_goes_to_the_heading_and_the_wheel_scrolls_the_list(entries, qtbot):
    # given
    heading = row_of(entries, "section", "总体情况")
    scroll_to_top_of(entries, heading + 2)
    line = entries.findChild(PinnedHeads)
    before = entries.verticalScrollBar().value()

    # when
    middle = QPointF(line.rect().center())
    QApplication.sendEvent(
        line,
        QWheelEvent(
            middle,
            line.mapToGlobal(middle),
            QPoint(),
            QPoint(0, -120),
            Qt.MouseButton.NoButton,
            Qt.KeyboardModifier.NoModifier,
            Qt.ScrollPhase.NoScrollPhase,
            False,
        ),
    )

    # then
    assert entries.verticalScrollBar().value() > before

    # when
    scroll_to_top_of(entries, heading + 2)
    qtbot.mouseClick(line, Qt.MouseButton.LeftButton)

    # then
    assert entries.visualRect(entries.model().index(heading, 0)).top() == 0
    assert pinned(entries) == []


def test_in_a_low_window_the_rows_keep_most_of_the_room(entries, window, qtbot):
    # given
    table = row_of(entries, "table")

    # when
    window.resize(960, 500)
    qtbot.wait(50)
    scroll_to_top_of(entries, table + 3)

    # then
    line = entries.findChild(PinnedHeads)
    assert line.height() * 3 <= entries.viewport().height() + 3
    assert pinned(entries)[:1] in ([], [listed(entries)[table].text])


def test_the_list_begins_with_the_entry_at_hand_in_sight(entries, qtbot):
    # given
    known = listed(entries)
    last = next(one.target for one in reversed(known) if one.target)
    late = ReviewList(entries.itemDelegate()._theme)
    qtbot.addWidget(late)
    late.resize(entries.size())

    # when: it is shown after it was told where to stand
    late.show_entries(known)
    assert late.go_to(last)
    late.show()

    # then
    assert late.target == last
    assert late.viewport().rect().contains(late.visualRect(late.currentIndex()))


@pytest.mark.parametrize(("wider", "lower"), [(0, 200), (-150, 0), (-150, 200)])
def test_the_entry_at_hand_stays_in_sight_where_the_window_gets_another_size(
    window, entries, qtbot, wider, lower
):
    # given
    entries.setFocus()
    qtbot.keyClick(entries, Qt.Key.Key_End)
    qtbot.keyClick(entries, Qt.Key.Key_PageUp)
    at_hand = entries.currentIndex()
    height = entries.height()

    # when
    window.resize(window.width() + wider, window.height() - lower)
    qtbot.wait(50)

    # then
    assert lower == 0 or entries.height() < height
    assert entries.currentIndex() == at_hand
    assert entries.viewport().rect().contains(entries.visualRect(at_hand))


def test_an_entry_out_of_sight_is_not_fetched_by_another_size_of_the_window(window, entries, qtbot):
    # given
    qtbot.keyClick(entries, Qt.Key.Key_End)
    entries.scrollToTop()

    # when
    window.resize(window.width(), window.height() - 100)
    qtbot.wait(50)

    # then
    assert entries.verticalScrollBar().value() == 0
