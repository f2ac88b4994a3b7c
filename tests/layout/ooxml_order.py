"""The rules of the schema for the parts of a Word file, from ECMA-376 part 1: order, children, attributes, values.

Nothing of the writers is used here. Each element lists all children of its type in the order of the schema, so
that what is added one day is judged as well; elements that are in no list are unknown and reported.
"""

import io
import posixpath
import re
import zipfile
from collections.abc import Iterator
from functools import cache

from lxml import etree

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
TYPES = "{http://schemas.openxmlformats.org/package/2006/content-types}"
RELATIONS = "{http://schemas.openxmlformats.org/package/2006/relationships}"
XML_SPACE = "{http://www.w3.org/XML/1998/namespace}space"

_P_BASE = """keepNext keepLines pageBreakBefore framePr widowControl numPr suppressLineNumbers pBdr shd tabs
 suppressAutoHyphens kinsoku wordWrap overflowPunct topLinePunct autoSpaceDE autoSpaceDN bidi adjustRightInd
 snapToGrid spacing ind contextualSpacing mirrorIndents suppressOverlap jc textDirection textAlignment
 textboxTightWrap outlineLvl divId cnfStyle rPr sectPr pPrChange"""
_R_BASE = """rStyle rFonts b bCs i iCs caps smallCaps strike dstrike outline shadow emboss imprint noProof
 snapToGrid vanish webHidden color spacing w kern position sz szCs highlight u effect bdr shd fitText vertAlign
 rtl cs em lang eastAsianLayout specVanish oMath rPrChange"""

# Children in the order of the schema; those after "*" may come several times and in any order among themselves.
CHILDREN = {
    "document": "background body",
    "body": "* p tbl sectPr",
    "p": "pPr * r hyperlink bookmarkStart bookmarkEnd",
    "pPr": "pStyle " + _P_BASE,
    "r": "rPr * br t tab fldChar instrText drawing",
    "rPr": _R_BASE,
    "tbl": "tblPr tblGrid * tr",
    "tblPr": """tblStyle tblpPr tblOverlap bidiVisual tblStyleRowBandSize tblStyleColBandSize tblW jc
 tblCellSpacing tblInd tblBorders shd tblLayout tblCellMar tblLook tblCaption tblDescription tblPrChange""",
    "tblBorders": "top left start bottom right end insideH insideV",
    "tblCellMar": "top left start bottom right end",
    "tblGrid": "* gridCol",
    "tr": "tblPrEx trPr * tc",
    "trPr": "* cnfStyle divId gridBefore gridAfter wBefore wAfter cantSplit trHeight tblHeader tblCellSpacing jc hidden",
    "tc": "tcPr * p tbl",
    "tcPr": """cnfStyle tcW gridSpan hMerge vMerge tcBorders shd noWrap tcMar textDirection tcFitText vAlign
 hideMark headers""",
    "tcMar": "top left start bottom right end",
    "sectPr": """* headerReference footerReference ; footnotePr endnotePr type pgSz pgMar paperSrc pgBorders lnNumType
 pgNumType cols formProt vAlign noEndnote titlePg textDirection bidi rtlGutter docGrid printerSettings""",
    "styles": "docDefaults latentStyles * style",
    "docDefaults": "rPrDefault pPrDefault",
    "rPrDefault": "rPr",
    "pPrDefault": "pPr",
    "latentStyles": "* lsdException",
    "style": """name aliases basedOn next link autoRedefine hidden uiPriority semiHidden unhideWhenUsed qFormat
 locked personal personalCompose personalReply rsid pPr rPr tblPr trPr tcPr * tblStylePr""",
    "settings": """writeProtection view zoom removePersonalInformation removeDateAndTime doNotDisplayPageBoundaries
 displayBackgroundShape printPostScriptOverText printFractionalCharacterWidth printFormsData embedTrueTypeFonts
 embedSystemFonts saveSubsetFonts saveFormsData mirrorMargins alignBordersAndEdges bordersDoNotSurroundHeader
 bordersDoNotSurroundFooter gutterAtTop hideSpellingErrors hideGrammaticalErrors proofState formsDesign
 attachedTemplate linkStyles stylePaneFormatFilter stylePaneSortMethod documentType mailMerge revisionView
 trackRevisions documentProtection autoFormatOverride styleLockTheme styleLockQFSet defaultTabStop autoHyphenation
 consecutiveHyphenLimit hyphenationZone doNotHyphenateCaps showEnvelope summaryLength clickAndTypeStyle
 defaultTableStyle evenAndOddHeaders bookFoldRevPrinting bookFoldPrinting bookFoldPrintingSheets
 drawingGridHorizontalSpacing drawingGridVerticalSpacing displayHorizontalDrawingGridEvery
 displayVerticalDrawingGridEvery doNotUseMarginsForDrawingGridOrigin characterSpacingControl printTwoOnOne
 strictFirstAndLastChars noLineBreaksAfter noLineBreaksBefore savePreviewPicture doNotValidateAgainstSchema
 saveInvalidXml ignoreMixedContent alwaysShowPlaceholderText doNotDemarcateInvalidXml saveXmlDataOnly
 useXSLTWhenSaving saveThroughXslt showXMLTags alwaysMergeEmptyNamespace updateFields hdrShapeDefaults footnotePr
 endnotePr compat docVars rsids mathPr attachedSchema themeFontLang clrSchemeMapping doNotIncludeSubdocsInStats
 doNotAutoCompressPictures forceUpgrade captions readModeInkLockDown smartTagType schemaLibrary shapeDefaults
 doNotEmbedSmartTags decimalSymbol listSeparator""",
    "compat": """spaceForUL balanceSingleByteDoubleByteWidth doNotLeaveBackslashAlone ulTrailSpace
 doNotExpandShiftReturn adjustLineHeightInTable useFELayout * compatSetting""",
    "fonts": "* font",
    "font": "altName panose1 charset family notTrueType pitch sig embedRegular embedBold embedItalic",
    "ftr": "* p tbl",
}  # fmt: skip

