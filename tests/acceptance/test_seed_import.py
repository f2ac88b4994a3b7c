"""The five real reports, cell by cell and line by line, against what a person read in them."""

from collections import Counter
from pathlib import Path

import pytest

from core import importers
from core.importers.keys import column_labels
from core.importers.recognise import Reading
from core.labels import fold, unspaced
from core.report import Report
from core.template import Library

TRUTH = Path(__file__).parent / "truth"

CARDS = {
    "000": ("磐石市吉昌镇人民政府", 2016, "national-2014", "吉昌镇人民政府2016年政府信息公开工作年度报告"),
    "001": ("三爪仑乡", 2017, "national-2014", "三爪仑乡2017年政府信息公开年度报告"),
    "002": ("磐石市吉昌镇人民政府", 2023, "national-2021", ""),
    "003": ("成吉思汗镇", 2016, "plain-2008", "UedBet体育成吉思汗镇2016年政府信息公开工作年度报告"),
    "004": ("张村镇", 2012, "weihai-2012", "张村镇2012年政府信息公开工作年度报告"),
}
# Where each line of the prose belongs: section, its numeral, its heading's line, first and last line of its text.
SECTIONS = {
    "000": (
        ("preface", "", 0, 5, 8),
        ("overview", "一", 9, 10, 31),
        ("disclosure", "二", 32, 33, 35),
        ("interpretation", "三", 36, 37, 37),
        ("applications", "四", 38, 39, 39),
        ("reviews", "五", 40, 41, 41),
        ("organisation", "六", 42, 43, 56),
        ("problems", "七", 57, 58, 64),
        ("signature", "", 0, 67, 68),
    ),
    "001": (
        ("preface", "", 0, 3, 5),
        ("overview", "一", 7, 8, 17),
        ("disclosure", "二", 19, 20, 37),
        ("applications", "三", 39, 40, 41),
        ("reviews", "四", 43, 44, 45),
        ("lawsuits", "五", 47, 48, 49),
        ("fees", "六", 51, 52, 53),
        ("problems", "七", 55, 56, 63),
        ("signature", "", 0, 65, 65),
    ),
    "002": (
        ("preface", "", 0, 1, 1),
        ("overview", "一", 2, 3, 12),
        ("disclosure", "二", 13, 0, 0),
        ("applications", "三", 54, 0, 0),
        ("reviews", "四", 297, 0, 0),
        ("problems", "五", 335, 336, 339),
        ("other", "六", 340, 341, 341),
        ("signature", "", 0, 0, 0),
    ),
    "003": (
        ("preface", "", 0, 7, 7),
        ("overview", "一", 9, 10, 19),
        ("disclosure", "二", 21, 22, 35),
        ("applications", "三", 37, 38, 39),
        ("problems", "四", 41, 42, 51),
        ("signature", "", 0, 0, 0),
    ),
    "004": (
        ("preface", "", 0, 3, 3),
        ("overview", "一", 5, 6, 29),
        ("disclosure", "二", 31, 32, 37),
        ("applications", "三", 39, 40, 41),
        ("fees", "四", 43, 44, 45),
        ("reviews", "五", 47, 48, 49),
        ("problems", "六", 51, 52, 61),
        ("signature", "", 0, 0, 0),
    ),
}
HEADS = {
    "000": ("政府信息公开情况统计表", "（2016年度）", "磐石市吉昌镇人民政府"),
    "001": ("政府信息公开情况统计表", "（2017年度）", ""),
    "004": ("2012年度政府信息公开工作情况统计表", "", "张村镇政府"),
}
NOTED_LINES = {"000": [], "001": [19], "002": [], "003": [1, 3, 5], "004": []}
LEVELS = {"000": {2: 20}, "001": {2: 7, 3: 7}, "002": {2: 8, 3: 3}, "003": {2: 6}, "004": {2: 9, 3: 3}}

every_seed = pytest.mark.parametrize("number", sorted(CARDS))


@pytest.fixture(scope="module")
def readings(seeds: dict[str, Path], library: Library) -> dict[str, Reading]:
    return {number: importers.read_with_counts(seeds[number], library) for number in CARDS}


def source_lines(path: Path) -> list[str]:
    """The lines of a seed, counted from 1."""
    return ["", *path.read_text(encoding="utf-8").split("\n")]


def figures_in_order(library: Library, report: Report, table: str) -> list[tuple[str, str]]:
    """The innermost label and the value of every row of a list."""
    cells = [cell for cell in library.get(report.template).cells.values() if cell.table == table]
    return [(cell.row[-1], report.text(cell.id)) for cell in cells]


@every_seed
def test_office_year_form_and_title_are_read(number, readings):
    report = readings[number].report

    assert (report.unit.name, report.year, report.template, report.title) == CARDS[number]


@pytest.mark.parametrize(("number", "column"), [("000", 1), ("001", 2)])
def test_all_65_rows_of_the_national_table_are_read(number, column, readings, library):
    # given
    lines = (TRUTH / "statistics-2014.txt").read_text(encoding="utf-8").splitlines()
    truth = [(line.split("|")[0], line.split("|")[column]) for line in lines]

    # when
    found = figures_in_order(library, readings[number].report, "statistics")

    # then
    assert len(truth) == 65
    assert found == truth


