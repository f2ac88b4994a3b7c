"""A double click chooses the number or the words under the mouse, never a whole clause that one key would wipe."""

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QApplication

from core.report import Paragraph
from gui.panes.heading_form import HeadingForm
from gui.panes.prose import paper
from gui.panes.prose_editor import ProseEditor
from gui.theme import Theme
from gui.widgets.field_line import FieldLine
from gui.widgets.word_at import word_at

_LEFT = Qt.MouseButton.LeftButton
_TEXT = "我镇通过政府信息公开网主动公开信息1,229条，占28.5%。用户ABC（𠮷村）有3条"
_WORDS = (
    ("镇通", "我镇"),
    ("通过", "通过"),
    ("息公", "政府信息公开"),
    ("网主", "网"),
    ("公开信", "主动公开"),
    ("229", "1,229"),
    ("8.", "28.5"),
    ("%", "%"),
    ("BC", "ABC"),
    ("村）", "𠮷村"),
    ("3条", "3"),
    ("条", "条"),
)


@pytest.mark.parametrize(("clicked", "chosen"), _WORDS)
def test_a_word_is_a_number_a_word_of_reports_or_what_is_left_between_such(clicked, chosen):
    units = _TEXT.encode("utf-16-le")
    at = len(_TEXT[: _TEXT.index(clicked)].encode("utf-16-le")) // 2

    start, end = word_at(_TEXT, at)

    assert units[2 * start : 2 * end].decode("utf-16-le") == chosen


@pytest.mark.parametrize(
    ("text", "at", "span"), [("", 0, (0, 0)), ("公开", 9, (0, 2)), ("2023，4", 0, (0, 4))]
)
def test_a_word_is_found_at_the_edges_too(text, at, span):
    assert word_at(text, at) == span


@pytest.mark.parametrize(
    ("text", "clicked", "chosen"),
    [
        ("𠮷村联系人张三，电话0531-1234567。", "张", "张三"),
        ("由办公室主任王小明负责。", "小", "王小明"),
        ("由办公室主任王小明负责。", "任", "主任"),
        ("由办公室主任王小明负责。", "责", "负责"),
    ],
)
def test_a_name_is_chosen_whole_and_alone(report, make_session, qtbot, text, clicked, chosen):
    # given
    report.section("overview").paragraphs = [Paragraph(text=text)]
    editor = ProseEditor(make_session(report), Theme.load("light"), "overview")
    qtbot.addWidget(editor)
    editor.resize(780, 560)
    with qtbot.waitExposed(editor):
        editor.show()
    sheet = editor.sheet
    place = _middle(sheet, clicked, text)

    # when
    qtbot.mouseClick(sheet.viewport(), _LEFT, pos=place)
    qtbot.mouseDClick(sheet.viewport(), _LEFT, pos=place)

    # then
    assert sheet.textCursor().selectedText() == chosen


@pytest.fixture
def sheet(report, make_session, qtbot):
    report.section("overview").paragraphs = [Paragraph(text=_TEXT)]
    editor = ProseEditor(make_session(report), Theme.load("light"), "overview")
    qtbot.addWidget(editor)
    editor.resize(780, 560)
    with qtbot.waitExposed(editor):
        editor.show()
    return editor.sheet


