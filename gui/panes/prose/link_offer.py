"""One quiet line under the sheet: a number just typed or pasted says what a cell says, and may be linked to it."""

import re

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QWidget

from core import links
from core.edits import Edit
from core.report import Link, Paragraph
from gui.carried import span_of
from gui.panes.prose.keystrokes import paragraphs_of
from gui.panes.prose.linked import cell_words
from gui.panes.prose.sheet import Sheet
from gui.session import Session

_AFTER_TYPING_MS = 400
_WORDS_BEFORE = 12
_STOP = re.compile("[，。；：、]")
_Declined = tuple[str, str, str]
_Offered = tuple[str, int, Link]


class LinkOffer(QWidget):
    """Offers one number at a time, after a pause in typing; a declined one never again.

    It looks in the paragraph at hand, and in all of them that were just pasted, as long as the cursor is in one.
    """

    def __init__(self, session: Session, sheet: Sheet, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("linkOffer")
        self._session = session
        self._sheet = sheet
        self._known: dict[str, str] | None = None
        self._offered: _Offered | None = None
        self._in_text = ""  # of its paragraph, as it was when it was offered
        self._pasted = range(0)
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
        self._sheet.words_put.connect(self._wait_for_pasted)

    def _wait(self, edit: Edit) -> None:
        """Look once the clerk pauses; edits made elsewhere are no typing."""
        self._pasted = range(0)
        if self._sheet.section_id in edit.sections and self._sheet.hasFocus():
            self._timer.start()
        elif self._offered:
            self._show(None)

    def _wait_for_pasted(self, first: int, last: int) -> None:
        """Look through what was put in at one go, wherever the keys are meanwhile."""
        self._pasted = range(first, last + 1)
        self._timer.start()

    def _leave(self) -> None:
        """Put the line away where the cursor is in another paragraph; in the same one the number stays marked."""
        if self._offered and not self._is_at_hand(*self._offered[:2]):
            self._show(None)
        else:
            self._mark()

    def _is_at_hand(self, section: str, paragraph: int) -> bool:
        return section == self._sheet.section_id and paragraph in self._places()

    def _places(self) -> range:
        """Return the paragraphs to look in."""
        here = self._sheet.textCursor().blockNumber()
        return self._pasted if here in self._pasted else range(here, here + 1)

    def _look(self) -> None:
        """Offer the first number that was not declined, in the paragraph at hand the one nearest to the cursor."""
        here, at = self._sheet.textCursor().blockNumber(), span_of(self._sheet.textCursor())[1]
        for place in self._places():
            offers = [(self._sheet.section_id, place, one) for one in self._linkable(place)]
            fresh = [one for one in offers if self._key(one) not in self._declined]
            near = at if place == here else 0
            found = min(fresh, key=lambda one: abs(one[2].end - near), default=None)
            if found:
                self._show(found)
                return
        self._show(None)

    def _linkable(self, place: int) -> list[Link]:
        """Return the links that could be made in a paragraph of the sheet."""
        # only here: the window must not wait for the rules
        from core.checks.linkable import (
            counted,
            linkable,
        )

        session, paragraph = self._session, self._paragraph(place)
        if paragraph is None:
            return []
        if self._known is None:
            self._known = counted(session.checker)
        return list(linkable(session.template, session.report, paragraph, self._known))

    def _paragraph(self, place: int) -> Paragraph | None:
        paragraphs = paragraphs_of(self._session.report, self._sheet.section_id)
        return paragraphs[place] if place < len(paragraphs) else None

    def _key(self, offered: _Offered) -> _Declined:
        section, place, link = offered
        return section, self._text(place)[link.start : link.end], link.cell

    def _text(self, place: int) -> str:
        paragraph = self._paragraph(place)
        return paragraph.text if paragraph else ""

    def _show(self, offered: _Offered | None) -> None:
        if self._offered and not offered:
            self._sheet.stop_pointing()
        self._offered = offered
        if offered:
            self._words.setText(self._question(offered))
            self._in_text = self._text(offered[1])
            self._mark()
        if self.isHidden() == (offered is not None):
            self.setVisible(offered is not None)
            self._sheet.ensureCursorVisible()  # the sheet is higher or lower now

    def _mark(self) -> None:
        """Mark the number that is offered, as long as it stands where it was found."""
        if self._offered:
            _, place, link = self._offered
            if self._text(place) == self._in_text:
                self._sheet.point_out(place, link.start, link.end)

    def _question(self, offered: _Offered) -> str:
        """Return what is asked; of a number elsewhere than at the cursor, or of several alike, with the words around it."""
        _, place, link = offered
        text = self._text(place)
        digits = text[link.start : link.end]
        number = f"这个 {digits} "
        if place != self._sheet.textCursor().blockNumber():
            number = f"“{_around(text, link)}”的数"
        elif text.count(digits) > 1:
            number = f"“{_around(text, link)}”里的 {digits} "
        return f"{number}与{cell_words(self._session, link.cell)}相同，要连起来吗？"

    def _link(self) -> None:
        """Link the number that is offered, where it still stands there."""
        offered, pasted = self._offered, self._pasted
        if offered and self._is_at_hand(*offered[:2]) and offered[2] in self._linkable(offered[1]):
            self._session.edit(links.join(self._session.report, *offered))
        self._pasted = pasted  # the others of what was pasted come next
        self._go_on()

    def _decline(self) -> None:
        if self._offered:
            self._declined.add(self._key(self._offered))
        self._go_on()

    def _go_on(self) -> None:
        """Give the keys back to the sheet, and see whether another number may be linked."""
        self._sheet.setFocus()
        self._look()


def _around(text: str, link: Link) -> str:
    """Return the words before a number, of its own part of the sentence where it has some there, and the one behind it."""
    before = text[max(0, link.start - _WORDS_BEFORE) : link.start]
    return (_STOP.split(before)[-1] or before) + text[link.start : link.end + 1]
