"""A font file read at once says the same as read by the library, and one in a form of old is left to it."""

import pytest
from reportlab.pdfbase.ttfonts import TTFError, TTFontFace

from core.export.typeset.outlines import Face
from core.fonts import BUNDLED

FONTS = sorted(BUNDLED.glob("*.ttf"))


@pytest.mark.parametrize("path", FONTS, ids=lambda path: path.stem)
def test_glyphs_widths_and_places_are_those_the_library_reads(path):
    quick, slow = Face(str(path)), TTFontFace(str(path))

    assert quick.charToGlyph == {char: glyph for char, glyph in slow.charToGlyph.items() if glyph}
    widths = {char: quick.charWidths.get(char, -1) for char in quick.charToGlyph}
    assert widths == {char: pytest.approx(slow.charWidths[char]) for char in widths}
    assert [quick.hmetrics[glyph] for glyph in range(quick.numGlyphs)] == slow.hmetrics
    assert list(quick.glyphPos) == slow.glyphPos
    assert quick.charWidths.get(0x10FFFF, -1) == -1
    assert quick.defaultWidth == slow.defaultWidth


def test_a_table_of_characters_of_old_is_read_the_slow_way(monkeypatch):
    def unknown(self):
        raise ValueError

    monkeypatch.setattr(Face, "_characters", unknown)

    assert Face(str(FONTS[0])).charToGlyph == TTFontFace(str(FONTS[0])).charToGlyph


def test_a_cut_file_is_refused_as_the_library_does(tmp_path):
    cut = tmp_path / "cut.ttf"
    cut.write_bytes(FONTS[0].read_bytes()[:300])

    with pytest.raises(TTFError):
        Face(str(cut))
