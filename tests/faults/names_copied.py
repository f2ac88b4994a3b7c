"""Trials of the rules on copied text (Y11, Y12, Y20): own sentences, many ways to say it."""

from collections.abc import Iterable, Iterator
from random import Random

from core.report import Report
from core.template import Library
from tests.faults.harness import Trial, faults, near_misses
from tests.faults.names_base import FORMS, plain, put, start

# Y11, Y12, Y20 --------------------------------------------------------------------------------------------------

LONG = (
    "{y}年，{own}把公开工作纳入站所年度考核，每季度通报一次栏目更新情况，全年更新信息{a}条。",
    "惠农补贴、危房改造和临时救助三类名单在村口公示栏张贴不少于七天，公示期间留下监督电话，由纪检干事接听。",
    "窗口设立了公开查阅点，配备电脑{b}台，老人来查低保名单有专人陪同，遇到看不懂的表格当场解释。",
    "对来电来信提出的疑问，党政办在三个工作日内答复，全年答复{c}件，没有因公开不当引起的复议和诉讼。",
    "组织村文书培训{b}期，讲授保密审查的步骤、公文属性的标注办法和常见差错，参加人员{c}人次。",
)
OTHER = (
    "今年的重点是水库移民后期扶持资金，{own}把每一笔款项的去向做成图表，贴在移民新村的文化墙上，共{a}张。",
    "网站改版之后，旧栏目合并为八个，每个栏目确定一名责任人，月末对照清单清理空白页面。",
    "司法所参与审核答复书，重点看依据是否准确、救济途径是否写明，全年审核{b}份。",
    "广播站恢复早晚播报，把惠民政策编成快板，群众听得懂、记得住，播出{c}期。",
    "邀请人大代表、退休教师组成评议小组，对公开内容提出意见{c}条，全部作了书面回复。",
)


def written(library: Library, number: int, lines: Iterable[str], year: int, office: int) -> Report:
    """Return a report of an office with these paragraphs and figures of that year."""
    _, report, words = start(library, office, year)
    figures = {"a": 30 + year % 7 + number, "b": 2 + year % 3, "c": 12 + year % 5}
    half = [line.format(**words, **figures) for line in lines]
    put(report, "overview", *half[:3])
    return put(report, "disclosure", *half[3:])


@faults("Y11")
def reports_copied_from_last_year(random: Random, library: Library) -> Iterator[Trial]:
    for number in range(24):
        year = FORMS[number % len(FORMS)]
        lines = list(LONG)
        if number % 4 == 1:
            lines[1] = lines[1].replace("由纪检干事接听", "由纪检干事专人接听")
        if number % 4 == 2:
            lines.append("年末增设一处公示栏。")
        if number % 4 == 3:
            lines[0], lines[2] = lines[2], lines[0]
        last = written(library, number, LONG, year - 1, number)
        if year in (2021, 2019, 2014):
            last.year = year - 1
        yield Trial(written(library, number, lines, year, number), last)


@near_misses("Y11")
def reports_written_anew(random: Random, library: Library) -> Iterator[Trial]:
    for number in range(24):
        year = FORMS[number % len(FORMS)]
        kept = number % 3
        lines = [*LONG[:kept], *OTHER[kept:]]
        yield Trial(
            written(library, number, lines, year, number), written(library, number, LONG, year - 1, number)
        )


@faults("Y12")
def reports_of_another_office(random: Random, library: Library) -> Iterator[Trial]:
    for number in range(10):
        year = FORMS[number % len(FORMS)]
        last = written(library, number, LONG, year - 1, number + 1)
        yield Trial(written(library, number, LONG, year, number), last)
    names = [
        "青山镇",
        "龙泉乡",
        "红旗镇",
        "梅林镇",
        "长岭乡",
        "大坪乡",
        "西湖镇",
        "石门镇",
        "古城镇",
        "云台镇",
        "金沙镇",
        "玉泉乡",
    ]
    for number, name in enumerate(names):
        _, report, words = start(library, number)
        put(
            report,
            "overview",
            f"{words['y']}年，{name}认真公开政府信息。",
            f"{name}党委、政府高度重视，{name}各站所配合。",
        )
        put(report, "problems", f"群众对{name}的公开工作比较满意。", f"{name}将继续努力。")
        yield Trial(report, at=name)


