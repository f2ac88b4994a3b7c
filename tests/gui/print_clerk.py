"""A clerk before a printer, as a program of its own: what CUPS knows of its server it learns once in a process.

`python -m tests.gui.print_clerk FOLDER PAGES SIDES` opens a report, prints those pages through the dialog, and
leaves the report's own PDF in the folder.
"""

import sys
import time
from collections.abc import Callable
from pathlib import Path

from PySide6.QtWidgets import QApplication, QComboBox, QLabel, QLineEdit, QPushButton, QWidget

from core.export import pdf
from core.layout import lay_out
from core.settings import Settings
from core.store import ReportFile
from core.template import built_in
from gui.theme import Theme
from gui.window import MainWindow
from tests.samples import filled

_PATIENCE = 90.0


def main(folder: Path, pages: str, sides: str) -> None:
    app = QApplication([])
    library = built_in()
    template, report = filled(library, "national-2021", 2024)
    window = MainWindow(lambda: library, Settings(), Theme.load("light"))
    window.show()
    window.desk.open(ReportFile(report), None)
    said: list[str] = []
    window.desk.said.connect(said.append)
    window.desk.commands["print"]()
    dialog = found(window, QWidget, "printDialog")
    note = found(dialog, QLabel, "printNote")
    found(dialog, QLineEdit, "printPages").setText(pages)
    start = found(dialog, QPushButton, "startPrint")
    until(app, start.isEnabled, note.text)
    combo = found(dialog, QComboBox, "printSides")
    combo.setCurrentIndex(combo.findData(sides))
    print(note.text())
    start.click()
    until(app, lambda: bool(said), note.text)
    print(said[-1])
    (folder / "ours.pdf").write_bytes(pdf.write(lay_out(template, report)))
    window._leaving = True
    window.close()


def found(parent: QWidget, kind: type, name: str):
    widget = parent.findChild(kind, name)
    assert isinstance(widget, kind), name
    return widget


def until(app: QApplication, done: Callable[[], bool], why: Callable[[], str]) -> None:
    latest = time.monotonic() + _PATIENCE
    while not done() and time.monotonic() < latest:
        app.processEvents()
        time.sleep(0.01)
    assert done(), why()


if __name__ == "__main__":
    main(Path(sys.argv[1]), sys.argv[2], sys.argv[3])
