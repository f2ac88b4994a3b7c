"""The sentence that says what a report is made of: "由…等七部分组成", with its list and its count."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from core import numbers

_NUMERAL = r"\d{1,2}|[一二两三四五六七八九十]{1,3}"
_PARTS = r"\s?个?(?:大)?(?:部分|方面|章节|章|项)(?:的?内容)?"
_BEHIND = re.compile(
    rf"(?P<etc>等)?(?:共|共计|一共|合计)?(?P<count>{_NUMERAL})?{_PARTS}(?P<made>组成|构成)"
    rf"|(?P<etc2>等)?(?:共|共计|一共|合计)?(?P<count2>{_NUMERAL})\s?个?(?:大)?部分(?!组成|构成)"
)
_AHEAD = re.compile(
    rf"(?:由|分为|分成|分|包括|包含|共有|共|含|有)(?:以下|下列|如下)?(?P<count>{_NUMERAL}){_PARTS}(?:组成|构成)?"
    r"[，,：:]?\s?(?:它们|各部分)?(?:分别是|分别为|即|依次是|依次为|具体为|具体包括|包括)?[：:]?"
)
_INTRODUCED = re.compile(r"(?:[：:]|分别是|分别为|即|依次是|依次为|具体为|具体包括|包括)$")
_OPENINGS = ("由", "包括", "分为", "包含", "涵盖")
_SUBJECT = re.compile(r"报告|年报|全文|本文|^内容$")
_COMMAS = re.compile(r"[，,；;]")
_ALL_MARKS = re.compile(r"[，,、；;]")
_JOINED = re.compile(
    r"(?:以及|[和与及])(?!改进|减免|工作打算|打算|下一步|措施|整改|诉讼|行政诉讼|申诉|[^，、]{0,4}收费)"
)
_ONE_TITLE = re.compile(r"复议[^，,、]{0,6}、[^，,、]{0,8}(?:诉讼|申诉)")
_POINTS = re.compile(
    r"(?:^|[，,、；;：:。\s])(?:[（(]?(?P<n>[一二三四五六七八九十]{1,2})(?:[）)]|是|、)|[（(]?(?P<d>\d{1,2})(?:[）)]|[.．、]))"
)
_MOST_BACK, _MOST_AHEAD = 400, 400


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


def compositions(text: str) -> Iterator[Composition]:
    """Yield every list of parts of a paragraph."""
    last = 0
    for match in _BEHIND.finditer(text):
        found = _listed_before(text, match)
        if found and found.start >= last:
            last = found.end
            yield found
    for match in _AHEAD.finditer(text):
        found = _listed_after(text, match)
        if found and found.start >= last:
            yield found


def _number(text: str | None) -> int | None:
    if not text:
        return None
    return int(text) if text.isdecimal() else numbers.from_chinese(text)


def _listed_before(text: str, match: re.Match[str]) -> Composition | None:
    back = text[max(0, match.start() - _MOST_BACK) : match.start()]
    sentence = re.split(r"[。]", back)[-1]
    opening = next((one for one in _OPENINGS if one in sentence), None)
    if opening is None or not (match["made"] or _SUBJECT.search(sentence[: sentence.index(opening)])):
        return None
    begin = sentence.rindex(opening) if match["made"] else sentence.index(opening)
    items = sentence[begin + len(opening) :]
    start = match.start() - len(sentence) + begin
    count = _number(match["count"] or match["count2"])
    etc = bool(match["etc"] or match["etc2"])
    counts = frozenset(possible_counts(items))
    if not counts:
        return None
    return Composition(start, match.end(), start + len(opening), items, count, etc, counts)


def _listed_after(text: str, match: re.Match[str]) -> Composition | None:
    lead = re.split(r"[。；;]", text[max(0, match.start() - 60) : match.start()])[-1]
    if not _SUBJECT.search(lead) or not _INTRODUCED.search(match.group()):
        return None
    items = text[match.end() : match.end() + _MOST_AHEAD].partition("。")[0]
    etc = items.endswith("等")
    counts = frozenset(possible_counts(items.removesuffix("等")))
    return Composition(
        match.start(), match.end() + len(items), match.end(), items, _number(match["count"]), etc, counts
    )


def possible_counts(items: str) -> set[int]:
    """Return every sensible count of a list: titles joined by 和 may be one or two, 复议、诉讼 as well."""
    points = [_number(match["n"] or match["d"]) for match in _POINTS.finditer(items)]
    if len(points) >= 2 and points == list(range(1, len(points) + 1)):
        return {len(points)}
    strong = [part for part in _COMMAS.split(items) if part.strip()]
    marks = _COMMAS if len(strong) >= 3 else _ALL_MARKS
    parts = [part for part in marks.split(items) if part.strip()]
    if len(parts) < 2:
        return set()
    joined = len(_JOINED.findall(parts[-1])) and 1
    merged = len(_ONE_TITLE.findall(items)) if marks is _ALL_MARKS else 0
    return set(range(len(parts) - merged, len(parts) + joined + 1))
