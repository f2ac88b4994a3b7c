"""What the clerk does about the chosen finding: mends it, keeps it with a reason, notes its place as the office's own."""

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from core.checks.model import Finding
from core.edits import Decide
from gui.panes import finding_items, own_places
from gui.panes.remedies import TAKE_BACK
from gui.session import Session


class FindingDeeds(QObject):
    """Does each through the session; the keys go to `keys` first, for the button may go with its finding.

    Signals:
        said(str): what was done, to be told until the next step.
    """

    said = Signal(str)

    def __init__(self, session: Session, chosen: Callable[[], Finding | None], keys: QWidget) -> None:
        super().__init__(keys)
        self._session, self._chosen, self._keys = session, chosen, keys
        self.mends = False  # while a change is made that a finding suggests

    def mend(self) -> bool:
        """Make the change that the chosen finding suggests; return whether it suggests one."""
        finding = self._chosen()
        if finding is None:
            return False
        self.mends = True
        try:
            return self._session.mend(finding)
        finally:
            self.mends = False

    def press_fix(self) -> None:
        """Make that change where its button was pressed."""
        self._keys.setFocus()
        self.mend()

    def keep(self, reason: str) -> None:
        """Keep the chosen finding with a reason."""
        self._decide(lambda finding: Decide(finding.key, reason), "已保留：{}，原因已记下。")

    def take_back(self) -> None:
        """Keep it no more."""
        self._decide(lambda finding: Decide(finding.key, None, TAKE_BACK), "已撤回保留：{}。")

    def _decide(self, decision: Callable[[Finding], Decide], told: str) -> None:
        if finding := self._chosen():
            self._keys.setFocus()
            self._session.edit(decision(finding))
            self._session.check()
            self.said.emit(told.format(finding_items.place_words(self._session, finding)))

    def turn_place(self) -> None:
        """Note the place of the chosen finding as the office's own, or no more."""
        if finding := self._chosen():
            self._keys.setFocus()
            own_places.turn(self._session, finding)
