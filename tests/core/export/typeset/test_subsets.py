"""A subset is byte for byte what the library makes, also where it is left to the library."""

import random

import pytest
from reportlab.pdfbase.ttfonts import TTFontFace

from core.export.typeset.subsets import SubsetFace
from core.fonts import BUNDLED

FONTS = sorted(BUNDLED.glob("*.ttf"))
NOWHERE = 0x10FFFD
BEGINNING = [0, *[32] * 32]  # what the library begins a subset with


def is_composite(face: TTFontFace, char: int) -> bool:
    glyph = face.charToGlyph[char]
    begin, end = face.glyphPos[glyph : glyph + 2]
    start, _ = face.get_table_pos("glyf")
    return begin < end and face._ttf_data[start + begin] >= 0x80


@pytest.mark.parametrize("path", FONTS, ids=lambda path: path.stem)
@pytest.mark.parametrize("count", [0, 1, 223, 1500])
def test_a_subset_is_what_the_library_makes(path, count):
    # given
    quick, slow = SubsetFace(str(path)), TTFontFace(str(path))
    chars = random.Random(count).sample(sorted(slow.charToGlyph), count)
    subset = [*BEGINNING, *chars, NOWHERE, *chars[:1]]

    # then: also where the outlines are known from another subset
    assert quick.makeSubset(subset) == slow.makeSubset(subset)
    assert quick.makeSubset(subset[::-1]) == slow.makeSubset(subset[::-1])


def test_an_outline_made_of_others_is_left_to_the_library():
    # given
    path = BUNDLED / "NianbaoKai.ttf"
    quick, slow = SubsetFace(str(path)), TTFontFace(str(path))
    subset = [*BEGINNING, 0x4E00, next(char for char in slow.charToGlyph if is_composite(slow, char))]

    # then
    assert quick.makeSubset(subset) == slow.makeSubset(subset)


def test_an_outline_that_is_not_all_there_is_left_to_the_library():
    # given
    quick, slow = SubsetFace(str(FONTS[0])), TTFontFace(str(FONTS[0]))
    begin = slow.get_table_pos("glyf")[0] + slow.glyphPos[slow.charToGlyph[0x4E00]]
    for face in (quick, slow):
        face._ttf_data = face._ttf_data[: begin + 12]

    # then
    assert quick.makeSubset([*BEGINNING, 0x4E00]) == slow.makeSubset([*BEGINNING, 0x4E00])
