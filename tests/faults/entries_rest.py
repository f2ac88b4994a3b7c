"""Trials of single entries that the trials of their rules pass by: rare branches of structure, tables and years."""

from collections.abc import Iterator
from random import Random

from core.report import Head, Note, Paragraph, Report, Section, blank
from core.template import Library
from tests.faults.filling import YEARS, filled, with_tables
from tests.faults.harness import Trial, faults, near_misses
from tests.faults.prose_base import OFFICIAL, STATISTICS, told

_OFFICE = "清溪县柳河镇人民政府"
_FORMS = ("national-2014", "weihai-2012", "plain-2008", "national-2019", "national-2021")
_YEARLESS = (
    "现公布柳河镇本年度政府信息公开情况。",
    "现向社会公布我镇本年度政府信息公开工作情况。",
    "按照规定编制本年度政府信息公开工作报告，内容如下。",
    "现将柳河镇政府信息公开本年度情况报告如下，向社会公布本年度数据。",
)


def _introduced(library: Library, number: int, title: str) -> Report:
    form = _FORMS[number % len(_FORMS)]
    report = blank(library.get(form), YEARS[form][0], _OFFICE)
    report.title = title.format(year=report.year)
    report.sections[0] = Section(
        id="preface", paragraphs=[Paragraph(text=_YEARLESS[number % len(_YEARLESS)])]
    )
    return report


@faults("P12-year")
def no_year_anywhere(rng: Random, library: Library) -> Iterator[Trial]:
    for number in range(5):
        yield Trial(_introduced(library, number, "柳河镇政府信息公开工作年度报告"), at="本年度")


@near_misses("P12-year")
def year_in_the_title(rng: Random, library: Library) -> Iterator[Trial]:
    for number in range(5):
        yield Trial(_introduced(library, number, "柳河镇{year}年政府信息公开工作年度报告"))


_CLASSES = (
    "公开概况类{a}条，规划类{b}条，人事类{c}条，包括概况、规划等{n}大类内容。",
    "公开财政类{a}条，民政类{b}条，动态类{c}条，包括财政、民政等{n}类。",
    "公开动态类{a}条，概况类{b}条，服务类{c}条，包括动态、服务等{n}大类内容。",
)


def _classes(rng: Random, library: Library, count: int) -> Iterator[Trial]:
    for number, line in enumerate(_CLASSES * 2):
        a, b, c = (rng.randint(2, 30) for _ in range(3))
        form = _FORMS[number % len(_FORMS)]
        section = library.get(form).sections[1].id
        yield Trial(told(library, form, [line.format(a=a, b=b, c=c, n=count)], section, {}), at=f"{count}")


@faults("P03-classes")
def more_classes_than_counted(rng: Random, library: Library) -> Iterator[Trial]:
    yield from _classes(rng, library, rng.randint(6, 9))


@near_misses("P03-classes")
def classes_as_counted(rng: Random, library: Library) -> Iterator[Trial]:
    yield from _classes(rng, library, 3)


_SHARES = (
    "网站公开12条，占总数的%。",
    "收取信息处理费＿元。",
    "占全部信息的％，其余在公开栏。",
    "共收取费用__元。",
)


@faults("X16-share")
def shares_left_blank(rng: Random, library: Library) -> Iterator[Trial]:
    for number, line in enumerate(_SHARES):
        yield Trial(told(library, _FORMS[number], [line], "overview", {}))


_LINKED = (
    "全年公开信息〔待填〕件。",
    "收到政府信息公开申请〔待填〕件，都已答复。",
    "其中网站公开〔待填〕条。",
)


@faults("X16-linked")
def links_of_blank_cells(rng: Random, library: Library) -> Iterator[Trial]:
    for form in _FORMS:
        yield Trial(told(library, form, [rng.choice(_LINKED)], "overview", {}), at="〔待填〕")


_PAIRS = (
    ("通过微博和微信公开信息{n}条。", ("weibo", "wechat")),
    ("通过微信和微博公开政府信息{n}条。", ("weibo", "wechat")),
    ("利用微博、微信公开信息{n}条。", ("weibo", "wechat")),
)


