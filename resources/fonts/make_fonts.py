"""Make the bundled TrueType fonts of 年报通.

Usage: ``python make_fonts.py SOURCE_DIR [--out OUT_DIR]``

SOURCE_DIR is searched recursively for the source files by name.  They come from these Debian 12 packages
(``apt-get download NAME`` and ``dpkg -x NAME_*.deb SOURCE_DIR``):

* texlive-lang-chinese: FandolFang-Regular.otf
* fonts-noto-cjk: NotoSerifCJK-Bold.ttc, NotoSerifCJK-Regular.ttc, NotoSansCJK-Regular.ttc
* fonts-lxgw-wenkai: LXGWWenKai-Regular.ttf
* unicode-data: Unihan_OtherMappings.txt.bz2 (its kTGH field is the 8105-character 通用规范汉字表)

Each source is cut to the character set below, turned into TrueType (glyf) outlines, stripped of hinting,
layout tables and glyph names, and renamed as the licences ask.  Chinese dashes, quotes and the middle dot
are made full-width, since the layout features that would do so are gone; missing ticks, crosses and ballot
boxes are drawn.  The result does not depend on the time or the machine.  Needs fontTools.
"""

from __future__ import annotations

import argparse
import bz2
import time
from dataclasses import dataclass
from pathlib import Path

from fontTools.fontBuilder import FontBuilder
from fontTools.pens.boundsPen import BoundsPen
from fontTools.pens.cu2quPen import Cu2QuPen
from fontTools.pens.transformPen import TransformPen
from fontTools.pens.ttGlyphPen import TTGlyphPen
from fontTools.subset import Options, Subsetter
from fontTools.ttLib import TTFont, newTable

UNIHAN_FILE = "Unihan_OtherMappings.txt.bz2"
MODIFIED_ON = "2026-11-22"
FIXED_TIME = 3_878_150_400  # head.created/modified: 2026-11-22T00:00:00Z, in seconds since 1904
EM = 1000
SIDE = 70  # side bearing of a quote that is made full-width
DASH_MIDDLE = 380  # height of the middle of a hanzi
QUOTES = {0x2018: "right", 0x2019: "left", 0x201C: "right", 0x201D: "left"}

Bounds = tuple[float, float, float, float]
Shape = tuple[tuple[int, int], ...]
TICK: tuple[Shape, ...] = (((205, 395), (260, 450), (420, 290), (755, 640), (810, 585), (420, 180)),)
CROSS: tuple[Shape, ...] = (
    ((245, 585), (300, 640), (755, 185), (700, 130)),
    ((245, 185), (700, 640), (755, 585), (300, 130)),
)

RARE = frozenset(map(ord, "垟埇堃淏瑀㙍𬭎"))
SPACES = frozenset([0x20, 0xA0, *range(0x2000, 0x200C), 0x202F, 0x205F, 0x3000])
SYMBOL_RANGES = (
    (0x0020, 0x007E),  # ASCII
    (0x00A0, 0x017F),  # Latin-1, Latin Extended-A
    (0x01CD, 0x01DC),  # pinyin vowels
    (0x0370, 0x03FF),  # Greek
    (0x0400, 0x045F),  # Cyrillic
    (0x2000, 0x206F),  # general punctuation
    (0x2070, 0x209F),  # superscripts, subscripts
    (0x20A0, 0x20BF),  # currency
    (0x2100, 0x214F),  # letterlike: ℃ №
    (0x2150, 0x218F),  # fractions, Ⅰ–Ⅻ
    (0x2190, 0x22FF),  # arrows, mathematics
    (0x2300, 0x23FF),  # technical
    (0x2460, 0x24FF),  # ① ⑴ ⒈ Ⓐ
    (0x2500, 0x27BF),  # box drawing, shapes, ★ ✓ ✔ ✖
    (0x3000, 0x303F),  # CJK punctuation
    (0x3040, 0x312F),  # kana, bopomofo
    (0x3220, 0x3243),  # ㈠
    (0x3280, 0x32B0),  # ㊀
    (0x3380, 0x33DF),  # ㎡ ㎏
    (0xFE10, 0xFE6F),  # vertical and small forms
    (0xFF01, 0xFFEE),  # full-width and half-width forms
)
EXTRA_SYMBOLS = frozenset([0x01F8, 0x01F9, 0x0251, 0x0261, 0x02C7, 0x02C9, 0x02CA, 0x02CB, 0x02D9, 0x1E3F])
GBK_COMPATIBILITY = (
    "\uf92c\uf979\uf995\uf9e7\uf9f1\ufa0c\ufa0d\ufa0e\ufa0f\ufa11"
    "\ufa13\ufa14\ufa18\ufa1f\ufa20\ufa21\ufa23\ufa24\ufa27\ufa28\ufa29"
)
GBK_HANZI = frozenset([*range(0x4E00, 0x9FA6), *map(ord, GBK_COMPATIBILITY)])

