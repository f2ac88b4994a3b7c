"""The program with a window: fonts, language, look, errors, and the window itself."""

from __future__ import annotations

import sys
from collections.abc import Callable
from functools import cache, partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QLibraryInfo, QLocale, QTimer, QTranslator
from PySide6.QtWidgets import QApplication

from core import settings
from gui import theme as themes
from gui.widgets.qt_words import QtWords
from gui.window import MainWindow

if TYPE_CHECKING:
    from core.template import Library

_WARM_AFTER_MS = 50


def run(file: Path | None) -> int:
    """Show the window, on a file where one is named; return the exit status when it is closed."""
    app = application()
    window = build(app)
    sys.excepthook = window.messages.hook
    window.resize(window.size().boundedTo(window.screen().availableSize()))
    window.show()
    if file is not None:
        window.open_path(file)
    return app.exec()


def application() -> QApplication:
    """Return the application in the style that is the ground of every theme."""
    return QApplication([*sys.argv[:1], *themes.STYLE])


def build(app: QApplication) -> MainWindow:
    """Dress the application and return its window, not yet shown."""
    app.setApplicationDisplayName("")
    app.setApplicationName("年报通")
    options = settings.load()
    _speak_chinese(app)
    theme = themes.dress(options)
    library = cache(_library)
    window = MainWindow(library, options, theme)
    # counted from when events are handled: a slow computer would load all that before it paints the first page
    begin = partial(QTimer.singleShot, _WARM_AFTER_MS, window, lambda: _warm_up(window, library))
    QTimer.singleShot(0, window, begin)
    return window


def _library() -> Library:
    from core.template import installed

    return installed()


def _warm_up(window: MainWindow, library: Callable[[], Library]) -> None:
    from gui import warming

    warming.begin(window, library)


def _speak_chinese(app: QApplication) -> None:
    """Make Qt's own words Chinese: the buttons of file dialogs, the menus of text fields."""
    QLocale.setDefault(QLocale(QLocale.Language.Chinese, QLocale.Country.China))
    translator = QTranslator(app)
    if translator.load("qtbase_zh_CN", QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)):
        app.installTranslator(translator)
    app.installTranslator(QtWords(app))  # asked first: the last one installed is
