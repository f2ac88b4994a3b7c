"""Trials of the rules on what frames a report: annex, title, period, contacts, signature, filler (P10, P12 to P18)."""

from collections.abc import Iterator
from random import Random

from core.report import PREFACE, SIGNATURE, Head, Paragraph
from core.template import Library
from tests.faults.harness import Trial, faults, near_misses
from tests.faults.structure_base import ALL, ANNEXED, ASPECTS, FIXED, clean, lines_in, put, reports

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
            put(trial.report, "overview", *ASPECTS)
            trial.report.section(PREFACE).paragraphs.insert(0, Paragraph(text=words))
        yield trial


@near_misses("P18")
def no_cover_letter(rng: Random, library: Library) -> Iterator[Trial]:
    return lines_in(rng, library, ALL, "overview", _NO_COVER)
