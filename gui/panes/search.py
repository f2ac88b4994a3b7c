"""Search and replace over the whole report: a bar above the page, where one stands in the count, where to go next."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QSignalBlocker, Qt, QTimer, Signal
from PySide6.QtGui import QHideEvent, QKeyEvent, QKeySequence, QShortcut, QShowEvent
from PySide6.QtWidgets import (
    QCheckBox,
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QSizePolicy,
    QWidget,
)

from core.checks.model import Place, TextPlace
from core.edits import Edit
from core.searching import Match, Query, replace_all, replace_one
from gui.panes.search_hits import Hits, behind
from gui.session import Session
from gui.widgets import undo_keys
from gui.widgets.eliding_label import ElidingLabel
from gui.widgets.named_button import named_button

_START = TextPlace("", 0, 0, 0, "")
_REFRESH_MS = 150


class SearchPanel(QFrame):
    """Finds words as they are typed; the report is changed through the session alone.

    `is_chosen` says of a place whether the clerk still sees it chosen, `here` where the clerk is, None where that needs
    no telling. Esc is heard in all of `around`.

    Signals:
        match_chosen(Match): the clerk wants to see that place.
        left_again(Place): all was replaced; there the clerk is to be again.
        closed(): the clerk is done with searching.
    """

    match_chosen = Signal(object)
    left_again = Signal(object)
    closed = Signal()
    origin: Place | None

    def __init__(
        self,
        session: Session,
        is_chosen: Callable[[Match], bool],
        here: Callable[[], Place | None],
        around: QWidget,
    ) -> None:
        super().__init__()
        self.setObjectName("searchPanel")
        self.setAccessibleName("查找和替换")
        self.setProperty("panel", True)
        self._session, self._is_chosen, self._now_at = session, is_chosen, here
        self._hits = Hits(session)
        self._here = _START
        self.origin, self._went_on = None, False
        self.field = _Line(session, "searchField", "查找的文字", self)
        self.by = _Line(session, "replaceField", "替换为", self)
        self._previous = _button("上一处(&P)", "searchPrevious", "上一处（Shift+回车）")
        self._next = _button("下一处(&G)", "searchNext", "下一处（回车）")
        self._close = _button("关闭(&Q)", "searchClose", "关闭查找（Esc）")
        self._replace = _button("替换(&R)", "replaceOne", "替换这一处，到下一处（在“替换为”里按回车）")
        self._replace_all = _button("全部替换(&A)", "replaceAll", "替换所有找到的地方，可以一步撤销")
        self._count = ElidingLabel("searchCount")
        self._count.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self._loose = QCheckBox("不分全角半角、大小写(&O)")
        self._loose.setObjectName("searchLoose")
        self._loose.setChecked(True)
        self._refresh_timer = QTimer(self)
        self._refresh_timer.setSingleShot(True)
        self._refresh_timer.setInterval(_REFRESH_MS)
        self._escape = _escape_in(around)
        self._arrange()
        self._connect()
        self._tell()

    def _arrange(self) -> None:
        self._by_label = QLabel("替换为(&Y)：")
        label = QLabel("查找(&K)：")
        for one, line in ((label, self.field), (self._by_label, self.by)):
            one.setBuddy(line)
        layout = QGridLayout(self)
        layout.setContentsMargins(8, 8, 8, 8)
        layout.setSpacing(8)
        layout.setColumnStretch(1, 1)
        for column, widget in enumerate((label, self.field, self._previous, self._next, self._close)):
            layout.addWidget(widget, 0, column)
        layout.addWidget(self._by_label, 1, 0)
        layout.addWidget(self.by, 1, 1)
        layout.addWidget(self._replace, 1, 2)
        layout.addWidget(self._replace_all, 1, 3, 1, 2)
        below = QHBoxLayout()
        layout.addLayout(below, 2, 0, 1, 5)
        below.addWidget(self._count, 1)
        below.addWidget(self._loose)

    def _connect(self) -> None:
        self.field.textChanged.connect(self._search)
        self._loose.toggled.connect(self._search)
        self._previous.clicked.connect(lambda: self.step(-1))
        self._next.clicked.connect(lambda: self.step(1))
        self._close.clicked.connect(self.closed)
        self._escape.activated.connect(self.closed)
        self._replace.clicked.connect(self.replace_one)
        self._replace_all.clicked.connect(self.replace_all)
        self._refresh_timer.timeout.connect(self._refresh)
        self._session.edited.connect(self._follow)

    def begin(self, here: TextPlace, words: str, *, replacing: bool, origin: Place | None = None) -> None:
        """Take the keys: search from a place on, for the words selected there if there are some.

        `origin` is where the clerk is, `here` the place in words that comes as early.
        """
        self._here, self.origin, self._went_on = here, origin, False
        self._offer_replacing(replacing)
        self.show()
        if words and words != self.field.text():
            self.field.setText(words)
        else:
            self._search()
        self.field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.field.selectAll()

    def take_over(self, other: "SearchPanel") -> None:
        """Stand where another bar stood, with its words and its place in the count."""
        self._here, self.origin, self._went_on = other._here, other.origin, other._went_on
        self._offer_replacing(not other.by.isHidden())
        self.by.setText(other.by.text())
        with QSignalBlocker(self.field), QSignalBlocker(self._loose):
            self.field.setText(other.field.text())
            self._loose.setChecked(other._loose.isChecked())
        self._hits.at, self._hits.replaced = other._hits.at, other._hits.replaced
        self._hits.put_in = other._hits.put_in
        self._catch_up()
        self._tell()
        self.setHidden(other.isHidden())

    def _offer_replacing(self, offered: bool) -> None:
        for widget in (self._by_label, self.by, self._replace, self._replace_all):
            widget.setVisible(offered)

    @property
    def match(self) -> Match | None:
        """The place that one stands at, None where nothing was found."""
        return self._hits.match

    def step(self, by: int) -> None:
        """Go to the next place, or with -1 to the one before; behind the last comes the first."""
        self._went_on = True
        self._catch_up()
        self._hits.step(by)
        self._show()

    def replace_one(self) -> None:
        """Put the other words where one stands, and go on to the next place."""
        self._went_on = True
        self._catch_up()
        match = self.match
        if self._hits.is_over:
            self._tell()
            return
        if match and self._hits.is_own(match):
            self._hits.pass_own()
            self._show()
            return
        session = self._session
        edit = replace_one(session.template, session.report, match, self.by.text()) if match else None
        if match is None or edit is None:
            self.step(1)
            return
        count = self._hits.replaced + 1
        self._edit(edit)
        self._hits.pass_by(self._query, match, self.by.text())
        self._hits.replaced = count
        self._show()

    def replace_all(self) -> None:
        """Put the other words at all places, as one step; the clerk is again where the search began, or went since."""
        self._catch_up()
        session, by = self._session, self.by.text()
        found = [one for one in self._hits.all if not self._hits.is_own(one)]
        left = self._now_at() if self._went_on else self.origin
        edit = replace_all(session.template, session.report, found, by)
        if edit is None:
            self._tell()
            return
        self._edit(edit)
        self._catch_up()
        self._count.show_words("", f"已{edit.label}，按 Ctrl+Z 可以撤销。", by_clause=True)
        if left is not None:
            self.left_again.emit(behind(left, found, by))

    def showEvent(self, event: QShowEvent) -> None:
        """Hear Esc wherever the keys are on the page."""
        super().showEvent(event)
        self._escape.setEnabled(True)

    def hideEvent(self, event: QHideEvent) -> None:
        """Leave Esc to others."""
        super().hideEvent(event)
        self._escape.setEnabled(False)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter goes on, with Shift back; in the line below it replaces."""
        back = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        match event.key():
            case Qt.Key.Key_Return | Qt.Key.Key_Enter if self.by.hasFocus():
                self.replace_one()
            case Qt.Key.Key_Return | Qt.Key.Key_Enter if self.field.hasFocus():
                self.step(-1 if back else 1)
            case _:
                super().keyPressEvent(event)

    def _edit(self, edit: Edit) -> None:
        self._session.end_stroke()
        self._session.edit(edit)
        self._session.end_stroke()
        self._refresh_timer.stop()

    @property
    def _query(self) -> Query:
        return Query(self.field.text(), exact=not self._loose.isChecked())

    def _search(self) -> None:
        """Search anew and show the first place from where the search began."""
        self._refresh_timer.stop()
        self._hits.begin(self._query, self._here)
        self._show()

    def _follow(self) -> None:
        self._hits.replaced = 0  # whoever replaces counts on
        if self.isVisible():
            self._refresh_timer.start()

    def _catch_up(self) -> None:
        """Let the places be those of the report as it is now."""
        self._refresh_timer.stop()
        self._hits.catch_up(self._query)

    def _refresh(self) -> None:
        """Count anew after the report changed; the page stays where it is."""
        self._catch_up()
        self._tell(stands=self.match is not None and self._is_chosen(self.match))

    def _show(self) -> None:
        self._tell()
        if self.match:
            self.match_chosen.emit(self.match)

    def _tell(self, *, stands: bool = True) -> None:
        """Say where one stands, or only how many there are where one does not; allow what there is to do."""
        match = self.match
        self._count.show_words("", self._hits.told(self.field.text(), stands=stands), by_clause=True)
        for button in (self._previous, self._next):
            button.setEnabled(match is not None)
        self._replace.setEnabled(match is not None and not match.source.fixed)
        self._replace_all.setEnabled(any(not one.source.fixed for one in self._hits.all))


def _escape_in(widget: QWidget) -> QShortcut:
    """Return Esc as it is heard in a widget and all that is in it, where nothing nearer takes it; not heard yet."""
    made = QShortcut(QKeySequence(Qt.Key.Key_Escape), widget)
    made.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
    made.setEnabled(False)
    return made


class _Line(QLineEdit):
    """A line to type in that leaves undo and redo to the report."""

    def __init__(self, session: Session, name: str, words: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.setAccessibleName(words)
        self._session = session

    def event(self, event: QEvent) -> bool:
        """Leave undo and redo to the window."""
        return False if undo_keys.left_to_window(event) else super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Undo and redo the report, not the line."""
        if not undo_keys.taken(event, self._session.undo_stack):
            super().keyPressEvent(event)


def _button(words: str, name: str, help_words: str) -> QPushButton:
    button = named_button(words, name)
    button.setToolTip(help_words)
    button.setAutoDefault(False)
    return button
