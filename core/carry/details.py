"""What in a sentence changes from year to year: figures, years, dates, names, telephone and document numbers."""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from core import dates
from core.carry.prose import bare

DetailKind = Literal["年份", "日期", "数字", "人名", "电话", "文号"]

_CHINESE = dates.ZEROS + "一二三四五六七八九十百千两"
_UNITS = r"[个件条次人名篇期场份户项类处家天起批册张台套所支例村页版]|万|余|多|%|％|亿|元|公里|平方|小时|分钟"
_SURNAMES = (
    "赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦许何吕张孔曹严华金魏陶姜戚谢邹喻柏窦章苏潘葛范彭郎鲁韦马苗凤"
    "方俞任袁柳鲍史唐费廉岑薛雷贺倪汤罗毕郝安常于傅齐康伍余顾孟黄穆萧尹姚邵汪祁毛狄戴宋庞熊纪舒屈项祝"
    "董梁杜阮席季贾江颜郭梅林钟徐邱骆高夏蔡田胡霍万卢莫房解应丁邓洪左石崔吉龚程裴陆翁侯段焦谷车班"
    "宁仇祖武刘詹龙叶司黎印白蒲卓蔺屠蒙池乔阴文曾关查荆游权盖桓岳帅覃冉肖闫尚温耿聂晏牛樊翟辛冷"
)
_ROLES = (
    r"联系人|负责人|责任人|经办人|填报人|填表人|统计人|审核人|审签人|签发人|拟稿人|撰稿人|监督员|联络员|信息员|"
    r"副?组长|副?主任|副?书记|副?镇长|副?乡长|副?局长|副?所长|副?站长|委员|专干|成员"
)
_NAME = rf"[{_SURNAMES}][\u4e00-\u9fff]{{1,2}}"
_NAME_ENDS = r"(?=[，。；、,;：:（）()\s]|任|兼|同志|为|等|$)"

# Earlier patterns take their words first; the group `words`, where there is one, is what is pointed at.
_PATTERNS: tuple[tuple[DetailKind, re.Pattern[str]], ...] = (
    (
        "电话",
        re.compile(
            r"(?<![\d.])0\d{2,3}[-—－ ]{0,2}\d{7,8}(?!\d)|(?<![\d.])1[3-9]\d{9}(?!\d)|"
            r"(?:电话|热线|传真|拨打)[^，。；\d]{0,10}(?P<words>\d[\d-]{4,12})"
        ),
    ),
    ("文号", re.compile(r"[〔\[［（(](?:19|20)\d{2}[〕\]］）)]\s?第?\d{1,4}号")),
    (
        "日期",
        re.compile(
            r"(?:(?:19|20)\d{2}\s?年\s?)?\d{1,2}\s?月(?:\s?\d{1,2}\s?日|份|底|初|末)?|"
            r"(?<![\d.])20\d{2}(?P<sign>[./-])\d{1,2}(?P=sign)\d{1,2}(?![\d.])|"
            rf"二[{dates.ZEROS}][{_CHINESE}]{{2}}年[{_CHINESE}]{{1,3}}月(?:[{_CHINESE}]{{1,3}}日)?"
        ),
    ),
    (
        "年份",
        re.compile(
            r"(?<!\d)(?:19|20)\d{2}\s?(?:[-—–~～至到]{1,2}\s?(?:19|20)\d{2}\s?)?年度?|"
            rf"二[{dates.ZEROS}][{_CHINESE}]{{2}}年度?"
        ),
    ),
    (
        "数字",
        re.compile(
            rf"(?<![\dA-Za-z.])\d[\d,，]*(?:\.\d+)?\s?[%％‰]?|[二两三四五六七八九十百千][{_CHINESE}]*(?={_UNITS})"
        ),
    ),
)
_NAMED = re.compile(rf"(?:{_ROLES})(?:[:：为是由]|\s){{0,2}}(?P<words>{_NAME}){_NAME_ENDS}")
_NEXT_NAMED = re.compile(rf"、(?P<words>{_NAME}){_NAME_ENDS}")
_LIST_NUMBER = re.compile(r"[（(]\d{1,2}[）)]")
_COMRADE = re.compile(rf"(?P<words>{_NAME})(?=同志)")


@dataclass(frozen=True, slots=True)
class Detail:
    """Words of a text that may be another the next year: what they are, and their span."""

    kind: DetailKind
    start: int
    end: int
    words: str


def details(text: str) -> list[Detail]:
    """Return what in a text may change from year to year, in order; the number of the paragraph itself is none."""
    begin = len(text) - len(bare(text))
    covered = bytearray(len(text))
    taken: list[Detail] = []
    for found in _all(text):
        if found.start >= begin and not any(covered[found.start : found.end]):
            covered[found.start : found.end] = b"\x01" * (found.end - found.start)
            taken.append(found)
    return sorted(taken, key=lambda one: one.start)


def _all(text: str) -> Iterator[Detail]:
    for kind, pattern in _PATTERNS[:-1]:
        yield from (_detail(kind, match) for match in pattern.finditer(text))
    yield from _names(text)
    kind, pattern = _PATTERNS[-1]
    for match in pattern.finditer(text):
        if not _LIST_NUMBER.fullmatch(text, max(0, match.start() - 1), match.end() + 1):
            yield _detail(kind, match)


def _names(text: str) -> Iterator[Detail]:
    for match in _NAMED.finditer(text):
        found: re.Match[str] | None = match
        while found:
            yield _detail("人名", found)
            found = _NEXT_NAMED.match(text, found.end())
    for match in _COMRADE.finditer(text):
        yield _detail("人名", match)


def _detail(kind: DetailKind, match: re.Match[str]) -> Detail:
    group = "words" if match.groupdict().get("words") else 0
    words = match[group].rstrip(" ,，")
    start = match.start(group)
    return Detail(kind, start, start + len(words), words)


def still_there(text: str, before: str) -> list[Detail]:
    """Return what of a text's details stood in an earlier text already, each as often as there."""
    known = Counter((one.kind, one.words) for one in details(before))
    found = []
    for one in details(text):
        if known[one.kind, one.words]:
            known[one.kind, one.words] -= 1
            found.append(one)
    return found
