"""The form that a source follows: the one whose tables it holds, else the one of its year."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from core.errors import UsageError
from core.importers.document import Element
from core.importers.recognise import tables
from core.importers.recognise.tables import Match
from core.importers.recognise.trace import TemplateScore
from core.template import Library, Template

_FEWEST_ROWS = 3
_ROWS, _YEAR = 0.8, 0.2


@dataclass(frozen=True, slots=True)
class Choice:
    """The form chosen, and what the clerk should know about the choice."""

    template: Template
    remark: str = ""


def matches(elements: Sequence[Element], templates: Iterable[Template]) -> list[Match]:
    """Return what each form that has tables takes from those of the source."""
    return [tables.match(elements, template) for template in templates if template.tables]


def best_match(found: Sequence[Match], year: int | None) -> Match | None:
    """Return the match of the form that knows most of the tables, None where no form knows them.

    Of several that know as much, the one of the year is meant.
    """
    known = [match for match in found if match.found >= _FEWEST_ROWS]
    return max(
        known, key=lambda match: (match.score, bool(year and match.template.serves(year))), default=None
    )


def of_year(library: Library, year: int) -> Choice:
    """Return the form of a report without tables: one that has none, else the one of the year, else the nearest."""
    plain = [template for template in library if template.serves(year) and not template.tables]
    if plain:
        return Choice(plain[0])
    try:
        return Choice(library.for_year(year))
    except UsageError:
        nearest = min(library, key=lambda template: (template.local, _distance(template, year)))
        return Choice(nearest, f"没有 {year} 年的报告格式，暂按“{nearest.name}”读入，请核对。")


def of_tables(template: Template, year: int) -> Choice:
    """Return the form whose tables were found; its years and the report's may differ."""
    if template.serves(year):
        return Choice(template)
    return Choice(template, f"原文的表格属于“{template.name}”，与报告年份 {year} 年不一致，请核对。")


def scores(
    library: Iterable[Template], found: Sequence[Match], chosen: Template, year: int
) -> tuple[TemplateScore, ...]:
    """Return how well each form fits, the chosen one first: the share of its rows that was found, and its years."""
    shares = {match.template.id: match.share for match in found}
    has_tables = any(match.found >= _FEWEST_ROWS for match in found)
    scored = [
        TemplateScore(one.id, round(_score(one, shares, year, has_tables=has_tables), 3)) for one in library
    ]
    return tuple(sorted(scored, key=lambda one: (one.template != chosen.id, -one.score)))


def _score(template: Template, shares: dict[str, float], year: int, *, has_tables: bool) -> float:
    rows = shares.get(template.id, 0.0) if has_tables else float(not template.tables)
    return _ROWS * rows + _YEAR * template.serves(year)


def _distance(template: Template, year: int) -> int:
    if year < template.first_year:
        return template.first_year - year
    return max(0, year - (template.last_year or year))
