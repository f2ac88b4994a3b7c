"""A TrueType font as it goes into a PDF, with a table back to text that holds for every character."""

import zlib
from collections.abc import Sequence
from pathlib import Path
from typing import cast
from weakref import WeakKeyDictionary

from reportlab.pdfbase.pdfdoc import DummyDoc, PDFArray, PDFDictionary, PDFDocument, PDFName, PDFStream
from reportlab.pdfbase.ttfonts import TTEncoding, TTFont

from core.export.typeset.memory import Once
from core.export.typeset.subsets import SubsetFace

_LEVEL = 3  # outlines packed in half the time, a thirtieth larger
_AT_ONCE = 100  # entries that one list of such a table may have


class EmbeddedFont(TTFont):
    """reportlab's font, but characters beyond U+FFFF can be found and copied in the finished file.

    A document mostly has the characters of the one before, so what was written for those is remembered. For one
    thread at a time, as a face is.
    """

    face: SubsetFace

    def __init__(self, name: str, file: Path, index: int) -> None:
        """Open a font file, or one of a collection; the library's own way would read its tables slowly."""
        self.fontName = name
        self.face = SubsetFace(str(file), index)
        self.encoding = TTEncoding()
        self.state: WeakKeyDictionary[PDFDocument, TTFont.State] = WeakKeyDictionary()
        self._asciiReadable = False
        self.shapable = False
        self._widths = Once[str, float](lambda letter: self.face.width(ord(letter)))

    def stringWidth(self, text: str, size: float, encoding: str = "utf8") -> float:  # noqa: N802 - reportlab calls it so
        """Return how wide a text is."""
        return 0.001 * size * sum(map(self._widths.__getitem__, text))

    def addObjects(self, doc: PDFDocument) -> None:  # noqa: N802 - reportlab calls it so
        """Add the subsets of the font to a document."""
        state = self.state[doc]
        name, subsets = state.internalName, state.subsets
        super().addObjects(doc)
        memory = self.face.memory
        used = cast(PDFDictionary, doc.idToObject["BasicFonts"]).dict
        for number, subset in enumerate(map(tuple, subsets)):
            font = used[f"{name}+{number}"]
            font.Widths = memory.of(self._list_of_widths, subset)
            table = cast(PDFStream, doc.idToObject[f"toUnicodeCMap:{font.BaseFont}"])
            _fill(table, memory.of(_packed_table, font.BaseFont, subset))
            outlines = cast(PDFStream, doc.idToObject[f"fontFile:{self.face.filename}({font.BaseFont})"])
            _fill(outlines, memory.of(zlib.compress, outlines.content, _LEVEL))
        memory.turn()

    def _list_of_widths(self, subset: tuple[int, ...]) -> bytes:
        return PDFArray(self.face.width(char) for char in subset).format(DummyDoc())


def _fill(stream: PDFStream, packed: bytes) -> None:
    """Let a stream have a content that is packed already."""
    stream.content = packed
    stream.dictionary["Filter"] = PDFArray([PDFName("FlateDecode")])


def _packed_table(name: str, subset: tuple[int, ...]) -> bytes:
    return zlib.compress(to_unicode(name, subset).encode())


def to_unicode(name: str, subset: Sequence[int]) -> str:
    """Return the table that leads from the codes of a subset to their characters."""
    lines = [
        "/CIDInit /ProcSet findresource begin",
        "12 dict begin",
        "begincmap",
        "/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def",
        f"/CMapName /{name} def",
        "/CMapType 2 def",
        "1 begincodespacerange",
        "<00> <FF>",
        "endcodespacerange",
    ]
    pairs = [(code, char) for code, char in enumerate(subset) if char]
    for first in range(0, len(pairs), _AT_ONCE):
        part = pairs[first : first + _AT_ONCE]
        lines.append(f"{len(part)} beginbfchar")
        lines += [f"<{code:02X}> <{chr(char).encode('utf-16-be').hex().upper()}>" for code, char in part]
        lines.append("endbfchar")
    lines += ["endcmap", "CMapName currentdict /CMap defineresource pop", "end", "end"]
    return "\n".join(lines)
