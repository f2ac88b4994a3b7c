"""What a fix changed is told: the list has gone on to the next finding by then, and not all places are in sight."""

from core.checks.model import Fix
from gui.features.desk import AtDesk

_TO = "改为 "


def follow(desk: AtDesk) -> None:
    """Tell of the fixes in a report that was just opened."""
    if desk.session:
        desk.session.mended.connect(lambda fix: desk.say(f"{_done(fix)}，按 Ctrl+Z 可以撤销。"))


def _done(fix: Fix) -> str:
    """Return what was done: in how many places, or for a single one what it reads now."""
    if fix.places > 1:
        return f"已改 {fix.places} 处"
    return f"已{fix.label}" if fix.label.startswith(_TO) else f"已改：{fix.label}"
