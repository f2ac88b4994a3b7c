"""A TrueType font as it goes into a PDF, with a table back to text that holds for every character."""

import zlib
from pathlib import Path
from typing import cast
from weakref import WeakKeyDictionary

from reportlab.pdfbase.pdfdoc import PDFDictionary, PDFDocument, PDFStream
from reportlab.pdfbase.ttfonts import TTEncoding, TTFont

from core.export.typeset.outlines import Face

_LEVEL = 3
_AT_ONCE = 100  # entries that one list of such a table may have


class _Compressed:
    """Outlines packed in half the time, a thirtieth larger."""

    pdfname = "FlateDecode"

    def encode(self, data: bytes) -> bytes:
        """Return the data packed."""
        return zlib.compress(data, _LEVEL)


class EmbeddedFont(TTFont):
    """reportlab's font, but characters beyond U+FFFF can be found and copied in the finished file."""

    def __init__(self, name: str, file: Path, index: int) -> None:
        """Open a font file, or one of a collection; the library's own way would read its tables slowly."""
        self.fontName = name
        self.face = Face(str(file), subfontIndex=index)
        self.encoding = TTEncoding()
        self.state: WeakKeyDictionary[PDFDocument, TTFont.State] = WeakKeyDictionary()
        self._asciiReadable = False
        self.shapable = False

    def addObjects(self, doc: PDFDocument) -> None:  # noqa: N802 - reportlab calls it so
        """Add the subsets of the font to a document."""
        state = self.state[doc]
        name, subsets = state.internalName, state.subsets
        super().addObjects(doc)
        used = cast(PDFDictionary, doc.idToObject["BasicFonts"]).dict
        for number, subset in enumerate(subsets):
            base = used[f"{name}+{number}"].BaseFont
            table = cast(PDFStream, doc.idToObject[f"toUnicodeCMap:{base}"])
            table.content = to_unicode(base, subset)
            outlines = cast(PDFStream, doc.idToObject[f"fontFile:{self.face.filename}({base})"])
            outlines.filters = [_Compressed()]


def to_unicode(name: str, subset: list[int]) -> str:
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
