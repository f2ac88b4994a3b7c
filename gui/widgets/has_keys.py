"""Whether the keys are in a part of a window, be that window the active one or not."""

from PySide6.QtWidgets import QWidget


def has_keys(part: QWidget) -> bool:
    """Return whether the keys go to a widget or to what is in it, as soon as its window has them."""
    holder = part.window().focusWidget()
    return holder is not None and (holder is part or part.isAncestorOf(holder))
