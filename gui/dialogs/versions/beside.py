"""Two states of a part side by side: what went is struck through, what came is underlined."""

from typing import NamedTuple

from PySide6.QtCore import QRect, Signal
from PySide6.QtGui import (
    QResizeEvent,
    QTextCharFormat,
    QTextCursor,
    QTextFrameFormat,
    QTextLength,
    QTextTable,
    QTextTableFormat,
)
from PySide6.QtWidgets import QTextEdit

from core.compare import Pair, SectionChange, TableChange, TextChange
from core.differing import marks
from core.template import Template
from gui.dialogs.versions.columns import ColumnHeads, Head
from gui.dialogs.versions.parts import Part, head_name, name_of
from gui.panes.prose.qt_text import shown, units
from gui.theme import Theme

_BLANK = "（空）"
_Row = tuple[str, str, str]
_LINES_ABOVE = 3  # in sight above the place shown


class _Place(NamedTuple):
    """A place that differs: its row in the table, and where in the text its first mark stands."""

    row: int
    position: int


class BesideView(QTextEdit):
    """Shows a part then and now, and leads from one place that differs to the next.

    The words of the report go in as plain text, never as marks.

    Signals:
        place_shown(): another place is shown, or none.
    """

    place_shown = Signal()

    def __init__(self, template: Template, theme: Theme) -> None:
        super().__init__()
        self.setObjectName("versionCompare")
        self.setAccessibleName("与现在并排对照")
        self.setReadOnly(True)
        self.setTabChangesFocus(True)
        self._template = template
        self._theme = theme
        self.horizontalScrollBar().valueChanged.connect(self._place_heads)
        self._heads = ColumnHeads(self, theme)
        self._table: QTextTable | None = None
        self._changed: list[_Place] = []
        self._at = 0

    @property
    def count(self) -> int:
        """How many places differ."""
        return len(self._changed)

    @property
    def number(self) -> int:
        """Which of them is shown, from 1 on."""
        return self._at + 1

    def step(self, by: int) -> None:
        """Show the next place that differs, or with -1 the one before; behind the last comes the first."""
        if self._changed:
            self.show_place((self._at + by) % self.count)

    def show_place(self, at: int) -> None:
        """Bring a place that differs into sight and let its ground tell it from the others."""
        if self._table is None or at not in range(self.count):
            return
        self._ground(self._table, self._changed[self._at].row, "sheet")
        self._at = at
        self._ground(self._table, self._changed[at].row, "cross")
        cursor = self.textCursor()
        cursor.setPosition(self._changed[at].position)
        self.setTextCursor(cursor)
        self._bring_into_sight()
        self.place_shown.emit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the place that is shown in sight, and the headings over their columns."""
        super().resizeEvent(event)
        self._place_heads()
        if self._changed:
            self._bring_into_sight()

    def _bring_into_sight(self) -> None:
        bar = self.verticalScrollBar()
        above = _LINES_ABOVE * self.fontMetrics().lineSpacing()
        bar.setValue(bar.value() + self.cursorRect().top() - above)

    def _ground(self, table: QTextTable, row: int, role: str) -> None:
        """Give the cells of a row a colour."""
        for column in range(table.columns()):
            cell = table.cellAt(row, column)
            look = cell.format()
            look.setBackground(self._theme.colour(role))
            cell.setFormat(look)

    def _empty(self) -> None:
        """Take out what was shown, and its lettering."""
        self._table, self._changed, self._at = None, [], 0
        self.clear()
        self.setCurrentCharFormat(QTextCharFormat())

    def _show_heads(self, heads: tuple[Head, ...]) -> None:
        """Say above the text what stands in each column; nothing where there are no columns."""
        self._heads.show_words(heads)
        self.setAccessibleDescription("，".join(filter(None, map(str, heads))))
        self.setViewportMargins(0, self._heads.high if heads else 0, 0, 0)
        self._place_heads()

    def _place_heads(self) -> None:
        if self._table is None:
            return
        layout, table = self.document().documentLayout(), self._table
        firsts = [table.cellAt(0, column).firstCursorPosition().block() for column in range(table.columns())]
        lefts = [round(layout.blockBoundingRect(block).left()) for block in firsts]
        inside, text = self.contentsRect(), self.viewport().geometry()
        box = QRect(inside.left(), inside.top(), inside.width(), text.top() - inside.top())
        off = text.left() - inside.left() - self.horizontalScrollBar().value()
        self._heads.place(box, [left + off for left in lefts])

    def show_words(self, words: str) -> None:
        """Show one sentence in place of a comparison."""
        self._empty()
        self._show_heads(())
        self.setPlainText(words)
        self.place_shown.emit()

    def show_part(self, part: Part, then: Head) -> None:
        """Show what a part said at that time beside what it says now."""
        match part.change:
            case None:
                self.show_words(f"“{part.name}”与现在不同。要用那时的，请点“全部回到这一版”。")
            case SectionChange(title_then=before, title_now=after, pairs=pairs):
                titles = [("标题", before or "（按格式）", after or "（按格式）")] if before != after else []
                self._fill(then, [*titles, *(_row(pair) for pair in pairs)], named=bool(titles))
                differs = [True] * len(titles) + [pair.differs for pair in pairs]
                self._changed = [place for place, one in zip(self._changed, differs, strict=True) if one]
            case TableChange(cells=cells, head=head):
                rows = [(head_name(one), one.then, one.now) for one in head]
                self._fill(then, rows + self._rows(cells), named=True)
            case tuple() as fields:
                self._fill(then, self._rows(fields), named=True)
        self.show_place(0)

    def _rows(self, changes: tuple[TextChange, ...]) -> list[_Row]:
        return [(name_of(self._template, one), one.then, one.now) for one in changes]

    def _fill(self, then: Head, rows: list[_Row], *, named: bool) -> None:
        """Set the rows in a table; `named` gives them a first column that says what each is."""
        self._empty()
        columns = 3 if named else 2
        look = QTextTableFormat()
        look.setCellPadding(6)
        look.setCellSpacing(0)
        look.setBorderCollapse(True)
        look.setBorder(1)
        look.setBorderStyle(QTextFrameFormat.BorderStyle.BorderStyle_Solid)
        look.setBorderBrush(self._theme.colour("line"))
        look.setWidth(QTextLength(QTextLength.Type.PercentageLength, 100))
        widths = (30, 35, 35) if named else (50, 50)
        look.setColumnWidthConstraints(
            [QTextLength(QTextLength.Type.PercentageLength, one) for one in widths]
        )
        table = self.textCursor().insertTable(len(rows), columns, look)
        for number, row in enumerate(rows):
            if named:
                _put(table, number, 0, row[0], QTextCharFormat())
            self._changed.append(_Place(number, self._set_beside(table, number, row, named=named)))
        self._table = table
        self._show_heads((Head(), then, Head("现在"))[-columns:])
        self.moveCursor(QTextCursor.MoveOperation.Start)

    def _set_beside(self, table: QTextTable, number: int, row: _Row, *, named: bool) -> int:
        """Set the words of a row, what differs marked; return the position of the first mark, else of the first word."""
        _, then, now = row
        first = 1 if named else 0
        gone, come = marks(then, now)
        marked: list[int] = []
        for column, words, spans in ((first, then, gone), (first + 1, now, come)):
            quiet = then == now or not words
            _put(table, number, column, words or (_BLANK if named else ""), self._plain(quiet=quiet))
            cursor = table.cellAt(number, column).firstCursorPosition()
            begin = cursor.position()
            for start, end in spans:
                cursor.setPosition(begin + units(words[:start]))
                cursor.setPosition(begin + units(words[:end]), QTextCursor.MoveMode.KeepAnchor)
                marked.append(cursor.anchor())
                cursor.mergeCharFormat(self._mark(struck=column == first))
        return min(marked, default=table.cellAt(number, 0).firstCursorPosition().position())

    def _plain(self, *, quiet: bool) -> QTextCharFormat:
        look = QTextCharFormat()
        look.setForeground(self._theme.colour("quiet_text" if quiet else "sheet_text"))
        return look

    def _mark(self, *, struck: bool) -> QTextCharFormat:
        look = QTextCharFormat()
        look.setBackground(self._theme.colour("selection"))
        look.setForeground(self._theme.colour("selection_text"))
        look.setFontStrikeOut(struck)
        look.setFontUnderline(not struck)
        return look


def _row(pair: Pair) -> _Row:
    return "", pair.then.text if pair.then else "", pair.now.text if pair.now else ""


def _put(table: QTextTable, row: int, column: int, words: str, look: QTextCharFormat) -> None:
    table.cellAt(row, column).firstCursorPosition().insertText(shown(words), look)
