"""What the answers of the guide would change: each line with a tick that can be taken off."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QListWidgetItem

from core.guide import BLANK, Line
from gui.theme import Theme
from gui.widgets.ticked_lines import TickedLines

_KEY = Qt.ItemDataRole.UserRole
_TYPED = "今年填过，会换掉"


class GuidePreview(TickedLines):
    """The lines of the preview; what was unticked stays so while the answers change.

    `as_before` says that a figure goes on as it was ("照去年").

    Signals:
        ticked(): other lines are wanted.
    """

    ticked = Signal()

    def __init__(self, theme: Theme, as_before: str) -> None:
        super().__init__("guidePreview", "将要填写的内容，逐条可以去掉")
        self._theme = theme
        self._as_before = as_before
        self._lines: tuple[Line, ...] = ()
        self._off: set[str] = set()
        self.itemChanged.connect(self._turned)

    @property
    def changes(self) -> bool:
        """Whether any line would change something, ticked or not."""
        return any(line.changes for line in self._lines)

    @property
    def wanted(self) -> tuple[Line, ...]:
        """The lines with a tick."""
        return tuple(line for line in self._lines if line.changes and line.key not in self._off)

    def show_lines(self, lines: tuple[Line, ...]) -> None:
        """Show other lines."""
        self._lines = lines
        self.blockSignals(True)
        self.clear()
        for line in lines:
            self.addItem(self._item(line))
        self.blockSignals(False)
        self.ticked.emit()

    def _item(self, line: Line) -> QListWidgetItem:
        item = QListWidgetItem(_words(line, self._as_before))
        item.setData(_KEY, line.key)
        if not line.changes:
            item.setFlags(Qt.ItemFlag.ItemIsEnabled)
            item.setForeground(self._theme.colour("quiet_text"))
            return item
        item.setFlags(
            Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemIsUserCheckable
        )
        item.setCheckState(
            Qt.CheckState.Unchecked if line.key in self._off else Qt.CheckState.Checked,
        )
        if line.overwrites:
            item.setForeground(self._theme.colour("warning"))
        return item

    def _turned(self, item: QListWidgetItem) -> None:
        key = str(item.data(_KEY))
        if item.checkState() == Qt.CheckState.Checked:
            self._off.discard(key)
        else:
            self._off.add(key)
        self.ticked.emit()


def _words(line: Line, as_before: str) -> str:
    """Return the words of a line: a sentence has old and new under each other."""
    typed = f"（{_TYPED}）" if line.overwrites else ""
    if line.values and line.before == line.after:
        return f"{line.where}：{'按去年推算' if line.reckoned else as_before} {line.after}"
    if line.values and set(line.before.split("、")) == {BLANK, line.after}:
        return f"{line.where}：没填的补上 {line.after}"
    if line.values:
        return f"{line.where}：{line.before} → {line.after}{typed}"
    if line.spot and not line.spot.old:
        return f"{line.where}\n写上：{line.after}"
    if line.spot is None:
        return f"{line.where}\n{line.after}：{line.before}"
    return f"{line.where}{typed}\n原来：{line.before}\n改为：{line.after}"
