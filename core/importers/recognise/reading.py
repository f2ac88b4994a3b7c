"""What reading a file gives: the report, and of everything in the source where it went."""

from dataclasses import dataclass
from functools import cache
from typing import Any, Self

from pydantic import TypeAdapter

from core.importers.recognise.trace import SourceLine, TemplateScore, Trace
from core.report import Report


@dataclass(frozen=True, slots=True)
class Reading:
    """A report with the count of what was in the source and what found a place in the report or in a note.

    `source_numbers` are the figures in tables, `placed_numbers` those that stand in cells of the report now.
    `traces` say of each filled cell and each paragraph where it came from, `source` are all lines of the source,
    `left_over` those that stand nowhere but in notes, `template_scores` how well each form fits, best first.
    """

    report: Report
    source_numbers: int = 0
    placed_numbers: int = 0
    source_characters: int = 0
    placed_characters: int = 0
    traces: tuple[Trace, ...] = ()
    source: tuple[SourceLine, ...] = ()
    left_over: tuple[SourceLine, ...] = ()
    template_scores: tuple[TemplateScore, ...] = ()

    @classmethod
    def of(cls, report: Report) -> Self:
        """Return the reading of a report that was read from no source."""
        return cls(report)

    def data(self) -> dict[str, Any]:
        """Return it as plain data for JSON, as the process that reads sends it; pydantic checks it on the way back."""
        data: dict[str, Any] = _adapter().dump_python(self, mode="json")
        return data


@cache
def _adapter() -> TypeAdapter[Reading]:
    return TypeAdapter(Reading)
