"""The command that writes the files to hand in."""

import argparse
from pathlib import Path

from core import checks, export, opening, settings
from core.checks.sheet import Sheet, sheet
from core.cli.answers import print_json
from core.export.sheet import document
from core.report import Report
from core.template import Library, installed

Arguments = argparse.Namespace

_NO_FORMATS = (export.SHEET, export.PACKAGE)
_WITH_CHECKS = {"xlsx", *_NO_FORMATS}


def export_files(arguments: Arguments) -> int:
    """Write a report in the formats asked for, all or none."""
    library = installed()
    wanted = [one.strip().lower() for one in arguments.to.split(",")]
    formats = export.find(word for word in wanted if word not in _NO_FORMATS)
    report = opening.load(Path(arguments.report), library).report
    checked = _checked(library, report) if _WITH_CHECKS & set(wanted) else None
    paths = export.export(
        library.get(report.template),
        report,
        formats,
        Path(arguments.out),
        beside=[document(checked)] if checked and export.SHEET in wanted else [],
        checked=checked,
        package=export.PACKAGE in wanted,
    )
    if arguments.json:
        print_json({"files": [str(path) for path in paths]})
    else:
        for path in paths:
            print(path)
    return 0


def _checked(library: Library, report: Report) -> Sheet:
    checker = checks.for_template(library, report.template, settings.load().switched_on_rules)
    return sheet(checker, report)
