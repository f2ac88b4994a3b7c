"""What a report needs, loaded beside the home page: else the window would stand still when the first is opened."""

from __future__ import annotations

import gc
import linecache
from collections.abc import Callable, Sequence
from importlib import import_module
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QListView

from core.paths import RESOURCES
from gui import collecting
from gui.window import MainWindow

if TYPE_CHECKING:
    from core.report import Report
    from core.template import Library

_BENEATH = (
    "core.opening",
    "core.importers.sandbox",
    "core.importers.reviewing",
    "core.kept_reviews",
    "core.carry.beside",
    "core.checks.sheet",
    "core.export.chart.plot",
    "core.export.typesetter",
    "core.pasting",
    "core.pasting_cells",
    "core.searching",
    "core.aspects",
    "core.take_back",
    "core.signing",
    "core.store.history",
    "core.places",
    "core.initials",
)
# On the screen's thread: PySide makes a class of Qt when it is first touched, and breaks where two threads touch it.
_PARTS = (
    "gui.panes.home_known",
    "gui.bars",
    "gui.panes.review_list",
    "gui.panes.review_place",
    "gui.panes.review",
    "gui.opening",
    "gui.models.table",
    "gui.panes.tables.view",
    "gui.dialogs.paste_text",
    "gui.panes.page_parts",
    "gui.panes.section_page",
    "gui.panes.preview",
    "gui.panes.findings",
    "gui.panes.workspace",
    "gui.features",
    "gui.printing",
    "gui.dialogs.export",
    "gui.desk",
    "gui.rehearsal",
)
_MOST_TOLD = 5
_SOME_OFFICE = "清溪县柳河镇人民政府"


def begin(window: MainWindow, library: Callable[[], Library]) -> None:
    """Load what a report needs, and say once which of the clerk's own files cannot be used."""
    if not window.isVisible():  # closed again already
        return

    window.look_for_unsaved()

    def work(_tell: object) -> tuple[Report, tuple[str, ...]]:
        from core import checks

        for name in _BENEATH:
            import_module(name)
        known = library()
        report = _sample(known)
        _look_once(known, report)
        return report, checks.problems(known)

    def done(found: tuple[Report, tuple[str, ...]]) -> None:
        _load(window, _PARTS, lambda: _end(window, *found))

    def failed(error: BaseException) -> None:
        collecting.begin(window)
        window.messages.show(error)

    window.tasks.start(work, done, failed)


def _load(window: MainWindow, parts: Sequence[str], then: Callable[[], object]) -> None:
    """Load part after part, each in a turn of its own, so that a click never waits for more than one."""
    if not window.isVisible():
        return
    if not parts:
        then()
        return
    import_module(parts[0])
    # at 0 Qt takes the next before all input
    QTimer.singleShot(1, window, lambda: _load(window, parts[1:], then))


def _end(window: MainWindow, report: Report, problems: tuple[str, ...]) -> None:
    from gui import rehearsal

    _meet_widgets_and_fonts()
    gc.freeze()  # forms and rules stay: looking through them for rubbish stopped the window for 0.1 s each time
    collecting.begin(window)  # at rest since the start of the program, see `main.starting`
    rehearsal.begin(window, report, lambda: _finish(window, problems))


def _finish(window: MainWindow, problems: tuple[str, ...]) -> None:
    linecache.clearcache()  # PySide reads the source of all that is imported, and three megabytes of it would stay
    _tell_of_own_files(window, problems)


def _meet_widgets_and_fonts() -> None:
    """Let PySide make all kinds of widgets, as it does for the first one that Qt hands it, and load the page's fonts."""
    from gui.panes.prose.fonts import families

    QListView().viewport()
    for name in ("fangsong", "kai", "hei"):
        families(name)


def _sample(library: Library) -> Report:
    """Return a report in the form of now with the words of the sample."""
    from core.report import Paragraph, blank
    from core.template.model import LAST_YEAR

    report = blank(library.for_year(LAST_YEAR), LAST_YEAR, _SOME_OFFICE)
    for sample in (RESOURCES / "samples").glob("*.txt"):
        lines = sample.read_text("utf-8").splitlines()
        report.sections[0].paragraphs += [Paragraph(text=line) for line in lines if line.strip()]
    return report


def _look_once(library: Library, report: Report) -> None:
    """Run the rules on a report, and ask the guide: what they read and compile at first is done then."""
    from core import first_look, guide
    from core.checks import late

    first_look.take(library, report)
    late.compile_all()
    guide.presets(guide.for_template(library, report.template), report)


def _tell_of_own_files(window: MainWindow, problems: tuple[str, ...]) -> None:
    """Say which templates, rules and word lists of the clerk's own folder cannot be used."""
    if problems:
        more = f"\n\n还有 {len(problems) - _MOST_TOLD} 处。" if len(problems) > _MOST_TOLD else ""
        window.messages.notice("\n\n".join(problems[:_MOST_TOLD]) + more)
