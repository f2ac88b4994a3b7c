"""Prose against tables: what the sentences state, compared with the cells that count it."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from decimal import Decimal
from typing import Literal

from core import numbers
from core.checks.case import Case, Passage, clipped
from core.checks.entry import Data, Entry, Find, cells_named, kind
from core.checks.late import Late
from core.checks.mending import Slip, mend
from core.checks.model import Finding, Fix, Place
from core.checks.reading import facts
from core.checks.reading.facts import Fact
from core.checks.reading.figures import number_in
from core.labels import short_label
from core.template import Cell, Template

Said = tuple[Passage, Fact]
_SUM = Late(r"(?<!公)共(?!同|享)|[合总累]计|一共|总数")
_OWN_SUM = Late(r"(?<!公)共(?!同|享)|[合总累]计|全年|今年|年内|本年|一共|总数")


class StatedEntry(Entry):
    """A topic and the cell that counts it, or the cells that do together (`plus`).

    `compare` says which pairs are this rule's: "figures" exact numbers, of which with `unless_zero` neither
    is 0; "zeros" where one side says 0 and the other more; "vague" numbers beside an exact cell. With
    `partial` a smaller number in prose may be a part of the cell.
    """

    topic: str
    cell: str
    plus: tuple[str, ...] = ()
    compare: Literal["figures", "zeros", "vague"] = "figures"
    unless_zero: bool = False
    partial: bool = False


@kind(
    "stated",
    StatedEntry,
    "spot quote cell table value difference",
    cells=lambda entry: (entry.cell, *entry.plus),
)
def stated(entry: StatedEntry, template: Template) -> Find:
    """Require that the number in prose is the number in the cell; several mentions may add up to it."""
    cells = cells_named(template, (entry.cell, *entry.plus))
    known = {topic.id for topic in facts.topics().topic} | {channel.id for channel in facts.topics().channel}
    if entry.topic not in known:
        raise ValueError(f"没有叫 {entry.topic} 的话题")

    def find(case: Case) -> Iterator[Finding]:
        mentions = case.stated_of(entry.topic)
        filled = [number for cell in cells if (number := case.number(cell.id)) is not None]
        if not mentions or len(filled) < len(cells):
            return
        value = sum(filled, Decimal(0))
        parts = _parts(mentions, value)
        for passage, fact in mentions:
            if (passage, fact) not in parts and _differs(entry, fact, value):
                found = _difference(entry, case, passage, fact, cells, value)
                is_certain = len(cells) == 1 and not entry.partial and value >= 0
                if is_certain and _is_only_one(fact, passage, mentions, value):
                    found = replace(found, fix=_as_in_cell(case, passage, fact, value))
                yield found

    return find


def _parts(mentions: list[Said], value: Decimal) -> list[Said]:
    """Return the mentions that may be parts: all where they add up, smaller ones where one names the whole."""
    exact = [(passage, fact) for passage, fact in mentions if fact.figure.is_exact]
    numbers_said = [fact.figure.low for _, fact in exact]
    if len(exact) > 1 and sum(numbers_said) == value:
        return exact
    if value not in numbers_said:
        return []
    smaller = [one for one in exact if one[1].figure.low < value]
    return [one for one in smaller if not one[1].whole or _is_summed_up(one, exact, value)]


def _is_summed_up(part: Said, mentions: list[Said], value: Decimal) -> bool:
    """Return whether a part that calls itself no sum is told before the sum, in its paragraph."""
    if _OWN_SUM.search(part[0].text, max(0, part[1].start - 8), part[1].figure.start):
        return False
    return any(
        passage is part[0]
        and fact.start > part[1].start
        and fact.figure.low == value
        and _SUM.search(passage.text, max(0, fact.start - 8), fact.figure.start)
        for passage, fact in mentions
    )


def _differs(entry: StatedEntry, fact: Fact, value: Decimal) -> bool:
    figure = fact.figure
    if entry.compare == "vague":
        return not figure.is_exact and figure.allows(value)
    if figure.allows(value) or (entry.partial and figure.low < value):
        return False
    has_zero = not figure.low or not value
    if entry.compare == "zeros":
        return has_zero
    return not (entry.unless_zero and has_zero)


def _is_only_one(fact: Fact, passage: Passage, mentions: list[Said], value: Decimal) -> bool:
    """Return whether no other number can be of the same thing: none in the sentence, none elsewhere but the right one."""
    sentence = facts.sentence_at(passage.text, fact.figure.start)
    for where, other in mentions:
        if where is passage and other.figure.start in sentence:
            if other is not fact:
                return False
        elif other.figure.low not in (value, fact.figure.low):
            return False
    return True


def _difference(
    entry: StatedEntry, case: Case, passage: Passage, fact: Fact, cells: Sequence[Cell], value: Decimal
) -> Finding:
    """Return the finding on a number; of its words the number alone is selected, so that a key wipes no clause."""
    place = replace(passage.place(fact.start, fact.end), selected=_number(passage, fact))
    default = "{spot}写“{quote}”，{table}“{cell}”填的是 {value}，差 {difference}"
    if not fact.figure.is_exact or fact.denied:
        default = "{spot}写“{quote}”，{table}“{cell}”填的是 {value}"
    message = entry.words(
        default,
        spot=case.spot(passage),
        quote=clipped(place.quote),
        table=case.table_name(cells[0]),
        cell="”加“".join(case.name_in_table(cell) for cell in cells),
        value=numbers.plain(value),
        difference=numbers.plain(abs(value - fact.figure.low)),
    )
    where: tuple[Place, ...] = (place, *case.cell_places(cell.id for cell in cells))
    found = numbers.plain(fact.figure.low) if fact.figure.is_exact else place.quote
    return entry.finding(message, where, expected=numbers.plain(value), found=found)


def _number(passage: Passage, fact: Fact) -> tuple[int, int] | None:
    """Return where the number of a fact stands, None where it is told in words or by several numbers."""
    return None if fact.denied else number_in(passage.text, fact.figure)


def _as_in_cell(case: Case, passage: Passage, fact: Fact, value: Decimal) -> Fix | None:
    """Return the fix that writes the figure of the cell for the number of a fact."""
    number, right = _number(passage, fact), numbers.plain(value)
    return mend(case, [Slip(passage, *number, right)], f"改为 {right}") if number else None


class ChannelsCells(Data):
    """The cells of the channels."""

    gazette: str = ""
    website: str = ""
    weibo: str = ""
    wechat: str = ""
    other_channels: str = ""

    def by_channel(self, template: Template) -> dict[str, Cell]:
        """Return the cells by their channels; ValueError where one is not there."""
        named = [(name, str(cell)) for name, cell in self if cell]
        return {name: cells_named(template, (cell,))[0] for name, cell in named}


class ChannelsEntry(Entry):
    """The channels with their cells."""

    cells: ChannelsCells


@kind("channel_union", ChannelsEntry, "spot quote parts value")
def channel_union(entry: ChannelsEntry, template: Template) -> Find:
    """Require that a number given for several channels together lies between the largest of them and their sum."""
    cells = entry.cells.by_channel(template)

    def find(case: Case) -> Iterator[Finding]:
        for passage, fact in case.stated:
            named = [cells[topic] for topic in fact.topics if topic in cells]
            values = [value for cell in named if (value := case.number(cell.id)) is not None]
            if len(fact.topics) < 2 or len(values) != len(fact.topics):
                continue
            if max(values) <= fact.figure.high and fact.figure.low <= sum(values):
                continue
            place = passage.place(fact.start, fact.end)
            message = entry.words(
                "{spot}写“{quote}”，而统计表{parts}",
                spot=case.spot(passage),
                quote=clipped(place.quote),
                parts="，".join(
                    f"“{short_label(cell.row[-1])}”是 {numbers.plain(value)}"
                    for cell, value in zip(named, values, strict=True)
                ),
                value=fact.figure.low,
            )
            cell_places = case.cell_places(cell.id for cell in named)
            found = str(fact.figure.low)
            yield entry.finding(message, (place, *cell_places), found=found)

    return find


@kind("channel_vague", ChannelsEntry, "spot quote parts")
def channel_vague(entry: ChannelsEntry, template: Template) -> Find:
    """Require that a channel's number in prose is exact where the table is."""
    cells = entry.cells.by_channel(template)

    def find(case: Case) -> Iterator[Finding]:
        for passage, fact in case.stated:
            named = [cells[topic] for topic in fact.topics if topic in cells]
            if fact.figure.is_exact or not named or any(case.number(cell.id) is None for cell in named):
                continue
            place = passage.place(fact.start, fact.end)
            message = entry.words(
                "{spot}写“{quote}”，是约数，而统计表{parts}；请写准确的数",
                spot=case.spot(passage),
                quote=clipped(place.quote),
                parts="，".join(f"“{short_label(one.row[-1])}”是 {case.number(one.id):f}" for one in named),
            )
            yield entry.finding(message, (place, *case.cell_places(cell.id for cell in named)))

    return find


