"""The command that writes the files to hand in."""

import argparse
from pathlib import Path

from core import checks, export, opening, settings
from core.blocks import Document
from core.checks.sheet import sheet
from core.cli.answers import print_json
from core.errors import UsageError
from core.export.sheet import document
from core.report import Report
from core.template import Library, installed

Arguments = argparse.Namespace


def export_files(arguments: Arguments) -> int:
    """Write a report in the formats asked for, all or none."""
    library = installed()
    wanted = [one.strip().lower() for one in arguments.to.split(",")]
    if "package" in wanted:
        raise UsageError("报送包还不能生成。请先导出 docx、pdf、xlsx 或 html。")
    formats = export.find(word for word in wanted if word != export.SHEET)
    report = opening.load(Path(arguments.report), library).report
    beside = [_check_sheet(library, report)] if export.SHEET in wanted else []
    paths = export.export(library.get(report.template), report, formats, Path(arguments.out), beside=beside)
    if arguments.json:
        print_json({"files": [str(path) for path in paths]})
    else:
        for path in paths:
            print(path)
    return 0


def _check_sheet(library: Library, report: Report) -> Document:
    checker = checks.for_template(library, report.template, settings.load().switched_on_rules)
    return document(sheet(checker, report))
