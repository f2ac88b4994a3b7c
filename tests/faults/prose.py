"""Trials of prose beside the statistics table: X01 to X06 and X14."""

from collections.abc import Iterator
from random import Random

from core.template import Library
from tests.faults.harness import Trial, faults, near_misses
from tests.faults.prose_base import OFFICIAL, STATISTICS, beside, silent, told

PUBLISHED = (
    "{y}年，我镇主动公开政府信息{n}条。",
    "全年共主动公开各类政府信息{n}条，公开面进一步扩大。",
    "全年累计公开政务信息{n}条。",
    "截至{y}年12月31日，共发布政府信息{n}条。",
    "本年度主动公开政府信息总数为{n}条。",
    "主动公开的政府信息共有{n}条，均按时更新。",
    "我镇主动向社会公开信息{n}条。",
    "（一）主动公开政府信息数：{n}条。",
    "在上级指导下，主动公开了{n}条政府信息。",
    "通过政府网站、微信公众号、公开栏等多种渠道主动公开政府信息{n}条。",
    "与去年相比公开范围有所扩大，全年主动公开政府信息{n}条。",
    "按照《{last}年政务公开工作要点》的要求，主动公开政府信息{n}条。",
    "我镇政府信息公开{n}条。",
    "全镇推进重点领域信息公开，全年累计主动公开信息{n}条。",
    "全年公开信息总量达{n}条，其中规范性文件3件。",
    "年内共计公开{n}条政府信息。",
    "全年主动公开{n}条，其他信息依申请公开。",
    "{last}年主动公开信息21条，{y}年主动公开信息{n}条。",
    "{y}年度，镇政府主动公开相关信息共计{n}条（不含村务信息）。",
    "公开政府信息总数{n}条。",
    "加强目录管理，主动公开各领域政府信息{n}条，群众知晓率提高。",
    "{y}年我镇共公开政府信息{n}条，均经过保密审查。",
)
NOT_PUBLISHED = (
    "{last}年，我镇主动公开政府信息312条。",
    "去年主动公开政府信息312条。",
    "下一步，计划主动公开政府信息500条以上。",
    "力争主动公开政府信息500条。",
    "自2008年条例施行以来，累计主动公开政府信息4200条。",
    "主动公开政府信息比上年增加31条。",
    "全县主动公开政府信息5321条。",
    "各村公开村务信息230条。",
    "公开重点领域信息31条。",
    "上半年主动公开政府信息43条。",
    "向县档案馆查阅点报送信息60条。",
    "在惠农补贴方面主动公开信息12条。",
    "《关于主动公开政府信息35条要求的通知》已转发各村。",
    "其中主动公开财政预决算类信息14条。",
    "第三次会议讨论了《主动公开办法》第12条。",
    "主动公开政府信息同比增长12条。",
    "各站所主动公开信息40条。",
    "明年将主动公开信息200条。",
    "财政所主动公开信息8条。",
    "建站以来累计发布政府信息3400条。",
)


@faults("X01")
def _published(rng: Random, library: Library) -> Iterator[Trial]:
    yield from beside(
        rng,
        library,
        PUBLISHED,
        ["statistics.published.value"],
        STATISTICS,
        right=False,
        section="disclosure",
        least=20,
    )


@near_misses("X01")
def _published_rightly(rng: Random, library: Library) -> Iterator[Trial]:
    yield from beside(
        rng,
        library,
        PUBLISHED,
        ["statistics.published.value"],
        STATISTICS,
        right=True,
        section="disclosure",
        least=20,
    )
    yield from silent(library, NOT_PUBLISHED, {}, STATISTICS, "disclosure")


