"""The command that writes the files to hand in."""

import argparse
from contextlib import nullcontext
from pathlib import Path
from typing import TYPE_CHECKING

from core import export, opening
from core.blocks import Document, lay_out
from core.cli.answers import print_json
from core.report import Report
from core.template import Library, installed

if TYPE_CHECKING:  # a file that shows no checks need not wait for the rules
    from core.checks.sheet import Sheet
    from core.export.beside import PagesBeside

Arguments = argparse.Namespace

_NO_FORMATS = (export.SHEET, export.PACKAGE)
_WITH_CHECKS = {"xlsx", *_NO_FORMATS}
_WITH_PAGES = {"pdf", export.PACKAGE}


def export_files(arguments: Arguments) -> int:
    """Write a report in the formats asked for, all or none."""
    wanted = [one.strip().lower() for one in arguments.to.split(",")]
    formats = export.find(word for word in wanted if word not in _NO_FORMATS)
    takes_long = _WITH_CHECKS & set(wanted) and _WITH_PAGES & set(wanted)
    with _beside() if takes_long else nullcontext() as pages:
        library = installed()
        report = opening.load(Path(arguments.report), library).report
        template = library.get(report.template)
        if pages:
            pages.begin(lay_out(template, report))
        checked = _checked(library, report) if _WITH_CHECKS & set(wanted) else None
        paths = export.export(
            template,
            report,
            formats,
            Path(arguments.out),
            beside=[_on_paper(checked)] if checked and export.SHEET in wanted else [],
            checked=checked,
            package=export.PACKAGE in wanted,
            pages=pages,
        )
    if arguments.json:
        print_json({"files": [str(path) for path in paths]})
    else:
        for path in paths:
            print(path)
    return 0


def _beside() -> "PagesBeside":
    from core.export.beside import PagesBeside

    return PagesBeside()


def _checked(library: Library, report: Report) -> "Sheet":
    from core import checks, settings
    from core.checks.sheet import sheet

    checker = checks.for_template(library, report.template, settings.load().switched_on_rules)
    return sheet(checker, report)


def _on_paper(checked: "Sheet") -> Document:
    from core.export.sheet import document

    return document(checked)
