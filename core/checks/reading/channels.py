"""Channels of publishing in sentences: which one a figure is of, before it, behind it, or clauses before."""

from collections.abc import Iterable

from core.checks.late import Late
from core.checks.reading.topics import Topics

TOTAL = "published"
CLAUSE_MARKS = "，,：:；（("
_UNITS = ("条", "件", "篇", "期", "条次", "")
_MEANS_BEFORE = Late(r"(?:通过|利用|运用|借助|依托|在)[^，,。；;]{2,20}[，,]$")
# "另有150条同时在微信平台转发": the channel comes after its number.
_ONLY_COUNT = Late(
    r"(?:其中|另外?|还|又|再|同时|余下|其余|共|共有|有|约|的|政府|信息|全年|全部){0,4}[：:]?\s?"
)
_CHANNEL_AFTER = Late(
    r"(?:的?(?:政府|政务)?(?:信息|内容|稿件)|同时|同步|全部|均|都|是|也|则|分别|直接|集中|及时){0,4}"
    r"(?:通过|利用|运用|借助|依托|发布?(?:在|于)|公开(?:在|于)|张贴(?:在|于)|刊登(?:在|于)|来自|在|由|经|用|从)[^，,、。；\d]{1,22}"
)
# "微信公众号推送政策资讯、办事指南等信息58条": what was published stands between the channel and its number.
_CONTENTS = Late(
    r"[^，,、：:]{0,12}[，,]?(?:[^，,、：:]{0,6})(?P<verb>公开|发布|推送|编发|刊[登载发]|上传|更新|推出|发送|播[放出发]|公布|公示|张贴|发放|登载)"
    r"(?:了|的|涉及|有关|关于|包括){0,2}[^，,：:\d]{2,44}等(?:各[类种]|多[类种]|方面|内容|政府|政务|相关|有关|公开|的){0,3}(?:信息|消息|稿件|内容|文章|推文|图文|资讯|资料|通知|公告|政策|动态)"
    r"(?:的)?(?:数量|总数|总量|数)?[，,]?(?:共计|合计|总计|共|累计|达到?了?|为|有|约|近){0,2}[：:]?\s?"
)
_ALSO_NAMED = Late(r"、|以及|[和与及]")
# "依托网站子站，及时更新栏目，全年上传信息340条": the channel is said clauses before.
_MEANS_EARLIER = Late(
    r"(?:^|[，,：:、])[^，,：:]{0,10}(?:通过|利用|运用|借助|依托|在)[^，,。]{2,30}[，,]|(?:方面|上|里|：)[，,]"
    r"|^[^，,。；]{0,12}(?:网站|公众号|微信|微博|公开栏)(?:平台)?(?:全年|共|累计|先后|已|目前|日常|粉丝|关注|保持|开设|设有|设置|运行|更新)[^，,]{0,16}[，,]"
)
_HEADED = Late(
    r"\s?(?:[（(]?[一二三四五六七八九\d]{1,2}[）)、.．是])?[^，,：:、]{0,14}?"
    r"(?:方面|渠道|平台|阵地|公众号|网站|微[信博]|栏|上|这一块)[，,：:](?=[^，,：:])"
)
_PUTS_UP = Late(
    r"[、和及]?(?:一年来|全年|本年度?|今年|年内|[我全本][镇乡]|共|累计|先后|及时|已|另|则|也|集中|滚动|上网|网上|线上){0,3}"
    r"(?:公开|发布|发[稿帖文]|上传|推送|更新|编发|刊[登载发]|张贴|播[放出发]|录入|报送|登载|推出|公布|公示|投放)(?:了|的)?"
    r"(?:各类|各种|各项|政府|政务|公开|相关|有关|本镇|我镇|动态|便民|宣传|惠农){0,3}"
    r"(?:信息|消息|稿件|内容|文章|推文|图文|资讯){0,2}(?:共计|合计|总计|共|累计|达到?|为|有){0,2}\s?"
)


