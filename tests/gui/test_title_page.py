"""The page of title and preface: what is pressed again and again stands where it does on the pages after it."""

import pytest
from PySide6.QtCore import QPoint, QSize, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from core import carry, opening
from core.paths import RESOURCES
from core.report import PREFACE
from core.settings import Settings
from core.store import ReportFile
from gui.pages import Page
from gui.panes.prose.sheet import Sheet
from gui.widgets.field_line import FieldNote
from tests.samples import filled

SAMPLE = next((RESOURCES / "samples").glob("*年度报告.txt"))
SETTLING_MS = 60


@pytest.fixture(params=[100, 125, 150], ids=str)
def window(window_on, request):
    """The window on the usual small screen, in writing of that size."""
    return window_on(QSize(1366, 728), Settings(scale=request.param))


@pytest.fixture
def page(window, library, qtbot):
    """The page of title and preface of a draft with nothing looked at yet."""
    report = carry.forward(library, opening.load(SAMPLE, library).report)
    window.desk.open(ReportFile(report), None)
    page = window.desk.workspace.page
    page.show_page(Page(PREFACE))
    page.begin()
    qtbot.wait(SETTLING_MS)
    return page


def place_of(widget: QWidget) -> QPoint:
    return widget.mapTo(widget.window(), QPoint())


def test_the_button_for_what_is_still_right_stays_under_the_mouse_on_the_next_page(page, qtbot):
    # given
    button = page.prose.still_right
    before = place_of(button)
    lines = page.findChild(QWidget, "headingForm")
    assert lines.isVisible()

    # when
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    qtbot.wait(SETTLING_MS)

    # then
    assert not lines.isVisible()
    assert place_of(page.prose.still_right) == before


def test_tab_goes_from_the_tools_over_title_and_office_into_the_words(page):
    # given
    title, office = page.findChild(QWidget, "reportTitle"), page.findChild(QWidget, "reportOffice")
    sheet = page.findChild(Sheet)
    page.prose.still_right.setFocus()

    # when
    reached = []
    for _ in range(3):
        QTest.keyClick(page.window().focusWidget(), Qt.Key.Key_Tab)
        reached.append(page.window().focusWidget())

    # then
    assert reached == [title, office, sheet]
    assert place_of(page.prose.still_right).y() < place_of(title).y() < place_of(sheet).y()


@pytest.mark.parametrize("scale", [100, 200])
def test_what_is_wrong_with_the_title_is_told_whole(window_on, library, qtbot, scale):
    # given
    report = filled(library, "national-2021", 2024)[1]
    report.unit.name = "磐石市吉昌镇人民政府政务公开办公室"
    report.title = "磐石市吉昌镇人民政府政务公开办公室2024年政府信息公开工作总结报告"
    window = window_on(QSize(1366, 728), Settings(scale=scale))
    window.desk.open(ReportFile(report), None)
    window.desk.session.check()

    # when
    page = window.desk.workspace.page
    page.show_page(Page(PREFACE))
    qtbot.wait(SETTLING_MS)

    # then
    note = page.findChild(FieldNote)
    assert note.isVisible()
    assert "应当是“" in note.text()
    assert not note.shown()[-1].endswith("…")
    assert note.height() >= len(note.shown()) * note.fontMetrics().lineSpacing()
