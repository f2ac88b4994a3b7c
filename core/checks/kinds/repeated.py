"""The same thing told twice in prose with different numbers."""

from collections.abc import Iterator

from core.checks.case import Case, Passage, clipped
from core.checks.entry import Entry, Find, kind
from core.checks.late import Late
from core.checks.model import Finding
from core.checks.reading import facts
from core.checks.reading.facts import Fact
from core.checks.reading.things import Thing, things
from core.template import Template

Said = tuple[Passage, Fact]
_ATTRIBUTE = Late(
    r"(?<=公开|发布|推送|举办|召开|开展|组织|办理|设置|设立|建成)的"
    r"(?=\s?(?:[\d０-９]{1,6}|[一二两三四五六七八九十百]{1,6})\s?[余多]?[条件篇份期次场个处])"
)
_OF_A_PART = Late(
    r"当场|其中|网上办|上门|延期|不予|现场|即时|首次|重点|另|分别|新增|补充|单独|专门就|部分|村级|村里|各村"
)
_OF_A_TIME = Late(
    r"截[至止到]\s?(?:20\d\d年)?(?:[1-9]|1[01])月(?:[份底末初]|[上中下]旬|\d{1,2}日)?"
    r"|(?<![\d至到—-])\d{1,2}月(?:份|[上中下]旬|[初底末]|\d{1,2}日)?(?![^，,]{0,2}[至到—-])(?<!12月31日)(?<!12月底)[，,]?[^，,]{0,24}$"
)
_POINT = Late(r"\s{0,4}(?:[（(]?[一二三四五六七八九十\d]{1,3}[）)、.．是])?[^，,。：:\d]{0,12}[：:]?\s?")
_PLANNED = Late(r"下一步|今后|明年|来年|力争|计划|目标|争取|确保|预计|将(?!近)")
_LEVEL = Late(r"[省市县区镇乡](?=政府|人民政府|级|$|[^省市县区镇乡]{0,4}$)|街道")
_ACCOUNT = Late(r"[“\"「]([^”\"」]{2,12})[”\"」]")
_SORT = Late(r"动态|原创|便民|视频|图文|稿件|政策|解读|栏目|党建|转载|专题")


class RepeatedEntry(Entry):
    """Topics that have one number in a report; `totals` are those of which only words of the whole year count.

    `things` are the names of what an office has one number of ("行政村"), told in passing.
    """

    topics: tuple[str, ...]
    totals: tuple[str, ...] = ()
    things: str = ""


@kind("told_twice", RepeatedEntry, "spot quote other_spot other_quote", reads="prose")
def told_twice(entry: RepeatedEntry, template: Template) -> Find:
    """Require that what is told twice has the same number both times."""
    known = {topic.id for topic in facts.topics().topic} | {channel.id for channel in facts.topics().channel}
    unknown = [topic for topic in (*entry.topics, *entry.totals) if topic not in known]
    if unknown:
        raise ValueError(f"没有叫 {unknown[0]} 的话题")

    names = entry.late(entry.things) if entry.things else None

    def find(case: Case) -> Iterator[Finding]:
        yield from _things_twice(entry, case, names) if names else ()
        by_topic: dict[str, list[Said]] = {}
        for passage, fact in _told(case):
            if len(fact.topics) == 1:
                by_topic.setdefault(fact.topics[0], []).append((passage, fact))
        for topic in (*entry.topics, *entry.totals):
            mentions = _told_of_all(case, by_topic.get(topic, []))
            if topic in entry.totals:
                mentions = [one for one in mentions if one[1].whole or _heads_sentence(*one)]
                mentions = mentions if any(fact.whole for _, fact in mentions) else []
            for group in _of_one_thing(topic, mentions):
                yield from _conflict(entry, case, group)

    return find


def _told(case: Case) -> Iterator[Said]:
    """Yield what prose tells of the whole year; among the problems only what says so in words."""
    for passage in case.passages:
        for fact in facts.facts_of(_restated(passage.text), case.report.year):
            begin = max(passage.text.rfind(mark, 0, fact.figure.start) for mark in "。；;\n") + 1
            scope = passage.text[begin : fact.figure.start]
            clause = scope[max(scope.rfind(mark) for mark in "，,") + 1 :]
            is_part = _OF_A_PART.search(clause) or _OF_A_TIME.search(scope)
            in_plan = case.is_planning(passage) and _PLANNED.search(scope)
            if not is_part and not in_plan:
                yield passage, fact


