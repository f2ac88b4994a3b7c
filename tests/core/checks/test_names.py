"""Years, names, foreign and copied text: what a finding says, what it mends, and drafts carried forward."""

import pytest

from core import carry, checks
from core.checks.model import TextPlace
from core.report import Paragraph, Section, blank
from tests.core.checks.examples import findings_of, quotes_hold, small, write
from tests.samples import IDS, filled

LINES = (
    "党政办把各站所的材料收齐之后逐页核对，发现缺页、错页当天退回，补齐以后再送分管领导签字。",
    "村里的公示栏由文书负责张贴，纪检干事每半月拍照留底，照片和公示原件一起装订成册，便于群众查问。",
    "窗口人员学会了用查询机，老人报出姓名就能查到自家的补贴，看不明白的当场念给他们听。",
)


@pytest.mark.parametrize("template_id", IDS)
def test_a_draft_carried_forward_keeps_no_stale_year(library, template_id: str):
    _, last = filled(library, template_id, IDS[template_id])

    draft = carry.forward(library, last)

    assert findings_of(checks.for_template(library, draft.template), draft, "Y02", "Y03") == []


def test_a_draft_names_the_years_that_really_are_stale(library):
    _, last = filled(library, "national-2021", 2023)
    write(
        last, "overview",
        "2023年，柳河镇公开工作平稳，比2022年多公开12条。", "2023年5月8日，镇里办了一期培训。", "自2019年起，目录每年更新。",
    )  # fmt: skip

    draft = carry.forward(library, last)
    found = findings_of(checks.for_template(library, draft.template), draft, "Y02")

    assert [place.quote for one in found for place in one.where if isinstance(place, TextPlace)] == ["2023年"]
    assert found[0].where[0].paragraph == 1


def test_a_draft_that_nobody_has_looked_at_counts_as_copied(library):
    _, last = filled(library, "national-2021", 2023)
    write(last, "overview", *LINES)

    draft = carry.forward(library, last)
    (found,) = findings_of(checks.for_template(library, draft.template), draft, "Y11")

    assert found.severity == "error"
    assert "100%" in found.message
    assert all(quotes_hold(draft, one) for one in (found,))


def test_a_report_copied_in_large_part_is_a_warning_that_lists_the_unchanged_figures(library):
    checker, report = small(
        library,
        "national-2021",
        2024,
        *LINES,
        "公示材料换新36份。",
        "今年添了两名讲解员，专门教老人用手机看公告。",
    )
    last = blank(library.get("national-2021"), 2023, report.unit.name)
    write(last, "overview", *LINES, "公示材料换新36份。")

    (found,) = [one for one in checker.run(report, last) if one.rule == "Y11"]

    assert found.severity == "warning"
    assert found.message.endswith("没有变的数字：36份")


def test_an_older_report_in_the_file_is_compared_too(library):
    checker, report = small(library, "national-2021", 2024, *LINES)
    older = blank(library.get("national-2021"), 2022, report.unit.name)
    write(older, "overview", *LINES)
    report.earlier = [older]

    (found,) = findings_of(checker, report, "Y11")

    assert "2022 年" in found.message


@pytest.mark.parametrize(
    ("line", "label", "mended"),
    [
        ("统计至2024年12月31止。", "改为 12月31日", "统计至2024年12月31日止。"),
        ("20244年，我镇更新目录。", "改为 2024年", "2024年，我镇更新目录。"),
        ("2024年年1月5日开会。", "改为 2024年", "2024年1月5日开会。"),
        ("2O24年更新。", "改为 2024年", "2024年更新。"),
        ("2024年2月30日开会。", "", ""),
    ],
)
def test_a_malformed_date_is_mended_where_it_is_certain(library, line: str, label: str, mended: str):
    checker, report = small(library, "national-2021", 2024, line)
    (found,) = findings_of(checker, report, "Y03")

    assert (found.fix.label if found.fix else "") == label
    if found.fix:
        found.fix.edit.apply(report)
        assert report.section("overview").paragraphs[0].text == mended
        assert findings_of(checker, report, "Y03") == []


