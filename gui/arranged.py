"""The panes of a report, arranged as the clerk left them the last time."""

from collections.abc import Callable, Mapping

from core.settings import Settings
from gui.panes.workspace import Workspace
from gui.session import Session
from gui.theme import Theme
from gui.widgets.file_drops import leave_files_to_window


def workspace(
    session: Session,
    theme: Theme,
    options: Settings,
    commands: Mapping[str, Callable[[], object]],
    moved: Callable[[], object],
) -> Workspace:
    """Return the panes of a report; what is moved or folded in them is kept in the options, and `moved` called then."""
    work = Workspace(session, theme)
    work.preview_closed.connect(commands["preview"])
    work.print_wanted.connect(commands["print"])
    work.room.outline_wanted.connect(commands["toggleOutline"])
    work.room.side_wanted.connect(commands["toggleSide"])
    work.page.limit_by(lambda: options.section_limit)
    work.page.page_shown.connect(lambda: leave_files_to_window(work))
    _take_places(work, options, moved)
    leave_files_to_window(work)
    return work


def _take_places(work: Workspace, options: Settings, moved: Callable[[], object]) -> None:
    def keep(left: int, right: int) -> None:
        options.left_width, options.right_width = left or options.left_width, right or options.right_width
        moved()

    def keep_tab(number: int) -> None:
        options.right_tab = max(number, 0)
        moved()

    def keep_opened() -> None:
        options.right_opened_in = work.room.side_opened_in
        moved()

    work.side.setCurrentIndex(options.right_tab)
    work.side.currentChanged.connect(keep_tab)
    work.room.set_widths(options.left_width, options.right_width)
    work.room.widths_chosen.connect(keep)
    work.room.show_panes(
        left=options.left_shown, right=options.right_shown, opened_in=options.right_opened_in
    )
    work.side.wanted.connect(keep_opened)
    work.resized.connect(moved)
    if options.preview_shown:
        work.show_preview(options)
