"""Trials of the rules on repeated, misplaced and outdated words (P20, P21, Y09, Y10)."""

from collections.abc import Iterator
from random import Random

from core.report import PREFACE, Paragraph
from core.template import Library
from tests.faults.harness import Trial, faults, near_misses
from tests.faults.structure_base import ALL, ASPECTS, FIXED, FREE, NEW, lines_in, put, reports

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
        put(report, "overview", f"{long}。", *ASPECTS, f"{long.replace(*changes[number])}。")
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
        put(report, "overview", *ASPECTS, pairs[number % 10][0])
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
        lines = list(ASPECTS)
        lines[aspect] = lines[aspect] + words
        if len(words) % 2:
            lines[aspect] = ASPECTS[aspect]
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
