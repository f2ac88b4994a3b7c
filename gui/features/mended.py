"""What a fix changed is told: the list has gone on to the next finding by then, and not all places are in sight.

It goes with the next step: by then the key named may take back something else.
"""

from core import numbers
from core.checks.model import Fix
from core.own_places import NOTED, TAKEN_BACK
from gui.features.desk import AtDesk

_CHANGED_TO, _TAKEN_OUT = "改为 ", "删去"
_QUOTING = (_CHANGED_TO, f"{_TAKEN_OUT} ")  # and then the words of the report
_SAID_SO = (_CHANGED_TO, _TAKEN_OUT, NOTED, TAKEN_BACK)  # what is done, in words that follow 已


def follow(desk: AtDesk) -> None:
    """Tell of the fixes in a report that was just opened."""
    if desk.session:
        desk.session.mended.connect(lambda fix: desk.say_for_now(f"{_done(fix)}，按 Ctrl+Z 可以撤销。"))


def _done(fix: Fix) -> str:
    """Return what was done: in how many places, or for a single one what it reads now."""
    if fix.places > 1:
        return f"已改 {fix.places} 处"
    verb, _, words = fix.label.partition(" ")
    if fix.label.startswith(_QUOTING) and numbers.read(words) is None and not words.startswith("“"):
        return f"已{verb}“{words}”"  # marks among them would run into the sentence
    return f"已{fix.label}" if fix.label.startswith(_SAID_SO) else f"已改：{fix.label}"
