"""A report: its sections and their numbers, its lines above the annex, its office."""

import pytest

from core.report import Section, Unit, blank, section_number, section_title


@pytest.mark.parametrize(
    ("name", "short"),
    [
        ("磐石市吉昌镇人民政府", "吉昌镇"),
        ("张村镇", "张村镇"),
        ("三爪仑乡", "三爪仑乡"),
        ("城关街道办事处", "城关街道"),
        ("青川县民政局", "青川县民政局"),
        ("番禺区市桥街道办事处", "市桥街道"),
        ("县前街道办事处", "县前街道"),
        ("甲县旗杆镇人民政府", "旗杆镇"),
    ],
)
def test_the_short_name_of_an_office_is_its_place(name, short):
    assert Unit(name=name).short_name == short


def test_a_new_report_has_the_sections_of_the_form_and_blank_cells(library):
    # given
    template = library.get("national-2021")

    # when
    report = blank(template, 2024, "青禾镇人民政府")

    # then
    assert [one.id for one in report.sections][1:-1] == [one.id for one in template.sections]
    assert report.title == "青禾镇人民政府2024年政府信息公开工作年度报告"
    assert report.values == {}
    assert "2024年12月31日" in report.section("preface").paragraphs[0].text


def test_sections_of_a_free_form_are_counted_where_the_source_gave_no_number(library):
    # given
    template = library.get("national-2014")
    report = blank(template, 2016, "青禾镇人民政府")
    report.sections[2].number = "九"

    # then
    numbers = [section_number(template, report, one) for one in report.sections]
    assert numbers[:4] == ["", "一", "九", "三"]
    assert numbers[-1] == ""


def test_a_fixed_form_keeps_its_own_titles(library):
    # given
    section = Section(id="overview", source_title="基本情况")

    # then
    assert section_title(library.get("national-2021"), section) == "总体情况"
    assert section_title(library.get("national-2014"), section) == "基本情况"


def test_the_lines_above_an_annex_come_from_the_template_until_something_else_is_known(library):
    # given
    template = library.get("national-2014")
    report = blank(template, 2016, "青禾镇人民政府")

    # then
    head = report.head(template.tables_by_id["statistics"])
    assert (head.title, head.period, head.filler) == (
        "政府信息公开情况统计表",
        "（2016年度）",
        "青禾镇人民政府",
    )


def test_a_report_is_carried_from_the_newest_one_before_it(library):
    # given
    template = library.get("national-2021")
    report = blank(template, 2024, "青禾镇人民政府")
    report.earlier = [blank(template, year, "青禾镇人民政府") for year in (2020, 2022, 2025)]

    # then
    assert report.last() is None
    assert report.carried_from() is report.earlier[1]
    assert blank(template, 2024, "青禾镇人民政府").carried_from() is None
