"""The program with a window: fonts, language, look, errors, and the window itself."""

import sys
from pathlib import Path

from PySide6.QtCore import QLibraryInfo, QLocale, QTimer, QTranslator
from PySide6.QtGui import QFontDatabase
from PySide6.QtWidgets import QApplication

from core import checks, paths, settings
from core.template import Library, installed
from gui import theme as themes
from gui.theme import Theme
from gui.window import MainWindow

_MOST_TOLD = 5
_FONT = paths.RESOURCES / "fonts" / "NianbaoHei.ttf"


def run(file: Path | None) -> int:
    """Show the window, on a file where one is named; return the exit status when it is closed."""
    app = QApplication(sys.argv[:1])
    window = build(app)
    sys.excepthook = window.messages.hook
    window.show()
    if file is not None:
        window.open_path(file)
    return app.exec()


def build(app: QApplication) -> MainWindow:
    """Dress the application and return its window, not yet shown."""
    app.setApplicationDisplayName("")
    app.setApplicationName("年报通")
    options = settings.load()
    theme = _theme(options.theme)
    _speak_chinese(app)
    themes.apply(app, theme)
    _add_chinese_font(app)
    library = installed()
    window = MainWindow(library, options, theme)
    QTimer.singleShot(0, window, lambda: _tell_of_own_files(window, library))
    return window


def _theme(name: str) -> Theme:
    return Theme.load(name if name in themes.names() else themes.names()[0])


def _tell_of_own_files(window: MainWindow, library: Library) -> None:
    """Say once which templates, rules and word lists of the clerk's own folder cannot be used."""
    problems = checks.problems(library)
    if problems:
        more = f"\n\n还有 {len(problems) - _MOST_TOLD} 处。" if len(problems) > _MOST_TOLD else ""
        window.messages.notice("\n\n".join(problems[:_MOST_TOLD]) + more)


def _speak_chinese(app: QApplication) -> None:
    """Make Qt's own words Chinese: the buttons of file dialogs, the menus of text fields."""
    QLocale.setDefault(QLocale(QLocale.Language.Chinese, QLocale.Country.China))
    translator = QTranslator(app)
    if translator.load("qtbase_zh_CN", QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)):
        app.installTranslator(translator)


def _add_chinese_font(app: QApplication) -> None:
    """Bring a font along where the computer has none for Chinese."""
    if QFontDatabase.families(QFontDatabase.WritingSystem.SimplifiedChinese):
        return
    families = QFontDatabase.applicationFontFamilies(QFontDatabase.addApplicationFont(str(_FONT)))
    font = app.font()
    font.setFamilies([*families, *font.families()])
    app.setFont(font)
