"""Trials of what an import finds of the form itself: another edition, rows that differ, tables lost (T25–T28)."""

from collections.abc import Callable, Iterator
from functools import partial
from random import Random

from core import numbers
from core.importers import text as plain_text
from core.importers.keys import words_of_forms
from core.importers.recognise import recognise
from core.report import Paragraph, Report, blank
from core.template import Library, Template
from tests import samples
from tests.core.importers import writing
from tests.faults.filling import YEARS, filled, office, with_tables
from tests.faults.harness import Trial, faults, near_misses

_LAYOUTS = ("pipe_rows", "tab_rows", "markdown")
_Change = Callable[[Random, list[str]], str]


def source(rng: Random, template: Template, year: int) -> list[str]:
    """Return the lines of a report as an office would keep it in a text file."""
    library = Library(templates={template.id: template})
    _, report = samples.filled(library, template.id, year)
    layout = writing.LAYOUTS[rng.choice(_LAYOUTS)]
    return writing.text_of(template, report, layout, behind=True).split("\n")


def read(lines: list[str], library: Library, year: int, template_id: str | None = None) -> Report:
    """Return what an import makes of the lines."""
    document = plain_text.of("\n".join(lines), words_of_forms(library))
    return recognise(document, library, "年报.txt", year=year, template_id=template_id).report


def _official(change: _Change, turns: int, rng: Random, library: Library) -> Iterator[Trial]:
    for template in with_tables(library, "applications"):
        for _ in range(turns):
            year = rng.choice(YEARS[template.id])
            lines = source(rng, template, year)
            at = change(rng, lines)
            yield Trial(read(lines, library, year, template.id), at=at)


def _where(lines: list[str], words: str) -> int:
    return next(number for number, line in enumerate(lines) if words in line)


_ROWS = {
    "一、本年新收政府信息公开申请数量": "new", "二、上年结转政府信息公开申请数量": "carried_in", "（一）予以公开": "granted",
    "2.其他法律行政法规禁止公开": "forbidden", "4.保护第三方合法权益": "third_party", "7.属于行政执法案卷": "case_files",
    "1.本机关不掌握相关政府信息": "not_held", "2.重复申请": "repeated", "3.要求提供公开出版物": "publications",
}  # fmt: skip
_REWORDED = {
    "（一）予以公开": "（一）同意公开", "2.其他法律行政法规禁止公开": "2.法律行政法规禁止公开的", "4.保护第三方合法权益": "4.涉及第三方合法权益",
    "1.本机关不掌握相关政府信息": "1.本机关不掌握该信息", "2.重复申请": "2.重复的申请", "3.要求提供公开出版物": "3.要求提供出版物",
    "一、本年新收政府信息公开申请数量": "一、本年新收申请数量", "二、上年结转政府信息公开申请数量": "二、上年结转申请数量",
    "6.属于四类过程性信息": "6.过程性信息", "四、结转下年度继续办理": "四、结转下年继续办理",
}  # fmt: skip


def _row_gone(rng: Random, lines: list[str]) -> str:
    words = rng.choice(list(_ROWS))
    del lines[_where(lines, words)]
    return f"applications.{_ROWS[words]}.natural"


def _row_reworded(rng: Random, lines: list[str]) -> str:
    words = rng.choice(list(_REWORDED))
    at = _where(lines, words)
    lines[at] = lines[at].replace(words, _REWORDED[words])
    return ""


def _rows_swapped(rng: Random, lines: list[str]) -> str:
    first, second = rng.choice(
        (
            ("2.重复申请", "3.要求提供公开出版物"),
            ("一、本年新收", "二、上年结转"),
            ("4.保护第三方", "5.属于三类"),
        )
    )
    one, two = _where(lines, first), _where(lines, second)
    lines[one], lines[two] = lines[two], lines[one]
    return ""


def _column_reworded(rng: Random, lines: list[str]) -> str:
    words, other = rng.choice(
        (("科研机构", "科研单位"), ("社会公益组织", "公益机构"), ("法律服务机构", "律师事务所"))
    )
    at = _where(lines, words)
    lines[at] = lines[at].replace(words, other)
    return ""


def _columns_swapped(rng: Random, lines: list[str]) -> str:
    first, second = rng.choice(
        (("商业企业", "科研机构"), ("科研机构", "社会公益组织"), ("社会公益组织", "法律服务机构"))
    )
    at = _where(lines, first)
    lines[at] = lines[at].replace(first, "＊").replace(second, first).replace("＊", second)
    return ""


