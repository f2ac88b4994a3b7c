"""What is to be read as a report, and with what form and year."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from core import opening
from core.opening import Opened, Pasted
from core.template import Library


@dataclass(frozen=True)
class Wanted:
    """What is to be read, whether next year's draft is offered first, and what the clerk has overruled."""

    what: Path | Pasted
    forward_first: bool = False
    template_id: str | None = None
    year: int | None = None
    title: str = ""

    @property
    def name(self) -> str:
        """Its name for the clerk: its title, else what it is called by itself."""
        return self.title or self.what.name

    def read(self, library: Library, given_up: Callable[[], bool]) -> Opened:
        """Return the report in it with how it was read."""
        form, year = self.template_id, self.year
        if isinstance(self.what, Pasted):
            return opening.read_pasted(self.what, library, template_id=form, year=year, given_up=given_up)
        return opening.read(self.what, library, template_id=form, year=year, given_up=given_up)
