"""Trials of the rules on dates and years (Y01 to Y03): own sentences, many ways to say it."""

from collections.abc import Iterator
from random import Random

from core.report import Head, blank
from core.template import Library
from tests.faults.harness import Trial, faults, near_misses
from tests.faults.names_base import plain, prose, put, start

# Y01 ------------------------------------------------------------------------------------------------------------

EARLY = (
    "{y}年1月15日", "{y}年1月8日", "{y}年12月28日", "{p}年1月20日", "（{y}年1月16日）", "{y}-01-18", "{y}.1.18",
    "{y}/1/18", "成文日期：{y}年1月12日", "发布日期：{y}年01月12日", "{y} 年 1 月 9 日", "{town}人民政府 {y}年1月9日",
    "{county}{town}人民政府　{y}年2月1日", "日期：{y}年1月30日", "{y}年11月30日。", "{p}年12月31日", "{y}年3月2日",
    "签发日期：{y}年1月5日", "{county}{town}政府办公室{y}年1月21日", "【{y}年1月21日】", "{y}年12月31日",
)  # fmt: skip


@faults("Y01")
def dates_before_the_end_of_the_year(random: Random, library: Library) -> Iterator[Trial]:
    for number, line in enumerate(EARLY):
        _, report, words = start(library, number)
        yield Trial(put(report, "signature", report.unit.name, line.format(**words)), at=str(words["y"])[:3])
    for number, day in enumerate(["一月十八日", "十二月三十日", "二月六日"]):
        _, report, words = start(library, number + 2, 2023)
        year = ("二〇二三", "二○二三", "二零二三")[number]
        yield Trial(put(report, "signature", report.unit.name, f"{year}年{day}"), at=f"{year}年{day}")


@faults("Y01")
def dates_that_disagree(random: Random, library: Library) -> Iterator[Trial]:
    pairs = [
        ("{n}年1月10日", "{n}年1月12日"), ("（{n}年1月17日）", "{y}年1月17日"), ("发布日期：{n}-01-20", "{n}年1月22日"),
        ("{n}年2月3日", "{n}年3月2日"), ("（{n}年1月9日）", "{town}人民政府{n}年1月19日"), ("{n}年1月30日", "{n}.1.31"),
    ]  # fmt: skip
    for number, (first, last) in enumerate(pairs):
        _, report, words = start(library, number)
        put(report, "preface", first.format(**words), *[one.text for one in report.sections[0].paragraphs])
        yield Trial(put(report, "signature", report.unit.name, last.format(**words)), at=str(words["n"])[:3])


@near_misses("Y01")
def dates_behind_the_year(random: Random, library: Library) -> Iterator[Trial]:
    good = [one.replace("{p}", "{n}").replace("{y}", "{n}") for one in EARLY]
    for number, line in enumerate(good):
        _, report, words = start(library, number)
        yield Trial(put(report, "signature", report.unit.name, line.format(**words)))
    both = [
        ("（{n}年1月17日）", "{n}年1月17日"),
        ("{n}-1-17", "{n}年1月17日"),
        ("{n}年01月09日", "{n}年1月9日"),
    ]
    for number, (first, last) in enumerate(both):
        _, report, words = start(library, number)
        put(report, "preface", first.format(**words))
        yield Trial(put(report, "signature", report.unit.name, last.format(**words)))
    said = [
        "{y}年1月15日，{own}召开了部署会。",
        "统计期限为{y}年1月1日至{y}年12月31日。",
        "{y}年3月5日印发了计划，{y}年6月1日检查。",
    ]
    yield from plain(library, said)


# Y02 ------------------------------------------------------------------------------------------------------------

STALE = (
    ("{p}年，{own}围绕中心工作推进公开。", "{p}年"),
    ("{p}年，{own}主动公开信息36条，比上年增加5条。", "{p}年"),
    ("{p}年{own}认真落实《条例》，公开内容逐步充实。", "{p}年"),
    ("截至{p}年12月31日，共有公开栏9个。", "{p}年"),
    ("{p}年度，全年未收到公开申请。", "{p}年"),
    ("统计期限自{p}年1月1日起至{p}年12月31日止。", "{p}年"),
    ("本年报数据截止{p}年底。", "{p}年"),
    ("{l}年以来没有变化，{p}年全年培训2次。", "{p}年"),
    ("在{p}年的工作中，公开的时效还不够理想。", "{p}年"),
    ("现将{p}年度政府信息公开工作情况公布如下。", "{p}年"),
    ("{p}年全年发布政务动态48条。", "{p}年"),
    ("一年来，即{p}年1月至12月，更新目录4次。", "{p}年"),
    ("{p}年5月，{own}举办了一期培训。", "{p}年"),
    ("总的来看，{p}年政府信息公开取得了一定成绩。", "{p}年"),
    ("{own}{p}年政府信息公开工作总体平稳。", "{p}年"),
    ("{l}年，公开指南作了更新。", "{l}年"),
    ("我们将在{y}年基础上继续努力；{p}年的收费为零。", "{p}年"),
    ("（一）{p}年主要做法", "{p}年"),
    ("{p} 年共答复来信5件。", "{p} 年"),
    ("回顾{p}年，公开渠道更多了。", "{p}年"),
    ("二〇二二年，{own}公开工作有序开展。", "二〇二二年", 2023),
    ("二零一六年，{own}的公开工作有序开展。", "二零一六年", 2017),
    ("２０２２年，{own}完善了公开目录。", "２０２２年", 2023),
    ("{p}年{own}共办结申请3件，同比增长50%。", "{p}年"),
    ("2013年，{own}在村务公开上下了功夫。", "2013年", 2016),
)


