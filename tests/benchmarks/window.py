"""Show a window, say so once it is painted, and leave: the program's own, or a bare one to compare with."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication, QWidget


def program() -> tuple[QApplication, QWidget]:
    """Return the program's application and its window on the home page, loaded as `main.py` does."""
    from main import starting

    gui = starting()
    app = gui.application()
    return app, gui.build(app)


def bare() -> tuple[QApplication, QWidget]:
    """Return an application and a main window with an empty table."""
    from PySide6.QtWidgets import QApplication, QMainWindow, QTableWidget

    app = QApplication(sys.argv[:1])
    window = QMainWindow()
    window.setCentralWidget(QTableWidget(28, 10))
    return app, window


if __name__ == "__main__":
    application, shown = {"program": program, "bare": bare}[sys.argv[1]]()
    shown.show()
    application.processEvents()
    print("painted", flush=True)
