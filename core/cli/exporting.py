"""The command that writes the files to hand in."""

import argparse
from contextlib import AbstractContextManager
from pathlib import Path
from typing import TYPE_CHECKING

from core import export, opening
from core.blocks import Document
from core.cli.answers import print_json
from core.export import files
from core.export.beside import FilesBeside
from core.layout import lay_out
from core.report import Report
from core.template import Library, installed

if TYPE_CHECKING:  # a file that shows no checks need not wait for the rules
    from core.checks.sheet import Sheet

Arguments = argparse.Namespace

_NO_FORMATS = (export.SHEET, export.PACKAGE)
_WITH_CHECKS = {"xlsx", *_NO_FORMATS}
_LONG, _SHORT = ("pdf",), ("docx", "html")  # the short ones are written here, unless the rules are to run


def export_files(arguments: Arguments) -> int:
    """Write a report in the formats asked for, all or none; `core.cli.ahead` has begun with it."""
    helper: AbstractContextManager[FilesBeside | None] = arguments.helper
    with helper as beside:
        paths = _write(arguments, arguments.formats, beside)
    if arguments.json:
        print_json({"files": [str(path) for path in paths]})
    else:
        for path in paths:
            print(path)
    return 0


def _write(arguments: Arguments, wanted: list[str], helper: FilesBeside | None) -> list[Path]:
    formats = export.find(word for word in wanted if word not in _NO_FORMATS)
    library = installed()
    report = opening.load(Path(arguments.report), library).report
    template = library.get(report.template)
    takes_checks = not _WITH_CHECKS.isdisjoint(wanted)
    document = lay_out(template, report)
    if helper:
        every = _LONG + _SHORT if takes_checks else _LONG
        asked = every if export.PACKAGE in wanted else tuple(one for one in every if one in wanted)
        helper.begin(document, asked)
    checked = _checked(library, report) if takes_checks else None
    return files.export(
        template,
        report,
        formats,
        Path(arguments.out),
        beside=[_on_paper(checked)] if checked and export.SHEET in wanted else [],
        checked=checked,
        package=export.PACKAGE in wanted,
        helper=helper,
        document=document,
    )


def _checked(library: Library, report: Report) -> "Sheet":
    from core import checks, settings
    from core.checks.sheet import sheet

    checker = checks.for_template(library, report.template, settings.load().switched_on_rules)
    return sheet(checker, report)


def _on_paper(checked: "Sheet") -> Document:
    from core.export.sheet import document

    return document(checked)
