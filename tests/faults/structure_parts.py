"""Trials of the rules on the parts of a report: how many, which, and their titles (P01 to P05)."""

from collections.abc import Iterator
from random import Random

from core.report import PREFACE, Section, absent_section
from core.template import Library
from tests.faults.harness import Trial, faults, near_misses
from tests.faults.structure_base import ALL, FIXED, FREE, lines_in, put, reports, title_of

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
