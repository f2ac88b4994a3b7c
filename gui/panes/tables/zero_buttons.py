"""The buttons below a form that write zeros: with all their words, with fewer where the row is narrow, or one for all."""

from collections.abc import Sequence

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QPushButton, QWidget

from gui.panes.tables.below import SPACING
from gui.panes.tables.menu import ZEROS, menu_of
from gui.widgets.kept_room import keep_room
from gui.widgets.plain import plain


class ZeroButton(QPushButton):
    """Has long words and short ones; the ear, and the mouse over the short ones, is told the long ones."""

    def __init__(self, words: str, short: str, name: str) -> None:
        super().__init__(words)
        self.setObjectName(name)
        self.setAccessibleName(words)
        self._words, self._short = words, short

    def be_short(self, short: bool) -> None:
        """Show the short words, or the long ones."""
        shown = self._short if short else self._words
        if shown != self.text():
            self.setText(shown)
            self.setToolTip(plain(self._words) if short else "")

    def width_of(self, *, short: bool) -> int:
        """Return how wide it wants to be with those words."""
        room, metrics = self.sizeHint().width(), self.fontMetrics()
        shown = self._short if short else self._words
        return room + metrics.horizontalAdvance(shown) - metrics.horizontalAdvance(self.text())


class ZeroMenu(QPushButton):
    """Offers what the buttons of the row do, where there is no room for a row."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__("填 0 ▾", parent)
        self.setObjectName("zeros")
        self.setAccessibleName("空着的填 0：本行、本部分或本表")
        self.setToolTip("本行、本部分或本表空着的填 0")
        self.clicked.connect(self._offer)

    def _offer(self) -> None:
        """Open the menu above: the button stands at the lower edge of the window."""
        menu = menu_of(self, ZEROS, "zerosMenu")
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        corner = self.mapToGlobal(QPoint(self.width(), 0))
        size = menu.sizeHint()
        menu.popup(corner - QPoint(size.width(), size.height()))


def fit_row(buttons: Sequence[ZeroButton], last: QWidget, room: int) -> None:
    """Let the buttons of a row, and the `last` that comes and goes, stand before what is told without a word cut.

    The words get short first; then the last one has no room as long as it is hidden.
    """

    def fits(*, short: bool) -> bool:
        widths = [one.width_of(short=short) for one in buttons]
        return sum(widths) + last.sizeHint().width() + (len(widths) + 1) * SPACING <= room

    is_short = not fits(short=False)
    for one in buttons:
        one.be_short(is_short)
    keep_room(last, keep=not is_short or fits(short=True))
