"""The room of a widget that is hidden: kept for it, or given to others."""

from PySide6.QtWidgets import QWidget


def keep_room(widget: QWidget, *, keep: bool = True) -> None:
    """Let nothing move under the mouse when a widget is hidden, or let others have its room again."""
    policy = widget.sizePolicy()
    policy.setRetainSizeWhenHidden(keep)
    widget.setSizePolicy(policy)
