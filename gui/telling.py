"""What the clerk is told in passing, on the bottom line, and when it goes again."""

from PySide6.QtCore import QObject, Signal

from gui.session import Session


class Telling(QObject):
    """Passes sentences on to the bottom line.

    Signals:
        said(str): something to be told, "" where what was told last is over.
    """

    said = Signal(str)

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._passing = False  # what was told last goes with the next command or place
        self._asks_to_save = False
        self.said.connect(self._said_anew)

    def until_next(self, words: str) -> None:
        """Tell what goes once the clerk is elsewhere or gives another command."""
        self.said.emit(words)
        self._passing = True

    def until_saved(self, words: str) -> None:
        """Tell what asks the clerk to save: it goes once all is saved."""
        self.said.emit(words)
        self._asks_to_save = True

    def follow(self, session: Session) -> None:
        """Let go of what speaks of a state of an open report that is gone."""
        session.edited.connect(lambda: self.said.emit(""))
        session.saved_changed.connect(lambda: self._saved(session))

    def _saved(self, session: Session) -> None:
        if self._asks_to_save and session.is_clean:
            self.said.emit("")

    def go_on(self) -> None:
        """Let go of that: the clerk is elsewhere, or gives another command."""
        if self._passing:
            self.said.emit("")

    def _said_anew(self) -> None:
        self._passing = self._asks_to_save = False