@near_misses("Y12")
def reports_of_ones_own(random: Random, library: Library) -> Iterator[Trial]:
    for number in range(14):
        year = FORMS[number % len(FORMS)]
        other = number % 2
        last = written(library, number, OTHER if other else LONG, year - 1, number + other)
        yield Trial(written(library, number, LONG, year, number), last)
    yield from plain(library, [
        "赴青山镇学习，与龙泉乡交流。", "{town}各村，{town}各站所，{town}群众。", "学习浙江省、江苏省、广东省的经验。", "{county}、{town}、各村三级联动。",
        "白水村、大兴村、石门村、红旗村的公示栏。", "各乡镇、各街道、各社区。", "原龙泉乡并入后，档案移交{town}。", "{county}政府网站，{county}融媒体中心，{county}档案馆。",
        "外出务工人员分布在广东省、福建省等地。", "城乡、城镇、农村、社区一体推进。",
    ])  # fmt: skip


PROBLEMS = (
    "公开内容偏重动态，群众想看的资金明细还不够细。", "个别站所报送材料不及时，临近考核才集中补录。", "解读形式单一，图表和短视频很少。",
    "村级公示栏更新缓慢，有的一个季度没有换过。", "信息员更换频繁，业务不熟，格式差错较多。", "依申请公开的答复文书不规范，引用条款不准。",
)  # fmt: skip
SHAPES = (
    "{0}{1}",
    "一是{0}二是{1}",
    "（一）{0}|（二）{1}",
    "主要存在以下问题：{0}{1}",
    "1.{0}|2.{1}",
    "{0}|{1}|下一步，{own}将逐项整改。",
)


@faults("Y20")
def problems_of_last_year_again(random: Random, library: Library) -> Iterator[Trial]:
    for number in range(24):
        year = FORMS[number % len(FORMS)]
        pair = PROBLEMS[number % 6], PROBLEMS[(number + 1) % 6]
        shapes = SHAPES[number % 6], SHAPES[(number // 6) % 6]
        _, last, words = start(library, number, year - 1)
        put(last, "problems", *shapes[0].format(*pair, **words).split("|"))
        _, report, words = start(library, number, year)
        put(report, "problems", *shapes[1].format(*pair, **words).split("|"))
        yield Trial(report, last, at=pair[0][2:8])


@near_misses("Y20")
def problems_of_this_year(random: Random, library: Library) -> Iterator[Trial]:
    plan = "下一步，{own}将加强培训，完善制度，补齐短板，把公开工作做实做细。"
    for number in range(18):
        year = FORMS[number % len(FORMS)]
        _, last, words = start(library, number, year - 1)
        put(last, "problems", PROBLEMS[number % 6], PROBLEMS[(number + 1) % 6], plan.format(**words))
        _, report, words = start(library, number, year)
        put(report, "problems", PROBLEMS[(number + 2) % 6], PROBLEMS[(number + 3) % 6], plan.format(**words))
        yield Trial(report, last)
    for number, line in enumerate([
        f"去年提出的“{PROBLEMS[0]}”问题已经整改到位。", "存在以下问题：今年新增的栏目还缺少维护人员。", "上年存在的报送不及时问题已得到解决，今年主要是解读质量不高。",
        "今后要加强培训，提高质量。", "虽然取得一定成绩，但也存在一些不足。", "无。",
    ]):  # fmt: skip
        _, last, words = start(library, number, 2022)
        put(
            last,
            "problems",
            PROBLEMS[0],
            "虽然取得一定成绩，但也存在一些不足。",
            "今后要加强培训，提高质量。",
        )
        yield Trial(put(start(library, number, 2023)[1], "problems", line), last)
