"""The menu under the right button: what can be done about the words there, then cut, copy, paste."""

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtGui import QContextMenuEvent, QKeySequence
from PySide6.QtWidgets import QMenu, QPlainTextEdit, QTextEdit

from core.checks.model import Finding
from gui.session import Session

_Key = QKeySequence.StandardKey

Offer = tuple[str, Callable[[], None]]


def put_cursor(box: QTextEdit, event: QContextMenuEvent) -> None:
    """Put the cursor where the right button was pressed, unless that is within what is selected; the menu key moves nothing."""
    if event.reason() == QContextMenuEvent.Reason.Keyboard:
        return
    cursor, there = box.textCursor(), box.cursorForPosition(event.pos())
    if cursor.hasSelection() and cursor.selectionStart() <= there.position() <= cursor.selectionEnd():
        return
    box.setTextCursor(there)


def build(box: QTextEdit | QPlainTextEdit, offers: Sequence[Offer]) -> QMenu:
    """Return the menu of a text box, with some offers above the usual."""
    menu = QMenu(box)
    menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    for words, act in offers:
        menu.addAction(_literal(words)).triggered.connect(act)
    if offers:
        menu.addSeparator()
    selected = box.textCursor().hasSelection()
    for words, act, key, possible in (
        ("剪切", box.cut, _Key.Cut, selected),
        ("复制", box.copy, _Key.Copy, selected),
        ("粘贴", box.paste, _Key.Paste, box.canPaste()),
        ("全选", box.selectAll, _Key.SelectAll, True),
    ):
        action = menu.addAction(words)
        action.setShortcut(key)
        action.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)  # told here, heard by the box itself
        action.setShortcutVisibleInContextMenu(True)
        action.setEnabled(possible)
        action.triggered.connect(act)
    return menu


def remedies(session: Session, findings: Sequence[Finding]) -> list[Offer]:
    """Return the remedies that findings propose, as far as they do; each is offered once."""
    proposed: dict[str, Finding] = {}
    for finding in findings:
        if finding.fix:
            proposed.setdefault(finding.fix.label, finding)
    return [(label, partial(_mend, session, finding)) for label, finding in proposed.items()]


def _mend(session: Session, finding: Finding) -> None:
    session.mend(finding)


def _literal(label: str) -> str:
    """Return a label whose "&" is a letter and no shortcut."""
    return label.replace("&", "&&")
