"""Lists in prose that must add up: classes and channels of a stated total, and percentages of it."""

import re
from collections.abc import Iterator
from decimal import ROUND_DOWN, ROUND_HALF_UP, Decimal
from itertools import islice

from core.checks.case import Case, Passage, clipped
from core.checks.entry import Entry, Find, kind
from core.checks.model import Finding
from core.checks.reading import facts
from core.checks.reading.figures import Figure, figures
from core.checks.reading.listings import Item, Listing, listings
from core.template import Template

_MOST = 300
_CLASS = re.compile(r"(?:类|方面|领域|性|业务)(?:政府|政务)?(?:信息|的)?(?:公开)?(?:共|为|有)?$")
_REST = re.compile(r"其他|其它|其余|剩余")
_PARTITION = re.compile(
    r"自然人|法人|企业|个人|组织|专职|兼职|按[时期]|延期|当面|传真|网[上络]|信函|书面|电子|现场|邮寄|维持|纠[正错]"
    r"|审结|予以公开|部分公开|不予|无法提供|上年|新收|处罚|许可|强制|男|女|纸质|复议|诉讼|主动公开|依申请"
)
_ACROSS = re.compile(r"规范性文件|解读|图解|视频|图片|原创|头条|依申请")


class ListEntry(Entry):
    """Which lists are this rule's, of classes or of channels; `note` is what says that things count twice."""

    channels: bool = False
    note: str = ""


@kind("adds_up", ListEntry, "spot quote total sum difference arithmetic", reads="prose")
def adds_up(entry: ListEntry, template: Template) -> Find:
    """Require that the parts of a stated total add up to it, where the words give all of them."""
    note = re.compile(entry.note) if entry.note else None

    def find(case: Case) -> Iterator[Finding]:
        for passage in case.in_sections(but=("problems",)):
            if note and note.search(passage.text):
                continue
            for one in _lists(passage, entry.channels, case.report.year):
                if one.sum != one.total.low and (one.sum > one.total.low or _is_complete(one)):
                    yield _broken(entry, case, passage, one)

    return find


def _lists(passage: Passage, of_channels: bool, year: int) -> Iterator[Listing]:
    found = [one for one in listings(passage.text) if _is_of_channels(one) is of_channels]
    yield from found
    if of_channels and all(one.is_open and one.sum <= one.total.low for one in found):
        yield from _stated_channels(passage, year)


def _is_of_channels(one: Listing) -> bool:
    named = [next(iter(facts.channels_named(item.label, facts.topics())), None) for item in one.items]
    return sum(name is not None for name in named) * 2 > len(named)


def _stated_channels(passage: Passage, year: int) -> Iterator[Listing]:
    """Yield the total and the channels that the sentences of a paragraph state one by one."""
    said = facts.facts_of(passage.text, year)
    known = {channel.id for channel in facts.topics().channel}
    totals = [one for one in said if one.topics == (facts.TOTAL,)]
    named = [one for one in said if known.issuperset(one.topics)]
    exact = all(one.figure.is_exact for one in (*totals, *named))
    if len(totals) != 1 or len({one.topics for one in named}) < 2 or not exact:
        return
    if any(one.figure.low > totals[0].figure.low for one in named):
        return
    items = tuple(Item("", one.figure, one.start) for one in named)
    yield Listing(totals[0].figure, items, False)


def _is_complete(one: Listing) -> bool:
    """Return whether the words give every part of the total."""
    if one.is_open or any(_ACROSS.search(item.label) for item in one.items):
        return False
    if len(one.items) >= 3 or any(_REST.search(item.label) for item in one.items):
        return True
    channels = _is_of_channels(one) or not one.items[0].label
    return channels or all(_CLASS.search(item.label) or _PARTITION.search(item.label) for item in one.items)


def _broken(entry: ListEntry, case: Case, passage: Passage, one: Listing) -> Finding:
    figures_said = [str(item.figure.low) for item in one.items]
    total = passage.place(one.total.start, one.total.end)
    parts = passage.place(one.items[0].start, one.items[-1].figure.end)
    message = entry.words(
        "{spot}总数是“{quote}”，列出的各项 {arithmetic}＝{sum}，差 {difference}",
        spot=case.spot(passage),
        quote=total.quote,
        total=one.total.low,
        sum=one.sum,
        difference=abs(one.sum - one.total.low),
        arithmetic=clipped("＋".join(figures_said)),
    )
    return entry.finding(message, (parts, total), expected=str(one.total.low), found=str(one.sum))


