"""A few hints beside the real widgets for who opens the sample: one after another, never in the way."""

from collections.abc import Iterator
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, Qt, QTimer
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QPalette, QPen
from PySide6.QtWidgets import QApplication, QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget
from shiboken6 import isValid

from core.settings import Settings
from gui.remembered import keep_options

_LETTERS = 22
_AWAY = 8
_MARK = 2


@dataclass(frozen=True)
class Hint:
    """A hint: the page and the widget that it belongs to, what it says, and the controls that it tells to press."""

    page: str
    target: str
    words: str
    controls: tuple[str, ...] = ()


HINTS = (
    Hint(
        "reviewPage",
        "forwardButton",
        "左边是原文，中间是读到的内容，右边列出拿不准的地方。看过以后点框住的按钮，就得到下一年的草稿，提示在那里继续。",
    ),
    Hint(
        "workspace",
        "steps",
        "这一排是做完一份报告的步骤，整块涂了颜色的是现在该做的一步，点一下就到要做的地方。",
    ),
    Hint(
        "workspace",
        "proseEditor",
        "左边有黄条的段落照抄去年，还没核对。仍然正确就按 Ctrl+回车，不对就直接改；按 F7 到下一处。",
        ("proseStillRight", "toLookAtConfirm"),
    ),
    Hint(
        "workspace",
        "verdict",
        "这里一直写着还差什么，按 F8 到对不上的地方。写着“可以报送”时，就能导出了。",
    ),
)