CHANNELS = {
    "website": (
        "在县政府门户网站发布信息{n}条。",
        "通过政府网站公开政府信息{n}条。",
        "利用政务信息公开网主动公开信息{n}条。",
        "其中，政府网站公开{n}条。",
        "县政府网站政府信息公开专栏发布我镇信息{n}条。",
        "依托县政府门户网站，更新各类信息{n}条。",
        "网站公开政府信息数量为{n}条。",
        "门户网站累计发布工作动态{n}条。",
    ),
    "wechat": (
        "通过政务微信公开信息{n}条。",
        "“柳河发布”微信公众号推送信息{n}条。",
        "在微信公众号发布各类消息{n}篇。",
        "另在镇微信公众号上推送{n}条。",
        "微信平台发布动态信息{n}条。",
        "运用微信公众平台公开政务信息共计{n}条。",
    ),
    "weibo": ("通过政务微博发布信息{n}条。", "政务微博公开{n}条。", "在新浪微博发布政务动态{n}条。"),
    "gazette": ("在政府公报刊登信息{n}条。", "政府公报公开政府信息{n}条。"),
}
SHARED = (
    ("政府网站、政务微信分别公开信息{a}条、{b}条。", "website", "wechat"),
    ("通过政府网站和微信公众号分别发布信息{a}条和{b}条。", "website", "wechat"),
    ("全年公开信息，其中政府网站{a}条、微信公众号{b}条。", "website", "wechat"),
)
NOT_CHANNELS = (
    "全县政府网站共发布信息1300条。",
    "政府网站浏览量达到5200次，点击8000条。",
    "{last}年在政府网站公开信息71条。",
    "更新网站栏目12个。",
    "政府网站转载上级信息210条。",
    "计划在微信公众号发布信息200条。",
    "微信公众号关注人数3400人。",
    "在网站公开财政预决算信息5条。",
    "网站信息比上年增加21条。",
    "在政务微博回复网民留言3条。",
    "通过政府信息公开平台公开信息31条。",
    "利用公开栏公开信息10条。",
)


def _channel_trials(rng: Random, library: Library, *, right: bool) -> Iterator[Trial]:
    for channel, sentences in CHANNELS.items():
        cell = f"statistics.{channel}.value"
        yield from beside(
            rng, library, sentences, [cell], STATISTICS, right=right, section="disclosure", least=5, most=80
        )
    for sentence, first, second in SHARED:
        one, two = rng.sample(range(10, 80), 2)
        wrong = two if right else two + rng.randint(1, 9)
        values = {f"statistics.{first}.value": str(one), f"statistics.{second}.value": str(wrong)}
        line = sentence.format(a=one, b=two)
        yield Trial(told(library, "national-2014", [line], "disclosure", values), at=f"{two}条")


@faults("X02")
def _channels(rng: Random, library: Library) -> Iterator[Trial]:
    yield from _channel_trials(rng, library, right=False)
    for line in ("利用政务公开栏公开信息{n}条。", "通过广播公开信息{n}条。", "发放宣传单公开信息{n}条。"):
        report = told(
            library,
            "national-2014",
            [line.format(n=33)],
            "disclosure",
            {"statistics.other_channels.value": "20"},
        )
        yield Trial(report, at="33条")


@near_misses("X02")
def _channels_rightly(rng: Random, library: Library) -> Iterator[Trial]:
    yield from _channel_trials(rng, library, right=True)
    yield from silent(library, NOT_CHANNELS, {}, STATISTICS, "disclosure")


NAMES = {
    "website": ("通过政府网站公开各类信息。", "在门户网站发布公告。"),
    "wechat": ("在微信公众号推送便民信息。", "利用微信发布政务动态。"),
    "weibo": ("通过政务微博发布工作动态。", "在微博公布办事指南。"),
    "gazette": ("在政府公报公布规划。", "通过公报公开重要文件。"),
    "other_channels": ("在公开栏张贴低保名单。", "发放宣传单公示补贴标准。", "利用广播公布防汛信息。"),
}
CELL_OF = {
    name: f"statistics.{name}.value" for name in ("gazette", "website", "weibo", "wechat", "other_channels")
}


@faults("X03")
def _channels_named(rng: Random, library: Library) -> Iterator[Trial]:
    for name, sentences in NAMES.items():
        for sentence in sentences:
            values = dict.fromkeys(CELL_OF.values(), "0")
            yield Trial(
                told(library, rng.choice(STATISTICS), [sentence], "disclosure", values), at=CELL_OF[name]
            )
    for name in ("gazette", "weibo", "wechat", "weibo", "wechat", "gazette", "weibo", "wechat", "gazette"):
        values = dict.fromkeys(CELL_OF.values(), "0") | {CELL_OF[name]: str(rng.randint(1, 50))}
        line = rng.choice(("公开各类信息若干。", "各项信息按目录逐项公开。", "各项工作有序推进。"))
        yield Trial(told(library, rng.choice(STATISTICS), [line], "disclosure", values), at=CELL_OF[name])


