"""Trials of the rules on years, names, foreign and copied text: own sentences, many ways to say it."""

from collections.abc import Iterable, Iterator
from random import Random

from core.report import Head, Paragraph, Report, Section, blank
from core.template import Library, Template
from tests.faults.harness import Trial, faults, near_misses

OFFICES = (
    ("青禾县", "白水镇", "人民政府"),
    ("东平市", "石桥乡", "人民政府"),
    ("兴河区", "南湾街道", "办事处"),
    ("清溪县", "柳河镇", "人民政府"),
    ("和安旗", "乌兰镇", "人民政府"),
)
FORMS = (2016, 2017, 2012, 2023, 2020, 2009, 2024)


def start(
    library: Library, number: int, year: int | None = None
) -> tuple[Template, Report, dict[str, object]]:
    """Return a report on some year by some office, the names and years to put into its sentences."""
    year = year or FORMS[number % len(FORMS)]
    county, town, kind = OFFICES[number % len(OFFICES)]
    template = library.for_year(year)
    if year < 2019 and number % 3 == 1:
        template = library.get("plain-2008")
    report = blank(template, year, f"{county}{town}{kind}")
    words = {"y": year, "p": year - 1, "n": year + 1, "l": year - 2, "county": county, "town": town,
             "own": "我" + town[-1] if town[-1] in "镇乡" else "我街道"}  # fmt: skip
    return template, report, words


def put(report: Report, section: str, *lines: str) -> Report:
    """Put lines into a section that is made where the report has none."""
    known = report.section(section)
    if known is None:
        known = Section(id=section)
        report.sections.insert(-1, known)
    known.paragraphs = [Paragraph(text=line) for line in lines]
    return report


PADS = (
    "{y}年，{own}把公开工作放进年度计划，党政办牵头，站所配合。",
    "各村的公示栏按季更换，内容先审后贴。",
    "惠民资金的名单在公示满七天后存档。",
)


def prose(
    library: Library, cases: Iterable[tuple[str, str] | tuple[str, str, int]], section: str = "overview"
) -> Iterator[Trial]:
    """Yield a trial for each sentence, the sentence among others; with a year where it matters."""
    for number, case in enumerate(cases):
        _, report, words = start(library, number, case[2] if len(case) > 2 else None)
        lines = [pad.format(**words) for pad in PADS]
        lines.insert(number % 4, case[0].format(**words))
        yield Trial(put(report, section, *lines), at=case[1].format(**words))


def plain(
    library: Library, cases: Iterable[str | tuple[str, int]], section: str = "overview"
) -> Iterator[Trial]:
    """Yield a near miss for each sentence."""
    told = [(case, "") if isinstance(case, str) else (case[0], "", case[1]) for case in cases]
    return prose(library, told, section)


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


# Y04 ------------------------------------------------------------------------------------------------------------

FOREIGN = (
    ("{y}年，青山镇认真公开政府信息。", "青山镇"),
    ("改善文家市政务环境，服务文家市经济社会发展。", "文家市"),
    ("龙泉乡党委、政府高度重视公开工作。", "龙泉乡"),
    ("在东河县政府网站发布信息12条。", "东河县"),
    ("根据《桃源县政务公开工作要点》要求，逐项落实。", "桃源县"),
    ("由大坪乡党政办负责统一答复。", "大坪乡"),
    ("{y}年大柳树镇共主动公开信息20条。", "大柳树镇"),
    ("全年，金华市的公开工作走在前列。", "金华市"),
    ("按照广东省的统一部署，完善了目录。", "广东省"),
    ("{town}在兰陵县的指导下开展工作。", "兰陵县"),
    ("推动西湖镇政务公开再上新台阶。", "西湖镇"),
    ("展示了黄石镇的良好形象。", "黄石镇"),
    ("群众对马家沟乡的工作比较满意。", "马家沟乡"),
    ("城关街道办事处设立了查阅点。", "城关街道"),
    ("（一）石门镇加强组织领导。", "石门镇"),
    ("联系地址：云龙县双河镇兴隆路3号。", "云龙县"),
    ("为进一步做好五里乡政府信息公开工作，制定了计划。", "五里乡"),
    ("向阳镇没有收到行政复议申请。", "向阳镇"),
    ("促进红旗镇经济社会发展。", "红旗镇"),
    ("结合长岭乡实际，编制了指南。", "长岭乡"),
    ("{own}按照青岛市的要求更新栏目。", "青岛市"),
    ("本报告由梅林镇人民政府编制。", "梅林镇"),
    ("河东区各部门配合{own}做好公开。", "河东区"),
    ("古城镇政府网站开设专栏。", "古城镇"),
)


