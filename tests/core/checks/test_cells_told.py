"""What the rules on single cells say of a cell, word by word, and the remedies that they are sure of."""

import pytest

from core import checks
from core.edits import SetCells
from core.report import blank
from tests.core.checks.examples import OFFICE, findings_of

NEW = "applications.new.natural"
FEES = "disclosure.fees.amount"
FIRST_THREE = "、".join(
    f"予以公开 · {one}" for one in ("自然人", "法人或其他组织 · 商业企业", "法人或其他组织 · 法律服务机构")
)


def told(library, rule: str, values: dict[str, str], form: str = "national-2021", office: str = OFFICE):
    template = library.get(form)
    report = blank(template, template.first_year, office)
    report.values = values
    return findings_of(checks.for_template(library, form), report, rule)


def statistics(library, rule: str, form: str = "weihai-2012", **values: str) -> list[str]:
    found = told(library, rule, {f"statistics.{row}.value": value for row, value in values.items()}, form)
    return [one.message for one in found]


def all_but(library, *cells: str) -> dict[str, str]:
    return {cell: "0" for cell in library.get("national-2021").cells if cell not in cells}


@pytest.mark.parametrize(
    ("cell", "text", "wanted"),
    [
        (NEW, "约12", "0 或正整数"),
        (NEW, "3元", "0 或正整数"),
        (NEW, "12①", "0 或正整数"),
        (NEW, "12345678.5", "0 或正整数"),
        (FEES, "很多", "0 或正数，单位是万元，不带文字"),
        (FEES, "-5", "0 或正数，单位是万元，不带文字"),
    ],
)
def test_what_does_not_fit_is_quoted_without_its_blanks_beside_what_is_wanted(library, cell, text, wanted):
    # when
    (found,) = told(library, "T18", {cell: f" {text} "})

    # then
    assert found.message.endswith(f"填的是“{text}”，这里要填 {wanted}")
    assert found.found == text


def test_a_long_text_in_a_cell_is_quoted_in_part(library):
    # when
    (found,) = told(library, "T18", {NEW: "约" * 90})

    # then
    assert "约…”" in found.message
    assert len(found.message) < 90


@pytest.mark.parametrize("unit", ["件", "条", "次", "人次", "人", "名", "个", "期", "份", "篇"])
def test_a_number_with_any_unit_of_counts_is_mended(library, unit):
    # when
    (found,) = told(library, "T18", {NEW: f"3 {unit}"})

    # then
    assert found.fix.label == "改为 3"
    assert found.fix.edit == SetCells({NEW: "3"}, "改为 3")


@pytest.mark.parametrize(("text", "fix"), [("一百二十三", "改为 123"), ("一百二十三万四千五百六十七", "")])
def test_a_short_number_in_chinese_is_mended(library, text, fix):
    # when
    (found,) = told(library, "T18", {NEW: text})

    # then
    assert (found.fix.label if found.fix else "") == fix


@pytest.mark.parametrize(
    ("cell", "text", "count"), [(NEW, "9999999", 0), (NEW, "10000000", 1), (FEES, "12345678", 0)]
)
def test_the_first_count_too_long_is_ten_million_and_amounts_are_none(library, cell, text, count):
    assert len(told(library, "T18", {cell: text})) == count


@pytest.mark.parametrize(
    ("columns", "count", "names"),
    [
        (["natural"], 1, "予以公开 · 自然人"),
        (["natural", "total"], 1, "予以公开 · 自然人"),  # the total follows of itself
        (["natural", "business", "legal"], 3, FIRST_THREE),
        (["natural", "business", "legal", "others"], 4, f"{FIRST_THREE}等"),
    ],
)
def test_up_to_three_blank_cells_are_named_and_totals_that_follow_are_none(library, columns, count, names):
    # when
    (found,) = told(library, "T19", all_but(library, *(f"applications.granted.{one}" for one in columns)))

    # then
    assert found.message.startswith(f"表三有 {count} 个")
    assert found.message.endswith(f"：{names}；没有的请填 0")


def test_a_table_with_one_figure_in_it_is_no_longer_a_blank_one(library):
    # when
    found = told(library, "T19", {"disclosure.rules.made": "0"})

    # then
    assert found[0].message.startswith("表二有 9 个")
    assert found[1].message.startswith("表三还没有填，144 个")


