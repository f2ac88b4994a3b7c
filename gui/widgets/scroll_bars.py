"""Scroll bars that always keep their place show no handle while there is nothing to scroll."""

from PySide6.QtWidgets import QAbstractScrollArea


def hide_idle(area: QAbstractScrollArea) -> None:
    """Let the upright bar stand empty while all is in sight: a handle as long as the bar looks like something to pull.

    The bar is asked for each time: what Qt made is not held (see CONTRIBUTING).
    """

    def follow() -> None:
        bar = area.verticalScrollBar()
        bar.setEnabled(bar.maximum() > bar.minimum())

    area.verticalScrollBar().rangeChanged.connect(follow)
    follow()
