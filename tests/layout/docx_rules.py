"""The layout of GB/T 9704-2012 as a list of what a Word file breaks of it; the figures are the standard's."""

from collections.abc import Iterator
from dataclasses import dataclass

from lxml import etree

from tests.layout.docx_reader import File, Line, W, on, properties

_MM = 1440 / 25.4
_MARGINS = {"top": 37, "bottom": 35, "left": 28, "right": 26}
_ACROSS = 11906 - round(28 * _MM) - round(26 * _MM)
_SPREAD = ("公文正文", "附件名称")  # where a comma may hang over the edge, as Word has it by itself
_TITLES = {"biaosong": "方正小标宋简体", "hei": "黑体", "song_bold": "宋体"}


@dataclass(frozen=True)
class Wish:
    """What the unit wants otherwise than the standard, and the titles of the sections."""

    line_pitch: float = 28.95
    page_number: str = "outer"
    bold_level2: bool = False
    title_font: str = "biaosong"
    headings: tuple[str, ...] = ()


@dataclass(frozen=True)
class _Type:
    """Font, size, characters of first-line indent, alignment, weight and outline level of a kind of paragraph."""

    font: str
    size: float
    indent: int
    align: str
    bold: bool = False
    outline: str = ""


def _types(wish: Wish) -> dict[str, _Type]:
    title = _Type(_TITLES[wish.title_font], 22, 0, "center", wish.title_font == "song_bold")
    return {
        "Title": title,
        "附件标题": _Type(title.font, 22, 0, "center", title.bold, "0"),
        "heading 1": _Type("黑体", 16, 200, "left", outline="0"),
        "heading 2": _Type("楷体_GB2312", 16, 200, "left", wish.bold_level2, "1"),
        "公文正文": _Type("仿宋_GB2312", 16, 200, "both"),
        "附件标记": _Type("黑体", 16, 0, "left"),
        "附件名称": _Type("仿宋_GB2312", 16, 0, "both"),
        "落款单位": _Type("仿宋_GB2312", 16, 0, "right"),
        "落款日期": _Type("仿宋_GB2312", 16, 0, "right"),
        "footer": _Type("宋体", 14, 0, "right"),
    }


def broken(data: bytes, wish: Wish) -> list[str]:
    """Return what of a file is not as the standard, or the unit, wants it."""
    file = File(data)
    found = [*_page(file, wish), *_settings(file), *_footers(file, wish)]
    types = _types(wish)
    body = file.parts["word/document.xml"].find(f"{W}body")
    for line in file.lines():
        in_table = line.element.getparent().tag == f"{W}tc"
        found += _any_line(line)
        found += _table_line(line) if in_table else _line(line, types, wish)
    headings = [line.text for line in file.lines() if line.style == "heading 1"]
    if headings != list(wish.headings):
        found.append(f"headings are {headings}")
    for table in body.iter(f"{W}tbl"):
        found += _table(table)
    return found


def _page(file: File, wish: Wish) -> Iterator[str]:
    page = file.section
    if (page["pgSz"]["w"], page["pgSz"]["h"]) != ("11906", "16838"):
        yield "the page is not A4"
    for side, length in _MARGINS.items():
        if abs(int(page["pgMar"][side]) - length * _MM) > 1:
            yield f"margin {side} is {int(page['pgMar'][side]) / _MM:.1f} mm"
    grid = page["docGrid"]
    pitch = int(grid["linePitch"]) / 20
    high = (16838 - int(page["pgMar"]["top"]) - int(page["pgMar"]["bottom"])) / 20
    if grid["type"] != "linesAndChars" or abs(pitch - wish.line_pitch) > 0.03:
        yield f"the grid is {grid}"
    if high // pitch != (22 if wish.line_pitch < 29 else 21):
        yield f"{high // pitch} lines a page"
    if _ACROSS / 20 // (16 + int(grid["charSpace"]) / 4096) != 28:
        yield "the grid has not 28 characters"


