"""A report file written in the formats that a command names, partly by the process beside."""

from collections.abc import Collection
from pathlib import Path
from typing import TYPE_CHECKING

from core import export, opening
from core.blocks import Document
from core.export import files
from core.export.beside import FilesBeside
from core.layout import lay_out
from core.report import Report
from core.template import Library, installed

if TYPE_CHECKING:  # a file that shows no checks need not wait for the rules
    from core.checks.sheet import Sheet

_NO_FORMATS = (export.SHEET, export.PACKAGE)
_WITH_CHECKS = {"xlsx", *_NO_FORMATS}
_LONG, _SHORT = ("pdf",), ("docx", "html")  # the short ones are written here, unless the rules are to run


def write(path: Path, wanted: Collection[str], folder: Path, helper: FilesBeside | None) -> list[Path]:
    """Write the report in a file as what is wanted, into a folder; return the files. UsageError where a word names no format."""
    formats = export.find(word for word in wanted if word not in _NO_FORMATS)
    library = installed()
    report = opening.load(path, library).report
    template = library.get(report.template)
    takes_checks = not _WITH_CHECKS.isdisjoint(wanted)
    document = lay_out(template, report)
    if helper:
        every = _LONG + _SHORT if takes_checks else _LONG
        asked = every if export.PACKAGE in wanted else tuple(one for one in every if one in wanted)
        helper.begin(document, asked)
    checked = _checked(library, report) if takes_checks else None
    order = files.Order(
        formats,
        beside=[_on_paper(checked)] if checked and export.SHEET in wanted else [],
        checked=checked,
        package=export.PACKAGE in wanted,
    )
    return files.export(template, report, order, folder, helper=helper, document=document)


def _checked(library: Library, report: Report) -> "Sheet":
    from core import checks, settings
    from core.checks.sheet import sheet

    checker = checks.for_template(library, report.template, settings.load().switched_on_rules)
    return sheet(checker, report)


def _on_paper(checked: "Sheet") -> Document:
    from core.export.sheet import document

    return document(checked)
