"""The panes around the page: shown and hidden, and kept that way for the next time."""

from collections.abc import Callable
from functools import partial

from gui.features.desk import AtDesk
from gui.panes.workspace import Workspace
from gui.remembered import keep_options


def commands(desk: AtDesk) -> dict[str, Callable[[], object]]:
    """Return what the commands of the panes do."""
    return {
        "preview": desk.with_workspace(partial(_turn, partial(_turn_preview, desk))),
        "trend": desk.with_workspace(Workspace.show_trend),
        "toggleOutline": desk.with_workspace(partial(_turn, partial(_turn_outline, desk))),
        "toggleSide": desk.with_workspace(partial(_turn, partial(_turn_side, desk))),
    }


def _turn(turn: Callable[[Workspace], object], work: Workspace) -> None:
    """Show or hide a pane; keys that were in one that goes come back to the page, where Qt would give them to any part."""
    before, on_page = work.window().focusWidget(), work.page.focusWidget()
    turn(work)
    if before is None or before.isVisible() or not work.page.isVisible():
        return
    if on_page and on_page.isVisible():
        on_page.setFocus()
    else:
        work.page.focus_editor()


def _turn_outline(desk: AtDesk, work: Workspace) -> None:
    """Show or hide the outline; the right pane that gives way to it in a narrow window is shut there meanwhile."""
    desk.options.left_shown = work.room.turn_outline()
    desk.options.right_opened_in = work.room.side_opened_in
    keep_options(desk.options)


def _turn_side(desk: AtDesk, work: Workspace) -> None:
    """Show or hide the right pane; what she chooses in a narrow window says nothing of a wide one."""
    beside = work.room.previews_beside
    shown = work.room.turn_side()
    if work.room.is_narrow:
        desk.options.right_opened_in = work.room.side_opened_in
    else:
        desk.options.right_shown = shown
    if beside and not work.previews:
        desk.options.preview_shown = False
    work.show_in_preview()  # it may have come back
    keep_options(desk.options)


def _turn_preview(desk: AtDesk, work: Workspace) -> None:
    """Show or hide the preview; in place of the page it is for now only, and no other report opens with it."""
    shows, beside = not work.previews, work.room.previews_beside
    if shows:
        work.show_preview(desk.options)
    else:
        work.room.hide_preview()
    if beside or work.room.previews_beside:
        desk.options.preview_shown = shows
        keep_options(desk.options)