def _settings(file: File) -> Iterator[str]:
    settings = properties(file.parts["word/settings.xml"])
    if not on(settings, "evenAndOddHeaders"):
        yield "odd and even footers are one"
    if settings["characterSpacingControl"]["val"] != "compressPunctuation":
        yield "punctuation is not compressed"
    compat = file.parts["word/settings.xml"].find(f"{W}compat").iter(f"{W}compatSetting")
    if {one.get(f"{W}name"): one.get(f"{W}val") for one in compat}.get("compatibilityMode") != "15":
        yield "the file is shown in compatibility mode"
    theme = [
        key for part in file.parts.values() for one in part.iter() for key in one.attrib if "Theme" in key
    ]
    if theme or any("theme" in name for name in file.parts):
        yield "there are fonts of a theme"


def _footers(file: File, wish: Wish) -> Iterator[str]:
    relations = {one.get("Id"): one.get("Target") for one in file.parts["word/_rels/document.xml.rels"]}
    section = file.parts["word/document.xml"].find(f"{W}body/{W}sectPr")
    kinds = {}
    for one in section.iter(f"{W}footerReference"):
        target = next(value for key, value in one.attrib.items() if key.endswith("}id"))
        kinds[one.get(f"{W}type")] = f"word/{relations[target]}"
    sides = {"default": "right", "even": "left"}
    if set(kinds) != set(sides):
        yield f"there are footers {sorted(kinds)}"
    below = _MM * 35 - int(file.section["pgMar"]["footer"])  # to the lower edge of the number's line
    for kind, side in sides.items():
        (line,) = file.lines(kinds[kind])
        middle = (below - int(line.look["spacing"]["line"]) / 2) / _MM
        if abs(middle - 7) > 0.2:
            yield f"the page number stands {middle:.1f} mm below the text"
        yield from _number(line, side, wish)


def _number(line: Line, side: str, wish: Wish) -> Iterator[str]:
    fields = [one.get(f"{W}fldCharType") for one in line.element.iter(f"{W}fldChar")]
    instruction = [one.text.strip() for one in line.element.iter(f"{W}instrText")]
    if (line.text, fields, instruction) != ("— 1 —", ["begin", "separate", "end"], ["PAGE"]):
        yield f"the footer is {line.text} {instruction}"
    align = line.look["jc"]["val"]
    if align != ("center" if wish.page_number == "center" else side):
        yield f"the page number stands {align}"
    if wish.page_number == "outer" and line.number("ind", f"{side}Chars") != 100:
        yield "the page number is not a character from the edge"
    if any(run.fonts != {"宋体"} or run.size != 14 for run in line.runs):
        yield "the page number is not in 4号宋体"


def _any_line(line: Line) -> Iterator[str]:
    """Yield what no paragraph may be."""
    for run in line.runs:
        if len(run.fonts) != 1 or "" in run.fonts or "rFonts" not in properties(run.element.find(f"{W}rPr")):
            yield f"fonts {run.fonts} of {run.text[:20]!r}"
        if run.look["lang"]["eastAsia"] != "zh-CN":
            yield f"language of {run.text[:20]!r}"
    if on(line.look, "widowControl") or not on(line.look, "kinsoku"):
        yield f"line breaking of {line.text[:20]!r}"
    hangs = "overflowPunct" not in line.look or on(line.look, "overflowPunct")
    if line.style != "footer" and hangs != (line.style in _SPREAD):
        yield f"signs of {line.text[:20]!r} {'hang' if hangs else 'do not hang'}"
    if line.look["spacing"].get("lineRule") != "exact":
        yield f"lines of {line.text[:20]!r} are not exact"


def _line(line: Line, types: dict[str, _Type], wish: Wish) -> Iterator[str]:
    """Yield what is wrong with a paragraph of the text; the small lines above an annex table are free."""
    kind = types.get(line.style)
    if not line.text and not line.runs:
        return
    if kind is None:
        if line.style != "附件说明":
            yield f"style {line.style} of {line.text[:20]!r}"
        return
    yield from _letters(line, kind, types["heading 2"])
    yield from _place(line, kind, wish)
    if line.text in wish.headings and line.style != "heading 1":
        yield f"{line.text!r} is no heading"


