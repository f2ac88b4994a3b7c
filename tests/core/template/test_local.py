"""Templates of a county's own: whole ones, additions to a form that ships, and broken ones."""

import pytest

from core import checks, trend
from core.blocks import Figure, TableBlock
from core.layout import lay_out
from core.paths import home
from core.report import Paragraph, Picture, blank
from core.template import Library, installed
from tests.core.template.test_template import MINIMAL

ADDITION = """
extends = "national-2021"
id = "qingxi-2021"
name = "清溪县格式（国家格式加一张公开栏表）"
basis = "县政务公开领导小组办公室的通知"
source = "样例"
[[section]]
id = "villages"
number = "七"
title = "村务公开情况"
[[table]]
id = "boards"
name = "表五"
title = "公开栏更换情况"
section = "disclosure"
layout = "form"
unit = "块"
[[table.block]]
id = "main"
columns = [{ id = "boards", label = "公开栏数" }]
rows = [
    { id = "town", label = "镇" },
    { id = "village", label = "村" },
    { id = "all", label = "合计", sum = ["town", "village"] },
]
"""
RULE = """
[[check]]
id = "Z01"
kind = "sums"
severity = "error"
basis = "合计等于镇加村"
totals = ["boards.all.*"]
fails = { values = { "boards.town.boards" = "1", "boards.all.boards" = "2" } }
"""


def put(name: str, template: str, rules: str = "") -> Library:
    """Write a template into the user folder; return what is installed then."""
    folder = home() / "templates" / name
    folder.mkdir(parents=True)
    (folder / "template.toml").write_text(template, encoding="utf-8")
    if rules:
        (folder / "checks.toml").write_text(rules, encoding="utf-8")
    return installed()


def test_an_addition_has_the_whole_form_and_its_own_table_at_the_end_of_the_section():
    # given
    library = put("qingxi", ADDITION, RULE)
    template = library.get("qingxi-2021")
    base = library.get("national-2021")

    # when
    blocks = lay_out(template, blank(template, 2024, "柳河镇")).blocks

    # then
    assert library.problems == []
    assert set(template.cells) == {
        *base.cells,
        *(f"boards.{row}.boards" for row in ("town", "village", "all")),
    }
    assert [one.id for one in template.sections] == [*(one.id for one in base.sections), "villages"]
    tables = [one.anchor.table for one in blocks if isinstance(one, TableBlock)]
    assert tables == ["disclosure", "boards", "applications", "reviews"]
    assert base.sections_by_id["disclosure"].tables == ("disclosure",)


def test_an_addition_draws_what_its_form_draws_and_its_own():
    # given
    own = '[[measure]]\nid = "boards"\nname = "公开栏"\nunit = "块"\ncells = ["boards.all.boards"]\n'
    library = put("qingxi", ADDITION + own)
    template = library.get("qingxi-2021")
    reports = [blank(template, year, "柳河镇") for year in (2023, 2024)]
    for report in reports:
        report.values |= {"boards.all.boards": str(report.year), "applications.new.total": "2"}

    # when
    found = trend.read(template, reports)

    # then
    assert {one.name: one.values for one in found.series} == {"收到申请": (2, 2), "公开栏": (2023, 2024)}


def test_what_an_added_section_plans_is_not_taken_for_what_was_done():
    # given: a section of the county's own, and in it a figure unlike the one of the table
    words = "收到政府信息公开申请9件。"
    told = {}
    for role in ("", 'role = "plans"\n'):
        section = 'title = "村务公开情况"\n'
        folder = "plans" if role else "plain"
        text = ADDITION.replace(section, section + role).replace("qingxi-2021", f"qingxi-{folder}")
        library = put(folder, text)
        report = blank(library.get(f"qingxi-{folder}"), 2024, "清溪县柳河镇人民政府")
        report.section("villages").paragraphs.append(Paragraph(text=words))
        report.values["applications.new.total"] = "4"

        # when
        found = checks.for_template(library, f"qingxi-{folder}").run(report)
        told[folder] = any("9" in one.message and "收到" in one.message for one in found)

    # then
    assert told == {"plain": True, "plans": False}


