"""The versions before of the open report."""

from collections.abc import Callable
from functools import partial

from gui.features.desk import AtDesk
from gui.session import Session


def commands(desk: AtDesk) -> dict[str, Callable[[], object]]:
    """Return what the command of the versions does."""
    return {"versionHistory": desk.with_session(partial(_show, desk))}


def _show(desk: AtDesk, session: Session) -> None:
    from gui.dialogs.versions import VersionDialog

    dialog = VersionDialog(session, desk.theme, desk.workspace or desk.window)

    def lead() -> None:
        """Show what was taken back."""
        if dialog.taken and desk.workspace:
            desk.workspace.page.go_to(dialog.taken)

    dialog.finished.connect(lambda _result: lead())
    dialog.open()
