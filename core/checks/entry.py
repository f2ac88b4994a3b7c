"""Rules as data: the entries of a rules file, and the kinds of rules that read them."""

import fnmatch
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from string import Formatter
from typing import Annotated, Any, Literal, Protocol, TypeVar

from pydantic import BaseModel, ConfigDict, Field, PrivateAttr, StringConstraints

from core.checks.case import Case, Passage
from core.checks.late import Late
from core.checks.model import Finding, Fix, Place, Severity
from core.checks.suspects import Equation
from core.labels import as_printed
from core.template import Cell, Template

SHIPPED = "shipped"  # the context in which what ships with the program is read: its tests have looked at it
RuleId = Annotated[str, StringConstraints(pattern=r"^[A-Z]\d{2}(-[a-z0-9]+)*$")]


class Data(BaseModel):
    """The ground of every table of a rules file: frozen, and unknown keys are refused."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class NoteExample(Data):
    """A note as an import leaves it."""

    kind: str
    source: str = ""
    about: list[str] = Field(default_factory=list)


class Example(Data):
    """What to put into a blank report so that a rule holds, or fails: cells, paragraphs by section, lines.

    `titles` words the titles of sections otherwise; sections in `without` are taken out.
    `last` and `last_text` are the cells and paragraphs of last year's report.
    """

    values: dict[str, str] = Field(default_factory=dict)
    text: dict[str, list[str]] = Field(default_factory=dict)
    title: str | None = None
    year: int | None = None
    office: str | None = None
    filler: str | None = None
    titles: dict[str, str] = Field(default_factory=dict)
    without: list[str] = Field(default_factory=list)
    last: dict[str, str] = Field(default_factory=dict)
    other_version: dict[str, list[str]] = Field(default_factory=dict)
    last_text: dict[str, list[str]] = Field(default_factory=dict)
    notes: list[NoteExample] = Field(default_factory=list)


class Entry(Data):
    """A rule: its id (the catalogue's, with a word after it where one rule has several entries) and weight.

    `message` replaces the sentence of its kind; `source` says where the rule was seen. `holds` and `fails`
    are its proof. An `optional` rule says too often what is not so: it runs only where it is switched on. While
    an `unfinished` one says something, the report is not filled in and cannot be handed in. A `patient` one waits with
    what is only begun until the clerk goes on elsewhere, has all checked or hands it on (`core.checks.watch`).
    """

    id: RuleId
    kind: str
    severity: Severity
    basis: str = ""
    message: str = ""
    source: str = ""
    optional: bool = False
    unfinished: bool = False
    patient: bool = False
    holds: Example = Example()
    fails: Example
    _is_shipped: bool = PrivateAttr(default=False)

    def model_post_init(self, context: object, /) -> None:
        """Note whether the rule ships with the program."""
        self._is_shipped = context == SHIPPED

    def late(self, pattern: str, needs: str | tuple[str, ...] = "") -> Late:
        """Return a pattern of the rule; one of a rule that does not ship is compiled at once, so that a slip is told."""
        late = Late(pattern, needs)
        if not self._is_shipped:
            late.compile()
        return late

    @property
    def rule(self) -> str:
        """The id of the catalogue."""
        return self.id.partition("-")[0]

    def finding(
        self,
        message: str,
        where: tuple[Place, ...],
        *,
        expected: str = "",
        found: str = "",
        fix: Fix | None = None,
        severity: Severity | None = None,
        unfinished: bool = False,
        other_place: str = "",
        about: str = "",
        extent: int = 0,
    ) -> Finding:
        """Return a finding of this rule; with `unfinished` something is still to be filled in, as with such a rule.

        What it quotes reads as it is printed.
        """
        weight, waits = severity or self.severity, self.unfinished or unfinished
        return Finding(
            self.rule, weight, as_printed(message), where, self.basis, expected, found, fix,
            unfinished=waits, other_place=other_place, about=about, extent=extent,
        )  # fmt: skip

    def quoting(self, case: Case, passage: Passage, start: int, end: int, default: str) -> Finding:
        """Return a finding on words of a passage: the sentence has where they stand and what they are."""
        place = passage.place(start, end)
        message = self.words(default, spot=case.spot(passage), quote=place.quote)
        return self.finding(message, (place,), found=place.quote)

    def words(self, default: str, **fields: object) -> str:
        """Return the sentence of the rule with its fields filled in."""
        return (self.message or default).format_map(fields)


Find = Callable[[Case], Iterator[Finding]]
Reads = Literal["cells", "prose", "passage", "all"]
E = TypeVar("E", bound=Entry)


@dataclass(frozen=True, slots=True)
class Rule:
    """An entry made ready for one template: `find` yields what it has to say of a report.

    `equations` are the sums it requires, where it requires any. `reads` says what it looks at besides the card
    of the office, the year, the title and earlier reports: cells alone, the text alone, each paragraph by
    itself ("passage"), or all there is. `cells` are the only figures that it looks at, None where it may look
    at any.
    """

    entry: Entry
    find: Find
    equations: tuple[Equation, ...] = ()
    reads: Reads = "all"
    cells: frozenset[str] | None = None


class Ready(Protocol):
    """Makes an entry of a rules file ready for a template; `context` says whether it ships with the program."""

    def __call__(self, raw: dict[str, Any], template: Template, context: str = "") -> Rule:  # Any: TOML
        """Return the rule; ValidationError, re.error and ValueError say what is wrong with the entry."""


KINDS: dict[str, Ready] = {}


def kind(
    name: str,
    model: type[E],
    fields: str = "",
    equations: Callable[[E, Template], tuple[Equation, ...]] = lambda entry, template: (),
    reads: Reads = "all",
    cells: Callable[[E], tuple[str, ...]] | None = None,
) -> Callable[[Callable[[E, Template], Find]], None]:
    """Register a kind of rule: the shape of its entries, the names that its message may use, its sums, its ground.

    `cells` returns the patterns of the only cells that a rule looks at.
    """
    allowed = set(fields.split())

    def register(build: Callable[[E, Template], Find]) -> None:
        def ready(
            raw: dict[str, Any], template: Template, context: str = ""
        ) -> Rule:  # Any: TOML, validated here
            entry = model.model_validate(raw, context=context)
            used = {field for _, field, _, _ in Formatter().parse(entry.message) if field is not None}
            if used - allowed:
                raise ValueError(f"提示语里的 {'、'.join(sorted(used - allowed))} 不能用")
            ground = frozenset(cell.id for cell in cells_named(template, cells(entry))) if cells else None
            return Rule(entry, build(entry, template), equations(entry, template), reads, ground)

        KINDS[name] = ready

    return register


def cells_named(template: Template, patterns: tuple[str, ...]) -> tuple[Cell, ...]:
    """Return the cells of these addresses ("*" for any part), each once; ValueError where one names none."""
    found: dict[str, Cell] = {}
    for pattern in patterns:
        alike = [pattern] if pattern in template.cells else fnmatch.filter(template.cells, pattern)
        named = [cell for one in alike if not (cell := template.cells[one]).group]
        if not named:
            raise ValueError(f"单元格 {pattern} 不存在")
        found.update((cell.id, cell) for cell in named)
    return tuple(found.values())
