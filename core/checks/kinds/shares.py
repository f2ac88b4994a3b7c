"""Percentages in prose that must fit the numbers beside them."""

import re
from collections.abc import Iterator
from decimal import ROUND_HALF_UP, Decimal
from itertools import islice

from core.checks.case import Case, Passage
from core.checks.entry import Entry, Find, kind
from core.checks.late import Late
from core.checks.model import Finding
from core.checks.reading import facts, percents
from core.checks.reading.figures import Figure, figures
from core.checks.reading.listings import Item, Listing, listings
from core.checks.reading.percents import Percent, Row
from core.template import Template

_MOST, _BACK = 300, 160
_ANY = Late(r"[%％]|百分之|[一二三四五六七八九]成|分之")
_REST = Late(r"其他|其它|其余|剩余")
_CLOSED = Late(r"^(?:本年度?|全年|总体|申请|依申请|信息公开)*(?:办结|办理|答复)率$")
_IN_TIME = Late(r"按[时期]|及时|准[时点]|时限|期限|规定")
_SPREAD = Late(r"覆盖|达标|普及|完成|到位|落实|合格|设置")
_MARKS = "，,。；;：:（(\n"
_BEHIND = Late(r"[，,（(]?\s?(?:共计|共有|共|计|即|为|有|达)?\s?$")


@kind("shares", Entry, "spot quote part total percent wanted", reads="passage")
def shares(entry: Entry, template: Template) -> Find:
    """Require that a percentage beside a number is what the number is of its total, and that all make up 100."""

    def find(case: Case) -> Iterator[Finding]:
        for passage in case.reported():
            if _ANY.search(passage.text):
                known = [one for one in islice(figures(passage.text), _MOST) if one.unit and one.is_exact]
                yield from _wrong_shares(entry, case, passage, known)
                yield from _wrong_rates(entry, case, passage, known)

    return find


def _wrong_shares(entry: Entry, case: Case, passage: Passage, known: list[Figure]) -> Iterator[Finding]:
    rows = percents.rows(passage.text)
    lists = (*listings(passage.text), *_own_sums(rows, known))
    told: dict[int, list[Percent]] = {}
    for part, percent, given in _shares(passage.text, known, rows):
        total = given or _total_of(passage.text, part, known, lists)
        told.setdefault(_sentence_of(passage.text, percent.start), []).append(percent)
        if part is not None and total is not None and not percent.fits(part.low, total.low):
            yield _wrong_share(entry, case, passage, part, total, percent)
    for of_sentence in told.values():
        yield from _wrong_whole(entry, case, passage, of_sentence)


def _own_sums(rows: list[Row], known: list[Figure]) -> Iterator[Listing]:
    """Yield the numbers before "分别占60%、40%" as a list of their own sum, for where no total is told."""
    for row in rows:
        parts = _parts_of(row, known)
        if parts and len({one.unit for one in parts}) == 1:
            whole = sum(one.low for one in parts)
            total = Figure(parts[0].start, parts[-1].end, whole, whole, parts[0].unit)
            yield Listing(total, tuple(Item("", one, one.start) for one in parts), False)


def _parts_of(row: Row, known: list[Figure]) -> list[Figure]:
    parts = [one for one in known if row.start - _BACK < one.end <= row.start][-len(row.percents) :]
    return parts if len(parts) == len(row.percents) else []


def _shares(
    text: str, known: list[Figure], rows: list[Row]
) -> Iterator[tuple[Figure | None, Percent, Figure | None]]:
    """Yield each percentage with the number it is said of, and the total where the words beside it name that."""
    for row in rows:
        parts: list[Figure | None] = [*_parts_of(row, known)]
        for part, percent in zip(parts or [None] * len(row.percents), row.percents, strict=True):
            yield part, percent, None
    for percent in percents.shares(text):
        if any(row.start <= percent.lead < row.end for row in rows):
            continue
        given = next((one for one in known if percent.lead < one.start and one.end <= percent.start), None)
        near = _part_behind(text, known, percent) or _part_before(text, known, percent)
        if percent.in_brackets and (near is None or text[near.end : percent.lead].strip()):
            continue
        same = given if given and near and given.unit == near.unit and given.low >= near.low else None
        yield near, percent, same


def _part_before(text: str, known: list[Figure], percent: Percent) -> Figure | None:
    before = [one for one in known if percent.lead - 34 < one.end <= percent.lead + 1]
    between = text[before[-1].end : percent.lead] if before else ""
    return before[-1] if before and not re.search(r"[。；;\n]|[，,].*[，,]", between) else None


def _part_behind(text: str, known: list[Figure], percent: Percent) -> Figure | None:
    """Return the number told after its share ("动态类占60%，共120条"), where none stands before it."""
    clause = max(text.rfind(mark, 0, percent.lead) for mark in "，,、。；;：:\n") + 1
    label = text[clause : percent.lead]
    if not label or any(clause <= one.start < percent.lead for one in known):
        return None
    behind = next((one for one in known if percent.end <= one.start <= percent.end + 6), None)
    return behind if behind and _BEHIND.match(text[percent.end : behind.start]) else None


