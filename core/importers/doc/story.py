"""The paragraphs and tables of a text: the body, a footnote, a text box."""

import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass

from core.importers.doc import sprms
from core.importers.doc.assembly import Assembly, Line
from core.importers.doc.binary import cut, u16, u32
from core.importers.doc.pages import Pages
from core.importers.doc.pieces import Pieces
from core.importers.doc.sprms import Sprm
from core.importers.doc.styles import Styles
from core.importers.doc.words import Looks, Words
from core.importers.docx.blocks import put_label, together
from core.importers.docx.numbering import Numbering
from core.importers.docx.tree import Item, Loss, Paragraph

_END = re.compile("[\r\x07]")
_CELL_END = "\x07"
_DEEPEST = 30
_HIGHEST_OUTLINE = 8
_MOST_LISTS, _OLD_LIST = 0x7FE, 0xF801
_OLD_NUMBER = "这一段有旧式的自动编号，没有读出来，请核对。"


class TooDeepError(Exception):
    """Tables are nested deeper than anyone nests them."""


@dataclass(frozen=True, slots=True)
class Sources:
    """What the paragraphs of a file are read from.

    `sections` are the ends of sections; `notes` and `boxes` the texts that hang on places of the text, as first and
    last place each.
    """

    pieces: Pieces
    pages: Pages
    data: bytes
    styles: Styles
    looks: Looks
    words: Words
    numbering: Numbering
    sections: frozenset[int]
    notes: dict[int, tuple[int, int]]
    boxes: dict[int, list[tuple[int, int]]]


class Stories:
    """Reads texts in the order of the file, which is the order in which lists count."""

    def __init__(self, sources: Sources) -> None:
        self._sources = sources
        self._notes = sorted(sources.notes)
        self._boxes = sorted(sources.boxes)
        self._inside = 0

    def read(self, first: int, last: int) -> list[Item]:
        """Return the paragraphs and tables between two places."""
        if self._inside >= _DEEPEST:
            raise TooDeepError
        self._inside += 1
        assembly = Assembly()
        pending: Line | None = None
        for line in self._lines(first, last):
            if pending is not None and (line.row_end or line.depth != pending.depth):
                assembly.add(pending)  # what ends without being shown still ends at a table
            elif pending is not None:
                line.paragraph = together(pending.paragraph, line.paragraph)
            pending = line if line.joins and not line.cell_end and not line.row_end else None
            if pending is None:
                assembly.add(line)
        if pending is not None:
            assembly.add(pending)
        self._inside -= 1
        return assembly.finished()

    def _lines(self, first: int, last: int) -> Iterator[Line]:
        """Yield the paragraphs between two places; what stands behind the last end is one too."""
        begin = first
        for end in self._ends(first, last):
            yield self._line(begin, end, end)
            begin = end + 1
        if self._sources.pieces.text[begin:last].strip():
            yield self._line(begin, last, last - 1)

    def _ends(self, first: int, last: int) -> Iterator[int]:
        marks = {mark.start() for mark in _END.finditer(self._sources.pieces.text, first, last)}
        yield from sorted(marks | {one for one in self._sources.sections if first <= one < last})

    def _line(self, first: int, end: int, at: int) -> Line:
        """Return the paragraph up to `end`, with the properties of its mark, which stands `at` a place."""
        style, properties = self._properties(at)
        last = dict(properties)
        paragraph = self._sources.words.read(first, end, style)
        mark = next((one.look for one in self._sources.looks.between(at, at + 1, style)), None)
        hidden_end = mark is not None and (mark.run_in or mark.hidden) and bool(paragraph.text.strip())
        line = Line(
            paragraph,
            _depth(last),
            self._sources.pieces.text[at : at + 1] == _CELL_END or _is_on(last, Sprm.INNER_CELL_END),
            _is_on(last, Sprm.ROW_END) or _is_on(last, Sprm.INNER_ROW_END),
            hidden_end or (mark is not None and mark.deleted),
            properties,
            mark is not None and mark.deleted,
        )
        if line.deleted and not line.row_end:
            paragraph.losses.append(Loss("revision"))
        if not line.row_end:
            self._set_look(line, style, last, hidden=mark is not None and (mark.run_in or mark.hidden))
            self._attach(paragraph, first, at)
        return line

    def _properties(self, end: int) -> tuple[int, list[tuple[int, bytes]]]:
        """Return the style of a paragraph and its properties: the style's, its own, those of a quick save."""
        piece = next(self._sources.pieces.within(end, end + 1), None)
        if piece is None:
            return 0, []
        stored = self._sources.pages.at(piece.offset).properties
        style = u16(stored, 0) if stored else 0
        own = list(sprms.each(stored[2:]))
        for code, operand in own:
            if code in (Sprm.ELSEWHERE, Sprm.ELSEWHERE_BEFORE):
                own += sprms.each(self._elsewhere(u32(operand, 0)))
                break
        of_style = (one for part in self._sources.styles.style(style).paragraph for one in sprms.each(part))
        return style, [*of_style, *own, *piece.properties]

    def _elsewhere(self, at: int) -> bytes:
        """Return properties that were too long for their page."""
        return cut(self._sources.data, at + 2, u16(self._sources.data, at))

    def _set_look(self, line: Line, style: int, last: dict[int, bytes], *, hidden: bool) -> None:
        """Give a paragraph its heading level and its number."""
        paragraph = line.paragraph
        outline = last[Sprm.OUTLINE][0] if Sprm.OUTLINE in last else None
        if outline is None:
            paragraph.heading = self._sources.styles.style(style).heading
        elif outline <= _HIGHEST_OUTLINE:
            paragraph.heading = outline + 1
        number = u16(last[Sprm.LIST], 0) if Sprm.LIST in last else 0
        if number == _OLD_LIST:
            paragraph.doubt = paragraph.doubt or _OLD_NUMBER
        shown = not line.deleted and (bool(paragraph.text.strip()) or not hidden)
        if shown and 0 < number <= _MOST_LISTS:
            level = last[Sprm.LEVEL][0] if Sprm.LEVEL in last else 0
            label = self._sources.numbering.label(str(number), level)
            if label is not None:
                put_label(paragraph, label)

    def _attach(self, paragraph: Paragraph, first: int, end: int) -> None:
        """Give a paragraph the footnotes and text boxes that hang on it."""
        sources = self._sources
        notes = self._notes[bisect_left(self._notes, first) : bisect_left(self._notes, end + 1)]
        boxes = self._boxes[bisect_left(self._boxes, first) : bisect_left(self._boxes, end + 1)]
        paragraph.notes = [self.read(*sources.notes[one]) for one in notes]
        paragraph.boxes = [self.read(*box) for one in boxes for box in sources.boxes[one]]


def _is_on(last: dict[int, bytes], code: int) -> bool:
    return last.get(code, b"\0")[0] == 1


def _depth(last: dict[int, bytes]) -> int:
    """Return in how many tables a paragraph stands."""
    plain = 1 if _is_on(last, Sprm.IN_TABLE) or _is_on(last, Sprm.ROW_END) else 0
    if Sprm.DEPTH not in last:
        return plain
    depth = u32(last[Sprm.DEPTH], 0)
    if depth > _DEEPEST:
        raise TooDeepError
    return max(depth, plain)
