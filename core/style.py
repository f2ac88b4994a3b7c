"""How the finished document looks: page, fonts by role and spacing, read from `resources/styles/*.toml`.

The file ships with the program and a test reads it strictly; here it is plain dataclasses, so that the process that
sets pages starts without the library that checks what people typed.
"""

import tomllib
from dataclasses import dataclass
from functools import cache
from typing import Any, Literal

from core.paths import RESOURCES

NumberPlace = Literal["outer", "center"]


@dataclass(frozen=True, slots=True)
class Page:
    """The sheet and its type area, lengths in mm, `line_pitch` in pt; `characters` a line, `lines` a page."""

    width: float
    height: float
    top: float
    left: float
    right: float
    bottom: float
    lines: int
    characters: int
    line_pitch: float


@dataclass(frozen=True, slots=True)
class PageNumber:
    """The page number: size in pt, `below` the type area in mm, between two dashes.

    It stands on the outer side, a character in, or in the centre.
    """

    size: float
    font: str
    below: float
    dash: str
    place: NumberPlace = "outer"


@dataclass(frozen=True, slots=True)
class Sign:
    """The signature: `blank_lines` above it for the seal, and empty characters `right` of the date."""

    blank_lines: int = 2
    right: int = 4


@dataclass(frozen=True, slots=True)
class TableLook:
    """Tables: thickness of the rules, padding at the side of a text and above it, in pt.

    `close` is the least padding at a side, `around` the room between a table and the text above and below it.
    """

    border: float = 0.5
    side: float = 3
    above: float = 2.5
    close: float = 0.75
    around: float = 6


@dataclass(frozen=True, slots=True)
class Font:
    """A font of the standard: the name Word asks for, the names it goes by, its files, the bundled stand-in."""

    word: str
    names: tuple[str, ...]
    bundled: str
    files: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Role:
    """The type of a role: font, size in pt, first-line indent in characters, own line pitch in pt or None.

    `after` is the least room below in pt; the text goes on at the next line of the page's grid.
    """

    font: str
    size: float
    bold: bool = False
    indent: float = 0
    align: Literal["left", "center", "justify"] = "left"
    line_pitch: float | None = None
    after: float = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Style:
    """A whole style sheet."""

    id: str
    source: str
    confirmed: bool
    page: Page
    page_number: PageNumber
    sign: Sign = Sign()
    table: TableLook = TableLook()
    fonts: dict[str, Font]
    roles: dict[str, Role]


@cache
def standard() -> Style:
    """Return the style of GB/T 9704-2012."""
    path = RESOURCES / "styles" / "gbt9704.toml"
    return _read(tomllib.loads(path.read_text(encoding="utf-8")))


def _read(data: dict[str, Any]) -> Style:
    """Return the style that a file holds; TypeError where it has other keys than a style."""
    parts = {"page": Page, "page_number": PageNumber, "sign": Sign, "table": TableLook}
    made = {name: kind(**data[name]) for name, kind in parts.items() if name in data}
    fonts = {
        name: Font(**font | {"names": tuple(font["names"]), "files": tuple(font.get("files", ()))})
        for name, font in data["fonts"].items()
    }
    roles = {name: Role(**role) for name, role in data["roles"].items()}
    return Style(**data | made | {"fonts": fonts, "roles": roles})
