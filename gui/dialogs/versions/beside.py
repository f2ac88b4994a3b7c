"""Two states of a part side by side: what went is struck through, what came is underlined."""

from PySide6.QtGui import (
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
from gui.dialogs.versions.parts import Part, head_name, name_of
from gui.panes.prose.qt_text import shown, units
from gui.theme import Theme

_BLANK = "（空）"
_Row = tuple[str, str, str]


class BesideView(QTextEdit):
    """Shows a part then and now. The words of the report go in as plain text, never as marks."""

    def __init__(self, template: Template, theme: Theme) -> None:
        super().__init__()
        self.setObjectName("versionCompare")
        self.setAccessibleName("与现在并排对照")
        self.setReadOnly(True)
        self.setTabChangesFocus(True)
        self._template = template
        self._theme = theme

    def show_words(self, words: str) -> None:
        """Show one sentence in place of a comparison."""
        self.clear()
        self.setPlainText(words)

    def show_part(self, part: Part, then: str) -> None:
        """Show what a part said at that time beside what it says now."""
        match part.change:
            case None:
                self.show_words(f"“{part.name}”与现在不同。要用那时的，请点“全部回到这一版”。")
            case SectionChange(title_then=before, title_now=after, pairs=pairs):
                titles = [("标题", before or "（按格式）", after or "（按格式）")] if before != after else []
                self._fill(then, [*titles, *(_row(pair) for pair in pairs)], named=bool(titles))
            case TableChange(cells=cells, head=head):
                rows = [(head_name(one), one.then, one.now) for one in head]
                self._fill(then, rows + self._rows(cells), named=True)
            case tuple() as fields:
                self._fill(then, self._rows(fields), named=True)

    def _rows(self, changes: tuple[TextChange, ...]) -> list[_Row]:
        return [(name_of(self._template, one), one.then, one.now) for one in changes]

    def _fill(self, then: str, rows: list[_Row], *, named: bool) -> None:
        """Set the rows in a table; `named` gives them a first column that says what each is."""
        self.clear()
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
        look.setHeaderRowCount(1)
        table = self.textCursor().insertTable(len(rows) + 1, columns, look)
        head = QTextCharFormat()
        head.setFontWeight(700)
        for column, words in enumerate(("", then, "现在")[-columns:]):
            _put(table, 0, column, words, head)
        for number, row in enumerate(rows, 1):
            if named:
                _put(table, number, 0, row[0], QTextCharFormat())
            self._set_beside(table, number, row, named=named)
        self.moveCursor(QTextCursor.MoveOperation.Start)

    def _set_beside(self, table: QTextTable, number: int, row: _Row, *, named: bool) -> None:
        _, then, now = row
        first = 1 if named else 0
        gone, come = marks(then, now)
        for column, words, spans in ((first, then, gone), (first + 1, now, come)):
            quiet = then == now or not words
            _put(table, number, column, words or (_BLANK if named else ""), self._plain(quiet=quiet))
            cursor = table.cellAt(number, column).firstCursorPosition()
            begin = cursor.position()
            for start, end in spans:
                cursor.setPosition(begin + units(words[:start]))
                cursor.setPosition(begin + units(words[:end]), QTextCursor.MoveMode.KeepAnchor)
                cursor.mergeCharFormat(self._mark(struck=column == first))

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
