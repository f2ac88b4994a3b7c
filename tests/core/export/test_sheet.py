"""The check sheet: every check with its result, what is open and what was kept, as Word and PDF."""

import io
import re
from dataclasses import replace
from pathlib import Path

import docx
import pytest

from core import carry, checks, export, totals
from core.blocks import Anchor, Document, Paragraph, Run, TableBlock
from core.checks.catalogue import titles
from core.checks.sheet import Sheet, sheet
from core.edits import Decide, SetCells
from core.export import files, pdf, word
from core.export.sheet import document
from core.report import Paragraph as ReportParagraph
from core.report import Report, blank
from core.template import built_in
from tests.core.checks.test_watch import with_last
from tests.core.export import pdf_pages
from tests.corpus import programs
from tests.golden import Golden

LIBRARY = built_in()
LONG = {"T08": "T19-emptied", "X08": "X05-closed"}  # as long as checks of somebody's own may be numbered
CODE = re.compile(r"[A-Z]\d\d(?:-[a-z]+)?", re.ASCII)


def wrong() -> Report:
    """Return a report of 2016 with two broken figures, and a warning that was kept."""
    report = with_last("national-2014")
    SetCells({"statistics.staff.value": "9", "statistics.documents_published.value": "6"}).apply(report)
    found = checks.for_template(LIBRARY, report.template).run(report)
    kept = next(one for one in found if one.rule == "T13")
    Decide(kept.key, "含往年制发、今年补公开的 2 件，已与司法所核对").apply(report)
    return report


def sheet_of(report: Report) -> Sheet:
    return sheet(checks.for_template(LIBRARY, report.template), report)


def states(made: Sheet) -> dict[str, str]:
    return {line.rule: line.state for line in made.lines}


def test_every_check_of_the_catalogue_has_its_line():
    assert [line.rule for line in sheet_of(wrong()).lines] == list(titles())


def test_the_lines_say_what_came_of_each_check():
    report = wrong()
    made = states(sheet_of(report))
    report.earlier = []
    alone = states(sheet_of(report))

    assert made["T09"] == "found"
    assert made["T13"] == "kept"
    assert made["T08"] == "passed"
    assert made["T01"] == "not_of_this_form"
    assert (made["Y20"], alone["Y20"]) == ("found", "no_last_year")


def test_findings_and_decisions_are_those_of_a_run():
    report = wrong()
    checker = checks.for_template(LIBRARY, report.template)

    made = sheet_of(report)

    assert sorted(one.key for one in made.findings) == sorted(one.key for one in checker.run(report))
    assert made.kept == checker.kept(report)
    assert made.counts == checks.counts(checker.run(report))
    assert made.verdict == checks.verdict(checker.run(report))


@pytest.mark.parametrize(("year", "words"), [(2023, "处去年内容"), (2021, "处 2021 年内容")])
def test_the_verdict_says_what_waits_in_the_words_of_the_window(year, words):
    # given
    last = blank(LIBRARY.get("national-2021"), year, "清溪县柳河镇人民政府")
    last.section("overview").paragraphs = [ReportParagraph(text="本镇设公开栏一处。")]
    draft = carry.forward(LIBRARY, last, 2024)
    assert sheet_of(draft).counts["error"] == 0

    # then
    assert sheet_of(draft).verdict.startswith(f"还有 {draft.waiting()} {words}没核对")


def test_a_check_says_how_many_cells_it_compared():
    lines = {line.rule: line.cells for line in sheet_of(wrong()).lines}

    assert lines["T09"] == 3
    assert lines["P12"] == 0


def test_a_check_that_is_not_switched_on_says_so():
    report = wrong()
    checker = checks.for_template(LIBRARY, report.template)
    rules = [one for one in checker.rules if one.entry.rule == "T09"]
    off = [type(one)(one.entry.model_copy(update={"optional": True}), one.find) for one in rules]

    made = sheet(checks.Checker(checker.template, off), report)

    assert states(made)["T09"] == "switched_off"
    assert made.findings == []


def words(report: Report) -> str:
    """Return the document as text, a line for each row."""
    lines = []
    for block in document(sheet_of(report)).blocks:
        if isinstance(block, TableBlock):
            rows: dict[int, list[str]] = {}
            for cell in block.grid.cells:
                rows.setdefault(cell.row, []).append(cell.text)
            lines += [" | ".join(rows[row]) for row in sorted(rows)]
        else:
            lines.append(getattr(block, "text", ""))
    return "\n".join(lines)


def test_the_document_prints_messages_figures_and_reasons():
    text = words(wrong())

    assert "含往年制发、今年补公开的 2 件，已与司法所核对" in text
    assert "4 / 9" in text
    assert "自查人" in text
    assert titles()["T08"] in text


def test_the_document_names_the_years_whose_reports_were_not_there_to_compare_with():
    # given: a report of 2016, made from one of 2014
    report = wrong()
    report.earlier[0].year = 2014
    report.sections[1].paragraphs = [ReportParagraph(text="全年主动公开政府信息85条，比2012年增加3条。")]

    # when
    told = [line for line in words(report).splitlines() if "没有比较" in line]

    # then
    assert [line.partition("：")[0] for line in told] == [
        "没有本单位 2015 年的报告，没有比较",
        "没有本单位 2012 年的报告，没有比较",
        "没有这份报告的另一个文件，没有比较",
    ]
    assert "各项数字不是与去年完全相同（Y13）；" in told[0]
    assert [line.partition("：")[2] for line in told[1:]] == [
        f"{titles()['Y19']}（Y19）。",
        f"{titles()['L17']}（L17）。",
    ]


