"""Show a window, paint it once and leave: the program's own, or a bare one to compare with."""

import sys

from PySide6.QtWidgets import QApplication, QMainWindow, QTableWidget, QWidget


def program(app: QApplication) -> QWidget:
    """Return the window of the program on its home page."""
    from gui.app import build

    return build(app)


def bare(_app: QApplication) -> QWidget:
    """Return a main window with an empty table."""
    window = QMainWindow()
    window.setCentralWidget(QTableWidget(28, 10))
    return window


if __name__ == "__main__":
    application = QApplication(sys.argv[:1])
    shown = {"program": program, "bare": bare}[sys.argv[1]](application)
    shown.show()
    application.processEvents()
    shown.grab()