@faults("Y02")
def years_left_standing(random: Random, library: Library) -> Iterator[Trial]:
    yield from prose(library, STALE)


@faults("Y02")
def years_left_standing_in_title_and_head(random: Random, library: Library) -> Iterator[Trial]:
    for number in range(5):
        _, report, words = start(library, number)
        report.title = f"{words['town']}{words['p']}年政府信息公开工作年度报告"
        yield Trial(report, at=f"{words['p']}年")
    for number, period in enumerate(["（{p}年度）", "统计时间：{p}年1月1日至{p}年12月31日", "{p}年"]):
        report = blank(library.get("national-2014"), 2016 + number % 3, "青禾县白水镇人民政府")
        words = {"p": report.year - 1}
        report.heads["statistics"] = Head(
            title="统计表", period=period.format(**words), filler="白水镇人民政府"
        )
        yield Trial(report, at=period.format(**words))


@near_misses("Y02")
def years_with_a_reason(random: Random, library: Library) -> Iterator[Trial]:
    yield from plain(library, [
        "与{p}年相比，公开条数增加12条。", "较{p}年增长三成。", "比{p}年多公开5条。", "{p}年同期为40条。",
        "根据《{county}{p}年政务公开工作要点》要求，逐项落实。", "按照县政办发〔{p}〕12号文件执行。",
        "自2008年5月1日《条例》施行以来，逐年完善。", "公开栏于2005年建成，一直使用。", "从{p}年的30条增加到今年的42条。",
        "{y}年，{own}更新了目录。", "{n}年，{own}将继续做好公开。", "到2035年基本实现现代化。", "“{p}年”字样的旧公告已撤下。",
        "落实{p}年印发的保密审查办法。", "{l}—{p}年的文件已全部清理。", "{p}年12月制定的办法继续有效。",
        "网站于{p}年10月上线。", "{y}年1月1日至{y}年12月31日。", "本报告于{n}年1月10日编制。", "{p}年以来，渠道不断拓宽。",
        "在{p}年度考核中获得良好等次。", "《{p}年度报告》已归档。", "力争到{n}年底实现全覆盖。", "对{p}年以前的文件进行清理。",
        "由{p}年的3个增加到5个。",
    ])  # fmt: skip


@faults("Y02")
def more_years_left_standing(random: Random, library: Library) -> Iterator[Trial]:
    yield from prose(library, [
        ("{p}年是机构改革之年，{own}公开工作没有放松。", "{p}年"), ("过去的{p}年，{own}办结申请2件。", "{p}年"),
        ("按照条例规定，现将我单位{p}年情况报告如下。", "{p}年"), ("{p}年1-12月，网站更新60次。", "{p}年"),
        ("以上数据统计至{p}年12月31日。", "{p}年"), ("{p}年公开工作虽有进步，与群众期望仍有差距。", "{p}年"),
        ("（三）{p}年收费情况：没有收费。", "{p}年"), ("本年度（{p}年）没有发生诉讼。", "{p}年"), ("{p}年第四季度集中补录。", "{p}年"),
        ("{l}年，主动公开26条，其中财政类8条。", "{l}年"), ("{p}年我们严格执行《条例》，没有出现泄密。", "{p}年"), ("根据{p}年工作实际，编制本报告。", "{p}年"),
    ])  # fmt: skip


@near_misses("Y02")
def more_years_with_a_reason(random: Random, library: Library) -> Iterator[Trial]:
    yield from plain(library, [
        "与{p}年持平。", "同{p}年相比基本持平。", "较{p}年同期减少2件。", "{p}年底建成的便民大厅投入使用。", "自{l}年起，公示期延长到十天。",
        "{p}年成立的公开领导小组作了调整。", "修订了{l}年制定的发布办法。", "依据国务院令第492号（2007年4月5日公布）。", "{p}年度决算于{y}年8月公开。",
        "“十三五”（2016年至2020年）期间。", "上年（{p}年）结转0件。", "{y}年9月公开了{p}年度财政决算。", "2008年版目录停用。",
    ])  # fmt: skip


# Y03 ------------------------------------------------------------------------------------------------------------