@faults("Y04")
def places_of_others(random: Random, library: Library) -> Iterator[Trial]:
    for number, trial in enumerate(prose(library, FOREIGN)):
        # the office's city is known, and its county
        trial.report.unit.chain = ["山西省", "晋城市", OFFICES[number % len(OFFICES)][0]]
        yield trial


@near_misses("Y04")
def places_of_ones_own_and_words_like_places(random: Random, library: Library) -> Iterator[Trial]:
    lines = [
        "{town}在{county}政府网站公开信息。", "{county}{town}人民政府编制。", "按照省、市、县的统一部署。", "全市、全县统一安排。",
        "各乡镇、街道都设立了查阅点。", "推进小城镇建设和城乡融合。", "美丽乡村建设信息及时公开。", "超市、门市的食品抽检结果已公布。",
        "上市企业名单在园区公示。", "社区、小区、片区、景区均设公示栏。", "在白水村、大兴村、石桥村的公开栏张贴。",
        "配合县政府做好检查，争取县财政支持。", "经镇党委研究，由镇党政办牵头。", "督促镇直部门和镇村干部落实。",
        "深入镇村开展宣传。", "邀请县委党校老师授课。", "健全镇村两级公开体系。", "依托县融媒体中心发布。",
        "赴浙江省学习先进经验。", "到山东省考察了政务公开。", "外出务工人员多在广东省等地。", "与青山镇结对共建。",
        "开通镇政府微信公众号。", "完善市政设施，方便市民出行。", "老旧小区改造、棚户区改造信息。", "高新区、经开区企业名单。",
        "向上级报送了乡村振兴材料。", "乡镇机构改革后，人员有调整。", "在晋城市政府门户网站公开。", "山西省政务服务网有专栏。",
        "把农村、牧区的信息放在前面。", "受灾地区的救助信息第一时间公开。", "政务服务向镇村延伸。", "公布全镇低保名单。",
        "强化镇级平台，优化县级栏目。", "县直各单位、镇属企业。", "中心城区、老城区、新城区的管网改造。", "省级示范镇、市级文明镇的创建情况。",
        "重点镇和特色小镇建设。", "从县里到镇里再到村里，层层压实。", "上街道宣传三次。", "沿街道两侧设公示牌。", "服务乡镇、服务群众。",
        "对照市县要求自查。", "承接县级下放事项12项。", "大中小城市都在推广。", "农贸市场、集市的信息。", "坚持城镇化方向。",
        "旗下企业与区内单位。", "红旗渠精神学习。", "开展山区道路、林区防火宣传。",
    ]  # fmt: skip
    for number, trial in enumerate(plain(library, lines)):
        trial.report.unit.chain = ["山西省", "晋城市", OFFICES[number % len(OFFICES)][0]]
        yield trial
    yield from plain(
        library,
        [
            "{county}政府门户网站和云州市政府网站都有链接。",
            "按照云州市的部署，完善目录。",
            "山东省统一平台。",
        ],
    )


# Y05 ------------------------------------------------------------------------------------------------------------


