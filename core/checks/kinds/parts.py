"""Announced and counted: "由…等七部分组成", "以下五方面工作" and what is really listed."""

import re
from bisect import bisect_left
from collections.abc import Iterator

from core import numbers
from core.checks.case import Case, Passage, clipped
from core.checks.entry import Entry, Find, kind
from core.checks.kinds.composed import Composition, compositions
from core.checks.model import Finding, TextPlace
from core.template import Template

_COUNT = r"(?P<count>\d{1,2}|[一二两三四五六七八九十]{1,3})"
_MOST_POINTS, _MOST_BELOW = 30, 200

_THINGS = (
    r"(?:方面(?:的?(?:工作|内容|措施|问题|不足))?|措施|工作|问题|内容|任务|举措|不足|短板|差距|做法|要求)"
)
_ANNOUNCED = re.compile(
    rf"(?:以下|下列|如下|下面|下述)的?{_COUNT}\s?(?:个|大|点|项|条){{0,2}}{_THINGS}"
    rf"|(?<![\d.第等])(?P<near>\d{{1,2}}|[一二两三四五六七八九十]{{1,3}})\s?(?:个|大|点|项|条){{0,2}}(?:主要|具体|重点)?{_THINGS}"
    r"(?:入手|着手|着力|发力|改进|推进|开展(?:工作)?|展开|加以改进|予以改进|落实|加强|完善|用力|突破){0,3}(?=[：:]|[，,。]\s?一是|[，,]?(?:分别|即|具体)(?:是|为)?[：:])"
)
_CLASSES = re.compile(rf"等{_COUNT}\s?(?:个|大)?(?:方面|类|大类)")
_CLASS_FIGURE = re.compile(r"类(?:信息)?\s?\d{1,6}\s?条")
_LIST_STYLES = (
    re.compile(r"\s{0,8}[（(](?P<n>[一二三四五六七八九十]{1,3})[）)]"),
    re.compile(r"\s{0,8}(?P<n>\d{1,2})[.．、](?!\d)"),
    re.compile(r"\s{0,8}[（(](?P<n>\d{1,2})[）)]"),
    re.compile(r"\s{0,8}第?(?P<n>[一二三四五六七八九十])(?:是|、)"),
)
_RUN_INS = (
    re.compile(r"(?:^|[。；;：:，,\s])(?P<n>[一二三四五六七八九十])是"),
    re.compile(r"(?:^|[。；;：:，,\s])[（(](?P<n>[一二三四五六七八九十]{1,2}|\d{1,2})[）)]"),
    re.compile(r"(?:^|[。；;：:\s])(?P<n>\d{1,2})[.．、](?!\d)"),
    re.compile(r"(?:^|[。；;：:，,\s])第(?P<n>[一二三四五六七八九十])[，,、]"),
)


def _number(text: str) -> int:
    return int(text) if text.isdecimal() else numbers.from_chinese(text) or 0


@kind("composed_of", Entry, "spot count listed names", reads="passage")
def composed_of(entry: Entry, template: Template) -> Find:
    """Require that a list of parts has as many as the sentence says; where it can be read in two ways, either will do."""

    def find(case: Case) -> Iterator[Finding]:
        for passage in case.passages:
            for one in compositions(passage.text):
                if one.count is not None and one.possible and one.count not in one.possible:
                    yield _miscounted(entry, case, passage, one)

    return find


def _miscounted(entry: Entry, case: Case, passage: Passage, one: Composition) -> Finding:
    possible, wanted = one.possible, one.count or 0
    listed = max(possible) if max(possible) < wanted else min(possible)
    message = entry.words(
        "{spot}写由 {count} 部分组成，列出的是 {listed} 部分：{names}",
        spot=case.spot(passage),
        count=wanted,
        listed=listed,
        names=clipped(one.items.strip("：:，, ")),
    )
    place = passage.place(one.start, one.end)
    return entry.finding(message, (place,), expected=str(listed), found=str(wanted))


