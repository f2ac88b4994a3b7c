"""The source beside what was recognised: its lines with their numbers, or the pages of a PDF as pictures."""

import math
from collections.abc import Sequence

from PySide6.QtCore import QPoint, QRect, QSize, Qt, QTimer, Signal
from PySide6.QtGui import (
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QShowEvent,
    QTextCursor,
    QTextFormat,
)
from PySide6.QtWidgets import QPlainTextEdit, QTabWidget, QTextEdit, QVBoxLayout, QWidget

from core.importers.recognise import SourceLine
from core.labels import as_printed
from gui.panes.review_pictures import PagePictures
from gui.panes.review_view import RowView, SourceView
from gui.theme import Theme

_GAP = 6


class SourcePane(QWidget):
    """The lines of the source, and where it has pages their pictures.

    Signals:
        line_chosen(int): the clerk went to another line.
        page_wanted(int): that page (from 0) is to be drawn.
    """

    line_chosen = Signal(int)
    page_wanted = Signal(int)

    def __init__(self, theme: Theme, lines: Sequence[SourceLine], *, has_pages: bool) -> None:
        super().__init__()
        self.setObjectName("reviewSource")
        self.lines = SourceLines(theme)
        self.pictures = PagePictures(theme)
        self._tabs = QTabWidget()
        self._tabs.setObjectName("sourceTabs")
        self._tabs.setDocumentMode(True)
        self._tabs.addTab(self.lines, "原文文字(&W)")
        if has_pages:
            self._tabs.addTab(self.pictures, "原文页面(&P)")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._tabs)
        self.lines.line_chosen.connect(self.line_chosen)
        self.pictures.page_wanted.connect(self.page_wanted)
        self._tabs.currentChanged.connect(self._turned)
        self.show_lines(lines)

    def show_lines(self, lines: Sequence[SourceLine]) -> None:
        """Show other lines."""
        self._pages = {line.line: line.page for line in lines}
        self.lines.show_lines(lines)
        self.pictures.show_lines(lines)
        if self.parent() or not lines:  # without a place in the page it would be a window by itself
            self.setVisible(bool(lines))

    def mark(self, lines: Sequence[int], *, leads: bool = True) -> None:
        """Show some lines as the counterpart of what is at hand, and on the page they stand on.

        Where that does not lead to them the cursor stays in the line that was chosen.
        """
        self.lines.mark(lines, leads=leads)
        page = next((self._pages[line] for line in lines if self._pages.get(line)), 0)
        if page:
            self.pictures.go_to(page - 1, lines, now=self._tabs.currentWidget() is self.pictures)

    @property
    def view(self) -> SourceView:
        """What is in sight."""
        shows_pages = self._tabs.currentWidget() is self.pictures
        return SourceView(shows_pages, self.lines.view, self.pictures.view)

    def show_view(self, view: SourceView) -> None:
        """Show what was in sight, as far as it is there."""
        self.lines.show_view(view.lines)
        if self._tabs.indexOf(self.pictures) >= 0:
            self.pictures.show_view(view.pages)
            self._tabs.setCurrentWidget(self.pictures if view.shows_pages else self.lines)

    def _turned(self) -> None:
        if self._tabs.currentWidget() is self.pictures:
            self.pictures.want()


