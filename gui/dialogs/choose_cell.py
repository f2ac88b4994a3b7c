"""Which cell of the tables a sentence is to show: a list of all, narrowed down by a few words."""

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QLabel,
    QLineEdit,
    QListWidgetItem,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from core import cell_names
from core.labels import fold
from core.template import Cell
from gui.session import Session
from gui.widgets.whole_lines import WholeRows

_CELL = Qt.ItemDataRole.UserRole
_WORDS = Qt.ItemDataRole.UserRole + 1
_LIST_KEYS = (Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown)
_WIDE, _HIGH = 44, 26  # in widths of a character and heights of a line


def cells_to_choose(session: Session) -> list[Cell]:
    """Return the cells that hold figures, in the order of the form."""
    return [one for one in session.template.cells.values() if not one.group and one.kind != "text"]


class ChooseCellDialog(QDialog):
    """Lists table, row, column and figure of each cell; typing narrows the list, Enter takes the line at hand.

    Signals:
        cell_chosen(str): the address of the cell whose figure is wanted.
    """

    cell_chosen = Signal(str)

    def __init__(self, session: Session, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("chooseCellDialog")
        self.setWindowTitle("插入表格里的数")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._session = session
        self._field = QLineEdit()
        self._field.setObjectName("cellSearch")
        self._field.setAccessibleName("查找一格")
        self._field.setPlaceholderText("输入几个字查找，如：新收 总计")
        self._list = WholeRows()
        self._list.setObjectName("cellList")
        self._list.setAccessibleName("表格里的数")
        self._list.setWordWrap(True)
        self._list.setSpacing(2)
        self._list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._told = QLabel("插入后，表格里的数改了，句子里的数一起变。")
        self._told.setProperty("quiet", True)
        self._told.setWordWrap(True)
        self._take = QPushButton("插入(&I)")
        self._take.setObjectName("insertCell")
        self._take.setProperty("primary", True)
        self._take.setDefault(True)
        self._fill()
        self._arrange()
        self._connect()
        self._narrow("")

    def _fill(self) -> None:
        template = self._session.template
        for cell in cells_to_choose(self._session):
            words = f"{template.tables_by_id[cell.table].name} · {cell_names.full(template, cell)}"
            item = QListWidgetItem(f"{words}：{self._session.report.text(cell.id) or '还空着'}")
            item.setData(_CELL, cell.id)
            item.setData(_WORDS, fold(item.text()))
            self._list.addItem(item)

    def _arrange(self) -> None:
        buttons = QDialogButtonBox()
        buttons.addButton(self._take, QDialogButtonBox.ButtonRole.AcceptRole)
        buttons.addButton("取消", QDialogButtonBox.ButtonRole.RejectRole)
        buttons.accepted.connect(self._finish)
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 20, 20, 16)
        layout.setSpacing(12)
        for widget in (self._field, self._list, self._told, buttons):
            layout.addWidget(widget)
        metrics = self.fontMetrics()
        room = self.screen().availableSize() * 0.9
        width = min(metrics.horizontalAdvance("国") * _WIDE, room.width())
        self.resize(width, min(metrics.lineSpacing() * _HIGH, room.height()))

    def _connect(self) -> None:
        self._field.installEventFilter(self)
        self._field.textChanged.connect(self._narrow)
        self._list.itemDoubleClicked.connect(self._finish)
        self._list.currentItemChanged.connect(self._allow)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Let the arrows move in the list while the cursor stays in the search field."""
        if (
            isinstance(event, QKeyEvent)
            and event.type() == QEvent.Type.KeyPress
            and event.key() in _LIST_KEYS
        ):
            self._list.event(event)
            return True
        return super().eventFilter(watched, event)

    def _narrow(self, words: str) -> None:
        """Show the lines that have all of the words, the first of them at hand."""
        wanted = [fold(one) for one in words.split()]
        first = -1
        for row in range(self._list.count()):
            item = self._list.item(row)
            fits = all(one in item.data(_WORDS) for one in wanted)
            item.setHidden(not fits)
            first = row if fits and first < 0 else first
        self._list.setCurrentRow(first)
        self._allow()

    def _allow(self) -> None:
        self._take.setEnabled(self._list.currentItem() is not None)

    def _finish(self) -> None:
        item = self._list.currentItem()
        if item is not None:
            self.accept()
            self.cell_chosen.emit(item.data(_CELL))
