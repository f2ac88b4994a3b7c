"""The program with a window: fonts, language, look, errors, and the window itself."""

from __future__ import annotations

import gc
import sys
from collections.abc import Callable
from functools import cache
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QLibraryInfo, QLocale, QTimer, QTranslator
from PySide6.QtWidgets import QApplication

from core import settings
from gui import theme as themes
from gui.window import MainWindow

if TYPE_CHECKING:
    from core.template import Library

_MOST_TOLD = 5
_WARM_AFTER_MS = 50
_LATEST = 2099  # whose form is that of now
_SOME_OFFICE = "清溪县柳河镇人民政府"
_SOME_WORDS = "2099年，清溪县柳河镇主动公开政府信息12条，比上年增加2条，收到申请1件。"


def run(file: Path | None) -> int:
    """Show the window, on a file where one is named; return the exit status when it is closed."""
    app = QApplication(sys.argv[:1])
    window = build(app)
    sys.excepthook = window.messages.hook
    window.resize(window.size().boundedTo(window.screen().availableSize()))
    window.show()
    if file is not None:
        window.open_path(file)
    return app.exec()


def build(app: QApplication) -> MainWindow:
    """Dress the application and return its window, not yet shown."""
    app.setApplicationDisplayName("")
    app.setApplicationName("年报通")
    options = settings.load()
    _speak_chinese(app)
    theme = themes.dress(options)
    library = cache(_library)
    window = MainWindow(library, options, theme)
    QTimer.singleShot(_WARM_AFTER_MS, window, lambda: _warm_up(window, library))
    return window


def _library() -> Library:
    from core.template import installed

    return installed()


def _warm_up(window: MainWindow, library: Callable[[], Library]) -> None:
    """Load beside the home page what a report needs, and say once which of the clerk's own files cannot be used.

    Else the window would stand still for it when the first report is opened.
    """
    if not window.isVisible():  # closed again already
        return

    def work(_tell: object) -> tuple[str, ...]:
        from core import checks

        import_module("gui.desk")
        known = library()
        _look_once(known)
        return checks.problems(known)

    def done(problems: tuple[str, ...]) -> None:
        gc.freeze()  # forms and rules stay: looking through them for rubbish stopped the window for 0.1 s each time
        _tell_of_own_files(window, problems)

    window.tasks.start(work, done, window.messages.show)


def _look_once(library: Library) -> None:
    """Run the rules of the form of now on a few words: what they read at their first look is read then."""
    from core import checks
    from core.report import Paragraph, blank

    form = library.for_year(_LATEST)
    report = blank(form, _LATEST, _SOME_OFFICE)
    for section in report.sections:
        section.paragraphs.append(Paragraph(text=_SOME_WORDS))
    checks.for_template(library, form.id).run(report)


def _tell_of_own_files(window: MainWindow, problems: tuple[str, ...]) -> None:
    """Say which templates, rules and word lists of the clerk's own folder cannot be used."""
    if problems:
        more = f"\n\n还有 {len(problems) - _MOST_TOLD} 处。" if len(problems) > _MOST_TOLD else ""
        window.messages.notice("\n\n".join(problems[:_MOST_TOLD]) + more)


def _speak_chinese(app: QApplication) -> None:
    """Make Qt's own words Chinese: the buttons of file dialogs, the menus of text fields."""
    QLocale.setDefault(QLocale(QLocale.Language.Chinese, QLocale.Country.China))
    translator = QTranslator(app)
    if translator.load("qtbase_zh_CN", QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)):
        app.installTranslator(translator)
