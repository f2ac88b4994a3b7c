"""Trials of the rules on wording, punctuation, personal data and filing. ^…^ marks the words that are wrong."""

from collections.abc import Iterator
from random import Random

from core.report import PREFACE, SIGNATURE, Head, Note, Paragraph, Report, Section, blank
from core.template import Library
from tests.faults import language_facts, language_marks, language_words
from tests.faults.harness import FAULTS, NEAR_MISSES, Trial, faults, near_misses

_SENTENCES = language_words, language_marks, language_facts
WRONG = {rule: lines for one in _SENTENCES for rule, lines in one.WRONG.items()}
NEAR = {rule: lines for one in _SENTENCES for rule, lines in one.NEAR.items()}
FORMS = (
    ("national-2021", 2023),
    ("national-2014", 2016),
    ("weihai-2012", 2012),
    ("national-2019", 2020),
    ("plain-2008", 2015),
    ("national-2021", 2024),
)
OFFICES = ("清溪县柳河镇人民政府", "云台市双河乡人民政府", "临江区南湖街道办事处", "东山县马家店镇人民政府")
BESIDE = (
    "各站所把公开内容交办公室核对，核对以后统一上网。",
    "村务公开栏每季度更换一次内容，旧内容存档备查。",
    "镇里安排两名同志接待来访群众，解答办事流程。",
)
SECTIONS = ("overview", "problems", "overview", "preface")


def planted(rng: Random, line: str, number: int) -> Report:
    """Return a report with the line among others, in a form, a section and a place that change."""
    template_id, year = FORMS[number % len(FORMS)]
    library = _LIBRARY[0]
    report = blank(library.get(template_id), year, rng.choice(OFFICES))
    section = report.section(SECTIONS[number % len(SECTIONS)])
    assert section is not None
    beside = [Paragraph(text=text) for text in rng.sample(BESIDE, 2)]
    beside.insert(rng.randrange(3), Paragraph(text=line))
    section.paragraphs = beside
    return report


_LIBRARY: list[Library] = []


def _faulty(rule: str) -> None:
    def trials(rng: Random, library: Library) -> Iterator[Trial]:
        _LIBRARY[:] = [library]
        for number, line in enumerate(WRONG[rule]):
            before, words, after = line.split("^")
            yield Trial(planted(rng, before + words + after, number), at=words)

    FAULTS.setdefault(rule, []).append(trials)


def _right(rule: str) -> None:
    def trials(rng: Random, library: Library) -> Iterator[Trial]:
        _LIBRARY[:] = [library]
        for number, line in enumerate(NEAR[rule]):
            yield Trial(planted(rng, line, number))

    NEAR_MISSES.setdefault(rule, []).append(trials)


for _rule in WRONG:
    _faulty(_rule)
for _rule in NEAR:
    _right(_rule)


def _signed(library: Library, template_id: str, year: int, *lines: str) -> Report:
    report = blank(library.get(template_id), year, "清溪县柳河镇人民政府")
    section = report.section(SIGNATURE)
    assert section is not None
    section.paragraphs = [Paragraph(text=line) for line in ("清溪县柳河镇人民政府", *lines)]
    return report


