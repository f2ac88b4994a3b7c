"""F1: the manual at the page for the place at hand, in the window and in every dialog over it."""

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QApplication, QDialog, QWidget

from core.settings import Settings
from gui.help_pages import FIRST, KEYS, page_at
from gui.places import OPTIONS

_KNOWN = "hasHelpKey"


def show_help(over: QWidget, page: str = "") -> None:
    """Show the manual over a window, at the page for where its focus stands or at that one."""
    from gui.dialogs.manual import ManualDialog

    page = page or (page_at(over) if over.isVisible() else FIRST)
    manual = next((one for one in over.findChildren(ManualDialog) if one.isVisible()), None) or ManualDialog(
        over
    )
    manual.show_page(page)
    manual.show()
    manual.activateWindow()


def show_keys(over: QWidget) -> None:
    """Show the list of all commands and keys."""
    show_help(over, KEYS)


class HelpKey(QObject):
    """Gives each dialog over the window its F1, for the window's own does not reach into it."""

    def __init__(self, window: QWidget, options: Settings) -> None:
        super().__init__(window)
        window.setProperty(OPTIONS, options)  # for the folder in which a page of the manual is saved
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.focusChanged.connect(self._attach)

    def _attach(self, _: QWidget | None, now: QWidget | None) -> None:
        top = now.window() if now else None
        if isinstance(top, QDialog) and not top.property(_KNOWN):
            top.setProperty(_KNOWN, True)
            key = QAction("使用说明", top)
            key.setObjectName("dialogHelp")
            key.setShortcut(QKeySequence("F1"))
            key.triggered.connect(lambda: show_help(top))
            top.addAction(key)