_SHARE = re.compile(
    r"(?P<about>约)?(?P<lead>占(?:比|到|了)?[^，,。；;\d%％]{0,18}|比例(?:为|是|达)?|比重(?:为|是|达)?|[（(])\s?(?P<about_too>约|近)?"
    r"(?P<percent>\d{1,3}(?:\.\d{1,3})?)\s?[%％]"
)
_ROW = re.compile(
    r"(?:分别占|依次占|(?:占比|比例|比重)(?:分别|依次)(?:为|是))[^，,。；;\d%％]{0,14}(?P<row>\d{1,3}(?:\.\d{1,3})?\s?[%％](?:[、，和及与]\s?\d{1,3}(?:\.\d{1,3})?\s?[%％]){1,12})"
)
_PERCENT = re.compile(r"(?P<percent>\d{1,3}(?:\.\d{1,3})?)\s?[%％]")
_NO_SHARE = re.compile(
    r"增[长加幅]|提[高升]|下降|减少|同比|环比|上升|较上年|比上年|百分点|分值|考核|总分|权重"
)
_RATE = re.compile(
    r"(?<!按时)(?<!按期)(?<!及时)(?:办结率|办理率)(?:为|达到?|均为|是)?\s?(?P<percent>\d{1,3}(?:\.\d{1,3})?)\s?[%％]"
)
_OF_TOTAL = re.compile(
    r"(?P<part>\d{1,7})\s?(?P<unit>[条件篇])[，,（(]?\s?占[^，,。；;\d%％]{0,16}(?P<total>\d{1,7})\s?[条件篇]的\s?"
    r"(?P<percent>\d{1,3}(?:\.\d{1,3})?)\s?[%％]"
)


@kind("shares", Entry, "spot quote part total percent wanted", reads="passage")
def shares(entry: Entry, template: Template) -> Find:
    """Require that a percentage beside a number is what the number is of its total, and that all make up 100."""

    def find(case: Case) -> Iterator[Finding]:
        for passage in case.in_sections(but=("problems",)):
            if "%" in passage.text or "％" in passage.text:
                yield from _wrong_shares(entry, case, passage)
                yield from _wrong_rate(entry, case, passage)

    return find


def _wrong_shares(entry: Entry, case: Case, passage: Passage) -> Iterator[Finding]:
    known = [one for one in islice(figures(passage.text), _MOST) if one.unit and one.is_exact]
    lists = (*listings(passage.text), *_rows(passage.text, known))
    told: dict[int, list[re.Match[str]]] = {}
    for figure, match in _shares(passage.text, known):
        total = _total_of(passage.text, figure, known, lists, match)
        told.setdefault(_sentence_of(passage.text, match.start("percent")), []).append(match)
        if figure is not None and total is not None and not _is_share(figure.low, total.low, match):
            yield _wrong_share(entry, case, passage, figure, total, match)
    for match in islice(_OF_TOTAL.finditer(passage.text), _MOST):
        part, total = (
            Figure(match.start(one), match.end(one), int(match[one]), int(match[one]), match["unit"])
            for one in ("part", "total")
        )
        if not _is_share(part.low, total.low, match):
            yield _wrong_share(entry, case, passage, part, total, match)
    for matches in told.values():
        yield from _wrong_whole(entry, case, passage, matches)


def _rows(text: str, known: list[Figure]) -> Iterator[Listing]:
    """Yield the numbers before "分别占60%、40%" as a list of their own sum, for where no total is told."""
    for row in islice(_ROW.finditer(text), _MOST):
        percents = _PERCENT.findall(row["row"])
        parts = [one for one in known if row.start() - 160 < one.end <= row.start()][-len(percents) :]
        if len(parts) == len(percents) and len({one.unit for one in parts}) == 1:
            whole = sum(one.low for one in parts)
            total = Figure(parts[0].start, parts[-1].end, whole, whole, parts[0].unit)
            yield Listing(total, tuple(Item("", one, one.start) for one in parts), False)