def test_all_86_rows_of_the_weihai_table_are_read_blanks_included(readings, library):
    # given
    lines = (TRUTH / "statistics-weihai.txt").read_text(encoding="utf-8").splitlines()
    truth = [tuple(line.split("|")) for line in lines]

    # when
    found = figures_in_order(library, readings["004"].report, "statistics")

    # then
    assert len(truth) == 86
    assert found == truth


def test_all_200_figures_of_the_three_tables_of_2021_are_read(readings, library):
    # given: every figure of that report is 0
    report = readings["002"].report
    cells = library.get("national-2021").cells

    # when
    by_table = Counter(cell.table for cell in cells.values() if report.text(cell.id) == "0")

    # then
    assert by_table == {"disclosure": 10, "applications": 175, "reviews": 15}
    assert len(report.values) == 200


def test_a_figure_lands_in_its_own_cell(seeds, library, tmp_path):
    # given: the same file with one 0 changed in each table
    lines = source_lines(seeds["002"])[1:]
    for line, figure in {26: "3", 109: "7", 289 + 2: "5", 320 + 6: "4"}.items():
        lines[line - 1] = f"{figure} |"
    changed = tmp_path / "changed.txt"
    changed.write_text("\n".join(lines), encoding="utf-8")

    # when
    report = importers.read(changed, library)

    # then
    filled = {cell: value for cell, value in report.values.items() if value != "0"}
    assert filled == {
        "disclosure.documents.repealed": "3",
        "applications.secret.research": "7",
        "applications.carried_out.business": "5",
        "reviews.cases.direct_corrected": "4",
    }


@every_seed
def test_every_line_of_prose_stands_in_its_section(number, readings, seeds):
    # given
    lines = source_lines(seeds[number])

    # when
    found = [
        (section.id, section.number, [paragraph.text for paragraph in section.paragraphs])
        for section in readings[number].report.sections
    ]

    # then
    truth = [
        (
            section,
            numeral,
            [line.strip() for line in lines[first : last + 1] if line.strip()] if first else [],
        )
        for section, numeral, _, first, last in SECTIONS[number]
    ]
    assert found == truth


@every_seed
def test_a_title_worded_otherwise_is_kept_and_an_official_one_is_not(number, readings, seeds, library):
    lines = source_lines(seeds[number])
    report = readings[number].report
    known = library.get(report.template).sections_by_id
    for section, (_, numeral, heading, *_) in zip(report.sections, SECTIONS[number], strict=True):
        title = lines[heading].strip().removeprefix(f"{numeral}、") if heading else ""
        official = section.id in known and fold(known[section.id].title) == fold(title)
        assert section.source_title == ("" if official else title)


@every_seed
def test_numbered_paragraphs_have_their_levels(number, readings):
    counted = Counter(paragraph.level for _, _, paragraph in readings[number].report.paragraphs())

    assert {level: count for level, count in counted.items() if level} == LEVELS[number]


@every_seed
def test_the_lines_above_the_annex_are_kept(number, readings):
    heads = readings[number].report.heads

    found = {table: (head.title, head.period, head.filler) for table, head in heads.items()}
    assert found == ({"statistics": HEADS[number]} if number in HEADS else {})


@every_seed
def test_only_what_is_no_report_becomes_a_note(number, readings):
    notes = readings[number].report.notes

    assert [note.line for note in notes] == NOTED_LINES[number]
    assert all(note.source and note.message.endswith("。") for note in notes)


@every_seed
def test_no_character_of_the_source_vanishes(number, readings, seeds, library):
    # given
    reading = readings[number]
    report = reading.report
    template = library.get(report.template)
    source = Counter(fold(seeds[number].read_text(encoding="utf-8")).replace("|", ""))

    # when
    kept = [report.title, *(note.source for note in report.notes), *report.values.values()]
    for section in report.sections:
        known = template.sections_by_id.get(section.id)
        kept += [section.number + "、", section.source_title or (known.title if known else "")]
        kept += [paragraph.text for paragraph in section.paragraphs]
    for head in report.heads.values():
        kept += [head.title, head.period, head.filler, "附件", "填报单位（盖章）：", "单位名称："]
    kept += form_words(library, report.template)
    missing = source - Counter(fold("".join(kept)))

    # then
    assert not missing
    assert reading.placed_characters == reading.source_characters
    assert reading.placed_numbers == reading.source_numbers == len(report.values)


@every_seed
def test_the_count_of_characters_is_that_of_the_file(number, readings, seeds):
    text = unspaced(seeds[number].read_text(encoding="utf-8"))

    assert readings[number].source_characters == len(text.replace("|", ""))


def form_words(library: Library, template_id: str) -> list[str]:
    """Every word that the printed tables of a form hold, units and dashes included."""
    words: list[str] = []
    for table in library.get(template_id).tables:
        for block in table.blocks:
            words += [block.caption, block.corner, block.unit_heading, *column_labels(block.columns)]
        cells = [cell for cell in library.get(template_id).cells.values() if cell.table == table.id]
        words += [label for cell in cells for label in (*cell.row, *cell.column)]
        words += [cell.unit or "—" for cell in cells]
        words += [alias for block in table.blocks for row in block.rows for alias in row.aliases]
    return words
