"""Reads Word 97–2003 documents (doc) and WPS ones (wps) by our own reader: text, lists, tables, no more.

`docs/decisions/008-old-word.md` says why. The items found are those of the reader of newer Word files, which puts
them out as lines and grids.
"""

from itertools import pairwise

from core.importers import gate, packages
from core.importers.doc import drawings, fonts, lists, pieces
from core.importers.doc.binary import BrokenError, plc
from core.importers.doc.container import Streams, streams
from core.importers.doc.drawings import Drawn
from core.importers.doc.fib import Part
from core.importers.doc.pages import Pages
from core.importers.doc.pieces import LongError, Pieces
from core.importers.doc.story import Sources, Stories, TooDeepError
from core.importers.doc.styles import Styles
from core.importers.doc.words import Looks, Words
from core.importers.document import MACROS_IGNORED, Document
from core.importers.docx import finish
from core.importers.docx.emit import Emission
from core.importers.kinds import Source

_BODY, _FOOTNOTES, _ENDNOTES, _BOXES = 0, 1, 5, 6
_SECTION_BYTES = 12


def read(source: Source, known: frozenset[str]) -> Document:
    """Return what stands in an old Word document; `known` are the bare words of the forms' tables."""
    try:
        found = streams(source)
        stories = Stories(_sources(found))
        emission = Emission()
        emission.put(stories.read(0, found.fib.lengths[_BODY]))
    except LongError as error:
        raise gate.too_much(source.name) from error
    except (TooDeepError, RecursionError) as error:
        raise packages.too_deep(source.name) from error
    except (BrokenError, UnicodeError) as error:
        raise packages.damaged(source.name) from error
    macros = (MACROS_IGNORED,) if found.macros else ()
    return finish.document(emission, source.name, known, macros)


def _sources(found: Streams) -> Sources:
    """Return everything that the paragraphs of a file are read from."""
    head, table = found.fib, found.table
    text = pieces.read(head.part(table, Part.PIECES), found.main, head.language, sum(head.lengths))
    styles = Styles(_from(found, Part.STYLES))  # some programs count its length too short
    characters = Pages(found.main, head.part(table, Part.CHARACTERS), paragraphs=False)
    looks = Looks(text, characters, styles)
    anchors = drawings.anchors(head.part(table, Part.SHAPES))
    return Sources(
        pieces=text,
        pages=Pages(found.main, head.part(table, Part.PARAGRAPHS), paragraphs=True),
        data=found.data,
        styles=styles,
        looks=looks,
        words=_words(found, text, looks, anchors),
        numbering=lists.read(head, table),
        sections=_section_ends(found),
        notes={
            **_notes(found, Part.FOOTNOTE_MARKS, Part.FOOTNOTES, _FOOTNOTES),
            **_notes(found, Part.ENDNOTE_MARKS, Part.ENDNOTES, _ENDNOTES),
        },
        boxes=_boxes(found, anchors),
    )


def _from(found: Streams, part: Part) -> bytes:
    """Return the table stream from where a part begins, nothing where there is no such part."""
    begin, length = found.fib.place(part)
    return found.table[begin:] if length else b""


def _words(found: Streams, text: Pieces, looks: Looks, anchors: dict[int, int]) -> Words:
    """Return the reader of words, which knows where pictures and drawn words hang."""
    head = found.fib
    limits = [head.first(one) for one in range(len(head.lengths) + 1)]
    try:
        drawn = drawings.read(head.part(found.table, Part.DRAWINGS))
    except BrokenError:
        drawn = Drawn(pictures=set(anchors))  # not told apart, so that the clerk looks at each
    return Words(
        text.text,
        pairwise(limits),
        looks,
        fonts.read(head.part(found.table, Part.FONTS)),
        frozenset(place for number, place in anchors.items() if number in drawn.pictures),
        {place: drawn.art[number] for number, place in anchors.items() if number in drawn.art},
    )


def _section_ends(found: Streams) -> frozenset[int]:
    """Return the places of the marks with which sections end; they end a paragraph as well."""
    ends, _ = plc(found.fib.part(found.table, Part.SECTIONS), _SECTION_BYTES)
    return frozenset(one - 1 for one in ends[1:-1])


def _notes(found: Streams, marks: Part, texts: Part, story: int) -> dict[int, tuple[int, int]]:
    """Return the texts of footnotes or endnotes by the places of their marks."""
    places, _ = plc(found.fib.part(found.table, marks), 2)
    limits, _ = plc(found.fib.part(found.table, texts), 0)
    first, last = found.fib.first(story), found.fib.first(story + 1)
    return {
        place: (first + begin, min(first + end, last))
        for place, (begin, end) in zip(places[:-1], pairwise(limits), strict=False)
        if begin < end and first + begin < last
    }


def _boxes(found: Streams, anchors: dict[int, int]) -> dict[int, list[tuple[int, int]]]:
    """Return the texts of text boxes by the places on which they hang; those that hang nowhere at the end."""
    head = found.fib
    boxes: dict[int, list[tuple[int, int]]] = {}
    for number, text in drawings.boxes(head.part(found.table, Part.BOXES), head.first(_BOXES)):
        place = anchors.get(number, head.lengths[_BODY] - 1)
        if text[1] <= head.first(_BOXES + 1):
            boxes.setdefault(place, []).append(text)
    return boxes
