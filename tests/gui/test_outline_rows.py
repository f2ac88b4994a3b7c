"""The lines of the outline: two lines of writing each where there is room, one for a page of which nothing is to be told."""

import pytest
from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QStyleOptionViewItem

from core.checks.model import TextPlace
from core.edits import Splice
from core.report import Paragraph, blank
from core.settings import Settings
from core.store import ReportFile
from gui.panes.outline_titles import LINE_END

ROOM = QSize(1366, 728)
OFFICE = "清溪县柳河镇人民政府"


@pytest.fixture
def outline_at(window_on, library, qtbot):
    """Return a function that opens a report with a paragraph to be looked at, in a size; it returns the outline."""

    def opened(scale: int):
        window = window_on(ROOM, Settings(scale=scale))
        report = blank(library.get("national-2014"), 2018, OFFICE)
        report.section("overview").paragraphs = [Paragraph(text="全年公开信息12条。", state="carried")]
        window.desk.open(ReportFile(report), None)
        outline = window.desk.workspace.outline
        qtbot.waitUntil(lambda: outline.visualItemRect(outline.item(0)).height() > 0)
        return window, outline

    return opened


def heights(outline) -> list[int]:
    return [outline.visualItemRect(outline.item(row)).height() for row in range(outline.count())]


def counts(outline) -> list[bool]:
    """Whether there is something to be told of each page."""
    return [
        " · " in told or "去年内容" in told or "请核对" in told or "必须改" in told for told in texts(outline)
    ]


def texts(outline) -> list[str]:
    return [outline.item(row).text() for row in range(outline.count())]


def test_at_the_usual_size_no_line_is_higher_than_another_but_by_a_second_line_of_its_title(
    outline_at, qtbot
):
    # when
    _, outline = outline_at(100)

    # then
    line, least = outline.fontMetrics().lineSpacing(), min(heights(outline))
    assert set(heights(outline)) <= {least, least + line}
    for height, told in zip(heights(outline), texts(outline), strict=True):
        wide = outline.fontMetrics().horizontalAdvance(told.split("\n")[0])
        assert height == least or wide > outline.viewport().width() - line
    assert True in counts(outline)
    assert False in counts(outline)


def test_in_a_large_writing_a_page_of_which_nothing_is_told_takes_one_line(outline_at, qtbot):
    # when
    _, outline = outline_at(200)

    # then
    line = outline.fontMetrics().lineSpacing()
    qtbot.waitUntil(lambda: len(set(heights(outline))) == 2)
    for height, has_counts in zip(heights(outline), counts(outline), strict=True):
        assert (height > 2 * line) == has_counts
        assert height >= line


def test_a_line_grows_as_soon_as_there_is_something_to_tell_and_the_page_at_hand_stays_in_sight(
    outline_at, qtbot
):
    # given
    window, outline = outline_at(200)
    session = window.desk.session
    last = outline.count() - 1
    outline.setCurrentRow(last)
    before = heights(outline)
    empty = next(row for row, has_counts in enumerate(counts(outline)) if row and not has_counts)
    section = outline.item(empty).data(256).section

    # when
    session.edit(Splice(section, 0, 0, (Paragraph(text="没有收到申请。", state="carried"),)))

    # then
    qtbot.waitUntil(lambda: heights(outline)[empty] > before[empty])
    assert "去年内容 0/1" in texts(outline)[empty]
    assert outline.viewport().rect().contains(outline.visualItemRect(outline.item(last)))


def test_a_long_title_takes_two_lines_where_all_pages_stay_in_sight_then(window_on, library, qtbot):
    # given
    window = window_on(ROOM, Settings())
    window.desk.open(ReportFile(blank(library.get("national-2021"), 2024, OFFICE)), None)
    outline = window.desk.workspace.outline

    # when
    qtbot.waitUntil(lambda: outline.visualItemRect(outline.item(0)).height() > 0)
    delegate, drawn = outline.itemDelegate(), []
    for row in range(outline.count()):
        option = QStyleOptionViewItem()
        delegate.initStyleOption(option, outline.model().index(row, 0))
        drawn.append(option.text)

    # then
    titles = [text.split("\n")[0] for text in texts(outline)]
    wide = [outline.fontMetrics().horizontalAdvance(one) >= outline.viewport().width() - 8 for one in titles]
    assert [title[2:4] for title, is_wide in zip(titles, wide, strict=True) if is_wide] == ["三、", "四、"]
    for is_wide, title, text, height in zip(wide, titles, drawn, heights(outline), strict=True):
        assert (height > 3 * outline.fontMetrics().lineSpacing()) == is_wide
        assert "".join(part.strip() for part in text.split(LINE_END)[: 1 + is_wide]) == title
    assert not outline.verticalScrollBar().isVisible()
    for row in range(outline.count()):
        assert titles[row][2:] in outline.item(row).toolTip()
        assert titles[row] in outline.item(row).data(Qt.ItemDataRole.AccessibleTextRole)

    # when: there is room for one line more
    longer = delegate.wrap(texts(outline), 1)

    # then
    assert longer == {wide.index(True)}


def test_a_character_that_cannot_be_printed_is_a_box_wherever_a_title_is_shown(window, hands, library):
    # given: a form that leaves the titles to the office
    report = blank(library.get("national-2014"), 2017, "清溪县柳河镇人民政府")
    report.section("disclosure").source_title = "主动公开\ue004情况"
    window.desk.open(ReportFile(report), None)
    work = window.desk.workspace

    # when
    work.page.go_to(TextPlace("disclosure", 0, 0, 0, ""))
    window.desk.session.check()

    # then
    outline = hands.find("outline")
    rows = "\n".join(outline.item(row).text() for row in range(outline.count()))
    said = "\n".join(one.message for one in window.desk.session.findings)
    for shown in (rows, hands.find("pageTitle").text(), said):
        assert "主动公开□情况" in shown
        assert "\ue004" not in shown
    window.desk.close()