def _written_otherwise(rng: Random, lines: list[str]) -> str:
    """Half and full width, other quotes and spaces in labels are no difference."""
    for number, line in enumerate(lines):
        if rng.random() < 0.5:
            line = line.replace("（", "(").replace("）", ")") if rng.random() < 0.6 else line
            line = line.replace("“三安全一稳定”", '"三安全一稳定"').replace("申请数量", "申请 数量")
            lines[number] = line.replace("1.", "1．") if "|" in line else line
    return ""


for _change in (_row_gone, _row_reworded, _rows_swapped, _column_reworded, _columns_swapped):
    faults("T26")(partial(_official, _change, 5))
near_misses("T26")(partial(_official, _written_otherwise, 12))
near_misses("T27")(partial(_official, _written_otherwise, 6))


@near_misses("T26")
def drafts_and_other_eras(rng: Random, library: Library) -> Iterator[Trial]:
    """Reports that were never read in, a missing row that was filled in since, local lists with rows left out."""
    for template in with_tables(library):
        yield Trial(filled(rng, template))
        if template.tables and template.id not in ("national-2021", "national-2019"):
            lines = source(rng, template, YEARS[template.id][-1])
            del lines[_where(lines, "传真申请数")]
            yield Trial(read(lines, library, YEARS[template.id][-1], template.id))
    for _ in range(4):
        template = library.get("national-2021")
        lines = source(rng, template, 2023)
        at = _row_gone(rng, lines)
        report = read(lines, library, 2023)
        row = at.rpartition(".")[0]
        report.values |= {cell: "0" for cell in template.cells if cell.startswith(f"{row}.")}
        yield Trial(report)


_LOCAL = (
    "其中：村（社区）收到的申请数量", "（八）本地其他情形", "网上受理数量", "5.本镇自行增加的类别", "政务服务大厅代收数量", "其中：涉及征地的申请",
    "省级平台转办件", "镇属事业单位公开数量", "其他主动公开文件", "本年转办信访数量",
)  # fmt: skip


def _local_row(rng: Random, lines: list[str]) -> str:
    """Put a row of one's own into one of the tables."""
    words, cells = rng.choice(
        (("（一）予以公开", 7), ("四、结转下年度继续办理", 7), ("行政处罚", 3), ("2.重复申请", 7))
    )
    at = _where(lines, words)
    row = [rng.choice(_LOCAL), *(str(rng.randint(0, 9)) for _ in range(cells))]
    mark = "|" in lines[at]
    lines.insert(at + 1, f"| {' | '.join(row)} |" if mark else "\t".join(row))
    return numbers.clean(row[0])


def _foot_line(rng: Random, lines: list[str]) -> str:
    """Put a remark below a table, as offices do."""
    at = _where(lines, "四、结转下年度继续办理")
    words = rng.choice(("单位：件", "注：统计到12月31日", "填表人：张三", "备注", "审核人：李四"))
    lines.insert(at + 1, f"| {words} |" if "|" in lines[at] else f"{words}")
    return ""


faults("T27")(partial(_official, _local_row, 13))
near_misses("T27")(partial(_official, _foot_line, 5))
near_misses("T27")(partial(_official, _row_reworded, 4))


@faults("T25")
def another_edition(rng: Random, library: Library) -> Iterator[Trial]:
    """A form that does not serve the year; tables of another edition read into the year's; rows before their time."""
    years = {"national-2021": (2020, 2019), "national-2019": (2021, 2022, 2023, 2018), "national-2014": (2019, 2021, 2013),
             "weihai-2012": (2014, 2019, 2022), "plain-2008": (2019, 2021, 2023)}  # fmt: skip
    for form, wrong in years.items():
        for year in wrong:
            report = filled(rng, library.get(form), YEARS[form][0])
            report.year = year
            yield Trial(report)
    for turn in range(6):
        lines = source(rng, library.get("national-2019"), 2020)
        yield Trial(read(lines, library, 2021 + turn % 3, "national-2021" if turn % 2 else None))
    for row in ("weibo", "wechat", "responses", "readings"):
        report = blank(library.get("weihai-2012"), rng.choice(YEARS["weihai-2012"]), office(rng))
        report.values[f"statistics.{row}.value"] = rng.choice(("0", "12"))
        yield Trial(report, at=f"statistics.{row}.value")


