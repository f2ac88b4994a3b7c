"""A fix that changed many places at once is told: most of them are not in sight."""

from core.checks.model import Fix
from gui.features.desk import AtDesk


def follow(desk: AtDesk) -> None:
    """Tell of such fixes in a report that was just opened."""
    if desk.session:
        desk.session.mended.connect(lambda fix: _tell(desk, fix))


def _tell(desk: AtDesk, fix: Fix) -> None:
    if fix.places > 1:
        desk.say(f"已改 {fix.places} 处，按 Ctrl+Z 撤销。")
