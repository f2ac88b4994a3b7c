"""The outline: every page of the report with the state of the work on it."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QSignalBlocker, QSize, Qt, Signal
from PySide6.QtGui import QAccessible, QContextMenuEvent, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QListWidget, QListWidgetItem

from core.carry import source_name
from core.checks.model import Severity
from gui.pages import Page, finder, page_with, pages_of, title_of
from gui.panes.outline_titles import INDENT, TitleLines
from gui.session import Session
from gui.theme import Theme
from gui.widgets.offer_menu import offer_menu
from gui.widgets.plain import plain

Index = QModelIndex | QPersistentModelIndex

_PAGE = Qt.ItemDataRole.UserRole
_FROM_HERE = ("nextToLookAt", "nextBlank", "nextFinding")  # commands that go on from the page at hand
_AROUND_ROW = 14
_BETWEEN = " · "
_KINDS = (" 必须改", " 请核对")  # what the signs before the counts say too
_MOST_WITH_KINDS = 2
_LOOKED_AT = "已核对"
_LISTED_ELSEWHERE = "问题列在别的部分"


@dataclass(frozen=True)
class PageState:
    """How the work on a page stands: its sign, the role of its colour, and the words under its name."""

    sign: str
    role: str
    words: str

    @property
    def short(self) -> str:
        """The words as they fit under the name: of many counts the signs alone say what they are."""
        words = self.words
        if len(words.split(_BETWEEN)) > _MOST_WITH_KINDS:
            for kind in _KINDS:
                words = words.replace(kind, "")
        # beside what is to be checked it would seem to be said of that
        return words.replace(f"{_LOOKED_AT} ", " ")


class Outline(QListWidget):
    """The pages in order, each with ✖ must mend, ● look at, ○ nothing in it yet or ✓ done.

    Signals:
        page_chosen(Page): the clerk wants to see that page.
        left(): the clerk goes back to the page at hand (Esc).
    """

    page_chosen = Signal(object)
    left = Signal()

    def __init__(self, session: Session, theme: Theme) -> None:
        super().__init__()
        self.setObjectName("outline")
        self.setAccessibleName("目录")
        self.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._session = session
        self._theme = theme
        self._shown: list[tuple[Page, str, PageState]] = []
        self._is_tight = False
        self._titles = TitleLines(self)
        self.setItemDelegate(self._titles)
        self.refresh()
        self.currentItemChanged.connect(self._choose)

    def refresh(self) -> None:
        """Show pages, signs and counts as they are now."""
        session, found = self._session, found_at(self._session)
        entries = [
            (page, title_of(session.template, session.report, page), page_state(session, page, found))
            for page in pages_of(session.template, session.report)
        ]
        if entries == self._shown:
            return
        with QSignalBlocker(self):
            if [page for page, _, _ in entries] != [page for page, _, _ in self._shown]:
                self._rebuild([page for page, _, _ in entries])
                self._shown = []
            for row, entry in enumerate(entries):
                if entry not in self._shown[row : row + 1]:
                    self._dress(self.item(row), *entry[1:])
        self._shown = entries
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Look again whether there is room for two lines of writing for each page."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """Give each page two lines of writing; where that is too much for all, one to a page of which nothing is told.

        What is left beyond that goes to the titles that need two lines themselves.
        """
        one = self.fontMetrics().lineSpacing()
        self._is_tight = len(self._shown) * (2 * one + _AROUND_ROW) > self.viewport().height()
        needed = [1 if self._is_tight and not state.words else 2 for _, _, state in self._shown]
        spare = self.viewport().height() - sum(lines * one + _AROUND_ROW for lines in needed)
        longer = self._titles.wrap([self.item(row).text() for row in range(self.count())], spare // one)
        moved = False
        for row, lines in enumerate(needed):
            lines += row in longer
            size = QSize(0, lines * one + _AROUND_ROW)
            item = self.item(row)
            if item.sizeHint() != size:
                item.setSizeHint(size)
                moved = True
        if moved:
            self.doItemsLayout()
            self.scrollTo(self.currentIndex())

    def dataChanged(self, first: Index, last: Index, roles: Sequence[int] = ()) -> None:
        """Paint what changed and no more; where a line gets another height `_fit` lays all out."""
        if QAccessible.isActive():  # a screen reader is told too
            super().dataChanged(first, last, roles)
            return
        for row in range(first.row(), last.row() + 1):
            self.viewport().update(self.visualRect(self.model().index(row, 0)))

    def _rebuild(self, pages: list[Page]) -> None:
        current = self.current_page()
        self.clear()
        for page in pages:
            item = QListWidgetItem()
            item.setData(_PAGE, page)
            self.addItem(item)
        if current in pages:
            self.setCurrentRow(pages.index(current))

    def _dress(self, item: QListWidgetItem, title: str, state: PageState) -> None:
        whole = f"{title}：{state.words}" if state.words else title
        item.setText(f"{state.sign} {title}" + (f"\n{INDENT}{state.short}" if state.short else ""))
        item.setForeground(self._theme.colour(state.role))
        item.setToolTip(plain(whole))
        item.setData(Qt.ItemDataRole.AccessibleTextRole, f"{state.sign} {whole}")

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go back by Esc."""
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Open the menu of the page under the mouse, or of the one at hand."""
        item = self.itemAt(event.pos()) or self.currentItem()
        if item is None:
            return
        menu = offer_menu(self, "outlineMenu", [("跳到这一部分", partial(self.itemClicked.emit, item))])
        known = {action.objectName(): action for action in self.window().actions()}
        menu.addSeparator()
        menu.addActions([known[name] for name in _FROM_HERE if name in known])
        by_mouse = event.reason() == QContextMenuEvent.Reason.Mouse
        at = event.pos() if by_mouse else self.visualItemRect(item).center()
        menu.popup(self.viewport().mapToGlobal(at))

    def current_page(self) -> Page | None:
        """Return the page marked as current, or None before the first is."""
        item = self.currentItem()
        page = item.data(_PAGE) if item else None
        return page if isinstance(page, Page) else None

    def mark(self, page: Page) -> None:
        """Mark the page that is on show, without choosing it again."""
        pages = [one for one, _, _ in self._shown]
        if page in pages:
            with QSignalBlocker(self):
                self.setCurrentRow(pages.index(page))

    def _choose(self, item: QListWidgetItem | None) -> None:
        if item is not None:
            self.page_chosen.emit(item.data(_PAGE))


@dataclass(frozen=True)
class Found:
    """How many findings of each weight are counted at each page, and where those counted elsewhere mark places too."""

    counted: Counter[tuple[Page, Severity]]
    marked: frozenset[tuple[Page, Severity]]


def found_at(session: Session) -> Found:
    """Return what the checks found, by page."""
    find = finder(session.template, session.report)
    counted: Counter[tuple[Page, Severity]] = Counter()
    marked: set[tuple[Page, Severity]] = set()
    for one in session.findings:
        counted[page_with(find, one), one.severity] += 1
        if len(one.where) > 1:
            marked.update((find(place), one.severity) for place in one.where[1:])
    return Found(counted, frozenset(marked))


def page_state(session: Session, page: Page, found: Found) -> PageState:
    """Return how the work on a page stands, `found` being what was found on each."""
    errors, warnings = found.counted[page, "error"], found.counted[page, "warning"]
    looked_at, carried = _looked_at(session, page)
    waiting = carried - looked_at
    parts = [f"✖{errors} 必须改"] if errors else []
    parts += [f"!{warnings} 请核对"] if warnings else []
    parts += [f"{source_name(session.report)}内容{_LOOKED_AT} {looked_at}/{carried}"] if waiting else []
    words = _BETWEEN.join(parts)
    if errors:
        return PageState("✖", "error", words)
    if words:
        return PageState("●", "warning", words)
    if (page, "error") in found.marked:
        return PageState("✖", "error", _LISTED_ELSEWHERE)
    if (page, "warning") in found.marked:
        return PageState("●", "warning", _LISTED_ELSEWHERE)
    if _is_empty(session, page):
        return PageState("○", "quiet_text", "")
    return PageState("✓", "ok", "")


def _looked_at(session: Session, page: Page) -> tuple[int, int]:
    """Return how many places of last year were looked at on a page, and how many there are."""
    section = session.report.section(page.section)
    cells = session.template.cells
    states = [one.state for one in section.paragraphs if one.state] if section else []
    states += [
        state
        for cell, state in session.report.states.items()
        if state and cell in cells and cells[cell].table in page.tables
    ]
    return sum(state != "carried" for state in states), len(states)


def _is_empty(session: Session, page: Page) -> bool:
    section = session.report.section(page.section)
    if section and any(paragraph.text.strip() for paragraph in section.paragraphs):
        return False
    cells = session.template.cells
    return not any(cell in cells and cells[cell].table in page.tables for cell in session.report.values)
