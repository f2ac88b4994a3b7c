"""How the finished document looks: page, fonts by role and spacing, read from `resources/styles/*.toml`."""

import tomllib
from functools import cache
from typing import Literal

from pydantic import BaseModel, ConfigDict

from core.paths import RESOURCES


class _Entry(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class Page(_Entry):
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


class PageNumber(_Entry):
    """The page number: size in pt, `below` the type area in mm, between two dashes."""

    size: float
    font: str
    below: float
    dash: str


class Sign(_Entry):
    """The signature: `blank_lines` above it for the seal, and empty characters `right` of the date."""

    blank_lines: int = 2
    right: int = 4


class TableLook(_Entry):
    """Tables: thickness of the rules, padding at the side of a text and above it, in pt."""

    border: float = 0.5
    side: float = 3
    above: float = 2.5


class Font(_Entry):
    """A font of the standard: the name Word asks for, the names it goes by, its files, the bundled stand-in."""

    word: str
    names: tuple[str, ...]
    bundled: str
    files: tuple[str, ...] = ()


class Role(_Entry):
    """The type of a role: font, size in pt, first-line indent in characters, own line pitch in pt or None."""

    font: str
    size: float
    indent: float = 0
    align: Literal["left", "center", "justify"] = "left"
    line_pitch: float | None = None


class Style(_Entry):
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
    return Style.model_validate(tomllib.loads(path.read_text(encoding="utf-8")))
