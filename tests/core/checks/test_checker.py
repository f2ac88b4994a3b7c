"""The checker: order, verdict, decisions, and rules files that are wrong."""

import shutil
import tomllib

import pytest

from core import checks
from core.checks.entry import KINDS
from core.checks.model import CellPlace
from core.checks.standing import standing
from core.edits import Decide
from core.paths import RESOURCES
from core.report import Paragraph, blank
from core.template import Library
from tests.core.checks.examples import small
from tests.samples import filled


def test_findings_come_heaviest_first_then_in_reading_order(library):
    checker, report = small(
        library, "national-2014", 2016, "2015年，我镇更新了目录。", "见《政府信息公开法》。",
        published="2", website="9", staff="3", staff_full="1", staff_part="1",
    )  # fmt: skip
    report.title = ""

    found = checker.run(report)

    weights = [("error", "warning", "info").index(one.severity) for one in found]
    assert weights == sorted(weights)
    assert [one.rule for one in found if one.severity == "error"] == ["P12", "Y02", "Y07", "T11", "T09"]


def test_a_finding_kept_with_a_reason_is_left_out_until_its_figures_change(library):
    checker, report = small(library, "national-2014", 2016, documents_published="4", documents_issued="3")
    (found,) = [one for one in checker.run(report) if one.rule == "T13"]

    Decide(found.key, "按县里的口径").apply(report)

    assert found not in checker.run(report)
    assert [(one.finding, one.reason) for one in checker.kept(report)] == [(found, "按县里的口径")]

    report.values["statistics.documents_published.value"] = "5"

    assert "T13" in {one.rule for one in checker.run(report)}
    assert checker.kept(report) == []


def test_without_decisions_nothing_is_kept(library):
    checker, report = small(library, "national-2014", 2016, published="2", website="9")

    assert checker.kept(report) == []


def test_a_rule_on_an_annex_is_skipped_where_the_form_has_none(library):
    template = library.get("plain-2008")
    raw = {"id": "P17", "kind": "filler", "severity": "error", "fails": {}}

    with pytest.raises(ValueError, match="附表"):
        KINDS["filler"](raw, template)


@pytest.mark.parametrize(
    ("errors", "warnings", "words"),
    [
        (0, 0, "可以报送"),
        (0, 2, "可以报送（还有 2 处请核对）"),
        (3, 0, "还有 3 处必须改"),
        (3, 2, "还有 3 处必须改，2 处请核对"),
    ],
)
def test_the_verdict_is_one_line(library, errors: int, warnings: int, words: str):
    place = (CellPlace("statistics.published.value", ""),)
    finding = checks.model.Finding("T18", "error", "", place)
    warning = checks.model.Finding("T13", "warning", "", place)
    info = checks.model.Finding("X14", "info", "", place)

    found = [finding] * errors + [warning] * warnings + [info]

    assert checks.verdict(found) == words
    assert checks.counts(found) == {"error": errors, "warning": warnings, "info": 1}


def test_a_report_with_blank_figures_is_not_ready():
    place = (CellPlace("statistics.published.value", ""),)
    blank = checks.model.Finding("T19", "warning", "", place, unfinished=True)
    allowed = checks.model.Finding("T19", "info", "", place)

    assert checks.verdict([blank]) == "还没填完，1 处请核对"
    assert not checks.is_ready([blank])
    assert checks.verdict([allowed]) == "可以报送"


def test_a_report_with_empty_sections_or_unseen_words_of_last_year_is_not_ready():
    place = (checks.model.TextPlace("overview", 0, 0, 0, ""),)
    empty = checks.model.Finding("P04", "warning", "", place, unfinished=True)

    assert checks.verdict([empty]) == "还没填完，1 处请核对"
    assert checks.verdict([], waiting=3) == "还有 3 处去年内容没核对"
    assert not checks.is_ready([], waiting=1)


@pytest.mark.parametrize(
    ("lines", "words"),
    [
        (("清溪县柳河镇人民政府",), "落款没有成文日期"),
        (("2024年1月12日",), "落款没有单位署名"),
        ((), "落款没有单位署名和成文日期"),
    ],
)
def test_where_the_sign_off_alone_is_not_written_it_is_named(library, lines: tuple[str, ...], words: str):
    # given
    form, report = filled(library, "national-2021", 2023)
    report.section("signature").paragraphs = [Paragraph(text=line) for line in lines]
    found = [one for one in checks.for_template(library, form.id).run(report) if one.severity != "error"]

    # then
    assert checks.verdict(found).startswith(f"还没填完：{words}，")
    assert standing(form, report, found).left == f"还有 1 处没写完（{words}）"


