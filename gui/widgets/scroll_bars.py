"""Scroll bars that always keep their place show no handle while there is nothing to scroll."""

from PySide6.QtWidgets import QScrollBar


def hide_idle(bar: QScrollBar) -> None:
    """Let the bar stand empty while all is in sight: a handle as long as the bar looks like something to pull."""

    def follow(least: int, most: int) -> None:
        bar.setEnabled(most > least)

    bar.rangeChanged.connect(follow)
    follow(bar.minimum(), bar.maximum())
