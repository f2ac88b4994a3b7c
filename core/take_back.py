"""Taking back what a version before said: a section, a table, or all of it, as one edit with a name."""

import json
from collections.abc import Iterator, Mapping
from copy import deepcopy
from dataclasses import dataclass
from typing import Any

from core import links
from core.compare import IDENTITY
from core.differing import difference
from core.edits import Edit, SetCells, SetField, SetHead, SetSectionTitle, Splice, Together
from core.report import PREFACE, SIGNATURE, Report, Section
from core.template import Template
from core.totals import TypeTotal


@dataclass(frozen=True)
class SetRest:
    """Whole fields of the report, for what no other edit names; those in `gone` a newer program added, and they go."""

    values: dict[str, Any]  # the fields are of many types, and some are a newer program's
    gone: frozenset[str] = frozenset()
    label: str = "恢复其他设置"
    cells: frozenset[str] = frozenset()
    sections: frozenset[str] = frozenset({""})

    def apply(self, report: Report) -> "SetRest":
        """Set the fields; return the edit with those before."""
        names = self.gone | self.values.keys()
        before = {name: getattr(report, name) for name in names if _has(report, name)}
        for name, value in self.values.items():
            setattr(report, name, deepcopy(value))
        for name in self.gone:
            (report.model_extra or {}).pop(name, None)
        return SetRest(before, names - before.keys(), self.label, self.cells, self.sections)


def _has(report: Report, name: str) -> bool:
    return name in Report.model_fields or name in (report.model_extra or {})


def told_now(now: Report, then: Report) -> Report:
    """Return a version before with its words as they would come back alone: linked numbers show the cells of now.

    Figures and all else are as they were then. Neither report is changed.
    """
    sections = [
        one.model_copy(update={"paragraphs": [links.refreshed(words, now.text) for words in one.paragraphs]})
        for one in then.sections
    ]
    return then.model_copy(update={"sections": sections})


def section_edit(now: Report, then: Report, section: str, label: str) -> Edit | None:
    """Return the edit that makes a section what it was then; None where that would change nothing."""
    edits = list(_section(now, told_now(now, then), section))
    return Together(tuple(edits), label) if edits else None


def table_edit(template: Template, now: Report, then: Report, table: str, label: str) -> Edit:
    """Return the edit that makes a table what it was then, the lines above it too."""
    return Together(tuple(_table(template, now, then, table)), label)


def field_edit(then: Report, label: str) -> Edit:
    """Return the edit that makes title and name of the office what they were then."""
    return Together((SetField("title", then.title), SetField("office", then.unit.name)), label)


def whole_edit(template: Template, now: Report, then: Report, label: str) -> Edit:
    """Return the edit that makes all of the report what it was then.

    What it is stays: its form, its year, and the years before it. So do the places before and after the sections,
    in which somebody may be at work: where there was none then, they are empty.
    """
    then = _with_places(now, then)
    edits: list[Edit] = [SetField("title", then.title), SetField("office", then.unit.name)]
    if [one.id for one in now.sections] == [one.id for one in then.sections]:
        for section in now.sections:
            edits += _section(now, then, section.id)
    for table in template.tables:
        edits += _table(template, now, then, table.id)
    after = now.model_copy(deep=True)
    for edit in edits:
        edit.apply(after)
    return Together((*edits, *_rest(after, then)), label)


def _with_places(now: Report, then: Report) -> Report:
    """Return the report of then with the places before and after the sections that the one of now has."""
    sections = list(then.sections)
    if now.section(PREFACE) and not then.section(PREFACE):
        sections.insert(0, Section(id=PREFACE))
    if now.section(SIGNATURE) and not then.section(SIGNATURE):
        sections.append(Section(id=SIGNATURE))
    return then.model_copy(update={"sections": sections})


def _rest(after: Report, then: Report) -> Iterator[SetRest]:
    """Yield the edit of all fields in which a report would still differ: what no other edit knows to bring back."""
    before, wanted = _written(after), _written(then)
    names = {
        name for name in before.keys() | wanted.keys() if before.get(name) != wanted.get(name)
    } - IDENTITY
    if not names:
        return
    values = {name: getattr(then, name) for name in sorted(names) if _has(then, name)}
    cells = _differing(after.values, then.values) | _differing(after.states, then.states)
    both = (*after.sections, *then.sections) if "sections" in names else ()
    yield SetRest(
        values,
        frozenset(names - values.keys()),
        cells=cells,
        sections=frozenset({"", *(one.id for one in both)}),
    )


def _written(report: Report) -> dict[str, str]:
    """Return the fields of a report as they stand in its file."""
    data = report.model_dump(mode="json", exclude=set(IDENTITY))
    return {name: json.dumps(value, sort_keys=True) for name, value in data.items()}


def _differing(some: Mapping[str, str], others: Mapping[str, str]) -> frozenset[str]:
    return frozenset(cell for cell in some.keys() | others.keys() if some.get(cell) != others.get(cell))


def _section(now: Report, then: Report, section_id: str) -> Iterator[Edit]:
    section = now.section(section_id)
    if section is None:
        return
    before = then.section(section_id) or Section(id=section_id)
    found = difference(section.paragraphs, before.paragraphs)
    if found is not None:
        start, end, end_then = found
        yield Splice(
            section_id, start, end - start, tuple(before.paragraphs[start:end_then]), knows_links=True
        )
    if section.source_title != before.source_title:
        yield SetSectionTitle(section_id, before.source_title)


def _table(template: Template, now: Report, then: Report, table: str) -> Iterator[Edit]:
    cells = [cell.id for cell in template.cells.values() if cell.table == table]
    values = {cell: then.text(cell) for cell in cells if then.text(cell) != now.text(cell)}
    states = {
        cell: then.states.get(cell, "")
        for cell in cells
        if cell in values or then.states.get(cell, "") != now.states.get(cell, "")
    }
    for cell in cells:
        typed = then.typed_totals.get(cell)
        if typed != now.typed_totals.get(cell):
            yield TypeTotal(cell, typed)
    if states:
        yield SetCells(values, states=states)
    if then.heads.get(table) != now.heads.get(table):
        yield SetHead(table, then.heads.get(table))
