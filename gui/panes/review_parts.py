"""The three columns of the review: the source, what was recognised, and what is to be done about it."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSplitter, QVBoxLayout, QWidget

from gui.panes.review_side import ReviewSide
from gui.widgets.lines_label import LinesLabel

_SOURCE, _READ = 4, 6  # shares
_WIDE = 100
_READ_LEAST = 380
_SIDE, _SIDE_LETTERS, _SIDE_SHARE = 316, 14, 0.3
_LEAST_LINES = 4
_TOLD_LINES = 3


class ReviewParts(QSplitter):
    """The right column grows with the writing, as far as the others can spare it, until the clerk moves its edge.

    What is told in passing stands below the other two: only they give way to it, and nothing that is clicked moves.
    """

    def __init__(self, source: QWidget, read: QWidget, side: ReviewSide) -> None:
        super().__init__(Qt.Orientation.Horizontal)
        self._side = side
        self._is_moved = False
        self._told = LinesLabel("reviewTold", 1)
        self._told.hide()
        read.setMinimumWidth(_READ_LEAST)
        self._left = left = QWidget()
        both = QSplitter(Qt.Orientation.Horizontal)
        for widget in (source, read):
            both.addWidget(widget)
            both.setStretchFactor(both.count() - 1, 1)
        both.setSizes([_SOURCE * _WIDE, _READ * _WIDE])
        column = QVBoxLayout(left)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(both, 1)
        column.addWidget(self._told)
        self.addWidget(left)
        self.addWidget(side)
        self.setStretchFactor(0, 1)
        # what the columns ask for together, beside all that may be told, is more than a low screen has: Qt would widen
        # the window beyond it
        self.setMinimumHeight(_LEAST_LINES * self.fontMetrics().lineSpacing())
        self.splitterMoved.connect(self._keep_as_moved)

    def tell(self, words: str) -> None:
        """Tell something in passing; "" takes it away."""
        self._told.setText(words)
        self._fit_told()
        self._told.setVisible(bool(words))

    def _fit_told(self) -> None:
        """Give what is told as many lines as it needs: in large writing one holds half a sentence."""
        self._told.take_lines(max(1, min(self._told.needed(self._left.width()), _TOLD_LINES)))

    def _keep_as_moved(self) -> None:
        self._is_moved = True

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give the right column its share of the new width."""
        super().resizeEvent(event)
        if not self._is_moved:
            room = self.width() - self.handleWidth()
            wanted = max(_SIDE, _SIDE_LETTERS * self.fontMetrics().horizontalAdvance("年"))
            side = min(wanted, round(_SIDE_SHARE * room))
            self.setSizes([room - side, side])
        self._fit_told()
