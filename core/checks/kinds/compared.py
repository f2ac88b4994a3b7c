"""Changes that prose states, beside the figures of the earlier year."""

from collections.abc import Iterator
from decimal import Decimal

from pydantic import Field

from core import numbers
from core.checks.case import Case, Passage, clipped
from core.checks.entry import Entry, Find, cells_named, kind
from core.checks.model import Finding
from core.checks.reading.changes import Change, changes
from core.report import Report
from core.template import Cell, Template


class ChangesEntry(Entry):
    """The topics with the cells that count them; a topic without one is compared with last year's text."""

    cells: dict[str, str] = Field(default_factory=dict)


@kind("changes", ChangesEntry, "spot quote before now year")
def stated_changes(entry: ChangesEntry, template: Template) -> Find:
    """Require that a change since an earlier year is the one between this office's figures of then and of now."""
    cells = {topic: cells_named(template, (cell,))[0] for topic, cell in entry.cells.items()}

    def find(case: Case) -> Iterator[Finding]:
        if not case.own_earlier:
            return
        for passage in case.reported():
            for change in changes(passage.text, case.report.year):
                earlier = case.own_of_year(change.base or case.report.year - 1)
                if earlier and len(change.topics) == 1:
                    yield from _compared(entry, case, passage, change, earlier, cells.get(change.topics[0]))

    return find


def _compared(
    entry: ChangesEntry, case: Case, passage: Passage, change: Change, earlier: Report, cell: Cell | None
) -> Iterator[Finding]:
    topic = change.topics[0]
    before = _figures(case.beside(earlier), topic, cell, ())
    now = _figures(case, topic, cell, change.now)
    if not before or not now or any(change.fits(old, new) for old in before for new in now):
        return
    old, new = before[0], now[0]
    place = passage.place(change.start, change.end)
    right = _words(old, new)
    message = entry.words(
        f"{{spot}}写“{{quote}}”，{{year}} 年是 {{before}}，今年是 {{now}}，{right}",
        spot=case.spot(passage),
        quote=clipped(place.quote),
        year=earlier.year,
        before=numbers.plain(old),
        now=numbers.plain(new),
    )
    where = (place, *((case.cell_place(cell.id),) if cell else ()))
    yield entry.finding(message, where, expected=right, found=place.quote)


def _figures(case: Case, topic: str, cell: Cell | None, said: tuple[int, ...]) -> list[Decimal]:
    """Return the figures a report has for a topic: those beside the change, the cell's, and only then the text's."""
    known = [Decimal(one) for one in said]
    counted = case.number(cell.id) if cell else None
    if counted is not None:
        known.append(counted)
    if not known:
        known = [Decimal(fact.figure.low) for _, fact in case.stated_of(topic) if fact.figure.is_exact]
    return list(dict.fromkeys(known))


def _words(before: Decimal, now: Decimal) -> str:
    """Return in words how two figures differ."""
    if before == now:
        return "应为持平"
    word = "增加" if now > before else "减少"
    share = f"，即 {abs(now - before) * 100 / before:.1f}%" if before else ""
    return f"应为{word} {numbers.plain(abs(now - before))}{share}"
