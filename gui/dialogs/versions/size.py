"""How large the dialog of the versions stands: small as long as there is nothing to compare."""

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QDialog

from gui.widgets.fitting_area import room_for

# in letters, wide and high: without a version, with one that is as now, with some of them, to compare
_NONE, _ONE, _SOME, _COMPARED = (44, 12), (60, 20), (76, 26), (76, 40)


def begin(dialog: QDialog, versions: int) -> None:
    """Give a dialog that compares nothing the size for so many versions."""
    dialog.resize(_size(dialog, _NONE if not versions else _ONE if versions == 1 else _SOME))


def make_room(dialog: QDialog) -> bool:
    """Let it be as large as two states side by side take, on its screen in full; return whether it was smaller."""
    before = dialog.size()
    dialog.resize(before.expandedTo(_size(dialog, _COMPARED)))
    if dialog.isVisible():
        _bring_onto_screen(dialog)
    return dialog.size() != before


def _bring_onto_screen(dialog: QDialog) -> None:
    screen, frame = dialog.screen().availableGeometry(), dialog.frameGeometry()
    left = max(screen.left(), min(frame.left(), screen.right() - frame.width() + 1))
    top = max(screen.top(), min(frame.top(), screen.bottom() - frame.height() + 1))
    if (left, top) != (frame.left(), frame.top()):
        dialog.move(left, top)


def _size(dialog: QDialog, letters: tuple[int, int]) -> QSize:
    letter = dialog.fontMetrics().horizontalAdvance("口")
    return QSize(letters[0] * letter, letters[1] * letter).boundedTo(room_for(dialog))
