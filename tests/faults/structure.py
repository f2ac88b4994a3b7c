"""Trials of the rules on parts, headings, frame and repeated words."""

from collections.abc import Iterator
from random import Random

from core.report import PREFACE, SIGNATURE, Head, Paragraph, Report, Section, absent_section, blank
from core.template import Library
from tests.faults.harness import Trial, faults, near_misses

FREE = (("national-2014", 2016), ("national-2014", 2018), ("weihai-2012", 2011), ("plain-2008", 2013))
ANNEXED = (("national-2014", 2015), ("national-2014", 2017), ("weihai-2012", 2012))
FIXED = (("national-2019", 2019), ("national-2019", 2020), ("national-2021", 2022), ("national-2021", 2024))
NEW = (("national-2021", 2021), ("national-2021", 2023), ("national-2021", 2025))
ALL = (*FREE, *FIXED)
PLACES = ("白沙镇", "柳河镇", "石桥乡", "青龙街道", "马家店镇", "南湖街道", "双河乡", "红旗镇")
COUNTIES = ("清溪县", "临江区", "云台市", "东山县")
_ASPECTS = (
    "（一）主动公开。镇级网站专栏全年更新二百余次，补贴名单逐户核对后张贴。",
    "（二）依申请公开。窗口和网络两条渠道均安排专人登记，答复文书由司法所把关。",
    "（三）政府信息管理。印发的文件逐件标注属性，失效的及时撤下。",
    "（四）平台建设。便民大厅设查询专区一处，村级公开栏全部翻新。",
    "（五）监督保障。公开工作占年终考核五分，邀请代表开展社会评议，没有发生责任追究的情形。",
)
_PROBLEMS = (
    "工作中还有两点不足：一是政策解读形式单一；二是站所报送不及时。",
    "（一）丰富解读形式。每项惠民政策配一张流程图。",
    "（二）压实报送责任。站所信息员每月五日前报送，逾期通报。",
)


def office(rng: Random) -> str:
    """Return the full name of some office."""
    place = rng.choice(PLACES)
    return rng.choice(COUNTIES) + place + ("办事处" if place.endswith("街道") else "人民政府")


def title_of(report: Report, section: Section, library: Library) -> str:
    known = library.get(report.template).sections_by_id
    return section.source_title or known[section.id].title


def put(report: Report, section_id: str, *lines: str) -> Report:
    """Put paragraphs in place of those of a section."""
    section = report.section(section_id)
    assert section is not None, section_id
    section.paragraphs = [Paragraph(text=line) for line in lines]
    return report


def clean(rng: Random, library: Library, template_id: str, year: int, name: str = "") -> Report:
    """Return a filled report in which no rule on structure has anything to find."""
    template = library.get(template_id)
    report = blank(template, year, name or office(rng))
    report.values = {cell.id: "0" for cell in template.cells.values() if not cell.group}
    put(report, PREFACE, *preface(report, library, rng))
    put(report, "overview", f"{year}年，全镇公开工作平稳推进。", *_ASPECTS)
    put(report, "problems", *_PROBLEMS)
    if template.fixed_sections:
        put(report, "other", f"{year}年没有收取信息处理费。")
    else:
        put(report, "disclosure", f"{year}年通过网站等渠道公开各类信息，财政预算和低保名单排在最前。")
        put(report, "applications", "全年没有收到公民、法人提出的公开申请。")
        put(report, "reviews", "没有引起行政复议和行政诉讼的案件。")
        put(report, "fees", "没有向任何人收取检索、复制、邮寄费用。")
    signed = [f"{report.unit.name}", f"{year + 1}年1月{rng.randint(4, 28)}日"]
    annex = [f"附件：{table.title.format(year=year)}" for table in template.tables if table.is_annex]
    return put(report, SIGNATURE, *annex, *signed)


def preface(report: Report, library: Library, rng: Random) -> list[str]:
    """Return an introduction with the list of parts, the period and the contact line."""
    titles = [title_of(report, one, library) for one in report.sections if one.id not in (PREFACE, SIGNATURE)]
    count = "零一二三四五六七八九十"[len(titles)]
    listed = rng.choice(("由{0}共{1}部分组成", "包括{0}，共{1}个部分组成", "由{0}{1}个部分构成"))
    mark = "，" if any("、" in title for title in titles) else rng.choice("，、")
    year = report.year
    period = rng.choice(
        (
            f"所列数据的统计期限自{year}年1月1日起至{year}年12月31日止。",
            f"数据统计时段为{year}年1月1日至12月31日。",
            f"本报告的统计期限是{year}年1月1日—{year}年12月31日。",
        )
    )
    contact = f"如有疑问，请联系{report.unit.short_name}综合办（地址：中心街{rng.randint(1, 99)}号，邮编：100000，电话：0100-1234567）。"
    return [f"根据条例规定编制。本报告{listed.format(mark.join(titles), count)}。{period}", contact]


def reports(
    rng: Random, library: Library, forms: tuple[tuple[str, int], ...], times: int
) -> Iterator[Report]:
    """Yield clean reports of these forms in turn."""
    known = [form for form in forms if form[0] in [template.id for template in library]]
    for number in range(times):
        yield clean(rng, library, *known[number % len(known)])


def all_clean(rng: Random, library: Library) -> Iterator[Trial]:
    """Yield clean reports of every form: no rule of this group may speak on them."""
    for report in reports(rng, library, ALL, 8):
        yield Trial(report)


RULES = (
    *(f"P{number:02}" for number in (*range(1, 19), 20, 21)),
    "Y09",
    "Y10",
)
for _rule in RULES:
    near_misses(_rule)(all_clean)


def lines_in(
    rng: Random, library: Library, forms, section_id: str, lines, *, keep: bool = False
) -> Iterator[Trial]:
    """Yield a report for each line (or tuple of lines with the words to find), put into a section."""
    known = [form for form in forms if form[0] in [template.id for template in library]]
    for number, line in enumerate(lines):
        report = clean(rng, library, *known[number % len(known)])
        words, at = line if isinstance(line, tuple) else (line, "")
        texts = [words] if isinstance(words, str) else list(words)
        texts = [text.format(Y=report.year, N=report.year + 1, P=report.year - 1) for text in texts]
        old = [one.text for one in report.section(section_id).paragraphs] if keep else []
        put(report, section_id, *old, *texts)
        yield Trial(report, at=at.format(Y=report.year, N=report.year + 1, P=report.year - 1))


# P01 -----------------------------------------------------------------------------------------------------------

