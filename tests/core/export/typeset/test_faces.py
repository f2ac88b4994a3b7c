"""Text is cleaned of what cannot be seen, and each character finds a face."""

import pytest

from core import style
from core.export.rendering import Substitution
from core.export.typeset.embedding import to_unicode
from core.export.typeset.faces import Faces, clean


@pytest.mark.parametrize(
    ("typed", "seen"),
    [
        ("公\u200b开\ufeff", "公开"),
        ("A\u00a0B\tC\u2009D", "A B C D"),
        ("甲\u3000乙", "甲\u3000乙"),
        ("右\u202e左\u2066", "右左"),
        ("葛\U000e0100城", "葛城"),
        ("甲\r\n乙\u2028丙", "甲\n乙\n丙"),
        ("\x00\x07\x7f", ""),
        ("\ud800", "\ufffd"),
    ],
)
def test_only_what_can_be_seen_is_kept(typed, seen):
    assert clean(typed) == seen


def test_each_lacking_character_is_reported_once():
    faces = Faces(style.standard(), bundled_only=True)

    glyphs = faces.glyphs("fangsong", "垟村垟村") + faces.glyphs("fangsong", "垟\U0001f600")

    assert [glyph.char for glyph in glyphs] == list("垟村垟村垟□")
    assert faces.substitutions == (
        Substitution("垟", "NianbaoFangSong", "NianbaoSong"),
        Substitution("\U0001f600", "NianbaoFangSong", ""),
    )


def test_fonts_are_opened_only_when_text_needs_them():
    faces = Faces(style.standard(), bundled_only=True)

    faces.glyphs("hei", "一、总体情况")

    assert list(faces.opened) == ["NianbaoHei-0"]


def test_a_character_beyond_the_first_plane_leads_back_to_itself():
    table = to_unicode("F", [0, 0x4E00, 0x2CB4E])

    assert "2 beginbfchar\n<01> <4E00>\n<02> <D872DF4E>\nendbfchar" in table


def test_a_list_of_characters_has_at_most_a_hundred_entries():
    table = to_unicode("F", list(range(0x4E00, 0x4E00 + 250)))

    assert table.count("100 beginbfchar") == 2
    assert table.count("50 beginbfchar") == 1
