"""Lists of figures in a sentence, read: the total, and what it is made of ("86条，其中动态类60条、通知类26条")."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import islice

from core import dates, numbers
from core.checks.kept import read_once
from core.checks.late import Late
from core.checks.reading.asides import Plain
from core.checks.reading.figures import Figure, figures
from core.checks.reading.listed import BY, CLASS, Item, Walk, is_way, shared_out

__all__ = ["CLASS", "Item", "Listing", "is_way", "listings"]

_WORD = (
    r"其中|具体(?:为|是|如下|来看|来说)?|即|也就是|计有|(?:主要)?(?:包括|包含)|涵盖|涉及|分别(?:是|为|有)"
    r"|细?分(?:别)?为|(?=前(?:者|一[个类种项]))|构成(?:为|如下)?|由(?=[^，,。；;：:]{2,30}\d)"
)
_OPENER = Late(
    r"[^，,。；;：:（(\d占]{0,16}?(?P<among>[里中内]|当中|之中|里面|以内)?(?:[（(][^（）()\d]{0,30}[）)])?"
    r"(?P<between>(?:[，,；;][^，,。；;：:\d（(]{2,30}){0,2}?(?=[，,。；;]\s?(?:其中|具体|分别为|按|前者|前一)))?"
    rf"(?P<mark>[，,。；;：:（(—-]{{1,2}}\s?(?:(?P<by>{BY})[，,：:]?\s?)?(?P<word>{_WORD})?"
    r"\s?(?:有(?!关|效|限))?(?:按[^，,。；]{2,14})?[，,：:]?\s?)"
)
_OPEN = Late(r"重点|主要|特别|涉及|突出|尤其|比如|例如|如[：:]|包括但不")
_REST = Late(
    r"[，,、；;]?\s?(?:和|及|以及)?(?:其余|其他|其它|余下|剩余|剩下|余者|另外|还有|再就是)(?P<of>[^，,。；;\d]{0,30})"
)
_MANY = r"(?P<n>[两二三四五六七八九十]|\d{1,2})"
_ALL_OF = (
    rf"(?:以上|上述|前述|这|总的|全部|所有)?(?:{_MANY}(?:大)?(?:项|类|种|者|个?渠道|个?方面|个?部分|个?平台|条?途径|个?类别|种方式|处|块)|(?:各|几)个?(?:项|类|渠道|平台|部分|方面|途径|方式|载体|数|块))?(?:信息|数据|数)?"
    r"(?:信息|申请|内容)?"
)
_VERBS = r"(?:主动)?(?:公开|发布|收到|受理|办理|办结|推送|刊发|更新)?(?:政府|政务)?(?:信息|申请|文件)?(?:总数|总量|数量)?(?:为|达到?|是|有|得)?"
_TOTAL_AFTER = Late(
    rf"[，,；;、。]\s?(?:20\d\d年|全年|本年度?)?{_ALL_OF}(?:(?P<sum>加起来|加在一起|合起来|合在一起|相加|加总|汇总|之和|总和|合计|总计|共计|总共|一共|总(?:发布|公开|推送|信息|发文)?[数量])"
    rf"|(?P<weak>共|累计))(?:共|共计)?{_VERBS}\s?$"
)
_NO_THING = Late(r"(?<=个)(?:渠道|平台|方面|部分|类别|途径|方式|层面|环节|大类|领域)")
_COUNTED = frozenset("条件篇次个人份起宗名例")
_OTHER_YEAR = Late(rf"[；;。，,](?:{dates.IN_FIGURES}年(?!\d|[初末底])|去年|上年)")
_MOST_FIGURES, _MOST_ITEMS = 300, 40


@dataclass(frozen=True, slots=True)
class Listing:
    """A total with its parts; `is_open` where the words say that there may be more ("等", "重点").

    `is_whole` marks words that say that the parts are all there is ("合计", "按类别分").
    """

    total: Figure
    items: tuple[Item, ...]
    is_open: bool
    is_whole: bool = False

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


@read_once
def listings(text: str) -> tuple[Listing, ...]:
    """Return the lists of a paragraph with at least two parts, all of them exact."""
    plain = Plain(text)
    known = islice(figures(plain.text), _MOST_FIGURES)
    found = [
        one
        for one in known
        if one.unit and one.unit[0] in _COUNTED and not _NO_THING.match(plain.text, one.end)
    ]
    read = (*_below(plain.text, found), *_before(plain.text, found))
    return tuple(_placed(one, plain) for one in read)


def _placed(one: Listing, plain: Plain) -> Listing:
    items = tuple(Item(item.label, plain.figure(item.figure), plain.place(item.start)) for item in one.items)
    return Listing(plain.figure(one.total), items, one.is_open, one.is_whole)


def _below(text: str, found: Sequence[Figure]) -> Iterator[Listing]:
    """Yield the lists that follow their total."""
    whole_of: dict[int, Figure] = {}
    for at, named in enumerate(found[:-1]):
        opener = _OPENER.match(text, named.end)
        if not named.is_exact or opener is None:
            continue
        total = whole_of.get(named.start, named) if "。" in opener["mark"] or opener["by"] else named
        inside = text[opener.start("mark")] in "（("
        walk = Walk(text, total, found[at + 1 : at + 1 + _MOST_ITEMS], opener.end(), inside)
        shared = _shared_before(text, found, at + 1, opener)
        walked = _of_one_order(_named_before(walk.items(), opener["between"] or ""), total)
        items = shared or walked
        if opener["by"] and sum(item.figure.low for item in items) == named.low:
            total = named
        is_told = _is_opener(opener)
        if not is_told and (named.start in whole_of or not _is_row(text, items, named)):
            continue
        whole_of |= {item.figure.start: total for item in items}
        if len(items) >= 2 and all(item.figure.is_exact for item in items):
            words = text[opener.start() : items[-1].figure.end]
            rest = any(_REST.search(item.label) for item in items)
            is_some = _OPEN.search(words) and not (rest or _PAIR.search(words))
            is_open = not shared and (walk.is_open or _goes_on(text, walk, items) or bool(is_some))
            whole = bool(opener["by"]) or (opener["word"] or "").startswith(("分", "构成", "细分"))
            yield Listing(total, tuple(items), is_open or (not is_told and _is_short(items, total)), whole)


_PAIR = Late(r"前(?:者|一[个类种项]).{1,20}后(?:者|一[个类种项])")


def _shared_before(text: str, found: Sequence[Figure], at: int, opener: re.Match[str]) -> list[Item]:
    """Return the parts of "网站、微信和公开栏三个渠道，分别为60条、30条、15条"."""
    if not opener["between"] or not (opener["word"] or "").startswith("分别"):
        return []
    names = opener["between"].strip("，,；;").rpartition("，")[2]
    return list(shared_out(text, found, at, f"{names}分别"))


def _named_before(items: list[Item], words: str) -> list[Item]:
    """Return the parts of "网站和微信两个渠道，前者60条，后者45条" under the names said before them."""
    if not items or not items[0].label.startswith("前"):
        return items
    return [Item(f"{words}{one.label}", one.figure, one.start) for one in items]


def _is_short(items: Sequence[Item], total: Figure) -> bool:
    """Return whether two parts that no word calls parts are too few to be the whole."""
    sum_ = sum(item.figure.low for item in items)
    return len(items) < 3 and (sum_ * 10 < total.low * 7 or not all(is_way(item.label) for item in items))


def _is_opener(opener: re.Match[str]) -> bool:
    mark = opener["mark"]
    return (
        opener["word"] is not None
        or bool(opener["by"] or opener["among"])
        or any(one in mark for one in "：:（(")
    )


def _is_row(text: str, items: Sequence[Item], named: Figure) -> bool:
    """Return whether things stand in a row that are parts of a total unlike them, though no word says so."""
    own = text[max(text.rfind(mark, 0, named.start) for mark in "，,、。；;：:\n") + 1 : named.start]
    if _SEVERAL_WAYS.search(own):
        own = ""
    if len(items) < 2 or any(is_part(own) and is_part(items[0].label) for is_part in (CLASS.search, is_way)):
        return False
    if items[0].start == items[1].start or any(
        all(map(is_part, [item.label for item in items])) for is_part in (CLASS.search, is_way)
    ):
        return True
    if len(items) >= 3 and all(_OUTCOME.search(item.label) for item in items):
        return True
    return (
        len(items) >= 3
        and all(
            text[item.figure.start - len(item.label) - 1] == "、" and not _VERB.search(item.label)
            for item in items[1:]
        )
        and not _VERB.search(items[0].label)
    )


# Words of several ways at once name none of the parts: "各平台累计发布", "网上和网下两个渠道".
_SEVERAL_WAYS = Late(
    r"(?:[各多两二三四五六几]|全部|所有|[两二三四五六几][个种类条大])(?:个|类|种)?(?:公开)?(?:渠道|平台|媒体|载体|途径|方式|阵地|账号)"
    r"|线上线下|网上网下|(?:网|号|栏|微信|微博|[线网]上)[^，,]{0,6}(?:和|与|及|以及|、)[^，,]{0,6}(?:网|号|栏|微信|微博|[线网]下)"
)
_OUTCOME = Late(
    r"予以公开|部分公开|不予|无法提供|不存在|补正|自然人|法人|企业|组织|撤回|主动公开范围|非本机关|不属于|其他"
)
_VERB = Late(
    r"[公打]开|发布|收|召|举办|办理|制[发定]|[印编]发|更新|回[应复]|答复|推送|上报|[开接]展|受理|培训|整改|修订"
)


def _of_one_order(items: list[Item], total: Figure) -> list[Item]:
    """Return the parts without those that begin the list anew in another order, where the first make the total."""
    sum_ = 0
    for at, item in enumerate(items):
        sum_ += item.figure.low
        if sum_ == total.low and 2 <= at + 1 < len(items) and not _is_like(items[at + 1], items[: at + 1]):
            return items[: at + 1]
    return items


def _is_like(item: Item, others: Sequence[Item]) -> bool:
    """Return whether a part is named as the others are."""
    if _REST.search(item.label):
        return True
    last = others[-1].label
    return is_way(item.label) == is_way(last) and bool(CLASS.search(item.label)) == bool(CLASS.search(last))


def _goes_on(text: str, walk: Walk, items: Sequence[Item]) -> bool:
    """Return whether the list ends with "等", or with a rest that has no figure of its own."""
    behind = text[max(walk.end, items[-1].figure.end) :][:60]
    rest = _REST.match(behind) or _REST.match(behind.partition("，")[2])
    tail = rest is not None and not any(
        one.start >= rest.start() for one in figures(behind[: rest.end() + 12])
    )
    return "等" in behind[:6] or tail


def _before(text: str, found: Sequence[Figure]) -> Iterator[Listing]:
    """Yield the lists that come before their total ("网站62条、微信24条，共计86条")."""
    for at, total in enumerate(found):
        told = _TOTAL_AFTER.search(text, max(0, total.start - 40), total.start)
        if not total.is_exact or told is None:
            continue
        begin = text.rfind("\n", 0, told.start()) + 1
        if not told["n"] and "以上" not in told[0] and "上述" not in told[0]:
            begin = max(begin, text.rfind("。", 0, told.start()) + 1)
        items = _parts_before(text, found[max(0, at - _MOST_ITEMS) : at], begin, told.start(), total)
        if told["n"]:
            items = items[-_count(told["n"]) :]
        named = not told["weak"] or told["n"] or all(_is_named(item.label) for item in items)
        if len(items) >= 2 and named and not any("其中" in item.label for item in items):
            yield Listing(total, tuple(items), False, True)


def _is_named(label: str) -> bool:
    """Return whether words name a part by themselves: a class, a way, or what has its figure in brackets."""
    return bool(CLASS.search(label)) or is_way(label) or label[-1:] in ("（", "(")


def _count(text: str) -> int:
    return int(text) if text.isdecimal() else numbers.from_chinese(text) or 2


def _ends_before(text: str, one: Figure, begin: int, row: Sequence[Figure]) -> bool:
    """Return whether a figure is the total of another list, or another year begins behind it."""
    if not row:
        return False
    between = text[one.end : row[0].start]
    return bool(
        _OTHER_YEAR.search(between) or _TOTAL_AFTER.search(text, max(begin, one.start - 40), one.start)
    )


def _parts_before(text: str, found: Sequence[Figure], begin: int, end: int, total: Figure) -> list[Item]:
    """Return the parts that stand between two places, as far back as their units are the total's."""
    row: list[Figure] = []
    for one in reversed([one for one in found if begin <= one.start and one.end <= end]):
        if one.unit != total.unit or not one.is_exact or _ends_before(text, one, begin, row):
            break
        row.insert(0, one)
    items: list[Item] = []
    for at, one in enumerate(row):
        label = text[row[at - 1].end if at else begin : one.start].strip("，,、；;：:。 ")
        if len(items) <= at:
            shared = list(shared_out(text, row, at, label.rpartition("，")[2]))
            items += shared or [Item(label, one, max(begin, one.start - 34))]
    return items