def channels_of(lead: str, clause: int, tail: str, unit: str, known: Topics) -> tuple[str, ...] | None:
    """Return the channels that a figure is of: none where they cannot be told, None where it is of no channel.

    An open list of channels ("网站、微信等渠道主动公开") is the total that the office published.
    """
    if unit not in _UNITS:
        return None
    after = _CHANNEL_AFTER.match(tail) if _ONLY_COUNT.fullmatch(lead, clause) else None
    if after:
        return _channels_after(after[0], known)
    if not any(one.named.search(lead, clause) for one in known.channel):
        before = _MEANS_BEFORE.search(lead, 0, clause)
        clause = before.start() if before else _label_of(lead, clause, known)
    named = [(match, one.id) for one in known.channel for match in one.named.finditer(lead, clause)]
    said = max((match.end() for match, _ in named), default=clause)
    contents = _CONTENTS.fullmatch(lead, said) if named else None
    until = contents.start("verb") if contents else len(lead)
    if known.unknown.search(lead, clause, until):
        return ()
    if not named or not (contents or known.publishing.fullmatch(lead, said)):
        return None
    if known.several.search(lead, clause, until):
        return _channels_of_open_list(lead[clause:], [name for _, name in named])
    return tuple(dict.fromkeys(name for _, name in sorted(named, key=lambda one: one[0].start())))


def _channels_after(words: str, known: Topics) -> tuple[str, ...] | None:
    """Return the channels of words behind a figure ("在微信平台转发"), None where they name none that a cell counts."""
    named = [name for name, _, _ in channels_named(words, known)]
    if len(set(named)) != 1 or known.several.search(words) or _ALSO_NAMED.search(words):
        return None
    return (named[0],)


def channel_earlier(scope: str, clause: str, unit: str, known: Topics) -> str | None:
    """Return the channel that the clauses before speak of, where this one only puts something up ("全年上传340条")."""
    if unit not in _UNITS or not unit or not _PUTS_UP.fullmatch(clause):
        return None
    before = scope[: len(scope) - len(clause)]
    named = {name for name, _, _ in channels_named(before, known)}
    is_open = known.unknown.search(before) or known.several.search(before)
    if len(named) != 1 or is_open or not _MEANS_EARLIER.search(before):
        return None
    return named.pop()


def channel_of_label(scope: str, clause: str, unit: str, known: Topics) -> str | None:
    """Return the channel that a sentence is headed with ("网站方面，全年公开信息330条")."""
    label = _HEADED.match(scope) if unit in _UNITS else None
    if label is None or not _PUTS_UP.fullmatch(clause):
        return None
    named = {name for name, _, _ in channels_named(label[0], known)}
    return named.pop() if len(named) == 1 and not known.several.search(label[0]) else None


def _label_of(lead: str, clause: int, known: Topics) -> int:
    """Return where a clause begins with the channel that is its label ("政府网站：发布44条")."""
    if clause < 2 or lead[clause - 1] not in "：:":
        return clause
    start = max(lead.rfind(mark, 0, clause - 1) for mark in CLAUSE_MARKS + "、") + 1
    label = lead[start : clause - 1]
    return start if len(label) <= 16 and any(one.named.search(label) for one in known.channel) else clause


def _channels_of_open_list(words: str, named: list[str]) -> tuple[str, ...]:
    """Return what "…等" is of: notice boards and the like stay among themselves, other lists are the total."""
    if "主动公开" in words:
        return (TOTAL,)
    return ("other_channels",) if len(named) > 1 and set(named) == {"other_channels"} else ()


def channels_named(text: str, known: Topics) -> Iterable[tuple[str, int, int]]:
    """Yield every channel that a text names, with the span of its words."""
    for one in known.channel:
        for match in one.named.finditer(text):
            yield one.id, match.start(), match.end()
