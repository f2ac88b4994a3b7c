"""Names of other places, and whole reports of other offices, left in a report."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice

from core.checks.case import Case, Passage
from core.checks.entry import Entry, Find, kind
from core.checks.kinds.copied import body, share_in
from core.checks.kinds.own_places import Own
from core.checks.kinds.places import Named, grammar
from core.checks.late import Late
from core.checks.model import TITLE, Finding, HeadPlace, Place
from core.likeness import known_runs, percent, whole_percent
from core.template import Template

_MOST_SHOWN = 50
_AROUND = 14
_CLAUSE = Late(r"[，。；！？\n]")


class PlacesEntry(Entry):
    """The words around the name of another place that make it right, and those that claim a place as one's own."""

    before: str
    after: str
    claimed_before: str
    claimed_after: str


@dataclass(frozen=True, slots=True)
class _Around:
    before: Late
    after: Late
    claimed_before: Late
    claimed_after: Late

    def excuses(self, text: str, one: Named) -> bool:
        """Return whether the words around say why another place is named."""
        before = _CLAUSE.split(text[max(0, one.start - _AROUND) : one.start])[-1]
        after = text[one.end : one.end + _AROUND]
        return bool(self.before.search(before) or self.after.match(after))

    def claims(self, text: str, one: Named) -> bool:
        """Return whether the words around speak of the place as of the office's own."""
        before = text[max(0, one.start - 6) : one.start]
        after = text[one.end : one.end + _AROUND]
        return bool(self.claimed_before.search(before) and self.claimed_after.match(after))


@dataclass(frozen=True, slots=True)
class _Foreign:
    """A name of another place: where it stands, and whether it is surely another's."""

    passage: Passage
    named: Named
    certain: bool


def _around(entry: PlacesEntry) -> _Around:
    return _Around(
        entry.late(f"(?:{entry.before})"),
        entry.late(entry.after),
        entry.late(f"(?:{entry.claimed_before})$"),
        entry.late(entry.claimed_after),
    )


@kind("foreign_places", PlacesEntry, "spot quote name", reads="prose")
def foreign_places(entry: PlacesEntry, template: Template) -> Find:
    """Require that a report names no place as its own but those it belongs to."""
    around, known = _around(entry), grammar()

    def find(case: Case) -> Iterator[Finding]:
        own = Own(case, known)
        by_name: dict[str, list[_Foreign]] = {}
        for one in _foreign(case, own, around):
            by_name.setdefault(one.named.name, []).append(one)
        for name, found in by_name.items():
            places = tuple(one.passage.place(one.named.start, one.named.end) for one in found)[:_MOST_SHOWN]
            message = entry.words(
                "{spot}写到“{name}”，不是本单位的地名，可能是从别处的材料里留下来的",
                spot=case.spot(found[0].passage),
                name=name,
                quote=name,
            )
            severity = entry.severity if any(one.certain for one in found) else "warning"
            yield entry.finding(message, places, found=name, severity=severity, other_place=name)
        yield from _heads(entry, case, own)

    return find


def _foreign(case: Case, own: Own, around: _Around) -> Iterator[_Foreign]:
    told = [(passage, one) for passage in case.texts for one in own.grammar.names_in(passage.text)]
    others = [(passage, one) for passage, one in told if not own.has(one)]
    main = _main(others, own)
    for passage, one in others:
        if around.excuses(passage.text, one):
            continue
        if own.is_clear(one):
            yield _Foreign(passage, one, certain=True)
        elif (one.level in main and one.name != main[one.level]) or around.claims(passage.text, one):
            yield _Foreign(passage, one, certain=False)


def _main(others: list[tuple[Passage, Named]], own: Own) -> dict[str, str]:
    """Return for each level whose own name is not known the one named most, where one clearly is."""
    main: dict[str, str] = {}
    for level in {one.level for _, one in others if not own.is_clear(one)}:
        counted = Counter(one.name for _, one in others if one.level == level)
        (name, most), *rest = counted.most_common(2)
        if rest and most > 1 and most >= 2 * rest[0][1]:
            main[level] = name
    return main