def _middle(sheet, clicked, text=_TEXT):
    """Return the middle of the first character of some words."""
    at = text.index(clicked)
    left, right = (
        sheet.cursorRect(paper.select(sheet.document(), 0, place, place)) for place in (at, at + 1)
    )
    return QPoint((left.center().x() + right.center().x()) // 2, left.center().y())


def test_a_double_click_on_chinese_chooses_a_word_to_be_typed_over(sheet, qtbot):
    place = _middle(sheet, "通过")

    qtbot.mouseClick(sheet.viewport(), _LEFT, pos=place)
    qtbot.mouseDClick(sheet.viewport(), _LEFT, pos=place)
    qtbot.keyClicks(sheet, "x")

    assert paper.texts(sheet.document()) == [_TEXT.replace("通过", "x")]


@pytest.mark.parametrize("clicked", ["1,229", "229", "9条"])
def test_a_double_click_on_a_figure_chooses_it_alone(sheet, qtbot, clicked):
    place = _middle(sheet, clicked)

    qtbot.mouseClick(sheet.viewport(), _LEFT, pos=place)
    qtbot.mouseDClick(sheet.viewport(), _LEFT, pos=place)
    qtbot.keyClicks(sheet, "312")

    assert paper.texts(sheet.document()) == [_TEXT.replace("1,229", "312")]


def _send(sheet, kind, place):
    """Send what the mouse does with its left button held."""
    at = sheet.viewport().mapToGlobal(place)
    event = QMouseEvent(kind, QPointF(place), QPointF(at), _LEFT, _LEFT, Qt.KeyboardModifier.NoModifier)
    QApplication.sendEvent(sheet.viewport(), event)


def test_a_double_click_held_chooses_on_word_by_word(sheet, qtbot):
    place, other = _middle(sheet, "229"), _middle(sheet, "28.5")

    qtbot.mouseClick(sheet.viewport(), _LEFT, pos=place)
    _send(sheet, QEvent.Type.MouseButtonDblClick, place)
    _send(sheet, QEvent.Type.MouseMove, place + QPoint(1, 0))
    assert sheet.textCursor().selectedText() == "1,229"
    _send(sheet, QEvent.Type.MouseMove, other)
    assert sheet.textCursor().selectedText() == "1,229条，占28.5"
    _send(sheet, QEvent.Type.MouseMove, _middle(sheet, "政府"))

    assert sheet.textCursor().selectedText() == "政府信息公开网主动公开信息1,229"


@pytest.mark.parametrize("moved", [False, True])
def test_a_third_click_chooses_the_words_of_a_paragraph_and_pasting_joins_none(
    report, make_session, qtbot, moved
):
    # given
    report.section("overview").paragraphs = [Paragraph(text=_TEXT), Paragraph(text="第二段。")]
    editor = ProseEditor(make_session(report), Theme.load("light"), "overview")
    qtbot.addWidget(editor)
    editor.resize(780, 560)
    with qtbot.waitExposed(editor):
        editor.show()
    sheet, place = editor.sheet, _middle(editor.sheet, "公开网")

    # when
    qtbot.mouseClick(sheet.viewport(), _LEFT, pos=place)
    qtbot.mouseDClick(sheet.viewport(), _LEFT, pos=place)
    _send(sheet, QEvent.Type.MouseButtonPress, place)
    if moved:
        _send(sheet, QEvent.Type.MouseMove, place + QPoint(2, 0))
    qtbot.mouseRelease(sheet.viewport(), _LEFT, pos=place)

    # then
    assert sheet.textCursor().selectedText() == _TEXT
    QApplication.clipboard().setText("新的一段。")
    sheet.paste()
    assert paper.texts(sheet.document()) == ["新的一段。", "第二段。"]


def test_a_double_click_in_a_line_chooses_the_year_alone(report, make_session, qtbot):
    report.title = "吉昌镇2024年政府信息公开工作年度报告"
    form = HeadingForm(make_session(report))
    qtbot.addWidget(form)
    form.resize(700, 100)
    form.show()
    line = form.findChild(FieldLine, "reportTitle")
    line.setCursorPosition(5)
    place = line.cursorRect().center()

    qtbot.mouseDClick(line, _LEFT, pos=place)

    assert line.selectedText() == "2024"


@pytest.mark.parametrize(
    ("text", "at", "span"),
    [
        ("1,234.5条", 6, (0, 7)),
        ("1，234条", 0, (0, 5)),
        ("1,2345条", 0, (0, 1)),  # no figure is written so
        ("28．5分", 3, (0, 4)),
        ("二〇二四年", 0, (0, 5)),
        ("佐々木", 1, (0, 3)),
        ("公开  信息", 3, (2, 4)),
        ("本镇龘龘龘公开", 3, (2, 5)),  # unknown ones together
        ("公开" * 20_000, 30_001, (30_000, 30_002)),
        ("龘" * 20_000, 10_000, (9_900, 10_101)),  # no reader's word is that long
        ("公\ud800开放", 0, (0, 1)),  # half of a rare character, as a broken paste leaves it
    ],
)
def test_figures_blanks_and_odd_characters_are_words_of_their_own(text, at, span):
    assert word_at(text, at) == span
