"""A total typed by hand: what is missing is said, and why it stands there is said wherever it is found wrong."""

import pytest
from PySide6.QtCore import Qt

from core.report import blank
from core.store import ReportFile
from gui.panes.table_editor import TableEditor
from gui.session import Session
from gui.theme import Theme

NEW = [f"applications.new.{one}" for one in ("natural", "business", "research", "welfare", "legal", "others")]
TOTAL = "applications.new.total"
Key = Qt.Key


@pytest.fixture
def session(library):
    report = blank(library.get("national-2021"), 2024, "清溪县柳河镇人民政府")
    return Session(library, ReportFile(report))


@pytest.fixture
def applications(session, qtbot):
    editor = TableEditor(session, Theme.load("light"), "applications")
    qtbot.addWidget(editor)
    editor.resize(780, 600)
    with qtbot.waitExposed(editor):
        editor.show()
    return editor


def press(qtbot, editor, key):
    qtbot.keyClick(editor.view, key)


def test_enter_without_a_reason_says_that_one_is_needed(applications, qtbot):
    # given
    applications.go_to(TOTAL)
    press(qtbot, applications, Key.Key_F2)
    dialog = applications.findChild(object, "totalDialog")
    missing = dialog.findChild(object, "totalMissing")
    assert not missing.text()

    # when
    dialog.figure.setText("7")
    qtbot.keyClick(dialog.figure, Key.Key_Return)

    # then
    assert dialog.isVisible()
    assert missing.text() == "请写明原因，再按回车。"
    assert dialog.focusWidget() is dialog.reason

    # when: both are there, then the figure is none
    dialog.reason.setText("按系统里的数")
    assert not missing.text()
    dialog.figure.setText("若干")
    qtbot.keyClick(dialog.reason, Key.Key_Return)

    # then
    assert missing.text() == "合计数要写成数字，如 12。"
    assert dialog.focusWidget() is dialog.figure


def test_what_is_automatic_already_cannot_be_made_so(applications, session, qtbot):
    # given
    applications.go_to(TOTAL)
    press(qtbot, applications, Key.Key_F2)
    first = applications.findChild(object, "totalDialog")

    # then
    assert not first.automatic.isVisible()

    # when
    first.figure.setText("7")
    first.reason.setText("按系统里的数")
    qtbot.keyClick(first.reason, Key.Key_Return)
    press(qtbot, applications, Key.Key_F2)

    # then
    second = next(one for one in applications.findChildren(type(first)) if one.isVisible())
    assert second.automatic.isVisible()


def test_a_total_typed_by_hand_that_cannot_be_says_why_in_its_cell_and_in_the_findings(
    applications, session, qtbot
):
    # given
    for cell in NEW:
        applications.view.form.fill({cell: "1"})
    applications.go_to(TOTAL)

    # when
    press(qtbot, applications, Key.Key_F2)
    dialog = applications.findChild(object, "totalDialog")
    dialog.figure.setText("7")
    dialog.reason.setText("按系统里的数")
    qtbot.keyClick(dialog.reason, Key.Key_Return)

    # then
    words = "总计填的是 7，差 1；总计是手工填的，原因：按系统里的数"
    qtbot.waitUntil(lambda: any(one.message.endswith(words) for one in session.findings))
    qtbot.waitUntil(lambda: words in applications.problem.text())