LATE = (
    ("national-2021", 2023, "2024年2月1日"), ("national-2021", 2022, "2023年2月6日"), ("national-2021", 2021, "2022年3月15日"),
    ("national-2021", 2024, "2025年12月30日"), ("national-2021", 2024, "2025年4月2日"), ("national-2019", 2019, "2020年2月20日"),
    ("national-2019", 2020, "2021年3月1日"), ("national-2019", 2019, "二〇二〇年六月八日"), ("national-2021", 2023, "2024-02-18"),
    ("national-2021", 2023, "2024.3.5"), ("national-2021", 2023, "（2024年5月6日）"), ("national-2021", 2025, "2026年2月2日"),
    ("national-2014", 2014, "2015年4月1日"), ("national-2014", 2016, "2017年4月18日"), ("national-2014", 2017, "2018年5月2日"),
    ("national-2014", 2018, "2019年6月30日"), ("weihai-2012", 2012, "2013年4月9日"), ("weihai-2012", 2010, "2011年7月1日"),
    ("plain-2008", 2008, "2009年4月12日"), ("plain-2008", 2013, "2014年9月1日"), ("plain-2008", 2018, "2019年4月3日"),
    ("national-2021", 2022, "2023年11月11日"),
)  # fmt: skip
IN_TIME = (
    ("national-2021", 2023, "2024年1月31日"), ("national-2021", 2022, "2023年1月5日"), ("national-2021", 2021, "2022年1月28日"),
    ("national-2021", 2024, "2025年1月2日"), ("national-2021", 2025, "2026年1月30日"), ("national-2019", 2019, "2020年1月31日"),
    ("national-2019", 2020, "2021年1月15日"), ("national-2019", 2019, "二〇二〇年一月八日"), ("national-2021", 2023, "2024-01-18"),
    ("national-2021", 2023, "2024.1.5"), ("national-2021", 2023, "（2024年1月6日）"), ("national-2014", 2014, "2015年3月31日"),
    ("national-2014", 2016, "2017年2月18日"), ("national-2014", 2017, "2018年3月2日"), ("national-2014", 2018, "2019年3月30日"),
    ("weihai-2012", 2012, "2013年3月9日"), ("weihai-2012", 2010, "2011年1月1日"), ("plain-2008", 2008, "2009年2月12日"),
    ("plain-2008", 2013, "2014年3月31日"), ("plain-2008", 2018, "2019年1月3日"), ("national-2021", 2023, "联系电话：0100-1234567"),
)  # fmt: skip


@faults("L16")
def late(rng: Random, library: Library) -> Iterator[Trial]:
    for template_id, year, line in LATE:
        yield Trial(_signed(library, template_id, year, line), at=line.strip("（）"))


@near_misses("L16")
def in_time(rng: Random, library: Library) -> Iterator[Trial]:
    for template_id, year, line in IN_TIME:
        yield Trial(_signed(library, template_id, year, line))
    later = _signed(library, "national-2021", 2023, "2024年1月9日")
    later.sections[1].paragraphs = [Paragraph(text="2024年5月1日起，新的公开目录开始施行。")]
    yield Trial(later)


_CHANGES = (
    ("每月检查一次", "每季度检查一次"), ("86条", "68条"), ("两次培训", "三次培训"), ("镇长", "副镇长"), ("5件", "6件"),
    ("全部按时答复", "按时答复"), ("12个", "11个"), ("，没有收取费用", ""), ("0100-1234567", "0100-1234568"), ("柳河街1号", "柳河街7号"),
)  # fmt: skip
_LINES = (
    "镇长任领导小组组长，每月检查一次公开栏。",
    "全年公开信息86条，覆盖12个村，组织两次培训。",
    "收到申请5件，全部按时答复，没有收取费用。",
    "联系电话：0100-1234567，地址：柳河街1号。",
)


def _version(library: Library, number: int) -> Report:
    template_id, year = FORMS[number % len(FORMS)]
    report = blank(library.get(template_id), year, "清溪县柳河镇人民政府")
    section = report.section("overview")
    assert section is not None
    section.paragraphs = [Paragraph(text=line) for line in _LINES]
    cells = [cell.id for cell in library.get(template_id).cells.values() if not cell.group]
    report.values = dict.fromkeys(cells, "0")
    return report


@faults("L17")
def other_text(rng: Random, library: Library) -> Iterator[Trial]:
    for number, (here, there) in enumerate(_CHANGES * 2):
        report, other = _version(library, number), _version(library, number)
        index = next(at for at, line in enumerate(_LINES) if here in line)
        section = other.section("overview")
        assert section is not None
        section.paragraphs[index].text = _LINES[index].replace(here, there)
        yield Trial(report, other, at=_LINES[index])
    for number in (0, 1, 2, 3, 5):
        report, other = _version(library, number), _version(library, number)
        cell = rng.choice(list(report.values))
        other.values[cell] = "3"
        yield Trial(report, other, at=cell)