_ON_OFF = "0|1|true|false|on|off"
_INT = r"-?\d+"
_COUNT = r"\d+"
_ANY = r"(?s:.+)"
_EDGE = {"val": "single|nil|none|double", "sz": _COUNT, "space": _COUNT, "color": "[0-9A-F]{6}|auto"}
_MARGIN = {"w": _COUNT, "type": "dxa"}
_TOGGLES = (
    "keepNext", "keepLines", "pageBreakBefore", "widowControl", "kinsoku", "wordWrap", "overflowPunct",
    "topLinePunct", "autoSpaceDE", "autoSpaceDN", "snapToGrid", "b", "bCs", "cantSplit", "tblHeader", "qFormat",
    "semiHidden", "unhideWhenUsed", "evenAndOddHeaders", "doNotExpandShiftReturn", "useFELayout", "noProof",
)  # fmt: skip
_TOGGLE = {"val": _ON_OFF}
_SIZE = {"val": _COUNT}
_SPACING = {
    "before": _COUNT, "beforeLines": _INT, "after": _COUNT, "afterLines": _INT, "line": _COUNT,
    "lineRule": "auto|exact|atLeast", "val": _INT,
}  # fmt: skip
_LANGUAGE = "[a-z]{2}-[A-Z]{2}"
_CHARS = {f"{side}Chars": _INT for side in ("left", "right", "firstLine", "hanging")}

