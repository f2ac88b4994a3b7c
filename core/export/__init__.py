"""The finished document as files: the registry of formats, each loaded at first use."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING

from core import atomic
from core.blocks import Document, lay_out
from core.errors import UsageError
from core.export.naming import file_stem
from core.report import Report
from core.template import Template

if TYPE_CHECKING:
    from core.checks.sheet import Sheet  # for types alone: to name a file nobody waits for the rules
    from core.export.beside import PagesBeside

__all__ = [
    "FORMATS",
    "PACKAGE",
    "PACKAGE_SUFFIX",
    "SHEET",
    "Format",
    "Progress",
    "export",
    "file_stem",
    "find",
]

Progress = Callable[[str, int, int], None]


@dataclass(frozen=True, slots=True)
class Format:
    """A file format: its word in commands, its name for the clerk, its suffix, the module that writes it.

    The module has `write(document: Document) -> bytes` and is imported when it is first needed. Where it
    `takes_checks`, its `write` has the results of the checks as its second argument.
    """

    id: str
    name: str
    suffix: str
    module: str
    takes_checks: bool = False

    def write(self, document: Document, checked: "Sheet | None" = None) -> bytes:
        """Return the finished file; `checked` are the results of the checks, for the formats that show them."""
        module = import_module(self.module)
        data: bytes = module.write(document, checked) if self.takes_checks else module.write(document)
        return data


FORMATS = (
    Format("docx", "Word 文档", ".docx", "core.export.word"),
    Format("pdf", "PDF 文件", ".pdf", "core.export.pdf"),
    Format("xlsx", "Excel 表格", ".xlsx", "core.export.excel", takes_checks=True),
    Format("html", "网页", ".html", "core.export.web"),
)


SHEET = (
    "sheet"  # the word of commands for the check sheet (`core.export.sheet`), which is a document of its own
)
PACKAGE = "package"  # the word of commands for all files, the check sheet and a list of them in one zip
PACKAGE_SUFFIX = ".zip"
_BESIDE = ("docx", "pdf")
_IN_PAGES = "pdf"
_Piece = tuple[Document, Format]


def find(ids: Iterable[str]) -> list[Format]:
    """Return the formats of those ids, each once; UsageError names the first that there is not."""
    known = {one.id: one for one in FORMATS}
    chosen = list(dict.fromkeys(one.strip().lower() for one in ids))
    for one in chosen:
        if one not in known:
            raise UsageError(f"不认识导出格式“{one}”。可用的有：{'、'.join((*known, SHEET, PACKAGE))}。")
    return [known[one] for one in chosen]


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
    pages: "PagesBeside | None" = None,
) -> list[Path]:
    """Write the report in those formats into a folder, all of them or none; return the files.

    What goes `beside` it is written as Word and PDF, each named by its title. `checked` are the results of the
    checks: the workbook and the package show them. A `package` holds all formats, whatever else is written.
    `pages` is the process that sets the pages where it is not this one.

    `progress(name, done, of)` is called before each file and at the end. OutputError says why nothing was
    written; files that were there before stay as they were.
    """
    document = lay_out(template, report)
    stem = file_stem(report, template.report_name)
    loose = _named(stem, document, formats) | _beside(beside)
    packed = _package(stem, document, checked) if package else {}
    written = _written(loose | packed, checked, progress or (lambda _name, _done, _of: None), pages)
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
    known = find(_BESIDE)
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
    pieces: dict[str, _Piece], checked: "Sheet | None", tell: Progress, pages: "PagesBeside | None"
) -> dict[str, bytes]:
    """Return the files by their names; one that goes to two places is written once."""
    found = {}
    for number, (name, (document, one)) in enumerate(pieces.items()):
        tell(one.name, number, len(pieces))
        in_pages = pages if one.id == _IN_PAGES else None
        found[name] = in_pages.pdf(document) if in_pages else one.write(document, checked)
    tell("", len(pieces), len(pieces))
    return found