def test_an_addition_is_checked_by_the_rules_of_the_form_and_its_own():
    # given
    library = put("qingxi", ADDITION, 'include = ["common"]\n' + RULE)

    # when
    checker = checks.for_template(library, "qingxi-2021")

    # then
    assert checks.problems(library) == ()
    own = {rule.entry.id for rule in checker.rules}
    shipped = {rule.entry.id for rule in checks.for_template(library, "national-2021").rules}
    assert own == {*shipped, "Z01"}


def test_an_addition_is_local_unless_it_says_otherwise():
    library = put("qingxi", ADDITION)

    assert library.get("qingxi-2021").local
    assert library.for_year(2024).id == "national-2021"


def test_an_addition_may_stand_before_the_form_that_it_adds_to():
    # given: "a" adds to the county's own "own" in folder "b"
    put("b", MINIMAL)
    addition = ADDITION.replace("national-2021", "own").replace(
        'section = "disclosure"', 'section = "overview"'
    )

    # when
    library = put("a", addition)

    # then
    assert library.problems == []
    assert library.get("qingxi-2021").sections_by_id["overview"].tables == ("own_table", "boards")


BROKEN = [
    (MINIMAL, 'sum = ["a"]', 'sum = ["c"]', "own_table.one.c 不存在"),
    (MINIMAL, 'sum = ["a"]', 'sum = ["b"]', "绕成了圈"),
    (MINIMAL, 'id = "b"', 'id = "a"', "编号 a 重复"),
    (MINIMAL, 'label = "甲"', 'label = "甲", colour = "red"', "colour：没有这样的项"),
    (MINIMAL, "first_year = 2020", 'first_year = "soon"', "first_year：应当是整数"),
    (MINIMAL, 'source = "样例"\n', "", "source：缺少这一项"),
    (MINIMAL, 'layout = "form"', 'layout = "grid"', "table.own_table.layout：只能是 'form' 或 'list'"),
    (MINIMAL, 'id = "one", label', 'id = "One", label', "rows.One.id：写法不对"),
    (MINIMAL, 'title = "总体情况"', 'title = "总体情况"\npattern = "(总体"', "正则表达式写错了"),
    (MINIMAL, 'label = "一" }', 'label = "一", carry = "two" }', "own_table.two.a 不存在"),
    (
        MINIMAL,
        'label = "一" }',
        'label = "一", rows = [{ id = "x", label = "二" }] }',
        "label_columns 至少是 2",
    ),
    (MINIMAL, "{office}{year}年报告", "{office}{month}月报告", "花括号里只能写"),
    (MINIMAL, 'tables = ["own_table"]', "", "tables 里没有列出它"),
    (MINIMAL, 'layout = "form"', 'layout = "form"\nwidths = [50, 50]', "应当是 3 个大于 0 的数"),
    (MINIMAL, 'layout = "form"', 'layout = "list"', "只有一列名称、一列数字"),
    (MINIMAL, 'id = "overview"', 'id = "preface"', "留给报告的前言和落款"),
    (MINIMAL, "first_year = 2020", "first_year = 2020\nlast_year = 2019", "比 first_year 2020 还早"),
    (MINIMAL, 'rows = [{ id = "one", label = "一" }]', "rows = []", "至少要有一行、一列"),
    (MINIMAL, 'columns = [{ id = "a", label = "甲" },', "columns = [" + "[" * 2000, "读不了"),
    (ADDITION, 'extends = "national-2021"', 'extends = "nowhere"', "没有编号为 nowhere 的格式"),
    (ADDITION, 'extends = "national-2021"', 'extends = "qingxi-2021"', "没有编号为 qingxi-2021 的格式"),
    (ADDITION, 'id = "qingxi-2021"\n', "", "id：缺少这一项"),
    (ADDITION, 'id = "villages"', 'id = "other"', "部分的编号 other 重复"),
    (ADDITION, 'id = "boards"\n', 'id = "reviews"\n', "表的编号 reviews 重复"),
    (ADDITION, "[[section]]", "[section]", "section：应当写成 [[section]]"),
]


@pytest.mark.parametrize(("text", "old", "new", "reason"), BROKEN, ids=[one[3] for one in BROKEN])
def test_a_broken_template_leaves_the_others_and_says_file_entry_and_reason(text, old, new, reason):
    # given
    assert old in text

    # when
    library = put("own", text.replace(old, new, 1))

    # then
    assert {"national-2021", "national-2019", "national-2014"} <= set(library.templates)
    assert library.own() == ()
    (problem,) = checks.problems(library)
    assert reason in problem
    assert "template.toml" in problem
    assert "其他格式照常使用" in problem


