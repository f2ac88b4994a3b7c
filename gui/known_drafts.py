"""A year's report that is there already is offered before another draft of it is made."""

from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

from PySide6.QtWidgets import QWidget

from core import autosave, recent
from core.autosave import Left
from core.export import file_stem
from core.report import Report
from core.settings import Settings
from core.store import SUFFIX
from core.template import Library
from gui import messages
from gui.panes.home_recovery import stopped_at
from gui.places import documents
from gui.questions import Questions

PATIENT_FOR = 3.0  # seconds: a place that does not answer by then holds up no draft
_LOOKING = "正在看 {} 年的报告是不是已经有一份……"
_KEPT = "{} 年的报告已经有一份，没存进文件，留在首页上（停在 {}）。"
_KEPT_BESIDE = "{} 年的报告已经有一份，有修改还没存进“{}”，留在首页上（停在 {}）。"
_SILENT = "放“{}”的地方现在没有回音，不知道那里是不是已经有一份 {} 年的报告。\n{}"


class KnownDrafts:
    """Looks for the report of an office and year where it would be: beside the window, for it may lie on a share.

    `go_on` opens one that was left unsaved and has a card on the home page.
    """

    def __init__(
        self, window: QWidget, library: Library, settings: Settings, go_on: Callable[[Left], object]
    ) -> None:
        self._window = window
        self._library = library
        self._settings = settings
        self._go_on = go_on
        self._questions = Questions(window)
        self._another: tuple[str, int] | None = None

    def begin_anew(self) -> None:
        """Ask about every draft again: another report is looked over."""
        self._another = None

    def look_listed(
        self, path: Path, open_it: Callable[[Path], object], make_another: Callable[[], object]
    ) -> None:
        """Offer to open the year after of a report of the list where that is listed and there, else `make_another`.

        Who wants another all the same is asked no second time once it is made.
        """
        listed = recent.load()
        last = next((one for one in listed if Path(one.path) == path), None)
        wanted = (last.office, last.year + 1) if last else None
        places = iter([Path(one.path) for one in listed if (one.office, one.year) == wanted])

        def make() -> None:
            make_another()
            self._another = wanted

        def ask_next() -> None:
            known = next(places, None)
            if wanted is None or known is None:
                make_another()
            else:
                self._ask(wanted[1], known, partial(answered, wanted[1], known), ask_next)

        def answered(year: int, known: Path, is_there: bool) -> None:
            if is_there:
                ask(self._window, year, known, open_it, make)
            else:
                ask_next()

        ask_next()

    def look(
        self,
        draft: Report,
        open_it: Callable[[Path], object],
        make: Callable[[], object],
        none_there: Callable[[], object] | None = None,
    ) -> None:
        """Offer to open what is there, else make the draft; where a place does not answer, ask before it is made.

        `none_there` is done instead where there is none and nothing was asked.
        """
        another, self._another = self._another, None
        if another == (draft.unit.name, draft.year):
            make()
        else:
            self._look(draft, open_it, make, none_there or make)

    def _look(
        self,
        draft: Report,
        open_it: Callable[[Path], object],
        make: Callable[[], object],
        none_there: Callable[[], object],
    ) -> None:
        silent: list[Path] = []
        places = iter(dict.fromkeys(self._places(draft)))

        def ask_next() -> None:
            path = next(places, None)
            if path:
                self._ask(draft.year, path, partial(answered, path), partial(leave_out, path))
            else:
                self._ask_kept(draft, partial(ask_kept, self._window, self._go_on, make), nowhere)

        def nowhere() -> None:
            if silent:
                ask_without(self._window, draft.year, silent[0], make)
            else:
                none_there()

        def answered(path: Path, is_there: bool) -> None:
            if is_there:
                ask(self._window, draft.year, path, open_it, make)
            else:
                ask_next()

        def leave_out(path: Path) -> None:
            silent.append(path)
            ask_next()

        ask_next()

    def _ask(self, year: int, path: Path, then: Callable[[bool], object], late: Callable[[], object]) -> None:
        self._questions.ask(
            partial(recent.is_there, path),
            then,
            late=late,
            within=PATIENT_FOR,
            words=_LOOKING.format(year),
        )

    def _ask_kept(
        self, draft: Report, there: Callable[[Left], object], nowhere: Callable[[], object]
    ) -> None:
        """Go on with the newest of those left unsaved, or where there is none; one that cannot be read now counts as none."""

        def answered(left: Left | None) -> None:
            if left:
                there(left)
            else:
                nowhere()

        def failed(error: BaseException) -> None:
            messages.log(error)
            nowhere()

        self._questions.ask(
            partial(_kept, draft),
            answered,
            failed=failed,
            late=nowhere,
            within=PATIENT_FOR,
            words=_LOOKING.format(draft.year),
        )

    def _places(self, draft: Report) -> Iterator[Path]:
        """Yield the reports of that office and year on the home page, and where the draft would be saved."""
        for one in recent.load():
            if (one.office, one.year) == (draft.unit.name, draft.year):
                yield Path(one.path)
        name = file_stem(draft, self._library.get(draft.template).report_name) + SUFFIX
        yield Path(self._settings.open_folder or documents()) / name


