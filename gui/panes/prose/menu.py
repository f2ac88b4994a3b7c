"""The menu under the right button: what the finding there proposes, then cut, copy, paste."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMenu, QTextEdit

from core.checks.model import Finding
from gui.session import Session


def build(
    box: QTextEdit, session: Session, finding: Finding | None, confirm: Callable[[], None] | None
) -> QMenu:
    """Return the menu of a text box; `confirm` is what "仍然正确" does, None where nothing is to confirm."""
    menu = QMenu(box)
    menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    fix = finding.fix if finding else None
    if fix:
        menu.addAction(_literal(fix.label)).triggered.connect(lambda: session.edit(fix.edit))
    if confirm:
        menu.addAction("仍然正确").triggered.connect(confirm)
    if fix or confirm:
        menu.addSeparator()
    selected = box.textCursor().hasSelection()
    for words, act, possible in (
        ("剪切", box.cut, selected),
        ("复制", box.copy, selected),
        ("粘贴", box.paste, box.canPaste()),
        ("全选", box.selectAll, True),
    ):
        action = menu.addAction(words)
        action.setEnabled(possible)
        action.triggered.connect(act)
    return menu


def _literal(label: str) -> str:
    """Return a label whose "&" is a letter and no shortcut."""
    return label.replace("&", "&&")
