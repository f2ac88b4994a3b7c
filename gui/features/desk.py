"""What a feature may use of the desk it works at."""

from collections.abc import Callable
from typing import Protocol

from PySide6.QtWidgets import QWidget

from core.settings import Settings
from core.template import Library
from gui.messages import Messages
from gui.opening import Opening
from gui.panes.workspace import Workspace
from gui.session import Session
from gui.tasks import Tasks
from gui.telling import Telling
from gui.theme import Theme


class AtDesk(Protocol):
    """The desk as features see it: the open report, its panes, and what belongs to the whole window."""

    session: Session | None
    workspace: Workspace | None
    window: QWidget
    library: Library
    options: Settings
    theme: Theme
    tasks: Tasks
    messages: Messages
    opening: Opening
    telling: Telling

    def with_session(self, work: Callable[[Session], object]) -> Callable[[], object]:
        """Return the command that does the work on the open report, after what is half-typed counts."""

    def with_workspace(self, work: Callable[[Workspace], object]) -> Callable[[], object]:
        """Return the command that does the work in the panes of the open report."""

    def say(self, words: str) -> None:
        """Tell the clerk something in passing."""

    def say_for_now(self, words: str) -> None:
        """Tell the clerk something, as why nothing came of a command; it goes once the clerk is elsewhere or gives another."""
