"""Taking back what a version before said: a section, a table, or all of it, as one edit with a name."""

from collections.abc import Iterator
from copy import deepcopy
from dataclasses import dataclass
from typing import Any

from core.compare import other_fields
from core.edits import Edit, SetCells, SetField, SetHead, SetSectionTitle, Splice, Together
from core.report import Report, Section
from core.template import Template
from core.totals import TypeTotal


@dataclass(frozen=True)
class SetRest:
    """The fields that are neither words nor cells; those that only a newer program knows go along."""

    values: dict[str, Any]  # the fields are of many types, and some are a newer program's
    label: str = "恢复其他设置"
    cells: frozenset[str] = frozenset()
    sections: frozenset[str] = frozenset({""})

    def apply(self, report: Report) -> "SetRest":
        """Set the fields; return the edit with those before. A field that is None is not there at all."""
        before = {name: getattr(report, name, None) for name in self.values}
        for name, value in self.values.items():
            if value is not None or name in Report.model_fields:
                setattr(report, name, deepcopy(value))
            elif report.model_extra:
                report.model_extra.pop(name, None)
        return SetRest(before, self.label)


def section_edit(now: Report, then: Report, section: str, label: str) -> Edit | None:
    """Return the edit that makes a section what it was then; None where the report has no such section."""
    edits = list(_section(now, then, section))
    return Together(tuple(edits), label) if edits else None


def table_edit(template: Template, now: Report, then: Report, table: str, label: str) -> Edit:
    """Return the edit that makes a table what it was then, the lines above it too."""
    return Together(tuple(_table(template, now, then, table)), label)


def field_edit(then: Report, label: str) -> Edit:
    """Return the edit that makes title and name of the office what they were then."""
    return Together((SetField("title", then.title), SetField("office", then.unit.name)), label)


def whole_edit(template: Template, now: Report, then: Report, label: str) -> Edit:
    """Return the edit that makes all of the report what it was then."""
    edits: list[Edit] = [SetField("title", then.title), SetField("office", then.unit.name)]
    for section in now.sections:
        edits += _section(now, then, section.id)
    for table in template.tables:
        edits += _table(template, now, then, table.id)
    rest = {name: getattr(then, name, None) for name in sorted(other_fields(then, now))}
    changed = {name: value for name, value in rest.items() if value != getattr(now, name, None)}
    if changed:
        edits.append(SetRest(changed))
    return Together(tuple(edits), label)


def _section(now: Report, then: Report, section_id: str) -> Iterator[Edit]:
    section = now.section(section_id)
    if section is None:
        return
    before = then.section(section_id) or Section(id=section_id)
    if section.paragraphs != before.paragraphs:
        yield Splice(section_id, 0, len(section.paragraphs), tuple(before.paragraphs), knows_links=True)
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
