"""Trials of the rules on what the sections have to tell, and on their numbering (P06 to P09, P11)."""

from collections.abc import Iterator
from random import Random

from core.template import Library
from tests.faults.harness import Trial, faults, near_misses
from tests.faults.structure_base import ALL, ASPECTS, COUNTIES, FIXED, NEW, clean, lines_in, put, reports

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
        lines = list(ASPECTS) if style == 4 else [one[style] for one in _OTHER_WORDS]
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
        put(report, "overview", *ASPECTS[:4], _RESULTS_OUT[number % 10])
        yield Trial(report)


@near_misses("P07")
def results_told(rng: Random, library: Library) -> Iterator[Trial]:
    for number in range(15):
        report = clean(rng, library, *FIXED[number % len(FIXED)])
        put(report, "overview", *ASPECTS[:4], _RESULTS_IN[number % 5])
        yield Trial(report)
    for number in range(6):
        name = ("清溪县青龙街道办事处", "清溪县民政局")[number % 2]
        report = clean(rng, library, *FIXED[number % len(FIXED)], name=name)
        put(report, "overview", *ASPECTS[:4], _RESULTS_OUT[number])
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
    (("（一）目录。", "（二）（三）培训。"), "（三）"), (("（一）目录。", "（二）（二）培训。", "（三）检查。"), "（二）"),
    (("（一）目录。", "（二）培训。", "（三）"), "（三）"), (("1.目录；", "2.", "3.检查。"), "2."),
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
    ("（一）1.目录；2.培训。", "（二）检查。"), ("一、二、三产业的补贴都公开了。", "1、2、3季度各查一次。"),
    ("（一）目录。", "《条例》第二十条规定，应当主动公开下列信息：", "（一）机构职能；", "（五）统计信息。", "（二）培训。"),
    ("（一）目录。", "按照《条例》第二十条第", "（五）项的要求公开。", "（二）培训。"),
    ("（一）目录。《条例》第二十条规定：（一）机构职能；（二）规划；（三）统计信息。", "（二）培训。"),
    ("1、目录；", "2、29件申请按期办结；", "3、培训。"), ("1、目录。", "7、8月份集中检查。", "2、培训。"),
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