def test_the_sign_off_is_one_of_many_where_more_is_not_written(library):
    # given
    form, report = filled(library, "national-2021", 2023)
    report.section("signature").paragraphs = []
    report.section("problems").paragraphs = []
    words = [one for one in checks.for_template(library, form.id).run(report) if one.severity != "error"]
    report.section("problems").paragraphs = (
        filled(library, "national-2021", 2023)[1].section("problems").paragraphs
    )
    report.values.pop("disclosure.documents.made")
    figures = [one for one in checks.for_template(library, form.id).run(report) if one.severity != "error"]

    # then
    assert checks.verdict(words).startswith("还没填完，")
    assert standing(form, report, words).left == "还有 1 格没填、2 处没写完"
    assert checks.verdict(figures).startswith("还没填完，")
    assert standing(form, report, figures).left == "还有 1 格没填、1 处没写完（落款没有单位署名和成文日期）"


UNFINISHED = {
    "P04",
    "P04-title",
    "P16",
    "T19",
    "T19-applications",
    "T19-disclosure",
    "T19-emptied",
    "T19-reviews",
    "X16-linked",
}


def test_the_rules_of_the_forms_say_themselves_that_something_is_still_to_be_filled_in(library):
    rules = [rule for form in library for rule in checks.for_template(library, form.id).rules]

    assert {
        rule.entry.id for rule in rules if rule.entry.unfinished and rule.entry.severity != "info"
    } == UNFINISHED
    assert not any(rule.entry.unfinished for rule in rules if rule.entry.severity == "info")


@pytest.mark.parametrize(("unfinished", "ready"), [("", True), ("unfinished = true", False)])
def test_a_rule_of_ones_own_can_say_that_a_report_is_not_finished(library, unfinished: str, ready: bool):
    # given
    form = library.get("national-2021")
    raw = f'id = "Z19"\nkind = "blanks"\nseverity = "warning"\n{unfinished}\ntable = "reviews"\nfails = {{}}'
    checker = checks.Checker(form, [KINDS["blanks"](tomllib.loads(raw), form)])

    # when
    found = checker.run(blank(form, 2024, "清溪县柳河镇人民政府"))

    # then
    assert [one.rule for one in found] == ["Z19"]
    assert checks.is_ready(found) is ready
    assert checks.verdict(found).startswith("可以报送" if ready else "还没填完")


@pytest.mark.parametrize(("section", "rule"), [("problems", "P09"), ("other", "P08"), ("signature", "P16")])
def test_a_part_without_a_word_is_still_to_be_filled_in_and_one_with_poor_words_is_not(
    library, section: str, rule: str
):
    # given
    form, report = filled(library, "national-2021", 2023)
    checker = checks.for_template(library, form.id)
    part = report.section(section)
    whole = list(part.paragraphs)

    # when
    part.paragraphs = []
    empty = checker.run(report)
    part.paragraphs = whole[:1] if section == "signature" else [Paragraph(text="无。")]
    poor = checker.run(report)

    # then
    assert [one.unfinished for one in empty if one.rule == rule] == [True]
    assert checks.verdict(empty).startswith("还没填完")
    assert [one.unfinished for one in poor if one.rule == rule] == [section == "signature"]


WRONG = {
    "unknown cell": 'id = "T09"\nkind = "sums"\nseverity = "error"\ntotals = ["statistics.nobody.*"]\nfails = {}',
    "no total": 'id = "T09"\nkind = "sums"\nseverity = "error"\ntotals = ["statistics.fund.*"]\nfails = {}',
    "bad regex": 'id = "P12"\nkind = "title"\nseverity = "error"\npattern = "(("\nfails = {}',
    "unknown kind": 'id = "T09"\nkind = "magic"\nseverity = "error"\nfails = {}',
    "bad weight": 'id = "T09"\nkind = "filler"\nseverity = "fatal"\nfails = {}',
    "bad id": 'id = "9T"\nkind = "filler"\nseverity = "error"\nfails = {}',
    "bad words": 'id = "P17"\nkind = "filler"\nseverity = "error"\nmessage = "{nobody}"\nfails = {}',
    "unknown topic": 'id = "X01"\nkind = "stated"\nseverity = "error"\ntopic = "x"\ncell = "statistics.fund.value"\nfails = {}',
    "unknown table": 'id = "T15"\nkind = "blank_totals"\nseverity = "error"\ntable = "x"\nfails = {}',
    "unknown table of blanks": 'id = "T19"\nkind = "blanks"\nseverity = "error"\ntable = "x"\nfails = {}',
    "unknown section": 'id = "P08"\nkind = "mentions"\nseverity = "error"\nsection = "x"\nwords_wanted = "x"\nfails = {}',
    "unknown section of aspects": 'id = "P06"\nkind = "aspects"\nseverity = "error"\nsection = "x"\naspects = []\nfails = {}',
    "unknown section of results": 'id = "P07"\nkind = "results"\nseverity = "error"\nsections = ["x"]\noffice = "x"\nresults = {}\nfails = {}',
    "nothing carried": 'id = "Y14"\nkind = "carried"\nseverity = "error"\ntable = "statistics"\nfails = {}',
}  # fmt: skip
GOOD = '[[check]]\nid = "T14"\nkind = "filler"\nseverity = "error"\nfails = {}\n'


