"""Trials of what prose says within itself: X10 to X13 and X16."""

from collections.abc import Iterator, Sequence
from random import Random

from core.template import Library
from tests.faults.harness import Trial, faults, near_misses
from tests.faults.prose_base import STATISTICS, YEARS, told

TEMPLATES = tuple(YEARS)
LISTS = (
    "全年主动公开政府信息{t}条，其中工作动态类{a}条，财政信息类{b}条，人事信息类{c}条。",
    "主动公开信息{t}条，其中：机构职能{a}条、规划计划{b}条、惠民补贴{c}条。",
    "共公开信息{t}条。其中，政策法规类{a}条；办事服务类{b}条；其他{c}条。",
    "公开政府信息{t}条（动态类{a}条、公告类{b}条、其他类{c}条）。",
    "公开政府信息{t}条，按类别分：概况{a}条、动态{b}条、公示公告{c}条。",
    "主动公开政府信息共{t}条，包括党建类{a}条，民政类{b}条和财经类{c}条。",
    "全年公开{t}条信息：综合类{a}条，农业类{b}条，社会事业类{c}条。",
    "收到政府信息公开申请{t}件，其中自然人申请{a}件，法人申请{b}件，其他组织{c}件。",
    "全年办结申请{t}件，其中予以公开{a}件、部分公开{b}件、无法提供{c}件。",
    "发布政策解读{t}篇，其中文字解读{a}篇、图文解读{b}篇、其他形式解读{c}篇。",
    "主动公开信息{t}条，分别为：财政{a}条、民政{b}条、卫生{c}条。",
    "概况类{a}条、动态类{b}条、服务类{c}条，合计{t}条。",
)
OPEN_LISTS = (
    "全年主动公开政府信息90条，其中规范性文件3件。",
    "主动公开信息90条，其中惠民类20条、项目类12条、财政类9条等。",
    "主动公开信息90条，重点公开财政类20条、惠民类30条、项目类9条。",
    "主动公开信息90条，其中动态类90条。",
    "主动公开信息90条，涉及惠农补贴12条、征地9条、就业8条。",
    "主动公开信息90条，其中主要包括动态类20条、公告类12条、财政类9条。",
    "主动公开信息90条，其中行政类50条（许可30条、处罚20条），民生类40条。",
    "主动公开信息90条，其中动态类60条，公告类30条，另在公开栏张贴材料45条。",
    "主动公开信息90条，其中规范性文件3条、政策解读5条。",
    "主动公开信息90条，召开会议3次，培训干部40人次。",
    "主动公开信息90条，其中动态类50条、其他40条，比上年增加12条。",
    "主动公开信息90条，其中动态类60条、公告类50条，两类有重复计数20条。",
    "收到申请9件，其中自然人9件，办结9件，结转0件。",
    "主动公开信息90条，收到申请5件，办结5件。",
)


def _numbers(rng: Random) -> tuple[int, int, int]:
    return rng.randint(2, 40), rng.randint(2, 40), rng.randint(2, 40)


def _lists(rng: Random, library: Library, lines: Sequence[str], *, right: bool) -> Iterator[Trial]:
    for round_ in range(2):
        for number, line in enumerate(lines):
            one, two, three = _numbers(rng)
            total = one + two + three + (0 if right else rng.choice([-1, 1]) * rng.randint(1, 5))
            text = line.format(t=total, a=one, b=two, c=three)
            template = TEMPLATES[(number + round_) % len(TEMPLATES)]
            yield Trial(told(library, template, [text], "overview", {}), at=str(two))


@faults("X10")
def _lists_wrong(rng: Random, library: Library) -> Iterator[Trial]:
    yield from _lists(rng, library, LISTS, right=False)


@near_misses("X10")
def _lists_right(rng: Random, library: Library) -> Iterator[Trial]:
    yield from _lists(rng, library, LISTS, right=True)
    for number, line in enumerate(OPEN_LISTS):
        yield Trial(told(library, TEMPLATES[number % len(TEMPLATES)], [line], "overview", {}))


CHANNEL_LISTS = (
    "全年主动公开政府信息{t}条，其中政府网站{a}条、微信公众号{b}条、公开栏{c}条。",
    "主动公开信息{t}条，其中通过政府网站公开{a}条，通过政务微信公开{b}条，通过公开栏公开{c}条。",
    "主动公开政府信息{t}条。其中：网站发布{a}条；微博发布{b}条；微信发布{c}条。",
    "公开政府信息{t}条（网站{a}条，微信{b}条，其他方式{c}条）。",
    "政府网站{a}条、微信公众号{b}条、宣传栏{c}条，共计{t}条。",
    "通过政府网站公开{a}条，通过微信公众号公开{b}条，通过广播公开{c}条，全年主动公开政府信息{t}条。",
    "全年主动公开政府信息{t}条，在政府网站发布信息{a}条，在微信公众号推送信息{b}条，在公开栏公开信息{c}条。",
)
NOTED = (
    "主动公开信息90条（同一信息计1条），其中网站80条、微信40条。",
    "全年主动公开信息90条，其中网站80条、微信40条，不同渠道公开的相同信息不重复计算。",
    "主动公开信息90条，其中网站50条、微信20条等。",
    "主动公开信息90条，其中网站90条。",
    "网站发布信息80条，微信发布信息40条。",
    "主动公开信息90条，网站浏览量3000次，微信关注200人。",
    "主动公开信息90条，多个渠道重复公开的只计一次，其中网站80条、微信30条。",
    "主动公开信息90余条，其中网站50条、微信30条。",
)


