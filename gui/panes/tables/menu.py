"""The menu under the right button, and that of the zeros: the commands on cells, as they stand in the menu of the window."""

from collections.abc import Sequence

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QWidget

ZEROS = ("zerosRow", "zerosBlock", "zerosTable")
NAMES = (
    "editCell", "", "cutCells", "copyCells", "pasteCells", "clearCells", "", "fillDown", "fillRight", "",
    *ZEROS, "", "automaticTotal",
)  # fmt: skip


def menu_of(widget: QWidget, names: Sequence[str] = NAMES, called: str = "cellMenu") -> QMenu:
    """Return a menu with those commands of the widget's window, by default all that work on cells."""
    known = {action.objectName(): action for action in widget.window().actions()}
    menu = QMenu(widget)
    menu.setObjectName(called)
    for name in names:
        action: QAction | None = known.get(name)
        if action is not None:
            menu.addAction(action)
        elif not name:
            menu.addSeparator()
    return menu
