"""Percentages in prose, read: "占25%", "百分之二十五", "七成", "三分之一"; shares of a number and rates."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import ROUND_DOWN, ROUND_HALF_UP, Decimal
from itertools import islice

from core import numbers
from core.checks.late import Late
from core.checks.reading.figures import Figure, plain

_MOST = 300
_PEOPLE = frozenset("人名")
_ABOUT = r"大约|约|近|将近|接近|大概|左右|超过|超|逾|不足|不到"
_VALUE = (
    r"(?:(?P<percent>\d{1,3}(?:\.\d{1,3})?)\s?%"
    r"|百分之(?P<words>[一二三四五六七八九十百零〇]{1,5}(?:点[一二三四五六七八九零〇]{1,3})?|\d{1,3}(?:\.\d{1,3})?)"
    r"|(?P<tenths>[一二三四五六七八九])成(?P<half>[半一二三四五六七八九])?(?![员立果为功效本型])"
    r"|(?P<below>[二三四五六七八九十])分之(?P<above>[一二三四五六七八九]))(?P<more>左右|以上|多)?"
)
_PERCENT = Late(
    rf"(?P<about>{_ABOUT})?\s?{_VALUE}",
    needs=("%", "百分之", "成", "分之"),
)
_SHARE = Late(
    rf"(?:占(?!道)(?P<of>[^，,。；;%]{{0,26}}?)|(?:所占)?(?:比例|比重|份额|占比)|(?P<open>[（(])\s?)"
    rf"(?:约?为|约?是|达到?了?|高达|仅|：|:)?\s?(?P<about>{_ABOUT})?\s?{_VALUE}",
    needs=("%", "百分之", "成", "分之"),
)
_ROW = Late(
    r"(?:分别占|依次占|各占|(?:占比|比例|比重)(?:分别|依次)(?:约?为|是|达)?|分别(?:约?为|是|达)(?=\s?\d{1,3}(?:\.\d{1,3})?%))[^，,。；;\d%]{0,14}"
    r"(?P<row>\d{1,3}(?:\.\d{1,3})?\s?%(?:[、，,和及与]\s?\d{1,3}(?:\.\d{1,3})?\s?%){1,12})",
    needs="%",
)
_RATE = Late(
    rf"(?P<name>[一-龥]{{2,8}}?率)(?:[一共均都]{{0,2}}(?:约?为|约?是|达到?了?|高达|保持在|：|:))?\s?(?P<about>{_ABOUT})?\s?{_VALUE}",
    needs=("率",),
)
_NO_SHARE = Late(r"增[长加幅]|提[高升]|下降|减少|同比|环比|上升|较上年|比上年|百分点|分值|考核|总分|权重")


@dataclass(frozen=True, slots=True)
class Percent:
    """A percentage with its place; `decimals` is how many were written, `lead` where its words begin."""

    start: int
    end: int
    value: Decimal
    decimals: int
    is_about: bool
    lead: int
    of: str = ""
    in_brackets: bool = False

    def fits(self, part: int, total: int) -> bool:
        """Return whether it is the share that a part has of a total, rounded or cut off."""
        if not total:
            return True
        wanted = Decimal(part) * 100 / total
        if self.is_about:
            return abs(wanted - self.value) <= max(Decimal(2), self.value / 20)
        if self.decimals:  # the last of several is often set so that all make up 100
            return abs(wanted - self.value) <= Decimal(2).scaleb(-self.decimals)
        whole = (wanted.quantize(Decimal(1), ROUND_HALF_UP), wanted.quantize(Decimal(1), ROUND_DOWN))
        return self.value in whole


@dataclass(frozen=True, slots=True)
class Row:
    """Percentages in a row that are shared out over numbers before them."""

    start: int
    end: int
    percents: tuple[Percent, ...]


def rows(text: str) -> list[Row]:
    """Return the rows of percentages ("分别占60%、40%")."""
    narrow = plain(text)
    return [
        Row(
            match.start(),
            match.end(),
            tuple(_read(one) for one in _PERCENT.finditer(narrow, match.start("row"), match.end("row"))),
        )
        for match in islice(_ROW.finditer(narrow), _MOST)
    ]


def shares(text: str) -> Iterator[Percent]:
    """Yield every percentage that is said to be a share of something, but for those in rows."""
    narrow = plain(text)
    for match in islice(_SHARE.finditer(narrow), _MOST):
        clause = max(narrow.rfind(mark, 0, match.start()) for mark in "，,。；;\n") + 1
        if not _NO_SHARE.search(narrow, clause, match.end() + 4):
            yield _read(match)


def rates(text: str) -> Iterator[tuple[str, Percent]]:
    """Yield every rate with its name ("回收率", "按时办结率")."""
    for match in islice(_RATE.finditer(plain(text)), _MOST // 10):
        if not _NO_SHARE.search(match.group()):
            yield match["name"], _read(match)


def _read(match: re.Match[str]) -> Percent:
    groups = match.groupdict()
    written = groups["percent"] or groups["words"] or ""
    rough = bool(groups["about"] or groups["more"] or groups["tenths"])
    value, decimals = _value(written, groups)
    if groups["below"]:
        decimals = 2
    start = match.start(next(one for one in ("percent", "words", "tenths", "below") if groups[one]))
    start -= len("百分之") if groups["words"] else 0
    of, open_ = groups.get("of") or "", bool(groups.get("open"))
    return Percent(start, match.end(), value, decimals, rough, match.start(), of, open_)


def _value(written: str, groups: dict[str, str | None]) -> tuple[Decimal, int]:
    if groups["tenths"]:
        return Decimal(_number(groups["tenths"])) * 10 + _number(
            (groups["half"] or "零").replace("半", "五")
        ), 0
    if groups["below"]:
        return Decimal(_number(groups["above"] or "")) * 100 / _number(groups["below"]), 0
    whole, _, part = written.replace("点", ".").partition(".")
    if not whole.isdecimal():
        whole = str(_number(whole))
        part = "".join(str(_number(one)) for one in part)
    return Decimal(f"{whole}.{part or 0}"), len(part)


def _number(text: str) -> int:
    return numbers.from_chinese(text) or 0


def are_alike(unit: str, other: str) -> bool:
    """Return whether two units count the same things: people are "人" and "名"."""
    return unit == other or {unit, other} <= _PEOPLE


def nearest_total(part: Figure, known: list[Figure], text: str) -> Figure | None:
    """Return the largest number before a part that it may be a part of."""
    begin = max(0, part.start - 200)
    same = [one for one in known if begin <= one.start < part.start and are_alike(one.unit, part.unit)]
    larger = [one for one in same if one.low > part.low]
    equal = [one for one in same if one.low == part.low and "其中" in text[one.end : part.start]]
    return max(larger or equal, key=lambda one: one.low, default=None)
