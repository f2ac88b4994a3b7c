"""Boxes for a choice and for a number that the wheel leaves alone: it goes on to the page around them.

Qt's own take the choice under the pointer along while a page is scrolled. Every box of the window is one of these.
"""

from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QComboBox, QSpinBox


class ChoiceBox(QComboBox):
    """A box of choices; its open list is scrolled as ever."""

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Leave the wheel to what is around the box."""
        event.ignore()


class NumberBox(QSpinBox):
    """A field for a number."""

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Leave the wheel to what is around the field."""
        event.ignore()