ATTRIBUTES: dict[str, dict[str, str]] = {
    **dict.fromkeys(_TOGGLES, _TOGGLE),
    **dict.fromkeys(["sz", "szCs", "gridSpan", "uiPriority", "defaultTabStop"], _SIZE),
    "top": _EDGE | _MARGIN, "bottom": _EDGE | _MARGIN, "left": _EDGE | _MARGIN, "right": _EDGE | _MARGIN,
    "insideH": _EDGE, "insideV": _EDGE,
    "pStyle": {"val": "[A-Za-z0-9]+"}, "basedOn": {"val": "[A-Za-z0-9]+"}, "next": {"val": "[A-Za-z0-9]+"},
    "name": {"val": _ANY}, "altName": {"val": _ANY},
    "spacing": _SPACING,
    "ind": {"left": _INT, "right": _INT, "firstLine": _COUNT, "hanging": _COUNT} | _CHARS,
    "jc": {"val": "left|center|right|both|distribute"},
    "outlineLvl": {"val": "[0-9]"},
    "rFonts": {"hint": "eastAsia", "ascii": _ANY, "hAnsi": _ANY, "eastAsia": _ANY, "cs": _ANY},
    "color": {"val": "[0-9A-F]{6}|auto"},
    "lang": {"val": _LANGUAGE, "eastAsia": _LANGUAGE, "bidi": _LANGUAGE},
    "themeFontLang": {"val": _LANGUAGE, "eastAsia": _LANGUAGE},
    "fldChar": {"fldCharType": "begin|separate|end"},
    "tblW": {"w": _COUNT, "type": "dxa"}, "tcW": {"w": _COUNT, "type": "dxa"}, "gridCol": {"w": _COUNT},
    "tblLayout": {"type": "fixed"},
    "vMerge": {"val": "restart|continue"}, "vAlign": {"val": "top|center|bottom"},
    "pgSz": {"w": _COUNT, "h": _COUNT, "orient": "portrait|landscape"},
    "pgMar": {"top": _INT, "right": _COUNT, "bottom": _INT, "left": _COUNT} | dict.fromkeys(
        ("header", "footer", "gutter"), _COUNT
    ),
    "docGrid": {"type": "linesAndChars", "linePitch": _COUNT, "charSpace": _INT},
    "footerReference": {"type": "default|even|first"},
    "zoom": {"percent": _COUNT},
    "characterSpacingControl": {"val": "doNotCompress|compressPunctuation|compressPunctuationAndJapaneseKana"},
    "noLineBreaksAfter": {"lang": _LANGUAGE, "val": _ANY}, "noLineBreaksBefore": {"lang": _LANGUAGE, "val": _ANY},
    "compatSetting": {"name": "[A-Za-z0-9]+", "uri": _ANY, "val": _ANY},
    "font": {"name": _ANY}, "charset": {"val": "[0-9A-F]{2}"}, "pitch": {"val": "fixed|variable|default"},
    "family": {"val": "auto|roman|swiss|modern|script|decorative"},
    "style": {"type": "paragraph|character|table|numbering", "default": _ON_OFF, "styleId": "[A-Za-z0-9]+"},
    "latentStyles": {
        **dict.fromkeys(("defLockedState", "defSemiHidden", "defUnhideWhenUsed", "defQFormat"), _ON_OFF),
        "defUIPriority": _COUNT, "count": _COUNT,
    },
}  # fmt: skip


def faults(data: bytes) -> list[str]:
    """Return what of a Word file breaks the rules of the schema or of the package."""
    with zipfile.ZipFile(io.BytesIO(data)) as container:
        parts = {name: container.read(name) for name in container.namelist()}
    found = [*_package(parts)]
    for name in parts:
        if name.startswith("word/") and name.endswith(".xml"):
            root = etree.fromstring(parts[name])
            found += [f"{name}: {fault}" for one in root.iter() for fault in _element(one)]
    return [*found, *_references(parts)]


def _local(element: etree._Element) -> str:
    return str(element.tag).removeprefix(f"{{{W}}}")


def _element(element: etree._Element) -> Iterator[str]:
    if not str(element.tag).startswith(f"{{{W}}}"):
        return
    name = _local(element)
    yield from _attributes(element, name)
    if name in CHILDREN:
        yield from _order(name, [_local(child) for child in element])
    elif len(element) and name != "drawing":  # what is drawn is of another schema
        yield f"<{name}> has children"
    if name == "tc" and (not len(element) or _local(element[-1]) != "p"):
        yield "<tc> does not end with a paragraph"
    if name == "body" and [_local(child) for child in element].index("sectPr") != len(element) - 1:
        yield "<sectPr> is not the last of the body"


