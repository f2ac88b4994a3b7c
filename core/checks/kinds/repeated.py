"""The same thing told twice in prose with different numbers."""

from collections.abc import Iterator

from core.checks.case import Case, Passage, clipped
from core.checks.entry import Entry, Find, kind
from core.checks.model import Finding
from core.checks.reading import facts
from core.checks.reading.facts import Fact
from core.template import Template

Said = tuple[Passage, Fact]


class RepeatedEntry(Entry):
    """Topics that have one number in a report; `totals` are those of which only words of the whole year count."""

    topics: tuple[str, ...]
    totals: tuple[str, ...] = ()


@kind("told_twice", RepeatedEntry, "spot quote other_spot other_quote", reads="prose")
def told_twice(entry: RepeatedEntry, template: Template) -> Find:
    """Require that what is told twice has the same number both times."""
    known = {topic.id for topic in facts.topics().topic} | {channel.id for channel in facts.topics().channel}
    unknown = [topic for topic in (*entry.topics, *entry.totals) if topic not in known]
    if unknown:
        raise ValueError(f"没有叫 {unknown[0]} 的话题")

    def find(case: Case) -> Iterator[Finding]:
        for topic in (*entry.topics, *entry.totals):
            mentions = case.stated_of(topic)
            if len(mentions) < 2:
                continue
            if topic in entry.totals:
                mentions = [one for one in mentions if one[1].whole]
            for group in _of_one_thing(topic, mentions):
                yield from _conflict(entry, case, group)

    return find


def _of_one_thing(topic: str, mentions: list[Said]) -> Iterator[list[Said]]:
    """Yield mentions that speak of the same: of a channel only those that name it in the same words."""
    channel = next((one for one in facts.topics().channel if one.id == topic), None)
    if channel is None:
        yield mentions
        return
    groups: dict[str, list[Said]] = {}
    for passage, fact in mentions:
        words = passage.text[max(0, fact.start - 8) : fact.figure.start]
        named = channel.named.search(words)
        prefix = words[max(0, named.start() - 4) : named.end()] if named else words
        groups.setdefault(prefix.lstrip("通过在利用依托借助经由年全共、，。其中"), []).append((passage, fact))
    yield from groups.values()


def _conflict(entry: RepeatedEntry, case: Case, mentions: list[Said]) -> Iterator[Finding]:
    if len(mentions) < 2 or _is_whole_with_parts(mentions):
        return
    first_passage, first = mentions[0]
    for passage, fact in mentions[1:]:
        if fact.figure.low <= first.figure.high and first.figure.low <= fact.figure.high:
            continue
        place = passage.place(fact.start, fact.end)
        other = first_passage.place(first.start, first.end)
        message = entry.words(
            "{other_spot}写“{other_quote}”，{spot}写“{quote}”，同一件事有两个数",
            spot=case.spot(passage),
            quote=clipped(place.quote),
            other_spot=case.spot(first_passage),
            other_quote=clipped(other.quote),
        )
        yield entry.finding(message, (other, place), expected=other.quote, found=place.quote)
        return


def _is_whole_with_parts(mentions: list[Said]) -> bool:
    figures = [fact.figure.low for _, fact in mentions]
    return len(figures) > 2 and max(figures) * 2 == sum(figures)
