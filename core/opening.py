"""Any file a clerk may open as a report: our own, or one that an importer reads."""

from collections.abc import Callable
from pathlib import Path

from core import store
from core.errors import InputError
from core.importers import sandbox
from core.store import ReportFile
from core.template import Library

_HEAD_BYTES = 256


def load(
    path: Path,
    library: Library,
    *,
    template_id: str | None = None,
    year: int | None = None,
    given_up: Callable[[], bool] = lambda: False,
) -> ReportFile:
    """Return the report in a file; InputError says in one sentence why there is none.

    A stranger's file is read in a child process. `template_id` and `year` overrule what is recognised in it, and
    `given_up` can stop it; they do not touch a report file.
    """
    if is_report_file(path):
        file = store.read(path)
        if file.report.template not in library.templates:
            raise InputError(
                f"“{path.name}”用的模板 {file.report.template} 不在本机。请把它放进模板文件夹后再打开。"
            )
        return file
    return ReportFile(sandbox.read(path, template_id=template_id, year=year, given_up=given_up).report)


def is_report_file(path: Path) -> bool:
    """Return whether the file is one of ours, by its first bytes or, where those are gone, by its name."""
    if path.suffix.lower() == store.SUFFIX:
        return True
    try:
        with path.open("rb") as file:
            return store.is_report_file(file.read(_HEAD_BYTES))
    except OSError:
        return False
