"""What the editors of the review stand on: what is typed counts when it is told to the review."""

from collections.abc import Mapping

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit, QWidget

from core.importers.reviewing import Review
from gui.panes.review_text import WordsBox


class Editor(QWidget):
    """The ground of all editors: what stands in it counts when `commit` is called.

    Signals:
        touched(): something differs from what the review says, or no longer does.
        entered(): Enter was pressed in a single line: it counts, and the clerk goes on.
    """

    words: WordsBox | None = None  # where it has such: they make use of more height than they ask for
    touched = Signal()
    entered = Signal()
    _let_go: Mapping[str, str] | None = None

    def commit(self, review: Review) -> None:
        """Tell the review what stands here, where it differs."""

    def is_touched(self) -> bool:
        """Whether something differs from what was shown first."""
        return False

    def focus(self) -> None:
        """Put the cursor into the first field."""
        self.setFocus()

    @property
    def keys_at(self) -> tuple[str, int]:
        """The name of the field that has the keys, "" for none, and the place of the cursor in it, -1 where it has none."""
        field = self.window().focusWidget()
        if field is None or not self.isAncestorOf(field):
            return "", -1
        return field.objectName(), _cursor_in(field)

    def take_keys(self, name: str, at: int) -> None:
        """Put the cursor at a place into the field of that name; where either is not known, behind the words, into the first."""
        self.focus()
        named = self.findChildren(QWidget, name) if name else []
        if seen := [one for one in named if one.isVisible()]:
            seen[-1].setFocus()
        _put_cursor(self.window().focusWidget(), at)

    def state(self, *, first: bool = False) -> dict[str, str]:
        """Return what stands in the fields, each by its name, or what was shown `first`."""
        return {}

    def show_state(self, state: Mapping[str, str]) -> None:
        """Let that stand in the fields again; a field that is not named stays as it is."""

    def give_up(self) -> None:
        """Go back to what was shown first; `step` can bring back what stood here."""
        self._let_go = self.state()
        self.show_state(self.state(first=True))
        self.touched.emit()

    @property
    def can_do_again(self) -> bool:
        """Whether `step` has something to do again: typing in the field at hand, or what was given up."""
        return _can_step_in_field(self, back=False) or (self._let_go is not None and not self.is_touched())

    def step(self, *, back: bool) -> bool:
        """Take back what was typed last in the field at hand, or all that is half-made; or do that again.

        Return whether there was such.
        """
        if back and not self.is_touched():
            return False
        if not _step_in_field(self, back=back):
            if back:
                self.give_up()
            elif self._let_go is None or self.is_touched():
                return False
            else:
                self.show_state(self._let_go)
                self._let_go = None
        self.touched.emit()
        return True


def _cursor_in(field: QWidget) -> int:
    """Return the place of the cursor in a field, -1 where it has none."""
    if isinstance(field, QPlainTextEdit):
        return field.textCursor().position()
    return field.cursorPosition() if isinstance(field, QLineEdit) else -1


def _put_cursor(field: QWidget | None, at: int) -> None:
    """Put the cursor before a character of a field, nothing selected; -1 is behind all of them."""
    if isinstance(field, WordsBox):
        field.put_cursor(field.document().characterCount() if at < 0 else at)
    elif isinstance(field, QLineEdit):
        field.end(False)
        if (
            0 <= at < field.cursorPosition()
        ):  # Qt counts otherwise than Python, and takes no place behind the end
            field.setCursorPosition(at)


def _step_in_field(editor: QWidget, *, back: bool) -> bool:
    """Undo or redo typing in the field that has the keyboard; return whether there was any."""
    field = QApplication.focusWidget()
    possible = _can_step_in_field(editor, back=back)
    if possible and isinstance(field, QPlainTextEdit | QLineEdit):
        (field.undo if back else field.redo)()
    return possible


def _can_step_in_field(editor: QWidget, *, back: bool) -> bool:
    """Return whether there is typing to undo or redo in the field that has the keyboard."""
    field = QApplication.focusWidget()
    if not field or not editor.isAncestorOf(field):
        return False
    if isinstance(field, QPlainTextEdit):
        return field.document().isUndoAvailable() if back else field.document().isRedoAvailable()
    if isinstance(field, QLineEdit):
        return field.isUndoAvailable() if back else field.isRedoAvailable()
    return False