_MISCOUNTED = [
    "本报告由概述、主动公开情况、依申请公开情况、存在的问题共五部分组成。",
    "本年报由总体情况，主动公开情况，申请办理情况，复议诉讼情况，问题及改进情况等六个部分组成。",
    "全文由总体情况、主动公开情况、依申请公开情况、收费情况、复议情况和问题八部分构成。",
    "本报告包括概述、公开情况、申请情况、问题与打算等六部分内容。",
    "报告分为概述、主动公开、依申请公开三个部分，本报告由概述、主动公开、依申请公开五部分组成。",
    "本报告共分六个部分：概述、主动公开情况、依申请公开情况、收费情况、存在的问题。",
    "本报告由七部分组成，分别是：总体情况，主动公开情况，申请情况，复议情况，问题情况，其他事项。",
    "本年度报告由以下5个部分组成：概述、主动公开、依申请公开、问题。",
    "报告由基本情况,主动公开情况,依申请公开情况,收费情况,复议情况,问题及打算,附表等8部分组成。",
    "全文共六部分，包括：概述；主动公开情况；依申请公开情况；复议诉讼情况；存在的问题。",
    "本年报由一、概述，二、主动公开，三、依申请公开，四、问题等五部分组成。",
    "本报告由概述、公开、申请、收费、复议、问题、打算、附表等十部分组成。",
    "本报告由概述,公开情况,申请情况,复议情况,问题,其他,附表共６部分组成。",
    "本报告由总体情况、公开情况两个方面的内容组成，本报告由总体情况、公开情况三部分组成。",
    "年度报告由工作概况、主动公开、依申请公开、收费减免、复议诉讼、改进措施四部分组成。",
    "本报告由总体情况、主动公开政府信息情况、收到和处理申请情况、问题及改进情况、其他事项共六大部分组成。",
    "本报告全文包括概述、主动公开情况、依申请公开情况、问题共5个部分。",
    "本报告由概述、公开、申请、问题构成，共分4块；年报由概述、公开、申请、问题六部分构成。",
    "本年报分为六个部分，分别为总体情况、主动公开情况、申请办理情况、复议诉讼情况、存在问题。",
    "本报告由概述、主动公开政府信息情况、依申请公开政府信息情况、收费及减免情况、行政复议情况、存在问题等五个部分组成。",
    "报告内容由总体情况、主动公开、依申请公开、复议诉讼4部分组成，不对，应由总体情况、主动公开、依申请公开、复议诉讼三部分组成。",
]
_COUNTED = [
    "本报告由概述、主动公开情况、依申请公开情况、存在的问题共四部分组成。",
    "本年报由总体情况，主动公开情况，申请办理情况，复议、诉讼情况，问题及改进情况等五个部分组成。",
    "全文由总体情况、主动公开情况、依申请公开情况、收费情况、复议情况和问题六部分构成。",
    "本报告包括概述、公开情况、申请情况、问题与打算等四部分内容。",
    "本报告共分五个部分：概述、主动公开情况、依申请公开情况、收费情况、存在的问题。",
    "本报告由六部分组成，分别是：总体情况，主动公开情况，申请情况，复议情况，问题情况，其他事项。",
    "本年度报告由以下4个部分组成：概述、主动公开、依申请公开、问题。",
    "本报告由六个部分组成。",
    "全文共五部分，包括：概述；主动公开情况；依申请公开情况；复议诉讼情况；存在的问题。",
    "本年报由一、概述，二、主动公开，三、依申请公开，四、问题等四部分组成。",
    "领导小组由党政办、财政所、司法所等八个部门组成。",
    "主动公开内容包括机构职能、规划计划、财政预算等八个方面。",
    "督查组由分管领导、党政办、纪委等三方面人员组成。",
    "公开栏分为党务、村务两部分。",
    "本报告由总体情况等六部分组成。",
    "本报告由概述,公开情况,申请情况,复议情况,问题,其他,附表共７部分组成。",
    "本报告分概述、公开、申请三部分，数据截至12月31日。",
    "工作经费由县级补助、镇级自筹两部分组成。",
    "本报告由总体情况、主动公开政府信息情况、收到和处理政府信息公开申请情况、政府信息公开行政复议、行政诉讼情况、存在的主要问题及改进情况、其他需要报告的事项六部分组成。",
    "目录由信息名称、索引号、发布机构、发布日期四项构成。",
    "本报告由概述、主动公开、依申请公开、申请行政复议、提起行政诉讼、收费减免、问题及改进措施七部分组成。",
]


@faults("P01")
def miscounted(rng: Random, library: Library) -> Iterator[Trial]:
    return lines_in(rng, library, ALL, PREFACE, _MISCOUNTED)


@near_misses("P01")
def counted(rng: Random, library: Library) -> Iterator[Trial]:
    return lines_in(rng, library, ALL, PREFACE, _COUNTED)


# P02 -----------------------------------------------------------------------------------------------------------

_WORDINGS = {
    "overview": ("基本情况介绍", "工作概览", "年度综述"),
    "disclosure": ("公开信息的情况说明", "政务公开情况", "主动公开工作情况"),
    "applications": ("申请办理情况", "依申请公开工作办理情况", "依申请公开政务信息情况"),
    "reviews": ("复议和诉讼情况", "行政复议、诉讼和申诉情况", "行政救济情况"),
    "fees": ("收费情况说明", "支出与收费情况", "收费和减免情况"),
    "problems": ("存在问题及工作打算", "主要困难和下步打算", "工作存在的主要问题及改进措施"),
    "other": ("需要说明的其他事项", "其他事项", "其他有关情况"),
}


@faults("P02")
def worded_otherwise(rng: Random, library: Library) -> Iterator[Trial]:
    for number, report in enumerate(reports(rng, library, ALL, 24)):
        parts = [one for one in report.sections if one.id in _WORDINGS]
        chosen = parts[number % len(parts)]
        words = _WORDINGS[chosen.id][number % 3]
        old = report.section(PREFACE).paragraphs[0].text
        new = old.replace(title_of(report, chosen, library), words, 1)
        put(report, PREFACE, new)
        yield Trial(report, at=words)


@faults("P02")
def one_more_or_less(rng: Random, library: Library) -> Iterator[Trial]:
    for number, report in enumerate(reports(rng, library, ALL, 8)):
        text = report.section(PREFACE).paragraphs[0].text
        if number % 2:
            put(
                report,
                PREFACE,
                text.replace("由", "由机构设置情况，", 1).replace("包括", "包括机构设置情况，", 1),
            )
        else:
            parts = [one for one in report.sections if one.id in ("problems", "disclosure")]
            name = title_of(report, parts[-1], library)
            put(report, PREFACE, text.replace(f"，{name}", "", 1).replace(f"、{name}", "", 1))
        yield Trial(report)


@near_misses("P02")
def worded_the_same(rng: Random, library: Library) -> Iterator[Trial]:
    shapes = ("，", "、", ",", "；", "， ", "、 ")
    for number, report in enumerate(reports(rng, library, ALL, 24)):
        titles = [title_of(report, one, library) for one in report.sections[1:-1]]
        mark = shapes[number % len(shapes)]
        joined = mark.join(titles[:-1]) + ("和" if number % 3 == 0 else mark) + titles[-1]
        tail = "等部分组成" if number % 2 else f"共{len(titles)}部分组成"
        put(report, PREFACE, f"本报告由{joined}{tail}。")
        yield Trial(report)


@near_misses("P02")
def other_lists(rng: Random, library: Library) -> Iterator[Trial]:
    return lines_in(
        rng,
        library,
        ALL,
        PREFACE,
        [
            "领导小组由党政办、财政所、司法所等部门组成。",
            "本报告由总体情况等六部分组成。",
            "编制组由综合办、宣传办、司法所三部分人员组成。",
            "本报告全面反映上一年的工作。",
        ],
    )


# P03 -----------------------------------------------------------------------------------------------------------

_ANNOUNCED_WRONG = [
    (("全年主要做了以下三方面工作：", "（一）更新目录。", "（二）培训人员。"), "以下三方面"),
    (("重点抓了以下四项工作。", "1.更新目录；", "2.培训人员；", "3.检查通报。"), "以下四项"),
    ("今后做好以下两方面工作：一是更新目录，二是培训人员，三是检查通报。", "以下两方面"),
    ("存在以下三个问题：一是人手紧，二是更新慢。", "以下三个问题"),
    ("还存在三方面的问题：一是解读少；二是更新慢。", "三方面的问题"),
    ("工作中有三点不足：一是解读少；二是更新慢。", "三点不足"),
    ("下一步采取五项措施：一是建名册；二是勤更新；三是严审核；四是抓培训。", "五项措施"),
    (("我镇着重抓了如下五个方面的工作：", "（一）目录。", "（二）培训。", "（三）检查。", "（四）宣传。"), "如下五个方面"),
    ("下面2个问题比较突出：（1）解读少；（2）更新慢；（3）人手紧。", "下面2个问题"),
    (("主要有以下6项任务。", "（1）目录；", "（2）培训；", "（3）检查；"), "以下6项任务"),
    ("将从三个方面改进：一是更新目录；二是培训人员；三是检查通报；四是加强宣传。", "三个方面"),
    (("具体抓好以下四项措施：", "一是更新目录。", "二是培训人员。", "三是检查通报。"), "以下四项措施"),
    ("我们将从四个方面入手：第一，更新目录；第二，培训人员；第三，检查通报。", "四个方面"),
    (("公开了以下四方面内容：", "1、预算；", "2、补贴；", "3、招标。"), "以下四方面内容"),
    ("存在两个方面的不足，一是解读少，二是更新慢，三是人手紧。", "两个方面的不足"),
    (("做了下列三项工作：", "（一）目录。具体如下。", "1.核对；", "2.更新。", "（二）培训。"), "下列三项工作"),
    ("主要问题有以下三个方面：（一）解读少；（二）更新慢。", "以下三个方面"),
    ("针对以上情况，重点做好以下三项工作：1.更新目录；2.培训人员。", "以下三项工作"),
    ("有以下几点体会，并从五个方面改进：一是快；二是准；三是全；四是新。", "五个方面"),
    (("围绕以下二个方面开展工作：", "（一）目录。", "（二）培训。", "（三）检查。"), "以下二个方面"),
]  # fmt: skip
_ANNOUNCED_RIGHT = [
    ("全年主要做了以下三方面工作：", "（一）更新目录。", "（二）培训人员。", "（三）检查通报。"),
    "还存在两方面的问题：一是解读少；二是更新慢。",
    "下一步采取三项措施：一是建名册；二是勤更新；三是严审核。",
    "我们将从四个方面入手：第一，更新目录；第二，培训人员；第三，检查通报；第四，宣传。",
    "全年制定三项工作制度，均已公布。",
    ("做好以下工作：", "（一）更新目录。", "（二）培训人员。"),
    "从以下几个方面改进：一是快，二是多，三是好。",
    "会议研究了五项内容，其中一项涉及公开。",
    "公开了财政、民政、农业等八个方面内容。",
    ("主要有以下2项任务。", "（1）目录；", "（2）培训。"),
    "存在以下问题：一是人手紧，二是更新慢。",
    "全镇开展四项工作检查，发现问题12个。",
    ("具体抓好以下三项措施：", "一是更新目录。", "二是培训人员。", "三是检查通报。"),
    "以下三方面工作都有进展，群众比较满意。",
    "收到意见20条，涉及三个方面，均已答复。",
    ("做了下列两项工作：", "（一）目录。", "1.核对；", "2.更新；", "3.公布。", "（二）培训。"),
    "围绕五方面内容做好公开，做到应公开尽公开。",
    "有以下两点不足：（1）解读少；（2）更新慢。",
    "按照以下三个方面的要求抓落实：要快、要准、要全。",
    ("公开了以下三方面内容：", "1、预算；", "2、补贴；", "3、招标。", "此外还公开了村务。"),
]


