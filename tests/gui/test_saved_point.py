"""What counts as saved is what lies in the file, whatever was typed, undone and redone while it was written."""

import random

import pytest

from core.edits import SetCells, Splice
from core.report import Paragraph
from core.store.saving import Kept

CELL = "disclosure.rules.made"
STEPS = 120


def type_figure(session, number: int) -> None:
    session.edit(SetCells({CELL: str(number)}))


def type_letter(session, number: int) -> None:
    """Go on with the sentence of the overview: keystrokes in one go become one step."""
    before = session.report.section("overview").paragraphs
    text = (before[0].text if before else "") + chr(ord("一") + number)
    session.edit(Splice("overview", 0, len(before), (Paragraph(text=text),)))


def content(report) -> str:
    return report.text(CELL) + "".join(one.text for one in report.section("overview").paragraphs)


class FakeDisk:
    """Has handed out what it is to write, and holds what it wrote last."""

    def __init__(self, session, path) -> None:
        self.session, self.path = session, path
        self.held, self.under_way = "", None
        self.begin()
        self.end(fails=False)

    def begin(self) -> None:
        if self.under_way is None:
            self.under_way = content(self.session.hand_out().report)

    def end(self, *, fails: bool) -> None:
        if self.under_way is None:
            return
        if fails:
            self.session.take_back()
        else:
            self.held = self.under_way
            self.session.take_in(self._kept())
        self.under_way = None

    def _kept(self) -> Kept:
        return Kept(self.path, {}, 1, "", None, is_in_file=True)


@pytest.mark.parametrize("type_one", [type_figure, type_letter])
@pytest.mark.parametrize("seed", range(20))
def test_nothing_counts_as_saved_that_does_not_lie_in_the_file(
    make_session, report, tmp_path, seed, type_one
):
    # given
    dice = random.Random(seed)
    now = [0.0]
    session = make_session(report, clock=lambda: now[0])
    disk = FakeDisk(session, tmp_path / "a.nianbao")
    typed = iter(range(1, STEPS + 1))
    deeds = {
        "type": lambda: type_one(session, next(typed)),
        "undo": session.undo_stack.undo,
        "redo": session.undo_stack.redo,
        "pause": lambda: now.append(now.pop() + dice.choice((0.0, 5.0))),
        "begin": disk.begin,
        "end": lambda: disk.end(fails=False),
        "fail": lambda: disk.end(fails=True),
    }
    seen = set()

    # when
    for _ in range(STEPS):
        deed = dice.choices(list(deeds), (6, 4, 2, 1, 3, 3, 1))[0]
        deeds[deed]()

        # then: each figure and letter was typed once, so that two states that read alike are one state
        seen.add(session.is_clean)
        assert session.is_clean == (content(session.report) == disk.held)
    assert seen == {True, False}


def test_who_listens_hears_when_the_saved_state_is_left_and_found_again(make_session, report, tmp_path):
    # given
    session = make_session(report)
    FakeDisk(session, tmp_path / "a.nianbao")
    heard = []
    session.saved_changed.connect(lambda: heard.append(session.is_clean))

    # when
    session.edit(SetCells({CELL: "1"}))
    session.edit(SetCells({CELL: "2"}))
    session.undo_stack.undo()
    session.undo_stack.undo()
    session.undo_stack.redo()

    # then
    assert heard == [False, True, False]
