"""Announced and counted: "以下五方面工作", "做到四个到位" and the numbered points that follow."""

import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass

from core import numbers
from core.checks.case import Case, Passage
from core.checks.entry import Entry, Find, kind
from core.checks.kept import read_once
from core.checks.late import Late
from core.checks.model import Finding, TextPlace
from core.template import Template

_THINGS = (
    r"方面|层面|环节|步骤|阶段|举措|措施|办法|工作|任务|问题|不足|短板|差距|弱项|困难|原因|做法|要求|特点|亮点|渠道|途径|方式|载体"
    r"|平台|内容|事项|原则|机制|制度|关口|关|抓手|成效|成绩|经验|建议|打算|计划|重点|到位|加强|强化|确保|完善|提升|提高|坚持|突出|严格"
    r"|结合|落实|规范|转变|统一|举动|方向|角度|领域|信息|事情|事|类|点|条|项"
)
_ANNOUNCED = Late(
    r"(?:(?P<near>以下|下列|如下|下面|下述)(?:的|这)?)?[“\"]?(?<![\d.第每前上后本各等一二三四五六七八九十])"
    r"(?P<count>\d{1,2}|[一二两三四五六七八九十]{1,3})\s?(?:个|大|点|项|条|类|种|件|步|道)?"
    rf"(?:主要|具体|重点|突出|显著|整改|改进|改善|明显|关键|重要|薄弱|大)?的?(?:{_THINGS})[”\"]?"
    rf"(?:的?(?:主要)?(?:{_THINGS})){{0,2}}"
)
_NOT_OURS = Late(
    r"(?:按照|根据|依照|落实|贯彻|遵循|对照|规定|要求|提出|确定|上述|以上|这|该|原|各|和|与|等|的基础上|围绕)的?[“\"]?$|(?:按照|根据|落实|贯彻)[^，。；]{1,16}$"
)
_COUNTED = Late(r"(?:公开|发布|信息|推送|更新|刊登|其中|收到|[条件篇次类])[^，。；：:]{0,10}$")
_MOST_ANNOUNCED = 12
_LISTED_BEFORE = Late(r"、[^，。；、：:]{1,12}$")
_OPENS = Late(r"[”\"]?\s?[：:]\s?(?:[1①]|一是|[（(]?[一1][）)、.．]|第一|其一|首先)")
_BRIDGE = Late(r"[^。；;：:\n]{0,26}[：:。；;，,\n]{0,2}\s?[“\"]?")
_TURN = Late(r"下一步|今后|为此|针对|改进措施|但")
_CIRCLED = "①②③④⑤⑥⑦⑧⑨⑩"
_ORDER = ("首先", "其次", "再次", "再者", "然后", "最后")
_MOST_POINTS, _MOST_BELOW = 30, 200
_AT = r"(?:(?<=^)|(?<=[。；;：:，,\s、]))"
_RUN_INS = (
    *(Late(rf"{_AT}(?P<n>[一二三四五六七八九十]){verb}") for verb in "是要抓靠看在对"),
    Late(rf"(?:{_AT}|(?<=[^\d（(]))[（(](?P<n>[一二三四五六七八九十]{{1,2}})[）)]"),
    Late(rf"(?:{_AT}|(?<=[^\d（(]))[（(](?P<n>\d{{1,2}})[）)]"),
    Late(r"(?:(?<=^)|(?<=[。；;：:，,\s]))(?P<n>\d{1,2})[.．、](?!\d)"),
    Late(r"(?:(?<=^)|(?<=[。；;：:\s]))(?P<n>[一二三四五六七八九十]{1,2})、"),
    Late(rf"{_AT}第(?P<n>[一二三四五六七八九十])(?:[，,、：:]|是|要|个方面)"),
    Late(rf"{_AT}其(?P<n>[一二三四五六七八九十])(?:[，,、：:]|是)"),
    Late(rf"(?P<n>[{_CIRCLED}])"),
    Late(rf"{_AT}(?P<n>{'|'.join(_ORDER)})"),
    Late(rf"{_AT}(?P<n>一方面|另一方面|再一方面)"),
)
_SHARED = Late(
    r"(?P<thing>到位|公开|统一|加强|确保|完善|提升|提高|坚持|突出|严格|结合|落实|规范|转变|强化|明确)[”\"]?$"
)
_NAMELY = r"[”\"]?(?:的(?:要求|目标|工作法|做法))?(?:[，,：:（(]|——)?\s?(?:即|也就是|就是|是指|指|包括|分别[是为]|具体[是为]|分别)?[：:]?"
_SEPARATE = Late(r"[^；;。：:]{3,120}")


