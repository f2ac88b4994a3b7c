"""The entry at hand in the review: why it wants a look, what the source says, and how it can be put right."""

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from core.importers.reviewing import Entry, Place, Review
from core.labels import as_printed
from gui.panes.review_editing import Editor
from gui.panes.review_editors import editor_for
from gui.widgets.eliding_button import ElidingButton
from gui.widgets.fitting_area import FittingArea
from gui.widgets.plain_label import plain_label

_LONGEST_SOURCE = 160
_ALL = 1000  # parts of the room that is left
_AS_READ, _AS_MENDED = "不用改（Ctrl+回车）", "采用修改（Ctrl+回车）"
_NOTHING = "左边点原文的一行，或者中间点读到的一处，就能在这里修改。"


class PlacePanel(QWidget):
    """Shows one entry with the place it belongs to.

    Signals:
        accepted(bool): the place is taken as it stands; True where all with the same reason are.
    """

    accepted = Signal(bool)

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("placePanel")
        self._editor: Editor | None = None
        self._has_place = False
        self.reason = plain_label("placeReason")
        self.source = plain_label("placeSource")
        self.source.setProperty("quiet", True)
        self.accept = ElidingButton(_AS_READ)
        self.accept.setObjectName("acceptButton")
        self.accept_alike = ElidingButton()
        self.accept_alike.setObjectName("acceptAlikeButton")
        self._arrange()
        self.accept.clicked.connect(lambda: self.accepted.emit(False))
        self.accept_alike.clicked.connect(lambda: self.accepted.emit(True))

    def _arrange(self) -> None:
        inner = QWidget()
        self._inner = QVBoxLayout(inner)
        self._inner.setContentsMargins(0, 0, 4, 0)
        self._inner.setSpacing(8)
        self._inner.addWidget(self.reason)
        self._inner.addWidget(self.source)
        self._inner.addStretch(1)
        layout = QVBoxLayout(self)
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
        self._change_editor(editor_for(review, entry) if entry else None)
        repeats = self._editor is not None and self._editor.grows and place is not None and bool(place.lines)
        self.source.setVisible(
            bool(cut) and not repeats
        )  # the words are here already, the lines marked beside
        self.setAccessibleDescription(review.reason_now(place) if place else trace)
        alike = len(review.alike(place)) if place and review.is_open(place) else 0
        self._has_place = place is not None
        self.accept_alike.setVisible(alike > 1)
        self.accept_alike.show_words(f"同样的 {alike} 处都不用改(&K)")
        self._name_button()

    def _change_editor(self, editor: Editor | None) -> None:
        if self._editor:
            self._inner.removeWidget(self._editor)
            self._editor.hide()
            self._editor.deleteLater()
        self._editor = editor
        if editor:
            self._inner.insertWidget(1, editor, _ALL if editor.grows else 0)
            editor.touched.connect(self._name_button)
            editor.entered.connect(self.accept.click)

    def _name_button(self) -> None:
        touched = self._editor is not None and self._editor.is_touched()
        self.accept.show_words(_AS_MENDED if touched else _AS_READ)
        self.accept.setVisible(touched or self._has_place)

    def is_touched(self) -> bool:
        """Whether something was typed that the review does not know yet."""
        return self._editor is not None and self._editor.is_touched()

    def commit(self, review: Review) -> None:
        """Let what was typed count."""
        if self._editor:
            self._editor.commit(review)
            self._name_button()

    def focus(self) -> None:
        """Put the cursor into what can be corrected, or onto the button where nothing can."""
        if self._editor:
            self._editor.focus()
            QTimer.singleShot(0, self, self._bring_into_sight)  # once the layout has given it its place
        elif not self.accept.isHidden():
            self.accept.setFocus()

    def _bring_into_sight(self) -> None:
        """Scroll to the field that has the keyboard; Qt does so for the Tab key alone."""
        field = self.focusWidget()
        if field and self._area.isAncestorOf(field):
            self._area.ensureWidgetVisible(field, 0, 0)