class Tour(QObject):
    """Shows the hints on the pages that they belong to; one whose page is not there waits for it.

    It ends with the last hint, when the clerk does not want it, and on the way back to the home page.
    """

    def __init__(self, window: QWidget, options: Settings) -> None:
        super().__init__(window)
        self._window = window
        self._options = options
        self._left: list[Hint] = []
        self._target: QWidget | None = None
        self._before: QWidget | None = None
        self._mark = _Mark(window)
        self._box = _Box(window)
        self._box.after.clicked.connect(self._go_on)
        self._box.enough.clicked.connect(self.end)
        window.installEventFilter(self)

    def begin(self) -> None:
        """Show the hints from the first."""
        self._options.tour_seen = True
        keep_options(self._options)
        self._left = list(HINTS)
        self._look()

    def end(self) -> None:
        """Show no more hints."""
        self._left = []
        self._hide()

    def page_changed(self) -> None:
        """Look for the next hint once the page that is shown now is in its place."""
        QTimer.singleShot(0, self, self._follow)

    def _follow(self) -> None:
        if self._seen("homePage"):
            self.end()
        elif self._left:
            self._look()

    def _go_on(self) -> None:
        self._left = self._left[1:]
        self._look()

    def _look(self) -> None:
        """Show the next hint that has its place on the page; those before it are past."""
        for at, hint in enumerate(self._left):
            target = self._target_of(hint)
            if target:
                self._left = self._left[at:]
                self._show(hint, target)
                return
        self._hide()

    def _target_of(self, hint: Hint) -> QWidget | None:
        return self._seen(hint.target) if self._seen(hint.page) else None

    def _seen(self, name: str) -> QWidget | None:
        found = self._window.findChildren(QWidget, name)
        return next((widget for widget in found if widget.isVisible()), None)

    def _show(self, hint: Hint, target: QWidget) -> None:
        if self._box.isHidden():
            self._before = QApplication.focusWidget()
        self._target = target
        goes_on = any(self._target_of(one) for one in self._left[1:])
        self._box.show_words(HINTS.index(hint) + 1, hint.words, goes_on=goes_on)
        self._place()
        for widget in (self._mark, self._box):
            widget.show()
            widget.raise_()
        self._box.after.setFocus()

    def _hide(self) -> None:
        """Put the hint away, and let the keys go where they went before."""
        held = self._box.isAncestorOf(QApplication.focusWidget() or self._window)
        self._target = None
        self._mark.hide()
        self._box.hide()
        if held and self._before and isValid(self._before) and self._before.isVisible():
            self._before.setFocus()

    def _place(self) -> None:
        """Put the mark around the target, and the hint where it hides least of what it tells to press."""
        if self._target is None or not isValid(self._target):
            return
        around = self._rect_of(self._target)
        self._mark.setGeometry(around.adjusted(-_MARK, -_MARK, _MARK, _MARK))
        self._box.resize(self._box.sizeHint().expandedTo(self._box.minimumSizeHint()))
        controls = [self._rect_of(one) for one in map(self._seen, self._left[0].controls) if one]

        def hidden(place: QRect) -> int:
            both = (place & one for one in controls)
            return sum(one.width() * one.height() for one in both)

        self._box.move(min(self._places(around), key=hidden).topLeft())

    def _rect_of(self, widget: QWidget) -> QRect:
        return QRect(widget.mapTo(self._window, QPoint(0, 0)), widget.size())

    def _places(self, around: QRect) -> Iterator[QRect]:
        """Yield the places for the hint, the best first: below the target, above it, else into it, or beside it."""
        size, room = self._box.size(), self._window.rect()
        middle = around.center() - QPoint(size.width() // 2, size.height() // 2)
        left = max(min(middle.x(), room.right() - size.width() - _AWAY), _AWAY)
        top = max(min(middle.y(), room.bottom() - size.height() - _AWAY), _AWAY)
        inside = QRect(QPoint(left, max(around.bottom() - size.height() - _AWAY, 0)), size)
        outside = {
            "below": QRect(QPoint(left, around.bottom() + _AWAY), size),
            "above": QRect(QPoint(left, around.top() - _AWAY - size.height()), size),
            "behind": QRect(QPoint(around.right() + _AWAY, top), size),
            "before": QRect(QPoint(around.left() - _AWAY - size.width(), top), size),
        }
        fits = {name: place for name, place in outside.items() if room.contains(place)}
        yield from (fits[name] for name in ("below", "above") if name in fits)
        yield inside
        yield from (fits[name] for name in ("behind", "before") if name in fits)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Follow the window when its size changes."""
        if event.type() == QEvent.Type.Resize and self._target:
            QTimer.singleShot(0, self, self._place)
        return False


class _Mark(QWidget):
    """A frame around the widget that a hint speaks of."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self.setObjectName("tourMark")
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.hide()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the frame in the accent of the theme."""
        painter = QPainter(self)
        painter.setPen(QPen(self.palette().color(QPalette.ColorRole.Link), _MARK * 2))
        painter.drawRect(self.rect())


class _Box(QFrame):
    """The words of a hint and what can be answered to it."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self.setObjectName("tourHint")
        self.setProperty("panel", True)
        self.setAutoFillBackground(True)
        self._count = QLabel()
        self._count.setProperty("quiet", True)
        self._words = QLabel()
        self._words.setObjectName("tourWords")
        self._words.setTextFormat(Qt.TextFormat.PlainText)
        self._words.setWordWrap(True)
        self.after = QPushButton()
        self.after.setObjectName("tourNext")
        self.after.setProperty("primary", True)
        self.after.setAutoDefault(True)
        self.enough = QPushButton("不再提示（Esc）")
        self.enough.setObjectName("tourEnd")
        self.enough.setAutoDefault(True)
        layout = self._layout = QVBoxLayout(self)
        layout.setContentsMargins(12, 12, 12, 12)
        layout.setSpacing(12)
        layout.addWidget(self._words)
        row = QHBoxLayout()
        layout.addLayout(row)
        row.addWidget(self._count)
        row.addStretch(1)
        row.addWidget(self.enough)
        row.addWidget(self.after)
        self.hide()

    def show_words(self, number: int, words: str, *, goes_on: bool) -> None:
        """Show the words of the hint of that number; `goes_on` says that another one follows at once."""
        self._count.setText(f"{number} / {len(HINTS)}")
        self._words.setText(words)
        wide = _LETTERS * self.fontMetrics().horizontalAdvance("年")
        self._words.setMinimumSize(0, 0)  # or it would be as high as the words before
        self._words.setFixedSize(wide, self._words.heightForWidth(wide))
        self.after.setText("下一步" if goes_on else "知道了")
        self.setAccessibleName(words)
        self.after.setAccessibleDescription(words)
        self._layout.activate()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """End on Esc; no other key is the hint's own."""
        if event.key() == Qt.Key.Key_Escape:
            self.enough.click()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw a line around it in the accent of the theme."""
        super().paintEvent(event)
        painter = QPainter(self)
        painter.setPen(QPen(self.palette().color(QPalette.ColorRole.Link), _MARK))
        painter.drawRect(self.rect().adjusted(1, 1, -1, -1))
