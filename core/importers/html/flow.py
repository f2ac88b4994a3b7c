"""A page's tree walked in reading order: its blocks as lines, its real tables as grids, all else passed over and counted."""

import re
from dataclasses import dataclass, field

from lxml import etree

from core.importers import layout
from core.importers.document import Grid, GridCell, Text, size
from core.importers.html import lists, tables, tags
from core.importers.html.hidden import HiddenRules, display, squeezed
from core.importers.html.inline import Inline
from core.importers.html.pieces import Page, Passed, Piece
from core.importers.html.tags import words
from core.labels import unspaced

_TYPED = frozenset({"", "text", "number", "tel"})
_TABLE_NUMBER = re.compile(r"^表[一二三四五六\d]{0,2}[:：、]?")
_CAPTION_WITHIN = 6
_ICON = 48
_OF_ITEMS = frozenset({"p", "div"})  # the words of an item behind its number
_STRUCK_DOUBT = "文字上有删除线，请核对哪一个有效。"
_RAISED_DOUBT = "有上标或下标，可能是注号，请核对。"
_TYPED_DOUBT = "取自网页的输入框，请核对。"
_NESTED_DOUBT = "这一格里还套着表格，请核对。"
_PICTURE_DOUBT = "这一格里有图片，图片中的文字没有读入。"


@dataclass(frozen=True, slots=True)
class _Ground:
    """What holds for the whole page: its rules, the words of the forms, its size, where its source breaks lines.

    `pasted` says that it comes from the clipboard: deleted words go, and lists in lists are numbered by their depth.
    """

    rules: HiddenRules
    known: frozenset[str]
    total: int
    spaced: bool
    pasted: bool = False
    passed: Passed = field(default_factory=Passed)


def page_of(root: etree._Element, known: frozenset[str], *, pasted: bool = False) -> Page:
    """Return everything that a browser would show of the page; of one that is `pasted` no words that were deleted."""
    total = sum(size(words(one)) for one in root.iter("body"))
    ground = _Ground(HiddenRules(root), known, total, _breaks_at_spaces(root), pasted)
    walker = _Walker(ground)
    walker.visit(root)  # and not its body alone: what stands behind "</html>" is shown as well
    walker.flush()
    return Page(walker.pieces, ground.passed)


def _breaks_at_spaces(root: etree._Element) -> bool:
    """Return whether the program that wrote the page begins a new line of source only where a space stands."""
    metas = (one for one in root.iter("meta") if one.get("name", "").lower() == "generator")
    return any("office" in one.get("content", "").lower().replace("microsoft office", "") for one in metas)


def _is_icon(picture: etree._Element) -> bool:
    """Return whether a picture is said to be too small to show words."""
    sizes = (picture.get(name, "").strip().removesuffix("px") for name in ("width", "height"))
    return any(one.isdecimal() and int(one[:6]) <= _ICON for one in sizes)


