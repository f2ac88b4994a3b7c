"""The prose of a section: the sheet of paper, the level and the state of the paragraph at hand."""

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from core.carry import called, left_in, waits, with_source
from core.edits import Edit
from core.report import PREFACE, SIGNATURE, Paragraph, Report
from gui.carried import state_words
from gui.dialogs import paste_text
from gui.panes.prose.held import held
from gui.panes.prose.keystrokes import paragraphs_of
from gui.panes.prose.left_at import LeftAt
from gui.panes.prose.levelling import set_level
from gui.panes.prose.levels import Level
from gui.panes.prose.link_offer import LinkOffer
from gui.panes.prose.paper import height_of
from gui.panes.prose.sheet import LEAST_LINES, MARGIN, Sheet
from gui.panes.prose.sight import Sight
from gui.panes.prose.sign_off import SignOffLine
from gui.session import Session
from gui.theme import Theme
from gui.widgets.eliding_label import ElidingLabel
from gui.widgets.fitting_row import FittingRow
from gui.widgets.one_answer import answers_once
from gui.widgets.scroll_bars import hide_idle
from gui.widgets.still_boxes import ChoiceBox
from gui.widgets.style_properties import set_style_properties
from gui.widgets.tab_order import chain

_LEVELS: tuple[tuple[Level, str], ...] = ((0, "正文"), (2, "（一）"), (3, "1."), (4, "（1）"))
_SIGN_OFF = "单位全称，换一行写年月日"
_INDENT = "　　"  # a hint begins behind the cursor, which stands in an empty line as far in
_AROUND_LEVEL = 56
_MOST_LEFT = 3
_LOW_LINES, _LOW_MARGIN = 1.6, 4  # a line of the page is that much taller than one of the window
_LEAST_STATE = 12  # letters


