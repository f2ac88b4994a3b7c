"""The page on which a file that was read is looked over before anything is made of it."""

from collections.abc import Callable, Mapping

from PySide6.QtCore import QRect, QSize, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from core.importers.reviewing import Review
from core.importers.reviewing.decisions import row_of
from core.kept_reviews import HalfTyped
from core.report import Report
from core.template import Library
from gui.panes.review_at_hand import AtHand, Columns
from gui.panes.review_foot import ReviewFoot
from gui.panes.review_head import ReviewHead
from gui.panes.review_kept import KeptLine
from gui.panes.review_list import ReviewList
from gui.panes.review_parts import ReviewParts
from gui.panes.review_place import PlacePanel
from gui.panes.review_places import ReviewPlaces
from gui.panes.review_side import ReviewSide
from gui.panes.review_source import SourcePane
from gui.panes.review_steps import Parts, ReviewSteps, Ways, add_keys
from gui.panes.review_view import View
from gui.theme import Theme
from gui.widgets.tab_order import chain


class ReviewPage(QWidget):
    """Source, what was recognised, and the places that want a look; nothing is taken over before a button says so.

    `leave_then` is the way out of it: it is given what is to be done once the clerk is out.

    Signals:
        decided(): something was decided, or taken back, or another year is to be written.
        typed(): `half` may be another.
        forward_wanted(Report, int), open_wanted(Report): the report as decided, for the draft of a later year or for itself.
        reread_wanted(str, int): the file is to be read with another form or year.
        page_wanted(int): a page of the source is to be drawn.
        cancelled(): nothing is to be made of it.
    """

    decided = Signal()
    typed = Signal()
    forward_wanted = Signal(object, int)
    open_wanted = Signal(object)
    reread_wanted = Signal(str, int)
    page_wanted = Signal(int)
    cancelled = Signal()

    def __init__(
        self,
        name: str,
        review: Review,
        library: Library,
        theme: Theme,
        *,
        forward_first: bool,
        has_pages: bool = False,
        leave_then: Callable[[Callable[[], object]], None],
    ) -> None:
        super().__init__()
        self.setObjectName("reviewPage")
        self.name = name
        self.review = review
        self._fresh = True
        self._is_back = False
        self._view: View | None = None
        self._half: HalfTyped | None = None
        self._leave_then = leave_then
        self._head = ReviewHead(name, library)
        self.kept = KeptLine()
        self.source = SourcePane(theme, review.reading.source, has_pages=has_pages)
        self._list = ReviewList(theme)
        self._places = ReviewPlaces(theme)
        self._panel = PlacePanel()
        self._foot = ReviewFoot(forward_first=forward_first)
        self._arrange()
        columns = Columns(self.source, self._list, self._places, self._panel)
        self._at_hand = AtHand(columns, lambda: self.review, self._before_going)
        parts = Parts(self, self._list, self._places, self._panel, self.kept)
        ways = Ways(lambda: self.review, self._commit, self._show_state, self.go_to, self._parts.tell)
        self.steps = ReviewSteps(parts, ways)
        self._connect()
        self._add_keys()
        self.show_review(review)

    def _arrange(self) -> None:
        self._side = ReviewSide(self._places, self._panel)
        self._parts = ReviewParts(self.source, self._list, self._side)
        self._panel.come_after(self._list)
        chain(self._panel.accept_alike, self._places)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(12, 8, 12, 8)
        layout.setSpacing(8)
        layout.addWidget(self._head)
        layout.addWidget(self.kept)
        layout.addWidget(self._parts, 1)
        layout.addWidget(self._foot)

    def _connect(self) -> None:
        foot = self._foot
        self._head.reread_wanted.connect(self._reread)
        self.kept.unwanted.connect(self._begin_anew)
        self._head.next_chosen.connect(foot.show_next)
        self._head.next_chosen.connect(lambda _: self.decided.emit())
        self.source.page_wanted.connect(self.page_wanted)
        self._panel.accepted.connect(self._accept)
        self._panel.touched.connect(self.typed)
        self.decided.connect(self.steps.changed)
        foot.before.clicked.connect(lambda: self._go_to_next(back=True))
        foot.after.clicked.connect(lambda: self._go_to_next())
        foot.forward.clicked.connect(lambda: self.forward_wanted.emit(self.result(), self._head.next_year))
        foot.only.clicked.connect(lambda: self.open_wanted.emit(self.result()))
        foot.cancel.clicked.connect(lambda: self.leave_then(self.cancelled.emit))

    def _add_keys(self) -> None:
        keys: dict[str, Callable[[], object]] = {
            "F8": self._go_to_next,
            "Shift+F8": lambda: self._go_to_next(back=True),
            "Ctrl+Return": self._accept,
            "Ctrl+Enter": self._accept,
            "Ctrl+Shift+Return": lambda: self._accept(alike=True),
            "F2": self.steps.begin,
            "Esc": lambda: self.steps.let_go(lambda: self.leave_then(self.cancelled.emit)),
        }
        add_keys(self, keys)

    def show_review(self, review: Review) -> None:
        """Show a review from its beginning: of a file just read, or read anew."""
        self.review = review
        self._head.show_review(review)
        self.source.show_lines(review.reading.source)
        self._panel.show_entry(review, None, None)
        self._places.show_review(review)
        self._side.setVisible(not review.fixed)
        self._show_state()
        self._go_to_next()

    def lay_out(self, size: QSize) -> None:
        """Give everything its place in a page of that size before it is shown: most of the showing is that."""
        self.resize(size)
        self.grab(QRect(0, 0, 1, 1))  # Qt lays out what is hidden only to draw it

    def show_refused(self) -> None:
        """Go back to form and year as read, after reading with others has failed."""
        self._head.show_review(self.review)

    def take_cells(self, values: Mapping[str, str]) -> None:
        """Take figures of a table pasted as corrections, and show the first of them."""
        self._commit()
        known = {cell: text for cell, text in values.items() if cell in self.review.template.cells}
        self.review.set_cells(known)
        self._show_state()
        self.go_to(row_of(next(iter(known), "")))
        self._list.setFocus()  # the button that had the keyboard may be gone

    @property
    def here(self) -> str:
        """The target of the entry at hand, "" where there is none."""
        return self._list.target

    @property
    def view(self) -> View:
        """Where the clerk is."""
        place = self._places.place()
        key = place.key if place and not self.here else ""
        return View(self.here, key, self._list.view, self.source.view)

    def begin_at(self, target: str, view: View | None = None) -> None:
        """Begin where the clerk was, the keyboard on the list; at the first place where that is "" or no more there.

        With a `view` all is scrolled to what was in sight then.
        """
        target = view.target if view else target
        places = (place for place in self.review.places if view and place.key == view.place)
        if any(target and one.target == target for one in self.review.entries()):
            self._is_back = True
            self.go_to(target)
        elif place := next(places, None):
            self._is_back = True
            self._places.point_at(place)
            self._at_hand.show_place()
        self._view = view

    @property
    def half(self) -> HalfTyped | None:
        """What is typed and not adopted, None for nothing."""
        return self._panel.half_typed

    def put_back(self, half: HalfTyped) -> None:
        """Let that be typed and not adopted, as it was when the clerk was here last."""
        self.go_to(half.target)
        self._panel.put_back(half)
        self._half = half

    def go_to(self, target: str) -> None:
        """Take an entry at hand."""
        self._at_hand.go_to(target)

    def _before_going(self) -> None:
        self.steps.hush()
        self._commit()

    def result(self) -> Report:
        """Return the report as decided, what stands half-typed with it."""
        self._commit()
        return self.review.report()

    def finish_typing(self) -> None:
        """Let what stands half-typed count."""
        self._commit()

    def _reread(self, template: str, year: int) -> None:
        self._commit()
        self.reread_wanted.emit(template, year)

    def _show_state(self) -> None:
        """Show everything as it stands after the decisions."""
        self._list.show_entries(self.review.entries())
        self._head.show_counts(self.review)
        self._places.refresh()
        self._foot.show_review(self.review)
        self.decided.emit()

    def _commit(self) -> None:
        """Let what was typed in the panel count, and what is being composed there."""
        self._panel.settle()
        if self._panel.is_touched():
            self._panel.commit(self.review)
            self._show_state()

    def _go_to_next(self, *, back: bool = False) -> None:
        """Go to the next place that is still open, or to the one before; else to the button that goes on."""
        self._commit()
        if self._places.point_at_next(back=back):
            self._at_hand.show_place()
            self._panel.focus()
        else:
            self._foot.first.setFocus()

    def _accept(self, alike: bool = False) -> None:
        """Take the place at hand as it stands, and go on to the next."""
        with self.steps.telling_move():
            place = self._places.place()
            self._commit()
            if place and self.review.is_open(place):
                self.review.accept(place, alike=alike)
                self._show_state()
            if place:
                self._go_to_next()
            else:
                self._list.setFocus()

    def tell(self, words: str) -> None:
        """Tell something in passing; "" takes it away."""
        self.steps.pass_on(words)

    def _begin_anew(self) -> None:
        """Show the file as it was read; Ctrl+Z brings back what was decided."""
        self._panel.show_entry(self.review, None, None)  # what stands half-typed goes too
        self.review.begin_anew()
        self.kept.show_as_read()
        self._show_state()
        self._places.point_at(None)
        if self._places.point_at_next(back=False):
            self._at_hand.show_place()
        self._list.setFocus()

    @property
    def has_something(self) -> bool:
        """Whether there is something to keep: a decision, the year that the clerk wants to write, something half-typed."""
        return self.review.is_begun or bool(self.chosen_year) or self._panel.is_touched()

    @property
    def chosen_year(self) -> int:
        """The year to be written that the clerk chose, 0 where it is the one that was proposed."""
        return 0 if self.review.fixed else self._head.chosen_year

    def choose_year(self, year: int) -> None:
        """Take the year that the clerk chose before; 0 leaves the one proposed."""
        self._head.choose_year(year)

    def leave_then(self, then: Callable[[], object]) -> None:
        """Go on once the review may be left: what was decided, half-typed too, is kept."""
        self._commit()
        self._leave_then(then)

    def showEvent(self, event: QShowEvent) -> None:
        """Begin where the clerk was, in what was being typed if there is such, else at the first place, or where all is sure at the button that goes on."""
        super().showEvent(event)
        if self._fresh:
            self._fresh = False
            if self._view:
                self._list.show_view(self._view.entries)
                self.source.show_view(self._view.source)
            if self._half and self._panel.is_touched():
                self._panel.go_on_typing(self._half)
            elif self._is_back:
                self._list.setFocus()
            elif self.review.open_places():
                self._panel.focus()
            else:
                self._foot.first.setFocus()
