"""The finished document as a PDF: pages by GB/T 9704, embedded fonts, bookmarks, the same bytes each time."""

from collections.abc import Iterator
from io import BytesIO
from threading import Lock

from reportlab import rl_config
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.pdfdoc import PDFDictionary, PDFDocument, PDFInfo, PDFString
from reportlab.pdfgen.canvas import Canvas

from core.blocks import Document
from core.export.rendering import Rendering
from core.export.typeset.compose import compose
from core.export.typeset.embedding import EmbeddedFont
from core.export.typeset.faces import Faces, clean, open_all
from core.export.typeset.marks import Bookmark, CellPlace, Frame, Patch, Sheet, Stroke, Words
from core.export.typeset.memory import Memory, Once
from core.export.typeset.pages import Pages
from core.export.typeset.setting import MM, Setter
from core.style import Style, standard

PRODUCER = "年报通"
_BOLDER = (
    1 / 40
)  # of the size: how thick the outline is that makes a face bold for which there is no bold one
_FILLED_AND_STROKED = 2  # how text is drawn; the numbers are those of the file format
_FILLED = 0
_LIBRARY_NOTES = (
    b" ReportLab Generated PDF document (opensource)",
    b" ReportLab generated PDF document -- digest (opensource)",
)

# The preview, the export dialog and a print may ask at once, and all share the fonts and the last document's memory.
_one_at_a_time = Lock()
_memory = Memory()


def write(document: Document) -> bytes:
    """Return the document as a PDF file."""
    return render(document).pdf


def warm() -> None:
    """Open the fonts of the standard style already: reading them is half of the work on a first document."""
    open_all(standard())


def render(document: Document, *, bundled_fonts_only: bool = False) -> Rendering:
    """Return the document as a PDF with what is known of it.

    With `bundled_fonts_only` the result is the same on every computer. Any thread may call it; they take turns.
    """
    with _one_at_a_time:
        try:
            return _render(document, Faces(document.style, bundled_only=bundled_fonts_only))
        finally:
            _memory.turn()


def _render(document: Document, faces: Faces) -> Rendering:
    setter = Setter(document.style, faces, _memory)
    pages = Pages(setter)
    pages.fill(compose(setter, document.blocks))
    sheets = pages.sheets()
    pdf = _paint(document, document.style, faces, sheets)
    fonts = tuple(faces.choices.values())
    return Rendering(pdf, pages.places(), faces.substitutions, fonts, len(sheets), tuple(_cells(sheets)))


def _cells(sheets: list[Sheet]) -> Iterator[CellPlace]:
    """Yield where the figures stand."""
    for sheet in sheets:
        for mark in sheet.marks:
            if isinstance(mark, Frame) and mark.cell:
                box = (mark.x, mark.y, mark.x + mark.width, mark.y + mark.height)
                yield CellPlace(sheet.number, box, mark.cell)


def _paint(document: Document, look: Style, faces: Faces, sheets: list[Sheet]) -> bytes:
    out = BytesIO()
    size = (look.page.width * MM, look.page.height * MM)
    rl_config.useA85 = 0  # streams as they are: a fifth smaller than as letters
    for font in faces.opened.values():
        pdfmetrics.registerFont(font)
    # a page begins with it: else with one of the library's, not embedded
    first = next(iter(faces.opened), None)
    canvas = Canvas(
        out,
        pagesize=size,
        invariant=1,
        pageCompression=1,
        lang="zh-CN",
        initialFontName=first,  # type: ignore[arg-type] # the stubs take it for a number
    )
    _describe(canvas, document)
    painter = _Painter(canvas, size[1], faces)
    for sheet in sheets:
        painter.paint(sheet)
    canvas.save()
    return _without_notes(out.getvalue())


class _Properties(PDFInfo):
    """What a file says of itself. No dates: the same report gives the same bytes, and the library's date is made up."""

    def format(self, document: PDFDocument) -> bytes:
        """Return the entries as the file has them."""
        entries = {"Title": self.title, "Author": self.author, "Creator": PRODUCER, "Producer": PRODUCER}
        data: bytes = PDFDictionary({name: PDFString(text) for name, text in entries.items()}).format(
            document
        )
        return data