@faults("Y05")
def words_of_other_levels(random: Random, library: Library) -> Iterator[Trial]:
    yield from prose(library, [
        ("组织推动全省政府信息公开工作。", "全省"), ("我局高度重视公开工作。", "我局"), ("我省公开工作取得新进展。", "我省"),
        ("{y}年，我局主动公开信息30条。", "我局"), ("我委制定了年度计划。", "我委"), ("我厅印发了要点。", "我厅"),
        ("统筹推进全省基层政务公开。", "全省"), ("我县政府信息公开工作稳步推进。", "我县"), ("我市认真落实条例。", "我市"),
        ("指导全市各级机关做好公开。", "全市"), ("我区主动公开政府信息200条。", "我区"), ("全区共公开信息1200条。", "全区"),
        ("我局全体干部参加了培训。", "我局"), ("{y}年我市共收到申请30件。", "我市"), ("全县共公开政府信息5000条。", "全县"),
        ("推进全自治区公开标准化。", "全自治区"), ("加强对全省各市县的指导。", "全省"), ("我省各级行政机关共收到申请9件。", "我省"),
        ("我县各乡镇均编制了目录。", "我县"), ("我委共办理提案3件。", "我委"), ("我局门户网站更新80次。", "我局"),
        ("全市政府信息公开工作取得成效。", "全市"),
    ])  # fmt: skip


@near_misses("Y05")
def words_of_other_levels_in_their_place(random: Random, library: Library) -> Iterator[Trial]:
    yield from plain(library, [
        "按照全省统一要求，完善栏目。", "参加全县政务公开培训班。", "根据全市工作会议精神，制定计划。", "{own}认真落实条例。",
        "在全县排名第三。", "印发《全市政务公开工作要点》。", "位居全省前列。", "获评全县先进单位。", "全镇各村都有联络员。",
        "登录全省一体化政务服务平台。", "落实全县统一部署。", "接受县司法局的指导。", "本镇主动公开20条。", "全乡共设公开栏9个。",
        "被列为全市试点。", "全国人大代表视察。", "纳入全县年度考核。", "按照全市12345热线要求办理。", "通过全省统一平台发布。",
        "{own}委托第三方评估。", "参加全省政务公开视频会议。", "作为全县示范点接受观摩。",
    ])  # fmt: skip


# Y06 ------------------------------------------------------------------------------------------------------------


@faults("Y06")
def self_names_damaged(random: Random, library: Library) -> Iterator[Trial]:
    yield from prose(library, [
        ("{y}年，我虽然有序推进公开工作。", "我虽然"), ("我认真贯彻落实条例。", "我认真"), ("按照要求，我严格执行审查制度。", "我严格"),
        ("我镇我镇加强了组织领导。", "我镇我镇"), ("XX镇高度重视公开工作。", "XX镇"), ("××乡党委专题研究。", "××乡"),
        ("某某镇政府编制了目录。", "某某镇"), ("某镇公开信息30条。", "某镇"), ("{town}{town}主动公开信息20条。", "{town}{town}"),
        ("本年度我共公开信息30条。", "我共"), ("XXX街道办事处负责解释。", "XXX街道"), ("本镇本镇的公开栏已更新。", "本镇本镇"),
        ("我我镇开展了培训。", "我我"), ("ＸＸ县人民政府网站。", "ＸＸ县"), ("我积极拓宽公开渠道。", "我积极"), ("**镇政府信息公开目录。", "**镇"),
        ("我真高度重视政务公开。", "我真"), ("（单位名称）公开工作有序开展。", "单位名称"), ("____镇人民政府负责解释。", "镇"),
        ("我将继续做好公开。", "我将"), ("全年公开XX条信息。", "XX"), ("我镇镇党委多次研究。", "我镇镇"), ("×镇主动公开20条。", "×镇"),
        ("在上级指导下，我不断完善机制。", "我不断"), ("{county}{town}人民政府人民政府编制。", "人民政府人民政府"), ("我阵加强了领导。", "我阵"),
    ])  # fmt: skip


