"""The lines above an annex table have a letter each, that nothing else in sight has."""

from collections import Counter

import pytest
from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QMenuBar, QWidget

from core.report import blank
from core.settings import Settings
from core.store import ReportFile
from gui.pages import pages_of
from gui.panes.tables.head_lines import HeadLines

ALT = Qt.KeyboardModifier.AltModifier
LETTERS = {"title": "N", "period": "I", "filler": "U"}


@pytest.fixture
def window(window_on, library, qtbot):
    """A report on a form with an annex, the annex in sight."""
    window = window_on(QSize(1366, 728), Settings())
    template = library.get("national-2014")
    window.desk.open(ReportFile(blank(template, template.first_year, "清溪县柳河镇人民政府")), None)
    work, session = window.desk.workspace, window.desk.session
    work.page.show_page(next(one for one in pages_of(session.template, session.report) if one.tables))
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    session.check()
    QApplication.processEvents()
    return window


def letters(window: QWidget) -> list[str]:
    """Return the letters that buttons, names of fields and menus in sight show, each with what it is for."""
    named = window.findChildren(QAbstractButton) + window.findChildren(QLabel)
    words = [one.text() for one in named if one.isVisible()]
    words += [one.text() for one in window.findChild(QMenuBar).actions()]
    return [key for one in words if (key := QKeySequence.mnemonic(one).toString())]


@pytest.mark.parametrize(("field", "letter"), LETTERS.items())
def test_a_letter_leads_into_its_line_and_is_not_typed(window, field, letter):
    # given
    lines = window.findChild(HeadLines).lines
    before = {one: line.text() for one, line in lines.items()}
    window.desk.workspace.page.begin()

    # when
    QTest.keyClick(QApplication.focusWidget(), Qt.Key(ord(letter)), ALT)

    # then
    assert QApplication.focusWidget() is lines[field]
    assert {one: line.text() for one, line in lines.items()} == before
    assert "&" not in lines[field].accessibleName()


@pytest.mark.parametrize("tab", range(5))
def test_no_letter_in_sight_stands_for_two_things(window, tab):
    # when
    work = window.desk.workspace
    work.bring(work.side.widget(tab))
    window.desk.workspace.page.begin()
    QApplication.processEvents()

    # then
    counted = Counter(letters(window))
    assert {f"Alt+{one}" for one in LETTERS.values()} <= set(counted)
    assert {key: number for key, number in counted.items() if number > 1} == {}
