"""The pages of a PDF as pictures, one at a time, each drawn when it is first wanted; lines at hand are framed on them."""

from collections.abc import Collection, Sequence

from PySide6.QtCore import QPoint, QRect, QSignalBlocker, Qt, QTimer, Signal
from PySide6.QtGui import QImage, QPixmap, QResizeEvent
from PySide6.QtWidgets import (
    QCheckBox,
    QHBoxLayout,
    QPushButton,
    QScrollArea,
    QScrollBar,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)

from core.importers.recognise import SourceLine
from core.importers.reviewing.on_page import Box, boxes_of
from core.importers.sandbox import PagePicture
from gui.panes.review_frames import FramedPicture
from gui.panes.review_view import PagesView
from gui.theme import Theme
from gui.widgets.still_boxes import NumberBox

_DRAWING = "正在画这一页……"
_MOST_PAGES = 9999
_MOST_KEPT = 30
_LEAST_WIDE = 50


class PagePictures(QWidget):
    """One page with the means to turn it. Pictures are taken from their bytes as PNG alone.

    Signals:
        page_wanted(int): that page (from 0) is to be drawn.
    """

    page_wanted = Signal(int)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.setObjectName("pagePictures")
        self._kept: dict[int, PagePicture] = {}  # a page takes thirty times as much as an image
        self._lines: dict[int, list[SourceLine]] = {}
        self._marked: Collection[int] = ()
        self._drawn: tuple[int, QImage] | None = None  # the page shown last
        self._asked: set[int] = set()
        self._wanted: PagesView | None = None  # to be shown again, once its page is drawn
        self._picture = FramedPicture(theme)
        self._area = QScrollArea()
        self._area.setWidget(self._picture)
        self._area.setWidgetResizable(True)
        self._area.setAccessibleName("原文的一页")
        self._number = NumberBox()
        self._number.setObjectName("pageNumber")
        self._number.setAccessibleName("页码")
        self._number.setButtonSymbols(QSpinBox.ButtonSymbols.NoButtons)
        self._number.setRange(1, _MOST_PAGES)
        self._number.setPrefix("第 ")
        self._number.setSuffix(" 页")
        self._full = QCheckBox("放大(&Z)")
        self._full.setObjectName("pageFullSize")
        self._arrange()
        self._number.valueChanged.connect(self.want)
        self._full.toggled.connect(self._draw)
        self._full.toggled.connect(self._lead_to_mark)

    def _arrange(self) -> None:
        before, after = QPushButton("上一页"), QPushButton("下一页")
        before.setObjectName("pageBefore")
        after.setObjectName("pageAfter")
        before.clicked.connect(self._number.stepDown)
        after.clicked.connect(self._number.stepUp)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 4, 0, 0)
        layout.setSpacing(4)
        bar = QHBoxLayout()
        layout.addLayout(bar)
        for widget in (before, self._number, after, self._full):
            bar.addWidget(widget)
        bar.addStretch(1)
        layout.addWidget(self._area, 1)

    @property
    def page(self) -> int:
        """The page at hand, from 0."""
        return self._number.value() - 1

    @property
    def view(self) -> PagesView:
        """What is in sight."""
        if self._wanted and self._is_to_be_again:
            return self._wanted
        left, top = self._area.horizontalScrollBar().value(), self._area.verticalScrollBar().value()
        size = self._picture.size()
        return PagesView(self.page, self._full.isChecked(), left / size.width(), top / size.height())

    def show_view(self, view: PagesView) -> None:
        """Turn to what was in sight, once its page is drawn; what is at hand leads when the clerk goes on."""
        with QSignalBlocker(self._number), QSignalBlocker(self._full):
            self._number.setValue(view.page + 1)
            self._full.setChecked(view.is_full)
        self._wanted = view

    def show_lines(self, lines: Sequence[SourceLine]) -> None:
        """Know what was read on which page, to frame it there; nothing is marked."""
        self._marked = ()
        self._lines = {}
        for line in lines:
            self._lines.setdefault(line.page - 1, []).append(line)

    def go_to(self, page: int, lines: Collection[int] = (), *, now: bool) -> None:
        """Turn to a page and mark lines on it; it is drawn `now` or when the pictures come into sight."""
        self._marked = lines
        self._wanted = None
        with QSignalBlocker(self._number):
            self._number.setValue(page + 1)
        if now:
            self.want()

    def want(self) -> None:
        """Show the page at hand, and ask for it where it is not there yet."""
        if self.page in self._kept:
            self._draw()
            self._lead_to_mark()
            return
        self._picture.setText(_DRAWING)
        if self.page not in self._asked:
            self._asked.add(self.page)
            self.page_wanted.emit(self.page)

    def show_picture(self, page: int, picture: PagePicture | None) -> None:
        """Take the picture of a page; None says that the page before it was the last."""
        self._asked.discard(page)
        if picture is None:
            self._number.setMaximum(max(1, page))
            return
        if len(self._kept) >= _MOST_KEPT:
            self._kept.pop(next(iter(self._kept)))
        self._kept[page] = picture
        if page == self.page:
            self._draw()
            self._lead_to_mark()

    def show_failure(self, page: int, words: str) -> None:
        """Say why a page cannot be drawn."""
        self._asked.discard(page)
        if page == self.page:
            self._picture.setText(words)

    def _at_hand(self) -> QImage | None:
        """Return the page at hand, None where it is not there yet."""
        if self._drawn and self._drawn[0] == self.page:
            return self._drawn[1]
        if self.page not in self._kept:
            return None
        image = QImage.fromData(self._kept[self.page].png, "PNG")  # type: ignore[arg-type] # the stubs want bytes, Qt takes str
        self._drawn = self.page, image
        return image

    def _draw(self) -> None:
        image = self._at_hand()
        if image is None:
            return
        if not self._full.isChecked():
            width = self._width_for(image)
            ratio = self.devicePixelRatioF()
            image = image.scaledToWidth(round(width * ratio), Qt.TransformationMode.SmoothTransformation)
            image.setDevicePixelRatio(ratio)
        self._picture.show_page(QPixmap.fromImage(image), self._frames())

    def _frames(self) -> list[Box]:
        """Return the boxes of the lines marked that stand on the page at hand, as parts of it."""
        picture = self._kept.get(self.page)
        if picture is None or not self._marked:
            return []
        return boxes_of(self._marked, self._lines.get(self.page, ()), picture.signs, picture.boxes)

    def _lead_to_mark(self) -> None:
        QTimer.singleShot(0, self, self._bring_into_sight)  # once the page has its place

    def _bring_into_sight(self) -> None:
        """Scroll to what is marked, else to the top."""
        if self._is_to_be_again and self._at_hand():
            self._show_again()
            return
        mark, room = self._picture.marked(), self._area.viewport().size()
        if mark.isNull():
            self._area.verticalScrollBar().setValue(0)
            return
        _scroll_to(self._area.verticalScrollBar(), mark.top(), mark.bottom(), room.height())
        _scroll_to(self._area.horizontalScrollBar(), mark.left(), mark.right(), room.width())

    @property
    def _is_to_be_again(self) -> bool:
        """Whether the page at hand is the one that was in sight before, and is not drawn yet."""
        return self._wanted is not None and self._wanted.page == self.page

    def _show_again(self) -> None:
        """Scroll to what was in sight before."""
        view, self._wanted = self._wanted or PagesView(), None
        size = self._picture.size()
        self._area.horizontalScrollBar().setValue(round(view.left * size.width()))
        self._area.verticalScrollBar().setValue(round(view.top * size.height()))

    def _is_mark_in_sight(self) -> bool:
        corner = QPoint(self._area.horizontalScrollBar().value(), self._area.verticalScrollBar().value())
        mark = self._picture.marked()
        return not mark.isNull() and QRect(corner, self._area.viewport().size()).contains(mark.topLeft())

    def _width_for(self, image: QImage) -> int:
        """Return how wide a page may be: beside the scroll bar that it needs where it is taller than its place."""
        room = self._area.maximumViewportSize()
        is_taller = image.height() * room.width() > room.height() * image.width()
        bar = self._area.verticalScrollBar().sizeHint().width() if is_taller else 0
        return max(_LEAST_WIDE, room.width() - bar - 2)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fit the page to the new width; what is marked stays in sight where it was."""
        is_held = self._is_mark_in_sight()
        super().resizeEvent(event)
        self._draw()
        if is_held:
            self._lead_to_mark()


def _scroll_to(bar: QScrollBar, begin: int, end: int, room: int) -> None:
    """Scroll where not all is seen: then it begins in the first third, or nearer to the edge where it is long."""
    if begin < bar.value() or end >= bar.value() + room:
        bar.setValue(begin - min(room // 3, max(0, room - (end - begin) - 2)))