@near_misses("X03")
def _channels_named_rightly(rng: Random, library: Library) -> Iterator[Trial]:
    base = {"overview": "镇政府网站有专栏。"}
    for name, sentences in NAMES.items():
        for sentence in sentences:
            values = {CELL_OF[name]: "9"}
            lines = [sentence, base["overview"], "政府公报、微博、微信和公开栏也按时公开信息。"]
            yield Trial(
                told(
                    library,
                    rng.choice(STATISTICS),
                    lines,
                    "disclosure",
                    dict.fromkeys(CELL_OF.values(), "3") | values,
                )
            )
    for sentence in (
        "正在筹建微博，拟于明年发布信息。",
        "下一步通过政务微博公开信息。",
        "政府公报未公开信息。",
        "没有在政务微博公开信息。",
        "计划开通政务微博发布信息。",
        "尚未开通微博公开信息。",
        "今后将通过微博公布信息。",
        "公报由县政府编印。",
        "镇里没有开设微博。",
    ):
        values = dict.fromkeys(CELL_OF.values(), "0") | {
            CELL_OF["website"]: "9",
            CELL_OF["other_channels"]: "3",
        }
        yield Trial(told(library, rng.choice(STATISTICS), [sentence], "disclosure", values))


ORGANISED = {
    "meetings": (
        "召开政府信息公开工作会议{n}次。",
        "全年召开政务公开专题会{n}次。",
        "召开了{n}次信息公开工作推进会。",
        "全年组织召开政务公开工作会议共{n}次。",
        "召开专题会议{n}次研究政务公开工作。",
        "全镇政府信息公开工作扎实推进，组织召开专题会议{n}次，效果较好。",
        "全年召开会议{n}次，举办业务培训。",
        "我镇高度重视政务公开，全年召开会议{n}次，研究解决公开中的难点问题。",
        "政府信息公开工作领导小组召开了{n}次会议。",
    ),
    "courses": (
        "举办政府信息公开培训班{n}期。",
        "全年开展政务公开业务培训{n}次。",
        "举办了{n}次政府信息公开业务培训。",
        "组织各类培训班{n}次。",
        "开展信息公开专题培训{n}场。",
    ),
    "trainees": (
        "共培训信息员{n}人次。",
        "接受培训人员{n}人。",
        "参训人员达{n}人次。",
        "全年培训政府信息公开工作人员{n}人次。",
        "培训干部{n}人次。",
    ),
    "staff": (
        "我镇有{n}名同志从事政府信息公开工作。",
        "从事政府信息公开工作人员{n}人。",
        "配备{n}名工作人员负责政务公开工作。",
        "政府信息公开工作人员共{n}名。",
    ),
    "staff_part": ("其中兼职人员{n}名。",),
    "access_points": (
        "设置政府信息公开查阅点{n}个。",
        "建成{n}个政府信息查阅点。",
        "全镇设立政务信息查阅场所{n}处。",
    ),
    "offices": ("政府信息公开工作专门机构{n}个。",),
}
NOT_ORGANISED = (
    "参加县里的政务公开培训班9期。",
    "镇干部参加上级政务公开培训39人次。",
    "计划召开政务公开工作会议9次。",
    "{last}年举办政府信息公开培训班9期。",
    "举办农业实用技术培训班19期。",
    "培训农民技术骨干320人次。",
    "召开人代会9次。",
    "召开村民代表会议39次。",
    "各村设公开栏、查阅室共39个。",
    "全镇干部职工99人。",
    "下一年举办业务培训9次。",
    "开展消防安全培训19次。",
    "接待查阅群众199人次。",
    "召开党委会9次。",
    "每季度召开政务公开工作会议9次。",
    "设立便民服务点9个。",
    "网格员39人。",
    "第9次政务公开会议讨论了目录。",
    "全县举办政府信息公开培训班29期。",
    "组织应急培训9场次，政务公开内容也在其中。",
    "召开会议9次。",
    "将政府信息公开列入议事日程，召开党委会9次。",
    "推进政府信息公开，全年召开会议9次，研究部署森林防火。",
    "政府信息公开工作与安全生产同部署，召开会议9次。",
    "围绕秸秆禁烧召开会议9次，开展入户宣传。",
    "主动公开信息按时更新，召开会议9次，联系群众。",
)


def _organised(rng: Random, library: Library, *, right: bool) -> Iterator[Trial]:
    for row, sentences in ORGANISED.items():
        cells = [f"statistics.{row}.value"]
        for template in STATISTICS:
            if row == "access_points" and template == "weihai-2012":
                cells = ["statistics.points.value"]
            yield from beside(rng, library, sentences, cells, [template], right=right, most=60)


@faults("X04")
def _organisation(rng: Random, library: Library) -> Iterator[Trial]:
    yield from _organised(rng, library, right=False)


