"""Other people's files as reports: the registry of readers, each loaded at first use, and the recognition behind them."""

from collections.abc import Callable
from dataclasses import dataclass
from importlib import import_module
from pathlib import Path

from core.importers.document import Document
from core.importers.keys import words_of_forms
from core.importers.recognise import Reading, recognise
from core.report import Report
from core.template import Library


@dataclass(frozen=True, slots=True)
class Reader:
    """A kind of file that can be imported: its name for the clerk, its suffixes, the module that reads it.

    The module has `read(path: Path, known: frozenset[str]) -> Document` and is imported when it is first needed;
    `known` are the bare words of the forms' tables, for formats that do not mark their tables.
    """

    name: str
    suffixes: tuple[str, ...]
    module: str

    def read(self, path: Path, known: frozenset[str]) -> Document:
        """Return what stands in the file."""
        reader: Callable[[Path, frozenset[str]], Document] = import_module(self.module).read
        return reader(path, known)


READERS = (Reader("纯文本", (".txt", ".text", ".md", ".markdown"), "core.importers.text"),)
SUFFIXES = tuple(suffix for reader in READERS for suffix in reader.suffixes)


def name_filter() -> str:
    """Return the filter of a file dialog that shows every file that can be imported."""
    return f"可以导入的文件 ({' '.join(f'*{suffix}' for suffix in SUFFIXES)})"


def read(path: Path, library: Library, *, template_id: str | None = None, year: int | None = None) -> Report:
    """Return the report in a file, with notes on what was left over or unsure.

    InputError says why a file cannot be used; `template_id` and `year` are believed rather than the file.
    """
    return read_with_counts(path, library, template_id=template_id, year=year).report


def read_with_counts(
    path: Path, library: Library, *, template_id: str | None = None, year: int | None = None
) -> Reading:
    """Return the report in a file with the count of what was there and what found a place."""
    document = _reader(path).read(path, words_of_forms(library))
    return recognise(document, library, path.name, template_id=template_id, year=year)


def _reader(path: Path) -> Reader:
    """Return the reader for the file's suffix; one that nobody knows is tried as text, whose gate turns others away."""
    suffix = path.suffix.lower()
    return next((reader for reader in READERS if suffix in reader.suffixes), READERS[0])
