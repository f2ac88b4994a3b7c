"""Words from Word, WPS or a web page before they are put into the report: each paragraph with its level, to be changed."""

from collections.abc import Iterator

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
from core.pasting import Around, Block, Gap, Line, Piece, Words, around, is_of_web_page, read, standing
from core.report import SIGNATURE, Paragraph
from gui.dialogs.paste_rows import LEFT_OUT, Left, Row, said_of_rest, shown
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
    dialog = PasteTextDialog(found, _around(session, gap), sheet)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.chosen.connect(lambda new: put(session, sheet, new, f"粘贴 {len(new)} 段", fits=False))
    dialog.open()
    return True


def _around(session: Session, gap: Gap) -> Around:
    return around(paragraphs_of(session.report, gap.section), gap)


def _put_alone(session: Session, sheet: Sheet, gap: Gap, piece: Piece) -> bool:
    """Put in a line that begins with a number where a paragraph is still empty but for one; return whether it was that."""
    is_empty = not gap.tail and (not gap.head or numbering.is_alone(gap.head))
    if not isinstance(piece, Line) or not is_empty or not level_of(piece.text):
        return False
    line = Paragraph(text=piece.text, level=piece.level)
    put(session, sheet, standing(_around(session, gap), [line]), "粘贴文字", fits=False)
    return True


class PasteTextDialog(QDialog):
    """The paragraphs as they will stand in the report, a row each; tables are shown as left out, deleted words are told.

    They come into a `place`: their numbers go on from those that stand above. Rows can be left out; those
    that a web page prints around its text are so from the beginning.

    Signals:
        chosen(list[Paragraph]): these are to be put in.
    """

    chosen = Signal(object)

    def __init__(self, found: Words, place: Around, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("pasteTextDialog")
        self.setWindowTitle("粘贴文字")
        self._pieces = found.pieces
        self._deleted = found.deleted
        self._place = place
        self._levels: dict[_Key, Level] = {}
        self._of_web = {
            (number, 0)
            for number, piece in enumerate(found.pieces)
            if isinstance(piece, Line) and is_of_web_page(piece.text)
        }
        self._left = set(self._of_web)
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
        rows.horizontalHeader().setHighlightSections(False)
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
        tools.addWidget(self._leave_button())
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

    def _leave_button(self) -> QPushButton:
        button = QPushButton(f"{LEFT_OUT}(&X)")
        button.setObjectName("pasteLeaveOut")
        button.setAccessibleName("所选段落不放进报告，再按一次放回来")
        button.setAutoDefault(False)
        button.clicked.connect(self.leave_out)
        return button

    def set_level(self, level: Level) -> None:
        """Give the selected paragraphs a level and the number that belongs to it; they are put in then."""
        chosen = self._chosen()
        self._levels |= dict.fromkeys(chosen, level)
        self._left -= chosen
        self._show()

    def leave_out(self) -> None:
        """Leave the selected rows out; where all of them are left out already, put them in again."""
        chosen = self._chosen()
        self._left = self._left - chosen if chosen <= self._left else self._left | chosen
        self._show()

    def _chosen(self) -> set[_Key]:
        """Return the keys of the selected paragraphs."""
        lines = list(self._lines())
        rows = {index.row() for index in self.list.selectedIndexes()}
        return {key for row, (key, piece) in enumerate(lines) if row in rows and isinstance(piece, Line)}

    def paragraphs(self) -> list[Paragraph]:
        """Return what is to be put in, as it is chosen now."""
        return [one for one in self._rows() if isinstance(one, Paragraph)]

    def _rows(self) -> list[Row]:
        """Return what each row stands for: a paragraph to be put in, or what is left out."""
        rows: list[Row] = []
        above = list(self._place.above)
        for key, piece in self._lines():
            if isinstance(piece, Block):
                rows.append(piece)
            elif key in self._left:
                rows.append(Left(piece.text))
            else:
                above.append(Paragraph(text=piece.text))
                if not self._plain_only.isChecked():
                    self._set_level(above, piece, self._levels.get(key, piece.level))
                rows.append(above[-1])
        return self._standing(rows)

    def _standing(self, rows: list[Row]) -> list[Row]:
        """Return rows as they will stand in the report; their numbers count on from its own, unless only words are wanted."""
        new = [one for one in rows if isinstance(one, Paragraph)]
        made = iter(standing(self._place, new, counts_on=not self._plain_only.isChecked()))
        return [next(made) if isinstance(one, Paragraph) else one for one in rows]

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
        self.list.setRowCount(len(rows))
        for number, row in enumerate(rows):
            for column, text in enumerate(shown(row)):
                item = QTableWidgetItem(text)
                item.setToolTip(plain(text))
                font = item.font()
                font.setStrikeOut(isinstance(row, Left) and column == 1)
                item.setFont(font)
                self.list.setItem(number, column, item)
        wanted = sum(isinstance(row, Paragraph) for row in rows)
        self._told.setText(
            f"剪贴板里有 {wanted} 段文字，将这样放进报告，可以逐段改层级。{said_of_rest(rows, web=len(self._left & self._of_web), deleted=self._deleted)}"
        )
        self._paste.setEnabled(bool(wanted))

    def _finish(self) -> None:
        new = self.paragraphs()
        self.accept()
        self.chosen.emit(new)
