"""The button that stands for the lines above an annex table where a low window has no room for them."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPushButton, QWidget

from gui.panes.tables.head_lines import HeadLines
from gui.widgets.signs import SIGNS, WORDS

_NAMES = "表名、年度、填报单位"
_SHUT, _OPEN = "▸", "▾"


class HeadFold(QPushButton):
    """Opens the lines and puts them away again; what is found in them shows on it too.

    Signals:
        put_away(): the clerk put the lines away.
    """

    put_away = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("headFold")
        self.setProperty("slim", True)
        self._lines: HeadLines | None = None
        self._is_low = self._is_open = False
        self._has_page = True
        self.clicked.connect(self._turn)
        self.hide()

    def stand_for(self, lines: HeadLines | None) -> None:
        """Stand for the lines of another table, None where it has none."""
        self._lines, self._is_open = lines, False
        if lines:
            lines.told.connect(self._tell)
        self._show()

    def be_low(self, low: bool) -> None:
        """Give the form the room of the lines, or let them stand above it; a line that has the keys stays in sight."""
        if low != self._is_low:
            self._is_low, self._is_open = low, self._has_keys()
            self._show()

    def be_on_page(self, shown: bool) -> None:
        """Come and go with the form: the button may stand elsewhere on the page."""
        self._has_page = shown
        self._show()

    def open_lines(self) -> None:
        """Let the lines be seen."""
        self._is_open = True
        self._show()

    def _has_keys(self) -> bool:
        """Return whether the clerk is in one of the lines, be it while a dialog is in front."""
        return self._lines is not None and self.window().focusWidget() in self._lines.lines.values()

    def _turn(self) -> None:
        if not self._is_open and self._lines:
            self.open_lines()
            next(iter(self._lines.lines.values())).setFocus()
            return
        self._is_open = False
        self._show()
        self.put_away.emit()

    def _show(self) -> None:
        lines = self._lines
        if lines:
            lines.setHidden(self._is_low and not self._is_open)
        self.setVisible(lines is not None and self._is_low and self._has_page)
        self._tell()

    def _tell(self) -> None:
        severity, messages = self._lines.found if self._lines else ("", "")
        sign = f"{SIGNS[severity]} " if severity else ""
        self.setText(f"{sign}{_NAMES} {_OPEN if self._is_open else _SHUT}")
        self.setAccessibleName(f"{'收起' if self._is_open else '打开'}{_NAMES}")
        self.setToolTip("收起表格上面的三行" if self._is_open else "打开表格上面的三行")
        self.setAccessibleDescription(f"{WORDS[severity]}：{messages}" if severity else "")
