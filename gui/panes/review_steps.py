"""What is done by key with the words at hand in the review: cut, joined, taken back, let go."""

from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QObject, QPoint, Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QAbstractSpinBox,
    QApplication,
    QComboBox,
    QLineEdit,
    QMenu,
    QPlainTextEdit,
    QWidget,
)

from core.importers.reviewing import Review
from core.importers.reviewing.cutting import part_of
from core.importers.reviewing.decisions import Decisions
from core.importers.reviewing.steps import differing
from gui.panes.review_kept import KeptLine
from gui.panes.review_list import ReviewList
from gui.panes.review_place import PlacePanel
from gui.panes.review_places import ReviewPlaces
from gui.widgets import undo_keys

_FIELDS = (QLineEdit, QComboBox, QAbstractSpinBox)
_NOT_BEFORE = "这是这一部分的第一段，前面没有可以接的。"
_NOT_AFTER = "这是这一部分的最后一段，后面没有可以接的。"
_NOT_HERE = "光标前后都有字，才能断成两段。"
_HOW_TO_CHANGE = "光标放到要断开的地方，按回车断成两段；改好按 Ctrl+回车，不改了按 Esc。"
_LEFT_OUT = "这一段不放进报告了，按 Ctrl+Z 可以撤销。"
_LET_GO = "没采用的修改不要了。要找回来，按 Ctrl+Y。"


def add_keys(page: QWidget, keys: Mapping[str, Callable[[], object]]) -> None:
    """Let keys do what they are to do wherever on a page the keyboard is, once for each press however long."""
    for key, work in keys.items():
        shortcut = QShortcut(QKeySequence(key), page)
        shortcut.setAutoRepeat(False)
        shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        shortcut.activated.connect(work)


@dataclass(frozen=True)
class Parts:
    """The page and what on it takes part."""

    page: QWidget
    entries: ReviewList
    places: ReviewPlaces
    panel: PlacePanel
    kept: KeptLine


@dataclass(frozen=True)
class Ways:
    """What the page does for it: let what is typed count, show all anew, go to an entry, tell something."""

    review: Callable[[], Review]
    commit: Callable[[], None]
    show_state: Callable[[], None]
    go_to: Callable[[str], None]
    tell: Callable[[str], None]


