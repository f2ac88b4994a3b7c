"""A field that finds every command, every part of the open report, and the reports of other years (Ctrl+K)."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QObject, QSize, Qt, QTimer
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QDialog,
    QHeaderView,
    QLabel,
    QLineEdit,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from core import initials

_LETTERS_WIDE, _LETTERS_HIGH = 40, 30
_FRAME = QSize(16, 48)
_ENTRY = Qt.ItemDataRole.UserRole
_NOTHING = "没有找到。可以打几个字，如“导出”，或者打拼音首字母，如 dc 是“导出”。"
_STEPS = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1, Qt.Key.Key_PageDown: 10, Qt.Key.Key_PageUp: -10}


@dataclass(frozen=True)
class Entry:
    """What can be found: its words, where it belongs, its keys, whether it can be done now, and what it does.

    `also` are other words by which it is found.
    """

    words: str
    where: str
    run: Callable[[], object]
    keys: str = ""
    enabled: bool = True
    also: str = ""


def found(entries: Iterable[Entry], typed: str) -> list[Entry]:
    """Return the entries that hold all that was typed, those that begin with it first; letters stand for sounds."""
    parts = typed.lower().split()
    ranked = [(_rank(entry, parts), entry) for entry in entries]
    return [entry for rank, entry in sorted(ranked, key=lambda two: two[0]) if rank < _UNLIKE]


_UNLIKE = 9


def _rank(entry: Entry, parts: list[str]) -> int:
    words, sounds = entry.words.lower(), initials.of(entry.words)
    ranks = [
        _rank_of(words, sounds, f"{entry.where} {entry.keys} {entry.also}".lower(), part) for part in parts
    ]
    return max(ranks, default=0)


def _rank_of(words: str, sounds: str, around: str, part: str) -> int:
    tests = (words.startswith(part), part in words, sounds.startswith(part), part in sounds, part in around)
    return next((rank for rank, holds in enumerate(tests) if holds), _UNLIKE)


class CommandSearch(QDialog):
    """Lists what fits while one types; Enter does what is chosen."""

    def __init__(self, entries: list[Entry], parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("commandSearch")
        self.setWindowTitle("查找命令")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._entries = entries
        self._field = QLineEdit()
        self._field.setObjectName("commandField")
        self._field.setAccessibleName("要做什么，或者去哪里")
        self._field.setPlaceholderText("要做什么，或者去哪里？如：导出、表四，或者拼音首字母，如 dc")
        self._list = QTreeWidget()
        self._list.setObjectName("commandList")
        self._list.setAccessibleName("找到的命令和地方")
        self._list.setColumnCount(3)
        self._list.setHeaderLabels(["命令或地方", "在哪里", "按键"])
        self._list.setRootIsDecorated(False)
        self._list.setUniformRowHeights(True)
        self._nothing = QLabel(_NOTHING)
        self._nothing.setObjectName("commandNothing")
        self._nothing.setTextFormat(Qt.TextFormat.PlainText)
        self._nothing.setWordWrap(True)
        self._arrange()
        self._field.installEventFilter(self)
        self._field.textChanged.connect(self._show)
        self._field.returnPressed.connect(self._run)
        self._list.itemActivated.connect(lambda _: self._run())
        self._show("")
        self._field.setFocus()

    def _arrange(self) -> None:
        layout = QVBoxLayout(self)
        for part in (self._field, self._nothing, self._list):
            layout.addWidget(part)
        letter = self.fontMetrics().horizontalAdvance("口")
        wanted = QSize(_LETTERS_WIDE * letter, _LETTERS_HIGH * letter)
        self.resize(wanted.boundedTo(self.screen().availableSize() - _FRAME))
        head = self._list.header()
        head.setStretchLastSection(False)
        head.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        head.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)

    def _show(self, typed: str) -> None:
        self._list.clear()
        for entry in found(self._entries, typed):
            item = QTreeWidgetItem([entry.words, entry.where, entry.keys])
            item.setData(0, _ENTRY, entry)
            item.setToolTip(0, entry.words.replace("<", "＜"))
            item.setDisabled(not entry.enabled)
            if not entry.enabled:
                for column in range(self._list.columnCount()):
                    item.setForeground(column, self.palette().placeholderText())
            self._list.addTopLevelItem(item)
        nothing = not self._list.topLevelItemCount()
        self._nothing.setVisible(nothing)
        self._choose(0, 1)

    def _choose(self, row: int, by: int) -> None:
        """Choose the entry at a row, or else the next from there on that can be done."""
        count = self._list.topLevelItemCount()
        row = max(0, min(row, count - 1))
        while 0 <= row < count:
            item = self._list.topLevelItem(row)
            if item is not None and not item.isDisabled():
                self._list.setCurrentItem(item)
                return
            row += 1 if by > 0 else -1

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Let the arrow keys walk through the list while the cursor stays in the field."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            by = _STEPS.get(Qt.Key(event.key()), 0)
            if by:
                self._choose(self._list.indexOfTopLevelItem(self._list.currentItem()) + by, by)
                return True
        return super().eventFilter(watched, event)

    def _run(self) -> None:
        """Close, and do what is chosen once the focus is back where it was."""
        item = self._list.currentItem()
        entry = item.data(0, _ENTRY) if item is not None and not item.isDisabled() else None
        if isinstance(entry, Entry):
            self.accept()
            QTimer.singleShot(0, self.parent(), entry.run)
