"""The pages of a PDF as pictures, one at a time, each drawn when it is first wanted."""

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtGui import QImage, QPixmap, QResizeEvent
from PySide6.QtWidgets import (
    QCheckBox,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QScrollArea,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)

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

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("pagePictures")
        self._kept: dict[int, bytes] = {}  # a page takes thirty times as much as an image
        self._drawn: tuple[int, QImage] | None = None  # the page shown last
        self._asked: set[int] = set()
        self._picture = QLabel()
        self._picture.setObjectName("pagePicture")
        self._picture.setTextFormat(Qt.TextFormat.PlainText)
        self._picture.setAlignment(Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop)
        self._picture.setWordWrap(True)
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

    def go_to(self, page: int, *, now: bool) -> None:
        """Turn to a page; it is drawn `now` or when the pictures come into sight."""
        with QSignalBlocker(self._number):
            self._number.setValue(page + 1)
        if now:
            self.want()

    def want(self) -> None:
        """Show the page at hand, and ask for it where it is not there yet."""
        if self.page in self._kept:
            self._draw()
            return
        self._picture.setText(_DRAWING)
        if self.page not in self._asked:
            self._asked.add(self.page)
            self.page_wanted.emit(self.page)

    def show_picture(self, page: int, data: bytes | None) -> None:
        """Take the picture of a page; None says that the page before it was the last."""
        self._asked.discard(page)
        if data is None:
            self._number.setMaximum(max(1, page))
            return
        if len(self._kept) >= _MOST_KEPT:
            self._kept.pop(next(iter(self._kept)))
        self._kept[page] = data
        if page == self.page:
            self._draw()

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
        image = QImage.fromData(self._kept[self.page], "PNG")  # type: ignore[arg-type] # the stubs want bytes, Qt takes str
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
        self._picture.setPixmap(QPixmap.fromImage(image))

    def _width_for(self, image: QImage) -> int:
        """Return how wide a page may be: beside the scroll bar that it needs where it is taller than its place."""
        room = self._area.maximumViewportSize()
        is_taller = image.height() * room.width() > room.height() * image.width()
        bar = self._area.verticalScrollBar().sizeHint().width() if is_taller else 0
        return max(_LEAST_WIDE, room.width() - bar - 2)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fit the page to the new width."""
        super().resizeEvent(event)
        self._draw()
