"""The list in which the findings stand."""

from collections.abc import Callable, Container
from difflib import SequenceMatcher

from PySide6.QtCore import QEvent, QPoint, QSize, Signal
from PySide6.QtGui import QHideEvent, QKeyEvent, QMouseEvent, QPaintEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QApplication, QListWidget, QListWidgetItem

from core.checks import is_unwritten
from gui.panes.finding_delegate import LINE, FindingDelegate
from gui.panes.finding_items import FINDING, Row, item_of
from gui.theme import Theme

Spot = tuple[int, float]  # a row, and how far down it stands as a share of the height
_Anchor = tuple[QListWidgetItem, int]  # a line, and how far down it stands
_Step = tuple[str, int, int, int, int]  # as those of difflib

_HEADINGS = 2  # above the first finding: its group and its page


class FindingList(QListWidget):
    """A list whose lines are laid out anew when its width or the chosen line changes; that one stays in sight.

    Signals:
        walked_to(QListWidgetItem): the arrow keys made that line the chosen one.
    """

    walked_to = Signal(object)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._delegate = FindingDelegate(self, theme)
        self.setItemDelegate(self._delegate)
        self._brings = False
        self._waits = False  # the mouse button goes down: the lines stay where they are
        self._is_due = False
        self._pressed_at: QPoint | None = None
        self._awaited: Spot | None = None
        self._held_at: _Anchor | None = None  # what stands there again, until it is painted
        self._is_stale = False  # the width is another than the lines were measured for
        self._rows: list[Row] = []
        self.currentItemChanged.connect(self.lay_out)

    def finding_items(self) -> list[QListWidgetItem]:
        """Return the lines that are findings."""
        every = (self.item(row) for row in range(self.count()))
        return [item for item in every if item.data(FINDING) is not None]

    def item_with(self, key: str) -> QListWidgetItem | None:
        """Return the line of the finding of that key, None where it is gone."""
        return next((item for item in self.finding_items() if item.data(FINDING).key == key), None)

    def open_rows(self, kept: Container[str], severity: str = "") -> list[int]:
        """Return the rows of the findings whose key is not kept, of all or of one weight."""
        return [
            self.row(item)
            for item in self.finding_items()
            if item.data(FINDING).key not in kept and severity in ("", item.data(FINDING).severity)
        ]

    def unwritten_rows(self, kept: Container[str]) -> list[int]:
        """Return the rows of the findings that say that words are still to be written."""
        return [row for row in self.open_rows(kept) if is_unwritten(self.item(row).data(FINDING))]

    def show_rows(self, rows: list[Row], choose: Callable[[], object]) -> None:
        """Show other rows; lines that stay, as most do after each figure typed, keep their items and their place in sight.

        `choose` chooses again what was chosen. Where nothing is, what must be mended since comes into sight.
        """
        anchor = self._held_at or self._anchor()
        came: list[QListWidgetItem] = []
        steps = _steps(self._rows, rows)
        for step, start, end, first, last in reversed(steps):  # from below, so that places above stay right
            if step == "equal":
                self._renew(start, rows[first:last])
                continue
            for at in reversed(range(start, end)):
                self._take(at)
            for row in reversed(rows[first:last]):
                item = item_of(row)
                self._measure(item, chosen=False)
                self.insertItem(start, item)
                came += [item] if row.finding and row.finding.severity == "error" and self._rows else []
        self._rows = rows
        self.executeDelayedItemsLayout()  # now, so that they are painted with all else that the figure changed
        choose()
        self._come_back(anchor)
        if came and not self.selectedItems():
            self._bring_topmost(came)

    def _bring_topmost(self, came: list[QListWidgetItem]) -> None:
        """Bring the topmost of some lines into sight with the headings above it, also in a list that gets its room later."""
        topmost = min(came, key=self.row)
        heading = self.item(max(0, self.row(topmost) - _HEADINGS))
        self.scrollToItem(heading)
        self.scrollToItem(topmost)
        if self._held_at:
            self._held_at = heading, 0

    def spot(self) -> Spot | None:
        """Return the line that is held in sight and where it stands; None where there is none."""
        item = self._held()
        if self._awaited or item is None:
            return self._awaited
        return self.row(item), self.visualItemRect(item).top() / max(self.viewport().height(), 1)

    def stand_at(self, spot: Spot) -> None:
        """Let the line of a spot stand there again, in a list of another height or writing too; if hidden, when shown."""
        if not self.isVisible():
            self._awaited, self._held_at = spot, None
            return
        self._held_at = None
        self._stand_at(spot)

    def _stand_at(self, spot: Spot) -> None:
        item = self.item(spot[0])
        if item is not None:
            self._stand(item, round(spot[1] * self.viewport().height()))
            if item.isSelected():
                self.scrollToItem(item)

    def _held(self) -> QListWidgetItem | None:
        """Return the chosen line where it is in sight, or else the one at the top."""
        inside = self.viewport().rect()
        chosen = [one for one in self.selectedItems() if self.visualItemRect(one).intersects(inside)]
        return chosen[0] if chosen else self.itemAt(inside.topLeft())

    def _anchor(self) -> _Anchor | None:
        """Return the line that is held in sight and how far down it stands; None at the top of a list with none chosen."""
        item = self._held()
        if item is None or not (self.verticalScrollBar().value() or item.isSelected()):
            return None
        return item, self.visualItemRect(item).top()

    def _come_back(self, anchor: _Anchor | None) -> None:
        """Let the line that is still chosen, or else the one that was at the top, stand where it stood."""
        if anchor is None:
            return
        item, top = anchor
        if self.row(item) < 0 and self.selectedItems():
            item = self.selectedItems()[0]
        if self.row(item) >= 0:
            self._stand(item, top)

    def _stand(self, item: QListWidgetItem, top: int) -> None:
        bar = self.verticalScrollBar()
        bar.setValue(bar.value() + self.visualItemRect(item).top() - top)

    def _renew(self, start: int, rows: list[Row]) -> None:
        """Give lines that look as before their findings of now, which may propose another change."""
        for at, row in enumerate(rows, start):
            if row is not self._rows[at] and row != self._rows[at]:
                self.item(at).setData(FINDING, row.finding)

    def _take(self, at: int) -> None:
        """Take a line away; where it was at hand Qt would choose its neighbour."""
        if at == self.currentRow():
            self.setCurrentRow(-1)
        self.takeItem(at)

    def lay_out(self) -> None:
        """Ask for the heights again, and then bring the chosen line into sight."""
        if self._waits:
            self._is_due = True
            return
        self._brings = True
        self.measure()
        self.scheduleDelayedItemsLayout()

    def measure(self) -> None:
        """Give every line the height that it needs now."""
        for at in range(self.count()):
            self._measure(self.item(at), chosen=at == self.currentRow())

    def _measure(self, item: QListWidgetItem, *, chosen: bool) -> None:
        """Keep the height of a line with its item: Qt asks for all of them whenever one comes, goes or changes."""
        height = self._delegate.height(item.data(LINE), self.viewport().width(), chosen)
        item.setSizeHint(QSize(0, height))

    def doItemsLayout(self) -> None:
        """Lay the lines out; what was held stands there again, and the whole of the chosen one is in sight where wanted."""
        self._is_stale = False
        super().doItemsLayout()
        if self._is_stale or self.viewport().width() <= 0:
            return  # a scroll bar came or went, or there is no room yet: they are laid out once more
        self._come_back(self._held_at)
        if self._awaited and self.isVisible():
            self._stand_at(self._awaited)
        if self._brings:
            self._brings = False
            for item in self.selectedItems():
                self.scrollToItem(item)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Choose the line that stands under the mouse when its button goes down, and lay out after that.

        Qt makes that line the current one first, and then selects what stands under the mouse: were the lines laid out
        between, as where the one chosen before folds, that would be another.
        """
        self._pressed_at = event.position().toPoint()
        item = self.itemAt(self._pressed_at)
        top = self.visualItemRect(item).top() if item else 0
        self._waits, self._is_due = True, False
        try:
            super().mousePressEvent(event)
        finally:
            self._waits = False
        if self._is_due:
            self.measure()
            self.doItemsLayout()
            self._come_back((item, top) if item else None)
            self.lay_out()  # it comes into sight as a whole

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Leave it at the first click of the two, which chose already: another line may stand there by now."""
        at = self._pressed_at
        moved = (
            (event.position().toPoint() - at).manhattanLength() if at else QApplication.startDragDistance()
        )
        if moved >= QApplication.startDragDistance():
            self.mousePressEvent(event)

    def viewportEvent(self, event: QEvent) -> bool:
        """Choose nothing by moving the mouse with its button down: it may be the lines that moved under it."""
        return event.type() == QEvent.Type.MouseMove or super().viewportEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Tell where the keys led to."""
        before = self.currentItem()
        super().keyPressEvent(event)
        if self.currentItem() is not before and self.currentItem():
            self.walked_to.emit(self.currentItem())

    def hideEvent(self, event: QHideEvent) -> None:
        """Note where it stands: a pane that comes back has no width at first, and Qt would forget."""
        if self._held_at is None:
            self._held_at = self._anchor()
        super().hideEvent(event)

    def showEvent(self, event: QShowEvent) -> None:
        """Stand where it was to stand, now that the list has its room."""
        super().showEvent(event)
        self.scheduleDelayedItemsLayout()
        self.executeDelayedItemsLayout()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint; once the lines are seen they are held no more, for it is the clerk who scrolls from then on."""
        super().paintEvent(event)
        if not self._is_stale:
            self._held_at = self._awaited = None

    def changeEvent(self, event: QEvent) -> None:
        """Measure anew where the writing is another."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self.lay_out()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Ask for the heights again; lines that are in sight stay there. What is chosen is brought where it was in sight."""
        anchor = self._held_at or self._anchor()  # before Qt takes away how far it is scrolled
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._held_at, self._is_stale = anchor, True
        if anchor and anchor[0].isSelected():
            self.lay_out()
        else:
            self.measure()
            self.scheduleDelayedItemsLayout()


def _steps(before: list[Row], now: list[Row]) -> list[_Step]:
    """Return what leads from some rows to others that look otherwise: what stays, comes, goes or is replaced.

    Most rows stay, those above and below at once.
    """
    short, top, bottom = min(len(before), len(now)), 0, 0
    while top < short and _looks_same(before[top], now[top]):
        top += 1
    while bottom < short - top and _looks_same(before[-1 - bottom], now[-1 - bottom]):
        bottom += 1
    end, last = len(before) - bottom, len(now) - bottom
    gone, came = ([row.line for row in rows] for rows in (before[top:end], now[top:last]))
    between = SequenceMatcher(None, gone, came, autojunk=False).get_opcodes()
    return [
        ("equal", 0, top, 0, top),
        *((step, top + i, top + j, top + k, top + m) for step, i, j, k, m in between),
        ("equal", end, len(before), last, len(now)),
    ]


def _looks_same(one: Row, other: Row) -> bool:
    return one is other or one.line == other.line