@near_misses("Y06")
def self_names_as_they_should_be(random: Random, library: Library) -> Iterator[Trial]:
    yield from plain(library, [
        "我镇公开工作平稳。", "我乡、我街道、我办各有分工。", "我们坚持先审后发。", "开展“我为群众办实事”活动。", "深入开展我为群众办实事实践活动。",
        "自我检查两次，自我完善制度。", "我国的条例施行以来。", "网站设有“我要查”“我要问”栏目。", "我县、我市、我省统一部署。",
        "我单位主动公开20条。", "我处共办结3件。", "网址为http://www.xx.gov.cn/xxgk/index.html。", "电子邮箱xx123@126.com。",
        "电话0432-6574XXXX。", "对李某某的处罚决定已公示。", "王某、张某两户已退出低保。", "某项工作、某个环节出现偏差。", "我党的优良传统。",
        "忘我工作，你我同行。", "{town}政府，{town}各村。", "我村、我社区公示栏。", "本镇和我镇各站所。", "镇党委、镇政府多次研究。", "某些村公开不及时。",
        "查询机为X5型。", "我局和我委的说法已更正。", "我中心、我院、我校的目录。", "我方代表到庭。",
    ])  # fmt: skip


# Y07 ------------------------------------------------------------------------------------------------------------

ACT = "中华人民共和国政府信息公开条例"
NOTICE = "国务院办公厅政府信息与政务公开办公室关于政府信息公开工作年度报告有关事项的通知"


@faults("Y07")
def laws_named_wrongly(random: Random, library: Library) -> Iterator[Trial]:
    yield from prose(library, [
        ("贯彻《中华人民共和国政府信息条例》。", "政府信息条例"), ("按照《政府信息条例》公开。", "政府信息条例"),
        ("学习《中华人民共和国政府信息公开条列》。", "公开条列"), ("执行《中华人民共和国政务公开条例》。", "政务公开条例"),
        ("宣传《政府信息公开法》。", "政府信息公开法"), ("依据《中华人民共和国政府信息公开法》。", "公开法"),
        ("根据《中华人民共和国信息公开条例》要求。", "信息公开条例"), ("《政务信息公开条例》是工作依据。", "政务信息公开条例"),
        ("落实《中华人民共和国政府信息公开工作条例》。", "公开工作条例"), ("依照中华人民共和国政府信息条例的规定。", "政府信息条例"),
        ("《中华人民共合国政府信息公开条例》施行以来。", "共合国"), ("《中华人民共和国政府信息公开管理条例》。", "管理条例"),
        ("《中华人民共和国政府公开条例》。", "政府公开条例"), ("贯彻《中华人民共和国政府信息公开例》。", "公开例"),
        ("《政府信息公开条列》宣传到村。", "条列"), ("按政务信息公开条例办理。", "政务信息公开条例"),
        (f"《{ACT}》（国务院令第711号）是依据。", "711", 2016), (f"《{ACT}》（国务院令第492号）是依据。", "492", 2023),
        ("根据国务院令第492号要求公开。", "492", 2020), ("根据国务院第711号令要求公开。", "711", 2012),
        (f"《{ACT}》（国务院令第429号）。", "429", 2016), (f"《{ACT}》（中华人民共和国国务院令第771号）。", "771", 2023),
        (f"按照《{NOTICE}》（国办公开办函〔2021〕30号）编制。", "30号", 2020),
        (f"按照《{NOTICE}》（国办公开办函〔2019〕60号）编制。", "60号", 2023),
        ("按照国办公开办函[2019]60号的格式编制。", "60号", 2024), ("统计表依据国办发〔2014〕32号填报。", "32号", 2023),
        ("依据《中华人民共和国政府信息公开工作年度报告格式》（国办公开办函〔2019〕60号）。", "60号", 2023),
        ("依据《政府信息公开信息处理费管理办法》（国办函〔2019〕109号）收取。", "109号", 2023),
        ("按照《政府信息公开信息处理费管理办法》收取。", "信息处理费管理办法", 2016),
        ("按照《关于政府信息公开工作年度报告有关事项的通知》（国办公开办函〔2021〕30号）编制。", "30号", 2020),
        ("依据《中华人民共和国政府信息公开工作年度报告格式》编制。", "年度报告格式", 2016),
    ])  # fmt: skip