@dataclass(frozen=True, slots=True)
class _Point:
    """A numbered point: its number and its place."""

    number: int
    passage: Passage
    start: int
    end: int

    @property
    def place(self) -> TextPlace:
        return self.passage.place(self.start, self.end)


@kind("announced", Entry, "spot quote listed", reads="prose")
def announced(entry: Entry, template: Template) -> Find:
    """Require that after "以下五方面工作" come five points; where none can be counted the rule says nothing."""

    def find(case: Case) -> Iterator[Finding]:
        for at, passage in enumerate(case.passages):
            matches = _announcements(passage.text)
            styles = _styles(passage) if matches else []
            for match in matches:
                below = case.passages[at + 1 : at + 1 + _MOST_BELOW]
                following = tuple(one for one in below if one.section == passage.section)
                listed = _points(passage, match, styles, following)
                if listed and len(listed) != number(match["count"]):
                    yield _miscounted(entry, case, passage, match, listed)

    return find


def number(text: str) -> int:
    """Return the number of a point or a count, 0 where it is none."""
    if text in _CIRCLED:
        return _CIRCLED.index(text) + 1
    if text in ("一方面", "另一方面", "再一方面"):
        return ("一方面", "另一方面", "再一方面").index(text) + 1
    return int(text) if text.isdecimal() else numbers.from_chinese(text) or 0


def _miscounted(
    entry: Entry, case: Case, passage: Passage, match: re.Match[str], listed: tuple[TextPlace, ...]
) -> Finding:
    place = passage.place(match.start(), match.end())
    message = entry.words(
        "{spot}写“{quote}”，后面列出的是 {listed} 项",
        spot=case.spot(passage),
        quote=place.quote,
        listed=len(listed),
    )
    where = (place, *listed)
    return entry.finding(message, where, expected=str(number(match["count"])), found=str(len(listed)))


@read_once
def _announcements(text: str) -> tuple[re.Match[str], ...]:
    return tuple(one for one in _ANNOUNCED.finditer(text) if _announces(text, one))


def _announces(text: str, match: re.Match[str]) -> bool:
    """Return whether a count is one of points to come: not one that somebody else asked for, nor of what was listed."""
    before = text[max(0, match.start() - 20) : match.start()]
    if match["near"] or (number(match["count"]) > 1 and _OPENS.match(text, match.end())):
        return True
    if match.group().endswith(("条", "项", "类", "点")) and (
        text[match.end() : match.end() + 1] not in "：:，,。" or _COUNTED.search(before)
    ):
        return False
    return 1 < number(match["count"]) <= _MOST_ANNOUNCED and not _NOT_OURS.search(before)


def _styles(passage: Passage) -> list[list[_Point]]:
    return [_numbered(passage, style) for style in _RUN_INS]


def _numbered(passage: Passage, style: Late) -> list[_Point]:
    """Return the points of one style; of words in an order (首先, 其次) each is one more than the one before."""
    points: list[_Point] = []
    for match in style.finditer(passage.text):
        word = match["n"]
        value = (1 if word == "首先" else len(points) + 1) if word in _ORDER else number(word)
        points.append(_Point(value, passage, *match.span()))
    return points


