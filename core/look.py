"""What a unit has its own way on paper; all else is the standard's."""

from dataclasses import replace
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

from core.style import NumberPlace, Style

TitleFont = Literal["biaosong", "hei", "song_bold"]

_POINTS_OF_A_MM = 72 / 25.4
_TITLE_ROLES = ("title", "annex_title")


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
    roles = dict(style.roles)
    roles["heading2"] = replace(roles["heading2"], bold=look.bold_level2)
    roles |= {name: replace(roles[name], font=font, bold=bold) for name in _TITLE_ROLES}
    return replace(
        style,
        page=replace(page, line_pitch=look.line_pitch, lines=lines),
        page_number=replace(style.page_number, place=look.page_number),
        roles=roles,
    )