def test_where_blank_means_none_only_the_rows_beside_a_filled_one_are_told_with_the_row_above(library):
    # when
    (message,) = statistics(library, "T19", points="1", points_town="1")

    # then
    above = "设置政府信息查阅点数"
    assert message.endswith(f"：{above} · 市政府及其部门、{above} · 县（市、区）政府及其部门；没有的请填 0")
    assert statistics(library, "T19", points="1") == []


@pytest.mark.parametrize(("year", "called"), [(2012, "去年"), (2011, " 2011 年")])
def test_where_blank_means_none_what_had_a_figure_last_year_is_named_with_it(library, year, called):
    # given: a figure this year, and last year's of which one is 0
    form = library.get("weihai-2012")
    report, last = (blank(form, one, "清溪县柳河镇人民政府") for one in (2013, year))
    report.values = {"statistics.staff_part.value": "2"}
    rows = {"published": "756", "staff_full": "1", "courses": "0", "meetings": "3", "trainees": "56"}
    last.values = {f"statistics.{row}.value": text for row, text in rows.items()}
    report.earlier = [last]

    # when
    found = [one for one in checks.for_template(library, form.id).run(report) if one.rule == "T19"]

    # then: 专职人员数 is told once, for its figure last year
    (said,) = found
    assert said.message.startswith(f"统计表有 4 个单元格{called}有数，今年空着：主动公开情况 · ")
    assert f"（{called.strip()} 756）" in said.message
    assert said.message.endswith("等；今年没有的请填 0")
    assert (said.severity, said.unfinished) == ("warning", True)
    assert said.where[0].cell == "statistics.published.value"

    # when
    report.values |= {place.cell: "0" for place in said.where}

    # then
    again = checks.for_template(library, form.id).run(report)
    assert not [one for one in again if one.rule == "T19" and "有数，今年空着" in one.message]


def test_a_whole_form_without_a_figure_is_asked_for_also_where_blank_means_none(library):
    # when
    form = library.get("weihai-2012")
    report = blank(form, 2012, "清溪县柳河镇人民政府")
    (found,) = [one for one in checks.for_template(library, form.id).run(report) if one.rule == "T19"]

    # then
    assert found.message == "统计表还没有填，66 个单元格都是空的；有数的请填上"
    assert (found.severity, found.unfinished) == ("warning", True)


def test_a_figure_beside_asks_for_its_total_and_nothing_or_less_does_not(library):
    assert statistics(library, "T14", "national-2014", documents_published="6") == [
        "统计表 · 制发规范性文件总数没有填，而主动公开规范性文件数是 6"
    ]
    assert statistics(library, "T14", "national-2014", documents_published="0") == []
    assert statistics(library, "T14", "national-2014", documents_published="-1") == []


@pytest.mark.parametrize(
    ("values", "said"),
    [
        ({"points": "1"}, ("是空的", "填的是 1")),
        ({"access_points": "1"}, ("填的是 1", "是空的")),
        ({"points": "2", "access_points": "1"}, ("填的是 1", "填的是 2")),
    ],
)
def test_two_cells_for_one_thing_are_told_each_with_what_stands_in_it(library, values, said):
    # when
    (message,) = statistics(library, "T24", **values)

    # then
    assert message == (
        f"统计表“（二）设置政府信息公开查阅点数”{said[0]}，“十、设置政府信息查阅点数”{said[1]}，"
        "两处说的是同一件事"
    )


@pytest.mark.parametrize(
    "values",
    [
        {"points": "0"},
        {"access_points": "0"},
        {"points": "几个", "access_points": "1"},
        {"points": "1", "access_points": "几个"},
    ],
)
def test_blank_and_0_say_the_same_and_what_is_no_figure_says_nothing(library, values):
    assert statistics(library, "T24", **values) == []


@pytest.mark.parametrize("office", [OFFICE, f" {OFFICE}\n"])
def test_a_cell_that_must_be_0_is_set_to_0_on_one_key(library, office):
    # when
    (found,) = told(library, "T17", {"disclosure.rules.made": "1"}, office=office)

    # then
    assert (found.expected, found.found) == ("0", "1")
    assert found.fix.edit == SetCells({"disclosure.rules.made": "0"}, "改为 0")