def _shares(text: str, known: list[Figure]) -> Iterator[tuple[Figure | None, re.Match[str]]]:
    """Yield each percentage with the number it is said of."""
    rows = list(islice(_ROW.finditer(text), _MOST))
    for row in rows:
        percents = list(_PERCENT.finditer(text, row.start("row"), row.end("row")))
        before = [one for one in known if row.start() - 160 < one.end <= row.start()][-len(percents) :]
        of_them: list[Figure | None] = [*before]
        if len(before) != len(percents):
            of_them = [None] * len(percents)
        yield from zip(of_them, percents, strict=True)
    for match in islice(_SHARE.finditer(text), _MOST):
        if any(row.start() <= match.start() < row.end() for row in rows) or _changes(text, match):
            continue
        before = [one for one in known if match.start() - 30 < one.end <= match.start() + 1]
        near = before[-1] if before else None
        between = text[near.end : match.start()] if near else ""
        if near and re.search(r"[。；;\n]|[，,].*[，,]", between):
            near = None
        if match["lead"] in "（(" and (near is None or between.strip()):
            continue
        yield near, match


def _changes(text: str, match: re.Match[str]) -> bool:
    clause = max(text.rfind(mark, 0, match.start()) for mark in "，,。；;\n") + 1
    return bool(_NO_SHARE.search(text, clause, match.end() + 4))


def _sentence_of(text: str, at: int) -> int:
    return max(text.rfind(mark, 0, at) for mark in "。\n")


def _total_of(
    text: str, part: Figure | None, known: list[Figure], lists: tuple[Listing, ...], match: re.Match[str]
) -> Figure | None:
    """Return the total that the part belongs to: of its list, or the nearest larger number before it."""
    if part is None:
        return None
    for one in lists:
        if any(item.figure.start == part.start for item in one.items):
            return one.total
    begin = max(0, part.start - 200)
    same = [one for one in known if begin <= one.start < part.start and one.unit == part.unit]
    larger = [one for one in same if one.low > part.low]
    equal = [one for one in same if one.low == part.low and "其中" in text[one.end : part.start]]
    return max(larger or equal, key=lambda one: one.low, default=None)


def _is_share(part: int, total: int, match: re.Match[str]) -> bool:
    if not total:
        return True
    wanted, said = Decimal(part) * 100 / total, Decimal(match["percent"])
    groups = match.groupdict()
    if groups.get("about") or groups.get("about_too"):
        return abs(wanted - said) <= max(Decimal(2), said / 20)
    decimals = len(match["percent"].partition(".")[2])
    if decimals:  # the last of several is often set so that all make up 100
        return abs(wanted - said) <= Decimal(2).scaleb(-decimals)
    return said in (wanted.quantize(Decimal(1), ROUND_HALF_UP), wanted.quantize(Decimal(1), ROUND_DOWN))


def _wrong_share(
    entry: Entry, case: Case, passage: Passage, part: Figure, total: Figure, match: re.Match[str]
) -> Finding:
    where = (
        passage.place(match.start("percent"), match.end()),
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
        percent=match["percent"],
        wanted=wanted,
    )
    return entry.finding(message, where, expected=f"{wanted}%", found=where[0].quote)


def _wrong_whole(
    entry: Entry, case: Case, passage: Passage, matches: list[re.Match[str]]
) -> Iterator[Finding]:
    total = sum((Decimal(one["percent"]) for one in matches), Decimal(0))
    words = passage.text[matches[0].start() : matches[-1].end() + 4]
    nested = "其中" in words
    few = len(matches) < 3 and not _REST.search(words)
    if len(matches) < 2 or nested or abs(total - 100) <= 1 or (total < 100 and (few or "等" in words)):
        return
    place = passage.place(matches[0].start(), matches[-1].end())
    message = f"{case.spot(passage)}的各项百分比加起来是 {total}%，应当是 100%"
    yield entry.finding(message, (place,), expected="100%", found=f"{total}%")


def _wrong_rate(entry: Entry, case: Case, passage: Passage) -> Iterator[Finding]:
    """Yield a rate of closing that the numbers of applications in the paragraph do not give."""
    said = facts.facts_of(passage.text, case.report.year)
    for match in islice(_RATE.finditer(passage.text), _MOST // 10):
        new, closed, left = (
            [
                one
                for one in said
                if one.topics == (topic,) and one.figure.is_exact and one.end <= match.start()
            ]
            for topic in ("received", "closed", "carried_in")
        )
        if len(new) != 1 or len(closed) != 1 or not new[0].figure.low:
            continue
        totals = {new[0].figure.low, new[0].figure.low + sum(one.figure.low for one in left)}
        if not any(_is_share(closed[0].figure.low, total, match) for total in totals):
            yield _wrong_share(entry, case, passage, closed[0].figure, new[0].figure, match)
