"""The menus under the right button in the list of findings and in the outline: what the buttons and keys do as well."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtWidgets import QApplication, QLineEdit, QListWidget, QMenu

from core.checks.model import CellPlace, Finding, TextPlace
from core.report import Paragraph
from core.store import ReportFile
from gui.panes.finding_items import FINDING
from gui.panes.outline import Outline

TOTAL = "applications.new.total"


@pytest.fixture
def work(window, report, hands):
    """A report in which one word is wrong and can be mended, with its list of findings."""
    report.section("overview").paragraphs = [Paragraph(text="按照《政府信息条例》公开信息12条。")]
    report.section("problems").paragraphs = [Paragraph(text="更新不及时。")]
    window.desk.open(ReportFile(report), None)
    workspace = window.desk.workspace
    workspace.show_findings()
    window.desk.session.check()
    return workspace


def menu_at(widget, place: QPoint, reason=QContextMenuEvent.Reason.Mouse) -> QMenu:
    """Ask for the menu of a list; return it, open."""
    port = widget.viewport()
    QApplication.sendEvent(port, QContextMenuEvent(reason, place, port.mapToGlobal(place)))
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    return menu


def words(menu: QMenu) -> list[str]:
    return [one.text() for one in menu.actions() if one.text()]


def press(menu: QMenu, word: str) -> None:
    action = next(one for one in menu.actions() if one.text() == word)
    menu.close()
    action.trigger()


def line_of(hands, wanted) -> tuple[QListWidget, QPoint]:
    """Click the line of the first finding for which that holds with the right button; return the list and the spot."""
    box = hands.find("findingsList", QListWidget)
    rows = (box.item(row) for row in range(box.count()))
    item = next(one for one in rows if isinstance(one.data(FINDING), Finding) and wanted(one.data(FINDING)))
    box.scrollToItem(item)
    spot = box.visualItemRect(item).center()
    hands.qtbot.mouseClick(box.viewport(), Qt.MouseButton.RightButton, pos=spot)
    return box, box.visualItemRect(item).center()


def test_a_finding_is_mended_by_the_menu_of_its_line(work, window, hands):
    # given
    box, spot = line_of(hands, lambda one: one.fix is not None)
    finding = work.findings.chosen()

    # when
    menu = menu_at(box, spot)

    # then
    assert words(menu)[0] == "跳到这一处"
    assert any("保留并说明原因" in one for one in words(menu))

    # when
    press(menu, next(one for one in words(menu) if one.startswith("改为")))

    # then
    assert finding.key not in {one.key for one in window.desk.session.findings}


def test_a_finding_is_kept_by_the_menu_and_led_to(work, window, hands, qtbot):
    # given
    box, spot = line_of(hands, lambda one: one.severity == "warning" and bool(one.where))
    finding = work.findings.chosen()

    # when
    press(menu_at(box, spot), "保留并说明原因")
    reason = hands.find("keepReason", QLineEdit)
    reason.setText("已核对")
    qtbot.keyClick(reason, Qt.Key.Key_Return)

    # then
    assert finding.key in {one.finding.key for one in window.desk.session.kept()}


def test_the_menu_leads_to_the_place_of_the_line(work, hands):
    # given
    box, spot = line_of(hands, lambda one: bool(one.where) and isinstance(one.where[0], TextPlace))
    place = work.findings.chosen().where[0]
    work.page.go_to(CellPlace(TOTAL, ""))

    # when
    press(menu_at(box, spot), "跳到这一处")

    # then
    assert (work.page.here().section, work.page.here().paragraph) == (place.section, place.paragraph)


def test_by_the_keys_the_menu_stands_at_the_chosen_line(work, hands):
    # given
    box, _ = line_of(hands, lambda one: bool(one.where))

    # when
    menu = menu_at(box, QPoint(0, 0), QContextMenuEvent.Reason.Keyboard)

    # then: as far across as the screen is wide
    line = box.visualItemRect(box.currentItem())
    assert line.top() <= box.viewport().mapFromGlobal(menu.pos()).y() <= line.bottom()
    menu.close()


def test_where_nothing_is_chosen_there_is_no_menu(work, hands):
    # given
    box = hands.find("findingsList", QListWidget)
    box.setCurrentItem(None)
    port = box.viewport()

    # when
    event = QContextMenuEvent(QContextMenuEvent.Reason.Mouse, QPoint(5, 5), port.mapToGlobal(QPoint(5, 5)))
    QApplication.sendEvent(port, event)

    # then
    assert QApplication.activePopupWidget() is None


def test_the_menu_of_the_outline_leads_to_the_part_and_on_from_there(work, window, hands):
    # given
    outline = hands.find("outline", Outline)
    item = outline.item(outline.count() - 2)
    spot = outline.visualItemRect(item).center()
    hands.qtbot.mouseClick(outline.viewport(), Qt.MouseButton.RightButton, pos=spot)

    # when
    menu = menu_at(outline, spot)

    # then: the other entries are the commands of the window, with their keys
    known = {one.objectName(): one for one in window.actions()}
    assert [one for one in menu.actions() if one.objectName()] == [
        known[name] for name in ("nextToLookAt", "nextBlank", "nextFinding")
    ]
    page = outline.current_page()
    press(menu, "跳到这一部分")
    assert work.page.here().section == page.section