def _kept(draft: Report) -> Left | None:
    """Return the newest report of that office and year that was left unsaved and is open nowhere, None for none."""
    wanted = draft.unit.name, draft.year
    kept = ((left, left.file.report) for left in autosave.found())
    return next((left for left, report in kept if (report.unit.name, report.year) == wanted), None)


def ask(
    parent: QWidget,
    year: int,
    path: Path,
    open_it: Callable[[Path], object],
    make_another: Callable[[], object],
) -> None:
    """Ask whether the report that is there is opened or another draft is made."""
    messages.ask(
        parent,
        f"{year} 年的报告已经有一份：\n{path}",
        "knownDraftBox",
        messages.Choice("打开它(&O)", "openKnown", partial(open_it, path), "Accept"),
        messages.Choice("另做一份(&N)", "makeAnother", make_another),
        messages.CANCEL,
    )


def ask_kept(
    parent: QWidget, go_on: Callable[[Left], object], make_another: Callable[[], object], left: Left
) -> None:
    """Ask whether the clerk goes on with the report that is in no file or another draft is made."""
    messages.ask(
        parent,
        _words_of(left),
        "knownDraftBox",
        messages.Choice("接着做那一份(&J)", "openKnown", partial(go_on, left), "Accept"),
        messages.Choice("另做一份(&N)", "makeAnother", make_another),
        messages.CANCEL,
    )


def _words_of(left: Left) -> str:
    year, stopped = left.file.report.year, stopped_at(left)
    return _KEPT_BESIDE.format(year, left.path.name, stopped) if left.path else _KEPT.format(year, stopped)


def ask_without(parent: QWidget, year: int, path: Path, make_another: Callable[[], object]) -> None:
    """Ask whether a draft is made although nobody knows whether one is there."""
    messages.ask(
        parent,
        _SILENT.format(path.name, year, path),
        "silentDraftBox",
        messages.Choice("另做一份(&N)", "makeAnother", make_another, "Accept"),
        messages.CANCEL,
    )


def ask_unfinished(parent: QWidget, year: int, left: str, next_year: int, make: Callable[[], object]) -> None:
    """Ask whether the next year's draft is made of a report that is not finished; `left` says what that lacks."""
    messages.ask(
        parent,
        f"{year} 年的报告{left}。现在就由它生成 {next_year} 年报告吗？{year} 年的这一份照样留着。",
        "unfinishedBox",
        messages.Choice(f"生成 {next_year} 年报告(&N)", "makeNextYear", make, "Accept"),
        messages.Choice(f"接着写 {year} 年的(&K)", "cancelButton", role="Reject"),
        default=1,
    )
