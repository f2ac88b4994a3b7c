"""`python -m tests.acceptance.typist LEDGER SEED [FILE]`: the program with a clerk who types until the plug is pulled.

Number after number is typed into the words of a report, new or in a file. Once the report holds a number, the number
and the time of the system's clock that only goes on are added to the ledger.
"""

import os
import random
import sys
import time
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QTextEdit

from core.report import blank
from core.store import ReportFile
from core.template import installed
from gui.app import application, build
from gui.window import MainWindow

OFFICE = "清溪县柳河镇人民政府"
SECTION = "overview"
_BREATH, _SENTENCE, _PHONE = (0.005, 0.06), (0.3, 0.7), (1.0, 2.5)  # seconds
_PER_PARAGRAPH = 25
_PATIENCE = 60.0


def main(ledger: Path, seed: int, file: Path | None) -> None:
    """Type until the process is killed."""
    app = application()
    window = build(app)
    window.show()
    if file:
        window.open_path(file)
    else:
        window.desk.open(ReportFile(blank(installed().get("national-2021"), 2024, OFFICE)), None)
    patience = time.monotonic() + _PATIENCE
    while _editor(window) is None:
        if time.monotonic() > patience:
            sys.exit("no report to type into")
        QTest.qWait(20)
    _type(window, ledger, random.Random(seed))


def _editor(window: MainWindow) -> QTextEdit | None:
    """Return where words of the section are typed, once it is in sight."""
    work = window.desk.workspace
    session = window.desk.session
    if work is None or session is None:
        return None
    from gui.pages import pages_of

    page = next(one for one in pages_of(session.template, session.report) if one.section == SECTION)
    work.page.show_page(page)
    QApplication.processEvents()
    seen = [one for one in window.findChildren(QTextEdit, "proseEditor") if one.isVisible()]
    return seen[0] if seen else None


def _type(window: MainWindow, ledger: Path, dice: random.Random) -> None:
    session, editor = window.desk.session, _editor(window)
    assert session is not None
    assert editor is not None
    book = os.open(ledger, os.O_WRONLY | os.O_CREAT | os.O_APPEND)
    number = 0
    while True:
        number += 1
        QTest.keyClicks(editor, f"n{number};")
        section = session.report.section(SECTION)
        assert section is not None
        assert f"n{number};" in section.paragraphs[-1].text
        os.write(book, f"{number} {time.monotonic()}\n".encode())
        if number % _PER_PARAGRAPH == 0:
            QTest.keyClick(editor, Qt.Key.Key_Return)
        if session.path and dice.random() < 0.01:
            window.desk.commands["save"]()
        pause = dice.choices((_BREATH, _SENTENCE, _PHONE), (95, 4, 1))[0]
        QTest.qWait(round(dice.uniform(*pause) * 1000))


if __name__ == "__main__":
    main(Path(sys.argv[1]), int(sys.argv[2]), Path(sys.argv[3]) if len(sys.argv) > 3 else None)
