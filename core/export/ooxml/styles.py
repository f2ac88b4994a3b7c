"""The styles of a Word file: one for each role of the style sheet, headings in the navigation pane, no theme."""

from dataclasses import dataclass
from math import floor

from core.export.ooxml.markup import bold, fonts, style_id, twips, w
from core.export.ooxml.package import Element
from core.style import Role, Style

LANGUAGE = "zh-CN"
LETTERS = "en-US"  # of Latin letters and figures: as Chinese, LibreOffice breaks them anywhere


@dataclass(frozen=True, slots=True)
class _Place:
    """How Word shows the style of a role: its name, its place in the outline, whether the next line stays.

    `grid` roles fit the characters of the page to its lines. They are set closer by themselves and do not snap
    to the grid of the page: LibreOffice and older WPS put a character that is wider than a place of the grid
    into two of them. `hanging` characters stand out at the beginning of the first line.
    """

    name: str
    outline: int | None = None
    keep_next: bool = False
    grid: bool = False
    before: float = 0
    after: float = 0
    hanging: float = 0


_PLACES = {
    "title": _Place("Title", after=1),
    "heading1": _Place("heading 1", outline=0, keep_next=True, grid=True),
    "heading2": _Place("heading 2", outline=1, keep_next=True, grid=True),
    "body": _Place("公文正文", grid=True),
    "annex_mark": _Place("附件标记", keep_next=True, grid=True),
    "annex_title": _Place("附件标题", outline=0, keep_next=True, before=1),
    "annex_line": _Place("附件说明", keep_next=True),
    "table_caption": _Place("表格栏题", keep_next=True),
    "table_head": _Place("表格表头", keep_next=True),
    "table_label": _Place("表格项目"),
    "table_value": _Place("表格数字"),
    "annex_note": _Place("附件名称", keep_next=True, grid=True, before=1, hanging=3),
    "sign_name": _Place("落款单位", keep_next=True, grid=True),
    "sign_date": _Place("落款日期", grid=True),
}
_ALIGN = {"left": "left", "center": "center", "justify": "both"}


def character_pitch(style: Style) -> float:
    """Return the width of a character of the grid, in points."""
    page = style.page
    return (page.width - page.left - page.right) / 25.4 * 72 / page.characters


def styles(style: Style) -> Element:
    """Return `word/styles.xml`."""
    return w(
        "styles",
        w("docDefaults", w("rPrDefault", _plain_letters(style)), w("pPrDefault", _plain_lines(style))),
        w(
            "latentStyles",
            defLockedState=0,
            defUIPriority=99,
            defSemiHidden=0,
            defUnhideWhenUsed=0,
            defQFormat=0,
            count=376,
        ),
        _normal(style),
        _unseen("character", "DefaultParagraphFont", "Default Paragraph Font"),
        _unseen("table", "TableNormal", "Normal Table"),
        _unseen("numbering", "NoList", "No List"),
        *(_of_role(role, place, style) for role, place in _PLACES.items()),
        _footer(style),
    )


def _plain_letters(style: Style) -> Element:
    body = style.roles["body"]
    return w(
        "rPr",
        fonts(style.fonts[body.font].word),
        w("color", val="000000"),
        w("sz", val=round(body.size * 2)),
        w("szCs", val=round(body.size * 2)),
        w("lang", val=LETTERS, eastAsia=LANGUAGE, bidi="ar-SA"),
    )


def _plain_lines(style: Style) -> Element:
    """Return the defaults of every paragraph: exact lines, no widow control, no gaps at Latin letters.

    Lines begin and end as the rules for Chinese text want it. In the text a comma or a full stop may hang over the
    edge, which is so where nothing is said: LibreOffice turns what is said round.
    """
    return w(
        "pPr",
        w("widowControl", val=0),
        w("kinsoku"),
        w("wordWrap"),
        w("topLinePunct", val=0),
        w("autoSpaceDE", val=0),
        w("autoSpaceDN", val=0),
        w("spacing", before=0, after=0, line=twips(style.page.line_pitch), lineRule="exact"),
        w("jc", val="both"),
    )


def _normal(style: Style) -> Element:
    """Return the ground style; some programs look here and not at the defaults."""
    return w(
        "style",
        w("name", val="Normal"),
        w("qFormat"),
        _plain_lines(style),
        _plain_letters(style),
        type="paragraph",
        default=1,
        styleId="Normal",
    )


def _unseen(kind: str, identifier: str, name: str) -> Element:
    return w(
        "style",
        w("name", val=name),
        w("uiPriority", val=99),
        w("semiHidden"),
        type=kind,
        default=1,
        styleId=identifier,
    )


def _of_role(role: str, place: _Place, style: Style) -> Element:
    look = style.roles[role]
    size = round(look.size * 2)
    return w(
        "style",
        w("name", val=place.name),
        w("basedOn", val="Normal"),
        w("next", val=style_id("body")),
        w("qFormat"),
        _paragraph_look(look, place, style),
        w(
            "rPr",
            fonts(style.fonts[look.font].word),
            *bold(look),
            w("color", val="000000"),
            w("spacing", val=_closer(look, style)) if place.grid else None,
            w("sz", val=size),
            w("szCs", val=size),
        ),
        type="paragraph",
        styleId=style_id(role),
    )


def _closer(look: Role, style: Style) -> int:
    """Return by how many twips characters move together for as many to a line as the grid has.

    One more than reckoned: LibreOffice loses one where the page has a grid that is closer than its characters.
    """
    return min(0, floor((character_pitch(style) - look.size) * 20) - 1)


def _paragraph_look(look: Role, place: _Place, style: Style) -> Element:
    line = style.page.line_pitch
    return w(
        "pPr",
        w("keepNext") if place.keep_next else None,
        w("keepLines") if place.keep_next else None,
        None if look.align == "justify" else w("overflowPunct", val=0),
        w("snapToGrid", val=0),
        w(
            "spacing",
            before=twips(place.before * line),
            after=twips(place.after * line),
            line=twips(look.line_pitch or line),
            lineRule="exact",
        ),
        _indent(look, place, style),
        w("jc", val=_ALIGN[look.align]),
        None if place.outline is None else w("outlineLvl", val=place.outline),
    )


def _indent(look: Role, place: _Place, style: Style) -> Element | None:
    """Return how far the first line is set in, and the others where the first one hangs out."""
    pitch = character_pitch(style) * 20
    first, others = round(look.indent * 100), round((look.indent + place.hanging) * 100)
    if place.hanging:
        hanging = others - first
        return w(
            "ind",
            leftChars=others,
            left=round(others / 100 * pitch),
            hangingChars=hanging,
            hanging=round(hanging / 100 * pitch),
        )
    return w("ind", firstLineChars=first, firstLine=round(first / 100 * pitch)) if first else None


def _footer(style: Style) -> Element:
    number = style.page_number
    size = round(number.size * 2)
    return w(
        "style",
        w("name", val="footer"),
        w("basedOn", val="Normal"),
        w(
            "pPr",
            w("snapToGrid", val=0),
            w("spacing", before=0, after=0, line=twips(footer_line(style)), lineRule="exact"),
        ),
        w("rPr", fonts(style.fonts[number.font].word), w("sz", val=size), w("szCs", val=size)),
        type="paragraph",
        styleId=style_id("page_number"),
    )


def footer_line(style: Style) -> float:
    """Return the line of the page number, in points."""
    return style.page_number.size + 2