def _pairs(rng: Random, library: Library, *, right: bool) -> Iterator[Trial]:
    for number, (line, rows) in enumerate(_PAIRS * 2):
        one, two = rng.randint(5, 40), rng.randint(5, 40)
        said = rng.randint(max(one, two), one + two) if right else one + two + rng.randint(1, 20)
        cells = {f"statistics.{row}.value": str(value) for row, value in zip(rows, (one, two), strict=True)}
        text = line.format(n=said)
        yield Trial(told(library, STATISTICS[number % 2], [text], "overview", cells), at=f"{said}条")


@faults("X02-union")
def more_than_both_channels(rng: Random, library: Library) -> Iterator[Trial]:
    yield from _pairs(rng, library, right=False)


@near_misses("X02-union")
def between_the_larger_and_both(rng: Random, library: Library) -> Iterator[Trial]:
    yield from _pairs(rng, library, right=True)


_PARTS = (
    "主动公开政府信息{t}条，其中网站{n}条。",
    "全年主动公开政府信息{t}条，其中政府网站{n}条。",
    "主动公开信息{t}条，其中通过政府网站公开{n}条。",
)


def _parts(rng: Random, library: Library, *, right: bool) -> Iterator[Trial]:
    for number, line in enumerate(_PARTS * 2):
        total = rng.randint(20, 90)
        part = total - rng.randint(0, 9) if right else total + rng.randint(1, 30)
        form = _FORMS[number % 3]
        yield Trial(told(library, form, [line.format(t=total, n=part)], "overview", {}), at=f"{part}条")


@faults("T11-prose")
def channel_over_the_total(rng: Random, library: Library) -> Iterator[Trial]:
    yield from _parts(rng, library, right=False)


@near_misses("T11-prose")
def channel_within_the_total(rng: Random, library: Library) -> Iterator[Trial]:
    yield from _parts(rng, library, right=True)


def _one_blank(rng: Random, library: Library, table: str) -> Iterator[Trial]:
    for template in with_tables(library, table):
        report = filled(rng, template)
        cells = [
            cell.id
            for cell in template.cells.values()
            if cell.table == table and not cell.group and not cell.sums
        ]
        at = rng.choice(cells)
        del report.values[at]
        yield Trial(report, at=at)


@faults("T19-disclosure")
def one_blank_of_disclosure(rng: Random, library: Library) -> Iterator[Trial]:
    for _ in range(3):
        yield from _one_blank(rng, library, "disclosure")


@faults("T19-reviews")
def one_blank_of_reviews(rng: Random, library: Library) -> Iterator[Trial]:
    for _ in range(2):
        yield from _one_blank(rng, library, "reviews")


_ROWS = ("granted", "partial", "repeated", "not_held", "new")


def _strange_heads(library: Library) -> Iterator[tuple[Report, str]]:
    for number, row in enumerate(_ROWS):
        report = blank(library.get(OFFICIAL[number % 2]), 2020 if number % 2 else 2023, _OFFICE)
        about = f"applications.{row}"
        report.notes = [Note(message="表头不同。", kind="foreign_head", source=f"{row} 3 0 1", about=[about])]
        yield report, about


@faults("T26-heads")
def rows_under_other_heads(rng: Random, library: Library) -> Iterator[Trial]:
    for report, about in _strange_heads(library):
        yield Trial(report, at=f"{about}.natural")


@near_misses("T26-heads")
def rows_filled_in_since(rng: Random, library: Library) -> Iterator[Trial]:
    for report, about in _strange_heads(library):
        cells = library.get(report.template).cells
        report.values = {cell: "0" for cell in cells if cell.startswith(f"{about}.")}
        yield Trial(report)


def _stock(rng: Random, library: Library, *, right: bool) -> Iterator[Trial]:
    for _ in range(5):
        template = library.get("national-2021")
        report, last = filled(rng, template, 2023), filled(rng, template, 2022)
        before, made, repealed = rng.randint(5, 30), rng.randint(0, 5), rng.randint(0, 4)
        last.values["disclosure.rules.valid"] = str(before)
        valid = before + made - repealed + (0 if right else rng.choice((-1, 1, 2)))
        figures = {"made": made, "repealed": repealed, "valid": valid}
        report.values |= {f"disclosure.rules.{column}": str(value) for column, value in figures.items()}
        report.unit.name = last.unit.name = "清溪县人民政府"
        yield Trial(report, last, at="" if right else "disclosure.rules.valid")