@kind("announced", Entry, "spot quote listed", reads="prose")
def announced(entry: Entry, template: Template) -> Find:
    """Require that after "以下五方面工作" come five numbered points; where nothing is numbered the rule says nothing."""

    def find(case: Case) -> Iterator[Finding]:
        for at, passage in enumerate(case.passages):
            announcements = list(_ANNOUNCED.finditer(passage.text))
            run_ins = [list(style.finditer(passage.text)) for style in _RUN_INS] if announcements else []
            for match in announcements:
                listed = _points_after(passage, match.end(), run_ins)
                if len(listed) < 2:
                    listed = _points_below(passage, case.passages[at + 1 : at + 1 + _MOST_BELOW])
                wanted = _number(match["count"] or match["near"])
                if listed and len(listed) != wanted:
                    place = passage.place(match.start(), match.end())
                    message = entry.words(
                        "{spot}写“{quote}”，后面列出的是 {listed} 项",
                        spot=case.spot(passage),
                        quote=place.quote,
                        listed=len(listed),
                    )
                    found = str(len(listed))
                    yield entry.finding(message, (place, *listed), expected=str(wanted), found=found)

    return find


def _points_after(passage: Passage, end: int, run_ins: list[list[re.Match[str]]]) -> tuple[TextPlace, ...]:
    """Return the points run into the words after an announcement, in the style that comes first."""
    best: tuple[TextPlace, ...] = ()
    for points in run_ins:
        at = bisect_left(points, end - 1, key=lambda point: point.start())
        listed = _in_sequence([(passage, point) for point in points[at : at + _MOST_POINTS]])
        if len(listed) >= 2 and (not best or listed[0].start < best[0].start):
            best = listed
    return best


def _points_below(passage: Passage, below: tuple[Passage, ...]) -> tuple[TextPlace, ...]:
    """Return the numbered points of the next paragraphs of a section, in the style of the first of them."""
    following = [one for one in below if one.section == passage.section]
    for one in following[:2]:
        for style in _LIST_STYLES:
            match = style.match(one.text)
            if match and _number(match["n"]) == 1:
                return _in_sequence(
                    [(each, found) for each in following if (found := style.match(each.text))]
                )
    return ()


def _in_sequence(matches: list[tuple[Passage, re.Match[str]]]) -> tuple[TextPlace, ...]:
    """Return the points numbered 1, 2, 3… until the numbers stop or begin anew."""
    places: list[TextPlace] = []
    for passage, match in matches:
        if _number(match["n"]) != len(places) + 1:
            break
        words = match.group()
        start = match.end() - len(words.lstrip("。；;：:，, \t\u3000"))
        places.append(passage.place(start, match.end()))
    return tuple(places)


@kind("classes", Entry, "spot quote listed", reads="passage")
def classes(entry: Entry, template: Template) -> Find:
    """Require that a paragraph that counts its classes ("等10大方面") gives as many of them a number ("概况类3条")."""

    def find(case: Case) -> Iterator[Finding]:
        for passage in case.passages:
            counted = list(_CLASS_FIGURE.finditer(passage.text))
            for match in _CLASSES.finditer(passage.text):
                wanted = _number(match["count"])
                if len(counted) < 3 or wanted == len(counted):
                    continue
                place = passage.place(match.start(), match.end())
                message = entry.words(
                    "{spot}写“{quote}”，同一段里有条数的只有 {listed} 类",
                    spot=case.spot(passage),
                    quote=place.quote,
                    listed=len(counted),
                )
                yield entry.finding(message, (place,), expected=str(len(counted)), found=str(wanted))

    return find


class MentionsEntry(Entry):
    """A section and the words that must stand in it."""

    section: str
    words_wanted: str


@kind("mentions", MentionsEntry, "section wanted quote", reads="prose")
def mentions(entry: MentionsEntry, template: Template) -> Find:
    """Require that the section has the words."""
    if entry.section not in template.sections_by_id:
        raise ValueError(f"部分 {entry.section} 不存在")
    wanted = re.compile(entry.words_wanted)
    section = template.sections_by_id[entry.section]

    def find(case: Case) -> Iterator[Finding]:
        passages = [passage for passage in case.passages if passage.section == entry.section]
        if any(wanted.search(passage.text) for passage in passages):
            return
        place = passages[0].whole if passages else TextPlace(entry.section, 0, 0, 0, "")
        message = entry.words(
            "{section}里没有写{wanted}",
            section=f"{section.number}、{section.title}".removeprefix("、"),
            wanted=entry.words_wanted,
            quote=clipped(place.quote),
        )
        yield entry.finding(message, (place,), found=place.quote)

    return find
