"""Lists and words at the side end with a whole line; what has no room is left to scrolling."""

import pytest
from PySide6.QtCore import QPoint, QSize, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QListWidget, QPlainTextEdit

from core.settings import Settings
from core.store import ReportFile
from gui.pages import pages_of
from gui.widgets.whole_lines import WholeRows
from tests.samples import filled

SMALL = QSize(1366, 728)


@pytest.fixture
def window(window_on, library, request):
    """The sample on the usual small screen, in writing of so many percent."""
    window = window_on(SMALL, Settings(scale=request.param))
    _, report = filled(library, "national-2021", 2024)
    window.desk.open(ReportFile(report), None)
    return window


def cut_lines(box: QPlainTextEdit) -> list[str]:
    """Return the lines of which more than a trace, but not all, stands in the box."""
    cut, low = [], box.viewport().height()
    block = box.firstVisibleBlock()
    while block.isValid():
        top = box.blockBoundingGeometry(block).translated(box.contentOffset()).top()
        for at in range(block.layout().lineCount()):
            line = block.layout().lineAt(at)
            start = top + line.y()
            if start + 2 < low < start + line.height() - 1:
                cut.append(block.text()[line.textStart() :][: line.textLength()])
        block = block.next()
    return cut


def cut_rows(box: QListWidget) -> list[str]:
    """Return the rows of which only a part is drawn."""
    image = box.viewport().grab().toImage()
    cut, high = [], box.viewport().height()
    for row in range(box.count()):
        rect = box.visualItemRect(box.item(row))
        if rect.top() < high <= rect.bottom():
            ratio = image.width() / box.viewport().width()
            spots = [
                image.pixel(x, y)
                for y in range(round((rect.top() + 1) * ratio), image.height())
                for x in range(image.width())
            ]
            cut += [box.item(row).text()] if len(set(spots)) > 1 else []
    return cut


@pytest.mark.parametrize("window", [100, 125, 150, 200], indirect=True)
def test_guidance_and_phrases_end_with_a_whole_line_on_every_page(window, hands):
    # given
    work = window.desk.workspace
    work.bring(work.guidance)
    session = window.desk.session

    for page in pages_of(session.template, session.report):
        # when
        work.page.show_page(page)
        QApplication.processEvents()

        # then
        assert cut_lines(hands.find("guidanceText", QPlainTextEdit)) == []
        if page.section:
            assert cut_rows(hands.find("phrasesList", QListWidget)) == []


@pytest.mark.parametrize("window", [100, 125, 150, 200], indirect=True)
def test_the_last_line_of_the_guidance_can_be_scrolled_to(window, hands):
    # given
    work = window.desk.workspace
    work.bring(work.guidance)
    box = hands.find("guidanceText", QPlainTextEdit)

    # when
    box.verticalScrollBar().setValue(box.verticalScrollBar().maximum())
    QApplication.processEvents()

    # then
    block = box.document().lastBlock()
    bottom = box.blockBoundingGeometry(block).translated(box.contentOffset()).bottom()
    assert bottom <= box.viewport().height() + 1


@pytest.mark.parametrize("window", [100, 125, 150, 200], indirect=True)
def test_of_the_figures_to_insert_none_is_cut_wherever_the_list_stands(window, hands):
    # given
    session = window.desk.session
    window.desk.workspace.page.show_page(pages_of(session.template, session.report)[1])
    hands.command("insertNumber")
    box = hands.find("cellList", QListWidget)

    for row in range(0, box.count(), 9):
        # when
        box.setCurrentRow(row)
        QApplication.processEvents()

        # then: the row at hand is there in full, and high enough for its words
        rect = box.visualItemRect(box.item(row))
        assert 0 <= rect.top() < rect.bottom() < box.viewport().height()
        words = box.fontMetrics().horizontalAdvance(box.item(row).text())
        assert rect.height() // box.fontMetrics().lineSpacing() * rect.width() >= words
        assert cut_rows(box) == []


def test_the_white_below_the_last_whole_row_stands_for_no_row(undressed, qtbot):
    # given: a list that ends in the middle of a row
    box = WholeRows()
    qtbot.addWidget(box)
    box.addItems([f"第{number}句" for number in range(30)])
    box.resize(200, 107)
    box.show()
    QApplication.processEvents()
    low = box.viewport().height()
    rects = [box.visualItemRect(box.item(row)) for row in range(box.count())]
    cut = next(row for row, rect in enumerate(rects) if rect.bottom() >= low)
    assert rects[cut].top() < low - 2
    pressed = []
    box.itemPressed.connect(pressed.append)

    # when
    QTest.mouseClick(box.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(20, low - 2))

    # then
    assert pressed == []
    assert box.selectedItems() == []

    # when: a row that is drawn
    QTest.mouseClick(box.viewport(), Qt.MouseButton.LeftButton, pos=rects[cut - 1].center())

    # then
    assert pressed == [box.item(cut - 1)]

    # when: the keys go to the row that had no room
    QTest.keyClick(box, Qt.Key.Key_Down)
    QApplication.processEvents()

    # then
    assert box.currentRow() == cut
    assert box.visualItemRect(box.item(cut)).bottom() < box.viewport().height()
