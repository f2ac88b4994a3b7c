"""The menu under the right button: the commands on cells, as they stand in the menu of the window."""

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QWidget

NAMES = (
    "editCell", "", "cutCells", "copyCells", "pasteCells", "clearCells", "", "fillDown", "fillRight", "",
    "zerosRow", "zerosBlock", "zerosTable", "", "automaticTotal",
)  # fmt: skip


def menu_of(widget: QWidget) -> QMenu:
    """Return a menu with those commands of the widget's window that work on cells."""
    known = {action.objectName(): action for action in widget.window().actions()}
    menu = QMenu(widget)
    menu.setObjectName("cellMenu")
    for name in NAMES:
        action: QAction | None = known.get(name)
        if action is not None:
            menu.addAction(action)
        elif not name:
            menu.addSeparator()
    return menu
