"""Where a pane beside the text opens or closes, the cursor stays in sight; one that was scrolled away from stays away."""

import pytest
from PySide6.QtCore import QSize
from PySide6.QtGui import QTextCursor

from core.report import Paragraph
from core.settings import Settings
from core.store import ReportFile
from gui.panes.prose.sheet import Sheet
from tests.gui.conftest import Hands

ROOM = QSize(1366, 697)
WORDS = "本镇按照要求逐项公开信息，把群众关心的事项放在前面，及时回应来电来访，并请村民代表评议。" * 3


@pytest.fixture(params=[100, 200])
def typing(request, window_on, qtbot, report):
    """The sheet of a long section with the cursor in its last line, and the hands before it."""
    window = window_on(ROOM, Settings(scale=request.param))
    report.section("overview").paragraphs = [Paragraph(text=f"第{n}段，{WORDS}") for n in range(14)]
    window.desk.open(ReportFile(report), None)
    hands = Hands(window, qtbot)
    page = window.desk.workspace.page
    page.prose.go_to(13, 0, 0)
    sheet = window.findChild(Sheet)
    sheet.moveCursor(QTextCursor.MoveOperation.End)
    sheet.ensureCursorVisible()
    qtbot.wait(50)
    return sheet, hands


def sees_cursor(sheet) -> bool:
    return sheet.viewport().rect().contains(sheet.cursorRect())


@pytest.mark.parametrize("command", ["toggleOutline", "toggleSide"])
def test_the_cursor_stays_in_sight_where_a_pane_goes_and_comes(typing, qtbot, command):
    # given
    sheet, hands = typing
    assert sees_cursor(sheet)

    for _ in range(4):
        # when
        hands.command(command)
        qtbot.wait(50)

        # then
        assert sees_cursor(sheet)


def test_what_was_scrolled_away_from_is_not_fetched(typing, qtbot):
    # given
    sheet, hands = typing
    sheet.verticalScrollBar().setValue(0)

    # when
    for _ in range(2):
        hands.command("toggleOutline")
        qtbot.wait(50)

    # then
    assert not sees_cursor(sheet)