@near_misses("Y07")
def laws_named_rightly(random: Random, library: Library) -> Iterator[Trial]:
    yield from plain(library, [
        f"贯彻《{ACT}》。", "按照《政府信息公开条例》公开。", "《 中华人民共和国政府信息公开条例》（以下简称《条例》）。",
        "编制《政府信息公开指南》和《政府信息公开目录》。", "执行《吉林省政府信息公开条例》。", "《政府信息公开工作制度》上墙。",
        "《政府信息公开保密审查办法》。", "《中华人民共和国保守国家秘密法》。", "《中华人民共和国行政许可法》。", "政府信息公开法律法规培训。",
        "政府信息公开法定职责。", (f"《{ACT}》（国务院令第711号）是依据。", 2023), (f"《{ACT}》（国务院令第492号）是依据。", 2016),
        (f"《{ACT}》（2007年4月5日国务院令第492号公布，2019年4月3日国务院令第711号修订）。", 2023),
        (f"按照《{NOTICE}》（国办公开办函〔2019〕60号）编制。", 2020), ("按照国办公开办函〔2021〕30号编制。", 2024),
        ("统计表依据国办发〔2014〕32号填报。", 2017), ("依据《政府信息公开信息处理费管理办法》（国办函〔2020〕109号）收取。", 2023),
        ("按国办公开办函〔2019〕61号规范平台名称。", 2023), ("《信访工作条例》学习会。", 2023), ("《政府信息公开年度报告》已公布。"),
        "《政府信息公开工作考核办法》。", "《政务公开工作要点》。", "按照国发〔2015〕5号文件要求。", "《中华人民共和国国家赔偿法》。",
        "《中国共产党党务公开条例（试行）》。", "《重大行政决策程序暂行条例》（国务院令第713号）。",
    ])  # fmt: skip


# Y08 ------------------------------------------------------------------------------------------------------------


@faults("Y08")
def short_names_never_explained(random: Random, library: Library) -> Iterator[Trial]:
    def bare(name: str) -> list[tuple[str, str]]:
        return [
            (f"{{own}}按照《{name}》的要求公开。", f"《{name}》"),
            (f"严格执行《{name}》，先审后发。", f"《{name}》"),
        ]

    names = [
        "规定",
        "办法",
        "通知",
        "意见",
        "方案",
        "细则",
        "要点",
        "决定",
        "实施方案",
        "工作要点",
        "实施办法",
    ]
    for trial in prose(library, [case for name in names for case in bare(name)]):
        put(trial.report, "preface", f"根据《{ACT}》编制。")
        yield trial
    for number, lines in enumerate([
        (f"根据《{ACT}》（以下简称《条例》）编制。", f"《{ACT}》（以下简称《信息公开条例》）施行以来。"),
        (f"根据《{ACT}》（以下简称“《条例》”）编制。", "按照《信息公开条例》公开。"),
        ("《青禾县公开要点》（简称《要点》）。", "《青禾县公开要点》（以下简称《公开要点》）。"),
    ]):  # fmt: skip
        _, report, _ = start(library, number)
        put(report, "preface", lines[0])
        yield Trial(put(report, "overview", lines[1]), at="条例" if number < 2 else "要点")


@near_misses("Y08")
def short_names_explained(random: Random, library: Library) -> Iterator[Trial]:
    explained = [
        "（以下简称《{0}》）", "（以下简称“《{0}》”）", "（以下简称“{0}”）", "（简称《{0}》）", "（下称《{0}》）", "（以下统称《{0}》）",
        "(以下简称《{0}》)", "（以下简称：《{0}》）", "，以下简称《{0}》，", "（以下简称为《{0}》）",
    ]  # fmt: skip
    for number, words in enumerate(explained * 2):
        name = ("条例", "规定")[number % 2]
        full = (ACT, "青禾县政府信息公开规定")[number % 2]
        _, report, _ = start(library, number)
        put(report, "preface", f"根据《{full}》{words.format(name)}编制本报告。")
        yield Trial(put(report, "overview", f"按照《{name}》第十条公开。", f"《{name}》学习会开了两次。"))
    for number, line in enumerate([
        f"根据《{ACT}》公开。", "更新《政府信息公开指南》和《政府信息公开目录》。", "印发《白水镇政务公开实施方案》。", "更新《指南》和《目录》。",
        "《白水镇2016年政务公开要点》已公布。", "条例施行以来，渠道更多。",
    ]):  # fmt: skip
        _, report, _ = start(library, number)
        put(report, "preface", "现公布年度报告。")
        yield Trial(put(report, "overview", line))


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