MALFORMED = (
    ("202020年，{own}公开工作稳步推进。", "202020年", 2020),
    ("20233年，共公开信息30条。", "20233年", 2023),
    ("统计期限为{y}年1月1日至12月31止。", "12月31"),
    ("统计期限自{y}年1月1起至{y}年12月31日止。", "1月1"),
    ("报告于{n}年  月  日编制。", "月"),
    ("    年   月   日", "月"),
    ("{n}年1月  日", "1月  日"),
    ("{n}年 月 日", "年 月 日"),
    ("{y}年13月，举办了一期培训。", "13月"),
    ("{y}年2月30日召开部署会。", "2月30日"),
    ("4月31日前完成整改。", "4月31日"),
    ("{y}年11月31日，检查了公开栏。", "11月31日"),
    ("{y}年12月32日止。", "12月32日"),
    ("202年，{own}主动公开信息40条。", "202年"),
    ("{y}年年1月1日起施行。", "年年"),
    ("截至{y}年12月31日日，共公开20条。", "日日"),
    ("数据截至2203年12月31日。", "2203年", 2023),
    ("2302年，{own}完善了目录。", "2302年", 2023),
    ("2O23年，{own}完善了目录。", "2O23年", 2023),
    ("统计时间为{y}年1月1月至12月31日。", "1月1月"),
    ("{y}年0月5日发布公告。", "0月"),
    ("二月三十日召开会议。", "二月三十日"),
    ("{y}年6月31日以前报送。", "6月31日"),
    ("2023年2月29日开展自查。", "2月29日", 2023),
    ("20 23年，公开渠道进一步拓宽。", "20 23年", 2023),
    ("截止{y}12月31日，共发布50条。", "{y}"),
    ("{y}年月1日起，窗口延长服务。", "年月"),
    ("{n}年1月15", "1月15"),
    ("××××年×月×日", "年×月×日"),
    ("于{y}-13-05发布。", "{y}-13-05"),
    ("{y}年1月1日—{y}年12月31，共收到申请0件。", "12月31"),
    ("{n}年__月__日", "月__日"),
    ("{n}年X月X日", "X月X日"),
)


@faults("Y03")
def dates_that_are_none(random: Random, library: Library) -> Iterator[Trial]:
    yield from prose(library, MALFORMED)


@near_misses("Y03")
def dates_as_they_are_written(random: Random, library: Library) -> Iterator[Trial]:
    yield from plain(library, [
        "{y}年1月1日至12月31日止。", "自{y}年1月1日起至{y}年12月31日止。", "{n}年1月18日", "二〇一七年一月十八日",
        "3月5—7日举办培训。", "3月5日、6日两天检查。", "5月20至25日公示。", "2月28日开会。",
        ("2024年2月29日召开会议。", 2024), "每年12月底前报送。", "{y}年年度报告已公布。", "{y}年年底前完成。", "建成100年纪念馆。",
        "村里有500年的古树。", "全年12个月每月更新。", "12月日均访问30人次。", "10月公开12条。", "{y}-12-31 更新。",
        "电话0432-6574101，{n}年1月9日。", "生育津贴满12月龄儿童。", "年月日要写全。", "每月5日前报送，15日检查。",
        "一季度、二季度各查一次。", "{y}年3月中旬。", "{y}年1月—12月共公开40条。", "访问量202万次，同比增长3%。",
        "{y}年1至12月。", "服务30年以上的老党员。", "{y}.12.31", "十二月三十一日截止。", "成立于1958年9月。", "文号为〔{y}〕12号。",
        "自9月1日起至10月15日，清理了旧公告。", "一月份和十二月份各一次。",
    ])  # fmt: skip


@faults("Y03")
def more_dates_that_are_none(random: Random, library: Library) -> Iterator[Trial]:
    yield from prose(library, [
        ("自{y}年1月1日起至{y}年12月31截止。", "12月31"), ("{y}年9月31日前完成。", "9月31日"), ("{y}年15月召开。", "15月"), ("{n}年元月  日", "日"),
        ("二〇二三年  月  日", "月", 2023), ("20024年，{own}开展自查。", "20024年", 2024), ("{y}年6月0日。", "6月0日"), ("{y}年00月12日。", "00月"),
        ("十三月二日开会。", "十三月"), ("六月三十一日公示。", "六月三十一日"), ("{y}年1月1—12月31日。", "1月1"), ("202３３年公开20条。", "202３３年", 2023),
        ("{y}年3月3日日下午召开会议。", "日日"), ("{n}.2.30", "{n}.2.30"), ("3202年，{own}培训一次。", "3202年", 2023), ("{y}年12月31目止。", "12月31目"),
    ])  # fmt: skip


@near_misses("Y03")
def more_dates_as_they_are_written(random: Random, library: Library) -> Iterator[Trial]:
    yield from plain(library, [
        "{y}年上半年和下半年各一次。", "{y}年度工作。", "{y}年春节前。", "{n}年元月9日", "近30年来。", "1至12月。", "3月12日植树节。", "5月1日，10月1日。",
        "每月25日更新，每年1月31日前公布。", "{y}年7—9月。", "8月15、16日。", "4月30日，5月31日。", "二〇一二年十二月三十一日", "耗时3个月20天。", "2年内完成。",
        "版本号2.13.05。", "邮编132301。", "{y}年3月公开15条，4月公开18条。", "12月31日24时。", "每年3月、9月各一次。", "{y}年 1月 9日", "三月五日学雷锋。",
    ])  # fmt: skip