@faults("P03")
def announced_wrong(rng: Random, library: Library) -> Iterator[Trial]:
    return lines_in(rng, library, ALL, "overview", _ANNOUNCED_WRONG)


@near_misses("P03")
def announced_right(rng: Random, library: Library) -> Iterator[Trial]:
    return lines_in(rng, library, ALL, "overview", [(line, "") for line in _ANNOUNCED_RIGHT])


# P04 -----------------------------------------------------------------------------------------------------------


@faults("P04")
def left_out(rng: Random, library: Library) -> Iterator[Trial]:
    for number, report in enumerate(reports(rng, library, ALL, 32)):
        fixed = library.get(report.template).fixed_sections
        ids = ("overview", "problems", "other", "applications") if fixed else ("fees", "reviews", "problems", "disclosure", "applications")  # fmt: skip
        chosen = ids[(number // len(ALL)) % len(ids)]
        report.sections = [one for one in report.sections if one.id != chosen]
        report.values = {cell: text for cell, text in report.values.items() if not cell.startswith(chosen)}
        if fixed and number % 2:
            title = library.get(report.template).sections_by_id[chosen].title
            report.sections.insert(-1, Section(id=chosen))
            report.notes.append(absent_section(title))
        yield Trial(report)


@faults("P04")
def named_but_not_told(rng: Random, library: Library) -> Iterator[Trial]:
    for number, report in enumerate(reports(rng, library, FREE, 4)):
        report.section("reviews").source_title = ("行政复议、诉讼和举报投诉情况", "复议、诉讼及投诉情况")[
            number % 2
        ]
        yield Trial(report, at="行政诉讼")


@near_misses("P04")
def merged_or_reworded(rng: Random, library: Library) -> Iterator[Trial]:
    for number, report in enumerate(reports(rng, library, FREE, 20)):
        match number % 5:
            case 0:
                report.sections = [one for one in report.sections if one.id != "fees"]
                report.section("reviews").source_title = "收费减免及复议诉讼情况"
            case 1:
                report.section("fees").source_title = "收费和减免情况"
                report.sections.insert(2, report.sections.pop(4))
            case 2:
                report.sections = [one for one in report.sections if one.id != "reviews"]
                put(report, "applications", "没有收到申请。", "（二）行政复议和行政诉讼情况", "没有发生。")
            case 3:
                report.sections = [one for one in report.sections if one.id != "fees"]
                put(report, "applications", "全年收到申请2件，均未收取任何费用。")
            case 4:
                report.section("reviews").source_title = "行政复议、诉讼和举报投诉情况"
                put(report, "reviews", "没有复议、诉讼，也没有收到投诉。")
        yield Trial(report)


# P05 -----------------------------------------------------------------------------------------------------------

_TITLES = {
    "overview": ("概述", "基本情况", "总体工作情况"),
    "disclosure": ("主动公开情况", "政府信息主动公开情况", "主动公开政府信息的情况"),
    "applications": ("依申请公开情况", "收到和处理政府信息公开申请的情况", "政府信息公开申请情况"),
    "reviews": (
        "行政复议、行政诉讼情况",
        "复议诉讼情况",
        "因政府信息公开工作被申请行政复议、提起行政诉讼情况",
    ),
    "problems": ("存在的问题及改进措施", "主要问题及改进情况", "政府信息公开工作存在的主要问题及改进情况"),
    "other": ("其他事项", "需要说明的其他事项", "其他需要报告事项"),
}


@faults("P05")
def retitled(rng: Random, library: Library) -> Iterator[Trial]:
    for number, report in enumerate(reports(rng, library, FIXED, 24)):
        chosen = list(_TITLES)[number % 6]
        report.section(chosen).source_title = _TITLES[chosen][number // 6 % 3]
        yield Trial(report)


@near_misses("P05")
def titled_as_prescribed(rng: Random, library: Library) -> Iterator[Trial]:
    for number, report in enumerate(reports(rng, library, FIXED, 24)):
        chosen = report.section(list(_TITLES)[number % 6])
        title = title_of(report, chosen, library)
        chosen.source_title = (title, f" {title}", title.replace("、", "、 "), f"{title}\ue004")[number // 6]
        yield Trial(report)


# P06, P07 ------------------------------------------------------------------------------------------------------

_OTHER_WORDS = (
    ("（一）扎实推进主动公开。全年发布信息多条。", "（1）主动公开方面，全年发布多条。", "1.主动公开情况", "一是抓实主动公开，预算按时公布。"),
    ("（二）规范办理公开申请。窗口专人负责。", "（2）依申请公开方面，窗口专人负责。", "2.依申请公开办理情况", "二是规范依申请公开，专人登记。"),
    ("（三）加强政府信息资源管理。逐件核对。", "（3）政府信息管理方面，逐件核对。", "3.信息管理情况", "三是加强政府信息管理，逐件核对。"),
    ("（四）优化公开载体。专栏改版。", "（4）公开平台建设方面，专栏改版。", "4.平台建设情况", "四是建好公开平台，专栏改版。"),
    ("（五）强化监督和保障。公开工作列入考核，开展评议，没有责任追究。", "（5）监督保障方面，列入考核，开展评议，没有责任追究。", "5.监督保障情况", "五是落实监督保障，列入考核，开展社会评议，没有追责。"),
)  # fmt: skip


@faults("P06")
def aspect_left_out(rng: Random, library: Library) -> Iterator[Trial]:
    for number, report in enumerate(reports(rng, library, NEW, 25)):
        style, out = number // 5, number % 5
        lines = list(_ASPECTS) if style == 4 else [one[style] for one in _OTHER_WORDS]
        del lines[out]
        joined = ["".join(lines)] if style == 3 else lines
        put(report, "overview", "全镇公开工作平稳推进，情况如下。", *joined)
        yield Trial(report)


@near_misses("P06")
def all_aspects(rng: Random, library: Library) -> Iterator[Trial]:
    for number, report in enumerate(reports(rng, library, NEW, 20)):
        lines = [one[number % 4] for one in _OTHER_WORDS]
        if number >= 12:
            rng.shuffle(lines)
        put(report, "overview", "全镇公开工作平稳推进。", *(["".join(lines)] if number % 4 == 3 else lines))
        yield Trial(report)


@near_misses("P06")
def aspects_in_plain_words(rng: Random, library: Library) -> Iterator[Trial]:
    return lines_in(
        rng,
        library,
        NEW,
        "overview",
        [
            "全年做好主动公开，依申请公开渠道畅通，政府信息管理有专人，公开平台按季巡查，监督考核到位。",
            "一年来，镇里主动公开、依申请公开都有章可循，保密审查和信息管理不放松，网站专栏常更新，社会评议良好。",
        ],
    )


_RESULTS_OUT = [
    "（五）监督保障。公开工作由镇长牵头，经费足额安排。",
    "（五）监督保障。公开工作列入年终考核，没有责任追究情形。",
    "（五）监督保障。开展社会评议一次，没有人员被追责。",
    "（五）监督保障。列入绩效考评，群众评议为良好。",
    "（五）监督保障。加强培训，两名信息员参加县里的学习。",
    "（五）监督保障。建立通报制度，每季度督查一次。",
    "（五）监督保障。年度考核得分九十五分。",
    "（五）监督保障。强化组织领导，提高群众的满意度。",
    "（五）监督保障。没有发生问责情况。",
    "（五）监督保障。请代表测评，结果为满意。",
]
_RESULTS_IN = [
    "（五）监督保障。公开工作占考核五分，社会评议良好，没有责任追究。",
    "（五）监督保障。在县里的绩效考评中得九十分，民意测评满意率96%，无人被问责。",
    "（五）监督保障。工作考核、社会评议和责任追究结果：考核合格，评议满意，未追究责任。",
    "（五）监督保障。列入年度考核，开展群众评议，未发生追责情形。",
    "（五）监督保障。考核为良好等次，社会评价良好，没有问责。",
]


@faults("P07")
def results_left_out(rng: Random, library: Library) -> Iterator[Trial]:
    for number in range(20):
        name = rng.choice(COUNTIES) + rng.choice(("白沙镇", "石桥乡")) + "人民政府"
        report = clean(rng, library, *FIXED[number % len(FIXED)], name=name)
        put(report, "overview", *_ASPECTS[:4], _RESULTS_OUT[number % 10])
        yield Trial(report)


@near_misses("P07")
def results_told(rng: Random, library: Library) -> Iterator[Trial]:
    for number in range(15):
        report = clean(rng, library, *FIXED[number % len(FIXED)])
        put(report, "overview", *_ASPECTS[:4], _RESULTS_IN[number % 5])
        yield Trial(report)
    for number in range(6):
        name = ("清溪县青龙街道办事处", "清溪县民政局")[number % 2]
        report = clean(rng, library, *FIXED[number % len(FIXED)], name=name)
        put(report, "overview", *_ASPECTS[:4], _RESULTS_OUT[number])
        yield Trial(report)


# P08 -----------------------------------------------------------------------------------------------------------

_NO_FEES = [
    "无。", "无", "无其他需要报告的事项。", "没有需要报告的其他事项。", "暂无", "本年度没有其他需要报告的事项。",
    "2024年政务公开工作要点已落实。", "全年没有收取任何费用。", "收费情况：无。", "未收取费用。",
    "本机关无其他事项需报告。", "人大建议办理结果均已公开。", "做好了村务公开指导。", "没有。", "依法不收费。",
    "收取费用0元。", "没有产生检索、复制、邮寄等成本费。", "无需要说明的事项。", "其他事项：无", "本镇开展了政务公开日活动。",
]  # fmt: skip
_FEES = [
    "{Y}年没有收取信息处理费。", "本年度未发出收费通知，信息处理费收取0元。", "未产生信息公开处理费用。",
    "发出收费通知0件，总金额0元，实际收取信息处理费0元。", "依据国办函〔2020〕109号，未收取政府信息公开信息处理费。",
    "一是信息处理费收取情况：无。", "本机关全年收取信息处理费380元，共1件。", "信息处理费：0元。",
    "没有向申请人收取政府信息处理费。", "（一）收取处理费情况。{Y}年为零。", "无其他事项。信息处理费未收取。",
    "按照《政府信息公开信息处理费管理办法》执行，全年未收费。", "{Y}年收到信息处理费零元。", "信息 处理费没有发生，处理费为0。",
    "本年度信息处理费收取情况为0。", "没有收取过处理费。", "各站所均未收取信息处理费，也无其他事项。",
    "信息处理费通知书发出0份。", "未就依申请公开收取信息处理费。", "{Y}年度信息处理费实收0元，减免0元。",
]  # fmt: skip


@faults("P08")
def fee_not_told(rng: Random, library: Library) -> Iterator[Trial]:
    return lines_in(rng, library, NEW, "other", [(line, line) for line in _NO_FEES])


@faults("P08")
def nothing_in_the_last_section(rng: Random, library: Library) -> Iterator[Trial]:
    return lines_in(rng, library, NEW, "other", [((), "")])


@near_misses("P08")
def fee_told(rng: Random, library: Library) -> Iterator[Trial]:
    return lines_in(rng, library, NEW, "other", _FEES)


# P09 -----------------------------------------------------------------------------------------------------------

_PROBLEMS_BAD = [
    (), "无。", "暂无", "没有。", "——",
    "一是公开内容不够全面；二是更新不够及时。",
    "公开渠道单一，业务水平有待提高。",
    "主要是队伍不稳定，信息员多为兼职，精力有限。",
    "还存在解读材料偏少、群众知晓率偏低等不足，需要进一步完善。",
    "个别站所认识不到位，报送材料滞后的问题依然存在。",
    "（一）加强培训，每季度集中学习一次。（二）完善目录。",
    "今后将继续完善目录、拓宽渠道、加强宣传。",
    "下一步：1.建立名册；2.按月通报。",
    ("存在解读形式单一的问题。", "下一步增加专项经费，换发两台打印设备，安排专人值守保管。"),
    ("一是监督机制不健全；二是公开内容不够全面。", "（一）丰富公开目录，把补贴、招标、征地等内容放到公开栏显著位置，方便查阅。"),
    ("存在信息员业务能力不足的问题。", "（一）拓宽公开渠道，用好广播和公众号，让消息走进家家户户，做到户户都能听到。"),
    ("一是群众知晓率偏低。", "（一）修订保密审查制度，公开前由两人核对，防止失泄密情况发生，确保安全无误。"),
    ("存在依申请公开答复不规范的问题。", "（一）在网站和公开栏同步发布补贴名单，把图片和文字一起放上去，使群众看得懂。"),
    ("存在经费投入不足的问题。", "（一）编制目录，把预算、招标、低保三类内容列在前面，注明公开时间和责任站所。"),
    ("一是审核把关不严。", "（一）组织进村宣讲，发放明白纸，设置咨询台，请群众代表到镇里参观座谈听取意见。"),
]  # fmt: skip
_PROBLEMS_GOOD = [
    "存在更新不及时的问题。下一步，每季度核对目录，限时更新。",
    (
        "一是人员业务素质不高；二是公开形式单一。",
        "（一）组织培训两次。",
        "（二）用好公众号和广播，创新公开方式。",
    ),
    "公开内容还不够全面，今后将把群众关心的补贴、招标逐项列入目录。",
    "问题：宣传力度不够。措施：进村入户发放明白纸，加大宣传。",
    ("存在的问题：解读材料偏少。", "改进情况：每份文件配图解，请站所负责人讲政策，已完成六期。"),
    "主要不足是队伍不稳定，我镇将配齐专职人员，保持队伍稳定。",
    "一些村公开栏更换滞后，已整改到位，今后按月巡查，按时更换。",
    ("存在监督机制不健全的问题。", "建立考核办法，每季度督查通报一次，结果与评先挂钩，严肃问责。"),
    ("一是审核把关不严。", "（一）落实三审三校，公开前由司法所再审核一遍，杜绝错漏。"),
    "还有差距：群众参与不多。下一步办好开放日，邀请群众代表走进镇政府座谈。",
    ("部分干部对公开工作的认识不到位。", "组织学习条例，提高思想认识，把公开列入党委会议题。"),
    ("依申请公开答复不规范。", "制作统一答复模板，答复前送司法所审核，保证程序合法。"),
    "存在平台维护不够的情况。今后安排专人每周巡查专栏，清理错链。",
    "受人手限制，信息员均为兼职，时间难以保证；明年调整两名人员专门负责。",
    "一是报送不及时，二是内容不丰富。针对上述问题，每月五日前收齐材料，增加民生类内容。",
    (
        "公开工作还有不足。",
        "1.内容不够全面。改进措施：对照清单查漏补缺。",
        "2.形式较单一。改进措施：增加短视频。",
    ),
    "主要问题是部门配合不够，改进情况：建立联络员制度，每月碰头一次，加强沟通。",
    "经费不足，今年已追加专项经费，后续将列入预算，保障投入。",
    "信息公开的深度不够，将围绕重点领域继续深化内容，提高质量。",
    "公开流程不规范，现已修订工作流程，明确各环节时限，下一步抓好落实。",
]


@faults("P09")
def problems_unanswered(rng: Random, library: Library) -> Iterator[Trial]:
    return lines_in(rng, library, ALL, "problems", [(line, "") for line in _PROBLEMS_BAD])


@near_misses("P09")
def problems_answered(rng: Random, library: Library) -> Iterator[Trial]:
    return lines_in(rng, library, ALL, "problems", [(line, "") for line in _PROBLEMS_GOOD])


# P10 -----------------------------------------------------------------------------------------------------------

_ANNOUNCEMENTS = [
    "附件：政府信息公开情况统计表", "附：统计表", "附表：{Y}年度政府信息公开情况统计表", "附件1：政府信息公开情况统计表",
    "附 件：统计表", "（附：政府信息公开情况统计表）", "附件", "附表", "附件:政府信息公开情况统计表", "附政府信息公开情况统计表",
]  # fmt: skip
_MENTIONS = [
    "具体数据详见附表。", "统计数据见附件。", "有关数据见所附统计表（附后）。", "本报告由正文和附表组成。", "各项数字详见后附的情况统计表。",
    "全年数据见《政府信息公开情况统计表》。", "统计表附后。", "数据参见附表。", "附有统计表一张。", "各项指标见附表所列。",
]  # fmt: skip


@faults("P10")
def annex_not_announced(rng: Random, library: Library) -> Iterator[Trial]:
    others = ("", "附件：《公开工作考核办法》", "发送通知的邮件附件已归档。", "全年下载网站附件两百次。")
    for number, report in enumerate(reports(rng, library, ANNEXED, 12)):
        signed = [one.text for one in report.section(SIGNATURE).paragraphs if "附件" not in one.text]
        put(report, SIGNATURE, *signed)
        if others[number % 4]:
            put(report, "overview", others[number % 4])
        yield Trial(report)


@faults("P10")
def annex_missing(rng: Random, library: Library) -> Iterator[Trial]:
    for number, report in enumerate(reports(rng, library, (*ANNEXED, ("plain-2008", 2012)), 20)):
        report.values = {}
        signed = [one.text for one in report.section(SIGNATURE).paragraphs if "附件" not in one.text]
        promise = [*_ANNOUNCEMENTS, *_MENTIONS][number].format(Y=report.year)
        put(report, SIGNATURE, *signed, *([promise] if number < 10 else []))
        if number >= 10:
            put(report, "disclosure", f"公开各类信息。{promise}")
        yield Trial(report)


@near_misses("P10")
def annex_announced(rng: Random, library: Library) -> Iterator[Trial]:
    for number, report in enumerate(reports(rng, library, ANNEXED, 20)):
        signed = [one.text for one in report.section(SIGNATURE).paragraphs if "附件" not in one.text]
        words = [*_ANNOUNCEMENTS, *_MENTIONS][number].format(Y=report.year)
        put(report, SIGNATURE, *signed, *([words] if number < 10 else []))
        if number >= 10:
            put(report, "disclosure", f"公开各类信息。{words}")
        yield Trial(report)
    for year in (2008, 2010, 2012, 2016):
        yield Trial(put(clean(rng, library, "plain-2008", year), "overview", "附件下载正常。"))


# P11 -----------------------------------------------------------------------------------------------------------

_NUMBERED_WRONG = [
    (("（一）目录。", "（三）培训。"), "（三）"), (("（一）目录。", "（一）培训。", "（二）检查。"), "（一）"),
    (("1.目录；", "2.培训；", "4.检查。"), "4."), (("1、目录；", "1、培训；"), "1、"),
    (("（1）目录；", "（3）培训。"), "（3）"), (("（二）目录。", "（三）培训。"), "（二）"),
    (("（一）目录。", "1.核对；", "3.公布。", "（二）培训。"), "3."),
    (("（一）目录。", "（二）培训。", "（二）检查。"), "（二）"),
    (("（一）目录。", "（三）培训。", "（二）检查。"), "（三）"),
    (("(一)目录。", "（二）培训。", "（三）检查。"), "(一)"), (("（一）目录。", "(二)培训。", "（三）检查。"), "(二)"),
    (("（一)目录。", "（二）培训。", "（三）检查。"), "（一)"),
    ("抓了三件事：一是目录；三是培训。", "三是"), ("抓了四件事：一是目录；二是培训；二是检查；三是宣传。", "二是"),
    (("１.目录；", "３.培训。"), ""), (("1．目录；", "2．培训；", "2．检查。"), "2．"),
    (("（一）目录。", "（二）培训。", "（四）检查。", "（五）宣传。"), "（四）"),
    (("（一）目录。", "正文一段。", "（三）培训。"), "（三）"),
    (("（一）目录。", "（1）核对；", "（1）公布。"), "（1）"), (("一、目录。", "三、培训。"), "三、"),
    (("（一） 目录。", "（三） 培训。"), "（三）"), (("(1)目录；", "（2）培训；", "（3）检查。"), "(1)"),
]  # fmt: skip
_NUMBERED_RIGHT = [
    ("（一）目录。", "（二）培训。", "（三）检查。"), ("1.目录；", "2.培训；", "3.检查。"),
    ("（一）目录。", "1.核对；", "2.公布。", "（二）培训。", "1.集中学；", "2.跟班学。"),
    ("存在问题：", "1.更新慢；", "2.解读少。", "改进措施：", "1.勤更新；", "2.多解读。"),
    ("(一)目录。", "(二)培训。", "(三)检查。"), ("（一）目录。（二）培训。", "（三）检查。"),
    "抓了三件事：一是目录；二是培训；三是检查。", "问题：一是慢；二是少。措施：一是快；二是多。",
    ("1.5万元经费列入预算。", "2.5万元用于公开栏。"), ("2024年工作平稳。", "12月检查一次。"),
    ("（一）目录。", "（1）核对；", "（2）公布。", "（二）培训。", "（1）集中学；", "（2）跟班学。"),
    ("一、目录。", "二、培训。", "三、检查。"), ("（一）目录。", "一是核对；二是公布。", "（二）培训。"),
    ("（一）只有一项。",), ("1、目录；", "2、培训；", "3、检查；", "4、宣传；", "5、评议；", "6、通报；", "7、核对；", "8、归档；", "9、巡查；", "10、总结。"),
    ("（一）目录。1.核对；2.公布。", "3.归档。", "（二）培训。"), "二是二非要分清，一是一、二是二。",
    ("主要问题：", "1.人手紧。", "下一步：", "1.配人员。"), ("（一）目录。", "中间一段说明。", "（二）培训。"),
    ("（1）目录；", "（2）培训。", "另外：", "（1）检查；", "（2）宣传。"),
]  # fmt: skip


@faults("P11")
def numbered_wrong(rng: Random, library: Library) -> Iterator[Trial]:
    return lines_in(rng, library, ALL, "overview", _NUMBERED_WRONG)


@faults("P11")
def sections_numbered_wrong(rng: Random, library: Library) -> Iterator[Trial]:
    for number, report in enumerate(reports(rng, library, ALL, 8)):
        for count, section in enumerate(report.sections[1:-1], 1):
            section.number = "零一二三四五六七八九"[count]
        wrong = report.sections[3 + number % 2]
        wrong.number = "一二三四五六七八九"[
            "一二三四五六七八九".index(wrong.number) + (1 if number % 3 else -1)
        ]
        yield Trial(report)


@near_misses("P11")
def numbered_right(rng: Random, library: Library) -> Iterator[Trial]:
    return lines_in(rng, library, ALL, "overview", [(line, "") for line in _NUMBERED_RIGHT])


@near_misses("P11")
def sections_numbered_right(rng: Random, library: Library) -> Iterator[Trial]:
    for report in reports(rng, library, ALL, 8):
        for count, section in enumerate(report.sections[1:-1], 1):
            section.number = "零一二三四五六七八九"[count]
        yield Trial(report)


# P12, P13 ------------------------------------------------------------------------------------------------------

_NO_TITLES = ["", " ", "　", "\n", "政府信息公开工作年度报告", "{Y}年政府信息公开工作年度报告", "{Y}年度政府信息公开工作年度报告", "{O}政府信息公开工作年度报告", "政府信息公开年度报告", "年度报告", "工作年度报告", "{O}政务公开工作总结", "政务公开年报", "  \u3000 "]  # fmt: skip
_WRONG_TITLES = ["{O}{Y}年政府信息公开工作报告", "{O}{Y}年政府信息公开年度报告", "{O}{Y}年政务信息公开工作年度报告", "{O}{Y}年政务公开工作年度报告", "{O}{Y}年政府信息公开工作年度报", "{O}{Y}年度政府信息公开年报", "{O}{Y}年信息公开工作年度报告", "{O}{Y}年政府信息公开工作总结", "{Y}年{O}政府信息公开工作年度报告", "{O}关于{Y}年政府信息公开工作的报告", "{O}{Y}政府信息公开工作年度报告", "{O}政府信息公开工作年度报告（{Y}年）", "{O}{Y}年政府信息公开工作年终报告", "{O}{Y}年政府信息工作年度报告", "{O}{Y}年政府公开信息工作年度报告", "{O}{Y}年度政府信息公开情况报告", "{O}{Y}年政府信息公开工作年度总结", "{O}{Y}年政务公开和政府信息公开工作年度报告", "{O}{Y}年政府信息公开年度工作报告", "{O}{Y}年政府信息公开工作年度报告表"]  # fmt: skip
_RIGHT_TITLES = ["{O}{Y}年政府信息公开工作年度报告", "{O}{Y}年度政府信息公开工作年度报告", "{O}\n{Y}年政府信息公开工作年度报告", "{O}{Y}年政府\n信息公开工作年度报告", "{O} {Y} 年政府信息公开工作年度报告", "{S}{Y}年政府信息公开工作年度报告", "  {O}{Y}年政府信息公开工作年度报告  ", "{S}{Y}年度政府信息公开 工作年度报告", "{W}政府信息公开工作年度报告"]  # fmt: skip


def _with_titles(rng: Random, library: Library, titles: list[str], times: int) -> Iterator[Trial]:
    for number, report in enumerate(reports(rng, library, ALL, times)):
        wide = f"{report.unit.name}{report.year}年".translate(
            {ord(str(one)): chr(0xFF10 + one) for one in range(10)}
        )
        report.title = titles[number % len(titles)].format(
            Y=report.year, O=report.unit.name, S=report.unit.short_name, W=wide
        )
        yield Trial(report)


@faults("P12")
def no_title(rng: Random, library: Library) -> Iterator[Trial]:
    return _with_titles(rng, library, _NO_TITLES, 28)


@near_misses("P12")
def some_title(rng: Random, library: Library) -> Iterator[Trial]:
    return _with_titles(rng, library, _RIGHT_TITLES, 24)


@faults("P13")
def wrong_title(rng: Random, library: Library) -> Iterator[Trial]:
    return _with_titles(rng, library, _WRONG_TITLES, 40)


@near_misses("P13")
def right_title(rng: Random, library: Library) -> Iterator[Trial]:
    return _with_titles(rng, library, _RIGHT_TITLES, 24)


# P14 -----------------------------------------------------------------------------------------------------------

_PERIODS_WRONG = [
    ("根据条例规定编制本报告。", ""), ("数据截止日期以实际为准。", ""), ("统计期限：{Y}年。", ""), ("", ""),
    ("统计期限自{P}年1月1日起至{P}年12月31日止。", "{P}年1月1日"), ("统计期限自{Y}年1月1日起至{Y}年12月30日止。", "12月30"),
    ("所列数据的统计期限自{Y}年1月1日起至{N}年12月31日止。", "{N}年"), ("统计时段为{P}年1月1日至{Y}年12月31日。", "{P}年"),
    ("数据统计期间为{Y}年2月1日至{Y}年12月31日。", "2月1日"), ("统计时限为{Y}年1月1日至11月30日。", "11月30"),
    ("所列数据的统计期限从{P}年11月1日到{Y}年10月31日。", "10月31"), ("统计数据时间为{Y}年1月10日—12月31日。", "1月10日"),
    ("数据的统计期限为{Y}年1月至11月。", "11月"), ("报告期为{P}.1.1—{P}.12.31。", "{P}.1.1"),
    ("统计期限：{Y}年1月1日至6月30日。", "6月30"), ("本报告统计期限自{P}年度1月1日至12月31日。", "1月1日"),
    ("所列数据统计期限自{Y}年12月31日起至{Y}年1月1日止。", "12月31"), ("涵盖{P}年1月1日至12月31日期间的工作。", "{P}年"),
    ("统计期限自{Y}年3月1日起至{N}年2月28日止。", "3月1日"), ("反映{Y}年1月1日至{Y}年12月21日的工作情况。", "12月21"),
    ("编制时间为{N}年1月。", ""),
]  # fmt: skip
_PERIODS_RIGHT = [
    "统计期限自{Y}年1月1日起至{Y}年12月31日止。", "统计期自{Y}年1月1日至12月31日。", "统计时限为{Y}年1月1日起至{Y}年12月31日止。",
    "涵盖{Y}年1月1日至12月31日期间的工作。", "数据截止时间：{Y}年1月1日—12月31日。", "统计期限为{Y}年1月1日到{Y}年12月31日。",
    "统计时段：{Y}.1.1-{Y}.12.31。", "数据期限是{Y}年 1 月 1 日至 {Y} 年 12 月 31 日。", "统计期限自{Y}年1月1日起，至{Y}年12月31日止。",
    "统计期限从{Y}年1月1日开始到12月31日止。", "数据统计时间为{Y}年1月1日～12月31日。", "反映{Y}年1月至12月的工作。",
    "统计期限为{Y}年1月1日至{Y}年12月31号。", "所列数据为{Y}年全年数据。", "统计期限为{Y}年1—12月。", "统计期限自{Y}年1月1日起至{Y}年12月31止。",
    "统计期限：{Y}年01月01日至{Y}年12月31日。", "{Y}年1月1日至12月31日，全镇工作平稳。", "统计期限自{Y}年1月1日至当年12月31日。", "统计期为{Y}年1月1日至同年12月31日。",
]  # fmt: skip


@faults("P14")
def period_wrong(rng: Random, library: Library) -> Iterator[Trial]:
    return lines_in(rng, library, ALL, PREFACE, _PERIODS_WRONG)


@near_misses("P14")
def period_right(rng: Random, library: Library) -> Iterator[Trial]:
    return lines_in(rng, library, ALL, PREFACE, _PERIODS_RIGHT)


@near_misses("P14")
def other_spans(rng: Random, library: Library) -> Iterator[Trial]:
    return lines_in(
        rng, library, ALL, "overview", ["{Y}年3月1日至4月30日开展专项检查。", "{P}年11月至{Y}年2月完成改版。"]
    )


# P15, P16, P17 -------------------------------------------------------------------------------------------------

_CONTACTS_BAD = [
    "如有疑问请联系综合办。", "联系电话：0100-1234567。", "地址：中心街1号，电话：0100-1234567。", "地址：中心街1号，邮编：100000。",
    "邮编：100000，电话：0100-1234567。", "地址：，邮编：，电话：。", "电话：，地址：中心街1号，邮编100000。", "邮编：10000，地址：中心街1号，电话：0100-1234567。",
    "邮箱：town@example.com。", "欢迎来信来访。", "请与镇政府办公室联系，电话1234567。", "地址：清溪县柳河镇人民政府；邮编：100000。",
    "咨询电话：见网站。地址：中心街1号。邮编：100000。", "传真：0100-1234567。", "请联系镇党政办（邮政编码：100000）。",
    "地址中心街1号，电话12345。邮编不详。", "联系人：综合办。", "办公地址：中心街1号。", "电话：0100—1234567，邮政编码：100000。", "",
]  # fmt: skip
_CONTACTS_GOOD = [
    "地址：中心街1号，邮编：100000，电话：0100-1234567。", "地址:清溪县柳河镇。邮编100000,电话0100-1234567.", "联系地址：中心街1号；邮政编码：100000；联系电话：0100—1234567。",
    "请联系综合办（地址：柳河镇政府院内，邮编：100000，电话：01001234567）。", "通讯地址为中心街一号，邮编为100000，电话为1234567。", "位于中心街1号，邮编100000，联系方式0100-1234567。",
    "地 址：中心街1号  邮 编：100000  电 话：0100-1234567", "（电话：0100-1234567，地址：中心街1号，邮编：100000）", "电话（传真）：0100-1234567，地址：中心街1号，邮编：１０００００。",
    "地址：中心街1号（邮政编码100000）；办公电话：0100 1234567。",
]  # fmt: skip


@faults("P15")
def contact_incomplete(rng: Random, library: Library) -> Iterator[Trial]:
    return lines_in(rng, library, ALL, PREFACE, _CONTACTS_BAD)


@near_misses("P15")
def contact_complete(rng: Random, library: Library) -> Iterator[Trial]:
    yield from lines_in(rng, library, ALL, PREFACE, _CONTACTS_GOOD)
    for trial in lines_in(rng, library, FIXED, "other", _CONTACTS_GOOD, keep=True):
        put(trial.report, PREFACE, "根据条例规定编制。")
        yield trial


@faults("P16")
def not_signed(rng: Random, library: Library) -> Iterator[Trial]:
    shapes = (
        (),
        ("{O}",),
        ("{N}年1月9日",),
        ("附件：统计表",),
        ("{O}", "年  月  日"),
        ("{O}", "附件：统计表"),
        ("（盖章）", "{N}年1月9日"),
    )
    for number, report in enumerate(reports(rng, library, ALL, 24)):
        lines = [one.format(O=report.unit.name, N=report.year + 1) for one in shapes[number % 7]]
        yield Trial(put(report, SIGNATURE, *lines))


@near_misses("P16")
def signed(rng: Random, library: Library) -> Iterator[Trial]:
    shapes = (
        ("{O}", "{N}年1月9日"), ("{O} {N}年1月9日",), ("{O}（盖章）", "二〇二三年一月九日"), ("{S}", "{N}年01月09日"),
        ("附件：统计表", "{O}", "{N}年1月9日"), ("{S}人民政府办公室", "{N}.1.9"), ("{O}", "{N}年 1月 9日"), ("{N}年1月9日", "{O}"),
    )  # fmt: skip
    for number, report in enumerate(reports(rng, library, ALL, 24)):
        lines = [
            one.format(O=report.unit.name, S=report.unit.short_name, N=report.year + 1)
            for one in shapes[number % 8]
        ]
        yield Trial(put(report, SIGNATURE, *lines))
    for report in reports(rng, library, ALL, 4):
        report.section(PREFACE).paragraphs.insert(0, Paragraph(text=f"（{report.year + 1}年1月9日）"))
        yield Trial(put(report, SIGNATURE, report.unit.name))


@faults("P17")
def filler_wrong(rng: Random, library: Library) -> Iterator[Trial]:
    names = ("", " ", "（盖章）", "{S}", "{S}政府", "清溪县{S}", "清溪县{S}政府", "{S}党政办", "{S}党政办公室", "XX镇人民政府", "××乡人民政府", "/", "无", "—", "某某镇人民政府", "{S}（盖章）", "{S}政府（公章）", "　", "{S}政府办公室", "{S}党政综合办公室")  # fmt: skip
    for number in range(24):
        name = f"清溪县{rng.choice(('白沙镇', '石桥乡', '马家店镇'))}人民政府"
        report = clean(rng, library, *ANNEXED[number % 3], name=name)
        filler = names[number % len(names)].format(S=report.unit.short_name)
        report.heads["statistics"] = Head(title="统计表", filler=filler)
        yield Trial(report, at=filler.strip())


@near_misses("P17")
def filler_right(rng: Random, library: Library) -> Iterator[Trial]:
    names = ("{O}", "{O}（盖章）", " {O} ", "清溪县青龙街道办事处", "{S}人民政府", "清溪县民政局", "云台市清溪县{S}人民政府", "清溪县政务服务中心")  # fmt: skip
    for number in range(24):
        name = f"清溪县{rng.choice(('白沙镇', '石桥乡', '马家店镇'))}人民政府"
        report = clean(rng, library, *ANNEXED[number % 3], name=name)
        filler = names[number % len(names)].format(S=report.unit.short_name, O=name)
        report.heads["statistics"] = Head(title="统计表", filler=filler)
        yield Trial(report)


# P18 -----------------------------------------------------------------------------------------------------------

_COVER = [
    ("现将有关情况予以上报，请审示。", "请审示"), ("现予以上报。", "上报"), ("以上报告，请审阅。", "请审阅"), ("特此报告。", "特此报告"),
    ("妥否，请批示。", "请批示"), ("现将{Y}年工作情况上报如下：", "上报如下"), ("现将我镇工作情况汇报如下：", "汇报如下"), ("县政府办公室：", "县政府办公室："),
    ("关于报送{Y}年政府信息公开工作年度报告的函", "关于报送"), ("根据你办通知要求，编制了本报告。", "你办"), ("请贵办审核。", "贵办"), ("特此函告。", "特此函告"),
    ("现随文呈报，请查收。", "请查收"), ("此致", "此致"), ("以上报告如有不当，请批评指正。", "请批评指正"), ("现报送你办，请予审核。", "请予审核"),
    ("县政务公开领导小组办公室：", "领导小组办公室"), ("现将本年度报告报来，请审示。", "报来"), ("特此上报。", "特此上报"), ("当否，请审批。", "请审批"),
    ("按照县政府办要求，现将年度报告报送如下。", "报送如下"), ("特此汇报，请予指正。", "特此汇报"),
]  # fmt: skip
_NO_COVER = [
    "全年上报信息36条。", "请示报告等过程性材料不予公开。", "重大事项报请镇长审核。", "收到申请人来函1件，已函复。", "向县档案馆报送信息12条。",
    "现将{Y}年政府信息公开工作年度报告公布如下。", "根据条例要求，现向社会公布本报告。", "欢迎社会各界批评监督。", "如有疑问，请与我镇综合办联系。",
    "公开前提请保密审查。", "每季度向镇党委汇报一次。", "镇政府办公室负责汇总上报。", "信息公开前，请司法所审核把关。", "建立信息报送制度，按月通报。",
    "请示类文件按程序审批。", "函询部门3次，均按时回复。", "领导审批后发布。", "请群众审议村级事项。", "对县政府办下发的通知逐条落实。", "现公布如下。",
    "来信来函均有登记。", "材料报来后由专人核对。",
]  # fmt: skip


@faults("P18")
def cover_letter(rng: Random, library: Library) -> Iterator[Trial]:
    for number, trial in enumerate(lines_in(rng, library, ALL, "overview", _COVER)):
        if number % 2:
            words = trial.report.section("overview").paragraphs[0].text
            put(trial.report, "overview", *_ASPECTS)
            trial.report.section(PREFACE).paragraphs.insert(0, Paragraph(text=words))
        yield trial


@near_misses("P18")
def no_cover_letter(rng: Random, library: Library) -> Iterator[Trial]:
    return lines_in(rng, library, ALL, "overview", _NO_COVER)


# P20 -----------------------------------------------------------------------------------------------------------

_SENTENCES = (
    "各村公开栏由驻村干部每月核对一次，发现缺页当天补齐",
    "财政所在预算批准后二十日内公布全文和说明",
    "窗口登记的申请逐件编号，办理进度随时可以查询",
    "信息员名册按季更新，调离岗位的及时补充新人",
    "低保评议结果在村里张榜七天，同步上传网站专栏",
)


@faults("P20")
def said_twice(rng: Random, library: Library) -> Iterator[Trial]:
    for number, report in enumerate(reports(rng, library, ALL, 25)):
        words = _SENTENCES[number % 5]
        again = (f"{words}。", f"（六）{words}。", f"{words}，群众反映较好。", f"按照要求，{words}，形成常态。", f"{words.replace('，', ', ')}")[number // 5]  # fmt: skip
        report.section("overview").paragraphs.append(Paragraph(text=f"{words}。"))
        target = "problems" if number % 2 else "overview"
        report.section(target).paragraphs.append(Paragraph(text=again))
        yield Trial(report, at=words if number < 10 else "")


@faults("P20")
def said_nearly_twice(rng: Random, library: Library) -> Iterator[Trial]:
    long = "各站所在每季度第一个月的十日以前把需要公开的材料交到综合办，由综合办统一核对格式、登记编号后发布到网站"
    changes = (("统一", "集中"), ("第一个月", "首月"), ("材料", "信息"), ("以前", "之前"), ("网站", "专栏"))
    for number, report in enumerate(reports(rng, library, ALL, 5)):
        put(report, "overview", f"{long}。", *_ASPECTS, f"{long.replace(*changes[number])}。")
        yield Trial(report)


@near_misses("P20")
def said_differently(rng: Random, library: Library) -> Iterator[Trial]:
    pairs = (
        ("全年公布行政许可结果12条，均在七日内上网。", "全年公布行政处罚结果12条，均在七日内上网。"),
        ("坚持以公开为常态、不公开为例外。", "坚持以公开为常态、不公开为例外，及时回应。"),
        (
            "认真执行《中华人民共和国政府信息公开条例》的规定。",
            "对照《中华人民共和国政府信息公开条例》的规定自查。",
        ),
        ("未收到申请。", "未收到申请。"),
        ("公开栏更换不够及时。", "公开栏每季度更换一次。"),
        ("每季度召开一次例会，研究公开目录。", "每季度召开一次例会，通报检查结果。"),
        ("在网站发布信息42条，其中财政类12条。", "在公众号发布信息24条，其中财政类6条。"),
        ("做好财政信息公开工作。", "做好民政信息公开工作。"),
        ("一是加强组织领导，二是加强培训。", "一是加强组织领导，压实责任。"),
        ("没有因政府信息公开引起的行政复议。", "没有因政府信息公开引起的行政诉讼。"),
    )
    for number, report in enumerate(reports(rng, library, ALL, 20)):
        put(report, "overview", *_ASPECTS, pairs[number % 10][0])
        report.section("problems").paragraphs.append(Paragraph(text=pairs[number % 10][1]))
        yield Trial(report)


# P21 -----------------------------------------------------------------------------------------------------------

_MISPLACED = [
    (0, "全年收到公开申请3件，全部按时答复申请人。"), (0, "优化依申请公开的办理流程。"), (0, "公开工作列入年终考核，占5分。"),
    (1, "全年主动公开政府信息186条。"), (1, "社会评议结果为良好。"), (1, "组织业务培训3次。"),
    (2, "收到申请2件，均已答复。"), (2, "没有发生责任追究的情形。"), (2, "累计发布各类信息320条。"),
    (3, "未收到依申请公开的申请。"), (3, "公开工作纳入站所考核。"), (3, "主动公开各类信息45条。"),
    (4, "依申请公开渠道畅通。"), (4, "全年主动公开信息97条。"), (4, "受理公开申请1件，已答复。"),
    (0, "对申请人提出的公开申请，均在二十日内答复。"), (1, "召开工作会议2次，通报情况。"), (3, "申请人可以当面提出。"),
    (2, "举办培训班一期。"), (0, "社会评议满意率较高。"),
]  # fmt: skip
_WELL_PLACED = [
    (0, "全年主动公开政府信息186条。"), (1, "收到公开申请3件，全部按时答复申请人。"), (2, "制发行政规范性文件2件，属性逐件标注。"),
    (3, "网站专栏改版，公众号更新提速。"), (4, "纳入考核，社会评议良好，没有责任追究。"), (0, "通过网站公开补贴名单。"),
    (0, "对依申请公开中问得多的事项，转为主动公开。"), (1, "把能够主动公开的告知申请人查阅方式。"), (2, "信息管理有专人，公开前审查。"),
    (3, "查阅点接待群众12人次。"), (4, "对政府信息公开工作开展监督检查。"), (4, "培训2次，提高监督能力。"),
    (3, "平台信息发布由专人负责。"), (2, "对政府信息实行动态管理，失效的撤下。"), (1, "没有收到申请。"),
    (0, "重点公开财政预算。"), (4, "群众来电均有答复。"), (3, "平台全年发布公告。"), (2, "目录按月核对。"), (1, "办理流程张贴上墙。"),
]  # fmt: skip


def _placed(rng: Random, library: Library, trials: list[tuple[int, str]], *, told: bool) -> Iterator[Trial]:
    for (aspect, words), report in zip(trials, reports(rng, library, NEW, len(trials)), strict=True):
        lines = list(_ASPECTS)
        lines[aspect] = lines[aspect] + words
        if len(words) % 2:
            lines[aspect] = _ASPECTS[aspect]
            lines.insert(aspect + 1, words)
        yield Trial(put(report, "overview", *lines), at=words if told else "")


@faults("P21")
def misplaced(rng: Random, library: Library) -> Iterator[Trial]:
    return _placed(rng, library, _MISPLACED, told=True)


@near_misses("P21")
def well_placed(rng: Random, library: Library) -> Iterator[Trial]:
    return _placed(rng, library, _WELL_PLACED, told=False)


# Y09, Y10 ------------------------------------------------------------------------------------------------------

_OLD_TERMS = [
    ("制发规范性文件2件。", "规范性文件"), ("全年废止规范性文件1件，现行有效9件。", "规范性文件"), ("坚持以公开为原则、不公开为例外。", "以公开为原则"),
    ("坚持“以公开为原则，不公开为例外”的要求。", "以公开为原则"), ("坚持公开是原则、不公开是例外。", "公开是原则"), ("全年主动公开政务信息126条。", "政务信息"),
    ("及时更新政务信息公开目录。", "政务信息"), ("公开行政性规范文件2件。", "行政性规范文件"), ("规范政务信息依申请公开流程。", "政务信息"),
    ("对规范性文件开展清理。", "规范性文件"), ("把公开作为原则。", "公开作为原则"), ("做好政务信息的发布。", "政务信息"),
    ("加强规范性文件备案审查。", "规范性文件"), ("群众查阅政务信息更方便。", "政务信息"), ("严格落实以公开为原则的规定。", "以公开为原则"),
    ("发布政务信息45条。", "政务信息"), ("公布规范性文件目录。", "规范性文件"), ("以公开为原则，以不公开为例外，主动公开各类信息。", "以公开为原则"),
    ("规范性文件解读率100%。", "规范性文件"), ("各类政务信息均经审查。", "政务信息"),
]  # fmt: skip
_TERMS = [
    "制发行政规范性文件2件。", "坚持以公开为常态、不公开为例外。", "全年主动公开政府信息126条。", "在县政务信息网发布公告。", "主动公开规章和规范性文件目录。",
    "落实《规范性文件制定办法》。", "党内规范性文件由党建办管理。", "接入政务信息系统。", "推进政务信息资源共享。", "坚持公开透明的原则。",
    "行政规范性文件均已备案。", "遵循公正、公平、合法、便民的原则。", "政务公开栏按季更换。", "政务信息公开栏每月更换。", "向县里报送政务信息12篇。",
    "按照《以公开为原则的若干意见》清理。", "政务信息化水平提高。", "政务服务大厅设专区。", "政务新媒体3个。", "党委规范性文件不在统计之列。",
]  # fmt: skip


@faults("Y09")
def old_terms(rng: Random, library: Library) -> Iterator[Trial]:
    return lines_in(rng, library, NEW, "overview", _OLD_TERMS)


@faults("Y09")
def mixed_terms(rng: Random, library: Library) -> Iterator[Trial]:
    lines = [("全年主动公开政务信息126条。", "政务信息"), ("没有依申请公开政务信息。", "政务信息"), ("公开行政性规范文件。", "行政性规范文件"), ("落实政务信息公开条例。", "政务信息公开条例")]  # fmt: skip
    return lines_in(rng, library, FREE, "disclosure", lines)


@near_misses("Y09")
def right_terms(rng: Random, library: Library) -> Iterator[Trial]:
    yield from lines_in(rng, library, NEW, "overview", _TERMS)
    old = [
        "以公开为原则、不公开为例外。",
        "公开规范性文件6件。",
        "在政务信息网主动公开政府信息12条。",
        "政务信息公开栏每月更换。",
    ]
    yield from lines_in(rng, library, FREE, "disclosure", old)


_OLD_PARTS = ["收费及减免情况", "支出和收费情况", "诉讼和申诉情况", "收费和减免情况", "概述", "附表", "申请行政复议、提起行政诉讼情况", "不予公开政府信息情况", "机构建设情况", "工作打算", "基本情况", "依申请公开政府信息情况", "复议、申诉情况", "保障经费情况", "举报投诉情况", "回应解读情况", "政府信息公开支出与收费情况", "依申请公开信息办理情况", "收费减免情况", "基本工作情况"]  # fmt: skip


@faults("Y10")
def old_parts(rng: Random, library: Library) -> Iterator[Trial]:
    for words, report in zip(_OLD_PARTS, reports(rng, library, FIXED, 20), strict=True):
        put(report, PREFACE, f"根据条例编制。本报告由总结情况，{words}，主要问题及改进情况等部分组成。")
        yield Trial(report, at=words)


@near_misses("Y10")
def present_parts(rng: Random, library: Library) -> Iterator[Trial]:
    for report in reports(rng, library, FIXED, 16):
        yield Trial(report)
    yield from lines_in(
        rng,
        library,
        FIXED,
        PREFACE,
        [
            "现将年度报告公布如下，欢迎监督。",
            "本报告由总体情况，主动公开政府信息情况等六部分组成。",
            "如对收费标准有疑问，可以来电咨询。",
            "报告全文可在网站下载，附件为可编辑的表格。",
        ],
    )
