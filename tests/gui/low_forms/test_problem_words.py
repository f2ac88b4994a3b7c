"""What is wrong with the cell at hand, below a low form: in whole sentences, and what has no room is counted."""

import pytest
from PySide6.QtCore import QEvent
from PySide6.QtGui import QHelpEvent
from PySide6.QtWidgets import QApplication, QToolTip

from core.checks.model import CellPlace
from core.edits import SetCells
from core.store import ReportFile
from gui.panes.tables.below import told
from tests.gui.low_forms.conftest import show
from tests.samples import filled

CARRIED_IN = "applications.carried_in.{}"
COLUMNS = ("natural", "business", "research", "welfare", "legal", "others")


def plain_words(text: str) -> str:
    """Return words without the signs that keep a sum on one line."""
    return text.replace("\u2060", "").replace("\u00a0", " ")


def open_at(window, options, scale, report, column) -> None:
    """Open a report in a size of the interface, at a figure that was just typed wrong."""
    cell = CARRIED_IN.format(column)
    window.desk.open(ReportFile(report), None)
    show(window, options, scale, "applications")
    window.desk.session.edit(SetCells({cell: "9"}))
    window.desk.session.check()
    window.desk.workspace.page.go_to(CellPlace(cell, ""))
    QApplication.processEvents()


@pytest.mark.parametrize("scale", [100, 150, 175, 200], ids=str)
@pytest.mark.parametrize("column", COLUMNS)
def test_of_several_problems_those_that_have_room_are_read_whole_and_the_others_counted(
    window, library, options, hands, scale, column
):
    # given: the figure is neither that of last year nor does the sum of its column hold
    _, report = filled(library, "national-2021", 2024)
    report.earlier.append(filled(library, "national-2021", 2023)[1])
    open_at(window, options, scale, report, column)

    # when
    label = hands.find("cellProblem")
    shown = plain_words("".join(label.shown()))

    # then: no sentence breaks off
    problems = label.text().split("\n")
    assert len(problems) == 2
    assert not shown.endswith("…")
    assert "差" in shown
    assert ("（2/2）" in shown) != ("另有 1 处，见“检查”" in shown)

    # when
    QToolTip.hideText()
    point = label.rect().center()
    QApplication.sendEvent(label, QHelpEvent(QEvent.Type.ToolTip, point, label.mapToGlobal(point)))

    # then: all of both is said on hover, where it is not read below the form
    is_whole = shown == plain_words("".join(problems))
    assert QToolTip.text() == ("" if is_whole else label.text())
    assert all("9" in one for one in problems)


def test_problems_are_told_in_ever_fewer_words():
    # given
    problems, short = ["表三 · 甲是 1", "表三 · 乙是 2", "表三 · 丙是 3"], ["是 1", "是 2", "是 3"]

    # then
    assert told("!", problems, short) == (
        "!（1/3）表三 · 甲是 1\n!（2/3）表三 · 乙是 2\n!（3/3）表三 · 丙是 3",
        "!（1/3）是 1\n!（2/3）是 2\n!（3/3）是 3",
        "!（1/3）是 1\n!（2/3）是 2（另有 1 处，见“检查”）",
        "!（1/3）是 1（另有 2 处，见“检查”）",
        "!（1/3）是 1",
        "!（1/3）是 1\n!（2/3）是 2\n!（3/3）是 3",
    )
    assert told("!", problems[:1], short[:1]) == ("! 表三 · 甲是 1", "! 是 1")
    assert told("", [], []) == ("",)

    # then: of a long one what has room, and where the rest is told
    long = "甲加乙是 3，这里是 4；差 1"
    assert told("✖", [long], [long])[2:] == (
        "✖ 甲加乙是 3，这里是 4（全文见“检查”）",
        "✖ 甲加乙是 3（全文见“检查”）",
        f"✖ {long}",
    )
    assert told("✖", [long, "乙"], [long, "乙"])[2:5] == (
        f"✖（1/2）{long}（另有 1 处，见“检查”）",
        f"✖（1/2）{long}",
        "✖（1/2）甲加乙是 3，这里是 4（另有 1 处，见“检查”）",
    )


@pytest.mark.parametrize("column", COLUMNS)
def test_a_long_problem_does_not_break_off_in_the_largest_writing(window, library, options, hands, column):
    # given: one sentence that is longer than what stands below the form
    _, report = filled(library, "national-2021", 2024)
    open_at(window, options, 200, report, column)

    # when
    label = hands.find("cellProblem")
    shown = plain_words("".join(label.shown()))

    # then
    assert "\n" not in label.text()
    assert not shown.endswith("…")
    whole = plain_words(label.text()).replace(" ", "")
    assert shown.replace(" ", "") == whole or shown.endswith("（全文见“检查”）")