# Y21 ------------------------------------------------------------------------------------------------------------


@faults("Y21")
def dated_words(random: Random, library: Library) -> Iterator[Trial]:
    yield from prose(library, [
        ("我镇扎实开展“两学一做”学习教育。", "两学一做", 2023), ("结合党的群众路线教育实践活动，改进作风。", "群众路线", 2020),
        ("以科学发展观为指导，推进公开。", "科学发展观", 2022), ("深入贯彻落实科学发展观。", "科学发展观", 2023),
        ("深入学习贯彻党的十八大精神。", "十八大", 2023), ("认真学习贯彻党的十九大精神。", "十九大", 2024), ("学习贯彻党的二十大精神。", "二十大", 2020),
        ("认真学习贯彻党的十九大精神。", "十九大", 2015), ("做好新冠肺炎疫情防控信息公开。", "新冠", 2024), ("统筹疫情防控和经济发展。", "疫情防控", 2025),
        ("与县工商局联合检查。", "工商局", 2021), ("县国土资源局派员指导。", "国土资源局", 2022), ("由县农业局提供数据。", "农业局", 2023),
        ("县文广新局帮助拍摄。", "文广新局", 2020), ("镇计生办公开奖扶名单。", "计生办", 2023), ("接受县监察局监督。", "监察局", 2020),
        ("落实“十二五”规划。", "十二五", 2020), ("十三五规划实施情况公开。", "十三五", 2023), ("坚决打赢脱贫攻坚战。", "脱贫攻坚", 2023),
        ("县扶贫办核定名单。", "扶贫办", 2024), ("推进扫黑除恶专项斗争。", "扫黑除恶专项斗争", 2023), ("县环保局公布监测结果。", "环保局", 2021),
        ("与县安监局开展检查。", "安监局", 2022), ("县地税局公开征收标准。", "地税局", 2020), ("推进社会主义新农村建设。", "新农村", 2022),
        ("结合“三严三实”专题教育，查找不足。", "三严三实", 2021), ("落实乡村振兴战略。", "乡村振兴战略", 2014), ("县应急管理局部署演练。", "应急管理局", 2015),
        ("深入开展创先争优活动。", "创先争优", 2020), ("深入学习十九届六中全会精神。", "十九届六中全会", 2020), ("学习贯彻习近平新时代中国特色社会主义思想。", "习近平", 2016),
    ])  # fmt: skip


@near_misses("Y21")
def words_of_their_time(random: Random, library: Library) -> Iterator[Trial]:
    yield from plain(library, [
        ("开展“两学一做”学习教育。", 2017), ("群众路线教育实践活动正在进行。", 2014), ("以科学发展观为指导。", 2012), ("学习贯彻党的二十大精神。", 2023),
        ("自党的十八大以来，公开渠道更多。", 2023), ("党的十九大以来的制度全部清理。", 2024), ("做好新冠疫情防控信息公开。", 2020), ("做好非洲猪瘟疫情防控。", 2024),
        ("原工商局的档案已移交。", 2021), ("县市场监督管理局联合检查。", 2022), ("县工商局联合检查。", 2016), ("县自然资源局派员。", 2022), ("县农业农村局提供数据。", 2023),
        ("《青禾县“十三五”规划》已归档。", 2023), ("落实“十四五”规划。", 2023), ("巩固拓展脱贫攻坚成果同乡村振兴有效衔接。", 2023), ("镇党政办牵头。", 2023),
        ("常态化开展扫黑除恶斗争。", 2023), ("县生态环境局公布结果。", 2021), ("推进乡村振兴。", 2023), ("县国土局派员指导。", 2015), ("喜迎党的二十大。", 2022),
        ("坚持以邓小平理论、“三个代表”重要思想、科学发展观、习近平新时代中国特色社会主义思想为指导。", 2023), ("工商联和工商业主座谈。", 2023), ("党史学习教育常态化长效化。", 2023),
        ("“十二五”以来公开条数逐年增加。", 2018), ("由扶贫办划转的资料已归档。", 2023), ("农业生产信息公开。", 2023), ("精准施策，防止返贫。", 2023),
        ("动物疫情防控物资发放公开。", 2025),
    ])  # fmt: skip