@kind("channel_over_total", ChannelsEntry, "spot quote total_spot total_quote difference", reads="prose")
def channel_over_total(entry: ChannelsEntry, template: Template) -> Find:
    """Require that no channel has more in prose than the total that prose gives."""
    known = set(entry.cells.by_channel(template)) or {channel.id for channel in facts.topics().channel}

    def find(case: Case) -> Iterator[Finding]:
        totals = [(one, fact) for one, fact in case.stated_of(facts.TOTAL) if fact.figure.is_exact]
        if not totals:
            return
        total_passage, total = max(totals, key=lambda said: said[1].figure.low)
        for passage, fact in case.stated:
            figure = fact.figure
            if not known.issuperset(fact.topics) or not figure.is_exact or figure.low <= total.figure.low:
                continue
            place, whole = (
                passage.place(fact.start, fact.end),
                total_passage.place(total.start, total.end),
            )
            message = entry.words(
                "{spot}写“{quote}”，比{total_spot}的总数“{total_quote}”还多 {difference}",
                spot=case.spot(passage),
                quote=clipped(place.quote),
                total_spot=case.spot(total_passage),
                total_quote=clipped(whole.quote),
                difference=figure.low - total.figure.low,
            )
            expected = str(total.figure.low)
            yield entry.finding(message, (place, whole), expected=expected, found=str(figure.low))

    return find