class ReviewSteps(QObject):
    """Changes a review as keys and menus say, and shows where; the keyboard stays where it was, or in the list.

    Signals:
        changed(): other steps can be taken back or done again, as `can` says.
    """

    changed = Signal()

    def __init__(self, parts: Parts, ways: Ways) -> None:
        super().__init__(parts.page)
        self._page, self._entries, self._panel = parts.page, parts.entries, parts.panel
        self._places, self._kept, self._ways = parts.places, parts.kept, ways
        self._has_told = False
        self._panel.touched.connect(self.changed)
        self._panel.join_wanted.connect(lambda to_next: self.join(to_next=to_next))
        self._panel.cut_wanted.connect(self.cut)
        self._entries.menu_wanted.connect(self._open_menu)
        if isinstance(app := QApplication.instance(), QApplication):
            app.focusChanged.connect(self._attach)

    @property
    def can(self) -> tuple[bool, bool]:
        """Whether something can be taken back, and whether something can be done again."""
        back, again = self._ways.review().steps.can
        return back or self._panel.is_touched(), again or self._panel.can_do_again

    def step(self, *, back: bool) -> None:
        """Take the last step back, or do it again, and show where: what is half-typed is one of its own."""
        self.hush()
        self._panel.settle()
        if self._panel.step(back=back):
            return
        review, field = self._ways.review(), self._field()
        before, was_begun = review.decisions, review.is_begun
        if review.take_back() if back else review.do_again():
            if review.is_begun != was_begun:
                self._kept.show_step(back=back, is_begun=review.is_begun)
            self._ways.show_state()
            self._show_where(before, review)
            self._give_keys(field)

    def _field(self) -> str | None:
        """Return the name of what has the keyboard in the panel, None where it is elsewhere."""
        field = QApplication.focusWidget()
        return field.objectName() if field and self._panel.isAncestorOf(field) else None

    def _show_where(self, before: Decisions, review: Review) -> None:
        """Show what a step changed: an entry, or the place that was decided on."""
        targets = (review.shown_as(target) for target in differing(before, review.decisions))
        found = next((target for target in targets if self._entries.go_to(target)), "")
        accepted = before.accepted ^ review.decisions.accepted
        place = next((one for one in review.places if one.key in accepted), None)
        if place and not found:
            self._places.point_at(None)  # one that is at hand would not tell that it is chosen
            self._places.setCurrentRow(review.places.index(place))
        else:
            self._ways.go_to(found or self._entries.target)

    def _give_keys(self, field: str | None) -> None:
        """Give the keyboard to the field of that name, or to the list where it is gone."""
        if field is not None:
            named = self._panel.findChildren(QWidget, field) if field else []
            again = [one for one in named if one.isVisible()]
            (again[-1] if again else self._entries).setFocus()

    def let_go(self, leave: Callable[[], object]) -> None:
        """Give the keyboard back to the list, from the panel without what is half-typed; from elsewhere leave."""
        field = QApplication.focusWidget()
        in_panel = self._field() is not None
        if not in_panel and not (isinstance(field, _FIELDS) and self._page.isAncestorOf(field)):
            leave()
            return
        self.hush()
        self._panel.settle()
        if in_panel and self._panel.is_touched():
            self._panel.give_up()
            self._tell(_LET_GO)
        self._entries.setFocus()

    def begin(self) -> None:
        """Put the cursor into what can be corrected; of a paragraph tell how it is changed and cut."""
        self._panel.focus()
        entry = self._entries.entry()
        if entry and entry.kind == "paragraph" and not self._ways.review().fixed:
            self._tell(_HOW_TO_CHANGE)

    def cut(self) -> None:
        """Cut the paragraph at hand in two where the cursor stands, and go on in the second."""
        self.hush()
        self._panel.settle()
        if not self._panel.can_cut:
            self._tell(_NOT_HERE)
            return
        if self._panel.is_touched():  # a step of its own
            at = self._panel.at_in_line
            self._ways.go_to(self._committed(self._panel.line))
            self._panel.put_cursor(at)
        if self._panel.cut():
            self._ways.go_to(self._committed(self._panel.line))
            self._panel.put_cursor(0)

    def _committed(self, line: int) -> str:
        """Let what is half-typed count, and return the target of what that line of the words became."""
        target = self._entries.target
        self._ways.commit()
        return part_of(self._ways.review().decisions, target, line)

    def join(self, *, to_next: bool) -> None:
        """Join the paragraph at hand to the one before it, or the next to it; the cursor stands between them then."""
        in_words = self._field() is not None
        self.hush()
        self._panel.settle()
        if not in_words:  # the entry as the list shows it, with all its lines
            self._panel.move_to_end(last=to_next)
        part = self._committed(self._panel.line)
        found = self._ways.review().join(part, to_next=to_next)
        if found is None:
            if part != self._entries.target:  # half-typed until now
                self._ways.go_to(part)
                self._panel.focus()
                self._panel.move_to_end(last=to_next)
            self._tell(_NOT_AFTER if to_next else _NOT_BEFORE)
            return
        target, seam = found
        self._ways.show_state()
        self._ways.go_to(target)
        if in_words:
            self._panel.put_cursor(seam)

    @contextmanager
    def telling_move(self) -> Iterator[None]:
        """Tell where the paragraph at hand went, once it counts; no other place at hand then, the row below it is.

        Its row is far from there, or out of sight.
        """
        self.hush()
        target, below, before = self._entries.target, self._entries.target_beside(), self._home()
        yield
        home = self._home(target)
        if home == before:
            return
        if self._entries.target == target and below:
            self._ways.go_to(below)
        self._tell(f"放到了“{home}”，按 Ctrl+Z 可以撤销。" if home else _LEFT_OUT)

    def _home(self, target: str = "") -> str:
        """Return the name of the section that the words of a target go to, of those at hand by default; "" for none."""
        at_hand = target or self._entries.target
        review = self._ways.review()
        is_piece = at_hand.startswith("left:") or "/" in at_hand
        return dict(review.sections()).get(review.words_of(at_hand).section, "") if is_piece else ""

    def _open_menu(self, place: QPoint) -> None:
        """Open the menu of the paragraph at hand."""
        entry = self._entries.entry()
        if entry is None or entry.kind != "paragraph" or self._ways.review().fixed:
            return
        menu = QMenu(self._entries)
        menu.setObjectName("reviewListMenu")
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.addAction("修改、断成两段（F2）").triggered.connect(self.begin)
        menu.addAction("和上一段接起来").triggered.connect(lambda: self.join(to_next=False))
        menu.addAction("和下一段接起来").triggered.connect(lambda: self.join(to_next=True))
        menu.popup(place)

    def pass_on(self, words: str) -> None:
        """Tell what the window tells in passing; "" takes that away, and nothing that was told here since."""
        if words or not self._has_told:
            self._has_told = False
            self._ways.tell(words)

    def _tell(self, words: str) -> None:
        self._ways.tell(words)
        self._has_told = True

    def hush(self) -> None:
        """Take away what was told: the clerk is elsewhere."""
        if self._has_told:
            self._has_told = False
            self._ways.tell("")

    def _attach(self, before: QWidget | None, now: QWidget | None) -> None:
        if isinstance(now, QLineEdit | QPlainTextEdit) and self._panel.isAncestorOf(now):
            now.installEventFilter(self)
        if now and any(isinstance(one, QLineEdit | QPlainTextEdit) for one in (before, now)):
            self.changed.emit()  # each field does its own typing again

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Leave undo and redo of every field to the window, which asks for a step."""
        return undo_keys.left_to_window(event) or super().eventFilter(watched, event)
