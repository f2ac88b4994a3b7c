"""Pictures of every scene, in the sizes and themes that are looked at before a release."""

import os
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QPoint, QRect, QSize
from PySide6.QtGui import QColor, QPainter, QPixmap
from PySide6.QtWidgets import QApplication

from core.settings import Settings
from core.template import Library
from gui import theme as themes
from gui.window import MainWindow
from tests.screenshots import SIZES
from tests.screenshots.scenes import Scene, scenes

_BEHIND_DIALOG = QColor(0, 0, 0, 90)


@dataclass(frozen=True)
class Look:
    """A size of the window in pixels, the scale of its writing in percent, and a theme."""

    size: tuple[int, int]
    scale: int
    theme: str

    @property
    def name(self) -> str:
        """The part of a file name that says it."""
        return f"{self.size[0]}x{self.size[1]}-{self.scale}-{self.theme}"


LOOKS = tuple(
    Look(size, scale, theme)
    for theme in ("light", "dark")
    for size, scale in zip(SIZES, (100, 200), strict=True)
)


def take(folder: Path, library: Library, looks: tuple[Look, ...] = LOOKS) -> Iterator[Path]:
    """Save a picture of every scene in every look, and yield where it lies."""
    folder.mkdir(parents=True, exist_ok=True)
    for look in looks:
        with tempfile.TemporaryDirectory() as files:
            os.environ["NIANBAO_HOME"] = files  # no look knows the reports of the one before
            window = _window(look, library)
            for scene in scenes(window, library, Path(files)):
                path = folder / f"{scene.name}-{look.name}.png"
                if not _picture(window, scene).save(str(path)):
                    raise OSError(f"cannot write {path}")
                yield path
            _close(window)


def _window(look: Look, library: Library) -> MainWindow:
    options = Settings(theme=look.theme, scale=look.scale)
    window = MainWindow(lambda: library, options, themes.dress(options))
    window.move(_corner(QSize(*look.size)))
    window.resize(QSize(*look.size))
    window.show()
    QApplication.processEvents()
    return window


def _corner(size: QSize) -> QPoint:
    """Return where the screen of that size begins: dialogs are as large as the screen under them allows."""
    fitting = (one.geometry().topLeft() for one in QApplication.screens() if one.size() == size)
    return next(fitting, QPoint())


def _close(window: MainWindow) -> None:
    window.hide()
    window.desk.end()
    window.tasks.close()
    window.deleteLater()
    QApplication.processEvents()


def _picture(window: MainWindow, scene: Scene) -> QPixmap:
    """Return the window as it stands, a dialog in its middle."""
    whole = window.grab()
    if scene.dialog is not None:
        dialog = scene.dialog.grab()
        corner = QPoint((whole.width() - dialog.width()) // 2, (whole.height() - dialog.height()) // 2)
        painter = QPainter(whole)
        painter.fillRect(QRect(QPoint(), whole.size()), _BEHIND_DIALOG)
        painter.drawPixmap(corner, dialog)
        painter.end()
    return whole