@faults("T25-rows")
def a_later_edition(rng: Random, library: Library) -> Iterator[Trial]:
    """Tables of the edition after it, read into a report of the trial years."""
    for turn in range(4):
        lines = source(rng, library.get("national-2021"), 2023)
        yield Trial(read(lines, library, 2019 + turn % 2, "national-2019"))


@near_misses("T25")
def the_edition_of_the_year(rng: Random, library: Library) -> Iterator[Trial]:
    """Each form in each of its years; rows of one's own that are of no edition."""
    for template in with_tables(library):
        for year in YEARS[template.id]:
            report = blank(template, year, office(rng))
            if template.id != "weihai-2012":
                report = filled(rng, template, year)
            yield Trial(report)
    for template in with_tables(library, "applications"):
        for _ in range(3):
            lines = source(rng, template, YEARS[template.id][0])
            _local_row(rng, lines)
            yield Trial(read(lines, library, YEARS[template.id][0]))


_TABLES = {
    "disclosure": "二、主动公开",
    "applications": "三、收到和处理",
    "reviews": "四、政府信息公开行政复议",
}


def _without(rng: Random, lines: list[str], table: str) -> list[str]:
    """Return the lines without those of a table, as when it is a picture; the web page leaves a line of its own."""
    at = _where(lines, _TABLES[table])
    end = next(
        number
        for number in range(at + 1, len(lines))
        if lines[number][:2] in ("三、", "四、", "五、")
        and "|" not in lines[number]
        and "\t" not in lines[number]
    )
    left = rng.choice(([], [""], ["（见图）"], ["[图片]"]))
    return [*lines[: at + 1], *left, *lines[end:]]


@faults("T28")
def tables_lost(rng: Random, library: Library) -> Iterator[Trial]:
    """A table gone from the source; a report that is written but for a table."""
    for template in with_tables(library, "applications"):
        for turn in range(9):
            year = rng.choice(YEARS[template.id])
            table = tuple(_TABLES)[turn % 3]
            lines = _without(rng, source(rng, template, year), table)
            first = next(cell for cell in template.cells if cell.startswith(f"{table}."))
            yield Trial(read(lines, library, year, template.id), at=first)
        for table in _TABLES:
            report = samples.filled(library, template.id, YEARS[template.id][0])[1]
            report.values = {cell: text for cell, text in report.values.items() if not cell.startswith(table)}
            yield Trial(report, at=next(cell for cell in template.cells if cell.startswith(f"{table}.")))


@near_misses("T28")
def tables_there_or_yet_to_come(rng: Random, library: Library) -> Iterator[Trial]:
    """New drafts, drafts carried over, blank tables of a report half written, tables read in with many blanks."""
    for template in with_tables(library, "applications"):
        for year in YEARS[template.id][:2]:
            report = blank(template, year, office(rng))
            yield Trial(report)
            carried = samples.filled(library, template.id, year)[1]
            carried.values = {}
            for section in carried.sections:
                section.paragraphs = [
                    Paragraph(text=one.text, state="carried", origin=one.text) for one in section.paragraphs
                ]
            yield Trial(carried)
            half = samples.filled(library, template.id, year)[1]
            half.values = {}
            for name in ("problems", "other"):
                section = half.section(name)
                assert section
                section.paragraphs = []
            yield Trial(half)
            yield Trial(filled(rng, template, year))
            lines = [line.replace("| 0 ", "|  ") for line in source(rng, template, year)]
            yield Trial(read(lines, library, year, template.id))
    for form in ("national-2014", "weihai-2012", "plain-2008"):
        yield Trial(filled(rng, library.get(form), YEARS[form][0]))


@faults("T28")
def annex_left_out(rng: Random, library: Library) -> Iterator[Trial]:
    """A report of the years with a statistics table on the form without one."""
    for year in range(2014, 2019):
        yield Trial(samples.filled(library, "plain-2008", year)[1])


@near_misses("T28")
def annex_elsewhere(rng: Random, library: Library) -> Iterator[Trial]:
    """Years without the table, drafts, and a table handed in by itself."""
    for year in (2008, 2010, 2012, 2013):
        yield Trial(samples.filled(library, "plain-2008", year)[1])
    for year in (2014, 2016):
        yield Trial(blank(library.get("plain-2008"), year, office(rng)))
        report = samples.filled(library, "plain-2008", year)[1]
        report.sections[-1].paragraphs.append(Paragraph(text="《政府信息公开情况统计表》另行报送。"))
        yield Trial(report)
