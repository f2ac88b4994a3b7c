"""What may be longer than the screen is high: it scrolls where there is no room for it, and only downwards."""

from PySide6.QtCore import QEvent, QObject, QRect, QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QWidget

_LEAST_LINES = 3
_FRAME = QSize(16, 48)  # what the system puts around a window


def room_for(dialog: QWidget) -> QSize:
    """Return how large a dialog may be so that it stands on its screen in full."""
    return dialog.screen().availableSize() - _FRAME


def fitting_height(dialog: QWidget) -> int:
    """Return the height at which all of a dialog with a layout is seen, as far as the screen goes."""
    layout = dialog.layout()
    if layout is None:
        return dialog.height()
    for area in dialog.findChildren(FittingArea):
        area.updateGeometry()  # the layout would go by what was shown before
    layout.activate()
    by_width = layout.totalHeightForWidth(dialog.width()) if layout.hasHeightForWidth() else 0
    return min(max(by_width, layout.totalSizeHint().height()), room_for(dialog).height())


def hug(dialog: QWidget) -> None:
    """Let a dialog take that height; one whose end would leave the screen moves up."""
    dialog.resize(max(dialog.width(), dialog.minimumSizeHint().width()), fitting_height(dialog))
    screen = dialog.screen().availableGeometry()
    beyond = dialog.frameGeometry().bottom() - screen.bottom()
    if beyond > 0:
        dialog.move(dialog.x(), max(dialog.y() - beyond, screen.top()))


class FittingArea(QScrollArea):
    """Wants as much height as its content takes at the width it has, and does with less.

    Signals:
        content_changed(): the content may take another height now.
    """

    content_changed = Signal()

    def __init__(self, content: QWidget) -> None:
        super().__init__()
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # it follows the keys of what stands in it
        self.setWidgetResizable(True)
        self.setWidget(content)

    def _with_bar(self, width: int) -> int:
        return width + self.verticalScrollBar().sizeHint().width()

    def sizeHint(self) -> QSize:
        """Return the size in which the content stands in full."""
        content = self.widget()
        layout = content.layout()
        if layout:
            layout.activate()  # what was shown or hidden just now counts
        wanted = content.sizeHint()
        if content.hasHeightForWidth() and self.isVisible():
            wanted.setHeight(content.heightForWidth(self.viewport().width()))
        return QSize(self._with_bar(wanted.width()), wanted.height())

    def minimumSizeHint(self) -> QSize:
        """Return a few lines at the width below which words would be cut."""
        least = self._with_bar(self.widget().minimumSizeHint().width())
        return QSize(least, _LEAST_LINES * self.fontMetrics().lineSpacing())

    def bring(self, inner: QWidget, part: QRect) -> None:
        """Bring a part of what stands in it into sight, with some room around it; of one that is higher the middle."""
        middle = inner.mapTo(self.widget(), part.center())
        self.ensureVisible(middle.x(), middle.y(), 0, min(part.height(), self.viewport().height() // 2))

    def scrollContentsBy(self, dx: int, dy: int) -> None:
        """Draw all anew: what is drawn of a box may depend on how much of it is in sight."""
        super().scrollContentsBy(dx, dy)
        self.widget().update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Draw all anew, as when it scrolls."""
        super().resizeEvent(event)
        self.widget().update()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Hear when the content is laid out anew."""
        done = super().eventFilter(watched, event)
        if watched is self.widget() and event.type() == QEvent.Type.LayoutRequest:
            self.updateGeometry()
            self.content_changed.emit()
        return done
