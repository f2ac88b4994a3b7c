"""Clean reports for the trials of structure and frame, and lines put into one of their sections."""

from collections.abc import Iterator
from random import Random

from core.report import PREFACE, SIGNATURE, Paragraph, Report, Section, blank
from core.template import Library
from tests.faults.harness import Trial, near_misses

FREE = (("national-2014", 2016), ("national-2014", 2018), ("weihai-2012", 2011), ("plain-2008", 2013))
ANNEXED = (("national-2014", 2015), ("national-2014", 2017), ("weihai-2012", 2012))
FIXED = (("national-2019", 2019), ("national-2019", 2020), ("national-2021", 2022), ("national-2021", 2024))
NEW = (("national-2021", 2021), ("national-2021", 2023), ("national-2021", 2025))
ALL = (*FREE, *FIXED)
PLACES = ("白沙镇", "柳河镇", "石桥乡", "青龙街道", "马家店镇", "南湖街道", "双河乡", "红旗镇")
COUNTIES = ("清溪县", "临江区", "云台市", "东山县")
ASPECTS = (
    "（一）主动公开。镇级网站专栏全年更新二百余次，补贴名单逐户核对后张贴。",
    "（二）依申请公开。窗口和网络两条渠道均安排专人登记，答复文书由司法所把关。",
    "（三）政府信息管理。印发的文件逐件标注属性，失效的及时撤下。",
    "（四）平台建设。便民大厅设查询专区一处，村级公开栏全部翻新。",
    "（五）监督保障。公开工作占年终考核五分，邀请代表开展社会评议，没有发生责任追究的情形。",
)
PROBLEMS = (
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
    put(report, "overview", f"{year}年，全镇公开工作平稳推进。", *ASPECTS)
    put(report, "problems", *PROBLEMS)
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
