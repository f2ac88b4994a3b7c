"""How the finished document looks: page, fonts by role and spacing, read from `resources/styles/*.toml`.

`Style` is a whole style sheet, `Look` the few things that a unit may have its own way; `with_look` joins them.
"""

import tomllib
from functools import cache
from math import floor
from typing import Any, Literal

from pydantic import (
    BaseModel,
    ConfigDict,
    Field,
    ValidationError,
    ValidatorFunctionWrapHandler,
    field_validator,
)
from pydantic_core.core_schema import ValidationInfo

from core.paths import RESOURCES

TitleFont = Literal["biaosong", "hei", "song_bold"]
NumberPlace = Literal["outer", "center"]

_POINTS_OF_A_MM = 72 / 25.4
_TITLE_ROLES = ("title", "annex_title")


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
    """The page number: size in pt, `below` the type area in mm, between two dashes.

    It stands on the outer side, a character in, or in the centre.
    """

    size: float
    font: str
    below: float
    dash: str
    place: NumberPlace = "outer"


class Sign(_Entry):
    """The signature: `blank_lines` above it for the seal, and empty characters `right` of the date."""

    blank_lines: int = 2
    right: int = 4


class TableLook(_Entry):
    """Tables: thickness of the rules, padding at the side of a text and above it, in pt.

    `close` is the least padding at a side, `around` the room between a table and the text above and below it.
    """

    border: float = 0.5
    side: float = 3
    above: float = 2.5
    close: float = 0.75
    around: float = 6


class Font(_Entry):
    """A font of the standard: the name Word asks for, the names it goes by, its files, the bundled stand-in."""

    word: str
    names: tuple[str, ...]
    bundled: str
    files: tuple[str, ...] = ()


class Role(_Entry):
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


class Look(BaseModel):
    """What a unit has its own way; without a wish, what the standard says.

    A value that this program does not know, or that is out of bounds, is the standard's.
    """

    model_config = ConfigDict(frozen=True, extra="allow")

    line_pitch: float = Field(default=28.95, ge=28, le=30)
    page_number: NumberPlace = "outer"
    bold_level2: bool = False
    title_font: TitleFont = "biaosong"

    @field_validator("line_pitch", "page_number", "bold_level2", "title_font", mode="wrap")
    @classmethod
    def _known(cls, value: object, check: ValidatorFunctionWrapHandler, info: ValidationInfo) -> Any:  # noqa: ANN401 - four types of fields pass
        try:
            return check(value)
        except ValidationError:
            return cls.model_fields[str(info.field_name)].default


def with_look(style: Style, look: Look) -> Style:
    """Return the style with what the unit has its own way."""
    page = style.page
    high = (page.height - page.top - page.bottom) * _POINTS_OF_A_MM
    lines = floor(high / look.line_pitch)
    font, bold = ("song", True) if look.title_font == "song_bold" else (look.title_font, False)
    changed: dict[str, dict[str, str | bool]] = {"heading2": {"bold": look.bold_level2}}
    changed |= {role: {"font": font, "bold": bold} for role in _TITLE_ROLES}
    roles = {
        name: role.model_copy(update=changed[name]) if name in changed else role
        for name, role in style.roles.items()
    }
    return style.model_copy(
        update={
            "page": page.model_copy(update={"line_pitch": look.line_pitch, "lines": lines}),
            "page_number": style.page_number.model_copy(update={"place": look.page_number}),
            "roles": roles,
        }
    )


@cache
def standard() -> Style:
    """Return the style of GB/T 9704-2012."""
    path = RESOURCES / "styles" / "gbt9704.toml"
    return Style.model_validate(tomllib.loads(path.read_text(encoding="utf-8")))