@pytest.mark.parametrize(
    ("old", "new", "reason"),
    [
        ('"boards.all.*"', '"boards.none.*"', "Z01 有误：单元格 boards.none.* 不存在"),
        ('kind = "sums"', 'kind = "guess"', "没有“guess”这一类规则"),
        ('severity = "error"', 'severity = "fatal"', "severity：只能是"),
        ('basis = "', 'colour = "red"\nbasis = "', "colour：没有这样的项"),
        ("[[check]]", '[[check]]\nid = "Z01"', "读不了"),
        (RULE, RULE + RULE, "Z01 有误：编号重复"),
        (RULE, 'include = "common"\n' + RULE, "include 有误：应当是列表"),
        (RULE, 'include = ["nowhere"]\n' + RULE, "读不了"),
        (RULE, RULE.replace("[[check]]", "[[chekc]]"), "chekc 有误：没有这样的项"),
        ("fails = {", "fails = 5 #", "fails：应当是一组"),
    ],
)
def test_a_broken_rule_leaves_the_others_and_says_file_entry_and_reason(old, new, reason):
    # given
    library = put("qingxi", ADDITION, RULE.replace(old, new, 1))

    # when
    checker = checks.for_template(library, "qingxi-2021")

    # then
    assert any(reason in problem for problem in checker.problems)
    assert checks.problems(library) == checker.problems
    assert "T01" in {rule.entry.rule for rule in checker.rules}


@pytest.mark.parametrize(
    "words",
    [
        'kind = "title"\npattern = "(报告"',
        'kind = "title"\npattern = "报告{0,99999999999}"',
        'kind = "needed_sections"\nneeds = {overview = "(总体"}',
    ],
)
def test_a_bad_pattern_in_a_rule_is_named(words):
    # given
    rule = f'[[check]]\nid = "Z02"\nseverity = "error"\n{words}\nfails = {{}}\n'

    # when
    library = put("qingxi", ADDITION, rule)

    # then
    (problem,) = checks.problems(library)
    assert "Z02 有误：正则表达式写错了" in problem


WHOLE = """
id = "liuhe"
local = true
first_year = 2021
name = "柳河格式"
basis = "县里的通知"
source = "样例"
confirmed = true
fixed_sections = false
title = "{office}{year}年报告"
[[section]]
id = "applications"
number = "一"
title = "申请办理情况"
tables = ["applications"]
[[section]]
id = "problems"
number = "二"
title = "问题和打算"
[[table]]
id = "applications"
name = "表一"
title = "申请情况"
section = "applications"
layout = "list"
unit = "件"
[[table.block]]
id = "main"
columns = [{ id = "total", label = "总计" }]
rows = [{ id = "new", label = "新收" }]
"""


def test_a_form_of_its_own_without_measures_draws_those_of_the_official_form_whose_cells_it_has():
    # given: a picture chosen before forms said what they measure
    library = put("liuhe", WHOLE)
    template = library.get("liuhe")
    last, report = (blank(template, year, "柳河镇") for year in (2023, 2024))
    last.values["applications.new.total"] = "5"
    report.values["applications.new.total"] = "3"
    report.earlier, report.pictures = [last], [Picture(series=["received"])]

    # when
    drawn = [one for one in lay_out(template, report).blocks if isinstance(one, Figure)]

    # then
    assert library.problems == []
    assert [one.id for one in template.measures] == ["received"]
    assert [one.values for figure in drawn for one in figure.trend.series] == [(5, 3)]


def test_problems_of_a_form_of_its_own_are_plans_though_it_gives_no_roles():
    assert put("liuhe", WHOLE).get("liuhe").plans == {"problems"}


def test_a_list_of_forms_begins_with_the_newest_and_has_the_official_ones_first():
    # given: folders are read by their names, and one that adds to another comes after all of these
    library = put("a-county", ADDITION)
    read = [one.id for one in library]

    # when
    listed = [one.id for one in library.newest_first()]

    # then: what is read keeps its order
    assert listed == [
        "national-2021", "qingxi-2021", "national-2019", "national-2014", "plain-2008", "weihai-2012"
    ]  # fmt: skip
    assert [one.id for one in library] == read