@near_misses("X04")
def _organisation_rightly(rng: Random, library: Library) -> Iterator[Trial]:
    yield from _organised(rng, library, right=True)
    yield from silent(library, NOT_ORGANISED, {}, STATISTICS)


RECEIVED = (
    "全年共收到政府信息公开申请{n}件。",
    "{y}年，我镇收到依申请公开{n}件。",
    "本年新收政府信息公开申请{n}件。",
    "共受理群众信息公开申请{n}件，均依法答复。",
    "收到公民、法人和其他组织提出的政府信息公开申请{n}件。",
    "收到{n}件政府信息公开申请。",
    "政府信息公开申请数量为{n}件。",
    "依申请公开{n}件，全部按期答复。",
    "收到申请{n}件。",
    "接到依申请公开政府信息{n}宗。",
    "全年共受理依申请公开事项{n}件。",
    "与上年相比，申请量有所增加，全年收到政府信息公开申请{n}件。",
    "（二）依申请公开。共收到信息公开申请共计{n}件，其中自然人提出的占多数。",
    "收到村民关于征地补偿的政府信息公开申请{n}件。",
    "新收申请{n}件。",
    "我镇共有{n}件政府信息公开申请。",
)
HANDLED = (
    ("收到政府信息公开申请9件，办结{n}件。", "applications.total.total"),
    ("政府信息公开申请已办结{n}件。", "applications.total.total"),
    ("全年政府信息公开申请办结数量{n}件。", "applications.total.total"),
    ("上年结转政府信息公开申请{n}件。", "applications.carried_in.total"),
    ("收到申请9件，上年度结转{n}件。", "applications.carried_in.total"),
    ("收到申请9件，其中{last}年结转{n}件。", "applications.carried_in.total"),
    ("申请办理中，结转下年度继续办理{n}件。", "applications.carried_out.total"),
    ("政府信息公开申请结转下年{n}件。", "applications.carried_out.total"),
    ("依申请公开事项中予以公开{n}件。", "applications.granted.total"),
)
NOT_RECEIVED = (
    "{last}年收到政府信息公开申请99件。",
    "收到困难补贴申请99件。",
    "全县收到政府信息公开申请99件。",
    "收到行政复议申请9件。",
    "通过网络收到申请99件。",
    "收到来信来访99件。",
    "申请数量比上年增加99件。",
    "受理宅基地申请99件。",
    "办结行政许可99件。",
    "办结12345热线工单99件。",
    "每件申请的答复期限为20个工作日。",
    "政府信息公开申请表99份放在窗口备用。",
    "受理低保申请99件，均已办结。",
    "项目资金结转下年99万元。",
    "计划将申请办理时间缩短到9个工作日。",
    "收到依申请公开告知书更正要求99件。",
    "修订《政府信息公开申请办理规范》99条。",
    "其中书面申请99件。",
    "办结信访件99件，与申请无关。",
    "下一年力争收到申请不超过99件。",
)


@faults("X05")
def _received(rng: Random, library: Library) -> Iterator[Trial]:
    yield from beside(rng, library, RECEIVED, ["applications.new.total"], OFFICIAL, right=False, most=60)
    for sentence, cell in HANDLED:
        yield from beside(rng, library, [sentence], [cell], [rng.choice(OFFICIAL)], right=False, most=60)


@near_misses("X05")
def _received_rightly(rng: Random, library: Library) -> Iterator[Trial]:
    yield from beside(rng, library, RECEIVED, ["applications.new.total"], OFFICIAL, right=True, most=60)
    yield from silent(library, NOT_RECEIVED, {"applications.new.total": "8"}, OFFICIAL)


