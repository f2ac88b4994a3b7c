"""What the first section has to speak of: its aspects, under headings of their own."""

import re
from collections.abc import Iterator

from core.checks.case import Case
from core.checks.entry import Data, Entry, Find, kind
from core.checks.kinds.headings import start_of
from core.checks.model import Finding
from core.checks.reading.aspects import Matter, told_by
from core.template import Template


class Aspect(Data):
    """A matter: its name, the words of its headings, and those of sentences on it."""

    name: str
    heading: str
    told: str


class AspectsEntry(Entry):
    """A section and the aspects that it must have."""

    section: str
    aspects: tuple[Aspect, ...]

    @property
    def matters(self) -> tuple[Matter, ...]:
        """The aspects with their words ready to be looked for."""
        return tuple(Matter(one.name, self.late(one.heading), self.late(one.told)) for one in self.aspects)


@kind("aspects", AspectsEntry, "section missing", reads="prose")
def aspects(entry: AspectsEntry, template: Template) -> Find:
    """Require every aspect: where the section has headings of aspects among these, else anywhere in its words."""
    if entry.section not in template.sections_by_id:
        raise ValueError(f"部分 {entry.section} 不存在")
    section = _name(template, entry.section)
    matters = entry.matters

    def find(case: Case) -> Iterator[Finding]:
        passages = [one for one in case.passages if one.section == entry.section]
        if not passages:
            return
        told = told_by(matters, [one.text for one in passages])
        missing = [name for name, words in told.items() if words is None]
        if missing:
            message = entry.words(
                "{section}里没有单独写{missing}，请另起一段写",
                section=section,
                missing="、".join(f"“{one}”" for one in missing),
            )
            yield entry.finding(message, (start_of(case, entry.section),), expected="、".join(missing))

    return find


def _name(template: Template, section_id: str) -> str:
    section = template.sections_by_id[section_id]
    return f"{section.number}、{section.title}".removeprefix("、")


class ResultsEntry(Entry):
    """Sections in which some results must be told, and the offices that owe them."""

    sections: tuple[str, ...]
    office: str
    results: dict[str, str]


@kind("results", ResultsEntry, "section missing", reads="prose")
def results(entry: ResultsEntry, template: Template) -> Find:
    """Require that a government tells these results; empty sections are another rule's.

    It speaks of the section, for the aspect that they belong to may not be there: that is told by another rule.
    """
    unknown = [one for one in entry.sections if one not in template.sections_by_id]
    if unknown:
        raise ValueError(f"部分 {unknown[0]} 不存在")
    section = _name(template, entry.sections[0])
    office = entry.late(entry.office)
    words = {name: entry.late(pattern) for name, pattern in entry.results.items()}

    def find(case: Case) -> Iterator[Finding]:
        passages = [one for one in case.passages if one.section in entry.sections]
        first = [one for one in passages if one.section == entry.sections[0]]
        if not first or not office.search(case.report.unit.name.strip()):
            return
        missing = [name for name, one in words.items() if not any(one.search(said.text) for said in passages)]
        if missing:
            message = entry.words(
                "{section}里没有写{missing}的情况", section=section, missing="、".join(missing)
            )
            place = next((one for one in reversed(first) if re.search("监督|保障|考核", one.text)), first[-1])
            yield entry.finding(message, (place.whole,), expected="、".join(missing))

    return find
