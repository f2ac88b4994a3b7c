"""Where last year's report went in this year's, and what was left out; words that are ticked go below the preface."""

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLabel, QListWidgetItem, QVBoxLayout, QWidget

from core.carry import Piece, pieces, source_name, taken_over
from core.pasting_own import in_its_marks
from gui.moved_words import is_of_title, lines, moves_of
from gui.session import Session
from gui.theme import Theme
from gui.widgets.named_button import named_button
from gui.widgets.ticked_lines import TickedLines

_INTRO = "{}的这些话没有带过来（{} 处）。勾上要的，放到前言后面：先标黄待核对，可以撤销；不要的不用管。"
_TAKEN = "（已在报告里）"
_WIDTH, _HEIGHT = 46, 32  # in heights of a line
_LEAST_LINES = 3
_FRAME = QSize(16, 48)


class LeftBehindDialog(QDialog):
    """Lists what went where, figures without a place, and words left behind; how to reach the office is ticked to begin with.

    Signals:
        taken(int): so many of them were put below the preface.
    """

    taken = Signal(int)

    def __init__(self, session: Session, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("leftBehindDialog")
        self._source = source_name(session.report)
        is_of_title_alone = is_of_title(session, moves_of(session))
        self.setWindowTitle(
            f"{self._source}和今年的标题" if is_of_title_alone else f"{self._source}的内容到了哪里"
        )
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._session = session
        self._theme = theme
        self._pieces = pieces(session.report)
        self._moved = TickedLines("movedList", f"{self._source}的各部分和数到了哪里")
        self._list = TickedLines("leftBehindList", f"{self._source}没有带过来的话，逐条可以勾上")
        self._take = named_button("放到前言后面(&P)", "leftBehindTake")
        self._close = named_button("关闭(&C)", "leftBehindClose")
        first = self._close if all(one.is_taken for one in self._pieces) else self._take
        first.setProperty("primary", True)
        first.setDefault(True)
        self._arrange()
        self._show_moves()
        for piece in self._pieces:
            self._list.addItem(self._item(piece))
        self._list.itemChanged.connect(self._offer)
        self._take.clicked.connect(self._finish)
        self._close.clicked.connect(self.reject)
        self._offer()
        self._take_size()

    def _take_size(self) -> None:
        """Begin as high as what is listed, as far as there is room; two lists share what there is by their needs."""
        line = self.fontMetrics().height()
        most = QSize(_WIDTH * line, _HEIGHT * line).boundedTo(self.screen().availableSize() - _FRAME)
        layout = self.layout()
        assert isinstance(layout, QVBoxLayout)
        edges = layout.contentsMargins()
        inside = most.width() - edges.left() - edges.right()
        high = edges.top() + edges.bottom() + self._close.sizeHint().height()
        if self._pieces:
            high += self._intro.heightForWidth(inside) + layout.spacing()
        for box in (self._moved, self._list):
            wanted = max(box.height_for(inside), _LEAST_LINES * line)
            layout.setStretchFactor(box, wanted)
            high += wanted + layout.spacing() if box.count() else 0
        self.resize(most.width(), min(high, most.height()))

    def _arrange(self) -> None:
        self._intro = intro = QLabel(_INTRO.format(self._source, len(self._pieces)))
        intro.setTextFormat(Qt.TextFormat.PlainText)
        intro.setWordWrap(True)
        intro.setProperty("quiet", True)
        buttons = QHBoxLayout()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 12, 16, 12)
        layout.addWidget(self._moved)
        layout.addWidget(intro)
        layout.addWidget(self._list)
        layout.addLayout(buttons)
        buttons.addStretch(1)
        buttons.addWidget(self._take)
        buttons.addWidget(self._close)
        for one in (intro, self._list, self._take):
            one.setVisible(bool(self._pieces))

    def _show_moves(self) -> None:
        """List what went where, if there was anything to go."""
        for words, is_head in lines(self._session, moves_of(self._session)):
            self._moved.addItem(self._line(words, is_head))
        self._moved.setVisible(self._moved.count() > 0)

    def _line(self, words: str, is_head: bool) -> QListWidgetItem:
        item = QListWidgetItem(words)
        item.setFlags(Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable)
        if is_head:
            font = self._moved.font()
            font.setBold(True)
            item.setFont(font)
        return item

    def _item(self, piece: Piece) -> QListWidgetItem:
        item = QListWidgetItem(piece.words + (_TAKEN if piece.is_taken else ""))
        if piece.is_taken:
            item.setFlags(Qt.ItemFlag.ItemIsEnabled)
            item.setForeground(self._theme.colour("quiet_text"))
            return item
        item.setFlags(
            Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemIsUserCheckable
        )
        item.setCheckState(Qt.CheckState.Checked if piece.contacts else Qt.CheckState.Unchecked)
        return item

    def _wanted(self) -> list[str]:
        items = (self._list.item(row) for row in range(self._list.count()))
        both = zip(self._pieces, items, strict=True)
        return [
            piece.words
            for piece, item in both
            if not piece.is_taken and item.checkState() == Qt.CheckState.Checked
        ]

    def _offer(self) -> None:
        self._take.setEnabled(bool(self._wanted()))

    def _finish(self) -> None:
        words = self._wanted()
        report = self._session.report
        edit = taken_over(report, words, in_its_marks(report))
        self.accept()
        if edit is not None:
            self._session.edit(edit)
            self.taken.emit(len(words))
