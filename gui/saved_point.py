"""Which state of a history of edits lies in the file, while a slow disk still writes one and the clerk types on."""


class SavedPoint:
    """Knows the state that was saved last, and the one that is being written at this moment.

    Qt's stack has a clean state of its own, but that is always the one at hand; here it is the one that was written.
    States are told by how many edits led to them.
    """

    def __init__(self) -> None:
        self._now = 0
        self._saved: int | None = 0
        self._written: int | None = None

    @property
    def is_at_hand(self) -> bool:
        """Whether the report is as it was saved last."""
        return self._saved == self._now

    @property
    def is_being_written(self) -> bool:
        """Whether the report as it is now is what is being written."""
        return self._written == self._now

    @property
    def is_held(self) -> bool:
        """Whether somebody may want to come back to exactly this state: no keystroke is to become a part of it."""
        return self.is_at_hand or self.is_being_written

    def forget(self) -> None:
        """No state lies in a file: the report was opened with changes."""
        self._saved = None

    def move(self, state: int) -> bool:
        """Note which state is at hand now; return whether that is the saved one while the former was not, or the reverse."""
        before, self._now = self.is_at_hand, state
        return self.is_at_hand != before

    def make_way(self) -> None:
        """Let go of the states that are undone: an edit takes their place."""
        self._saved = _up_to(self._now, self._saved)
        self._written = _up_to(self._now, self._written)

    def begin(self) -> None:
        """Note that the report as it is now is being written."""
        self._written = self._now

    def end(self, *, is_saved: bool) -> None:
        """Note that it lies in the file, or that it was not written."""
        if is_saved:
            self._saved = self._written
        self._written = None


def _up_to(now: int, state: int | None) -> int | None:
    return state if state is not None and state <= now else None
