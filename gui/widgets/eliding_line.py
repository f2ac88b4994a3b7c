"""A line to type in: words longer than it end in "…" as long as the keys are elsewhere, the whole is said on hover."""

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QFocusEvent, QPainter, QPaintEvent, QPalette, QResizeEvent
from PySide6.QtWidgets import QLineEdit, QStyle, QStyleOptionFrame, QWidget

from gui.widgets.plain import plain

_INSET = 2  # pixels that Qt keeps free at both sides of the words
_LEFT_BY = (Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason, Qt.FocusReason.MouseFocusReason)


class ElidingLine(QLineEdit):
    """Without the keys it shows the beginning of its words; `keeps_end` leaves out the middle, as of the way to a folder."""

    def __init__(self, text: str = "", parent: QWidget | None = None, *, keeps_end: bool = False) -> None:
        super().__init__(parent)
        self._cut = Qt.TextElideMode.ElideMiddle if keeps_end else Qt.TextElideMode.ElideRight
        self._said = ""
        self.textChanged.connect(self._explain)
        self.setText(text)

    def say_on_hover(self, words: str) -> None:
        """Say on hover what is to be told of the line, below its own words where these are cut."""
        self._said = words
        self._explain()

    def shown(self) -> str:
        """Return as much of the words as stands there without the keys."""
        if not self.displayText():  # fonts are slow to load: not before there is something to measure
            return ""
        return self.fontMetrics().elidedText(self.displayText(), self._cut, self._place().width())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Look again what has room."""
        super().resizeEvent(event)
        self._explain()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show the words where the cursor stands."""
        super().focusInEvent(event)
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Show the beginning again where the clerk went on by Tab or the mouse."""
        super().focusOutEvent(event)
        if event.reason() in _LEFT_BY:
            self.setCursorPosition(0)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the words with dots where they are cut and nobody works in them."""
        super().paintEvent(event)  # Qt finds out there how far the words are scrolled
        if self.hasFocus() or self.hasSelectedText() or self.shown() == self.displayText():
            return
        option = self._option()
        painter = QPainter(self)
        self.style().drawPrimitive(QStyle.PrimitiveElement.PE_PanelLineEdit, option, painter, self)
        group = QPalette.ColorGroup.Normal if self.isEnabled() else QPalette.ColorGroup.Disabled
        painter.setPen(self.palette().color(group, QPalette.ColorRole.Text))
        painter.drawText(self._place(), Qt.AlignmentFlag.AlignVCenter, self.shown())

    def _option(self) -> QStyleOptionFrame:
        option = QStyleOptionFrame()
        self.initStyleOption(option)
        return option

    def _place(self) -> QRect:
        """Return where the words stand."""
        inner = self.style().subElementRect(QStyle.SubElement.SE_LineEditContents, self._option(), self)
        return inner.marginsRemoved(self.textMargins()).adjusted(_INSET, 0, -_INSET, 0)

    def _explain(self) -> None:
        whole = "" if self.shown() == self.displayText() else self.displayText()
        self.setToolTip(plain("\n".join(one for one in (whole, self._said) if one)))
