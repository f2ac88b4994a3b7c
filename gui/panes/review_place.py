"""The entry at hand in the review: why it wants a look, what the source says, and how it can be put right."""

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QGuiApplication, QTextCursor
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from core.importers.reviewing import Entry, Place, Review
from core.kept_reviews import HalfTyped
from core.labels import as_printed
from gui.panes.review_editing import Editor
from gui.panes.review_editors import editor_for
from gui.panes.review_text import WordsBox
from gui.widgets.eliding_button import ElidingButton
from gui.widgets.fitting_area import FittingArea
from gui.widgets.kept_room import keep_room
from gui.widgets.one_answer import answers_once
from gui.widgets.plain_label import plain_label
from gui.widgets.tab_order import chain, in_tab_order

_LONGEST_SOURCE = 160
_EDGE = 2  # pixels
_LEAST_LINES = 3
_ALL = 1000  # parts of the room that is left
_AS_READ, _AS_MENDED = "不用改（Ctrl+回车）", "采用修改（Ctrl+回车）"
_NOTHING = "左边点原文的一行，或者中间点读到的一处，就能在这里修改。"


class PlacePanel(QWidget):
    """Shows one entry with the place it belongs to.

    Signals:
        accepted(bool): the place is taken as it stands; True where all with the same reason are.
        content_changed(): it may need another height now.
        touched(): what is half-typed differs now, or no longer does.
        join_wanted(bool), cut_wanted(): the paragraph at hand is to be joined or cut, as `WordsBox` says.
    """

    accepted = Signal(bool)
    content_changed = Signal()
    touched = Signal()
    join_wanted = Signal(bool)
    cut_wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("placePanel")
        self._editor: Editor | None = None
        self._target = ""
        self._has_place = False
        self._before: tuple[QWidget, ...] = ()
        self.reason = plain_label("placeReason")
        self.source = plain_label("placeSource")
        self.source.setProperty("quiet", True)
        self.accept = ElidingButton(_AS_READ)
        self.accept.setObjectName("acceptButton")
        self.accept_alike = ElidingButton()
        self.accept_alike.setObjectName("acceptAlikeButton")
        self._arrange()
        answers_once(self.accept)
        answers_once(self.accept_alike)
        self.accept.clicked.connect(lambda: self.accepted.emit(False))
        self.accept_alike.clicked.connect(lambda: self.accepted.emit(True))
        self._area.content_changed.connect(self.content_changed)
        if isinstance(app := QApplication.instance(), QApplication):
            app.focusChanged.connect(self._follow_keyboard)

    def _arrange(self) -> None:
        inner = QWidget()
        self._inner = QVBoxLayout(inner)
        self._inner.setContentsMargins(0, 0, 4, 0)
        self._inner.setSpacing(8)
        self._inner.addWidget(self.reason)
        self._inner.addWidget(self.source)
        self._inner.addStretch(1)
        layout = self._column = QVBoxLayout(self)
        layout.setContentsMargins(4, 4, 0, 0)
        layout.setSpacing(4)
        self._area = FittingArea(inner)
        layout.addWidget(self._area, 1)
        layout.addWidget(self.accept)
        layout.addWidget(self.accept_alike)

    def show_entry(self, review: Review, entry: Entry | None, place: Place | None, trace: str = "") -> None:
        """Show an entry, the place that concerns it, and what the reading says of it where there is no place."""
        self.reason.setText("" if place else trace if entry else _NOTHING)
        self.reason.setVisible(bool(self.reason.text()))
        source = as_printed(" ".join(place.source.split())) if place else ""
        cut = f"{source[:_LONGEST_SOURCE]}……" if len(source) > _LONGEST_SOURCE else source
        self.source.setText(f"原文：“{cut}”")
        self._target = entry.target if entry else ""
        self._change_editor(editor_for(review, entry) if entry else None)
        repeats = self._words is not None and place is not None and bool(place.lines)
        self.source.setVisible(
            bool(cut) and not repeats
        )  # the words are here already, the lines marked beside
        self.setAccessibleDescription(review.reason_now(place) if place else trace)
        alike = len(review.alike(place)) if place and review.is_open(place) else 0
        self._has_place = place is not None
        self.accept_alike.setVisible(alike > 1)
        self.accept_alike.show_words(f"同样的 {alike} 处都不用改(&K)")
        self._name_button()
        # of what is lower than that nothing stays empty: the note above has it
        self._area.setMinimumHeight(
            max(1, min(self._asked() - self._quoted(), _LEAST_LINES * self.fontMetrics().lineSpacing()))
        )
        self.content_changed.emit()

    def come_after(self, before: QWidget) -> None:
        """Let Tab go on from there to what can be corrected: Qt puts what is new behind all else in the window."""
        self._before = (before,)
        chain(before, self.accept, self.accept_alike)

    def _asked(self) -> int:
        """Return the height in which what scrolls would stand in full, beside no bar."""
        width, inner = self._area.maximumViewportSize().width(), self._area.widget()
        self._inner.activate()
        return inner.heightForWidth(width) if inner.hasHeightForWidth() else inner.sizeHint().height()

    @property
    def _words(self) -> WordsBox | None:
        return self._editor.words if self._editor else None

    def heights(self) -> tuple[int, int]:
        """Return the height in which all fields stand in full with a few lines of the words, and with all there is.

        What the source says is no field: it scrolls below them. The button that takes a correction has its room before there is one: nothing moves at the first key.
        """
        asked = self._asked()
        margins = self._column.contentsMargins()
        buttons = [self.accept] * (self._has_place or self._editor is not None)
        buttons += [self.accept_alike] * (not self.accept_alike.isHidden())
        asked += sum(one.sizeHint().height() + self._column.spacing() for one in buttons)
        asked += margins.top() + margins.bottom()
        fields = asked - self._quoted()
        words = self._words
        if words is None:
            return fields, asked
        more = words.sizeHint().height()
        return fields - more + words.least, asked - more + words.whole

    def _quoted(self) -> int:
        """Return the height that the words of the source take below something to be corrected."""
        if self._editor is None or self.source.isHidden():
            return 0
        width = self._area.maximumViewportSize().width() - self._inner.contentsMargins().right()
        return self.source.heightForWidth(width) + self._inner.spacing()

    def show_whole_words(self, *, in_room: int) -> None:
        """Show words, where so much height makes the panel scroll, without a scroll bar of their own within."""
        if self._words:
            self._words.show_whole(in_room < self.heights()[0])

    def _change_editor(self, editor: Editor | None) -> None:
        if self._editor:
            self._inner.removeWidget(self._editor)
            self._editor.hide()
            self._editor.deleteLater()
        self._editor = editor
        if editor:
            self._inner.insertWidget(1, editor, _ALL if editor.words else 0)
            chain(*self._before, *in_tab_order(editor), self.accept, self.accept_alike)
            if self.isVisible():
                editor.show()  # else the next key would pass it by
            if editor.words:
                editor.words.cursorPositionChanged.connect(self._bring_into_sight)
                editor.words.join_wanted.connect(self.join_wanted)
                editor.words.cut_wanted.connect(self.cut_wanted)
                if self.isVisible():  # once it has its width it is known how high its words are
                    self._inner.activate()
                    editor.words.fit()
            editor.touched.connect(self._name_button)
            editor.touched.connect(self.touched)
            editor.entered.connect(self.accept.click)

    def _name_button(self) -> None:
        touched = self._editor is not None and self._editor.is_touched()
        self.accept.show_words(_AS_MENDED if touched else _AS_READ)
        keep_room(self.accept, keep=self._editor is not None)  # nothing moves at the first key
        self.accept.setVisible(touched or self._has_place)
        self._follow_keyboard()  # the button may take the room in which the cursor stands

    def is_touched(self) -> bool:
        """Whether something was typed that the review does not know yet."""
        return self._editor is not None and self._editor.is_touched()

    @property
    def half_typed(self) -> HalfTyped | None:
        """What the review does not know yet, None for nothing."""
        editor = self._editor
        if editor is None or not editor.is_touched():
            return None
        return HalfTyped(self._target, editor.state(), editor.state(first=True), *editor.keys_at)

    def put_back(self, half: HalfTyped) -> None:
        """Let that stand here half-typed again, where the entry at hand shows what it showed then."""
        editor = self._editor
        if editor and self._target == half.target and editor.state(first=True) == half.first:
            editor.show_state(half.fields)
            editor.touched.emit()

    def go_on_typing(self, half: HalfTyped) -> None:
        """Put the cursor where it was in what stands half-typed."""
        if self._editor:
            self._editor.take_keys(half.keys_in, half.at)
            self._follow_keyboard()

    def commit(self, review: Review) -> None:
        """Let what was typed count."""
        if self._editor:
            self._editor.commit(review)
            self._name_button()

    @property
    def can_do_again(self) -> bool:
        """Whether typing that was taken back, or something half-typed that was given up, can be had back."""
        return self._editor is not None and self._editor.can_do_again

    def step(self, *, back: bool) -> bool:
        """Take back what is half-typed, or do it again; return whether there was such."""
        return self._editor is not None and self._editor.step(back=back)

    def give_up(self) -> None:
        """Go back to what the review says; Ctrl+Y brings back what stood here."""
        if self._editor:
            self._editor.give_up()

    def settle(self) -> None:
        """Let what an input method is composing here stand in its field."""
        field = QApplication.focusWidget()
        if field and self.isAncestorOf(field):
            QGuiApplication.inputMethod().commit()

    @property
    def can_cut(self) -> bool:
        """Whether words stand on both sides of the cursor in them."""
        return self._words is not None and self._words.can_cut

    def cut(self) -> bool:
        """Begin a line in the words where the cursor stands; return whether there are words on both sides."""
        return self._words is not None and self._words.cut_here()

    @property
    def line(self) -> int:
        """The line of half-typed words in which the cursor stands, from 0: each is a paragraph once it counts."""
        return self._words.line if self._words and self.is_touched() else 0

    @property
    def at_in_line(self) -> int:
        """Where in that line the cursor stands."""
        return self._words.at_in_line if self._words else 0

    def move_to_end(self, *, last: bool) -> None:
        """Put the cursor before all words, or behind the `last` of them."""
        if self._words:
            self._words.moveCursor(QTextCursor.MoveOperation.End if last else QTextCursor.MoveOperation.Start)

    def put_cursor(self, at: int) -> None:
        """Give the keyboard to the words, with the cursor before a character."""
        if self._words:
            self.focus()
            self._words.setFocus()
            self._words.put_cursor(at)

    def focus(self) -> None:
        """Put the cursor into what can be corrected, or onto the button where nothing can."""
        if self._editor:
            self._editor.focus()
            QTimer.singleShot(0, self, self._bring_into_sight)  # once the layout has given it its place
        elif not self.accept.isHidden():
            self.accept.setFocus()

    def _bring_into_sight(self) -> None:
        """Scroll to the field that has the keyboard, of words to the cursor in them; under the mouse nothing moves away.

        Qt does so for the Tab key alone.
        """
        field = QApplication.focusWidget()
        if not field or not self._area.isAncestorOf(field) or QApplication.mouseButtons():
            return
        words = self._words
        within, part = (words.viewport(), words.cursorRect()) if field is words else (field, field.rect())
        middle = within.mapTo(self._area.widget(), part.center())
        self._area.ensureVisible(middle.x(), middle.y(), 0, part.height() // 2 + _EDGE)

    def _follow_keyboard(self) -> None:
        QTimer.singleShot(0, self, self._bring_into_sight)  # once the layout has given the field its place
