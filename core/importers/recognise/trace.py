"""Where every figure and every paragraph of an import came from, and how sure its reading is."""

from dataclasses import dataclass
from typing import Literal

Sureness = Literal["sure", "likely", "unsure"]


@dataclass(frozen=True, slots=True)
class Trace:
    """What a place of the report was read from: `lines` of the source, how sure that is and why not more.

    `target` is a cell address ("table.row.column"), "section_id/3" for paragraph 3 of a section (from 0),
    or "title", "unit", "year". `source` are the words of the source.
    """

    target: str
    lines: tuple[int, ...]
    sure: Sureness
    reason: str = ""
    source: str = ""


@dataclass(frozen=True, slots=True)
class SourceLine:
    """A line of the source as the review shows it; the cells of a table row stand in one, " | " between them."""

    line: int
    text: str
    page: int = 0
    table: bool = False


@dataclass(frozen=True, slots=True)
class TemplateScore:
    """How well a form fits the source, from 0 to 1; the clerk may choose another than the best one."""

    template: str
    score: float
