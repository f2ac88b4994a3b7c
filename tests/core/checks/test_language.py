"""Wording, punctuation, personal data and filing: what one edit mends, what is grouped, what is looked at."""

import pytest

from core import checks
from core.checks.kinds.same_text import Difference, differences
from core.checks.model import TITLE, TextPlace
from core.report import Note
from tests.core.checks.examples import findings_of, small, write


def found_in(library, rule: str, *lines: str):
    """Return the findings of a rule on these lines."""
    checker, report = small(library, "national-2014", 2016, *lines)
    return findings_of(checker, report, rule), report


def test_all_half_width_marks_are_one_finding_and_one_edit(library):
    # given
    lines = (
        "2016年,镇里更新目录(见专栏)。",
        "公开栏按季更换;内容先审后贴。",
        "网址：http://www.example.gov.cn/a,b",
    )
    (found,), report = found_in(library, "L05", *lines)
    before = [one.text for one in report.section("overview").paragraphs]

    # when
    back = found.fix.edit.apply(report)

    # then
    assert [one.text for one in report.section("overview").paragraphs] == [
        "2016年，镇里更新目录（见专栏）。",
        "公开栏按季更换；内容先审后贴。",
        "网址：http://www.example.gov.cn/a,b",
    ]
    back.apply(report)
    assert [one.text for one in report.section("overview").paragraphs] == before


def test_of_the_words_quoted_the_marks_alone_are_pointed_at(library):
    line = "按《条例》规定,现公布目录(见专栏)如下。"

    (found,), _ = found_in(library, "L05", line)

    assert [place.quote for place in found.where] == ["例》规定,现公布目", "录(见专栏)如"]
    assert [line[slice(*place.selected)] for place in found.where] == [",", "(见专栏)"]


def test_the_same_slip_in_many_places_is_one_finding(library):
    (found,), report = found_in(library, "L01", "镇攻府开会。", "村里到镇攻府办事。")

    found.fix.edit.apply(report)

    assert len(found.where) == 2
    assert [one.text for one in report.section("overview").paragraphs] == [
        "镇政府开会。",
        "村里到镇政府办事。",
    ]


def test_a_slip_in_the_title_is_mended_in_the_title(library):
    checker, report = small(library, "national-2014", 2016)
    report.title = "清溪县柳河镇人民攻府2016年政府信息公开工作年度报告"

    (found,) = findings_of(checker, report, "L01")
    found.fix.edit.apply(report)

    assert isinstance(found.where[0], TextPlace)
    assert found.where[0].section == TITLE
    assert report.title == "清溪县柳河镇人民政府2016年政府信息公开工作年度报告"


def test_what_the_import_left_out_is_told_as_a_hint(library):
    checker, report = small(library, "national-2014", 2016, "各站所每月核对一次。")
    report.notes = [Note(message="网页上的文字，未放入报告。", source="网站首页 > 年报", line=1)]

    (found,) = findings_of(checker, report, "L04")

    assert (found.severity, found.where) == ("info", (TextPlace("notes", 0, 0, 9, "网站首页 > 年报"),))


def test_a_line_of_a_web_page_is_taken_away_whole(library):
    (found,), report = found_in(library, "L04", "各站所每月核对一次。", "【打印本页】 【关闭窗口】")

    found.fix.edit.apply(report)

    assert [one.text for one in report.section("overview").paragraphs] == ["各站所每月核对一次。"]


def test_the_mobile_of_the_contact_line_is_a_warning_and_that_of_an_applicant_an_error(library):
    office, _ = found_in(library, "L10", "咨询电话：13812345678，工作日有人接听。")
    applicant, _ = found_in(library, "L10", "申请人电话：13812345678，已回访。")

    assert [one.severity for one in office] == ["warning"]
    assert [one.severity for one in applicant] == ["error"]


@pytest.mark.parametrize("number", ["110105194912310021", "11010519491331002X", "22010519491231002X"])
def test_a_number_without_the_right_check_digit_or_day_is_no_identity_card(library, number: str):
    assert found_in(library, "L10", f"这一串数字{number}与人无关。")[0] == []


