"""The pages of the report made beside the window: typeset in a process, drawn by a worker of the preview's own."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from core.export.typesetter import Typesetter
from core.layout import lay_out
from gui.session import Session
from gui.tasks import Job, Tasks, Told

if TYPE_CHECKING:  # the library behind it is heavy and waits for its first use
    from core.blocks import Document
    from core.export.pictures import Picture, Pictures
    from core.export.rendering import Rendering

_AFTER_MS = 100


@dataclass(frozen=True)
class Wanted:
    """Which pages are in sight, numbered from 0, and at what scale they are drawn."""

    numbers: tuple[int, ...]
    scale: float


@dataclass(frozen=True)
class Made:
    """A finished report with the pictures of the pages that were in sight."""

    rendering: "Rendering"
    pictures: "Pictures"
    drawn: "dict[int, Picture]"
    scale: float


class PreviewMaker(QObject):
    """Follows the report while it is at work, and keeps to one report at a time: what is typed meanwhile waits.

    `in_sight` says what is wanted first.

    Signals:
        begun(): the pages are being made anew.
        made(Made): they are ready.
        drawn(int, float, Picture): a single page was drawn at that scale.
        failed(BaseException): they could not be made; those before stay.
    """

    begun = Signal()
    made = Signal(object)
    drawn = Signal(int, float, object)
    failed = Signal(object)

    def __init__(self, session: Session, in_sight: Callable[[], Wanted], parent: QObject) -> None:
        super().__init__(parent)
        self._session = session
        self._in_sight = in_sight
        self._tasks = Tasks(self)
        self._typesetter = Typesetter()
        self._pictures: Pictures | None = None
        self._job: Job | None = None
        self._at_work = False
        self._stale = True
        self._asked: set[tuple[int, float]] = set()
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_AFTER_MS)
        self._timer.timeout.connect(self._begin)
        session.edited.connect(self._note)

    def follow(self, *, on: bool) -> None:
        """Begin to follow the report, at once with how it is now, or rest."""
        self._at_work = on
        if on and self._stale:
            self._begin()

    def _note(self) -> None:
        self._stale = True
        # never put off: who types on and on wants to see it too
        if self._at_work and not self._timer.isActive():
            self._timer.start()

    def _begin(self) -> None:
        """Typeset the report as it is; where the worker is at it already, again when it is done."""
        if self._job is not None or not self._at_work:
            return
        self._timer.stop()
        self._stale = False
        # frozen: nothing can change under it
        document = lay_out(self._session.template, self._session.report)
        self._job = self._tasks.start(
            partial(_make, self._typesetter, document, self._in_sight()), self._take, self._give_up
        )
        self.begun.emit()

    def _take(self, made: Made) -> None:
        before, self._pictures = self._pictures, made.pictures
        if before:
            self._tasks.start(lambda _tell: before.close(), lambda _done: None, self.failed.emit)
        self._asked = {(number, made.scale) for number in made.drawn}
        self._job = None
        self.made.emit(made)
        self._go_on()

    def _give_up(self, error: BaseException) -> None:
        self._job = None
        self.failed.emit(error)
        self._go_on()

    def _go_on(self) -> None:
        if self._stale and not self._timer.isActive():
            self._begin()

    def draw(self, numbers: Sequence[int], scale: float) -> None:
        """Draw pages of the last report, each once; `drawn` tells of them."""
        pictures = self._pictures
        if pictures is None:
            return
        for number in numbers:
            if (number, scale) not in self._asked:
                self._asked.add((number, scale))
                self._tasks.start(
                    partial(_draw, pictures, number, scale),
                    partial(self._pass_on, pictures, number, scale),
                    self.failed.emit,
                )

    def forget(self, number: int, scale: float) -> None:
        """Let a page be drawn again: its picture was thrown away."""
        self._asked.discard((number, scale))

    def _pass_on(self, pictures: "Pictures", number: int, scale: float, picture: "Picture") -> None:
        if pictures is self._pictures:
            self.drawn.emit(number, scale, picture)

    def end(self) -> None:
        """Give everything up."""
        self._at_work = False
        self._timer.stop()
        self._tasks.close()
        self._typesetter.close()
        if self._pictures:
            self._pictures.close()
            self._pictures = None


def _make(typesetter: Typesetter, document: "Document", wanted: Wanted, _tell: Told) -> Made:
    from core.export.pictures import Pictures

    rendering = typesetter.render(document)
    pictures = Pictures(rendering.pdf)
    numbers = [number for number in wanted.numbers if number < rendering.pages] if wanted.scale else []
    drawn = {number: pictures.draw(number, wanted.scale) for number in numbers}
    return Made(rendering, pictures, drawn, wanted.scale)


def _draw(pictures: "Pictures", number: int, scale: float, _tell: Told) -> "Picture":
    return pictures.draw(number, scale)
