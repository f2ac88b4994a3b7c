"""The menu under the right button: what can be done about the words there, then cut, copy, paste."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMenu, QTextEdit

from core.checks.model import Finding
from gui.session import Session

Offer = tuple[str, Callable[[], None]]


def build(box: QTextEdit, offers: Sequence[Offer]) -> QMenu:
    """Return the menu of a text box, with some offers above the usual."""
    menu = QMenu(box)
    menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    for words, act in offers:
        menu.addAction(_literal(words)).triggered.connect(act)
    if offers:
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


def remedies(session: Session, finding: Finding | None) -> list[Offer]:
    """Return the remedy that a finding proposes, as far as it does."""
    if finding is None or finding.fix is None:
        return []

    def mend() -> None:
        session.mend(finding)

    return [(finding.fix.label, mend)]


def _literal(label: str) -> str:
    """Return a label whose "&" is a letter and no shortcut."""
    return label.replace("&", "&&")
