"""The words of a paragraph: runs and everything that may wrap them, changes accepted, fields by their results."""

from collections.abc import Callable

from core.importers.docx import symbols
from core.importers.docx.fields import Fields, is_outside, kind_of
from core.importers.docx.names import (
    CHART,
    DIAGRAM,
    DRAWING,
    MATH,
    MC,
    VML,
    W,
    branch,
    child,
    number,
    outermost,
    switch,
    val,
)
from core.importers.docx.styles import Styles
from core.importers.docx.tree import Loss, Paragraph
from core.importers.packages import Element

SYMBOL_DOUBT = "这里有一个符号读不出来，写成了“〓”。"
FORMULA_DOUBT = "这里的数是 Word 自动算出来的，可能没有更新。"
CIRCLE_DOUBT = "这里有一个带圈的字，只取了圈里的字。"
_MATH_DOUBT = "这里有公式，只取了其中的文字。"
ART_DOUBT = "这里是艺术字。"
DOUBTED_FIELDS = frozenset({"=", "FORMULA"})
_TEXT_BREAKS = str.maketrans("\r\n\t", "   ")
_SKIPPED = frozenset(
    W + tag
    for tag in (
        "pPr", "rPr", "sdtPr", "sdtEndPr", "smartTagPr", "customXmlPr", "fldData", "ffData", "rt", "rubyPr",
        "delText", "delInstrText", "footnoteRef", "endnoteRef", "annotationRef", "pgNum", "softHyphen",
        "lastRenderedPageBreak", "separator", "continuationSeparator",
    )
)  # fmt: skip


