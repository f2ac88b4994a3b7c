"""Lists in prose that must add up: classes and channels of a stated total."""

from collections.abc import Iterator

from core.checks.case import Case, Passage, clipped
from core.checks.entry import Entry, Find, kind
from core.checks.kept import read_once
from core.checks.late import Late
from core.checks.model import Finding
from core.checks.reading import facts
from core.checks.reading.listings import CLASS, Item, Listing, is_way, listings
from core.template import Template

_REST = Late(r"其他|其它|其余|剩余")
_PARTITION = Late(
    r"自然人|法人|企业|个人|组织|专职|兼职|按[时期]|延期|当面|传真|网[上络]|信函|书面|电子|现场|邮寄|维持|纠[正错]"
    r"|审结|予以公开|部分公开|不予|无法提供|上年|新收|处罚|许可|强制|男|女|纸质|复议|诉讼|主动公开|依申请"
)
_ACROSS = Late(r"规范性文件|解读|图解|视频|图片|原创|头条|依申请")


class ListEntry(Entry):
    """Which lists are this rule's, of classes or of channels; `note` is what says that things count twice."""

    channels: bool = False
    note: str = ""


@kind("adds_up", ListEntry, "spot quote total sum difference arithmetic", reads="prose")
def adds_up(entry: ListEntry, template: Template) -> Find:
    """Require that the parts of a stated total add up to it, where the words give all of them."""
    note = entry.late(entry.note) if entry.note else None

    def find(case: Case) -> Iterator[Finding]:
        for passage in case.reported():
            if note and note.search(passage.text):
                continue
            for one in _lists(passage.text, entry.channels, case.report.year):
                if one.sum != one.total.low and (one.sum > one.total.low or _is_complete(one)):
                    yield _broken(entry, case, passage, one)

    return find


@read_once
def _lists(text: str, of_channels: bool, year: int) -> tuple[Listing, ...]:
    found = tuple(one for one in listings(text) if _is_of_channels(one) is of_channels)
    return tuple(_stated_channels(text, year)) if of_channels and not found else found


def _is_of_channels(one: Listing) -> bool:
    """Return whether most parts are ways of publishing or of applying, not classes of what was published."""
    ways = [is_way(item.label) for item in one.items]
    return sum(ways) * 2 > len(ways)


def _stated_channels(text: str, year: int) -> Iterator[Listing]:
    """Yield the total and the channels that the sentences of a paragraph state one by one."""
    said = facts.facts_of(text, year)
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
    """Return whether the words give every part of the total; a few parts far below it are examples."""
    if one.is_open:
        return False
    if one.is_whole or any(_REST.search(item.label) for item in one.items):
        return True
    across = [bool(_ACROSS.search(item.label)) and not CLASS.search(item.label) for item in one.items]
    if any(across) and (len(one.items) < 3 or all(across) or one.sum * 4 < one.total.low * 3):
        return False
    if len(one.items) >= 3:
        return one.sum * 2 >= one.total.low
    channels = _is_of_channels(one) or not one.items[0].label
    return channels or all(CLASS.search(item.label) or _PARTITION.search(item.label) for item in one.items)


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