@faults("X11")
def _channels_wrong(rng: Random, library: Library) -> Iterator[Trial]:
    for _ in range(2):
        yield from _lists(rng, library, CHANNEL_LISTS, right=False)


@near_misses("X11")
def _channels_right(rng: Random, library: Library) -> Iterator[Trial]:
    yield from _lists(rng, library, CHANNEL_LISTS, right=True)
    for number, line in enumerate(NOTED):
        yield Trial(told(library, TEMPLATES[number % len(TEMPLATES)], [line], "overview", {}))


SHARES = (
    "全年主动公开信息{t}条，其中动态类{a}条，占{p}%。",
    "主动公开信息{t}条，财政类信息{a}条，占公开总数的{p}%。",
    "收到申请{t}件，其中自然人{a}件（{p}%）。",
    "公开政府信息{t}条，通过网站公开{a}条，占比{p}％。",
    "公开信息{t}条，其中微信{a}条，占比为{p}%，其余在网站公开。",
    "收到政府信息公开申请{t}件，网络申请{a}件，约占总数的{p}%。",
)
NO_SHARES = (
    "主动公开信息90条，比上年增长12.5%。",
    "收到申请5件，办结5件，办结率100%。",
    "主动公开信息90条，群众满意率98%。",
    "政务公开占年终考核总分的4%。",
    "主动公开信息90条，增幅达到20%，其中财政类9条。",
    "主动公开信息90条，公开率达到100%。",
    "目录覆盖率由80%提高到95%。",
    "自然人申请占60%，企业申请占40%。",
    "申请中网络申请占60%，信函申请占30%，其他占10%。",
    "动态类50条、公告类50条，分别占50%、50%。",
)


def _shares(rng: Random, library: Library, *, right: bool) -> Iterator[Trial]:
    for round_ in range(3):
        for number, line in enumerate(SHARES):
            total = rng.randint(20, 200)
            part = rng.randint(3, total - 2)
            share = part * 100 / total + (0 if right else rng.choice([-1, 1]) * rng.uniform(4, 9))
            digits = rng.choice([0, 1, 2])
            text = line.format(t=total, a=part, p=f"{max(share, 0.5):.{digits}f}")
            template = TEMPLATES[(number + round_) % len(TEMPLATES)]
            yield Trial(told(library, template, [text], "overview", {}), at="%" if "%" in text else "％")


@faults("X12")
def _shares_wrong(rng: Random, library: Library) -> Iterator[Trial]:
    yield from _shares(rng, library, right=False)
    for line in (
        "网络申请占60%，信函申请占30%，其他占20%。",
        "动态类50条、公告类50条，分别占60%、40%。",
        "自然人申请占70%，企业申请占40%。",
        "收到申请8件，办结7件，办结率100%。",
    ):
        yield Trial(told(library, rng.choice(TEMPLATES), [line], "overview", {}), at="%")


@near_misses("X12")
def _shares_right(rng: Random, library: Library) -> Iterator[Trial]:
    yield from _shares(rng, library, right=True)
    for number, line in enumerate(NO_SHARES):
        yield Trial(told(library, TEMPLATES[number % len(TEMPLATES)], [line], "overview", {}))


TWICE = (
    ("全年收到政府信息公开申请{a}件。", "共受理依申请公开{b}件，全部办结。"),
    ("{y}年主动公开政府信息{a}条。", "全年共主动公开信息{b}条，公开面扩大。"),
    ("制发行政规范性文件{a}件。", "全年印发行政规范性文件{b}件。"),
    ("举办政务公开培训{a}次。", "全年开展政务公开业务培训{b}次。"),
    ("设立政府信息公开查阅点{a}个。", "建成{b}个政府信息查阅点。"),
    ("现行有效的行政规范性文件{a}件。", "现行有效规范性文件共{b}件。"),
    ("被申请行政复议{a}件。", "行政复议案件共{b}件。"),
    ("召开政务公开工作会议{a}次。", "全年召开政府信息公开专题会议{b}次。"),
    ("在政府网站发布信息{a}条。", "全年通过政府网站公开政府信息{b}条。"),
    ("办理行政许可{a}件。", "全年作出行政许可决定{b}件。"),
    ("便民服务大厅设政务公开专区{a}个。", "建成政务公开专区{b}个。"),
)
TWICE_RIGHT = (
    ("主动公开政府信息90条。", "{last}年主动公开政府信息60条。"),
    ("主动公开政府信息90条。", "在惠农方面主动公开信息12条。"),
    ("收到政府信息公开申请9件。", "去年收到政府信息公开申请3件。"),
    ("全年主动公开政府信息90余条。", "全年主动公开政府信息93条。"),
    ("召开政务公开工作会议2次。", "召开党委会9次。"),
    ("在县政府网站发布信息90条。", "在镇门户网站发布信息30条。"),
    ("收到政府信息公开申请9件。", "全县收到政府信息公开申请99件。"),
    ("主动公开政府信息90条。", "主动公开政府信息比上年增加12条。"),
    ("举办政务公开培训2次。", "参加县里的政务公开培训5次。"),
    ("办理行政许可9件。", "梳理行政许可事项99件。"),
)


