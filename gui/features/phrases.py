"""The phrases for the page at hand (Ctrl+J): shown in the guidance, put in with Enter."""

from collections.abc import Callable

from gui.features.desk import AtDesk
from gui.panes.workspace import Workspace


def commands(desk: AtDesk) -> dict[str, Callable[[], object]]:
    """Return what the command of the phrases does."""
    return {"insertPhrase": desk.with_workspace(Workspace.show_phrases)}
