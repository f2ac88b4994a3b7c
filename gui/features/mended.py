"""A fix that changed many places at once is told: most of them are not in sight."""

import re

from core.checks.model import Fix
from core.edits import Together
from gui.features.desk import AtDesk

_COUNT = re.compile(r"(\d+) ?处")


def follow(desk: AtDesk) -> None:
    """Tell of such fixes in a report that was just opened."""
    if desk.session:
        desk.session.mended.connect(lambda fix: _tell(desk, fix))


def _tell(desk: AtDesk, fix: Fix) -> None:
    count = places_of(fix)
    if count > 1:
        desk.say(f"已改 {count} 处，按 Ctrl+Z 撤销。")


def places_of(fix: Fix) -> int:
    """Return in how many places a fix changes something: as it says itself, else by its parts."""
    said = _COUNT.search(fix.label)
    if said:
        return int(said[1])
    return len(fix.edit.edits) if isinstance(fix.edit, Together) else 1
