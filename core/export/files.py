"""A report written as files, all that are wanted or none."""

import datetime
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING

from core import atomic
from core.blocks import Document
from core.export import DRAFT, FORMATS, PACKAGE_SUFFIX, Format, file_stem, find
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


@dataclass(frozen=True, slots=True)
class _Piece:
    """A file in the making: its name, what it shows, as what; `checked` only where it shows the checks."""

    name: str
    document: Document
    format: Format
    checked: "Sheet | None" = None

    @property
    def key(self) -> tuple[str, bool]:
        """What tells it from other files: the workbook may stand with its checks here and without them there."""
        return self.name, self.checked is not None


_Pieces = list[_Piece]
_Written = dict[tuple[str, bool], bytes]


@dataclass(frozen=True, slots=True)
class Order:
    """What of a report is wanted as files.

    `formats` are the files of the report itself. What goes `beside` it is written as Word and PDF, each named by its
    title. `checked` are the results of the checks: the workbook shows them where they are wanted `checks_inside`,
    never that of a package, which is handed on. A `package` holds all formats, whatever else is written, and apart
    from them the check sheet. Files that are `marked_draft` are named so, and the folder in the package too.
    """

    formats: Sequence[Format] = ()
    beside: Sequence[Document] = ()
    checked: "Sheet | None" = None
    package: bool = False
    checks_inside: bool = True
    marked_draft: bool = False


def export(
    template: Template,
    report: Report,
    order: Order,
    folder: Path,
    progress: Progress | None = None,
    *,
    helper: FilesBeside | None = None,
    document: Document | None = None,
) -> list[Path]:
    """Write what is wanted of the report into a folder, all of it or nothing; return the files.

    `helper` is the process that may have begun some of the files already, with the `document` that the report is
    laid out as.

    `progress(name, done, of)` is called before each file and at the end. OutputError says why nothing was
    written; files that were there before stay as they were.
    """
    document = document or lay_out(template, report)
    mark = DRAFT if order.marked_draft else ""
    stem = file_stem(report, template.report_name) + mark
    shown = order.checked if order.checks_inside else None
    loose = _named(stem, document, order.formats, shown) + _beside(order.beside, mark)
    packed = _named(stem, document, FORMATS) if order.package else []
    kept = _kept(order.checked, mark) if order.package else []
    written = _written(loose + packed + kept, progress or (lambda _name, _done, _of: None), helper)
    made = [(folder / one.name, written[one.key]) for one in loose]
    if order.package:
        made.append((folder / (stem + PACKAGE_SUFFIX), _packed(stem, packed, kept, written, order.checked)))
    atomic.save_all(made)
    return [path for path, _ in made]


def _named(
    stem: str, document: Document, formats: Iterable[Format], checked: "Sheet | None" = None
) -> _Pieces:
    """Return what is to be written, each with the name of its file."""
    return [
        _Piece(stem + one.suffix, document, one, checked if one.takes_checks else None) for one in formats
    ]


def _beside(documents: Iterable[Document], mark: str) -> _Pieces:
    known = find(_ON_PAPER)
    return [piece for one in documents for piece in _named(one.title + mark, one, known)]


def _kept(checked: "Sheet | None", mark: str) -> _Pieces:
    """Return what a package holds for the office itself."""
    return _beside([import_module("core.export.sheet").document(checked)], mark) if checked else []


def _packed(stem: str, packed: _Pieces, kept: _Pieces, written: _Written, checked: "Sheet | None") -> bytes:
    state = checked.state if checked else ""  # what is still to be looked at is the office's own matter
    files, aside = ({one.name: written[one.key] for one in pieces} for pieces in (packed, kept))
    pack = import_module("core.export.package").pack
    data: bytes = pack(stem, packed[0].document, files, aside, state, datetime.datetime.now())
    return data


def _written(pieces: _Pieces, tell: Progress, helper: FilesBeside | None) -> _Written:
    """Return the files by what tells them apart; one that goes to two places is written once."""
    every = {one.key: one for one in pieces}
    found = {}
    for number, (key, one) in enumerate(every.items()):
        tell(one.format.name, number, len(every))
        ready = helper.take(one.document, one.format.id) if helper else None
        found[key] = one.format.write(one.document, one.checked) if ready is None else ready
    tell("", len(every), len(every))
    return found