def _sentence_of(text: str, at: int) -> int:
    return max(text.rfind(mark, 0, at) for mark in "。\n")


def _total_of(
    text: str, part: Figure | None, known: list[Figure], lists: tuple[Listing, ...]
) -> Figure | None:
    """Return the total that the part belongs to: of its list, or the nearest larger number before it."""
    if part is None:
        return None
    for one in lists:
        if any(item.figure.start == part.start for item in one.items):
            return one.total
    return percents.nearest_total(part, known, text)


def _wrong_share(
    entry: Entry, case: Case, passage: Passage, part: Figure, total: Figure, percent: Percent
) -> Finding:
    where = (
        passage.place(percent.start, percent.end),
        passage.place(part.start, part.end),
        passage.place(total.start, total.end),
    )
    wanted = (Decimal(part.low) * 100 / total.low).quantize(Decimal("0.01"), ROUND_HALF_UP)
    message = entry.words(
        "{spot}写“{quote}”，而 {part} 是 {total} 的 {wanted}%",
        spot=case.spot(passage),
        quote=where[0].quote,
        part=part.low,
        total=total.low,
        percent=f"{percent.value.normalize():f}",
        wanted=wanted,
    )
    return entry.finding(message, where, expected=f"{wanted}%", found=where[0].quote)


def _wrong_whole(entry: Entry, case: Case, passage: Passage, told: list[Percent]) -> Iterator[Finding]:
    total = sum((one.value for one in told), Decimal(0))
    words = passage.text[told[0].lead : told[-1].end + 4]
    few = len(told) < 3 and not _REST.search(words)
    rough = any(one.is_about for one in told)
    if len(told) < 2 or rough or "其中" in words or "即" in words or abs(total - 100) <= 1:
        return
    if total < 100 and (few or "等" in words):
        return
    place = passage.place(told[0].start, told[-1].end)
    message = f"{case.spot(passage)}的各项百分比加起来是 {total}%，应当是 100%"
    yield entry.finding(message, (place,), expected="100%", found=f"{total}%")


def _wrong_rates(entry: Entry, case: Case, passage: Passage, known: list[Figure]) -> Iterator[Finding]:
    """Yield a rate that the numbers before it do not give: "应公开50项，已公开48项，公开率98%"."""
    for name, percent in percents.rates(passage.text):
        part = _done(passage.text, name, percent, known)
        if _CLOSED.match(name) and (of_year := _closed(case, passage, percent)):
            part, totals = of_year
        else:
            totals = _due(passage.text, part, known) if part else []
        if part and totals and not any(percent.fits(part.low, total.low) for total in totals):
            yield _wrong_share(entry, case, passage, part, totals[-1], percent)


def _done(text: str, name: str, percent: Percent, known: list[Figure]) -> Figure | None:
    """Return the number of what a rate is the rate of: the nearest before it whose clause has its verb."""
    begin = max(_sentence_of(text, percent.lead) + 1, percent.lead - _BACK)
    if _SPREAD.search(name):
        begin = max(begin, *(text.rfind(mark, 0, percent.lead) for mark in "；;"))
    for one in reversed([one for one in known if begin <= one.start and one.end <= percent.lead]):
        start = max(text.rfind(mark, 0, one.start) for mark in _MARKS) + 1
        ends = [at for mark in _MARKS if (at := text.find(mark, one.end)) >= 0]
        clause = text[max(start, begin) : min([*ends, percent.lead])]
        in_time = not _IN_TIME.search(name) or _IN_TIME.search(clause)
        is_it = any(char in clause for char in name[-3:-1]) or _SPREAD.search(name)
        if in_time and is_it and "应" not in clause:
            return one
    return None


def _due(text: str, part: Figure, known: list[Figure]) -> list[Figure]:
    """Return the numbers before a part that it may be a part of, the nearest last."""
    begin = _sentence_of(text, part.start)
    before = [
        one for one in known if begin < one.start < part.start and percents.are_alike(one.unit, part.unit)
    ]
    return [one for one in before if one.low >= part.low > 0]


def _closed(case: Case, passage: Passage, percent: Percent) -> tuple[Figure, list[Figure]] | None:
    """Return the applications closed, and the new ones alone and with those carried in, of the whole paragraph."""
    said = facts.facts_of(passage.text, case.report.year)
    new, closed, left = (
        [one for one in said if one.topics == (topic,) and one.figure.is_exact and one.end <= percent.lead]
        for topic in ("received", "closed", "carried_in")
    )
    if len(new) != 1 or len(closed) != 1 or not new[0].figure.low:
        return None
    first = new[0].figure
    whole = first.low + sum(one.figure.low for one in left)
    both = Figure(first.start, first.end, whole, whole, first.unit)
    return closed[0].figure, [both, first]
