"""One quiet line under the sheet: a number just typed says what a cell says, and may be linked to it."""

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QWidget

from core import links
from core.edits import Edit
from core.report import Link
from gui.carried import span_of
from gui.panes.prose.linked import cell_words
from gui.panes.prose.sheet import Sheet
from gui.session import Session

_AFTER_TYPING_MS = 400
_Declined = tuple[str, str, str]
_Offered = tuple[str, int, Link]


class LinkOffer(QWidget):
    """Offers one number of the paragraph at hand at a time, after a pause in typing; a declined one never again."""

    def __init__(self, session: Session, sheet: Sheet, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("linkOffer")
        self._session = session
        self._sheet = sheet
        self._known: dict[str, str] | None = None
        self._offered: _Offered | None = None
        self._declined: set[_Declined] = set()
        self._words = QLabel()
        self._words.setTextFormat(Qt.TextFormat.PlainText)
        self._words.setObjectName("linkOfferWords")
        self._words.setProperty("quiet", True)
        self._words.setWordWrap(True)
        self._yes = QPushButton("连起来(&L)")
        self._yes.setObjectName("linkNumber")
        self._yes.setToolTip("以后表格里的数改了，这句话里的数一起变")
        self._no = QPushButton("不用(&B)")
        self._no.setObjectName("leaveNumber")
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_AFTER_TYPING_MS)
        self._lay_out()
        self._connect()
        self.hide()

    def _lay_out(self) -> None:
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        layout.addWidget(self._words, 1)
        layout.addWidget(self._yes)
        layout.addWidget(self._no)

    def _connect(self) -> None:
        self._timer.timeout.connect(self._look)
        self._yes.clicked.connect(self._link)
        self._no.clicked.connect(self._decline)
        self._session.edited.connect(self._wait)
        self._sheet.place_changed.connect(self._leave)

    def _wait(self, edit: Edit) -> None:
        """Look once the clerk pauses; edits made elsewhere are no typing."""
        if self._sheet.section_id in edit.sections and self._sheet.hasFocus():
            self._timer.start()
        elif self._offered:
            self._show(None)

    def _leave(self) -> None:
        """Put the line away where the cursor is in another paragraph."""
        if self._offered and self._offered[:2] != self._here():
            self._show(None)

    def _here(self) -> tuple[str, int]:
        return self._sheet.section_id, self._sheet.textCursor().blockNumber()

    def _look(self) -> None:
        """Offer the number nearest to the cursor, of those in its paragraph that were not declined."""
        at = span_of(self._sheet.textCursor())[1]
        fresh = [one for one in self._linkable() if self._key(one) not in self._declined]
        found = min(fresh, key=lambda one: abs(one.end - at), default=None)
        self._show((*self._here(), found) if found else None)

    def _linkable(self) -> list[Link]:
        """Return the links that could be made in the paragraph at hand."""
        # only here: the window must not wait for the rules
        from core.checks.linkable import (
            counted,
            linkable,
        )

        session, paragraph = self._session, self._sheet.paragraph_at_hand()
        if paragraph is None:
            return []
        if self._known is None:
            self._known = counted(session.checker)
        return list(linkable(session.template, session.report, paragraph, self._known))

    def _key(self, link: Link) -> _Declined:
        return self._sheet.section_id, self._number(link), link.cell

    def _number(self, link: Link) -> str:
        paragraph = self._sheet.paragraph_at_hand()
        return paragraph.text[link.start : link.end] if paragraph else ""

    def _show(self, offered: _Offered | None) -> None:
        self._offered = offered
        if offered:
            link = offered[2]
            words = f"这个 {self._number(link)} 与{cell_words(self._session, link.cell)}相同，要连起来吗？"
            self._words.setText(words)
        if self.isHidden() == (offered is not None):
            self.setVisible(offered is not None)
            self._sheet.ensureCursorVisible()  # the sheet is higher or lower now

    def _link(self) -> None:
        """Link the number that is offered, where it still stands there."""
        offered = self._offered
        if offered and offered[:2] == self._here() and offered[2] in self._linkable():
            self._session.edit(links.join(self._session.report, *offered))
        self._go_on()

    def _decline(self) -> None:
        if self._offered:
            self._declined.add(self._key(self._offered[2]))
        self._go_on()

    def _go_on(self) -> None:
        """Give the keys back to the sheet, and see whether another number may be linked."""
        self._sheet.setFocus()
        self._look()
