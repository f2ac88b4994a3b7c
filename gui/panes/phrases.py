"""The standard sentences for the section at hand, to be put in at the cursor."""

from functools import cached_property

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QShowEvent
from PySide6.QtWidgets import QLabel, QPlainTextEdit, QPushButton, QVBoxLayout, QWidget

from core import phrases
from core.phrases import Phrase
from core.report import Paragraph
from gui.session import Session
from gui.widgets.plain import plain
from gui.widgets.whole_lines import WholeRows

_NONE = "这一部分没有常用语。"
_LEAST_LINES = 5
_SENTENCE_LINES = 4


class PhrasesPane(QWidget):
    """The phrases by their titles; the sentence of the one at hand is shown below as it will stand in the report.

    Signals:
        sentence_chosen(Paragraph): this is to be put in at the cursor, with the links of its figures.
        paragraph_chosen(Paragraph): this is to be put in there, as a paragraph of its own.
        left(): the clerk wants none of them (Esc), and goes on writing.
    """

    sentence_chosen = Signal(object)
    paragraph_chosen = Signal(object)
    left = Signal()

    def __init__(self, session: Session) -> None:
        super().__init__()
        self.setObjectName("phrasesPane")
        self._session = session
        self._section = ""
        self._is_filled = True
        self._here: list[Phrase] = []
        self.list = WholeRows()
        self.list.setObjectName("phrasesList")
        self.list.setAccessibleName("常用语")
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setMinimumHeight(_LEAST_LINES * self.list.fontMetrics().lineSpacing())
        self._sentence_shown = QPlainTextEdit()
        self._sentence_shown.setReadOnly(True)
        self._sentence_shown.setTabChangesFocus(True)
        self._sentence_shown.setObjectName("phraseSentence")
        self._sentence_shown.setAccessibleName("这一句的内容")
        line = self._sentence_shown.fontMetrics().lineSpacing()
        self._sentence_shown.setFixedHeight(_SENTENCE_LINES * line + line // 2)
        self._put = QPushButton("放到光标处(&J)")
        self._put.setObjectName("insertPhraseNow")
        self._arrange()
        self.list.currentRowChanged.connect(self._tell)
        self.list.itemActivated.connect(self._choose)
        self._put.clicked.connect(self._choose)
        session.edited.connect(self._tell)

    def _arrange(self) -> None:
        title = QLabel("常用语(&M)")
        title.setBuddy(self.list)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(4)
        layout.addWidget(title)
        layout.addWidget(self.list, 1)
        layout.addWidget(self._sentence_shown)
        layout.addWidget(self._put, 0, Qt.AlignmentFlag.AlignLeft)

    @cached_property
    def _all(self) -> tuple[Phrase, ...]:
        """The phrases of the form, read when they are first in sight: a report must not wait for that."""
        return phrases.for_template(self._session.library, self._session.template.id)

    def show_section(self, section: str) -> None:
        """Offer the phrases of a section, as soon as they are in sight."""
        self._section, self._is_filled = section, False
        self._fill()

    def _fill(self) -> None:
        """List the phrases of the section where that is to be seen and was not done yet."""
        if self._is_filled or not self.isVisibleTo(self.window()):
            return
        self._is_filled = True
        self._here = [one for one in self._all if one.section == self._section]
        self.list.clear()
        self.list.addItems([one.title for one in self._here])
        for row, one in enumerate(self._here):
            self.list.item(row).setToolTip(plain(one.title))
        self.list.setCurrentRow(0)
        self._tell()

    def focus_list(self) -> None:
        """Put the keys into the list."""
        self.list.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter in the list puts the sentence in, Esc goes back to the words without one."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.list.hasFocus():
            self._choose()
        elif event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def _sentence(self) -> Paragraph | None:
        """Return the sentence at hand with the office, the year and the figures of the report, None without any."""
        row = self.list.currentRow()
        return phrases.sentence(self._here[row], self._session.report) if 0 <= row < len(self._here) else None

    def _tell(self) -> None:
        if not self.isVisibleTo(self.window()):
            return
        sentence = self._sentence()
        self._sentence_shown.setPlainText(sentence.text if sentence else _NONE)
        self._put.setEnabled(bool(self._here))

    def showEvent(self, event: QShowEvent) -> None:
        """Show the phrases and the sentence as they are now."""
        super().showEvent(event)
        self._fill()
        self._tell()

    def _choose(self) -> None:
        sentence = self._sentence()
        if sentence is None:
            return
        is_apart = self._here[self.list.currentRow()].apart
        (self.paragraph_chosen if is_apart else self.sentence_chosen).emit(sentence)