def _told_of_all(case: Case, mentions: list[Said]) -> list[Said]:
    """Return mentions without those among the problems that may be of a part: they say so little, and no more."""
    most = max((fact.figure.low for passage, fact in mentions if not case.is_planning(passage)), default=0)
    return [
        (passage, fact)
        for passage, fact in mentions
        if not case.is_planning(passage) or fact.whole or fact.figure.low > most > 0
    ]


def _heads_sentence(passage: Passage, fact: Fact) -> bool:
    """Return whether nothing but the number of a point stands before a fact in its sentence."""
    begin = max(passage.text.rfind(mark, 0, fact.start) for mark in "。；;\n") + 1
    return bool(_POINT.fullmatch(passage.text, begin, fact.start))


def _restated(text: str) -> str:
    """Return a text with "收到的7件申请" as "收到了7件申请": what is told again by the way is told."""
    return _ATTRIBUTE.sub("了", text) if "的" in text else text


def _of_one_thing(topic: str, mentions: list[Said]) -> Iterator[list[Said]]:
    """Yield mentions that speak of the same: of a channel only those of one office and of one sort of items."""
    channel = next((one for one in facts.topics().channel if one.id == topic), None)
    if channel is None or len(mentions) < 2:
        yield mentions
        return
    groups: dict[tuple[str, ...], list[Said]] = {}
    for passage, fact in mentions:
        words = passage.text[max(0, fact.start - 10) : fact.figure.start]
        named = list(channel.named.finditer(words))
        before = words[: named[-1].start()] if named else words
        level = _LEVEL.findall(before)[-1:]
        sort = (*_ACCOUNT.findall(words), *sorted(set(_SORT.findall(words))))
        groups.setdefault((*(one[-1] for one in level), "/", *sort), []).append((passage, fact))
    yield from _with_unnamed(groups)


def _with_unnamed(groups: dict[tuple[str, ...], list[Said]]) -> Iterator[list[Said]]:
    """Yield the groups; one without a name of its own is of the only one that has a name."""
    unnamed = groups.pop(("/",), [])
    named = list(groups.values())
    if len(named) == 1 and not any(_SORT.search(one) for key in groups for one in key):
        yield sorted([*unnamed, *named[0]], key=lambda said: (said[0].index, said[1].start))
        return
    yield unnamed
    yield from named


def _conflict(entry: RepeatedEntry, case: Case, mentions: list[Said]) -> Iterator[Finding]:
    if len(mentions) < 2 or _is_whole_with_parts(mentions):
        return
    first_passage, first = mentions[0]
    for passage, fact in mentions[1:]:
        if fact.figure.low <= first.figure.high and first.figure.low <= fact.figure.high:
            continue
        spans = (first.start, first.end), (fact.start, fact.end)
        yield _two_numbers(entry, case, (first_passage, *spans[0]), (passage, *spans[1]))
        return


def _two_numbers(
    entry: RepeatedEntry, case: Case, one: tuple[Passage, int, int], again: tuple[Passage, int, int]
) -> Finding:
    other, place = one[0].place(*one[1:]), again[0].place(*again[1:])
    message = entry.words(
        "{other_spot}写“{other_quote}”，{spot}写“{quote}”，同一件事有两个数",
        spot=case.spot(again[0]),
        quote=clipped(place.quote),
        other_spot=case.spot(one[0]),
        other_quote=clipped(other.quote),
    )
    return entry.finding(message, (other, place), expected=other.quote, found=place.quote)


def _things_twice(entry: RepeatedEntry, case: Case, names: Late) -> Iterator[Finding]:
    """Yield the first thing of each name whose number is not, or is more than, the number of all of them."""
    told: dict[str, list[tuple[Passage, Thing]]] = {}
    for passage in case.passages:
        for thing in things(passage.text, names):
            told.setdefault(thing.name, []).append((passage, thing))
    for mentions in told.values():
        whole = next((one for one in mentions if one[1].whole), None)
        again = whole and next((one for one in mentions if _is_other_number(whole[1], one[1])), None)
        if whole and again:
            first, then = sorted((whole, again), key=mentions.index)
            spans = [(passage, thing.figure.start, thing.end) for passage, thing in (first, then)]
            yield _two_numbers(entry, case, spans[0], spans[1])


def _is_other_number(whole: Thing, other: Thing) -> bool:
    """Return whether a number of things cannot stand beside the number of all: fewer may be some of them."""
    more = other.figure.low > whole.figure.low
    return more or (other.whole and other.figure.low != whole.figure.low)


def _is_whole_with_parts(mentions: list[Said]) -> bool:
    figures = [fact.figure.low for _, fact in mentions]
    return len(figures) > 2 and max(figures) * 2 == sum(figures)
