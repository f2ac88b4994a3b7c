"""Any file a clerk may open as a report: our own, or one that an importer reads."""

from pathlib import Path

from core import importers, store
from core.errors import InputError
from core.store import ReportFile
from core.template import Library

_HEAD_BYTES = 256


def load(
    path: Path, library: Library, *, template_id: str | None = None, year: int | None = None
) -> ReportFile:
    """Return the report in a file; InputError says in one sentence why there is none.

    `template_id` and `year` overrule what an import recognises; they do not touch a report file.
    """
    if is_report_file(path):
        file = store.read(path)
        if file.report.template not in library.templates:
            raise InputError(
                f"“{path.name}”用的模板 {file.report.template} 不在本机。请把它放进模板文件夹后再打开。"
            )
        return file
    return ReportFile(importers.read(path, library, template_id=template_id, year=year))


def is_report_file(path: Path) -> bool:
    """Return whether the file is one of ours, by its first bytes or, where those are gone, by its name."""
    if path.suffix.lower() == store.SUFFIX:
        return True
    try:
        with path.open("rb") as file:
            return store.is_report_file(file.read(_HEAD_BYTES))
    except OSError:
        return False
