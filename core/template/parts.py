"""What the parts of a template file have in common, and the figures that several years of reports share."""

from collections.abc import Set
from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field, StringConstraints

Identifier = Annotated[str, StringConstraints(pattern=r"^[a-z][a-z0-9_]*$")]
Label = Annotated[str, StringConstraints(min_length=1)]
Span = Annotated[int, Field(ge=1)]


class Entry(BaseModel):
    """The ground of every table of a template file: frozen, and unknown keys are refused."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class Marked(Entry):
    """What says where its words were seen; `confirmed = false`: general knowledge that no source confirms yet.

    Where it says nothing, what stands around it speaks for it.
    """

    source: str = ""
    confirmed: bool | None = None


class Measure(Entry):
    """A figure that reports of several years have, whatever their form: what the trend can draw.

    `cells` are those of this form that add up to it, none where the form does not count it; `elsewhere` are the same
    for forms of other years. `first`: drawn at first, where the clerk has not chosen.
    """

    id: Identifier
    name: Label
    unit: str = ""
    kind: Literal["count", "amount"] = "count"
    cells: tuple[str, ...] = ()
    elsewhere: tuple[Annotated[tuple[str, ...], Field(min_length=1)], ...] = ()
    first: bool = False

    @property
    def sources(self) -> tuple[tuple[str, ...], ...]:
        """The sums of cells, those of this form first; a report has its figure in the first of which any is filled."""
        return (self.cells, *self.elsewhere) if self.cells else self.elsewhere

    def within(self, cells: Set[str]) -> "Measure | None":
        """Return the measure as a form with those cells has it; None where it does not count it."""
        own = next((one for one in self.sources if cells >= set(one)), None)
        if own is None:
            return None
        return self.model_copy(
            update={"cells": own, "elsewhere": tuple(one for one in self.sources if one != own)}
        )
