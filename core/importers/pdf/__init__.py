"""Reads PDFs that hold text: characters and ruling lines with their places, made into paragraphs and tables."""

from core.importers.document import Document
from core.importers.kinds import Source
from core.importers.pdf import legible
from core.importers.pdf.assembling import document_of
from core.importers.pdf.opening import opened
from core.importers.pdf.sheets import sheets_of


def read(source: Source, known: frozenset[str]) -> Document:
    """Return what stands in a PDF; `known` are the bare words of the forms' tables."""
    with opened(source.data, source.name) as document:
        sheets, unmapped = sheets_of(document, source.name)
    legible.check(sheets, unmapped, source.name)
    return document_of(sheets, legible.remarks(sheets), known)
