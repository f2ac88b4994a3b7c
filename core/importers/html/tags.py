"""The elements of a page by what they are to a reader."""

from lxml import etree

VOID = frozenset({
    "area", "base", "basefont", "bgsound", "br", "col", "embed", "frame", "hr", "img", "input", "keygen", "link",
    "meta", "param", "source", "track", "wbr",
})  # fmt: skip
RAW = frozenset({"script", "style", "textarea", "title", "xmp", "iframe", "noembed", "noframes"})
_CELLS = frozenset({"td", "th", "p", "li"})
_ROWS = _CELLS | {"tr"}
_PARTS = _ROWS | {"thead", "tbody", "tfoot", "caption", "colgroup"}
CLOSES = {
    "p": frozenset({"p"}), "li": frozenset({"li", "p"}), "option": frozenset({"option"}),
    "dt": frozenset({"dt", "dd", "p"}), "dd": frozenset({"dt", "dd", "p"}), "td": _CELLS, "th": _CELLS,
    "tr": _ROWS, "thead": _PARTS, "tbody": _PARTS, "tfoot": _PARTS,
}  # fmt: skip
INLINE = frozenset({
    "a", "b", "big", "em", "font", "i", "o:p", "s", "small", "span", "strike", "strong", "sub", "sup", "tt", "u",
})  # fmt: skip
BLOCKS = frozenset({
    "address", "article", "aside", "blockquote", "body", "caption", "center", "dd", "details", "dialog", "dir", "div",
    "dl", "dt", "fieldset", "figcaption", "figure", "footer", "form", "h1", "h2", "h3", "h4", "h5", "h6", "header",
    "hgroup", "hr", "html", "legend", "li", "main", "marquee", "menu", "nav", "ol", "optgroup", "p", "pre", "section",
    "summary", "table", "tbody", "td", "tfoot", "th", "thead", "tr", "ul", "xmp",
})  # fmt: skip
BLOCK_DISPLAYS = frozenset({"block", "table", "flex", "grid", "list-item", "table-row", "table-cell"})
ACTIVE = frozenset({
    "script", "iframe", "frame", "object", "embed", "applet", "audio", "video", "canvas", "svg", "math",
})  # fmt: skip
CONTROLS = frozenset({"button", "select", "textarea", "datalist"})
UNSHOWN = frozenset({
    "head", "style", "title", "meta", "link", "base", "xml", "colgroup", "col", "param", "source", "track", "area",
    "map",
})  # fmt: skip
HEADINGS = {f"h{level}": level for level in range(1, 7)}
STRUCK = frozenset({"s", "strike", "del"})
RAISED = frozenset({"sup", "sub"})


def words(element: etree._Element) -> str:
    """Return all text within an element."""
    return "".join(str(part) for part in element.itertext())