# A second set, worded after the rules stood ------------------------------------------------------------------------


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


@faults("Y04")
def more_places_of_others(random: Random, library: Library) -> Iterator[Trial]:
    cases = [
        ("在宁海县委、县政府的领导下，公开工作平稳。", "宁海县"), ("全面提升金沙镇政务公开水平。", "金沙镇"), ("杨家庄乡人民政府网站开通。", "杨家庄乡"),
        ("贯彻落实浙江省和丽水市的部署。", "丽水市"), ("{own}积极服务黄岩区发展大局。", "黄岩区"), ("三岔河镇主动公开信息18条。", "三岔河镇"),
        ("本年度，平安乡没有收取任何费用。", "平安乡"), ("制定《永福镇信息发布办法》。", "永福镇"), ("永和街道共设立公示栏12处。", "永和街道"),
        ("以上是二道江区的公开情况。", "二道江区"), ("太平镇政府信息公开专栏更新30次。", "太平镇"), ("我们东关乡的做法是先审后发。", "东关乡"),
    ]  # fmt: skip
    for number, trial in enumerate(prose(library, cases)):
        trial.report.unit.chain = ["山西省", "晋城市", OFFICES[number % len(OFFICES)][0]]
        yield trial


@near_misses("Y04")
def more_words_like_places(random: Random, library: Library) -> Iterator[Trial]:
    lines = [
        "镇区、村庄的道路命名公示。", "县乡村三级物流信息。", "城市管理、市容整治。", "山水田园综合体。", "配齐镇、村两级信息员。", "县、乡、村同步公开。",
        "由县里统一招标。", "上报市委、市政府。", "转发县委办文件。", "融入市区一体化。", "推行网上办、镇里办、村里办。", "向县区反馈。", "在乡里、在村里。",
        "深化乡村治理。", "人口较多的大村大镇。", "平安乡镇、文明乡镇创建。", "中心镇、重点镇名单。", "统筹城乡、区域协调。", "镇财政所、镇司法所、镇派出所。",
        "公开县乡道路养护资金。", "老区、边区、库区补助。", "牵头镇直单位。", "联合市县媒体。", "走访全乡困难户。", "请示县政府办公室。", "本县、本市户籍人员。",
        "把镇域规划贴上墙。", "集镇改造和农贸市场。", "林区防火和河湖管理。", "为市民、村民服务。", "落实省市县乡四级要求。", "县域医共体。",
        "水库库区移民。", "东部乡镇、西部乡镇。", "撤乡并镇以后。", "乡镇街道。", "街道、社区干部。", "门前三包责任区。", "党员责任区、示范区。", "金融、水利、文化下乡。",
    ]  # fmt: skip
    for number, trial in enumerate(plain(library, lines)):
        trial.report.unit.chain = ["山西省", "晋城市", OFFICES[number % len(OFFICES)][0]]
        yield trial


@faults("Y05")
def more_words_of_other_levels(random: Random, library: Library) -> Iterator[Trial]:
    yield from prose(library, [
        ("为做好全省依申请公开工作，建立了台账。", "全省"), ("我局收到申请2件。", "我局"), ("我县未发生行政诉讼。", "我县"), ("我区没有收取费用。", "我区"),
        ("我市行政机关负责人出庭2次。", "我市"), ("强化对全市各部门的监督。", "全市"), ("我省按期公布年报。", "我省"), ("我厅网站发布信息300条。", "我厅"),
        ("全省各级政府部门主动公开信息。", "全省"), ("我局领导班子专题研究公开工作。", "我局"),
    ])  # fmt: skip


