"""Whether a screen or a window is low: by the lines of writing that it holds, in the size of the interface of now."""

from PySide6.QtWidgets import QWidget

_LOW = 28  # lines of writing, in a screen or a window
_VERY_LOW_SCREEN = 23


def is_low(height: int, widget: QWidget) -> bool:
    """Return whether so many pixels hold few lines of the writing of a widget."""
    return _holds_less(_LOW, height, widget)


def is_on_low_screen(widget: QWidget) -> bool:
    """Return whether the screen of a widget holds few lines: each line counts there."""
    return _holds_less(_LOW, _height_around(widget), widget)


def is_on_very_low_screen(widget: QWidget) -> bool:
    """Return whether it holds so few that what only explains gives way: 1366×768 in the largest sizes."""
    return _holds_less(_VERY_LOW_SCREEN, _height_around(widget), widget)


def _holds_less(lines: int, height: int, widget: QWidget) -> bool:
    return height < lines * widget.fontMetrics().height()


def _height_around(widget: QWidget) -> int:
    return widget.screen().availableGeometry().height()