def _points(
    passage: Passage, match: re.Match[str], styles: list[list[_Point]], following: tuple[Passage, ...]
) -> tuple[TextPlace, ...]:
    """Return the places of the points that an announcement is of, in the style that comes first."""
    bridge = _BRIDGE.match(passage.text, match.end())
    until = bridge.end() if bridge else match.end()
    if bridge and _TURN.search(bridge.group()):
        return ()
    first = [_run_in(points, match.end(), until, following) for points in styles]
    best = min((one for one in first if one), key=lambda one: one[0].start, default=None)
    if best:
        return tuple(one.place for one in best) if len(best) > 1 else ()
    alike = _alike(passage, match)
    if alike:
        return alike
    if passage.text[until:].strip():
        return _separate(passage, match, until)
    listed_before = _LISTED_BEFORE.search(passage.text, 0, match.start()) and not match["near"]
    ends_open = passage.text.rstrip().endswith(("：", ":"))
    return () if listed_before and not ends_open else _below(following)


def _run_in(points: list[_Point], since: int, until: int, following: tuple[Passage, ...]) -> list[_Point]:
    """Return the points run into the words after an announcement, and those that go on in the next paragraphs."""
    at = bisect_left(points, since - 1, key=lambda point: point.start)
    if at >= len(points) or points[at].start > until or points[at].number != 1:
        return []
    listed = _in_sequence(points[at : at + _MOST_POINTS])
    if len(points) > at + len(listed):
        return listed
    for passage in following:
        more = next((one for style in _styles(passage) for one in style[:1] if one.start == 0), None)
        if more is None or more.number != len(listed) + 1:
            break
        listed.append(more)
    return listed


def _below(following: tuple[Passage, ...]) -> tuple[TextPlace, ...]:
    """Return the numbered points of the next paragraphs of a section, in the style of the first of them."""
    for one in following[:2]:
        for style in _RUN_INS:
            if any(point.start <= 2 and point.number == 1 for point in _numbered(one, style)[:1]):
                heads = [_numbered(each, style)[:1] for each in following]
                listed = _in_sequence([point for head in heads for point in head if point.start <= 2])
                return tuple(point.place for point in listed)
    return ()


def _separate(passage: Passage, match: re.Match[str], until: int) -> tuple[TextPlace, ...]:
    """Return the items without numbers that semicolons part, where a colon comes right before them."""
    text = passage.text
    sentence = text[until:].partition("。")[0]
    is_last = not text[until + len(sentence) + 1 :].strip()
    if not match["near"] or not text[:until].rstrip().endswith(("：", ":")) or not is_last:
        return ()
    items = list(_SEPARATE.finditer(sentence))
    if len(items) < 2 or len(items) != sentence.rstrip("；;").count("；") + 1:
        return ()
    return tuple(passage.place(until + one.start(), until + one.end()) for one in items)


def _alike(passage: Passage, match: re.Match[str]) -> tuple[TextPlace, ...]:
    """Return the items that share the word counted: "六个到位，即领导到位、人员到位…", or the same before it."""
    thing = _SHARED.search(match.group())
    if thing is None:
        return ()
    item = (
        rf"(?:[^、，,。；;：:“”\"]{{1,12}}{thing['thing']}|{thing['thing']}[^、，,。；;：:“”\"和及与]{{1,8}})"
    )
    behind = re.compile(
        rf"{_NAMELY}(?P<list>{item}(?:[、，,和及与][和及与]?{item}){{1,11}})(?=[。；;，,）)”\"]|$)"
    )
    ahead = re.compile(rf"(?P<list>{item}(?:[、，,]{item}){{1,11}})(?:等|的|这)?[“\"]?$")
    listed = behind.match(passage.text, match.end()) or ahead.search(
        passage.text[max(0, match.start() - 90) : match.start()]
    )
    if listed is None:
        return ()
    base = 0 if listed.re is behind else max(0, match.start() - 90)
    start = base + listed.start("list")
    return tuple(
        passage.place(start + one.start(), start + one.end()) for one in re.finditer(item, listed["list"])
    )


def _in_sequence(points: list[_Point]) -> list[_Point]:
    """Return the points numbered 1, 2, 3… until the numbers stop or begin anew."""
    listed: list[_Point] = []
    for point in points:
        if point.number != len(listed) + 1:
            break
        listed.append(point)
    return listed
