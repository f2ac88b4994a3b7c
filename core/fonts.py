"""Which font file serves a font of the style sheet: the computer's own where it has one, else the bundled one."""

import fnmatch
import os
import re
import struct
import sys
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO

from core.paths import RESOURCES
from core.style import Font, Style

if TYPE_CHECKING:
    from fontTools.ttLib import TTFont

BUNDLED = RESOURCES / "fonts"
LAST_RESORT = "song"
_RESTRICTED = 0x0002
_NO_SUBSETS = 0x0100
_BITMAPS_ONLY = 0x0200


@dataclass(frozen=True, slots=True)
class FontChoice:
    """The file that serves a font: `index` within a collection; a stand-in is what the program brings along."""

    id: str
    file: Path
    index: int
    name: str
    is_standin: bool


def choose(style: Style, *, bundled_only: bool = False) -> dict[str, FontChoice]:
    """Return the file for each font of the style; `bundled_only` makes the result the same everywhere."""
    own = {} if bundled_only else dict(_own(tuple(style.fonts.items()), tuple(folders())))
    return {font_id: own.get(font_id) or bundled(style, font_id) for font_id in style.fonts}


def chain(style: Style, choices: dict[str, FontChoice], font_id: str) -> list[FontChoice]:
    """Return the fonts to look in for a character, in order: its own, its stand-in, then the other bundled ones.

    The one with the most characters stands before the rest: what it has looks alike wherever it is needed.
    """
    others = [LAST_RESORT, *style.fonts] if LAST_RESORT in style.fonts else list(style.fonts)
    order = [choices[font_id], bundled(style, font_id), *(bundled(style, other) for other in others)]
    return list({(choice.file, choice.index): choice for choice in order}.values())


def bundled(style: Style, font_id: str) -> FontChoice:
    """Return the font that ships with the program for that font of the style."""
    path = BUNDLED / style.fonts[font_id].bundled
    return FontChoice(font_id, path, 0, path.stem, is_standin=True)


def folders() -> Iterator[Path]:
    """Yield the folders in which this computer keeps its fonts; they may not exist."""
    home = Path.home()
    if sys.platform == "win32":
        yield Path(os.environ.get("WINDIR", r"C:\Windows")) / "Fonts"
        yield Path(os.environ.get("LOCALAPPDATA", home)) / "Microsoft" / "Windows" / "Fonts"
    elif sys.platform == "darwin":
        yield from (home / "Library/Fonts", Path("/Library/Fonts"), Path("/System/Library/Fonts"))
    else:
        data = Path(os.environ.get("XDG_DATA_HOME") or home / ".local" / "share")
        yield from (home / ".fonts", data / "fonts", Path("/usr/local/share/fonts"), Path("/usr/share/fonts"))


@cache
def _own(fonts: tuple[tuple[str, Font], ...], where: tuple[Path, ...]) -> dict[str, FontChoice]:
    return find(dict(fonts), where)


def find(fonts: dict[str, Font], where: Sequence[Path]) -> dict[str, FontChoice]:
    """Return the fonts found in those folders; of the files that match, only their names are read."""
    files = list(_files(where))
    found = {font_id: _best(font_id, font, files) for font_id, font in fonts.items()}
    return {font_id: choice for font_id, choice in found.items() if choice}


def _files(where: Iterable[Path]) -> Iterator[Path]:
    for folder in where:
        for parent, _, names in os.walk(folder):
            yield from (Path(parent, name) for name in sorted(names))


def _best(font_id: str, font: Font, files: list[Path]) -> FontChoice | None:
    """Return the font whose name stands first in the list of names, or None where there is none."""
    found: list[tuple[int, FontChoice]] = []
    wanted = re.compile("|".join(fnmatch.translate(pattern.lower()) for pattern in font.files) or "(?!)")
    for path in files:
        if wanted.match(path.name.lower()):
            for index, names in _faces(path):
                rank = next((i for i, name in enumerate(font.names) if name in names), None)
                if rank is not None:
                    name = font.names[rank]
                    found.append((rank, FontChoice(font_id, path, index, name, is_standin=False)))
    return min(found, key=lambda one: one[0])[1] if found else None


def _faces(path: Path) -> Iterator[tuple[int, set[str]]]:
    """Yield the names of each face of a file that can be embedded; a damaged file has none."""
    from fontTools.ttLib import TTFont, TTLibError  # only here: most computers have no such file

    try:
        with path.open("rb") as file:
            count = _count(file)
            for index in range(count):
                font = TTFont(file, fontNumber=index if count > 1 else -1, lazy=True)
                if "glyf" in font and _may_be_embedded(font):
                    yield index, {record.toUnicode() for record in font["name"].names}
    except (OSError, TTLibError, UnicodeDecodeError, KeyError, ValueError, struct.error):
        return


def _count(file: BinaryIO) -> int:
    """Return how many faces a file holds."""
    head = file.read(12)
    file.seek(0)
    return int.from_bytes(head[8:12], "big") if head[:4] == b"ttcf" else 1


def _may_be_embedded(font: "TTFont") -> bool:
    rights = font["OS/2"].fsType if "OS/2" in font else 0
    return rights != _RESTRICTED and not rights & (_NO_SUBSETS | _BITMAPS_ONLY)