OFL_LICENCE = (
    "This Font Software is licensed under the SIL Open Font License, Version 1.1. "
    'This Font Software is distributed on an "AS IS" BASIS, WITHOUT WARRANTIES OR CONDITIONS OF ANY KIND, '
    "either express or implied. See the SIL Open Font License for the specific language, permissions and "
    "limitations governing your use of this Font Software."
)
OFL_URL = "https://scripts.sil.org/OFL"
GPL_LICENCE = (
    "GNU General Public License, version 3, with font exception: if you create a document which uses this "
    "font, and embed this font or unaltered portions of this font into the document, this font does not by "
    "itself cause the resulting document to be covered by the GNU General Public License. The exception is "
    "extended to this modified version."
)
GPL_URL = "https://www.gnu.org/licenses/gpl-3.0.html"


@dataclass(frozen=True)
class Recipe:
    """How one bundled font is made."""

    family: str
    source: str
    based_on: str
    licence: str
    licence_url: str
    face: int = 0
    whole_gbk: bool = False
    broken: frozenset[int] = frozenset()  # characters with a wrong glyph in the source
    max_error: float = 1.0  # largest distance of a converted curve from the original, in 1/1000 em

    @property
    def ps_name(self) -> str:
        """The PostScript name, which is also the file's stem."""
        return self.family.replace(" ", "")


RECIPES = (
    Recipe(
        "Nianbao FangSong",
        "FandolFang-Regular.otf",
        "FandolFang",
        GPL_LICENCE,
        GPL_URL,
        broken=frozenset([0xFFE3, 0xFFE5]),  # drawn as a hyphen and as a dollar sign
        max_error=2.0,
    ),
    Recipe(
        "Nianbao BiaoSong", "NotoSerifCJK-Bold.ttc", "Noto Serif CJK SC Bold", OFL_LICENCE, OFL_URL, face=2
    ),
    Recipe("Nianbao Kai", "LXGWWenKai-Regular.ttf", "LXGW WenKai", OFL_LICENCE, OFL_URL),
    Recipe("Nianbao Hei", "NotoSansCJK-Regular.ttc", "Noto Sans CJK SC", OFL_LICENCE, OFL_URL, face=2),
    Recipe(
        "Nianbao Song",
        "NotoSerifCJK-Regular.ttc",
        "Noto Serif CJK SC",
        OFL_LICENCE,
        OFL_URL,
        face=2,
        whole_gbk=True,
    ),
)


def find_source(folder: Path, name: str) -> Path:
    """Return the one file called ``name`` below ``folder``."""
    found = sorted(folder.rglob(name))
    if not found:
        raise SystemExit(f"{name} not found below {folder}")
    return found[0]


def gb2312() -> frozenset[int]:
    """Return the characters of GB2312, symbols and hanzi, with both Unicode readings of A1A4 and A1AA."""
    found = {0x00B7, 0x2014}
    for row in range(0xA1, 0xF8):
        for cell in range(0xA1, 0xFF):
            found.update(map(ord, bytes((row, cell)).decode("gb2312", "ignore")))
    return frozenset(found)


def is_hanzi(code: int) -> bool:
    """Tell whether ``code`` is a CJK ideograph."""
    return 0x3400 <= code < 0xA000 or 0xF900 <= code < 0xFB00 or code >= 0x20000


def read_tgh(path: Path) -> frozenset[int]:
    """Return the characters of 通用规范汉字表 from Unihan's kTGH field."""
    with bz2.open(path, "rt", encoding="utf-8") as lines:
        fields = (line.split("\t") for line in lines if not line.startswith("#"))
        return frozenset(int(f[0][2:], 16) for f in fields if len(f) > 1 and f[1] == "kTGH")


def wanted_characters(recipe: Recipe, tgh: frozenset[int]) -> set[int]:
    """Return every character the font keeps where its source has it."""
    wanted = set(tgh | gb2312() | RARE | EXTRA_SYMBOLS)
    for first, last in SYMBOL_RANGES:
        wanted.update(range(first, last + 1))
    if recipe.whole_gbk:
        wanted |= GBK_HANZI
    return wanted


def subset(font: TTFont, characters: set[int]) -> None:
    """Cut ``font`` to ``characters`` and drop hinting, layout and vertical tables."""
    options = Options()
    options.hinting = False
    options.layout_features = []
    options.notdef_outline = True
    options.name_IDs = ["*"]
    options.drop_tables += ["BASE", "GDEF", "GPOS", "GSUB", "VORG", "vhea", "vmtx", "gasp", "meta"]
    subsetter = Subsetter(options)
    subsetter.populate(unicodes=characters)
    subsetter.subset(font)


