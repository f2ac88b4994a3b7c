"""The way out of the open report: at once where nothing would be lost, after what is being written, else asked once."""

from collections.abc import Callable
from functools import partial

from gui.messages import Messages
from gui.saving import Saving
from gui.session import Session
from gui.writing import Then


class Leaving:
    """Knows whether the open report may be left. `at_hand` gives it, once what is half-typed in it counts."""

    def __init__(self, at_hand: Callable[[], Session | None], saving: Saving, messages: Messages) -> None:
        self._at_hand = at_hand
        self._saving = saving
        self._messages = messages

    @property
    def is_free(self) -> bool:
        """Whether nothing would be lost if the program ended now."""
        session = self._at_hand()
        return session is None or (session.is_clean and not self._saving.writing.is_busy)

    def then(self, go_on: Then) -> None:
        """Go on as soon as the report may be left, and the clerk still wants to."""
        session = self._at_hand()
        if session is None or self.is_free:
            go_on()
        elif self._saving.writing.is_busy:
            self._saving.writing.after(partial(self.then, go_on))
        else:
            self._messages.ask_to_save(
                _name(session), partial(self._answered, session, go_on), session.unsaved
            )

    def _answered(self, session: Session, go_on: Then, choice: str) -> None:
        if choice == "save":  # and look again: while a slow disk saves the clerk may type on
            self._saving.save(session, partial(self.then, go_on))
        else:
            go_on()


def _name(session: Session) -> str:
    """Return what tells the open report from another of the same office and year: its file, where it has one."""
    if session.path is not None:
        return session.path.name
    name = f"{session.report.unit.short_name}{session.report.year}年报告"
    return f"{name}（还没保存过的草稿）" if session.unsaved == "edits" else name
