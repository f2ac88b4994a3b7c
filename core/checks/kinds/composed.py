"""The sentence that says what a report is made of: "由…等七部分组成", with its list and its count."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from core import numbers
from core.checks.kept import read_once
from core.checks.late import Late

_NUMERAL = r"\d{1,2}|[一二两三四五六七八九十]{1,3}"
_PARTS = r"\s?个?\s?(?:大|主要)?(?:部\s?分|方面|章节|章|篇章|板块|大?块|项)(?:的?内容)?"
_SUM = r"(?:总共|共计|一共|合计|共)?[,，\s]{0,2}"
_BEHIND = Late(
    rf"(?P<etc>等)?\s?{_SUM}(?P<count>{_NUMERAL})?{_PARTS}\s?(?P<made>组成|构成)"
    rf"|(?P<etc2>等)?\s?{_SUM}(?<![第\d一二三四五六七八九十])(?P<count2>{_NUMERAL})\s?(?:个\s?)?(?:大|主要)?(?:部\s?分|方面|章节|章|篇章|板块|大?块)(?!\s?组成|\s?构成)"
    r"|(?<![分节章块项面容])(?P<etc3>等)?(?P<made3>组成|构成)(?![员部人单的])"
)
_AHEAD = Late(
    rf"(?:以下|下列|如下)?(?<![第\d一二三四五六七八九十])(?P<count>{_NUMERAL}){_PARTS}(?:组成|构成)?"
    r"[，,：:。]?\s?(?:它们|各部分)?(?P<led>(?:分别|依次|具体)?(?:是|为|包括)|即|包括|主要是|有|[：:](?=.)|(?=第一部分))[：:]?"
)
_OPENING = Late(
    r"由|(?:主要)?(?:内容)?(?:包括|包含|涵盖|包涵|囊括)|分为|分成|分列|分(?![别期级析管类])|下?设有?|依次(?:是|为|介绍|说明|反映|写明)?|分别(?:是|为|介绍|说明|从)?|内容(?:为|是|有)|主要有|共有|从|按|[：:]"
)
_SUBJECT = Late(r"报告|年报|全文|本文|内容")
_PART = Late(
    r"总体|概述|概况|基本情况|工作情况|公开(?!栏|网|专栏|目录)|申请|复议|诉讼|收费|减免|费用|问题|不足|其他|需要说明"
)
_COMMAS = Late(r"[，,；;]")
_ALL_MARKS = Late(r"[，,、；;]")
_JOINED = Late(
    r"(?:以及|[和与及])(?!改进|减免|工作打算|打算|下一步|措施|整改|(?:被)?(?:申请|提起|引起|引发|发生)?的?(?:行政)?(?:诉讼|复议|应诉|申诉)|[^，、]{0,4}收费)"
)
_SURELY_JOINED = Late(r"(?<=.)(?:以及|[和与及])(?=其他|存在|总体|主动公开|收到|依申请|政府信息公开)")
_ONE_TITLE = Late(r"复议[^，,、]{0,6}、[^，,、]{0,8}(?:诉讼|申诉)")
_POINTS = Late(
    r"(?:^|[，,、；;：:。\s])(?:(?P<n>[一二三四五六七八九十]{1,2})(?:是|、)|(?P<d>\d{1,2})[.．、])"
    r"|[（(](?P<b>[一二三四五六七八九十]{1,2}|\d{1,2})[）)]|第(?P<p>[一二三四五六七八九十]{1,2}|\d{1,2})(?:部分|章)?"
)
_QUOTED = Late(r"[“\"「][^“”\"「」]{2,40}[”\"」]")
_BETWEEN_QUOTES = Late(r"[、，,；;\s和与及]{0,8}")
_HALF = str.maketrans("０１２３４５６７８９", "0123456789")
_PARTS_NAMED = Late(
    r"[\d一二两三四五六七八九十]\s?个?\s?(?:大|主要)?(?:部\s?分|方面|章|篇章|板块|大?块|项)|组成|构成"
)
_MOST_BACK, _MOST_AHEAD = 400, 500


@dataclass(frozen=True, slots=True)
class Composition:
    """The list of a report's parts with its span; `possible` are the counts it can be read as.

    `count` is None where the sentence gives none; `etc` marks a list that "等" closes.
    """

    start: int
    end: int
    items_start: int
    items: str
    count: int | None
    etc: bool
    possible: frozenset[int]


@read_once
def compositions(text: str) -> tuple[Composition, ...]:
    """Return every list of parts of a paragraph."""
    return tuple(_compositions(text))


def _compositions(text: str) -> Iterator[Composition]:
    plain = text.translate(_HALF)
    if not _PARTS_NAMED.search(plain) or not _are_parts(plain):
        return
    last = 0
    for match in _BEHIND.finditer(plain):
        found = _listed_before(plain, match)
        if found and found.start >= last:
            last = found.end
            yield found
    for match in _AHEAD.finditer(plain):
        found = _listed_after(plain, match)
        if found and found.start >= last:
            last = found.end
            yield found


def _number(text: str | None) -> int | None:
    if not text:
        return None
    return int(text) if text.isdecimal() else numbers.from_chinese(text) or 0


def _are_parts(items: str) -> bool:
    """Return whether the items of a list are parts of such a report, as far as their words tell."""
    return len(_PART.findall(items)) >= 2


def _listed_before(text: str, match: re.Match[str]) -> Composition | None:
    back = text[max(0, match.start() - _MOST_BACK) : match.start()]
    sentence = re.split(r"[。]", back)[-1]
    made = bool(match["made"] or match["made3"])
    opening = _opening(sentence, made=made)
    if opening is None or not (made or _SUBJECT.search(sentence[: opening.end()])):
        return None
    items = sentence[opening.end() :]
    start = match.start() - len(sentence) + opening.start()
    count = _number(match["count"] or match["count2"])
    counts = frozenset(possible_counts(items)) if _are_parts(items) else frozenset()
    if not counts:
        return None
    items_start = match.start() - len(items)
    etc = bool(match["etc"] or match["etc2"] or match["etc3"])
    return Composition(start, match.end(), items_start, items, count, etc, counts)


def _opening(sentence: str, *, made: bool) -> re.Match[str] | None:
    """Return the word that opens a list: the last 由 before 组成, else the first of its words."""
    words = list(_OPENING.finditer(sentence))
    by = [one for one in words if one.group() == "由"]
    if made and by:
        return by[-1]
    return next(iter(words), None)


def _listed_after(text: str, match: re.Match[str]) -> Composition | None:
    lead = re.split(r"[。；;]", text[max(0, match.start() - 60) : match.start()])[-1]
    if not _SUBJECT.search(lead):
        return None
    rest = text[match.end() : match.end() + _MOST_AHEAD]
    items = rest if re.match(r"第一(?:部分|章)", rest) and rest.count("。第") > 1 else rest.partition("。")[0]
    etc = items.endswith("等")
    counts = frozenset(possible_counts(items.removesuffix("等"))) if _are_parts(items) else frozenset()
    if not counts:
        return None
    end = match.end() + len(items)
    return Composition(match.start(), end, match.end(), items, _number(match["count"]), etc, counts)


def possible_counts(items: str) -> set[int]:
    """Return every sensible count of a list: titles joined by 和 may be one or two, 复议、诉讼 as well."""
    marks_of = [match["n"] or match["d"] or match["b"] or match["p"] for match in _POINTS.finditer(items)]
    points = [_number(one) for one in marks_of]
    if len(points) >= 2 and points == list(range(1, len(points) + 1)):
        return {len(points)}
    quoted = _QUOTED.findall(items)
    if len(quoted) >= 2 and _BETWEEN_QUOTES.fullmatch(_QUOTED.sub("", items)[:9]):
        return {len(quoted)}
    strong = [part for part in _COMMAS.split(items) if part.strip()]
    marks = _COMMAS if len(strong) >= 3 else _ALL_MARKS
    parts = [part for part in marks.split(items) if part.strip()]
    if len(parts) < 2:
        return set()
    surely = int(bool(_SURELY_JOINED.search(parts[-1])))
    joined = int(bool(_JOINED.search(parts[-1])))
    merged = len(_ONE_TITLE.findall(items)) if marks is _ALL_MARKS else 0
    return set(range(len(parts) - merged + surely, len(parts) + max(joined, surely) + 1))
