"""Lists of figures in a sentence, read: the total, and what it is made of ("86条，其中动态类60条、通知类26条")."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import islice

from core.checks.reading.figures import Figure, figures

_OPENER = re.compile(
    r"[^，,。；;：:（(\d占]{0,16}(?:[（(][^（）()\d]{0,30}[）)])?"
    r"(?P<mark>[，,。；;：:（(—-]{1,2}\s?(?:(?P<by>按[^，,。；：:]{1,12}[分类计别])[，,：:]?\s?)?(?P<word>其中|具体(?:为|是|如下)|(?:主要)?(?:包括|包含)|"
    r"(?:涵盖|涉及)|分别(?:是|为)|分(?:别)?为)?\s?(?:有|按[^，,。；]{2,14})?[，,：:]?\s?)"
)
_LEAD_MARKS = re.compile(
    r"^[\s，,、；;：:（(]{0,4}(?:以及|[和与及])?(?:其中)?[：:，,]?\s{0,4}(?:\d{1,2}[.．、]|[一二三四五六七八九]是|[（(][一二三四五六七八九\d]{1,2}[）)])?"
)
_STOP = re.compile(
    r"另|此外|同时|还[有收发公开在]|全年|共[计有]?$|合计|总计|累计|收到|比上年|[较比]去年|较|同比|增长|去年|上年|平均"
    r"|办结|答复率|已答复|其中|结转|转载|转发|浏览|点击|阅读|每|召开|举办|培训|下一步|明年|因此|未|没有"
)
_OPEN = re.compile(r"重点|主要|特别|涉及|突出|尤其|比如|例如|如[：:]|包括但不")
_TOTAL_AFTER = re.compile(
    r"[，,；;、]\s?(?:以上|三项|两项|各项)?(?:合计|总计|共计|总共|一共)(?:公开|发布)?(?:信息)?(?:为|达)?\s?$"
)
_VERB = re.compile(
    r"[公打]开|发布|收|召|举办|办理|制[发定]|[印编]发|更新|回[应复]|答复|推送|上报|[开接]展|受理|培训|整改|修订"
)
_COUNTED = frozenset("条件篇次个人份起宗名例")
_MOST_FIGURES, _MOST_ITEMS, _LONGEST_LABEL = 300, 40, 34


@dataclass(frozen=True, slots=True)
class Item:
    """A part of a total: its name and its figure; `start` is where its words begin."""

    label: str
    figure: Figure
    start: int


@dataclass(frozen=True, slots=True)
class Listing:
    """A total with its parts; `is_open` where the words say that there may be more ("等", "重点")."""

    total: Figure
    items: tuple[Item, ...]
    is_open: bool

    @property
    def sum(self) -> int:
        """What the parts add up to."""
        return sum(item.figure.low for item in self.items)

    @property
    def start(self) -> int:
        """Where the words of the list begin."""
        return min(self.total.start, self.items[0].start)

    @property
    def end(self) -> int:
        """Where the words of the list end."""
        return max(self.total.end, self.items[-1].figure.end)


@lru_cache(maxsize=1024)
def listings(text: str) -> tuple[Listing, ...]:
    """Return the lists of a paragraph with at least two parts, all of them exact."""
    known = islice(figures(text), _MOST_FIGURES)
    found = [one for one in known if one.unit and one.unit[0] in _COUNTED]
    return (*_below(text, found), *_before(text, found))


def _below(text: str, found: Sequence[Figure]) -> Iterator[Listing]:
    """Yield the lists that follow their total."""
    whole_of: dict[int, Figure] = {}
    for at, named in enumerate(found[:-1]):
        opener = _OPENER.match(text, named.end)
        if not named.is_exact or opener is None:
            continue
        is_told = _is_opener(opener)
        total = whole_of.get(named.start, named) if "。" in opener["mark"] else named
        inside = text[opener.start("mark")] in "（("
        items, ended = _items(text, found[at + 1 : at + 1 + _MOST_ITEMS], opener.end(), total.unit, inside)
        if not is_told and not _is_row(text, items):
            continue
        whole_of |= {item.figure.start: total for item in items}
        if len(items) >= 2 and all(item.figure.is_exact for item in items):
            words = text[opener.start() : items[-1].figure.end]
            is_open = (
                not is_told
                or ended
                or bool(_OPEN.search(words))
                or text[items[-1].figure.end :][:6].find("等") >= 0
            )
            yield Listing(total, tuple(items), is_open)


def _is_opener(opener: re.Match[str]) -> bool:
    mark = opener["mark"]
    return bool(opener["word"] or opener["by"]) or any(one in mark for one in "：:（(")


def _is_row(text: str, items: Sequence[Item]) -> bool:
    """Return whether at least three things stand in a row by "、", without a verb: parts, though no word says so."""
    if len(items) < 3 or any(_VERB.search(item.label) for item in items):
        return False
    return all(text[item.figure.start - len(item.label) - 1] == "、" for item in items[1:])


def _items(
    text: str, found: Sequence[Figure], start: int, unit: str, inside: bool
) -> tuple[list[Item], bool]:
    """Return the items from here on, and whether the list breaks off in the midst of something else."""
    items: list[Item] = []
    end, skip_to = start, start
    for figure in found:
        if figure.start < skip_to:
            continue
        words = text[end : figure.start]
        if items and words[:1] in ("（", "(") and not _closed(words):
            skip_to = end = _after_bracket(text, end)
            continue
        if "。" in words or "\n" in words or (inside and _leaves(words)):
            return items, False
        words = _without_brackets(words)
        label = _LEAD_MARKS.sub("", words, count=1)
        if _STOP.search(label) or figure.unit != unit or len(label) > _LONGEST_LABEL:
            return items, "其中" in words and bool(items)
        if not label.strip():
            return items, True
        items.append(Item(label.strip(), figure, figure.start - len(label)))
        end = figure.end
    return items, False


def _closed(words: str) -> bool:
    return "）" in words or ")" in words


def _leaves(words: str) -> bool:
    return words.count("）") + words.count(")") > words.count("（") + words.count("(")


def _without_brackets(words: str) -> str:
    return re.sub(r"[（(][^（）()]{0,60}[）)]", lambda match: "＿" * len(match[0]), words).replace("＿", "")


def _after_bracket(text: str, start: int) -> int:
    ends = [one for one in (text.find("）", start), text.find(")", start)) if one >= 0]
    return min(ends) + 1 if ends else len(text)


def _before(text: str, found: Sequence[Figure]) -> Iterator[Listing]:
    """Yield the lists that come before their total ("网站62条、微信24条，共计86条")."""
    for at, total in enumerate(found):
        lead = text[max(0, total.start - 20) : total.start]
        if not total.is_exact or not _TOTAL_AFTER.search(lead):
            continue
        begin = max(text.rfind(mark, 0, total.start) for mark in "。\n") + 1
        row = [one for one in found[max(0, at - _MOST_ITEMS) : at] if one.start >= begin]
        ends = [begin, *(one.end for one in row)]
        items = [
            Item(text[end : one.start].strip("，,、；;：: "), one, max(end, one.start - _LONGEST_LABEL))
            for end, one in zip(ends, row, strict=False)
        ]
        plain = all(one.figure.unit == total.unit and one.figure.is_exact for one in items)
        if len(items) >= 2 and plain and not any("其中" in one.label for one in items):
            yield Listing(total, tuple(items), False)