DENIED = (
    "全年未收到政府信息公开申请。",
    "{y}年，我镇没有收到依申请公开事项。",
    "我镇没有依申请公开政务信息。",
    "本年度无政府信息公开申请。",
    "未发生依申请公开情况。",
    "没有公民、法人和其他组织向我镇提出政府信息公开申请。",
    "收到政府信息公开申请0件。",
    "收到政府信息公开申请零件。",
    "政府信息公开申请数量为零。",
    "依申请公开0件。",
    "全年无人申请政府信息公开。",
    "未接到群众的信息公开申请。",
    "暂未收到政府信息公开申请。",
    "没有受理政府信息公开申请事项。",
    "从未收到过政府信息公开申请。",
    "依申请公开信息为0件。",
    "共收到申请0件，办结0件。",
    "未收到任何单位和个人的政府信息公开申请。",
    "本年度依申请公开情况：无申请。",
    "没有接到公民关于政府信息公开的申请。",
)
ASKED = (
    "收到政府信息公开申请5件。",
    "全年受理依申请公开3件。",
    "共收到3件政府信息公开申请。",
    "收到申请四件。",
)
NOT_DENIED = (
    "未收到网络申请。",
    "未收到因信息公开引起的行政复议申请。",
    "没有发生申请超期答复的情况。",
    "{last}年未收到政府信息公开申请。",
    "没有一件申请被延期办理。",
    "未收到申请人的补正材料。",
    "对申请未收取任何费用。",
    "没有低保申请积压。",
    "无正当理由不予答复申请的，严肃追责。",
    "办理申请无差错。",
    "未收到信函申请。",
    "去年没有收到政府信息公开申请。",
    "没有收到许可申请。",
    "申请答复后未发生诉讼。",
    "未出现逾期未答复申请的情况。",
    "无更正申请。",
    "没有对申请收费的情况。",
    "申请事项均已办结，无投诉。",
    "困难群众没有收到补贴申请表的，可到窗口领取。",
    "未收到费用减免申请。",
)


def _received_cell(template: str) -> str:
    return "statistics.received.value" if template in STATISTICS else "applications.new.total"


@faults("X06")
def _denied(rng: Random, library: Library) -> Iterator[Trial]:
    for number, line in enumerate((*DENIED, *ASKED)):
        template = (*STATISTICS, *OFFICIAL)[number % 4]
        value = "0" if line in ASKED else str(rng.randint(1, 9))
        section = "applications" if template in STATISTICS else "overview"
        cell = _received_cell(template)
        yield Trial(told(library, template, [line], section, {cell: value}), at=cell)


@near_misses("X06")
def _denied_rightly(rng: Random, library: Library) -> Iterator[Trial]:
    for number, line in enumerate((*DENIED, *NOT_DENIED)):
        template = (*STATISTICS, *OFFICIAL)[number % 4]
        section = "applications" if template in STATISTICS else "overview"
        values = {_received_cell(template): "0" if line in DENIED else "4"}
        if template in STATISTICS:
            values["statistics.reviews.value"] = "0"
        yield Trial(told(library, template, [line], section, values))


VAGUE = (
    ("全年主动公开政府信息{n}余条。", "published"),
    ("{y}年共主动公开信息近{m}条。", "published"),
    ("累计公开政府信息约{m}条。", "published"),
    ("主动公开政府信息{n}多条。", "published"),
    ("在政府网站发布信息{n}余条。", "website"),
    ("通过微信公众号推送信息{n}多条。", "wechat"),
    ("通过微信平台公开信息近{m}条。", "wechat"),
    ("利用公开栏公开信息{n}余条。", "other_channels"),
    ("政府网站公开政府信息约{m}条。", "website"),
    ("在微博发布信息{n}余条。", "weibo"),
)


def _vague(rng: Random, library: Library, *, exact: bool) -> Iterator[Trial]:
    for template in STATISTICS:
        for sentence, row in VAGUE:
            tens = rng.randint(2, 9) * 10
            value = tens + rng.randint(3, 8) if "{n}" in sentence else tens - rng.randint(1, 2)
            words = rng.choice([str(tens), chinese_of(tens)])
            line = sentence.replace("{n}", words).replace("{m}", words)
            if exact:
                for vague in ("余", "近", "约", "多条"):
                    line = line.replace(vague, "条" if vague == "多条" else "")
                line = line.replace(words, str(value))
            report = told(library, template, [line], "disclosure", {f"statistics.{row}.value": str(value)})
            yield Trial(report, at=words)


def chinese_of(tens: int) -> str:
    """Return tens in Chinese."""
    return "一二三四五六七八九"[tens // 10 - 1] + "十"


@faults("X14")
def _vague_numbers(rng: Random, library: Library) -> Iterator[Trial]:
    yield from _vague(rng, library, exact=False)


@near_misses("X14")
def _exact_numbers(rng: Random, library: Library) -> Iterator[Trial]:
    yield from _vague(rng, library, exact=True)
    yield from silent(
        library,
        (
            "群众点击近3000次。",
            "{last}年主动公开政府信息100余条。",
            "走访群众200余人次。",
            "各村公开信息近500条。",
            "下一步力争主动公开政府信息100余条。",
            "近三年公开目录更新10余次。",
        ),
        {},
        STATISTICS,
        "disclosure",
    )