@near_misses("L17")
def same_text(rng: Random, library: Library) -> Iterator[Trial]:
    for number in range(12):
        report, other = _version(library, number), _version(library, number)
        section = other.section("overview")
        assert section is not None
        if number % 3 == 0:
            section.paragraphs = [
                Paragraph(text="　　" + one.text.replace("，", ", ")) for one in section.paragraphs
            ]
        elif number % 3 == 1:
            first, *rest = section.paragraphs
            section.paragraphs = [Paragraph(text=first.text + rest[0].text), *rest[1:]]
        else:
            other.values = dict.fromkeys(other.values, "０")
        yield Trial(report, other)
    for number in range(10):
        report, other = _version(library, number), _version(library, number)
        section = other.section("overview")
        assert section is not None
        section.paragraphs[0].text = "去年每季度检查一次。"
        other.year -= 1 if number % 2 else 0
        other.unit.name = other.unit.name if number % 2 else "云台市双河乡人民政府"
        yield Trial(report, other)


def _filed(library: Library, number: int, title: int, start: int, end: int) -> Report:
    template_id, year = FORMS[number % len(FORMS)]
    template = library.get(template_id)
    report = blank(template, year, "清溪县柳河镇人民政府")
    report.title = f"清溪县柳河镇人民政府{year + title}年政府信息公开工作年度报告"
    wordings = (
        f"报告所列数据的统计期限自{year + start}年1月1日起至{year + end}年12月31日止。",
        f"本报告中数据统计时间为{year + start}年1月1日至{year + end}年12月31日。",
        f"本年报中所列数据的统计期间是{year + start}年1月1日到{year + end}年12月31日。",
    )
    section = report.section(PREFACE)
    assert section is not None
    section.paragraphs = [Paragraph(text=f"现公布本镇政府信息公开年度报告。{wordings[number % 3]}")]
    return report


@faults("L18")
def wrong_file(rng: Random, library: Library) -> Iterator[Trial]:
    for number in range(24):
        title, start, end = ((-1, 0, 0), (0, -1, -1), (1, 0, 0), (-1, -1, -1), (0, 0, -1), (0, 1, 1))[
            number % 6
        ]
        report = _filed(library, number, title, start, end)
        at = f"{report.year + title}年" if title else f"{report.year + end}年12月31日"
        yield Trial(report, at=at)
    for table_id, template_id, year in (
        ("statistics", "national-2014", 2016),
        ("statistics", "weihai-2012", 2012),
    ):
        report = blank(library.get(template_id), year, "清溪县柳河镇人民政府")
        report.heads[table_id] = Head(
            title="政府信息公开情况统计表", period=f"（{year - 1}年度）", filler="柳河镇人民政府"
        )
        yield Trial(report, at=f"（{year - 1}年度）")


@near_misses("L18")
def right_file(rng: Random, library: Library) -> Iterator[Trial]:
    for number in range(18):
        yield Trial(_filed(library, number, 0, 0, 0))
    for number, line in enumerate(
        (
            "{y}年的数据比{p}年增加两成，{p}年1月1日起实行的登记办法继续执行。",
            "自{p}年5月1日起，镇里启用新的公开栏。",
            "到{n}年12月31日，全部村要完成公开栏改造。",
            "{n}年1月，本报告在镇政府网站公布。",
        )
    ):
        report = _filed(library, number, 0, 0, 0)
        words = {"y": report.year, "p": report.year - 1, "n": report.year + 1}
        report.sections[1].paragraphs = [Paragraph(text=line.format(**words))]
        yield Trial(report)


@faults("L04")
def left_out(rng: Random, library: Library) -> Iterator[Trial]:
    for line in (
        "当前位置：首页 > 政务公开 > 年报",
        "发布时间：2024-01-20 来源：党政办 字体：[ ]",
        "上一篇：人大工作报告",
    ):
        report = blank(library.get("national-2021"), 2023, "清溪县柳河镇人民政府")
        report.notes = [Note(message="网页上的文字，未放入报告。", source=line, line=2)]
        yield Trial(report, at=line)


@faults("L03")
def brand_in_many_places(rng: Random, library: Library) -> Iterator[Trial]:
    for brand in ("Kaborin", "Vexinto", "Luromax"):
        report = blank(library.get("national-2014"), 2016, "清溪县柳河镇人民政府")
        section = Section(
            id="overview", paragraphs=[Paragraph(text=f"{brand}工作由{brand}小组负责，{brand}栏目每月更新。")]
        )
        report.sections[1] = section
        yield Trial(report, at=brand)
