"""The order in which Tab goes from one widget to the next; Qt's own is the one in which they were made."""

from itertools import pairwise

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget


def chain(*widgets: QWidget) -> None:
    """Let Tab go from each of these to the next; the first one stays where it is, unless it is the last one too."""
    for before, after in pairwise(widgets):
        QWidget.setTabOrder(before, after)


def in_tab_order(whole: QWidget) -> list[QWidget]:
    """Return the parts of a widget that Tab goes to, in their order."""
    found = []
    part = whole.nextInFocusChain()
    while part and part is not whole:
        if whole.isAncestorOf(part) and part.focusPolicy() & Qt.FocusPolicy.TabFocus:
            found.append(part)
        part = part.nextInFocusChain()
    return found
