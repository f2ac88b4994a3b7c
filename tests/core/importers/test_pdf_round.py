"""Our own PDFs read back: every figure and every paragraph as it was."""

import random
from pathlib import Path

import pytest

from core.export import pdf as writer
from core.importers import read
from core.layout import lay_out
from core.report import Paragraph, Report, Section, Unit
from core.template import Library

SAMPLE = next((Path(__file__).resolve().parents[3] / "resources" / "samples").glob("*.txt"))
SENTENCES = (
    "镇里把公开事项列成清单，按月对照检查，没有漏掉应当公开的内容，",
    "群众来电来访由专人登记，当天能答复的当天答复，不能答复的说明原因和时间；",
    "村务公开栏由镇里统一编号，每季度更换一次，旧的内容拍照留存备查，",
    "网站栏目有专人维护，发布以前先作保密审查，出错的及时更正，",
    "全年公开财政、民政、农业等方面的信息137条，制作解读材料6篇，",
)


def back(report: Report, library: Library, folder: Path) -> Report:
    """Return the report read from its own PDF."""
    path = folder / "报告.pdf"
    path.write_bytes(writer.write(lay_out(library.templates[report.template], report)))
    return read(path, library)


def prose(report: Report) -> list[tuple[str, int, str]]:
    return [(section.id, paragraph.level, paragraph.text) for section, _, paragraph in report.paragraphs()]


def assert_same(found: Report, report: Report) -> None:
    assert (found.template, found.year, found.title) == (report.template, report.year, report.title)
    assert found.values == {cell: text for cell, text in report.values.items() if text}
    assert prose(found) == prose(report)


def test_the_sample_comes_back_as_it_was(library: Library, tmp_path: Path):
    report = read(SAMPLE, library)

    assert_same(back(report, library, tmp_path), report)


@pytest.mark.parametrize("number", ["000", "001", "002", "003", "004"])
def test_a_real_report_comes_back_as_it_was(
    number: str, seeds: dict[str, Path], library: Library, tmp_path: Path
):
    report = read(seeds[number], library)

    assert_same(back(report, library, tmp_path), report)


@pytest.mark.parametrize(
    ("template", "year"),
    [("national-2021", 2024), ("national-2019", 2020), ("national-2014", 2016), ("weihai-2012", 2011)],
)
@pytest.mark.parametrize("chance", [1, 2])
def test_a_report_filled_in_at_random_comes_back_with_every_figure(
    template: str, year: int, chance: int, library: Library, tmp_path: Path
):
    report = filled(library, template, year, random.Random(f"{template}{chance}"))

    found = back(report, library, tmp_path)

    assert found.values == report.values
    assert {words for _, _, words in prose(found)} >= {words for _, _, words in prose(report)}


def filled(library: Library, template: str, year: int, chance: random.Random) -> Report:
    """Return a report with a figure of one to six digits in every cell, and some paragraphs in every section."""
    form = library.templates[template]
    values = {
        cell: str(chance.randrange(10 ** chance.randrange(1, 7)))
        for cell, one in form.cells.items()
        if not one.group
    }
    sections = [
        Section(
            id=section.id, paragraphs=[Paragraph(text=said(chance)) for _ in range(chance.randrange(1, 4))]
        )
        for section in form.sections
    ]
    title = f"柳河镇{year}年政府信息公开工作年度报告"
    unit = Unit(name="柳河镇人民政府")
    return Report(template=template, year=year, title=title, unit=unit, sections=sections, values=values)


def said(chance: random.Random) -> str:
    """Return a paragraph of chance length."""
    words = "".join(chance.choice(SENTENCES) for _ in range(chance.randrange(1, 7)))
    return words[: chance.randrange(12, len(words))].rstrip("，；、") + "。"


@pytest.mark.parametrize("before", range(32, 39))
def test_a_last_line_that_goes_to_the_next_page_with_the_signature_ends_its_paragraph(
    before: int, library: Library, tmp_path: Path
):
    # given: a form without tables, and a paragraph of two lines at the foot of a page
    report = Report(template="plain-2008", year=2012, unit=Unit(name="清溪县柳河镇人民政府"), title="")
    report.title = "清溪县柳河镇人民政府2012年政府信息公开工作年度报告"
    lines = [
        *(["村务公开栏按季度更换。"] * before),
        "镇里把公开事项列成清单，按月对照检查，结果向群众说明，并在网站公开。",
    ]
    signed = ["清溪县柳河镇人民政府", "2013年1月8日"]
    report.sections = [
        Section(id="preface", paragraphs=[Paragraph(text="现公布柳河镇2012年度报告。")]),
        Section(id="custom-1", title="概述", paragraphs=[Paragraph(text=line) for line in lines]),
        Section(id="signature", paragraphs=[Paragraph(text=line) for line in signed]),
    ]

    # when
    found = back(report, library, tmp_path)

    # then
    assert [text for _, _, text in prose(found)][-3:] == [lines[-1], *signed]


@pytest.mark.parametrize("before", range(3))
def test_short_lines_and_addresses_at_the_foot_of_our_own_pages_come_back(
    before: int, library: Library, tmp_path: Path
):
    # given: each in turn is the last line of a page, the same one on several
    report = Report(template="plain-2008", year=2012, unit=Unit(name="清溪县柳河镇人民政府"), title="")
    report.title = "清溪县柳河镇人民政府2012年政府信息公开工作年度报告"
    address = "本报告可以在县政府网站http://www.qingxi.gov.cn/zfxxgk/查阅下载，有疑问请联系镇办公室。"
    lines = ["村务公开栏按季度更换。"] * before + ["具体情况如下：", address, "主要做法"] * 24
    report.sections = [
        Section(id="preface", paragraphs=[Paragraph(text="现公布柳河镇2012年度报告。")]),
        Section(id="custom-1", title="概述", paragraphs=[Paragraph(text=line) for line in lines]),
    ]

    # when
    found = back(report, library, tmp_path)

    # then
    assert [text for _, _, text in prose(found)][-len(lines) :] == lines