class Inline:
    """Reads paragraphs one after another; fields that are open go on from one to the next.

    After `read`, `boxes` and `note_ids` hold the text boxes and footnotes met in that paragraph.
    """

    def __init__(self, styles: Styles, fields: Fields) -> None:
        self.boxes: list[Element] = []
        self.note_ids: list[tuple[str, str]] = []
        self._styles = styles
        self._fields = fields
        self._paragraph = Paragraph()
        self._pieces: list[str] = []
        self._paragraph_hidden = False
        self._hidden = False
        self._readers: dict[str, Callable[[Element], None]] = {
            MC + "AlternateContent": self._alternatives,
            MATH + "oMath": self._math,
            **{
                W + tag: reader
                for tag, reader in {
                    "r": self._run, "t": self._text, "tab": self._tab, "ptab": self._tab, "br": self._break,
                    "cr": self._break, "noBreakHyphen": self._hyphen, "sym": self._symbol,
                    "fldChar": self._field_mark, "instrText": self._instruction, "fldSimple": self._simple_field,
                    "ins": self._inserted, "del": self._deleted, "moveFrom": self._deleted,
                    "footnoteReference": self._note, "endnoteReference": self._note,
                    "commentReference": self._comment, "drawing": self._picture, "pict": self._picture,
                    "object": self._object,
                }.items()
            },
        }  # fmt: skip

    def read(self, element: Element) -> Paragraph:
        """Return the words of a paragraph, with what was left out and what is doubtful."""
        self._paragraph = Paragraph()
        self._pieces, self.boxes, self.note_ids = [], [], []
        look = self._styles.look(val(child(element, "pPr", "pStyle")))
        self._paragraph_hidden = self._styles.hidden if look.hidden is None else look.hidden
        self._children(element)
        self._paragraph.text = "".join(self._pieces)
        return self._paragraph

    def _children(self, element: Element) -> None:
        """Read what stands in an element; wrappers that nobody here knows are seen through."""
        for one in element:
            if one.tag in _SKIPPED:
                continue
            self._readers.get(one.tag, self._children)(one)

    def _run(self, run: Element) -> None:
        before = self._hidden
        self._hidden = self._is_hidden(child(run, "rPr"))
        self._children(run)
        self._hidden = before

    def _is_hidden(self, properties: Element | None) -> bool:
        own = switch(properties, "vanish")
        style = val(child(properties, "rStyle"))
        if own is None and style:
            own = self._styles.look(style, "character").hidden
        return self._paragraph_hidden if own is None else own

    def _add(self, text: str) -> None:
        if self._fields.silent:
            if self._fields.in_contents:
                self._lose_once("contents")
        elif self._hidden:
            self._paragraph.losses.append(Loss("hidden", text))
        else:
            self._pieces.append(text)

    def _lose(self, kind: str) -> None:
        self._paragraph.losses.append(Loss(kind))

    def _lose_once(self, kind: str) -> None:
        if Loss(kind) not in self._paragraph.losses:
            self._lose(kind)

    def _doubt(self, reason: str) -> None:
        self._paragraph.doubt = self._paragraph.doubt or reason

    def _text(self, element: Element) -> None:
        self._add((element.text or "").translate(_TEXT_BREAKS))

    def _tab(self, _: Element) -> None:
        self._add("\t")

    def _hyphen(self, _: Element) -> None:
        self._add("-")

    def _break(self, element: Element) -> None:
        self._add("\f" if val(element, "type") in ("page", "column") else "\n")

    def _symbol(self, element: Element) -> None:
        found = symbols.character(val(element, "font"), val(element, "char"))
        if found == symbols.UNKNOWN:
            self._doubt(SYMBOL_DOUBT)
        self._add(found)

    def _field_mark(self, element: Element) -> None:
        match val(element, "fldCharType"):
            case "begin":
                self._fields.begin()
            case "separate":
                self._mark_field(self._fields.separate())
            case "end":
                circled = self._fields.end()
                if circled:
                    self._doubt(CIRCLE_DOUBT)
                    self._add(circled)

    def _mark_field(self, kind: str) -> None:
        if is_outside(kind):
            self._lose("outside")
        if kind in DOUBTED_FIELDS:
            self._doubt(FORMULA_DOUBT)

    def _instruction(self, element: Element) -> None:
        self._fields.instruct(element.text or "")

    def _simple_field(self, element: Element) -> None:
        kind = kind_of(val(element, "instr"))
        if kind == "TOC":
            self._lose_once("contents")
            return
        self._mark_field(kind)
        self._children(element)

    def _inserted(self, element: Element) -> None:
        self._lose("revision")
        self._children(element)

    def _deleted(self, _: Element) -> None:
        self._lose("revision")

    def _comment(self, _: Element) -> None:
        self._lose("comment")

    def _note(self, element: Element) -> None:
        if not self._hidden:
            kind = "endnote" if element.tag == W + "endnoteReference" else "footnote"
            self.note_ids.append((kind, val(element, "id")))

    def _alternatives(self, element: Element) -> None:
        chosen = branch(element)
        if chosen is not None:
            self._children(chosen)

    def _math(self, element: Element) -> None:
        self._doubt(_MATH_DOUBT)
        self._add("".join(one.text or "" for one in element.iter(MATH + "t", W + "t")))

    def _picture(self, element: Element) -> None:
        """Note the text boxes, words drawn as art, pictures and charts in a drawing."""
        self.boxes += outermost(element, W + "txbxContent")
        for art in outermost(element, VML + "textpath"):
            self._doubt(ART_DOUBT)
            self._add(art.get("string", ""))
        if any(True for _ in element.iter(DRAWING + "blip", VML + "imagedata")):
            self._lose("picture")
        elif any(True for _ in element.iter(CHART + "chart", DIAGRAM + "relIds")):
            self._lose("chart")

    def _object(self, element: Element) -> None:
        self.boxes += outermost(element, W + "txbxContent")
        self._lose("object")


def sound_fields(root: Element) -> bool:
    """Return whether as many fields end in the text as begin there."""
    kinds = [val(one, "fldCharType") for one in root.iter(W + "fldChar")]
    return kinds.count("begin") == kinds.count("end")


def is_joined(properties: Element | None) -> bool:
    """Return whether the end of a paragraph is deleted, so that the next one goes on in it."""
    mark = child(properties, "rPr")
    return child(mark, "del") is not None or child(mark, "moveFrom") is not None


def runs_in(properties: Element | None) -> bool:
    """Return whether the end of a paragraph is not shown: a heading run in with its text, a dropped capital."""
    hidden = switch(child(properties, "rPr"), "specVanish") or switch(child(properties, "rPr"), "vanish")
    return bool(hidden) or val(child(properties, "framePr"), "dropCap") in ("drop", "margin")


def outline_of(properties: Element | None) -> int | None:
    """Return the outline level that a paragraph itself names, counted from 0."""
    return number(child(properties, "outlineLvl"))
