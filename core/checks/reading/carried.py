"""A channel that a sentence speaks of, carried on: "设置公开栏9块，公布惠农补贴等内容214条" is of the boards.

A clause or sentence with exactly one channel of the office gives it the next items that are put up, until another
channel, another office, a total, or items of another kind take over.
"""

from core.checks.late import Late
from core.checks.reading.channels import CLAUSE_MARKS, channels_named
from core.checks.reading.topics import Topics

_UNITS = frozenset(("条", "件", "篇", "条次"))
# Verbs that only a channel has; the others are of a total as well.
_OWN = Late(
    r"推送|张贴|张榜|上传|更新|编发|刊[登载发]|播[放出发报]|发[稿帖文博]|录入|推出|登载|投放|转发上级|推发|滚动|上墙|群发|发出|挂[网出]|上网|贴出|[发放登晒]了"
)
_ANY = Late(r"公开|发布|公布|公示|发送|展示|报道|公告")
_AND_SO_ON = Late(
    r"[^，,：:]{2,60}等(?:各[类种]|多[类种]|方面|内容|政府|政务|相关|有关|公开|重点|群众关心|的){0,4}"
    r"(?:信息|消息|稿件|内容|文章|推文|图文|资讯|资料|通知|通告|公告|公示|告知|提示|预警|政策|动态|事项)"
)
_OTHER_KIND = Late(
    r"申请|建议|提案|议案|留言|咨询|来信|诉求|问题|投诉|舆情|意见|规范性文件|许可|处罚|强制|栏目|板块|版块|解读|图解|视频|直播|问卷"
    r"|回应|办件|案件|被|党务|村务|村级|制度|简报|报送|上报|采用|录用|其[中他它余]|另|转载|评论|点赞|主动公开|目录|申报|维修|清理|删除|撤下|撤除|纠正|整改|错|调解|案例|手册|文件"
)
# What is put up, as long as it is no sort of its own ("推送农技信息12条" is a part alone).
_GENERAL = Late(
    r"(?:各[类种项]|政府|政务|公开|相关|有关|工作|动态|原创|便民|惠[农民]|民生|宣传|[我本全][镇乡]|街道|图片|新闻|信息|消息|内容|文章|稿件|推文"
    r"|图文|资讯|条目|通知|通告|公告|公示|博文|微博|政策|法规|文件|材料|资料|出去|一共|总共|共计|合计|累计|总[数量]|条数|数量|达到|[出了的共计约近达为有是、和与及：:，,\s]){0,14}"
)
_TOTAL = Late(
    r"主动公开|总[数量计条]|合计|总共|一共|共公开|各[类种个]?(?:渠道|平台|载体)|以上|上述|三个|两个"
)
# Other offices, and lists of channels left open: what follows them is not the channel's.
_NOT_OURS = Late(
    r"各(?:村|乡|镇|部门|单位|站所|社区)|村级|村务|党务|[省市县区](?:里|融媒|电视台|广播|电台|政务公开办|政府办|委)|邻[县乡镇市区]|外[省市县地]|兄弟|上级|培训|县级公众号"
    r"|等(?:多种|各种|各类|多个|平台|渠道|媒体|载体|方式|形式|途径|多|[两二三四五六七八])|抖音|快手|头条|客户端|视频号|短信|查阅"
)
_BEHIND = Late(
    r"[，,](?:也|又)?(?:全部|均|都|一律|主要)(?:是)?(?:通过|利用|借助|依托|在|由|经)(?P<by>[^，,、。；\d]{1,18}?)(?:上|平台|对外|向社会)?"
    r"(?:发布|推送|公开|刊[登载发]|上传|发出|张贴|播[放出]|更新)"
)
_JOINED_BEFORE = Late(r"(?:、|以及|[和与及])(?:[一-龥]{0,6})$")
_JOINED_AFTER = Late(r"(?:号|平台|站|栏|账号|门户){0,2}[”\"」]?(?:、|以及|[和与及])")
_COUNTED = Late(r"[\d一二三四五六七八九十百千余]\s?(?:条|件|篇)(?![例款])")
# The sentence before speaks of a channel where it begins with it: "微信公众号由专人维护。全年推送信息208条".
_HEADS = Late(r"[^，,：:]{0,16}$")


def carried(scope: str, clause: str, unit: str, known: Topics, *, own: bool) -> str | None:
    """Return the channel that the words before a clause speak of, where the clause puts something up.

    `scope` is the sentence up to the number, `clause` its last clause. With `own` only verbs count that channels alone
    have.
    """
    if unit not in _UNITS or not (_OWN.search(clause) or (not own and _ANY.search(clause))):
        return None
    begin = len(scope) - len(clause)
    named = list(channels_named(scope, known))
    if len({name for name, _, _ in named}) != 1:
        return None
    name, ends = named[0][0], named[-1][2]
    is_same = ends > begin
    put_up = scope[ends:] if is_same else clause
    if not _is_put_up(put_up) or (not is_same and _TOTAL.search(clause)) or _NOT_OURS.search(put_up):
        return None
    begin = max(begin, ends)
    first, last = min(start for _, start, _ in named), max(end for _, _, end in named)
    if _COUNTED.search(scope, first, begin):
        return None
    start = max(scope.rfind(mark, 0, first) for mark in CLAUSE_MARKS) + 1
    words = scope[start:begin]
    is_joined = _JOINED_AFTER.match(scope, last) or _JOINED_BEFORE.search(scope, start, first)
    if _NOT_OURS.search(words) or (is_joined and name != "other_channels"):
        return None
    return name


def carried_behind(clause: str, tail: str, unit: str, known: Topics) -> str | None:
    """Return the channel told behind what was put up: "全年推送信息156条，全部通过微信公众号发布"."""
    behind = _BEHIND.match(tail) if unit in _UNITS and _OWN.search(clause) and _is_put_up(clause) else None
    named = {name for name, _, _ in channels_named(behind["by"], known)} if behind else set()
    return named.pop() if len(named) == 1 else None


def goes_on_from(before: str, scope: str, known: Topics) -> bool:
    """Return whether a sentence before is about a channel that the first words of this one leave unnamed."""
    named = list(channels_named(before, known))
    if not named or any(True for _ in channels_named(scope, known)):
        return False
    return bool(_HEADS.fullmatch(before, 0, named[0][1])) and not any(one in scope for one in "，：")


def _last_verb(clause: str) -> int:
    """Return where the words begin that say what was put up."""
    return max((match.end() for verbs in (_OWN, _ANY) for match in verbs.finditer(clause)), default=0)


def _is_put_up(clause: str) -> bool:
    """Return whether a clause tells of items of a channel, not of another kind of things."""
    listed = _AND_SO_ON.search(clause)
    rest = clause[: listed.start()] + clause[listed.end() :] if listed else clause
    verb = _OWN.search(clause) or _ANY.search(clause)
    if verb is None or not (listed or "等" in clause or _GENERAL.fullmatch(clause, _last_verb(clause))):
        return False
    if listed and listed.start() < verb.end() <= listed.end():
        rest += clause[listed.start() : verb.end()]
    return not _OTHER_KIND.search(rest)
