"""The folder into which is exported, and what lies there: asked beside the window, for a share that is off takes its time."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QLabel, QPushButton, QWidget

from gui.places import documents, says
from gui.questions import Questions
from gui.widgets.eliding_line import ElidingLine
from gui.widgets.file_dialog import make_room

_WIDTH = 320


@dataclass(frozen=True)
class Held:
    """Whether a folder is there, and which of the files asked for lie in it."""

    is_there: bool = False
    names: frozenset[str] = frozenset()


class FolderLine(QWidget):
    """Names the folder. `held` is what is known of what lies there by now; `names` gives the files to be asked for.

    Signals:
        changed(): another folder is named, or `held` is new.
    """

    changed = Signal()

    def __init__(self, names: Callable[[], list[str]], parent: QWidget) -> None:
        super().__init__(parent)
        self._names = names
        self._proposed: Path | None = None
        self._in_passing = Questions(
            self
        )  # of its own: what is typed on the way to a folder keeps no export waiting
        self._before_writing = Questions(self)
        self.held = Held()
        self._line = ElidingLine(keeps_end=True)
        self._line.setObjectName("exportFolder")
        self._line.setMinimumWidth(_WIDTH)
        choose = QPushButton("换一个(&F)…")
        choose.setObjectName("chooseFolder")
        label = QLabel("放到文件夹(&D)：")
        label.setBuddy(self._line)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        for widget in (label, self._line, choose):
            layout.addWidget(widget)
        self._line.textChanged.connect(self._follow)
        choose.clicked.connect(self._choose)

    def propose(self, folder: Path) -> None:
        """Set out with that folder; unlike one that the clerk names it is never made anew."""
        self._proposed = folder
        self._line.setText(str(folder))

    @property
    def folder(self) -> Path:
        """The folder named."""
        typed = Path(self._line.text().strip())
        try:
            return typed.expanduser()
        except RuntimeError:  # "~" and a name that nobody has here
            return typed

    @property
    def is_named(self) -> bool:
        """Whether there is a name at all."""
        return bool(self._line.text().strip())

    @property
    def has_vanished(self) -> bool:
        """Whether it is the folder proposed, and is not there."""
        return self.folder == self._proposed and not self.held.is_there

    @property
    def is_asked(self) -> bool:
        """Whether somebody waits for what lies there."""
        return self._before_writing.is_open

    def look(self, then: Callable[[], object]) -> None:
        """Find out what lies there now, and go on; not where another folder is named meanwhile."""

        def take(held: Held) -> None:
            self.held = held
            then()

        self._before_writing.ask(self._question(), take)

    def _follow(self) -> None:
        """Forget what lay in the folder named before, and look into this one in passing."""
        self._before_writing.drop()
        self.held = Held()
        self.changed.emit()

        def take(held: Held) -> None:
            self.held = held
            self.changed.emit()

        self._in_passing.ask(self._question(), take)

    def _question(self) -> Callable[[], Held]:
        return partial(_held, self.folder, self._names())

    def _choose(self) -> None:
        begin = self.folder if self.held.is_there else documents()
        dialog = QFileDialog(self, "放到哪个文件夹", str(begin))
        dialog.setFileMode(QFileDialog.FileMode.Directory)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.fileSelected.connect(self._line.setText)
        make_room(dialog)
        dialog.open()

    def drop(self) -> None:
        """Wait for no answer any more."""
        self._in_passing.drop()
        self._before_writing.drop()


def _held(folder: Path, names: Iterable[str]) -> Held:
    if not says(folder.is_dir):
        return Held()
    return Held(is_there=True, names=frozenset(name for name in names if says((folder / name).exists)))
