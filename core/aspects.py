"""What a section has to speak of, ticked off while it is written: by the very rule that checks it afterwards."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from core.checks.entry import Rule
from core.checks.kinds.aspects import AspectsEntry
from core.checks.reading.aspects import Matter, told_by


@dataclass(frozen=True, slots=True)
class Tick:
    """An aspect with the words that speak of it, None while none do."""

    name: str
    words: str | None


@dataclass(frozen=True, slots=True)
class Checklist:
    """The aspects that a section has to have, in the order of the rule."""

    section: str
    matters: tuple[Matter, ...]

    def ticks(self, texts: Sequence[str]) -> tuple[Tick, ...]:
        """Return every aspect with what the paragraphs say of it."""
        told = told_by(self.matters, [text for text in texts if text.strip()])
        return tuple(Tick(name, words) for name, words in told.items())


def checklist(rules: Iterable[Rule], section: str) -> Checklist | None:
    """Return the checklist that some rules make for a section, None where they ask for no aspects there."""
    for rule in rules:
        if isinstance(rule.entry, AspectsEntry) and rule.entry.section == section:
            return Checklist(section, rule.entry.matters)
    return None
