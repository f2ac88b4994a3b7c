"""The panes around the page: shown and hidden, and kept that way for the next time."""

from collections.abc import Callable
from functools import partial

from gui.features.desk import AtDesk
from gui.panes.workspace import Workspace
from gui.remembered import keep_options


def commands(desk: AtDesk) -> dict[str, Callable[[], object]]:
    """Return what the commands of the panes do."""
    return {
        "preview": desk.with_workspace(partial(_turn_preview, desk)),
        "trend": desk.with_workspace(Workspace.show_trend),
        "toggleOutline": desk.with_workspace(partial(_turn_outline, desk)),
        "toggleSide": desk.with_workspace(partial(_turn_side, desk)),
    }


def _turn_outline(desk: AtDesk, work: Workspace) -> None:
    desk.options.left_shown = work.turn_outline()
    keep_options(desk.options)


def _turn_side(desk: AtDesk, work: Workspace) -> None:
    """Show or hide the right pane; in a narrow window it is for now only."""
    shown = work.turn_side()
    if not work.is_narrow:
        desk.options.right_shown = shown
        keep_options(desk.options)


def _turn_preview(desk: AtDesk, work: Workspace) -> None:
    desk.options.preview_shown = not work.previews
    keep_options(desk.options)
    if work.previews:
        work.hide_preview()
    else:
        work.show_preview(desk.options)
