"""Every change of a report, as a value with its inverse: undo is the inverse edit, nothing else.

`edit.apply(report)` makes the change and returns the edit that takes it back. `edit.label` is the name in
the undo menu. `edit.cells` and `edit.sections` say what a view has to look at again.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Literal, Protocol, TypeVar

from core.look import Look
from core.report import Decision, Head, Paragraph, Picture, Report, State
from core.rewording import retyped, reworded

_Text = TypeVar("_Text", bound=str)


class Edit(Protocol):
    """A change that can be made and taken back."""

    @property
    def label(self) -> str:
        """The name of the change, as the undo menu shows it."""

    @property
    def cells(self) -> frozenset[str]:
        """The addresses of the cells it touches."""

    @property
    def sections(self) -> frozenset[str]:
        """The ids of the sections it touches; "" for what stands outside of them (title, unit, heads)."""

    def apply(self, report: Report) -> "Edit":
        """Make the change; return the edit that takes it back."""


@dataclass(frozen=True)
class SetCells:
    """New texts of some cells; "" empties one. A cell that was carried over counts as changed then."""

    values: dict[str, str]
    label: str = "填写单元格"
    states: dict[str, State] | None = None

    @property
    def cells(self) -> frozenset[str]:
        """The cells set."""
        return frozenset(self.values) | frozenset(self.states or ())

    @property
    def sections(self) -> frozenset[str]:
        """None."""
        return frozenset()

    def apply(self, report: Report) -> "SetCells":
        """Set the cells; return the edit with the texts and states before."""
        before = {cell: report.text(cell) for cell in self.values}
        states = self.states if self.states is not None else self._changed(report)
        states_before = {cell: report.states.get(cell, "") for cell in states}
        _put(report.values, self.values)
        _put(report.states, states)
        return SetCells(before, self.label, states_before)

    def _changed(self, report: Report) -> dict[str, State]:
        return {cell: "changed" for cell in self.values if report.states.get(cell)}


def _put(target: dict[str, _Text], values: dict[str, _Text]) -> None:
    for key, value in values.items():
        if value:
            target[key] = value
        else:
            target.pop(key, None)


@dataclass(frozen=True)
class Splice:
    """Paragraphs of a section from `at` on: `removed` of them go, `inserted` come.

    `knows_links` says that they come with all the links they are to have; else `core.links` lets those of the old
    paragraphs go on in them.
    """

    section: str
    at: int
    removed: int
    inserted: tuple[Paragraph, ...]
    label: str = "修改文字"
    knows_links: bool = False

    @property
    def cells(self) -> frozenset[str]:
        """None."""
        return frozenset()

    @property
    def sections(self) -> frozenset[str]:
        """The section."""
        return frozenset({self.section})

    def apply(self, report: Report) -> "Splice":
        """Change the paragraphs; KeyError where the report has no such section.

        A place behind the last paragraph is the end of the section.
        """
        section = report.section(self.section)
        if section is None:
            raise KeyError(self.section)
        at = min(self.at, len(section.paragraphs))
        gone = tuple(section.paragraphs[at : at + self.removed])
        section.paragraphs[at : at + self.removed] = [one.model_copy() for one in self.inserted]
        return Splice(self.section, at, len(self.inserted), gone, self.label)


@dataclass(frozen=True)
class SetField:
    """The title or the name of the office."""

    name: Literal["title", "office"]
    value: str
    label: str = "修改标题或单位"
    cells: frozenset[str] = frozenset()
    sections: frozenset[str] = frozenset({""})

    def apply(self, report: Report) -> "SetField":
        """Set the field; return the edit with the value before."""
        if self.name == "title":
            before, report.title = report.title, self.value
        else:
            before, report.unit.name = report.unit.name, self.value
        return SetField(self.name, before, self.label)


@dataclass(frozen=True)
class SetSectionTitle:
    """The wording of a section's title; "" goes back to the form's."""

    section: str
    title: str
    label: str = "修改部分标题"
    cells: frozenset[str] = frozenset()

    @property
    def sections(self) -> frozenset[str]:
        """The section."""
        return frozenset({self.section})

    def apply(self, report: Report) -> "SetSectionTitle":
        """Set the title; KeyError where the report has no such section."""
        section = report.section(self.section)
        if section is None:
            raise KeyError(self.section)
        before, section.source_title = section.source_title, self.title
        return SetSectionTitle(self.section, before, self.label)


@dataclass(frozen=True)
class SetHead:
    """The lines above an annex table; None goes back to the wording of the template."""

    table: str
    head: Head | None
    label: str = "修改表头"
    cells: frozenset[str] = frozenset()
    sections: frozenset[str] = frozenset({""})

    def apply(self, report: Report) -> "SetHead":
        """Set the lines; return the edit with those before."""
        before = report.heads.pop(self.table, None)
        if self.head is not None:
            report.heads[self.table] = self.head.model_copy()
        return SetHead(self.table, before, self.label)


@dataclass(frozen=True)
class SetLook:
    """What the unit has its own way on paper."""

    look: Look
    label: str = "修改版式"
    cells: frozenset[str] = frozenset()
    sections: frozenset[str] = frozenset({""})

    def apply(self, report: Report) -> "SetLook":
        """Set the look; return the edit with the one before."""
        before, report.look = report.look, self.look
        return SetLook(before, self.label)


@dataclass(frozen=True)
class SetPictures:
    """What is drawn at the end of the first section; () is nothing."""

    pictures: tuple[Picture, ...]
    label: str = "修改走势图"
    cells: frozenset[str] = frozenset()
    sections: frozenset[str] = frozenset({""})

    def apply(self, report: Report) -> "SetPictures":
        """Set the pictures; return the edit with those before."""
        before = tuple(report.pictures)
        report.pictures = [one.model_copy(deep=True) for one in self.pictures]
        return SetPictures(before, self.label)


@dataclass(frozen=True)
class Decide:
    """A finding kept with a reason, or with None the decision on it withdrawn."""

    key: str
    reason: str | None
    label: str = "保留并说明原因"
    cells: frozenset[str] = frozenset()
    sections: frozenset[str] = frozenset({""})

    def apply(self, report: Report) -> "Decide":
        """Set or withdraw the decision; return the edit that brings back the one before."""
        before = next((one.reason for one in report.decisions if one.key == self.key), None)
        kept = [one for one in report.decisions if one.key != self.key]
        if self.reason is not None:
            kept = sorted([*kept, Decision(key=self.key, reason=self.reason)], key=lambda one: one.key)
        report.decisions = kept
        return Decide(self.key, before, self.label)


@dataclass(frozen=True)
class Together:
    """Several edits as one step."""

    edits: tuple[Edit, ...]
    label: str = field(default="修改")

    @property
    def cells(self) -> frozenset[str]:
        """The cells of all of them."""
        return _union(edit.cells for edit in self.edits)

    @property
    def sections(self) -> frozenset[str]:
        """The sections of all of them."""
        return _union(edit.sections for edit in self.edits)

    def apply(self, report: Report) -> "Together":
        """Apply them in order; return their inverses in the opposite order."""
        return Together(tuple(edit.apply(report) for edit in self.edits)[::-1], self.label)


def parts(edit: Edit) -> Iterator[Edit]:
    """Yield the edits that one is made of, in their order: itself, where it is no several together."""
    if isinstance(edit, Together):
        for one in edit.edits:
            yield from parts(one)
    else:
        yield edit


def changes(report: Report, edit: Edit) -> bool:
    """Return whether an edit would change anything of a report, which stays as it is.

    Several edits that take one another back count as a change.
    """
    there = edit.apply(report)
    back = there.apply(report)
    return list(parts(there)) != list(parts(back))[::-1]


def _union(sets: Iterable[frozenset[str]]) -> frozenset[str]:
    return frozenset().union(*sets)


def rewrite(
    report: Report, section_id: str, index: int, text: str, level: int | None = None, *, unseen: bool = False
) -> Splice:
    """Return the edit that gives a paragraph new words (and a level); a carried one counts as changed then.

    One that says again what was carried is as before. `unseen`: nobody looks at it meanwhile, so that it waits as before.
    """
    section = report.section(section_id)
    if section is None:
        raise KeyError(section_id)
    old = section.paragraphs[index]
    level = old.level if level is None else level
    new = reworded(old, text, level) if unseen else retyped(old, text, level)
    return Splice(section_id, index, 1, (new,))
