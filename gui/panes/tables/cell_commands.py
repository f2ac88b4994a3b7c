"""What is done with the selected cells at once: copied, pasted, emptied, filled on; each one step of undo."""

from PySide6.QtCore import QModelIndex, QObject, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QTableView

from core import blocks_of_cells
from core.pasting_cells import Pasting
from gui.models.table import TableModel
from gui.panes.tables import block
from gui.panes.tables.paste_preview import PastePreview, summary

TOTALS_FOLLOW = "合计自动计算，不用填。要手工填请按 F2。"
_NOTHING_TO_PASTE = "剪贴板里没有可以粘贴到表格里的数。请先在 Excel 或 WPS 里复制。"
_THE_SAME = "剪贴板里的数和单元格里的一样，没有改动。"
_EMPTY = "选中的单元格本来就空着。"
_NOTHING_TO_FILL = "没有要填充的单元格：选中几格，第一格的数会填到其余各格。"


class CellCommands(QObject):
    """Works on what is selected in the form that a view shows.

    Signals:
        said(str): why nothing came of it, one sentence; "" where something did that changes no report.
        done(str): what it did in many cells, one sentence.
    """

    said = Signal(str)
    done = Signal(str)

    def __init__(self, view: QTableView) -> None:
        super().__init__(view)
        self._view = view

    @property
    def _form(self) -> TableModel:
        model = self._view.model()
        assert isinstance(model, TableModel)
        return model

    @property
    def _selected(self) -> list[QModelIndex]:
        return self._view.selectionModel().selectedIndexes()

    def figures(self) -> list[str]:
        """Return the addresses of the selected figures, totals with them."""
        cells = (self._form.figure_cell(one.row(), one.column()) for one in self._selected)
        return [cell for cell in cells if cell]

    def copy(self) -> None:
        """Put the selected block on the clipboard as a spreadsheet reads it."""
        QGuiApplication.clipboard().setText(block.as_text(self._form, self._selected))
        self.said.emit("")

    def cut(self) -> None:
        """Copy the selected block and empty it."""
        self.copy()
        self.empty()

    def empty(self) -> None:
        """Empty the selected cells; totals follow."""
        selected = self._selected
        cells = [cell for one in selected if (cell := self._form.input_cell(one.row(), one.column()))]
        emptied = self._form.fill(dict.fromkeys(cells, ""), "清空单元格")
        if selected and not cells:
            self.said.emit(TOTALS_FOLLOW)
        elif not emptied:
            self.said.emit(_EMPTY)

    def fill_on(self, *, down: bool) -> None:
        """Fill the figure that each selected column (row) begins with into the rest of it."""
        texts = block.filled(self._form, self._selected, down=down)
        if not self._form.fill(texts, "向下填充" if down else "向右填充"):
            self.said.emit(_NOTHING_TO_FILL)

    def paste(self) -> None:
        """Fill in a block from the clipboard, where it is seen to go; what does not simply fit is shown first."""
        data = QGuiApplication.clipboard().mimeData()
        rows = blocks_of_cells.read(data.text(), data.html()) if data else []
        selected = self._selected
        if not (rows and selected):
            self.said.emit(_NOTHING_TO_PASTE)
            return
        self._view.scrollTo(self._view.currentIndex())
        pasting = self._form.pasting(rows, selected)
        if pasting.fits:
            self._take(pasting)
        elif not pasting.texts:
            self.said.emit(f"没有粘贴。{summary(pasting)}")
        else:
            preview = PastePreview(self._form, pasting, self._view)
            preview.accepted.connect(lambda: self._take(pasting))
            preview.open()

    def _take(self, pasting: Pasting) -> None:
        count = f"{len(pasting.texts)} 个单元格"
        if self._form.fill(pasting.texts, f"粘贴 {count}"):
            self.done.emit(f"已粘贴 {count}，按 Ctrl+Z 可以撤销。")
        else:
            self.said.emit(_THE_SAME)
