"""A file led from the gate through its reader to the report in it."""

from dataclasses import replace
from pathlib import Path

from core.importers import READERS, gate, in_lines, reader_of
from core.importers.document import Remark
from core.importers.keys import words_of_forms
from core.importers.recognise import Reading, recognise
from core.template import Library


def read(path: Path, library: Library, *, template_id: str | None, year: int | None) -> Reading:
    """Return the report in a file with the count of what was there and what found a place."""
    source = gate.load(path)
    known = words_of_forms(library)
    document = in_lines.read(reader_of(source.kind).read(source, known), known)
    document = replace(document, remarks=(*_misnamed(path, source.kind), *document.remarks))
    return recognise(document, library, path.name, template_id=template_id, year=year)


def _misnamed(path: Path, kind: str) -> tuple[Remark, ...]:
    """Return the remark on a file whose suffix is that of another kind."""
    suffix = path.suffix.lower()
    if kind == "text" or not any(suffix in reader.suffixes for reader in READERS if reader.kind != kind):
        return ()
    return (Remark(f"扩展名是 {suffix.removeprefix('.')}，实际是{reader_of(kind).name}，已按实际内容读取。"),)
