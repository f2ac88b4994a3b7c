"""Where to reach the office: telephone, postcode, web site and mailbox, beside those of the last report known."""

from collections.abc import Iterable, Iterator

from core.checks.case import Case, Passage
from core.checks.entry import Data, Entry, Find, kind
from core.checks.kept import read_once
from core.checks.late import Late
from core.checks.model import Finding, TextPlace
from core.labels import fold
from core.template import Template


class Contact(Data):
    """A kind of contact: its name for the clerk, and the pattern whose group `value` it is."""

    name: str
    pattern: str


class ContactsEntry(Entry):
    """The kinds of contacts, and what in them is but a way of writing."""

    contacts: tuple[Contact, ...]
    unwritten: str


@kind("contacts", ContactsEntry, "spot name value last_value year", reads="prose")
def contacts(entry: ContactsEntry, template: Template) -> Find:
    """Require that each kind of contact is what it was in the newest of the earlier reports."""
    kinds = [(one.name, entry.late(one.pattern)) for one in entry.contacts]
    unwritten = entry.late(entry.unwritten)

    def plain(text: str) -> str:
        return unwritten.sub("", fold(text).lower())

    def find(case: Case) -> Iterator[Finding]:
        earlier = case.newest_before
        if earlier is None:
            return
        old_passages = case.beside(earlier).passages
        for name, pattern in kinds:
            now, before = _found(case.passages, pattern), _found(old_passages, pattern)
            known = {plain(value) for value, _, _ in before}
            if not known or not now or any(plain(value) in known for value, _, _ in now):
                continue
            value, place, passage = now[0]
            message = entry.words(
                "{spot}的{name}是“{value}”，{year} 年的报告里是“{last_value}”，请核对有没有变动",
                spot=case.spot(passage),
                name=name,
                value=value,
                last_value=before[0][0],
                year=earlier.year,
            )
            yield entry.finding(message, (place,), expected=before[0][0], found=value)

    return find


def _found(passages: Iterable[Passage], pattern: Late) -> list[tuple[str, TextPlace, Passage]]:
    return [
        (passage.text[start:end], passage.place(start, end), passage)
        for passage in passages
        for start, end in _values_in(passage.text, pattern)
    ]


@read_once
def _values_in(text: str, pattern: Late) -> tuple[tuple[int, int], ...]:
    return tuple(match.span("value") for match in pattern.finditer(text))
