"""What is found in a line of the head or in the title: a sign and the words in sight, and all of it read aloud."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QLabel

from core.checks.model import TITLE, Finding, HeadPlace, TextPlace
from core.report import blank
from gui.panes.heading_form import HeadingForm
from gui.panes.table_editor import TableEditor
from gui.panes.tables.head_lines import HeadLines
from gui.theme import Theme, apply
from gui.widgets.field_line import FieldLine

SHORT = Finding(
    "A01", "warning", "“填报单位”写的不是单位全称，请核对。", (HeadPlace("statistics", "filler", "柳河镇"),)
)
WRONG = Finding("A02", "error", "“表名”是空的。", (HeadPlace("statistics", "title", ""),))


@pytest.fixture
def session(library, make_session):
    """A blank report on a form with a head over its table."""
    return make_session(blank(library.get("national-2014"), 2015, "清溪县柳河镇人民政府"))


@pytest.fixture
def head(session, qtbot, undressed):
    """The lines above the table."""
    apply(undressed, Theme.load("light"))
    lines = HeadLines(session, "statistics")
    qtbot.addWidget(lines)
    lines.resize(600, 160)
    with qtbot.waitExposed(lines):
        lines.show()
    return lines


def found(session, *findings: Finding) -> None:
    session.findings = list(findings)
    session.findings_changed.emit()


def sign_of(line: FieldLine) -> QLabel:
    return next(one for one in line.findChildren(QLabel) if one.isVisibleTo(line))


def note_of(form) -> QLabel:
    return form.findChild(QLabel, "fieldNote")


def test_a_line_says_with_a_sign_and_words_what_is_found_in_it(head, session):
    # when
    found(session, SHORT)

    # then
    line, note = head.lines["filler"], note_of(head)
    assert sign_of(line).text() == "!"
    assert note.isVisible()
    assert note.text() == f"! {SHORT.message}"
    assert line.accessibleDescription() == f"请核对：{SHORT.message}"
    assert head.lines["title"].accessibleDescription() == ""

    # when
    found(session)

    # then
    assert not note.isVisible()
    assert not any(one.isVisibleTo(line) for one in line.findChildren(QLabel))
    assert line.accessibleDescription() == ""
    assert line.textMargins().right() == 0


def test_the_sign_stands_in_its_colour_beside_the_words_of_a_long_line(head, session):
    # given
    line = head.lines["filler"]
    line.setText("填报单位（盖章）：" + "清溪县柳河镇人民政府" * 8)
    line.end(False)

    # when
    found(session, SHORT)
    line.grab()  # painting brings the cursor into sight

    # then
    sign = sign_of(line)
    picture = sign.grab().toImage()
    colours = {
        picture.pixelColor(x, y).name() for x in range(picture.width()) for y in range(picture.height())
    }
    assert Theme.load("light").colour("warning").name() in colours
    assert line.cursorRect().right() <= sign.geometry().left() + 4
    assert line.rect().contains(sign.geometry())


def test_below_the_lines_stands_what_must_be_mended_or_what_is_found_where_the_keys_are(head, session, qtbot):
    # when
    found(session, SHORT, WRONG)

    # then
    assert note_of(head).text() == f"✖ {WRONG.message}"
    assert head.lines["title"].accessibleDescription() == f"必须改：{WRONG.message}"

    # when
    head.lines["filler"].setFocus()

    # then
    qtbot.waitUntil(lambda: note_of(head).text() == f"! {SHORT.message}")


def test_in_a_low_window_the_words_take_room_while_the_keys_are_in_the_line(session, qtbot):
    # given
    editor = TableEditor(session, Theme.load("light"), "statistics")
    qtbot.addWidget(editor)
    editor.resize(700, 14 * editor.fontMetrics().height())
    with qtbot.waitExposed(editor):
        editor.show()
    editor.activateWindow()
    qtbot.mouseClick(editor.head_fold, Qt.MouseButton.LeftButton)  # the lines give way to the form there
    editor.view.setFocus()
    line = editor.findChild(HeadLines).lines["filler"]
    found(session, SHORT)
    assert sign_of(line).isVisible()
    assert not note_of(editor).isVisible()

    # when
    line.setFocus()

    # then
    qtbot.waitUntil(lambda: note_of(editor).isVisible())
    assert note_of(editor).text() == f"! {SHORT.message}"

    # when
    editor.view.setFocus()

    # then
    qtbot.waitUntil(lambda: not note_of(editor).isVisible())

    # when
    editor.resize(700, 40 * editor.fontMetrics().height())

    # then
    qtbot.waitUntil(lambda: note_of(editor).isVisible())


def test_what_is_found_in_the_title_and_in_the_name_of_the_office_stands_each_at_its_own_line(session, qtbot):
    # given
    name = session.report.unit.name
    of_title = Finding(
        "S01", "error", "标题缺年份。", (TextPlace(TITLE, 0, 0, 4, "年度报告"),), found="年度报告"
    )
    of_office = Finding(
        "G01", "warning", "单位名称里有印不出来的字符。", (TextPlace(TITLE, 0, 0, 0, ""),), found=name
    )
    form = HeadingForm(session)
    qtbot.addWidget(form)
    form.show()

    # when
    session.findings = [of_title, of_office]
    form.show_findings()

    # then
    title, office = (form.findChild(FieldLine, one) for one in ("reportTitle", "reportOffice"))
    assert (title.severity, title.messages) == ("error", of_title.message)
    assert (office.severity, office.messages) == ("warning", of_office.message)
    assert sign_of(office).text() == "!"
    assert note_of(form).text() == f"✖ {of_title.message}"


def test_stray_signs_in_the_name_of_the_office_are_told_at_its_line(session, qtbot):
    # given
    form = HeadingForm(session)
    qtbot.addWidget(form)
    session.findings_changed.connect(form.show_findings)
    session.report.unit.name = "清溪县柳河镇\ue000人民政府"

    # when
    session.check()

    # then
    office = form.findChild(FieldLine, "reportOffice")
    assert office.severity
    assert "单位名称" in office.messages
    assert "单位名称" not in form.findChild(FieldLine, "reportTitle").messages


def test_a_narrow_line_without_the_keys_shows_its_beginning(session, qtbot):
    # given: a title longer than its line
    session.report.title = "清溪县柳河镇人民政府2015年政府信息公开工作年度报告" * 2
    form = HeadingForm(session)
    qtbot.addWidget(form)
    form.resize(320, 200)
    with qtbot.waitExposed(form):
        form.show()
    form.activateWindow()
    qtbot.waitUntil(form.isActiveWindow)
    title, office = (form.findChild(FieldLine, name) for name in ("reportTitle", "reportOffice"))
    office.setFocus()

    def first_in_sight() -> int:
        title.grab()  # a line that is painted has scrolled to where its cursor is
        return title.cursorPositionAt(QPoint(8, title.height() // 2))

    # then
    assert first_in_sight() <= 1

    # when: it is typed in at its end, and left
    title.setFocus()
    qtbot.keyClick(title, Qt.Key.Key_End)
    assert first_in_sight() > 1
    qtbot.mouseClick(office, Qt.MouseButton.LeftButton)

    # then
    assert office.hasFocus()
    assert first_in_sight() <= 1