class _Walker:
    """Goes through elements and gathers pieces; `flat` within a cell, where tables are but lines."""

    def __init__(self, ground: _Ground, *, flat: bool = False) -> None:
        self.pieces: list[Piece] = []
        self.doubts: list[str] = []
        self._ground = ground
        self._passed = ground.passed
        self._flat = flat
        self._inline = Inline(ground.spaced)
        self._blocks: list[etree._Element] = []
        self._links = 0
        self._kept = 0
        self._numbers: dict[etree._Element, str] = {}
        self._number = ""

    def visit(self, element: etree._Element) -> None:
        """Take an element in with all that is shown of it."""
        tag = str(element.tag).lower()
        if self._passes(element, tag):
            return
        if tag == "br":
            self._inline.break_line()
        elif tag == "table" and not self._flat:
            self._table(element)
        elif tag == "pre" and not self._flat:
            self._preformatted(element)
        elif tag in tags.BLOCKS or display(element) in tags.BLOCK_DISPLAYS:
            self._block(element, tag)
        else:
            self._run(element, tag)

    def flush(self) -> None:
        """End the line that is open."""
        inline, self._inline = self._inline, Inline(self._ground.spaced)
        self._number = ""
        lines = inline.lines()
        doubt = " ".join(dict.fromkeys(inline.doubts))
        self.doubts += inline.doubts
        heading = max((tags.HEADINGS.get(str(node.tag), 0) for node in self._blocks), default=0)
        share = inline.linked // len(lines) if lines else 0
        node = self._blocks[-1] if self._blocks else None
        for line in lines:
            if node is not None:
                text = Text(0, line, heading=heading, doubt=doubt)
                self.pieces.append(Piece(text, node, min(share, size(line))))

    def _passes(self, element: etree._Element, tag: str) -> bool:
        """Return whether the element is passed over, and count it."""
        if tag in tags.UNSHOWN:
            return True
        if tag in tags.ACTIVE:
            self._passed.active += 1
        elif tag == "img":
            self._picture(element)
        elif tag == "input":
            self._control(element)
        elif tag in tags.CONTROLS:
            self._passed.controls += 1
        elif tag in ("rt", "rp"):
            self._passed.ruby += tag == "rt"
        elif tag == "del" and self._ground.pasted:
            self._passed.deleted.append(words(element))
        else:
            return self._is_hidden(element)
        return True

    def _is_hidden(self, element: etree._Element) -> bool:
        """Return whether the page hides the element; what is most of the page is read nevertheless."""
        if not self._ground.rules.hides(element):
            return False
        text = words(element)
        if size(text) * 2 > self._ground.total:
            self._passed.shown_although_hidden += 1
            return False
        if text.strip():
            self._passed.hidden.append(text)
        return True

    def _picture(self, element: etree._Element) -> None:
        parent = element.getparent()
        if parent is None or _is_icon(element):
            self._passed.active += 1
        else:
            self._passed.pictures.append(parent)
        if self._flat:
            self._inline.doubts.append(_PICTURE_DOUBT)

    def _control(self, element: etree._Element) -> None:
        self._passed.controls += 1
        value = element.get("value", "")
        if self._flat and value and element.get("type", "").lower() in _TYPED:
            self._inline.add(value)
            self._inline.doubts.append(_TYPED_DOUBT)

    def _block(self, element: etree._Element, tag: str) -> None:
        if not (tag in _OF_ITEMS and self._inline.says(self._number)):
            self.flush()
        self._blocks.append(element)
        if tag == "ol":
            depth = sum(one.tag == "ol" for one in self._blocks) if self._ground.pasted else 1
            self._numbers |= lists.drawn_numbers(element, depth)
        if tag == "table":
            self.doubts.append(_NESTED_DOUBT)
        if element in self._numbers:
            self._number = self._numbers[element]
            self._inline.add(self._number)
        self._children(element)
        self.flush()
        self._blocks.pop()

    def _run(self, element: etree._Element, tag: str) -> None:
        """Take in an element within a line."""
        link = tag == "a" and element.get("href") is not None
        struck = tag in tags.STRUCK or "line-through" in squeezed(element.get("style", ""))
        raised = tag in tags.RAISED and self._flat
        if struck or raised:
            self._inline.doubts.append(_STRUCK_DOUBT if struck else _RAISED_DOUBT)
            self._inline.add(" ")
        if "mso-list:ignore" in squeezed(element.get("style", "")):
            self._inline.add(lists.written_number(element))
            return
        self._links += link
        self._children(element)
        self._links -= link
        if struck or raised:
            self._inline.add(" ")

    def _children(self, element: etree._Element) -> None:
        self._text(element.text)
        for child in element:
            self.visit(child)
            self._text(child.tail)

    def _text(self, text: str | None) -> None:
        if text:
            self._inline.add(text, linked=self._links > 0, kept=self._kept > 0)

    def _preformatted(self, element: etree._Element) -> None:
        """Take in preformatted text as plain text is: with the tables that tabs or pipes draw in it."""
        self.flush()
        self._blocks.append(element)
        self._kept += 1
        before = len(self.pieces)
        self._children(element)
        self.flush()
        self._kept -= 1
        self._blocks.pop()
        texts = [piece.element for piece in self.pieces[before:] if isinstance(piece.element, Text)]
        if len(texts) == len(self.pieces) - before:
            drawn = layout.split(texts, self._ground.known).elements
            self.pieces[before:] = [Piece(one, element) for one in drawn]

    def _table(self, element: etree._Element) -> None:
        self.flush()
        self._blocks.append(element)
        found = tables.rows_of(element)
        self._inline.add(found.loose_text)
        for loose in found.loose:
            if loose.tag != "caption" or not self._repeats(loose):
                self.visit(loose)
        self.flush()
        rows = [self._shown_cells(row) for row in found.rows]
        grid = tables.is_grid(rows, self._ground.known)
        for prose, part in tables.parts(rows):
            if grid and not prose:
                self._grid(element, part)
                continue
            for cell in (cell for row in part for cell in row):
                self._block(cell, "td")
        self._blocks.pop()

    def _repeats(self, caption: etree._Element) -> bool:
        """Return whether a caption ("表二 …") only says again what a line right above the table says."""
        said = _TABLE_NUMBER.sub("", unspaced(words(caption)))
        above = [unspaced(piece.line) for piece in self.pieces[-_CAPTION_WITHIN:]]
        return any(said in line for line in above)

    def _shown_cells(self, row: list[etree._Element]) -> list[etree._Element]:
        """Return the cells of a row that are not hidden, neither alone nor with their row."""
        parent = row[0].getparent() if row else None
        if parent is not None and parent.tag == "tr" and self._is_hidden(parent):
            return []
        return [cell for cell in row if not self._is_hidden(cell)]

    def _grid(self, element: etree._Element, rows: list[list[etree._Element]]) -> None:
        try:
            spans = tables.spans(rows)
        except tables.TooWideError:
            self._passed.tables += 1
            return
        linked = 0
        read: list[tuple[GridCell, ...]] = []
        for row, sizes in zip(rows, spans, strict=True):
            cells = []
            for cell, (down, across) in zip(row, sizes, strict=True):
                text, doubt, links = self._cell(cell)
                linked += links
                cells.append(GridCell(text, 0, down, across, doubt=doubt))
            read.append(tuple(cells))
        kept = tables.without_blank_rows(read)
        if kept:
            self.pieces.append(Piece(Grid(kept), element, linked))

    def _cell(self, cell: etree._Element) -> tuple[str, str, int]:
        """Return the words of a cell, line by line, the doubts about them, and how many of them are links."""
        walker = _Walker(self._ground, flat=True)
        walker._block(cell, "td")
        lines = [piece.line for piece in walker.pieces]
        linked = sum(piece.linked for piece in walker.pieces)
        return "\n".join(lines), " ".join(dict.fromkeys(walker.doubts)), linked