def convert_outlines(font: TTFont, max_error: float) -> None:
    """Replace the cubic CFF outlines by quadratic glyf outlines."""
    glyphs = font.getGlyphSet()
    order = font.getGlyphOrder()
    glyf = newTable("glyf")
    glyf.glyphOrder = order
    glyf.glyphs = {}
    for name in order:
        pen = TTGlyphPen(None)
        glyphs[name].draw(Cu2QuPen(pen, max_error, reverse_direction=True))
        glyf.glyphs[name] = pen.glyph(dropImpliedOnCurves=True)
    font["glyf"] = glyf
    font["loca"] = newTable("loca")
    del font["CFF "]
    font.sfntVersion = "\0\1\0\0"
    set_truetype_maxp(font)


def set_truetype_maxp(font: TTFont) -> None:
    """Give ``font`` the maxp table of an unhinted TrueType font; the counts are filled in on saving."""
    maxp = font["maxp"]
    maxp.tableVersion = 0x00010000
    maxp.maxZones = 1
    for field in ("TwilightPoints", "Storage", "FunctionDefs", "InstructionDefs", "StackElements"):
        setattr(maxp, f"max{field}", 0)
    maxp.maxSizeOfInstructions = 0
    maxp.maxComponentElements = 0


def bounds(font: TTFont, name: str) -> Bounds:
    """Return xMin, yMin, xMax and yMax of a glyph that is not blank."""
    glyphs = font.getGlyphSet()
    pen = BoundsPen(glyphs)
    glyphs[name].draw(pen)
    if pen.bounds is None:
        raise ValueError(f"glyph {name} is blank")
    left, bottom, right, top = pen.bounds
    return left, bottom, right, top


def add_full_width(font: TTFont, name: str, pen: TTGlyphPen) -> str:
    """Add the glyph drawn with ``pen`` as ``name``, one em wide."""
    font.setGlyphOrder([*font.getGlyphOrder(), name])
    font["glyf"].glyphOrder = font.getGlyphOrder()
    font["glyf"].glyphs[name] = pen.glyph()
    font["hmtx"][name] = (EM, 0)
    return name


def full_width_dash(font: TTFont, like: str) -> str:
    """Add a dash as thick as glyph ``like`` that fills the em, so that two of them join."""
    _, bottom, _, top = bounds(font, like)
    half = round((top - bottom) / 2)
    low, high = DASH_MIDDLE - half, DASH_MIDDLE + half
    return add_polygons(font, "dash.full", (((0, low), (0, high), (EM, high), (EM, low)),))


def full_width_copy(font: TTFont, like: str, place: str) -> str:
    """Add a copy of glyph ``like`` in a full em, at its ``left`` or ``right`` side or in its ``middle``."""
    left, _, right, _ = bounds(font, like)
    shift = {"left": SIDE - left, "right": EM - SIDE - right, "middle": (EM - left - right) / 2}[place]
    pen = TTGlyphPen(None)
    font.getGlyphSet()[like].draw(TransformPen(pen, (1, 0, 0, 1, round(shift), 0)))
    return add_full_width(font, f"{like}.full", pen)


def make_punctuation_full_width(font: TTFont, cmap: dict[int, str]) -> None:
    """Point dashes, the middle dot, narrow quotes and the yuan sign at full-width glyphs."""
    left, _, right, _ = bounds(font, cmap[0x2014])
    if (left, right) == (0, EM):
        cmap[0x2015] = cmap[0x2014]
    else:
        cmap[0x2014] = cmap[0x2015] = full_width_dash(font, cmap[0x2014])
    cmap[0x00B7] = cmap[0x30FB]
    for code, place in QUOTES.items():
        if font["hmtx"][cmap[code]][0] != EM:
            cmap[code] = full_width_copy(font, cmap[code], place)
    if 0xFFE5 not in cmap:
        cmap[0xFFE5] = full_width_copy(font, cmap[0x00A5], "middle")


def add_polygons(font: TTFont, name: str, shapes: tuple[Shape, ...], base: str | None = None) -> str:
    """Add a full-width glyph of filled polygons, drawn over a copy of glyph ``base`` if one is named."""
    pen = TTGlyphPen(None)
    if base is not None:
        font.getGlyphSet()[base].draw(pen)
    for first, *others in shapes:
        pen.moveTo(first)
        for point in others:
            pen.lineTo(point)
        pen.closePath()
    return add_full_width(font, name, pen)


def add_marks(font: TTFont, cmap: dict[int, str]) -> None:
    """Draw the ticks, crosses and ballot boxes that the source lacks."""
    box = cmap[0x25A1]
    tick, cross = add_polygons(font, "tick", TICK), add_polygons(font, "cross", CROSS)
    drawn = dict.fromkeys(map(ord, "✓✔"), tick) | dict.fromkeys(map(ord, "✕✖✗✘"), cross)
    drawn[ord("☐")] = box
    drawn[ord("☑")] = add_polygons(font, "box.tick", TICK, box)
    drawn[ord("☒")] = add_polygons(font, "box.cross", CROSS, box)
    for code, name in drawn.items():
        cmap.setdefault(code, name)


