"""Figures that go on from those before them: sums of a sentence, items behind their issues, parts of all matters."""

from collections.abc import Sequence

from core.checks.late import Late
from core.checks.reading.channels import channels_named
from core.checks.reading.figures import Figure
from core.checks.reading.topics import Topics

# "专题研究公开工作2次，另召开会议1次，合计召开会议3次": the sum is of what the figures before it are of.
_SUM_OF = Late(
    r"[^，,：:]{0,4}(?:合计|共计|总计|一共|累计|加起来|合起来)(?:共|为)?"
    r"(?:召开|收到|受理|举办|组织|开展|办理|作出|设立|设置|配备|培训|发生|公开|发布)?(?:了)?"
    r"(?:会议|专题会议|培训班?|申请|案件|人员|查阅点)?(?:共|为|是|达)?\s?"
)
# "行政复议案件9件，其中涉及信息公开的2件": the first is of all matters.
_OURS_OF_ALL = Late(
    r"[^。；]{0,60}[，,（(；](?:其中|但|均?与|均?不)[：:，,]?[^，,。；]{0,12}(?:信息|政务)公开(?!栏|平台|专栏)"
    r"|[^。；]{0,40}[，,；](?:并?无|没有)(?:政府)?信息公开(?:类|方面)?(?:的)?(?:案件|案|复议|诉讼)"
)
# "行政诉讼2件，均为征地补偿纠纷": cases of other matters.
_OTHER_CASES = Late(
    r"[，,（(](?:均|都|全部|主要|皆){0,2}(?:为|是|系|属|涉及|因)[^，,。；信公]{0,8}"
    r"(?:征地|征收|拆迁|土地|林权|山林|工伤|治安|补偿|宅基地|民事|劳动)(?![^，,。；]{0,10}(?:信息|公开))"
)
# "收到的7件申请" is read as "收到了7件申请": what is told again by the way is told.
_ATTRIBUTE = Late(
    r"(?<=收到|受理|新收|接收|接到|办结|制发|制定|出台|印发|废止|作出)的"
    r"(?=\s?(?:[\d０-９]{1,6}|[一二两三四五六七八九十百]{1,6})\s?[余多]?[条件篇份期次宗起个])"
)
_FURTHER = Late(
    r"[、，,和及]?\s?(?:编?发布?|推送|刊[登发]|编发|更新|公开|推出|了|的|全年|共计|合计|累计|总计|共|计"
    r"|各类|政府|政务|信息|图文|文章|消息|稿件|内容){0,6}\s?"
)
# "推送便民信息30条、惠农政策28条": kinds of items in a row, all of the channel named before.
_KIND = Late(r"(?:[、和及]\s?[一-龥“”《》]{2,16}|[，,]\s?[一-龥]{2,7})\s?")
_NO_KIND = Late(
    r"[网号栏屏群报站]|平台|微信|微博|广播|喇叭|短信|视频|直播|图解|转[发载]|留言|咨询|回[复应]|申请|建议|其中|另|召开|举办|收到|制[发定]|同比|比上年|较|共|合计|总计|累计|公开|发布|推送|张贴|更新|发放|上传|户|场|[采录阅]|用稿|上报|报送|粉丝|群众|新增|[办接]|培训|答|全年|今年|本年"
)
_BARE = Late(
    r"(?:公开|发布|推送|上传|更新|编发|刊[登载发]|张贴|发送|公布|公示)(?:了)?(?:各类|政府|政务|相关|有关|公开){0,2}(?:信息|消息|稿件|内容)?"
    r"(?:共计|共|累计|合计|总计|达|数量|总数|为|约)*\s?$"
)
ISSUES, ITEMS = frozenset(("期", "次", "期次")), frozenset(("条", "件", "篇", "条次"))


def restated(text: str) -> str:
    """Return a text of the same length in which what is told by the way is told."""
    return _ATTRIBUTE.sub("了", text) if "的" in text else text


def goes_on(issues: Figure, figure: Figure, between: str) -> bool:
    """Return whether a figure counts the items of issues right before it ("推送72期、218条")."""
    return issues.unit in ISSUES and figure.unit in ITEMS and bool(_FURTHER.fullmatch(between))


def is_sum(figure: Figure, words: str, parts: Sequence[Figure]) -> bool:
    """Return whether words say no more than that a figure is the sum of some before it."""
    if len(parts) < 2 or figure.low < max(one.low for one in parts):
        return False
    return bool(_SUM_OF.fullmatch(words))


def is_of_all(clause: str, behind: str) -> bool:
    """Return whether a figure is of all matters, and of those of information there is another behind it."""
    if "公开" in clause:
        return False
    if ("复议" in clause or "诉讼" in clause) and _OTHER_CASES.match(behind):
        return True
    return "公开" in behind and bool(_OURS_OF_ALL.match(behind))


def kinds_told(
    sentence: str, found: Sequence[Figure], first: Figure, lead: str, known: Topics
) -> Figure | None:
    """Return the figure of all kinds of items in a row that a channel put up; None where there is only one."""
    if first.unit not in ITEMS or not first.is_exact or _BARE.search(lead):
        return None
    end, sum_ = first.end, first.low
    for one in found:
        words = sentence[end : one.start]
        if one.start <= first.start:
            continue
        is_kind = _KIND.fullmatch(words) and not _NO_KIND.search(words) and one.unit == first.unit
        if not is_kind or not one.is_exact or any(True for _ in channels_named(words, known)):
            break
        end, sum_ = one.end, sum_ + one.low
    return Figure(first.start, end, sum_, sum_, first.unit) if end > first.end else None
