"""Reads Word documents (docx, docm) as Word, WPS and LibreOffice write them: their text, lists and tables, no more."""

from collections.abc import Iterator

from core.importers.document import Document
from core.importers.docx import finish
from core.importers.docx.blocks import Blocks
from core.importers.docx.emit import Emission
from core.importers.docx.fields import Fields
from core.importers.docx.inline import Inline, sound_fields
from core.importers.docx.names import W, child, switch, val
from core.importers.docx.numbering import Numbering
from core.importers.docx.styles import Styles
from core.importers.docx.tree import Loss
from core.importers.kinds import Source
from core.importers.packages import Element as Node
from core.importers.packages import Package, damaged, open_package

_MAIN = "word/document.xml"
_LONGEST_PROMPT = 80
_SEPARATORS = frozenset({"separator", "continuationSeparator", "continuationNotice"})


def read(source: Source, known: frozenset[str]) -> Document:
    """Return what stands in a Word document; `known` are the bare words of the forms' tables."""
    package = open_package(source)
    main = package.main(_MAIN)
    root = package.parsed(main)
    body = child(root, "body")
    if root.tag != W + "document" or body is None:
        raise damaged(source.name)
    emission = Emission()
    emission.losses.add(_without_prompts(body), 1)
    emission.put(_blocks(package, main, root).read(body))
    return finish.document(emission, source.name, known, package.remarks())


def _blocks(package: Package, main: str, root: Node) -> Blocks:
    """Return the reader of this package's containers, with the parts that belong to its main part."""
    parts = {link.kind: link.target for link in package.relationships(main) if not link.external}
    roots = {
        kind: package.parsed(part) for kind, part in parts.items() if kind in _NEEDED and package.has(part)
    }
    styles = Styles(roots.get("styles"))
    inline = Inline(styles, Fields(sound=sound_fields(root)))
    notes = {
        (kind, val(note, "id")): note
        for kind in ("footnote", "endnote")
        for note in roots.get(f"{kind}s", ())
        if val(note, "type") not in _SEPARATORS
    }
    return Blocks(package.name, styles, Numbering(roots.get("numbering")), inline, notes)


_NEEDED = frozenset({"styles", "numbering", "footnotes", "endnotes"})


def _without_prompts(body: Node) -> Iterator[Loss]:
    """Take the prompts out of content controls that nobody filled in, and yield them."""
    for control in list(body.iter(W + "sdt")):
        if not switch(child(control, "sdtPr"), "showingPlcHdr"):
            continue
        runs = list(control.iter(W + "r"))
        words = "".join(text.text or "" for run in runs for text in run.iter(W + "t"))
        if len(words) > _LONGEST_PROMPT:
            continue
        for run in runs:
            parent = run.getparent()
            if parent is not None:
                parent.remove(run)
        yield Loss("prompt", words)