def test_checks_that_are_not_for_the_form_stand_by_what_they_look_at():
    # when
    (told,) = [line for line in words(wrong()).splitlines() if "不适用" in line]

    # then: whoever reads it need not know the numbers
    groups = told.partition("：")[2].removesuffix("。").split("；")
    assert [one.partition(" ")[0] for one in groups] == ["表格", "正文和表格对照", "结构和格式", "年份和名称"]
    assert [{code[0] for code in one.split()[1:]} for one in groups] == [{"T"}, {"X"}, {"P"}, {"Y"}]


def test_a_check_of_somebodys_own_that_is_not_for_the_form_stands_last():
    # given
    made = sheet_of(wrong())
    own = replace(next(one for one in made.lines if one.rule == "T01"), rule="Q01", title="本县的检查")

    # when
    below = [
        one.text
        for one in document(replace(made, lines=(own, *made.lines))).blocks
        if isinstance(one, Paragraph)
    ]

    # then
    (told,) = [line for line in below if "不适用" in line]
    assert told.endswith("；其他 Q01。")


def test_totals_typed_by_hand_are_listed_with_their_reasons():
    report = wrong()
    form = LIBRARY.get(report.template)
    before = words(report)
    totals.by_hand(form, report, "statistics.staff.value", "9", "一人年中调出，按实有人次填").apply(report)

    assert "手工填的合计" not in before
    text = words(report)
    assert "手工填的合计" in text
    assert "一人年中调出，按实有人次填" in text


def test_the_sheet_of_three_checks_reads_as_kept(golden: Golden):
    report = wrong()
    checker = checks.for_template(LIBRARY, report.template)
    few = [one for one in checker.rules if one.entry.rule in ("T08", "T09", "T13")]
    few_checks = checks.Checker(checker.template, few)
    made = document(sheet(few_checks, report))
    pages = []
    for block in made.blocks:
        if isinstance(block, TableBlock):
            cells = sorted(block.grid.cells, key=lambda cell: (cell.row, cell.column))
            pages += [f"{cell.row}.{cell.column} {cell.role}: {cell.text}" for cell in cells]
        else:
            pages.append(str(getattr(block, "text", "")))

    golden("sheet/national-2014.txt", "\n".join(pages))


def with_long_numbers() -> Sheet:
    """Return the sheet in which a check that was done has a long number, and one that was not."""
    made = sheet_of(wrong())
    return replace(made, lines=tuple(replace(one, rule=LONG.get(one.rule, one.rule)) for one in made.lines))


def by_libreoffice(made: Document, folder: Path) -> bytes:
    """Return the PDF that LibreOffice makes of the Word file."""
    program = programs.office()
    if program is None:
        pytest.skip("LibreOffice is not installed")
    (folder / "自查表.docx").write_bytes(word.write(made))
    (printed,) = programs.convert([folder / "自查表.docx"], "pdf", folder / "printed").values()
    return printed.read_bytes()


@pytest.mark.parametrize("how", ["pdf", "word"])
def test_no_number_of_a_check_is_broken_and_no_line_pulled_apart(how, tmp_path):
    # given
    made = with_long_numbers()

    # when
    printed = pdf.write(document(made)) if how == "pdf" else by_libreoffice(document(made), tmp_path)

    # then: also where those that were not done stand in a row, and the row begins behind its reason
    lines = [line.text for line in pdf_pages.body(printed)]
    found = {code for line in lines for code in CODE.findall(line)}
    assert {line.rule for line in made.lines} - found == set()
    (first,) = [line for line in lines if "报告不适用" in re.sub(r"\s", "", line)]
    assert len(CODE.findall(first)) >= 3
    assert not any(line.startswith("、") for line in lines)


@pytest.mark.parametrize("lines", range(22))
def test_who_signs_and_the_day_stand_together_with_a_line_of_the_text(lines):
    # given: what stands below the tables comes anywhere on a page
    made = document(sheet_of(wrong()))
    below = [block for block in made.blocks if isinstance(block, Paragraph)][1:]
    above = [Paragraph((Run("本表留存。", "body"),), 0, Anchor("", number)) for number in range(lines)]

    # when
    printed = pdf_pages.body(pdf.write(replace(made, blocks=(*above, *below))))

    # then
    assert printed[-1].text.startswith("日")
    assert printed[-2].text.startswith("自查人")
    assert printed[-3].page == printed[-2].page == printed[-1].page


def test_in_word_who_signs_and_the_day_are_kept_with_the_paragraph_above():
    # when
    opened = docx.Document(io.BytesIO(word.write(document(sheet_of(wrong())))))
    held = [one.paragraph_format.keep_with_next for one in opened.paragraphs[-4:]]

    # then
    assert held == [None, True, True, None]


@pytest.mark.parametrize("template", list(LIBRARY), ids=lambda template: template.id)
def test_it_is_written_beside_the_report_as_word_and_pdf(tmp_path, template):
    report = Report(template=template.id, year=template.first_year, title="")
    beside = [document(sheet_of(report))]
    formats = export.find(["html"])

    paths = files.export(template, report, files.Order(formats, beside), tmp_path)

    stem = export.file_stem(report)
    assert [path.name for path in paths] == [f"{stem}.html", f"{stem}自查表.docx", f"{stem}自查表.pdf"]
    assert [path.read_bytes()[:4] for path in paths[1:]] == [b"PK\x03\x04", b"%PDF"]
