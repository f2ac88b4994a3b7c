"""Fonts of the computer are found by their names, and what cannot be embedded or read is passed over."""

import shutil
import sys
from pathlib import Path

import pytest
from fontTools.ttLib import TTCollection, TTFont

from core import fonts, style

LOOK = style.standard()


def put_font(folder: Path, file: str, name: str, *, rights: int = 0) -> Path:
    """Put a font of that name into a folder, made from a bundled one."""
    with TTFont(fonts.BUNDLED / "NianbaoHei.ttf", lazy=True) as font:
        for record in font["name"].names:
            if record.nameID in (1, 4):
                record.string = name
        font["OS/2"].fsType = rights
        folder.mkdir(parents=True, exist_ok=True)
        font.save(folder / file, reorderTables=None)
    return folder / file


def test_without_own_fonts_the_bundled_ones_serve():
    chosen = fonts.choose(LOOK, bundled_only=True)

    assert set(chosen) == set(LOOK.fonts)
    assert all(choice.is_standin and choice.file.is_file() for choice in chosen.values())


def test_the_own_font_of_the_computer_comes_first(tmp_path, monkeypatch):
    own = put_font(tmp_path / "office", "simfang.ttf", "FangSong")
    monkeypatch.setattr(fonts, "folders", lambda: iter([tmp_path]))

    chosen = fonts.choose(LOOK)

    assert (chosen["fangsong"].file, chosen["fangsong"].name, chosen["fangsong"].is_standin) == (
        own,
        "FangSong",
        False,
    )
    assert chosen["hei"].is_standin


def test_the_name_that_stands_first_in_the_style_wins(tmp_path):
    put_font(tmp_path, "simfang.ttf", "仿宋")
    better = put_font(tmp_path, "仿宋_GB2312.TTF", "仿宋_GB2312")

    assert fonts.find(LOOK.fonts, [tmp_path])["fangsong"].file == better


def test_a_font_that_may_not_be_embedded_is_passed_over(tmp_path):
    put_font(tmp_path, "simfang.ttf", "仿宋", rights=0x0002)

    assert fonts.find(LOOK.fonts, [tmp_path]) == {}


def test_a_file_that_only_bears_the_name_is_passed_over(tmp_path):
    put_font(tmp_path, "simfang.ttf", "Something else")
    (tmp_path / "simhei.ttf").write_bytes(b"not a font at all")
    (tmp_path / "simsun.ttc").write_bytes(b"ttcf\x00\x01\x00\x00\x00\x00\x00\x03")

    assert fonts.find(LOOK.fonts, [tmp_path]) == {}


def test_files_of_other_names_are_not_opened(tmp_path, monkeypatch):
    put_font(tmp_path, "another.ttf", "仿宋")
    monkeypatch.setattr(fonts, "_faces", lambda path: pytest.fail(f"{path} was opened"))

    assert fonts.find(LOOK.fonts, [tmp_path, tmp_path / "missing"]) == {}


def test_the_right_face_of_a_collection_is_found(tmp_path):
    collection = TTCollection()
    for name in ("NSimSun", "SimSun"):
        put_font(tmp_path, "part.tmp", name)
        collection.fonts.append(TTFont(tmp_path / "part.tmp", lazy=False))
        shutil.move(tmp_path / "part.tmp", tmp_path / f"{name}.part")
    collection.save(tmp_path / "simsun.ttc")

    found = fonts.find(LOOK.fonts, [tmp_path])["song"]

    assert (found.index, found.name) == (1, "SimSun")


def test_a_character_is_looked_for_in_the_stand_in_then_in_the_largest_font(tmp_path):
    own = fonts.FontChoice("kai", put_font(tmp_path, "simkai.ttf", "KaiTi"), 0, "KaiTi", is_standin=False)
    choices = fonts.choose(LOOK, bundled_only=True) | {"kai": own}

    names = [choice.name for choice in fonts.chain(LOOK, choices, "kai")]

    assert names[:3] == ["KaiTi", "NianbaoKai", "NianbaoSong"]
    assert len(names) == len(set(names)) == 6


@pytest.mark.parametrize(
    ("platform", "part"), [("win32", "Fonts"), ("darwin", "Library"), ("linux", "fonts")]
)
def test_every_platform_names_its_folders(monkeypatch, platform, part):
    monkeypatch.setattr(sys, "platform", platform)

    assert all(part in str(folder) for folder in fonts.folders())
