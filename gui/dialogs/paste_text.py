"""Words from Word, WPS or a web page before they are put into the report: each paragraph with its level, to be changed."""

from collections.abc import Iterator, Sequence

from PySide6.QtCore import QMimeData, QSize, Qt, Signal
from PySide6.QtWidgets import (
    QAbstractItemView,
    QCheckBox,
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QPushButton,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from core import numbering
from core.importers.recognise.lines import Level
from core.importers.recognise.lines import level as level_of
from core.pasting import Block, Gap, Line, Piece, Words, read
from core.report import SIGNATURE, Paragraph
from gui.panes.prose.inserting import gap_of, put, put_copied
from gui.panes.prose.keystrokes import paragraphs_of
from gui.panes.prose.levels import numbered
from gui.panes.prose.sheet import Sheet
from gui.session import Session
from gui.widgets.fitting_area import room_for
from gui.widgets.plain import plain

_LEVELS: tuple[tuple[Level, str, str], ...] = (
    (0, "正文", "正文(&0)"),
    (2, "（一）", "（一）(&2)"),
    (3, "1.", "1.(&3)"),
    (4, "（1）", "（1）(&4)"),
)
_NAMES = {level: name for level, name, _ in _LEVELS} | {1: "一、"}
_TABLE = "！表格"
_SIZE_IN_LINES = (48, 28)
_Key = tuple[int, int]  # the number of a piece, and the row in it


def take(session: Session, sheet: Sheet, source: QMimeData) -> bool:
    """Put in what was copied here, or show what others' words will be where they are more than a line.

    Returns whether that was done: what is not is a line to be put in as it is.
    """
    if put_copied(session, sheet, source):
        return True
    found = read(source.text(), source.html())
    pieces = found.pieces
    if sheet.section_id == SIGNATURE and not any(isinstance(piece, Block) for piece in pieces):
        return False  # name and date are lines without levels
    gap = gap_of(sheet)
    if len(pieces) < 2 and not found.deleted and not any(isinstance(piece, Block) for piece in pieces):
        return any(_put_alone(session, sheet, gap, piece) for piece in pieces)
    above = paragraphs_of(session.report, gap.section)[: gap.first]
    dialog = PasteTextDialog(found, above, sheet)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.chosen.connect(lambda new: put(session, sheet, new, f"粘贴 {len(new)} 段"))
    dialog.open()
    return True


def _put_alone(session: Session, sheet: Sheet, gap: Gap, piece: Piece) -> bool:
    """Put in a line that begins with a number where a paragraph is still empty but for one; return whether it was that."""
    is_empty = not gap.tail and (not gap.head or numbering.is_alone(gap.head))
    if not isinstance(piece, Line) or not is_empty or not level_of(piece.text):
        return False
    put(session, sheet, [Paragraph(text=piece.text, level=piece.level)], "粘贴文字")
    return True


class PasteTextDialog(QDialog):
    """The paragraphs as they will stand in the report, a row each; tables are shown as left out, deleted words are told.

    `above` are the paragraphs behind which they come: numbers that are given go on from theirs.

    Signals:
        chosen(list[Paragraph]): these are to be put in.
    """

    chosen = Signal(object)

    def __init__(self, found: Words, above: Sequence[Paragraph], parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("pasteTextDialog")
        self.setWindowTitle("粘贴文字")
        self._pieces = found.pieces
        self._deleted = found.deleted
        self._above = tuple(above)
        self._levels: dict[_Key, Level] = {}
        self._told = QLabel()
        self._told.setTextFormat(Qt.TextFormat.PlainText)
        self._told.setWordWrap(True)
        self._told.setObjectName("pasteTold")
        self.list = QTableWidget(0, 2)
        self._plain_only = QCheckBox("只要文字，不分层级(&O)")
        self._plain_only.setObjectName("pastePlainOnly")
        self._tables_too = QCheckBox("表格里的文字也要，每行一段(&T)")
        self._tables_too.setObjectName("pasteTables")
        self._tables_too.setVisible(any(isinstance(piece, Block) for piece in found.pieces))
        self._paste = QPushButton("粘贴(&P)")
        self._paste.setObjectName("pasteNow")
        self._paste.setProperty("primary", True)
        self._paste.setDefault(True)
        self._set_up_list()
        self._arrange(parent)
        self._plain_only.toggled.connect(self._show)
        self._tables_too.toggled.connect(self._show)
        self._show()
        self.list.selectRow(0)
        self.list.setFocus()

    def _set_up_list(self) -> None:
        rows = self.list
        rows.setObjectName("pasteList")
        rows.setAccessibleName("要粘贴的段落")
        rows.setHorizontalHeaderLabels(["层级", "文字"])
        rows.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        rows.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        rows.setTabKeyNavigation(False)
        rows.setShowGrid(False)
        rows.setWordWrap(False)
        rows.verticalHeader().hide()
        rows.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        rows.horizontalHeader().setSectionResizeMode(0, QHeaderView.ResizeMode.ResizeToContents)
        rows.horizontalHeader().setSectionResizeMode(1, QHeaderView.ResizeMode.Stretch)

    def _arrange(self, parent: QWidget) -> None:
        buttons = QDialogButtonBox()
        buttons.addButton(self._paste, QDialogButtonBox.ButtonRole.AcceptRole)
        cancel = buttons.addButton("取消", QDialogButtonBox.ButtonRole.RejectRole)
        cancel.setObjectName("pasteCancel")
        buttons.accepted.connect(self._finish)
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 20, 20, 16)
        layout.setSpacing(12)
        layout.addWidget(self._told)
        tools = QHBoxLayout()
        layout.addLayout(tools)
        tools.setSpacing(8)
        tools.addWidget(QLabel("所选段落改为："))
        for level, name, words in _LEVELS:
            tools.addWidget(self._level_button(level, name, words))
        tools.addStretch(1)
        layout.addWidget(self.list, 1)
        layout.addWidget(self._plain_only)
        layout.addWidget(self._tables_too)
        layout.addWidget(buttons)
        metrics = self.fontMetrics()
        em = metrics.horizontalAdvance("国")
        wanted = QSize(_SIZE_IN_LINES[0] * em, _SIZE_IN_LINES[1] * metrics.lineSpacing())
        self.resize(wanted.boundedTo(parent.window().size()).boundedTo(room_for(self)))

    def _level_button(self, level: Level, name: str, words: str) -> QPushButton:
        button = QPushButton(words)
        button.setObjectName(f"pasteLevel{level}")
        button.setAccessibleName(f"所选段落改为{name}")
        button.setAutoDefault(False)
        button.clicked.connect(lambda: self.set_level(level))
        self._plain_only.toggled.connect(button.setDisabled)
        return button

    def set_level(self, level: Level) -> None:
        """Give the selected paragraphs a level and the number that belongs to it."""
        keys = [key for key, _ in self._lines()]
        self._levels |= dict.fromkeys((keys[index.row()] for index in self.list.selectedIndexes()), level)
        self._show()

    def paragraphs(self) -> list[Paragraph]:
        """Return what is to be put in, as it is chosen now."""
        return [one for one in self._rows() if isinstance(one, Paragraph)]

    def _rows(self) -> list[Paragraph | Block]:
        """Return what each row stands for: a paragraph to be put in, or a table that is left out."""
        rows: list[Paragraph | Block] = []
        above = list(self._above)
        for key, piece in self._lines():
            if isinstance(piece, Block):
                rows.append(piece)
                continue
            above.append(Paragraph(text=piece.text))
            if not self._plain_only.isChecked():
                self._set_level(above, piece, self._levels.get(key, piece.level))
            rows.append(above[-1])
        return rows

    def _set_level(self, above: list[Paragraph], piece: Line, level: Level) -> None:
        """Give the last paragraph its level, and the number that belongs to it unless it stands there already."""
        new = above[-1]
        new.level = level
        is_bare = level > 1 and not level_of(piece.text)
        if is_bare or level not in (piece.level, 1):
            new.text = numbered(above, len(above) - 1, level)

    def _lines(self) -> Iterator[tuple[_Key, Piece]]:
        """Yield the pieces, tables row by row where their words are wanted too, each with a key of its own."""
        for number, piece in enumerate(self._pieces):
            if isinstance(piece, Block) and self._tables_too.isChecked():
                yield from (((number, at), Line(row)) for at, row in enumerate(piece.rows))
            else:
                yield (number, 0), piece

    def _show(self) -> None:
        rows = self._rows()
        tables = sum(isinstance(row, Block) for row in rows)
        self.list.setRowCount(len(rows))
        for number, row in enumerate(rows):
            for column, text in enumerate(_shown(row)):
                item = QTableWidgetItem(text)
                item.setToolTip(plain(text))
                self.list.setItem(number, column, item)
        left_out = f"其中 {tables} 个表格不会粘贴；表里的数请填到报告的表格里。" if tables else ""
        if self._deleted:
            left_out += f"原文开着修订，标为删除的 {self._deleted} 处没有带过来。"
        self._told.setText(
            f"剪贴板里有 {len(rows) - tables} 段文字，将这样放进报告，可以逐段改层级。{left_out}"
        )
        self._paste.setEnabled(len(rows) > tables)

    def _finish(self) -> None:
        new = self.paragraphs()
        self.accept()
        self.chosen.emit(new)


def _shown(row: Paragraph | Block) -> tuple[str, str]:
    if isinstance(row, Block):
        return _TABLE, f"不粘贴：{row.name}"
    return _NAMES[row.level], row.text
