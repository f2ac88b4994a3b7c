"""The parts of a list, read one by one: "动态类60条、通知类26条", "60条为动态类", "网站、微信分别60条、26条"."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from core import dates
from core.checks.late import Late
from core.checks.reading.figures import Figure

# words that say what a list is ordered by: "按类别分", "从渠道看", "以公开方式论"
BY = (
    r"(?:按照?|依照?|依据|根据|从|就|以)[^，,。；;：:\d]{1,14}?"
    r"(?:(?:来?[看说讲]|[分类别计论]|分类|划分|区分|统计|归类|而[言论])(?:(?:为|是|有)|(?=[，,：:\s]))|(?=[，,：:])|(?<=[分类])为)"
)
CLASS = Late(
    r"(?:类|方面|领域|性|业务)(?:的)?(?:政府|政务)?(?:信息|的|申请)?(?:公开)?(?:一共|共计|共|为|有|是|计|达)?$"
)
_WAY = Late(
    r"网[上下络站页]|官网|门户|线上|线下|平台|公众号|微信|微博|短信|抖音|快手|视频号|头条|客户端|APP|新媒体|融媒|公开栏|公示栏|公告栏|宣传栏|信息栏"
    r"|专栏|橱窗|黑板报|墙报|广播|喇叭|电视|报[纸刊]|简报|公报|海报|显示屏|电子屏|触摸屏|大屏|张[贴榜]|上墙|宣传[单册车页资]|明白纸|手册|展板|横幅"
    r"|入户|会议(?!纪要)|查阅[点室]|档案馆|图书馆|便民服务|大厅|当面|当场|现场|上门|面交|柜台|窗口|信函|书信|来信|来函|邮[寄政件]|寄[送来]|邮箱|传真|电话|其[他它](?:渠道|方式|形式|途径|载体)"
)
# "网站方面公开" is a way, though "…方面" is the name of a class.
_WAY_SIDE = Late(rf"(?:{_WAY.pattern})(?:平台)?(?:方面|渠道类)(?:公开|发布|推送)?(?:了|有|为|是|共)?$")
_BY_FIRST = Late(rf"[\s，,、；;。：:]{{0,3}}(?:如果|若)?{BY}")
_LEAD_MARKS = Late(
    r"^[\s，,、；;：:（(）)/／|·]{0,4}(?:以及|[和与及])?(?:其中)?[：:，,]?\s{0,4}"
    r"(?:\d{1,2}[.．、]|[①②③④⑤⑥⑦⑧⑨⑩]|[一二三四五六七八九]是|[（(][一二三四五六七八九\d]{1,2}[）)])?\s?"
)
_STOP = Late(
    r"另|此外|同时|还[有收发公开在]|全年|共[计有]?$|合计|总计|累计|收到|比上年|[较比]去年|较|同比|增长|去年|上年|平均"
    r"|办结(?!果)|答复率|已答复|其中|结转|转载|转发|浏览|点击|阅读量|每|召开|举办|培训|下一步|明年|因此|未|没有"
)
_OTHER_MATTER = Late(
    rf"^(?:另|此外|同时|还|全年|合计|总计|共计|累计|其中|与此|既|{dates.IN_FIGURES}年度?(?!上|下|\d|[一二三四]))"
)
_FIRST = Late(r"^(?:(?:其中|主要|里面|中)?(?:有|约)?)$")
_BEHIND = Late(
    r"(?:政府|政务)?(?:信息|申请|文件)?(?:，)?(?:为|是|属于?|系|涉及|关于|来自|通过|经由?|在|由|归|用于|反映|针对|与)"
    r"(?P<label>[^，,、。；;\d]{1,24})"
)
_SHARED = Late(
    r"^(?P<names>[^，,。；;：:（(\d]{2,60}?)(?:等?[两二三四五六七八九十\d]{1,2}(?:大|个)?[一-龥]{1,3})?[，,]?(?P<how>分别|依次|各自|各|均|都)(?P<between>[^，,、。；;\d]{0,14})$",
    needs=("分别", "依次", "各", "均", "都"),
)
_JOINED = Late(r"、|以及|[和与及]")
_NEXT_OF_ROW = Late(r"[、，,；;和与及\s]{1,3}")
_NOTED = Late(r"[（(][^（）()]{0,60}[）)]")
_LONGEST_LABEL = 44


@dataclass(frozen=True, slots=True)
class Item:
    """A part of a total: its name and its figure; `start` is where its words begin."""

    label: str
    figure: Figure
    start: int


@dataclass
class Walk:
    """A walk over the figures that follow a total; `is_open` tells a list that breaks off in something else."""

    text: str
    total: Figure
    found: Sequence[Figure]
    start: int
    inside: bool
    is_open: bool = False

    def items(self) -> list[Item]:
        """Return the parts from the start on."""
        items: list[Item] = []
        self.end, skip_to, at = self.start, self.start, 0
        while at < len(self.found):
            figure = self.found[at]
            words = self.text[self.end : figure.start] if figure.start >= skip_to else ""
            if figure.start < skip_to:
                at += 1
            elif items and words[:1] in ("（", "(") and not _closed(words):
                skip_to = self.end = _after_bracket(self.text, self.end)
            elif self._is_over(words, bool(items)) or not (new := self._at(at, words, items)):
                break
            else:
                items += new
                at += len({one.figure.start for one in new})
        return items

    def _is_over(self, words: str, begun: bool) -> bool:
        left = words.count("）") + words.count(")") > words.count("（") + words.count("(")
        over = "。" in words or "\n" in words or (self.inside and left)
        return over or (begun and bool(_BY_FIRST.match(words)))

    def _at(self, at: int, words: str, before: Sequence[Item]) -> list[Item]:
        """Return the part, or the parts that share a row of figures, at a figure; none ends the list."""
        figure, plain = self.found[at], _NOTED.sub("", words)
        label = _LEAD_MARKS.sub("", plain, count=1)
        if figure.unit != self.total.unit:
            self.is_open |= "其中" in words and bool(before)
            return []
        shared = list(shared_out(self.text, self.found, at, label))
        if shared:
            self.end = shared[-1].figure.end
            return shared
        if _FIRST.match(label.strip()) and (behind := _BEHIND.match(self.text, figure.end)):
            self.end = behind.end()
            return [Item(behind["label"], figure, figure.start)]
        if self._stops(label, figure, before):
            self.is_open |= bool(before) and "其中" in words
            return []
        if not label.strip():
            self.is_open = True
            return []
        self.end = figure.end
        return [Item(label.strip(), figure, figure.start - len(label))]

    def _stops(self, label: str, figure: Figure, before: Sequence[Item]) -> bool:
        if _OTHER_MATTER.search(label) or len(label) > _LONGEST_LABEL:
            return True
        if not _STOP.search(label) or CLASS.search(label):
            return False
        return sum(one.figure.low for one in before) + figure.low != self.total.low


def is_way(label: str) -> bool:
    """Return whether a part is a way of publishing or of applying, no class of what was published."""
    return bool(_WAY.search(label)) and not (CLASS.search(label) and not _WAY_SIDE.search(label))


def shared_out(text: str, found: Sequence[Figure], at: int, label: str) -> Iterator[Item]:
    """Yield the parts of "网站、微信分别60条、26条", and of "网站、微信各40条", from a figure with its words."""
    match = _SHARED.match(label)
    names = [one for one in _JOINED.split(match["names"]) if one.strip()] if match else []
    if match is None or len(names) < 2:
        return
    row = [found[at]]
    for one in found[at + 1 : at + len(names)]:
        if not _NEXT_OF_ROW.fullmatch(text[row[-1].end : one.start]) or one.unit != row[0].unit:
            break
        row.append(one)
    if len(row) == 1 and match["how"] not in ("分别", "依次"):
        row *= len(names)
    if len(row) == len(names):
        start = row[0].start - len(label)
        yield from (Item(name, one, start) for name, one in zip(names, row, strict=True))


def _closed(words: str) -> bool:
    return "）" in words or ")" in words


def _after_bracket(text: str, start: int) -> int:
    ends = [one for one in (text.find("）", start), text.find(")", start)) if one >= 0]
    return min(ends) + 1 if ends else len(text)
