"""Names of people in a sentence, known by what stands beside them: a surname alone says little."""

import re
from collections.abc import Iterator

_SURNAMES = (
    "赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦许何吕张孔曹严华金魏陶姜戚谢邹喻柏窦章苏潘葛范彭郎鲁韦马苗凤"
    "方俞任袁柳鲍史唐费廉岑薛雷贺倪汤罗毕郝安常于傅齐康伍余顾孟黄穆萧尹姚邵汪祁毛狄戴宋庞熊纪舒屈项祝"
    "董梁杜阮席季贾江颜郭梅林钟徐邱骆高夏蔡田胡霍万卢莫房解应丁邓洪左石崔吉龚程裴陆翁侯段焦谷车班"
    "宁仇祖武刘詹龙叶司黎印白蒲卓蔺屠蒙池乔阴文曾关查荆游权盖桓岳帅覃冉肖闫尚温耿聂晏牛樊翟辛冷"
)
_DOUBLE = "欧阳|司马|上官|诸葛|皇甫|尉迟|慕容|司徒|令狐|夏侯|南宫|端木|宇文|长孙|东方"
# ordinary words that begin with what may be a surname too
_WORDS = (
    "安排|安全|安置|安装|常态|常务|常年|方[便案面式]|高度|高效|高质|管理|管控|黄金|解决|金融|严格|严肃|应当|应急|左右|"
    "车辆|万众|文[明化件书秘员字]|武装|何[人时处种]|马上|田长|祝[愿贺]|华侨|江河|任务|任(?:副|组|主|成|委|总|何)|司法|席位|项目|班子|班组|钱款|温馨|于[年月今去当本上下]"
)
_PLACE = (
    "(?<![镇乡村办站所局科委室处部])"  # behind which stands the name of a place or an office, not of a person
)
_NAME = rf"(?!{_WORDS})(?:(?:{_DOUBLE})[\u4e00-\u9fff]{{1,2}}?|[{_SURNAMES}][\u4e00-\u9fff]{{1,2}}?){_PLACE}"
_POSTS = r"副?组长|副?主任|副?书记|副?镇长|副?乡长|副?局长|副?所长|副?站长"
_ROLES = (
    r"联系人|负责人|责任人|牵头人|经办人|填报人|填表人|统计人|审核人|审签人|签发人|拟稿人|撰稿人|受理人|监督员|联络员|"
    rf"信息员|分管领导|主管领导|责任编辑|编辑|校对|{_POSTS}|委员|专干|干事|成员|(?:专职|兼职|工作)人员(?=[:：])"
)
_DOES = "担任|负责|具体|牵头|分管|主管|主抓|主持"
_ENDS = rf"(?=[，。；、,;:：（）()\s]|任|兼|同志|为|等|(?:联系|办公)?电话|{_DOES}|$)"

_BEHIND_ROLE = re.compile(rf"(?:{_ROLES})(?:[:：为是由]|\s){{0,2}}(?P<name>{_NAME}){_ENDS}")
_NEXT = re.compile(rf"、(?P<name>{_NAME}){_ENDS}")
_BEFORE = (
    re.compile(rf"(?P<name>{_NAME})(?=同志)"),
    re.compile(rf"(?:[由请]|办公室|党政办|中心|[所站股科])(?P<name>{_NAME})(?={_DOES}|同志)"),
    re.compile(
        rf"(?:^|[，。；、由和请])(?P<name>{_NAME})(?<![镇乡会处室办局委村区县市部组街站所])(?=(?:{_POSTS}))"
    ),
)


def names(text: str) -> Iterator[tuple[int, str]]:
    """Yield the names of people with the places where they begin; one may come twice."""
    for match in _BEHIND_ROLE.finditer(text):
        found: re.Match[str] | None = match
        while found:
            yield found.start("name"), found["name"]
            found = _NEXT.match(text, found.end())
    for pattern in _BEFORE:
        yield from ((match.start("name"), match["name"]) for match in pattern.finditer(text))
