"""The paragraphs and tables of a container: the body, a cell, a text box, a footnote."""

from collections.abc import Iterator

from core.importers.docx import tables
from core.importers.docx.inline import Inline, is_joined, outline_of, runs_in
from core.importers.docx.names import MC, W, branch, child, number, val
from core.importers.docx.numbering import Label, Numbering
from core.importers.docx.styles import Styles
from core.importers.docx.tree import Item, Loss, Paragraph
from core.importers.packages import Element, too_deep

_HIGHEST_OUTLINE = 8
_DEEPEST = 30
_SKIPPED = frozenset(
    W + tag for tag in ("sectPr", "sdtPr", "sdtEndPr", "tcPr", "customXmlPr", "moveFrom", "del", "pPr")
)
_NOTHING_TYPED = "这里只有自动编号，没有文字。"


class Blocks:
    """Reads containers in the order of the file, which is the order in which lists count.

    `name` is the file's, for the error; `notes` are the footnotes and endnotes by kind and id.
    """

    def __init__(
        self,
        name: str,
        styles: Styles,
        numbering: Numbering,
        inline: Inline,
        notes: dict[tuple[str, str], Element],
    ) -> None:
        self._name = name
        self._styles = styles
        self._numbering = numbering
        self._inline = inline
        self._notes = notes
        self._depth = 0

    def read(self, container: Element) -> list[Item]:
        """Return what stands in a container; InputError where containers are nested too deep."""
        if self._depth >= _DEEPEST:
            raise too_deep(self._name)
        self._depth += 1
        items = self._items(container)
        self._depth -= 1
        return items

    def _items(self, container: Element) -> list[Item]:
        """Return paragraphs and tables; paragraphs whose ends are gone are joined to the next."""
        result: list[Item] = []
        pending: Paragraph | None = None
        for element in _elements(container):
            if element.tag == W + "p":
                paragraph = self._paragraph(element, pending)
                joined = _joins(element, paragraph)
                pending = paragraph if joined else None
                result += [] if joined else [paragraph]
                continue
            result += [pending] if pending else []
            pending = None
            result.append(self._other(element))
        return [*result, pending] if pending else result

    def _other(self, element: Element) -> Item:
        if element.tag == W + "tbl":
            return tables.read(element, self.read)
        kind = "chunk" if element.tag == W + "altChunk" else "contents"
        return Paragraph(losses=[Loss(kind)])

    def _paragraph(self, element: Element, before: Paragraph | None) -> Paragraph:
        """Return a paragraph behind what came `before` it on the same line."""
        paragraph = self._inline.read(element)
        boxes, note_ids = self._inline.boxes, self._inline.note_ids
        self._set_look(element, paragraph)
        paragraph.boxes = [self.read(box) for box in boxes]
        notes = (self._notes.pop(key, None) for key in note_ids)
        paragraph.notes = [self.read(note) for note in notes if note is not None]
        return paragraph if before is None else together(before, paragraph)

    def _set_look(self, element: Element, paragraph: Paragraph) -> None:
        """Give a paragraph its heading level and its number, as its styles and it itself say."""
        properties = child(element, "pPr")
        look = self._styles.look(val(child(properties, "pStyle")))
        outline = outline_of(properties)
        outline = look.outline if outline is None else outline
        if outline is not None and 0 <= outline <= _HIGHEST_OUTLINE:
            paragraph.heading = outline + 1
        if is_joined(properties):
            paragraph.losses.append(Loss("revision"))
        elif paragraph.text.strip() or not runs_in(properties):
            self._set_label(properties, paragraph)

    def _set_label(self, properties: Element | None, paragraph: Paragraph) -> None:
        label = self._label(properties)
        if label is not None:
            put_label(paragraph, label)

    def _label(self, properties: Element | None) -> Label | None:
        look = self._styles.look(val(child(properties, "pStyle")))
        own = child(properties, "numPr")
        list_id = val(child(own, "numId")) or look.list_id
        if not list_id or list_id == "0":
            return None
        level = number(child(own, "ilvl"))
        if level is None and not val(child(own, "numId")):
            level = look.list_level
            level = self._numbering.level_of(list_id, look.names) if level is None else level
        return self._numbering.label(list_id, level or 0)


def _elements(container: Element) -> Iterator[Element]:
    """Yield paragraphs, tables, chunks of other files and tables of contents; other wrappers are seen through."""
    for one in container:
        if one.tag in _SKIPPED:
            continue
        if one.tag in (W + "p", W + "tbl", W + "altChunk") or _is_contents(one):
            yield one
        elif one.tag == MC + "AlternateContent":
            chosen = branch(one)
            if chosen is not None:
                yield from _elements(chosen)
        else:
            yield from _elements(one)


def _is_contents(element: Element) -> bool:
    """Return whether a content control is a table of contents made by the program."""
    gallery = child(element, "sdtPr", "docPartObj", "docPartGallery") if element.tag == W + "sdt" else None
    return val(gallery) == "Table of Contents"


def _joins(element: Element, paragraph: Paragraph) -> bool:
    properties = child(element, "pPr")
    return is_joined(properties) or (bool(paragraph.text.strip()) and runs_in(properties))


def put_label(paragraph: Paragraph, label: Label) -> None:
    """Give a paragraph its automatic number, with a doubt where nothing stands behind it."""
    paragraph.label = label.text
    empty = not paragraph.text.strip()
    paragraph.doubt = paragraph.doubt or label.doubt or (_NOTHING_TYPED if empty else "")


def together(first: Paragraph, second: Paragraph) -> Paragraph:
    """Return two paragraphs as one; it has the number of the first where that one was shown."""
    return Paragraph(
        text=f"{first.text}{second.label if first.label else ''}{second.text}",
        label=first.label or second.label,
        heading=first.heading or second.heading,
        doubt=first.doubt or second.doubt,
        boxes=[*first.boxes, *second.boxes],
        notes=[*first.notes, *second.notes],
        losses=[*first.losses, *second.losses],
    )