class ProseEditor(QWidget):
    """Shows and changes the paragraphs of one section; `show_section` changes to another.

    Signals:
        confirmed(): the paragraph at hand was marked as still right.
        said(str): why it was not, or why nothing was pasted; one sentence.
    """

    confirmed = Signal()
    said = Signal(str)

    def __init__(
        self, session: Session, theme: Theme, section_id: str = PREFACE, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._session = session
        self.is_low = self._is_close = self._is_below_heading = False
        self._layout = QVBoxLayout(self)
        self._add_tools()  # before the sheet: Tab comes first to what was made first
        self.sheet = Sheet(session, theme, self)
        self._sight = Sight(self.sheet)
        self._left_at = LeftAt(self.sheet)
        self.sheet.taken_elsewhere = partial(paste_text.take, session, self.sheet)
        self._limit: Callable[[], int] = int
        self._lay_out()
        self._connect()
        self.show_section(section_id)

    def _add_tools(self) -> None:
        """Put level and state of the paragraph at hand above the words."""
        self.levels = ChoiceBox()
        self.levels.setAccessibleName("段落层级")
        self.levels.addItems([words for _, words in _LEVELS])
        widest = max(self.levels.fontMetrics().horizontalAdvance(words) for _, words in _LEVELS)
        self.levels.setMinimumWidth(widest + _AROUND_LEVEL)
        self.state = ElidingLabel("proseState", widest=_LEAST_STATE)
        self.still_right = QPushButton("仍然正确")
        self.still_right.setObjectName("proseStillRight")
        self.still_right.setToolTip("这一段今年仍然这样写，不再标黄")
        answers_once(self.still_right)
        self.count = _plain_label()
        self.count.setObjectName("proseCount")
        self.count.setProperty("quiet", True)
        self.count.setProperty("signal", "")
        self._tools = FittingRow((self.levels, self.state, self.still_right), self.count)
        self._layout.addWidget(self._tools)

    @property
    def section_id(self) -> str:
        """The id of the section shown."""
        return self.sheet.section_id

    def show_section(self, section_id: str) -> None:
        """Show a section of the report where it was left; KeyError where it has no such section."""
        self._left_at.note()
        self.sheet.show_section(section_id)
        self._left_at.go_back()
        known = self._session.template.sections_by_id.get(section_id)
        hint = known.guidance if known else _SIGN_OFF if section_id == SIGNATURE else ""
        self.sheet.setPlaceholderText(_INDENT + hint if hint else "")
        self._sign_off.show_for(section_id)
        self._tell_count()

    def make_low(self) -> QWidget:
        """Make do with a line of words; return the tools, which stand elsewhere then."""
        self.is_low = True
        self._take_room()
        return self._tools

    def make_high(self) -> None:
        """Take the tools back, and the usual room."""
        self.is_low = False
        self._take_room()
        self._layout.insertWidget(0, self._tools)

    def give_way(self, *, to_heading: bool) -> None:
        """Make do with fewer lines where the lines of title and office stand above and the window is low."""
        self._is_below_heading = to_heading
        self._take_room()

    def put_below_tools(self, lines: QWidget, in_order: Sequence[QWidget]) -> None:
        """Put lines between tools and words: the tools stand where they do on the other pages, for the mouse waits there."""
        self._layout.insertWidget(self._layout.indexOf(self._tools) + 1, lines)
        chain(self.still_right, *in_order, self.sheet)

    def stand_close(self, *, close: bool) -> None:
        """Leave no margin above and below the words where all of them are seen that way."""
        self._is_close = close
        self._take_room()

    def _take_room(self) -> None:
        few = self.is_low or self._is_below_heading
        close = self.is_low or self._is_close
        self.sheet.take_lines(_LOW_LINES if few else LEAST_LINES, _LOW_MARGIN if close else MARGIN)

    def wanted_height(self, *, close: bool) -> int:
        """Return the height in which all words are seen."""
        words = height_of(self.sheet.document(), _LOW_MARGIN if close else MARGIN)
        around = self._layout.minimumSize().height() - self.sheet.minimumHeight()
        return words + 2 * self.sheet.frameWidth() + around

    def limit_by(self, limit: Callable[[], int]) -> None:
        """Hold the count of the first section against a number of characters, 0 for none."""
        self._limit = limit
        self._tell_count()

    def go_to(self, paragraph: int, start: int, end: int) -> None:
        """Select characters of a paragraph of the section shown."""
        self.sheet.set_place(paragraph, start, end)
        self.sheet.setFocus()
        self._sight.bring()

    def confirm(self) -> None:
        """Mark the paragraph at hand, or all selected ones, as still right; one out of sight is shown first."""
        self.sheet.setFocus()
        if not self.sheet.shows_cursor():
            self._sight.bring()
            self.said.emit("光标所在的这一段刚才不在眼前，请看过再点“仍然正确”。")
            return
        self.sheet.confirm()
        self.confirmed.emit()

    def set_level(self, level: Level) -> bool:
        """Give the paragraph at hand, or all selected ones, a level and its number; the keys are the sheet's then.

        Returns whether anything changed by it.
        """
        first, last = self.sheet.selected_paragraphs()
        end = self.sheet.textCursor().selectionEnd()
        if last > first and self.sheet.document().findBlock(end).position() == end:
            last -= 1  # nothing of it is selected
        edit = set_level(self._session.report, self.section_id, first, last, level)
        if edit:
            self._session.end_stroke()
            with held(self.sheet):
                self.sheet.change(edit)
            self._session.end_stroke()
        self.sheet.setFocus()
        return edit is not None

    def _lay_out(self) -> None:
        hide_idle(self.sheet)
        layout = self._layout
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        middle = QHBoxLayout()
        layout.addLayout(middle, 1)
        middle.addStretch(1)
        middle.addWidget(self.sheet, 1000)
        middle.addStretch(1)
        layout.addWidget(LinkOffer(self._session, self.sheet, self))
        self._sign_off = SignOffLine(self._session, self)
        layout.addWidget(self._sign_off)

    def _connect(self) -> None:
        self.sheet.place_changed.connect(self._tell_place)
        self.sheet.said.connect(self.said)
        self.levels.activated.connect(lambda index: self.set_level(_LEVELS[index][0]))
        self.still_right.clicked.connect(self.confirm)
        self._session.edited.connect(self._show_edit)
        self._sign_off.filled.connect(self.sheet.setFocus)
        self._session.findings_changed.connect(self._tell_count)

    def _paragraphs(self) -> list[Paragraph]:
        return paragraphs_of(self._session.report, self.section_id)

    def _show_edit(self, edit: Edit) -> None:
        if edit.sections:
            self._tell_count()

    def _tell_place(self) -> None:
        """Show level and state of the paragraph at the cursor."""
        first, last = self.sheet.selected_paragraphs()
        chosen = self._paragraphs()[first : last + 1]
        level = chosen[0].level if chosen else 0
        known = [one for one, _ in _LEVELS]
        self.levels.setCurrentIndex(known.index(level) if level in known else -1)
        self.state.show_words(*_state_words(self._session.report, chosen[0]) if chosen else ("",))
        self.still_right.setVisible(any(waits(self._session.report, paragraph) for paragraph in chosen))

    def _tell_count(self) -> None:
        here = sum(_length(paragraph) for paragraph in self._paragraphs())
        limit = self._limit() if self.section_id == self._session.template.sections[0].id else 0
        told = (
            f"！{here:,} / {limit:,} 字，超出 {here - limit:,} 字"
            if here > limit
            else f"{here:,} / {limit:,} 字"
        )
        words = told if limit else f"{here:,} 字"
        self.count.setText(f"本部分 {words}")
        self._show_signal("warning" if 0 < limit < here else "")

    def _show_signal(self, signal: str) -> None:
        """Show the count in the colour of a signal, "" for quiet."""
        set_style_properties(self.count, signal=signal, quiet=not signal)


def _state_words(report: Report, paragraph: Paragraph) -> tuple[str, str]:
    """Return how far the work on a paragraph is, and what of last year still stands in an edited one."""
    words = state_words(report, paragraph)
    if not words:
        return "", ""
    found = left_in(report, paragraph) if paragraph.state == "changed" else ()
    left = dict.fromkeys(called(one) for one in found)
    named = "、".join([*left][:_MOST_LEFT])
    named += f" 等 {len(left)} 处" if len(left) > _MOST_LEFT else ""
    gap = "" if named.startswith(("电话", "邮编")) else " "
    return f"本段：{words}", f"{with_source(report, '，还有')}的{gap}{named}" if left else ""


def _length(paragraph: Paragraph) -> int:
    return len("".join(paragraph.text.split()))


def _plain_label() -> QLabel:
    label = QLabel()
    label.setTextFormat(Qt.TextFormat.PlainText)
    return label