def _attributes(element: etree._Element, name: str) -> Iterator[str]:
    allowed = ATTRIBUTES.get(name, {})
    for key, value in element.attrib.items():
        namespace, _, attribute = str(key)[1:].rpartition("}")
        if key == XML_SPACE and name in ("t", "instrText"):
            continue
        if namespace == R and name == "footerReference":
            continue
        pattern = allowed.get(attribute) if namespace == W else None
        if pattern is None:
            yield f"<{name}> has an attribute {attribute}"
        elif not re.fullmatch(pattern, str(value)):
            yield f"<{name} {attribute}={value!r}>"


def _order(name: str, children: list[str]) -> Iterator[str]:
    """Yield children that the type has not, that come too often or too late."""
    places, many = _places(name)
    last = -1
    for at, child in enumerate(children):
        place = places.get(child)
        if place is None:
            yield f"<{child}> in <{name}>"
        elif place < last:
            yield f"<{child}> in <{name}> after <{children[at - 1]}>"
        elif place == last and child not in many:
            yield f"<{child}> in <{name}> twice"
        last = last if place is None else place


@cache
def _places(name: str) -> tuple[dict[str, int], frozenset[str]]:
    """Return the place of each child; those that may repeat share one."""
    places: dict[str, int] = {}
    many: set[str] = set()
    repeats, place = False, 0
    for word in CHILDREN[name].split():
        if word in "*;":
            repeats, place = word == "*", place + 1
            continue
        place += not repeats
        places[word] = place
        if repeats:
            many.add(word)
    return places, frozenset(many)


def _package(parts: dict[str, bytes]) -> Iterator[str]:
    """Yield parts without a type, types without a part, and relations that lead nowhere."""
    types = etree.fromstring(parts["[Content_Types].xml"])
    defaults = {one.get("Extension") for one in types.iter(f"{TYPES}Default")}
    named = [one.get("PartName", "") for one in types.iter(f"{TYPES}Override")]
    yield from (f"the type of {name} is given twice" for name in set(named) if named.count(name) > 1)
    yield from (f"there is no part {name}" for name in named if name.lstrip("/") not in parts)
    for name in parts:
        if name != "[Content_Types].xml" and f"/{name}" not in named and name.rsplit(".")[-1] not in defaults:
            yield f"{name} has no type"
    if next(iter(parts)) != "[Content_Types].xml":
        yield "the list of types is not the first part"
    for name in (one for one in parts if one.endswith(".rels")):
        folder = posixpath.dirname(posixpath.dirname(name))
        relations = list(etree.fromstring(parts[name]).iter(f"{RELATIONS}Relationship"))
        if len({one.get("Id") for one in relations}) != len(relations):
            yield f"{name} gives an id twice"
        for one in relations:
            target = posixpath.normpath(posixpath.join(folder, one.get("Target", "")))
            if one.get("TargetMode") == "External" or target not in parts:
                yield f"{name} leads to {one.get('Target')}"


def _references(parts: dict[str, bytes]) -> Iterator[str]:
    """Yield styles, relations and fonts that are named and are not there."""
    w = f"{{{W}}}"
    styles = etree.fromstring(parts["word/styles.xml"])
    ids = [one.get(f"{w}styleId") for one in styles.iter(f"{w}style")]
    names = [one.get(f"{w}val") for one in styles.iter(f"{w}name")]
    yield from (f"style {one} is there twice" for kind in (ids, names) for one in kind if kind.count(one) > 1)
    fonts = {one.get(f"{w}name") for one in etree.fromstring(parts["word/fontTable.xml"])}
    relations = etree.fromstring(parts["word/_rels/document.xml.rels"])
    known = {one.get("Id") for one in relations}
    for name in (one for one in parts if one.startswith("word/") and one.endswith(".xml")):
        for element in etree.fromstring(parts[name]).iter(etree.Element):
            if _local(element) in ("pStyle", "basedOn", "next") and element.get(f"{w}val") not in ids:
                yield f"{name}: there is no style {element.get(f'{w}val')}"
            if element.get(f"{{{R}}}id", "") and element.get(f"{{{R}}}id") not in known:
                yield f"{name}: there is no relation {element.get(f'{{{R}}}id')}"
            if _local(element) == "rFonts":
                said = {element.get(f"{w}{kind}") for kind in ("ascii", "hAnsi", "eastAsia", "cs")}
                yield from (f"{name}: font {one} is in no table" for one in said - fonts)