def _heads(entry: Entry, case: Case, own: Own) -> Iterator[Finding]:
    for table in case.template.tables:
        head = case.report.heads.get(table.id)
        if head is None:
            continue
        for one in own.grammar.names_in(head.filler):
            if not own.has(one) and own.is_clear(one):
                message = f"{table.name}上方的填报单位写到“{one.name}”，不是本单位的地名"
                where = (HeadPlace(table.id, "filler", head.filler),)
                yield entry.finding(message, where, found=one.name, other_place=one.name)


class OfficeEntry(PlacesEntry):
    """From how many foreign names on a report is suspect, and from what share of another's words on.

    `voice` is what follows the name of a town that speaks as the author of the report, `head` what stands
    before one that opens a sentence, `led` what follows the name of a place that leads the office: one is enough.
    """

    voice: str = "(?!)"
    head: str = "(?!)"
    led: str = "(?!)"
    names: int = 4
    share: float = 0.8
    least: int = 120


@kind("copied_office", OfficeEntry, "names share", reads="prose")
def copied_office(entry: OfficeEntry, template: Template) -> Find:
    """Require that a report is not another office's with the name changed."""
    around, known, voice = _around(entry), grammar(), _Voice(entry)

    def find(case: Case) -> Iterator[Finding]:
        for other in case.others:
            share = 0.0 if case.is_of_office(other) else share_in(body(case), known_runs(other))
            if share >= entry.share and sum(len(one.text) for one in body(case)) >= entry.least:
                message = (
                    f"正文有 {percent(share)} 和{other.unit.name} {other.year} 年的报告相同，"
                    "可能是从别的单位抄来的，请按本单位的情况改写；单位改过名的，不用改"
                )
                where = tuple(one.whole for one in islice(body(case), _MOST_SHOWN))
                about = f"{other.unit.name}{other.year}"
                yield entry.finding(
                    message, where, found=other.unit.name, about=about, extent=whole_percent(share)
                )
                return
        own = Own(case, known)
        foreign = [one for one in _foreign(case, own, around) if one.passage.section != TITLE]
        found = [one for one in foreign if one.certain]
        if len(found) >= entry.names:
            yield _many_names(entry, found)
        elif authors := [one for one in foreign if voice.is_heard(one, around)][:_MOST_SHOWN]:
            name = authors[0].named.name
            message = (
                f"{case.spot(authors[0].passage)}把“{name}”当作本单位来写，可能是从别的单位抄来的，请通读一遍"
            )
            places = tuple(one.passage.place(one.named.start, one.named.end) for one in authors)
            yield entry.finding(message, places, found=name, other_place=name)

    return find


class _Voice:
    """What tells that a foreign place is written of as the office's own."""

    def __init__(self, entry: OfficeEntry) -> None:
        self.speaks = entry.late(entry.voice)
        self.head = entry.late(f"(?:{entry.head})$")
        self.led = entry.late(entry.led)

    def is_heard(self, one: _Foreign, around: _Around) -> bool:
        """Return whether a town acts as the author, or another place leads or gains from the office."""
        text, named = one.passage.text, one.named
        if (named.known and around.claims(text, named)) or (one.certain and self._leads(text, named)):
            return True
        is_town = one.certain and named.level == "town"
        opens = self.head.search(text[max(0, named.start - 24) : named.start])
        return bool(is_town and (opens or self.speaks.match(text, named.end)))

    def _leads(self, text: str, named: Named) -> bool:
        before = text[max(0, named.start - 8) : named.start]
        return named.level != "town" and "在" in before and bool(self.led.match(text, named.end))


def _many_names(entry: OfficeEntry, found: list[_Foreign]) -> Finding:
    names = list(dict.fromkeys(one.named.name for one in found))
    places: tuple[Place, ...] = tuple(
        one.passage.place(one.named.start, one.named.end) for one in islice(found, _MOST_SHOWN)
    )
    message = entry.words(
        "正文有 {share} 处写到别处的地名（{names}），可能是从别的单位抄来的，请通读一遍",
        share=len(found),
        names="、".join(names[:6]),
    )
    return entry.finding(
        message, places, found="、".join(names), about="、".join(sorted(names)),
        other_place=names[0] if len(names) == 1 else "",
    )  # fmt: skip
