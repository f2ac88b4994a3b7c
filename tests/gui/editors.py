"""Editors by themselves, without the window around them."""

from gui.panes.prose_editor import ProseEditor
from gui.panes.table_editor import TableEditor
from gui.session import Session
from gui.theme import Theme


def prose_editor(session: Session, qtbot) -> ProseEditor:
    """Return the editor of the first section, on show and with the keys on its sheet."""
    editor = ProseEditor(session, Theme.load("light"), "overview")
    qtbot.addWidget(editor)
    editor.resize(780, 560)
    with qtbot.waitExposed(editor):
        editor.show()
    editor.activateWindow()
    editor.sheet.setFocus()
    qtbot.waitUntil(editor.sheet.hasFocus)
    return editor


def table_editor(session: Session, qtbot, table: str = "applications", width: int = 1000) -> TableEditor:
    """Return the editor of a table, on show."""
    editor = TableEditor(session, Theme.load("light"), table)
    qtbot.addWidget(editor)
    editor.resize(width, 700)
    with qtbot.waitExposed(editor):
        editor.show()
    return editor