def test_a_row_of_nouns_is_told_only_where_the_rule_is_switched_on(library):
    _, report = found_in(library, "L15", "每月检查一次。权责清单、服务清单调整。")

    switched_on = checks.for_template(library, "national-2014", ["L15"])

    assert findings_of(checks.for_template(library, "national-2014"), report, "L15") == []
    assert [one.found for one in findings_of(switched_on, report, "L15")] == ["权责清单、服务清单调整"]


def test_an_office_adds_words_of_its_own(library, tmp_path, monkeypatch):
    monkeypatch.setenv("NIANBAO_HOME", str(tmp_path))
    (tmp_path / "lexicon").mkdir()
    (tmp_path / "lexicon" / "own.toml").write_text(
        '[[typo]]\nwords = ["柳合镇"]\nright = "柳河镇"\nsource = "本镇名称"\n', encoding="utf-8"
    )

    (found,), report = found_in(library, "L02", "柳合镇更新目录。")
    found.fix.edit.apply(report)

    assert report.section("overview").paragraphs[0].text == "柳河镇更新目录。"


def test_versions_differ_by_their_words_and_figures_not_by_spaces_or_width(library):
    # given
    _, one = small(
        library, "national-2014", 2016, "镇里每月检查一次，由办公室负责。", "公开栏12块。", published="12"
    )
    other = one.model_copy(deep=True)
    write(other, "overview", "　　镇里每月检查一次,由办公室负责。", "公开栏１２块。")

    # then
    assert differences(one, other) == []
    write(other, "overview", "镇里每季检查一次，由办公室负责。", "公开栏12块。")
    other.values["statistics.published.value"] = "13"
    assert differences(one, other) == [
        Difference("overview", 0, "", "镇里每月检查一次，由办公室负责。", "镇里每季检查一次，由办公室负责。"),
        Difference("", 0, "statistics.published.value", "12", "13"),
    ]


HOSTILE = ("收到1件，", "（", "《（“", "）》”", "公 开 ", "1 ", "a.", "http://", "中", ",，", "首页>", "中华人", '"', "二零",
           "(", "的", "Abet", "好!", "好.", "申请人王", "a@b.", "字体：", "国办发[2021]", "政府信息公开条例")  # fmt: skip


@pytest.mark.parametrize("words", HOSTILE)
def test_long_and_odd_text_gives_few_findings(library, words: str):
    checker, report = small(library, "national-2014", 2016, (words * 34000)[:34000])

    found = [one for one in checker.run(report) if one.rule.startswith("L")]

    assert len(found) <= 320
    assert all(len(one.where) <= 50 for one in found)


@pytest.mark.parametrize(
    ("line", "label", "after"),
    [
        (
            "落实政府信息公开条例。",
            "改为《中华人民共和国政府信息公开条例》",
            "落实《中华人民共和国政府信息公开条例》。",
        ),
        (
            "落实政府信息公开条例，学习政府信息公开条例。",
            "写全称，都加上书名号",
            "落实《中华人民共和国政府信息公开条例》，学习《政府信息公开条例》。",
        ),
        (
            "按照《中华人民共和国政府信息公开条例》编制，落实政府信息公开条例。",
            "加上书名号",
            "按照《中华人民共和国政府信息公开条例》编制，落实《政府信息公开条例》。",
        ),
    ],
)
def test_a_law_without_its_marks_gets_its_full_name_where_it_is_first_named(library, line, label, after):
    checker, report = small(library, "national-2014", 2016, line)
    write(report, "preface", "现公布年度报告。")

    (found,) = findings_of(checker, report, "L08")
    assert found.fix
    assert found.fix.label == label
    found.fix.edit.apply(report)

    assert report.section("overview").paragraphs[0].text == after


def test_a_law_of_a_province_is_not_that_of_the_state(library):
    checker, report = small(library, "national-2014", 2016, "落实广东省政府信息公开条例。")

    assert findings_of(checker, report, "L08") == []
