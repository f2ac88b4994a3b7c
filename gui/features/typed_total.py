"""A total can be given back to its terms only where it was typed by hand: the command is offered there alone."""

from functools import partial

from PySide6.QtGui import QAction

from gui.features.desk import AtDesk
from gui.panes.workspace import Workspace

_COMMAND = "automaticTotal"


def follow(desk: AtDesk) -> None:
    """Offer the command as the clerk moves through a report that was just opened."""
    if desk.session:
        desk.session.findings_changed.connect(partial(_allow, desk))
        desk.session.edited.connect(lambda _edit: _allow(desk))
    _follow_places(desk)


def follow_again(desk: AtDesk, _before: Workspace) -> None:
    """Go on in the panes of another look."""
    _follow_places(desk)


def _follow_places(desk: AtDesk) -> None:
    if desk.workspace:
        desk.workspace.page.place_changed.connect(partial(_allow, desk))


def _allow(desk: AtDesk) -> None:
    """Allow the command where the cell at hand is a total typed by hand."""
    table = desk.workspace.page.table_in_sight if desk.workspace else None
    allowed = table is not None and table.is_at_typed_total
    action = desk.window.findChild(QAction, _COMMAND)
    if isinstance(action, QAction):
        action.setEnabled(allowed)
