"""Names of places taken apart by their levels: province, city, county, town.

Characters that end a level stand within names as well (市桥街道, 旗杆镇, 沙市区, 古县渡镇), so a name ends at one only
where a name of that level can end there, and where a name of a town can follow.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from core.labels import unspaced

Level = Literal["province", "city", "county", "town"]
LEVEL_OF: dict[str, Level] = {
    "省": "province", "自治区": "province", "自治州": "city", "州": "city", "盟": "city",
    "县": "county", "自治县": "county", "区": "county", "旗": "county", "自治旗": "county",
    "镇": "town", "乡": "town", "街道": "town", "苏木": "town", "市": "county",
}  # fmt: skip
TOWN_ENDINGS = "[镇乡]|街道|苏木"  # as a pattern
_ENDING = re.compile(r"自治[区州县旗]|地区|[省市县区旗州盟]")
_TOWN = re.compile(rf"[^\s，。、；：:（）()《》“”]{{1,40}}?(?:{TOWN_ENDINGS})")
_ORGAN = re.compile(r"(?:人民政府|政府|办事处|党政(?:综合)?办(?:公室)?)?$|人民政府办公室$|(?<=街道)办$")
_ORGAN_WITHIN = re.compile(r"政府|委员会|办事处|管委会")
_ZONE = re.compile(r"[^\s镇乡]{2,8}?(?:开发区|园区|示范区|管理区|度假区)")
_RANK_OF = {"省": 1, "自治区": 1, "自治州": 2, "州": 2, "盟": 2, "地区": 2, "市": 2}
_COUNTY, _ZONE_RANK = 3, 4
# The names of one character there are (counties since 2008), and the letters that stand for a name in an example.
_ONE_LETTER = {
    "县": frozenset(
        "易雄蠡唐献赵磁魏邱涉蔚景任威滦沧青祁绛吉隰蒲应岚兴代古盂夏沁临义宾丰沛寿萧泗歙黟泾和沙赣单曹莘冠费莒陵"
        "杞嵩郏叶滑浚淇温范睢息陕新房郧道攸澧梅横藤忠开泸珙高渠达理茂安郫荣云朗索户华乾彬凤眉陇富洋勉佳成康文礼徽岷"
        "漳宁环蓟"
    ),
    "区": frozenset("城郊矿"),
    "市": frozenset("芒"),
}
_NOW_LONGER = frozenset("沙赣梅")  # counties that became 沙县区 and the like
_ENDINGS_OF_ONE = tuple("省市县区旗")
_ENDED_STEMS = frozenset(
    ("津市", "沙市", "西市", "东市", "梅县", "沙县", "赣县", "辉县", "社旗", "红旗")
)  # 津市市, 社旗县
_LONGEST, _LONGEST_TOWN = 60, 15
_EXAMPLES = frozenset("甲乙丙丁戊己庚辛某")
# Names with an ending that most words with it do not make a name of: prefectures, the autonomous ones called for short.
_PREFECTURES = {
    "州": "延边 恩施 湘西 阿坝 甘孜 凉山 黔东南 黔南 黔西南 楚雄 红河 文山 西双版纳 大理 德宏 怒江 迪庆 临夏 甘南 海北 "
    "黄南 海南 果洛 玉树 海西 昌吉 伊犁",
    "盟": "兴安 锡林郭勒 阿拉善",
    "地区": "大兴安岭 阿里 那曲 阿克苏 喀什 和田 塔城 阿勒泰 哈密 吐鲁番 毕节 铜仁 昌都 林芝 山南 日喀则",
}
_NAMED = {ending: frozenset(names.split()) for ending, names in _PREFECTURES.items()}


@dataclass(frozen=True, slots=True)
class Office:
    """The name of a township's office taken apart: the places above the town, outermost first, and the town."""

    above: tuple[str, ...]
    town: str


@lru_cache(maxsize=512)
def office(name: str) -> Office | None:
    """Return the parts of the name of a township's office, None where it is none or where its town is not sure.

    White space in the name does not count.
    """
    plain = unspaced(name)
    if len(plain) > _LONGEST:
        return None
    above: list[str] = []
    rank = at = 0
    while step := next(_steps(plain, at, rank), None):
        end, rank = step
        above.append(plain[at:end])
        at = end
    town = _town_at(plain, at)
    is_sure = 0 < len(town) <= _LONGEST_TOWN and (rank >= _COUNTY or not _may_hide_county(town))
    return Office(tuple(above), town) if is_sure else None


def _town_at(name: str, at: int) -> str:
    """Return the town that the rest of a name is, "" where it is none."""
    for match in _ends(name, at):
        if _ORGAN.match(name, match.end()):
            return "" if _ORGAN_WITHIN.search(match.group()) else match.group()
    return ""


def _may_hide_county(town: str) -> bool:
    """Return whether what seems a town may be one behind a county whose name is not known here."""
    inner = (match.end() for match in re.finditer("(?<=.)[县区]", town))
    return any(len(unended(_town_at(town, end))) > 1 for end in inner)


def _ends(name: str, at: int) -> Iterator[re.Match[str]]:
    """Yield the words from a place up to each ending of a town."""
    for end in range(at + 2, len(name) + 1):
        match = _TOWN.fullmatch(name, at, end)
        if match:
            yield match


def _steps(name: str, at: int, rank: int) -> Iterator[tuple[int, int]]:
    """Yield where a name that begins at a place can end, with a town behind it, and its rank."""
    for match in _ENDING.finditer(name, at):
        stem, ending = name[at : match.start()], match.group()
        now = max(_RANK_OF.get(ending, _COUNTY), rank + 1 if ending == "市" else 0)
        if rank < now <= _COUNTY and _is_name(stem, ending, name[match.end() :]):
            yield match.end(), now
    zone = _ZONE.match(name, at) if rank == _COUNTY else None
    if zone and _town_at(name, zone.end()):
        yield zone.end(), _ZONE_RANK


def _is_name(stem: str, ending: str, rest: str) -> bool:
    """Return whether a stem and an ending are a name, with what follows them."""
    town = _town_at(rest, 0)
    if not town:
        return False
    if ending in _NAMED:
        return stem in _NAMED[ending] and rest[0] not in "市县区"
    if stem in _EXAMPLES or (stem[-1:] in _ENDINGS_OF_ONE and stem not in _ENDED_STEMS):
        return stem in _EXAMPLES
    if len(stem) == 1:
        is_longer = stem in _NOW_LONGER and rest.startswith("区")
        return stem in _ONE_LETTER.get(ending, ()) and not is_longer and len(unended(town)) > 1
    return bool(stem)


def unended(name: str) -> str:
    """Return a name without its ending ("柳河" of "柳河镇")."""
    return re.sub(r"(?:自治[区州县旗]|街道|苏木|[省市县区旗镇乡州盟])$", "", name)
