"""The sheets of the preview on the screen: scrolled, zoomed, clicked; the pictures are made elsewhere."""

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRect, QRectF, Qt, QTimer, Signal
from PySide6.QtGui import QImage, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QAbstractScrollArea, QFrame

from gui.panes.preview_layout import A4, GAP, Fit, Layout, Size, fitting, lay_pages, next_zoom, way_into_sight
from gui.theme import Theme
from gui.widgets.scroll_bars import hide_idle

_POINTS_AN_INCH = 72
_MARK_STRENGTH = 50
_LINE = 48
_LEAST_LETTER = 2 / 3  # of those of the window
_KEPT_PIXELS = 30_000_000
_OLD = 0.0  # the scale of a picture of the report as it was

Box = tuple[float, float, float, float]
Mark = tuple[int, Box]


class PreviewSheets(QAbstractScrollArea):
    """Shows pictures of pages, numbered from 0; before the first come, an empty sheet.

    `zoom` is in percent of the paper's own size, 0 as wide as there is room; where that is little, without the margins.

    Signals:
        wanted(): other pages are in sight, or at another scale.
        point_chosen(int, float, float): that page was clicked there, in pt from its top left corner.
        page_changed(int): that page is the one at the top.
        zoom_chosen(int): another zoom was asked for by the wheel.
        dropped(int, float): the picture of that page at that scale was thrown away, or came too late.
    """

    wanted = Signal()
    point_chosen = Signal(int, float, float)
    page_changed = Signal(int)
    zoom_chosen = Signal(int)
    dropped = Signal(int, float)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.setObjectName("previewSheets")
        self.setAccessibleName("预览的页面")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        hide_idle(self)
        self.viewport().setCursor(Qt.CursorShape.PointingHandCursor)
        self._theme = theme
        self._sizes: Sequence[Size] = (A4,)
        self._layout = Layout()
        self._images: dict[int, tuple[float, QImage]] = {}
        self._marks: Sequence[Mark] = ()
        self._holds = False  # what is tinted stays in sight until the clerk scrolls
        self._zoom = 0
        self._columns = 1
        self.page = 0
        self._ask = QTimer(self)
        self._ask.setSingleShot(True)
        self._ask.setInterval(0)
        self._ask.timeout.connect(self.wanted)
        for bar in (self.verticalScrollBar(), self.horizontalScrollBar()):
            bar.setSingleStep(_LINE)
            bar.actionTriggered.connect(self._let_go)
        self.verticalScrollBar().valueChanged.connect(self._look)

    @property
    def scale(self) -> float:
        """How many points of the screen a pt of the paper has."""
        return round(self._unit_scale() * self.devicePixelRatioF(), 4)

    def _unit_scale(self) -> float:
        """Return the same in the window's own units, of which the screen may have several points each."""
        if self._zoom:
            return self._zoom / 100 * self.logicalDpiX() / _POINTS_AN_INCH
        return self._fit().scale

    def _fit(self) -> Fit:
        """Return how the pages are as wide as there is room."""
        least = _LEAST_LETTER * self.fontInfo().pixelSize()
        return fitting(self._sizes, self._columns, self.viewport().width(), least)

    @property
    def in_sight(self) -> tuple[int, ...]:
        """The pages in sight."""
        top = self.verticalScrollBar().value()
        return self._layout.between(top, top + self.viewport().height())

    def lacking(self) -> list[int]:
        """Return the pages in sight whose pictures are not there at the present scale."""
        scale = self.scale
        return [n for n in self.in_sight if n not in self._images or self._images[n][0] != scale]

    def show_pages(self, sizes: Sequence[Size]) -> None:
        """Show other pages; the pictures in sight stay until new ones come, the others show what is no more."""
        seen = self.in_sight
        kept = {n: image for n, (_, image) in self._images.items() if n in seen and n < len(sizes)}
        self._images = {n: (_OLD, image) for n, image in kept.items()}
        self._sizes = sizes
        self._arrange()

    def put(self, number: int, scale: float, image: QImage) -> None:
        """Take the picture of a page; the last that was wanted stays, in whatever order they come."""
        before = self._images.get(number, (_OLD, image))[0]
        if before == self.scale != scale:
            self.dropped.emit(number, scale)
            return
        if before not in (_OLD, scale):
            self.dropped.emit(number, before)
        image.setDevicePixelRatio(self.devicePixelRatioF())
        self._images[number] = (scale, image)
        self._throw_away(number)
        self.viewport().update()

    def _throw_away(self, near: int) -> None:
        """Let the pictures go that are farthest from a page, where there are many."""
        while sum(one.width() * one.height() for _, one in self._images.values()) > _KEPT_PIXELS:
            farthest = max(self._images, key=lambda number: abs(number - near))
            if farthest == near:
                return
            self.dropped.emit(farthest, self._images.pop(farthest)[0])

    def mark(self, marks: Sequence[Mark], *, follow: bool) -> None:
        """Tint these boxes of pages; bring one into sight as a whole where none is and that is wanted."""
        self._marks = marks
        self._holds = follow or self._holds
        self.viewport().update()
        if follow:
            self._bring_mark()

    def _bring_mark(self) -> None:
        """Bring the first box that is tinted into sight where none is."""
        view = self.viewport().size()
        ways = [
            (way_into_sight(at.left(), at.right(), view.width()) if self._zoom else 0,
             way_into_sight(at.top(), at.bottom(), view.height()))
            for at in (self._in_viewport(*mark) for mark in self._marks if mark[0] < len(self._layout.rects))
        ]  # fmt: skip
        if ways and all(any(way) for way in ways):
            for bar, way in zip((self.horizontalScrollBar(), self.verticalScrollBar()), ways[0], strict=True):
                bar.setValue(round(bar.value() + way))

    def _let_go(self) -> None:
        """Leave what is in sight to the clerk."""
        self._holds = False

    def set_zoom(self, zoom: int) -> None:
        """Show the pages at that size."""
        self._zoom = zoom
        self._arrange()

    def set_two_pages(self, *, on: bool) -> None:
        """Show two pages beside each other, or one."""
        self._columns = 2 if on else 1
        self._arrange()

    def turn(self, pages: int) -> None:
        """Go on by so many pages; in the view of two, by so many pairs."""
        self.go_to_page(self.page + pages * self._columns)

    def go_to_page(self, number: int) -> None:
        """Bring the top of a page to the top."""
        self._let_go()
        rects = self._layout.rects
        if rects:
            self.verticalScrollBar().setValue(rects[min(max(number, 0), len(rects) - 1)].top() - GAP)

    def zoom_by_step(self, *, larger: bool) -> None:
        """Ask for the next larger or smaller zoom."""
        now = round(self._unit_scale() * _POINTS_AN_INCH / self.logicalDpiX() * 100)
        self.zoom_chosen.emit(next_zoom(now, larger=larger))

    def _arrange(self) -> None:
        """Lay the pages out anew, and stay at the same place of the same page."""
        bar, page, before = self.verticalScrollBar(), self.page, self._layout.rects
        share = (bar.value() - before[page].top()) / before[page].height() if page < len(before) else 0.0
        self._layout = lay_pages(
            self._sizes,
            self._unit_scale(),
            self.devicePixelRatioF(),
            self._columns,
            self.viewport().width(),
        )
        self._set_bars()
        rects = self._layout.rects
        if before and page < len(rects):
            bar.setValue(round(rects[page].top() + share * rects[page].height()))
        if self._holds:
            self._bring_mark()
        self._look()

    def _set_bars(self) -> None:
        """Let the bars reach over all pages; margins that are cut stay out of sight."""
        cut, policy = 0 if self._zoom else self._fit().cut, Qt.ScrollBarPolicy
        self.setHorizontalScrollBarPolicy(
            policy.ScrollBarAsNeeded if self._zoom else policy.ScrollBarAlwaysOff
        )
        view = self.viewport().size()
        for bar, whole, shown in (
            (self.verticalScrollBar(), self._layout.height, view.height()),
            (self.horizontalScrollBar(), self._layout.width, view.width()),
        ):
            bar.setPageStep(shown)
            bar.setRange(0, max(0, whole - shown))
        if cut:
            self.horizontalScrollBar().setValue(GAP + round(cut * self._unit_scale()))

    def _look(self) -> None:
        """Look which pages are in sight now."""
        page = self._layout.page_at(self.verticalScrollBar().value() + self.viewport().height() // 4)
        self.viewport().update()
        self._ask.start()
        if page != self.page:
            self.page = page
            self.page_changed.emit(page)

    def _on_screen(self, number: int) -> QRect:
        """Return where in the viewport a page stands."""
        scrolled = (-self.horizontalScrollBar().value(), -self.verticalScrollBar().value())
        return self._layout.rects[number].translated(*scrolled)

    def _in_viewport(self, number: int, box: Box) -> QRectF:
        """Return where in the viewport a box of a page stands."""
        left, top, right, bottom = (one * self._unit_scale() for one in box)
        return QRectF(left, top, right - left, bottom - top).translated(
            QPointF(self._on_screen(number).topLeft())
        )

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the sheets in sight, each with its picture as far as there is one."""
        painter = QPainter(self.viewport())
        painter.fillRect(self.viewport().rect(), self._theme.colour("window"))
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        for number in self.in_sight:
            rect = self._on_screen(number)
            painter.fillRect(rect, Qt.GlobalColor.white)  # paper, whatever the theme
            if number in self._images:
                scale, image = self._images[number]
                if scale == self.scale:
                    painter.drawImage(rect.topLeft(), image)
                else:
                    painter.drawImage(rect, image)
            painter.setPen(self._theme.colour("line"))
            painter.drawRect(rect.adjusted(-1, -1, 0, 0))
        tint = self._theme.colour("accent")
        tint.setAlpha(_MARK_STRENGTH)
        for number, box in self._marks:
            if number in self.in_sight:
                painter.fillRect(self._in_viewport(number, box), tint)

    def resizeEvent(self, _event: QResizeEvent) -> None:
        """Fit the pages to the new width."""
        self._arrange()

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Zoom with Ctrl, else scroll."""
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            if event.angleDelta().y():
                self.zoom_by_step(larger=event.angleDelta().y() > 0)
            event.accept()
        else:
            super().wheelEvent(event)

    def read_on(self, event: QKeyEvent, *, at_button: bool = False) -> bool:
        """Go by a screenful or to an end, as a key says; False where it says neither. At a button Space is for that."""
        bar, key = self.verticalScrollBar(), Qt.Key(event.key())
        back = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        if key == Qt.Key.Key_Space and not at_button:
            key = Qt.Key.Key_PageUp if back else Qt.Key.Key_PageDown
        screen = max(_LINE, self.viewport().height() - _LINE)  # the last line is the first again
        ways = {
            Qt.Key.Key_PageDown: bar.value() + screen,
            Qt.Key.Key_PageUp: bar.value() - screen,
            Qt.Key.Key_Home: bar.minimum(),
            Qt.Key.Key_End: bar.maximum(),
        }
        if key not in ways:
            return False
        self._let_go()
        bar.setValue(ways[key])
        return True

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Read on by screenfuls with Page Up, Page Down and Space; Home and End lead to the beginning and the end."""
        if not self.read_on(event):
            super().keyPressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Tell which point of which page was clicked."""
        spot = event.position().toPoint()
        for number in self.in_sight:
            rect = self._on_screen(number)
            if rect.contains(spot) and event.button() == Qt.MouseButton.LeftButton:
                at, scale = spot - rect.topLeft(), self._unit_scale()
                self.point_chosen.emit(number, at.x() / scale, at.y() / scale)
