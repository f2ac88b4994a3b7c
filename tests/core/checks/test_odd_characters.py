"""Characters that are printed as boxes: told wherever they stand, taken away where they surely are nothing."""

import pytest

from core import checks
from core.checks.model import CellPlace, Finding, HeadPlace
from core.report import Head, Report, blank
from core.template import Library
from tests.core.checks.examples import OFFICE, findings_of, quotes_hold, write
from tests.core.template.test_local import ADDITION, put

ODD = "\ue004"
WORDED = ADDITION.replace('label = "镇" }', 'label = "镇", kind = "text" }').replace(
    ', sum = ["town", "village"]', ""
)
FREE, YEAR = "national-2014", 2017


def odd_in(library: Library, report: Report) -> list[Finding]:
    """Return what is said of characters that cannot be printed."""
    found = findings_of(checks.for_template(library, report.template), report, "L02")
    assert all(quotes_hold(report, one) for one in found)
    return [one for one in found if "印不出来" in one.message]


def test_a_box_behind_a_heading_is_told_and_taken_away(library: Library):
    # given
    report = blank(library.get(FREE), YEAR, OFFICE)
    section = report.section("disclosure")
    assert section is not None
    section.source_title = f"主动公开政府信息情况{ODD}"

    # when
    (found,) = odd_in(library, report)
    assert found.fix
    back = found.fix.edit.apply(report)

    # then
    assert found.message.startswith("章节标题“主动公开政府信息情况□”")
    assert section.source_title == ""
    assert odd_in(library, report) == []
    back.apply(report)
    assert section.source_title == f"主动公开政府信息情况{ODD}"


def test_a_heading_of_ones_own_keeps_its_words(library: Library):
    report = blank(library.get(FREE), YEAR, OFFICE)
    section = report.section("disclosure")
    assert section is not None
    section.source_title = f"{ODD}公开了些什么"

    (found,) = odd_in(library, report)
    assert found.fix
    found.fix.edit.apply(report)

    assert section.source_title == "公开了些什么"


def test_a_heading_that_the_form_prints_its_own_way_is_not_told(library: Library):
    report = blank(library.get("national-2021"), 2023, OFFICE)
    report.sections[1].source_title = f"总体情况{ODD}"

    assert odd_in(library, report) == []


def test_marks_of_lists_are_taken_away_together(library: Library):
    # given
    report = blank(library.get(FREE), YEAR, OFFICE)
    write(report, "overview", "\uf06c更新公开目录。", "\uf0d8 每月检查一次。", f"公开栏已经更换。{ODD}")

    # when
    (found,) = odd_in(library, report)
    assert found.fix
    found.fix.edit.apply(report)

    # then
    section = report.section("overview")
    assert section is not None
    assert [one.text.strip() for one in section.paragraphs] == [
        "更新公开目录。",
        "每月检查一次。",
        "公开栏已经更换。",
    ]
    assert found.fix.places == 3


@pytest.mark.parametrize(
    "line",
    [
        f"设立{ODD}水村公开栏。",
        "\ufffd政府网站每周更新。",
        "锟斤拷锟斤拷",
        f"柳河镇{ODD}",
    ],
)
def test_what_may_have_been_a_character_is_left_to_the_clerk(library: Library, line: str):
    report = blank(library.get(FREE), YEAR, OFFICE)
    write(report, "overview", line)

    (found,) = odd_in(library, report)

    assert found.fix is None


@pytest.mark.parametrize(
    ("office", "right"),
    [(f"{OFFICE}{ODD}", OFFICE), (f"{ODD}河镇人民政府", None), (f"清{ODD}县柳河镇人民政府", None)],
)
def test_the_name_of_the_office_is_looked_at(library: Library, office: str, right: str | None):
    report = blank(library.get("plain-2008"), 2012, OFFICE)
    report.unit.name = office

    (found,) = odd_in(library, report)
    if found.fix:
        found.fix.edit.apply(report)

    assert found.message.startswith("单位名称")
    assert (report.unit.name if found.fix else None) == right


@pytest.mark.parametrize("field", ["title", "period", "filler"])
def test_the_lines_above_a_table_are_looked_at(library: Library, field: str):
    # given
    report = blank(library.get(FREE), YEAR, OFFICE)
    words = {"title": "政府信息公开情况统计表", "period": "（2017年度）", "filler": OFFICE}
    report.heads["statistics"] = Head(**words | {field: words[field] + ODD})

    # when
    (found,) = odd_in(library, report)
    assert found.fix
    found.fix.edit.apply(report)

    # then
    assert found.where == (HeadPlace("statistics", field, words[field] + ODD),)
    assert report.heads["statistics"] == Head(**words)


def test_words_in_a_cell_of_a_local_table_are_looked_at():
    # given
    library = put("own", WORDED)
    cell = "boards.town.boards"
    report = blank(library.get("qingxi-2021"), 2023, OFFICE)
    report.values[cell] = f"柳河{ODD}村"

    # when
    (found,) = odd_in(library, report)

    # then
    assert found.where == (CellPlace(cell, f"柳河{ODD}村"),)
    assert found.fix is None


def test_a_cell_that_ends_in_a_stray_sign_is_put_right():
    library = put("own", WORDED)
    report = blank(library.get("qingxi-2021"), 2023, OFFICE)
    report.values["boards.town.boards"] = f"（已更换）{ODD}"

    (found,) = odd_in(library, report)
    assert found.fix
    found.fix.edit.apply(report)

    assert report.values["boards.town.boards"] == "（已更换）"


def test_a_rare_character_of_a_name_in_an_old_font_is_told_and_never_taken_away(library: Library):
    # given
    report = blank(library.get(FREE), YEAR, OFFICE)
    write(report, "overview", "\ue863某某负责更新目录。", "目录由专人负责：张某\ue863")

    # when
    (found,) = odd_in(library, report)

    # then
    assert len(found.where) == 2
    assert found.fix is None
