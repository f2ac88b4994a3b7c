"""A menu under the right button: words, each with what it does."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMenu, QWidget


def offer_menu(widget: QWidget, name: str, offers: Sequence[tuple[str, Callable[[], object]]]) -> QMenu:
    """Return a menu of a widget, not open yet; an "&" in its words is a letter."""
    menu = QMenu(widget)
    menu.setObjectName(name)
    menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    for words, act in offers:
        menu.addAction(words.replace("&", "&&")).triggered.connect(_alone(act))
    return menu


def _alone(act: Callable[[], object]) -> Callable[[], object]:
    """Return what does it without the check mark that the signal tells of."""
    return lambda: act()