def set_characters(font: TTFont, cmap: dict[int, str]) -> None:
    """Write the character map without the characters whose glyph is blank."""
    glyf = font["glyf"]
    shown = {code: name for code, name in cmap.items() if code in SPACES or glyf[name].numberOfContours}
    FontBuilder(font=font).setupCharacterMap(dict(sorted(shown.items())))


def set_side_bearings(font: TTFont) -> None:
    """Make every left side bearing the glyph's xMin."""
    glyf, hmtx = font["glyf"], font["hmtx"]
    for name in font.getGlyphOrder():
        glyf[name].recalcBounds(glyf)
        hmtx[name] = (hmtx[name][0], getattr(glyf[name], "xMin", 0))


def set_names(font: TTFont, recipe: Recipe) -> None:
    """Rename the font, keep its credits, and say that and how it was changed."""
    table = font["name"]
    kept = {number: table.getDebugName(number) for number in (0, 7, 8, 9, 11, 12)}
    version = (table.getDebugName(5) or "").split(";")[0]
    note = (
        f"Modified version of {recipe.based_on} ({version}), made on {MODIFIED_ON} for the program 年报通: "
        "cut to a smaller character set, outlines in TrueType form, hinting and layout tables removed, "
        "dashes, quotes and middle dot full-width, check marks added, renamed."
    )
    names = {
        **kept,
        1: recipe.family,
        2: "Regular",
        3: f"{recipe.ps_name};{MODIFIED_ON}",
        4: recipe.family,
        5: f"{version}; modified {MODIFIED_ON}",
        6: recipe.ps_name,
        10: note,
        13: recipe.licence,
        14: recipe.licence_url,
    }
    table.names = []
    for number, text in sorted(names.items()):
        if text:
            table.setName(text, number, 3, 1, 0x409)


def set_header(font: TTFont) -> None:
    """Set fixed times, the regular style, free embedding and smooth rendering; drop glyph names."""
    head, os2 = font["head"], font["OS/2"]
    head.created = head.modified = FIXED_TIME
    head.macStyle = 0
    head.flags |= 2  # left side bearing at x = 0
    os2.fsType = 0
    os2.fsSelection = 0x40
    os2.usWeightClass = 400
    font["post"].formatType = 3.0
    gasp = newTable("gasp")
    gasp.version = 1
    gasp.gaspRange = {0xFFFF: 0x000A}  # smoothing without grid fitting
    font["gasp"] = gasp


def make_font(recipe: Recipe, sources: Path, out: Path, tgh: frozenset[int]) -> Path:
    """Make one font and return its path."""
    path = find_source(sources, recipe.source)
    font = TTFont(path, fontNumber=recipe.face, recalcTimestamp=False)
    subset(font, wanted_characters(recipe, tgh))
    if "CFF " in font:
        convert_outlines(font, recipe.max_error)
    cmap = dict(font.getBestCmap())
    for code in recipe.broken:
        del cmap[code]
    make_punctuation_full_width(font, cmap)
    add_marks(font, cmap)
    set_characters(font, cmap)
    set_side_bearings(font)
    set_names(font, recipe)
    set_header(font)
    target = out / f"{recipe.ps_name}.ttf"
    font.save(target)
    return target


def report(path: Path, tgh: frozenset[int]) -> str:
    """Return a line of the README's coverage table, measured on the finished file."""
    codes = set(TTFont(path, lazy=True).getBestCmap())
    gb_hanzi = {code for code in gb2312() if is_hanzi(code)}
    gb_symbols = gb2312() - gb_hanzi
    sets = (gb_hanzi, gb_symbols, tgh, GBK_HANZI, RARE)
    counts = [f"{len(codes & wanted)}/{len(wanted)}" for wanted in sets]
    return " | ".join(["", path.name, *counts, str(len(codes)), f"{path.stat().st_size:,}", ""]).strip()


def main() -> None:
    """Make all fonts and print the coverage table."""
    parser = argparse.ArgumentParser(description="Make the bundled fonts.")
    parser.add_argument("sources", type=Path, help="folder with the unpacked Debian packages")
    parser.add_argument("--out", type=Path, default=Path(__file__).parent, help="folder for the made fonts")
    arguments = parser.parse_args()
    tgh = read_tgh(find_source(arguments.sources, UNIHAN_FILE))
    for recipe in RECIPES:
        start = time.monotonic()
        path = make_font(recipe, arguments.sources, arguments.out, tgh)
        print(report(path, tgh), f"{time.monotonic() - start:.0f} s", flush=True)


if __name__ == "__main__":
    main()
