"""Word files written by hand for tests, part by part, and read back."""

import io
import zipfile

from core.importers import docx
from core.importers.document import Grid, Text
from core.importers.kinds import Source

MAIN = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
NAMESPACES = " ".join(
    f'xmlns:{prefix}="{uri}"'
    for prefix, uri in {
        "w": MAIN,
        "r": OFFICE,
        "mc": "http://schemas.openxmlformats.org/markup-compatibility/2006",
        "m": "http://schemas.openxmlformats.org/officeDocument/2006/math",
        "v": "urn:schemas-microsoft-com:vml",
        "o": "urn:schemas-microsoft-com:office:office",
        "a": "http://schemas.openxmlformats.org/drawingml/2006/main",
        "c": "http://schemas.openxmlformats.org/drawingml/2006/chart",
        "wp": "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing",
        "wps": "http://schemas.microsoft.com/office/word/2010/wordprocessingShape",
        "w14": "http://schemas.microsoft.com/office/word/2010/wordml",
        "wpsCustomData": "http://www.wps.cn/officeDocument/2013/wpsCustomData",
    }.items()
)
KINDS = ("styles", "numbering", "footnotes", "endnotes")


def run(text, properties=""):
    """A run with that text."""
    return f'<w:r><w:rPr>{properties}</w:rPr><w:t xml:space="preserve">{text}</w:t></w:r>'


def paragraph(*contents, properties=""):
    """A paragraph of runs; a string without markup becomes one."""
    runs = "".join(one if one.startswith("<") else run(one) for one in contents)
    return f"<w:p><w:pPr>{properties}</w:pPr>{runs}</w:p>"


def cell(*contents, properties=""):
    """A cell of paragraphs or tables; a string without markup becomes a paragraph."""
    blocks = "".join(one if one.startswith("<") else paragraph(one) for one in contents)
    return f"<w:tc><w:tcPr>{properties}</w:tcPr>{blocks or '<w:p/>'}</w:tc>"


def row(*cells, properties=""):
    """A row of cells; a string without markup becomes one."""
    made = "".join(one if one.startswith("<") else cell(one) for one in cells)
    return f"<w:tr><w:trPr>{properties}</w:trPr>{made}</w:tr>"


def table(*rows):
    """A table of rows."""
    return f"<w:tbl><w:tblPr/><w:tblGrid/>{''.join(rows)}</w:tbl>"


def span(columns):
    """The properties of a cell over several columns."""
    return f'<w:gridSpan w:val="{columns}"/>'


def field(instruction, result):
    """The runs of a complex field."""
    return (
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r>'
        f"<w:r><w:instrText>{instruction}</w:instrText></w:r>"
        '<w:r><w:fldChar w:fldCharType="separate"/></w:r>'
        f'{result}<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    )


def made(body, *, more=(), **parts):
    """The bytes of a Word file with that body; `parts` are the insides of styles, numbering, footnotes, endnotes."""
    links = "".join(
        f'<Relationship Id="r{kind}" Type="{OFFICE}/{kind}" Target="{kind}.xml"/>' for kind in parts
    )
    files = {
        "[Content_Types].xml": "<Types/>",
        "word/document.xml": f"<w:document {NAMESPACES}><w:body>{body}<w:sectPr/></w:body></w:document>",
        "word/_rels/document.xml.rels": f"<Relationships>{links}</Relationships>",
    }
    for kind, inside in parts.items():
        assert kind in KINDS
        files[f"word/{kind}.xml"] = f"<w:{kind} {NAMESPACES}>{inside}</w:{kind}>"
    return packed(files | dict(more))


def packed(files):
    """A zip of those files."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as container:
        for name, data in files.items():
            container.writestr(name, data)
    return buffer.getvalue()


def read(body, known=frozenset(), **parts):
    """The document that a reader finds in a Word file with that body."""
    return docx.read(Source("报告.docx", made(body, **parts), "docx"), known)


def texts(document):
    """The lines of a document."""
    return [one.text for one in document.elements if isinstance(one, Text)]


def grids(document):
    """The words of the tables of a document."""
    return [
        [[one.text for one in row] for row in grid.rows]
        for grid in document.elements
        if isinstance(grid, Grid)
    ]


def messages(document):
    """What the reader remarks."""
    return [one.message for one in document.remarks]
