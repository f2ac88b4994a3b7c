"""A report written as files, all that are wanted or none."""

from collections.abc import Callable, Iterable
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING

from core import atomic
from core.blocks import Document
from core.export import FORMATS, PACKAGE_SUFFIX, Format, file_stem, find
from core.export.beside import FilesBeside
from core.layout import lay_out
from core.report import Report
from core.template import Template

if TYPE_CHECKING:
    from core.checks.sheet import (
        Sheet,  # for types alone: a file that shows no checks need not wait for the rules
    )

Progress = Callable[[str, int, int], None]

_ON_PAPER = ("docx", "pdf")
_Piece = tuple[Document, Format]


def export(
    template: Template,
    report: Report,
    formats: Iterable[Format],
    folder: Path,
    progress: Progress | None = None,
    beside: Iterable[Document] = (),
    checked: "Sheet | None" = None,
    *,
    package: bool = False,
    helper: FilesBeside | None = None,
) -> list[Path]:
    """Write the report in those formats into a folder, all of them or none; return the files.

    What goes `beside` it is written as Word and PDF, each named by its title. `checked` are the results of the
    checks: the workbook and the package show them. A `package` holds all formats, whatever else is written.
    `helper` is the process that may have begun some of the files already.

    `progress(name, done, of)` is called before each file and at the end. OutputError says why nothing was
    written; files that were there before stay as they were.
    """
    document = lay_out(template, report)
    stem = file_stem(report, template.report_name)
    loose = _named(stem, document, formats) | _beside(beside)
    packed = _package(stem, document, checked) if package else {}
    written = _written(loose | packed, checked, progress or (lambda _name, _done, _of: None), helper)
    made = [(folder / name, written[name]) for name in loose]
    if package:
        parts = {name: written[name] for name in packed}
        made.append((folder / (stem + PACKAGE_SUFFIX), _packed(stem, document, parts, checked)))
    atomic.save_all(made)
    return [path for path, _ in made]


def _named(stem: str, document: Document, formats: Iterable[Format]) -> dict[str, _Piece]:
    """Return what is to be written, by the names of the files."""
    return {stem + one.suffix: (document, one) for one in formats}


def _beside(documents: Iterable[Document]) -> dict[str, _Piece]:
    known = find(_ON_PAPER)
    return {name: piece for one in documents for name, piece in _named(one.title, one, known).items()}


def _package(stem: str, document: Document, checked: "Sheet | None") -> dict[str, _Piece]:
    """Return what a package holds."""
    sheets = [import_module("core.export.sheet").document(checked)] if checked else []
    return _named(stem, document, FORMATS) | _beside(sheets)


def _packed(stem: str, document: Document, parts: dict[str, bytes], checked: "Sheet | None") -> bytes:
    state = checked.state if checked else ""
    data: bytes = import_module("core.export.package").pack(stem, document, parts, state)
    return data


def _written(
    pieces: dict[str, _Piece], checked: "Sheet | None", tell: Progress, helper: FilesBeside | None
) -> dict[str, bytes]:
    """Return the files by their names; one that goes to two places is written once."""
    found = {}
    for number, (name, (document, one)) in enumerate(pieces.items()):
        tell(one.name, number, len(pieces))
        ready = helper.take(document, one.id) if helper else None
        found[name] = one.write(document, checked) if ready is None else ready
    tell("", len(pieces), len(pieces))
    return found
