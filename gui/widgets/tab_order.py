"""The order in which Tab goes from one widget to the next; Qt's own is the one in which they were made."""

from itertools import pairwise

from PySide6.QtWidgets import QWidget


def chain(*widgets: QWidget) -> None:
    """Let Tab go from each of these to the next; the first one stays where it is, unless it is the last one too."""
    for before, after in pairwise(widgets):
        QWidget.setTabOrder(before, after)
