"""Any file a clerk may open as a report: our own, or one that an importer reads."""

import tempfile
from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from core import store, totals
from core.errors import InputError, YearWantedError
from core.report import Note
from core.store import ReportFile
from core.template import Library

if TYPE_CHECKING:
    from core.importers.recognise import Reading
    from core.kept_reviews import Known

_HEAD_BYTES = 256


@dataclass(frozen=True, slots=True)
class Opened:
    """A report with how it was read: no reading for a report file; `has_pages` where pages can be shown as pictures.

    `left` is what is still to be done in it, in a few words, "" where nothing is or nobody has looked. `own` is where a
    report file lies, whatever links lead there; None for all else. `known` is what is known of the source where a review
    of it may be kept aside.
    """

    file: ReportFile
    reading: "Reading | None" = None
    has_pages: bool = False
    left: str = ""
    own: Path | None = None
    known: "Known | None" = None


def load(
    path: Path,
    library: Library,
    *,
    template_id: str | None = None,
    year: int | None = None,
    given_up: Callable[[], bool] = lambda: False,
) -> ReportFile:
    """Return the report in a file, as `read` does."""
    return read(path, library, template_id=template_id, year=year, given_up=given_up).file


def read(
    path: Path,
    library: Library,
    *,
    template_id: str | None = None,
    year: int | None = None,
    given_up: Callable[[], bool] = lambda: False,
) -> Opened:
    """Return the report in a file with how it was read; InputError says in one sentence why there is none.

    A stranger's file is read in a child process; one that nobody here reads is converted before, where that can be.
    `template_id` and `year` overrule what is recognised in it, and `given_up` can stop it; they do not touch a report
    file.
    """
    if is_report_file(path):
        file = store.read(path)
        if file.report.template not in library.templates:
            raise InputError(
                f"“{path.name}”用的格式 {file.report.template} 不在本机。"
                "请把这种格式的文件夹放进用户文件夹里的 templates，再打开。"
            )
        totals.settle(library.get(file.report.template), file.report)
        return Opened(file, own=path.resolve())
    from core.importers import gate, office, sandbox  # only here: a report file must not wait for the readers

    source = gate.look(path)
    if source.kind not in office.KINDS:
        reading = sandbox.read(path, template_id=template_id, year=year, given_up=given_up)
        return Opened(ReportFile(reading.report), reading, has_pages=source.kind == "pdf")
    with office.converted(source, given_up) as made:
        reading = sandbox.read(made, template_id=template_id, year=year, given_up=given_up)
    reading = _converted(reading, path.name)
    return Opened(ReportFile(reading.report), reading)


@dataclass(frozen=True, slots=True)
class Pasted:
    """What another program put on the clipboard: as HTML, and as plain text."""

    text: str
    html: str = ""
    name: str = "剪贴板"


def read_pasted(
    pasted: Pasted,
    library: Library,
    *,
    template_id: str | None = None,
    year: int | None = None,
    given_up: Callable[[], bool] = lambda: False,
) -> Opened:
    """Return the report in what was pasted, read as a file would be; the file is gone afterwards.

    Tables keep their cells in HTML; words without tables are plainer as text. Where one cannot be read, the other is.
    """
    from core.importers import gate

    forms = [(".html", pasted.html), (".txt", pasted.text)]
    if "<table" not in pasted.html.lower():
        forms.reverse()
    problem = gate.empty(pasted.name)
    with tempfile.TemporaryDirectory(prefix="nianbao-", ignore_cleanup_errors=True) as folder:
        for suffix, text in forms:
            path = Path(folder) / f"{pasted.name}{suffix}"
            path.write_text(text, encoding="utf-8-sig", errors="replace")
            try:
                return read(path, library, template_id=template_id, year=year, given_up=given_up)
            except YearWantedError:
                raise
            except InputError as error:
                # the clerk knows of no file, and of no ending
                problem = InputError(str(error).replace(path.name, pasted.name)) if text.strip() else problem
    raise problem


def _converted(reading: "Reading", name: str) -> "Reading":
    """Return a reading with the note that its file was converted first."""
    note = Note(message=f"“{name}”是先用本机的办公软件转换，再读取的，请与原文核对。")
    report = reading.report.model_copy(update={"notes": [note, *reading.report.notes]})
    return replace(reading, report=report)


def is_report_file(path: Path) -> bool:
    """Return whether the file is one of ours, by its first bytes or, where those are gone, by its name."""
    if path.suffix.lower() == store.SUFFIX:
        return True
    try:
        with path.open("rb") as file:
            return store.is_report_file(file.read(_HEAD_BYTES))
    except OSError:
        return False