@near_misses("Y05")
def more_words_of_other_levels_in_place(random: Random, library: Library) -> Iterator[Trial]:
    yield from plain(library, [
        "在全县乡镇中排名靠前。", "被评为全市先进单位。", "全县统一的政务服务平台。", "参加全市业务培训。", "荣获全省文明村镇称号。", "根据全县目标考核办法。",
        "对接全省统一身份认证。", "列入全县民生实事。", "成为全市首批试点。", "落实全县政务公开推进会精神。", "全镇干部、全村群众。",
    ])  # fmt: skip


@faults("Y06")
def more_self_names_damaged(random: Random, library: Library) -> Iterator[Trial]:
    yield from prose(library, [
        ("我高度重视公开工作。", "我高"), ("年内我主动公开30条。", "我主"), ("我在网站开设专栏。", "我在"), ("XX县XX镇人民政府。", "XX县"), ("我没有收到申请。", "我没"),
        ("XXXX年XX镇公开情况。", "XX"), ("××街道××社区。", "××"), ("某县某镇的做法。", "某县"), ("我加强了队伍建设。", "我加"), ("我们我们坚持公开。", "我们我们"),
        ("窝镇编制了目录。", "窝镇"), ("我对照标准逐项落实。", "我对"),
    ])  # fmt: skip


@near_misses("Y06")
def more_self_names_as_they_should_be(random: Random, library: Library) -> Iterator[Trial]:
    yield from plain(library, [
        "自我加压，自我革新。", "我镇将继续努力。", "我镇在网站开设专栏。", "常态化开展“我为群众办实事”。", "群众说：“我看得懂，也信得过。”", "我队、我站、我所职责清单。",
        "某一时段访问量大。", "6×8米的公示栏。", "每天8×5小时值守。", "面积为12×3平方米。", "☆☆☆服务窗口。", "张某某、李某某的名单。", "我辖区内企业。",
        "我们将继续努力。", "自我评估良好。", "我军退役人员。",
    ])  # fmt: skip


@faults("Y07")
def more_laws_named_wrongly(random: Random, library: Library) -> Iterator[Trial]:
    yield from prose(library, [
        ("学习《中华人民共和国政府信息公开条例》》。".replace("》》", "》").replace("公开条例", "公开条理"), "条理"), ("《中华人民共和国政府信息公开工作条例》宣传周。", "工作条例"),
        ("依据《中华人民共和国政务信息公开条例》。", "政务信息"), ("《中华人民共和政府信息公开条例》。", "共和政府"), ("《中华人民共和国政府信公开条例》。", "信公开"),
        ("对照《中国人民共和国政府信息公开条例》。", "中国人民"), ("（国务院令第492号）是公开的依据。", "492", 2022), ("国务院711号令是依据。", "711", 2014),
        ("《政府信息公开条例》（国务院令第720号）。", "720", 2021), ("按《国务院办公厅关于加强和规范政府信息公开情况统计报送工作的通知》（国办发〔2014〕23号）。", "23号", 2016),
        ("按《国务院办公厅关于加强和规范政府信息公开情况统计报送工作的通知》填报。", "统计报送", 2023), ("依照中华人民共和国政务公开条例。", "政务公开条例"),
    ])  # fmt: skip


@faults("Y21")
def more_dated_words(random: Random, library: Library) -> Iterator[Trial]:
    yield from prose(library, [
        ("抓好常态化疫情防控。", "常态化疫情防控", 2025), ("县国税局派驻窗口。", "国税局", 2021), ("县质监局抽检结果。", "质监局", 2020), ("县法制办审核。", "法制办", 2021),
        ("县卫计局牵头。", "卫计局", 2020), ("深入学习党的十七大精神。", "十七大", 2018), ("落实精准扶贫政策。", "精准扶贫", 2024), ("县旅游局公布线路。", "旅游局", 2021),
        ("践行“三个代表”重要思想。", "三个代表", 2020), ("县食药监局检查。", "食药监局", 2019), ("落实“十一五”规划。", "十一五", 2016), ("全面建成小康社会的要求。", "小康社会", 2023),
    ])  # fmt: skip