def test_a_doubled_name_is_mended_and_a_damaged_one_is_not(library):
    checker, report = small(library, "national-2021", 2024, "我镇我镇更新了目录。", "我虽然更新了目录。")

    doubled, damaged = findings_of(checker, report, "Y06")
    doubled.fix.edit.apply(report)

    assert damaged.fix is None
    assert report.section("overview").paragraphs[0].text == "我镇更新了目录。"


def test_a_law_named_almost_right_is_mended(library):
    checker, report = small(library, "national-2021", 2024, "学习《中华人民共和国政府信息公开条列》。")
    (found,) = findings_of(checker, report, "Y07")

    found.fix.edit.apply(report)

    assert report.section("overview").paragraphs[0].text == "学习《中华人民共和国政府信息公开条例》。"


def test_a_foreign_place_is_one_finding_with_all_its_places(library):
    checker, report = small(library, "national-2021", 2024, "青山镇更新了目录。", "群众对青山镇比较满意。")

    (found,) = findings_of(checker, report, "Y04")

    assert [place.quote for place in found.where] == ["青山镇", "青山镇"]


OWN_OFFICE = (
    "联系电话见镇政府网站。",
    "意见箱挂镇政府门口。",
    "申请表寄镇政府办公室。",
    "须知贴街道办事处门厅。",
    "表格交镇便民服务中心。",
)


@pytest.mark.parametrize("line", OWN_OFFICE)
def test_ones_own_office_behind_a_verb_is_no_place(library, line: str):
    checker, report = small(library, "national-2021", 2024, line)

    assert findings_of(checker, report, "Y04") == []


def test_a_town_of_rare_characters_that_acts_is_a_place(library):
    checker, report = small(library, "national-2021", 2024, "台账由青衿镇政府办公室保管。")

    assert [one.found for one in findings_of(checker, report, "Y04")] == ["青衿镇"]


def test_places_above_are_learnt_from_a_chain_in_the_text(library):
    lines = ("印发《威海市清溪县柳河镇公开计划》。", "按照威海市的要求公开。", "服务潍坊市发展。")
    checker, report = small(library, "national-2021", 2024, *lines)

    assert [one.found for one in findings_of(checker, report, "Y04")] == ["潍坊市"]


def test_an_office_without_a_name_is_told_nothing_of_places(library):
    checker, report = small(library, "national-2021", 2024, "青山镇更新了目录。")
    report.unit.name, report.title = "", ""
    report.sections = [Section(id="overview", paragraphs=[Paragraph(text="青山镇更新了目录。")])]

    assert findings_of(checker, report, "Y04", "Y12") == []


HOSTILE = (
    "1" * 100000, "镇" * 100000, "2023年" * 25000, "《" * 100000, "年" + " " * 100000 + "月", "X" * 100000,
    "白水" * 50000, "《〈" * 50000, "我" * 100000, "》以下简称" * 20000, "1月1" * 30000, "《政府信息公开条》" * 11000,
)  # fmt: skip


@pytest.mark.parametrize("text", HOSTILE, ids=lambda text: text[:6])
def test_a_hostile_paragraph_gives_no_more_findings_than_can_be_read(library, text: str):
    checker, report = small(library, "plain-2008", 2016, text)
    rules = [rule for rule in checker.rules if rule.entry.kind in KINDS]

    found = checks.Checker(checker.template, rules).run(report)

    assert len(found) <= 500


KINDS = (
    "malformed_dates",
    "foreign_places",
    "self_name",
    "law_names",
    "short_names",
    "copied_year",
    "slogans",
)


def test_a_letter_typed_leaves_a_copied_report_at_the_paragraph_it_was_listed_at(library):
    # given
    _, last = filled(library, "national-2021", 2023)
    write(last, "overview", *LINES)
    draft = carry.forward(library, last)
    checker = checks.for_template(library, draft.template)
    (before,) = findings_of(checker, draft, "Y11")

    # when
    draft.section("overview").paragraphs[0].text = LINES[0].replace("材料", "材x料")
    (after,) = findings_of(checker, draft, "Y11")

    # then
    assert [place.paragraph for place in before.where] == [place.paragraph for place in after.where]
    assert (after.where[0].section, after.where[0].paragraph) == ("overview", 0)
