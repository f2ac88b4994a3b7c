"""Show a window, paint it once and leave: the program's own, or a bare one to compare with."""

import sys

from PySide6.QtWidgets import QApplication, QMainWindow, QTableWidget, QWidget


def program() -> tuple[QApplication, QWidget]:
    """Return the program's application and its window on the home page."""
    from gui.app import application, build

    app = application()
    return app, build(app)


def bare() -> tuple[QApplication, QWidget]:
    """Return an application and a main window with an empty table."""
    app = QApplication(sys.argv[:1])
    window = QMainWindow()
    window.setCentralWidget(QTableWidget(28, 10))
    return app, window


if __name__ == "__main__":
    application, shown = {"program": program, "bare": bare}[sys.argv[1]]()
    shown.show()
    application.processEvents()
    shown.grab()
