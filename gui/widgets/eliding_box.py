"""A box of choices that does with a few letters: words that do not fit end in "…", the whole is said on hover."""

from collections.abc import Iterable, Sequence

from PySide6.QtCore import QEvent, QRect, QSize, Qt
from PySide6.QtGui import QPaintEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QComboBox, QStyle, QStyleOptionComboBox, QStylePainter

from gui.widgets.plain import plain
from gui.widgets.still_boxes import ChoiceBox

_WIDE = 1000
_SLACK = 4  # the style keeps a little away from the edges of the place of the words


class ElidingBox(ChoiceBox):
    """Asks for room for `least` letters; one that `hugs` its words is never wider than the longest of them.

    One that `holds` words would stand so wide that each of them is whole, now or once it is offered.
    """

    def __init__(
        self, name: str, words: str, *, least: int, hugs: bool = False, holds: Sequence[str] = ()
    ) -> None:
        super().__init__()
        self.setObjectName(name)
        self.setAccessibleName(words)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(least)
        self._hugs = hugs
        self._holds = tuple(holds)
        self.currentTextChanged.connect(self._explain)

    def sizeHint(self) -> QSize:
        """Ask for room for all that it holds."""
        self.ensurePolished()
        wanted = super().sizeHint()
        return wanted.expandedTo(QSize(self._wide(self._holds), 0)) if self._holds else wanted

    def showEvent(self, event: QShowEvent) -> None:
        """Go by the words that were put in."""
        super().showEvent(event)
        self._hug()

    def changeEvent(self, event: QEvent) -> None:
        """Go by the size of the writing."""
        super().changeEvent(event)
        if self.isVisible() and event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self._hug()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Look again what has room."""
        super().resizeEvent(event)
        self._explain()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the words at hand, as much of them as fits."""
        painter = QStylePainter(self)
        option = QStyleOptionComboBox()
        self.initStyleOption(option)
        painter.drawComplexControl(QStyle.ComplexControl.CC_ComboBox, option)
        option.currentText = self.shown()  # type: ignore[attr-defined] # missing in the stubs
        painter.drawControl(QStyle.ControlElement.CE_ComboBoxLabel, option)

    def shown(self) -> str:
        """Return as much of the words at hand as fits."""
        room = self._room(self.width()) - _SLACK
        return self.fontMetrics().elidedText(self.currentText(), Qt.TextElideMode.ElideRight, room)

    def _room(self, width: int) -> int:
        """Return how wide the place of the words is in a box of a width."""
        option = QStyleOptionComboBox()
        self.initStyleOption(option)
        option.rect = QRect(0, 0, width, self.height())  # type: ignore[attr-defined] # missing in the stubs
        field = QStyle.SubControl.SC_ComboBoxEditField
        return self.style().subControlRect(QStyle.ComplexControl.CC_ComboBox, option, field, self).width()

    def _hug(self) -> None:
        if not self._hugs:
            return
        widest = self._wide(self.itemText(one) for one in range(self.count()))
        self.setMaximumWidth(max(widest, self.sizeHint().width()))

    def _wide(self, among: Iterable[str]) -> int:
        """Return how wide the box is in which each of these words stands whole."""
        widest = max(map(self.fontMetrics().horizontalAdvance, among), default=0)
        return (
            widest + _WIDE - self._room(_WIDE) + _SLACK + 1
        )  # letters are parts of a pixel wider than measured

    def _explain(self) -> None:
        self.setToolTip(plain(self.currentText()) if self.shown() != self.currentText() else "")