def _describe(canvas: Canvas, document: Document) -> None:
    canvas._doc.info = _Properties()  # type: ignore[attr-defined] # the stubs hide it
    canvas.setTitle(clean(document.title))
    canvas.setAuthor(clean(document.office))
    canvas.setViewerPreference("DisplayDocTitle", "true")
    canvas.showOutline()


def _without_notes(pdf: bytes) -> bytes:
    """Return the file with the library's comments blanked; nothing in it moves."""
    for note in _LIBRARY_NOTES:
        place = pdf.find(note) if note is _LIBRARY_NOTES[0] else pdf.rfind(note)
        if place >= 0:
            pdf = pdf[:place] + b" " * len(note) + pdf[place + len(note) :]
    return pdf


class _Painter:
    """Draws sheets onto a canvas, whose own y runs upwards."""

    def __init__(self, canvas: Canvas, height: float, faces: Faces) -> None:
        self._canvas = canvas
        self._height = height
        self._fonts = faces.opened
        self._level = -1
        document = canvas._doc  # type: ignore[attr-defined] # the stubs hide it; fonts cannot be split without
        self._document = document
        self._names = Once[tuple[EmbeddedFont, int], str](
            lambda subset: subset[0].getSubsetInternalName(subset[1], document)
        )

    def paint(self, sheet: Sheet) -> None:
        """Draw a page; the operators are written directly, since the library's own way takes most of the time."""
        operators = self._canvas._code  # type: ignore[attr-defined] # the stubs hide it
        for mark in sheet.marks:
            match mark:
                case Words():
                    operators.append(self._words(mark))
                case Frame(x, y, width, height, rule):
                    bottom = self._height - y - height
                    operators.append(f"{rule:g} w {x:.3f} {bottom:.3f} {width:.3f} {height:.3f} re S")
                case Stroke():
                    operators.append(self._stroke(mark))
                case Patch():
                    operators.append(self._patch(mark))
        for top, bookmark in sheet.bookmarks:
            self._bookmark(bookmark, self._height - top, sheet.number)
        self._canvas.showPage()

    def _stroke(self, line: Stroke) -> str:
        """Return a line of a picture; its dash ends with it."""
        start, end = self._height - line.y, self._height - line.y2
        path = f"{line.width:g} w {line.x:.3f} {start:.3f} m {line.x2:.3f} {end:.3f} l S"
        return f"[{line.dash[0]:g} {line.dash[1]:g}] 0 d {path} [] 0 d" if line.dash else path

    def _patch(self, patch: Patch) -> str:
        """Return a shape of a picture; what comes after it is black again."""
        (x, y), *others = patch.points
        path = f"{x:.3f} {self._height - y:.3f} m"
        path += "".join(f" {x:.3f} {self._height - y:.3f} l" for x, y in others)
        end = f"{patch.edge:g} w {path} b" if patch.edge else f"{path} h f"
        return f"{patch.grey:g} g {end} 0 g"

    def _words(self, words: Words) -> str:
        """Return a piece of text; each run of a font subset starts at its own place, so no reader adds up wrongly."""
        font = self._fonts[words.face]
        y = f"{self._height - words.y:.3f}"
        parts = [f"BT {words.spacing:.4f} Tc"]
        if words.bold:
            parts.append(f"{words.size * _BOLDER:.3f} w {_FILLED_AND_STROKED} Tr")
        x, start = words.x, 0
        for subset, codes in font.splitString(words.text, self._document):
            name = self._names[font, subset]
            parts.append(f"{name} {words.size:g} Tf 1 0 0 1 {x:.3f} {y} Tm <{codes.hex()}> Tj")
            run = words.text[start : start + len(codes)]
            start += len(codes)
            if start < len(words.text):
                x += font.stringWidth(run, words.size) + words.spacing * len(run)
        parts.append(f"{_FILLED} Tr ET" if words.bold else "ET")
        return " ".join(parts)

    def _bookmark(self, bookmark: Bookmark, y: float, page: int) -> None:
        """Add an entry to the outline, at most one level deeper than the one before."""
        self._level = min(bookmark.level, self._level + 1)
        key = f"page{page}y{y:.2f}"
        self._canvas.bookmarkHorizontalAbsolute(key, y)
        self._canvas.addOutlineEntry(clean(bookmark.text), key, self._level)