def _twice(rng: Random, library: Library, *, right: bool) -> Iterator[Trial]:
    for round_ in range(2):
        for number, (first, second) in enumerate(TWICE):
            one, two = rng.sample(range(2, 60), 2)
            lines = [first.replace("{a}", str(one)), second.replace("{b}", str(one if right else two))]
            template = TEMPLATES[(number + round_) % len(TEMPLATES)]
            yield Trial(told(library, template, lines, "overview", {}), at=str(two))


@faults("X13")
def _twice_wrong(rng: Random, library: Library) -> Iterator[Trial]:
    yield from _twice(rng, library, right=False)


@near_misses("X13")
def _twice_right(rng: Random, library: Library) -> Iterator[Trial]:
    yield from _twice(rng, library, right=True)
    for number, lines in enumerate(TWICE_RIGHT):
        yield Trial(told(library, TEMPLATES[number % len(TEMPLATES)], lines, "overview", {}))


GAPS = (
    ("全年主动公开政府信息共件。", "共件"),
    ("全年主动公开政府信息共计条。", "条"),
    ("本年制发行政规范性文件2件，现行有效的规范性文件。", "现行有效"),
    ("收到政府信息公开申请件，均已办结。", "件"),
    ("在政府网站公开信息　　条。", "条"),
    ("在政府网站公开信息____条。", "条"),
    ("通过微信公众号推送信息条。", "条"),
    ("召开政务公开工作会议次。", "次"),
    ("举办培训班期，培训人员12人次。", "期"),
    ("全年收到政府信息公开申请。", "申请"),
    ("公开信息（  ）条，其中财政类3条。", "条"),
    ("全年共公开信息×条。", "条"),
    ("收到申请XX件。", "件"),
    ("其中财政类3条，民生类条。", "条"),
    ("收到申请2件，办结件。", "件"),
    ("发生行政复议件、行政诉讼0件。", "件"),
    ("办理行政许可件。", "件"),
    ("共培训人次。", "人次"),
    ("累计发布条信息。", "条"),
    ("主动公开信息的数量为。", "数量为"),
    ("设置查阅点个。", "个"),
    ("截至年底，现行有效行政规范性文件。", "现行有效"),
)
NO_GAPS = (
    "定期清理现行有效的规范性文件。",
    "对现行有效的规范性文件进行了公开。",
    "收到政府信息公开申请后及时登记。",
    "印发了行政规范性文件。",
    "按照《中华人民共和国政府信息公开条例》公开信息。",
    "公开信息若干条。",
    "公开信息 12 条，收到申请 3 件。",
    "公开信息十二条。",
    "没有一件申请超期。",
    "每季度召开一次会议，逐条核对。",
    "完善公共条件，改善办公环境。",
    "通过邮件、信件等方式提交申请。",
    "申请人可以多次查阅。",
    "把同一类文件、案件归在一起。",
    "规范处理依申请公开事项，逐件登记。",
    "附件：统计表。",
    "全年主动公开政府信息的情况如下。",
    "提高公开信息的数量和质量。",
    "全年收到政府信息公开申请3件，均已答复。",
    "有效期满的文件不再执行。",
    "一次性告知申请条件。",
    "首次公开，分期推进。",
)
EMPTY = (
    "充分发挥网站、广播的作用，让群众及时了解政策。",
    "坚持以公开为原则，不断拓展公开的内容和形式。",
    "按照目录逐项公开，方便群众查阅各类政策。",
)
EMPTY_APPLICATIONS = (
    "健全受理机制，明确受理、审查、答复各个环节的要求。",
    "申请由窗口统一登记，答复前送司法所审核。",
    "规范依申请公开流程，保障申请人的合法权益。",
)


@faults("X16")
def _gaps(rng: Random, library: Library) -> Iterator[Trial]:
    for number, (line, at) in enumerate(GAPS):
        yield Trial(told(library, TEMPLATES[number % len(TEMPLATES)], [line], "overview", {}), at=at)
    for section, lines in (("disclosure", EMPTY), ("applications", EMPTY_APPLICATIONS)):
        for line in lines:
            yield Trial(told(library, "plain-2008", [line], section, {}), at=line)


@near_misses("X16")
def _no_gaps(rng: Random, library: Library) -> Iterator[Trial]:
    templates = [one for one in TEMPLATES if one != "plain-2008"]
    for number, line in enumerate(NO_GAPS):
        yield Trial(told(library, templates[number % len(templates)], [line], "overview", {}))
    for line in (*EMPTY, *EMPTY_APPLICATIONS):
        yield Trial(told(library, rng.choice(STATISTICS), [line], "disclosure", {}))
