"""When all of last year was looked at, F8 begins with what must be mended, as the sentence says that names it."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QTreeWidget

from core.carry import forward
from core.edits import SetCells
from core.report import Paragraph
from core.store import ReportFile

ODD = "disclosure.permits.decided"


@pytest.fixture
def work(library, report, hands):
    """A draft with one paragraph to be looked at and all figures there; a finding behind the errors is chosen."""
    report.section("preface").paragraphs = []
    report.section("signature").paragraphs = []
    report.section("overview").paragraphs = [Paragraph(text="今年公开信息80条,召开会议3次,都已办结.")]
    hands.window.resize(1366, 720)
    hands.window.desk.open(ReportFile(forward(library, report)), None)
    session = hands.window.desk.session
    cells = [cell.id for cell in session.template.cells.values() if not cell.group]
    session.edit(SetCells(dict.fromkeys(cells, "0") | {ODD: "若干"}))
    session.check()
    step_past_errors(hands)
    return hands.window.desk.workspace


def chosen(hands) -> str:
    """Return the weight of the chosen finding, "" where none is chosen."""
    finding = hands.window.desk.workspace.findings.chosen()
    return finding.severity if finding else ""


def step_past_errors(hands) -> None:
    hands.command("nextFinding")
    assert chosen(hands) == "error"
    while chosen(hands) == "error":
        hands.command("nextFinding")
    assert chosen(hands)


def looked_at_by_key(hands) -> None:
    hands.command("nextToLookAt")
    hands.command("confirm")


def looked_at_in_the_list(hands) -> None:
    work = hands.window.desk.workspace
    work.bring(work.to_look_at)
    tree = hands.find("toLookAtList", QTreeWidget)
    tree.setFocus()
    hands.qtbot.keyClick(
        tree, Qt.Key.Key_End
    )  # the page goes with it: nothing is ticked off that was not in sight
    QApplication.processEvents()
    hands.qtbot.keyClick(tree, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)


@pytest.mark.parametrize("look", [looked_at_by_key, looked_at_in_the_list])
def test_after_the_last_place_the_key_of_findings_begins_with_what_must_be_mended(work, hands, look):
    # when
    look(hands)
    assert hands.window.desk.session.report.waiting() == 0
    hands.command("nextFinding")

    # then
    assert chosen(hands) == "error"


def test_where_the_key_says_so_again_the_key_of_findings_begins_anew_too(work, hands):
    # given
    looked_at_by_key(hands)
    step_past_errors(hands)

    # when
    hands.command("nextToLookAt")

    # then
    assert "按 F8 逐处看，还有 1 处必须改" in hands.window.statusBar().currentMessage()
    hands.command("nextFinding")
    assert chosen(hands) == "error"


def test_as_long_as_something_waits_the_key_of_findings_goes_on_from_the_chosen_one(work, hands):
    # given
    before = work.findings.chosen()

    # when
    hands.command("nextToLookAt")
    hands.command("nextFinding")

    # then
    assert chosen(hands) == "warning"
    assert work.findings.chosen() != before