@faults("Y15-rules")
def rules_do_not_follow(rng: Random, library: Library) -> Iterator[Trial]:
    yield from _stock(rng, library, right=False)


@near_misses("Y15-rules")
def rules_follow(rng: Random, library: Library) -> Iterator[Trial]:
    yield from _stock(rng, library, right=True)


@faults("Y17-visitors")
def visitors_leap(rng: Random, library: Library) -> Iterator[Trial]:
    for row in ("visitors_town", "visitors_county", "visitors_city", "deposits_paper", "deposits_digital"):
        template = library.get("weihai-2012")
        report, last = filled(rng, template, 2012), filled(rng, template, 2011)
        total = row.partition("_")[0]
        for one, value in ((last, rng.randint(2, 9)), (report, rng.randint(60, 90))):
            one.values |= {cell: "0" for cell in template.cells if cell.startswith(f"statistics.{total}")}
            one.values |= {f"statistics.{row}.value": str(value), f"statistics.{total}.value": str(value)}
        yield Trial(report, last, at=f"statistics.{total}.value")


_ODD = "\ue004"
_TITLES = ("overview", "disclosure", "applications", "problems")
_STRAY = (
    "\uf06c更新公开目录，核对网站专栏。",
    "\uf0d8每月检查一次公开栏。",
    "各村公开栏每季度更换一次。\ue004",
    "通过\ufffd政府网站公开。",
    "设立\ue7c7公开栏十二处。",
    "锟斤拷锟斤拷政府信息公开",
)


def _odd_text(library: Library, number: int) -> Report:
    form = _FORMS[number % len(_FORMS)]
    return blank(library.get(form), YEARS[form][0], _OFFICE)


@faults("L02-odd")
def printed_as_boxes(rng: Random, library: Library) -> Iterator[Trial]:
    for number, line in enumerate(_STRAY):
        report = _odd_text(library, number)
        report.sections[1].paragraphs = [Paragraph(text=line)]
        yield Trial(report, at=line[:4] if number != 2 else "一次。\ue004")
    for section_id in _TITLES:
        report = blank(library.get("national-2014"), 2017, _OFFICE)
        section = report.section(section_id)
        assert section is not None
        section.source_title = f"{library.get('national-2014').sections_by_id[section_id].title}{_ODD}"
        yield Trial(report)
    for office in (f"清溪县柳河镇人民政府{_ODD}", f"清溪县柳{_ODD}镇人民政府"):
        report = _odd_text(library, 0)
        report.unit.name = office
        yield Trial(report)
    for form in STATISTICS:
        report = blank(library.get(form), YEARS[form][0], _OFFICE)
        filler = f"清溪县柳河镇人民政府{_ODD}"
        report.heads["statistics"] = Head(title="政府信息公开情况统计表", period="", filler=filler)
        yield Trial(report, at=filler)
    report = _odd_text(library, 1)
    report.title = f"柳河镇{report.year}年政府信息公开工作年度报告{_ODD}"
    yield Trial(report, at=_ODD)


_PRINTABLE = (
    "①更新公开目录；②核对网站专栏。",
    "㙍塘村、䢺塘村公开栏每季度更换一次。",
    "★重点公开惠农补贴，□未完成的事项逐一登记。",
    "全年公开信息86条，比例为5‰，邮编132300。",
    "政府信息公开 Ⅱ 级响应，温度37℃，面积12㎡。",
    "𠮷田村、𣲗水村设立公开栏。",
)


@near_misses("L02-odd")
def printed_as_they_are(rng: Random, library: Library) -> Iterator[Trial]:
    for number, line in enumerate(_PRINTABLE):
        report = _odd_text(library, number)
        report.sections[1].paragraphs = [Paragraph(text=line)]
        yield Trial(report)
    report = _odd_text(library, 3)
    report.sections[1].source_title = f"总体情况{_ODD}"  # the form's own title is printed
    yield Trial(report)
