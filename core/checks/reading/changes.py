"""Changes stated in prose: "比上年增长20%", "较去年减少3件", "与上年持平", "同比翻了一番".

What is compared stands before the words ("主动公开信息161条，比上年…") or between them ("与去年相比，申请数量
减少…"); a sentence cut off there, with a number put behind it, is read as any other (`core.checks.reading.facts`).
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from core import numbers
from core.checks.kept import read_once
from core.checks.late import Late
from core.checks.reading.facts import facts, topics
from core.checks.reading.figures import UNITS, Figure, figures
from core.checks.reading.sentences import sentences

_BASE = (
    r"(?:同比(?:上一?年度?|去年)?"
    r"|(?:与|比|较|和|同|相比|相较|相对)于?\s?(?:上一?年度?|去年度?|前一年度?|(?P<year>20\d\d)\s?年度?)\s?(?:全年|同期)?"
    r"(?:的?\s?[（(]?\d{1,9}[条件次人期个]{1,2}[)）]?)?(?:相比较?|相较|比较|比)?)"
)
_UP = r"增长|增加|增多|上升|提高|提升|上涨|增幅|净增|增|多"
_DOWN = r"减少|下降|降低|下滑|回落|降幅|净减|减|降|少"
_ABOUT = r"约|大约|近|将近|接近|超过|超|逾"
_VALUE = (
    r"(?:(?P<percent>\d{1,5}(?:\.\d{1,3})?)\s?[%％]|百分之(?P<percent_words>[一二三四五六七八九十百零点]{1,7})"
    r"|(?P<tenths>[一二两三四五六七八九])成|(?P<times>\d{1,2}(?:\.\d{1,2})?|[一二两三四五六七八九])倍"
    rf"|(?P<amount>(?:\d{{1,3}}(?:,\d{{3}}){{1,2}}|\d{{1,9}}|[一二两三四五六七八九十百]{{1,6}})[余多]?\s?(?:{UNITS})(?!百分点)))"
    r"(?P<after>以上|左右|多)?"
)
_MOVE = (
    rf"(?:(?P<up>{_UP})|(?P<down>{_DOWN}))(?![到至为])(?:[了出]|幅度?|比?率|比例|数量|量|达到?|为|是|：|:|\s){{0,3}}"
    rf"(?P<about>{_ABOUT})?{_VALUE}"
)
_CHANGE = Late(
    rf"{_BASE}[，,]?\s?(?:(?:有所|略有|明显|大幅)(?:{_UP}|{_DOWN})[，,]\s?)?(?P<what>[^，,。；;%％]{{0,26}}?)"
    rf"(?:{_MOVE}|(?P<same>基本持平|持平|相同|一致)|(?P<double>翻了?一番|翻番))"
)
_NEXT = Late(rf"[，,、（(]\s?(?:同比)?{_MOVE}")
_NEUTRAL = Late(
    r"[，,、（(\s]{0,3}(?:明显|大幅度?|有所|总体|整体|略有|小幅|稳步|数量|总量|总数|信息量|公开量|件数|条数|[的数量也又均都共]){0,3}"
)
_PARTS = Late(r"[（(][^（）()]{1,60}[)）]$")
_JOINTS = "，,、（( 　是"
_PROBE = 987_654
_PROBE_UNITS = ("条", "件", "次", "人次", "期", "个")
_DOUBLE = Decimal(100)


@dataclass(frozen=True, slots=True)
class Change:
    """A change of some topics since `base` (None for the year before): by how many, or by what share, or not at all.

    `sign` is 1, -1, or 0 for no change; `percent` has the digits that were written. `now` are the figures the
    sentence gives for this year.
    """

    topics: tuple[str, ...]
    now: tuple[int, ...]
    base: int | None
    sign: int
    percent: Decimal | None
    amount: Figure | None
    is_vague: bool
    start: int
    end: int

    def fits(self, before: Decimal, now: Decimal) -> bool:
        """Return whether two figures differ as the words say; shares may be rounded or cut off."""
        moved = (now - before) * (self.sign or 1)
        if self.sign == 0:
            return moved == 0 or (self.is_vague and abs(moved) * 20 <= before)
        if self.amount:
            return self.amount.allows(moved)
        if self.percent is None or not before:
            return False
        real = moved * 100 / before
        step = Decimal(10) ** Decimal(str(self.percent.as_tuple().exponent))
        if self.is_vague:
            step = max(step, self.percent / 10, Decimal(2))
        return abs(real - self.percent) < step and real > 0


@read_once
def changes(text: str, year: int) -> tuple[Change, ...]:
    """Return what a paragraph says has changed since an earlier year."""
    return tuple(_changes(text, year))


def _changes(text: str, year: int) -> Iterator[Change]:
    for start, sentence in sentences(text):
        for match in _CHANGE.finditer(sentence):
            named, now = _subject(sentence, match, year)
            if not named:
                continue
            base = int(match["year"]) if match["year"] else None
            yield _change(match, named, now, base, (start + match.start(), start + match.end()))
            also = _NEXT.match(sentence, match.end())
            if also:
                yield _change(also, named, now, base, (start + match.start(), start + also.end()))


def _change(
    match: re.Match[str],
    named: tuple[str, ...],
    now: tuple[int, ...],
    base: int | None,
    span: tuple[int, int],
) -> Change:
    groups = match.groupdict()
    sign = 1 if groups["up"] or groups.get("double") else -1 if groups["down"] else 0
    percent = _percent(groups)
    written = "".join(groups[part] or "" for part in ("about", "amount", "after"))
    amount = next(iter(figures(written)), None) if groups["amount"] else None
    vague = bool(groups["about"] or groups["after"] or (groups.get("same") or "").startswith("基本"))
    return Change(named, now, base, sign, percent, amount, vague, *span)


def _percent(groups: dict[str, str | None]) -> Decimal | None:
    if groups.get("double"):
        return _DOUBLE
    if groups["percent"]:
        return Decimal(groups["percent"])
    if groups["percent_words"]:
        whole, _, part = groups["percent_words"].partition("点")
        digits = "".join(str(numbers.from_chinese(char)) for char in part)
        return Decimal(f"{numbers.from_chinese(whole) or 0}{'.' if digits else ''}{digits}")
    if groups["tenths"]:
        return Decimal(numbers.from_chinese(groups["tenths"]) or 0) * 10
    if groups["times"]:
        times = groups["times"]
        many = Decimal(times) if times[0].isdigit() else Decimal(numbers.from_chinese(times) or 0)
        return many * 100
    return None


def _subject(sentence: str, match: re.Match[str], year: int) -> tuple[tuple[str, ...], tuple[int, ...]]:
    """Return what a change is of, and the figures given for this year: the nearest words that name a topic."""
    before = _PARTS.sub("", sentence[: match.start()].rstrip(_JOINTS)).rstrip(_JOINTS)
    what = match["what"].strip(_JOINTS)
    if not _NEUTRAL.fullmatch(what):
        return _probed(f"{before}，{what}", year) or _probed(what, year), ()
    stated = [fact for fact in facts(before, year, topics()) if not fact.denied]
    single = [fact for fact in stated if len(fact.topics) == 1]
    last = single[-1] if single else None
    if last and _NEUTRAL.fullmatch(before, last.end):
        same = [fact.figure for fact in single if fact.topics == last.topics]
        return last.topics, tuple(figure.low for figure in same if figure.is_exact)
    return _probed(before, year), ()


def _probed(words: str, year: int) -> tuple[str, ...]:
    """Return the topic of words that would stand before a number."""
    for unit in _PROBE_UNITS:
        for fact in facts(f"{words}{_PROBE}{unit}", year, topics()):
            if fact.figure.low == _PROBE and len(fact.topics) == 1:
                return fact.topics
    return ()