class _Gutter(QWidget):
    """The numbers of the lines, left of them."""

    def __init__(self, lines: "SourceLines") -> None:
        super().__init__(lines)
        self._lines = lines

    def sizeHint(self) -> QSize:
        """As wide as the largest number."""
        return QSize(self._lines.gutter_width(), 0)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the numbers of the lines in sight."""
        self._lines.paint_gutter(self, event.rect())


class SourceLines(QPlainTextEdit):
    """The lines of the source as plain text, each with its number; a row of a table is one line.

    Signals:
        line_chosen(int): the cursor went to another line.
    """

    line_chosen = Signal(int)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.setObjectName("sourceLines")
        self.setAccessibleName("原文")
        self.setReadOnly(True)
        self.setAcceptDrops(False)
        self.setTabChangesFocus(True)
        self.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self._theme = theme
        self._numbers: list[int] = []
        self._gutter = _Gutter(self)
        self.updateRequest.connect(self._follow)
        self.cursorPositionChanged.connect(self._tell)
        self._told = -1
        self._held = (0, 0)  # the first and the last of the lines marked that are brought into sight
        self._quiet = False
        self._is_unseen = self._is_held = False
        self._wanted: RowView | None = None  # what was in sight before, until it is again

    def show_lines(self, lines: Sequence[SourceLine]) -> None:
        """Show the lines; marks and cursor go to the beginning."""
        self._quiet = True
        self._numbers = [line.line for line in lines]
        texts = (as_printed(" ".join(line.text.split())) for line in lines)
        self.setPlainText("\n".join(texts))
        self.setViewportMargins(self.gutter_width(), 0, 0, 0)
        self._quiet = False

    def mark(self, lines: Sequence[int], *, leads: bool = True) -> None:
        """Show lines on the ground of a selection, and where that leads to them as many in sight as have room."""
        blocks = [row for row, number in enumerate(self._numbers) if number in set(lines)]
        marks = [self._selection(row) for row in blocks]
        self.setExtraSelections(marks)
        if blocks and leads:
            self._quiet, self._wanted = True, None
            cursor = QTextCursor(self.document().findBlockByNumber(blocks[0]))
            self.setTextCursor(cursor)
            self._told = blocks[0]
            self._held = blocks[0], _end_of_run(blocks)
            self._bring_into_sight()
            self._is_unseen = not self.isVisible()
            self._quiet = False

    def marked(self) -> list[str]:
        """Return the lines marked, in words."""
        return [mark.cursor.block().text() for mark in self.extraSelections()]  # type: ignore[attr-defined] # missing in the stubs

    def _bring_into_sight(self) -> None:
        """Scroll only where not all of the lines marked is seen: then they begin in the upper third, or higher where they are long."""
        if self._wanted:
            self._scroll_again(self._wanted)
            if not self._wanted.holds or self.viewport().rect().intersects(self.cursorRect()):
                return
        first, last = (self.document().findBlockByNumber(row) for row in self._held)
        end = QTextCursor(last)
        end.movePosition(QTextCursor.MoveOperation.EndOfBlock)
        room = self.viewport().height()
        top, bottom = self.cursorRect(QTextCursor(first)).top(), self.cursorRect(end).bottom()
        if top >= 0 and bottom < room:
            return
        wanted = min(room // 3, max(0, room - (bottom - top) - 1))
        line = self.fontMetrics().lineSpacing()
        bar = self.verticalScrollBar()  # counts lines
        bar.setValue(bar.value() + math.ceil((top - wanted) / line))
        if self.cursorRect(QTextCursor(first)).top() < 0:  # lines are parts of a pixel higher than measured
            bar.setValue(bar.value() - 1)

    @property
    def view(self) -> RowView:
        """What is scrolled to."""
        first = self.firstVisibleBlock()
        hidden = self.verticalScrollBar().value() - first.firstLineNumber()
        return RowView(first.blockNumber(), hidden, self.viewport().rect().intersects(self.cursorRect()))

    def show_view(self, view: RowView) -> None:
        """Scroll to what was in sight, in the width that it is first painted in."""
        self._wanted = view
        self._bring_into_sight()

    def _scroll_again(self, view: RowView) -> None:
        first = self.document().findBlockByNumber(view.first)
        if first.isValid():
            self.blockBoundingRect(first)  # only what is measured has lines of its own
            self.verticalScrollBar().setValue(first.firstLineNumber() + view.hidden)

    def _forget_view(self) -> None:
        self._wanted = None

    def _selection(self, row: int) -> QTextEdit.ExtraSelection:
        mark = QTextEdit.ExtraSelection()
        mark.format.setBackground(self._theme.colour("selection"))  # type: ignore[attr-defined] # missing in the stubs
        mark.format.setProperty(QTextFormat.Property.FullWidthSelection, True)  # type: ignore[attr-defined] # missing in the stubs
        cursor = QTextCursor(self.document().findBlockByNumber(row))
        # without words in it only the first of the lines that it takes would be marked
        cursor.movePosition(QTextCursor.MoveOperation.EndOfBlock, QTextCursor.MoveMode.KeepAnchor)
        mark.cursor = cursor  # type: ignore[attr-defined] # missing in the stubs
        return mark

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Tell of the line under the mouse, even where the cursor stands in it already."""
        self._told = -1
        super().mousePressEvent(event)
        self._tell()

    def _tell(self) -> None:
        row = self.textCursor().blockNumber()
        if self._quiet or row == self._told or row >= len(self._numbers):
            return
        self._told = row
        self._held = row, row
        self.line_chosen.emit(self._numbers[row])

    def gutter_width(self) -> int:
        """Return the room that the largest number needs."""
        digits = "9" * len(str(max(self._numbers, default=0)))
        return self.fontMetrics().horizontalAdvance(digits) + 2 * _GAP

    def paint_gutter(self, gutter: QWidget, rect: QRect) -> None:
        """Draw the numbers of the lines within a rectangle."""
        painter = QPainter(gutter)
        painter.fillRect(rect, self._theme.colour("head_cell"))
        painter.setPen(self._theme.colour("quiet_text"))
        block = self.firstVisibleBlock()
        top = self.blockBoundingGeometry(block).translated(self.contentOffset()).top()
        flags = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignTop
        while block.isValid() and top <= rect.bottom():
            if block.blockNumber() < len(self._numbers):
                room = QRect(0, round(top), gutter.width() - _GAP, self.fontMetrics().height())
                painter.drawText(room, flags, str(self._numbers[block.blockNumber()]))
            top += self.blockBoundingRect(block).height()
            block = block.next()
        painter.end()

    def _follow(self, rect: QRect, dy: int) -> None:
        if dy:
            self._gutter.scroll(0, dy)
        else:
            self._gutter.update(0, rect.y(), self._gutter.width(), rect.height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the numbers beside the lines, and the line marked in sight where it was.

        The columns beside it may change the size twice before it is painted: what was in sight at the first is held.
        """
        self._is_held |= QRect(QPoint(), event.oldSize()).intersects(self.cursorRect())
        super().resizeEvent(event)
        frame = self.contentsRect()
        self._gutter.setGeometry(frame.left(), frame.top(), self.gutter_width(), frame.height())
        if (
            self._is_unseen
            or self._wanted
            or (self._is_held and not self.viewport().rect().contains(self.cursorRect()))
        ):
            self._bring_into_sight()
            if (
                not self.viewport().rect().intersects(self.cursorRect())
            ):  # lines of another width have no place yet
                QTimer.singleShot(0, self, self._bring_into_sight)

    def showEvent(self, event: QShowEvent) -> None:
        """Begin with the line marked in sight; what was in sight without the pane's width was none of it."""
        super().showEvent(event)
        if self._is_unseen:
            self._bring_into_sight()

    def paintEvent(self, event: QPaintEvent) -> None:
        """From the first look on only what is done here scrolls."""
        super().paintEvent(event)
        self._is_unseen = False
        self._is_held = False
        if self._wanted:
            QTimer.singleShot(
                0, self, self._forget_view
            )  # behind what the last change of the size has led to


def _end_of_run(rows: Sequence[int]) -> int:
    """Return the last of the rows that follow each other without a gap, from the first on."""
    return next(one for one, after in zip(rows, [*rows[1:], -1], strict=True) if after != one + 1)
