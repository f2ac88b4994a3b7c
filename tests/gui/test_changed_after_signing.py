"""The line below never calls a report good that is no longer the one that was signed or handed in."""

import datetime

import pytest
from PySide6.QtWidgets import QLabel

from core import approval
from core.edits import SetField
from core.stages import ACTS, HANDED_IN, IN_REVIEW, SIGNED
from core.store import ReportFile
from tests.samples import filled

DAY = datetime.date(2025, 1, 12)
GOOD = "✓ "


@pytest.fixture
def session(window, library):
    """An open report with nothing left to mend."""
    _, report = filled(library, "national-2021", 2024)
    window.desk.open(ReportFile(report), None)
    window.desk.session.check()
    yield window.desk.session
    window.desk.end()


def foot(window) -> tuple[str, str]:
    """Return what the verdict says, and the signal it is shown with."""
    label = window.statusBar().findChild(QLabel, "verdict")
    return label.accessibleName(), label.property("signal")


def mark(session, *stages: str) -> None:
    for stage in stages:
        session.edit(approval.marking(session.report, stage, DAY))
    session.check()


@pytest.mark.parametrize(
    ("stages", "words"),
    [
        ([SIGNED], "签发后又改过，要重新签发"),
        ([SIGNED, HANDED_IN], "报送后又改过，要重新签发、报送"),
        ([HANDED_IN], "报送后又改过，要重新签发、报送"),
    ],
)
def test_changed_after_that_the_line_below_says_so_until_it_is_changed_back(
    window, hands, session, stages, words
):
    # given
    mark(session, *stages)
    before = foot(window)
    assert before[0].startswith(GOOD)

    # when
    session.edit(SetField("title", f"{session.report.title}（改）"))
    session.check()
    changed = foot(window)
    hands.command("undo")
    session.check()

    # then
    assert changed == (f"! {words}", "warning")
    assert foot(window) == before


def test_signed_again_it_is_good_again(window, session):
    # given
    mark(session, SIGNED)
    session.edit(SetField("title", f"{session.report.title}（改）"))
    session.check()

    # when
    mark(session, SIGNED)

    # then
    assert foot(window)[1] == "ok"


def test_what_was_changed_between_signing_and_handing_in_is_not_the_signed_report(window, session):
    # given
    mark(session, SIGNED)
    session.edit(SetField("title", f"{session.report.title}（改）"))

    # when
    mark(session, HANDED_IN)

    # then
    assert foot(window) == ("! 签发后又改过，要重新签发、报送", "warning")


def test_what_is_changed_in_the_review_is_what_the_review_is_for(window, session):
    # given
    mark(session, IN_REVIEW)

    # when
    session.edit(SetField("title", f"{session.report.title}（改）"))
    session.check()

    # then
    assert foot(window)[1] == "ok"
    assert ACTS[IN_REVIEW] in window.statusBar().findChild(QLabel, "statusDue").accessibleName()


def test_a_check_asked_for_says_the_same(window, hands, session):
    # given
    mark(session, SIGNED)
    session.edit(SetField("title", f"{session.report.title}（改）"))

    # when
    hands.command("checkAll")

    # then
    assert window.statusBar().currentMessage() == "检查完了：签发后又改过，要重新签发"
