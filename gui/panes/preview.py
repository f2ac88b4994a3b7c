"""The preview: the pages of the PDF itself beside the work, kept up to date while one types."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtGui import QHideEvent, QKeyEvent, QKeySequence, QShortcut, QShowEvent
from PySide6.QtWidgets import QLabel, QPushButton, QVBoxLayout, QWidget

from core.checks.model import Place
from core.errors import AppError
from core.settings import Settings
from gui.messages import log
from gui.panes.preview_layout import ZOOMS
from gui.panes.preview_maker import Made, PreviewMaker, Wanted
from gui.panes.preview_places import boxes_of, place_at
from gui.panes.preview_sheets import PreviewSheets
from gui.session import Session
from gui.theme import Theme
from gui.widgets.flowing_rows import FlowingRows
from gui.widgets.named_button import named_button
from gui.widgets.pictures import image_of
from gui.widgets.still_boxes import ChoiceBox

if TYPE_CHECKING:  # the typesetter is heavy and waits for its first use
    from core.export.pictures import Picture
    from core.export.rendering import Rendering

_READY = "与导出的 PDF 一样。点哪一处，就到哪里去改。"
_MARGIN = 8
_MAKING = "正在更新……"
_BESIDE, _ALONE = "收起", "回到填写"
_FAILED = "预览暂时没有更新，报告没有受影响。改动之后会再试。"


class PreviewPane(QWidget):
    """Pages, page turning, zoom, and one line that says how it stands with them.

    Signals:
        place_chosen(Place): that paragraph or cell was clicked.
        print_wanted(): the pages are to be printed.
        closed(): the clerk does not want it any more.
    """

    place_chosen = Signal(object)
    print_wanted = Signal()
    closed = Signal()

    def __init__(self, session: Session, theme: Theme, options: Settings) -> None:
        super().__init__()
        self.setObjectName("previewPane")
        self._session = session
        self._options = options
        self._rendering: Rendering | None = None
        self._place: Place | None = None
        self.sheets = PreviewSheets(theme)
        self._maker = PreviewMaker(session, self._in_sight, self)
        self._before = _button("上一页", "previewPageBefore")
        self._after = _button("下一页", "previewPageAfter")
        self._number = QLabel()
        self._number.setObjectName("previewPage")
        self._two = _button("双页", "previewTwoPages")
        self._two.setCheckable(True)
        self._zoom = ChoiceBox()
        self._zoom.setObjectName("previewZoom")
        self._zoom.setAccessibleName("预览的大小")
        self._print = _button("打印…", "previewPrint")
        self._close = _button(_BESIDE, "previewClose")
        self._leave = QShortcut(QKeySequence("Esc"), self)
        self._state = QLabel(_MAKING)
        self._state.setObjectName("previewState")
        self._state.setTextFormat(Qt.TextFormat.PlainText)
        self._state.setProperty("quiet", True)
        self._state.setWordWrap(True)
        self._arrange()
        self._connect()
        self._take_options()

    def _arrange(self) -> None:
        self._zoom.addItem("适合宽度", 0)
        for zoom in ZOOMS:
            self._zoom.addItem(f"{zoom}%", zoom)
        tools = (self._before, self._number, self._after, self._two, self._zoom, self._print, self._close)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(_MARGIN, _MARGIN, _MARGIN, 4)
        layout.setSpacing(4)
        layout.addWidget(FlowingRows(tools))
        layout.addWidget(self.sheets, 1)
        layout.addWidget(self._state)

    def _connect(self) -> None:
        self._before.clicked.connect(lambda: self.sheets.turn(-1))
        self._after.clicked.connect(lambda: self.sheets.turn(1))
        self._zoom.currentIndexChanged.connect(self._change_zoom)
        self._two.toggled.connect(self._change_pages)
        self._print.clicked.connect(self.print_wanted)
        self._close.clicked.connect(self.closed)
        self._leave.activated.connect(self.closed)
        self.sheets.wanted.connect(self._draw)
        self.sheets.page_changed.connect(self._tell_page)
        self.sheets.zoom_chosen.connect(self._choose_zoom)
        self.sheets.dropped.connect(self._maker.forget)
        self.sheets.point_chosen.connect(self._go)
        self._maker.begun.connect(lambda: self._state.setText(_MAKING))
        self._maker.made.connect(self._show)
        self._maker.drawn.connect(self._put)
        self._maker.failed.connect(self._tell_failed)
        for keys, larger in (("Ctrl++; Ctrl+=", True), ("Ctrl+-", False)):
            shortcut = QShortcut(self)
            shortcut.setKeys(QKeySequence.listFromString(keys))
            shortcut.activated.connect(lambda larger=larger: self.sheets.zoom_by_step(larger=larger))

    def _take_options(self) -> None:
        with QSignalBlocker(self._zoom), QSignalBlocker(self._two):
            self._choose_zoom(self._options.preview_zoom)
            self._two.setChecked(self._options.preview_two_pages)
        self.sheets.set_zoom(self._zoom.currentData())
        self.sheets.set_two_pages(on=self._two.isChecked())
        self._tell_page()

    def showEvent(self, event: QShowEvent) -> None:
        """Follow the report from now on."""
        super().showEvent(event)
        self._maker.follow(on=True)

    def hideEvent(self, event: QHideEvent) -> None:
        """Leave the report alone while nobody looks."""
        super().hideEvent(event)
        self._maker.follow(on=False)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Let the keys that read on do so from the buttons too, which take Space for themselves."""
        if not self.sheets.read_on(event, at_button=True):
            super().keyPressEvent(event)

    def be_alone(self, *, alone: bool) -> None:
        """Say how one gets back to the page where this stands in its place: there Esc is heard wherever the keys are.

        Beside the page it is heard with the keys in here alone.
        """
        self._close.setText(_ALONE if alone else _BESIDE)
        self._close.setToolTip("Esc" if alone else "")
        around = Qt.ShortcutContext.WindowShortcut
        self._leave.setContext(around if alone else Qt.ShortcutContext.WidgetWithChildrenShortcut)

    def end(self) -> None:
        """Be done with the report."""
        self._maker.end()

    def show_place(self, place: Place) -> None:
        """Tint the paragraph or cell at hand, and bring it into sight where it is another."""
        moved = place != self._place
        self._place = place
        self._mark(follow=moved)

    def _mark(self, *, follow: bool) -> None:
        if self._rendering and self._place:
            self.sheets.mark(boxes_of(self._rendering, self._place), follow=follow)

    def _in_sight(self) -> Wanted:
        return Wanted(self.sheets.in_sight, self.sheets.scale)

    def _show(self, made: Made) -> None:
        first = self._rendering is None
        self._rendering = made.rendering
        self.sheets.show_pages(made.pictures.sizes)
        for number, picture in made.drawn.items():
            self._put(number, made.scale, picture)
        self._mark(follow=first)
        self._tell_page()
        self._state.setText(_READY)

    def _put(self, number: int, scale: float, picture: "Picture") -> None:
        self.sheets.put(number, scale, image_of(picture))

    def _draw(self) -> None:
        if self._rendering:
            self._maker.draw(self.sheets.lacking(), self.sheets.scale)

    def _tell_failed(self, error: BaseException) -> None:
        """Say it in the pane alone: nobody asked for anything, and the pages before are still there."""
        if not isinstance(error, AppError):
            log(error)
        self._state.setText(f"{error}{_FAILED}" if isinstance(error, AppError) else _FAILED)

    def _tell_page(self) -> None:
        pages = self._rendering.pages if self._rendering else 0
        self._number.setText(f"{self.sheets.page + 1} / {pages}" if pages else "")

    def _choose_zoom(self, zoom: int) -> None:
        self._zoom.setCurrentIndex(max(0, self._zoom.findData(zoom)))

    def _change_zoom(self) -> None:
        self._options.preview_zoom = self._zoom.currentData()
        self.sheets.set_zoom(self._options.preview_zoom)

    def _change_pages(self, on: bool) -> None:
        self._options.preview_two_pages = on
        self.sheets.set_two_pages(on=on)

    def _go(self, page: int, x: float, y: float) -> None:
        if self._rendering:
            place = place_at(self._rendering, self._session.template, page, x, y)
            if place:
                self.place_chosen.emit(place)


def _button(words: str, name: str) -> QPushButton:
    button = named_button(words, name)
    button.setFocusPolicy(Qt.FocusPolicy.TabFocus)  # after a click the cursor stays where one types
    return button