def _letters(line: Line, kind: _Type, second: _Type) -> Iterator[str]:
    """Yield fonts and sizes that are not those of the kind; a "（一）…。" that runs in has its own."""
    kinds = [kind] * len(line.runs)
    if line.style == "公文正文" and len(kinds) == 2:
        kinds[0] = second
    for run, wanted in zip(line.runs, kinds, strict=True):
        if (run.fonts, run.size, on(run.look, "b")) != ({wanted.font}, wanted.size, wanted.bold):
            yield f"{run.fonts} {run.size} of {line.text[:20]!r}"


def _place(line: Line, kind: _Type, wish: Wish) -> Iterator[str]:
    said = repr(line.text[:20])
    if (line.number("ind", "firstLineChars"), line.look["jc"]["val"]) != (kind.indent, kind.align):
        yield f"indent or alignment of {said}"
    if kind.indent and abs(line.number("ind", "firstLine") - 2 * _ACROSS / 28) > 2:
        yield f"the indent of {said} is not two characters"
    if line.look.get("outlineLvl", {}).get("val", "") != kind.outline:
        yield f"outline of {said}"
    if kind.size == 16:
        if line.number("spacing", "line") != round(wish.line_pitch * 20):
            yield f"line pitch of {said}"
        yield from _measure(line)


def _measure(line: Line) -> Iterator[str]:
    """Yield a text of which a full line has not 28 characters."""
    for run in line.runs:
        width = run.size * 20 + int(run.look.get("spacing", {}).get("val", 0))
        if _ACROSS // width != 28 or on(line.look, "snapToGrid"):
            yield f"{int(_ACROSS // width)} characters a line of {line.text[:20]!r}"


def _table_line(line: Line) -> Iterator[str]:
    for run in line.runs:
        if not run.fonts <= {"黑体", "仿宋_GB2312", "宋体"} or not 5 <= run.size <= 10.5:
            yield f"{run.fonts} {run.size} of {line.text[:20]!r} in a table"


def _table(table: etree._Element) -> Iterator[str]:
    look = properties(table.find(f"{W}tblPr"))
    widths = [int(one.get(f"{W}w", "0")) for one in table.find(f"{W}tblGrid")]
    if (
        look["tblLayout"]["type"] != "fixed"
        or sum(widths) != int(look["tblW"]["w"])
        or sum(widths) != _ACROSS
    ):
        yield f"a table {sum(widths)} wide"
    rows = [properties(row.find(f"{W}trPr")) for row in table.iter(f"{W}tr")]
    if not all(on(row, "cantSplit") for row in rows):
        yield "a row may be cut by the end of a page"
    heads = [on(row, "tblHeader") for row in rows]
    if heads != sorted(heads, reverse=True):
        yield "a head row below the head"
    captions = [row for row in table.iter(f"{W}tr") if len(row.findall(f"{W}tc")) == 1]
    if len(rows) > 12 and not captions and not any(heads):
        yield "the head of a long table is not repeated"
    yield from _cells(table, widths)


def _cells(table: etree._Element, widths: list[int]) -> Iterator[str]:
    """Yield cells that are not as wide as their columns, and merges without a beginning."""
    merged: dict[int, int] = {}
    for row in table.iter(f"{W}tr"):
        at = 0
        now: dict[int, int] = {}
        for cell in row.iter(f"{W}tc"):
            look = properties(cell.find(f"{W}tcPr"))
            span = int(look.get("gridSpan", {}).get("val", 1))
            if sum(widths[at : at + span]) != int(look["tcW"]["w"]):
                yield f"a cell {look['tcW']['w']} wide in columns of {widths[at : at + span]}"
            if "vMerge" in look:
                now[at] = span
                if look["vMerge"].get("val") != "restart" and merged.get(at) != span:
                    yield "a merge without a beginning"
            at += span
        if at != len(widths):
            yield f"a row of {at} columns in a table of {len(widths)}"
        merged = now