def own_template(tmp_path, rules: str | None) -> Library:
    """Return a library with a copy of the form of 2014 that has these rules."""
    folder = tmp_path / "county"
    shutil.copytree(RESOURCES / "templates" / "national-2014", folder)
    (folder / "checks.toml").unlink()
    if rules is not None:
        (folder / "checks.toml").write_text(rules, encoding="utf-8")
    library = Library()
    library.add(tmp_path)
    return library


@pytest.mark.parametrize("entry", WRONG.values(), ids=WRONG)
def test_a_wrong_entry_is_skipped_and_named_and_the_others_stay(tmp_path, entry: str):
    library = own_template(tmp_path, f"[[check]]\n{entry}\n{GOOD}")

    checker = checks.for_template(library, "national-2014")

    (problem,) = checker.problems
    assert str(tmp_path / "county" / "checks.toml") in problem
    assert entry.partition('"')[2].partition('"')[0] in problem
    assert [rule.entry.id for rule in checker.rules] == ["T14"]


@pytest.mark.parametrize(
    ("rules", "words"),
    [
        (GOOD + GOOD, "编号重复"),
        ("check = 3\n", "应当写成"),
        ("check = [3]\n", "应当写成"),
        ("[[check]\n", "读不了"),
        ('include = ["nobody"]\n', "读不了"),
        ("deep = " + "[" * 2000, "读不了"),
    ],
)
def test_a_file_that_is_off_is_named(tmp_path, rules: str, words: str):
    library = own_template(tmp_path, rules)

    (problem,) = checks.for_template(library, "national-2014").problems

    assert words in problem


def test_a_form_without_rules_of_its_own_has_those_for_all(tmp_path):
    checker = checks.for_template(own_template(tmp_path, None), "national-2014")

    assert checker.problems == ()
    assert "P12" in {rule.entry.id for rule in checker.rules}


@pytest.mark.parametrize(
    "template_id", ["national-2021", "national-2019", "national-2014", "weihai-2012", "plain-2008"]
)
@pytest.mark.parametrize(
    "text",
    [
        "主动公开信息9条，" * 10_000,
        "1" * 100_000,
        "一二三" * 33_000,
        "由" * 50_000 + "七部分组成",
        "由" + "甲、" * 40_000 + "七部分组成",
        "《" * 100_000,
        "以下三方面" * 20_000,
        "没有" * 50_000,
        "全省2001年" * 15_000,
        "收到申请、" * 20_000 + "复议诉讼",
        "在网站、微信" * 15_000 + "公开信息3条",
        " \u3000" * 50_000,
        "\ud800\x00〔2021〕30号国务院令第492号" * 4_000,
    ],
    ids=range(13),
)
def test_a_very_long_or_odd_paragraph_is_read_to_its_end(library, template_id: str, text: str):
    checker, report = small(library, template_id, 2016)
    report.sections[1].paragraphs = [Paragraph(text=text), Paragraph(text=text[:40])]
    for cell in library.get(template_id).cells:
        report.values[cell] = "9" * 400

    found = checker.run(report)

    assert len({id(one) for one in found}) == len(found)
    assert all(one.where for one in found)


def test_the_rules_of_a_form_are_loaded_once_while_their_files_stay(library, tmp_path, monkeypatch):
    # given
    monkeypatch.setenv("NIANBAO_HOME", str(tmp_path))
    first = checks.for_template(library, "national-2021")

    # when
    again = checks.for_template(library, "national-2021")
    others = checks.for_template(library, "national-2021", ["P19"])
    (tmp_path / "lexicon").mkdir()
    (tmp_path / "lexicon" / "own.toml").write_text("[[nothing]]\n", encoding="utf-8")
    with_own = checks.for_template(library, "national-2021")

    # then
    assert again is first
    assert others is not first
    assert with_own is not first
    assert any("own.toml" in problem for problem in with_own.problems)
